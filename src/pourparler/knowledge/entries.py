"""What the tables hold, as frozen values: names, heads, offices, states and terms of office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pourparler.records import Level


class Category(StrEnum):
    """The table, or the column of it, that a name stands in."""

    STATE = "state"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    METONYM = "metonym"
    REGION = "region"
    BODY = "body"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    FORUM = "forum"
    WATER = "water"
    OFFICE = "office"
    RANK = "rank"
    HONORIFIC = "honorific"
    HOLDER = "holder"
    VESSEL_PREFIX = "vessel_prefix"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one name stands for. A field the table leaves empty, or the category does not use, is None or ().

    ``country`` is ISO 3166-1 alpha-3 (XKX for Kosovo); ``sectors`` are PLOVER's, the primary first. ``kind`` says what
    a forum, water, outlet or platform is ("line", "strait", "agency", "frigate"); ``states`` border or claim a water,
    or make a platform, whose ``country`` is None: who operates it the text must tell; ``place`` is where a forum
    usually meets, or a region's capital; ``state_run`` is told of outlets alone.
    """

    category: Category
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    organisation: str | None = None
    office: str | None = None
    level: Level | None = None
    kind: str | None = None
    states: tuple[str, ...] = ()
    place: str | None = None
    state_run: bool | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text, ``text[start:end]``, and all it may stand for."""

    start: int
    end: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state or territory. ``un`` is "member", "observer" or "none".

    ``since``: the day on which it came to be, where news of our time tells of the days before it.
    """

    alpha3: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    un: str
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a common noun or noun phrase makes of the party it heads.

    ``kind`` is body, person, platform or group. ``organisation`` is a template over ``{country}``, which
    ``Knowledge.organisation`` fills. ``anonymous``: the noun alone is a source that hides its name ("a diplomat").
    """

    phrase: str
    kind: str
    sectors: tuple[str, ...] = ()
    organisation: str | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office behind a title. ``country`` and ``organisation`` are told only where the title is bound to them."""

    office: str
    title: str
    level: Level
    sectors: tuple[str, ...] = ()
    country: str | None = None
    organisation: str | None = None


class Told(StrEnum):
    """How closely a day is known where the day itself is not."""

    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Somebody's time in an office. An open term (``end`` None) is known only up to ``as_of``.

    A start or end that is known only to the month or year (``start_told``, ``end_told``) is taken at its widest.
    """

    person: str
    office: str
    country: str | None
    start: date | None
    end: date | None
    as_of: date
    source: str
    start_told: Told | None = None
    end_told: Told | None = None

    def covers(self, on: date) -> bool:
        """Whether the person is known to hold the office on that day."""
        if self.start and on < self.start:
            return False
        return on <= (self.end or self.as_of)

    @property
    def begins(self) -> str | None:
        """The start as closely as it is known: "2018-06"."""
        return _closely(self.start, self.start_told)

    @property
    def ends(self) -> str | None:
        """The end as closely as it is known."""
        return _closely(self.end, self.end_told)


def _closely(day: date | None, told: Told | None) -> str | None:
    letters = {Told.MONTH: 7, Told.YEAR: 4}.get(told) if told else None
    return day.isoformat()[:letters] if day else None
