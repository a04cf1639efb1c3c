"""SAME among tenures: one person in one office, told in several articles."""

from __future__ import annotations

from pourparler.ledger.linking.days import days_apart
from pourparler.ledger.linking.evidence import Evidence
from pourparler.ledger.linking.names import one_person
from pourparler.ledger.linking.sameness import ENOUGH, Rules
from pourparler.ledger.linking.tenures import Traits

#: Days by which two articles can differ on when somebody took or left an office.
_SLACK = 7


def weigh(one: Traits, other: Traits) -> Evidence:
    """What speaks for one tenure in two records."""
    found = Evidence()
    if one.country != other.country or one.office != other.office:
        return found.forbid("another office")
    same = "the same name" if one.person == other.person else one_person(one.person, other.person)
    if not same:
        return found.forbid("one names {}, the other {}", one.person, other.person)
    found.add(0.8 if one.person == other.person else 0.65, "{} and {}: {}", one.person, other.person, same)
    for mine, theirs, what in ((one.start, other.start, "begins"), (one.end, other.end, "ends")):
        if mine and theirs and mine.told and theirs.told:
            if days_apart(mine, theirs) > _SLACK:
                return found.forbid("one {} {}, the other {}", what, mine, theirs)
            found.add(0.1, "both tell when it {}", what)
    return found


RULES: Rules[Traits] = Rules(
    block=lambda traits: (traits.country, traits.office),
    weigh=weigh,
    alone=ENOUGH,
    proven=lambda one, other: True,
    kept=1,
)
