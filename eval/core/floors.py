"""Floors: the figures that must not fall again, pinned to the gold they were measured on.

floors.json: {"full" | "quick": {TASK: {"gold": {SET: sha256}, "floors": {FIGURE: F1 in per cent}}}}
Figures are cut, not rounded, to two decimals, so that a floor is never above what was measured.
"""
from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent.parent / "floors.json"
Part = dict[str, Any]  # {"gold": …, "floors": …}


def as_floor(f1: float) -> float:
    """Per cent, cut to two decimals."""
    return math.floor(f1 * 10000 + 1e-9) / 100


def read() -> dict[str, dict[str, Part]]:
    """All floors; none before the first --update-floors."""
    return json.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {}


def below(part: Part, measured: dict[str, float]) -> list[str]:
    """The figures of `measured` (shares) that lie below their floor."""
    return [name for name, f1 in measured.items() if as_floor(f1) < part.get("floors", {}).get(name, 0.0)]


def other_gold(part: Part, digests: dict[str, str]) -> list[str]:
    """The sets whose gold is not the one that the floors were measured on."""
    return [name for name, value in digests.items() if part.get("gold", {}).get(name, value) != value]


def raised(part: Part, measured: dict[str, float], digests: dict[str, str], allow_lower: bool) -> Part:
    """The floors with those of `measured` put in; a lower one only where that is allowed. Zeros need no floor."""
    pinned = dict(part.get("floors", {}))
    for name, f1 in measured.items():
        floor = as_floor(f1)
        if floor > pinned.get(name, 0.0) or (allow_lower and name in pinned):
            pinned[name] = floor
    return {"gold": {**part.get("gold", {}), **digests}, "floors": pinned}


def write(floors: dict[str, dict[str, Part]]) -> None:
    """Keeps the file in one order, so that a change of a floor is one line of a diff."""
    FILE.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
