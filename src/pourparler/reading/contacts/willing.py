"""Will and wish: what its doer would have none of ("will not meet them"), and what it would like ("would like to")."""

from __future__ import annotations

from pourparler.reading.syntax import Syntax
from pourparler.records import Status

#: Verbs that settle what their subject will do: "decided not to go".
DECIDING = frozenset({"decide", "choose", "opt", "resolve", "vote", "elect"})
SETTLING = (
    DECIDING
    | frozenset({"prefer", "plan", "intend"})
    | frozenset({"vow", "pledge", "determined", "resolved", "promise", "swear"})
)
#: What one will not do with others whom one refuses, and what of it is never a matter of dates.
_ATTENDING = frozenset({"attend", "participate", "join", "sit", "engage"})
_DEALING = _ATTENDING | {"meet", "receive", "speak", "host", "take", "hold", "enter"}
#: What under "would" is a wish.
_WISHES = {
    **dict.fromkeys(("like", "love", "prefer"), Status.SOUGHT),
    **dict.fromkeys(("happy", "glad", "pleased", "delighted", "honoured", "honored"), Status.OFFERED),
}
#: What opens the terms on which a refusal would end.
_TERMS = frozenset({"while", "until", "unless", "if", "as", "before", "till"})
#: Verbs that under "not" tell that their subject would have none of it: "did not dare to meet".
_DARING = frozenset({"dare", "deign", "care", "bother"})
WILL = frozenset({"will", "wo", "would", "shall"})


def wished(syntax: Syntax, verb: int) -> Status | None:
    """ "would like to meet him" seeks the contact, "would be glad to host the talks" offers it; neither plans it."""
    over = syntax.head[verb]
    if syntax.dep[verb] not in ("xcomp", "advcl", "ccomp") or not {"would", "'d", "’d"} & set(syntax.auxiliaries(over)):
        return None
    if syntax.negation(over) is not None or syntax.negation(verb) is not None or _conditional(syntax, over):
        return None
    return _WISHES.get(syntax.lemma[over])


def _conditional(syntax: Syntax, verb: int) -> bool:
    return any(syntax.lower[k] == "if" for c in syntax.children(verb, "advcl") for k in syntax.kids[c])


def unwilling(syntax: Syntax, verb: int) -> bool:
    """ "will not negotiate with Oslo", "vowed not to meet him"; "will not meet" alone may be a matter of dates."""
    if syntax.negation(verb) is None or syntax.passive(verb) or no_longer(syntax, verb):
        return False
    over = syntax.head[verb]
    settled = syntax.dep[verb] == "xcomp" and bool({syntax.lemma[over], syntax.lower[over]} & SETTLING)
    dealing = syntax.lemma[verb] in ("negotiate", "talk") and bool(WILL & set(syntax.auxiliaries(verb)))
    dealing = dealing or _by_ones_own_will(syntax, verb)
    return dealing or (settled and syntax.negation(over) is None)


def _by_ones_own_will(syntax: Syntax, verb: int) -> bool:
    """ "We will not meet them", "it would not meet them while they fire", "will not attend": no matter of dates."""
    if not WILL & set(syntax.auxiliaries(verb)) or syntax.lemma[verb] not in _DEALING:
        return False
    doer = syntax.grammatical_subject(verb)
    spoken = doer is not None and syntax.lower[doer] in ("we", "i")
    clauses = [k for c in syntax.children(verb, "advcl") for k in syntax.kids[c] if syntax.dep[k] == "mark"]
    until = any(syntax.lower[k] in _TERMS for k in clauses)
    return spoken or until or syntax.lemma[verb] in _ATTENDING


def not_daring(syntax: Syntax, verb: int) -> bool:
    """ "did not dare to meet him", "would not deign to meet him": who has not the will for it turns it down."""
    over = syntax.head[verb]
    own = syntax.dep[verb] in ("xcomp", "ccomp") and syntax.lemma[over] in _DARING
    return own and syntax.negation(over) is not None and syntax.negation(verb) is None


def no_longer(syntax: Syntax, i: int) -> bool:
    """ "will no longer take place": it was to."""
    not_ = syntax.negation(i)
    return not_ is not None and syntax.lower[not_] == "longer" and "will" in syntax.auxiliaries(i)
