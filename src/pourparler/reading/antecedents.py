"""Antecedents: whom a pronoun or "the official" stands for, among what was named before it."""

from __future__ import annotations

from collections.abc import Callable

from pourparler.knowledge import Category, Entry, Knowledge
from pourparler.reading.people import Description, People, Person
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

_OF_STATES = (Category.STATE, Category.ADJECTIVE, Category.CAPITAL, Category.METONYM)


class Antecedents:
    """Looks back from a token. ``resolve`` and ``entries`` answer for the tokens before it."""

    def __init__(
        self,
        syntax: Syntax,
        people: People,
        quotes: list[Quote],
        known: Knowledge,
        resolve: Callable[[int], Actor | None],
        entries: Callable[..., tuple[Entry, ...]],
    ) -> None:
        self._syntax, self._people, self._quotes, self._known = syntax, people, quotes, known
        self._resolve, self._entries = resolve, entries

    def last_person(self, i: int) -> Person | None:
        """ "he", "she": the subject of the clauses before, else the only person near; nobody inside a quotation."""
        syntax = self._syntax
        if any(q.start <= syntax.start[i] < q.end for q in self._quotes):
            return None
        here = syntax.sentence_of[i]
        for back in range(3):
            mentions = [k for k in self._people.at if k < i and here - syntax.sentence_of[k] == back]
            subjects = [
                k for k in mentions if syntax.dep[k] in ("nsubj", "nsubj:pass") or syntax.dep[syntax.head[k]] == "nsubj"
            ]
            people = {id(self._people.at[k]): self._people.at[k] for k in subjects or mentions}
            if len(people) == 1:
                return next(iter(people.values()))
            if subjects:
                return self._people.at[max(subjects)]
            pronoun = next(
                (
                    k
                    for k in range(i - 1, -1, -1)
                    if here - syntax.sentence_of[k] == back and syntax.lower[k] in ("he", "she")
                ),
                None,
            )
            if pronoun is not None and not people:
                known = self._resolve(pronoun)
                return next((p for p in self._people.persons if known and p.name == known.person), None)
            if people:
                return None
        return None

    def last_body(self, i: int) -> Actor | None:
        """ "it": the state or body that is subject before it in the sentence, else in the sentence before."""
        syntax = self._syntax
        here = syntax.sentence_of[i]
        for back in (0, 1):
            first, end = syntax.sentences[here - back] if here >= back else (0, 0)
            for k in range(min(i, end) - 1, first - 1, -1):
                if (
                    syntax.dep[k] in ("nsubj", "nsubj:pass", "nmod:poss")
                    and k not in self._people.at
                    and syntax.pos[k] in ("PROPN", "NOUN")
                ):
                    actor = self._resolve(k)
                    if actor is not None and actor.code is not None and actor.person is None:
                        return actor
        return None

    def described_person(self, i: int, phrase: str, d: Description) -> Person | None:
        """ "the spokesperson", "the Chinese official": the last person before, if the words fit."""
        office = self._known.office(phrase)
        for person in self.recent(i, sentences=4):
            p = person.known
            if d.country is not None and p.country != d.country:
                continue
            if (
                office is not None
                and p.office is not None
                and (office.title == p.office or office.title in person.title_words)
            ):
                return person
            if (
                office is None
                and set(p.sectors) & {"GOV", "MIL", "LEG"}
                and set(phrase.lower().split()) & {"official", "diplomat", "politician", "leader"}
            ):
                return person
        return None

    def recent(self, i: int, sentences: int) -> list[Person]:
        """People mentioned before ``i`` within so many sentences, the nearest first."""
        here = self._syntax.sentence_of[i]
        near = [(k, p) for k, p in self._people.at.items() if k < i and here - self._syntax.sentence_of[k] <= sentences]
        out: list[Person] = []
        for _, person in sorted(near, key=lambda pair: -pair[0]):
            if person not in out:
                out.append(person)
        return out

    def countries_before(self, i: int) -> list[str]:
        here = self._syntax.sentence_of[i]
        out: list[str] = []
        for k in range(i - 1, -1, -1):
            if here - self._syntax.sentence_of[k] > 2 and len(out) >= 2:
                break
            for entry in self._entries(k, *_OF_STATES):
                if entry.country and entry.country not in out:
                    out.append(entry.country)
            if here - self._syntax.sentence_of[k] > 5:
                break
        return out
