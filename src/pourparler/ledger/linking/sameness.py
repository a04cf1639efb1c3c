"""One deed in two records: candidates by block and day, weighed by fields and words, kept where nothing contradicts.

Links are made pair by pair, yet what they hold together must be sound: a vague report that fits two deeds of which one
is not the other is given to neither unless it fits one clearly better, and of a chain of three links whose ends exclude
each other the weakest is dropped. Everything that decides on a link lies within five times `SPAN` of both its days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pourparler.ledger.linking.deeds import Deed
from pourparler.ledger.linking.evidence import Evidence
from pourparler.ledger.linking.rivals import drop_rivals
from pourparler.ledger.linking.words import shared

T = TypeVar("T", bound=Hashable)

#: Days between two records of one deed, counted between the days they are listed under.
SPAN = 25
#: From here two records tell one deed; two of one article must tell it in words so much alike.
ENOUGH, RETOLD = 0.6, 0.4
#: What common words can add, and the same voice.
_WORDS, _VOICE = 0.15, 0.05
#: Links a record keeps to records before it: more say nothing new.
_KEPT = 3

Weigh = Callable[[Any, Any], Evidence]


@dataclass(frozen=True, slots=True)
class Edge:
    """Two records of one deed, the earlier first, by their places in the list."""

    one: int
    other: int
    score: float
    copy: bool = False


@dataclass(slots=True)
class Sameness(Generic[T]):
    """The records of one kind and all that is weighed among them, each pair of equal fields once."""

    deeds: Sequence[Deed[Any, T]]
    block: Callable[[T], Hashable]
    weigh: Weigh
    needs_proof: Callable[[T, T], bool]
    marks: list[int] = field(init=False)
    _traits: list[T] = field(init=False)
    _articles: dict[str, list[int]] = field(init=False)
    _weighed: dict[tuple[int, int], Evidence] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        numbers: dict[T, int] = {}
        self.marks = [numbers.setdefault(deed.traits, len(numbers)) for deed in self.deeds]
        self._traits = list(numbers)
        self._articles = defaultdict(list)
        for k, each in enumerate(self.deeds):
            self._articles[each.entry.article].append(k)

    def evidence(self, one: int, other: int) -> Evidence:
        """What speaks for and against two marks, equal fields, being one deed's."""
        pair = (one, other) if one <= other else (other, one)
        if pair not in self._weighed:
            self._weighed[pair] = self.weigh(self._traits[pair[0]], self._traits[pair[1]])
        return self._weighed[pair]

    def edges(self) -> list[Edge]:
        """All links that stand, before those that say nothing new are left out."""
        found = list(self._candidates())
        return drop_rivals(self, found)

    def excluded(self, one: int, other: int) -> bool:
        """Whether two records of the list cannot be one deed."""
        if self.evidence(self.marks[one], self.marks[other]).against:
            return True
        return self.side_by_side(one, other) and (self.deeds[one].again or self.deeds[other].again)

    def beside(self, one: int) -> list[int]:
        """All records of its article, itself among them."""
        return self._articles[self.deeds[one].entry.article]

    def side_by_side(self, one: int, other: int) -> bool:
        """Whether two records stand in one article."""
        return self.deeds[one].entry.article == self.deeds[other].entry.article

    # --- candidates ----------------------------------------------------------------------------------

    def _candidates(self) -> Iterator[Edge]:
        blocks: dict[Hashable, list[int]] = defaultdict(list)
        for k, each in enumerate(self.deeds):
            blocks[self.block(each.traits)].append(k)
        for members in blocks.values():
            start = 0
            for place, k in enumerate(members):
                while self.deeds[k].day - self.deeds[members[start]].day > SPAN:
                    start += 1
                for j in members[start:place]:
                    if edge := self._edge(j, k):
                        yield edge

    def _edge(self, one: int, other: int) -> Edge | None:
        first, second = self.deeds[one], self.deeds[other]
        found = self.evidence(self.marks[one], self.marks[other])
        if _copies(first, second):
            return Edge(one, other, 1.0, copy=True)
        if found.against or found.points + _WORDS + _VOICE < ENOUGH:
            return None
        alike = shared(first.words, second.words)
        if first.entry.article == second.entry.article and (alike < RETOLD or first.again or second.again):
            return None
        if self.needs_proof(first.traits, second.traits) and alike < RETOLD:
            return None
        score = found.points + _WORDS * min(1.0, 2 * alike) + (_VOICE if first.tellers & second.tellers else 0)
        return Edge(one, other, min(score, 0.99)) if score >= ENOUGH else None

    # --- what is told ---------------------------------------------------------------------------------

    def reasons(self, edge: Edge) -> tuple[str, ...]:
        """Why, in sentences."""
        if edge.copy:
            return ("the same sentence in two copies of one text",)
        first, second = self.deeds[edge.one], self.deeds[edge.other]
        told = list(self.evidence(self.marks[edge.one], self.marks[edge.other]).reasons)
        if common := sorted(first.words & second.words):
            told.append(f"both say: {', '.join(common[:8])}")
        if voices := sorted(first.tellers & second.tellers):
            told.append(f"both on the word of {' and '.join(voices)}")
        return tuple(told)


def thinned(edges: list[Edge]) -> list[Edge]:
    """Each record's best links to records before it; the rest follow from them."""
    behind: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        behind[edge.other].append(edge)
    return [edge for links in behind.values() for edge in sorted(links, key=lambda e: (-e.score, -e.one))[:_KEPT]]


def _copies(one: Deed[Any, Any], other: Deed[Any, Any]) -> bool:
    if one.entry.family != other.entry.family or one.entry.article == other.entry.article:
        return False
    return one.copy_of == other.copy_of and bool(one.traits.row == other.traits.row)
