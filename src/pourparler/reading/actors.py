"""Actors: who a noun phrase refers to, resolved only when one candidate is left.

Names come from the tables, people from titles and appositions of the article itself, pronouns and "the ministry" from
what was read before them. Everything is resolved on demand: most nouns of an article are nobody.
"""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc

from pourparler.knowledge import Category, Entry, Head, Knowledge
from pourparler.reading.annotations import note
from pourparler.reading.antecedents import Antecedents
from pourparler.reading.people import Description, People, Person, describe
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Article

#: Categories that can act, in the order in which an ambiguous name is read.
_ACTING = (
    Category.BODY,
    Category.ORGANISATION,
    Category.METONYM,
    Category.OUTLET,
    Category.STATE,
    Category.CAPITAL,
    Category.DEMONYM,
    Category.ADJECTIVE,
)
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})
_NEUTRAL = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "them", "their"})
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "IGO", "REB", "SPY", "COP", "PRM", "PRE", "JUD", "OPP", "IMG", "UAF"})


def official(actor: Actor | None) -> bool:
    """Whether the actor is a state, a body of one, an intergovernmental body or an armed group."""
    return actor is not None and actor.code is not None and bool(_OFFICIAL & set(actor.sectors))


def side(actor: Actor) -> str | None:
    """What makes two actors the same side: the state, else the organisation."""
    return actor.country or (actor.code or actor.organisation)


class Actors:
    """Resolves the actors of one Doc; answers are remembered by head token."""

    def __init__(self, doc: Doc, syntax: Syntax, known: Knowledge) -> None:
        article: Article = doc._.article
        self._syntax, self.known = syntax, known
        self._home = known.country_of(_plain(article.dateline)) if article.dateline else None
        self.people = People(doc, syntax, known, _day(article), self._home)
        self.entity_at = {k: e for e in doc.ents for k in range(e.start, e.end)}
        self.names: dict[int, tuple[tuple[int, int], tuple[Entry, ...]]] = {}
        self.forums: set[int] = set()
        starts = {s: i for i, s in enumerate(syntax.start)}
        for found in known.find(syntax.text):
            first = starts.get(found.start)
            if first is None:
                continue
            last = first
            while last + 1 < syntax.size and syntax.start[last + 1] < found.end:
                last += 1
            for k in range(first, last + 1):
                self.names[k] = ((first, last), found.entries)
            if any(e.category is Category.FORUM for e in found.entries):
                self.forums.update(range(first, last + 1))
        self._known: dict[int, Actor | None] = {}
        self._before = Antecedents(syntax, self.people, doc._.quotes, known, self.one, self.entries)

    # --- questions --------------------------------------------------------------------------------

    def one(self, i: int | None) -> Actor | None:
        """The actor that the noun phrase headed by ``i`` names; unresolved parts are None, pronouns of nobody too."""
        if i is None:
            return None
        if i not in self._known:
            self._known[i] = None  # a chain of pronouns may come back here
            self._known[i] = self._resolve(i)
        return self._known[i]

    def all(self, i: int | None) -> tuple[Actor, ...]:
        """The actor and its conjuncts; "both officials" and "the two sides" are two actors on one span."""
        if i is None:
            return ()
        out: list[Actor] = []
        for k in self._syntax.conjuncts(i):
            group = self._pair(k)
            out += group or [a for a in (self.one(k),) if a is not None]
        return tuple(out)

    def entries(self, i: int, *categories: Category) -> tuple[Entry, ...]:
        """Table entries of the name that token ``i`` belongs to."""
        _, entries = self.names.get(i, ((i, i), ()))
        return tuple(e for e in entries if e.category in categories)

    # --- resolution -------------------------------------------------------------------------------

    def _resolve(self, i: int) -> Actor | None:
        syntax = self._syntax
        word = syntax.lower[i]
        if word in _PERSONAL:
            return self._pronoun(i, self._before.last_person(i))
        if word in _NEUTRAL:
            return self._pronoun(i, self._before.last_body(i))
        if word in _PLURAL or syntax.pos[i] in ("PRON", "DET", "NUM"):
            return self._unresolved(i, i)
        person = self._person(i)
        first, last = syntax.phrase(i)
        if person is not None:
            return self._from_person(person, first, last, i)
        beside = self._name_beside(i)
        if beside is not None:
            return self._named(beside, first, max(last, self.names[beside][0][1]))
        return self._named(i, first, last) or self._nominal(i, first, last) or self._unresolved(first, last)

    def _name_beside(self, i: int) -> int | None:
        """ "the newspaper Le Monde": the name right after a common noun that says what it is."""
        k = i + 1
        if (
            self._syntax.pos[i] != "NOUN"
            or i in self.names
            or k not in self.names
            or self._syntax.sentence_of[i] != self._syntax.sentence_of[k]
        ):
            return None
        (first, _), entries = self.names[k]
        named = any(e.category in (Category.OUTLET, Category.BODY, Category.ORGANISATION) for e in entries)
        return k if first == k and named else None

    def _person(self, i: int) -> Person | None:
        """The person that the phrase headed by ``i`` names: its own name, or the one in apposition to a title."""
        if i in self.people.at:
            return self.people.at[i]
        if (
            i + 1 in self.people.at
            and self._syntax.pos[i] in ("NOUN", "PROPN")
            and self._syntax.sentence_of[i] == self._syntax.sentence_of[i + 1]
        ):
            return self.people.at[i + 1]
        for k in self._syntax.kids[i]:
            named = self._syntax.dep[k] in ("appos", "flat", "nmod:desc") and k in self.people.at
            if named and i < k <= i + 3 and self._syntax.pos[i] in ("NOUN", "PROPN"):
                return self.people.at[k]
        return None

    def _from_person(self, person: Person, first: int, last: int, i: int) -> Actor:
        mention = next(((a, b - 1) for a, b in person.mentions if a <= i + 1 and i < b), (i, i))
        # The span is the title and the name; what follows the name is told in the fields.
        first, last = min(first, mention[0]), max(mention[1], i)
        d = person.known
        organisation = d.organisation or self._body_of(d)
        return self._actor(
            first,
            last,
            name=person.name,
            person=person.name,
            office=d.office,
            organisation=organisation,
            country=d.country,
            sectors=d.sectors,
            resolved_by=d.resolved_by or "name",
        )

    def _body_of(self, d: Description) -> str | None:
        """The ministry behind a minister or its spokesman, where office and state are known."""
        if d.office is None or d.country is None:
            return None
        for word, phrase in (
            ("defence", "defence ministry"),
            ("defense", "defence ministry"),
            ("foreign", "foreign ministry"),
        ):
            if word in d.office:
                head = self.known.head(phrase)
                return self.known.organisation(head, d.country) if head else None
        return None

    def _named(self, i: int, first: int, last: int) -> Actor | None:
        """A name of the tables at the head of the phrase: a state, capital, body, outlet."""
        if i not in self.names:
            return None
        (a, b), entries = self.names[i]
        entry = self._only(entries)
        if entry is None or not a <= i <= b:
            return None
        if entry.category is Category.ADJECTIVE and self._syntax.pos[i] not in ("NOUN", "PROPN", "ADJ"):
            return None
        by = {Category.CAPITAL: "metonym", Category.METONYM: "metonym"}.get(entry.category, "gazetteer")
        sectors = entry.sectors or (("GOV",) if entry.country else ())
        if entry.category in (Category.STATE, Category.CAPITAL, Category.ADJECTIVE, Category.DEMONYM):
            state = self.known.state(entry.country) if entry.country else None
            return self._actor(
                first,
                last,
                name=state.name if state else entry.name,
                country=entry.country,
                sectors=("GOV",),
                resolved_by=by,
            )
        country = entry.country
        if entry.category is Category.ORGANISATION and "IGO" in sectors:
            country = None
        return self._actor(
            first,
            last,
            name=entry.name,
            organisation=entry.organisation or entry.name,
            country=country,
            sectors=sectors,
            resolved_by=by,
        )

    def _only(self, entries: tuple[Entry, ...]) -> Entry | None:
        acting = [e for e in entries if e.category in _ACTING]
        if not acting:
            return None
        best = min(acting, key=lambda e: _ACTING.index(e.category))
        rivals = {e.country for e in acting if e.category is best.category}
        return best if len(rivals) == 1 else None

    def _nominal(self, i: int, first: int, last: int) -> Actor | None:
        """A common noun that the tables know: "a Chinese military source", "the ministry", "the frigate"."""
        syntax = self._syntax
        phrase = syntax.text[syntax.start[first] : syntax.end[last]]
        bare = syntax.text[syntax.start[first] : syntax.end[i]]
        head = self.known.head(bare) or self.known.head(phrase)
        office = (
            (self.known.office(phrase) or self.known.office(bare)) if head is None or head.kind == "person" else None
        )
        if head is None and office is None:
            return self._unknown_name(i, first, last)
        described = describe(self.known, phrase)
        country = described.country or self._owner_country(i)
        definite = any(syntax.lower[k] in ("the", "this", "that") for k in syntax.kids[i])
        if definite and (head is None or head.kind == "person") and country in (None, described.country):
            earlier = self._before.described_person(i, phrase, described)
            if earlier is not None:
                return self._from_person(earlier, first, last, last)
        if head is not None and head.kind == "body" and country is None and definite:
            earlier_body = self._earlier_body(i, head)
            if earlier_body is not None:
                return self._actor(
                    first,
                    last,
                    name=earlier_body.name,
                    organisation=earlier_body.organisation,
                    country=earlier_body.country,
                    sectors=earlier_body.sectors,
                    resolved_by="earlier mention",
                )
            country = self._home
        return self._from_nominal(head, described, country, first, last)

    def _from_nominal(self, head: Head | None, d: Description, country: str | None, first: int, last: int) -> Actor:
        sectors = d.sectors or (head.sectors if head else ())
        organisation = d.organisation or (self.known.organisation(head, country) if head and country else None)
        anonymous = head is not None and head.anonymous and self._indefinite(first, last)
        name = organisation if head is not None and head.kind in ("body", "platform", "group") else None
        return self._actor(
            first,
            last,
            name=name,
            office=d.office,
            organisation=organisation,
            country=country,
            sectors=sectors,
            anonymous=anonymous,
            resolved_by="noun" if country or sectors else None,
        )

    def _indefinite(self, first: int, last: int) -> bool:
        words = set(self._syntax.lower[first : last + 1])
        return not words & {"the", "this", "that"} or bool(words & {"anonymous", "unnamed", "unidentified"})

    def _unknown_name(self, i: int, first: int, last: int) -> Actor | None:
        """A name no table knows: an organisation by its label, with the state its own words tell."""
        entity = self.entity_at.get(i)
        if entity is None or entity.label_ not in ("ORG", "PER", "VESSEL"):
            return None
        text = entity.text.removesuffix("'s").removesuffix("’s")
        if entity.label_ == "VESSEL":
            prefix = self.known.vessel_prefix(self._syntax.word[entity.start])
            country = prefix.country if prefix else None
            return self._actor(
                first,
                last,
                name=text,
                country=country,
                sectors=prefix.sectors if prefix else (),
                resolved_by="vessel prefix" if prefix else None,
            )
        d = describe(self.known, self._syntax.text[self._syntax.start[first] : self._syntax.end[last]])
        return self._actor(
            first, last, name=text, organisation=text, country=d.country, sectors=d.sectors, resolved_by="name"
        )

    def _unresolved(self, first: int, last: int) -> Actor:
        return self._actor(first, last)

    def _actor(
        self,
        first: int,
        last: int,
        *,
        name: str | None = None,
        person: str | None = None,
        office: str | None = None,
        organisation: str | None = None,
        country: str | None = None,
        sectors: tuple[str, ...] = (),
        anonymous: bool = False,
        resolved_by: str | None = None,
    ) -> Actor:
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
            code=self.known.code(country, organisation, sectors),
            anonymous=anonymous,
            resolved_by=resolved_by,
        )

    # --- reference --------------------------------------------------------------------------------

    def _owner_country(self, i: int) -> str | None:
        """The state a phrase belongs to by possession or by what it is in: "its navy", "the navy of Oman"."""
        owner = self._syntax.possessor(i)
        if owner is not None:
            actor = self.one(owner)
            return actor.country if actor else None
        for k in self._syntax.children(i, "nmod"):
            if self._syntax.preposition(k) in ("of", "from", "at", "in"):
                actor = self.one(k)
                if actor is not None and actor.country:
                    return actor.country
        seat = i + 2  # "the ministry in Tokyo said": the parse may hang the seat on the verb
        if seat < self._syntax.size and self._syntax.lower[i + 1] == "in":
            capitals = {e.country for e in self.entries(seat, Category.CAPITAL)}
            return capitals.pop() if len(capitals) == 1 else None
        return None

    def _pronoun(self, i: int, referent: Person | Actor | None) -> Actor:
        if referent is None:
            return self._unresolved(i, i)
        if isinstance(referent, Person):
            return self._from_person(referent, i, i, i)
        return self._actor(
            i,
            i,
            name=referent.name,
            organisation=referent.organisation,
            country=referent.country,
            sectors=referent.sectors,
            resolved_by="pronoun",
        )

    def _earlier_body(self, i: int, head: Head) -> Actor | None:
        """ "the ministry": the last body before it whose name holds that word."""
        word = head.phrase.split()[-1]
        for k in range(i - 1, -1, -1):
            if self._syntax.lemma[k] == word:
                actor = self.one(k)
                if actor is not None and actor.organisation and actor.country:
                    return actor
            if (
                k in self.names
                and (entry := self._only(self.names[k][1])) is not None
                and (
                    entry.category is Category.BODY
                    and word in entry.name.lower()
                    and set(head.sectors) <= set(entry.sectors)
                )
            ):
                return self._named(k, *self.names[k][0])
        return None

    def _pair(self, i: int) -> list[Actor]:
        """ "the two sides", "both militaries": the two states named before, if there are exactly two."""
        syntax = self._syntax
        words = {syntax.lower[k] for k in syntax.kids[i]}
        if not words & {"two", "both"} or (not syntax.tag[i].startswith("NNS") and syntax.tag[i] != "NNS"):
            return []
        first, last = syntax.phrase(i)
        head = self.known.head(syntax.text[syntax.start[first] : syntax.end[last]])
        sides = syntax.lemma[i] in (
            "side",
            "country",
            "nation",
            "state",
            "government",
            "party",
            "neighbour",
            "neighbor",
            "power",
            "capital",
        )
        if head is None and not sides:
            return []
        if head is not None and head.kind == "person" and not sides:
            people = self._before.recent(i, sentences=2)[:2]
            return [self._from_person(p, first, last, last) for p in reversed(people)] if len(people) == 2 else []
        countries = self._before.countries_before(i)
        if len(countries) != 2:
            return []
        sectors = head.sectors if head is not None and head.kind in ("body", "group") and head.sectors else ("GOV",)
        return [
            self._actor(
                first,
                last,
                name=state.name,
                country=c,
                sectors=sectors,
                resolved_by="the two named before",
                organisation=self.known.organisation(head, c) if head else None,
            )
            for c in countries
            if (state := self.known.state(c)) is not None
        ]


def _day(article: Article) -> date | None:
    """The day by which what the article tells was known."""
    latest = article.published.latest if article.published else None
    return date.fromisoformat(latest[:10]) if latest else None


def _plain(dateline: str) -> str:
    return dateline.split(",")[0].strip().title()


class ActorAnnotator:
    """Doc -> ``doc._.actors``.

    "A Chinese coast guard cutter" -> name *China Coast Guard*, code "CHN COP".
    """

    requires = ("article", "syntax", "quotes")
    assigns = ("actors",)

    def __init__(self, known: Knowledge) -> None:
        self._known = known

    def __call__(self, doc: Doc) -> Doc:
        return note(doc, actors=Actors(doc, doc._.syntax, self._known))
