"""Label sets learnt from the training sets: tags, lemma scripts, relations."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Iterable

import names
import spec
from readers import Window


def lemma_script(form: str, lemma: str) -> str:
    """How to make the lemma from the form: "L" lower-cases first ("K" keeps), then -n drops n characters and the
    rest is added. "went" -> "go" is a whole word: "=go"."""
    best = None
    for flag, base in (("L", form.lower()), ("K", form)):
        shared = 0
        while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
            shared += 1
        if shared == 0:
            continue
        script = f"{flag}-{len(base) - shared}+{lemma[shared:]}"
        if best is None or len(script) < len(best):
            best = script
    return best or f"={lemma}"


def apply_script(form: str, script: str) -> str:
    """The lemma. The inverse of lemma_script."""
    if script.startswith("="):
        return script[1:]
    base = form.lower() if script[0] == "L" else form
    drop, _, add = script[2:].partition("+")
    return base[:len(base) - int(drop)] + add


@dataclass
class Labels:
    """Each list in order of falling count, then by name."""

    tags: list[str]
    lemmas: list[str]
    relations: list[str]


def collect(windows: Iterable[Window], least: int = 2) -> Labels:
    """Labels that occur at least `least` times."""
    tags: Counter[str] = Counter()
    lemmas: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    for window in windows:
        for s in window.sentences:
            tags.update(s.tags)
            relations.update(s.relations)
            lemmas.update(lemma_script(f, m) for f, m in zip(s.words, s.lemmas))

    def ordered(counts: Counter[str]) -> list[str]:
        return [k for k, n in sorted(counts.items(), key=lambda i: (-i[1], i[0])) if n >= least]

    return Labels(ordered(tags), ordered(lemmas), ordered(relations))


def sizes_of(labels: Labels) -> spec.Sizes:
    """What the model's heads need to know of the label sets."""
    return spec.Sizes(len(labels.tags), len(labels.lemmas), len(labels.relations), len(names.LABELS))
