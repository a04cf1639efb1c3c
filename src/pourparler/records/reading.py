"""The reading of one article: the article and every record read from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import TypeVar

from pourparler.records.kinds import (
    RECORD_KINDS,
    Article,
    Contact,
    Dispute,
    Event,
    Header,
    Incident,
    Measure,
    Record,
    Statement,
    Tenure,
)

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article and its records, in the order they are printed: by kind, then by place in the text."""

    header: Header
    article: Article
    records: tuple[Record, ...]

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of one kind."""
        return tuple(r for r in self.records if isinstance(r, kind))

    @property
    def statements(self) -> tuple[Statement, ...]:
        return self.of(Statement)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        return self.of(Contact)

    @property
    def incidents(self) -> tuple[Incident, ...]:
        return self.of(Incident)

    @property
    def measures(self) -> tuple[Measure, ...]:
        return self.of(Measure)

    @property
    def tenures(self) -> tuple[Tenure, ...]:
        return self.of(Tenure)

    @property
    def events(self) -> tuple[Event, ...]:
        return self.of(Event)

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        return self.of(Dispute)

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)

    def __getitem__(self, record_id: str) -> Record:
        for record in self.records:
            if record.id == record_id:
                return record
        raise KeyError(record_id)

    def _repr_html_(self) -> str:
        """A table for notebooks: kind, the words, who says so."""
        sources = {s.id: s.source.text if s.source else "" for s in self.statements}
        rows = []
        for kind in RECORD_KINDS:
            for record in self.of(kind):
                said = ", ".join(sources.get(i, "") for i in getattr(record, "according_to", ()))
                quoted = " … ".join(e.text for e in record.evidence)
                cells = (record.kind, record.anchor.text, quoted, said)
                rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
        head = "".join(f"<th>{name}</th>" for name in ("kind", "trigger", "words", "according to"))
        title = escape(self.article.title or self.article.key)
        return f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
