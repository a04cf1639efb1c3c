"""Where a visit goes: the place beside its word, and the side that is at home there."""

from __future__ import annotations

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.hosts import host
from pourparler.reading.descriptions import POSTED
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel, side_of

#: What of a state is visited in that state.
_SITES = frozenset(
    {"base", "airbase", "headquarters", "headquarter", "barracks", "dockyard", "shipyard", "harbour", "harbor"}
) | frozenset({"port", "garrison", "outpost", "academy", "parliament", "city", "town", "capital", "island", "camp"})
#: "a base *in* Riga", "ports *including* Odessa".
_WHERE = ("in", "including", "like", "such as")
_SETTLED = frozenset({"city", "town", "village", "port", "capital", "resort", "province", "region", "island"})
_LANDS = frozenset({"country", "nation", "republic", "kingdom"})


def placed(syntax: Syntax, actors: Actors, draft: Draft) -> bool:
    """Notes where a visit told by another rule goes; False where it stays at home: "Macron's trip to Lyon"."""
    if draft.channel not in (Channel.VISIT, Channel.PORT_CALL):
        return True
    core = draft.core
    verbal = syntax.pos[core] == "VERB"
    near = [syntax.patient(core)] if verbal else visited(syntax, core, "to", "in", "at")
    if not verbal and not near:  # "the visit of Oslo's special envoy | to Riga"
        near = [k for c in syntax.obliques(core, "of") for k in syntax.obliques(c, "to")]
    if syntax.lemma[core] == "arrival":  # "the arrival of a delegation in Riga"
        near = [*near, *(k for c in syntax.obliques(core, "of") for k in syntax.obliques(c, "in", "at"))]
    if not verbal and draft.links:  # "will make a port call at Riga": the parse hangs it on the verb
        near = [*near, *syntax.obliques(draft.links[0], "in", "at", "to")]
    if any(n is not None and syntax.lemma[n] in _LANDS for n in near):
        return _to_the_country(syntax, actors, draft)
    named = [
        k
        for n in near
        if n is not None
        for k in (settled(syntax, n), *syntax.obliques(n, *_WHERE))
        if placelike(syntax, k)
    ]
    place, facing = next(((k, h) for k in named if (h := host(syntax, actors, k)) is not None), (None, None))
    if (place is None or facing is None) and near:
        place, facing = _site(syntax, actors, near[0])
    if place is None or facing is None:
        return True
    owner = syntax.subject(core) if verbal else _owner(syntax, draft)
    goer = actors.one(owner)
    if official(goer) and goer is not None and side_of(goer) == side_of(facing):
        return False
    draft.place, draft.facing = place, facing
    return True


def _site(syntax: Syntax, actors: Actors, thing: int | None) -> tuple[int | None, Actor | None]:
    """ "visited *the Slovak air base* at Sliac", "visited Oslo's naval headquarters": whose it is, and itself."""
    if thing is None or syntax.lemma[thing] not in _SITES:
        return None, None
    owner = next(iter(syntax.named_modifiers(thing)), syntax.possessor(thing))
    state = actors.one(owner)
    told = state is not None and official(state) and state.country is not None and not state.person
    return (thing, state) if told else (None, None)


def _to_the_country(syntax: Syntax, actors: Actors, draft: Draft) -> bool:
    """ "signed a deal with China during a visit to *the nation*"; False where either may have visited the other.

    "reassured the Chinese minister during a visit to the country" does not tell who was whose guest.
    """
    verb = next((k for k in syntax.ancestors(draft.core) if syntax.pos[k] == "VERB"), None)
    if verb is None:
        return True
    thing = syntax.patient(verb)
    goers = {side_of(a) for a in actors.all(syntax.subject(verb))}
    dealt = [k for n in (verb, thing) if n is not None for k in syntax.obliques(n, "with")]
    hosts = {
        side_of(a): a for k in dealt for a in actors.all(k) if official(a) and not a.person and side_of(a) not in goers
    }
    if len(hosts) == 1 and draft.facing is None:
        draft.facing = next(iter(hosts.values()))
    told = syntax.child(verb, "iobj", "obj")
    person = told is not None and syntax.lower[told] in ("him", "her", "them")
    person = person or any(a.person and official(a) for a in actors.all(told))
    return not person or syntax.possessor(draft.core) is not None


def _owner(syntax: Syntax, draft: Draft) -> int | None:
    """Whose visit it is, else who makes it."""
    owner = syntax.possessor(draft.core)
    owner = owner if owner is not None else next(iter(syntax.obliques(draft.core, "by", "of")), None)
    return syntax.subject(draft.top) if owner is None and syntax.pos[draft.top] == "VERB" else owner


def visited(syntax: Syntax, i: int, *prepositions: str) -> list[int]:
    """Where to; "the visit of Minister Lund to Oslo" may be parsed as "Lund to Oslo"."""
    own = syntax.obliques(i, *prepositions)
    if own:
        return own
    goers = [k for g in syntax.obliques(i, "of", "by") if syntax.lemma[g] not in POSTED for k in syntax.subtree(g)]
    return [k for k in goers if syntax.preposition(k) == "to" and syntax.pos[k] == "PROPN"]


def settled(syntax: Syntax, k: int) -> int:
    """The name of "the Ukrainian *city of Kharkiv*", "the capital *Niamey*", else the word itself."""
    if syntax.lemma[k] not in _SETTLED:
        return k
    named = [n for n in (*syntax.obliques(k, "of"), *syntax.children(k, "appos")) if syntax.pos[n] == "PROPN"]
    return named[0] if named else k


def placelike(syntax: Syntax, k: int) -> bool:
    return syntax.pos[k] == "PROPN" or syntax.lemma[k] in ("capital", "here")


# --- journeys ---------------------------------------------------------------------------------------
