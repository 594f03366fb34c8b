"""CoNLL-U: documents with their raw text rebuilt, and the place of every word in it."""
from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from core.cases import Span, read_text


@dataclass
class GoldWord:
    """A syntactic word. `token` is the span of its surface token; `own` its part of it where the parts of a
    multiword token add up to it ("don't" = "do" + "n't"), else the token's."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int  # 1-based in the sentence, 0 at the root
    relation: str
    token: Span
    own: Span
    multiword: bool


@dataclass
class GoldDocument:
    """A document: its text, its sentences, and the `sent_id` of each of them."""

    id: str
    text: str = ""
    sentences: list[list[GoldWord]] = field(default_factory=list)
    sentence_ids: list[str] = field(default_factory=list)


def read_documents(path: Path) -> list[GoldDocument]:
    """The documents of a file: `# newdoc` opens one, `# newpar` a paragraph (a blank line in the text)."""
    documents: list[GoldDocument] = []
    for block in read_text(path).replace("\r\n", "\n").split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        if not lines:
            continue
        comments = [line for line in lines if line.startswith("#")]
        opening = next((c for c in comments if c.startswith("# newdoc")), None)
        if opening or not documents:
            name = opening.partition("=")[2].strip() if opening else ""
            documents.append(GoldDocument(name or f"doc{len(documents)}"))
        if documents[-1].text and any(c == "# newpar" or c.startswith("# newpar ") for c in comments):
            documents[-1].text = documents[-1].text.rstrip() + "\n\n"
        named = (c.partition("=")[2].strip() for c in comments if c.startswith("# sent_id"))
        documents[-1].sentence_ids.append(next(named, ""))
        _add_sentence(documents[-1], [line.split("\t") for line in lines if not line.startswith("#")])
    for document in documents:
        document.text = document.text.rstrip()
    return documents


def _add_sentence(document: GoldDocument, rows: list[list[str]]) -> None:
    sentence: list[GoldWord] = []
    rows = [row for row in rows if "." not in row[0]]  # no empty nodes
    while rows:
        first, _, last = rows[0][0].partition("-")
        size = int(last) - int(first) + 1 if last else 1
        parts = rows[1:1 + size] if last else rows[:1]
        _add_token(document, sentence, rows[0], parts, bool(last))
        rows = rows[size + bool(last):]
    document.sentences.append(sentence)


def _add_token(document: GoldDocument, sentence: list[GoldWord], row: list[str], parts: list[list[str]],
               multiword: bool) -> None:
    """Adds a surface token to the text and its words to the sentence."""
    at = len(document.text)
    token = (at, at + len(row[1]))
    adds_up = "".join(part[1] for part in parts).lower() == row[1].lower()
    for part in parts:
        own = (at, at + len(part[1])) if adds_up else token
        at += len(part[1])
        sentence.append(GoldWord(part[1], part[2], part[3], part[4], int(part[6]), part[7], token, own, multiword))
    document.text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
