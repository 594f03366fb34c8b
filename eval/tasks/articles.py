"""Whole articles with records made by hand: statements, figures, times and places of news and of dispatches on aid.

Gold writes words instead of offsets: `"text": "three"` with `"text_n": 0` for its first occurrence; without a number any
occurrence that cuts no word is meant, for a cue or source the one nearest to the content.

statements: cue+content   the cues overlap where gold has one; the contents reach an F1 of characters of 0.8
statements: + source      and the sources overlap, or both have none
statements: + speaker     and the resolved speaker has the same name (same_name.py); a null in gold asks for nothing
figures, times: span      the spans overlap
figures: + value          and the value, or an end of the interval, is gold's (to 0.2 %); and its currency, per cent or unit
times: + value            and the same TIMEX3 value
places: span              the spans overlap, any mention of the gold's words; rows of the same words and country are one
places: + country         and the country is the same

One to one. Gold marked `doubt` need not be found, and a row of ours that matches it is not counted; neither is a row for
another occurrence of the same figure or time.
"""
from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Callable, NamedTuple, Sequence

from core.cases import Case, Records, Row, Span, read_text
from core.counts import Counts, Figures, letters, letters_f1, overlap, pair_up
from core.record import RecordView
from tasks.figures import close, to_number
from tasks.same_name import same_name
from tasks.times import plain_value
from tasks.unit_names import same_unit

NAME = "frontpage"
LAYERS = ("statements", "figures", "times", "places", "transfers", "events")


class Said(NamedTuple):
    """A statement of either side."""

    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]
    speaker: str | None


class Item(NamedTuple):
    """A figure or time: the spans it may have, all spans of its words, and its row."""

    spans: list[Span]
    anywhere: list[Span]
    row: Row


# --- gold ---------------------------------------------------------------------------------------------------------

def _paths(data: Path) -> list[tuple[str, Path, Path, Path]]:
    """(id, text, gold, metadata) of each article, in order of name."""
    found = [(f"frontpage:{gold.parent.name}", gold.parent / "article.txt", gold, gold.parent / "meta.json")
             for gold in sorted((data / "frontpage").glob("*/gold.json"))]
    for gold in sorted((data / "aidwire").rglob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        found.append((f"aidwire:{name}", gold.with_name(f"{name}.txt"), gold, gold.with_name(f"{name}.meta.json")))
    return [paths for paths in found if paths[1].is_file()]


def gold_files(data: Path) -> dict[str, list[Path]]:
    """The gold of both folders; named by their folders, since all of frontpage's have the same name."""
    return {name: [gold for ident, _, gold, _ in _paths(data) if ident.startswith(name)] for name in ("frontpage", "aidwire")}


def load(data: Path) -> list[Case]:
    """One case an article; dispatches without any layer of a record are left out."""
    cases = []
    for ident, text, gold_path, meta_path in _paths(data):
        gold = json.loads(read_text(gold_path))
        if not isinstance(gold, dict) or (ident.startswith("aidwire") and not any(gold.get(k) for k in LAYERS)):
            continue
        about = {**(json.loads(read_text(meta_path)) if meta_path.is_file() else {}), **gold}
        cases.append(Case(ident, ident.split(":")[0], read_text(text), gold, about.get("published"), title=about.get("title")))
    return cases


def occurrences(text: str, words: str) -> list[Span]:
    """Every place of the words, also such as overlap."""
    return [(m.start(), m.start() + len(words)) for m in re.finditer(f"(?={re.escape(words)})", text)] if words else []


def uncut(text: str, words: str) -> list[Span]:
    """The places that cut no word; all places if every one does."""
    def cuts(at: int) -> bool:
        return 0 < at < len(text) and bool(re.match(r"\w\w", text[at - 1:at + 1]))
    found = occurrences(text, words)
    return [(s, e) for s, e in found if not cuts(s) and not cuts(e)] or found


def places_of(text: str, row: Row, key: str) -> list[Span]:
    """The places that a field of gold may mean."""
    words, number = row.get(key), row.get(f"{key}_n")
    if not isinstance(words, str):
        return []
    if not isinstance(number, int):
        return uncut(text, words)
    found = occurrences(text, words)
    return found[number:number + 1] or found[:1]


def content_of(text: str, row: Row) -> list[Span]:
    """The content's pieces; a list of pieces stands in order."""
    pieces = row.get("content")
    if not isinstance(pieces, list):
        return places_of(text, row, "content")[:1]
    found: list[Span] = []
    for piece in pieces:
        everywhere = occurrences(text, piece)
        after = [span for span in everywhere if not found or span[0] >= found[-1][1]]
        found += (after or everywhere)[:1]
    return found


def nearest(options: list[Span], anchors: list[Span]) -> list[Span]:
    """The option nearest to any of the anchors, the first of several."""
    def gap(span: Span) -> int:
        return min((max(a[0] - span[1], span[0] - a[1], 0) for a in anchors), default=0)
    return [min(options, key=gap)] if options else []


def gold_statement(text: str, row: Row) -> Said:
    """A statement of gold."""
    content = content_of(text, row)
    cue, source = (nearest(places_of(text, row, key), content) for key in ("cue", "source"))
    return Said(letters(cue, text), letters(source, text), letters(content, text), row.get("speaker"))


def gold_item(text: str, row: Row) -> Item:
    """A figure or time of gold."""
    return Item(places_of(text, row, "text"), uncut(text, row["text"]), row)


# --- ours -----------------------------------------------------------------------------------------------------------

def our_statement(view: RecordView, row: Row) -> Said:
    """A statement of the record, nested ones too."""
    source = row.get("source") or {}
    names = {entity["id"]: entity.get("name") for entity in view.rows("entities")}
    cue, source_spans, content = (letters(view.spans(row.get(key)), view.text) for key in ("cue", "source", "content"))
    return Said(cue, source_spans, content, source.get("speaker") or names.get(source.get("entity")))


def our_items(view: RecordView, layer: str) -> list[Item]:
    """The figures or times of the record."""
    return [Item([span], [], row) for row in view.rows(layer) if (span := view.span(row))]


# --- matches --------------------------------------------------------------------------------------------------------

def same_words(gold: Said, ours: Said) -> bool:
    """Cue and content."""
    return (not gold.cue or bool(gold.cue & ours.cue)) and letters_f1(gold.content, ours.content) >= 0.8


def same_source(gold: Said, ours: Said) -> bool:
    """Cue, content and source."""
    return same_words(gold, ours) and (bool(gold.source & ours.source) or not (gold.source or ours.source))


def same_speaker(gold: Said, ours: Said) -> bool:
    """Cue, content, source and speaker."""
    return same_source(gold, ours) and (gold.speaker is None or same_name(gold.speaker, ours.speaker))


def touches(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether any two spans overlap."""
    return any(overlap(a, b) for a in some for b in others)


def same_span(gold: Item, ours: Item) -> bool:
    """Spans alone."""
    return touches(gold.spans, ours.spans)


def same_figure(gold: Item, ours: Item) -> bool:
    """Span, value and measure."""
    value = to_number(gold.row.get("value"))
    values = [to_number(ours.row.get(key)) for key in ("value", "low", "high")]
    return same_span(gold, ours) and any(close(value, v) for v in values) and _same_measure(gold.row, ours.row)


def _same_measure(gold: Row, ours: Row) -> bool:
    unit = ours.get("unit")
    if gold.get("currency"):
        return bool(gold["currency"] == ours.get("currency"))
    if gold.get("kind") == "percent":
        return ours.get("kind") == "percent" or same_unit(["percent"], [unit])
    if gold.get("unit"):
        names = [gold["unit"], "year of age" if gold["unit"] == "year_age" else gold["unit"]]
        return same_unit(names, [unit, (unit or "").replace("_", " ")])
    return True


def same_time(gold: Item, ours: Item) -> bool:
    """Span and value."""
    return same_span(gold, ours) and plain_value(gold.row.get("value") or "") == plain_value(ours.row.get("value") or "")


# --- counting -------------------------------------------------------------------------------------------------------

def counted(gold: list[Any], doubtful: list[Any], ours: list[Any], fits: Callable[[Any, Any], bool],
            neutral: Callable[[Any], bool]) -> Counts:
    """Matches; rows of ours that are neutral or fit a doubtful one are left out of our rows."""
    taken = {j for _, j in pair_up(gold, ours, fits)}
    rest = [p for j, p in enumerate(ours) if j not in taken]
    wrong = [p for p in rest if not neutral(p) and not any(fits(d, p) for d in doubtful)]
    return Counts.of(len(taken), len(taken) + len(wrong), len(gold))


def split(case: Case, layer: str) -> tuple[list[Row], list[Row]]:
    """Gold rows that are sure, and doubtful ones."""
    rows = case.gold.get(layer) or []
    return [row for row in rows if not row.get("doubt")], [row for row in rows if row.get("doubt")]


def _count_statements(figures: Figures, case: Case, view: RecordView) -> None:
    gold, doubtful = ([gold_statement(case.text, row) for row in rows] for rows in split(case, "statements"))
    ours = [our_statement(view, row) for row in view.rows("statements")]
    for name, fits in (("cue+content", same_words), ("+ source", same_source), ("+ speaker", same_speaker)):
        figures.count(f"statements: {name}", counted(
            gold, doubtful, ours, fits, lambda p: any(same_words(d, p) for d in doubtful)))


def _count_items(figures: Figures, case: Case, view: RecordView, layer: str, full: Callable[[Item, Item], bool]) -> None:
    gold, doubtful = ([gold_item(case.text, row) for row in rows] for rows in split(case, layer))

    def neutral(p: Item) -> bool:
        again = any("text_n" not in g.row and full(g._replace(spans=g.anywhere), p) for g in gold)
        return again or any(touches(d.spans, p.spans) for d in doubtful)
    for name, fits in (("span", same_span), ("+ value", full)):
        figures.count(f"{layer}: {name}", counted(gold, doubtful, our_items(view, layer), fits, neutral))


def our_places(view: RecordView) -> list[Item]:
    """The places of the record, one for each surface and country, with all its mentions."""
    distinct: dict[tuple[str, str | None], Item] = {}
    for item in our_items(view, "places"):
        begin, end = item.spans[0]
        key = view.text[begin:end], item.row.get("country")
        if key in distinct:
            distinct[key].spans.append((begin, end))
        else:
            distinct[key] = item
    return list(distinct.values())


def _count_places(figures: Figures, case: Case, view: RecordView) -> None:
    gold, doubtful = ([gold_item(case.text, row) for row in rows] for rows in split(case, "places"))
    found = our_places(view)

    def neutral(p: Item) -> bool:
        return any(touches(d.anywhere, p.spans) for d in doubtful)

    def anywhere(g: Item, p: Item) -> bool:
        return touches(g.anywhere, p.spans)

    def same_country(g: Item, p: Item) -> bool:
        return touches(g.spans + g.anywhere, p.spans) and g.row.get("country") == p.row.get("country")
    for name, fits in (("span", anywhere), ("+ country", same_country)):
        figures.count(f"places: {name}", counted(gold, doubtful, found, fits, neutral))


def score(cases: list[Case], records: Records) -> Figures:
    """The nine figures, over all articles."""
    figures = Figures()
    for case in cases:
        view = RecordView(case, records.get(case.id))
        _count_statements(figures, case, view)
        _count_items(figures, case, view, "figures", same_figure)
        _count_items(figures, case, view, "times", same_time)
        _count_places(figures, case, view)
    return figures
