"""SAME among measures: one sanction, ban, expulsion or agreement at one stage, told in several articles."""

from __future__ import annotations

from pourparler.ledger.linking.contacts import weigh_businesses, weigh_persons
from pourparler.ledger.linking.days import days_apart
from pourparler.ledger.linking.evidence import Evidence, weigh_days
from pourparler.ledger.linking.measures import Traits
from pourparler.ledger.linking.sameness import ENOUGH, Rules
from pourparler.records import MeasureStatus


def weigh(one: Traits, other: Traits) -> Evidence:
    """What speaks for one measure in two records, by their fields alone."""
    found = Evidence()
    if one.type is not other.type or one.status is not other.status:
        return found.forbid("{} {} and {} {}", one.type, one.status, other.type, other.status)
    found.add(0.1, "both tell of a {} {}", one.type, one.status.replace("_", " "))
    _weigh_time(found, one, other)
    if found.against or weigh_parties(found, one, other).against:
        return found
    weigh_persons(found, one, other, 0.15)
    return found


def weigh_parties(found: Evidence, one: Traits, other: Traits) -> Evidence:
    """Who imposed it and on whom; what is not told fits, for nothing."""
    for what, mine, theirs in (("imposed by", one.by, other.by), ("on", one.on, other.on)):
        if mine and theirs and not mine & theirs:
            return found.forbid("{} {} and {}", what, mine, theirs)
        if mine and theirs:
            found.add(0.13, "both {} {}", what, mine & theirs)
    if not one.sides & other.sides:
        return found.forbid("no side in common")
    return weigh_businesses(found, one, other)


def _weigh_time(found: Evidence, one: Traits, other: Traits) -> None:
    standing = one.status is MeasureStatus.IN_FORCE and not (one.when.told and other.when.told)
    if standing and not days_apart(one.when, other.when):
        found.add(0.15, "both tell it as in force")
    else:
        weigh_days(found, one.when, other.when)


#: One state has many sanctions on another: that nothing else was told of is no proof.
RULES: Rules[Traits] = Rules(
    alone=ENOUGH,
    block=lambda traits: (traits.type, traits.status),
    weigh=weigh,
    proven=lambda one, other: not days_apart(one.when, other.when),
)
