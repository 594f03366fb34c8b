"""Cases: texts with their gold. Where the gold lies, how it is read, and what it was (sha256)."""
from __future__ import annotations

import gzip
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterable, Iterator, Optional

ROOT = Path(__file__).resolve().parent.parent.parent
Span = tuple[int, int]  # code points, half-open
Row = dict[str, Any]
Records = dict[str, Optional[Row]]


@dataclass(frozen=True)
class Case:
    """One text, or the bytes of one page, for the program. `set` is the data set it belongs to; `gold` is the task's
    own."""

    id: str
    set: str
    text: str
    gold: Any
    published: str | None = None
    html: bytes | None = None
    title: str | None = None


def data_folder(given: str | None) -> Path | None:
    """The folder of the evaluation data: the one given, else $ONRECORD_DATA, else the usual place."""
    wanted = given or os.environ.get("ONRECORD_DATA")
    folder = Path(wanted) if wanted else ROOT.parent / "shared" / "data"
    return folder if folder.is_dir() else None


def read_text(path: Path) -> str:
    """A file as UTF-8, unpacked if it ends in .gz, with its line ends as they are: gold offsets count them."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")


def read_rows(path: Path) -> Iterator[Row]:
    """The objects of a JSON Lines file."""
    for line in read_text(path).split("\n"):
        if line.strip():
            yield json.loads(line)


def digest(files: Iterable[Path]) -> str:
    """One sha256 over the files' names and bytes, in order of name."""
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(f"{path.parent.name}/{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def every(cases: list[Case], step: int) -> list[Case]:
    """Every step-th case of each set, from its first on: the same ones each time."""
    seen: dict[str, int] = {}
    kept = []
    for case in cases:
        if seen.setdefault(case.set, 0) % step == 0:
            kept.append(case)
        seen[case.set] += 1
    return kept
