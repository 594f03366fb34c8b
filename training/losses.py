"""One loss per head, summed over a batch. A set without a layer adds nothing to that layer's loss."""
from __future__ import annotations

import random
from dataclasses import dataclass, field

import torch
from torch import Tensor
from torch.nn import functional as F

import names
from labels import Labels, lemma_script
from model import Model, distance_class
from readers import Attribution, Window
from windows import Batch

# What a mean loss of 1 of each head counts; chosen on the development sets.
WEIGHTS = {"tag": 1.0, "lemma": 0.5, "arc": 1.0, "relation": 0.5, "name": 1.0, "boundary": 0.2, "cue": 1.0, "role": 1.5,
           "mention": 1.0, "antecedent": 1.0, "edge": 0.5}
NEGATIVE_CUES = 0.15  # share of extra cues that no attribution has, to learn to answer "nobody, nothing"
IGNORE = -100
REACH = 512
DISTANCE = torch.tensor([distance_class(offset) for offset in range(-REACH, REACH)])  # [offset + REACH]


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
            found["tag"] = torch.tensor([self.tags.get(t, IGNORE) for s in sentences for t in s.tags])
            found["lemma"] = torch.tensor([self.lemmas.get(lemma_script(f, m), IGNORE)
                                           for s in sentences for f, m in zip(s.words, s.lemmas)])
            found["relation"] = torch.tensor([self.relations.get(r, IGNORE) for s in sentences for r in s.relations])
            heads, begin = [], 0
            for s in sentences:
                heads += [0 if h == 0 else begin + h for h in s.heads]
                begin += len(s.words)
            found["arc"] = torch.tensor(heads)
        if window.boundary:
            found["boundary"] = torch.tensor([int(k == 0) for s in sentences for k in range(len(s.words))])
        if any(s.names for s in sentences):
            found["name"] = allowed_names(window)
        return found


def allowed_names(window: Window) -> Tensor:
    """(words, labels): True where a label is allowed; all of a sentence without names."""
    allowed = torch.zeros(len(window.words), len(names.LABELS), dtype=torch.bool)
    at = 0
    for s in window.sentences:
        for k in range(len(s.words)):
            allowed[at, list(s.names[k]) if s.names else slice(None)] = True
            at += 1
    return allowed


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


def padded(x: Tensor, multiple: int = 128) -> Tensor:
    """Rows of zeros up to a multiple, so that few shapes occur (see windows.STEP)."""
    return F.pad(x, (0, 0, 0, -len(x) % multiple))


@dataclass
class Sums:
    """Losses by head: sum and number of words."""

    sums: dict[str, Tensor] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, loss: Tensor, count: int) -> None:
        self.sums[name] = self.sums[name] + loss if name in self.sums else loss
        self.counts[name] = self.counts.get(name, 0) + count


def _labels(model: Model, words: list[Tensor], goals: list[dict[str, Tensor]], sums: Sums) -> None:
    """The heads of one label a word."""
    for name in ("tag", "lemma", "boundary", "name"):
        rows = [k for k, goal in enumerate(goals) if name in goal]
        if not rows:
            continue
        goal = torch.cat([goals[k][name] for k in rows])
        scores = getattr(model, name)(padded(torch.cat([words[k] for k in rows])))[:len(goal)].float()
        if name == "name":
            inside = scores.masked_fill(~goal, float("-inf")).logsumexp(-1)
            sums.add(name, (scores.logsumexp(-1) - inside).sum(), len(goal))
        else:
            sums.add(name, F.cross_entropy(scores, goal, ignore_index=IGNORE, reduction="sum"), len(goal))


def _trees(model: Model, words: list[Tensor], windows: list[Window], goals: list[dict[str, Tensor]], sums: Sums) -> None:
    """Arcs and, given the gold arcs, relations."""
    rows = [k for k, goal in enumerate(goals) if "arc" in goal]
    if not rows:
        return
    begins = [0]
    for k in rows:
        begins.append(begins[-1] + len(words[k]))
    flat = padded(torch.cat([words[k] for k in rows]))
    scores = model.window_arcs(flat, [range(b, e) for b, e in zip(begins, begins[1:])]).float()
    for k, own in zip(rows, scores):
        goal = goals[k]["arc"]
        own = own[:len(goal), :len(goal) + 1].masked_fill(~sentence_mask(windows[k]), float("-inf"))
        sums.add("arc", F.cross_entropy(own, goal, reduction="sum"), len(goal))
    heads = torch.cat([torch.where(goals[k]["arc"] > 0, goals[k]["arc"] + b, 0) for k, b in zip(rows, begins)])
    goal = torch.cat([goals[k]["relation"] for k in rows])
    relations = model.relations(flat, F.pad(heads, (0, len(flat) - len(heads))))[:len(goal)].float()
    sums.add("relation", F.cross_entropy(relations, goal, ignore_index=IGNORE, reduction="sum"), len(goal))


def _attributions(model: Model, words: list[Tensor], windows: list[Window], rng: random.Random, sums: Sums) -> None:
    """Cue labels of every word; roles of every word for each gold cue (and some that are none)."""
    rows = [k for k, w in enumerate(windows) if w.attributions is not None]
    if not rows:
        return
    cue_goal, vectors, pair_word, pair_cue, distances, goal, weight = [], [], [], [], [], [], []
    begin = 0
    for k in rows:
        window, found = windows[k], windows[k].attributions or []
        target = torch.zeros(len(words[k]), dtype=torch.long)
        for attribution in found:
            for w in attribution.cue:
                target[w] = 1 if w - 1 not in attribution.cue else 2
        cue_goal.append(target)
        free = (target == 0).nonzero().flatten().tolist()
        cues = [a.cue for a in found] + [[rng.choice(free)] for _ in found if free and rng.random() < NEGATIVE_CUES]
        if cues:
            goal.append(role_targets(window, found, cues).flatten())
            weight.append(torch.full((len(goal[-1]),), 1 / len(cues)))  # a window weighs its words
        for cue in cues:
            pair_word.append(torch.arange(begin, begin + len(target)))
            pair_cue.append(torch.full((len(target),), len(vectors)))
            distances.append(DISTANCE[REACH - cue[0]:REACH - cue[0] + len(target)])
            vectors.append(words[k][cue].mean(0))
        begin += len(target)
    flat = torch.cat([words[k] for k in rows])
    sums.add("cue", F.cross_entropy(model.cue(padded(flat))[:len(flat)].float(), torch.cat(cue_goal), reduction="sum"),
             len(flat))
    if vectors:
        pairs = torch.stack([torch.cat(pair_word), torch.cat(pair_cue)])
        more = -pairs.shape[1] % 1024
        scores = model.role_pairs(padded(flat), padded(torch.stack(vectors), 64), F.pad(pairs, (0, more)),
                                  F.pad(torch.cat(distances), (0, more)))[:pairs.shape[1]].float()
        loss = F.cross_entropy(scores, torch.cat(goal), reduction="none") * torch.cat(weight)
        sums.add("role", loss.sum(), len(flat))


def batch_loss(model: Model, batch: Batch, targets: Targets, rng: random.Random) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum of mean losses per word, and each head's mean."""
    return heads_loss(model, model.encode(batch.pieces, batch.shapes, batch.mask).float(), batch, targets, rng)


def heads_loss(model: Model, encoded: Tensor, batch: Batch, targets: Targets,
               rng: random.Random) -> tuple[Tensor, dict[str, float]]:
    """The same, given what the encoder makes of the batch."""
    words = [model.drop(encoded[row, first]) for row, first in enumerate(batch.first)]
    goals = [targets.of(window) for window in batch.windows]
    sums = Sums()
    _labels(model, words, goals, sums)
    _trees(model, words, batch.windows, goals, sums)
    _attributions(model, words, batch.windows, rng, sums)
    for begin, end, document in batch.documents:
        for name, loss in model.coref.loss(torch.cat(words[begin:end]), document).items():
            sums.add(name, loss, len(document.words))
    means = {name: sums.sums[name] / sums.counts[name] for name in sums.sums}
    total = torch.stack([WEIGHTS[name] * mean for name, mean in means.items()]).sum()
    return total, {name: float(mean.detach()) for name, mean in means.items()}
