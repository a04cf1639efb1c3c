"""LIFTS: the lifting of a measure, or the demand for it. BLOCKS: a measure and the contact it stands in the way of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pourparler.ledger.linking.contacts import Step, weigh_persons
from pourparler.ledger.linking.earlier import best_earlier, nearness
from pourparler.ledger.linking.evidence import Evidence
from pourparler.ledger.linking.measures import Ruling
from pourparler.ledger.linking.same_measures import weigh_parties
from pourparler.ledger.linking.words import shared, words_of
from pourparler.records import Judgement, MeasureStatus, MeasureType, ReasonKind, Relation, Status
from pourparler.records.judgements import link

#: Days a measure can be in force before it is lifted, or before a contact it blocks; days a report can come late.
STANDS, BLOCKED, LATE = 100, 60, 14
ENOUGH = 0.5

_LIFTING = frozenset({MeasureStatus.LIFTED, MeasureStatus.DEMANDED_LIFTED})
_STANDING = frozenset({MeasureStatus.IN_FORCE, MeasureStatus.ANNOUNCED})
#: A measure that somebody wants lifted is in force, too.
_STANDS = _STANDING | {MeasureStatus.DEMANDED_LIFTED}
_PUNISHING = frozenset({MeasureType.SANCTION, MeasureType.BAN})
_NOT_HELD = frozenset({Status.DECLINED, Status.UNANSWERED, Status.CANCELLED, Status.POSTPONED, Status.SUSPENDED})
_PUNISHED = re.compile(r"sanction|\bban\b|\bbans\b|blacklist|embargo|asset freeze|restrict|curb", re.IGNORECASE)


def find_lifting(rulings: Sequence[Ruling]) -> Iterator[Judgement]:
    """A link from each lifting, done or demanded, to the one measure it speaks of."""
    lifting = [ruling for ruling in rulings if ruling.traits.status in _LIFTING]
    standing = [ruling for ruling in rulings if ruling.traits.status in _STANDING]
    for ruling, found in best_earlier(
        lifting, standing, _share_a_side, _fit_lifted, before=STANDS, after=LATE, enough=ENOUGH
    ):
        yield link(
            Relation.LIFTS, ruling.id, found.step.id, score=found.score,
            reasons=(f"it was {ruling.traits.status.replace('_', ' ')}", *found.reasons),
        )  # fmt: skip


def _share_a_side(later: Ruling | Step, earlier: Ruling) -> bool:
    return not later.traits.sides.isdisjoint(earlier.traits.sides)


def _fit_lifted(lifting: Ruling, standing: Ruling) -> Evidence:
    found, types = Evidence(), {lifting.traits.type, standing.traits.type}
    if len(types) > 1 and not types <= _PUNISHING:
        return found.forbid("other kinds of measure")
    found.add(0.35 if len(types) == 1 else 0.3, "a {}", standing.traits.type)
    if weigh_parties(found, lifting.traits, standing.traits).against:
        return found
    weigh_persons(found, lifting.traits, standing.traits, 0.15)
    if not found.against:
        nearness(found, lifting, standing, STANDS)
        found.add(0.05 * (lifting.entry.article == standing.entry.article))
        found.add(0.1 * shared(lifting.words, standing.words))
    return found


def find_blocked(rulings: Sequence[Ruling], steps: Sequence[Step]) -> Iterator[Judgement]:
    """A link from a measure to each contact that is not held because of it: the one measure that fits each best."""
    standing = [r for r in rulings if r.traits.type in _PUNISHING and r.traits.status in _STANDS]
    blocked = [step for step in steps if _is_blocked(step)]
    for step, found in best_earlier(
        blocked, standing, _share_a_side, _fit_blocked, before=BLOCKED, after=LATE, enough=ENOUGH
    ):
        yield link(
            Relation.BLOCKS, found.step.id, step.id, score=found.score,
            reasons=(f"what was {step.traits.step} is tied to it: {_grounds(step)[0]}", *found.reasons),
        )  # fmt: skip


def _is_blocked(step: Step) -> bool:
    unlikely = step.traits.reality in ("possible", "negated") and step.traits.step is not Status.REQUESTED
    return (step.traits.step in _NOT_HELD or unlikely) and bool(_grounds(step))


def _grounds(step: Step) -> list[str]:
    """The reasons and conditions of a step that speak of measures."""
    reasons = [r.text for r in step.record.reasons if r.kind is ReasonKind.SANCTIONS or _PUNISHED.search(r.text)]
    return reasons + [c.text for c in step.record.conditions if _PUNISHED.search(c.text)]


def _fit_blocked(step: Step, ruling: Ruling) -> Evidence:
    found, refuser = Evidence(), step.traits.by
    if ruling.traits.on and not ruling.traits.on & step.traits.sides:
        return found.forbid("it is on somebody else")
    if refuser and ruling.traits.by == {refuser}:
        return found.forbid("{} imposed it", refuser)
    if ruling.traits.by and not ruling.traits.by & step.traits.sides:
        return found.forbid("somebody else imposed it")
    found.add(0.4 if ruling.traits.status in _STANDING else 0.35)
    if ruling.traits.on:
        found.add(0.1, "on {}", ruling.traits.on)
    if ruling.traits.by:
        found.add(0.1, "imposed by {}", ruling.traits.by)
    weigh_persons(found, step.traits, ruling.traits, 0.2)
    if not found.against:
        nearness(found, step, ruling, BLOCKED)
        found.add(0.1 * min(1.0, 2 * shared(words_of(_grounds(step)), ruling.words)))
        if step.entry.article == ruling.entry.article:
            inside = any(r.start <= ruling.record.anchor.start < r.end for r in step.record.reasons)
            found.add(0.3 if inside else 0.05, "its words stand in the reason" if inside else "")
    return found
