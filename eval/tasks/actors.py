"""Actors: the country and sector of a noun phrase.

country        share of the cases with a country (or with "" for none) in which ours is the same
sector         share of the cases with a sector in which ours is the same; "" is a country and no part of it
both           share of all cases in which what the case asks for is right

The cases are those of NGEC's own test of its actor resolution that its authors mark ok and that name a country or a
sector (title look-ups are left out). Codes are PLOVER's as that test writes them: EUR and IGO for international bodies,
UNK for an unknown sector, JNK for no actor. Its "today" is 2023-01-01: the cases stand on a Wikipedia of about then.
"""
from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from pathlib import Path

from core.cases import Case, Records, read_rows
from core.counts import Figures, Share
from core.program import Program, ProgramFailed

NAME = "actors"
FILE = "ngec/actor_cases_dev.jsonl"
TODAY = "2023-01-01"
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
COUNTRIES = {"Mexico": "MEX", "Somalia": "SOM"}  # of the cases' known countries and contexts


def gold_files(data: Path) -> dict[str, list[Path]]:
    """The one file."""
    return {"ngec": [data / FILE]}


def iso_date(words: str | None) -> str | None:
    """The cases' dates: ISO, "today", "10 May 2015"."""
    if not words or words[0].isdigit() and "-" in words:
        return words or None
    if words.lower() == "today":
        return TODAY
    day, month, year = words.split()
    return f"{year}-{MONTHS.index(month[:3].lower()) + 1:02}-{int(day):02}"


def load(data: Path) -> list[Case]:
    """One case a phrase; the gold is what the test asks for, and a country that is known beforehand."""
    cases = []
    for number, row in enumerate(read_rows(data / FILE)):
        wanted = {key: row["expected"][key] for key in ("country", "code_1") if key in row["expected"]}
        if row["status"] != "ok" or not wanted:
            continue
        known = COUNTRIES.get(row.get("known_country") or row.get("context") or "", "")
        cases.append(Case(f"ngec:{number}", "ngec", row["actor"], {**wanted, "known": known}, iso_date(row.get("date"))))
    return cases


def run(program: Program, cases: list[Case]) -> Records:
    """What the program says of each phrase. RAISES ProgramFailed."""
    groups: dict[tuple[str | None, str], list[Case]] = defaultdict(list)
    for case in cases:
        groups[case.published, case.gold["known"]].append(case)
    records: Records = {case.id: None for case in cases}
    for (date, country), group in groups.items():
        command = [program.binary, "actors", "--format", "jsonl"]
        command += ["--date", date] if date else []
        command += ["--country", country] if country else []
        done = subprocess.run([*command, "--", *(case.text for case in group)], capture_output=True, check=False)
        if done.returncode:
            raise ProgramFailed(f"{' '.join(command)} … ended with {done.returncode}: {done.stderr.decode()[-500:]}")
        for case, line in zip(group, done.stdout.decode("utf-8").splitlines()):
            records[case.id] = json.loads(line)
    return records


def score(cases: list[Case], records: Records) -> Figures:
    """The three shares."""
    figures = Figures({name: Share() for name in ("country", "sector", "both")})
    for case in cases:
        ours = (records.get(case.id) or {}).get("plover") or {}
        right = {key: case.gold[key] == ours.get(key) for key in ("country", "code_1") if key in case.gold}
        for name, answer in [("country", right.get("country")), ("sector", right.get("code_1")),
                             ("both", all(right.values()))]:
            if answer is not None:
                figures.count(name, Share(answer, 1, answer, 1))
    return figures
