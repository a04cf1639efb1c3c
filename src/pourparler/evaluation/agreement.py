"""Whether two values of a field say the same: one comparison for each type of value.

A comparison counts (in gold, as read, right), so that precision and recall come from the same three numbers; where
both values are empty it counts nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, Protocol

from pourparler.records.choices import How
from pourparler.records.kinds import Reason
from pourparler.records.parts import Actor, Count, Date, Place

#: Words agree where what they share is so much of both together (Dice).
_ALIKE = 0.6


class Tally(NamedTuple):
    """How many values gold holds, how many were read, how many of these are right."""

    gold: int = 0
    read: int = 0
    right: int = 0

    def plus(self, other: Tally) -> Tally:
        return Tally(self.gold + other.gold, self.read + other.read, self.right + other.right)

    @property
    def precision(self) -> float:
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        >>> Tally(4, 2, 1).f1
        0.3333333333333333
        """
        return 2 * self.right / (self.gold + self.read) if self.gold + self.read else 0.0


class Stretch(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Comparison = Callable[[Any, Any], Tally]


def single(same: Callable[[Any, Any], bool]) -> Comparison:
    """The comparison of a field that holds one value or None."""

    def compare(gold: Any, read: Any) -> Tally:
        both = gold is not None and read is not None
        return Tally(gold is not None, read is not None, both and same(gold, read))

    return compare


def several(same: Callable[[Any, Any], bool]) -> Comparison:
    """The comparison of a field that holds many values: each gold value is met by one read value at most."""

    def compare(gold: Sequence[Any], read: Sequence[Any]) -> Tally:
        left = list(read)
        for wanted in gold:
            met = next((value for value in left if same(wanted, value)), None)
            if met is not None:
                left.remove(met)
        return Tally(len(gold), len(read), len(read) - len(left))

    return compare


def dates(gold: Date | None, read: Date | None) -> Tally:
    """Dates by their days; that an undated deed was done by the day of publication says nothing that gold must."""
    if gold is None and read is not None and read.how is How.PUBLICATION:
        return Tally()
    return single(same_day)(gold, read)


def words_alike(gold: Iterable[Stretch], read: Iterable[Stretch]) -> Tally:
    """Spans taken together: right where the characters of both sides are mostly the same."""
    wanted = {i for span in gold for i in range(span.start, span.end)}
    got = {i for span in read for i in range(span.start, span.end)}
    return Tally(bool(wanted), bool(got), bool(wanted) and 2 * len(wanted & got) >= _ALIKE * (len(wanted) + len(got)))


def same_actor(gold: Actor, read: Actor) -> bool:
    """The same person where both are told; else the same country or organisation acting in the same sector."""
    if gold.person and read.person:
        return surname(gold.person) == surname(read.person)
    if not gold.code and not read.code:
        return overlap(gold, read)
    return (
        gold.country == read.country
        and _sector(gold) == _sector(read)
        and (bool(gold.country) or _organised(gold, read))
    )


def same_side(gold: Actor, read: Actor) -> bool:
    """The same state or organisation, whoever acts for it."""
    if gold.country or read.country:
        return gold.country == read.country
    return same_actor(gold, read)


def same_day(gold: Date, read: Date) -> bool:
    """The same first and last day, whatever the clock says."""
    return (_day(gold.earliest), _day(gold.latest)) == (_day(read.earliest), _day(read.latest))


def same_number(gold: Count, read: Count) -> bool:
    return (gold.min, gold.max) == (read.min, read.max)


def same_place(gold: Place, read: Place) -> bool:
    return overlap(gold, read)


def same_reason(gold: Reason, read: Reason) -> bool:
    return gold.kind == read.kind and overlap(gold, read)


def same_name(gold: str, read: str) -> bool:
    """Names that share a telling word: "two coast guards' hotline" and "coast guard hotline"."""
    return bool(_telling(gold) & _telling(read))


def overlap(gold: Stretch, read: Stretch) -> bool:
    return gold.start < read.end and read.start < gold.end


def equal(gold: Any, read: Any) -> bool:
    return bool(gold == read)


def surname(person: str) -> str:
    """The last of a person's names, by which two mentions are compared."""
    return person.split()[-1].lower()


def _sector(actor: Actor) -> str | None:
    return actor.sectors[0] if actor.sectors else None


def _organised(gold: Actor, read: Actor) -> bool:
    """Organisations by their code, or else by their names."""
    return gold.code == read.code or same_name(gold.name or gold.text, read.name or read.text)


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else None


def _telling(name: str) -> set[str]:
    return {word.strip(".,'’").lower().removesuffix("s") for word in name.split() if len(word) > 3}
