"""Silver names by the model itself (self-distillation): what a trained run finds likely narrows the allowed labels of
each word, within the gold where there is gold.

    python3 training/own_names.py --data DATA --start MODEL_FOLDER --run RUN --binary onrecord --out OUT

writes the two files of silver.py, for `train.py --silver OUT/silver.jsonl.gz --silver-news OUT/silver-wikinews.jsonl.gz`:
of each word the fewest labels that hold SURE of the probability. So a run that goes on from a shipped model keeps its
names where no set marks them.

re3d marks pronouns and descriptions ("the library", "snipers") beside names. Here a mark stays gold only where it is a
name by our convention: without its article and its title, as the run bounds it. A pronoun or a description in small
letters is no name, in re3d as elsewhere, whatever the run says; only weapons and vehicles keep theirs. A state that acts
is an Organisation to re3d and a place to the other sets: both are allowed.
"""
from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

import checkpoint
import names
import readers
from model import Model
from silver import gold_spans, key_of, wikinews, write
from train import read_all
from windows import batches
from wordpiece import WordPiece

SURE = 0.9
Allowed = tuple[int, ...]
ALL: Allowed = tuple(range(len(names.LABELS)))
OUTSIDE: Allowed = (0,)
ARTICLES = ("the", "a", "an", "this", "that", "these", "those")
PRONOUNS = frozenset(("i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its"
                      " itself we us our ours ourselves they them their theirs themselves who whom whose here there").split())
THINGS = frozenset(("WEAPON", "VEHICLE"))  # marked by re3d in small letters too, and by no other set


def small(words: list[str]) -> bool:
    """No letter of it is a capital, no sign a figure: a description."""
    return not any(c.isupper() or c.isdigit() for w in words for c in w)


def likely(scores: Tensor, gold: Tensor) -> list[Allowed]:
    """`scores` (words, labels), `gold` True where allowed: the fewest allowed labels that hold SURE of what is allowed."""
    share = scores.float().masked_fill(~gold, float("-inf")).softmax(-1)
    order = share.sort(-1, descending=True)
    wanted = order.values.cumsum(-1) - order.values < SURE
    return [tuple(sorted(row[keep].tolist())) for row, keep in zip(order.indices, wanted)]


def best_spans(scores: Tensor) -> list[tuple[int, int, str]]:
    """The run's own names; an I without a B opens one."""
    found: list[tuple[int, int, str]] = []
    for k, label in enumerate(names.LABELS[i] for i in scores.argmax(-1).tolist()):
        if label == "O":
            continue
        if label[0] == "I" and found and found[-1][1] == k and found[-1][2] == label[2:]:
            found[-1] = (found[-1][0], k + 1, label[2:])
        else:
            found.append((k, k + 1, label[2:]))
    return found


def types_of(allowed: Allowed) -> set[str]:
    return {names.LABELS[label][2:] for label in allowed if label}


def marked(begin: int, end: int, kinds: set[str]) -> dict[int, Allowed]:
    return {k: tuple(sorted(names.INDEX[f"{'B' if k == begin else 'I'}-{kind}"] for kind in kinds))
            for k in range(begin, end)}


def name_of_mark(words: list[str], begin: int, end: int, kinds: set[str],
                 seen: list[tuple[int, int, str]]) -> dict[int, Allowed]:
    """What a mark of re3d says of the words [begin, end): a description is no name, a name has its bounds and types."""
    if small(words[begin:end]) or words[begin].lower() in PRONOUNS:
        return {} if kinds <= THINGS else {k: OUTSIDE for k in range(begin, end)}
    out = {k: ALL for k in range(begin, end)}
    wide = kinds | ({"GPE", "NORP"} if "ORG" in kinds else set())
    inside = [(b, e, kind) for b, e, kind in seen if begin <= b and e <= end and kind in wide]
    if len(inside) == 1:
        b, e, kind = inside[0]
        return out | marked(b, e, kinds | {kind})
    while begin < end and words[begin].lower() in ARTICLES:
        begin += 1
    named = begin < end and all(w[:1].isupper() or not w[:1].isalpha() or w in ("of", "for", "and", "the")
                                for w in words[begin:end]) and words[begin][:1].isupper()
    if named and not inside and end - begin > 1:
        return out | marked(begin, end, kinds)
    return out


def re3d_gold(sentence: readers.Sentence, scores: Tensor) -> list[Allowed]:
    """The sentence's labels, with its marks read by our convention."""
    out = list(sentence.names)
    seen = best_spans(scores)
    for begin, end in gold_spans(sentence.names):
        for k, allowed in name_of_mark(sentence.words, begin, end, types_of(sentence.names[begin]), seen).items():
            out[k] = allowed
    return out


def without_descriptions(sentence: readers.Sentence, scores: Tensor, own: list[Allowed]) -> list[Allowed]:
    """Pronouns, and what the run took for a name though it stands in small letters among capitals, are no names."""
    out = [OUTSIDE if w.lower() in PRONOUNS and w != "US" and 0 in a else a for w, a in zip(sentence.words, own)]
    if not small(sentence.words):
        for begin, end, kind in best_spans(scores):
            if small(sentence.words[begin:end]) and kind not in THINGS and all(0 in a for a in out[begin:end]):
                out[begin:end] = [OUTSIDE] * (end - begin)
    return out


def table(allowed: list[Allowed]) -> Tensor:
    gold = torch.zeros(len(allowed), len(names.LABELS), dtype=torch.bool)
    for row, labels in zip(gold, allowed):
        row[list(labels)] = True
    return gold


def settle(model: Model, windows: list[readers.Window], pieces: WordPiece) -> None:
    """Puts the labels on the windows' sentences."""
    model.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for batch in batches(windows, pieces, 8192):
            encoded = model.encode(batch.pieces, batch.shapes, batch.mask).float()
            for row, (window, first) in enumerate(zip(batch.windows, batch.first)):
                scores, at = model.name(encoded[row, first]), 0
                for s in window.sentences:
                    here = scores[at:at + len(s.words)]
                    gold = re3d_gold(s, here) if window.task == "re3d" else s.names or [ALL] * len(s.words)
                    s.names = likely(here, table(without_descriptions(s, here, gold)))
                    at += len(s.words)


def main() -> None:
    """Texts, labels, files."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "start", "run", "binary", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--sets", default="", help="only these, with commas (ewt gum wikigold crossner wnut17 re3d polnear news)")
    given = parser.parse_args()
    chosen = given.sets.split(",") if given.sets else []
    torch.set_num_threads(1)
    pieces = WordPiece(given.start / "vocab.txt")
    model, _ = checkpoint.load(given.run)
    windows = [w for w in read_all(given.data, "train", pieces, str(given.binary)) if not chosen or w.task in chosen]
    settle(model, windows, pieces)
    given.out.mkdir(parents=True, exist_ok=True)
    write(given.out / "silver.jsonl.gz", ({"key": key_of(s.words), "allowed": s.names}
                                          for w in windows for s in w.sentences))
    if chosen and "news" not in chosen:
        return
    documents: dict[int, list[readers.Sentence]] = {}
    for number, words in wikinews(given.data, str(given.binary)):
        documents.setdefault(number, []).append(readers.Sentence(words))
    news = [w for number, sentences in documents.items()
            for w in readers.pack("news", sentences, pieces, document=str(number))]
    settle(model, news, pieces)
    write(given.out / "silver-wikinews.jsonl.gz", ({"doc": w.document, "words": s.words, "allowed": s.names}
                                                   for w in news for s in w.sentences))


if __name__ == "__main__":
    main()
