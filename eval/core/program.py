"""Calls the program on cases and reads the records that it prints."""
from __future__ import annotations

import json
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from core.cases import Case, Records

COMMAND = ["annotate", "--input-format", "jsonl", "--format", "jsonl", "--layers", "tokens,all"]


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
    if not cases:
        return {}
    with tempfile.TemporaryDirectory(prefix="onrecord-eval-") as folder:
        path = Path(folder) / "cases.jsonl"
        path.write_text("".join(_line(case) for case in cases), encoding="utf-8")
        try:
            done = subprocess.run([binary, *COMMAND, str(path)], capture_output=True, check=False)
        except OSError as error:
            raise ProgramFailed(f"{binary}: {error}") from error
    if done.returncode:
        raise ProgramFailed(f"{binary} ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')[-500:]}")
    wanted = {case.id for case in cases}
    found: Records = {}
    for line in done.stdout.decode("utf-8").split("\n"):
        if line:
            record = json.loads(line)
            found[record["article"]["source_id"]] = record
    return {ident: record for ident, record in found.items() if ident in wanted}


def _line(case: Case) -> str:
    row = {"id": case.id, "text": case.text}
    if case.published:
        row["published"] = case.published
    return json.dumps(row, ensure_ascii=False) + "\n"
