"""Who held which office when, by office, by name and by surname."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, partial

from pourparler.knowledge.entries import Category, Entry, Term, Told
from pourparler.knowledge.spelling import spelled
from pourparler.knowledge.tables import Row

Terms = tuple[Term, ...]

#: Offices that several people hold at once; a next term does not end the one before.
SHARED = frozenset(
    (
        "vice-chairman of the central military commission",
        "vice president",
        "first deputy prime minister",
        "foreign ministry spokesperson",
        "defence ministry spokesperson",
        "presidential special envoy",
        "un envoy",
    )
)


class Holders:
    """All known terms of office. A term is made of its row when it is first asked for: most never are."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = list(rows)
        self._names: dict[str, list[int]] = {}
        self._terms: dict[int, Term] = {}
        for place, row in enumerate(self._rows):
            for name in (row["person"], *row.many("aliases")):
                self._names.setdefault(name, []).append(place)

    def of(self, office: str, country: str | None) -> Terms:
        """Every term in an office; the office of no state has country None."""
        return self._all(self._offices.get((office, country), ()))

    def by_name(self, person: str) -> Terms:
        """By full name or alias, in whatever spelling."""
        return self._all(self._names.get(person, []) or self._plain_names.get(spelled(person), []))

    def by_surname(self, surname: str) -> Terms:
        return self._all(self._surnames.get(surname, []) or self._plain_surnames.get(spelled(surname), []))

    def names(self) -> Iterator[tuple[str, Category, Callable[[], Entry]]]:
        """Full names and aliases of two words or more, for the finder; surnames need their context."""
        for name in self._names:
            if " " in name:
                yield name, Category.HOLDER, partial(self._entry, name)

    def _entry(self, name: str) -> Entry:
        places = self._names[name]
        return Entry(category=Category.HOLDER, name=self._rows[places[0]]["person"], country=self._country(places))

    def _country(self, places: Sequence[int]) -> str | None:
        """The one state of all these terms."""
        countries = {self._rows[place]["country"] for place in places}
        return (countries.pop() or None) if len(countries) == 1 else None

    def _all(self, places: Iterable[int]) -> Terms:
        return tuple([self._term(place) for place in places])

    def _term(self, place: int) -> Term:
        if place not in self._terms:
            self._terms[place] = term_of(self._rows[place])
        return self._terms[place]

    @cached_property
    def _offices(self) -> dict[tuple[str, str | None], list[int]]:
        offices: dict[tuple[str, str | None], list[int]] = {}
        for place, row in enumerate(self._rows):
            offices.setdefault((row["office"], row.get("country")), []).append(place)
        return offices

    @cached_property
    def _plain_names(self) -> dict[str, list[int]]:
        return _merged(self._names)

    @cached_property
    def _plain_surnames(self) -> dict[str, list[int]]:
        return _merged(self._surnames)

    @cached_property
    def _surnames(self) -> dict[str, list[int]]:
        surnames: dict[str, list[int]] = {}
        for place, row in enumerate(self._rows):
            short = {name for name in row.many("aliases") if " " not in name}
            short = short or {surname_of(row["person"], row.get("country"))}
            for surname in short | {_bare(name) for name in short if "-" in name}:
                surnames.setdefault(surname, []).append(place)
        return surnames


def _merged(places: dict[str, list[int]]) -> dict[str, list[int]]:
    """The same places by a key that all spellings of a name share."""
    out: dict[str, list[int]] = {}
    for name, found in places.items():
        out.setdefault(spelled(name), []).extend(found)
    return out


def _bare(surname: str) -> str:
    """The name without the Arabic article, which newspapers drop at will."""
    bare = _ARTICLE.sub("", surname)
    return bare[:1].upper() + bare[1:]


def term_of(row: Row) -> Term:
    as_of = row.convert("as_of", date.fromisoformat)
    assert as_of is not None  # the column may not be empty
    return Term(
        person=row["person"],
        office=row["office"],
        country=row.get("country"),
        start=row.convert("start", date.fromisoformat),
        end=row.convert("end", date.fromisoformat),
        as_of=as_of,
        source=row["source"],
        start_told=row.convert("start_told", Told),
        end_told=row.convert("end_told", Told),
    )


#: States whose people newspapers call by the first of their names.
FAMILY_NAME_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK"})

#: What belongs to the name behind it.
PARTICLES = frozenset(
    (
        "de",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "al",
        "el",
    )
)

_ARTICLE = re.compile(r"^(?:al|el|ash|as)-(?=\w)", re.IGNORECASE)


def surname_of(person: str, country: str | None) -> str:
    """The name a newspaper uses at second mention.

    >>> surname_of("Xi Jinping", "CHN"), surname_of("Ursula von der Leyen", None), surname_of("Lula da Silva", "BRA")
    ('Xi', 'von der Leyen', 'da Silva')
    """
    words = person.split()
    if country in FAMILY_NAME_FIRST:
        return words[0]
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    if words[-1].rstrip(".") in ("Jr", "Sr", "II", "III") and start == len(words) - 1 > 0:
        return words[-2]
    return " ".join(words[start:])
