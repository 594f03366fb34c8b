"""How readily a word should link back, measured on the development documents: export.py adds it to the links' scores.

    python3 training/link_bias.py --data DATA --start MODEL_FOLDER --run OUT

Prints the number that makes as many words link as SHARE of the links in the gold. While the learning rate is high, the
head's "no antecedent" wanders; how it orders the links does not.
"""
from __future__ import annotations

import argparse
from itertools import groupby
from pathlib import Path

import torch

import checkpoint
import coref
import readers
from model import Model
from windows import Documents, make_batch
from wordpiece import WordPiece

SHARE = 0.95


def link_bias(model: Model, windows: list[readers.Window], gold: dict[str, list[coref.Mention]],
              pieces: WordPiece) -> float:
    """`windows` of whole documents, in order."""
    model.eval()
    best: list[float] = []
    links = 0
    documents = Documents(gold)
    with torch.no_grad():
        for _, group in groupby(windows, key=lambda w: w.document):
            batch = documents.add_to(make_batch(list(group), pieces))
            encoded = model.encode(batch.pieces, batch.shapes, batch.mask).float()
            for begin, end, document in batch.documents:
                words = torch.cat([encoded[row, batch.first[row]] for row in range(begin, end)])
                scores = model.coref.mentions(words)
                chosen = model.coref.candidates(scores)
                best += model.coref.antecedents(words, document, scores, chosen).max(1).values.tolist()
                chains = document.chain[document.chain >= 0]
                links += len(chains) - len(chains.unique())
    return -sorted(best, reverse=True)[min(len(best) - 1, int(SHARE * links))]


def main() -> None:
    """Reads the command line and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "start", "run"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    pieces = WordPiece(arguments.start / "vocab.txt")
    model, _ = checkpoint.load(arguments.run)
    windows = [w for w in readers.ud(arguments.data, "dev", pieces) if w.document]
    print(f"{link_bias(model, windows, coref.read(arguments.data, 'dev'), pieces):.2f}")


if __name__ == "__main__":
    main()
