"""Statements on PolNeAR (development part): who said what.

Gold is an attribution with a cue and a content (attributions without either are left out); its source may be empty.
Spans are compared as the set of their characters, blanks left out, pieces joined.

cue, source, content exact   distinct sets of characters that are equal on both sides; empty ones do not count
cue, source, content chars   characters covered by any attribution of the article
attribution exact            cue, source and content equal
attribution loose            cues share a character; source and content each reach an F1 of characters of 0.5
                             (two empty sources agree); one to one
... content opens with a quotation mark: loose; precision over predictions, recall over gold that open with one
... nested statements counted too: PolNeAR marks no statement inside another, so the program's are left out of all
figures but this one
"""
from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from core.cases import Case, Records, Span, read_text
from core.counts import Counts, Figures, letters, letters_f1, pair_up
from core.record import RecordView

NAME = "polnear"
ROLES = ("cue", "source", "content")
QUOTATION_MARKS = frozenset("\"'`‘’“”«„")


class Attribution(NamedTuple):
    """The characters of each role."""

    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]

    def quoted(self, text: str) -> bool:
        """Whether the content opens with a quotation mark."""
        return bool(self.content) and text[min(self.content)] in QUOTATION_MARKS


def _documents(data: Path) -> list[tuple[str, Path, Path]]:
    """(name, text, annotation) of each development article; primary.tsv names the annotation that counts."""
    folder = data / "polnear"
    rows = [line.split("\t") for line in read_text(folder / "primary.tsv").splitlines()[1:]]
    return [(doc, folder / "dev" / "text" / f"{doc}.txt", folder / "dev" / "attributions" / ann)
            for part, doc, ann, _ in rows if part == "dev"]


def gold_files(data: Path) -> dict[str, list[Path]]:
    """Texts and annotations."""
    return {"polnear": [path for _, *paths in _documents(data) for path in paths]}


def load(data: Path) -> list[Case]:
    """One case an article; its date stands in its name (publisher_date_title)."""
    return [Case(doc, "polnear", read_text(text), gold_of(read_text(ann)), published=doc.split("_")[1])
            for doc, text, ann in _documents(data)]


def gold_of(ann: str) -> list[dict[str, list[Span]]]:
    """The attributions of a brat file: T lines are spans, E lines tie them as `Cue:T1 Source:T2 Content:T3`."""
    spans: dict[str, list[Span]] = {}
    events: list[str] = []
    for ident, *cells in (line.split("\t") for line in ann.splitlines()):
        if cells and ident.startswith("T"):
            pieces = cells[0].partition(" ")[2].split(";")
            spans[ident] = [(int(begin), int(end)) for begin, end in map(str.split, pieces)]
        elif cells and ident.startswith("E"):
            events.append(cells[0])
    found = []
    for event in events:
        roles: dict[str, list[Span]] = {role: [] for role in ROLES}
        for part in event.split():
            role, ident = part.split(":")
            roles.get(role.rstrip("0123456789").lower(), []).extend(spans.get(ident, []))
        if roles["cue"] and roles["content"]:
            found.append(roles)
    return found


def gold_attributions(case: Case) -> list[Attribution]:
    """The gold of a case as sets of characters."""
    return [Attribution(*(letters(row[role], case.text) for role in ROLES)) for row in case.gold]


def attribution(view: RecordView, row: dict) -> Attribution:
    """A statement of the record."""
    return Attribution(*(letters(view.spans(row.get(role)), view.text) for role in ROLES))


def loose(gold: Attribution, ours: Attribution) -> bool:
    """See the top of the file."""
    return bool(gold.cue & ours.cue) and letters_f1(gold.source, ours.source) >= 0.5 \
        and letters_f1(gold.content, ours.content) >= 0.5


def _count_roles(figures: Figures, gold: list[Attribution], ours: list[Attribution]) -> None:
    for role in ROLES:
        g = {getattr(a, role) for a in gold} - {frozenset()}
        p = {getattr(a, role) for a in ours} - {frozenset()}
        figures.count(f"{role} exact", Counts.of_sets(g, p))
        figures.count(f"{role} chars", Counts.of_sets(frozenset().union(*g), frozenset().union(*p)))


def score(cases: list[Case], records: Records) -> Figures:
    """Every figure named at the top of the file."""
    figures = Figures()
    for case in cases:
        view = RecordView(case, records.get(case.id))
        rows = view.rows("statements")
        gold = gold_attributions(case)
        everything = [attribution(view, row) for row in rows]
        ours = [a for a, row in zip(everything, rows) if not row.get("within")]
        _count_roles(figures, gold, ours)
        exact = pair_up(gold, ours, lambda g, p: g == p)
        pairs = pair_up(gold, ours, loose)
        figures.count("attribution exact", Counts.of(len(exact), len(ours), len(gold)))
        figures.count("attribution loose", Counts.of(len(pairs), len(ours), len(gold)))
        figures.count("attribution loose, content opens with a quotation mark", Counts(
            sum(ours[j].quoted(case.text) for _, j in pairs), sum(p.quoted(case.text) for p in ours),
            sum(gold[i].quoted(case.text) for i, _ in pairs), sum(g.quoted(case.text) for g in gold)))
        figures.count("attribution loose, nested statements counted too",
                      Counts.of(len(pair_up(gold, everything, loose)), len(everything), len(gold)))
    return figures
