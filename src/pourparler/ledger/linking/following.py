"""FOLLOWS: a later step of a contact and the step before it; a line that is back and the day it was cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pourparler.ledger.linking.contacts import Step, Traits, can_be_one, weigh_makeup
from pourparler.ledger.linking.days import days_apart
from pourparler.ledger.linking.earlier import best_earlier, nearness
from pourparler.ledger.linking.evidence import Evidence, weigh_due, weigh_words
from pourparler.records import Judgement, Relation, Status
from pourparler.records.judgements import link

#: Days between a step and the one it follows.
WAIT = 75
ENOUGH = 0.5

#: What each step can follow, and how much each is worth as the step before.
_BEFORE = {
    Status.HELD: {
        Status.SCHEDULED: 0.1, Status.POSTPONED: 0.1, Status.ACCEPTED: 0.1, Status.REQUESTED: 0.0, Status.OFFERED: 0.0,
    },
    Status.CANCELLED: {Status.SCHEDULED: 0.1, Status.ACCEPTED: 0.08, Status.POSTPONED: 0.05, Status.OFFERED: 0.0},
    Status.POSTPONED: {Status.SCHEDULED: 0.1, Status.ACCEPTED: 0.08, Status.POSTPONED: 0.0},
    Status.SCHEDULED: {
        Status.SCHEDULED: 0.1, Status.POSTPONED: 0.1, Status.CANCELLED: 0.05, Status.ACCEPTED: 0.08,
        Status.OFFERED: 0.04, Status.REQUESTED: 0.04,
    },
    Status.RESUMED: {Status.SUSPENDED: 0.15},
}  # fmt: skip
_MOVED = re.compile(
    r"reschedul|\bmoved?\b|brought forward|put off|pushed back|new date|instead of|earlier than|later than",
    re.IGNORECASE,
)
_SETTLED = ("planned", "actual")


def find_following(steps: Sequence[Step]) -> Iterator[Judgement]:
    """A link from each step to the one step that it follows best, where one fits well enough."""
    later = [s for s in steps if s.traits.step in _BEFORE and s.traits.reality in ("actual", "negated", "planned")]
    earlier = [s for s in steps if any(s.traits.step in steps for steps in _BEFORE.values())]
    earlier = [s for s in earlier if s.traits.reality in _SETTLED]
    for step, found in best_earlier(later, earlier, _may, _fit, before=WAIT, enough=ENOUGH):
        told = f"{step.traits.step}, it is denied," if step.traits.reality == "negated" else step.traits.step
        yield link(
            Relation.FOLLOWS, step.id, found.step.id, score=found.score,
            reasons=(f"what was {told} follows what was {found.step.traits.step}", *found.reasons),
        )  # fmt: skip


def _may(later: Step, earlier: Step) -> bool:
    return earlier.traits.step in _BEFORE[later.traits.step] and can_be_one(later.traits, earlier.traits)


def _fit(later: Step, earlier: Step) -> Evidence:
    found, one, other = Evidence(), later.traits, earlier.traits
    if one.sides != other.sides:
        return found.forbid("other sides: {} against {}", one.sides, other.sides)
    if one.step is other.step and not _moved(later, earlier):
        return found.forbid("nothing tells that it was moved")
    if one.step is Status.SCHEDULED and other.step in (Status.POSTPONED, Status.CANCELLED) and not _new_day(one, other):
        return found.forbid("the day it is due is the old one")
    found.add(_BEFORE[one.step][other.step] + 0.25, "between {}", one.sides)
    if _weigh_time(found, one, other).against or weigh_makeup(found, one, other).against:
        return found
    nearness(found, later, earlier, WAIT)
    weigh_words(found, later.words, earlier.words, 0.1)
    return found


def _moved(later: Step, earlier: Step) -> bool:
    """Whether a contact that is due one day is told as moved there from another, or put off once more."""
    one, other = later.traits.due, earlier.traits.due
    if one is None or other is None or not days_apart(one, other):
        return False
    again = later.traits.step is Status.POSTPONED
    return again or any(_MOVED.search(span.text) for span in later.record.evidence)


def _new_day(planned: Traits, called_off: Traits) -> bool:
    """Whether a plan can be the new one: no day is told, or one after the old day, or after it was called off."""
    if planned.due is None or planned.due.first is None:
        return True
    if called_off.due is not None and called_off.due.told:
        return bool(days_apart(planned.due, called_off.due))
    return called_off.when.last is None or planned.due.first > called_off.when.last


def _weigh_time(found: Evidence, one: Traits, other: Traits) -> Evidence:
    """What was to happen when, against when it did; only what is put off may have another day."""
    if one.when.last is not None and other.when.first is not None and one.when.last < other.when.first:
        return found.forbid("it came before")
    moved = one.step is Status.SCHEDULED or other.step is Status.POSTPONED
    if one.step is Status.HELD and other.due and other.due.told:
        _weigh_held(found, one, other, moved)
    elif not moved and one.step is not Status.POSTPONED:
        weigh_due(found, one.due, other.due)
    return found


def _weigh_held(found: Evidence, one: Traits, other: Traits, moved: bool) -> None:
    assert other.due
    gap = days_apart(one.when, other.due)
    if gap > 2 and not moved:
        found.forbid("due {}, held {}", other.due, one.when)
    elif not gap and one.when.told:
        found.add(0.2, "due {}, held {}", other.due, one.when)
