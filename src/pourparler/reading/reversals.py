"""Reversals: measures that the rest of their own sentence undoes."""

from __future__ import annotations

from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Factuality

_UNDOING = frozenset(
    {"lift", "reverse", "withdraw", "revoke", "rescind", "reopen", "cancel", "drop", "overturn", "undo", "retract"}
)
#: What takes up a measure told before: "reversed *the decision*", "lifted *them*".
_TAKEN_UP = frozenset({"decision", "move", "order", "step", "measure", "ban", "sanction", "expulsion", "restriction"})
_THEM = frozenset({"it", "them", "this", "that"})
_ORDERS = frozenset({"decision", "order", "plan", "move"})


def undone_by(syntax: Syntax, step: int) -> int | None:
    """The verb by which the one who took a measure takes it back.

    "Oslo closed the border on Monday but *reopened* it on Friday", "but later *went* back on its decision".
    """
    for k in syntax.conjuncts(step):
        own = syntax.grammatical_subject(k) is None or syntax.grammatical_subject(k) == syntax.grammatical_subject(step)
        if k > step and own and syntax.pos[k] == "VERB" and _undoes(syntax, k):
            return k if factuality(syntax, k) is Factuality.ACTUAL else None
    return None


def order_undone(syntax: Syntax, step: int) -> bool:
    """ "Oslo *revoked its decision* to expel the envoy"."""
    order = syntax.head[step]
    verb = syntax.head[order]
    told = syntax.dep[step] == "acl" and syntax.lemma[order] in _ORDERS and syntax.patient(verb) == order
    return told and syntax.lemma[verb] in _UNDOING and factuality(syntax, verb) is Factuality.ACTUAL


def _undoes(syntax: Syntax, k: int) -> bool:
    if syntax.lemma[k] == "go":
        back = any(syntax.lower[c] == "back" for c in syntax.kids[k])
        on = [n for c in (k, *syntax.children(k, "advmod", "compound:prt")) for n in syntax.obliques(c, "on")]
        return back and any(syntax.lemma[c] in _TAKEN_UP for c in on)
    thing = syntax.patient(k)
    again = thing is not None and (syntax.lower[thing] in _THEM or _the(syntax, thing))
    return syntax.lemma[k] in _UNDOING and again


def _the(syntax: Syntax, thing: int) -> bool:
    """ "the ban", "its decision", and no ban of something else."""
    own = any(syntax.lower[c] in ("the", "its", "this", "that", "his", "her", "their") for c in syntax.kids[thing])
    return own and syntax.lemma[thing] in _TAKEN_UP and not syntax.children(thing, "nmod", "acl", "acl:relcl")
