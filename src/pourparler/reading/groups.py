"""Groups: one noun or pronoun that stands for several parties, "Thai and Lao troops", "the two sides", "they"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pourparler.knowledge import Category, Entry, Head, Knowledge
from pourparler.reading.antecedents import Antecedents
from pourparler.reading.descriptions import RANK, Description
from pourparler.reading.epithets import Epithets
from pourparler.reading.identities import Identities
from pourparler.reading.levels import held_by_one
from pourparler.reading.names import Names
from pourparler.reading.nominals import ANY_SHIP
from pourparler.reading.people import People
from pourparler.reading.pronouns import PLURAL, Pronouns
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

_SIDES = frozenset(
    {"side", "country", "nation", "state", "government", "party", "neighbour", "neighbor", "power", "capital"}
    | {"rival", "foe", "adversary", "archrival"}
)
#: Nouns that mean two without saying so: "the neighbours", "the pair".
_TWO = frozenset({"pair", "duo", "twosome"})
_OPPOSITES = frozenset({"neighbour", "neighbor", "rival", "foe", "adversary", "archrival"})
_BARE = frozenset({"sides", "countries"})
_ANYBODY = frozenset({"man", "woman", "leader", "official", "pair", "duo", "twosome", "diplomat", "figure"})
_DELEGATES = frozenset({"representative", "delegate", "delegation", "official", "negotiator", "envoy", "diplomat"})
_PEERS = frozenset({"counterpart", "colleague"})
#: What meets for a state though no table knows it: "the working groups of Norway and Latvia".
_TEAMS = frozenset({"delegation", "group", "team", "negotiator", "expert", "topographer", "surveyor", "side"})
_ACTING = frozenset({"nsubj", "nsubj:pass"})
_EXHORTING = frozenset({"urge", "call", "exhort", "press", "ask", "appeal", "encourage", "invite", "implore", "tell"})
_PLURALS = ("NNS", "NNPS")


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
        pronouns: Pronouns,
        everyone: Callable[[int], tuple[Actor, ...]],
    ) -> None:
        self._syntax, self._known, self._names = syntax, known, names
        self._people, self._before, self._identities = people, before, identities
        self._pronouns, self._all = pronouns, everyone
        self._epithets = Epithets(syntax, known, names, identities)

    def members(self, i: int) -> list[Actor]:
        """The parties behind the noun or pronoun ``i``."""
        if self._syntax.lower[i] in PLURAL:
            return self._they(i)
        if self._syntax.lower[i] == "korean" and i > 1 and self._syntax.lower[i - 2] == "inter":
            return self._halves(i)  # "the inter-Korean hotline"
        if self._syntax.pos[i] not in ("NOUN", "PROPN") or i in self._people.at:
            return []
        return self._halves(i) or self._of_states(i) or self._of_owners(i) or self._pair(i)

    def _they(self, i: int) -> list[Actor]:
        """ "they": the parties of the plural subject before."""
        k = self._pronouns.several(i)
        parties = self._all(k) if k is not None else ()
        return [replace(self._identities.like(a, i, i, "pronoun"), anonymous=False) for a in parties if a.code]

    def _halves(self, i: int) -> list[Actor]:
        """ "South and North Korea", "the two Koreas"."""
        entries = self._epithets.halves(i)
        first, last = self._names.phrase(i)
        return [self._identities.of_entry(entry, first, last) for entry in entries]

    def _of_states(self, i: int) -> list[Actor]:
        """ "Thai and Lao officials", "the presidents of Norway and Latvia": one of each state."""
        if not self._syntax.kids[i]:
            return []
        first, last = self._names.phrase(i)
        joined = self._names.joined(first, i)
        if i in self._names.at and not (joined and self._names.entries(i, Category.BODY)):
            return []  # the second's body may be one of the tables: "Kyrgyz and *Tajik border guards*"
        if not joined and self._syntax.tag[i] in _PLURALS:
            marks = ("of", "from", "in") if self._syntax.lemma[i] in _PEERS else ("of", "from")
            owners = [k for k in self._syntax.children(i, "nmod") if self._syntax.preposition(k) in marks]
            joined = [run for k in owners for run in self._names.joined(*self._syntax.edges(k))]
        return self._one_each(i, first, last, joined[0]) if joined else self._of_parties(i, first, last)

    def _of_parties(self, i: int, first: int, last: int) -> list[Actor]:
        """ "Representatives of Georgia and South Ossetia": one of each, also of those that are no states."""
        syntax = self._syntax
        if syntax.tag[i] not in _PLURALS or syntax.lemma[i] not in _DELEGATES:
            return []
        owners = [k for k in syntax.children(i, "nmod") if syntax.preposition(k) in ("of", "from")]
        parties = [a for k in owners[:1] for a in self._all(k) if a.code and a.person is None]
        mixed = {a.sectors[:1] for a in parties} - {("GOV",)}
        several = len({a.code for a in parties}) == len(parties) > 1
        return [self._identities.like(a, first, last, "noun") for a in parties] if mixed and several else []

    def _of_owners(self, i: int) -> list[Actor]:
        """ "their foreign ministers", "commanders from both sides": one of each owner."""
        syntax = self._syntax
        if syntax.tag[i] not in _PLURALS or not syntax.kids[i] or syntax.lemma[i] == "counterpart":
            return []
        owner = syntax.possessor(i)
        owners = [owner] if owner is not None else [k for k in syntax.children(i, "nmod") if k > i]
        owners = [k for k in owners if k == owner or syntax.preposition(k) in ("of", "from", "on")]
        for k in owners:
            if syntax.lower[k] == "their" or self._of_two(k):
                states = [a.country for a in self.members(k) if a.country]
                if len(set(states)) == 2:
                    return self._one_each(i, *self._names.phrase(i), states)
        return []

    def _one_each(self, i: int, first: int, last: int, states: Sequence[str]) -> list[Actor]:
        text = self._syntax.text[self._syntax.start[first] : self._syntax.end[i]]
        head, d = self._known.head(text), self._people.describe(first, i)
        peers = self._syntax.lemma[i] in _PEERS
        if head is None and d.office is None and not peers and self._syntax.lemma[i] not in _TEAMS:
            return []
        if peers:
            d = self._as_peers(i, d)
        ship = head is not None and head.phrase in ANY_SHIP
        d = replace(d, organisation=None, sectors=("GOV",) if ship else d.sectors or ("GOV",))
        return [self._identities.of_noun(head, replace(d, country=c), c, first, last) for c in states]

    def _as_peers(self, i: int, d: Description) -> Description:
        """ "The Omani defence minister phoned his Thai and Lao *counterparts*": who hold the subject's office."""
        owner = self._syntax.possessor(i)
        k = owner if owner is not None else self._syntax.subject(self._syntax.head[i])
        parties = self._all(k) if k is not None and k < i else ()
        if len(parties) != 1 or not parties[0].sectors:
            return d
        office = None if RANK.search(parties[0].office or "") else parties[0].office
        return replace(d, office=office, sectors=parties[0].sectors)

    def _pair(self, i: int) -> list[Actor]:
        """ "the two sides", "both militaries", "the pair": the two named before, if there are exactly two."""
        if not self._of_two(i):
            return []
        syntax = self._syntax
        first, last = self._names.phrase(i)
        text = syntax.text[syntax.start[first] : syntax.end[last]]
        head, sides = self._known.head(text), syntax.lemma[i] in _SIDES
        anybody = syntax.lemma[i] in _ANYBODY
        if self._names_somebody(first, last) or (
            not sides and not anybody and (head is None or head.kind == "platform")
        ):
            return []
        if sides or (head is not None and head.kind != "person" and not anybody):
            return self._states(i, first, last, head)
        return self._two_people(i, first, last) or self._two_holders(i, first, last)

    def _states(self, i: int, first: int, last: int, head: Head | None) -> list[Actor]:
        """The two states named before, or their bodies of that kind."""
        bodied = head is not None and head.kind in ("body", "group") and self._syntax.lemma[i] not in _SIDES
        sectors = head.sectors if head is not None and bodied and head.sectors else ("GOV",)
        group = None if bodied else self._epithets.armed_side(i)
        if group is not None:
            return self._state_and_group(i, first, last, group)
        return [
            self._identities.named(
                first,
                last,
                name=state.name,
                country=c,
                sectors=sectors,
                organisation=self._known.organisation(head, c) if head is not None and bodied else None,
                resolved_by="the two named before",
            )
            for c in self._before.last_two_states(i)
            if (state := self._known.state(c)) is not None
        ]

    def _state_and_group(self, i: int, first: int, last: int, group: Entry) -> list[Actor]:
        """ "Both sides", in a war of the state and that group."""
        country = self._before.against(i)
        state = self._known.state(country) if country is not None else None
        if state is None:
            return []
        by, sectors = "the two named before", ("GOV",)
        own = self._identities.named(first, last, name=state.name, country=country, sectors=sectors, resolved_by=by)
        return [own, replace(self._identities.of_entry(group, first, last), resolved_by=by)]

    def _two_people(self, i: int, first: int, last: int) -> list[Actor]:
        """ "both officials", "the two ministers": the two people named before, of whom the words hold."""
        people = self._before.last_two_people(i)
        if len({p.known.country for p in people}) < 2 and any(p.known.country for p in people):
            return []  # two of one state, beside somebody of the other: nobody knows which two meet
        office = self._office(i, first)
        fit = all(office in (p.known.office or "") for p in people) or self._syntax.lemma[i] in _ANYBODY
        return [self._identities.of_person(p, first, last, last) for p in people] if fit else []

    def _two_holders(self, i: int, first: int, last: int) -> list[Actor]:
        """ "the two foreign ministers", "both leaders", not named: one of each of the two states."""
        if not self._office(i, first) and self._syntax.lemma[i] != "leader":
            return []
        return self._one_each(i, first, last, self._before.last_two_states(i))

    def _office(self, i: int, first: int) -> str:
        office = self._known.office(self._syntax.text[self._syntax.start[first] : self._syntax.end[i]])
        return office.title if office is not None else ""

    def _of_two(self, i: int) -> bool:
        """ "both sides", "the two sides", "these two sides", "the neighbours"; "two sides" may be any."""
        words = {self._syntax.lower[k] for k in self._syntax.kids[i]}
        definite = bool(words & {"the", "these", "those"})
        if "each" in words and self._syntax.lemma[i] in _SIDES and not self._syntax.obliques(i, "of"):
            return True
        if self._syntax.lemma[i] in _TWO:
            return definite and not self._syntax.obliques(i, "of")
        if self._syntax.tag[i] not in _PLURALS:
            return False
        alone = len(words - {"of", "between", "to", "from"}) == 1
        if definite and alone and (self._syntax.lemma[i] in _OPPOSITES or self._syntax.lower[i] in _BARE):
            return True
        if definite and (self._bare_office(i) or self._urged(i)):
            return True  # "the prime ministers", "called on the parties"
        return "both" in words or ("two" in words and definite)

    def _urged(self, i: int) -> bool:
        """ "Oslo called on *the parties* to talk": of a conflict, where somebody else exhorts them."""
        verb = self._syntax.head[i]
        exhorted = self._syntax.relation[i] in ("obj", "iobj", "obl") and self._syntax.lemma[verb] in _EXHORTING
        bare = all(k > i or self._syntax.dep[k] in ("det", "case") for k in self._syntax.kids[i])
        return self._syntax.lower[i] == "parties" and exhorted and bare

    def _bare_office(self, i: int) -> bool:
        """Whether nothing but the words of an office, of which a state has one holder, stands at the noun."""
        syntax, (first, last) = self._syntax, self._names.phrase(i)
        words = all(syntax.dep[k] in ("det", "amod", "compound", "punct") or k > i for k in syntax.kids[i])
        owned = syntax.child(i, "nmod", "nmod:poss", "acl", "acl:relcl", "appos", "conj") is not None
        bare = words and not owned and not self._names_somebody(first, last)
        return bare and syntax.relation[i] in _ACTING and held_by_one(self._office(i, first))

    def _names_somebody(self, first: int, last: int) -> bool:
        return any(k in self._names.at or k in self._people.at for k in range(first, last + 1))
