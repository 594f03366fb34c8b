#!/usr/bin/env python3
"""Every colour of text in src/format/page/page.css has a contrast of 4.5:1 on its grounds (WCAG 2.2, AA), in light
and in dark. Standard library only."""
from __future__ import annotations

import re
import sys
from pathlib import Path

CSS = Path(__file__).resolve().parent.parent.parent / "src/format/page/page.css"
PAIRS = [*((ink, ground) for ink in ("ink", "soft", "say", "deny", "warn", "vow", "ask", "source", "time", "figure")
           for ground in ("paper", "sheet")),
         *((force, f"{force}-bg") for force in ("say", "deny", "warn", "vow", "ask")),
         *((ink, ground) for ink in ("ink", "say", "deny", "warn", "vow", "ask", "source") for ground in ("say-bg", "on")),
         ("ink", "found")]


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb."""
    parts = [int(colour[k:k + 2], 16) / 255 for k in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def main() -> int:
    """Prints pairs that are too close."""
    roots = re.findall(r":root \{(.*?)\}", CSS.read_text(encoding="utf-8"), re.S)
    poor = []
    for name, block in zip(("light", "dark"), roots, strict=True):
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))
        poor += [f"{name}: {ink} on {ground} has {contrast(colours[ink], colours[ground]):.2f}:1"
                 for ink, ground in PAIRS if contrast(colours[ink], colours[ground]) < 4.5]
    print("\n".join(poor) or f"{len(PAIRS)} pairs of colours are readable, light and dark")
    return 1 if poor else 0


if __name__ == "__main__":
    sys.exit(main())
