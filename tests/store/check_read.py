#!/usr/bin/env python3
"""`onrecord read` from outside: check_read.py PROGRAM CASE. Standard library only.

same       one database whatever the jobs and the order of files; a second run adds nothing; annotate alike
changed    another publication date replaces rows, others stay
skipped    bad inputs are told and counted, the others are read; verify names a row that was tampered with
interrupt  SIGINT ends a run that waits for input, and the same command goes on
disk_full  a full disk is told, what is committed stays, the same command goes on
kill       kill -9 at 50 random moments; the same command goes on
"""
from __future__ import annotations

import os
import random
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from articles import json_line, write_inputs  # noqa: E402

PROGRAM = sys.argv[1]
MODEL = ["--model", str(Path(__file__).resolve().parent.parent / "nn" / "tiny.model")]  # small, and the same everywhere
CLOCK_TABLES = {"runs"}  # whose rows tell when and how often, not what
NOT_FOUND, SKIPPED, DISK_FULL, INTERRUPTED = 3, 4, 6, 130


def read(db: Path, *args: object, code: int = 0, **more) -> str:
    """Runs `onrecord read`, checks the exit code, returns what it printed."""
    done = subprocess.run([PROGRAM, "read", *MODEL, *map(str, args), "--db", str(db)], capture_output=True, text=True, **more)
    assert done.returncode == code, f"exit {done.returncode}, expected {code}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def count(out: str, what: str) -> int:
    """The number that stands after `what` in the table of a run."""
    return int(re.search(rf"^  {what} +([\d,]+)$", out, re.M)[1].replace(",", ""))


def verify(db: Path) -> None:
    """`onrecord verify` finds nothing."""
    done = subprocess.run([PROGRAM, "verify", str(db)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def dump(db: Path) -> dict[str, list]:
    """Every row of every table, sorted, without what depends on arrival and clock."""
    with sqlite3.connect(db) as connection:
        tables = [name for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\'")]
        rows = {}
        for table in sorted(set(tables) - CLOCK_TABLES):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "number"]
            names = ", ".join(f'"{name}"' for name in columns)
            rows[table] = sorted(map(repr, connection.execute(f"SELECT {names} FROM {table}")))
    assert rows["articles"] and rows["statements"] and rows["mentions"]
    return rows


def assert_same(one: Path, other: Path) -> None:
    """Both hold the same rows."""
    first, second = dump(one), dump(other)
    for table, rows in first.items():
        assert rows == second[table], f"{table} differs between {one} and {other}"


def case_same(folder: Path) -> None:
    paths = write_inputs(folder / "in", seed=1, plain=40, lines=150)
    reference = folder / "reference.db"
    read(reference, *paths, "--jobs", 1)
    verify(reference)
    for jobs in (2, 8):
        random.Random(jobs).shuffle(paths)
        db = folder / f"jobs{jobs}.db"
        read(db, *paths, "--jobs", jobs)
        assert_same(reference, db)
    assert count(read(reference, folder / "in"), "already there") == 190
    printed = [subprocess.run([PROGRAM, "annotate", *MODEL, "--layers", "tokens,all", "--jobs", str(jobs),
                               str(folder / "in")], capture_output=True, check=True).stdout for jobs in (1, 2, 8)]
    assert len(printed[0].splitlines()) == 190 and printed[0] == printed[1] == printed[2]


def case_changed(folder: Path) -> None:
    feed = folder / "feed.txt"
    feed.write_text("Ana Holm said on Monday that 40 trucks had left.\n", encoding="utf-8")
    write_inputs(folder / "in", seed=2, plain=0, lines=20)
    db, fresh = folder / "a.db", folder / "b.db"
    read(db, feed, folder / "in")
    out = read(db, feed, folder / "in", "--published", "2024-03-05")
    # The lines of JSON Lines have their own date, which gives way to an argument.
    assert count(out, "replaced") == 21, out
    read(fresh, feed, folder / "in", "--published", "2024-03-05")
    assert_same(db, fresh)
    verify(db)


def case_skipped(folder: Path) -> None:
    paths = write_inputs(folder / "in", seed=3, plain=3, lines=5)
    with paths[-1].open("a", encoding="utf-8") as feed:
        feed.write('{"no": "text"}\nnot json\n')
    (folder / "in" / "empty.txt").write_text("")
    out = read(folder / "a.db", folder / "in", folder / "missing.txt", code=SKIPPED)
    assert count(out, "new") == 8 and count(out, "skipped") == 4, out
    for words in ("feed.jsonl:6", "feed.jsonl:7", "empty.txt", "missing.txt"):
        assert words in out, out
    db = folder / "a.db"
    verify(db)
    with sqlite3.connect(db) as connection:
        connection.execute("UPDATE statements SET cue_text = 'sang' WHERE number = 1")
    broken = subprocess.run([PROGRAM, "verify", str(db)], capture_output=True, text=True)
    assert broken.returncode == 1 and "BROKEN statements s" in broken.stdout, broken


def case_interrupt(folder: Path) -> None:
    pick = random.Random(4)
    lines = [json_line(number, pick) for number in range(100)]
    command = [PROGRAM, "read", *MODEL, "-", "--input-format", "jsonl", "--db", str(folder / "a.db"), "--jobs", "2"]
    run = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    # More than a piece of the reader, so that articles are on their way while the rest is waited for.
    run.stdin.write("\n".join(lines * 20))
    run.stdin.flush()
    time.sleep(0.7)
    run.send_signal(signal.SIGINT)
    out, _ = run.communicate(timeout=20)
    assert run.returncode == INTERRUPTED and "the same command goes on" in out, (run.returncode, out)
    verify(folder / "a.db")
    for name in ("a.db", "b.db"):
        subprocess.run(command[:-3] + [str(folder / name)], input="\n".join(lines), text=True, check=True,
                       stdout=subprocess.DEVNULL)
    assert_same(folder / "a.db", folder / "b.db")


def case_disk_full(folder: Path) -> None:
    write_inputs(folder / "in", seed=5, plain=0, lines=1500)
    read(folder / "reference.db", folder / "in")

    limit = (folder / "reference.db").stat().st_size // 2

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    db = folder / "a.db"
    out = read(db, folder / "in", code=DISK_FULL, preexec_fn=small_disk)
    assert "no space left" in out, out
    verify(db)
    with sqlite3.connect(db) as connection:
        there = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    assert 0 < there < 1500, there
    assert count(read(db, folder / "in"), "already there") == there
    assert_same(folder / "reference.db", db)


def case_kill(folder: Path) -> None:
    seed = int(os.environ.get("SEED", str(time.time_ns() % 1_000_000)))
    print(f"SEED={seed}", flush=True)
    pick = random.Random(seed)
    write_inputs(folder / "in", seed=6, plain=100, lines=500)
    reference = folder / "reference.db"
    start = time.monotonic()
    read(reference, folder / "in")
    whole = time.monotonic() - start
    kills, finished = 0, 0
    while kills < 50:
        db = folder / f"killed{kills}.db"
        for _ in range(3):  # several on one database: the next starts where the last was killed
            run = subprocess.Popen([PROGRAM, "read", *MODEL, str(folder / "in"), "--db", str(db)], stdout=subprocess.DEVNULL)
            try:
                run.wait(pick.uniform(0, whole))
                finished += 1
                whole *= 0.95  # measured on a busier machine than it is now
            except subprocess.TimeoutExpired:
                run.kill()
                run.wait()
                kills += 1
        read(db, folder / "in")
        assert_same(reference, db)
        verify(db)
    print(f"{kills} kills, {finished} runs were through before")


def main() -> None:
    """Runs the case in a folder of its own."""
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        globals()[f"case_{sys.argv[2]}"](Path(folder))


main()
