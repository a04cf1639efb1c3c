"""Antecedents: whom a pronoun or "the official" stands for, among what was named before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pourparler.knowledge import Category, Head, Knowledge
from pourparler.reading.names import Names
from pourparler.reading.people import Description, People, Person
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

_OF_STATES = (Category.STATE, Category.ADJECTIVE, Category.CAPITAL, Category.METONYM)
_PROMINENT = frozenset({"nsubj", "nsubj:pass", "nmod:poss"})
_OBJECTS = frozenset({"obj", "iobj", "obl"})
_MIDDLE = frozenset({"obl", "nmod"})


class Antecedents:
    """Looks back from a token. ``resolve`` answers for the tokens before it."""

    def __init__(
        self,
        syntax: Syntax,
        people: People,
        quotes: list[Quote],
        known: Knowledge,
        names: Names,
        resolve: Callable[[int], Actor | None],
    ) -> None:
        self._syntax, self._people, self._quotes, self._known = syntax, people, quotes, known
        self._names, self._resolve = names, resolve

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
        """ "it": the state or body that is subject before it in the sentence, else in the sentence before.

        An object is not its own subject, but may be what the clause before is about: "blamed Riga and accused it".
        """
        syntax = self._syntax
        here = syntax.sentence_of[i]
        subject = self._own_subject(i)
        first = syntax.sentences[here][0]
        if subject is not None:
            for relations in (_PROMINENT | {"obj", "iobj"}, _MIDDLE):
                others = [a for a in self._bodies(range(first, i), relations) if not _same(a, subject)]
                if others:
                    return others[0] if all(_same(a, others[0]) for a in others) else None
        earlier = range(*syntax.sentences[here - 1]) if here else range(0)
        for span in (range(first, i), earlier):
            near = self._bodies(span, _PROMINENT)
            last = next((a for a in near if subject is None or not _same(a, subject)), None)
            if last is not None:
                return last
        return None

    def _bodies(self, span: range, relations: frozenset[str]) -> Iterator[Actor]:
        """States and bodies named in these relations, the nearest first; "it" is no person: not the object "envoy"."""
        syntax = self._syntax
        for k in reversed(span):
            if syntax.dep[k] not in relations or k in self._people.at or syntax.pos[k] not in ("PROPN", "NOUN"):
                continue
            actor = self._resolve(k)
            if actor is None or actor.code is None or actor.person is not None:
                continue
            if syntax.dep[k] in _PROMINENT or not self._is_person(k):
                yield actor

    def _is_person(self, k: int) -> bool:
        head = self._known.head(self._syntax.lemma[k])
        return head is not None and head.kind == "person"

    def _own_subject(self, i: int) -> Actor | None:
        """Who acts on the pronoun ``i``, if it is an object."""
        if self._syntax.relation[i] not in _OBJECTS:
            return None
        subject = self._syntax.subject(self._syntax.head[i])
        return self._resolve(subject) if subject is not None and subject != i else None

    def body_named(self, i: int, head: Head) -> Actor | None:
        """ "the ministry": the last body before it whose name holds that word; "the defence ministry" is one itself."""
        word = head.phrase.split()[-1]
        for k in range(i - 1, -1, -1):
            if self._syntax.lemma[k] == word:
                actor = self._resolve(k)
                if actor is not None and actor.organisation and actor.country and self._may_be(actor, head):
                    return actor
            if k in self._names.at and self._is_body(k, word, head):
                return self._resolve(k)
        return None

    def _is_body(self, k: int, word: str, head: Head) -> bool:
        """Whether a body of the tables, named at ``k``, may be called by that head's last word."""
        entry = self._names.only(k) if self._names.entries(k, Category.BODY) else None
        if entry is None:
            return False
        return word in entry.name.lower() and set(head.sectors) <= set(entry.sectors)

    def _may_be(self, actor: Actor, head: Head) -> bool:
        own = self._known.organisation(head, actor.country) if actor.country else None
        return own is None or own == actor.organisation

    def ministry_state(self, i: int) -> str | None:
        """ "the minister": the state of the ministries named shortly before, if they are of one."""
        here = self._syntax.sentence_of[i]
        near = range(self._syntax.sentences[max(here - 4, 0)][0], i)
        ministries = (self._resolve(k) for k in near if self._syntax.lemma[k] == "ministry")
        states = {actor.country for actor in ministries if actor is not None and actor.country}
        return states.pop() if len(states) == 1 else None

    def same_noun(self, i: int, lemmas: frozenset[str]) -> int | None:
        """The nearest of these nouns before ``i``, within four sentences."""
        here = self._syntax.sentence_of[i]
        near = range(i - 1, self._syntax.sentences[max(here - 4, 0)][0] - 1, -1)
        return next((k for k in near if self._syntax.lemma[k] in lemmas), None)

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

    def last_two_people(self, i: int) -> list[Person]:
        """The last two people before ``i`` in reading order; [] where a third is named beside them."""
        near = self.recent(i, sentences=2)
        if len(near) < 2:
            return []
        sentence = {id(p): max(self._syntax.sentence_of[a] for a, _ in p.mentions if a < i) for p in near[:3]}
        crowded = len(near) > 2 and sentence[id(near[2])] == sentence[id(near[1])]
        return [] if crowded else [near[1], near[0]]

    def last_two_states(self, i: int) -> list[str]:
        """The two states named before ``i``; of more than two, the pair that "and" joined last."""
        near = self._states_before(i)
        if len(near) <= 2:
            return near if len(near) == 2 else []
        here = self._syntax.sentence_of[i]
        for back in range(min(here, 2) + 1):
            first, end = self._syntax.sentences[here - back]
            joined = self._names.joined(first, min(end, i) - 1)
            if joined:
                return list(joined[-1]) if len(joined[-1]) == 2 else []
        return []

    def _states_before(self, i: int) -> list[str]:
        here = self._syntax.sentence_of[i]
        out: list[str] = []
        for k in range(i - 1, -1, -1):
            if here - self._syntax.sentence_of[k] > 2 and len(out) >= 2:
                break
            for entry in self._names.entries(k, *_OF_STATES):
                if entry.country and entry.country not in out:
                    out.append(entry.country)
            if here - self._syntax.sentence_of[k] > 5:
                break
        return out


def _same(one: Actor, other: Actor) -> bool:
    return (one.country or one.code) == (other.country or other.code)
