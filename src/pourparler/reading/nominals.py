"""Nominals: whom a common noun stands for, "a Chinese military source", "the ministry", "its ambassador to Sweden"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pourparler.knowledge import Category, Head, Knowledge, Office
from pourparler.reading.antecedents import Antecedents
from pourparler.reading.counterparts import Counterparts
from pourparler.reading.descriptions import POSTED, Description
from pourparler.reading.epithets import Epithets
from pourparler.reading.extents import OCCASIONS
from pourparler.reading.identities import Identities
from pourparler.reading.names import Names
from pourparler.reading.owners import Owners
from pourparler.reading.people import People
from pourparler.reading.syntax import QUOTE_MARKS, Syntax
from pourparler.records import Actor

#: What somebody says in writing; its author is the party.
DOCUMENTS = frozenset(
    {"announcement", "communique", "communiqué", "declaration", "log", "note", "readout", "release", "report"}
    | {"statement"}
)
_ISSUING = frozenset({"issue", "make", "post", "publish", "release"})
_STATE_MEDIA = frozenset(
    {"state media", "state television", "state tv", "state radio", "state broadcaster", "state news agency"}
    | {"state-run media", "state-run tv", "official media", "state-run news agency", "official news agency"}
)
_DEFINITE = frozenset({"the", "this", "that"})
_ANONYMOUS = frozenset({"anonymous", "unnamed", "unidentified"})
#: Ships of anybody, and whose they may be where the state's own are told of.
ANY_SHIP = frozenset({"vessel", "ship"})
_AFLOAT = frozenset({"COP", "MIL"})
#: Levels of which a state has one holder for each office; "minister" alone is any.
_HELD_BY_ONE = frozenset({"head_of_state", "head_of_government", "minister", "chief_of_defence", "ambassador"})
_MANY = frozenset({"minister", "consul", "commissioner", "envoy"})
_OWN = frozenset({"its", "their"})
_NEXT_DOOR = frozenset({"neighbour", "neighbor", "rival", "adversary", "foe", "archrival"})
_NOT_NATIONAL = frozenset({"committee", "commission", "council", "party", "house", "court", "agency", "bureau"})
_OF_A_LEADER = frozenset({"government", "administration", "cabinet", "regime"})
_STATES = frozenset({"country", "nation", "state", "power"})
_OF_A_STATE = frozenset({"government", "administration", "cabinet", "authorities", "ministry", "high command"})


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
        self._counterparts = Counterparts(syntax, known, names, identities, resolve)
        self._epithets = Epithets(syntax, known, names, identities)
        self._owners = Owners(syntax, known, names, resolve)

    def actor(self, i: int, first: int, last: int) -> Actor | None:
        """The party that the common noun ``i`` with its phrase stands for; None where no table knows the noun."""
        if self._syntax.lower[i] in ("captain", "skipper", "crew", "master") and self._is_of_ship(i):
            return self._of_ship(i, first, last)
        if self._counterparts.is_one(i):
            return self._counterparts.actor(i, first, last, self._people.describe(first, i))
        epithet = self._epithets.actor(i, first, last)
        if epithet is not None:
            return epithet
        bare, phrase = self._text(first, i), self._text(first, last)
        head = self._head_in_full(i, first) or self._known.head(bare) or self._known.head(phrase)
        person = head is None or head.kind == "person"
        office = (self._known.office(phrase) or self._known.office(bare)) if person else None
        if head is None and office is None:
            authors = self.authors(i)
            return authors[0] if len(authors) == 1 else None
        d = self._described(i, first, last)
        doubtful = d.country is None and self._names.doubtful(first, last)
        owner = None if d.country or doubtful else self._owners.of(i, head) or self._body_beside(i, head)
        if owner is not None and self._syntax.lemma[i] in _NEXT_DOOR:
            return self._neighbour(owner, i, first, last)
        d = self._of_the_state(_owned(d, head, owner), head)
        named = self._named_body(i, head) if d.organisation is None or i not in self._names.at else None
        d = replace(d, organisation=named or d.organisation)
        country = d.country or (owner.country if owner else None)
        if country is None and head is not None and head.phrase in _STATE_MEDIA:
            country = self._told_to(i)
        if self._definite(i) and not doubtful:
            known = self._told_before(i, head, phrase, d, owner, first, last)
            if known is not None:
                return known
            country = country or (None if owner else self._state_meant(i, head, office))
        anonymous = self._anonymous(head, first, last) and not self._is_the_holder(d, i, first)
        return self._identities.of_noun(head, d, country, first, last, anonymous)

    def _head_in_full(self, i: int, first: int) -> Head | None:
        """ "the *Ministry of Interior*": the body by its whole name, where the name goes on after the noun."""
        entity = self._names.entity_at.get(i)
        if entity is None or entity.label_ != "ORG" or entity.end - 1 <= i or i in self._names.at:
            return None
        head = self._known.head(self._text(first, entity.end - 1))
        return head if head is not None and head.kind == "body" and " " in head.phrase else None

    def _is_the_holder(self, d: Description, i: int, first: int) -> bool:
        """ "Japan's defence minister": who holds an office that one alone holds is known, though not by name."""
        words = set(self._syntax.lower[first:i])
        one = self._syntax.tag[i] in ("NN", "NNP") and not words & ({"a", "an", "another", "one"} | _ANONYMOUS)
        if not one or d.office is None or d.office in _MANY:
            return False
        return d.level in _HELD_BY_ONE or d.office.endswith(" chief")

    def _told_to(self, i: int) -> str | None:
        """ "The minister told state television": officials speak to their own."""
        verb = self._syntax.head[i]
        subject = self._syntax.subject(verb) if self._syntax.relation[i] in ("obj", "iobj", "obl") else None
        speaker = self._one(subject) if subject is not None and subject < i else None
        return speaker.country if speaker is not None else None

    def _of_the_state(self, d: Description, head: Head | None) -> Description:
        """ "Lao vessels", in an article that names the Lao coast guard: the state's, of which arm is open."""
        if head is None or head.phrase not in ANY_SHIP or d.country is None or d.sectors not in ((), head.sectors):
            return d
        fleets = {e.country for _, entries in self._names.at.values() for e in entries if _AFLOAT & set(e.sectors)}
        return replace(d, sectors=("GOV",)) if d.country in fleets else d

    def _is_of_ship(self, i: int) -> bool:
        head = next((self._known.head(self._syntax.lower[k]) for k in self._syntax.obliques(i, "of")), None)
        return head is not None and head.kind == "platform"

    def _of_ship(self, i: int, first: int, last: int) -> Actor | None:
        """ "the captain of a Lao ferry": whoever sails a ship is of its side."""
        ship = self._one(next(iter(self._syntax.obliques(i, "of"))))
        if ship is None or ship.country is None:
            return self._identities.unresolved(first, last)
        return self._identities.named(
            first, last, country=ship.country, sectors=ship.sectors, resolved_by="noun", anonymous=True
        )

    def _body_beside(self, i: int, head: Head | None) -> Actor | None:
        """ "a Foreign Ministry official": the ministry of that name that was told of before."""
        if head is None or head.kind != "person":
            return None
        for k in self._syntax.children(i, "compound"):
            body = self._known.head(self._text(self._names.phrase(k)[0], k))
            if body is not None and body.kind == "body" and body.organisation is not None:
                return self._before.body_named(k, body)
        return None

    def _named_body(self, i: int, head: Head | None) -> str | None:
        """The name that a body no table knows bears: "the *Border Protection Committee*"."""
        entity = self._names.entity_at.get(i)
        if entity is None or head is None or head.kind != "body" or entity.label_ != "ORG":
            return None
        words = [
            k for k in range(entity.start, i + 1) if k not in self._names.at and self._syntax.word[k][:1].isupper()
        ]
        more = len(words) > len(head.phrase.split()) and len(words) == i - words[0] + 1
        named = more if head.organisation is not None else len(words) > 1 and (more or self._syntax.tag[i] == "NNP")
        return self._text(words[0], i) if named else None

    def _own_name(self, i: int, first: int, head: Head) -> str | None:
        """ "the *Sarpsborg* newspaper": the name that stands before the noun, where no table knows it."""
        told = set(head.phrase.split())
        words = [k for k in range(first, i) if self._syntax.pos[k] == "PROPN" and self._syntax.lower[k] not in told]
        named = [k for k in words if self._syntax.word[k][:1].isupper()]
        return self._text(named[0], i - 1) if named else None

    def _neighbour(self, owner: Actor, i: int, first: int, last: int) -> Actor:
        """ "its neighbour": the one other state named before, if there is one."""
        other = self._before.other_state(i, owner.country) if owner.country else None
        state = self._known.state(other) if other else None
        if state is None:
            return self._identities.unresolved(first, last)
        return self._identities.named(
            first, last, name=state.name, country=other, sectors=("GOV",), resolved_by="earlier mention"
        )

    def _told_before(
        self, i: int, head: Head | None, phrase: str, d: Description, owner: Actor | None, first: int, last: int
    ) -> Actor | None:
        """ "the spokesperson", "the ministry": the person or body of these words that was told of before."""
        if head is not None and head.phrase in ANY_SHIP and owner is None and first == i - 1 and d.country is None:
            ship = self._before.ship_named(i)
            return self._identities.like(ship, first, last, "earlier mention") if ship is not None else None
        if head is None or head.kind == "person":
            again = first == i - 2 and self._syntax.lower[i - 1] == "same"  # "the same delegation"
            bare = owner is None and (first == i - 1 or again) and not self._syntax.obliques(i, "of", "from")
            same = self._before.same_person(i) if bare else None
            if same is not None:
                return self._identities.like(same, first, last, "earlier mention")
            one = self._syntax.tag[i] not in ("NNS", "NNPS") and owner is None
            person = self._before.described_person(i, phrase, d) if one else None
            return self._identities.of_person(person, first, last, last) if person is not None else None
        if head.kind != "body" or d.country or owner is not None or self._acting_state(i) or self._seat(i):
            return None
        if self._own_name(i, first, head):
            return None
        body = self._before.body_named(i, head)
        if body is None or body.country == self._acted_on(i):
            return None
        rival = self._home not in (None, body.country) and head.organisation is not None
        if rival and not self._is_topic(body, i):
            return None
        return self._identities.like(body, first, last, "earlier mention")

    def _state_meant(self, i: int, head: Head | None, office: Office | None) -> str | None:
        """Whose "the ministry" or "the president" is, where no body or person before is meant."""
        state = self._acting_state(i) or self._seat(i)
        if state is not None:
            return state
        led, beside = self._syntax.lemma[i] in _OF_A_LEADER, self._syntax.children(i, "compound")
        beside += [k for k in self._syntax.children(i, "amod") if led and self._people.state_led_by(k)]
        named = next((k for k in beside if k in self._people.at or (led and k not in self._names.at)), None)
        if named is not None:  # "the Dahl administration": of whichever state Dahl is
            return self._people.state_led_by(named) if led else None
        if head is not None and head.kind == "body" and head.sectors[:1] == ("JRN",):
            return None
        if head is not None and head.kind == "body":
            state = self._before.ministry_state(i) if head.phrase.endswith(" ministry") else None
            if state is not None and self._home not in (None, state):
                return None  # the one named before, or the dateline's
            if state is None or state == self._acted_on(i):
                meant = _national(head) and not self._foreign_here(i)
                state = (self._names.beset(self._home) or self._home) if meant else None
            return state if state != self._acted_on(i) else None
        if self._syntax.lemma[i] == "minister":
            return self._before.ministry_state(i)
        return None

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
        """What the words of the phrase say; of an envoy without his posting, of "the two" without where they met."""
        if self._posted(i):
            return self._people.describe(first, i)
        syntax = self._syntax
        states = syntax.lemma[i] in _STATES and syntax.tag[i] == "NNS"
        met = states or {"two", "both"} & {syntax.lower[k] for k in syntax.kids[i]}
        apart = (",", "in", "at") if met else (",",)
        ends = (k for k in range(i + 1, last + 1) if syntax.word[k] in apart or self._tells_wish(k))
        return self._people.describe(first, next(ends, last + 1) - 1)

    def _tells_wish(self, k: int) -> bool:
        """ "The chair *at* the instance of Oslo": whose wish it was does not describe the chair."""
        return self._syntax.dep[k] == "case" and self._syntax.lemma[self._syntax.head[k]] in OCCASIONS

    def _is_topic(self, body: Actor, i: int) -> bool:
        """Whether the sentence before is about that body's state: its subject is of it."""
        here = self._syntax.sentence_of[i]
        first, end = self._syntax.sentences[max(here - 1, 0)]
        root = next((k for k in range(first, end) if self._syntax.head[k] == k), first)
        subject = self._syntax.grammatical_subject(root) if here else None
        actor = self._one(subject) if subject is not None and subject < i else None
        return actor is not None and actor.country == body.country

    def _acted_on(self, i: int) -> str | None:
        """The state told of the object: "the ministry summoned India's envoy" is not India's ministry."""
        syntax, verb = self._syntax, self._syntax.head[i]
        thing = syntax.child(verb, "obj", "iobj") if syntax.dep[i] == "nsubj" else None
        if thing is None:
            return None
        first, last = syntax.phrase(thing)
        states = {state for k in range(first, last + 1) if (state := self._names.state(k)) is not None}
        return states.pop() if len(states) == 1 else None

    def _seat(self, i: int) -> str | None:
        """ "In Islamabad, the foreign ministry said": the state of the capital at the head of the sentence."""
        syntax = self._syntax
        first, end = syntax.sentences[syntax.sentence_of[i]]
        first = next((k for k in range(first, end) if syntax.pos[k] not in ("PUNCT", "SPACE")), end)
        if first + 2 >= end or first + 2 > i or syntax.lower[first] not in ("in", "from"):
            return None
        capital = self._names.entries(first + 1, Category.CAPITAL)
        return self._names.state(first + 1) if capital else None

    def _foreign_here(self, i: int) -> bool:
        """Whether another state than the dateline's was named before in the sentence, not as a mere setting."""
        for k in range(self._syntax.sentences[self._syntax.sentence_of[i]][0], i):
            state = self._names.state(k)
            envoy = self._syntax.lemma[self._syntax.head[k]] in POSTED  # whom the ministry receives
            if state not in (None, self._home) and not envoy and not self._names.is_setting(k):
                return self._syntax.relation[self._syntax.head[i]] not in ("root", "parataxis")
        return False

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
        first, last = self._names.phrase(i)
        authors = self._told_authors(i, first)
        named = i + 1 < self._syntax.size and self._syntax.word[i + 1] in QUOTE_MARKS  # 'the report "Heating Up"'
        if not authors and self._definite(i) and not named:
            own = frozenset({self._syntax.lemma[i]})  # "the statement": not the report it denies
            k = self._before.same_noun(i, own)
            k = k if k is not None else self._before.same_noun(i, DOCUMENTS)
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
        for clause in syntax.children(i, "acl"):
            agents = syntax.obliques(clause, "by") if syntax.lemma[clause] in _ISSUING else []
            if agents:
                return self._all(agents[0])
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


def _owned(d: Description, head: Head | None, owner: Actor | None) -> Description:
    """What belongs to an organisation is of it: "its fighters", "an SSPDF soldier", "the Mission's commander"."""
    if owner is not None and owner.person is not None and head is not None and head.phrase == "office":
        return replace(d, sectors=owner.sectors)
    if owner is None or owner.organisation is None or owner.person is not None or d.organisation is not None:
        return d
    if head is not None and head.kind == "person":
        sectors = owner.sectors if not d.sectors or d.sectors == ("GOV",) or owner.country is None else d.sectors
        return replace(d, organisation=owner.organisation, sectors=sectors)
    return replace(d, organisation=owner.organisation, sectors=owner.sectors) if owner.country is None else d


def _national(head: Head) -> bool:
    """Bodies of which a state has one: its army or foreign ministry; councils and missions may be anybody's."""
    if head.phrase.split()[-1] in POSTED | _NOT_NATIONAL:
        return False
    return head.organisation is not None or head.phrase in _OF_A_STATE
