"""What a record of any kind is, in the fields that all kinds share: type, days, and who takes part as what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.records.kinds import Contact, Dispute, Event, Incident, Measure, Record, Statement, Tenure
from pourparler.records.parts import Actor, Date


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The fields that depend on the record's kind; None where its kind has none such, or nothing is told."""

    type: str | None = None
    mode: str | None = None
    factuality: str | None = None
    channel: str | None = None
    level: str | None = None
    forum: str | None = None
    when: Date | None = None
    due: Date | None = None


def facets_of(record: Record) -> Facets:
    """What a record is, in the fields all kinds share."""
    match record:
        case Contact():
            return Facets(
                type=record.status,
                factuality=record.factuality,
                channel=record.channel,
                level=record.level,
                forum=record.forum,
                when=record.when,
                due=record.due,
            )
        case Event():
            return Facets(type=record.type, mode=record.mode, factuality=record.factuality, when=record.when)
        case Incident():
            return Facets(type=record.action, factuality=record.factuality, when=record.when)
        case Measure():
            return Facets(type=record.type, mode=record.status, when=record.when)
        case Statement():
            return Facets(type=record.stance, mode=record.form, when=record.said)
        case Tenure():
            return Facets(type=record.office, when=record.start or record.end)
    return Facets()


def days_of(date: Date | None) -> tuple[str | None, str | None]:
    """First and last day, ISO; None where that end is open or nothing is told."""
    if date is None:
        return None, None
    return (date.earliest or "")[:10] or None, (date.latest or "")[:10] or None


def roles_of(record: Record) -> Iterator[tuple[str, Actor]]:
    """Everybody in a record, each with the role in which it stands there; one actor may have several."""
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
