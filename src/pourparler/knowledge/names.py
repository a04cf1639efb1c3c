"""From rows of the tables to names and the entries they stand for, one function a table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pourparler.knowledge.entries import Category, Entry, Office, State
from pourparler.knowledge.tables import Row
from pourparler.records import Level

Named = Iterator[tuple[str, Entry]]

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
            entry = Entry(category=category, name=state.name, country=state.alpha3, sectors=("GOV",))
            yield from ((name, entry) for name in names)


def metonym_names(rows: Iterable[Row]) -> Named:
    for row in rows:
        entry = Entry(
            category=Category.METONYM,
            name=row["name"],
            country=row.get("country"),
            sectors=row.sectors(),
            organisation=row.get("organisation"),
        )
        yield from ((name, entry) for name in row.many("names"))


def region_names(rows: Iterable[Row]) -> Named:
    for row in rows:
        entry = Entry(category=Category.REGION, name=row["name"], country=row["country"], place=row.get("place"))
        yield from _each(row, entry)


def body_names(rows: Iterable[Row]) -> Named:
    for row in rows:
        entry = Entry(
            category=Category.BODY,
            name=row["name"],
            country=row.get("country"),
            sectors=row.sectors(),
            organisation=row["name"],
        )
        yield from _each(row, entry)


def organisation_names(rows: Iterable[Row]) -> Named:
    for row in rows:
        entry = Entry(
            category=Category.ORGANISATION,
            name=row["name"],
            country=row.get("country"),
            sectors=row.sectors(),
            organisation=row["name"],
            kind=row["code"],
        )
        yield from _each(row, entry)


def outlet_names(rows: Iterable[Row]) -> Named:
    for row in rows:
        state_run = row["state_run"] == "yes"
        entry = Entry(
            category=Category.OUTLET,
            name=row["name"],
            country=row.get("country"),
            organisation=row["name"],
            sectors=("JRN", "GOV") if state_run else ("JRN",),
            kind=row["kind"],
            state_run=state_run,
        )
        yield from _each(row, entry)


def forum_names(rows: Iterable[Row]) -> Named:
    for row in rows:
        entry = Entry(
            category=Category.FORUM,
            name=row["name"],
            kind=row["kind"],
            place=row.get("place"),
            country=row.get("country"),
        )
        yield from _each(row, entry)


def water_names(rows: Iterable[Row]) -> Named:
    for row in rows:
        entry = Entry(
            category=Category.WATER,
            name=row["name"],
            kind=row["kind"],
            states=row.many("states"),
            country=row.get("country"),
            lat=row.convert("lat", float),
            lon=row.convert("lon", float),
        )
        yield from _each(row, entry)


def vessel_names(rows: Iterable[Row]) -> Named:
    for row in rows:
        if row["kind"] == "prefix":
            entry = Entry(
                category=Category.VESSEL_PREFIX,
                name=row.many("names")[0],
                country=row.get("country"),
                sectors=row.sectors(),
                kind=row.get("type"),
            )
            yield from ((name, entry) for name in row.many("names"))


def platform_names(rows: Iterable[Row]) -> Named:
    for row in rows:
        entry = Entry(
            category=Category.PLATFORM,
            name=row["name"],
            kind=row["type"],
            sectors=row.sectors(),
            states=row.many("makers"),
        )
        yield from _each(row, entry)


def rank_names(rows: Iterable[Row]) -> Named:
    for row in rows:
        forms = row.many("forms")
        entry = Entry(
            category=Category.HONORIFIC if row["kind"] == "honorific" else Category.RANK,
            name=row.get("rank") or forms[0],
            sectors=row.sectors(),
            level=row.convert("level", Level),
        )
        yield from ((name, entry) for name in forms)


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
    entry = None
    for office in offices:
        if office.title in TOO_COMMON:
            continue
        if entry is None or not _is_of(entry, office):
            entry = Entry(
                category=Category.OFFICE,
                name=office.office,
                country=office.country,
                sectors=office.sectors,
                organisation=office.organisation,
                office=office.office,
                level=office.level,
            )
        for title in printed(office.title):
            yield title, entry


def _is_of(entry: Entry, office: Office) -> bool:
    """Whether an entry is that of the office, too: the titles of one office follow each other."""
    told = (entry.office, entry.country, entry.organisation, entry.level, entry.sectors)
    return told == (office.office, office.country, office.organisation, office.level, office.sectors)


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


def _each(row: Row, entry: Entry) -> Named:
    yield row["name"], entry
    for name in row.many("names"):
        yield name, entry
