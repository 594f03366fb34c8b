#!/usr/bin/env python3
"""Counts for each rule the share of its rows that is right: what `confidence` in the tables of rules says.

    python3 eval/calibrate.py [--bin build/release/onrecord] [--data DIR] [--json OUT]

times       right: overlaps a gold time and has its value (TempEval-3, WikiWars, tweets)
figures     right: the value is gold's (NewsQuant; ranks are not marked there); the share with value and unit beside it
statements  right: the loose match (PolNeAR); statements inside others have no gold and are left out

Shares are Laplace-smoothed, (right + 1) / (rows + 2), so that a rule seen twice is not called certain. Gold leaves out
things that a rule rightly finds, so a share is a floor of what is right, not the whole truth. The second table holds
the confidences that the program printed against what came true.
"""
from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Iterator, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

from core.cases import ROOT, Case, Records, data_folder  # noqa: E402
from core.counts import pair_up  # noqa: E402
from core.program import ProgramFailed, annotate  # noqa: E402
from core.record import RecordView  # noqa: E402
from tasks import figures, statements, times  # noqa: E402

BINS = 10


class Judged(NamedTuple):
    """A row of the program: its rule, what it said of its confidence, whether it is right (and its unit too)."""

    layer: str
    rule: str
    confidence: float
    right: bool
    unit_right: bool | None = None


def judged_times(cases: list[Case], records: Records) -> Iterator[Judged]:
    """Every time expression."""
    for case in cases:
        ours = times.rows_and_marks(RecordView(case, records.get(case.id)))
        partner = {j: i for i, j in times.pairs_of(case.gold, [mark for _, mark in ours])}
        for j, (row, mark) in enumerate(ours):
            right = j in partner and times.value_right(case.gold[partner[j]], mark)
            yield Judged("times", row["producer"], row["confidence"], right)


def judged_figures(cases: list[Case], records: Records) -> Iterator[Judged]:
    """Every figure in NewsQuant but ranks."""
    for case in cases:
        if case.set != "newsquant":
            continue
        found = figures.rows_and_quantities(RecordView(case, records.get(case.id)))
        ours = [(row, quantity) for row, quantity in found if quantity.kind != "rank"]
        quantities = [quantity for _, quantity in ours]
        value = {j for _, j in pair_up(case.gold, quantities, figures.same_value)}
        unit = {j for _, j in pair_up(case.gold, quantities, figures.same_value_and_unit)}
        for j, (row, _) in enumerate(ours):
            yield Judged("figures", row["producer"], row["confidence"], j in value, j in unit)


def judged_statements(cases: list[Case], records: Records) -> Iterator[Judged]:
    """Every statement that stands in no other."""
    for case in cases:
        view = RecordView(case, records.get(case.id))
        rows = [row for row in view.rows("statements") if not row.get("within")]
        ours = [statements.attribution(view, row) for row in rows]
        right = {j for _, j in pair_up(statements.gold_attributions(case), ours, statements.loose)}
        for j, row in enumerate(rows):
            yield Judged("statements", row["producer"], row["confidence"], j in right)


JUDGES = ((times, judged_times), (figures, judged_figures), (statements, judged_statements))


def smoothed(right: int, rows: int) -> float:
    """Laplace's rule of succession."""
    return (right + 1) / (rows + 2)


def by_rule(judged: list[Judged]) -> list[dict]:
    """One line a rule, in order of layer and name."""
    groups: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in judged:
        groups[one.layer, one.rule].append(one)
    lines = []
    for (layer, rule), ones in sorted(groups.items()):
        right = sum(one.right for one in ones)
        line = {"layer": layer, "rule": rule, "rows": len(ones), "right": right,
                "share": round(smoothed(right, len(ones)), 3), "says": ones[0].confidence}
        if ones[0].unit_right is not None:
            line["unit_right"] = sum(bool(one.unit_right) for one in ones)
        lines.append(line)
    return lines


def reliability(judged: list[Judged]) -> list[dict]:
    """Confidence in tenths against the share that is right, by layer."""
    bins: dict[tuple[str, int], list[Judged]] = defaultdict(list)
    for one in judged:
        bins[one.layer, min(int(one.confidence * BINS), BINS - 1)].append(one)
    return [{"layer": layer, "from": k / BINS, "to": (k + 1) / BINS, "rows": len(ones),
             "mean_confidence": round(sum(one.confidence for one in ones) / len(ones), 3),
             "right": round(sum(one.right for one in ones) / len(ones), 3)}
            for (layer, k), ones in sorted(bins.items())]


def print_tables(rules: list[dict], bins: list[dict]) -> None:
    """Both tables for people."""
    print(f"{'rule':<44} {'rows':>6} {'right':>6} {'share':>6}  {'says':>5}  unit too")
    for line in rules:
        print(f"{line['rule']:<44} {line['rows']:>6} {line['right']:>6} {line['share']:>6.2f}  {line['says']:>5.2f}"
              f"  {line.get('unit_right', '')}")
    print(f"\n{'layer':<12} {'confidence':<11} {'rows':>6} {'said':>6} {'right':>6}")
    for line in bins:
        print(f"{line['layer']:<12} {line['from']:.1f}–{line['to']:.1f}     {line['rows']:>6}"
              f" {line['mean_confidence']:>6.2f} {line['right']:>6.2f}")


def main() -> int:
    """Runs the program, judges its rows, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=str(ROOT / "build/release/onrecord"), help="the program")
    parser.add_argument("--data", help="the folder of the evaluation data")
    parser.add_argument("--json", type=Path, help="also write both tables to this file")
    options = parser.parse_args()
    data = data_folder(options.data)
    if data is None:
        print("no evaluation data here: set ONRECORD_DATA or --data to its folder (docs/evaluation.md)")
        return 0
    judged: list[Judged] = []
    try:
        for task, judge in JUDGES:
            cases = task.load(data)
            judged += judge(cases, annotate(options.bin, cases))
    except ProgramFailed as failure:
        print(failure, file=sys.stderr)
        return 2
    rules, bins = by_rule(judged), reliability(judged)
    print_tables(rules, bins)
    if options.json:
        options.json.write_text(json.dumps({"rules": rules, "reliability": bins}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
