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
    known: list[str]  # "form TAB UPOS TAB lemma" of words seen, the most frequent lemma of each; a script is for others


def collect(windows: Iterable[Window], least: int = 2) -> Labels:
    """Labels that occur at least `least` times."""
    tags: Counter[str] = Counter()
    lemmas: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    lemma_of: dict[tuple[str, str], Counter[str]] = {}
    for window in windows:
        for s in window.sentences:
            tags.update(s.tags)
            relations.update(s.relations)
            lemmas.update(lemma_script(f, m) for f, m in zip(s.words, s.lemmas))
            for form, tag, lemma in zip(s.words, s.tags, s.lemmas):
                lemma_of.setdefault((form, tag.split("|")[0]), Counter())[lemma] += 1

    def ordered(counts: Counter[str]) -> list[str]:
        return [k for k, n in sorted(counts.items(), key=lambda i: (-i[1], i[0])) if n >= least]

    return Labels(ordered(tags), ordered(lemmas), ordered(relations), known_lemmas(lemma_of))


def known_lemmas(lemma_of: dict[tuple[str, str], Counter[str]]) -> list[str]:
    """Rows "form TAB UPOS TAB lemma", sorted; numbers and signs are left to the scripts."""
    rows = []
    for (form, upos), counts in lemma_of.items():
        if upos not in ("NUM", "PUNCT", "SYM", "X") and any(c.isalpha() for c in form):
            lemma = min(counts, key=lambda m: (-counts[m], m))
            rows.append("\t".join((form, upos, lemma)))
    return sorted(rows)


def sizes_of(labels: Labels) -> spec.Sizes:
    """What the model's heads need to know of the label sets."""
    return spec.Sizes(len(labels.tags), len(labels.lemmas), len(labels.relations), len(names.LABELS))
