"""BECAUSE_OF: a reason given for a step, and the incident, measure, visit or exercise it names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any

from pourparler.ledger.linking.contacts import Step
from pourparler.ledger.linking.deeds import Deed
from pourparler.ledger.linking.evidence import Evidence
from pourparler.ledger.linking.incidents import Encounter
from pourparler.ledger.linking.measures import Ruling
from pourparler.ledger.linking.tables import rows
from pourparler.ledger.linking.words import words_of
from pourparler.records import Channel, Judgement, MeasureStatus, MeasureType, Reason, ReasonKind, Relation
from pourparler.records.counted import counted
from pourparler.records.judgements import link

#: Days a reason can lie back, and days a report of it can come late.
BACK, LATE = 100, 10
ENOUGH = 0.55

#: The words by which a reason names each kind of encounter.
_NAMED = {row["family"]: words_of([row["words"].replace(";", " ")]) for row in rows("encounters")}
_NOT_IN_FORCE = frozenset({MeasureStatus.LIFTED, MeasureStatus.VIOLATED})
_OF_AN_INCIDENT = frozenset({ReasonKind.INCIDENT, ReasonKind.VISIT, ReasonKind.POLICY, ReasonKind.OTHER})
_PUNISHING = frozenset({MeasureType.SANCTION, MeasureType.BAN})


def find_causes(
    steps: Sequence[Step], encounters: Sequence[Encounter], rulings: Sequence[Ruling]
) -> Iterator[Judgement]:
    """For each reason of a step the one record it names best, where one fits well enough."""
    every: list[Deed[Any, Any]] = [*encounters, *rulings, *(s for s in steps if _can_be_a_cause(s))]
    deeds = sorted(every, key=attrgetter("order"))
    days = [each.day for each in deeds]
    for step in steps:
        if step.record.reasons:
            near = deeds[bisect_left(days, step.day - BACK) : bisect_right(days, step.day + LATE)]
            yield from _causes_of(step, near)


def _can_be_a_cause(step: Step) -> bool:
    return step.traits.channel in (Channel.VISIT, Channel.EXERCISE, Channel.PORT_CALL)


def _causes_of(step: Step, near: Sequence[Deed[Any, Any]]) -> Iterator[Judgement]:
    best: dict[str, tuple[float, Judgement]] = {}
    for reason in step.record.reasons:
        found = [(_fit(step, reason, deed), deed) for deed in near if deed.id != step.id and _of_kind(reason, deed)]
        fitting = [(e, d) for e, d in found if not e.against and round(e.points, 3) >= ENOUGH]
        if not fitting:
            continue
        evidence, deed = min(
            fitting, key=lambda each: (-round(each[0].points, 3), abs(step.day - each[1].day), each[1].id)
        )
        score = round(min(evidence.points, 0.97), 3)
        if score > best.get(deed.id, (0.0,))[0]:
            told = (f'the reason given is "{reason.text}"', *evidence.reasons)
            best[deed.id] = score, link(Relation.BECAUSE_OF, step.id, deed.id, score=score, reasons=told)
    yield from (judgement for _, judgement in best.values())


def _of_kind(reason: Reason, deed: Deed[Any, Any]) -> bool:
    """Whether a reason of its kind can name such a record."""
    kind, record = reason.kind, deed.record.kind
    if record == "incident":
        return deed.traits.reality == "actual" and kind in _OF_AN_INCIDENT
    if record == "measure":
        punishing = deed.traits.type in _PUNISHING
        fits = kind is ReasonKind.SANCTIONS if punishing else kind in (ReasonKind.POLICY, ReasonKind.INCIDENT)
        return fits and deed.traits.status not in _NOT_IN_FORCE
    wanted = ReasonKind.EXERCISE if deed.traits.channel is Channel.EXERCISE else ReasonKind.VISIT
    return kind is wanted and deed.traits.reality in ("actual", "planned")


def _fit(step: Step, reason: Reason, deed: Deed[Any, Any]) -> Evidence:
    found, traits = Evidence(), deed.traits
    same_article = step.entry.article == deed.entry.article
    if same_article and reason.start <= deed.record.anchor.start < reason.end:
        found.add(0.95, "its words stand in the reason")
        return found
    if (
        traits.when.first is not None
        and step.traits.when.last is not None
        and traits.when.first > step.traits.when.last
    ):
        return found.forbid("it came later")
    found.add(0.25 + 0.1 * same_article, "told in one article" if same_article else "")
    if deed.record.kind == "incident" and reason.kind is not ReasonKind.INCIDENT:
        found.add(-0.1)
    gap = step.day - deed.day
    found.add(0.12 * (1 - gap / BACK) if gap >= 0 else 0.0, "{} before" if gap > 0 else "", counted(gap, "day"))
    _weigh_words(found, reason, deed)
    _weigh_doer(found, step, deed)
    return found


def _weigh_words(found: Evidence, reason: Reason, deed: Deed[Any, Any]) -> None:
    told = words_of([reason.text])
    common = sorted(told & deed.words)
    found.add(min(0.3, 0.12 * len(common)), "both say: {}" if common else "", ", ".join(common))
    if deed.record.kind == "incident" and (named := sorted(_names_of(deed) & told)):
        found.add(0.15, "{} is named by: {}", deed.traits.action, ", ".join(named))
    if deed.record.kind == "measure" and deed.traits.type in _PUNISHING:
        demanded = deed.traits.status is MeasureStatus.DEMANDED_LIFTED
        found.add(0.07 if demanded else 0.12, "a {} is named", deed.traits.type)
    if deed.record.kind == "contact":
        found.add(0.1, "a {} is named", deed.traits.channel)


def _names_of(encounter: Encounter) -> frozenset[str]:
    return frozenset().union(*(_NAMED.get(family, frozenset()) for family in encounter.traits.families))


def _weigh_doer(found: Evidence, step: Step, deed: Deed[Any, Any]) -> None:
    """Whoever refuses, refuses for what another did."""
    refuser, doers = step.traits.by, deed.traits.by
    doers = frozenset({doers}) if isinstance(doers, str) else doers
    if refuser and doers:
        other = doers != {refuser}
        found.add(0.08 if other else -0.15, "{} did it, {} gives it" if other else "", doers, refuser)
