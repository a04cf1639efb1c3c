"""Announced: contacts whose day is yet to come; and overdue, whose day has come, and of which nothing more is told."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from pourparler.ledger.lines.deeds import UNTOLD, Deed
from pourparler.ledger.lines.observing import Observation, day_after, days_between
from pourparler.ledger.lines.signs import told_as_done
from pourparler.records import Factuality, Judgement, Relation, Status
from pourparler.records.coverage import RECENT

_PLANS = frozenset({Status.SCHEDULED, Status.ACCEPTED})
#: What comes of an announcement, be it that it did not take place.
_OUTCOMES = frozenset({Status.HELD, Status.CANCELLED, Status.POSTPONED, Status.DECLINED, Status.RESUMED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """An announced contact, and by how many days it is overdue: None while the range in which it is due still runs.

    ``observed``: whether enough was read since it was due to expect word of it.
    """

    deed: Deed
    days: int | None
    observed: bool


def overdue(deeds: Sequence[Deed], links: Iterable[Judgement], on: str, observation: Observation) -> list[Overdue]:
    """The announced contacts whose day has come and that nobody tells were held, moved or called off, oldest first.

    ``deeds`` come oldest first.
    """
    outcomes = _Outcomes(deeds, links)
    found = []
    for deed in deeds:
        if _is_due(deed, on) and not outcomes.tell(deed):
            end = deed.due_latest
            start = deed.due_earliest or end or on
            passed = days_between(end, on) if end and end < on else None
            observed = observation.days(start, on) * 2 > days_between(start, on)
            found.append(Overdue(deed=deed, days=passed, observed=observed))
    return sorted(found, key=lambda one: (one.deed.due_latest or on, one.deed.order))


def ahead(deeds: Sequence[Deed], links: Iterable[Judgement], on: str) -> list[Deed]:
    """The announced contacts whose first day is yet to come, or has come today, and that nobody tells were moved.

    The soonest come first; ``deeds`` come oldest first.
    """
    outcomes = _Outcomes(deeds, links)
    found = [deed for deed in deeds if _is_announced(deed) and _begins(deed) >= on and not outcomes.tell(deed)]
    return sorted(found, key=lambda deed: (_begins(deed), deed.order))


def without_day(deeds: Sequence[Deed], links: Iterable[Judgement], on: str) -> list[Deed]:
    """The contacts that were agreed to or announced for no day that is told, and of which nothing more is told.

    No longer ago than a step tells how a line stands; oldest first, as ``deeds`` come.
    """
    outcomes = _Outcomes(deeds, links)
    recent = (deed for deed in deeds if days_between(deed.latest, on) < RECENT and not deed.disputed)
    return [deed for deed in recent if _is_announced(deed) and not _begins(deed) and not outcomes.tell(deed)]


class _Outcomes:
    """What came of contacts: the later steps by thread, what links say, and the contacts held, by day."""

    def __init__(self, deeds: Sequence[Deed], links: Iterable[Judgement]) -> None:
        outcomes = [deed for deed in deeds if deed.kind == "contact" and _is_outcome(deed)]
        self._threads: defaultdict[str, list[Deed]] = defaultdict(list)
        for deed in outcomes:
            self._threads[deed.thread].append(deed)
        known = {name for deed in deeds for name in deed.records}
        self._followed = {link.object for link in links if link.relation == Relation.FOLLOWS and link.subject in known}
        self._held = [deed for deed in outcomes if deed.type == Status.HELD and deed.done]
        self._days = [deed.latest for deed in self._held]

    def tell(self, plan: Deed) -> bool:
        """Whether anything is told of what came of a plan, be it only a contact held that fits it."""
        if self._followed & plan.records or any(one.order > plan.order for one in self._threads[plan.thread]):
            return True
        start = _begins(plan) or day_after(plan.latest, 1)
        end = plan.due_latest or "9999"
        return any(
            (held.earliest or held.latest) <= end and _alike(held, plan)
            for held in islice(self._held, bisect_left(self._days, start), None)
        )


def _is_due(deed: Deed, on: str) -> bool:
    """Whether it is announced, and some day on which it may have been due is over."""
    return _is_announced(deed) and "" < _begins(deed) < on


def _is_announced(deed: Deed) -> bool:
    announced = told_as_done(deed) or deed.factuality == Factuality.PLANNED
    planned = deed.type in _PLANS or (deed.factuality == Factuality.PLANNED and deed.type in _OUTCOMES)
    return deed.kind == "contact" and announced and planned


def _begins(deed: Deed) -> str:
    """The first day for which it is announced; none where it is for no day."""
    return deed.due_earliest or deed.due_latest or ""


def _is_outcome(deed: Deed) -> bool:
    """What is told to have come of a contact; that it was not held is told with a negation."""
    return deed.type in _OUTCOMES and (deed.done or (deed.type, deed.factuality) == (Status.HELD, Factuality.NEGATED))


def _alike(one: Deed, other: Deed) -> bool:
    """Whether level and channel are the same, as far as both are told."""
    told = (one.level, other.level), (one.channel, other.channel)
    return all(first == second or UNTOLD in (first, second) for first, second in told)
