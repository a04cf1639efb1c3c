"""What of a contact's step matches another telling of it, another step of it, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from pourparler.ledger.linking.days import Window
from pourparler.ledger.linking.deeds import Deed, Spot, deed, reality_of, side, sides_of, span_texts, spot_of, when_of
from pourparler.ledger.linking.evidence import Evidence
from pourparler.ledger.linking.names import may_be_one, share_a_surname
from pourparler.records import Actor, Channel, Contact, Entry, Level, Status, side_of

Names = tuple[tuple[str, frozenset[str]], ...]

#: Channels that one contact can be told by, beside its own name and none.
_MEETS = frozenset({Channel.MEETING, Channel.TALKS, Channel.VISIT})
_ONE_CHANNEL = (
    _MEETS,
    frozenset({Channel.TALKS, Channel.PHONE, Channel.HOTLINE}),
    frozenset({Channel.TALKS, Channel.VIDEO}),
)
_ONE_LEVEL = (
    frozenset({Level.HEAD_OF_STATE, Level.HEAD_OF_GOVERNMENT}),
    frozenset({Level.OFFICIAL, Level.WORKING}),
)


def _fits(all_: type[Channel] | type[Level], groups: Iterable[frozenset[Any]]) -> frozenset[tuple[Any, Any]]:
    """The pairs that can be one: equal ones, those of a group, and all with an unspecified one."""
    named = [*groups, *(frozenset({each, all_.UNSPECIFIED}) for each in all_)]
    return frozenset((one, other) for group in named for one in group for other in group)


_CHANNELS_FIT, _LEVELS_FIT = _fits(Channel, _ONE_CHANNEL), _fits(Level, _ONE_LEVEL)
#: The business an office is about; two of them on one side are two persons.
_BUSINESS = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        ("coast guard", r"coast ?guard"),
        (
            "defence",
            r"defen[cs]e|pentagon|military|armed forces|\barmy\b|\bnavy\b|air force|general staff|chiefs of staff"
            r"|chief of staff|\bcommand\b|theat(?:er|re)|liberation army",
        ),
        (
            "foreign affairs",
            r"foreign|secretary of state|state department|department of state|external affairs|diploma",
        ),
        ("trade and finance", r"trade|commerce|econom|financ|treasury"),
        ("security", r"national security|security advis|security council"),
        ("the interior", r"interior|homeland|police"),
        ("government", r"president|prime minister|premier|chancellor|\bking\b|emir\b|supreme leader|taoiseach"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """The fields of a step that decide, in forms that compare. Persons and businesses are told side by side."""

    step: Status
    reality: str
    sides: frozenset[str]
    by: str | None
    asked: str | None
    asker: str | None
    channel: Channel
    level: Level
    forum: str | None
    persons: Names
    businesses: Names
    when: Window
    due: Window | None
    where: Spot | None
    count: tuple[int, int | None] | None

    @property
    def row(self) -> tuple[object, ...]:
        """What sets two rows on one sentence apart, dates left out: a copy's count from another day."""
        return self.step, self.reality, self.sides, self.by, self.channel, self.level, self.persons, self.businesses


Step = Deed[Contact, Traits]


class HasPersons(Protocol):
    """Fields that name persons and tell offices, side by side."""

    @property
    def persons(self) -> Names: ...
    @property
    def businesses(self) -> Names: ...


def step_of(entry: Entry, contact: Contact) -> Step:
    """The step a contact tells. Mediators are nobody's side; a plan told as held is scheduled."""
    partners = [a for a in (*contact.participants, contact.initiator, contact.target) if a]
    everyone = [*partners, *([contact.by] if contact.by else [])]
    traits = Traits(
        step=_step(contact), reality=reality_of(contact.factuality),
        sides=sides_of(everyone) - (sides_of(contact.mediators) - sides_of(partners)),
        by=side(contact.by), asked=side(contact.target), asker=side(contact.initiator),
        channel=contact.channel, level=contact.level, forum=contact.forum and contact.forum.lower(),
        persons=persons_by_side(partners), businesses=businesses_by_side(partners), when=when_of(contact.when, entry),
        due=when_of(contact.due, entry) if contact.due else None, where=spot_of(contact.where),
        count=(contact.count.min, contact.count.max) if contact.count else None,
    )  # fmt: skip
    return deed(entry, contact, traits, [*everyone, *contact.mediators], span_texts(contact.topics))


def _step(contact: Contact) -> Status:
    planned = contact.status is Status.HELD and reality_of(contact.factuality) == "planned"
    return Status.SCHEDULED if planned else contact.status


def persons_by_side(actors: Iterable[Actor]) -> Names:
    """The persons that are named of each side."""
    return _by_side((actor, {actor.person}) for actor in actors if actor.person)


def businesses_by_side(actors: Iterable[Actor]) -> Names:
    """What the offices and bodies of each side are about."""
    return _by_side((actor, business_of(actor)) for actor in actors)


def _by_side(told: Iterable[tuple[Actor, set[str]]]) -> Names:
    found: dict[str, set[str]] = {}
    for actor, what in told:
        if what and (name := side_of(actor)):
            found.setdefault(name, set()).update(what)
    return tuple(sorted((name, frozenset(what)) for name, what in found.items()))


def business_of(actor: Actor) -> set[str]:
    """What an actor's office or body is about: defence, foreign affairs, ...; empty where neither tells."""
    told = f"{actor.office or ''} {actor.organisation or ''}"
    return {name for name, words in _BUSINESS if words.search(told)} if told.strip() else set()


def one_channel(one: Channel, other: Channel) -> bool:
    """Whether two reports can mean one contact by these: an unspecified channel is any, "talks" any way of talking."""
    return (one, other) in _CHANNELS_FIT


def one_level(one: Level, other: Level) -> bool:
    """Whether two reports can mean one rank."""
    return (one, other) in _LEVELS_FIT


def can_be_one(one: Traits, other: Traits) -> bool:
    """A quick look before `weigh_makeup`, which forbids whatever this refuses."""
    return (
        (one.channel, other.channel) in _CHANNELS_FIT
        and (not (one.forum and other.forum) or one.forum == other.forum)
        and ((one.level, other.level) in _LEVELS_FIT or bool(one.persons and other.persons))
    )


def weigh_makeup(found: Evidence, one: Traits, other: Traits) -> Evidence:
    """How far two steps can be of one contact by who and how: persons, rank, business, channel, forum."""
    named = weigh_persons(found, one, other, 0.13)
    if found.against:
        return found
    if not one_channel(one.channel, other.channel):
        return found.forbid("one by {}, the other by {}", one.channel, other.channel)
    if one.channel is other.channel is not Channel.UNSPECIFIED:
        found.add(0.1, "both by {}", one.channel)
    if not one_level(one.level, other.level) and not named:
        return found.forbid("one at the level {}, the other {}", one.level, other.level)
    if one.level is other.level is not Level.UNSPECIFIED:
        found.add(0.1, "both at the level {}", one.level)
    if one.forum and other.forum:
        if one.forum != other.forum:
            return found.forbid("one in {}, the other in {}", one.forum, other.forum)
        found.add(0.15, "both in the frame of {}", one.forum)
    return weigh_businesses(found, one, other)


def weigh_persons(found: Evidence, one: HasPersons, other: HasPersons, points: float) -> int:
    """On how many sides both name the same person, each worth ``points``; another person of one side is a veto."""
    named, others = 0, dict(other.persons)
    for name, persons in one.persons:
        if not (rivals := others.get(name)):
            continue
        both = persons & rivals or {a for a in persons if any(may_be_one(a, b) for b in rivals)}
        if not both and any(share_a_surname(a, b) for a in persons for b in rivals):
            continue
        if not both:
            found.forbid("of {}, one names {}, the other {}", name, persons, rivals)
            return 0
        named += 1
        found.add(points, "both name {}", both)
    return named


def weigh_businesses(found: Evidence, one: HasPersons, other: HasPersons) -> Evidence:
    """The same business on a side is a little, another one a veto."""
    others = dict(other.businesses)
    for name, business in one.businesses:
        rivals = others.get(name)
        if rivals and not business & rivals:
            return found.forbid("of {}, one tells of {}, the other of {}", name, business, rivals)
        if rivals:
            found.add(0.03)
    return found
