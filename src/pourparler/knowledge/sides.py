"""Sides by what people call them: states, organisations and armed groups, coded as records have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from pourparler.knowledge.entries import Category, Entry
from pourparler.records import Actor, side_of

#: Names of these stand for a state or an organisation; of one word the state is meant before an organisation.
_STATES = (Category.STATE, Category.ADJECTIVE, Category.DEMONYM, Category.CAPITAL, Category.METONYM)
NAMED = (*_STATES, Category.ORGANISATION)
#: Names that are told where nobody is called so.
_CLOSEST = 3


def code_of(
    codes: Mapping[str, str], country: str | None, organisation: str | None, sectors: tuple[str, ...]
) -> str | None:
    """Country or organisation, and primary sector, where both are known; ``codes`` are those of organisations."""
    first = country or codes.get(organisation or "")
    return f"{first} {sectors[0]}" if first and sectors else None


class Sides:
    """The sides that the tables know, by every name and code, in whatever case."""

    def __init__(self, names: Iterable[tuple[str, Entry]], states: Iterable[str], codes: Mapping[str, str]) -> None:
        self._by_name: dict[str, dict[str, None]] = defaultdict(dict)
        self._spelled: dict[str, str] = {}
        for stage in _stages(list(names), states, codes):
            known = set(self._by_name)
            for name, side in stage:
                if name.casefold() not in known:
                    self._add(name, side)

    def _add(self, name: str, side: str) -> None:
        folded = name.casefold()
        self._by_name[folded][side] = None
        if self._spelled.get(folded, "A").isupper():  # headlines' capitals are no spelling where there is another
            self._spelled[folded] = name

    def called(self, word: str) -> tuple[str, ...]:
        """The sides that go by a word; () where nobody does."""
        folded = word.casefold()
        return tuple(self._by_name.get(folded, ()) or self._by_name.get(folded.removeprefix("the "), ()))

    def like(self, word: str, others: Iterable[str] = ()) -> list[str]:
        """Names and codes, of the tables and of ``others``, that are written much like a word: of each side one."""
        spelled = self._spelled | {other.casefold(): other for other in others}
        found: dict[tuple[str, ...], str] = {}
        for near in get_close_matches(word.casefold(), spelled, 4 * _CLOSEST):
            found.setdefault(tuple(self._by_name.get(near, (near,))), spelled[near])
        return list(found.values())[:_CLOSEST]


def _stages(
    names: Iterable[tuple[str, Entry]], states: Iterable[str], codes: Mapping[str, str]
) -> Iterator[list[tuple[str, str]]]:
    """Names with their sides, those first that are meant where a word is another's too."""
    bodies = [(name, entry) for name, entry in names if entry.category is Category.ORGANISATION]
    sides = {entry.name: _side(entry, codes) for _, entry in bodies}
    of_states = [(name, entry.country) for name, entry in names if entry.category in _STATES and entry.country]
    yield [*((state, state) for state in states), *of_states]
    yield [(name, sides[entry.name]) for name, entry in bodies]
    short = {codes[name]: sides[name] for name in reversed(list(codes)) if name in sides}
    yield [*((name, side) for name, side in short.items() if name), *((side, side) for side in sides.values())]


def _side(entry: Entry, codes: Mapping[str, str]) -> str:
    actor = Actor(
        text="", start=0, end=0, organisation=entry.organisation or entry.name, country=entry.country,
        sectors=entry.sectors, code=code_of(codes, entry.country, entry.name, entry.sectors),
    )  # fmt: skip
    return side_of(actor) or entry.name
