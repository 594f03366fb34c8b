"""Names with their types on UNER-EWT, re3d, GUM, WikiGold, WNUT-17 and CrossNER's politics, from raw text.

exact, typed      the same span and the same label (name_types.py)
overlap, typed    overlapping spans and the same label, one to one
exact, overlap, untyped     the same, whatever the label
LABEL: exact, LABEL: overlap     of one label alone

Distinct spans on both sides. Only mentions that are names count; re3d has the figures with nominal mentions too, which
it marks here and there. UNER and GUM are laid over the raw text of their treebanks; the three sets that have tokens
only are printed without the blanks of tokenisation first (untokenised.py): WikiGold by documents, the others by
sentences. re3d's gold of which its authors were less sure than not is left out.
"""
from __future__ import annotations

from pathlib import Path
from typing import Iterator

from core.alignment import Alignment
from core.cases import Case, Records, Span, read_rows, read_text
from core.counts import Counts, Figures, overlap, pair_up
from core.record import RecordView
from core.untokenised import printed_sentences
from tasks.conllu import read_documents
from tasks.name_types import SCHEMES, Name

NAME = "ner"
FILES = {"uner_ewt": ("ner_uner_ewt/en_ewt-ud-dev.iob2", "ud_ewt/en_ewt-ud-dev.conllu"),
         "re3d": ("ner_re3d/re3d.dev.jsonl",),
         "gum": ("ner_gum/gum.dev.jsonl", "ud_gum/en_gum-ud-dev.conllu"),
         "wikigold": ("ner_wikigold/dev.conll",),
         "wnut17": ("ner_wnut17/dev.conll",),
         "crossner_politics": ("ner_crossner_politics/dev.conll",)}
SURE = 0.5  # the least confidence of gold in re3d
ONLY_NAMES, NOMINALS_TOO = ("name",), ("name", "nominal")
Tagged = tuple[list[str], list[str]]  # the tokens of a sentence and their IOB tags


def gold_files(data: Path) -> dict[str, list[Path]]:
    """The files of each set, with the treebank whose text it lies over."""
    return {name: [data / file for file in files] for name, files in FILES.items()}


def load(data: Path) -> list[Case]:
    """One case a document, or a sentence where the set has no documents."""
    found = gold_files(data)
    return [*uner(*found["uner_ewt"]), *_re3d(*found["re3d"]), *_gum(*found["gum"]),
            *_tagged("wikigold", documents(found["wikigold"][0])),
            *_tagged("wnut17", ([s] for group in documents(found["wnut17"][0]) for s in group)),
            *_tagged("crossner_politics", ([s] for group in documents(found["crossner_politics"][0]) for s in group))]


def documents(path: Path) -> list[list[Tagged]]:
    """The sentences of each document of a file of `token … tag` lines: `-DOCSTART-` opens a document."""
    found: list[list[Tagged]] = [[]]
    for block in read_text(path).replace("\r", "").split("\n\n"):
        rows = [cells for cells in map(str.split, block.split("\n")) if cells]
        if rows and rows[0][0] == "-DOCSTART-":
            found.append([])
            del rows[0]
        if rows:
            found[-1].append(([row[0] for row in rows], [row[-1] for row in rows]))
    return [group for group in found if group]


def names_of(tags: list[str], places: list[Span | None]) -> list[Name]:
    """The spans of IOB tags, of which either kind (IOB1, IOB2) will do. A token without a place belongs to none."""
    found: list[Name] = []
    before = ""  # the type that a tag I- may go on with
    for tag, place in zip(tags, places):
        prefix, _, kind = tag.partition("-")
        if kind and place:
            goes_on = prefix != "B" and kind == before and bool(found)
            begin = found.pop()[0] if goes_on else place[0]
            found.append((begin, place[1], kind))
        before = kind
    return found


def _tagged(name: str, groups: Iterator[list[Tagged]] | list[list[Tagged]]) -> Iterator[Case]:
    for number, group in enumerate(groups):
        text, places = printed_sentences([tokens for tokens, _ in group])
        gold = [found for (_, tags), inner in zip(group, places) for found in names_of(tags, list(inner))]
        yield Case(f"{name}:{number}", name, text, gold)


def uner(tags: Path, trees: Path) -> Iterator[Case]:
    """UNER's tokens are sought in the text of the sentence of the same sent_id."""
    tagged: dict[str, Tagged] = {}
    for block in read_text(tags).split("\n\n"):
        lines = block.strip().split("\n")
        name = next((line.partition("=")[2].strip() for line in lines if line.startswith("# sent_id")), "")
        rows = [line.split("\t") for line in lines if line and line[0] != "#"]
        tagged[name] = [row[1] for row in rows], [row[2] for row in rows]
    for document in read_documents(trees):
        gold: list[Name] = []
        for name, sentence in zip(document.sentence_ids, document.sentences):
            tokens, kinds = tagged.get(name, ([], []))
            gold += names_of(kinds, places_in(document.text, (sentence[0].own[0], sentence[-1].own[1]), tokens))
        yield Case(f"uner_ewt:{document.id}", "uner_ewt", document.text, gold)


def places_in(text: str, sentence: Span, tokens: list[str]) -> list[Span | None]:
    """The place of each token of a sentence that stands at `sentence` in the text, whatever the blanks."""
    line = " ".join(tokens)
    alignment = Alignment(line, text[slice(*sentence)])
    found: list[Span | None] = []
    at = 0
    for token in tokens:
        span = alignment.span(at, at + len(token))
        found.append((span[0] + sentence[0], span[1] + sentence[0]) if span else None)
        at += len(token) + 1
    return found


def _re3d(path: Path) -> Iterator[Case]:
    for row in read_rows(path):
        gold = [(mark["b"], mark["e"], mark["type"]) for mark in row["entities"] if mark["conf"] >= SURE]
        yield Case(f"re3d:{row['id']}", "re3d", row["text"], gold)


def _gum(marks: Path, trees: Path) -> Iterator[Case]:
    """GUM's marks say which words of a sentence, from 0, the end not included."""
    named = {row["sent_id"]: row["named"] for row in read_rows(marks)}
    for document in read_documents(trees):
        gold = [(sentence[mark["s"]].own[0], sentence[mark["e"] - 1].own[1], mark["type"])
                for name, sentence in zip(document.sentence_ids, document.sentences) for mark in named.get(name, [])]
        yield Case(f"gum:{document.id}", "gum", document.text, gold)


def both_matches(gold: set[Name], ours: set[Name]) -> dict[str, Counts]:
    """The counts by equal and by overlapping spans, of the same label."""
    g, p = sorted(gold), sorted(ours)
    pairs = pair_up(g, p, lambda a, b: a[2] == b[2] and overlap(a[:2], b[:2]))
    return {"exact": Counts.of_sets(gold, ours), "overlap": Counts.of(len(pairs), len(p), len(g))}


def _count(figures: Figures, name: str, gold: set[Name], ours: set[Name], labels: list[str]) -> None:
    for match, counts in both_matches(gold, ours).items():
        figures.count(f"{name} {match}, typed", counts)
    bare_gold, bare_ours = ({(begin, end, "") for begin, end, _ in side} for side in (gold, ours))
    for match, counts in both_matches(bare_gold, bare_ours).items():
        figures.count(f"{name} {match}, untyped", counts)
    for label in labels:
        of_gold, of_ours = ({found for found in side if found[2] == label} for side in (gold, ours))
        for match, counts in both_matches(of_gold, of_ours).items():
            figures.count(f"{name} {label}: {match}", counts)


def score(cases: list[Case], records: Records) -> Figures:
    """Every figure named at the top of the file, for each set."""
    figures = Figures()
    for case in cases:
        view, scheme = RecordView(case, records.get(case.id)), SCHEMES[case.set]
        gold = {(begin, end, scheme.gold[kind]) for begin, end, kind in case.gold if kind in scheme.gold}
        _count(figures, case.set, gold, scheme.names(view, ONLY_NAMES), scheme.labels)
        if case.set == "re3d":
            for match, counts in both_matches(gold, scheme.names(view, NOMINALS_TOO)).items():
                figures.count(f"re3d {match}, typed, nominals counted too", counts)
    return figures
