"""Entity types of the record, and what the types of each training set say about them.

No set marks all types. A set's label therefore stands for a *set* of allowed types, and a word that a set leaves
unmarked may still be of any type that the set does not mark. The loss sums over what is allowed.
"""
from __future__ import annotations

TYPES = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WEAPON", "VEHICLE", "EVENT", "LAW", "WORK",
         "LANGUAGE", "OTHER")
LABELS = ("O", *(f"{mark}-{kind}" for kind in TYPES for mark in "BI"))
INDEX = {label: k for k, label in enumerate(LABELS)}

_PLACE = ("GPE", "LOC", "FAC")
_MISC = ("NORP", "PRODUCT", "WEAPON", "VEHICLE", "EVENT", "LAW", "WORK", "LANGUAGE", "OTHER")

# set -> its type -> types of ours that it may be
SETS: dict[str, dict[str, tuple[str, ...]]] = {
    "uner": {"PER": ("PERSON",), "ORG": ("ORG",), "LOC": _PLACE},
    "wikigold": {"PER": ("PERSON",), "ORG": ("ORG",), "LOC": _PLACE, "MISC": _MISC},
    "wnut17": {"person": ("PERSON",), "location": _PLACE, "group": ("ORG",), "corporation": ("ORG",),
               "creative-work": ("WORK",), "product": ("PRODUCT", "WEAPON", "VEHICLE")},
    "crossner": {"politician": ("PERSON",), "person": ("PERSON",), "organisation": ("ORG",),
                 "politicalparty": ("ORG",), "event": ("EVENT",), "election": ("EVENT",), "country": ("GPE",),
                 "location": _PLACE,
                 "misc": ("NORP", "PRODUCT", "WEAPON", "VEHICLE", "LAW", "WORK", "LANGUAGE", "OTHER")},
    "re3d": {"Person": ("PERSON",), "Organisation": ("ORG",), "Location": _PLACE, "Nationality": ("NORP",),
             "Weapon": ("WEAPON",), "MilitaryPlatform": ("VEHICLE",), "Vehicle": ("VEHICLE",),
             "DocumentReference": ("LAW", "WORK")},
}


def allowed(name: str, label: str) -> tuple[int, ...]:
    """Indices into LABELS that a set's BIO label allows; a type of the set that we do not keep allows all."""
    table = SETS[name]
    marked = {kind for kinds in table.values() for kind in kinds}
    if label == "O":
        free = [kind for kind in TYPES if kind not in marked]
        return (0, *(INDEX[f"{mark}-{kind}"] for kind in free for mark in "BI"))
    mark, _, kind = label.partition("-")
    if kind not in table:
        return tuple(range(len(LABELS)))
    return tuple(INDEX[f"{mark}-{ours}"] for ours in table[kind])
