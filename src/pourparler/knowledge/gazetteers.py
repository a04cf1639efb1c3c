"""Terms of office as the gazetteers tell them, each source in its own form. Only the build reads this."""

from __future__ import annotations

import csv
import gzip
import html
import json
import re
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

#: The last day each source can answer for.
AS_OF = {
    "wikidata-officeholders": date(2022, 7, 22),
    "wikidata-heads": date(2022, 10, 10),
    "wikidata-foreign-ministers": date(2023, 1, 10),
    "factbook": date(2026, 1, 17),
    "world-leaders": date(2026, 8, 22),
}

#: Positions as the exports name them, to the keys of offices.csv. The first pattern that fits decides.
POSITIONS = (
    (r"(acting |interim |transitional? )?president", "president"),
    (r"(acting |interim |transition(al)? )?prime minister|premier( of the state council)?|taoiseach", "prime minister"),
    (r"(federal )?chancellor", "chancellor"),
    (r"king", "king"),
    (r"emperor", "emperor"),
    (r"sultan( and prime minister)?|emir|amir", "monarch"),
    (r"supreme leader", "supreme leader"),
    (r"pope", "pope"),
    (
        r"(federal )?minister (of|for) (europe and )?foreign affairs( and [\w ,]+)?|foreign minister|"
        r"minister of external (affairs|relations)|secretary of foreign affairs|"
        r"secretary of state( for foreign and commonwealth affairs)?",
        "foreign minister",
    ),
    (
        r"(federal )?minister (of|for) (national )?defen[cs]e( and armed forces logistics)?"
        r"|minister of the armed forces|secretary of (national )?defen[cs]e|secretary of state for defence",
        "defence minister",
    ),
    (
        r"chairman of the joint chiefs( of staff)?|chief of (the )?general staff"
        r"|commander of the national armed forces|chief of (the )?defen[cs]e( staff| forces?)?",
        "chief of defence",
    ),
    (r"chief of the joint staff", "chief of the joint staff department"),
    (r"national security advisor", "national security adviser"),
    (r"secretary of the supreme national security council", "secretary of the supreme national security council"),
    (r"secretary of the national security and defense council", "secretary of the security council"),
    (
        r"speaker of the (house of representatives|house of commons|national assembly|lok sabha|knesset|parliament|"
        r"grand national assembly|islamic consultative assembly)",
        "speaker",
    ),
    (r"minister of re?unification", "unification minister"),
    (r"chief of (the )?army staff|chief of staff of the army|commander of the land forces", "army chief"),
    (r"chief of (the )?naval staff|chief of naval operations|chief of navy|commander of the navy", "navy chief"),
    (r"chief of (the )?air staff|chief of staff of the air force|chief of air force", "air force chief"),
    (r"secretary-general of the united nations", "un secretary-general"),
)
_POSITIONS = tuple((re.compile(pattern, re.IGNORECASE), office) for pattern, office in POSITIONS)

#: Where a title means another office than elsewhere.
ELSEWHERE = {
    ("GBR", "chief of the general staff"): "army chief",
    ("PAK", "chief of general staff"): None,
}

#: Folders of the export whose names are not the state's.
FOLDERS = {"us": "USA", "united-kingdom": "GBR", "taiwan": "TWN", "vietnam": "VNM"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One term as one source tells it."""

    person: str
    office: str
    country: str
    start: date | None
    end: date | None
    source: str
    as_of: date
    aliases: tuple[str, ...] = ()


def office_of(position: str, country: str) -> str | None:
    """The office key of a position's name, None for a position we keep no terms of."""
    special = (country, position.casefold())
    if special in ELSEWHERE:
        return ELSEWHERE[special]
    return next((office for pattern, office in _POSITIONS if pattern.fullmatch(position.strip())), None)


def without_state(position: str, names: Mapping[str, str]) -> str:
    """The position without the name of its state; one of a province, which is no state, stays as it is.

    >>> without_state("President of the Republic of Korea", {"Republic of Korea": "KOR"})
    'President'
    >>> without_state("Prime Minister of Crimea", {"Republic of Korea": "KOR"})
    'Prime Minister of Crimea'
    """
    title, _, state = position.partition(" of ")
    return title if state.removeprefix("the ").strip() in names else position


class Rough(date):
    """A day that stands for a month or year, the first or last of it; ``told`` says which of the two."""

    told: str

    @classmethod
    def of(cls, day: date, told: str) -> Rough:
        rough = cls(day.year, day.month, day.day)
        rough.told = told
        return rough


#: What a date tells that has so many letters.
_TOLD = {4: "year", 7: "month"}


def first_day(text: str) -> date | None:
    """The first day of a date that may lack day or month."""
    if not text:
        return None
    first = date.fromisoformat((text + "-01-01")[:10])
    return Rough.of(first, _TOLD[len(text)]) if len(text) in _TOLD else first


def last_day(text: str) -> date | None:
    """The last day of a date that may lack day or month."""
    first = first_day(text)
    if not isinstance(first, Rough):
        return first
    if first.told == "year":
        return Rough.of(date(first.year, 12, 31), "year")
    last = date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)
    return Rough.of(last, "month")


def officeholders(folder: Path, countries: Mapping[str, str]) -> Iterator[Told]:
    """Cabinets and service chiefs of 25 states, from Wikidata."""
    source = "wikidata-officeholders"
    with gzip.open(folder / "officeholders_wikidata/officeholders_since2000.tsv.gz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            name = re.sub(r"-(ministers|cabinet)$", "", row["source_repo"])
            country = FOLDERS.get(name) or countries.get(name.replace("-", " ").title(), "")
            office = office_of(row["position"], country)
            if office and (country or office.startswith("un ")) and is_name(row["person"]):
                person, other = untitled(row["person"]), untitled(row["enwiki"])
                yield Told(
                    person=person,
                    office=office,
                    country=country,
                    start=first_day(row["start"]),
                    end=last_day(row["end"]),
                    source=source,
                    as_of=AS_OF[source],
                    aliases=(other,) if is_name(other) and other != person else (),
                )


def heads(folder: Path, countries: Mapping[str, str]) -> Iterator[Told]:
    """Heads of state and government of the world in 2021 and 2022, to the year, from Wikidata."""
    source = "wikidata-heads"
    for row in _rows(folder / "officeholders_wikidata/heads_2021-2022.csv"):
        country = countries.get(row["country"], "")
        office = office_of(without_state(row["positionLabel"], countries), country)
        if office and country and is_name(row["officeholderLabel"]):
            yield Told(
                person=untitled(row["officeholderLabel"]),
                office=office,
                country=country,
                start=first_day(row["start_year"]),
                end=last_day(row["end_year"]),
                source=source,
                as_of=AS_OF[source],
            )


def foreign_ministers(folder: Path, countries: Mapping[str, str]) -> Iterator[Told]:
    """Foreign ministers in office at the start of 2023, from Wikidata."""
    source = "wikidata-foreign-ministers"
    for row in _rows(folder / "officeholders_wikidata/foreign_ministers_2023-01.csv"):
        country = countries.get(row["countryLabel"], "")
        position = without_state(row["positionLabel"], countries)
        if country and is_name(row["name"]) and office_of(position, country) == "foreign minister":
            yield Told(
                person=row["name"],
                office="foreign minister",
                country=country,
                start=first_day(row["start"]),
                end=None,
                source=source,
                as_of=AS_OF[source],
            )


_SINCE = re.compile(
    r"^(?P<title>[A-Z][\w ()-]*?(?:President|Minister|King|Amir|Sultan|Chancellor|Pope|Leader)) "
    r"(?:(?:Sr|Gen|Col|Capt|Dr|Maj)\.? |General )*"
    r"(?P<name>[A-Z][^();]+?) \(since (?P<day>\d{1,2} \w+ \d{4})\)"
)


def factbook(folder: Path, countries: Mapping[str, str]) -> Iterator[Told]:
    """Heads of state and government at the beginning of 2026, from the World Factbook."""
    with tarfile.open(folder / "factbook_cc0/factbook.json.tar.gz") as archive:
        for member in archive:
            content = archive.extractfile(member) if member.name.endswith(".json") else None
            if content:
                yield from _factbook_state(json.load(content).get("Government", {}), countries)


Government = Mapping[str, Mapping[str, Mapping[str, str]]]


def _factbook_text(government: Government, part: str, entry: str) -> str:
    return html.unescape(government.get(part, {}).get(entry, {}).get("text", ""))


def _factbook_state(government: Government, countries: Mapping[str, str]) -> Iterator[Told]:
    forms = ("conventional short form", "conventional long form")
    names = (_factbook_text(government, "Country name", form) for form in forms)
    country = next((countries[name] for name in names if name in countries), None)
    for post in ("chief of state", "head of government"):
        told = _factbook_text(government, "Executive branch", post)
        match = _SINCE.match(re.sub(r"^(Taliban) ", "", told))
        office = match and country and office_of(match["title"], country)
        if match and country and office:
            person, aliases = spelled(match["name"])
            yield Told(
                person=person,
                office=office,
                country=country,
                start=_spoken(match["day"]),
                end=None,
                source="factbook",
                as_of=AS_OF["factbook"],
                aliases=aliases,
            )


def _spoken(day: str) -> date:
    """A day written as "5 September 2025" or "5 Sep 2025"."""
    number, month, year = day.split()
    return datetime.strptime(f"{number} {month[:3]} {year}", "%d %b %Y").date()


def world_leaders(folder: Path, countries: Mapping[str, str]) -> Iterator[Told]:
    """Heads of ASEAN and G20 states in August 2026, from Wikidata and Wikipedia."""
    source = "world-leaders"
    for row in _rows(folder / "world_leaders_current/all-leaders.csv"):
        country = countries.get(row["ISO"], "")
        for short, post in (("HoG", "Head of Government"), ("HoS", "Head of State")):
            office = office_of(row[f"{short} Title"], country)
            if country and office and is_name(row[post]):
                yield Told(
                    person=row[post],
                    office=office,
                    country=country,
                    start=first_day(row[f"{short} Since"]),
                    end=None,
                    source=source,
                    as_of=AS_OF[source],
                )


def spelled(name: str) -> tuple[str, tuple[str, ...]]:
    """A name whose family name is in capitals, in common case, and its short form.

    >>> spelled("Emmerson Dambudzo MNANGAGWA")
    ('Emmerson Dambudzo Mnangagwa', ('Emmerson Mnangagwa', 'Mnangagwa'))
    """
    words = name.replace(",", "").split()
    common = [word if not word.isupper() or (len(word) == 2 and "." in word) else _title(word) for word in words]
    family = [plain for plain, word in zip(common, words, strict=True) if word.isupper() and len(word) > 2]
    short = " ".join(family)
    first = f"{common[0]} {short}" if short and common[0] not in family else ""
    full = " ".join(common)
    return full, tuple(alias for alias in dict.fromkeys((first, short)) if alias and alias != full)


def _title(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word)


def untitled(name: str) -> str:
    """A name without a peer's or monarch's title.

    >>> untitled("Richard Dannatt, Baron Dannatt"), untitled("Harald V of Norway")
    ('Richard Dannatt', 'Harald V')
    """
    return re.sub(r"(,| \(| of (?=[A-Z])).*", "", name)


def is_name(text: str) -> bool:
    """Whether an export's cell holds a name and not a number it could not resolve."""
    return bool(text) and not re.fullmatch(r"Q\d+", text) and not any(c.isdigit() for c in text)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
