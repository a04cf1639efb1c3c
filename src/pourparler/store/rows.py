"""A record as the rows by which it is asked for: what it is, when, and who takes part in which role."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from pourparler.records import (
    Actor,
    Article,
    Contact,
    Date,
    Dispute,
    Event,
    Incident,
    Measure,
    Record,
    Statement,
    Tenure,
    side_of,
)
from pourparler.records.lines import as_json

#: More sides than this in one record are a list of guests, not pairs of parties.
MOST_SIDES = 12


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a record, and as what."""

    role: str
    side: str
    sector: str | None
    person: str | None
    office: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The columns of the table ``record`` that depend on the record's kind."""

    type: str | None = None
    mode: str | None = None
    factuality: str | None = None
    channel: str | None = None
    level: str | None = None
    forum: str | None = None
    when: Date | None = None
    due: Date | None = None


def row_of(record: Record) -> Row:
    """What a record is, in the columns all kinds share."""
    match record:
        case Contact():
            return Row(
                type=record.status,
                factuality=record.factuality,
                channel=record.channel,
                level=record.level,
                forum=record.forum,
                when=record.when,
                due=record.due,
            )
        case Event():
            return Row(type=record.type, mode=record.mode, factuality=record.factuality, when=record.when)
        case Incident():
            return Row(type=record.action, factuality=record.factuality, when=record.when)
        case Measure():
            return Row(type=record.type, mode=record.status, when=record.when)
        case Statement():
            return Row(type=record.stance, mode=record.form, when=record.said)
        case Tenure():
            return Row(type=record.office, when=record.start or record.end)
    return Row()


def days_of(date: Date | None) -> tuple[str | None, str | None]:
    """First and last day, ISO; None where that end is open or nothing is told."""
    if date is None:
        return None, None
    return (date.earliest or "")[:10] or None, (date.latest or "")[:10] or None


def sorted_by(record: Record, article: Article) -> str:
    """The day by which a record is listed: the last on which it can have been, else the publication, else none."""
    row = row_of(record)
    for date in (row.when, row.due, article.published):
        first, last = days_of(date)
        if last or first:
            return last or first or ""
    return ""


def parties_of(record: Record) -> list[Party]:
    """Everybody in a record whose side is known, each role once."""
    if isinstance(record, Tenure):
        side = record.country or record.organisation
        return [Party("holder", side, None, record.person, record.office)] if side else []
    told = dict.fromkeys(
        Party(role, side, actor.sectors[0] if actor.sectors else None, actor.person, actor.office)
        for role, actor in _roles(record)
        if (side := side_of(actor))
    )
    return list(told)


def _roles(record: Record) -> Iterator[tuple[str, Actor]]:
    match record:
        case Contact():
            named = {"by": record.by, "initiator": record.initiator, "target": record.target}
            yield from ((role, actor) for role, actor in named.items() if actor)
            yield from (("participant", actor) for actor in record.participants)
            yield from (("mediator", actor) for actor in record.mediators)
        case Event():
            yield from (("actor", actor) for actor in record.actors)
            yield from (("recipient", actor) for actor in record.recipients)
        case Incident():
            yield from (("by", actor) for actor in record.by)
            yield from (("party", actor) for actor in record.parties)
        case Measure():
            yield from (("imposed_by", actor) for actor in record.imposed_by)
            yield from (("on", actor) for actor in record.on)
        case Statement():
            yield from (("source", actor) for actor in (record.source,) if actor)
            yield from (("addressee", actor) for actor in (record.addressee,) if actor)
            yield from (("via", actor) for actor in record.via)
        case Dispute():
            yield from (("position", place.by) for place in record.positions if place.by)


def pairs_of(parties: list[Party]) -> list[tuple[str, str]]:
    """Every two sides that deal with each other in a record, each pair in the order of the alphabet.

    A mediator or a relay is nobody's counterpart.
    """
    sides = sorted({party.side for party in parties if party.role not in ("mediator", "via")})
    return list(combinations(sides, 2)) if len(sides) <= MOST_SIDES else []


def body_of(record: Record) -> str:
    """The record as the contract has it, on one line."""
    return json.dumps(as_json(record), ensure_ascii=False, separators=(",", ":"))
