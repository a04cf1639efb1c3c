"""Groups: one noun that stands for several parties, "Thai and Lao troops", "the two sides"."""

from __future__ import annotations

from dataclasses import replace

from pourparler.knowledge import Knowledge
from pourparler.reading.antecedents import Antecedents
from pourparler.reading.identities import Identities
from pourparler.reading.names import Names
from pourparler.reading.people import People
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

_SIDES = frozenset(
    {"side", "country", "nation", "state", "government", "party", "neighbour", "neighbor", "power", "capital"}
)
_PLURAL = ("NNS", "NNPS")


class Groups:
    """Tells the members of a group, all on the group's own span; [] where a noun is one party or nobody knows."""

    def __init__(
        self,
        syntax: Syntax,
        known: Knowledge,
        names: Names,
        people: People,
        before: Antecedents,
        identities: Identities,
    ) -> None:
        self._syntax, self._known, self._names = syntax, known, names
        self._people, self._before, self._identities = people, before, identities

    def members(self, i: int) -> list[Actor]:
        """The parties behind the noun ``i``."""
        if self._syntax.pos[i] not in ("NOUN", "PROPN") or i in self._people.at:
            return []
        return self._of_states(i) or self._pair(i)

    def _of_states(self, i: int) -> list[Actor]:
        """ "Thai and Lao officials", "the presidents of Norway and Latvia": one of each state."""
        if i in self._names.at or not self._syntax.kids[i]:
            return []
        first, last = self._syntax.phrase(i)
        joined = self._names.joined(first, i)
        if not joined and self._syntax.tag[i] in _PLURAL:
            owners = [k for k in self._syntax.children(i, "nmod") if self._syntax.preposition(k) in ("of", "from")]
            joined = [run for k in owners for run in self._names.joined(*self._syntax.edges(k))]
        if not joined:
            return []
        text = self._syntax.text[self._syntax.start[first] : self._syntax.end[i]]
        head, d = self._known.head(text), self._people.describe(first, i)
        if head is None and d.office is None:
            return []
        d = replace(d, organisation=None)
        return [self._identities.of_noun(head, replace(d, country=c), c, first, last) for c in joined[0]]

    def _pair(self, i: int) -> list[Actor]:
        """ "the two sides", "both militaries": the two named before, if there are exactly two."""
        if not self._of_two(i):
            return []
        syntax = self._syntax
        first, last = syntax.phrase(i)
        head = self._known.head(syntax.text[syntax.start[first] : syntax.end[last]])
        sides = syntax.lemma[i] in _SIDES
        if self._names_somebody(first, last) or (not sides and (head is None or head.kind == "platform")):
            return []
        if head is not None and head.kind == "person" and not sides:
            people = self._before.last_two_people(i)
            return [self._identities.of_person(p, first, last, last) for p in people]
        sectors = head.sectors if head is not None and head.kind in ("body", "group") and head.sectors else ("GOV",)
        return [
            self._identities.named(
                first,
                last,
                name=state.name,
                country=c,
                sectors=sectors,
                organisation=self._known.organisation(head, c) if head else None,
                resolved_by="the two named before",
            )
            for c in self._before.last_two_states(i)
            if (state := self._known.state(c)) is not None
        ]

    def _of_two(self, i: int) -> bool:
        """ "both sides", "the two sides", "these two sides"; "two sides" may be any."""
        if self._syntax.tag[i] not in _PLURAL:
            return False
        words = {self._syntax.lower[k] for k in self._syntax.kids[i]}
        return "both" in words or ("two" in words and bool(words & {"the", "these", "those"}))

    def _names_somebody(self, first: int, last: int) -> bool:
        return any(k in self._names.at or k in self._people.at for k in range(first, last + 1))
