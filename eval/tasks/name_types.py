"""Which type of ours is which type of a set of names.

Sets cut the world differently. Both sides are brought to the coarser of the two: where a set tells politicians from
other persons, its two types are one here; where a set has no type for what we find (days of the week, laws), our rows
of that type are not scored on it; where ours has none for theirs, its gold is in the count and is missed.
"""
from __future__ import annotations

from typing import NamedTuple

from core.record import RecordView
from core.cases import Span

PLACES = ("GPE", "LOC", "FAC")
THINGS = ("PRODUCT", "WEAPON", "VEHICLE")
REST = ("NORP", *THINGS, "LAW", "WORK", "LANGUAGE", "OTHER")
Name = tuple[int, int, str]  # begin, end, label


def _labels(**types: str | tuple[str, ...]) -> dict[str, str]:
    """{type: label} of `label="type"` and `label=("type", …)`."""
    pairs = ((label, (named,) if isinstance(named, str) else named) for label, named in types.items())
    return {kind: label for label, kinds in pairs for kind in kinds}


class Scheme(NamedTuple):
    """A set's types and ours, each with its label. `times`: the label of our times; `figures`: of our figures, those of
    money apart in `money`. None: that layer is not scored on the set."""

    gold: dict[str, str]
    ours: dict[str, str]
    times: str | None = None
    figures: str | None = None
    money: str | None = None

    @property
    def labels(self) -> list[str]:
        """The labels, in the order of the set's types."""
        return list(dict.fromkeys(self.gold.values()))

    def names(self, view: RecordView, forms: tuple[str, ...]) -> set[Name]:
        """What the record says, in the set's labels: mentions of entities of these forms, times, figures."""
        found = {(*span, self.ours[entity["type"]]) for entity, mention, span in view.mentions()
                 if entity.get("type") in self.ours and (mention.get("form") or "name") in forms}
        if self.times:
            found |= {(*span, self.times) for span in map(view.span, view.rows("times")) if span}
        if self.figures:
            for row in view.rows("figures"):
                span: Span | None = view.span(row)
                if span:
                    found.add((*span, self.money if self.money and row.get("kind") == "money" else self.figures))
        return found


SCHEMES: dict[str, Scheme] = {
    # Peoples (NORP), works and events bear no name here.
    "uner_ewt": Scheme(_labels(PER="PER", ORG="ORG", LOC="LOC"), _labels(PER="PERSON", ORG="ORG", LOC=PLACES)),
    # Geographic and national names are marked as their own types; times and numbers come from layers of their own.
    "re3d": Scheme(
        _labels(Organisation="Organisation", Location="Location", Person="Person", Nationality="Nationality",
                Weapon="Weapon", Vehicle=("MilitaryPlatform", "Vehicle"), DocumentReference="DocumentReference",
                Temporal="Temporal", Money="Money", Quantity="Quantity"),
        _labels(Organisation="ORG", Location=PLACES, Person="PERSON", Nationality="NORP", Weapon="WEAPON",
                Vehicle="VEHICLE", DocumentReference=("LAW", "WORK")),
        times="Temporal", figures="Quantity", money="Money"),
    # Whole noun phrases around a name are marked, which is why the overlap is its figure.
    "gum": Scheme(
        _labels(person="person", place="place", organization="organization", event="event", time="time",
                object=("object", "substance", "plant", "animal"), abstract="abstract"),
        _labels(person=("PERSON", "NORP"), place=PLACES, organization="ORG", event="EVENT", object=THINGS,
                abstract=("LAW", "WORK", "LANGUAGE", "OTHER")),
        times="time"),
    # CoNLL 2003's four types.
    "wikigold": Scheme(_labels(PER="PER", ORG="ORG", LOC="LOC", MISC="MISC"),
                       _labels(PER="PERSON", ORG="ORG", LOC=PLACES, MISC=("EVENT", *REST))),
    "wnut17": Scheme(
        _labels(person="person", location="location", org=("group", "corporation"), work="creative-work",
                product="product"),
        _labels(person="PERSON", location=PLACES, org="ORG", work="WORK", product=THINGS)),
    "crossner_politics": Scheme(
        _labels(person=("politician", "person"), org=("organisation", "politicalparty"), event=("event", "election"),
                location=("country", "location"), misc="misc"),
        _labels(person="PERSON", org="ORG", event="EVENT", location=PLACES, misc=REST)),
}
