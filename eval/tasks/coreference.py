"""Coreference on OntoGUM: chains of mentions found in raw text against gold's.

mentions   mentions of any chain, exact
MUC        links of chains that are kept (Vilain et al. 1995)
B3         of each mention, the share of its chain that is rightly with it (Bagga and Baldwin 1998)
CEAF-e     the best one-to-one assignment of chains, by their similarity phi4 (Luo 2005)
CoNLL      the mean of the F1 of MUC, B3 and CEAF-e (Pradhan et al. 2012)
head …     the same with each mention cut to its head in the gold tree, which forgives where a mention ends

Our chains are the entities, with mentions of every form. OntoGUM has no chains of one mention: ours are left out. A
mention is the gold words that it touches; one that two entities claim is the first one's. Where gold puts one mention
into two chains, it is the last one's.
"""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path
from typing import Callable, Iterable, NamedTuple

from core.assignment import heaviest
from core.cases import Case, Records, Span, read_text
from core.counts import Counts, Figures, MeanF1
from core.record import RecordView
from tasks.conllu import GoldDocument, read_documents

NAME = "coref"
FILES = {"ontogum": ("coref_gum/ontogum.dev.conll", "ud_gum/en_gum-ud-dev.conllu")}
Chain = frozenset[Span]  # mentions, each from its first word to the one after its last


class Gold(NamedTuple):
    """The chains of a document, the place of each of its words, and each word's head (-1 of a root)."""

    chains: list[Chain]
    words: list[Span]
    heads: list[int]


def gold_files(data: Path) -> dict[str, list[Path]]:
    """The chains, and the treebank whose words they are of."""
    return {name: [data / file for file in files] for name, files in FILES.items()}


def load(data: Path) -> list[Case]:
    """One case a document whose words are the treebank's."""
    cases = []
    for name, (chains, trees) in gold_files(data).items():
        documents = {document.id: document for document in read_documents(trees)}
        for block in read_text(chains).split("# begin document ")[1:]:
            title, *lines = block.split("\n")
            cells = [line.split("\t")[2] for line in lines if line and not line.startswith("#")]
            document = documents[title.strip()]
            gold = Gold(chains_of(cells), *words_and_heads(document))
            if len(cells) == len(gold.words):
                cases.append(Case(f"{name}:{document.id}", name, document.text, gold))
    return cases


def words_and_heads(document: GoldDocument) -> tuple[list[Span], list[int]]:
    """The place and the head of each word, counted through the document."""
    places: list[Span] = []
    heads: list[int] = []
    for sentence in document.sentences:
        heads += [len(places) + word.head - 1 if word.head else -1 for word in sentence]
        places += [word.own for word in sentence]
    return places, heads


def chains_of(cells: list[str]) -> list[Chain]:
    """The chains of a column of brackets: `(7` opens a mention of chain 7, `7)` closes it, `(7)` is one of one word."""
    begun: dict[str, list[int]] = defaultdict(list)
    chains: dict[str, set[Span]] = defaultdict(set)
    for word, cell in enumerate(cells):
        for opening, chain, closing in re.findall(r"(\(?)(\w+)(\)?)", cell.replace("_", " ")):
            if opening:
                begun[chain].append(word)
            if closing and begun[chain]:
                chains[chain].add((begun[chain].pop(), word + 1))
    return [frozenset(mentions) for mentions in chains.values() if len(mentions) > 1]


def our_chains(view: RecordView, words: list[Span]) -> list[Chain]:
    """The record's entities of two mentions or more."""
    begins, ends = [begin for begin, _ in words], [end for _, end in words]
    chain_at: dict[Span, int] = {}
    numbers: dict[int, int] = {}
    for entity, _, (begin, end) in view.mentions():
        touched = bisect_right(ends, begin), bisect_left(begins, end)
        if touched[0] < touched[1]:
            chain_at.setdefault(touched, numbers.setdefault(id(entity), len(numbers)))
    chains: dict[int, set[Span]] = defaultdict(set)
    for mention, number in chain_at.items():
        chains[number].add(mention)
    return [frozenset(mentions) for mentions in chains.values() if len(mentions) > 1]


def cut_to_heads(chains: list[Chain], heads: list[int]) -> list[Chain]:
    """Each mention as its first word whose head lies outside. A word belongs to the first chain that has it."""
    taken: set[int] = set()
    found = []
    for chain in chains:
        mine = {next((k for k in range(b, e) if not b <= heads[k] < e), b) for b, e in chain} - taken
        taken |= mine
        if len(mine) > 1:
            found.append(frozenset((k, k + 1) for k in mine))
    return found


def _owners(chains: list[Chain]) -> dict[Span, int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


def _parts(chain: Chain, owners: dict[Span, int]) -> Counter[int]:
    """How many mentions of the chain lie in each chain of the other side; those in none are left out."""
    return Counter(owners[mention] for mention in chain if mention in owners)


def mention_counts(gold: list[Chain], ours: list[Chain]) -> Counts:
    """Distinct mentions that are equal."""
    return Counts.of_sets(_owners(gold), _owners(ours))


def _both_sides(gold: list[Chain], ours: list[Chain],
                side: Callable[[list[Chain], dict[Span, int], list[Chain]], tuple[float, int]]) -> Counts:
    right_ours, all_ours = side(ours, _owners(gold), gold)
    right_gold, all_gold = side(gold, _owners(ours), ours)
    return Counts(right_ours, all_ours, right_gold, all_gold)


def muc(gold: list[Chain], ours: list[Chain]) -> Counts:
    """A chain of n mentions has n - 1 links; cut into k pieces by the other side's chains it keeps n - k of them."""
    def links(chains: list[Chain], owners: dict[Span, int], _: list[Chain]) -> tuple[float, int]:
        kept = sum(n - 1 for chain in chains for n in _parts(chain, owners).values())
        return kept, sum(len(chain) - 1 for chain in chains)
    return _both_sides(gold, ours, links)


def b_cubed(gold: list[Chain], ours: list[Chain]) -> Counts:
    """For each mention, the share of its chain that the other side's chain of that mention holds too."""
    def shares(chains: list[Chain], owners: dict[Span, int], others: list[Chain]) -> tuple[float, int]:
        right = sum((Fraction(n * len(chain & others[number]), len(chain)) for chain in chains
                     for number, n in _parts(chain, owners).items()), Fraction(0))
        return float(right), sum(map(len, chains))
    return _both_sides(gold, ours, shares)


def ceaf_e(gold: list[Chain], ours: list[Chain]) -> Counts:
    """phi4 of two chains is the F1 of their mentions; the assignment with the greatest sum of it."""
    owners = _owners(ours)
    weights = [{number: Fraction(2 * n, len(chain) + len(ours[number]))
                for number, n in _parts(chain, owners).items()} for chain in gold]
    return Counts.of(float(heaviest(weights)), len(ours), len(gold))


METRICS = {"mentions": mention_counts, "MUC": muc, "B3": b_cubed, "CEAF-e": ceaf_e}
AVERAGED = ("MUC", "B3", "CEAF-e")


def score(cases: list[Case], records: Records) -> Figures:
    """The five figures, and the five by heads, of each set."""
    figures = Figures()
    for case in cases:
        gold: Gold = case.gold
        ours = our_chains(RecordView(case, records.get(case.id)), gold.words)
        _count(figures, case.set, gold.chains, ours)
        _count(figures, f"{case.set} head", cut_to_heads(gold.chains, gold.heads), cut_to_heads(ours, gold.heads))
    for name in dict.fromkeys(case.set for case in cases):
        for prefix in (name, f"{name} head"):
            figures[f"{prefix} CoNLL"] = MeanF1(figures[f"{prefix} {key}"] for key in AVERAGED)
    return figures


def _count(figures: Figures, prefix: str, gold: list[Chain], ours: list[Chain]) -> None:
    for key, metric in METRICS.items():
        figures.count(f"{prefix} {key}", metric(gold, ours))
