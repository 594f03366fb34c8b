"""Windows to tensors: pieces padded to the longest of a batch, one row of word vectors per window."""
from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Iterator

import torch
from torch import Tensor

from readers import Window
from wordpiece import WordPiece, shape_of


@dataclass
class Batch:
    """Tensors (windows, pieces); `first[w]` are the positions of the words' first pieces of window w."""

    windows: list[Window]
    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: list[Tensor]


def make_batch(windows: list[Window], wordpiece: WordPiece) -> Batch:
    """[CLS] pieces [SEP], padded."""
    rows, shapes, firsts = [], [], []
    for window in windows:
        row, shape, first = [wordpiece.first], [-1], []
        for word in window.words:
            found = wordpiece.pieces(word)
            first.append(len(row))
            row += found
            shape += [shape_of(word)] * len(found)
        rows.append(row + [wordpiece.last])
        shapes.append(shape + [-1])
        firsts.append(torch.tensor(first))
    longest = max(map(len, rows))
    pieces = torch.zeros(len(rows), longest, dtype=torch.long)
    shape_rows = torch.full((len(rows), longest), -1)
    mask = torch.zeros(len(rows), longest, dtype=torch.bool)
    for k, (row, shape) in enumerate(zip(rows, shapes)):
        pieces[k, :len(row)], shape_rows[k, :len(row)], mask[k, :len(row)] = \
            torch.tensor(row), torch.tensor(shape), True
    return Batch(windows, pieces, shape_rows, mask, firsts)


def batches(windows: list[Window], wordpiece: WordPiece, size: int, rng: random.Random | None) -> Iterator[Batch]:
    """Batches of at most `size` pieces, of windows of like length; shuffled where `rng` is given."""
    def length(window: Window) -> int:
        return 2 + sum(len(wordpiece.pieces(w)) for w in window.words)

    order = list(windows)
    if rng:
        rng.shuffle(order)
    groups: list[list[Window]] = []
    for begin in range(0, len(order), 512):  # sorting within chunks keeps the shuffle
        now: list[Window] = []
        for window in sorted(order[begin:begin + 512], key=length):
            if now and length(window) * (len(now) + 1) > size:
                groups.append(now)
                now = []
            now.append(window)
        if now:
            groups.append(now)
    if rng:
        rng.shuffle(groups)
    for group in groups:
        yield make_batch(group, wordpiece)
