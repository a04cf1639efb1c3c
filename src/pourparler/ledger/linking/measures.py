"""What of a measure matches another telling of it, the lifting of it, or the contact it blocks."""

from __future__ import annotations

from dataclasses import dataclass

from pourparler.ledger.linking.contacts import Names, businesses_by_side, persons_by_side
from pourparler.ledger.linking.days import Window
from pourparler.ledger.linking.deeds import Deed, deed, sides_of, span_texts, when_of
from pourparler.records import Entry, Measure, MeasureStatus, MeasureType


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """The fields of a measure that decide, in forms that compare."""

    type: MeasureType
    status: MeasureStatus
    by: frozenset[str]
    on: frozenset[str]
    persons: Names
    businesses: Names
    when: Window

    @property
    def row(self) -> tuple[object, ...]:
        """What sets two rows on one sentence apart, dates left out."""
        return self.type, self.status, self.by, self.on, self.persons

    @property
    def sides(self) -> frozenset[str]:
        """All sides of it."""
        return self.by | self.on


Ruling = Deed[Measure, Traits]


def ruling_of(entry: Entry, measure: Measure) -> Ruling:
    """The ruling a measure tells."""
    traits = Traits(
        type=measure.type, status=measure.status, by=sides_of(measure.imposed_by), on=sides_of(measure.on),
        persons=persons_by_side(measure.on), businesses=businesses_by_side(measure.on),
        when=when_of(measure.when, entry),
    )  # fmt: skip
    reason = span_texts([measure.reason]) if measure.reason else ()
    return deed(entry, measure, traits, (*measure.imposed_by, *measure.on), reason)
