"""Parades, funerals and inaugurations abroad: who attends one is the guest of the state that holds it."""

from __future__ import annotations

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.climbing import climb
from pourparler.reading.contacts.destinations import placelike, settled
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.hosts import host, traveller
from pourparler.reading.contacts.phrases import Idiom, joined_modifiers
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Factuality, Status, side_of

_TOLD = frozenset({Factuality.ACTUAL, Factuality.PLANNED, Factuality.NEGATED})
_WILL = frozenset({"will", "would", "wo", "'ll", "’ll"})


def attending_ceremony(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "attended the parade in Moscow", "will skip the inauguration of the Brazilian president"."""
    event = next((k for k in (syntax.patient(i), *syntax.obliques(i, "in", "at")) if _one(syntax, k, idiom)), None)
    going = traveller(syntax, actors, syntax.subject(i))
    if event is None or not going or syntax.passive(i) or (syntax.tag[i] == "VBG" and not syntax.auxiliaries(i)):
        return None  # "warned against attending"
    place, facing = _held_by(syntax, actors, i, event)
    if facing is None or side_of(facing) in {side_of(a) for a in going}:
        return None
    draft = Draft(i, idiom.channel, False, place=place, facing=facing)
    climb(syntax, draft)  # "refused to attend"
    fact = factuality(syntax, i)
    if draft.steps:
        return draft
    if fact not in _TOLD:
        return None
    draft.steps = [(i, Status.SCHEDULED if fact is Factuality.PLANNED else idiom.status)]
    missed = idiom.status is Status.DECLINED
    refused = fact is Factuality.NEGATED and bool(_WILL & set(syntax.auxiliaries(i)))
    if missed and fact is Factuality.NEGATED:
        return None
    if missed or refused:
        draft.told = Status.DECLINED, Factuality.ACTUAL
    return draft


def _one(syntax: Syntax, k: int | None, idiom: Idiom) -> bool:
    return k is not None and syntax.lemma[k] in idiom.words


def _held_by(syntax: Syntax, actors: Actors, i: int, event: int) -> tuple[int | None, Actor | None]:
    """Where the ceremony is, and the state that holds it: its place, its owner, or whose president it is for."""
    near = [k for c in (event, i) for k in syntax.obliques(c, "in", "at")]
    places = [k for k in (settled(syntax, n) for n in near) if placelike(syntax, k)]
    for k in places:
        if (facing := host(syntax, actors, k)) is not None:
            return k, facing
    owners = [syntax.possessor(event), *joined_modifiers(syntax, event), *syntax.obliques(event, "of", "for")]
    found = (a for k in owners if k is not None for a in actors.all(k) if official(a) and a.country)
    return None, next(found, None)
