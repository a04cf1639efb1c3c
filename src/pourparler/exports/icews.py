"""Events in the 20 columns of ICEWS: one row for each pair of source and target, CAMEO codes, cells between tabs."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import product

from pourparler.exports.cells import tabbed_line
from pourparler.exports.crosswalks import cameo, icews_country, icews_sector, unnamed
from pourparler.exports.omissions import Omissions, done_events
from pourparler.exports.sentences import sentence_number
from pourparler.records import Actor, Entry, Event, Place, side_of
from pourparler.store import Report

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip

Cell = str | float | None


def icews_lines(entries: Iterable[Entry], report: Callable[[str], Report | None], omitted: Omissions) -> Iterator[str]:
    """The heading, then the rows of each event told as done that has a source and a target."""
    yield tabbed_line(COLUMNS)
    for entry, event in done_events(entries, omitted):
        rows = icews_rows(entry, event, report(entry.article))
        if not rows:
            omitted.note("without source or target")
        yield from map(tabbed_line, rows)


def icews_rows(entry: Entry, event: Event, report: Report | None) -> list[list[Cell]]:
    """The rows of one event, each with the cells of `COLUMNS`; none where there is no source or no target.

    A meeting is told from both sides, as CAMEO tells it: who visits makes a visit, who is visited hosts one.
    """
    code, mirror = cameo(event)
    dyads = [(source, target, code) for source, target in _pairs(event)]
    dyads += [(target, source, mirror) for source, target, _ in dyads if mirror]
    text = report.article.text if report else ""
    sentence = sentence_number(text, event.anchor.start) if text else None
    rest: list[Cell] = [number(entry.article), sentence, entry.outlet, *_place(event.where)]
    return [
        [
            number(event.id, nth), entry.day, *_actor(source), told.text, told.code, told.intensity, *_actor(target),
            *rest,
        ]
        for nth, (source, target, told) in enumerate(dyads)
    ]  # fmt: skip


def _pairs(event: Event) -> list[tuple[Actor, Actor]]:
    """Every actor with every recipient; of those who meet without one, the first with each other side."""
    if event.recipients or not event.actors:
        pairs = product(event.actors, event.recipients)  # of those who do it to each other, none to itself
        return [(one, other) for one, other in pairs if (one.code, one.text) != (other.code, other.text)]
    first, *others = event.actors
    return [(first, other) for other in others if side_of(other) != side_of(first)]


def number(name: str, nth: int = 0) -> int:
    """A whole number below 2³¹ for an id, as this data set has them: half of the id's CRC-32.

    >>> number("ev-2071e9d54e6f")
    807551280
    """
    return zlib.crc32((f"{name}.{nth}" if nth else name).encode()) >> 1


def _actor(actor: Actor) -> list[Cell]:
    """Name, sectors and country; a state as such has its name, no sector."""
    country = icews_country(actor.country) if actor.country else None
    if country and actor.name and actor.sectors == ("GOV",) and not (actor.person or actor.organisation):
        return [country, None, country]
    return [_name(actor, country), ",".join(map(icews_sector, actor.sectors)) or None, country]


def _name(actor: Actor, country: str | None) -> str:
    """Who it is, else what this data set calls such a one, "Military (China)", else the words."""
    called = unnamed(actor.sectors[0]) if actor.sectors else None
    generic = f"{called} ({country})" if called and country else None
    return actor.person or actor.organisation or actor.name or generic or actor.text


def _place(place: Place | None) -> list[Cell]:
    """City to Longitude; what has a GeoNames number is a city."""
    if place is None:
        return [None] * 6
    city = place.name if place.geonames else None
    return [city, None, None, icews_country(place.country) if place.country else None, place.lat, place.lon]
