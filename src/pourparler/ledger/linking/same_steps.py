"""SAME among contacts: one step, told in several articles."""

from __future__ import annotations

from pourparler.ledger.linking.contacts import Step, Traits, can_be_one, weigh_makeup
from pourparler.ledger.linking.days import days_apart, ordinal
from pourparler.ledger.linking.evidence import Evidence, weigh_days, weigh_due, weigh_places
from pourparler.ledger.linking.sameness import Rules
from pourparler.records import Channel, Level, Status

#: Steps that one article tells by one word and another by its neighbour.
_ONE_STEP = (
    frozenset({Status.SOUGHT, Status.REQUESTED}),
    frozenset({Status.REQUESTED, Status.OFFERED}),
    frozenset({Status.ACCEPTED, Status.SCHEDULED}),
)
_ASKING = frozenset({Status.SOUGHT, Status.REQUESTED, Status.OFFERED})
#: For these it is part of the step who took it.
_OF_ONE_SIDE = frozenset(Status) - {Status.HELD, Status.SCHEDULED, Status.OPEN, Status.ESTABLISHED, Status.RESUMED}
_ONE_WAY = frozenset({Channel.VISIT, Channel.SUMMONS, Channel.MESSAGE, Channel.PORT_CALL})
_AT_A_PLACE = frozenset({Channel.MEETING, Channel.TALKS, Channel.VISIT, Channel.EXERCISE, Channel.PORT_CALL})


def block(traits: Traits) -> tuple[str, str]:
    """Steps of different blocks are never one: the reality, and the status or its neighbours."""
    asking = traits.step in _ASKING
    agreed = traits.step in (Status.ACCEPTED, Status.SCHEDULED)
    return traits.reality, "asking" if asking else "agreed" if agreed else traits.step


def weigh(one: Traits, other: Traits) -> Evidence:
    """What speaks for one step in two records, by their fields alone."""
    found = Evidence()
    if not can_be_one(one, other):
        return found.forbid("by other channels or ranks")
    if (one.channel is Channel.VISIT) is not (other.channel is Channel.VISIT) and {
        one.channel,
        other.channel,
    } <= _AT_A_PLACE:
        return found.forbid("a visit is not the meeting in it")
    if weigh_days(found, one.when, other.when).against:
        return found
    _weigh_step(found, one, other)
    if found.against or _weigh_sides(found, one, other).against or _weigh_counts(found, one, other).against:
        return found
    weigh_due(found, one.due, other.due)
    if found.against or weigh_makeup(found, one, other).against:
        return found
    if one.channel in _AT_A_PLACE and other.channel in _AT_A_PLACE:
        weigh_places(found, one.where, other.where, 0.08)
    return found


def _weigh_step(found: Evidence, one: Traits, other: Traits) -> None:
    if one.reality != other.reality:
        found.forbid("one tells it as {}, the other as {}", one.reality, other.reality)
    elif one.step is other.step:
        found.add(0.0, "both tell a step that was {} ({})", one.step, one.reality)
    elif Channel.VISIT in (one.channel, other.channel) and {one.step, other.step} <= _ASKING:
        found.forbid("to ask for a visit is not to invite")
    elif any({one.step, other.step} <= steps for steps in _ONE_STEP):
        found.add(-0.05, "{} and {} may be one step", one.step, other.step)
    else:
        found.forbid("different steps: {} and {}", one.step, other.step)


def _weigh_sides(found: Evidence, one: Traits, other: Traits) -> Evidence:
    less, more = sorted((one.sides, other.sides), key=len)
    if not less <= more or (len(less) > 1 and less != more):
        return found.forbid("other sides: {} against {}", one.sides, other.sides)
    if one.step in _OF_ONE_SIDE or not _ONE_WAY.isdisjoint((one.channel, other.channel)):
        for role, a, b in (("by", one.by, other.by), ("asked by", one.asker, other.asker)):
            if a and b and a != b:
                return found.forbid("one is {} {}, the other {} {}", role, a, role, b)
    found.add(0.2 if less == more and len(more) > 1 else 0.08, "between {}", more)
    return found


def _weigh_counts(found: Evidence, one: Traits, other: Traits) -> Evidence:
    (low, high), (least, most) = (traits.count or (1, 1) for traits in (one, other))
    if (high is not None and high < least) or (most is not None and most < low):
        return found.forbid("told as {} and as {}", _times(low, high), _times(least, most))
    if one.count and other.count:
        found.add(0.05, "both told as {}", _times(low, high))
    return found


def _times(low: int, high: int | None) -> str:
    return f"{low} times" if low == high else f"{low} or more"


def _proven(one: Traits, other: Traits) -> bool:
    """Two calls on two days are held for one only where a frame, a place or a day to come is told of both."""
    if not days_apart(one.when, other.when):
        return True
    return bool(one.forum and one.forum == other.forum)


def _disputed(one: Step, other: Step) -> bool:
    """Each side has its own day for it, as where they live in different time zones: told on days close together, by
    different words, of one rank and with somebody whom both name."""
    first, second = one.traits, other.traits
    published = [ordinal(step.entry.published) for step in (one, other)]
    near = None not in published and abs((published[0] or 0) - (published[1] or 0)) <= 2
    ranked = first.level is second.level is not Level.UNSPECIFIED
    return near and ranked and one.voices != other.voices and _person_in_common(first, second)


def _person_in_common(one: Traits, other: Traits) -> bool:
    named = dict(other.persons)
    return any(persons & named.get(side, frozenset()) for side, persons in one.persons)


def _retold(one: Step, other: Step) -> bool:
    """A person and the channel that both name, in two sentences."""
    if one.shares_words(other):
        return False
    person = _person_in_common(one.traits, other.traits)
    return person and one.traits.channel is other.traits.channel is not Channel.UNSPECIFIED


RULES: Rules[Traits] = Rules(block=block, weigh=weigh, proven=_proven, disputed=_disputed, retold=_retold)
