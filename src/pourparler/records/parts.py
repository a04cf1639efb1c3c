"""The parts records are made of. Offsets are Unicode code points in the article's canonical text."""

from __future__ import annotations

from dataclasses import dataclass

from pourparler.records.choices import How, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words of the article: ``text == article.text[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How often or how many: "three" is 3-3, "repeatedly" 2-None."""

    min: int
    max: int | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A stretch of time, never narrower than its words.

    ``earliest`` and ``latest`` are ISO dates, inclusive, to the minute where a clock time is told; one is None
    where the words leave that end open. ``text`` is None where no word dates the deed and the publication bounds it.
    """

    text: str | None
    start: int | None
    end: int | None
    earliest: str | None
    latest: str | None
    precision: Precision
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party as the words name it and, where exactly one candidate is left, as who it is.

    ``country`` is ISO 3166-1 alpha-3; ``sectors`` are PLOVER's, the primary first; ``code`` joins country (or
    organisation) and primary sector, "USA MIL". ``resolved_by`` names what decided, None where nothing did.
    """

    text: str
    start: int
    end: int
    name: str | None = None
    person: str | None = None
    office: str | None = None
    organisation: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    code: str | None = None
    anonymous: bool = False
    resolved_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where; ``geonames`` and coordinates are given only for a place the tables know beyond doubt."""

    text: str
    start: int
    end: int
    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
