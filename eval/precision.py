#!/usr/bin/env python3
"""Compares the figures of the language model by the numbers it computes in: f32, as it was trained, with bf16 and int8.

    python3 eval/precision.py [--bin build/release/onrecord] [--data DIR] [--arguments="--model FILE"] [--quick] [--jobs 2]

Prints every figure of words, sentences and names in each precision, in per cent, and what is lost against f32. The
exit status is 1 if int8, which is what users get, loses more than 0.3 points on a figure marked `*`, 2 if the program
fails or gives no such figure (no model), and 0 without evaluation data.
"""
from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from core.cases import ROOT, data_folder  # noqa: E402
from core.program import Program, ProgramFailed  # noqa: E402
from core.table import lined_up  # noqa: E402
from run import measured, score_task  # noqa: E402

TRAINED, USED = "f32", "int8"
PRECISIONS = (TRAINED, "bf16", USED)
TASKS = ("ud", "ner")
GUARDED = (*(f"{treebank} {figure}" for treebank in ("ewt", "gum") for figure in ("UPOS", "LAS", "lemma", "sentences")),
           *(f"{names} exact, typed" for names in ("uner_ewt", "wikigold", "crossner_politics", "re3d")))
ALLOWED = 0.3  # points that int8 may lose
Columns = dict[str, dict[str, float]]  # F1 by figure, by precision


def losses(columns: Columns) -> dict[str, float]:
    """The guarded figures on which int8 loses more than is allowed, with the points lost."""
    lost = {figure: 100 * (columns[TRAINED][figure] - columns[USED][figure]) for figure in GUARDED}
    return {figure: points for figure, points in lost.items() if points > ALLOWED + 1e-9}


def absent(columns: Columns) -> list[str]:
    """The guarded figures that are not measured in every precision."""
    return [figure for figure in GUARDED if any(figure not in column for column in columns.values())]


def lines(columns: Columns) -> list[list[str]]:
    """A line for each figure: a mark if it is guarded, then its values and the differences from f32."""
    others = [name for name in columns if name != TRAINED]
    found = [["", "figure", "", TRAINED, *(cell for name in others for cell in (name, "difference"))]]
    for figure, base in columns[TRAINED].items():
        cells = [cell for name in others for cell in (
            f"{100 * columns[name].get(figure, 0.0):.2f}", f"{100 * (columns[name].get(figure, 0.0) - base):+.2f}")]
        found.append(["*" if figure in GUARDED else "", figure, "", f"{100 * base:.2f}", *cells])
    return found


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=str(ROOT / "build/release/onrecord"), help="the program")
    parser.add_argument("--data", help="the folder of the evaluation data")
    parser.add_argument("--arguments", default="", help="further arguments for the program, as one string")
    parser.add_argument("--quick", action="store_true", help="every fourth document")
    parser.add_argument("--jobs", type=int, default=2, help="processes of the program at a time")
    return parser.parse_args()


def main() -> int:
    """Measures in each precision, prints, compares."""
    options = arguments()
    data = data_folder(options.data)
    if data is None:
        print("no evaluation data here: set ONRECORD_DATA or --data to its folder (docs/evaluation.md)")
        return 0
    columns: Columns = {}
    for precision in PRECISIONS:
        program = Program(options.bin, [*shlex.split(options.arguments), "--precision", precision], options.jobs)
        try:
            results = [score_task(task, program, data, options.quick) for task in TASKS]
        except ProgramFailed as failure:
            print(failure, file=sys.stderr)
            return 2
        columns[precision] = {figure: f1 for result in results for figure, f1 in measured(result).items()}
    print(lined_up(lines(columns)))
    if absent(columns):
        print(f"not measured, is there a model? {', '.join(absent(columns))}", file=sys.stderr)
        return 2
    found = losses(columns)
    for figure, points in found.items():
        print(f"FAILED {figure}: {USED} loses {points:.2f} points, {ALLOWED} are allowed")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
