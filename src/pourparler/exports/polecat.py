"""Events in the 40 columns of POLECAT: one row an event, cells between tabs, missing words as ``None``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from pourparler.exports.cells import tabbed_line
from pourparler.exports.crosswalks import cow_number
from pourparler.exports.omissions import Omissions, done_events
from pourparler.records import Actor, Entry, Event, Place
from pourparler.store import Report

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip

#: How the data set writes a word that is missing.
NONE = "None"
_QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")

Cell = str | float | None


def polecat_lines(
    entries: Iterable[Entry], report: Callable[[str], Report | None], omitted: Omissions
) -> Iterator[str]:
    """The heading, then a row for each event told as done; ``report`` gives an article by its id."""
    yield tabbed_line(COLUMNS)
    for entry, event in done_events(entries, omitted):
        yield tabbed_line(polecat_row(entry, event, report(entry.article)))


def polecat_row(entry: Entry, event: Event, report: Report | None) -> list[Cell]:
    """The cells of one event, in the order of `COLUMNS`."""
    return [
        f"{entry.article}_{event.id}", entry.day, event.type, event.mode, event.intensity, _QUADS[event.quad - 1], None,
        *_party(event.actors), *_party(event.recipients), *_place(event.where),
        entry.outlet or NONE, entry.published, *_story(report),
    ]  # fmt: skip


def _party(actors: Sequence[Actor]) -> list[Cell]:
    """Name, country, COW, primary sector, sectors, title, raw name, Wikipedia; several actors with ``; `` between.

    Countries are those there are, as the field's readers split the cell and count what is in it; all else is in step,
    one for each actor.
    """
    countries = [country for actor in actors if (country := _country(actor))]
    numbers = [number for country in countries if (number := cow_number(country))]
    return [
        _each(actors, lambda a: a.person or a.name or a.organisation),
        "; ".join(countries) or NONE,
        "; ".join(numbers) or NONE,
        _each(actors, lambda a: a.sectors[0] if a.sectors else None),
        _each(actors, lambda a: "|".join(a.sectors)),
        _each(actors, lambda a: a.office),
        _each(actors, lambda a: a.text),
        NONE,
    ]


def _country(actor: Actor) -> str | None:
    """ISO alpha-3; international bodies stand as IGO, as the data set has them."""
    return actor.country or ("IGO" if "IGO" in actor.sectors else None)


def _each(actors: Sequence[Actor], told: Callable[[Actor], str | None]) -> str:
    """What is told of each actor; the separator is no part of it."""
    return "; ".join((told(actor) or NONE).replace(";", ",") for actor in actors) or NONE


def _place(place: Place | None) -> list[Cell]:
    """Placename to Feature Type. What has a GeoNames number is a city; of provinces and districts nothing is known."""
    if place is None:
        return [NONE, NONE, NONE, NONE, NONE, None, None, None, NONE, NONE]
    city = place.name if place.geonames else None
    return [
        place.name or NONE, city or NONE, NONE, NONE, place.country or NONE, place.lat, place.lon, place.geonames,
        place.text, "PPL" if city else NONE,
    ]  # fmt: skip


def _story(report: Report | None) -> list[Cell]:
    """People, organisations and places that the article's records name; its language; who read it."""
    if report is None:
        return [NONE, NONE, NONE, NONE, NONE]
    named = (report.people, report.organisations, report.places)
    return [*("; ".join(names) or NONE for names in named), report.article.language, report.reader]
