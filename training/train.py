"""From data to a checkpoint in one command; a stopped run goes on where it was.

    python3 training/train.py --data DATA --start MODEL_FOLDER --binary onrecord --out OUT [--epochs 8] [--silver FILES]
"""
from __future__ import annotations

import argparse
import os
import random
import time
from pathlib import Path

os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "20000")  # read when torch is loaded

import torch

import checkpoint
import coref
import evaluate
import readers
from labels import collect, sizes_of
from losses import Targets, batch_loss
from model import Model, load_start
from silver import key_of, silver_labels
from windows import Batch, Documents, document_groups, groups, make_batch
from wordpiece import WordPiece

REPEATS = {"wikigold": 2, "crossner": 4, "re3d": 3}  # an epoch; other sets: once
BATCH_PIECES = 2048
RATE_ENCODER, RATE_HEADS, WARM_UP = 1.5e-4, 1.5e-3, 300


def read_all(data: Path, part: str, pieces: WordPiece, binary: str) -> list[readers.Window]:
    """Every window of a part, of all sets."""
    sets = [readers.ud(data, part, pieces),
            readers.conll_names(data / f"ner_wikigold/{part}.conll", "wikigold", pieces),
            readers.conll_names(data / f"ner_crossner_politics/{part}.conll", "crossner", pieces),
            readers.conll_names(data / f"ner_wnut17/{part}.conll", "wnut17", pieces),
            readers.re3d(data, part, pieces, binary),
            readers.polnear(data, part, pieces, binary)]
    return [window for one in sets for window in one]


def add_silver(windows: list[readers.Window], path: Path) -> int:
    """Puts silver (where there is gold: within the gold) names on the sentences; returns how many got them."""
    labels, count = silver_labels(path), 0
    for sentence in (s for w in windows for s in w.sentences):
        found = labels.get(key_of(sentence.words))
        if found and len(found) == len(sentence.words):
            sentence.names = found
            count += 1
    return count


def epoch_groups(windows: list[readers.Window], epoch: int, seed: int, polnear: int) -> list[list[readers.Window]]:
    """The batches of an epoch, the same for the same seed; a batch is of one set, PolNeAR's `polnear` times."""
    rng = random.Random(seed * 1000 + epoch)
    found = []
    for task in sorted({w.task for w in windows}):
        chosen = [w for w in windows if w.task == task] * ({"polnear": polnear} | REPEATS).get(task, 1)
        found += (document_groups if task == "gum" else groups)(chosen, BATCH_PIECES, rng)
    rng.shuffle(found)
    return found


def optimiser_of(model: Model) -> torch.optim.AdamW:
    """Encoder and heads at their own rates; the word piece vectors stay as they came."""
    model.embed.word.weight.requires_grad_(False)  # frozen: half of the weights, and a third of a step's time
    encoder = [p for n, p in model.named_parameters() if n.startswith(("embed", "layer")) and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith(("embed", "layer"))]
    return torch.optim.AdamW([{"params": encoder, "lr": RATE_ENCODER}, {"params": heads, "lr": RATE_HEADS}],
                             weight_decay=0.01)


def hide_pieces(batch: Batch, share: float, mask: int, rng: random.Random) -> None:
    """Puts `mask` in the place of a share of the word pieces, so that no text is learnt by heart."""
    if share:
        here = batch.mask & (batch.shapes >= 0)  # no [CLS], no [SEP]
        chosen = torch.rand(here.shape, generator=torch.Generator().manual_seed(rng.getrandbits(32))) < share
        batch.pieces[here & chosen] = mask


def rate(step: int, total: int, warm_up: int = WARM_UP) -> float:
    """Linear warm-up (of a fifth of a short run), linear decay."""
    return min(1.0, (step + 1) / min(warm_up, max(1, total // 5))) * max(0.0, 1 - step / total)


class Run:
    """A training run and its checkpoint."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments, self.out = arguments, Path(arguments.out)
        self.out.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(arguments.seed)
        self.pieces = WordPiece(Path(arguments.start) / "vocab.txt")
        data = Path(arguments.data)
        self.train = read_all(data, "train", self.pieces, arguments.binary)
        self.dev = read_all(data, "dev", self.pieces, arguments.binary)
        if arguments.silver:
            self.log(f"{add_silver(self.train, Path(arguments.silver))} sentences with silver names")
        if arguments.silver_news:
            self.train += readers.silver_news(Path(arguments.silver_news), self.pieces)
        self.documents = Documents(coref.read(data, "train"))
        every = max(1, round(1 / arguments.share))
        self.train, self.dev = self.train[::every], self.dev[::every]
        self.labels = collect(w for w in self.train if w.task in ("ewt", "gum"))
        self.targets = Targets(self.labels)
        if arguments.further:
            self.model, _ = checkpoint.load(Path(arguments.further))
        else:
            self.model = Model(sizes_of(self.labels))
            load_start(self.model, Path(arguments.start))
        self.optimiser = optimiser_of(self.model)
        self.epoch = self.step = self.epoch_began = 0
        self.began = time.monotonic()
        self.steps_an_epoch = len(epoch_groups(self.train, 0, arguments.seed, arguments.polnear))
        self.restore()

    def restore(self) -> None:
        """Takes up the last checkpoint, if there is one."""
        path = self.out / "checkpoint.pt"
        if path.is_file():
            saved = torch.load(path, weights_only=True)
            self.model.load_state_dict(saved["model"])
            self.optimiser.load_state_dict(saved["optimiser"])
            self.epoch, self.step, self.epoch_began = saved["epoch"], saved["step"], saved["epoch_began"]
            self.log(f"goes on at step {self.step}, epoch {self.epoch}")

    def save(self) -> None:
        """Writes the checkpoint in one move."""
        checkpoint.save(self.out, self.model, self.labels, optimiser=self.optimiser.state_dict(), epoch=self.epoch,
                        step=self.step, epoch_began=self.epoch_began)

    def log(self, line: str) -> None:
        """To the terminal and to the run's log."""
        checkpoint.log(self.out, line)

    def total(self) -> int:
        """Steps of the whole run."""
        return min(self.steps_an_epoch * self.arguments.epochs, self.arguments.steps or 1 << 40)

    def train_epoch(self) -> None:
        """One epoch from where it stands; saves every 200 steps and at the end."""
        total = self.total()
        rng = random.Random(self.arguments.seed + self.epoch)
        self.model.train()
        order = epoch_groups(self.train, self.epoch, self.arguments.seed, self.arguments.polnear)
        sums: dict[str, list[float]] = {}
        for group in order[self.step - self.epoch_began:][:total - self.step]:
            batch = self.documents.add_to(make_batch(group, self.pieces, BATCH_PIECES))
            if group[0].task == "polnear":
                hide_pieces(batch, self.arguments.hide, self.pieces.mask, rng)
            for rates, base in zip(self.optimiser.param_groups, (RATE_ENCODER, RATE_HEADS)):
                rates["lr"] = self.arguments.rate * base * rate(self.step, total)
            with torch.autocast("cpu", torch.bfloat16):
                loss, parts = batch_loss(self.model, batch, self.targets, rng)
            self.optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            self.optimiser.step()
            self.step += 1
            for name, value in parts.items():
                sums.setdefault(name, []).append(value)
            if self.step % 200 == 0:
                self.save()
                self.log(f"step {self.step}/{total} {time.monotonic() - self.began:.0f} s " + " ".join(
                    f"{k} {sum(v[-100:]) / len(v[-100:]):.3f}" for k, v in sorted(sums.items())))
        self.epoch += 1
        self.epoch_began = self.step
        self.save()

    def run(self) -> None:
        """All epochs, with figures on the development sets after each."""
        self.log(f"{len(self.train)} windows, {self.steps_an_epoch} steps an epoch, "
                 f"{sum(p.numel() for p in self.model.parameters()):,} weights")
        while self.step < self.total():
            self.train_epoch()
            if self.epoch % 2 and self.step < self.total():
                continue
            figures = evaluate.figures(self.model, self.labels, self.dev, self.pieces)
            self.log(f"epoch {self.epoch}: " + " ".join(f"{k} {100 * v:.1f}" for k, v in figures.items()))


def main() -> None:
    """Reads the command line and runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "start", "binary", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--silver", help="silver names of the training sets' sentences, as silver.py writes them")
    parser.add_argument("--silver-news", help="more news with silver names")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--steps", type=int, help="end there, the rate falling to 0; default: with the epochs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="part of the windows to use, to try things out")
    parser.add_argument("--further", help="a finished run's folder to train on from")
    parser.add_argument("--rate", type=float, default=1.0, help="times the rates of a first run")
    parser.add_argument("--polnear", type=int, default=1, help="how often an epoch goes through PolNeAR")
    parser.add_argument("--hide", type=float, default=0.0, help="share of PolNeAR's word pieces to hide")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    Run(arguments).run()


if __name__ == "__main__":
    main()
