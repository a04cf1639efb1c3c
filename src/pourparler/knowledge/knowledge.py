"""The facts and their lookups. ``Knowledge.load()`` is the way in; what it returns never changes."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path

from pourparler.knowledge import names
from pourparler.knowledge.cities import Cities, City
from pourparler.knowledge.entries import Category, Entry, Found, Head, Office, State, Term
from pourparler.knowledge.finder import Name, NameFinder
from pourparler.knowledge.holders import Holders, term_of
from pourparler.knowledge.living import LivingNames
from pourparler.knowledge.phrases import longest, words_of
from pourparler.knowledge.sides import NAMED, Sides, code_of
from pourparler.knowledge.tables import Row, Tables

_STATES = {Category.STATE, Category.ADJECTIVE, Category.DEMONYM, Category.CAPITAL}
_OF_A_STATE = _STATES | {Category.METONYM}
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")


#: Phrases whose answer is kept: news repeats itself.
REMEMBERED = 16_384


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Knowledge:
    """States, bodies, offices, holders, outlets, forums, waters: what the reader knows before it reads.

    >>> known = Knowledge.load()
    >>> known.state("PHL").name, known.country_of("Manila"), known.country_of("Filipino")
    ('Philippines', 'PHL', 'PHL')
    """

    fingerprint: str
    _finder: NameFinder | LivingNames
    _states: Mapping[str, State]
    _head: Callable[[str], Head | None]
    _organisation: Callable[[Head, str], str | None]
    _without_states: Callable[[str], tuple[str, str | None]]
    _offices: Callable[[str], tuple[Office, ...] | None]
    _holders: Holders
    _codes: Mapping[str, str]
    _cities: Cities
    _sides: Callable[[], Sides]

    @classmethod
    def load(cls, user: Path | None = None) -> Knowledge:
        """The tables of the package and, where given, a user's YAML file of further entries.

        Without such a file it is always the same one: it is large. Raises DataError: a table is missing or malformed;
        the message names file and entry.
        """
        return _of_package() if user is None else _load(user)

    @classmethod
    def _loaded(cls, tables: Tables) -> Knowledge:
        states = _states(tables.rows("states"))
        offices = tuple(names.offices_of(tables.rows("offices")))
        _check(tables)
        holders = Holders(tables.rows("holders"))
        heads = _heads(tables.rows("heads"))
        finder = NameFinder(_all_names(tables, states, offices, holders))
        codes = {row["name"]: row["code"] for row in tables.rows("organisations")}
        bodies = partial(_organisation, finder=finder, states=states, same=_by_template(heads.values()))
        return cls(
            fingerprint=tables.fingerprint,
            _finder=finder,
            _states=states,
            _head=lru_cache(maxsize=REMEMBERED)(partial(longest, table=heads)),
            _organisation=lru_cache(maxsize=REMEMBERED)(bodies),
            _without_states=lru_cache(maxsize=REMEMBERED)(partial(_without_states, finder=finder)),
            _offices=lru_cache(maxsize=REMEMBERED)(partial(longest, table=_by_title(offices))),
            _holders=holders,
            _codes=codes,
            _cities=Cities(lambda: tables.rows("cities")),
            _sides=lru_cache(1)(lambda: Sides(finder.names(NAMED), states, codes)),
        )

    def on(self, day: date | None) -> Knowledge:
        """The same facts with the names of that day: nobody spoke for South Sudan in 2004; None is today.

        >>> known = Knowledge.load()
        >>> [known.on(date(year, 1, 1)).find("the SPLA")[0].entries[0].country for year in (2004, 2014)]
        ['SDN', 'SSD']
        """
        unborn = (s.alpha3 for s in self._states.values() if s.since is not None and day is not None and day < s.since)
        return _on(self, frozenset(unborn))

    def find(self, text: str) -> list[Found]:
        """Every name in the text, leftmost and longest, with all it may stand for.

        >>> [(f.start, f.end, f.entries[0].category.value) for f in Knowledge.load().find("U.S.-China ties")]
        [(0, 4, 'state'), (5, 10, 'state')]
        """
        return self._finder.find(text)

    def state(self, alpha3: str) -> State | None:
        """The state or territory with that ISO 3166-1 alpha-3 code."""
        return self._states.get(alpha3)

    def states(self) -> tuple[State, ...]:
        """All states and territories, in the order of the table."""
        return tuple(self._states.values())

    def country_of(self, word: str) -> str | None:
        """The state that a name, adjective, demonym, capital or metonym stands for, if it is one state."""
        countries = {e.country for e in self._finder.entries(word) if e.category in _OF_A_STATE and e.country}
        return countries.pop() if len(countries) == 1 else None

    def head(self, phrase: str) -> Head | None:
        """What the head of a noun phrase makes of its party; the longest known phrase round the head decides.

        >>> Knowledge.load().head("a senior Chinese defence ministry official").sectors
        ('MIL',)
        """
        return self._head(phrase)

    def organisation(self, head: Head, country: str) -> str | None:
        """The name of the body that ``head`` means in that state: the table's own, else by the head's template.

        >>> known = Knowledge.load()
        >>> known.organisation(known.head("the coast guard"), "CHN")
        'China Coast Guard'
        """
        return self._organisation(head, country)

    def office(self, title: str, country: str | None = None) -> Office | None:
        """The office behind a title, with its state in the words ("US defence secretary") or given.

        An office bound to a state is returned for that state alone, or where the title is bound to one state and no
        other is told.

        >>> known = Knowledge.load()
        >>> known.office("Indian Foreign Secretary").level.value, known.office("British Foreign Secretary").level.value
        ('official', 'minister')
        """
        bare, told = self._without_states(title)
        country = country or told
        offices = self._offices(bare) or ()
        bound = [office for office in offices if office.country == country] if country else []
        free = [office for office in offices if office.country is None]
        if not country and not free and len(offices) == 1:
            bound = list(offices)
        return next(iter(bound or free), None)

    def rank(self, text: str) -> Entry | None:
        """The military rank of that abbreviation or word ("Lt. Gen."), case as printed."""
        return self._only(text, Category.RANK)

    def honorific(self, text: str) -> Entry | None:
        """The form of address ("Ms", "Sheikh"), case as printed."""
        return self._only(text, Category.HONORIFIC)

    def outlet(self, name: str) -> Entry | None:
        """A news agency, newspaper or broadcaster."""
        return self._only(name, Category.OUTLET)

    def forum(self, name: str) -> Entry | None:
        """A conference, standing mechanism, line or exercise."""
        return self._only(name, Category.FORUM)

    def water(self, name: str) -> Entry | None:
        """A sea, strait, island, shoal, border region or line of demarcation."""
        return self._only(name, Category.WATER)

    def vessel_prefix(self, word: str) -> Entry | None:
        """A ship's prefix ("USS"); its country is None where several navies use it, which are its ``states``."""
        return self._only(word, Category.VESSEL_PREFIX)

    def platform(self, name: str) -> Entry | None:
        """A class of ships, or a type of aircraft, missile or vehicle; its ``kind`` is a common noun.

        >>> known = Knowledge.load()
        >>> known.platform("P-8A Poseidon").kind, known.platform("Arleigh Burke-class").states
        ('patrol aircraft', ('USA',))
        """
        return self._only(name, Category.PLATFORM)

    def city(self, name: str) -> City | None:
        """A larger city; its country is None where several cities of that name are of a size."""
        return self._cities.get(name)

    def holders(self, office: str, country: str | None, on: date) -> tuple[Term, ...]:
        """Who is known to hold the office on that day; () after a term's ``as_of``, for then nobody is known to."""
        return tuple(term for term in self._holders.of(office, country) if term.covers(on))

    def terms(self, office: str, country: str | None) -> tuple[Term, ...]:
        """Every known term in an office, in the order of the table; the office of no state has country None."""
        return self._holders.of(office, country)

    def bare_title(self, title: str) -> tuple[str, str | None]:
        """A title without the names of states in it, and the state where it names one.

        >>> Knowledge.load().bare_title("Indian Foreign Secretary")
        ('Foreign Secretary', 'IND')
        """
        bare, country = self._without_states(title)
        return bare.strip(), country

    def terms_of(self, person: str) -> tuple[Term, ...]:
        """All known terms of a person, by full name or alias."""
        return self._holders.by_name(person)

    def terms_of_surname(self, surname: str) -> tuple[Term, ...]:
        """All known terms of everybody with that surname."""
        return self._holders.by_surname(surname)

    def code(self, country: str | None, organisation: str | None, sectors: tuple[str, ...]) -> str | None:
        """Country or organisation, and primary sector: "USA MIL", "NATO IGO"; None where either part is unknown.

        >>> known = Knowledge.load()
        >>> known.code("USA", "US Navy", ("MIL",)), known.code(None, "NATO", ("IGO",)), known.code("USA", None, ())
        ('USA MIL', 'NATO IGO', None)
        """
        return code_of(self._codes, country, organisation, sectors)

    def sides_called(self, word: str) -> tuple[str, ...]:
        """The sides that go by a code or name, in whatever case, as records code them; () where none does.

        >>> known = Knowledge.load()
        >>> [known.sides_called(word) for word in ("china", "Nato", "HAMAS", "the Kremlin", "XQZ")]
        [('CHN',), ('NATO IGO',), ('Hamas',), ('RUS',), ()]
        """
        return self._sides().called(word)

    def sides_like(self, word: str, others: Iterable[str] = ()) -> list[str]:
        """Names and codes of sides, and of ``others``, that are written much like a word, the closest first.

        >>> Knowledge.load().sides_like("Chnia")[0]
        'China'
        """
        return self._sides().like(word, others)

    def _only(self, name: str, category: Category) -> Entry | None:
        entries = self._finder.entries(name)
        return next((entry for entry in entries if entry.category is category), None)


@lru_cache(1)
def _of_package() -> Knowledge:
    return _load(None)


def _load(user: Path | None) -> Knowledge:
    with _no_collection():
        return Knowledge._loaded(Tables(user))


@contextmanager
def _no_collection() -> Iterator[None]:
    """The garbage collector rests: of a hundred thousand new values none is garbage, and its rounds cost a sixth."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _check(tables: Tables) -> None:
    """Reads the user's rows whole, though most are never asked for: a mistake is told when they are loaded."""
    for row in tables.own("holders"):
        term_of(row)
    converted = chain(names.water_names(tables.own("waters")), names.rank_names(tables.own("ranks")))
    for _, _, entry in converted:
        entry()


def _organisation(
    head: Head, country: str, *, finder: NameFinder, states: Mapping[str, State], same: Mapping[str, tuple[str, ...]]
) -> str | None:
    state = states.get(country)
    if head.organisation is None or state is None:
        return None
    words = (*state.adjectives, state.name)
    for phrase in (head.phrase, *same[head.organisation]):
        for name in (f"{word} {cased}" for word in words for cased in (phrase, _titled(phrase))):
            for entry in finder.entries(name):
                if entry.category is Category.BODY and entry.country == country:
                    return entry.name
    return head.organisation.format(country=words[0])


def _without_states(title: str, *, finder: NameFinder) -> tuple[str, str | None]:
    """The title without the names of states in it, and the state where it names one."""
    countries: set[str] = set()
    kept, reached = [], 0
    for found in finder.find(title, among=_STATES):
        countries.update(entry.country for entry in found.entries if entry.country)
        kept.append(title[reached : found.start])
        possessive = _POSSESSIVE.match(title, found.end)
        reached = possessive.end() if possessive else found.end
    kept.append(title[reached:])
    return " ".join(kept), countries.pop() if len(countries) == 1 else None


def _titled(phrase: str) -> str:
    return " ".join(word[:1].upper() + word[1:] if word != "of" else word for word in phrase.split())


def _states(rows: Iterable[Row]) -> dict[str, State]:
    """States by code; a user's row for a known state adds its names."""
    states: dict[str, State] = {}
    for row in rows:
        state = names.state_of(row)
        states[state.alpha3] = names.merged(states[state.alpha3], state) if state.alpha3 in states else state
    return states


def _all_names(
    tables: Tables, states: Mapping[str, State], offices: Iterable[Office], holders: Holders
) -> Iterable[Name]:
    return chain(
        names.state_names(states.values()),
        names.metonym_names(tables.rows("metonyms")),
        names.region_names(tables.rows("regions")),
        names.body_names(tables.rows("bodies")),
        names.organisation_names(tables.rows("organisations")),
        names.outlet_names(tables.rows("outlets")),
        names.forum_names(tables.rows("forums")),
        names.water_names(tables.rows("waters")),
        names.vessel_names(tables.rows("vessels")),
        names.platform_names(tables.rows("platforms")),
        names.rank_names(tables.rows("ranks")),
        names.office_names(offices),
        holders.names(),
    )


def _heads(rows: Iterable[Row]) -> dict[tuple[str, ...], Head]:
    return {
        words_of(phrase): Head(
            phrase=phrase,
            kind=row["kind"],
            sectors=row.sectors(),
            organisation=row.get("organisation"),
            anonymous=row["anonymous"] == "yes",
        )
        for row in rows
        for phrase in row.many("phrases")
    }


def _by_template(heads: Iterable[Head]) -> dict[str, tuple[str, ...]]:
    """The phrases for each kind of body: a defence department here is a defence ministry there."""
    phrases: dict[str, tuple[str, ...]] = {}
    for head in heads:
        if head.organisation:
            phrases[head.organisation] = (*phrases.get(head.organisation, ()), head.phrase)
    return phrases


def _by_title(offices: Iterable[Office]) -> dict[tuple[str, ...], tuple[Office, ...]]:
    titles: dict[tuple[str, ...], tuple[Office, ...]] = {}
    for office in offices:
        key = words_of(office.title)
        titles[key] = (*titles.get(key, ()), office)
    return titles


@lru_cache(maxsize=8)
def _on(known: Knowledge, unborn: frozenset[str]) -> Knowledge:
    """One view for all days on which the same states had yet to come to be."""
    if isinstance(known._finder, LivingNames):
        return known
    young = {state.alpha3 for state in known.states() if state.since is not None}
    return replace(known, _finder=LivingNames(known._finder, young - unborn, unborn))
