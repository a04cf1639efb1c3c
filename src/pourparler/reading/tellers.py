"""Tellers: whose forces and whose land a complaint means that names only the other side.

"The army said *a patrol* had come under fire from Lao troops": the army's own patrol.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pourparler.knowledge import Category
from pourparler.reading.actors import official
from pourparler.reading.forces import TARGETS
from pourparler.reading.names import OF_STATES
from pourparler.reading.parties import opposed
from pourparler.reading.platforms import is_platform
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Stance, Statement

_SOLDIERS = frozenset(
    {"soldier", "troop", "patrol", "guard", "ranger", "force", "trooper", "serviceman", "officer", "sailor", "marine"}
) | frozenset({"infantryman", "gunner", "policeman", "gendarme", "conscript", "policemen", "servicemen"})
_AIMED = frozenset({"village", "town", "city", "building", "area", "site", "target"})
_CLAIMING = frozenset({Stance.ASSERTS, Stance.CONFIRMS})


def tellers_own(doc: Doc, i: int, by: tuple[Actor, ...], tokens: list[int]) -> tuple[Actor, ...]:
    """The forces at ``tokens`` that no word gives to a state, as those of him who tells what was done to them."""
    voice = _voice(doc, i, by)
    if voice is None or voice.sectors[:1] not in (("MIL",), ("COP",)):
        return ()
    return tuple(_on_phrase(doc, voice, k, voice.sectors[0]) for k in tokens if _is_force(doc, k))


def tellers_land(doc: Doc, i: int, by: tuple[Actor, ...], tokens: list[int]) -> tuple[Actor, ...]:
    """The places at ``tokens`` that no table knows, as land of him who tells that the other's forces entered it."""
    voice = _voice(doc, i, by)
    if voice is None:
        return ()
    return tuple(_on_phrase(doc, voice, k, "GOV") for k in tokens if _is_place(doc, k))[:1]


def _voice(doc: Doc, i: int, by: tuple[Actor, ...]) -> Actor | None:
    """Who asserts that the deed at ``i`` was done, where it speaks for another state than those who did it."""
    start = doc._.syntax.start[i]
    around = [s for s in doc._.statements if any(c.start <= start < c.end for c in s.content)]
    if not by or not around:
        return None
    told: Statement = min(around, key=lambda s: sum(c.end - c.start for c in s.content))
    voice = told.source
    if voice is None or told.stance not in _CLAIMING or voice.country is None or not official(voice):
        return None
    return voice if all(opposed(voice, a) and a.country != voice.country for a in by) else None


def _is_force(doc: Doc, k: int) -> bool:
    """ "A patrol", "soldiers on patrol": a noun of forces beside which no state stands."""
    syntax: Syntax = doc._.syntax
    if syntax.pos[k] != "NOUN" or (syntax.lemma[k] in _AIMED):
        return False
    named = any(doc._.actors.entries(c, *OF_STATES) for c in range(syntax.phrase(k)[0], k))
    force = syntax.lemma[k] in _SOLDIERS | TARGETS or is_platform(doc, k)
    return force and not named and syntax.possessor(k) is None


def _is_place(doc: Doc, k: int) -> bool:
    entity = doc._.actors.entity_at.get(k)
    known = doc._.actors.entries(k, *OF_STATES) or doc._.actors.entries(k, Category.WATER)
    return entity is not None and entity.label_ == "LOC" and not known and doc._.actors.known.city(entity.text) is None


def _on_phrase(doc: Doc, voice: Actor, k: int, sector: str) -> Actor:
    start, end = doc._.syntax.chars(*doc._.syntax.phrase(k))
    return replace(
        voice,
        text=doc._.syntax.text[start:end],
        start=start,
        end=end,
        person=None,
        office=None,
        organisation=None,
        name=None,
        anonymous=False,
        sectors=(sector,),
        code=f"{voice.country} {sector}",
        resolved_by="who tells of it",
    )
