"""Owners: the party that a common noun belongs to, "its navy", "the navy of Oman", "an SSPDF soldier"."""

from __future__ import annotations

from collections.abc import Callable

from pourparler.knowledge import Category, Head, Knowledge
from pourparler.reading.descriptions import POSTED, RELATIONAL
from pourparler.reading.names import Names
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

_SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})


#: Who may sit in a body: "a source in the ministry"; in a city anybody may.
_INSIDERS = frozenset({"source", "official", "officer", "diplomat", "insider", "commander", "adviser", "advisor"})
_WITHIN = frozenset({"in", "inside", "within"})


class Owners:
    """Finds owners; ``resolve`` answers for the token that names the owner."""

    def __init__(self, syntax: Syntax, known: Knowledge, names: Names, resolve: Callable[[int], Actor | None]) -> None:
        self._syntax, self._known, self._names, self._resolve = syntax, known, names, resolve

    def of(self, i: int, head: Head | None) -> Actor | None:
        """Whom the noun ``i`` belongs to: by possession, by "of" and "from", by a name before it, by where it sits."""
        syntax = self._syntax
        owner = syntax.possessor(i)
        if owner is not None and owner < i:
            return self._party(syntax.antecedent(owner))
        if syntax.lemma[i] in RELATIONAL:
            return None
        for k in syntax.obliques(i, *self._marks(i)):
            if self._is_of_name(i, k):
                continue
            if self._is_shared(i, k):
                return None
            actor = self._party(k)
            if actor is not None and (syntax.preposition(k) not in _WITHIN or actor.organisation is not None):
                return actor
        for k in self._named_before(i):
            actor = self._party(k)
            if actor is not None and (actor.country or actor.code):
                return actor
        return self._by_seat(i, head)

    def _is_of_name(self, i: int, k: int) -> bool:
        """ "the Ministry of Interior": what the body's own name goes on to owns nothing, unless it is a state."""
        entity = self._names.entity_at.get(i)
        return entity is not None and self._names.entity_at.get(k) is entity and k not in self._names.at

    def _is_shared(self, i: int, k: int) -> bool:
        """ "the border committee of Laos and Vietnam": one body of two states is no party of either."""
        syntax = self._syntax
        one = syntax.tag[i] in ("NN", "NNP")
        states = {self._names.state(c) for c in syntax.conjuncts(k)} - {None}
        return one and len(states) > 1

    def _marks(self, i: int) -> tuple[str, ...]:
        if self._syntax.lemma[i] in POSTED:
            return ("of", "from")
        if self._syntax.lemma[i] in _INSIDERS:
            return ("of", "from", "at", "in", "inside", "within")
        return ("of", "from", "for", "at") if self._syntax.lemma[i] in _SPEAKERS else ("of", "from", "at")

    def _party(self, k: int) -> Actor | None:
        """The party at ``k``; an owner that nobody knows owns nothing."""
        actor = self._resolve(k)
        return actor if actor is not None and (actor.country or actor.code or actor.organisation) else None

    def _named_before(self, i: int) -> list[int]:
        """Names of bodies before the noun that no table knows, but the article tells of: "an SSPDF soldier"."""
        own = self._names.entity_at.get(i)
        named = [k for k in self._syntax.children(i, "compound") if self._names.entity_at.get(k) is not own]
        return [k for k in named if self._syntax.word[k][:1].isupper() and k not in self._names.at]

    def _by_seat(self, i: int, head: Head | None) -> Actor | None:
        """ "the ministry in Tokyo", "officials in Oslo"; soldiers in a capital may be anybody's."""
        syntax = self._syntax
        if syntax.lemma[i] in POSTED or head is None or head.kind not in ("body", "person"):
            return None
        if "GOV" not in head.sectors or any(syntax.lower[k] in ("two", "both") for k in syntax.kids[i]):
            return None  # "the two ministers in Riga": where they met
        seats = syntax.obliques(i, "in")
        if i + 2 < syntax.size and syntax.lower[i + 1] == "in":
            seats.append(i + 2)  # "the ministry in Tokyo said": the parse may hang the seat on the verb
        for k in seats:
            capitals = {e.country for e in self._names.entries(k, Category.CAPITAL)}
            if len(capitals) == 1:
                return self._resolve(k)
        return None
