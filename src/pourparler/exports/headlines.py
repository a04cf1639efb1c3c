"""A record as the headline of a feed's entry: who did what, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, singledispatch

from pourparler.exports.labels import words_label
from pourparler.exports.printable import one_line
from pourparler.exports.rows import row_of
from pourparler.knowledge import Knowledge
from pourparler.records import Actor, Channel, Entry, Factuality, Status
from pourparler.records.kinds import Contact, Dispute, Event, Incident, Measure, Record, Statement, Tenure

#: What the side that took a step did.
_DID = {
    Status.SOUGHT: "sought", Status.REQUESTED: "asked for", Status.OFFERED: "offered", Status.ACCEPTED: "accepted",
    Status.SCHEDULED: "announced", Status.HELD: "held", Status.DECLINED: "declined",
    Status.UNANSWERED: "left unanswered", Status.POSTPONED: "put off", Status.CANCELLED: "called off",
    Status.ESTABLISHED: "set up", Status.OPEN: "kept open", Status.SUSPENDED: "cut off", Status.RESUMED: "resumed",
}  # fmt: skip
_WHAT = {
    Channel.PHONE: "phone call", Channel.VIDEO: "video call", Channel.HOTLINE: "hotline call",
    Channel.PORT_CALL: "port call", Channel.UNSPECIFIED: "contact",
}  # fmt: skip
_LINES = frozenset({Status.ESTABLISHED, Status.OPEN, Status.SUSPENDED, Status.RESUMED})
#: What is not simply told as done.
_DOUBT = {Factuality.NEGATED: "denied", Factuality.POSSIBLE: "possibly"}
_LONGEST = 160


def headline(entry: Entry) -> str:
    """Who did what and when, on one line: ``China declined phone call with United States, 2024-10-16``."""
    record = entry.record
    factuality = getattr(record, "factuality", Factuality.ACTUAL)
    doubt = "" if factuality is Factuality.ACTUAL else f" ({_DOUBT.get(factuality, factuality.value)})"
    told = _cut(one_line(_told(record)))
    return f"{told}{doubt}{f', {entry.day}' if entry.day else ''}"


def _cut(told: str) -> str:
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1].rstrip()}…"


@singledispatch
def _told(record: Record) -> str:
    return record.anchor.text


@_told.register
def _contact(record: Contact) -> str:
    line = record.status in _LINES
    what = "hotline" if line and record.channel is Channel.HOTLINE else _WHAT.get(record.channel)
    what = "line" if line and record.channel is Channel.UNSPECIFIED else what or words_label(record.channel)
    what += f" at {record.forum}" if record.forum else ""
    sides = _names((record.initiator, record.target, *record.participants))
    if record.by is None:
        return f"{_listed(sides) or 'somebody'}: {what} {words_label(record.status)}"
    by = _name(record.by)
    others = [side for side in sides if side != by]
    return f"{by} {_DID[record.status]} {what}{f' with {_listed(others)}' if others else ''}"


@_told.register
def _incident(record: Incident) -> str:
    by = _names(record.by)
    others = [side for side in _names(record.parties) if side not in by]
    platforms = row_of(record, {}).how
    sides = f"{_listed(by) or 'somebody'}{f' towards {_listed(others)}' if others else ''}"
    return f"{sides}: {words_label(record.action)}{f' ({platforms})' if platforms else ''}"


@_told.register
def _measure(record: Measure) -> str:
    sides = f"{_listed(_names(record.imposed_by)) or 'somebody'}"
    on = _listed(_names(record.on))
    return f"{sides}: {words_label(record.type)}{f' on {on}' if on else ''} {words_label(record.status)}"


@_told.register
def _tenure(record: Tenure) -> str:
    of = record.organisation or (_side(record.country) if record.country else "")
    return f"{record.person}: {record.office}{f' of {of}' if of else ''}"


@_told.register
def _event(record: Event) -> str:
    what = " ".join(filter(None, (record.type, record.mode)))
    return f"{_listed(_names(record.actors)) or 'somebody'} → {_listed(_names(record.recipients)) or '?'}: {what}"


@_told.register
def _statement(record: Statement) -> str:
    words = " … ".join(f"“{span.text}”" for span in record.content or (record.anchor,))
    return f"{_name(record.source) if record.source else 'somebody'} {words_label(record.stance)}: {words}"


@_told.register
def _dispute(record: Dispute) -> str:
    sides = _listed(_names(position.by for position in record.positions)) or "somebody"
    about = record.anchor.text if isinstance(record.about, str) else record.about.text
    return f"{sides} dispute “{about}”"


def _names(actors: Iterable[Actor | None]) -> list[str]:
    return list(dict.fromkeys(_name(actor) for actor in actors if actor))


def _name(actor: Actor) -> str:
    """The state, else the organisation, else the words: what headlines call somebody."""
    if actor.anonymous and not actor.country:
        return "an anonymous source"
    if actor.country:
        return _side(actor.country)
    return actor.organisation or actor.name or actor.text or "somebody"


def _listed(names: list[str]) -> str:
    """
    >>> _listed(["China", "Japan", "Russia"]), _listed(["China"])
    ('China, Japan and Russia', 'China')
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


@lru_cache(512)
def _side(code: str) -> str:
    state = Knowledge.load().state(code)
    return state.name if state else code
