"""Everybody a record names, and as what."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.records import Actor, Contact, Event, Incident, Measure, Record, Statement


def actors_of(record: Record) -> Iterator[tuple[str, Actor]]:
    """The actors of a record with their roles, each as often as it has one."""
    match record:
        case Contact():
            named = (("by", record.by), ("initiator", record.initiator), ("target", record.target))
            yield from ((role, actor) for role, actor in named if actor)
            yield from (("participant", actor) for actor in record.participants)
            yield from (("mediator", actor) for actor in record.mediators)
        case Event():
            yield from (("actor", actor) for actor in (*record.actors, *record.recipients))
        case Incident():
            yield from (("party", actor) for actor in (*record.by, *record.parties))
        case Measure():
            yield from (("imposed_by", actor) for actor in record.imposed_by)
            yield from (("on", actor) for actor in record.on)
        case Statement():
            yield from (("source", actor) for actor in (record.source, record.addressee) if actor)
            yield from (("via", actor) for actor in record.via)
