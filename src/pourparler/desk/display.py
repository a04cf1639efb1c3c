"""Records as templates show them: their rows, their words cut to a length, days as people write them."""

from __future__ import annotations

from datetime import date as Day

from pourparler.exports.labels import OUTLET, source_label
from pourparler.exports.printable import one_line
from pourparler.exports.rows import Row, full_row
from pourparler.records import Entry, Event, Statement
from pourparler.records.choices import Factuality, Status

#: The most that a list shows of what an article says in one go; the whole of it stands in the article.
LONGEST = 600
#: What is told as not, or perhaps not, having been.
_UNREAL = frozenset({Factuality.NEGATED, Factuality.POSSIBLE, Factuality.CONDITIONAL})
#: The colours of `desk.css` that a step of contact is shown in.
_TONES = {
    Status.HELD: "open", Status.ACCEPTED: "open", Status.ESTABLISHED: "open", Status.OPEN: "open",
    Status.RESUMED: "open", Status.DECLINED: "suspended", Status.CANCELLED: "suspended", Status.SUSPENDED: "suspended",
    Status.UNANSWERED: "strained", Status.POSTPONED: "strained",
}  # fmt: skip


def row(entry: Entry) -> Row:
    """The record as one row of words."""
    return full_row(entry.record, entry.told_by)


def quotes(entry: Entry) -> tuple[str, ...]:
    """The words on which a record rests, each piece on one line, printable, cut where it is too long to list."""
    record = entry.record
    spans = record.content if isinstance(record, Statement) else record.evidence
    if isinstance(record, Event) and record.of:
        spans = (record.anchor,)
    return tuple(clip(span.text) for span in spans or (record.anchor,))


def clip(text: str | None, longest: int = LONGEST) -> str:
    """Text on one line and printable; where it is longer than that, its beginning.

    >>> clip("a long story", 6)
    'a long…'
    """
    told = one_line((text or "")[: 4 * longest])
    return told if len(told) <= longest and len(text or "") <= 4 * longest else f"{told[:longest].rstrip()}…"


def sources(entry: Entry) -> tuple[str, ...]:
    """On whose word a record rests, through whom it came told with each; the outlet's own voice where nobody's."""
    record = entry.record
    said = (record,) if isinstance(record, Statement) else tuple(entry.told_by.values())
    return tuple(dict.fromkeys(clip(source_label(one)) for one in said)) or (OUTLET,)


def outlet(entry: Entry) -> str:
    """Who printed it; the headline or the article's id where that is not known."""
    return clip(entry.outlet or entry.title or entry.article, 120)


def date(iso: str | None) -> str:
    """A day as people write it.

    >>> date("2024-03-04"), date(None)
    ('4 March 2024', 'no day')
    """
    try:
        day = Day.fromisoformat((iso or "")[:10])
    except ValueError:
        return one_line(iso) if iso else "no day"
    return f"{day.day} {day:%B} {day.year}"


def tone(type: str | None, factuality: str | None = None) -> str:
    """The colour of a step of contact, as a class of `desk.css`; it is always told in words too.

    >>> tone("held"), tone("held", "negated")
    ('open', 'unobserved')
    """
    if factuality in _UNREAL or type not in list(Status):
        return "unobserved"
    return _TONES.get(Status(type), "silent")
