"""Windows to tensors: pieces padded to the longest of a batch, one row of word vectors per window."""
from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import groupby
from typing import Iterator

import torch
from torch import Tensor

import coref
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
    documents: list[tuple[int, int, coref.Document]] = field(default_factory=list)  # windows [begin, end) are a whole one


STEP = 16  # rows are padded to a multiple: oneDNN compiles a kernel for every new shape, which costs more than padding


def make_batch(windows: list[Window], wordpiece: WordPiece, size: int = 0) -> Batch:
    """[CLS] pieces [SEP], padded; and as many empty rows as make up `size` pieces."""
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
    longest = -(-max(map(len, rows)) // STEP) * STEP
    count = max(len(rows), size // longest)
    pieces = torch.zeros(count, longest, dtype=torch.long)
    shape_rows = torch.full((count, longest), -1)
    mask = torch.zeros(count, longest, dtype=torch.bool)
    for k, (row, shape) in enumerate(zip(rows, shapes)):
        pieces[k, :len(row)], shape_rows[k, :len(row)], mask[k, :len(row)] = \
            torch.tensor(row), torch.tensor(shape), True
    return Batch(windows, pieces, shape_rows, mask, firsts)


def groups(windows: list[Window], size: int, rng: random.Random | None) -> list[list[Window]]:
    """Batches of at most `size` pieces, of windows of like length; shuffled where `rng` is given."""
    order = list(windows)
    if rng:
        rng.shuffle(order)
    found: list[list[Window]] = []
    for begin in range(0, len(order), 512):  # sorting within chunks keeps the shuffle
        now: list[Window] = []
        for window in sorted(order[begin:begin + 512], key=lambda w: w.size):
            if now and -(-window.size // STEP) * STEP * (len(now) + 1) > size:
                found.append(now)
                now = []
            now.append(window)
        if now:
            found.append(now)
    return found


def document_groups(windows: list[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """Batches of whole documents, so that chains of coreference stay together; more than `size` for a long one."""
    documents = [list(group) for _, group in groupby(windows, key=lambda w: w.document)]
    rng.shuffle(documents)
    found: list[list[Window]] = [[]]
    for document in documents:
        if found[-1] and sum(w.size for w in found[-1] + document) > size:
            found.append([])
        found[-1] += document
    return found


class Documents:
    """The documents with gold chains, made once and kept for all epochs."""

    def __init__(self, gold: dict[str, list[coref.Mention]]) -> None:
        self.gold = gold
        self.kept: dict[str, coref.Document] = {}

    def add_to(self, batch: Batch) -> Batch:
        """Puts the chains of the documents that the batch holds."""
        begin = 0
        for name, group in groupby(batch.windows, key=lambda w: w.document):
            windows = list(group)
            sentences = [s for w in windows for s in w.sentences]
            if name and all(s.ident in self.gold for s in sentences):
                if name not in self.kept:
                    self.kept[name] = coref.document_of(sentences, self.gold)
                batch.documents.append((begin, begin + len(windows), self.kept[name]))
            begin += len(windows)
        return batch


def batches(windows: list[Window], wordpiece: WordPiece, size: int) -> Iterator[Batch]:
    """All windows, in batches, in no order that matters."""
    for group in groups(windows, size, None):
        yield make_batch(group, wordpiece)
