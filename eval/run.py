#!/usr/bin/env python3
"""Scores the program on the development sets and holds it to its floors.

    python3 eval/run.py [--bin build/release/onrecord] [--data DIR] [--sets polnear,timex] [--quick] [--json OUT]
                        [--arguments="--model FILE --precision f32"] [--update-floors [--allow-lower]] [--docs]

The gold sets are not part of this repository: DIR, else $ONRECORD_DATA, names their folder (docs/evaluation.md).
Without them nothing is scored and the exit status is 0. It is 1 when a figure lies below its floor or when the gold
is not the one the floor was measured on, 2 when the program fails. With --arguments nothing is held to its floor:
floors are of the program as it is by itself.
"""
from __future__ import annotations

import argparse
import json
import os
import shlex
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from core import floors, table  # noqa: E402
from core.cases import ROOT, data_folder, digest, every  # noqa: E402
from core.counts import Figures  # noqa: E402
from core.program import Program, ProgramFailed  # noqa: E402
from tasks import TASKS  # noqa: E402

QUICK_STEP = 4  # --quick scores every fourth document
NEEDS_COLUMN = {"UPOS": "upos", "XPOS": "xpos", "lemma": "lemma", "UAS": "deprel", "LAS": "deprel"}


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=str(ROOT / "build/release/onrecord"), help="the program")
    parser.add_argument("--data", help="the folder of the evaluation data")
    parser.add_argument("--sets", help=f"only these tasks, with commas: {','.join(TASKS)}")
    parser.add_argument("--quick", action="store_true", help="every fourth document, with floors of their own")
    parser.add_argument("--json", default=str(ROOT / "build/eval.json"), help="where all figures are written")
    parser.add_argument("--jobs", type=int, default=2, help="processes of the program at a time")
    parser.add_argument("--arguments", default="", help="further arguments for the program, as one string")
    parser.add_argument("--update-floors", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--allow-lower", action="store_true", help="lower them too; say why in CHANGELOG.md")
    parser.add_argument("--docs", action="store_true", help="put the table into docs/evaluation.md")
    options = parser.parse_args()
    if options.arguments and (options.update_floors or options.docs):
        parser.error("--update-floors and --docs are for the program without --arguments")
    return options


def score_task(name: str, program: Program, data: Path, quick: bool) -> dict[str, Any]:
    """Figures, columns present, gold and CPU seconds of one task. RAISES ProgramFailed."""
    task, before = TASKS[name], os.times()
    cases = task.load(data)
    if quick:
        cases = every(cases, QUICK_STEP)
    records = task.run(program, cases) if hasattr(task, "run") else program.annotate(cases)
    present = {column for record in records.values() for token in (record or {}).get("tokens") or []
               for column in NEEDS_COLUMN.values() if token.get(column) is not None}
    figures = task.score(cases, records)
    after = os.times()
    return {"figures": figures, "columns": present, "cases": len(cases),
            "seconds": {"program": after.children_user + after.children_system - before.children_user
                        - before.children_system, "scorer": after.user + after.system - before.user - before.system},
            "missing": sum(record is None for record in records.values()),
            "gold": {key: digest(files) for key, files in task.gold_files(data).items()}}


def measured(result: dict[str, Any]) -> dict[str, float]:
    """The F1 of each figure for which the program gives what is needed."""
    figures: Figures = result["figures"]
    return {key: counts.f1 for key, counts in figures.items()
            if NEEDS_COLUMN.get(key.split()[-1]) in (None, *result["columns"])}


def as_json(results: dict[str, dict[str, Any]], quick: bool) -> dict[str, Any]:
    """Every figure, also those that the table leaves out."""
    return {"quick": quick, "tasks": {name: {
        "cases": result["cases"], "seconds": result["seconds"], "missing": result["missing"], "gold": result["gold"],
        "figures": {key: {"f1": c.f1, "precision": c.precision, "recall": c.recall, "right": c.right_gold,
                          "predicted": c.predicted, "gold": c.gold} for key, c in result["figures"].items()}}
        for name, result in results.items()}}


def table_lines(results: dict[str, dict[str, Any]], pinned: dict[str, Any]) -> list[list[str]]:
    """Ours, the best peer and the floor, line by line under the heading."""
    lines = [list(table.HEAD)]
    for row in table.shown_figures():
        if row["task"] in results:
            floor = pinned.get(row["task"], {}).get("floors", {}).get(row["key"])
            lines.append(table.cells(row, measured(results[row["task"]]).get(row["key"]), floor))
    return lines


def complaints(results: dict[str, dict[str, Any]], pinned: dict[str, Any]) -> list[str]:
    """What makes the run fail."""
    found = []
    for name, result in results.items():
        part = pinned.get(name, {})
        found += [f"{name}: {result['missing']} of {result['cases']} records are missing"] * bool(result["missing"])
        found += [f"{name}: the gold of {key} is not the one its floors were measured on (other sha256)"
                  for key in floors.other_gold(part, result["gold"])]
        now = {**dict.fromkeys(part.get("floors", {}), 0.0), **measured(result)}
        found += [f"{name}: {key} is {100 * now[key]:.2f}, its floor {part['floors'][key]:.2f}"
                  for key in floors.below(part, now)]
    return found


def main() -> int:
    """Scores, prints, writes, compares."""
    options = arguments()
    data = data_folder(options.data)
    if data is None:
        print("no evaluation data here: set ONRECORD_DATA or --data to its folder (docs/evaluation.md)")
        return 0
    names = options.sets.split(",") if options.sets else list(TASKS)
    unknown = [name for name in names if name not in TASKS]
    if unknown:
        print(f"no task named {', '.join(unknown)}; there are {', '.join(TASKS)}", file=sys.stderr)
        return 2
    try:
        program = Program(options.bin, shlex.split(options.arguments), options.jobs)
        results = {name: score_task(name, program, data, options.quick) for name in names}
    except ProgramFailed as failure:
        print(failure, file=sys.stderr)
        return 2
    return report(results, options)


def report(results: dict[str, dict[str, Any]], options: argparse.Namespace) -> int:
    """Writes the JSON, prints the table, then raises the floors or holds the figures to them."""
    out = Path(options.json)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(as_json(results, options.quick), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    everything = floors.read() if not options.arguments else {}
    pinned = everything.setdefault("quick" if options.quick else "full", {})
    if options.update_floors:
        for name, result in results.items():
            pinned[name] = floors.raised(pinned.get(name, {}), measured(result), result["gold"], options.allow_lower)
        floors.write(everything)
    lines = table_lines(results, pinned)
    print(table.lined_up(lines))
    spent = (f"{name} {r['seconds']['program']:.1f} + {r['seconds']['scorer']:.1f}" for name, r in results.items())
    print(f"CPU seconds of the program + of the scorer: {', '.join(spent)}")
    if options.arguments:
        print("not held to the floors, which are of the program without --arguments")
    if options.docs and not options.quick:
        table.write_into(ROOT / "docs/evaluation.md", lines)
    found = complaints(results, pinned)
    for line in found:
        print(f"FAILED {line}")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
