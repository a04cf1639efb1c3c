"""ALIAS: one person under two spellings, who holds one office or does one deed under both."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pourparler.ledger.linking.days import ordinal
from pourparler.ledger.linking.deeds import sides_of
from pourparler.ledger.linking.mentions import actors_of
from pourparler.ledger.linking.names import one_person, sound_of
from pourparler.ledger.linking.tenures import office_words
from pourparler.records import Contact, Entry, Judgement, Relation, Tenure
from pourparler.records.judgements import link

#: Days between two articles that can show one person in one office.
NEAR = 100
_SURE = {
    "the same letters": 0.95, "the same names": 0.9, "transliterated": 0.85, "in another tongue": 0.75,
    "an initial": 0.7, "a letter": 0.65,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name, whose, and what it is shown in: an office, or a deed of a day."""

    name: str
    country: str
    shown_in: Hashable
    told: str
    day: int


def find_aliases(entries: Sequence[Entry]) -> Iterator[Judgement]:
    """A link between two spellings of a name in one country that share an office or a deed within the days."""
    days: dict[tuple[str, str], dict[Hashable, list[_Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in (m for entry in entries for m in _mentions(entry)):
        days[mention.country, mention.name][mention.shown_in].append(mention)
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for country, name in days:
        for key in sound_of(name):
            alike[country, key].append(name)
    pairs = {(c, *pair) for (c, _), names in alike.items() for pair in combinations(sorted(set(names)), 2)}
    for country, one, other in sorted(pairs):
        why = one_person(one, other)
        if why and (shown := _shown_in_both(days[country, one], days[country, other])):
            yield link(
                Relation.ALIAS, one, other, score=next(s for kind, s in _SURE.items() if why.startswith(kind)),
                value={"country": country}, reasons=(f"{one} and {other}: {why}", shown),
            )  # fmt: skip


def _mentions(entry: Entry) -> Iterator[_Mention]:
    record, day = entry.record, ordinal(entry.day) or 0
    if isinstance(record, Tenure):
        if record.country:
            told = f"both are {record.office} of {record.country}"
            yield _Mention(record.person, record.country, office_words(record.office), told, day)
        return
    for role, actor in actors_of(record):
        if not actor.person or not actor.country:
            continue
        if actor.office:
            told = f"both are {actor.office} of {actor.country}"
            yield _Mention(actor.person, actor.country, office_words(actor.office), told, day)
        if isinstance(record, Contact) and role == "participant":
            sides = sides_of(record.participants)
            deed = (record.status, tuple(sorted(sides)), day)
            if len(sides) > 1:
                yield _Mention(actor.person, actor.country, deed, f"both had a contact {record.status} that day", day)


def _shown_in_both(one: dict[Hashable, list[_Mention]], other: dict[Hashable, list[_Mention]]) -> str | None:
    """What shows both names, within the days of each other; the first in the alphabet."""
    found = [
        mention.told
        for key, mentions in one.items()
        if key in other
        for mention in mentions
        if _within([m.day for m in other[key]], mention.day)
    ]
    return min(found, default=None)


def _within(days: list[int], day: int) -> bool:
    place = bisect_left(days, day - NEAR)
    return place < len(days) and days[place] <= day + NEAR
