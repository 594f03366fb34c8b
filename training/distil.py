"""Trains a narrower encoder to give what its teacher gives, and to read the gold as its teacher did.

    python3 training/distil.py --data DATA --start MODEL_FOLDER --teacher RUN --run SMALL --binary onrecord --out OUT \
        --steps 4000

A step's loss: how far the student's vectors are from the teacher's, in shares of their variance (after the layers in
BETWEEN of all pieces, after the last one of the words, as the heads see no other), how far its heads are from the
teacher's (outputs.py), and the heads' losses of losses.py. The teacher's vectors are made once. No dropout in the encoder:
the teacher's vectors are the regulariser. What is written is the running mean of the weights. Wikinews takes part without
labels, and with `--varied` every text once more an epoch, with other names (varied.py). A stopped run starts anew.
"""
from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor

import checkpoint
import coref
import evaluate
import outputs
import readers
from losses import Targets, heads_loss
from model import Layer, Model, in_bytes
from silver import wikinews
from train import BATCH_PIECES, epoch_groups, optimiser_of, rate, read_all
from varied import Names, names_of
from windows import Batch, Documents, groups, make_batch
from wordpiece import WordPiece

BETWEEN = (1, 3)           # layers, from 0
CLOSENESS = 15.0           # what a distance of the whole variance counts, beside the heads' losses
RATE_ENCODER, RATE_HEADS, WARM_UP = 2e-4, 2e-4, 100
KEPT = 0.998               # of the running mean, a step


def news(data: Path, pieces: WordPiece, binary: str) -> list[readers.Window]:
    """Wikinews in windows, without labels."""
    found: dict[int, list[readers.Sentence]] = {}
    for document, words in wikinews(data, binary):
        found.setdefault(document, []).append(readers.Sentence(words))
    return [w for sentences in found.values() for w in readers.pack("news", sentences, pieces)]


class Teacher:
    """Its vectors of every window, in 16 bits: made once and kept, but for those of varied ones."""

    def __init__(self, model: Model, windows: list[readers.Window], pieces: WordPiece, half: bool = False) -> None:
        self.model, self.half = model.eval().requires_grad_(False), half
        self.kept: dict[int, list[Tensor]] = {}
        self.spread = torch.zeros(len(BETWEEN) + 1)
        for group in groups(windows, BATCH_PIECES, random.Random(0)):
            for window, rows in zip(group, self.read(make_batch(group, pieces))):
                self.kept[id(window)] = rows
                self.spread += torch.stack([x.float().var(-1).mean() for x in rows]) / len(windows)

    def read(self, batch: Batch) -> list[list[Tensor]]:
        """Of each window: the layers in BETWEEN of all pieces, the last one of the words."""
        eight, Layer.eight_bits = Layer.eight_bits, False
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=self.half):
            layers = self.model.encode_all(batch.pieces, batch.shapes, batch.mask)
        Layer.eight_bits = eight
        found = []
        for row, first in enumerate(batch.first):
            size = int(batch.mask[row].sum())
            found.append([x.half() for x in (*(layers[k][row, :size] for k in BETWEEN), layers[-1][row, first])])
        return found

    def vectors(self, batch: Batch) -> list[list[Tensor]]:
        """The same, looked up where it was kept."""
        if id(batch.windows[0]) in self.kept:
            return [self.kept[id(w)] for w in batch.windows]
        return self.read(batch)

    def names(self, windows: list[readers.Window]) -> Names:
        """As it reads them."""
        with torch.no_grad():
            return Names(windows, [names_of(w, self.model.name(self.kept[id(w)][-1].float()).argmax(-1).tolist())
                                   for w in windows])

    def distance(self, theirs: list[list[Tensor]], layers: list[Tensor], batch: Batch) -> Tensor:
        """Of the student's vectors, as shares of the variance, one number for each layer looked at."""
        found = []
        for n, k in enumerate([*BETWEEN, -1]):
            told = [rows[n] for rows in theirs]
            mine = [layers[k][row, batch.first[row] if k < 0 else slice(len(x))] for row, x in enumerate(told)]
            found.append((torch.cat(mine).float() - torch.cat(told).float()).square().mean() / self.spread[n])
        return torch.stack(found)


class Run:
    """A run and the running mean of its weights."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        torch.manual_seed(arguments.seed)
        self.rng = random.Random(arguments.seed)
        self.pieces = WordPiece(arguments.start / "vocab.txt")
        self.train, self.dev = (read_all(arguments.data, part, self.pieces, arguments.binary)
                                for part in ("train", "dev"))
        self.train += news(arguments.data, self.pieces, arguments.binary)
        self.documents = Documents(coref.read(arguments.data, "train"))
        teacher, _ = checkpoint.load(arguments.teacher)
        self.teacher = Teacher(teacher, self.train, self.pieces, arguments.half)
        self.names = self.teacher.names(self.train) if arguments.varied else None
        self.model, self.labels = checkpoint.load(arguments.run, 0.0)
        self.model.drop.share = 0.0
        Layer.eight_bits = arguments.bytes  # after the teacher's vectors
        self.mean = {k: v.clone() for k, v in self.model.state_dict().items()}
        self.targets, self.optimiser = Targets(self.labels), optimiser_of(self.model)
        self.began = time.monotonic()
        arguments.out.mkdir(parents=True, exist_ok=True)

    def log(self, line: str) -> None:
        """To the terminal and to the run's log."""
        checkpoint.log(self.arguments.out, line)

    def loss(self, batch: Batch) -> tuple[Tensor, dict[str, float]]:
        """The whole loss of a batch, and its parts."""
        given, half = self.arguments, torch.autocast("cpu", torch.bfloat16, enabled=self.arguments.half)
        with half:
            layers = self.model.encode_all(batch.pieces, batch.shapes, batch.mask)
        theirs = self.teacher.vectors(batch)
        distance = self.teacher.distance(theirs, layers, batch)
        loss, parts = CLOSENESS * distance.sum(), {f"d{n}": float(x) for n, x in enumerate(distance.detach())}
        seen = in_bytes(layers[-1].float()) if given.bytes else layers[-1].float()
        with half:
            if given.outputs:
                apart = outputs.apart(self.teacher.model, self.model, [x[-1].float() for x in theirs],
                                      [seen[row, first] for row, first in enumerate(batch.first)], batch.windows)
                loss = loss + given.outputs * torch.stack(list(apart.values())).sum()
                parts |= {f"{name} apart": float(x.detach()) for name, x in apart.items()}
            if batch.windows[0].task not in ("news", "varied"):
                gold, means = heads_loss(self.model, seen, batch, self.targets, self.rng)
                loss, parts = loss + given.gold * gold, parts | means
        return loss, parts

    def step(self, group: list[readers.Window], at: int) -> dict[str, float]:
        """One step; returns the losses."""
        batch = self.documents.add_to(make_batch(group, self.pieces, BATCH_PIECES))
        for rates, base in zip(self.optimiser.param_groups, (RATE_ENCODER, RATE_HEADS)):
            rates["lr"] = self.arguments.rate * base * rate(at, self.arguments.steps, WARM_UP)
        loss, parts = self.loss(batch)
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 2.0)
        self.optimiser.step()
        share = min(KEPT, (at + 1) / (at + 10))
        for name, weight in self.model.state_dict().items():
            self.mean[name].lerp_(weight, 1 - share)
        return parts

    def figures(self) -> None:
        """Of the running mean, on the development sets; saves it."""
        trained = {k: v.clone() for k, v in self.model.state_dict().items()}
        self.model.load_state_dict(self.mean)
        checkpoint.save(self.arguments.out, self.model, self.labels)
        figures = evaluate.figures(self.model.eval(), self.labels, self.dev, self.pieces)
        self.log(" ".join(f"{k} {100 * v:.1f}" for k, v in figures.items()))
        self.model.load_state_dict(trained)
        self.model.train()

    def run(self) -> None:
        """All steps."""
        sizes = {k: v for k, v in vars(self.model.dimensions).items() if k in ("heads", "inner")}
        self.log(f"{len(self.train)} windows, {json.dumps(sizes)}")
        self.figures()
        sums: dict[str, list[float]] = {}
        at, epoch = 0, 0
        until = self.arguments.until or self.arguments.steps
        while at < until:
            more = self.names.varied(self.pieces, self.rng) if self.names else []
            for group in epoch_groups(self.train + more, epoch, self.arguments.seed, 1)[:until - at]:
                for name, value in self.step(group, at).items():
                    sums.setdefault(name, []).append(value)
                at += 1
                if at % 100 == 0:
                    self.log(f"step {at}/{self.arguments.steps} {time.monotonic() - self.began:.0f} s " + " ".join(
                        f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(sums.items())))
                    sums.clear()
                if at % self.arguments.look == 0 or at == until:
                    self.figures()
            epoch += 1


def main() -> None:
    """Reads the command line and runs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "start", "teacher", "run", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--until", type=int, help="end there, with the rate as it is then; default: the last step")
    parser.add_argument("--rate", type=float, default=1.0, help="times the rates of a first run")
    parser.add_argument("--gold", type=float, default=1.0, help="what the gold counts: less, where it is learnt by heart")
    parser.add_argument("--bytes", action="store_true", help="compute in 8 bits, as the program does, to learn for it")
    parser.add_argument("--outputs", type=float, default=0.0, help="what a nat between its heads and the teacher's counts")
    parser.add_argument("--varied", action="store_true", help="read every text with other names besides")
    parser.add_argument("--half", action="store_true", help="compute in bfloat16 where that is quicker than f32")
    parser.add_argument("--look", type=int, default=1000, help="steps between figures on the development sets")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    Run(arguments).run()


if __name__ == "__main__":
    main()
