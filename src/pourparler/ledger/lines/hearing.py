"""From day to day: how the deeds of two sides change as more of them becomes known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparler.ledger.lines.deeds import Deed, gather_apart, on_hotline
from pourparler.records import Channel, Judgement, Relation
from pourparler.records.coverage import Chronicle, Coverage, Heard

#: What makes a deed hang on tellings of another.
_TIES = frozenset({Relation.READOUT, Relation.CONTRADICTS, Relation.ANSWERS, Relation.FOLLOWS})


@dataclass(frozen=True, slots=True)
class Change:
    """What became known on a day: deeds that are no longer as they were, and those that are new or otherwise."""

    day: str
    gone: tuple[Deed, ...]
    come: tuple[Deed, ...]


def hear(chronicle: Chronicle) -> Iterator[Change]:
    """The changes, by day; those of the first day are all that was known on it.

    After each change the deeds are those that `gather` makes of what was known on the day. Only what hangs together
    with something new is gathered anew.
    """
    parts = [_Part(chronicle, heard, links) for heard, links in _apart(chronicle)]
    days: defaultdict[str, set[int]] = defaultdict(set)
    for number, part in enumerate(parts):
        for day in part.days:
            days[day].add(number)
    of_hotline = {number for number, part in enumerate(parts) if part.has_hotline}
    hotline: Counter[str] = Counter()
    for day in sorted(days):
        known = +hotline
        for number in days[day]:
            hotline.subtract(parts[number].levels)
            parts[number].gather(day)
            hotline.update(parts[number].levels)
        levels = frozenset(+hotline)
        anew = days[day] if levels == frozenset(known) else days[day] | of_hotline
        changes = [parts[number].place(levels) for number in sorted(anew)]
        yield Change(
            day,
            tuple(deed for gone, _ in changes for deed in gone),
            tuple(deed for _, come in changes for deed in come),
        )


class _Part:
    """Tellings that hang together, the deeds they make by now, and the levels these tell of the hotline."""

    def __init__(self, chronicle: Chronicle, heard: Sequence[Heard], links: Sequence[Judgement]) -> None:
        self._chronicle, self._heard, self._links = chronicle, heard, tuple(links)
        self._deeds: list[Deed] = []
        self._placed: dict[str, Deed] = {}
        self.levels: list[str] = []
        self.has_hotline = any(one.telling.channel == Channel.HOTLINE for one in heard)

    @property
    def days(self) -> set[str]:
        """The days on which something of it changes; what was known before the first day changes on that."""
        first = self._chronicle.first
        ends = {one.until for one in self._heard if one.until and one.until > first}
        return {max(one.since, first) for one in self._heard} | ends

    def gather(self, day: str) -> None:
        """Makes the deeds of what is known on a day."""
        told = tuple(one.telling for one in self._heard if one.since <= day and (one.until is None or day < one.until))
        of, links = self._chronicle, self._links
        coverage = Coverage(low=of.low, high=of.high, on=day, since=of.start, tellings=told, links=links)
        self._deeds, self.levels = gather_apart(coverage)

    def place(self, levels: frozenset[str]) -> tuple[list[Deed], list[Deed]]:
        """What is gone and what has come, once the levels of the hotline are known."""
        before, placed = self._placed, (on_hotline(deed, levels) for deed in self._deeds)
        self._placed = now = {deed.id: deed for deed in placed}
        gone = [deed for name, deed in before.items() if deed != now.get(name)]
        return gone, [deed for name, deed in now.items() if deed != before.get(name)]


def _apart(chronicle: Chronicle) -> Iterator[tuple[list[Heard], list[Judgement]]]:
    """The tellings that hang together by deed, contact or link, with the links among them, oldest first."""
    ids = {one.telling.id for one in chronicle.heard}
    ties = [
        link
        for link in chronicle.links
        if link.relation in _TIES and link.object and ids >= {link.subject, link.object}
    ]
    groups = _Groups()
    for one in chronicle.heard:
        groups.join(one.telling.id, one.telling.deed)  # both are named by the smallest id in them
        groups.join(one.telling.id, one.telling.thread)
    for link in ties:
        groups.join(link.subject, link.object or "")
    heard: defaultdict[str, list[Heard]] = defaultdict(list)
    for one in chronicle.heard:
        heard[groups.find(one.telling.id)].append(one)
    links: defaultdict[str, list[Judgement]] = defaultdict(list)
    for link in ties:
        links[groups.find(link.subject)].append(link)
    return ((told, links[name]) for name, told in heard.items())


class _Groups:
    """Names that hang together: each points to another of its group, one to itself."""

    def __init__(self) -> None:
        self._next: dict[str, str] = {}

    def find(self, name: str) -> str:
        """The name that its group goes by."""
        last = name
        while (following := self._next.setdefault(last, last)) != last:
            last = following
        while name != last:  # from now on all on the way point there at once
            self._next[name], name = last, self._next[name]
        return last

    def join(self, one: str, other: str) -> None:
        """Puts two names into one group."""
        if one != other:
            self._next[self.find(one)] = self.find(other)
