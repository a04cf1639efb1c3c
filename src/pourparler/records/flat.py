"""Entries as one flat table: the same typed columns for every kind of record, each empty where a kind has none such.

`COLUMNS` is the whole of it, in order: what ``__arrow_c_stream__`` and Parquet hold and what ``docs/formats.md`` lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pourparler.records.entry import Entry
from pourparler.records.facets import Facets, days_of, facets_of, roles_of
from pourparler.records.kinds import Contact, Event, Incident, Measure, Record, Statement, Tenure
from pourparler.records.parts import Actor, Place
from pourparler.records.sides import side_of


class Type(StrEnum):
    """What a column holds, by its Arrow name."""

    TEXT = "string"
    TEXTS = "list<string>"
    DAY = "date32"
    WHOLE = "int32"
    LARGE = "int64"
    NUMBER = "float64"


@dataclass(slots=True)
class View:
    """An entry with what several columns rest on, worked out once."""

    entry: Entry
    record: Any
    facets: Facets
    by: tuple[Actor, ...]
    to: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its type, what it tells, and how it is got."""

    name: str
    type: Type
    told: str
    value: Callable[[View], Any]


def view(entry: Entry) -> View:
    """The entry as the columns see it."""
    by, to = doers(entry.record), others(entry.record)
    return View(entry, entry.record, facets_of(entry.record), by, to)


def doers(record: Record) -> tuple[Actor, ...]:
    """Who took the step, acted, imposed or spoke."""
    match record:
        case Contact():
            return (record.by,) if record.by else ()
        case Event():
            return record.actors
        case Incident():
            return record.by
        case Measure():
            return record.imposed_by
        case Statement():
            return (record.source,) if record.source else ()
    return ()


def others(record: Record) -> tuple[Actor, ...]:
    """Whom it was done to or said to; of a contact whose doer is not told, all who take part."""
    match record:
        case Contact():
            own = side_of(record.by) if record.by else None
            return tuple(actor for actor in record.participants if own is None or side_of(actor) != own)
        case Event():
            return record.recipients
        case Incident():
            return tuple(actor for actor in record.parties if actor not in record.by)
        case Measure():
            return record.on
        case Statement():
            return (record.addressee,) if record.addressee else ()
    return ()


def name_of(actor: Actor) -> str:
    """The person, else the name the tables know, else the body, else the words."""
    return actor.person or actor.name or actor.organisation or actor.text


def _sides(actors: Iterable[Actor]) -> list[str]:
    return list(dict.fromkeys(side for actor in actors if (side := side_of(actor))))


def _names(actors: Iterable[Actor]) -> list[str]:
    return list(map(name_of, actors))


def _all_sides(view: View) -> list[str]:
    if isinstance(view.record, Tenure):
        return [side] if (side := view.record.country or view.record.organisation) else []
    return _sides(actor for role, actor in roles_of(view.record) if role not in ("mediator", "via"))


def _people(view: View) -> list[str]:
    named = [actor.person for _, actor in roles_of(view.record) if actor.person]
    return list(dict.fromkeys([view.record.person, *named] if isinstance(view.record, Tenure) else named))


def _sources(view: View) -> list[str]:
    statements = [view.record] if isinstance(view.record, Statement) else view.entry.told_by.values()
    return list(dict.fromkeys(name_of(told.source) for told in statements if told.source))


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _day_of(name: str) -> Callable[[View], date | None]:
    return lambda view: _day(getattr(view.entry, name))


def _end_of(name: str, end: int) -> Callable[[View], date | None]:
    return lambda view: _day(days_of(getattr(view.facets, name))[end])


def _of_when(name: str) -> Callable[[View], Any]:
    return lambda view: getattr(view.facets.when, name, None)


def _of_entry(name: str) -> Callable[[View], Any]:
    return lambda view: getattr(view.entry, name)


def _of_record(*path: str) -> Callable[[View], Any]:
    """A field of the record, or of a part of it; None where the kind has none such."""

    def value(view: View) -> Any:
        held = view.record
        for name in path:
            held = getattr(held, name, None)
        return held

    return value


def _facet(name: str) -> Callable[[View], Any]:
    return lambda view: getattr(view.facets, name)


def _side_in(name: str) -> Callable[[View], str | None]:
    def value(view: View) -> str | None:
        actor = getattr(view.record, name, None)
        return side_of(actor) if isinstance(actor, Actor) else None

    return value


def _each(name: str, of: Callable[[Any], str]) -> Callable[[View], list[str]]:
    return lambda view: [of(item) for item in getattr(view.record, name, ())]


def _text(part: Any) -> str:
    return str(part.text)


def _place(view: View) -> str | None:
    place: Place | None = getattr(view.record, "where", None)
    return (place.name or place.text) if place else None


def _according_to(view: View) -> list[str]:
    return list(getattr(view.record, "according_to", ()))


COLUMNS: tuple[Column, ...] = (
    # the record and what it belongs to
    Column("id", Type.TEXT, "the record's id, which a better reader keeps", _of_record("id")),
    Column("kind", Type.TEXT, "contact, event, statement, incident, measure, tenure, dispute", _of_record("kind")),
    Column("article", Type.TEXT, "the id of the article it was read from", _of_entry("article")),
    Column("family", Type.TEXT, "the articles that tell one text, by the smallest id among them", _of_entry("family")),
    Column("deed", Type.TEXT, "the records that tell one step or deed, by the smallest id", _of_entry("deed")),
    Column("thread", Type.TEXT, "the records that are steps of one contact, by the smallest id", _of_entry("thread")),
    Column("reports", Type.WHOLE, "how many articles tell the deed", _of_entry("reports")),
    Column("origins", Type.WHOLE, "how many families of articles tell it", _of_entry("origins")),
    # when
    Column("day", Type.DAY, "the last day on which it can have been, else the publication's", _day_of("day")),
    Column("from_day", Type.DAY, "the first day on which it can have been; empty: open", _end_of("when", 0)),
    Column("to_day", Type.DAY, "the last day on which it can have been; empty: open", _end_of("when", 1)),
    Column("day_words", Type.TEXT, "the words that date it; empty: only the publication does", _of_when("text")),
    Column("day_precision", Type.TEXT, "day, month, range …", _of_when("precision")),
    Column("due_from", Type.DAY, "the first day on which the contact is or was to happen", _end_of("due", 0)),
    Column("due_to", Type.DAY, "the last day on which the contact is or was to happen", _end_of("due", 1)),
    # what
    Column("type", Type.TEXT, "status, PLOVER type, stance, action, type of measure, office", _facet("type")),
    Column("mode", Type.TEXT, "PLOVER mode, status of a measure, form of a statement", _facet("mode")),
    Column("factuality", Type.TEXT, "actual, ongoing, planned, requested, conditional, …", _facet("factuality")),
    Column("channel", Type.TEXT, "phone, hotline, meeting …", _facet("channel")),
    Column("level", Type.TEXT, "minister, commander …", _facet("level")),
    Column("forum", Type.TEXT, "the named conference, mechanism or line", _facet("forum")),
    Column("count_min", Type.WHOLE, "at least so often", _of_record("count", "min")),
    Column("count_max", Type.WHOLE, "at most so often; empty: no end is told", _of_record("count", "max")),
    Column("quad", Type.WHOLE, "1 verbal, 2 material cooperation; 3 verbal, 4 material conflict", _of_record("quad")),
    Column("intensity", Type.NUMBER, "of an event: -10 to 10", _of_record("intensity")),
    Column("codes", Type.TEXT, "of an event: the id of the contact, incident or measure it codes", _of_record("of")),
    # who
    Column("sides", Type.TEXTS, "the sides that take part, as --between takes them", _all_sides),
    Column("actors", Type.TEXTS, "the sides that took the step, acted, imposed or spoke", lambda v: _sides(v.by)),
    Column("actor_names", Type.TEXTS, "the same by name", lambda v: _names(v.by)),
    Column("recipients", Type.TEXTS, "the sides it was done or said to", lambda v: _sides(v.to)),
    Column("recipient_names", Type.TEXTS, "the same by name", lambda v: _names(v.to)),
    Column("initiator", Type.TEXT, "the side that wanted the contact", _side_in("initiator")),
    Column("target", Type.TEXT, "the side it wanted the contact with", _side_in("target")),
    Column("mediators", Type.TEXTS, "who carries, hosts or brokers it, by name", _each("mediators", name_of)),
    Column("people", Type.TEXTS, "everybody who is named", _people),
    # why
    Column("reasons", Type.TEXTS, "protocol, sanctions, incident …", _each("reasons", lambda reason: reason.kind)),
    Column("reason_words", Type.TEXTS, "the words of each reason", _each("reasons", _text)),
    Column("conditions", Type.TEXTS, "the words of each condition", _each("conditions", _text)),
    # where
    Column("place", Type.TEXT, "by name", _place),
    Column("place_country", Type.TEXT, "the state it is in", _of_record("where", "country")),
    Column("latitude", Type.NUMBER, "WGS 84; empty: the tables do not know the place", _of_record("where", "lat")),
    Column("longitude", Type.NUMBER, "WGS 84", _of_record("where", "lon")),
    Column("geonames", Type.LARGE, "GeoNames id", _of_record("where", "geonames")),
    # on whose word, in which words
    Column("according_to", Type.TEXTS, "ids of the statements it rests on; none: the outlet's voice", _according_to),
    Column("sources", Type.TEXTS, "who makes those statements, or this one, by name", _sources),
    Column("via", Type.TEXTS, "of a statement: through whom it came, outermost first", _each("via", name_of)),
    Column("trigger_words", Type.TEXT, "the words it was read from", _of_record("anchor", "text")),
    Column("trigger_start", Type.WHOLE, "where they begin in the text, in code points", _of_record("anchor", "start")),
    Column("trigger_end", Type.WHOLE, "where they end", _of_record("anchor", "end")),
    Column("quotes", Type.TEXTS, "the evidence, word for word", _each("evidence", _text)),
    Column("confidence", Type.NUMBER, "0 to 1", _of_record("confidence")),
    Column("rule", Type.TEXT, "the rule that fired", _of_record("reader")),
    # the article
    Column("outlet", Type.TEXT, "who printed the article", _of_entry("outlet")),
    Column("title", Type.TEXT, "its headline", _of_entry("title")),
    Column("url", Type.TEXT, "its address", _of_entry("url")),
    Column("published", Type.DAY, "its day", _day_of("published")),
)


def flat_rows(entries: Iterable[Entry]) -> Iterator[tuple[Any, ...]]:
    """The values of each entry, in the order of `COLUMNS`."""
    for entry in entries:
        seen = view(entry)
        yield tuple(column.value(seen) for column in COLUMNS)
