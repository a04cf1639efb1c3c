"""Who dealt with whom, who answers to whom by the tables, and who is told to hold an office."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from pourparler.knowledge import Post, Protocol
from pourparler.ledger.counterparts import Counterparts, find_counterparts
from pourparler.records import Contact, Entry, Factuality, Judgement, Relation, Tenure, side_of
from pourparler.records.facets import roles_of
from pourparler.store import Filter, Store

#: So many pairs of people, offices of each side, and terms of office are told.
PAIRS, OFFICES, TERMS = 10, 5, 12
#: So many records with a reason of protocol are looked at, the newest.
_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Two people who are told to have dealt with each other, and the contacts that tell it, newest first."""

    low: str
    high: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """``met`` the most frequent first; ``counterparts`` of the offices that were told of; ``terms`` newest first.

    ``spellings`` has for each spelling of a name the one that stands for all.
    """

    met: tuple[Met, ...]
    counterparts: tuple[Counterparts, ...]
    terms: tuple[Entry, ...]
    spellings: Mapping[str, str] = field(default_factory=dict)


#: Before anybody is looked for.
NOBODY = People(met=(), counterparts=(), terms=())


def gather_people(
    store: Store, protocol: Protocol, low: str, high: str, on: str, since: str, held: Sequence[Entry]
) -> People:
    """The people of two sides; ``held`` are the contacts of which those who dealt with each other are read."""
    reasons = Filter(kinds=("contact",), between=(low, high), reasons=("protocol",), since=since, until=on)
    protested = [one for one in store.ask(reasons, limit=_MOST) if (one.published or on) <= on]
    every = [*_terms(store, low, since, on), *_terms(store, high, since, on)]
    named = {entry.record.person for entry in every if isinstance(entry.record, Tenure)}
    named |= {person for entry in held for _, actor in roles_of(entry.record) if (person := actor.person)}
    spellings = _spellings(store, named)
    terms = _told_most(every, spellings)
    learned = store.linked([entry.record.id for entry in terms], Relation.HOLDS)
    return People(
        met=tuple(_met(low, high, held, spellings)),
        counterparts=tuple(_counterparts(protocol, (low, high), on, [*held, *protested], protested, learned)),
        terms=tuple(sorted(terms, key=lambda entry: (entry.day or "", entry.record.id), reverse=True)[:TERMS]),
        spellings=spellings,
    )


def _terms(store: Store, side: str, since: str, on: str) -> list[Entry]:
    """The newest records of people in an office of a side."""
    wanted = Filter(kinds=("tenure",), involving=(side,), since=since, until=on)
    return [entry for entry in store.ask(wanted, limit=10 * TERMS) if (entry.published or on) <= on]


def _spellings(store: Store, people: Iterable[str]) -> dict[str, str]:
    """For each spelling of a name the first in the alphabet of those that the ledger holds for one person's."""
    first = {person: person for person in people}
    for link in store.linked(first, Relation.ALIAS):
        names = (link.subject, link.object or link.subject)
        kept, gone = sorted(first.get(name, name) for name in names)
        first |= dict.fromkeys(names, kept)
        first = {name: kept if known == gone else known for name, known in first.items()}
    return first


def _told_most(terms: Iterable[Entry], spellings: Mapping[str, str]) -> list[Entry]:
    """Of each person the record that tells when a term began or ended, else one of what most records tell.

    What most of them tell of a person's state goes before what others do.
    """
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in terms:
        if isinstance(entry.record, Tenure):
            found[spellings.get(entry.record.person, entry.record.person)].append(entry)
    chosen = []
    for told in found.values():
        sides = Counter(getattr(entry.record, "country", None) for entry in told)
        side = max(sides, key=lambda one: (sides[one], one or ""))
        of_side = [entry for entry in told if getattr(entry.record, "country", None) == side]
        chosen.append(max(of_side, key=_telling))
    return chosen


def _telling(entry: Entry) -> tuple[bool, int]:
    dated = isinstance(entry.record, Tenure) and bool(entry.record.start or entry.record.end)
    return dated, entry.reports


def _met(low: str, high: str, held: Iterable[Entry], spellings: Mapping[str, str]) -> Iterator[Met]:
    told: defaultdict[tuple[str, str], dict[str, Entry]] = defaultdict(dict)
    for entry in held:
        contact = entry.record
        if isinstance(contact, Contact) and contact.factuality in (Factuality.ACTUAL, Factuality.HABITUAL):
            people = {side: _of(contact, side, spellings) for side in (low, high)}
            for pair in product(people[low], people[high]):
                told[pair].setdefault(entry.deed, entry)
    for (one, other), entries in sorted(told.items(), key=lambda item: (-len(item[1]), item[0]))[:PAIRS]:
        yield Met(low=one, high=other, entries=tuple(entries.values()))


def _of(contact: Contact, side: str, spellings: Mapping[str, str]) -> list[str]:
    actors = (*contact.participants, *filter(None, (contact.by, contact.initiator, contact.target)))
    people = (actor.person for actor in actors if actor.person and side_of(actor) == side)
    return list(dict.fromkeys(spellings.get(person, person) for person in people))


def _counterparts(
    protocol: Protocol, sides: tuple[str, str], on: str, told: Iterable[Entry], protested: Sequence[Entry],
    learned: Sequence[Judgement],
) -> Iterator[Counterparts]:  # fmt: skip
    """Of the offices of states that contacts name, the most frequent first; of two that answer each other one."""
    if any(protocol.posts.known.state(side) is None for side in sides):
        return
    counts = Counter(post for entry in told for post in _posts(protocol, entry, sides))
    ranked = sorted(counts, key=lambda post: (-counts[post], post.side or "", post.office))
    seen: set[tuple[str | None, str]] = set()
    shown = 0
    for post in ranked:
        if (post.side, post.office) in seen:
            continue
        of = sides[1] if post.side == sides[0] else sides[0]
        found = find_counterparts(protocol, post, of=of, on=date.fromisoformat(on), entries=protested, learned=learned)
        shown += 1
        seen.add((post.side, post.office))
        seen |= {(of, one.seat.post.office) for one in found.answering if one.seat}
        yield found
        if shown == OFFICES:
            return


def _posts(protocol: Protocol, entry: Entry, sides: tuple[str, str]) -> set[Post]:
    """The offices of the two sides that a contact names as taking part."""
    contact = entry.record
    if not isinstance(contact, Contact):
        return set()
    actors = (*contact.participants, *filter(None, (contact.by, contact.initiator, contact.target)))
    posts = (
        protocol.posts.meaning(actor.office, actor.country)
        for actor in actors if actor.office and actor.country in sides
    )  # fmt: skip
    return {post for post in posts if post and post.side in sides}
