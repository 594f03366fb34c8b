#!/usr/bin/env python3
"""Shows what the program missed and what it said in excess, in the words of the text: where to look next.

    python3 eval/errors.py polnear|timex|quantity|ner|sentences [--set tempeval3] [--limit 40] [--skip 0] [--bin …]
                           [--data …]

`-` gold that nothing of ours matches, `+` ours that matches no gold, `~` a pair that differs (value, type or span).
For reading only: no sentence of a gold set may be copied into rules, tests or pages.
"""
from __future__ import annotations

import argparse
import sys
from itertools import islice
from pathlib import Path
from typing import Iterator

sys.path.insert(0, str(Path(__file__).resolve().parent))

from core.cases import ROOT, Case, Span, data_folder  # noqa: E402
from core.counts import overlap, pair_up  # noqa: E402
from core.program import annotate  # noqa: E402
from core.record import RecordView  # noqa: E402
from tasks import figures, names, statements, times, words  # noqa: E402
from tasks.name_types import SCHEMES  # noqa: E402

AROUND = 60  # characters shown on each side


def shown(text: str, span: Span) -> str:
    """The span in its surroundings, on one line."""
    begin, end = span
    line = f"{text[max(0, begin - AROUND):begin]}[[{text[begin:end]}]]{text[end:end + AROUND]}"
    return " ".join(line.split())


def cut(text: str, offsets: frozenset[int]) -> str:
    """The characters of a role with `…` where pieces are apart."""
    if not offsets:
        return "–"
    pieces, places = [], sorted(offsets)
    begin = places[0]
    for here, after in zip(places, [*places[1:], places[-1] + 1000]):
        if text[here + 1:after].strip() or after > here + 100:
            pieces.append(text[begin:here + 1])
            begin = after
    return " ".join(" … ".join(pieces).split())


def errors_of_times(case: Case, view: RecordView) -> Iterator[str]:
    """Times missed, in excess, or with another type or value."""
    found = times.rows_and_marks(view)
    ours, gold = [mark for _, mark in found], case.gold
    pairs = dict(times.pairs_of(gold, ours))
    for i, g in enumerate(gold):
        p = ours[pairs[i]] if i in pairs else None
        if p is None:
            yield f"- {g.type} {g.value}: {shown(case.text, g.span)}"
        elif not times.value_right(g, p) or g.type != p.type:
            rule = found[pairs[i]][0].get("producer")
            yield f"~ {g.type} {g.value} | ours {p.type} {p.value} ({rule}): {shown(case.text, p.span)}"
    for j in sorted(set(range(len(ours))) - set(pairs.values())):
        yield f"+ {ours[j].type} {ours[j].value} ({found[j][0].get('producer')}): {shown(case.text, ours[j].span)}"


def errors_of_figures(case: Case, view: RecordView) -> Iterator[str]:
    """Figures without a partner of the same value and unit."""
    found = [(row, q) for row, q in figures.rows_and_quantities(view) if q.kind != "rank"]
    ours = [q for _, q in found]
    right = pair_up(case.gold, ours, figures.same_value_and_unit)
    wrong_gold = [q for i, q in enumerate(case.gold) if i not in dict(right)]
    wrong_ours = [found[j] for j in range(len(ours)) if j not in {j for _, j in right}]
    lines = [f"- {q.low:g}–{q.high:g} {q.units}" if q.low is not None and q.high is not None else f"- {q}" for q in wrong_gold]
    lines += [f"+ {row['kind']} {q.low}–{q.high} {q.units} ({row.get('producer')}): {shown(case.text, q.spans[0])}"
              for row, q in wrong_ours]
    if lines:
        yield "\n  ".join([" ".join(case.text.split()), *lines])


def errors_of_statements(case: Case, view: RecordView) -> Iterator[str]:
    """Attributions without a loose match."""
    rows = [row for row in view.rows("statements") if not row.get("within")]
    gold, ours = statements.gold_attributions(case), [statements.attribution(view, row) for row in rows]
    pairs = pair_up(gold, ours, statements.loose)
    lines = [(min(a.cue, default=0), f"- {describe(case.text, a)}") for i, a in enumerate(gold) if i not in dict(pairs)]
    lines += [(min(a.cue, default=0), f"+ {describe(case.text, a)} ({rows[j].get('producer')})")
              for j, a in enumerate(ours) if j not in {j for _, j in pairs}]
    yield from (line for _, line in sorted(lines))


def describe(text: str, attribution: statements.Attribution) -> str:
    """CUE | SOURCE | CONTENT."""
    return " | ".join(cut(text, part) for part in attribution)


def errors_of_sentences(case: Case, view: RecordView) -> Iterator[str]:
    """Sentence ends that gold has and we have not, and the other way round."""
    gold = {s[-1].own[1] for s in case.gold.sentences if s}
    ours = {span[1] for span in map(view.span, view.rows("sentences")) if span}
    for end in sorted(gold ^ ours):
        yield f"{'-' if end in gold else '+'} {shown(case.text, (end, end))}"


def errors_of_names(case: Case, view: RecordView) -> Iterator[str]:
    """Names missed, in excess, or with another type or span; in the labels of the set."""
    scheme = SCHEMES[case.set]
    gold = {(begin, end, scheme.gold[kind]) for begin, end, kind in case.gold if kind in scheme.gold}
    ours = scheme.names(view, names.ONLY_NAMES)
    missed, excess = sorted(gold - ours), sorted(ours - gold)
    pairs = dict(pair_up(missed, excess, lambda g, p: overlap(g[:2], p[:2])))
    for i, (begin, end, label) in enumerate(missed):
        if i in pairs:
            begin_p, end_p, label_p = excess[pairs[i]]
            yield f"~ {label} {case.text[begin:end]!r} | ours {label_p}: {shown(case.text, (begin_p, end_p))}"
        else:
            yield f"- {label}: {shown(case.text, (begin, end))}"
    for j in sorted(set(range(len(excess))) - set(pairs.values())):
        yield f"+ {excess[j][2]}: {shown(case.text, excess[j][:2])}"


KINDS = {"timex": (times, errors_of_times), "quantity": (figures, errors_of_figures),
         "polnear": (statements, errors_of_statements), "ner": (names, errors_of_names),
         "sentences": (words, errors_of_sentences)}


def main() -> int:
    """Prints the errors of one kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--set", help="only this data set")
    parser.add_argument("--limit", type=int, default=40, help="so many errors")
    parser.add_argument("--skip", type=int, default=0, help="after so many")
    parser.add_argument("--bin", default=str(ROOT / "build/release/onrecord"), help="the program")
    parser.add_argument("--data", help="the folder of the evaluation data")
    options = parser.parse_args()
    data = data_folder(options.data)
    if data is None:
        print("no evaluation data here: set ONRECORD_DATA or --data to its folder (docs/evaluation.md)")
        return 0
    task, errors = KINDS[options.kind]
    cases = [case for case in task.load(data) if options.set in (None, case.set)]
    records = annotate(options.bin, cases)
    lines = (f"{case.id}: {line}" for case in cases for line in errors(case, RecordView(case, records[case.id])))
    print("\n".join(islice(lines, options.skip, options.skip + options.limit)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
