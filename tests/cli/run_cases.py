#!/usr/bin/env python3
"""Runs the sessions of tests/cli/*.session as a user would type them and compares every character.

    run_cases.py BIN_DIR MAKE_SAMPLE_DB [--update] [NAME…]

A session is commands ("$ onrecord …") and what they print (standard output, then standard error), with "[exit N]"
below where N is not 0. They run in one empty folder per session that holds sample.db, an article strike.txt,
feed.jsonl, and tiny.model with three copies that are cut short, of another version and mislabelled. --update rewrites the sessions; read the difference before keeping it. Standard library only.
"""
from __future__ import annotations

import difflib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TINY_MODEL = HERE.parent / "nn" / "tiny.model"
ARTICLE = "Dockers strike at Norhaven\n\nThe port of Norhaven was closed. “We will stay out,” said Ann Lee.\n"


def prepare(folder: Path, make_sample_db: str) -> None:
    """The files that sessions may use."""
    subprocess.run([make_sample_db, str(folder / "sample.db")], check=True)
    (folder / "strike.txt").write_text(ARTICLE, encoding="utf-8")
    rows = [{"id": "one", "text": "Ann Lee left."}, {"id": "two", "text": ""}]
    lines = [*(json.dumps(row) for row in rows), "{broken"]
    (folder / "feed.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    model = TINY_MODEL.read_bytes()
    (folder / "tiny.model").write_bytes(model)
    (folder / "cut.model").write_bytes(model[:-100])
    (folder / "old.model").write_bytes(model[:8] + b"\x63" + model[9:])
    (folder / "labels.model").write_bytes(model.replace(b'"K-0+"', b'"K~0+"'))


def run(command: str, folder: Path, bin_dir: str) -> str:
    """What a terminal would show of a command, without the command."""
    environment = {**os.environ, "PATH": f"{bin_dir}:{os.environ['PATH']}", "COLUMNS": "80", "NO_COLOR": "1"}
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, check=False,
                          timeout=60)
    shown = (done.stdout + done.stderr).decode("utf-8").replace("\r\n", "\\r\n")
    if shown and not shown.endswith("\n"):
        shown += "⏎ no line end\n"
    return shown + (f"[exit {done.returncode}]\n" if done.returncode else "")


def replay(session: str, folder: Path, bin_dir: str) -> str:
    """The session with what the program prints now. Lines above the first command are kept."""
    lines = session.splitlines(keepends=True)
    first = next((k for k, line in enumerate(lines) if line.startswith("$ ")), len(lines))
    out = "".join(lines[:first])
    commands = [line[2:].rstrip("\n") for line in lines if line.startswith("$ ")]
    return out + "\n".join(f"$ {command}\n{run(command, folder, bin_dir)}" for command in commands)


def main(arguments: list[str]) -> int:
    """Prints differences; the exit code tells whether there are any."""
    update = "--update" in arguments
    bin_dir, make_sample_db, *names = [a for a in arguments if a != "--update"]
    bin_dir, make_sample_db = str(Path(bin_dir).resolve()), str(Path(make_sample_db).resolve())
    failed = 0
    for path in sorted(HERE.glob("*.session")):
        if names and path.stem not in names:
            continue
        expected = path.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            prepare(Path(folder), make_sample_db)
            found = replay(expected, Path(folder), bin_dir)
        if found == expected:
            continue
        failed += 1
        if update:
            path.write_text(found, encoding="utf-8")
        sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), found.splitlines(True), path.name, "now"))
    print(f"{failed} sessions differ" if failed else "every session prints what it should")
    return 1 if failed and not update else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
