"""Counts of a figure, one-to-one matching, and comparisons of spans."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Hashable, Iterable, Sequence, TypeVar

from core.cases import Span

G = TypeVar("G")
P = TypeVar("P")


@dataclass
class Counts:
    """Predicted rows, gold rows, and how many of each are matched (equal when matching is one to one). A row may be
    matched in part: coreference counts fractions."""

    right_predicted: float = 0
    predicted: int = 0
    right_gold: float = 0
    gold: int = 0

    @staticmethod
    def of(right: float, predicted: int, gold: int) -> Counts:
        """Counts of a one-to-one matching."""
        return Counts(right, predicted, right, gold)

    @staticmethod
    def of_sets(gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> Counts:
        """Members of two sets that are equal."""
        gold, predicted = set(gold), set(predicted)
        return Counts.of(len(gold & predicted), len(predicted), len(gold))

    def __iadd__(self, other: Counts) -> Counts:
        self.right_predicted += other.right_predicted
        self.predicted += other.predicted
        self.right_gold += other.right_gold
        self.gold += other.gold
        return self

    @property
    def precision(self) -> float:
        """Share of the predicted rows that is right; 0 of none."""
        return self.right_predicted / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold rows that is found; 0 of none."""
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


class Share(Counts):
    """A share instead of an F1: of `gold` questions, `right_gold` are answered rightly."""

    @property
    def f1(self) -> float:
        """The share."""
        return self.recall


class MeanF1(Counts):
    """The mean of other figures' F1 (CoNLL's figure of coreference). It has no counts of its own: precision and recall
    are the means of theirs."""

    def __init__(self, parts: Iterable[Counts]) -> None:
        super().__init__()
        self.parts = list(parts)

    def _mean(self, values: Iterable[float]) -> float:
        return sum(values) / len(self.parts) if self.parts else 0.0

    @property
    def precision(self) -> float:
        """The mean precision."""
        return self._mean(part.precision for part in self.parts)

    @property
    def recall(self) -> float:
        """The mean recall."""
        return self._mean(part.recall for part in self.parts)

    @property
    def f1(self) -> float:
        """The mean F1."""
        return self._mean(part.f1 for part in self.parts)


class Figures(dict[str, Counts]):
    """Counts by the name of the figure, summed over cases."""

    def count(self, name: str, part: Counts) -> None:
        """Adds one case's counts."""
        self.setdefault(name, Counts()).__iadd__(part)


def pair_up(gold: Sequence[G], predicted: Sequence[P], fits: Callable[[G, P], bool]) -> list[tuple[int, int]]:
    """As many pairs (index in gold, index in predicted) that fit as possible, each row in one pair at most.

    Gold rows choose in order, the first free predicted row first; a taken one is freed if its owner can move
    (Kuhn's algorithm), so the outcome is the same each time.
    """
    choices = [[j for j, p in enumerate(predicted) if fits(g, p)] for g in gold]
    owner: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in choices[i]:
            if j in tried:
                continue
            tried.add(j)
            if j not in owner or place(owner[j], tried):
                owner[j] = i
                return True
        return False

    for i in range(len(gold)):
        place(i, set())
    return sorted((i, j) for j, i in owner.items())


def overlap(a: Span, b: Span) -> bool:
    """Whether two half-open spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def letters(spans: Iterable[Span], text: str) -> frozenset[int]:
    """The offsets that the spans cover, blanks left out."""
    return frozenset(k for begin, end in spans for k in range(begin, min(end, len(text))) if not text[k].isspace())


def letters_f1(a: frozenset[int], b: frozenset[int]) -> float:
    """F1 of two sets of offsets; two empty ones agree."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0
