"""Words to word pieces (BERT, uncased) and to shape classes, exactly as the program does it.

A word is lower-cased, stripped of accents (NFD, category Mn), cut at punctuation, and each part is matched greedily
against the vocabulary. The word's vector is that of its first piece.
"""
from __future__ import annotations

import unicodedata
from pathlib import Path

MAX_PART = 100  # characters; longer parts become [UNK], as in BERT
MAX_WORD_PIECES = 16  # a longer word keeps its first pieces


def is_punctuation(char: str) -> bool:
    """BERT's notion: ASCII symbols count too."""
    code = ord(char)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(char).startswith("P")


def shape_of(word: str) -> int:
    """0..13: what a reader sees of a word's case and signs, lost by lower-casing."""
    letters = [c for c in word if c.isalpha()]
    digits = sum(c.isdigit() for c in word)
    upper = sum(c.isupper() for c in letters)
    if not letters:
        if digits == 0:
            return 0
        return 1 if digits == len(word) else 2
    with_digits = 6 if digits else 0
    if upper == 0:
        return 3 + with_digits
    if upper == len(letters):
        return (4 if len(letters) == 1 else 5) + with_digits
    if letters[0].isupper() and upper == 1:
        return 6 + with_digits
    return (7 if letters[0].isupper() else 8) + min(with_digits, 5)


class WordPiece:
    """The vocabulary and the greedy match."""

    def __init__(self, vocabulary: Path) -> None:
        lines = vocabulary.read_text(encoding="utf-8").split("\n")
        self.index = {piece: k for k, piece in enumerate(lines) if piece}
        self.unknown, self.first, self.last, self.mask = (self.index[p] for p in ("[UNK]", "[CLS]", "[SEP]", "[MASK]"))
        self._cache: dict[str, list[int]] = {}

    def pieces(self, word: str) -> list[int]:
        """At least one piece of every word."""
        if word not in self._cache:
            found = [p for part in self._parts(word) for p in self._match(part)] or [self.unknown]
            self._cache[word] = found[:MAX_WORD_PIECES]
        return self._cache[word]

    def _parts(self, word: str) -> list[str]:
        folded = (c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        parts, glue = [], False
        for char in folded:
            if is_punctuation(char):
                parts.append(char)
                glue = False
            elif glue:
                parts[-1] += char
            else:
                parts.append(char)
                glue = True
        return parts

    def _match(self, part: str) -> list[int]:
        if len(part) > MAX_PART:
            return [self.unknown]
        found, at = [], 0
        while at < len(part):
            end = len(part)
            while end > at and (("##" if at else "") + part[at:end]) not in self.index:
                end -= 1
            if end == at:
                return [self.unknown]
            found.append(self.index[("##" if at else "") + part[at:end]])
            at = end
        return found
