"""Holders of offices as texts tell of them, brought together: one person in one office is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from pourparler.ledger.linking.tenures import office_words
from pourparler.records import Judgement, JudgementKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """A holder that a text told of: from and to as it told them, and the record it was learned from.

    ``on`` is the day on which the text was printed, which is one on which a holder named without dates held the office.
    """

    person: str
    office: str
    side: str | None
    start: str | None
    end: str | None
    record: str
    on: str | None = None

    @property
    def first(self) -> str | None:
        """The first day on which the text shows the holder in office, or to come into it."""
        return self.start or self.on or self.end

    @property
    def last(self) -> str | None:
        """The last one."""
        return self.end or max(filter(None, (self.start, self.on)), default=None)


def tellings(judgements: Iterable[Judgement]) -> Iterator[Learned]:
    """Every telling of a holder among the judgements."""
    for one in judgements:
        if one.kind is JudgementKind.HOLDER and isinstance(one.value, dict):
            value = one.value
            yield Learned(
                person=value.get("person") or "", office=value.get("office") or "", side=value.get("country"),
                start=value.get("from"), end=value.get("to"), record=one.subject, on=value.get("on"),
            )  # fmt: skip


def learned_from(judgements: Iterable[Judgement]) -> tuple[Learned, ...]:
    """The holders that judgements tell of, each person in each office of each side once, the last shown first."""

    def place(one: Learned) -> tuple[str, list[str], str]:
        return one.person.casefold(), sorted(office_words(one.office)), one.side or ""

    told = sorted(tellings(judgements), key=place)
    return _newest_first(_as_one(list(group)) for _, group in groupby(told, place))


def held_on(told: Iterable[Learned], on: date) -> tuple[Learned, ...]:
    """Of all tellings of the holders of one office, those who held it on a day, each person once.

    Who is first shown in it later had not come into it. Who is last shown in it earlier had left it where a text says
    so, or where another has come into it since; else nothing is told of the end, and they count. Two whom texts show in
    it at once both do.
    """
    day = on.isoformat()
    people = [list(group) for _, group in groupby(sorted(told, key=_person), _person)]
    begun = [group for group in people if (first := _first(group)) is None or day[: len(first)] >= first]
    return _newest_first(_as_one(group, day) for group in begun if not _is_over(group, begun, day))


def _newest_first(told: Iterable[Learned]) -> tuple[Learned, ...]:
    return tuple(sorted(told, key=lambda one: one.on or "", reverse=True))


def _person(one: Learned) -> str:
    return one.person.casefold()


def _first(group: list[Learned]) -> str | None:
    return min((one.first for one in group if one.first), default=None)


def _is_over(group: list[Learned], begun: list[list[Learned]], day: str) -> bool:
    """Whether somebody had left the office by that day."""
    last = max((one.last for one in group if one.last), default=None)
    if last is None or day[: len(last)] <= last:
        return False
    if any(one.end == last for one in group):
        return True
    return any(first > last for other in begun if other is not group and (first := _first(other)))


def _as_one(group: list[Learned], day: str | None = None) -> Learned:
    """One telling for all: that which tells most, else the last, if it can be before the day; with the days of all."""
    known = [one for one in group if day is None or not one.on or one.on <= day] or group
    best = max(known, key=lambda one: (bool(one.start) + bool(one.end), one.on or "", one.record))
    return replace(
        best, start=min((one.start for one in group if one.start), default=None),
        end=max((one.end for one in group if one.end), default=None),
        on=max((one.on for one in known if one.on), default=None),
    )  # fmt: skip
