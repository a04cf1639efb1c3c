"""Who held an office on a day, who answers to it in another state, and where the record disagrees about that.

Pure: what the tables know, entries of a store and judgements come in, one answer goes out. What the record learned of
holders stands beside what the tables tell and never changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.errors import UsageError
from pourparler.knowledge import Category, Counterpart, Holding, Post, Posts, Protocol, Term, Why
from pourparler.ledger.learned import Learned, held_on, learned_from, tellings
from pourparler.records import Actor, Contact, Entry, Judgement, Reason, ReasonKind

#: An office of a side; the side is None where the words do not tell it.
Named = tuple[str | None, str]
Sides = tuple[str | None, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """An office on a day: its holder by the tables and, apart, by what was learned from text."""

    holding: Holding
    learned: tuple[Learned, ...] = ()

    @property
    def post(self) -> Post:
        return self.holding.post


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """A counterpart and who holds its office; ``seat`` None: that state has no such office."""

    counterpart: Counterpart
    seat: Seat | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The answer to "who": the office asked for, else what the state has in its stead, or one person's offices."""

    on: date
    seat: Seat | None = None
    instead: tuple[Answering, ...] = ()
    terms: tuple[Term, ...] = ()
    learned: tuple[Learned, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A contact told with a reason of protocol: whom a side wanted to deal with, and whom the reason names.

    ``asker`` is the side that wanted the contact, ``wanted`` the offices of the other side that it was to be with.
    """

    entry: Entry
    reason: Reason
    asker: str | None
    wanted: tuple[Named, ...]
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterparts:
    """The answer to "counterpart". ``looked_at`` counts the records with such a reason; None where there is no store.

    ``beside`` counts those of them that name none of these offices.
    """

    of: str
    asked: Seat
    answering: tuple[Answering, ...]
    remarks: tuple[Why, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    beside: int = 0
    looked_at: int | None = None

    @property
    def differ(self) -> bool:
        """Whether no office answers both by rank and by function."""
        return bool(self.answering) and not any(len(one.counterpart.by) > 1 for one in self.answering)


def find_holder(
    protocol: Protocol, words: str, *, side: str | None, on: date, learned: Sequence[Judgement] = ()
) -> Holder:
    """Who held the office on that day; or, where the words name a person, that person's offices.

    Raises UsageError: they name neither, or an office of several states and no state is given.
    """
    try:
        post = protocol.find(words, side, on)
    except UsageError:
        terms = protocol.posts.terms_of(words, side)
        heard = tuple(one for one in learned_from(learned) if one.person.casefold() == words.casefold())
        if not terms and not heard:
            raise
        return Holder(on=on, terms=terms, learned=heard)
    seat = _seat(protocol.posts, post, on, learned)
    instead = () if seat.learned else protocol.stands_for(post, on)
    return Holder(on=on, seat=seat, instead=tuple(_answering(protocol.posts, one, on, learned) for one in instead))


def find_counterparts(
    protocol: Protocol,
    post: Post,
    *,
    of: str,
    on: date,
    entries: Iterable[Entry] | None = None,
    learned: Sequence[Judgement] = (),
) -> Counterparts:
    """Who answers to an office in another state, and which of the entries give protocol as a reason and name them.

    ``entries`` are those between the two sides, None where there is no store. Raises what `Protocol.counterparts` does.
    """
    posts = protocol.posts
    answering = tuple(_answering(posts, one, on, learned) for one in protocol.counterparts(post, of, on))
    offices = {(post.side, post.office)} | {(of, one.seat.post.office) for one in answering if one.seat}
    sides = (post.side, of)
    told = list(_once(one for entry in entries or () for one in _evidence(posts, entry, sides)))
    matter = tuple(one for one in told if any(_means(named, offices) for named in (*one.wanted, *one.named)))
    return Counterparts(
        of=of,
        asked=_seat(posts, post, on, learned),
        answering=answering,
        remarks=protocol.remarks(post, of, on),
        evidence=matter,
        beside=len(told) - len(matter),
        looked_at=None if entries is None else len(told),
    )


def _answering(posts: Posts, counterpart: Counterpart, on: date, learned: Sequence[Judgement]) -> Answering:
    seat = _seat(posts, counterpart.post, on, learned) if counterpart.post else None
    return Answering(counterpart=counterpart, seat=seat)


def _seat(posts: Posts, post: Post, on: date, learned: Sequence[Judgement]) -> Seat:
    fitting = [one for one in tellings(learned) if _of(posts, one, post)]
    return Seat(holding=posts.holding(post, on), learned=held_on(fitting, on))


def _of(posts: Posts, learned: Learned, post: Post) -> bool:
    """Whether the text told of this office, in whatever words; where it told no state, an office of no other counts."""
    if learned.side not in (post.side, None):
        return False
    return learned.office == post.office or posts.meaning(learned.office, post.side) == post


def _evidence(posts: Posts, entry: Entry, sides: Sides) -> Iterator[Evidence]:
    contact = entry.record
    if not isinstance(contact, Contact):
        return
    asker = contact.initiator.country if contact.initiator else None
    parties = [*([contact.target] if contact.target else []), *contact.participants]
    wanted = [named for actor in parties if actor.country != asker for named in _offices(posts, actor, entry)]
    for reason in contact.reasons:
        if reason.kind is ReasonKind.PROTOCOL:
            yield Evidence(
                entry=entry, reason=reason, asker=asker, wanted=tuple(dict.fromkeys(wanted)),
                named=tuple(dict.fromkeys(_told_in(posts, reason.text, entry, sides))),
            )  # fmt: skip


def _once(told: Iterable[Evidence]) -> Iterator[Evidence]:
    """What copies of one text tell in the same words counts once."""
    seen: set[tuple[str, str]] = set()
    for one in told:
        key = one.entry.family, one.reason.text
        if key not in seen:
            seen.add(key)
            yield one


def _offices(posts: Posts, actor: Actor, entry: Entry) -> Iterator[Named]:
    """The office an actor is told in, and those that the person is known to have held that day."""
    post = posts.meaning(actor.office, actor.country) if actor.office else None
    if post:
        yield post.side, post.office
    elif actor.person:
        yield from _held(posts, actor.person, entry, actor.country)


def _told_in(posts: Posts, words: str, entry: Entry, sides: Sides) -> Iterator[Named]:
    """The offices of the two sides that words name, outright or by their holders."""
    told = [*posts.named_in(words), *_holding(posts, words, entry)]
    return ((side, office) for side, office in told if side is None or side in sides)


def _holding(posts: Posts, words: str, entry: Entry) -> Iterator[Named]:
    for found in posts.known.find(words):
        for one in found.entries:
            if one.category is Category.HOLDER:
                yield from _held(posts, one.name, entry, one.country)


def _held(posts: Posts, person: str, entry: Entry, side: str | None) -> Iterator[Named]:
    day = entry.day or entry.published
    for term in posts.terms_of(person, side):
        if day and term.covers(date.fromisoformat(day[:10])):
            yield term.country, term.office


def _means(named: Named, offices: Iterable[tuple[str | None, str]]) -> bool:
    side, office = named
    return any(office == other and side in (None, at) for at, other in offices)
