"""Entries as linking sees them: what of a record can match another, what can forbid it, and its telling words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pourparler.ledger.linking.days import Window, ordinal, window_of
from pourparler.ledger.linking.words import plain_words, words_of
from pourparler.records import Actor, Date, Entry, Factuality, Place, Record, Span, side_of

R = TypeVar("R", bound=Record)
T = TypeVar("T")

#: Factualities under which two records can still tell one deed.
_REALITY = {
    Factuality.ACTUAL: "actual",
    Factuality.ONGOING: "actual",
    Factuality.PLANNED: "planned",
    Factuality.REQUESTED: "requested",
    Factuality.CONDITIONAL: "possible",
    Factuality.POSSIBLE: "possible",
    Factuality.NEGATED: "negated",
    Factuality.HABITUAL: "habitual",
}
_AGAIN = re.compile(
    r"\b(again|another|second|third|fourth|separate(ly)?|twice|further|earlier|previous(ly)?|new|fresh|last time)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(Generic[R, T]):
    """One record made ready. ``traits`` are what fields decide by, equal for equal fields; ``day`` is its entry's.

    ``words`` are the stems of its evidence without what the fields tell; ``again`` is true where its sentence sets it
    apart from another of its kind; ``voices`` are the sides by whose word it stands, ``tellers`` persons and bodies;
    ``unnamed`` is true where all who tell it are anonymous.
    """

    entry: Entry
    record: R
    day: int
    traits: T
    words: frozenset[str]
    again: bool
    voices: frozenset[str]
    tellers: frozenset[str]
    unnamed: bool

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def order(self) -> tuple[int, str]:
        """By day, then by id: the order in which ties are broken."""
        return self.day, self.record.id

    def shares_words(self, other: Deed[Any, Any]) -> bool:
        """Whether two records of one article stand on the same words."""
        spans = [(a, b) for a in self.record.evidence for b in other.record.evidence]
        return any(a.start < b.end and b.start < a.end for a, b in spans)

    @property
    def copy_of(self) -> tuple[str, str, tuple[str, ...]]:
        """What a copy of this record in another article of the family has, too."""
        return self.entry.family, _plain(self.record.anchor.text), tuple(_plain(e.text) for e in self.record.evidence)


def deed(entry: Entry, record: R, traits: T, actors: Iterable[Actor | None], more: Iterable[str] = ()) -> Deed[R, T]:
    """The deed of an entry that a day is known of; ``actors`` are those whose names its words need not tell again."""
    evidence = [span.text for span in record.evidence]
    named = frozenset().union(*(plain_words(actor.text) for actor in actors if actor))
    told_by = [said.source for said in entry.told_by.values() if said.source]
    return Deed(
        entry=entry, record=record, day=ordinal(entry.day) or 0, traits=traits,
        words=words_of((record.anchor.text, *evidence, *more), without=named),
        again=any(_AGAIN.search(text) for text in evidence),
        voices=frozenset(side for actor in told_by if (side := side_of(actor))),
        tellers=frozenset(name for actor in told_by if (name := actor.person or actor.organisation)),
        unnamed=bool(told_by) and all(actor.anonymous for actor in told_by),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """Where: a name, and a country and coordinates where known."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None

    def __str__(self) -> str:
        return self.name.title()


def spot_of(place: Place | None) -> Spot | None:
    """The spot of a place; None for none."""
    return Spot((place.name or place.text).lower(), place.country, place.lat, place.lon) if place else None


def reality_of(factuality: Factuality) -> str:
    """Factualities that can tell one deed have one reality."""
    return _REALITY[factuality]


def sides_of(actors: Iterable[Actor | None]) -> frozenset[str]:
    """The known sides among some actors."""
    return frozenset(side for actor in actors if actor and (side := side_of(actor)))


def side(actor: Actor | None) -> str | None:
    """The side of an actor, None of none."""
    return side_of(actor) if actor else None


def when_of(date: Date | None, entry: Entry) -> Window:
    """The window of a deed's date in its article."""
    return window_of(date, entry.published)


def span_texts(spans: Iterable[Span]) -> tuple[str, ...]:
    """The words of some spans."""
    return tuple(span.text for span in spans)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
