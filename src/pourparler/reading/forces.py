"""Forces: whose ship, patrol or crew a noun of an encounter is, and of what kind, where the noun is no party itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc

from pourparler.knowledge import Category
from pourparler.reading.parties import AMOUNTS, parties_in
from pourparler.reading.platforms import as_force, designated, is_platform
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

SHIPS = frozenset(
    {"ship", "vessel", "boat", "trawler", "tanker", "freighter", "cutter", "frigate", "destroyer", "warship"}
)
_AIR = frozenset({"aircraft", "plane", "jet", "fighter", "bomber", "drone", "helicopter", "airliner", "balloon"})
_CREW = frozenset({"fisherman", "crew", "crewman", "sailor", "skipper", "captain", "soldier", "guard", "troop"})
#: Nouns for parts and places of armed forces, which no table takes for a party.
_MILITARY = frozenset(
    {"patrol", "unit", "base", "post", "outpost", "position", "convoy", "camp", "garrison", "barracks", "trench"}
) | frozenset({"ranger", "commando", "gunner", "sniper", "battery", "checkpoint", "squadron", "battalion", "brigade"})
#: What only forces fire: "*Russian fire* killed a guard".
_FIRE = frozenset({"fire", "gunfire", "firing", "artillery", "sniper"})
_REBELS = frozenset({"rebel", "insurgent", "militant", "guerrilla", "separatist", "islamist", "jihadist"})
_POLICING = frozenset({"police", "coast", "coastguard", "customs", "surveillance", "enforcement", "constabulary"})
#: What is fired at, and lies in a state.
TARGETS = frozenset(
    {"target", "site", "village", "town", "city", "depot", "airport", "facility", "building", "area"}
) | (_MILITARY)
_CIVIL = frozenset({"CVL", "GOV"})
_FLYING = frozenset({"fly", "operate", "launch", "take", "embark", "deploy"})
#: How many sentences back "it" may stand for a ship.
_REACH = 3


@dataclass(frozen=True, slots=True)
class _Mention:
    """A ship, aircraft or crew told with its state."""

    token: int
    lemma: str
    actor: Actor


class Forces:
    """The parties of an encounter's nouns in one Doc."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._syntax: Syntax = doc._.syntax

    def of(self, tokens: list[int], *, acting: bool = False) -> tuple[Actor, ...]:
        """The parties of the tokens, each on the words of its phrase, with the sector those words tell."""
        found = [a for k in tokens for a in self._of(self._counted(k), acting and self._counted(k) == k)]
        return tuple(dict.fromkeys(found))

    def again(self, tokens: list[int], met_by: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Whose "the boat" is: the one state, other than of those who act, whose boat was told of before."""
        states = {a.country for a in met_by}
        found = (self._told_before(k, states) for k in tokens)
        return tuple(a for a in found if a is not None)

    def flown(
        self, deed: int, doers: list[int], by: tuple[Actor, ...], met: tuple[Actor, ...]
    ) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """ "The army fired at a Lao plane after *it* violated *its* airspace": the plane did, and the army's."""
        syntax = self._syntax
        if len(doers) != 1 or syntax.lower[doers[0]] != "it" or syntax.dep[deed] != "advcl":
            return by, met
        above = syntax.head[deed]
        things = [k for k in (syntax.patient(above), *syntax.obliques(above, "at", "on")) if k is not None]
        things = [k for k in things if k < doers[0] and is_platform(self._doc, k)]
        plane = self.of(things[-1:])
        if not plane or any(a.country == b.country for a in plane for b in by):
            return by, met
        others = tuple(a for a in met if a.country != plane[0].country)
        its = [replace(by[0], text=a.text, start=a.start, end=a.end) for a in met[:1] if by and not others]
        return plane, others or tuple(its)

    def armed(self, by: tuple[Actor, ...], doers: list[int]) -> tuple[Actor, ...]:
        """Ships and crews that shoot are forces, of whatever arm: "a Lao *boat* opened fire"."""
        if not any(is_platform(self._doc, k) or self._syntax.lemma[k] == "crew" for k in doers):
            return by
        return tuple(_in_sector(a, "MIL") if a.sectors[:1] == ("CVL",) else a for a in by)

    def of_city(self, deed: int, tokens: list[int]) -> tuple[Actor, ...]:
        """The state in which a city or a target that is fired at lies: "shelled *Goris*", "targets in *Lebanon*"."""
        found = [self._city(k) for k in tokens]
        targets = [k for k in tokens if self._syntax.lemma[k] in TARGETS]
        spots = [*targets, deed] if targets else []
        found += [state_at(self._doc, c) for k in spots for c in self._syntax.obliques(k, "in", "inside")]
        return tuple(a for a in found if a is not None)

    # --- one noun ---------------------------------------------------------------------------------

    def _of(self, k: int, acting: bool) -> list[Actor]:
        syntax, doc = self._syntax, self._doc
        found = parties_in(syntax, doc._.actors, [k]) or self._based(k)
        if designated(syntax, k):
            return [self._on_phrase(as_force(a), k) for a in found]
        if syntax.pos[k] == "PRON":
            return [self._as_platform(a, k) for a in found]
        if acting and doc._.actors.entries(k, Category.DEMONYM):
            return [as_force(a) for a in found]
        return [self._kind(a, k) for a in found]

    def _based(self, k: int) -> tuple[Actor, ...]:
        """ "Two fighters *from Trapani*", "a helicopter *flying from HMS Kent*": of the state of the base or ship."""
        syntax, doc = self._syntax, self._doc
        if not is_platform(doc, k):
            return ()
        flown = (k, *(c for c in syntax.children(k, "acl", "appos") if syntax.lemma[c] in _FLYING))
        spots = [c for v in flown for c in syntax.obliques(v, "from", "off")]
        found = [a for c in spots for a in (*parties_in(syntax, doc._.actors, [c]), self._city(c)) if a is not None]
        return tuple(self._on_phrase(as_force(a), k) for a in found[:1])

    def _counted(self, k: int) -> int:
        """What is counted or paired: "a pair of *bombers*"."""
        parts = self._syntax.obliques(k, "of") if self._syntax.lemma[k] in AMOUNTS else []
        return parts[0] if parts else k

    def _kind(self, actor: Actor, k: int) -> Actor:
        """A state's adjective with its noun as what it is: "a Thai *ranger*", "an Italian *drill-ship*"."""
        if self._syntax.lemma[k] == "fighter" and self._words_before(k) & _REBELS:
            return _in_sector(actor, "REB")  # "rebel fighters" are no jets
        if actor.sectors[:1] == ("IGO",) and actor.country and is_platform(self._doc, k):
            return self._in_alliance(actor, k)
        if actor.sectors[:1] not in (("GOV",), ("CVL",), ()) or actor.person or actor.office:
            return actor
        sector = self._sector(k, actor)
        if sector is None:
            return actor
        own = actor.start <= self._syntax.start[k] < actor.end
        named = actor if own else self._on_phrase(actor, k)
        return _in_sector(named, sector)

    def _in_alliance(self, actor: Actor, k: int) -> Actor:
        """ "A Polish NATO jet": of Poland's forces, whatever alliance it flies for."""
        head = self._doc._.actors.known.head(self._syntax.lemma[k])
        return _in_sector(actor, head.sectors[0]) if head is not None and head.sectors else actor

    def _words_before(self, k: int) -> set[str]:
        return {self._syntax.lower[c] for c in range(self._syntax.phrase(k)[0], k)}

    def _sector(self, k: int, actor: Actor) -> str | None:
        syntax = self._syntax
        if syntax.lemma[k] in _FIRE:
            return "MIL"
        if not is_platform(self._doc, k):
            return self._of_people(k, actor)
        if self._words_before(k) & _POLICING:
            return "COP"
        head = self._doc._.actors.known.head(syntax.lemma[k])
        if _of_no_arm(actor, syntax.lemma[k]):
            return self._same_ship(k, actor)
        return head.sectors[0] if head is not None and head.sectors else None

    def _of_people(self, k: int, actor: Actor) -> str | None:
        """Soldiers by a noun no table knows: "Thai *rangers*", "a Bolivian *patrol*", "a police *launch*"."""
        syntax = self._syntax
        words = {syntax.lower[c] for c in syntax.children(k, "compound", "amod")}
        if syntax.lemma[k] == "crew" and actor.sectors[:1] == ("CVL",):
            return self._of_the_ship(actor)
        if words & {"police", "coastguard", "customs"}:
            return "COP"
        return "MIL" if syntax.lemma[k] in _MILITARY and actor.sectors[:1] != ("CVL",) else None

    def _same_ship(self, k: int, actor: Actor) -> str | None:
        """ "The Chinese vessel": of the kind that a Chinese vessel of this article was told to be."""
        if not any(self._syntax.lower[c] == "the" for c in self._syntax.children(k, "det")):
            return None
        same = [
            m.actor for m in self._mentions if m.token < k and m.actor.country == actor.country and m.lemma in SHIPS
        ]
        kinds = {a.sectors[0] for a in same if a.sectors and a.sectors[0] not in _CIVIL}
        return kinds.pop() if len(kinds) == 1 and self._syntax.lemma[k] in SHIPS else None

    def _of_the_ship(self, actor: Actor) -> str | None:
        """ "The Thai crew": of the kind of the one Thai ship told of."""
        same = {m.actor.sectors[0] for m in self._mentions if m.actor.country == actor.country and m.actor.sectors}
        kinds = {kind for kind in same if kind not in _CIVIL}
        return kinds.pop() if len(kinds) == 1 else None

    def _as_platform(self, actor: Actor, k: int) -> Actor:
        """ "it" as the ship of that state told of just before, not the state itself."""
        syntax = self._syntax
        if actor.sectors[:1] != ("GOV",) or syntax.lower[k] not in ("it", "its"):
            return actor
        near = syntax.sentence_of[k] - _REACH
        ships = [m for m in self._mentions if m.token < k and syntax.sentence_of[m.token] >= near]
        same = [m.actor for m in ships if m.actor.country == actor.country and m.lemma not in _CREW]
        return _in_sector(actor, same[-1].sectors[0]) if same and same[-1].sectors else actor

    # --- earlier mentions -------------------------------------------------------------------------

    @cached_property
    def _mentions(self) -> list[_Mention]:
        return list(self._find_mentions())

    def _find_mentions(self) -> Iterator[_Mention]:
        syntax, actors = self._syntax, self._doc._.actors
        for k in syntax.body:
            if syntax.pos[k] != "NOUN" or syntax.lemma[k] not in _ALL:
                continue
            found = {a.country: a for a in parties_in(syntax, actors, [k]) if a.country}
            if len(found) == 1 and syntax.lower[k] not in ("it", "they"):
                (actor,) = found.values()
                told = _of_no_arm(actor, syntax.lemma[k])
                sector = (
                    self._policing(k, actor)
                    if told
                    else self._sector(k, actor)
                    if actor.sectors[:1] == ("GOV",)
                    else None
                )
                yield _Mention(k, syntax.lemma[k], _in_sector(actor, sector) if sector else actor)

    def _policing(self, k: int, actor: Actor) -> str | None:
        words = {self._syntax.lower[c] for c in range(self._syntax.phrase(k)[0], k)}
        return "COP" if words & _POLICING else None

    def _told_before(self, k: int, states: set[str | None]) -> Actor | None:
        syntax = self._syntax
        if syntax.lower[k] in ("it", "they") and not states:
            return self._subject_before(k)
        if syntax.pos[k] != "NOUN" or not any(syntax.lower[c] in ("the", "these") for c in syntax.children(k, "det")):
            return None
        if syntax.obliques(k, "of", "from"):
            return None  # "the crew *of the Neptun*": whose it is, is told anew
        family = next((f for f in (SHIPS, _AIR, _CREW) if syntax.lemma[k] in f), None)
        if family is None:
            return None
        before = [m for m in self._mentions if m.token < k and m.actor.country not in states]
        fits = [m for m in before if m.lemma == syntax.lemma[k]] or [m for m in before if m.lemma in family]
        if not fits or len({m.actor.country for m in fits}) > 1:
            return None
        return replace(self._on_phrase(fits[-1].actor, k), anonymous=False, resolved_by="earlier mention")

    def _subject_before(self, k: int) -> Actor | None:
        """ "It" after a sentence whose subject is a ship or an aircraft with its state."""
        syntax = self._syntax
        sentence = syntax.sentence_of[k]
        if sentence == 0 or any(syntax.lower[c] in ("it", "they") for c in range(syntax.sentences[sentence][0], k)):
            return None
        first, last = syntax.sentences[sentence - 1]
        root = next((c for c in range(first, last) if syntax.head[c] == c), None)
        subject = syntax.grammatical_subject(root) if root is not None else None
        if subject is None or not is_platform(self._doc, subject):
            return None
        found = self._of(subject, True)
        start, end = syntax.chars(k, k)
        text = syntax.text[start:end]
        return replace(found[0], text=text, start=start, end=end, resolved_by="pronoun") if len(found) == 1 else None

    def _city(self, k: int) -> Actor | None:
        actors = self._doc._.actors
        entity = actors.entity_at.get(k)
        city = actors.known.city(entity.text) if entity is not None and entity.label_ == "LOC" else None
        if entity is None or city is None or city.country is None:
            return None
        return located(entity.text, entity.start_char, city.country)

    def _on_phrase(self, actor: Actor, k: int) -> Actor:
        """The actor on the words of the whole phrase: "a Venezuelan Su-30"."""
        start, end = self._syntax.chars(*self._syntax.phrase(k))
        return replace(actor, text=self._syntax.text[start:end], start=start, end=end)


_ALL = SHIPS | _AIR | _CREW


def state_at(doc: Doc, k: int) -> Actor | None:
    """The state whose name a noun of place is: "intervened in *Yemen*"."""
    entry = next(iter(doc._.actors.entries(k, Category.STATE)), None)
    if entry is None or entry.country is None:
        return None
    start, end = doc._.syntax.chars(*doc._.actors.names[k][0])
    return replace(located(doc._.syntax.text[start:end], start, entry.country), name=entry.name)


def located(text: str, start: int, country: str) -> Actor:
    """The state in which a place lies, as a party, on the words of the place."""
    return Actor(
        text=text,
        start=start,
        end=start + len(text),
        country=country,
        sectors=("GOV",),
        code=f"{country} GOV",
        resolved_by="place",
    )


def _in_sector(actor: Actor, sector: str) -> Actor:
    """The actor as one of its state in a sector; the state's own name is not the name of its boat."""
    if actor.country is None or actor.sectors[:1] == (sector,):
        return actor
    return replace(actor, name=None, organisation=None, sectors=(sector,), code=f"{actor.country} {sector}")


def _of_no_arm(actor: Actor, noun: str) -> bool:
    """A civilian's, or a ship of the state of which no words tell the arm: "a Lao vessel"."""
    return actor.sectors[:1] == ("CVL",) or (actor.resolved_by == "noun" and noun in ("ship", "vessel"))
