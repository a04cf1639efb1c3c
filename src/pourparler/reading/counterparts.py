"""Counterparts: "his Chinese counterpart" holds the office of him whose counterpart he is, in another state."""

from __future__ import annotations

from collections.abc import Callable

from pourparler.knowledge import Category, Entry, Knowledge
from pourparler.reading.descriptions import RANK, Description
from pourparler.reading.identities import Identities
from pourparler.reading.names import Names
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

_GROUPS = (Category.ORGANISATION,)


class Counterparts:
    """Resolves "counterpart" and "opposite number"; ``resolve`` answers for the one whose counterpart it is."""

    def __init__(
        self,
        syntax: Syntax,
        known: Knowledge,
        names: Names,
        identities: Identities,
        resolve: Callable[[int], Actor | None],
    ) -> None:
        self._syntax, self._known, self._names = syntax, known, names
        self._identities, self._resolve = identities, resolve

    def is_one(self, i: int) -> bool:
        """Whether the noun ``i`` is a counterpart."""
        syntax = self._syntax
        if syntax.lemma[i] == "counterpart":
            return True
        if syntax.lemma[i] == "colleague" and syntax.possessor(i) is not None:
            return bool(syntax.named_modifiers(i)) or self._seat(i) is not None
        return syntax.lemma[i] == "number" and any(syntax.lower[k] == "opposite" for k in syntax.kids[i])

    def actor(self, i: int, first: int, last: int, d: Description) -> Actor:
        """The same office or body as the possessor's, of the state that the words tell; of no state else."""
        owner = self._owner(i)
        armed = self._armed(i)
        if armed is not None:
            return self._identities.like(self._identities.of_entry(armed, first, last), first, last, "counterpart")
        country = d.country or self._seat(i)
        if owner is not None and owner.country == country:
            country = None
        sectors = owner.sectors if owner is not None and owner.sectors else ("GOV",)
        return self._identities.named(
            first,
            last,
            office=self._office(i, owner),
            organisation=self._body(owner, country),
            country=country,
            sectors=sectors,
            resolved_by="counterpart",
        )

    def _armed(self, i: int) -> Entry | None:
        """ "Her *Polisario* counterpart": of a party that is no state."""
        near = (e for k in self._syntax.children(i, "compound", "amod") for e in self._names.entries(k, *_GROUPS))
        return next((e for e in near if set(e.sectors) & {"REB", "PRM", "PRE"}), None)

    def _office(self, i: int, owner: Actor | None) -> str | None:
        """The owner's office; none where "his" may be another's: "Dahl asked the envoy and his Lao counterpart"."""
        if owner is None or RANK.search(owner.office or ""):
            return None
        syntax, his = self._syntax, self._syntax.possessor(i)
        first = syntax.sentences[syntax.sentence_of[i]][0]
        others = (k for k in range(first, his or first) if syntax.dep[k] in ("obj", "iobj", "obl"))
        heads = (self._known.head(syntax.lemma[k]) for k in others if syntax.tag[k] == "NN")
        rival = syntax.lower[his or i] in ("his", "her") and any(h is not None and h.kind == "person" for h in heads)
        return None if rival else owner.office

    def _owner(self, i: int) -> Actor | None:
        """Whose counterpart: the possessor; of a pronoun that tells nobody the subject is left."""
        owner = self._syntax.possessor(i)
        if owner is None:
            return self._doer(i)
        actor = self._resolve(owner)
        if (actor is None or not actor.code) and self._syntax.lower[owner] in ("their", "his", "her", "its"):
            subject = self._syntax.subject(self._syntax.head[i])
            actor = self._resolve(subject) if subject is not None and subject < i else None
        return actor

    def _doer(self, i: int) -> Actor | None:
        """ "The admiral has asked for a call with *a Lao counterpart*": who does it, where no possessor stands."""
        syntax = self._syntax
        verb = next((k for k in syntax.ancestors(i) if syntax.pos[k] == "VERB"), None)
        subject = syntax.subject(verb) if verb is not None else None
        if subject is None or subject > i or not any(syntax.lower[k] in ("a", "an") for k in syntax.kids[i]):
            return None
        return self._resolve(subject)

    def _seat(self, i: int) -> str | None:
        """ "His counterpart from Oman", "in Muscat", "in Goma": the state of the place it is in."""
        syntax = self._syntax
        named = (i, *syntax.children(i, "appos"))  # "his counterpart Brigadier Hassan of the BGB"
        seats = [k for c in named for k in syntax.obliques(c, "from", "in", "of", "at")]
        if i + 2 < syntax.size and syntax.lower[i + 1] in ("from", "in"):
            seats.append(i + 2)  # the parse may hang the place on the verb
        for k in seats:
            country = self._names.state(k) or next(
                (e.country for e in self._names.entries(k, Category.BODY) if e.country), None
            )
            city = self._known.city(self._syntax.word[k]) if country is None else None
            if country or city is not None:
                return country or (city.country if city else None)
        return None

    def _body(self, owner: Actor | None, country: str | None) -> str | None:
        """The other state's body of the owner's kind: the Indian army for Pakistan's."""
        if owner is None or country is None or not owner.organisation:
            return None
        head = self._known.head(owner.organisation) or self._known.head(owner.text)
        return self._known.organisation(head, country) if head is not None and head.kind == "body" else None
