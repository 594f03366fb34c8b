#!/usr/bin/env python3
"""Compares our figures with those of another scorer that follows the same definitions.

    python3 eval/agree.py --scorer OTHER/score.py [--bin build/release/onrecord] [--data DIR]
    python3 eval/agree.py --ours eval.json --theirs A.json B.json

The other scorer is run as `score.py TASK --bin PATH --split dev --json OUT` and writes {"task": TASK, "values":
{FIGURE: F1}}. The exit status is 1 if any of its figures differs from ours, or is missing in ours.
"""
from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

TASKS = ("html", "ud", "ner", "coref", "timex", "quantity", "places", "polnear", "frontpage")
# Figures of layers that the program does not make, and such as are no shares.
NOT_SCORED = ("transfers", "events", "attribute", "lgl mean error km", "geovirus mean error km")
ROOT = Path(__file__).resolve().parent.parent


def compared(theirs: dict) -> dict[str, float]:
    """The figures that ours must have too."""
    return {name: value for name, value in theirs["values"].items() if not name.startswith(NOT_SCORED)}


def differences(ours: dict, theirs: dict) -> list[str]:
    """One line for each figure that is not the same."""
    figures = ours["tasks"].get(theirs["task"], {}).get("figures", {})
    found = []
    for name, value in compared(theirs).items():
        mine = figures.get(name, {}).get("f1")
        if mine is None or not math.isclose(mine, value, rel_tol=1e-12):  # sums in another order differ in the last digit
            found.append(f"{theirs['task']}: {name}: ours {mine}, theirs {value}")
    return found


def run_both(options: argparse.Namespace, folder: Path) -> tuple[Path, list[Path]]:
    """Runs run.py and the other scorer over all tasks; the files they wrote."""
    ours = folder / "ours.json"
    command = [sys.executable, str(ROOT / "eval/run.py"), "--bin", options.bin, "--json", str(ours)]
    subprocess.run(command + (["--data", options.data] if options.data else []), stdout=subprocess.DEVNULL, check=False)
    theirs = [folder / f"{task}.json" for task in TASKS]
    for task, out in zip(TASKS, theirs):
        subprocess.run([sys.executable, options.scorer, task, "--bin", options.bin, "--split", "dev", "--json",
                        str(out)], stdout=subprocess.DEVNULL, check=False)
    return ours, theirs


def main() -> int:
    """Prints what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scorer", help="the other scorer's score.py")
    parser.add_argument("--bin", default=str(ROOT / "build/release/onrecord"))
    parser.add_argument("--data", help="the folder of the evaluation data, for run.py")
    parser.add_argument("--ours", type=Path)
    parser.add_argument("--theirs", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="onrecord-agree-") as folder:
        ours, theirs = run_both(options, Path(folder)) if options.scorer else (options.ours, options.theirs)
        if not ours or not theirs or not all(path.is_file() for path in (ours, *theirs)):
            parser.error("nothing to compare: a scorer wrote no figures, or --ours and --theirs are not given")
        mine, *others = (json.loads(path.read_text(encoding="utf-8")) for path in (ours, *theirs))
    found = [line for other in others for line in differences(mine, other)]
    total = sum(len(compared(other)) for other in others)
    print("\n".join(found) or f"{total} figures agree")
    return 1 if found or not total else 0


if __name__ == "__main__":
    raise SystemExit(main())
