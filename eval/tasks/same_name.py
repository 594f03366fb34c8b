"""Whether two names mean the same person or body: `Angela Merkel` and `Chancellor Merkel`, `U.N.` and `United Nations`."""
from __future__ import annotations

import re
import unicodedata

TITLES = frozenset("""
    the a an mr mrs ms dr sir lord lady professor prof king queen prince princess general gen lt col colonel captain
    president prime minister chancellor secretary senator sen rep gov governor mayor judge justice chief foreign defence
    defense deputy acting former spokesman spokeswoman spokesperson""".split())
COMPANY_ENDINGS = frozenset("inc corp ltd co plc jr sr".split())
BODIES = frozenset("government ministry cabinet parliament army navy police military embassy".split())


def name_words(name: str) -> list[str]:
    """Lower-case words without accents, possessive marks, dots, titles and company endings (unless nothing is left)."""
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in letters if not unicodedata.combining(c)).lower().replace("’", "'")
    found = re.findall(r"[a-z0-9]+", re.sub(r"'s\b|\.", "", plain))
    return [w for w in found if w not in TITLES | COMPANY_ENDINGS] or found


def same_name(gold: str | None, ours: str | None) -> bool:
    """Equal words in any order; or the shorter name ends the longer, is part of it (of two words or more), or is its
    initials; or both name the same body of the same country ("German government", "Government of Germany")."""
    if not gold or not ours:
        return not gold and not ours
    a, b = name_words(gold), name_words(ours)
    if sorted(a) == sorted(b):
        return True
    short, long = sorted((a, b), key=len)
    if short and (short == long[-len(short):] or (len(short) > 1 and set(short) <= set(long))):
        return True
    if len(short) == 1 and short[0] == "".join(w[0] for w in long if w not in ("of", "and", "for")):
        return True
    stems = [{w[:4] for w in words if w != "of"} for words in (a, b)]
    return stems[0] == stems[1] and len(stems[0]) > 1 and bool(BODIES & set(a) & set(b))
