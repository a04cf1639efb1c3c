"""Sides that are only described: what tells of two sides though it names one state, or none.

The contract keeps such a contact and leaves null what the words do not tell.
"""

from __future__ import annotations

from pourparler.reading.actors import Actors
from pourparler.reading.contacts.acting import acting_token, initiating_token
from pourparler.reading.contacts.definite import unowned
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.pairs import partner
from pourparler.reading.contacts.sides import Sides, counterparts
from pourparler.reading.contacts.words import ARMED
from pourparler.reading.levels import held_by_one
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel

_PLURALS = ("NNS", "NNPS")
_ENVOYS = frozenset({"envoy", "ambassador"})


def describe_sides(syntax: Syntax, actors: Actors, draft: Draft, sides: Sides) -> tuple[Actor, ...]:
    """The sides of a contact that are told without a state; () where the words do not tell that there are two.

    "The two navy chiefs will meet in May" -> two navy chiefs; "met the rebel leadership" -> that;
    "President Berg phoned President Ozols", of whom one state is told -> the other president.
    """
    known = sides.participants
    if _questioned(syntax, draft.top):
        return ()
    for k in _parties(syntax, draft):
        found = actors.all(k)
        if len(known) == 0 and _holders(syntax, k, found):
            return found[0], found[0]
        if len(known) == 0 and _two_alike(found):
            states = [partner(syntax, actors, k, state) for state in actors.before.two_told(k)]
            return tuple(state for state in states if state is not None) if len(states) == 2 and all(states) else found
        for actor in found:
            summoner = draft.channel is Channel.SUMMONS and "GOV" in actor.sectors  # "the ministry summoned his envoy"
            if actor.code is None and known and (summoner or _opposed(syntax, k, actor) or _same_office(known, actor)):
                return (actor,)
    return ()


def _questioned(syntax: Syntax, top: int) -> bool:
    """ "Will the presidents meet?" tells of nothing."""
    _, end = syntax.sentences[syntax.sentence_of[top]]
    return "?" in syntax.word[max(end - 3, top) : end]


def _parties(syntax: Syntax, draft: Draft) -> list[int]:
    found = [*counterparts(syntax, draft), acting_token(syntax, draft), initiating_token(syntax, draft)]
    return list(dict.fromkeys(k for k in found if k is not None))


def _holders(syntax: Syntax, k: int, found: tuple[Actor, ...]) -> bool:
    """ "the two navy chiefs", "the presidents": several holders of an office of which a state has one."""
    words = {syntax.lower[c] for c in syntax.kids[k]}
    several = syntax.tag[k] in _PLURALS and bool(words & {"the", "two", "both"}) and unowned(syntax, k)
    return several and len(found) == 1 and found[0].country is None and held_by_one(found[0].office)


def _two_alike(found: tuple[Actor, ...]) -> bool:
    """ "Special envoys Ann Lie and Edgars Ozols": two people in one office that each state fills for itself."""
    offices = {a.office for a in found}
    alike = len(found) == 2 and len(offices) == 1 and all(a.person and a.code is None for a in found)
    office = next(iter(offices)) if alike else None
    return alike and (held_by_one(office) or bool(_ENVOYS & set((office or "").split())))


def _opposed(syntax: Syntax, k: int, actor: Actor) -> bool:
    """ "the rebel leadership", "a dissident front": armed men, who are a side of their own."""
    near = {syntax.lemma[c].lower() for c in (k, *syntax.kids[k], *syntax.obliques(k, "of"))}
    return bool(near & ARMED)


def _same_office(known: tuple[Actor, ...], actor: Actor) -> bool:
    """ "President Berg's call with President Ozols": whoever holds the office of the one holds it elsewhere."""
    held = {a.office for a in known if a.person != actor.person}
    return actor.person is not None and actor.office in held and held_by_one(actor.office)
