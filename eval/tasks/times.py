"""Time expressions on TempEval-3 (TimeBank and AQUAINT), WikiWars and tweets, scored as TempEval-3 does.

strict    the spans are equal (distinct spans on both sides)
relaxed   the spans overlap, one to one; equal spans are paired first
type      relaxed, and the same DATE, TIME, DURATION or SET
value     relaxed, and the same TIMEX3 value: upper case, `2011-11-26-WXX-6` (tweets) read as its date, seconds of
          zero and a final Z of clock times dropped

WikiWars was marked in TIMEX2; its conversion calls everything DATE, so type and value come from the TIMEX2 tag over
the same span where there is one.
"""
from __future__ import annotations

import html
import re
from pathlib import Path
from typing import NamedTuple

from core.alignment import Alignment
from core.cases import Case, Records, Row, Span, read_rows, read_text
from core.counts import Counts, Figures, overlap, pair_up
from core.record import RecordView

NAME = "timex"
FOLDERS = {"tempeval3": ("timex_tempeval3", ("timebank.jsonl", "aquaint.jsonl")),
           "wikiwars": ("timex_wikiwars", ("wikiwars.jsonl",)),
           "tweets": ("timex_tweets", ("tweets.trainingset.jsonl",))}
LEFT_OUT = frozenset({"APW20000107.0088"})  # the text of APW20000115.0209 once more, under another date


class Mark(NamedTuple):
    """A time expression with its span, type and value."""

    span: Span
    type: str
    value: str


def gold_files(data: Path) -> dict[str, list[Path]]:
    """The JSON Lines of each set, and WikiWars' TIMEX2 originals."""
    found = {name: [data / folder / file for file in files] for name, (folder, files) in FOLDERS.items()}
    found["wikiwars"] += sorted((data / "timex_wikiwars" / "timex2").glob("*.key.xml"))
    return found


def load(data: Path) -> list[Case]:
    """One case a document, published on its creation date."""
    cases = []
    for name, (folder, files) in FOLDERS.items():
        for row in (row for file in files for row in read_rows(data / folder / file)):
            if row["doc"] in LEFT_OUT:
                continue
            gold = [Mark((t["b"], t["e"]), t.get("type") or "DATE", t.get("value") or "") for t in row["timex"]]
            if name == "wikiwars":
                gold = with_timex2(gold, row["text"], read_text(data / folder / "timex2" / f"{row['doc']}.key.xml"))
            date = re.match(r"\d{4}-\d\d-\d\d", row.get("dct") or "")
            cases.append(Case(f"{name}:{row['doc']}", name, row["text"], gold, date.group() if date else None))
    return cases


def with_timex2(marks: list[Mark], text: str, original: str) -> list[Mark]:
    """The marks with type and value of the original's tags."""
    body = re.search(r"<TEXT>(.*)</TEXT>", original, re.DOTALL)
    if not body:
        return marks
    plain, tags = untagged(body.group(1).replace("\r\n", "\n"))
    alignment = Alignment(plain, text)
    tag_at = {alignment.span(*span): attributes for span, attributes in tags}
    found = []
    for mark in marks:
        tag = tag_at.get(mark.span)
        if tag is not None:
            mark = Mark(mark.span, _timex2_type(tag), tag.get("val", ""))
        found.append(mark)
    return found


def untagged(body: str) -> tuple[str, list[tuple[Span, dict[str, str]]]]:
    """The text without tags, and the TIMEX2 tags over it, in order of their ends."""
    parts: list[str] = []
    size = 0
    open_tags: list[tuple[int, dict[str, str]]] = []
    tags = []
    for piece in re.split(r"(<[^>]*>)", body):
        if piece.startswith("<TIMEX2"):
            open_tags.append((size, dict(re.findall(r'(\w+)="([^"]*)"', piece))))
        elif piece.startswith("</TIMEX2"):
            begin, attributes = open_tags.pop()
            tags.append(((begin, size), attributes))
        elif not piece.startswith("<"):
            parts.append(html.unescape(piece))
            size += len(parts[-1])
    return "".join(parts), tags


def _timex2_type(tag: dict[str, str]) -> str:
    value = tag.get("val", "")
    if tag.get("set", tag.get("SET", "")).upper() == "YES":
        return "SET"
    if re.match(r"P([0-9XT]|$)", value):
        return "DURATION"
    return "TIME" if re.match(r"[0-9XB].*T", value) else "DATE"


def plain_value(value: str) -> str:
    """The value as it is compared (see the top of the file)."""
    value = re.sub(r"^(\d{4}-\d\d-\d\d)-WXX-\d", r"\1", value.strip().upper())
    if "T" not in value:
        return value
    return re.sub(r"(T\d\d:\d\d):00$", r"\1", value).removesuffix("Z")


def rows_and_marks(view: RecordView) -> list[tuple[Row, Mark]]:
    """The times of a record; rows without a place in the gold text are left out."""
    found = [(row, view.span(row)) for row in view.rows("times")]
    return [(row, Mark(span, str(row.get("type")), row.get("value") or "")) for row, span in found if span]


def pairs_of(gold: list[Mark], ours: list[Mark]) -> list[tuple[int, int]]:
    """Pairs of indices for the relaxed match."""
    pairs = pair_up(gold, ours, lambda g, p: g.span == p.span)
    free_gold = sorted(set(range(len(gold))) - {i for i, _ in pairs})
    free_ours = sorted(set(range(len(ours))) - {j for _, j in pairs})
    more = pair_up(free_gold, free_ours, lambda i, j: overlap(gold[i].span, ours[j].span))
    return pairs + [(free_gold[a], free_ours[b]) for a, b in more]


def value_right(gold: Mark, ours: Mark) -> bool:
    """The same value."""
    return plain_value(gold.value) == plain_value(ours.value)


def score(cases: list[Case], records: Records) -> Figures:
    """The four figures of each set."""
    figures = Figures()
    for case in cases:
        ours = [mark for _, mark in rows_and_marks(RecordView(case, records.get(case.id)))]
        gold: list[Mark] = case.gold
        pairs = [(gold[i], ours[j]) for i, j in pairs_of(gold, ours)]
        figures.count(f"{case.set} strict", Counts.of_sets((g.span for g in gold), (p.span for p in ours)))
        for name, right in (("relaxed", len(pairs)), ("type", sum(g.type == p.type for g, p in pairs)),
                            ("value", sum(value_right(g, p) for g, p in pairs))):
            figures.count(f"{case.set} {name}", Counts.of(right, len(ours), len(gold)))
    return figures
