"""Dinners and receptions that one side gives and another is asked to: "refused to attend a dinner hosted by"."""

from __future__ import annotations

from pourparler.reading.actors import Actors
from pourparler.reading.contacts.climbing import climb
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.phrases import Idiom, two_sides
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Factuality, Status

_GIVING = frozenset({"host", "give", "hold", "offer", "throw", "arrange", "organise", "organize"})
_TOLD = frozenset({Factuality.ACTUAL, Factuality.PLANNED, Factuality.NEGATED})


def dining(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "attended a dinner hosted by the president", "boycotted the president's reception": with whoever gives it."""
    meal = syntax.patient(i)
    found = _given(syntax, actors, meal, syntax.subject(i)) if meal is not None else None
    if meal is None or found is None or syntax.lemma[meal] not in idiom.words or syntax.passive(i):
        return None
    above = Draft(i, idiom.channel, False)
    climb(syntax, above)  # "refused to attend"
    fact = factuality(syntax, i)
    if not above.steps and fact not in _TOLD:
        return None
    draft = Draft(meal, idiom.channel, False, steps=[(i, idiom.status), *above.steps], links=[i])
    draft.facing, draft.doer = actors.one(found), None if above.steps else syntax.subject(i)
    if idiom.status is Status.DECLINED and fact is not Factuality.ACTUAL:
        return None
    if not above.steps and fact is Factuality.NEGATED and {"will", "would", "wo"} & set(syntax.auxiliaries(i)):
        draft.told = Status.DECLINED, Factuality.ACTUAL
    return draft


def asked_to_dine(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "was invited to the dinner hosted by the president": the host asks, and the guest is asked."""
    guest = syntax.patient(i)
    meal = next((k for k in syntax.obliques(i, "to", "for") if syntax.lemma[k] in idiom.words), None)
    giver = _given(syntax, actors, meal, guest) if meal is not None else None
    if guest is None or giver is None or syntax.subject(i) is not None:
        return None
    draft = Draft(i, idiom.channel, False, steps=[(i, idiom.status)], doer=giver, facing=actors.one(guest))
    climb(syntax, draft)
    return draft if factuality(syntax, i) is Factuality.ACTUAL else None


def _given(syntax: Syntax, actors: Actors, meal: int, guest: int | None) -> int | None:
    """Who gives the dinner, if of another side than the guest."""
    clauses = [k for k in syntax.children(meal, "acl", "acl:relcl") if syntax.lemma[k] in _GIVING]
    givers = [syntax.agent(k) if syntax.tag[k] == "VBN" else syntax.subject(k) for k in clauses]
    givers.append(syntax.possessor(meal))
    return next((k for k in givers if k is not None and two_sides(syntax, actors, guest, k) is not None), None)
