"""Whose ships, crews and aircraft deal with each other, where their noun is no party by itself."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pourparler.knowledge import Category
from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.acting import acting_token
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.sides import Sides, counterparts
from pourparler.reading.contacts.words import FORCES
from pourparler.reading.forces import Forces
from pourparler.reading.platforms import is_platform
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Channel, side_of

_CREWS = frozenset(
    {"crew", "soldier", "sailor", "marine", "pilot", "member", "personnel", "officer", "team", "unit"}
) | frozenset(
    {"element", "asset", "component", "part", "contingent", "detachment", "squadron", "group", "vessel", "ship"}
)
_NAMES = (Category.ADJECTIVE, Category.STATE, Category.DEMONYM)


def complete_exercise(doc: Doc, draft: Draft, sides: Sides) -> None:
    """Adds to an exercise the sides whose ships, crews or aircraft the words name.

    "HMS Kestrel and an Omani vessel held a passing exercise" -> the United Kingdom and Oman
    """
    if draft.channel is not Channel.EXERCISE or len({side_of(a) for a in sides.participants}) > 1:
        return
    syntax: Syntax = doc._.syntax
    acting = acting_token(syntax, draft)
    tokens = [*([acting] if acting is not None else []), *counterparts(syntax, draft)]
    joined = [c for k in tokens for n in (k, *_of_crew(syntax, k)) for c in syntax.conjuncts(n)]
    named = [n for k in joined for n in (k, *syntax.children(k, "appos")) for n in syntax.conjuncts(n)]
    here = {side_of(a) for a in sides.participants}
    for k in dict.fromkeys(named):
        for actor in _forces(doc, k):
            if side_of(actor) not in here:
                here.add(side_of(actor))
                sides.others.append(actor)
    if sides.by is not None and acting is not None and len(syntax.conjuncts(acting)) > 1:
        sides.others.append(sides.by)
        sides.by, sides.joint = None, True


def _of_crew(syntax: Syntax, k: int) -> list[int]:
    """ "the crews *of the frigate and the cutter*"."""
    return syntax.obliques(k, "of", "from") if syntax.lemma[k] in _CREWS | FORCES else []


def _forces(doc: Doc, k: int) -> list[Actor]:
    """The party of one noun; a state's adjective before a ship or aircraft tells its forces."""
    found = [a for a in Forces(doc).of([k], acting=True) if official(a)]
    found = found or [a for a in doc._.actors.all(k) if official(a) and a.country]
    return found or _by_prefix(doc, k) or _by_adjective(doc, k)


def _by_prefix(doc: Doc, k: int) -> list[Actor]:
    """ "*HMS* Kestrel": whose navy, where the words of the name are not read as one."""
    syntax: Syntax = doc._.syntax
    known = doc._.actors.known
    for first in (k, k - 1):
        prefix = known.vessel_prefix(syntax.word[first]) if first >= 0 and syntax.word[first].isupper() else None
        if prefix is not None and prefix.country is not None:
            start, end = syntax.chars(first, max(k, first + 1))
            code = known.code(prefix.country, None, prefix.sectors)
            ship = Actor(text=syntax.text[start:end], start=start, end=end, country=prefix.country)
            return [replace(ship, sectors=prefix.sectors, code=code, resolved_by="vessel prefix")]
    return []


def _by_adjective(doc: Doc, k: int) -> list[Actor]:
    """ "*Croatian* Rafales", "an *Egyptian* crew"."""
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    force = syntax.lemma[k] in FORCES | _CREWS or syntax.pos[k] == "PROPN" or is_platform(doc, k)
    states = [e for m in syntax.named_modifiers(k) for e in actors.entries(m, *_NAMES) if e.country]
    if not force or len({e.country for e in states}) != 1:
        return []
    start, end = syntax.chars(*syntax.phrase(k))
    country = states[0].country
    state = Actor(text=syntax.text[start:end], start=start, end=end, country=country, sectors=("MIL",))
    return [replace(state, code=actors.known.code(country, None, ("MIL",)), resolved_by="noun")]
