"""How far a student's heads are from its teacher's: Kullback-Leibler divergence, the mean a word (nats).

Vectors alone count every direction alike; the heads look at few of them.
"""
from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from losses import DISTANCE, REACH, padded, sentence_mask
from model import Model
from readers import Window

LABELS = ("tag", "name", "cue")


def divergence(theirs: Tensor, mine: Tensor) -> Tensor:
    """A row each; scores along the last dimension."""
    log = F.log_softmax(theirs.float(), -1)
    apart = log.exp() * (log - F.log_softmax(mine.float(), -1))
    return apart.nan_to_num(0.0).sum(-1)  # 0 * -inf where both mask


def _ranges(words: list[Tensor]) -> list[range]:
    begins = [0]
    for own in words:
        begins.append(begins[-1] + len(own))
    return [range(b, e) for b, e in zip(begins, begins[1:])]


def _arcs(teacher: Model, student: Model, theirs: Tensor, mine: Tensor, windows: list[Window],
          ranges: list[range]) -> Tensor:
    with torch.no_grad():
        told = teacher.window_arcs(theirs, ranges)
    found = student.window_arcs(mine, ranges)
    total = torch.zeros(())
    for k, window in enumerate(windows):
        n = len(ranges[k])
        outside = ~sentence_mask(window)
        a, b = (x[k, :n, :n + 1].float().masked_fill(outside, -1e4) for x in (told, found))
        total = total + divergence(a, b).sum()
    return total


def _roles(teacher: Model, student: Model, theirs: Tensor, mine: Tensor, ranges: list[range]) -> Tensor | None:
    """For every word that the teacher takes for a cue's first, as losses.py pairs them with the words."""
    with torch.no_grad():
        first = (teacher.cue(theirs).argmax(-1) == 1).tolist()
    words, cues, distances, weights, count = [], [], [], [], []
    for own in ranges:
        here = [k for k in own if first[k]]
        for cue in here:
            words.append(torch.arange(own.start, own.stop))
            distances.append(DISTANCE[REACH - cue + own.start:REACH - cue + own.stop])
            weights.append(torch.full((len(own),), 1 / len(here)))
            count += [len(cues)] * len(own)
            cues.append(cue)
    if not cues:
        return None
    pairs, weight = torch.stack([torch.cat(words), torch.tensor(count)]), torch.cat(weights)
    more = -len(weight) % 1024
    pairs, far = F.pad(pairs, (0, more)), F.pad(torch.cat(distances), (0, more))
    with torch.no_grad():
        told = teacher.role_pairs(theirs, padded(theirs[cues], 64), pairs, far)[:len(weight)]
    found = student.role_pairs(mine, padded(mine[cues], 64), pairs, far)[:len(weight)]
    return (divergence(told, found) * weight).sum()


def apart(teacher: Model, student: Model, theirs: list[Tensor], mine: list[Tensor],
          windows: list[Window]) -> dict[str, Tensor]:
    """By head; `theirs` and `mine`: a vector a word of each window."""
    ranges = _ranges(mine)
    count = ranges[-1].stop
    theirs_all, mine_all = padded(torch.cat(theirs)), padded(torch.cat(mine))
    found = {}
    for name in LABELS:
        with torch.no_grad():
            told = getattr(teacher, name)(theirs_all)[:count]
        found[name] = divergence(told, getattr(student, name)(mine_all)[:count]).sum() / count
    found["arc"] = _arcs(teacher, student, theirs_all, mine_all, windows, ranges) / count
    roles = _roles(teacher, student, theirs_all, mine_all, ranges)
    if roles is not None:
        found["role"] = roles / count
    return found
