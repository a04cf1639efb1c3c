"""Who held which office when, by office, by name and by surname."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from pourparler.knowledge.entries import Category, Entry, Term
from pourparler.knowledge.tables import Row

Terms = tuple[Term, ...]


class Holders:
    """All known terms of office, built once and only read afterwards."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._offices: dict[tuple[str, str | None], list[Term]] = {}
        self._names: dict[str, list[Term]] = {}
        self._surnames: dict[str, list[Term]] = {}
        for row in rows:
            self._add(term_of(row), row.many("aliases"))

    def of(self, office: str, country: str | None) -> Terms:
        """Every term in an office; the office of no state has country None."""
        return tuple(self._offices.get((office, country), ()))

    def by_name(self, person: str) -> Terms:
        return tuple(self._names.get(person, ()))

    def by_surname(self, surname: str) -> Terms:
        return tuple(self._surnames.get(surname, ()))

    def names(self) -> Iterator[tuple[str, Entry]]:
        """Full names and aliases of two words or more, for the finder; surnames need their context."""
        for name, terms in self._names.items():
            countries = {term.country for term in terms}
            if " " in name:
                country = countries.pop() if len(countries) == 1 else None
                yield name, Entry(category=Category.HOLDER, name=terms[0].person, country=country)

    def _add(self, term: Term, aliases: tuple[str, ...]) -> None:
        self._offices.setdefault((term.office, term.country), []).append(term)
        for name in (term.person, *aliases):
            self._names.setdefault(name, []).append(term)
        short = {alias for alias in aliases if " " not in alias} or {surname_of(term.person, term.country)}
        for surname in short | {_bare(name) for name in short if "-" in name}:
            self._surnames.setdefault(surname, []).append(term)


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
