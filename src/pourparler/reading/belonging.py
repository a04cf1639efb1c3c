"""Belonging: of which state somebody is whose title tells none, "Foreign Minister Ole Berg said".

The article may tell it of the office ("the Omani foreign minister"), or the place it was filed from does, where
nothing speaks against it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from pourparler.reading.descriptions import POSTED
from pourparler.reading.names import Names
from pourparler.reading.syntax import Syntax

if TYPE_CHECKING:
    from pourparler.reading.people import People, Person

#: Levels whose holder, named without a state, is that of the dateline's state; spokesmen and generals may be anybody's.
_OF_THE_STATE = frozenset({"head_of_state", "head_of_government", "minister", "chief_of_defence"})
#: "army spokesman", "deputy foreign minister": told without a state, of the state at home where no other is named.
_STATE_WORDS = frozenset(
    {"army", "navy", "military", "police", "ministry", "government", "presidential", "deputy", "coast", "parliament"}
    | {"border", "forces"}
)
#: "permanent secretary", "district commissioner": what no paper names of another state without saying so.
_DOMESTIC = frozenset({"permanent", "resident", "district", "provincial", "governor"})
#: States that have ministers or heads of ministries called secretaries; elsewhere a secretary is a guest.
_WITH_SECRETARIES = frozenset(
    {"USA", "GBR", "PHL", "MEX", "KEN", "HKG", "VAT", "HND"} | {"IND", "PAK", "BGD", "NPL", "LKA", "MMR", "MYS", "SGP"}
)
_FACING = frozenset({"meet", "phone", "call", "telephone", "receive", "host", "welcome", "visit"})
_TOP_NOUNS = frozenset({"president", "minister", "premier", "chancellor", "king", "emir", "sultan"})


class Belonging:
    """Fills in the states of people; ``filed``: the report has a dateline, a surer sign than the outlet's own state."""

    def __init__(self, syntax: Syntax, names: Names, people: People, home: str | None, filed: bool) -> None:
        self._syntax, self._names, self._people = syntax, names, people
        self._home, self._filed = home, filed

    def settle(self, person: Person) -> None:
        """Gives the person the one state that is left."""
        self._of_the_office(person)
        self._of_the_post(person)
        self._of_the_dateline(person)

    def _of_the_office(self, person: Person) -> None:
        """ "Prime Minister Ole Berg", where the article tells of one state's prime minister: "the Omani premier"."""
        d = person.description
        if d.level not in _OF_THE_STATE or d.office in (None, "minister") or person.known.country is not None:
            return
        states = self._offices_told.get(d.office or "", set())
        if len(states) == 1 and d.resolved_by == "title":
            person.description = replace(d, country=next(iter(states)), resolved_by="title; earlier mention")

    def _of_the_post(self, person: Person) -> None:
        """ "The Omani ambassador *to Latvia* called on Foreign Minister Ole Berg": of the state of the post."""
        if person.description.level not in _OF_THE_STATE or person.known.country is not None:
            return
        syntax = self._syntax
        first, end = syntax.sentences[syntax.sentence_of[person.mentions[0][0]]]
        posts = (k for k in range(first, end - 2) if syntax.lower[k] in POSTED and syntax.lower[k + 1] in ("to", "in"))
        states = {self._names.state(k + 2) for k in posts} - {None}
        if len(states) == 1:
            person.description = replace(person.description, country=next(iter(states)), resolved_by="title; post")

    @cached_property
    def _offices_told(self) -> dict[str, set[str]]:
        """The states of whose president or minister, not named there, the article tells, by office."""
        told: dict[str, set[str]] = {}
        for k, lemma in enumerate(self._syntax.lemma):
            if lemma.lower() not in _TOP_NOUNS or self._syntax.tag[k] in ("NNS", "NNPS") or k in self._people.titled:
                continue
            d = self._people.describe(self._names.phrase(k)[0], k)
            if d.office is not None and d.country is not None:
                told.setdefault(d.office, set()).add(d.country)
        return told

    def _of_the_dateline(self, person: Person) -> None:
        """A minister's title without a state, in a report filed from a capital, is of that state."""
        sectors = person.description.sectors
        office = frozenset((person.description.office or "").split())
        told = person.description.level in _OF_THE_STATE or bool(office & _DOMESTIC)
        told = told or (bool(office & _STATE_WORDS) and not office & POSTED and self._at_home(person))
        told = told and not self._beside_foreigner(person) and (self._filed or self._at_home(person))
        guest = person.description.level in _OF_THE_STATE and "secretary" in office
        told = told and not (guest and self._home not in _WITH_SECRETARIES)
        told = told and not self._is_second(person) and not self._faces_home(person)
        told = told and bool(sectors) and "IGO" not in sectors and person.description.resolved_by != "counterpart"
        if self._home is not None and told and person.known.country is None:
            person.description = replace(person.description, country=self._home, resolved_by="title; dateline")

    def _is_second(self, person: Person) -> bool:
        """Whether somebody else holds that office of the dateline's state: a second foreign minister is a guest."""
        office = person.description.office
        if person.description.level not in _OF_THE_STATE or office == "minister":
            return False
        others = (p for p in self._people.persons if p is not person and p.name != person.name)
        return any(p.description.office == office and p.known.country == self._home for p in others)

    def _faces_home(self, person: Person) -> bool:
        """ "Norway's president met Foreign Minister Ole Berg", in Oslo: whom one's own officials meet is a guest."""
        syntax, (first, end) = self._syntax, person.mentions[0]
        k = next((k for k in range(first, end) if not first <= syntax.head[k] < end), first)
        while syntax.dep[k] == "conj" and syntax.head[k] != k:
            k = syntax.head[k]
        verb = syntax.head[k]
        if syntax.lemma[verb] not in _FACING or syntax.relation[k] not in ("obj", "obl"):
            return False
        subject = syntax.subject(verb)
        host = self._people.at.get(subject) if subject is not None else None
        return host is not None and host is not person and host.known.country == self._home

    def _beside_foreigner(self, person: Person) -> bool:
        """ "Latvia's president Ana Vik and foreign minister Ole Berg": in a list whose first is another state's."""
        first, end = person.mentions[0]
        k = next((k for k in range(first, end) if not first <= self._syntax.head[k] < end), first)
        for _ in range(4):
            if self._syntax.dep[k] not in ("conj", "appos", "nmod"):
                break
            k = self._syntax.head[k]
            other = self._people.at.get(k)
            country = other.known.country if other else self._people.describe(self._names.phrase(k)[0], k).country
            if country not in (None, self._home) and other is not person:
                return True
        return False

    def _at_home(self, person: Person) -> bool:
        """Whether no other state is named where the person is first, in that sentence or the one before."""
        here = self._syntax.sentence_of[person.mentions[0][0]]
        near = range(self._syntax.sentences[max(here - 1, 0)][0], self._syntax.sentences[here][1])
        return {self._names.state(k) for k in near} <= {None, self._home}
