"""SAME among contacts: one step, told in several articles."""

from __future__ import annotations

from pourparler.ledger.linking.contacts import Traits, weigh_makeup
from pourparler.ledger.linking.days import days_apart
from pourparler.ledger.linking.evidence import Evidence, apart_in_space, weigh_days, weigh_due, weigh_places
from pourparler.records import Channel, Status

#: Steps that one article tells by one word and another by its neighbour.
_ONE_STEP = (
    frozenset({Status.SOUGHT, Status.REQUESTED}),
    frozenset({Status.REQUESTED, Status.OFFERED}),
    frozenset({Status.ACCEPTED, Status.SCHEDULED}),
)
#: For these it is part of the step who took it.
_OF_ONE_SIDE = frozenset(Status) - {Status.HELD, Status.SCHEDULED, Status.OPEN, Status.ESTABLISHED, Status.RESUMED}
_AT_A_PLACE = frozenset({Channel.MEETING, Channel.TALKS, Channel.VISIT, Channel.EXERCISE, Channel.PORT_CALL})


def block(traits: Traits) -> tuple[str, str]:
    """Steps of different blocks are never one: the reality, and the status or its neighbours."""
    asking = traits.step in (Status.SOUGHT, Status.REQUESTED, Status.OFFERED)
    agreed = traits.step in (Status.ACCEPTED, Status.SCHEDULED)
    return traits.reality, "asking" if asking else "agreed" if agreed else traits.step


def weigh(one: Traits, other: Traits) -> Evidence:
    """What speaks for one step in two records, by their fields alone."""
    found = Evidence()
    _weigh_step(found, one, other)
    if found.against or _weigh_sides(found, one, other).against or _weigh_counts(found, one, other).against:
        return found
    weigh_days(found, one.when, other.when)
    if found.against:
        return found
    weigh_due(found, one.due, other.due)
    if found.against or weigh_makeup(found, one, other).against:
        return found
    if one.channel in _AT_A_PLACE and other.channel in _AT_A_PLACE:
        weigh_places(found, one.where, other.where, 0.08)
    elif one.channel is not Channel.PHONE and other.channel is not Channel.PHONE and _far_apart(one, other):
        found.add(-0.1)
    return found


def _far_apart(one: Traits, other: Traits) -> bool:
    return apart_in_space(one.where, other.where)


def _weigh_step(found: Evidence, one: Traits, other: Traits) -> None:
    if one.reality != other.reality:
        found.forbid(f"one tells it as {one.reality}, the other as {other.reality}")
    elif one.step is other.step:
        found.add(
            0.0, f"both tell a step that was {one.step}" + (f" ({one.reality})" if one.reality != "actual" else "")
        )
    elif any({one.step, other.step} <= steps for steps in _ONE_STEP):
        found.add(-0.05, f"{one.step} and {other.step} may be one step")
    else:
        found.forbid(f"different steps: {one.step} and {other.step}")


def _weigh_sides(found: Evidence, one: Traits, other: Traits) -> Evidence:
    less, more = sorted((one.sides, other.sides), key=len)
    if not less <= more or (len(less) > 1 and less != more):
        return found.forbid(f"other sides: {' '.join(sorted(one.sides))} and {' '.join(sorted(other.sides))}")
    if one.step in _OF_ONE_SIDE or Channel.VISIT in (one.channel, other.channel):
        for role, a, b in (("by", one.by, other.by), ("asked by", one.asker, other.asker)):
            if a and b and a != b:
                return found.forbid(f"one is {role} {a}, the other {role} {b}")
    found.add(0.2 if less == more and len(more) > 1 else 0.08, f"between {' and '.join(sorted(more))}")
    return found


def _weigh_counts(found: Evidence, one: Traits, other: Traits) -> Evidence:
    (low, high), (least, most) = (traits.count or (1, 1) for traits in (one, other))
    if (high is not None and high < least) or (most is not None and most < low):
        return found.forbid(f"told as {_times(low, high)} and as {_times(least, most)}")
    if one.count and other.count:
        found.add(0.05, f"both told as {_times(low, high)}")
    return found


def _times(low: int, high: int | None) -> str:
    return f"{low} times" if low == high else f"{low} or more"


def needs_proof(one: Traits, other: Traits) -> bool:
    """Whether days that differ by one ask for words or a frame in common before two calls are held for one."""
    return days_apart(one.when, other.when) == 1
