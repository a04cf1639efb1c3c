"""Deeds: what all tellings of one step tell of it together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from pourparler.records import Channel, Factuality, Relation
from pourparler.records.coverage import Coverage, Telling

UNTOLD = "unspecified"
#: Told as done: once, still, or by habit.
DONE = frozenset({Factuality.ACTUAL, Factuality.ONGOING, Factuality.HABITUAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One step, incident or measure between two sides, its tellings in the order in which they were published.

    ``earliest`` and ``latest`` are the days left when all tellings are true, and none is later than what follows it;
    where they cannot all be true, the days span them.
    ``published`` is the first publication. ``disputed``: one side tells it and somebody denies it.
    """

    id: str
    kind: str
    type: str
    mode: str | None
    factuality: str
    level: str
    channel: str
    forum: str | None
    earliest: str | None
    latest: str
    due_earliest: str | None
    due_latest: str | None
    published: str
    thread: str
    by: str | None
    initiator: str | None
    disputed: bool
    tellings: tuple[Telling, ...]

    @property
    def done(self) -> bool:
        return self.factuality in DONE

    @property
    def records(self) -> frozenset[str]:
        """The ids of the records that tell it."""
        return frozenset(telling.id for telling in self.tellings)

    @property
    def order(self) -> tuple[str, str, str]:
        """By day; of one day, by when it was first told."""
        return self.latest, self.published, self.id


def gather(coverage: Coverage) -> list[Deed]:
    """The deeds of what was covered, oldest first. Who only carries messages between others has no part in them.

    A step of which no level or channel is told has that of its contact, where the other steps tell only one; a step
    over a hotline, which is one line, that of the hotline.
    """
    deeds, hotline = gather_apart(coverage)
    return sorted((on_hotline(deed, set(hotline)) for deed in deeds), key=lambda deed: deed.order)


def gather_apart(coverage: Coverage) -> tuple[list[Deed], list[str]]:
    """The deeds, before a step over the hotline has its level from others of it, and the levels that these tell.

    What is not linked and not of one thread can be gathered apart: it has nothing but the hotline in common.
    """
    groups: defaultdict[str, list[Telling]] = defaultdict(list)
    names, sides = _names(coverage) if coverage.links else {}, {coverage.low, coverage.high}
    for telling in coverage.tellings:
        if not sides.intersection(telling.mediators):
            groups[names.get(telling.deed, telling.deed)].append(telling)
    known = {telling.id for group in groups.values() for telling in group}
    denied = _contradicted(coverage, known)
    deeds = [_deed(name, group, denied) for name, group in groups.items()]
    deeds = _bounded(deeds, coverage) if coverage.links else deeds
    placed = list(_with_places(deeds)) if len(deeds) > 1 else deeds
    return placed, [deed.level for deed in deeds if deed.channel == Channel.HOTLINE]


def on_hotline(deed: Deed, levels: Set[str]) -> Deed:
    """The deed; if it is a step over a hotline without a level, with that at which the hotline is used."""
    if deed.channel != Channel.HOTLINE or deed.level != UNTOLD:
        return deed
    level = _only(deed.level, levels)
    return deed if level == UNTOLD else replace(deed, level=level)


def _names(coverage: Coverage) -> dict[str, str]:
    """Deeds under one name that are two read-outs of one contact."""
    deeds = {telling.id: telling.deed for telling in coverage.tellings}
    names: dict[str, str] = {}
    for link in coverage.links:
        if link.relation == Relation.READOUT and link.subject in deeds and link.object in deeds:
            one, other = sorted(names.get(deeds[end], deeds[end]) for end in (link.subject, link.object))
            names |= {name: one for name, known in names.items() if known == other} | {other: one}
    return names


def _contradicted(coverage: Coverage, known: set[str]) -> set[str]:
    """The records that other records, known by then, contradict."""
    pairs = [(link.subject, link.object) for link in coverage.links if link.relation == Relation.CONTRADICTS]
    return {end for pair in pairs if known.issuperset(pair) for end in pair if end}


def _told_once(name: str, told: Telling, denied: bool) -> Deed:
    earliest, latest = _span(told)
    return Deed(
        id=name, kind=told.kind, type=told.type, mode=told.mode, factuality=told.factuality, level=told.level,
        channel=told.channel, forum=told.forum, earliest=earliest, latest=latest, due_earliest=told.due_earliest,
        due_latest=told.due_latest, published=told.published or latest, thread=told.thread, by=told.by,
        initiator=told.initiator, disputed=denied or told.disputed, tellings=(told,),
    )  # fmt: skip


def _deed(name: str, group: list[Telling], denied: set[str]) -> Deed:
    if len(group) == 1:
        return _told_once(name, group[0], group[0].id in denied)
    group.sort(key=lambda telling: (telling.published or telling.latest or "", telling.id))
    first, last = group[0], group[-1]
    told = [telling for telling in group if telling.factuality != Factuality.NEGATED] or group
    earliest, latest = _days(group)
    due = next((t for t in reversed(group) if t.due_earliest or t.due_latest), last)
    return Deed(
        id=name, kind=first.kind, type=_most([t.type for t in told]), mode=last.mode, factuality=_fact(told),
        level=_most([t.level for t in group]), channel=_most([t.channel for t in group]),
        forum=next((t.forum for t in group if t.forum), None), earliest=earliest, latest=latest,
        due_earliest=due.due_earliest, due_latest=due.due_latest, published=first.published or latest,
        thread=first.thread, by=next((t.by for t in group if t.by), None),
        initiator=next((t.initiator for t in group if t.initiator), None),
        disputed=len(told) < len(group) or any(t.disputed or t.id in denied for t in group), tellings=tuple(group),
    )  # fmt: skip


def _fact(tellings: Sequence[Telling]) -> str:
    """Done where any telling has it done; else as the last has it."""
    return next((t.factuality for t in tellings if t.factuality in DONE), tellings[-1].factuality)


def _most(told: list[str]) -> str:
    """What is told most, of equals the last told; what says nothing only where nothing else is told."""
    known = [value for value in told if value != UNTOLD] or told
    return max(reversed(known), key=known.count)


def _days(tellings: Sequence[Telling]) -> tuple[str | None, str]:
    """The days on which the deed can have been, by each telling no later than its publication."""
    spans = [_span(telling) for telling in tellings]
    starts = [start for start, _ in spans if start]
    start, end = max(starts, default=None), min(end for _, end in spans)
    if start and start > end:
        return min(starts), max(end for _, end in spans)
    return start, end


def _span(telling: Telling) -> tuple[str | None, str]:
    last, published = telling.latest, telling.published
    end = (min(last, published) if last and published else last or published) or telling.earliest or ""
    return telling.earliest and min(telling.earliest, end), end


def _bounded(deeds: Sequence[Deed], coverage: Coverage) -> list[Deed]:
    """The deeds, none of them later than one that answers or follows it."""
    known = {telling.id: deed for deed in deeds for telling in deed.tellings}
    ends: dict[str, str] = {}
    for link in coverage.links:
        later, earlier = known.get(link.subject), known.get(link.object or "")
        if link.relation in (Relation.ANSWERS, Relation.FOLLOWS) and later and earlier:
            end = min(ends.get(earlier.id, earlier.latest), later.latest)
            if (earlier.earliest or "") <= end < earlier.latest:
                ends[earlier.id] = end
    return [replace(deed, latest=ends[deed.id]) if deed.id in ends else deed for deed in deeds]


def _with_places(deeds: Sequence[Deed]) -> Iterator[Deed]:
    """The deeds, with the level and channel that their contact tells where they do not."""
    levels: defaultdict[str, set[str]] = defaultdict(set)
    channels: defaultdict[str, set[str]] = defaultdict(set)
    for deed in deeds:
        levels[deed.thread].add(deed.level)
        channels[deed.thread].add(deed.channel)
    for deed in deeds:
        level, channel = _only(deed.level, levels[deed.thread]), _only(deed.channel, channels[deed.thread])
        same = (level, channel) == (deed.level, deed.channel)
        yield deed if same else replace(deed, level=level, channel=channel)


def _only(told: str, others: Set[str]) -> str:
    """What is told, else the one thing that the others tell."""
    if told != UNTOLD:
        return told
    known = others - {UNTOLD}
    return next(iter(known)) if len(known) == 1 else told
