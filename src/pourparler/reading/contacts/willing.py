"""Will and wish: what its doer would have none of ("will not meet them"), and what it would like ("would like to")."""

from __future__ import annotations

from pourparler.reading.contacts.words import DAYS
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
_ATTENDING = frozenset({"attend", "participate", "join", "sit", "engage", "enter", "send", "come"})
_DEALING = _ATTENDING | {"meet", "receive", "speak", "host", "take", "hold", "have"}
_HAD = frozenset({"meeting", "talk", "talks", "dialogue", "contact", "conversation", "negotiation", "dealings", "call"})
_TALKING = frozenset({"negotiate", "talk"})
#: What one says of oneself.
SAYING = frozenset({"say", "announce", "declare", "state", "add", "insist", "tell", "repeat", "reiterate", "stress"})
_ONESELF = frozenset({"it", "he", "she", "they", "we", "i"})
#: By what a thing is only not then: "would not meet him *on Friday*".
_DATING = DAYS | {"tomorrow", "today", "tonight", "week", "month", "year", "now", "yet", "weekend"}
#: What under "would" is a wish.
_WISHES = {
    **dict.fromkeys(("like", "love", "prefer"), Status.SOUGHT),
    **dict.fromkeys(("happy", "glad", "pleased", "delighted", "honoured", "honored"), Status.OFFERED),
}
_VOICING = frozenset({"express", "voice", "reiterate", "share", "state"})
#: What opens the terms on which a refusal would end.
TERMS = frozenset({"while", "until", "unless", "if", "as", "before", "till"})
#: Verbs that under "not" tell that their subject would have none of it: "did not dare to meet".
_DARING = frozenset({"dare", "deign", "care", "bother"})
#: Who is not so, or does not, refuses.
_READY = frozenset({"ready", "willing", "prepared", "open", "readiness", "willingness", "want", "wish", "desire"})
WILL = frozenset({"will", "wo", "would", "shall"})


def wished(syntax: Syntax, verb: int) -> Status | None:
    """ "would like to meet him" seeks the contact, "would be glad to host the talks" offers it; neither plans it."""
    over = syntax.head[verb]
    if syntax.dep[verb] not in ("xcomp", "advcl", "ccomp") or not {"would", "'d", "’d"} & set(syntax.auxiliaries(over)):
        return None
    if syntax.negation(over) is not None or syntax.negation(verb) is not None or _conditional(syntax, over):
        return None
    return _WISHES.get(syntax.lemma[over])


def welcomed(syntax: Syntax, core: int) -> int | None:
    """Who "*would welcome* talks with Oslo", "expressed the *hope* for a meeting with it": they want them."""
    over = syntax.head[core]
    if syntax.lemma[over] == "hope" and syntax.pos[over] == "NOUN" and syntax.preposition(core) in ("for", "of"):
        verb = syntax.head[over]
        voiced = syntax.patient(verb) == over and syntax.lemma[verb] in _VOICING and syntax.obliques(core, "with")
        return syntax.subject(verb) if voiced and syntax.negation(verb) is None else None
    would = syntax.lemma[over] == "welcome" and {"would", "'d", "’d"} & set(syntax.auxiliaries(over))
    if not would or syntax.patient(over) != core or syntax.negation(over) is not None:
        return None
    return syntax.subject(over) if syntax.obliques(core, "with") else None


def _conditional(syntax: Syntax, verb: int) -> bool:
    return any(syntax.lower[k] == "if" for c in syntax.children(verb, "advcl") for k in syntax.kids[c])


def unwilling(syntax: Syntax, verb: int) -> bool:
    """ "will not negotiate with Oslo", "vowed not to meet him"; "will not meet" alone may be a matter of dates."""
    told = _going_to(syntax, verb)
    if syntax.negation(told) is None or syntax.passive(verb) or no_longer(syntax, verb):
        return False
    over = syntax.head[verb]
    settled = syntax.dep[verb] == "xcomp" and bool({syntax.lemma[over], syntax.lower[over]} & SETTLING)
    if settled and syntax.negation(over) is None:
        return True
    willed = told != verb or _of_will(syntax, verb)
    return willed and (syntax.lemma[verb] in _TALKING or _by_ones_own_will(syntax, verb, told))


def _going_to(syntax: Syntax, verb: int) -> int:
    """ "is not *going* to talk": the verb that is negated for it; else the verb itself."""
    over = syntax.head[verb]
    ahead = syntax.dep[verb] == "xcomp" and syntax.lemma[over] == "go" and syntax.tag[over] == "VBG"
    return over if ahead and syntax.tag[verb] == "VB" else verb


def _of_will(syntax: Syntax, verb: int) -> bool:
    """ "will not", and "is not" of what lies ahead: "is not coming"."""
    auxiliaries = set(syntax.auxiliaries(verb))
    ahead = syntax.tag[verb] == "VBG" and auxiliaries & {"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"}
    return bool(WILL & auxiliaries) or (bool(ahead) and syntax.lemma[verb] in _ATTENDING)


def _by_ones_own_will(syntax: Syntax, verb: int, told: int) -> bool:
    """ "We will not meet them", "it would not meet them while they fire", "will not attend": no matter of dates."""
    if syntax.lemma[verb] not in _DEALING:
        return False
    doer = syntax.grammatical_subject(told)
    spoken = doer is not None and syntax.lower[doer] in ("we", "i")
    clauses = [k for c in syntax.children(verb, "advcl") for k in syntax.kids[c] if syntax.dep[k] == "mark"]
    until = any(syntax.lower[k] in TERMS for k in clauses)
    thing = syntax.child(verb, "obj")
    part = syntax.lemma[verb] == "take" and thing is not None and syntax.lemma[thing] == "part"
    if syntax.lemma[verb] == "have" and (thing is None or syntax.lemma[thing] not in _HAD):
        return False
    return spoken or until or part or syntax.lemma[verb] in _ATTENDING or _of_oneself(syntax, told)


def _of_oneself(syntax: Syntax, verb: int) -> bool:
    """ "Oslo said *it would not hold* talks with Riga": who tells it of itself, and of no one day, has none of it."""
    over = syntax.head[verb]
    doer = syntax.grammatical_subject(verb)
    if syntax.dep[verb] != "ccomp" or syntax.lemma[over] not in SAYING or doer is None:
        return False
    return syntax.lower[doer] in _ONESELF and not dated(syntax, verb)


def dated(syntax: Syntax, verb: int) -> bool:
    """Whether a clause tells of one day or week alone: "will not meet him *on Friday*"."""
    words = {syntax.lower[k] for k in syntax.subtree(verb)}
    return bool(words & _DATING)


def not_wanting(syntax: Syntax, word: int) -> bool:
    """ "is not ready for talks", "no longer wants to meet him": under "not", words of will refuse."""
    return bool({syntax.lower[word], syntax.lemma[word]} & _READY)


def not_daring(syntax: Syntax, verb: int) -> bool:
    """ "did not dare to meet him", "would not deign to meet him": who has not the will for it turns it down."""
    over = syntax.head[verb]
    own = syntax.dep[verb] in ("xcomp", "ccomp") and syntax.lemma[over] in _DARING
    return own and syntax.negation(over) is not None and syntax.negation(verb) is None


def no_longer(syntax: Syntax, i: int) -> bool:
    """ "will no longer take place": it was to."""
    not_ = syntax.negation(i)
    return not_ is not None and syntax.lower[not_] == "longer" and "will" in syntax.auxiliaries(i)
