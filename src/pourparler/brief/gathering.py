"""From a store to all that a brief of two sides tells of: the line, its steps, who asked whom, disputes, people.

Bounded work: of the days asked for as many are looked through as the store reaches at once, and of each kind of thing
the newest few are told; what is cut is counted.
"""

from __future__ import annotations

import shlex
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from pourparler.brief.naming import Names
from pourparler.brief.noting import tellers
from pourparler.brief.people import NOBODY, People, gather_people
from pourparler.knowledge import Protocol
from pourparler.ledger.lines import Figures, Line, Stretch, draw_course, draw_lines
from pourparler.ledger.lines.announcements import ahead, without_day
from pourparler.ledger.lines.deeds import Deed, gather
from pourparler.ledger.lines.observing import day_after
from pourparler.ledger.lines.replies import Ask, find_asks
from pourparler.ledger.lines.signs import told_as_done
from pourparler.records import Contact, Dispute, Entry, Position, Relation, Status
from pourparler.records.coverage import LOOK_BACK, Coverage
from pourparler.store import Filter, Store

#: So many of each kind are told, the newest.
FEW = 20
#: Steps of the timeline, and changes of the state.
STEPS, STRETCHES = 60, 12
#: So many denied records are asked about.
_DENIED = 100
#: Steps by which contact was kept from happening, and those by which it happened or a line was open for it.
KEPT_OFF = frozenset({Status.DECLINED, Status.UNANSWERED, Status.POSTPONED, Status.CANCELLED, Status.SUSPENDED})
CAME_ABOUT = frozenset({Status.HELD, Status.ESTABLISHED, Status.OPEN, Status.RESUMED})

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Newest(Generic[T]):
    """The newest of what there is, newest first, and how many there are in all."""

    shown: tuple[T, ...]
    total: int

    @classmethod
    def of(cls, every: Sequence[T], most: int = FEW) -> Newest[T]:
        """The last ``most`` of what comes oldest first."""
        return cls(tuple(reversed(every[-most:])) if every else (), len(every))

    @property
    def left(self) -> int:
        return self.total - len(self.shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commands:
    """What to type to draw the line again, and to list the contacts or the incidents of the two."""

    line: str
    records: str
    incidents: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that a brief is written from.

    ``wanted`` is the first day asked for, ``coverage.since`` the one that is reached. ``course`` has the states of
    the two sides as a whole, oldest first, ``stretches`` the newest of them. ``entries`` are the records that are
    quoted, by their ids; ``denials`` pairs of steps of which one tells what the other denies.
    """

    low: str
    high: str
    on: str
    wanted: str
    coverage: Coverage
    lines: tuple[Line, ...]
    course: tuple[Stretch, ...]
    stretches: Newest[Stretch]
    deeds: Mapping[str, Deed]
    steps: Newest[Deed]
    asks: Newest[Ask]
    wishes: Newest[Deed]
    kept_off: Newest[Deed]
    came_about: Newest[Deed]
    incidents: Newest[Deed]
    measures: Newest[Deed]
    upcoming: Newest[Deed]
    denials: Newest[tuple[Deed, Deed]]
    disputes: Newest[Entry]
    names: Names
    people: People = NOBODY
    entries: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def whole(self) -> Line:
        return self.lines[0]

    def answers(self, request: Deed, reply: Deed) -> bool:
        """Whether the ledger links the two, rather than both being steps of one contact."""
        wanted = (Relation.ANSWERS, Relation.FOLLOWS)
        return any(
            link.relation in wanted and link.subject in reply.records and link.object in request.records
            for link in self.coverage.links
        )

    def deed_of(self, record: str) -> Deed | None:
        """The deed that a record tells."""
        return next((deed for deed in self.deeds.values() if record in deed.records), None)

    @property
    def commands(self) -> Commands:
        one, other = shlex.quote(self.low), shlex.quote(self.high)
        since = f"--since {self.coverage.since}"
        listed = f"--between {one} {other} {since} --until {self.on} --all"
        return Commands(
            line=f"pourparler line {one} {other} {since} --on {self.on}",
            records=f"pourparler contacts {listed}",
            incidents=f"pourparler incidents {listed}",
        )


def gather_material(
    store: Store, one: str, other: str, *, on: str, since: str | None = None, protocol: Protocol
) -> Material:
    """What the store holds of two sides from ``since`` on, published by the day ``on``; sides as the store codes them.

    As far back as can be looked through at once, without ``since`` two years at most. Raises UsageError: both are one
    side.
    """
    wanted = since or day_after(on, -LOOK_BACK)
    reached = store.reach(one, other, on=on, since=wanted)
    lines = draw_lines(store, one, other, on=on, since=reached)
    coverage = store.cover(one, other, on=on, since=reached)
    low, high, first = coverage.low, coverage.high, coverage.since
    every = gather(coverage)
    deeds = [deed for deed in every if deed.latest >= first]
    course = [one for one in draw_course(store, low, high, first=first, last=on) if one.channel is None]
    denied = [telling.id for deed in reversed(deeds) for telling in deed.tellings if telling.disputed]
    material = Material(
        low=low, high=high, on=on, wanted=wanted, coverage=coverage, lines=lines, course=tuple(course),
        stretches=Newest.of(course, STRETCHES), deeds={deed.id: deed for deed in every},
        asks=Newest.of(sorted(find_asks(deeds, coverage.links, (low, high)), key=_asked)),
        upcoming=Newest.of([*ahead(deeds, coverage.links, on), *without_day(deeds, coverage.links, on)][::-1]),
        denials=Newest.of(list(_denials(deeds, coverage))),
        disputes=_disputes(store, low, high, first, on, denied[:_DENIED]), names=Names.of(protocol.posts.known),
        steps=Newest.of([deed for deed in deeds if told_as_done(deed) or deed.kind != "contact"], STEPS),
        wishes=_typed(deeds, (Status.SOUGHT,)), kept_off=_typed(deeds, KEPT_OFF), came_about=_typed(deeds, CAME_ABOUT),
        incidents=_of_kind(deeds, "incident"), measures=_of_kind(deeds, "measure"),
    )  # fmt: skip
    entries = {entry.record.id: entry for entry in store.pick(_quoted(material))}
    people = gather_people(store, protocol, low, high, on, first, _met(entries.values()))
    return replace(material, entries=entries, people=people)


def _typed(deeds: Iterable[Deed], types: Container[str]) -> Newest[Deed]:
    return Newest.of([deed for deed in deeds if deed.kind == "contact" and deed.type in types])


def _of_kind(deeds: Iterable[Deed], kind: str) -> Newest[Deed]:
    return Newest.of([deed for deed in deeds if deed.kind == kind])


def _quoted(of: Material) -> set[str]:
    """The ids of the records that the answers quote."""
    kinds = (of.steps, of.wishes, of.kept_off, of.came_about, of.incidents, of.measures, of.upcoming)
    deeds = [deed for newest in kinds for deed in newest.shown]
    deeds += [deed for ask in of.asks.shown for deed in (ask.deed, ask.reply) if deed]
    deeds += [deed for pair in of.denials.shown for deed in pair]
    steps = [step for line in of.lines for step in line.rests_on]
    began = [step for stretch in of.stretches.shown for step in stretch.rests_on[:1]]
    ids = {record.id for step in began for record in step.records}
    ids |= {of.whole.held.record} if of.whole.held else set()
    ids |= {place.statement for entry in of.disputes.shown for place in _positions(entry)}
    if figures := of.whole.figures:
        steps += [late.step for late in figures.overdue[:FEW]]
        ids |= {one.record for one in figures.outstanding[:FEW]}
        ids |= {name for one in figures.reasons for name in one.records[-FEW:]}
        ids |= {name for one in figures.confirmed for name in one.records[-FEW:]}
        ids |= {name for name in _silence(figures) if name}
    deeds += [of.deeds[step.deed] for step in steps if step.deed in of.deeds]
    return ids | {name for deed in deeds for name in (*tellers(deed), *_with_reasons(deed))}


def _silence(figures: Figures) -> tuple[str | None, str | None]:
    """The records between which the longest silence lies."""
    return (figures.silence.after, figures.silence.before) if figures.silence else (None, None)


def _asked(ask: Ask) -> tuple[str, str, str]:
    known = ask.deed or ask.reply
    return known.order if known else ("", "", "")


def _with_reasons(deed: Deed) -> Iterator[str]:
    """The first records that give reasons, each of another origin and in other words."""
    seen: set[str] = set()
    for telling in deed.tellings:
        words = {reason.words for reason in telling.reasons}
        if words and telling.family not in seen and len(seen) < FEW:
            seen.add(telling.family)
            yield telling.id


def _positions(entry: Entry) -> tuple[Position, ...]:
    return entry.record.positions if isinstance(entry.record, Dispute) else ()


def _met(entries: Iterable[Entry]) -> list[Entry]:
    """The contacts that are told as held."""
    held = (entry for entry in entries if isinstance(entry.record, Contact) and entry.record.status is Status.HELD)
    return sorted(held, key=lambda entry: (entry.day or "", entry.record.id), reverse=True)


def _denials(deeds: Sequence[Deed], coverage: Coverage) -> Iterator[tuple[Deed, Deed]]:
    """Steps of which one tells what the other denies, each pair once, oldest first."""
    of = {name: deed for deed in deeds for name in deed.records}
    seen = set()
    pairs = []
    for link in coverage.links:
        one, other = of.get(link.subject), of.get(link.object or "")
        if link.relation == Relation.CONTRADICTS and one and other and one is not other:
            first, second = sorted((one, other), key=lambda deed: deed.order)
            if (first.id, second.id) not in seen:
                seen.add((first.id, second.id))
                pairs.append((first, second))
    yield from sorted(pairs, key=lambda pair: pair[1].order)


def _disputes(store: Store, low: str, high: str, since: str, on: str, denied: Sequence[str]) -> Newest[Entry]:
    """The newest disputes within articles published by then, one of each origin and point.

    They are between the two, or about records of the two that are ``denied``.
    """
    wanted = Filter(kinds=("dispute",), between=(low, high), since=since, until=on)
    found: dict[tuple[str, str], Entry] = {}
    told = {entry.record.id: entry for entry in (*store.ask(wanted, limit=5 * FEW), *store.disputes_about(denied))}
    for entry in sorted(told.values(), key=lambda entry: (entry.day or "", entry.record.id), reverse=True):
        point = entry.record.about if isinstance(entry.record, Dispute) else ""
        if (entry.published or on) <= on:
            found.setdefault((entry.family, point if isinstance(point, str) else point.text), entry)
    every = list(found.values())
    return Newest(tuple(every[:FEW]), len(every))
