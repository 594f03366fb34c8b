"""Calls the program on cases and reads the records that it prints."""
from __future__ import annotations

import json
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from core.cases import Case, Records, Row

TEXTS = ["annotate", "--input-format", "jsonl", "--format", "jsonl", "--layers", "tokens,all"]
PAGES = ["annotate", "--input-format", "html", "--format", "jsonl"]


class ProgramFailed(Exception):
    """The program could not be run or ended with an error."""


def annotate(binary: str, cases: list[Case], jobs: int = 2) -> Records:
    """The record of every case by its id; None where the program gave none. RAISES ProgramFailed."""
    shares = [cases[k::jobs] for k in range(max(1, jobs))]
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        records: Records = {case.id: None for case in cases}
        for part in pool.map(lambda share: _annotate(binary, share), shares):
            records.update(part)
    return records


def _annotate(binary: str, cases: list[Case]) -> Records:
    """The records of texts, given as JSON Lines, or of pages, given as files named by their number."""
    if not cases:
        return {}
    with tempfile.TemporaryDirectory(prefix="onrecord-eval-") as folder:
        if cases[0].html is None:
            path = Path(folder) / "cases.jsonl"
            path.write_text("".join(_line(case) for case in cases), encoding="utf-8")
            return {record["article"]["source_id"]: record for record in _records([binary, *TEXTS, str(path)])}
        paths = {str(Path(folder) / f"{number}.html"): case for number, case in enumerate(cases)}
        for file, case in paths.items():
            Path(file).write_bytes(case.html or b"")
        found = _records([binary, *PAGES, *paths])
        return {paths[record["article"]["source_uri"]].id: record for record in found}


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
