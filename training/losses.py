"""One loss per head, summed over a batch. A set without a layer adds nothing to that layer's loss."""
from __future__ import annotations

import random

import torch
from torch import Tensor
from torch.nn import functional as F

import names
import spec
from labels import Labels, lemma_script
from model import Model, distance_class
from readers import Attribution, Window
from windows import Batch

# What a mean loss of 1 of each head counts; chosen on the development sets.
WEIGHTS = {"tag": 1.0, "lemma": 0.5, "arc": 1.0, "relation": 0.5, "name": 1.0, "boundary": 0.2, "cue": 1.0, "role": 1.5}
NEGATIVE_CUES = 0.15  # share of extra cues that no attribution has, to learn to answer "nobody, nothing"


class Targets:
    """Label strings to indices; -100 is ignored."""

    def __init__(self, labels: Labels) -> None:
        self.tags = {k: n for n, k in enumerate(labels.tags)}
        self.lemmas = {k: n for n, k in enumerate(labels.lemmas)}
        self.relations = {k: n for n, k in enumerate(labels.relations)}

    def of(self, window: Window) -> dict[str, Tensor]:
        """Per-word targets of the layers that every sentence of the window has."""
        found: dict[str, Tensor] = {}
        sentences = window.sentences
        if all(s.tags for s in sentences):
            found["tag"] = torch.tensor([self.tags.get(t, -100) for s in sentences for t in s.tags])
            found["lemma"] = torch.tensor([self.lemmas.get(lemma_script(f, m), -100)
                                           for s in sentences for f, m in zip(s.words, s.lemmas)])
            found["relation"] = torch.tensor([self.relations.get(r, -100) for s in sentences for r in s.relations])
            heads, begin = [], 0
            for s in sentences:
                heads += [0 if h == 0 else begin + h for h in s.heads]
                begin += len(s.words)
            found["arc"] = torch.tensor(heads)
        if window.boundary:
            found["boundary"] = torch.tensor([int(k == 0) for s in sentences for k in range(len(s.words))])
        if any(s.names for s in sentences):
            allowed = torch.zeros(len(window.words), len(names.LABELS), dtype=torch.bool)
            at = 0
            for s in sentences:
                for k in range(len(s.words)):
                    allowed[at, list(s.names[k]) if s.names else slice(None)] = True
                    at += 1
            found["name"] = allowed
        return found


def sentence_mask(window: Window) -> Tensor:
    """[child, head]: True where the head is the root or in the child's sentence."""
    ids = torch.tensor([k for k, s in enumerate(window.sentences) for _ in s.words])
    same = ids[:, None] == ids[None, :]
    return torch.cat([torch.ones(len(ids), 1, dtype=torch.bool), same], 1)


def role_targets(window: Window, found: list[Attribution], cues: list[list[int]]) -> Tensor:
    """(cues, words) indices into ROLES; a negative cue has none but O."""
    target = torch.zeros(len(cues), len(window.words), dtype=torch.long)
    for row, attribution in zip(target, found):
        for words, begins in ((attribution.source, 1), (attribution.content, 3)):
            for k in words:
                row[k] = begins if k - 1 not in words else begins + 1
    return target


def attribution_losses(model: Model, window: Window, words: Tensor, rng: random.Random) -> dict[str, Tensor]:
    """Cue labels of every word; roles of every word for each gold cue (and some that are none)."""
    found = window.attributions or []
    target = torch.zeros(len(window.words), dtype=torch.long)
    for attribution in found:
        for k in attribution.cue:
            target[k] = 1 if k - 1 not in attribution.cue else 2
    out = {"cue": F.cross_entropy(model.cue(words).float(), target, reduction="sum")}
    cues = [a.cue for a in found]
    free = [k for k in range(len(window.words)) if target[k] == 0]
    cues += [[rng.choice(free)] for _ in found if free and rng.random() < NEGATIVE_CUES]
    if cues:
        vectors = torch.stack([words[c].mean(0) for c in cues])
        distances = torch.tensor([[distance_class(k - c[0]) for k in range(len(window.words))] for c in cues])
        scores = model.roles(words, vectors, distances).float()
        out["role"] = F.cross_entropy(scores.flatten(0, 1), role_targets(window, found, cues).flatten(), reduction="sum")
        out["role"] = out["role"] / len(cues)  # a window weighs its words, however many cues it has
    return out


def batch_loss(model: Model, batch: Batch, targets: Targets, rng: random.Random) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum of mean losses per word, and each head's mean."""
    encoded = model.encode(batch.pieces, batch.shapes, batch.mask).float()
    sums: dict[str, Tensor] = {}
    counts: dict[str, int] = {}

    def add(name: str, loss: Tensor, count: int) -> None:
        sums[name] = sums.get(name, torch.zeros(())) + loss
        counts[name] = counts.get(name, 0) + count

    for row, (window, first) in enumerate(zip(batch.windows, batch.first)):
        words = model.drop(encoded[row, first])
        goal = targets.of(window)
        for name in ("tag", "lemma", "boundary"):
            if name in goal:
                add(name, F.cross_entropy(getattr(model, name)(words).float(), goal[name], ignore_index=-100,
                                          reduction="sum"), len(words))
        if "name" in goal:
            scores = model.name(words).float()
            inside = scores.masked_fill(~goal["name"], float("-inf")).logsumexp(-1)
            add("name", (scores.logsumexp(-1) - inside).sum(), len(words))
        if "arc" in goal:
            scores = model.arcs(words).float().masked_fill(~sentence_mask(window), float("-inf"))
            add("arc", F.cross_entropy(scores, goal["arc"], reduction="sum"), len(words))
            add("relation", F.cross_entropy(model.relations(words, goal["arc"]).float(), goal["relation"],
                                            ignore_index=-100, reduction="sum"), len(words))
        if window.attributions is not None:
            for name, loss in attribution_losses(model, window, words, rng).items():
                add(name, loss, len(words))
    means = {name: sums[name] / counts[name] for name in sums}
    total = torch.stack([WEIGHTS[name] * mean for name, mean in means.items()]).sum()
    return total, {name: float(mean.detach()) for name, mean in means.items()}
