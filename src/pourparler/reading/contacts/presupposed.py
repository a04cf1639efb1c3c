"""What a clause presupposes of a contact that it only qualifies: how it went, on whose wish it came about."""

from __future__ import annotations

from pourparler.reading.contacts.definite import is_definite
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.wishes import wisher
from pourparler.reading.contacts.words import LASTING, NEUTRAL, PACTS
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel, Factuality, Status

_AGREEING = frozenset({"sign", "announce", "reach", "conclude", "strike", "agree", "seal", "declare", "ink"})
_SAT = frozenset({Channel.MEETING, Channel.TALKS, Channel.PHONE, Channel.VIDEO})


def presupposed(syntax: Syntax, draft: Draft) -> tuple[Status, Factuality] | None:
    """What is told of the contact as the subject of a clause that says neither that it was nor that it will be.

    "The meeting was initiated by the Latvian side" -> requested, by Latvia; "The meeting was short" -> held.
    """
    who = wisher(syntax, draft)
    if who is not None:
        draft.doer = who
        return Status.REQUESTED, Factuality.ACTUAL
    if _went(syntax, draft):
        draft.echo = True
        return Status.HELD, Factuality.ACTUAL
    return None


def _went(syntax: Syntax, draft: Draft) -> bool:
    """ "confirmed that *the meeting was short*": how it was tells that it was."""
    core, over = draft.core, syntax.head[draft.core]
    cop = syntax.child(over, "cop")
    if syntax.dep[core] != "nsubj" or syntax.lower[over] not in LASTING or cop is None or syntax.tag[cop] != "VBD":
        return False
    told = factuality(syntax, over) is Factuality.ACTUAL and syntax.negation(over) is None
    return told and draft.channel in _SAT and is_definite(syntax, core)


def pact_with(syntax: Syntax, core: int, verb: int) -> int | None:
    """The pact of "signed a *truce* with Oslo after talks in Tallinn": of whom it is, the talks were."""
    thing = syntax.patient(verb) if syntax.lemma[verb] in _AGREEING else None
    own = all(syntax.lower[k] in NEUTRAL for k in syntax.children(core, "compound"))
    if thing is None or not own or syntax.lemma[thing] not in PACTS:
        return None  # "signed it after a cabinet meeting"
    return thing if syntax.obliques(thing, "with") else None


def qualified(syntax: Syntax, verb: int) -> bool:
    """ "The row *was over* after a meeting with Berg": a predicate that was so is told as much as a deed."""
    cop = syntax.child(verb, "cop")
    past = cop is not None and syntax.tag[cop] == "VBD" and syntax.negation(verb) is None
    return past and factuality(syntax, verb) is Factuality.ACTUAL
