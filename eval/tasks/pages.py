"""Web pages: the article's text and its date.

snippet F1            trafilatura's own pages: of snippets that belong to the article, those that stand in our text (recall);
                      of all its snippets in our text, also of navigation and comments, those that belong (precision).
                      Blanks of any kind count as one.
date                  share of htmldate's pages whose day of publication is right; a page without our date is wrong
date, English pages   the same, of the pages in English
"""
from __future__ import annotations

import gzip
from pathlib import Path

from core.cases import Case, Records, Row, read_rows
from core.counts import Counts, Figures, Share

NAME = "html"
FOLDER = "web-extraction"
FILES = {"trafilatura": "trafilatura_eval.jsonl", "htmldate": "htmldate_dates.jsonl"}


def gold_files(data: Path) -> dict[str, list[Path]]:
    """The rows of gold (the pages they name are input)."""
    return {name: [data / FOLDER / file] for name, file in FILES.items()}


def load(data: Path) -> list[Case]:
    """One case a page; of htmldate's, those whose date is known."""
    return [Case(f"{name}:{row['id']}", name, "", row, html=gzip.decompress((data / FOLDER / row["html"]).read_bytes()))
            for name, file in FILES.items() for row in read_rows(data / FOLDER / file)
            if name == "trafilatura" or isinstance(row.get("date"), str)]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _snippets(gold: Row, text: str) -> Counts:
    """Counts of one page."""
    wanted, unwanted = gold.get("with") or [], gold.get("without") or []
    found, wrong = (sum(_plain(snippet) in text for snippet in part) for part in (wanted, unwanted))
    return Counts(found, found + wrong, found, len(wanted))


def score(cases: list[Case], records: Records) -> Figures:
    """The three figures."""
    figures = Figures()
    for case in cases:
        article = (records.get(case.id) or {}).get("article") or {}
        if case.set == "trafilatura":
            figures.count("snippet F1", _snippets(case.gold, _plain(article.get("text") or "")))
            continue
        day = (article.get("published") or "")[:10]
        answer = Share(day == case.gold["date"], bool(day), day == case.gold["date"], 1)
        for name in ("date", "date, English pages") if case.gold.get("lang") == "en" else ("date",):
            figures.setdefault(name, Share())
            figures.count(name, answer)
    return figures
