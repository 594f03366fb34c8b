#!/usr/bin/env python3
"""Checks records against docs/record.schema.json and against what a schema cannot say.

    check_records.py ONRECORD PRINT_SAMPLE

Every record of examples/ and the sample record must pass; each of a list of broken ones must fail, so that the check
itself is known to bite. Needs Debian's python3-jsonschema and nothing else.
"""
from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Callable, Iterator

import jsonschema

ROOT = Path(__file__).resolve().parent.parent.parent
Record = dict[str, Any]


def schema() -> jsonschema.Draft202012Validator:
    """The validator; the schema itself is checked too."""
    rules = json.loads((ROOT / "docs/record.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(rules)
    return jsonschema.Draft202012Validator(rules)


def spans(node: Any, path: str = "") -> Iterator[tuple[str, Record]]:
    """Every object with start and end, and where it stands."""
    if isinstance(node, dict):
        if "start" in node:
            yield path, node
        for key, value in node.items():
            yield from spans(value, f"{path}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from spans(value, f"{path}[{number}]")


def law(record: Record) -> Iterator[str]:
    """text[start:end] is what the row shows; lists are in text order."""
    text = record["article"]["text"]
    for path, row in spans(record):
        if not 0 <= row["start"] < row["end"] <= len(text):
            yield f"{path}: span [{row['start']}, {row['end']}) of a text of {len(text)}"
        surface = row.get("text") or (row.get("form") if ".tokens" in path else None)
        multiword = ".tokens" in path and sum(t["start"] == row["start"] for t in record["tokens"]) > 1
        if surface is not None and not multiword and surface != text[row["start"]:row["end"]]:
            yield f"{path}: shows {surface!r}, the text has {text[row['start']:row['end']]!r}"
    for path, holder in holders(record):
        pieces = holder["spans"]
        if any(a["end"] > b["start"] for a, b in zip(pieces, pieces[1:])):
            yield f"{path}: pieces out of order"


def holders(node: Any, path: str = "") -> Iterator[tuple[str, Record]]:
    """Every object with a list `spans`."""
    if isinstance(node, dict):
        if isinstance(node.get("spans"), list):
            yield path, node
        for key, value in node.items():
            yield from holders(value, f"{path}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from holders(value, f"{path}[{number}]")


LINKS = {"statements": ("within", "time", "place"), "events": ("place", "time", "asserted_by"),
         "transfers": ("count", "amount", "time", "asserted_by"), "sources": ("statement",), "places": ("entity",)}


def links(record: Record) -> Iterator[str]:
    """Ids are unique, and every id that a row names is there."""
    ids = [row["id"] for layer in record.values() if isinstance(layer, list)
           for row in layer if isinstance(row, dict) and "id" in row]
    if len(ids) != len(set(ids)):
        yield f"ids given twice: {sorted({i for i in ids if ids.count(i) > 1})}"
    known = set(ids)
    for layer, names in LINKS.items():
        for row in record[layer]:
            yield from (f"{layer} {row['id']}.{name}: no row {row[name]}" for name in names
                        if row[name] is not None and row[name] not in known)
    for row in record["statements"]:
        named = [row["source"]["entity"], *row["source"]["others"], *row["via"]]
        yield from (f"statements {row['id']}: no entity {one}" for one in named if one is not None and one not in known)
    for number, token in enumerate(record.get("tokens", [])):
        if token["head"] is not None and not 0 <= token["head"] < len(record["tokens"]):
            yield f"tokens[{number}]: head {token['head']}"
        if token["sentence"] >= len(record["sentences"]):
            yield f"tokens[{number}]: sentence {token['sentence']}"


def problems(validator: jsonschema.Draft202012Validator, record: Record) -> list[str]:
    """Everything wrong with a record."""
    found = [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(record)]
    return found or [*law(record), *links(record)]


def undocumented() -> Iterator[str]:
    """Fields of the schema that docs/record.md does not name."""
    page = (ROOT / "docs/record.md").read_text(encoding="utf-8")
    page = re.sub(r"^```.*?^```", "", page, flags=re.M | re.S)
    words = set(re.findall(r"[a-z0-9_]+", " ".join(re.findall(r"`([^`]+)`", page))))
    rules = json.loads((ROOT / "docs/record.schema.json").read_text(encoding="utf-8"))
    for name, part in [("record", rules), *rules["$defs"].items()]:
        yield from (f"docs/record.md does not name {name}.{field}" for field in part.get("properties", {})
                    if field not in words)


def examples() -> Iterator[str]:
    """Rows shown in docs/record.md that are not valid, or whose spans lie outside the sentence they speak of."""
    page = (ROOT / "docs/record.md").read_text(encoding="utf-8")
    rules = json.loads((ROOT / "docs/record.schema.json").read_text(encoding="utf-8"))
    sentence = re.search(r"printf '([^']*)'", page)
    shown = re.findall(r"### `(\w+)`((?:(?!\n### ).)*?)\n```json\n(.*?)\n```", page, re.S)
    if sentence is None or len(shown) < 3:
        yield "docs/record.md: the examples were not found"
        return
    for layer, _, row in shown:
        name = "entity" if layer == "entities" else layer.removesuffix("s")
        validator = jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": rules["$defs"]})
        record = {"article": {"text": sentence[1]}, layer: [json.loads(row)]}
        yield from (f"docs/record.md, {layer}: {error.message}" for error in validator.iter_errors(record[layer][0]))
        yield from (f"docs/record.md, {layer}{what}" for what in law(record))


# What to do to a good record so that it is no longer one.
SPOILERS: dict[str, Callable[[Record], Any]] = {
    "a field is dropped": lambda r: r["article"].pop("publisher"),
    "a layer is dropped": lambda r: r.pop("figures"),
    "a field is added by mistake": lambda r: r["times"][0].update(when="today"),
    "a number is a string": lambda r: r["figures"][0].update(value="2000000"),
    "an unknown word": lambda r: r["statements"][0].update(force="spoke"),
    "an unknown status": lambda r: r["transfers"][0].update(status="sent"),
    "another format": lambda r: r.update(format="onrecord/2"),
    "null without a reason": lambda r: r["times"][0].update(reason=None),
    "a date that is none": lambda r: r["article"].update(published="Monday", published_from="text"),
    "a date without its source": lambda r: r["article"].update(published="2024-01-01"),
    "a probability above one": lambda r: r["figures"][0].update(confidence=1.5),
    "a CAMEO code as a number": lambda r: r["events"][0].update(cameo=10),
    "a span as a pair": lambda r: r["statements"][0]["cue"].update(spans=[[0, 4]]),
    "a span past the end": lambda r: r["times"][0].update(end=100000),
    "an empty span": lambda r: r["times"][0].update(end=r["times"][0]["start"]),
    "a cut that shows other words": lambda r: r["figures"][1]["of"].update(text="ships"),
    "pieces out of order": lambda r: r["statements"][0]["content"]["spans"].reverse(),
    "an id twice": lambda r: r["figures"][0].update(id=r["times"][0]["id"]),
    "an id of nothing": lambda r: r["statements"][1].update(within="s99"),
}


def main(onrecord: str, print_sample: str) -> int:
    """Prints what is wrong; the exit code tells whether anything is."""
    validator = schema()
    wrong = []
    command = [onrecord, "annotate", str(ROOT / "examples"), "--layers", "tokens,all", "--model",
               str(ROOT / "tests/nn/tiny.model")]
    lines = subprocess.run(command, capture_output=True, check=False).stdout.decode().splitlines()
    sample_line = subprocess.run([print_sample, "jsonl"], capture_output=True, check=True).stdout.decode()
    for line in [*lines, sample_line]:
        record = json.loads(line)
        wrong += [f"{record['article']['source_uri']}: {what}" for what in problems(validator, record)[:5]]
    if len(lines) < 10:
        wrong.append(f"only {len(lines)} records from examples/")
    wrong += [*undocumented(), *examples()]
    sample = json.loads(sample_line)
    for what, spoil in SPOILERS.items():
        broken = copy.deepcopy(sample)
        spoil(broken)
        if not problems(validator, broken):
            wrong.append(f"a broken record passes: {what}")
    print("\n".join(wrong) or f"{len(lines) + 1} records good, {len(SPOILERS)} broken ones refused")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
