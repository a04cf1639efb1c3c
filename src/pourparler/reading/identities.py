"""Identities: the Actor that a table entry, a person or a common noun makes of a run of tokens."""

from __future__ import annotations

from dataclasses import replace

from pourparler.knowledge import Category, Entry, Head, Knowledge
from pourparler.reading.descriptions import Description
from pourparler.reading.people import Person
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

_OF_STATES = (Category.STATE, Category.CAPITAL, Category.ADJECTIVE, Category.DEMONYM)
#: What the words of an office say of the ministry behind it.
_PORTFOLIOS = (("defence", "defence ministry"), ("defense", "defence ministry"), ("foreign", "foreign ministry"))


#: Who is of a ministry by the words of the office.
_OF_MINISTRIES = frozenset(
    {"minister", "ministry", "secretary", "undersecretary", "spokesman", "spokeswoman", "spokesperson"}
    | {"vice-minister", "department"}
)


class Identities:
    """Makes Actors; ``first`` and ``last`` are the tokens the Actor quotes."""

    def __init__(self, syntax: Syntax, known: Knowledge) -> None:
        self._syntax, self._known = syntax, known

    def unresolved(self, first: int, last: int) -> Actor:
        """Somebody the text does not tell."""
        start, end = self._syntax.chars(first, last)
        return Actor(text=self._syntax.text[start:end], start=start, end=end)

    def named(
        self,
        first: int,
        last: int,
        *,
        name: str | None = None,
        organisation: str | None = None,
        country: str | None = None,
        sectors: tuple[str, ...] = (),
        resolved_by: str | None = None,
        person: str | None = None,
        office: str | None = None,
        anonymous: bool = False,
    ) -> Actor:
        """A party of which so much is known."""
        start, end = self._syntax.chars(first, last)
        return Actor(
            text=self._syntax.text[start:end],
            start=start,
            end=end,
            name=name,
            person=person,
            office=office,
            organisation=organisation,
            country=country,
            sectors=sectors,
            code=self._known.code(country, organisation, sectors),
            anonymous=anonymous,
            resolved_by=resolved_by,
        )

    def like(self, other: Actor, first: int, last: int, resolved_by: str) -> Actor:
        """Somebody known, under other words: a pronoun, "the ministry", a document of theirs."""
        start, end = self._syntax.chars(first, last)
        return replace(other, text=self._syntax.text[start:end], start=start, end=end, resolved_by=resolved_by)

    def of_entry(self, entry: Entry, first: int, last: int) -> Actor:
        """The party that a name of the tables stands for."""
        by = "metonym" if entry.category in (Category.CAPITAL, Category.METONYM) else "gazetteer"
        if entry.category in _OF_STATES:
            state = self._known.state(entry.country) if entry.country else None
            name = state.name if state else entry.name
            return self.named(first, last, name=name, country=entry.country, sectors=("GOV",), resolved_by=by)
        sectors = entry.sectors or (("GOV",) if entry.country else ())
        international = entry.category is Category.ORGANISATION and "IGO" in sectors
        return self.named(
            first,
            last,
            name=entry.name,
            organisation=entry.organisation or entry.name,
            country=None if international else entry.country,
            sectors=sectors,
            resolved_by=by,
        )

    def of_person(self, person: Person, first: int, last: int, i: int) -> Actor:
        """A person, quoted as title and name; what follows the name is told in the fields."""
        beside = ((a, b - 1) for a, b in person.mentions if a <= max(i, last) + 4 and i < b and not self._ends(i, a))
        mention = next(beside, (i, last))
        d = person.known
        return self.named(
            min(first, mention[0]),
            max(mention[1], i),
            name=person.name,
            person=person.name,
            office=d.office,
            organisation=d.organisation or self._ministry(d),
            country=d.country,
            sectors=d.sectors,
            resolved_by=d.resolved_by or "name",
        )

    def _ends(self, i: int, end: int) -> bool:
        """Whether a clause ends, or a bracket opens, between a title and what may be its name."""
        between = range(i, end)
        return any(self._syntax.pos[k] in ("VERB", "AUX", "SPACE") or self._syntax.word[k] in ".;:(" for k in between)

    def of_noun(
        self, head: Head | None, d: Description, country: str | None, first: int, last: int, anonymous: bool = False
    ) -> Actor:
        """Whom a common noun describes: a body of a state, an official without a name, a ship."""
        sectors = d.sectors or (head.sectors if head else ())
        organisation = d.organisation or (self._known.organisation(head, country) if head and country else None)
        return self.named(
            first,
            last,
            office=d.office,
            anonymous=anonymous,
            name=organisation if head is not None and head.kind in ("body", "platform", "group") else None,
            organisation=organisation,
            country=country,
            sectors=sectors,
            resolved_by="noun" if country or sectors else None,
        )

    def speaking_for(self, speaker: Actor, first: int, last: int) -> Actor:
        """ "we": the side of the one who speaks, not the speaker."""
        start, end = self._syntax.chars(first, last)
        state = self._known.state(speaker.country) if speaker.country else None
        return replace(
            speaker,
            text=self._syntax.text[start:end],
            start=start,
            end=end,
            name=speaker.organisation or (state.name if state else None),
            person=None,
            office=None,
            anonymous=False,
            resolved_by="speaker",
        )

    def _ministry(self, d: Description) -> str | None:
        """The ministry behind a minister or its spokesman, where office and state are known."""
        if d.office is None or d.country is None:
            return None
        if not _OF_MINISTRIES & set(d.office.split()) or d.sectors == ("ELI",):
            return None  # the chief of the defence staff is not of the ministry
        phrase = next((phrase for word, phrase in _PORTFOLIOS if word in d.office), None)
        head = self._known.head(phrase) if phrase else None
        return self._known.organisation(head, d.country) if head else None
