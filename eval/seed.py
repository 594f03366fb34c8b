#!/usr/bin/env python3
"""The first article that must come out right: figures, times, quotations and speakers, by surface.

    python3 eval/seed.py [--bin build/release/onrecord] [--seed ARTICLE]

Prints a line for everything that is wrong and exits 1; exits 0 with a message where the article is not there.
Standard library only.
"""
from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("ONRECORD_DATA", ROOT.parent / "shared" / "data"))
PUBLISHED = "2024-04-25"

# surface -> what must be right of it
FIGURES: dict[str, dict[str, Any]] = {
    "186-mile": {"kind": "length", "value": 186, "unit": "mile", "bound": "exact"},
    "six months": {"kind": "duration", "value": 6, "unit": "month", "bound": "exact"},
    "2.5 percent": {"kind": "percent", "value": 2.5, "bound": "exact", "of": "GDP"},
    "£3 billion pounds": {"kind": "money", "value": 3e9, "currency": "GBP", "bound": "about"},
    "£500 million pounds": {"kind": "money", "value": 5e8, "currency": "GBP", "bound": "exact"},
    "1,600": {"kind": "count", "value": 1600, "bound": "exact", "of": "strike and air defence missiles"},
    "one": {"kind": "count", "value": 1, "bound": "at_least", "of": "strike"},
}
TIMES = {"February": "2024-02", "six months": "P6M", "today": "2024-04-25", "this week": "2024-W17",
         "Wednesday": "2024-04-24", "2024": "2024"}
RELATIVE = ("February", "today", "this week", "Wednesday")  # unknown, with a reason, where no date is given
# (source, speaker) of each statement that has a source; None: no name is given
SPEAKERS = [("US defence officials", None), ("the BBC", "BBC"), ("A state department spokesman", None),
            ("US National Security Advisor Jake Sullivan", "Jake Sullivan"), ("He", "Jake Sullivan"),
            ("the Kremlin", "Kremlin"), ("Spokesman Dmitry Peskov", "Dmitry Peskov"),
            ("President Volodymyr Zelensky", "Volodymyr Zelensky"), ("Ukraine’s general staff", "Ukraine’s general staff"),
            ("Chancellor Jeremy Hunt", "Jeremy Hunt"), ("He", "Jeremy Hunt"),
            ("Prime Minister Rishi Sunak", "Rishi Sunak")]


class Record:
    """A record with its surfaces at hand."""

    def __init__(self, binary: str, article: Path, published: str | None) -> None:
        command = [binary, "annotate", str(article), *(["--published", published] if published else [])]
        self.row = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        self.text = self.row["article"]["text"]

    def surface(self, span: dict[str, int]) -> str:
        """The characters of one span."""
        return self.text[span["start"]:span["end"]]

    def surfaces(self, holder: dict[str, Any] | None) -> str:
        """The characters of a list of spans."""
        return " ".join(self.surface(s) for s in (holder or {}).get("spans", []))

    def rows(self, layer: str, surface: str) -> list[dict[str, Any]]:
        """The rows of a layer that show a surface."""
        return [row for row in self.row[layer] if self.surface(row) == surface]


def wrong_figures(record: Record) -> list[str]:
    """Figures that are missing or have another value, unit, bound or counted thing."""
    found = []
    for surface, wanted in FIGURES.items():
        rows = record.rows("figures", surface)
        if not rows:
            found.append(f"figure {surface!r} is missing")
        for key, value in wanted.items() if rows else ():
            got = (rows[0]["of"] or {}).get("text") if key == "of" else rows[0][key]
            if got != value:
                found.append(f"figure {surface!r}: {key} is {got!r}, not {value!r}")
    return found


def wrong_times(record: Record, dated: bool) -> list[str]:
    """Times with another value; without a publication date, relative ones that are not null with a reason."""
    found = []
    for surface, value in TIMES.items():
        rows = record.rows("times", surface)
        unknown = not dated and surface in RELATIVE
        wanted = None if unknown else value
        if not rows:
            found.append(f"time {surface!r} is missing")
        elif rows[0]["value"] != wanted or (unknown and not rows[0]["reason"]):
            found.append(f"time {surface!r}: {rows[0]['value']!r} ({rows[0]['reason']}), not {wanted!r}")
    return found


def wrong_statements(record: Record) -> list[str]:
    """Quotations that no statement holds, and sources without their speaker."""
    contents = [record.surfaces(s["content"]) for s in record.row["statements"]]
    found = [f"quotation {quote!r} is in no statement" for quote in re.findall("“[^”]*”", record.text)
             if not any(quote in content for content in contents)]
    pairs = [(record.surfaces(s["source"]), s["source"]["speaker"]) for s in record.row["statements"]]
    for pair in SPEAKERS:
        if pair in pairs:
            pairs.remove(pair)
        else:
            found.append(f"no statement by {pair[0]!r} with the speaker {pair[1]!r}")
    return found


def main() -> int:
    """Prints what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=str(ROOT / "build/release/onrecord"))
    parser.add_argument("--seed", type=Path, default=DATA.parent / "seed" / "article.txt")
    arguments = parser.parse_args()
    if not arguments.seed.is_file():
        print(f"seed: no article at {arguments.seed}; nothing checked")
        return 0
    dated, undated = (Record(arguments.bin, arguments.seed, date) for date in (PUBLISHED, None))
    wrong = wrong_figures(dated) + wrong_times(dated, True) + wrong_statements(dated) + wrong_times(undated, False)
    print("\n".join(wrong) or f"seed: {len(FIGURES)} figures, {len(TIMES)} times, every quotation and "
                              f"{len(SPEAKERS)} speakers are right")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
