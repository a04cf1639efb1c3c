"""One deed in two records: candidates by block and day, weighed by fields and words, kept where nothing contradicts.

Links are made pair by pair, yet what they hold together must be sound: a vague report that fits two deeds of which one
is not the other is given to neither unless it fits one clearly better, and of a chain of three links whose ends exclude
each other the weakest is dropped (`rivals`). Whatever decides on a link lies within seven `SPAN` of both its days.
What tells no more than a month ("in March") is left out of all this and then given to the one deed that it fits best.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any, Generic, Protocol, TypeVar

from pourparler.ledger.linking.days import Window, days_apart, iso
from pourparler.ledger.linking.deeds import Deed
from pourparler.ledger.linking.evidence import Evidence
from pourparler.ledger.linking.rivals import attach, drop_rivals
from pourparler.ledger.linking.words import shared

#: Days between two records of one deed, counted between the days they are listed under; where one tells no more than a
#: month, it is listed under the last of it.
SPAN, MONTH = 17, 31
#: From here two records tell one deed, and from here where nothing told nearby could be meant instead.
ENOUGH, ALONE = 0.6, 0.45
#: In one article, or with days that differ, so much of the words must be shared.
ALIKE = 0.4
#: What common words can add, and the same voice.
_WORDS, _VOICE = 0.15, 0.05
#: Records with equal fields that one is compared with, the latest before it: the rest are linked to these.
_COMPARED = 8
#: A told date of more days than this is loose: "in March".
_LOOSE = 9


class Traits(Protocol):
    """Fields of a record in forms that compare; ``row`` sets rows on one sentence apart, dates left out."""

    @property
    def row(self) -> Hashable: ...
    @property
    def when(self) -> Window: ...


T = TypeVar("T", bound=Traits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules(Generic[T]):
    """What makes two records of a kind one deed.

    ``block``: only records of one block are compared. ``weigh``: what speaks for and against by the fields alone.
    ``proven``: whether the fields prove one deed even on days that differ by one, ``disputed``: whether two records do,
    as each side has its own day. ``retold``: whether two records of one article tell one deed in other words. ``kept``:
    links a record keeps to records before it, as more say nothing. ``alone``: from where links start where nothing else
    can be meant.
    """

    block: Callable[[T], Hashable]
    weigh: Callable[[T, T], Evidence]
    proven: Callable[[T, T], bool]
    disputed: Callable[[Deed[Any, T], Deed[Any, T]], bool] = lambda one, other: False
    retold: Callable[[Deed[Any, T], Deed[Any, T]], bool] = lambda one, other: False
    kept: int = 3
    alone: float = ALONE


@dataclass(frozen=True, slots=True)
class Edge:
    """Two records of one deed, the earlier first, by their places in the list."""

    one: int
    other: int
    score: float
    copy: bool = False


class Sameness(Generic[T]):
    """The records of one kind, in order, and all that is weighed among them, each pair of equal fields once."""

    def __init__(self, deeds: Sequence[Deed[Any, T]], rules: Rules[T]) -> None:
        numbers: dict[T, int] = {}
        self.deeds = deeds
        self.marks = [numbers.setdefault(deed.traits, len(numbers)) for deed in deeds]
        self._traits, self._rules = list(numbers), rules
        self._weighed: dict[tuple[int, int], Evidence] = {}
        self._partners: dict[int, set[int]] = defaultdict(set)
        self._days: dict[int, list[int]] = defaultdict(list)
        self._articles: dict[str, list[int]] = defaultdict(list)
        for k, each in enumerate(deeds):
            self._articles[each.entry.article].append(k)
            self._days[self.marks[k]].append(each.day)
        self._doubts: dict[tuple[int, int], bool] = {}
        self._apart: dict[int, list[int]] = {}
        self._split: dict[frozenset[int], bool] = {}

    @cached_property
    def edges(self) -> list[Edge]:
        """All links that stand."""
        copies = list(self._copies())
        known = {(edge.one, edge.other) for edge in copies}
        found = [edge for edge in self._candidates() if (edge.one, edge.other) not in known]
        firm = [edge for edge in found if edge.score >= ENOUGH or not (self.torn(edge.one) or self.torn(edge.other))]
        return drop_rivals(self, [*copies, *firm]) + [
            edge for edge in attach(self, self._loose_candidates()) if (edge.one, edge.other) not in known
        ]

    def kept(self) -> list[Edge]:
        """Each record's best links to records before it; the rest of ``edges`` follow from them."""
        behind: dict[int, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            behind[edge.other].append(edge)
        return [
            e for links in behind.values() for e in sorted(links, key=lambda e: (-e.score, -e.one))[: self._rules.kept]
        ]

    def evidence(self, one: int, other: int) -> Evidence:
        """What speaks for and against records of two marks, which are equal fields, being one deed's."""
        pair = (one, other) if one <= other else (other, one)
        if pair not in self._weighed:
            self._weighed[pair] = self._rules.weigh(self._traits[pair[0]], self._traits[pair[1]])
        return self._weighed[pair]

    def excluded(self, one: int, other: int) -> bool:
        """Whether two records of the list cannot be one deed."""
        return self.evidence(self.marks[one], self.marks[other]).against or other in self.told_apart(one)

    def doubtful(self, one: int, other: int) -> bool:
        """Whether records of two marks are one deed only if their words prove it."""
        pair = (one, other) if one <= other else (other, one)
        if pair not in self._doubts:
            self._doubts[pair] = not self._rules.proven(self._traits[one], self._traits[other])
        return self._doubts[pair]

    def torn(self, one: int) -> bool:
        """Whether a record is so vague that by its fields it can be either of two deeds nearby that are not one."""
        day, around = self.deeds[one].day, self._partners[self.marks[one]]
        near = frozenset(mark for mark in around if _any_within(self._days[mark], day - SPAN, day + SPAN))
        if near not in self._split:
            self._split[near] = any(self.evidence(a, b).against for a, b in combinations(sorted(near), 2))
        return self._split[near]

    def loose(self, one: int) -> bool:
        """Whether a record's own date leaves it a month or so."""
        return is_loose(self.deeds[one])

    def mates(self, one: int) -> list[int]:
        """The other records of its article."""
        return [k for k in self._articles[self.deeds[one].entry.article] if k != one]

    def told_apart(self, one: int) -> list[int]:
        """The records that its article tells beside it as others: "again", "a second call", a row on the same words."""
        if one not in self._apart:
            self._apart[one] = [k for k in self.mates(one) if self._sets_apart(self.deeds[one], self.deeds[k])]
        return self._apart[one]

    def _sets_apart(self, one: Deed[Any, T], other: Deed[Any, T]) -> bool:
        return one.again or other.again or (one.shares_words(other) and not self._rules.retold(one, other))

    # --- candidates ----------------------------------------------------------------------------------

    def _copies(self) -> Iterator[Edge]:
        """The same sentence in articles of one family: each with the last before it."""
        last: dict[Hashable, int] = {}
        for k, each in enumerate(self.deeds):
            key = (each.copy_of, each.traits.row)
            before = last.get(key)
            if before is not None and each.day - self.deeds[before].day <= SPAN and self._foreign(before, k):
                yield Edge(before, k, 1.0, copy=True)
            last[key] = k

    def _candidates(self) -> Iterator[Edge]:
        """Every record with those before it in its block that fit, for equal fields the latest few."""
        blocks: dict[Hashable, dict[int, deque[int]]] = defaultdict(dict)
        for k, each in enumerate(self.deeds):
            if is_loose(each):
                continue
            recent = blocks[self._rules.block(each.traits)]
            for mark, places in list(recent.items()):
                if each.day - self.deeds[places[-1]].day > SPAN:
                    del recent[mark]
                elif self._can_be(mark, self.marks[k]):
                    self._partners[mark].add(self.marks[k])
                    self._partners[self.marks[k]].add(mark)
                    yield from filter(None, (self._edge(j, k, SPAN) for j in places))
            recent.setdefault(self.marks[k], deque(maxlen=_COMPARED)).append(k)

    def _loose_candidates(self) -> Iterator[Edge]:
        """Every loose record with all that fit in the month it tells and a little after."""
        blocks: dict[Hashable, list[int]] = defaultdict(list)
        for k, each in enumerate(self.deeds):
            blocks[self._rules.block(each.traits)].append(k)
        for members in blocks.values():
            days = [self.deeds[k].day for k in members]
            for k in (k for k in members if is_loose(self.deeds[k])):
                day = self.deeds[k].day
                for j in members[bisect_left(days, day - MONTH) : bisect_right(days, day + MONTH)]:
                    both = is_loose(self.deeds[j])
                    if (j < k or (not both and j > k)) and (edge := self._edge(min(j, k), max(j, k), MONTH)):
                        yield edge

    def _can_be(self, one: int, other: int) -> bool:
        found = self.evidence(one, other)
        return not found.against and round(found.points + _WORDS + _VOICE, 3) >= self._rules.alone

    def _edge(self, one: int, other: int, span: int) -> Edge | None:
        first, second = self.deeds[one], self.deeds[other]
        if second.day - first.day > span or not self._can_be(self.marks[one], self.marks[other]):
            return None
        alike = shared(first.words, second.words)
        together = not self._foreign(one, other)
        if together and (other in self.told_apart(one) or not (alike >= ALIKE or self._rules.retold(first, second))):
            return None
        doubtful = alike < ALIKE and self.doubtful(self.marks[one], self.marks[other])
        if doubtful and not self._rules.disputed(first, second):
            return None
        score = self.evidence(self.marks[one], self.marks[other]).points + _WORDS * min(1.0, 2 * alike)
        score = round(score + (_VOICE if together or first.tellers & second.tellers else 0), 3)
        return Edge(one, other, min(score, 0.99)) if score >= (ENOUGH if together else self._rules.alone) else None

    def _foreign(self, one: int, other: int) -> bool:
        return self.deeds[one].entry.article != self.deeds[other].entry.article

    # --- what is told ---------------------------------------------------------------------------------

    def value(self, edge: Edge) -> dict[str, list[str]] | None:
        """Both dates where the days differ; None where they fit."""
        days = [self.deeds[k].traits.when for k in (edge.one, edge.other)]
        return {"dates": sorted(map(iso, (days[0].last, days[1].last)))} if days_apart(*days) else None

    def reasons(self, edge: Edge) -> tuple[str, ...]:
        """Why, in sentences."""
        if edge.copy:
            return ("the same sentence in two copies of one text",)
        first, second = self.deeds[edge.one], self.deeds[edge.other]
        told = self._rules.weigh(first.traits, second.traits).reasons
        if common := sorted(first.words & second.words):
            told.append(f"both say: {', '.join(common[:8])}")
        if voices := sorted(first.tellers & second.tellers):
            told.append(f"both on the word of {' and '.join(voices)}")
        return tuple(told)


def is_loose(deed: Deed[Any, Any]) -> bool:
    """Whether a record's own date leaves it a month or so: it is given to what others tell more closely."""
    when = deed.traits.when
    return bool(when.told and (when.width is None or when.width > _LOOSE))


def _any_within(days: list[int], first: int, last: int) -> bool:
    place = bisect_left(days, first)
    return place < len(days) and days[place] <= last
