"""Nominals: whom a common noun stands for, "a Chinese military source", "the ministry", "its ambassador to Sweden"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pourparler.knowledge import Category, Head, Knowledge
from pourparler.reading.antecedents import Antecedents
from pourparler.reading.identities import Identities
from pourparler.reading.names import Names
from pourparler.reading.people import POSTED, Description, People
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

#: What somebody says in writing; its author is the party.
DOCUMENTS = frozenset(
    {"announcement", "communique", "communiqué", "declaration", "note", "readout", "release", "report", "statement"}
)
_ISSUING = frozenset({"issue", "make", "post", "publish", "release"})
_DEFINITE = frozenset({"the", "this", "that"})
_ANONYMOUS = frozenset({"anonymous", "unnamed", "unidentified"})
_OWN = frozenset({"its", "their"})


class Nominals:
    """Resolves common nouns; ``resolve`` answers for the nouns they hang on."""

    def __init__(
        self,
        syntax: Syntax,
        known: Knowledge,
        names: Names,
        people: People,
        before: Antecedents,
        identities: Identities,
        resolve: Callable[[int], Actor | None],
        everyone: Callable[[int], tuple[Actor, ...]],
        home: str | None,
    ) -> None:
        self._syntax, self._known, self._names, self._people = syntax, known, names, people
        self._before, self._identities, self._home = before, identities, home
        self._one, self._all = resolve, everyone

    def actor(self, i: int, first: int, last: int) -> Actor | None:
        """The party that the common noun ``i`` with its phrase stands for; None where no table knows the noun."""
        bare, phrase = self._text(first, i), self._text(first, last)
        head = self._known.head(bare) or self._known.head(phrase)
        person = head is None or head.kind == "person"
        office = (self._known.office(phrase) or self._known.office(bare)) if person else None
        if head is None and office is None:
            authors = self.authors(i)
            return authors[0] if len(authors) == 1 else None
        d = self._described(i, first, last)
        doubtful = d.country is None and self._names.doubtful(first, last)
        country = d.country if d.country or doubtful else self._owner(i)
        definite = self._definite(i)
        if definite and person and not doubtful and country in (None, d.country):
            earlier = self._before.described_person(i, phrase, d)
            if earlier is not None:
                return self._identities.of_person(earlier, first, last, last)
        if definite and country is None and not doubtful:
            if head is not None and head.kind == "body":
                body = self._body_meant(i, head)
                if body is not None:
                    return self._identities.like(body, first, last, "earlier mention")
                country = self._home
            elif self._syntax.lemma[i] == "minister":
                country = self._before.ministry_state(i)
        return self._identities.of_noun(head, d, country, first, last, self._anonymous(head, first, last))

    def posting(self, i: int) -> Actor | None:
        """Where an envoy or embassy is posted: *Sweden* of "Norway's ambassador to Sweden"; None where nothing tells.

        "From" tells it of an envoy whose state is known, beside the noun or the verb: "recalled its envoy from Riga".
        """
        if not self._posted(i):
            return None
        syntax = self._syntax
        of_known = syntax.possessor(i) is not None or self._names.state(max(i - 1, 0)) is not None
        marks = ("to", "in", "at", "from") if of_known else ("to", "in", "at")
        places = syntax.obliques(i, *marks)
        places += [k for owner in syntax.obliques(i, "of", "from") for k in syntax.obliques(owner, "in", "at")]
        if syntax.dep[i] in ("obj", "nsubj:pass"):
            places += syntax.obliques(syntax.head[i], "to", "from", "in")
        for k in places:
            if self._names.entries(k, Category.STATE, Category.CAPITAL, Category.ORGANISATION):
                return self._one(k)
        return None

    # --- whose it is ------------------------------------------------------------------------------

    def _posted(self, i: int) -> bool:
        return self._syntax.lemma[i] in POSTED

    def _described(self, i: int, first: int, last: int) -> Description:
        """What the words of the phrase say; of an envoy without the words that tell the posting."""
        return self._people.describe(first, i if self._posted(i) else last)

    def _owner(self, i: int) -> str | None:
        """The state a phrase belongs to by possession or by what it is in: "its navy", "the navy of Oman"."""
        syntax = self._syntax
        owner = syntax.possessor(i)
        if owner is not None:
            actor = self._one(owner)
            return actor.country if actor else None
        posted = self._posted(i)
        for k in syntax.obliques(i, *(("of", "from") if posted else ("of", "from", "at", "in"))):
            actor = self._one(k)
            if actor is not None and actor.country:
                return actor.country
        seat = i + 2  # "the ministry in Tokyo said": the parse may hang the seat on the verb
        if not posted and seat < syntax.size and syntax.lower[i + 1] == "in":
            capitals = {e.country for e in self._names.entries(seat, Category.CAPITAL)}
            return capitals.pop() if len(capitals) == 1 else None
        return None

    def _body_meant(self, i: int, head: Head) -> Actor | None:
        """ "the ministry": that of a state whose own act it tells, else the last one named before."""
        state = self._acting_state(i)
        if state is None:
            body = self._before.body_named(i, head)
            if body is not None or not head.phrase.endswith(" ministry"):
                return body
            state = self._before.ministry_state(i)
        return self._identities.of_noun(head, Description(), state, i, i) if state is not None else None

    def _acting_state(self, i: int) -> str | None:
        """ "Sudan will recall its envoy, the foreign ministry said": who tells it of its own envoy is that state."""
        syntax = self._syntax
        verb = syntax.head[i]
        if syntax.dep[i] != "nsubj":
            return None
        clauses = syntax.children(verb, "ccomp", "parataxis")
        if syntax.dep[verb] == "parataxis":
            clauses.append(syntax.head[verb])
        for clause in clauses:
            subject, thing = syntax.grammatical_subject(clause), syntax.child(clause, "obj")
            if subject is None or thing is None or not self._posted(thing):
                continue
            owner = syntax.possessor(thing)
            if owner is not None and syntax.lower[owner] in _OWN:
                return self._names.state(subject)
        return None

    # --- documents --------------------------------------------------------------------------------

    def authors(self, i: int) -> list[Actor]:
        """Who speaks by a document: "a statement from the Omani army"; "the statement" has the last one's authors."""
        if self._syntax.lemma[i] not in DOCUMENTS:
            return []
        first, last = self._syntax.phrase(i)
        authors = self._told_authors(i, first)
        if not authors and self._definite(i):
            k = self._before.same_noun(i, DOCUMENTS)
            authors = tuple(self.authors(k)) if k is not None else ()
        return [self._identities.like(a, first, last, "document") for a in authors if a.code is not None]

    def _told_authors(self, i: int, first: int) -> tuple[Actor, ...]:
        syntax = self._syntax
        owner = syntax.possessor(i)
        about = syntax.lemma[i] == "report"  # "a report of the strike", "reports from Oslo"
        owners = [owner] if owner is not None else syntax.obliques(i, *(("by",) if about else ("by", "from", "of")))
        if owners:
            return self._all(owners[0])
        if first < i:
            d, head = self._people.describe(first, i - 1), self._known.head(self._text(first, i - 1))
            if head is not None or d.country is not None or d.organisation is not None:
                d = d if d.sectors or head else replace(d, sectors=("GOV",))
                return (self._identities.of_noun(head, d, d.country, first, i),)
        verb = syntax.head[i]
        said_in = syntax.relation[i] == "obl" and syntax.preposition(i) == "in"
        issued = syntax.dep[i] == "obj" and syntax.lemma[verb] in _ISSUING
        subject = syntax.subject(verb) if said_in or issued else None
        return self._all(subject) if subject is not None else ()

    # --- words ------------------------------------------------------------------------------------

    def _text(self, first: int, last: int) -> str:
        return self._syntax.text[self._syntax.start[first] : self._syntax.end[last]]

    def _definite(self, i: int) -> bool:
        return any(self._syntax.lower[k] in _DEFINITE for k in self._syntax.kids[i])

    def _anonymous(self, head: Head | None, first: int, last: int) -> bool:
        words = set(self._syntax.lower[first : last + 1])
        return head is not None and head.anonymous and (not words & _DEFINITE or bool(words & _ANONYMOUS))
