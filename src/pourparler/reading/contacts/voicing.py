"""What one side puts to another: "raised its concern with Oslo", "conveyed his displeasure to the envoy"."""

from __future__ import annotations

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.drafts import CORE_LEMMAS, CORES, Draft
from pourparler.reading.contacts.phrases import Idiom, two_sides
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel, Factuality, Status

#: Prepositions of what something is put to somebody in.
_WITHIN = ("in", "during", "over", "by", "at")
#: The same, where it is a meeting of many: "on the sidelines of a summit".
_BESIDE = frozenset({"sideline", "margin"})


def voicing(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "raised the issue with Oslo": the two dealt with each other, by what means other words may tell."""
    thing = syntax.patient(i)
    fact = factuality(syntax, i)
    if thing is None or syntax.lemma[thing] not in idiom.words or fact not in (Factuality.ACTUAL, Factuality.PLANNED):
        return None
    sender = syntax.agent(i) or syntax.possessor(thing) if syntax.passive(i) else syntax.subject(i)
    nouns = (
        thing,
        *syntax.children(thing, "nmod"),
        *(c for k in syntax.children(thing, "nmod") for c in syntax.kids[k]),
    )
    near = [k for c in (i, *nouns) for k in syntax.obliques(c, "to", "with")]
    other = next((k for k in near if two_sides(syntax, actors, sender, k) is not None), None)
    if other is None or actors.one(other) is None or not official(actors.one(other)):
        return None
    facing = actors.one(other)
    if fact is Factuality.PLANNED:
        return Draft(i, idiom.channel, False, steps=[(i, Status.SCHEDULED)], doer=sender, facing=facing, echo=True)
    if (core := _within(syntax, i)) is None:
        return Draft(i, idiom.channel, False, steps=[(i, idiom.status)], doer=sender, facing=facing, echo=True)
    if syntax.obliques(core, "with", "between", "to", "from"):
        return None  # "raised it in a call with Berg": the call tells all
    channel = Channel(CORES[syntax.lemma[core], "noun"]["channel"])
    return Draft(core, channel, False, steps=[(i, idiom.status)], doer=sender, facing=facing)


def _within(syntax: Syntax, i: int) -> int | None:
    """The call or meeting in which it was put; none of many others' ("on the sidelines of a summit")."""
    cores = [
        k for k in syntax.children(i, "obl") if syntax.lemma[k] in CORE_LEMMAS and syntax.preposition(k) in _WITHIN
    ]
    near = [
        k
        for k in cores
        if (syntax.lemma[k], "noun") in CORES and not any(syntax.lemma[c] in _BESIDE for c in syntax.ancestors(k))
    ]
    return next(iter(near), None)
