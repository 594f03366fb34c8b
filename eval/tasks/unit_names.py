"""Whether two names of a unit mean the same: `$` and `US dollars`, `sq km` and `square kilometers`.

unit_names.txt holds the spellings; plurals and `A per B` follow by rule.
"""
from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from core.cases import read_text

NO_UNIT = frozenset({"", "-", "dimensionless", "none", "null", "number"})
UNCOUNTED = frozenset({None, "count"})
SMALL_WORDS = frozenset({"the", "of", "a", "an", "and"})
_PER = re.compile(r"\s+per\s+|\s*/\s*|\s+(?:a|an)[ -]|-a-")


@cache
def _keys() -> dict[str, str]:
    """Spelling -> key."""
    lines = [line.split(" = ", 1) for line in read_text(Path(__file__).with_suffix(".txt")).splitlines()
             if line and not line.startswith("#")]
    keys = {spelling: key for key, spellings in lines for spelling in spellings.split(", ")}
    keys.update((key.lower(), key) for key, _ in lines)
    return keys


@cache
def _known() -> frozenset[str]:
    return frozenset(_keys().values())


@cache
def unit_key(name: str | None) -> str | None:
    """One key for every spelling; None for no unit."""
    text = " ".join((name or "").lower().replace("ó", "o").split())
    if text in NO_UNIT:
        return None
    if text in _keys():
        return _keys()[text]
    parts = _PER.split(text, maxsplit=1)
    if len(parts) == 2 and all(parts):
        return f"{unit_key(parts[0])} per {unit_key(parts[1])}"
    one = singular(text)
    return _keys().get(one, one)


def singular(text: str) -> str:
    """Without the plural ending of the last word, or of the first in `barrels of oil`."""
    head, of, rest = text.partition(" of ")
    if len(head) > 4 and head.endswith("ies"):
        head = head[:-3] + "y"
    elif len(head) > 2 and head.endswith("s") and not head.endswith("ss"):
        head = head[:-1]
    return head + of + rest


def same_unit(gold: list[str | None], ours: list[str | None]) -> bool:
    """Whether one of the gold's names and one of ours agree: by key; both without a unit (a bare `count` is none);
    or, for names outside the table, all words of one stand in the other."""
    g, p = set(map(unit_key, gold)), set(map(unit_key, ours))
    if (g & p) - {None}:
        return True
    if g <= UNCOUNTED:
        return p <= UNCOUNTED
    return any(a <= b or b <= a for a in _word_sets(g) for b in _word_sets(p))


def _word_sets(keys: set[str | None]) -> list[frozenset[str]]:
    sets = (frozenset(singular(w) for w in re.findall(r"[a-z0-9]+", key) if w not in SMALL_WORDS)
            for key in keys if key and key not in _known())
    return [words for words in sets if words]
