"""What is asked for before there is more contact, and what stands in its way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pourparler.ledger.lines.deeds import Deed
from pourparler.ledger.lines.signs import LIFTS
from pourparler.records import Judgement, MeasureStatus, Relation, Status

_MEETS = LIFTS - {Status.OPEN} | {Status.ACCEPTED}


class Demand(StrEnum):
    """A condition for a contact; the demand that a measure be lifted; a measure that blocks a contact."""

    CONDITION = "condition"
    LIFTING = "lifting"
    BLOCK = "block"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outstanding:
    """What ``side`` asks for or keeps up, on the last day on which ``record`` can have told it.

    ``words`` are the condition's own, else what the record rests on. ``about`` is the measure to be lifted, or the
    contact that is blocked, where one is known.
    """

    demand: Demand
    side: str | None
    day: str
    record: str
    words: str | None = None
    about: str | None = None


def outstanding(deeds: Sequence[Deed], links: Sequence[Judgement]) -> list[Outstanding]:
    """What nothing later has met or lifted, newest first; ``deeds`` come oldest first."""
    met = _Met(deeds)
    found = [*_conditions(deeds, met), *_measures(deeds, links, met)]
    return sorted(found, key=lambda one: (one.day, one.record), reverse=True)


class _Met:
    """When contact was last agreed to or held, by thread and by level and channel."""

    def __init__(self, deeds: Iterable[Deed]) -> None:
        self._last: dict[object, tuple[str, str, str]] = {}
        for deed in deeds:  # oldest first
            if deed.kind == "contact" and deed.type in _MEETS and deed.done and not deed.disputed:
                self._last[deed.thread] = self._last[deed.level, deed.channel] = deed.order

    def tells(self, asked: Deed) -> bool:
        """Whether the contact of a step, or one at its level and over its channel, came about later."""
        places = (asked.thread, (asked.level, asked.channel))
        return any(self._last.get(place, ("", "", "")) > asked.order for place in places)


def _conditions(deeds: Iterable[Deed], met: _Met) -> Iterator[Outstanding]:
    """The conditions of each deed, in the first telling of each side's."""
    for deed in deeds:
        told = [(telling, one) for telling in deed.tellings for one in telling.conditions]
        if told and not met.tells(deed):
            for telling, one in {one.side: (telling, one) for telling, one in reversed(told)}.values():
                yield Outstanding(
                    demand=Demand.CONDITION, side=one.side, day=deed.latest, record=telling.id, words=one.words
                )


def _measures(deeds: Sequence[Deed], links: Iterable[Judgement], met: _Met) -> Iterator[Outstanding]:
    known = {name: deed for deed in deeds for name in deed.records}
    lifted: dict[str, tuple[str, str, str]] = {}
    about: dict[str, str] = {}
    blocked: dict[str, Deed] = {}
    for link in links:
        step, other = known.get(link.subject), known.get(link.object or "")
        if step and link.object and link.relation == Relation.LIFTS:
            if step.mode == MeasureStatus.LIFTED:
                lifted[other.id if other else link.object] = step.order
            else:
                about[step.id] = link.object
        elif step and other and link.relation == Relation.BLOCKS and not met.tells(other):
            blocked[step.id] = max(blocked.get(step.id, other), other, key=lambda deed: deed.order)

    def stands(deed: Deed, measure: str) -> bool:
        return lifted.get(measure, ("", "", "")) < deed.order

    for deed in (deed for deed in deeds if deed.kind == "measure"):
        measure, name = about.get(deed.id), deed.tellings[0].id
        named = known[measure].id if measure in known else measure or deed.id
        if deed.mode == MeasureStatus.DEMANDED_LIFTED and stands(deed, named):
            yield Outstanding(demand=Demand.LIFTING, side=_demanding(deed), day=deed.latest, record=name, about=measure)
        if deed.id in blocked and stands(deed, deed.id):
            contact = blocked[deed.id].tellings[0].id
            yield Outstanding(demand=Demand.BLOCK, side=deed.by, day=deed.latest, record=name, about=contact)


def _demanding(deed: Deed) -> str | None:
    """Who demands that a measure be lifted: not who imposed it, but who is quoted with the demand."""
    sides = (voice.side for telling in deed.tellings for voice in telling.voices)
    return next((side for side in sides if side and side != deed.by), None)
