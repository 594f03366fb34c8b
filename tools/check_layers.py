#!/usr/bin/env python3
"""Fails when an #include points against the way of the data.

The table of docs/architecture.md ("| room | may include |") is the law; this reads it, so that the page and the
check cannot disagree. Headers of include/onrecord/ are open to every room. Standard library only.
"""
from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s+"([a-z_]+)/', re.M)
ROW = re.compile(r"^\| `src/([a-z]+)/` \|[^|]*\| ([^|]*) \|", re.M)


def allowed_arrows() -> dict[str, set[str]]:
    """room -> rooms that it may include, from the table."""
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    return {room: set(re.findall(r"`([a-z]+)`", cell)) for room, cell in ROW.findall(page)}


def breaches(allowed: dict[str, set[str]]) -> list[str]:
    """One line for each file that includes a room it must not see."""
    found = []
    for path in sorted((ROOT / "src").rglob("*")):
        if path.suffix not in (".h", ".cpp", ".def"):
            continue
        room = path.relative_to(ROOT / "src").parts[0]
        if room not in allowed:
            found.append(f"{path.relative_to(ROOT)}: room '{room}' is not in the table of docs/architecture.md")
            continue
        for target in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if target not in ({room, "onrecord"} | allowed[room]):
                found.append(f"{path.relative_to(ROOT)}: {room} must not include {target}/")
    return found


def cycles(allowed: dict[str, set[str]]) -> list[str]:
    """Rooms that could reach themselves, were every allowed arrow used."""
    def reach(room: str, seen: set[str]) -> set[str]:
        for target in allowed.get(room, set()) - seen:
            seen |= {target}
            reach(target, seen)
        return seen
    return [f"the table lets '{room}' reach itself" for room in allowed if room in reach(room, set())]


def main() -> int:
    """Prints the breaches; the exit code tells whether there are any."""
    allowed = allowed_arrows()
    if len(allowed) < 10:
        print("docs/architecture.md: the table of rooms was not found")
        return 1
    problems = breaches(allowed) + cycles(allowed)
    print("\n".join(problems) or f"{len(allowed)} rooms, every arrow points one way")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
