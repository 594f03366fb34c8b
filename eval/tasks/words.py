"""Tokens, sentences, tags, lemmas and trees on UD English (EWT and GUM, development part), from raw text.

Words are aligned as in the CoNLL 2018 shared task: outside multiword tokens by equal spans, inside them by the
longest common subsequence of lower-cased forms. Our tokens that share one span are a multiword token.

tokens     distinct spans that are equal; a gold multiword token whose parts add up to it counts as its parts
sentences  distinct spans that are equal
words      aligned words
UPOS, XPOS, lemma   aligned, and the column is the same (a gold lemma `_` asks for nothing)
UAS, LAS   aligned, and the heads are aligned or both are roots; LAS: and the same relation but for its subtype
"""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.cases import Case, Records, Span
from core.counts import Counts, Figures
from core.record import RecordView
from tasks.conllu import GoldDocument, read_documents

NAME = "ud"
FILES = {"gum": "ud_gum/en_gum-ud-dev.conllu", "ewt": "ud_ewt/en_ewt-ud-dev.conllu"}
NOT_ALIGNED = -2  # the head of a word whose gold head has no partner: never equal to ours


@dataclass
class Word:
    """A word of either side. `head`: index in the document, None at a root, -1 if it has no place in the text."""

    span: Span
    multiword: bool
    form: str
    columns: tuple[str, str, str]  # UPOS, XPOS, lemma
    head: int | None
    relation: str


def gold_files(data: Path) -> dict[str, list[Path]]:
    """One file a treebank."""
    return {name: [data / file] for name, file in FILES.items()}


def load(data: Path) -> list[Case]:
    """One case a document."""
    return [Case(f"{name}:{document.id}", name, document.text, document)
            for name, file in FILES.items() for document in read_documents(data / file)]


def gold_words(document: GoldDocument) -> list[Word]:
    """The words of a document with heads as indices in it."""
    found: list[Word] = []
    for sentence in document.sentences:
        first = len(found)
        found += [Word(w.token, w.multiword, w.form, (w.upos, w.xpos, w.lemma),
                       first + w.head - 1 if w.head else None, w.relation.split(":")[0]) for w in sentence]
    return found


def our_words(view: RecordView) -> list[Word]:
    """The record's tokens that have a place in the gold text."""
    rows = view.rows("tokens")
    spans = [view.span(row) for row in rows]
    place: dict[int, int] = {}
    for k, span in enumerate(spans):
        if span:
            place[k] = len(place)
    found = []
    for k, (row, span) in enumerate(zip(rows, spans)):
        if not span:
            continue
        shared = (k > 0 and spans[k - 1] == span) or (k + 1 < len(spans) and spans[k + 1] == span)
        head = row.get("head")
        head = None if head is None or head == k else place.get(head, -1)
        found.append(Word(span, shared, str(row.get("form") or view.text[span[0]:span[1]]),
                          (str(row.get("upos")), str(row.get("xpos")), str(row.get("lemma"))),
                          head, str(row.get("deprel")).split(":")[0]))
    return found


def align(gold: list[Word], ours: list[Word]) -> list[tuple[int, int]]:
    """Pairs of indices of aligned words."""
    pairs: list[tuple[int, int]] = []
    g = p = 0
    while g < len(gold) and p < len(ours):
        if gold[g].multiword or ours[p].multiword:
            begin_g, begin_p, g, p = _region(gold, ours, g, p)
            forms = [[w.form.lower() for w in side] for side in (gold[begin_g:g], ours[begin_p:p])]
            pairs += [(begin_g + i, begin_p + j) for i, j in common_subsequence(*forms)]
        elif gold[g].span == ours[p].span:
            pairs.append((g, p))
            g, p = g + 1, p + 1
        elif gold[g].span[0] <= ours[p].span[0]:
            g += 1
        else:
            p += 1
    return pairs


def _region(gold: list[Word], ours: list[Word], g: int, p: int) -> tuple[int, int, int, int]:
    """The smallest stretch around a multiword token that ends on both sides at once:
    (first gold, first ours, end of gold, end of ours)."""
    if gold[g].multiword:
        end = gold[g].span[1]
        p += not ours[p].multiword and ours[p].span[0] < gold[g].span[0]
    else:
        end = ours[p].span[1]
        g += gold[g].span[0] < ours[p].span[0]
    begin_g, begin_p = g, p
    while _inside(gold, g, end) or _inside(ours, p, end):
        gold_is_next = g < len(gold) and (p >= len(ours) or gold[g].span[0] <= ours[p].span[0])
        word = gold[g] if gold_is_next else ours[p]
        if word.multiword:
            end = max(end, word.span[1])
        g, p = g + gold_is_next, p + (not gold_is_next)
    return begin_g, begin_p, g, p


def _inside(words: list[Word], k: int, end: int) -> bool:
    """Whether word k belongs to a stretch up to `end`: a multiword token if it begins there, another if it ends."""
    return k < len(words) and (words[k].span[0] < end if words[k].multiword else words[k].span[1] <= end)


def common_subsequence(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """Index pairs of a longest common subsequence; of several, the one that pairs first words first."""
    size = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            size[i][j] = size[i + 1][j + 1] + 1 if a[i] == b[j] else max(size[i + 1][j], size[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif size[i][j] == size[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _count_words(figures: Figures, name: str, gold: list[Word], ours: list[Word]) -> None:
    pairs = align(gold, ours)
    partner = dict(pairs)
    right = dict.fromkeys(("words", "UPOS", "XPOS", "lemma", "UAS", "LAS"), 0)
    for i, j in pairs:
        g, p = gold[i], ours[j]
        attached = (None if g.head is None else partner.get(g.head, NOT_ALIGNED)) == p.head
        right["words"] += 1
        right["UPOS"] += g.columns[0] == p.columns[0]
        right["XPOS"] += g.columns[1] == p.columns[1]
        right["lemma"] += g.columns[2] in ("_", p.columns[2])
        right["UAS"] += attached
        right["LAS"] += attached and g.relation == p.relation
    for figure, count in right.items():
        figures.count(f"{name} {figure}", Counts.of(count, len(ours), len(gold)))


def score(cases: list[Case], records: Records) -> Figures:
    """The eight figures of each treebank."""
    figures = Figures()
    for case in cases:
        view = RecordView(case, records.get(case.id))
        document: GoldDocument = case.gold
        ours = our_words(view)
        figures.count(f"{case.set} tokens", Counts.of_sets(
            (w.own for sentence in document.sentences for w in sentence), (w.span for w in ours)))
        figures.count(f"{case.set} sentences", Counts.of_sets(
            ((s[0].own[0], s[-1].own[1]) for s in document.sentences if s),
            (span for span in map(view.span, view.rows("sentences")) if span)))
        _count_words(figures, case.set, gold_words(document), ours)
    return figures
