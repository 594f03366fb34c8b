"""Who speaks where a quotation has a pronoun for its source: 100 pronouns of PolNeAR's development part.

`pronouns.tsv` beside this file holds them: drawn by chance from the gold attributions whose source is "he", "she" or
"they" and whose content holds a quotation, each read in its article and given its speaker by hand.

speaker     share of the pronouns whose statement names the right speaker; where the text names nobody ("my father"),
            naming nobody is right. A pronoun that is the source of no statement is wrong.

A name is right when same_name.py says so: Obama, Barack Obama.
"""
from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from core.cases import Case, Records
from core.counts import Figures, Share
from core.record import RecordView
from tasks import statements
from tasks.same_name import same_name

NAME = "pronouns"
FILE = Path(__file__).with_suffix(".tsv")


class Pronoun(NamedTuple):
    """Its first code point, and the names that are right; none: nobody is named."""

    at: int
    names: list[str]


def gold_files(data: Path) -> dict[str, list[Path]]:
    """The list; the articles are those of the statements."""
    return {"pronouns": [FILE]}


def load(data: Path) -> list[Case]:
    """The articles that the list names."""
    lists: dict[str, list[Pronoun]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            article, at, _, right = line.split("\t")
            lists.setdefault(article, []).append(Pronoun(int(at), [] if right == "-" else right.split("|")))
    return [replace(case, set=NAME, gold=lists[case.id]) for case in statements.load(data) if case.id in lists]


def speaker(view: RecordView, at: int) -> str | None:
    """The speaker of the statement whose source is the pronoun; "" for none. None: no such statement."""
    names = {entity.get("id"): entity.get("name") for entity in view.rows("entities")}
    found = None
    for row in view.rows("statements"):
        source = row.get("source") or {}
        spans = view.spans(source)
        if not any(begin <= at < end for begin, end in view.spans(source)):
            continue
        found = found or source.get("speaker") or names.get(source.get("entity")) or ""
    return found


def is_right(names: list[str], ours: str | None) -> bool:
    """See the top of the file."""
    if ours is None or not names:
        return ours == ""
    return any(same_name(name, ours) for name in names)


def score(cases: list[Case], records: Records) -> Figures:
    """The share."""
    figures = Figures({"speaker": Share()})
    for case in cases:
        view = RecordView(case, records.get(case.id))
        for pronoun in case.gold:
            right = is_right(pronoun.names, speaker(view, pronoun.at))
            figures.count("speaker", Share(right, 1, right, 1))
    return figures
