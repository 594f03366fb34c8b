"""Quick figures on gold words of the development sets, to watch a run. The real figures come from the program."""
from __future__ import annotations

from collections import Counter

import torch
from torch import Tensor

import names
from labels import Labels, apply_script
from losses import role_targets, sentence_mask
from model import Model, distance_class
from readers import Window
from windows import batches
from wordpiece import WordPiece


def figures(model: Model, labels: Labels, windows: list[Window], pieces: WordPiece) -> dict[str, float]:
    """Accuracies of tags, lemmas, arcs (by set), F1 of names (by set), of cues and of role words."""
    model.eval()
    good: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    with torch.no_grad():
        for batch in batches(windows, pieces, 8192):
            encoded = model.encode(batch.pieces, batch.shapes, batch.mask).float()
            for row, (window, first) in enumerate(zip(batch.windows, batch.first)):
                words = encoded[row, first]
                if window.sentences[0].tags:
                    _trees(model, labels, window, words, good, seen)
                if any(s.names for s in window.sentences):
                    _names(model, window, words, good, seen)
                if window.attributions is not None:
                    _attributions(model, window, words, good, seen)
    out = {k: good[k] / seen[k] for k in sorted(seen) if " F1" not in k}
    for key in sorted({k[:-5] for k in seen if k.endswith(" pred")} | {k[:-5] for k in seen if k.endswith(" gold")}):
        out[key] = 2 * good[key + " F1"] / max(1, seen[key + " pred"] + seen[key + " gold"])
        out.pop(key + " pred", None)
        out.pop(key + " gold", None)
    return out


def _trees(model: Model, labels: Labels, window: Window, words: Tensor, good: Counter[str], seen: Counter[str]) -> None:
    tags = model.tag(words).argmax(-1).tolist()
    lemmas = model.lemma(words).argmax(-1).tolist()
    heads = model.arcs(words).float().masked_fill(~sentence_mask(window), float("-inf")).argmax(-1)
    relations = model.relations(words, heads).argmax(-1).tolist()
    at = 0
    for sentence in window.sentences:
        begin = at
        for k, form in enumerate(sentence.words):
            head = 0 if heads[at] == 0 else int(heads[at]) - begin
            right = head == sentence.heads[k]
            same = labels.relations[relations[at]].split(":")[0] == sentence.relations[k].split(":")[0]
            for name, hit in (
                    ("UPOS", labels.tags[tags[at]].split("|")[0] == sentence.tags[k].split("|")[0]),
                    ("lemma", apply_script(form, labels.lemmas[lemmas[at]]) == sentence.lemmas[k]),
                    ("UAS", right), ("LAS", right and same)):
                good[f"{window.task} {name}"] += hit
                seen[f"{window.task} {name}"] += 1
            at += 1


def spans_of(marks: list[str]) -> set[tuple[int, int, str]]:
    """Typed spans of BIO labels; an I without a B opens one."""
    found, begin, kind = set(), None, ""
    for k, mark in enumerate([*marks, "O"]):
        if begin is not None and (mark[0] != "I" or mark[2:] != kind):
            found.add((begin, k, kind))
            begin = None
        if mark != "O" and begin is None:
            begin, kind = k, mark[2:]
    return found


def _names(model: Model, window: Window, words: Tensor, good: Counter[str], seen: Counter[str]) -> None:
    name = {"ewt": "uner"}.get(window.task, window.task)
    table = names.SETS.get(name)
    if table is None:
        return
    back = {kinds: theirs for theirs, kinds in reversed(table.items())}
    gold = [next((m for m in ("O", *(f"{b}-{k}" for k in table for b in "BI")) if names.allowed(name, m) == row), "O")
            for s in window.sentences for row in (s.names or [(0,)] * len(s.words))]
    of = {ours: kinds for kinds in back for ours in kinds}
    raw = [names.LABELS[k] for k in model.name(words).argmax(-1).tolist()]
    pred = [f"{m[0]}-{back[of[m[2:]]]}" if m != "O" and m[2:] in of else "O" for m in raw]
    wide = {theirs: back[kinds] for theirs, kinds in table.items()}
    g = {(b, e, wide.get(k, k)) for b, e, k in spans_of(gold)}
    p = spans_of(pred)
    good[f"names {name} F1"] += len(g & p)
    seen[f"names {name} pred"] += len(p)
    seen[f"names {name} gold"] += len(g)


def _attributions(model: Model, window: Window, words: Tensor, good: Counter[str], seen: Counter[str]) -> None:
    cues = model.cue(words).argmax(-1).tolist()
    pred = spans_of(["O" if c == 0 else "BI"[c - 1] + "-cue" for c in cues])
    found = window.attributions or []
    gold = {(min(a.cue), max(a.cue) + 1, "cue") for a in found}
    good["cue F1"] += len(gold & pred)
    seen["cue pred"] += len(pred)
    seen["cue gold"] += len(gold)
    if not found:
        return
    vectors = torch.stack([words[a.cue].mean(0) for a in found])
    distances = torch.tensor([[distance_class(k - a.cue[0]) for k in range(len(window.words))] for a in found])
    roles = model.roles(words, vectors, distances).argmax(-1)
    target = role_targets(window, found, [a.cue for a in found])
    for name, classes in (("source words", (1, 2)), ("content words", (3, 4))):
        p = torch.isin(roles, torch.tensor(classes))
        g = torch.isin(target, torch.tensor(classes))
        good[f"{name} F1"] += int((p & g).sum())
        seen[f"{name} pred"] += int(p.sum())
        seen[f"{name} gold"] += int(g.sum())
