"""Figures on NewsQuant, the cases of Recognizers-Text (numbers with units; bare numbers) and those of quantulum3.

value        the same interval: [low, high] of a range, else [value, value]; bounds equal but for 0.2 %; an open end of
             the gold's asks for nothing; where gold says a place in the text, the spans overlap; one to one
value+unit   and one of our names of the unit (unit, currency, `of`, or these per period) means the same as one of the
             gold's (unit_names.py); for counted things the words of the shorter name stand in the longer

Figures of kind `rank` are left out but for bare numbers: NewsQuant and quantulum3 do not mark ordinals.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator

from core.cases import Case, Records, Row, Span, read_rows
from core.counts import Counts, Figures, overlap, pair_up
from core.record import RecordView
from tasks.unit_names import same_unit

NAME = "quantity"
FILES = {"newsquant": "qty_newsquant/newsquant.dev.jsonl",
         "recognizers_unit": "qty_recognizers/number_with_unit.dev.jsonl",
         "recognizers_number": "qty_recognizers/number.dev.jsonl",
         "quantulum3": "qty_quantulum3/quantities.dev.jsonl"}
PERIODS = {"P1Y": "year", "P3M": "quarter", "P1M": "month", "P1W": "week", "P1D": "day", "PT1H": "hour"}
CLOSE = 2e-3  # relative error that still counts as equal


@dataclass
class Quantity:
    """An interval (None: open) with the names of its unit. No spans: gold does not say where."""

    low: float | None
    high: float | None
    units: list[str | None]
    spans: list[Span] = field(default_factory=list)
    middle: float | None = None  # quantulum3's value, which may stand for the interval around it
    kind: str = ""


def gold_files(data: Path) -> dict[str, list[Path]]:
    """One file a set."""
    return {name: [data / file] for name, file in FILES.items()}


def load(data: Path) -> list[Case]:
    """One case a sentence."""
    cases = []
    for name, file in FILES.items():
        for number, row in enumerate(read_rows(data / file)):
            text, gold = _READERS[name](row)
            cases.append(Case(f"{name}:{number}", name, text, gold))
    return cases


def to_number(value: object) -> float | None:
    """A number from a JSON number or a string such as `75,000`; None if it is none."""
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return None


def _newsquant(row: Row) -> tuple[str, list[Quantity]]:
    """Values are `3`, `-3`, `2E-6` or a range `252.0-287.0`; others are left out."""
    gold = []
    for q in row["quantities"]:
        found = re.fullmatch(r"\s*(-?[\d.]+(?:E-?\d+)?)(?:\s*-\s*([\d.]+(?:E-?\d+)?))?\s*", str(q["value"]))
        low = to_number(found.group(1)) if found else None
        if found and low is not None:
            high = to_number(found.group(2)) if found.group(2) else low
            gold.append(Quantity(low, high, [q["unit"], q["normalized_unit"]]))
    return row["text"], gold


def _recognizers(row: Row) -> tuple[str, list[Quantity]]:
    """Values are `75000000`, `9.98%`, or an interval `[20,100]`, `(,170)`; relative ones are left out."""
    gold = []
    for result in row["Results"]:
        kind, resolution = result["TypeName"], result.get("Resolution") or {}
        value = str(resolution.get("value"))
        interval = re.fullmatch(r"[\[(](.*),(.*)[\])]", value)
        low, high = map(to_number, interval.groups() if interval else 2 * (value.removesuffix("%"),))
        if (low is not None or high is not None) and "relative" not in kind:
            units = _recognizers_units(kind, resolution.get("unit"))
            gold.append(Quantity(low, high, units, [(result["Start"], result["End"] + 1)]))
    return row["Input"], gold


def _recognizers_units(kind: str, unit: str | None) -> list[str | None]:
    if kind == "percentage":
        return ["percent"]
    if kind == "age":
        return [f"{unit} of age".lower(), unit]
    if kind == "currency":
        return [unit, "GBP" if (unit or "").lower() == "pound" else unit]
    return [unit]


def _quantulum(row: Row) -> tuple[str, list[Quantity]]:
    """A value with an uncertainty on both sides; it may stand wherever its surface occurs."""
    gold = []
    for q in row["res"]:
        value, half, surface = q["value"], q.get("uncertainty") or 0, q["surface"]
        places = [(m.start(), m.start() + len(surface)) for m in re.finditer(f"(?={re.escape(surface)})", row["req"])]
        gold.append(Quantity(value - half, value + half, [q["unit"]], places if surface else [], middle=value))
    return row["req"], gold


_READERS = {"newsquant": _newsquant, "recognizers_unit": _recognizers, "recognizers_number": _recognizers,
            "quantulum3": _quantulum}


def rows_and_quantities(view: RecordView) -> Iterator[tuple[Row, Quantity]]:
    """The figures of a record that have a value or a bound, and a place in the gold text."""
    for row in view.rows("figures"):
        span, value = view.span(row), to_number(row.get("value"))
        low, high = to_number(row.get("low")), to_number(row.get("high"))
        if row.get("bound") != "between" and value is not None:
            low = high = value
        if span and (low is not None or high is not None):
            yield row, Quantity(low, high, unit_names(row), [span], kind=str(row.get("kind")))


def unit_names(row: Row) -> list[str | None]:
    """Every name that a figure gives its unit: `dollar`, `USD`, `litre per day`, the thing counted."""
    thing = (row.get("of") or {}).get("text")
    percent = row.get("kind") == "percent"
    names = [row.get("unit"), row.get("currency"), thing]
    names += ["percent"] if percent else []
    names += ["pound"] if row.get("currency") == "GBP" else []
    whole = row.get("currency") or ("percent" if percent else row.get("unit"))
    period = PERIODS.get(str(row.get("period")), row.get("period"))
    return names + [f"{whole} per {part}" for part in (period, thing) if whole and part]


def close(a: float | None, b: float | None) -> bool:
    """Equal but for a rounding error."""
    return a is not None and b is not None and abs(a - b) <= CLOSE * max(abs(a), abs(b)) + 1e-12


def same_value(gold: Quantity, ours: Quantity) -> bool:
    """The same interval at an overlapping place (see the top of the file)."""
    if gold.spans and not any(overlap(g, p) for g in gold.spans for p in ours.spans):
        return False
    if gold.middle is not None and close(gold.middle, ours.low) and close(gold.middle, ours.high):
        return True
    return all(g is None or close(g, p) for g, p in ((gold.low, ours.low), (gold.high, ours.high)))


def same_value_and_unit(gold: Quantity, ours: Quantity) -> bool:
    """The same interval of the same unit."""
    return same_value(gold, ours) and same_unit(gold.units, ours.units)


def score(cases: list[Case], records: Records) -> Figures:
    """Value and value+unit of each set."""
    figures = Figures()
    for case in cases:
        found = rows_and_quantities(RecordView(case, records.get(case.id)))
        ours = [q for _, q in found if q.kind != "rank" or case.set == "recognizers_number"]
        for name, fits in (("value", same_value), ("value+unit", same_value_and_unit)):
            pairs = pair_up(case.gold, ours, fits)
            figures.count(f"{case.set} {name}", Counts.of(len(pairs), len(ours), len(case.gold)))
    return figures
