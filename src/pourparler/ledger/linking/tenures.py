"""What of a tenure matches another telling of it."""

from __future__ import annotations

from dataclasses import dataclass

from pourparler.ledger.linking.days import Window
from pourparler.ledger.linking.deeds import Deed, deed, when_of
from pourparler.records import Entry, Tenure


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """The fields of a tenure that decide, in forms that compare."""

    person: str
    office: frozenset[str]
    country: str | None
    start: Window | None
    end: Window | None
    when: Window

    @property
    def row(self) -> tuple[object, ...]:
        """What sets two rows on one sentence apart, dates left out."""
        return self.person, self.office, self.country


Office = Deed[Tenure, Traits]


def office_of(entry: Entry, tenure: Tenure) -> Office:
    """The office a tenure tells."""
    traits = Traits(
        person=tenure.person, office=office_words(tenure.office), country=tenure.country,
        start=when_of(tenure.start, entry) if tenure.start else None,
        end=when_of(tenure.end, entry) if tenure.end else None, when=when_of(tenure.start or tenure.end, entry),
    )  # fmt: skip
    return deed(entry, tenure, traits, ())


def office_words(office: str) -> frozenset[str]:
    """The words of an office that tell it from others, one spelling for defence and defense.

    >>> office_words("defense minister") == office_words("minister of defence")
    True
    """
    plain = office.lower().replace("defence", "defense").replace("vice-", "vice ")
    return frozenset(plain.split()) - {"of", "the", "for", "and", "a"}
