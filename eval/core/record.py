"""A record seen in the coordinates of the gold text. A missing record has no rows."""
from __future__ import annotations

from typing import Any, Iterator

from core.alignment import Alignment
from core.cases import Case, Row, Span


class RecordView:
    """Rows of one record, with spans brought to the gold text."""

    def __init__(self, case: Case, record: Row | None) -> None:
        self.text = case.text
        self._record = record or {}
        text = (self._record.get("article") or {}).get("text") or ""
        self._alignment = Alignment(text, case.text)

    def rows(self, layer: str) -> list[Row]:
        """The rows of a layer; none if it is absent."""
        return list(self._record.get(layer) or [])

    def span(self, row: Row) -> Span | None:
        """The gold span of a row that has start and end."""
        if row.get("start") is None or row.get("end") is None:
            return None
        return self._alignment.span(row["start"], row["end"])

    def mentions(self) -> Iterator[tuple[Row, Row, Span]]:
        """(entity, mention, gold span) of every mention that has a place in the gold text, entity by entity."""
        for entity in self.rows("entities"):
            for mention in entity.get("mentions") or []:
                span = self.span(mention)
                if span:
                    yield entity, mention, span

    def spans(self, holder: Any) -> list[Span]:
        """The gold spans of a `{"spans": […]}`; none of null."""
        rows = (holder or {}).get("spans") or []
        return [span for span in map(self.span, rows) if span]
