"""Notes: the words a record rests on, with where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pourparler.brief.parts import Quote
from pourparler.ledger.lines.deeds import Deed
from pourparler.records import Entry, Span

#: Of one step so many tellings are quoted, each of another origin, and of one record so many characters.
MOST, LONGEST = 3, 600


def quote(entry: Entry, span: Span | None = None) -> Quote:
    """The words of a span of the record's article, else those that the record rests on."""
    told = span or resting(entry)
    words = told.text[:LONGEST]
    return Quote(
        record=entry.record.id, article=entry.article, start=told.start, end=told.start + len(words), words=words,
        cut=len(words) < len(told.text), outlet=entry.outlet, title=entry.title, published=entry.published,
        url=entry.url, told_by=(entry.reports, entry.origins),
        reviewed=f"{entry.reviewed.verdict} by {entry.reviewed.by}" if entry.reviewed else None,
    )  # fmt: skip


def resting(entry: Entry) -> Span:
    """The evidence around a record's trigger, else the trigger."""
    anchor = entry.record.anchor
    around = (span for span in entry.record.evidence if span.start <= anchor.start and anchor.end <= span.end)
    return next(around, anchor)


def tellers(deed: Deed) -> list[str]:
    """The records by which a step is quoted: the first of each origin, at most `MOST`."""
    first: dict[str, str] = {}
    for telling in deed.tellings:
        first.setdefault(telling.family, telling.id)
    return list(first.values())[:MOST]


def told(deed: Deed, entries: Mapping[str, Entry]) -> list[Entry]:
    """The entries by which a step is quoted, in the order in which they were published."""
    return [entries[name] for name in tellers(deed) if name in entries]


def quotes(entries: Iterable[Entry]) -> tuple[Quote, ...]:
    return tuple(quote(entry) for entry in entries)
