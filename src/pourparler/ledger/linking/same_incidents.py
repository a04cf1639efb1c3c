"""SAME among incidents: one encounter, told by one side, the other, or both, in several articles."""

from __future__ import annotations

from pourparler.ledger.linking.days import days_apart
from pourparler.ledger.linking.evidence import Evidence, weigh_days, weigh_places
from pourparler.ledger.linking.incidents import Encounter, Traits, near_families
from pourparler.ledger.linking.sameness import Rules

#: Encounters in which neither side need be told as the one that acted.
_MUTUAL = frozenset({"collide", "clash", "standoff", "encounter", "confront", "return fire"})


#: In a war there are several of these a day; a place or a name must tell which.
_DAILY = frozenset({"shooting", "striking", "launching"})


def weigh(one: Traits, other: Traits) -> Evidence:
    """What speaks for one encounter in two records, by their fields alone."""
    found = Evidence()
    weigh_days(found, one.when, other.when)
    if found.against or _weigh_sides(found, one, other).against or _weigh_action(found, one, other).against:
        return found
    if _weigh_platforms(found, one, other).against:
        return found
    weigh_places(found, one.where, other.where, 0.15)
    if one.families & _DAILY and not _one_name(one, other):
        found.add(-0.3)
    if not (one.when.told or other.when.told) and one.when.last != other.when.last:
        found.add(-0.1)  # patrols and shelling are told day after day
    return found


def _one_name(one: Traits, other: Traits) -> bool:
    return bool(one.where and other.where and one.where.name == other.where.name) or bool(_common_names(one, other))


def _common_names(one: Traits, other: Traits) -> frozenset[str]:
    told = [frozenset().union(*(names for _, names in traits.names)) for traits in (one, other)]
    return frozenset(told[0] & told[1])


def _weigh_sides(found: Evidence, one: Traits, other: Traits) -> Evidence:
    less, more = sorted((one.sides, other.sides), key=len)
    if not less or not less <= more or (len(less) > 1 and less != more):
        return found.forbid("other sides: {} against {}", one.sides, other.sides)
    found.add(0.2 if less == more and len(more) > 1 else 0.12, "both with {}", less)
    return found


def _weigh_action(found: Evidence, one: Traits, other: Traits) -> Evidence:
    """The same deed by the same side, or a move of one side and what the other did about it."""
    acting = bool(one.by & other.by) or not (one.by and other.by)
    if one.action == other.action or one.families & other.families:
        if not acting and not {one.action, other.action} & _MUTUAL:
            return found.forbid("one by {}, the other by {}", one.by, other.by)
        same = one.action == other.action
        found.add(0.15 if same else 0.1, "both: {}" if same else "{} is told as {}", one.action, other.action)
    elif near_families(one.families, other.families):
        found.add(0.02, "{} and {} can be parts of one encounter", one.action, other.action)
    else:
        return found.forbid("different deeds: {} and {}", one.action, other.action)
    return found


def _weigh_platforms(found: Evidence, one: Traits, other: Traits) -> Evidence:
    if both := _common_names(one, other):
        found.add(0.3, "both name {}", [name.title() for name in both])
        return found
    others = dict(other.names)
    for side, names in one.names:
        if side and side in others:
            return found.forbid("of {}, one names {}, the other {}", side, names, others[side])
    if one.media and other.media and not one.media & other.media:
        return found.forbid("one by {}, the other by {}", one.media, other.media)
    if one.types and other.types:
        common = one.types & other.types
        found.add(0.1 if common else -0.05, "both tell of a {}" if common else "", common)
    return _weigh_counts(found, one, other)


def _weigh_counts(found: Evidence, one: Traits, other: Traits) -> Evidence:
    """Eleven aircraft are not three. A single one is told without a number as often as not."""
    for medium in ("air", "sea", "land"):
        less, more = sorted(max((n for kind, n in t.counts if kind == medium), default=0) for t in (one, other))
        if less and more > max(less + 1, 1.2 * less):
            return found.forbid("{} and {} of them", less, more)
        if less == more > 1:
            found.add(0.08, "both count {}", more)
    return found


def _proven(one: Traits, other: Traits) -> bool:
    """A named vessel carries one encounter over two dates, as across time zones."""
    return not days_apart(one.when, other.when) or bool(_common_names(one, other))


def _retold(one: Encounter, other: Encounter) -> bool:
    """A move of one side, and in the same sentence what the other did about it."""
    return (
        one.shares_words(other) and one.traits.by.isdisjoint(other.traits.by) and one.traits.sides == other.traits.sides
    )


RULES: Rules[Traits] = Rules(block=lambda traits: traits.reality, weigh=weigh, proven=_proven, retold=_retold)
