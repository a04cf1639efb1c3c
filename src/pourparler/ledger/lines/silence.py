"""The longest time without a dealing, as far as the two sides were observed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from pourparler.ledger.lines.deeds import Deed
from pourparler.ledger.lines.observing import Observation, days_between
from pourparler.ledger.lines.signs import dealt


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Days without a dealing, all in observed months; ``after`` and ``before`` are the records that bound it, if any.

    None at an end: there the silence meets an unobserved month, the first day looked at, or the day asked about.
    """

    days: int
    first: str
    last: str
    after: str | None
    before: str | None


def longest_silence(deeds: Iterable[Deed], since: str, on: str, observation: Observation) -> Silence | None:
    """The longest observed stretch in which the sides did not deal with each other; None where none is observed.

    ``deeds`` are those of the days from ``since`` on, oldest first. A deed of which only the last possible day is known
    counts on that day.
    """
    ends = [(since, None), *((deed.latest, deed) for deed in deeds if dealt(deed)), (on, None)]
    longest: Silence | None = None
    for (day, one), (until, other) in pairwise(ends):
        if longest and days_between(day, until) < longest.days:
            continue
        for first, last in observation.stretches(day, until):
            if longest is None or days_between(first, last) >= longest.days:
                longest = Silence(
                    days=days_between(first, last), first=first, last=last,
                    after=one.tellings[0].id if one and first == day else None,
                    before=other.tellings[0].id if other and last == until else None,
                )  # fmt: skip
    return longest
