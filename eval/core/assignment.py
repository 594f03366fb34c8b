"""The heaviest one-to-one assignment of a sparse table of weights, in exact fractions."""
from __future__ import annotations

from collections import deque
from fractions import Fraction
from typing import Optional

Weights = list[dict[int, Fraction]]  # of each row, by column; all above 0


def heaviest(weights: Weights) -> Fraction:
    """The greatest sum of weights, each row and each column used once at most.

    Rows come one by one. A new row takes a column, whose owner takes another or goes without, and so on; the chain
    that gains most is carried out, which keeps the whole the heaviest (an augmenting path in the sense of Berge).
    """
    owner: dict[int, int] = {}
    for row in range(len(weights)):
        _place(row, weights, owner)
    return sum((weights[row][column] for column, row in owner.items()), Fraction(0))


def _place(first: int, weights: Weights, owner: dict[int, int]) -> None:
    """Finds the best chain from `first` and carries it out. gain[row]: what is won when the chain has come to `row`,
    which has then lost its column."""
    gain = {first: Fraction(0)}
    came_by: dict[int, tuple[int, int]] = {}  # a row that lost its column: that column, and the row that took it
    best: tuple[Fraction, int, Optional[int]] = (Fraction(0), first, None)  # won, last row, the free column it takes
    waiting = deque([first])
    while waiting:
        row = waiting.popleft()
        if gain[row] > best[0]:
            best = gain[row], row, None
        for column, weight in weights[row].items():
            holder = owner.get(column)
            won = gain[row] + weight
            if holder is None:
                if won > best[0]:
                    best = won, row, column
            elif holder != row and (holder not in gain or won - weights[holder][column] > gain[holder]):
                gain[holder] = won - weights[holder][column]
                came_by[holder] = column, row
                waiting.append(holder)
    _, row, column = best
    if column is not None:
        owner[column] = row
    while row in came_by:
        column, row = came_by[row]
        owner[column] = row
