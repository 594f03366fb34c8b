"""Brings offsets of the program's text to offsets of the gold text.

The program may clean a text (line ends, bad bytes). Then characters are paired: blanks never; all others in order
if the two texts have the same ones; else by equal words, and inside unequal runs by equal characters. Curly and
straight marks, dashes and the like count as equal.
"""
from __future__ import annotations

import re
from difflib import SequenceMatcher

from core.cases import Span

_SAME = {"‘": "'", "’": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": ".", "\u00a0": " "}
_LOOKALIKE = str.maketrans(_SAME)
_WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")
_TOO_LARGE = 4_000_000  # characters times characters that are not compared one by one


def trimmed(text: str, begin: int, end: int) -> Span | None:
    """The span without outer blanks; None when nothing is left."""
    part = text[begin:end]
    begin += len(part) - len(part.lstrip())
    end -= len(part) - len(part.rstrip())
    return (begin, end) if begin < end else None


class Alignment:
    """Maps spans of `ours` (the program's text) to spans of `gold`."""

    def __init__(self, ours: str, gold: str) -> None:
        self.gold, self.size = gold, len(ours)
        self.partner: dict[int, int] | None = None if ours == gold else _partners(ours, gold)

    def span(self, begin: int, end: int) -> Span | None:
        """The gold span, trimmed; None when no character of it has a partner."""
        begin, end = max(0, begin), min(end, self.size)
        if self.partner is None:
            return trimmed(self.gold, begin, end)
        there = [self.partner[k] for k in range(begin, end) if k in self.partner]
        return trimmed(self.gold, there[0], there[-1] + 1) if there else None


def _partners(ours: str, gold: str) -> dict[int, int]:
    a, b = ours.translate(_LOOKALIKE), gold.translate(_LOOKALIKE)
    solid_a = [k for k, c in enumerate(a) if not c.isspace()]
    solid_b = [k for k, c in enumerate(b) if not c.isspace()]
    if [a[k] for k in solid_a] == [b[k] for k in solid_b]:
        return dict(zip(solid_a, solid_b))
    pieces_a, pieces_b = ([m.span() for m in _WORD_OR_MARK.finditer(t)] for t in (a, b))
    words = SequenceMatcher(None, [a[s:e] for s, e in pieces_a], [b[s:e] for s, e in pieces_b], autojunk=False)
    found: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in words.get_opcodes():
        if tag == "equal":
            for (s, e), (t, _) in zip(pieces_a[i1:i2], pieces_b[j1:j2]):
                found.update((s + k, t + k) for k in range(e - s))
        elif tag == "replace":
            _pair_characters(a, (pieces_a[i1][0], pieces_a[i2 - 1][1]), b, (pieces_b[j1][0], pieces_b[j2 - 1][1]), found)
    return found


def _pair_characters(a: str, in_a: Span, b: str, in_b: Span, found: dict[int, int]) -> None:
    if (in_a[1] - in_a[0]) * (in_b[1] - in_b[0]) > _TOO_LARGE:
        return
    letters = SequenceMatcher(None, a[in_a[0]:in_a[1]], b[in_b[0]:in_b[1]], autojunk=False)
    for block in letters.get_matching_blocks():
        for k in range(block.size):
            here = in_a[0] + block.a + k
            if not a[here].isspace():
                found[here] = in_b[0] + block.b + k
