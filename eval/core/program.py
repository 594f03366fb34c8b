"""Calls the program on cases and reads the records that it prints. A text that several cases share is read once."""
from __future__ import annotations

import json
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Optional, Sequence

from core.cases import Case, Records, Row

TEXTS = ["annotate", "--input-format", "jsonl", "--format", "jsonl", "--layers", "tokens,all"]
PAGES = ["annotate", "--input-format", "html", "--format", "jsonl", "--layers", "paragraphs"]
Input = tuple[object, ...]  # all that the program gets of a case


class ProgramFailed(Exception):
    """The program could not be run or ended with an error."""


class Program:
    """The program with its arguments. Cases that differ in nothing but their gold are read once, across tasks too."""

    def __init__(self, binary: str, arguments: Sequence[str] = (), jobs: int = 2) -> None:
        self.binary, self.arguments, self.jobs = binary, list(arguments), max(1, jobs)
        self._read: dict[Input, Optional[Row]] = {}

    def annotate(self, cases: list[Case]) -> Records:
        """The record of every case by its id; None where the program gave none. RAISES ProgramFailed."""
        new = {_input(case): case for case in reversed(cases) if _input(case) not in self._read}
        asked = list(reversed(new.values()))
        with ThreadPoolExecutor(max_workers=self.jobs) as pool:
            parts = list(pool.map(self._annotate, [asked[k::self.jobs] for k in range(self.jobs)]))
        records = {name: record for part in parts for name, record in part.items()}
        self._read.update((key, records.get(case.id)) for key, case in new.items())
        return {case.id: self._read[_input(case)] for case in cases}

    def _annotate(self, cases: list[Case]) -> Records:
        """The records of texts, given as JSON Lines, or of pages, given as files named by their number."""
        if not cases:
            return {}
        with tempfile.TemporaryDirectory(prefix="onrecord-eval-") as folder:
            if cases[0].html is None:
                path = Path(folder) / "cases.jsonl"
                path.write_text("".join(_line(case) for case in cases), encoding="utf-8")
                found = _records([self.binary, *TEXTS, *self.arguments, str(path)])
                return {record["article"]["source_id"]: record for record in found}
            paths = {str(Path(folder) / f"{number}.html"): case for number, case in enumerate(cases)}
            for file, case in paths.items():
                Path(file).write_bytes(case.html or b"")
            found = _records([self.binary, *PAGES, *self.arguments, *paths])
            return {paths[record["article"]["source_uri"]].id: record for record in found}


def annotate(binary: str, cases: list[Case], jobs: int = 2) -> Records:
    """The records of cases, by a program with its own defaults. RAISES ProgramFailed."""
    return Program(binary, jobs=jobs).annotate(cases)


def _input(case: Case) -> Input:
    return case.text, case.published, case.html, case.title


def _records(command: list[str]) -> list[Row]:
    """What a command prints. RAISES ProgramFailed."""
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise ProgramFailed(f"{command[0]}: {error}") from error
    if done.returncode and not done.stdout:  # a single input that is refused is a missing record
        message = done.stderr.decode("utf-8", "replace")[-500:]
        raise ProgramFailed(f"{' '.join(command[:6])} … ended with {done.returncode}: {message}")
    return [json.loads(line) for line in done.stdout.decode("utf-8").split("\n") if line]


def _line(case: Case) -> str:
    row = {"id": case.id, "title": case.title, "text": case.text, "published": case.published}
    row = {key: value for key, value in row.items() if value is not None}
    return json.dumps(row, ensure_ascii=False) + "\n"
