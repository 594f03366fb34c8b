"""Names of places on LGL (local news) and GeoVirus (Wikinews), scored as Gritta et al. (2019) do.

recognition, exact      the spans are equal (distinct spans on both sides)
recognition, overlap    the spans overlap, one to one; equal spans are paired first
end to end, 161 km      overlap, and at most 161 km from gold; gold without coordinates is left out on both sides
accuracy@161km          share of gold places with coordinates that are at most 161 km off: of those recognised (an
                        overlapping row), of all (a missed one is wrong)
GeoNames id             share of gold places with an id that have the same one: of those recognised, of all

GeoVirus has no ids; its coordinates are Wikipedia's. LGL marks demonyms too ("Russian"), which are no places to us.
"""
from __future__ import annotations

import math
from pathlib import Path
from typing import NamedTuple

from core.cases import Case, Records, Row, Span, read_rows
from core.counts import Counts, Figures, Share, overlap, pair_up
from core.record import RecordView

NAME = "places"
FILES = {"lgl": "geoparsing/lgl.jsonl.gz", "geovirus": "geoparsing/geovirus.jsonl.gz"}
NEAR_KM = 161.0
EARTH_KM = 6371.0


class Place(NamedTuple):
    """A place of either side."""

    span: Span
    geonames: str | None
    lat: float | None
    lon: float | None


def gold_files(data: Path) -> dict[str, list[Path]]:
    """One file a set."""
    return {name: [data / file] for name, file in FILES.items()}


def load(data: Path) -> list[Case]:
    """One case an article, published on its date."""
    cases = []
    for name, file in FILES.items():
        for row in read_rows(data / file):
            marks = {(t["start"], t["end"]): place_of((t["start"], t["end"]), t.get("geonameid"), t)
                     for t in row["toponyms"] if t.get("exact") is not False}
            cases.append(Case(f"{name}:{row['id']}", name, row["text"], list(marks.values()),
                              (row.get("date") or "")[:10] or None))
    return cases


def place_of(span: Span, geonames: object, row: Row) -> Place:
    """A place with its id as text."""
    return Place(span, str(geonames) if geonames else None, row.get("lat"), row.get("lon"))


def ours(view: RecordView) -> list[Place]:
    """The record's places, one a span."""
    found = {span: place_of(span, row.get("geonames"), row) for row in view.rows("places") if (span := view.span(row))}
    return list(found.values())


def distance(a: Place, b: Place) -> float | None:
    """Kilometres along a great circle; None where one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def near(a: Place, b: Place) -> bool:
    """At most 161 km apart."""
    apart = distance(a, b)
    return apart is not None and apart <= NEAR_KM


def pairs_of(gold: list[Place], found: list[Place]) -> list[tuple[Place, Place]]:
    """Overlapping pairs, equal spans first."""
    equal = pair_up(gold, found, lambda g, p: g.span == p.span)
    left = [k for k in range(len(gold)) if k not in {i for i, _ in equal}]
    free = [k for k in range(len(found)) if k not in {j for _, j in equal}]
    more = pair_up(left, free, lambda i, j: overlap(gold[i].span, found[j].span))
    return [(gold[i], found[j]) for i, j in equal + [(left[a], free[b]) for a, b in more]]


def _count_recognition(figures: Figures, name: str, gold: list[Place], found: list[Place],
                       pairs: list[tuple[Place, Place]]) -> None:
    hits = Counts.of(len(pairs), len(found), len(gold))
    figures.count(f"{name} recognition, exact", Counts.of_sets({g.span for g in gold}, {p.span for p in found}))
    figures.count(f"{name} recognition, overlap", hits)
    figures.count(f"{name} recognition, overlap, literal only", hits)  # neither set tells other uses apart
    unplaced = sum(g.lat is None for g, _ in pairs)
    figures.count(f"{name} end to end, 161 km", Counts.of(
        sum(near(g, p) for g, p in pairs), len(found) - unplaced, sum(g.lat is not None for g in gold)))


def _count_resolution(figures: Figures, name: str, gold: list[Place], pairs: list[tuple[Place, Place]]) -> None:
    known = [(g, p) for g, p in pairs if g.lat is not None]
    right = sum(near(g, p) for g, p in known)
    named = [(g, p) for g, p in pairs if g.geonames]
    same = sum(g.geonames == p.geonames for g, p in named)
    for figure, hits, whole in (("accuracy@161km of recognised", right, len(known)),
                                ("accuracy@161km of all", right, sum(g.lat is not None for g in gold)),
                                ("GeoNames id of recognised", same, len(named)),
                                ("GeoNames id of all", same, sum(g.geonames is not None for g in gold))):
        if whole:
            figures.setdefault(f"{name} {figure}", Share())
            figures.count(f"{name} {figure}", Counts.of(hits, whole, whole))


def score(cases: list[Case], records: Records) -> Figures:
    """The figures of both sets."""
    figures = Figures()
    for case in cases:
        found = ours(RecordView(case, records.get(case.id)))
        pairs = pairs_of(case.gold, found)
        _count_recognition(figures, case.set, case.gold, found, pairs)
        _count_resolution(figures, case.set, case.gold, pairs)
    return figures
