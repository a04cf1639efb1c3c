"""From rows of the tables to names and the entries they stand for, one function a table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import partial

from pourparler.knowledge.entries import Category, Entry, Office, State
from pourparler.knowledge.tables import Row
from pourparler.records import Level

#: A name, the table or column it stands in, and what makes its entry: most names of the tables no article uses.
Named = Iterator[tuple[str, Category, Callable[[], Entry]]]

#: Titles of one word that are rather common nouns, forenames or verbs when they stand alone in running text.
TOO_COMMON = frozenset(
    (
        "head",
        "chief",
        "chair",
        "chairman",
        "director",
        "representative",
        "deputy",
        "justice",
        "judge",
        "leader",
        "king",
        "queen",
        "minister",
        "secretary",
        "aide",
        "counselor",
        "counsellor",
        "governor",
        "mayor",
        "commissioner",
        "speaker",
        "commander",
        "consul",
        "commandant",
        "sovereign",
    )
)


def state_of(row: Row) -> State:
    return State(
        alpha3=row["alpha3"],
        name=row["name"],
        names=row.many("names"),
        adjectives=row.many("adjectives"),
        demonyms=row.many("demonyms"),
        capitals=row.many("capitals"),
        un=row["un"],
        since=row.convert("since", date.fromisoformat),
    )


def merged(known: State, more: State) -> State:
    """One state of two rows: the first row's name, the names of both."""
    return State(
        alpha3=known.alpha3,
        name=known.name,
        names=_union(known.names, (more.name, *more.names), {known.name}),
        adjectives=_union(known.adjectives, more.adjectives),
        demonyms=_union(known.demonyms, more.demonyms),
        capitals=_union(known.capitals, more.capitals),
        un=known.un,
        since=known.since,
    )


def _union(first: tuple[str, ...], second: tuple[str, ...], but: Collection[str] = ()) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys((*first, *second)) if name not in but)


def state_names(states: Iterable[State]) -> Named:
    for state in states:
        columns = (
            (Category.STATE, (state.name, *state.names)),
            (Category.ADJECTIVE, state.adjectives),
            (Category.DEMONYM, state.demonyms),
            (Category.CAPITAL, state.capitals),
        )
        for category, names in columns:
            entry = partial(Entry, category=category, name=state.name, country=state.alpha3, sectors=("GOV",))
            for name in names:
                yield name, category, entry


def metonym_names(rows: Iterable[Row]) -> Named:
    return _listed(rows, "names", _metonym, Category.METONYM)


def _metonym(row: Row) -> Entry:
    return Entry(
        category=Category.METONYM,
        name=row["name"],
        country=row.get("country"),
        sectors=row.sectors(),
        organisation=row.get("organisation"),
    )


def region_names(rows: Iterable[Row]) -> Named:
    return _each(rows, Category.REGION, _region)


def _region(row: Row) -> Entry:
    return Entry(category=Category.REGION, name=row["name"], country=row["country"], place=row.get("place"))


def body_names(rows: Iterable[Row]) -> Named:
    return _each(rows, Category.BODY, _body)


def _body(row: Row) -> Entry:
    return Entry(
        category=Category.BODY,
        name=row["name"],
        country=row.get("country"),
        sectors=row.sectors(),
        organisation=row["name"],
    )


def organisation_names(rows: Iterable[Row]) -> Named:
    return _each(rows, Category.ORGANISATION, _organisation)


def _organisation(row: Row) -> Entry:
    return Entry(
        category=Category.ORGANISATION,
        name=row["name"],
        country=row.get("country"),
        sectors=row.sectors(),
        organisation=row["name"],
        kind=row["code"],
    )


def outlet_names(rows: Iterable[Row]) -> Named:
    return _each(rows, Category.OUTLET, _outlet)


def _outlet(row: Row) -> Entry:
    state_run = row["state_run"] == "yes"
    return Entry(
        category=Category.OUTLET,
        name=row["name"],
        country=row.get("country"),
        organisation=row["name"],
        sectors=("JRN", "GOV") if state_run else ("JRN",),
        kind=row["kind"],
        state_run=state_run,
    )


def forum_names(rows: Iterable[Row]) -> Named:
    return _each(rows, Category.FORUM, _forum)


def _forum(row: Row) -> Entry:
    return Entry(
        category=Category.FORUM,
        name=row["name"],
        kind=row["kind"],
        place=row.get("place"),
        country=row.get("country"),
    )


def water_names(rows: Iterable[Row]) -> Named:
    return _each(rows, Category.WATER, _water)


def _water(row: Row) -> Entry:
    return Entry(
        category=Category.WATER,
        name=row["name"],
        kind=row["kind"],
        states=row.many("states"),
        country=row.get("country"),
        lat=row.convert("lat", float),
        lon=row.convert("lon", float),
    )


def vessel_names(rows: Iterable[Row]) -> Named:
    prefixes = (row for row in rows if row["kind"] == "prefix")
    return _listed(prefixes, "names", _vessel_prefix, Category.VESSEL_PREFIX)


def _vessel_prefix(row: Row) -> Entry:
    states = row.many("country")
    return Entry(
        category=Category.VESSEL_PREFIX,
        name=row.many("names")[0],
        country=states[0] if len(states) == 1 else None,
        states=states,
        sectors=row.sectors(),
        kind=row.get("type"),
    )


def platform_names(rows: Iterable[Row]) -> Named:
    return _each(rows, Category.PLATFORM, _platform)


def _platform(row: Row) -> Entry:
    return Entry(
        category=Category.PLATFORM,
        name=row["name"],
        kind=row["type"],
        sectors=row.sectors(),
        states=row.many("makers"),
    )


def rank_names(rows: Iterable[Row]) -> Named:
    for row in rows:
        yield from _listed((row,), "forms", _rank, _rank_category(row))


def _rank_category(row: Row) -> Category:
    return Category.HONORIFIC if row["kind"] == "honorific" else Category.RANK


def _rank(row: Row) -> Entry:
    return Entry(
        category=_rank_category(row),
        name=row.get("rank") or row.many("forms")[0],
        sectors=row.sectors(),
        level=row.convert("level", Level),
    )


def offices_of(rows: Iterable[Row]) -> Iterator[Office]:
    """One office for each title, and for each state it is bound to."""
    for row in rows:
        level = row.convert("level", Level) or Level.UNSPECIFIED
        for country in row.many("country") or (None,):
            for title in row.many("titles"):
                yield Office(
                    office=row["office"],
                    title=title,
                    level=level,
                    sectors=row.sectors(),
                    country=country,
                    organisation=row.get("organisation"),
                )


def office_names(offices: Iterable[Office]) -> Named:
    """Titles as they are printed; abbreviations in capitals only."""
    for office in offices:
        if office.title not in TOO_COMMON:
            entry = partial(_office, office)
            for title in printed(office.title):
                yield title, Category.OFFICE, entry


def _office(office: Office) -> Entry:
    return Entry(
        category=Category.OFFICE,
        name=office.office,
        country=office.country,
        sectors=office.sectors,
        organisation=office.organisation,
        office=office.office,
        level=office.level,
    )


def printed(title: str) -> tuple[str, ...]:
    """The cases a title is printed in.

    >>> printed("minister of defence")
    ('minister of defence', 'Minister of defence', 'Minister of Defence')
    """
    if len(title) <= 4 or title == "dgmo":
        return (title.upper(),)
    small = {"of", "the", "for", "to", "and", "in"}
    titled = " ".join(word if word in small else word[:1].upper() + word[1:] for word in title.split())
    return tuple(dict.fromkeys((title, title[:1].upper() + title[1:], titled, titled.replace("-g", "-G"))))


def _each(rows: Iterable[Row], category: Category, make: Callable[[Row], Entry]) -> Named:
    """The name and the further names of each row."""
    for row in rows:
        entry = partial(make, row)
        yield row["name"], category, entry
        for name in row.many("names"):
            yield name, category, entry


def _listed(rows: Iterable[Row], column: str, make: Callable[[Row], Entry], category: Category) -> Named:
    """The names that one column of each row lists."""
    for row in rows:
        entry = partial(make, row)
        for name in row.many(column):
            yield name, category, entry
