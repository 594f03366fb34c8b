"""The training and development sets, read into windows: words with whatever labels a set has.

A window is a run of whole sentences of one document, at most MAX_PIECES word pieces long. Sets that come as raw text
(PolNeAR, re3d) are cut into words by the program itself, so that training sees what the program will see.
"""
from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Iterator

import names
from spec import MAX_PIECES
from wordpiece import WordPiece

NON_COMMERCIAL_GENRES = ("essay", "fiction", "letter", "podcast", "whow")
Span = tuple[int, int]


@dataclass
class Sentence:
    """Words of one sentence; every label list is empty where its set does not have it."""

    words: list[str]
    tags: list[str] = field(default_factory=list)       # upos|xpos|feats
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)      # 1-based in the sentence, 0: root
    relations: list[str] = field(default_factory=list)
    names: list[tuple[int, ...]] = field(default_factory=list)  # allowed labels
    spans: list[Span] = field(default_factory=list)     # code points in the document
    ident: str = ""


@dataclass
class Attribution:
    """Word indices in the window."""

    cue: list[int]
    source: list[int]
    content: list[int]


@dataclass
class Window:
    """Sentences that are encoded together. `attributions` is None where the set has none."""

    task: str
    sentences: list[Sentence]
    attributions: list[Attribution] | None = None
    boundary: bool = False  # the sentences follow each other as in a raw text
    document: str = ""      # windows of one document with chains of coreference have its name
    size: int = 0           # word pieces, [CLS] and [SEP] included

    @property
    def words(self) -> list[str]:
        return [w for s in self.sentences for w in s.words]


def _text(path: Path) -> str:
    raw = path.read_bytes()
    return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")


def pack(task: str, sentences: list[Sentence], pieces: WordPiece, boundary: bool = False,
         document: str = "") -> Iterator[Window]:
    """Windows of one document; a sentence that is too long for a window is left out."""
    now: list[Sentence] = []
    size = 2
    for sentence in sentences:
        cost = sum(len(pieces.pieces(w)) for w in sentence.words)
        if cost + 2 > MAX_PIECES:
            continue
        if now and size + cost > MAX_PIECES:
            yield Window(task, now, boundary=boundary, document=document, size=size)
            now, size = [], 2
        now.append(sentence)
        size += cost
    if now:
        yield Window(task, now, boundary=boundary, document=document, size=size)


# --- Universal Dependencies, with UNER's names laid over EWT -------------------------------------------------------

def conllu(path: Path) -> Iterator[list[Sentence]]:
    """Documents of a CoNLL-U file."""
    document: list[Sentence] = []
    for block in _text(path).split("\n\n"):
        sentence = Sentence([])
        for line in block.split("\n"):
            if line.startswith("# newdoc") and document:
                yield document
                document = []
            if line.startswith("# sent_id"):
                sentence.ident = line.split("=", 1)[1].strip()
            cells = line.split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                sentence.words.append(cells[1])
                sentence.lemmas.append(cells[2])
                sentence.tags.append("|".join((cells[3], cells[4], cells[5])))
                sentence.heads.append(int(cells[6]))
                sentence.relations.append(cells[7])
        if sentence.words:
            document.append(sentence)
    if document:
        yield document


def uner(path: Path) -> dict[str, list[str]]:
    """sentence id -> BIO labels."""
    found = {}
    for block in _text(path).split("\n\n"):
        lines = block.strip().split("\n")
        ident = next((x.split("=", 1)[1].strip() for x in lines if x.startswith("# sent_id")), "")
        found[ident] = [x.split("\t")[2] for x in lines if x and not x.startswith("#")]
    return found


def ud(data: Path, part: str, pieces: WordPiece) -> Iterator[Window]:
    """EWT (with UNER's names) and GUM without its non-commercial genres in training."""
    labels = uner(data / "ner_uner_ewt" / ("train.DRAFT.3col.iob2" if part == "train" else "en_ewt-ud-dev.iob2"))
    ending = ".gz" if part == "train" else ""
    for document in conllu(data / "ud_ewt" / f"en_ewt-ud-{part}.conllu{ending}"):
        for sentence in document:
            marks = labels.get(sentence.ident, [])
            if len(marks) == len(sentence.words):
                sentence.names = [names.allowed("uner", mark) for mark in marks]
        yield from pack("ewt", document, pieces, boundary=True)
    for document in conllu(data / "ud_gum" / f"en_gum-ud-{part}.conllu{ending}"):
        genre = document[0].ident.split("_")[1]
        if part == "train" and genre in NON_COMMERCIAL_GENRES:
            continue
        yield from pack("gum", document, pieces, boundary=True, document=document[0].ident.rsplit("-", 1)[0])


# --- names -----------------------------------------------------------------------------------------------------

def conll_names(path: Path, name: str, pieces: WordPiece) -> Iterator[Window]:
    """A file of "word tag" lines (IOB1 or IOB2)."""
    sentences = []
    for block in _text(path).replace("\r", "").split("\n\n"):
        rows = [line.split() for line in block.split("\n") if line.strip() and not line.startswith("-DOCSTART-")]
        if rows:
            marks = iob2([r[-1] for r in rows])
            sentences.append(Sentence([r[0] for r in rows], names=[names.allowed(name, m) for m in marks]))
    yield from pack(name, sentences, pieces)


def silver_news(path: Path, pieces: WordPiece) -> Iterator[Window]:
    """More news with silver names, as silver.py writes it: a sentence a line, documents in order."""
    rows = [json.loads(line) for line in _text(path).splitlines()]
    for _, group in groupby(rows, key=lambda row: row["doc"]):
        sentences = [Sentence(r["words"], names=[tuple(allowed) for allowed in r["allowed"]]) for r in group]
        yield from pack("news", sentences, pieces)


def iob2(tags: list[str]) -> list[str]:
    """Every name opens with B."""
    out, last = [], "O"
    for tag in tags:
        opens = tag != "O" and (tag[0] == "B" or last == "O" or last[2:] != tag[2:])
        out.append(("B" if opens else "I") + tag[1:] if tag != "O" else "O")
        last = tag
    return out


def re3d(data: Path, part: str, pieces: WordPiece, binary: str) -> Iterator[Window]:
    """re3d without the BBC's documents in training."""
    rows = [json.loads(line) for line in _text(data / "ner_re3d" / f"re3d.{part}.jsonl").splitlines()]
    rows = [r for r in rows if part != "train" or r["collection"] != "BBC Online"]
    for row, sentences in zip(rows, cut_words([r["text"] for r in rows], binary)):
        marks = [(e["b"], e["e"], e["type"]) for e in row["entities"]
                 if e["conf"] >= 0.5 and e["type"] in names.SETS["re3d"]]
        for sentence in sentences:
            sentence.names = [names.allowed("re3d", m) for m in bio_of(sentence.spans, marks)]
        yield from pack("re3d", sentences, pieces)


def bio_of(spans: list[Span], marks: list[tuple[int, int, str]]) -> list[str]:
    """BIO labels of words from character marks; the longest mark wins."""
    out = ["O"] * len(spans)
    for begin, end, kind in sorted(marks, key=lambda m: m[0] - m[1]):
        inside = [k for k, (b, e) in enumerate(spans) if b < end and begin < e]
        if inside and all(out[k] == "O" for k in inside):
            for n, k in enumerate(inside):
                out[k] = ("I-" if n else "B-") + kind
    return out


# --- PolNeAR ---------------------------------------------------------------------------------------------------

def polnear(data: Path, part: str, pieces: WordPiece, binary: str) -> Iterator[Window]:
    """Whole paragraphs with their attributions; one that leaves its window is cut to the window of its cue."""
    folder = data / "polnear"
    rows = [line.split("\t") for line in _text(folder / "primary.tsv").splitlines()[1:]]
    rows = [r for r in rows if r[0] == part]
    texts = [_text(folder / part / "text" / f"{r[1]}.txt") for r in rows]
    for row, sentences in zip(rows, cut_words(texts, binary)):
        marks = brat_attributions(_text(folder / part / "attributions" / row[2]))
        for window in pack("polnear", sentences, pieces):
            spans = [s for sentence in window.sentences for s in sentence.spans]
            found = [Attribution(*(words_in(spans, mark[role]) for role in ("Cue", "Source", "Content")))
                     for mark in marks]
            window.attributions = [a for a in found if a.cue and a.content]
            yield window


def brat_attributions(ann: str) -> list[dict[str, list[Span]]]:
    """Attributions that have a cue and a content."""
    marks: dict[str, list[Span]] = {}
    events = []
    for line in ann.splitlines():
        cells = line.split("\t")
        if line.startswith("T") and len(cells) > 1:
            pairs = cells[1].split(" ", 1)[1].split(";")
            marks[cells[0]] = [(int(a), int(b)) for a, b in (p.split() for p in pairs)]
        elif line.startswith("E") and len(cells) > 1:
            events.append(cells[1].split())
    found = []
    for roles in events:
        row: dict[str, list[Span]] = {"Cue": [], "Source": [], "Content": []}
        for role, ident in (r.split(":") for r in roles):
            name = role.rstrip("0123456789")
            if name in row:
                row[name] += marks.get(ident, [])
        if row["Cue"] and row["Content"]:
            found.append(row)
    return found


def words_in(spans: list[Span], marks: list[Span]) -> list[int]:
    """Indices of the words that overlap a mark."""
    return [k for k, (b, e) in enumerate(spans) if any(b < end and begin < e for begin, end in marks)]


# --- words as the program cuts them -----------------------------------------------------------------------------

def cut_words(texts: list[str], binary: str) -> Iterator[list[Sentence]]:
    """The program's own sentences and words of each text."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for k, text in enumerate(texts):
            file.write(json.dumps({"id": str(k), "text": text}) + "\n")
        file.flush()
        done = subprocess.run([binary, "annotate", "--layers", "tokens", file.name], capture_output=True, check=True)
    for line in done.stdout.decode("utf-8").splitlines():
        record = json.loads(line)
        sentences: list[Sentence] = [Sentence([]) for _ in record["sentences"]]
        for token in record.get("tokens", []):
            sentence = sentences[token["sentence"]]
            sentence.words.append(token["form"])
            sentence.spans.append((token["start"], token["end"]))
        yield [s for s in sentences if s.words]
