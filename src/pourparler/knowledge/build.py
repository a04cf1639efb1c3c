"""Builds holders.csv and cities.csv: ``python -m pourparler.knowledge.build --data PATH``.

PATH holds the folder ``gazetteers`` whose parts data/SOURCES.md lists. What the sources lack stands in holders_own.csv
and cities_own.csv and goes before them.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from pourparler.knowledge import gazetteers
from pourparler.knowledge.gazetteers import Told
from pourparler.knowledge.holders import PARTICLES, SHARED
from pourparler.knowledge.names import state_of
from pourparler.knowledge.tables import DATA, Tables, columns

#: Terms that ended before were news to nobody who reads about this century.
OLDEST = date(2000, 1, 1)

#: Names of states as the sources write them, where states.csv does not.
SPELLINGS = {
    "Congo": "COG",
    "DRC": "COD",
    "Congo (Brazzaville)": "COG",
    "Congo (Kinshasa)": "COD",
    "Holy See (Vatican City)": "VAT",
    "Holy See (Vatican City State)": "VAT",
    "No country found for alpha-2 code: XK": "XKX",
    "Korea, South": "KOR",
    "Korea, North": "PRK",
    "The Gambia": "GMB",
    "The Bahamas": "BHS",
    "Turkey (Turkiye)": "TUR",
    "Burma": "MMR",
    "Korea, Republic of": "KOR",
    "Korea, Democratic People's Republic of": "PRK",
    "Congo, The Democratic Republic of the": "COD",
}

#: Two-letter codes of the world-leaders file.
ALPHA2 = {
    "BN": "BRN",
    "KH": "KHM",
    "ID": "IDN",
    "LA": "LAO",
    "MY": "MYS",
    "MM": "MMR",
    "PH": "PHL",
    "SG": "SGP",
    "TH": "THA",
    "VN": "VNM",
    "AR": "ARG",
    "AU": "AUS",
    "BR": "BRA",
    "CA": "CAN",
    "CN": "CHN",
    "FR": "FRA",
    "DE": "DEU",
    "IN": "IND",
    "IT": "ITA",
    "JP": "JPN",
    "MX": "MEX",
    "RU": "RUS",
    "SA": "SAU",
    "ZA": "ZAF",
    "KR": "KOR",
    "TR": "TUR",
    "GB": "GBR",
    "US": "USA",
}

#: The source that our own terms name.
OWN = "pourparler"

#: How much of a day was told where the day was not.
_LETTERS = {"month": 7, "year": 4}

#: How far two sources may lie apart on one day.
SLACK = timedelta(days=31)


def plain(text: str) -> str:
    """The text in ASCII as wires print it.

    >>> plain("Recep Tayyip Erdoğan"), plain("Włodzimierz"), plain("Al Maḩmūdīyah")
    ('Recep Tayyip Erdogan', 'Wlodzimierz', 'Al Mahmudiyah')
    """
    kept = text.translate(str.maketrans("łŁøØđĐıßæÆ‘’ʻʼ", "lLoOdDisaA''''"))
    return unicodedata.normalize("NFKD", kept).encode("ascii", "ignore").decode()


def countries_of(tables: Tables) -> dict[str, str]:
    """Every name of a state, and what the sources call it, to its code."""
    names = dict(SPELLINGS) | ALPHA2
    for row in tables.rows("states"):
        state = state_of(row)
        names.update((name, state.alpha3) for name in (state.name, *state.names))
    for name, code in list(names.items()):
        names.setdefault(plain(name), code)
    return names


def own_terms() -> Iterator[Told]:
    """Terms that the sources lack, kept by hand."""
    with (DATA / "holders_own.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield Told(
                person=row["person"],
                office=row["office"],
                country=row["country"],
                start=gazetteers.first_day(row["start"]),
                end=gazetteers.last_day(row["end"]),
                source=OWN,
                as_of=date.fromisoformat(row["as_of"]),
                aliases=tuple(filter(None, row["aliases"].split(";"))),
            )


def joined(terms: Iterable[Told]) -> list[Told]:
    """One term for what several sources tell of one person in one office; the first source's spelling is kept."""
    by_office: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for term in terms:
        office = by_office[term.office, term.country]
        same = max(range(len(office)), key=lambda i: likeness(office[i], term), default=None)
        if same is None or not likeness(office[same], term):
            office.append(term)
        else:
            office[same] = merged(office[same], term)
    return [
        term
        for (office, _), known in by_office.items()
        for term in successive(known if office in SHARED else uncontradicted(known), office in SHARED)
    ]


def likeness(one: Told, other: Told) -> int:
    """How alike two terms are that are one term, 0 where they are two.

    A full name in common counts more than any number of words; our own terms are one only if they share a full name.
    """
    if not is_same(one, other):
        return 0
    named_alike = {one.person, *one.aliases} & {other.person, *other.aliases}
    if named_alike or (OWN in one.source and other.source == OWN):
        return 100 if named_alike else 0
    return len(_words(one) & _words(other))


def uncontradicted(terms: Sequence[Told]) -> list[Told]:
    """The terms but those of other sources in whose middle our own name somebody else."""
    own = [term for term in terms if OWN in term.source]
    return [term for term in terms if term in own or not any(_covers(known, _middle(term)) for known in own)]


def _middle(term: Told) -> date:
    start, end = term.start or term.as_of, term.end or term.as_of
    return start + (end - start) / 2


def _covers(term: Told, day: date) -> bool:
    return (term.start or date.min) <= day <= (term.end or term.as_of)


#: Words that say nothing of who is meant, since half a family bears them.
_LINKING = PARTICLES | {"bin", "bint", "ibn", "ould", "abdel", "abdul", "abu", "sheikh", "prince", "king"}


def is_same(one: Told, other: Told) -> bool:
    """Whether two terms in one office are one: a family name in common, and times that meet within a month."""
    names = [_words(term) for term in (one, other)]
    shared = names[0] & names[1]
    starts = [term.start or date.min for term in (one, other)]
    ends = [min(term.end or date.max, date.max - SLACK) for term in (one, other)]
    slack = timedelta(days=1) if one.source == other.source == OWN else SLACK  # our own days are meant
    meet = starts[0] <= ends[1] + slack and starts[1] <= ends[0] + slack
    return meet and len(shared) >= min(2, *(len(n) for n in names))


def _words(term: Told) -> set[str]:
    names = " ".join(plain(name) for name in (term.person, *term.aliases))
    words = names.replace("-", " ").casefold().split()
    return {word for word in words if len(word.rstrip(".")) > 1 and word not in _LINKING}


def merged(one: Told, other: Told) -> Told:
    """What both tell, of one term or of two that follow each other, as one."""
    names = (*one.aliases, other.person, *other.aliases)
    return replace(
        one,
        start=_start(one, other),
        end=_end(one, other),
        as_of=max(one.as_of, other.as_of),
        aliases=tuple(dict.fromkeys(name for name in names if name != one.person)),
        source=one.source if other.source in one.source else f"{one.source} {other.source}",
    )


def _start(one: Told, other: Told) -> date | None:
    """Our own start; else the earlier, in one year the one that tells more than the year."""
    if _own_alone(one, other) and one.start:
        return other.start if other.start and _is_in(other.start, one.start) else one.start
    starts = sorted(term.start for term in (one, other) if term.start)
    if len(starts) == 2 and starts[0].year == starts[1].year and (starts[0].month, starts[0].day) == (1, 1):
        return starts[1]
    return starts[0] if starts else None


def _is_in(day: date, rough: date) -> bool:
    """Whether a day lies in the month or year that was told instead of a day."""
    return isinstance(rough, gazetteers.Rough) and day.isoformat()[: _LETTERS[rough.told]] in rough.isoformat()


def _own_alone(one: Told, other: Told) -> bool:
    """Whether we tell the first of two terms ourselves and others the second."""
    return OWN in one.source and OWN not in other.source


def _end(one: Told, other: Told) -> date | None:
    """Of two ends in one year the exact one, else the first source's, unless the terms follow each other; ours stands.

    An open term told by a source from before the other's end has ended since; one told after that end runs on.
    """
    if one.end and other.end:
        if one.end.year == other.end.year and (31, 12) in {(end.day, end.month) for end in (one.end, other.end)}:
            return min(one.end, other.end)
        follows = not _own_alone(one, other) and other.start and one.start and abs(other.start - one.start) > SLACK
        return max(one.end, other.end) if follows else one.end
    closed, open_ = (one, other) if one.end else (other, one)
    return closed.end if closed.end and closed.end > open_.as_of - SLACK else None


def successive(terms: Sequence[Told], shared: bool) -> Iterator[Told]:
    """The terms in order; one that was left open before the next began ends there."""
    ordered = sorted(terms, key=lambda term: term.start or date.min)
    for place, term in enumerate(ordered):
        nexts = [
            later.start for later in ordered[place + 1 :] if later.start and later.start > (term.start or date.min)
        ]
        if not shared and term.end is None and nexts and nexts[0] <= term.as_of:
            term = replace(term, end=nexts[0])
        if term.end is None or term.end >= OLDEST:
            yield term


def aliases_of(term: Told) -> list[str]:
    """Other spellings: those told, without middle initials, and in ASCII."""
    names = [term.person, *term.aliases]
    names += [" ".join(w for w in name.split() if not (len(w) == 2 and w.endswith("."))) for name in names]
    names += [plain(name) for name in names]
    return [name for name in dict.fromkeys(names) if name != term.person and len(name) > 3]


def own_cities() -> dict[str, tuple[str, tuple[str, ...]]]:
    """The cities that we put before namesakes, with their states and the other names that newspapers print."""
    with (DATA / "cities_own.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["name"]: (row["country"], tuple(filter(None, row["names"].split(";")))) for row in csv.DictReader(lines)
        }


def cities(folder: Path, countries: dict[str, str], capitals: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Name, other names, state and GeoNames id; a capital or our own choice goes before namesakes."""
    own = own_cities()
    chosen = capitals | {name: country for name, (country, _) in own.items()}
    taken = set(own).union(*(aliases for _, aliases in own.values()))
    places: dict[str, list[tuple[str, str]]] = {name: [] for name in own}
    with gzip.open(folder / "geonames_ccby/world-cities.csv.gz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            country = countries.get(row["country"]) or countries.get(row["country"].split(",")[0], "")
            places.setdefault(row["name"], []).append((country, row["geonameid"]))
    for name, found in sorted(places.items()):
        if name in taken and name not in own:
            continue
        of_choice = [place for place in found if place[0] == chosen.get(name)] or (
            [(chosen[name], "")] if name in own else found
        )
        states = {country for country, _ in of_choice}
        aliases = own[name][1] if name in own else ()
        if name in own or plain(name) not in taken:
            aliases = (*aliases, plain(name))
        yield (
            name,
            ";".join(alias for alias in dict.fromkeys(aliases) if alias != name),
            states.pop() if len(states) == 1 else "",
            of_choice[0][1] if len(of_choice) == 1 else "",
        )


def write(table: str, rows: Iterable[Sequence[str]]) -> None:
    """Writes a table with its header, in place."""
    with (DATA / f"{table}.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns(table))
        writer.writerows(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds gazetteers/")
    folder = parser.parse_args().data / "gazetteers"
    tables = Tables()
    countries = countries_of(tables)
    sources = (
        gazetteers.world_leaders,
        gazetteers.officeholders,
        gazetteers.factbook,
        gazetteers.foreign_ministers,
        gazetteers.heads,
    )
    told = [*own_terms(), *(term for source in sources for term in source(folder, countries))]
    terms = sorted(joined(told), key=lambda term: (term.country, term.office, term.start or date.min, term.person))
    write(
        "holders",
        (
            (
                term.person,
                ";".join(aliases_of(term)),
                term.office,
                term.country,
                str(term.start or ""),
                str(term.end or ""),
                term.source,
                str(term.as_of),
                *(day.told if isinstance(day, gazetteers.Rough) else "" for day in (term.start, term.end)),
            )
            for term in terms
        ),
    )
    capitals = {city: state.alpha3 for state in map(state_of, tables.rows("states")) for city in state.capitals}
    write("cities", cities(folder, countries, capitals))
    print(f"{len(terms)} terms of office; see {DATA}")


if __name__ == "__main__":
    main()
