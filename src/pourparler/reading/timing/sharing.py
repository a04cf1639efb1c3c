"""Whose date a deed may share that has none of its own.

"intercepted the ship on Saturday and escorted it out"   joined verbs
"On Sunday jets took off; they met nobody"               a day before both clauses
"Nobody answered when they called on Monday"             a *when* clause and its own
"released a statement on Monday, condemning the strike"  a participle beside its verb
"tried on Monday to reach Oslo"                          a verb that the other only tries or fails to do
"held talks on Monday", "a truce agreed on Monday"       a deed noun under a verb that only carries it
"was hurt in a clash on Monday"                          a deed noun that is where the other was done
"The talks are under way since Monday"                   a deed noun of which a state is told
"were to meet on Monday, but one did not come"           what was left undone when it was due
"marched on Monday to demand a share"                    what is said by the deed
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pourparler.reading.syntax import Syntax
from pourparler.reading.timing.hanging import SAYING
from pourparler.reading.timing.planning import is_plan

#: Verbs that only say that another deed was tried, done or left undone: one day serves both.
_CARRYING = frozenset(
    {"try", "manage", "fail", "attempt", "begin", "start", "continue", "refuse", "decline", "help", "go", "come", "be"}
)
#: Verbs whose object tells the deed ("held talks"), and verbs whose subject does ("talks began").
_DOING = frozenset(
    {"hold", "make", "give", "launch", "conduct", "stage", "carry", "begin", "start", "open", "issue", "lodge",
     "suffer", "do", "have", "pay", "receive", "mount", "place", "undertake", "perform", "deliver", "file", "impose",
     "submit", "extend", "send", "present", "table", "convey", "transmit", "put", "renew", "repeat", "host", "chair",
     "attend", "join", "convene", "lead", "complete", "conclude", "wrap", "finish", "end", "resume", "restart",
     "run", "observe", "exchange"}
)  # fmt: skip
#: Verbs whose object is what came of them: "a truce agreed on Monday".
_CLOSING = frozenset({"agree", "sign", "reach", "strike", "negotiate", "broker", "announce", "declare", "ink"})
_HAPPENING = frozenset({"occur", "happen", "erupt", "break", "begin", "start", "open", "take", "come", "continue"})
_CARRIERS = {"obj": _DOING, "nsubj:pass": _DOING, "nsubj": _HAPPENING}
_TIMES = frozenset({"when", "while"})
#: Gatherings at which another deed is done: "spoke at the talks", but not "a protest at the raid".
_GATHERINGS = frozenset(
    {"meeting", "talk", "summit", "conference", "session", "briefing", "dinner", "reception", "ceremony", "forum",
     "gathering", "hearing", "rally", "exercise", "drill"}
)  # fmt: skip
#: Verbs whose deed can be the purpose and the very act of another: "marched to demand".
_VOICED = frozenset({"demand", "protest", "urge", "ask", "call", "express", "denounce", "condemn", "warn", "announce"})
_ASIDE = frozenset({"earlier", "already", "previously", "later", "since", "then", "now"})
_PRESENT = frozenset({"VBZ", "VBP"})
_TENSES = frozenset(
    {"will", "would", "had", "has", "have", "may", "might", "could", "can", "must", "should", "to", "is"}
)


class Share(NamedTuple):
    """A token whose date another deed may share, and before which offset the date must end (None: anywhere)."""

    token: int
    before: int | None = None


def shares(syntax: Syntax, i: int) -> Iterator[Share]:
    """The tokens whose date the deed ``i`` may share, the likeliest first."""
    head, dep = syntax.head[i], syntax.dep[i]
    if dep == "acl:relcl":
        yield Share(head)  # "an incident on Friday in which they fired"
    if syntax.pos[i] in ("VERB", "AUX"):
        yield from _of_verb(syntax, i, head, dep)
    elif syntax.pos[i] == "NOUN":
        if _is_carried(syntax, i, head, dep):
            yield Share(head)
        for k in syntax.kids[i]:
            if syntax.dep[k] == "acl" and syntax.tag[k] == "VBN" and syntax.lemma[k] in _DOING | _CLOSING:
                yield Share(k)


def _is_carried(syntax: Syntax, i: int, head: int, dep: str) -> bool:
    """Whether a noun's deed has the time of the word above it."""
    if syntax.lemma[head] in _CARRIERS.get(dep, ()):
        return True
    if dep == "obl" and syntax.pos[head] == "VERB":
        return syntax.tag[head] in ("VBD", "VBN") and _is_occasion(syntax, i)
    return dep == "nsubj" and any(syntax.dep[k] == "cop" for k in syntax.kids[head])


def _is_occasion(syntax: Syntax, i: int) -> bool:
    """Whether a noun is the deed during which another was done: "hurt in a clash", but not "said in response"."""
    preposition = syntax.preposition(i)
    if preposition == "at":
        return syntax.lemma[i] in _GATHERINGS
    own = syntax.tag[i] == "NNS" or any(syntax.relation[k] in ("det", "nmod", "amod") for k in syntax.kids[i] if k < i)
    return preposition == "during" or (preposition == "in" and own)


def _of_verb(syntax: Syntax, i: int, head: int, dep: str) -> Iterator[Share]:
    if dep in ("conj", "parataxis") and syntax.pos[head] == "VERB":
        yield from _of_joined(syntax, i, head, dep)
    openings = frozenset({"when"}) if syntax.lemma[i] in SAYING else _TIMES  # "..., while Riga said": a contrast
    if (dep == "xcomp" and syntax.lemma[head] in _CARRYING) or (dep == "advcl" and _opens(syntax, i, openings)):
        yield Share(head)
    if dep in ("advcl", "xcomp") and syntax.lemma[i] in _VOICED and syntax.tag[i] == "VB" and i > head:
        yield Share(head)
    if dep == "advcl" and _accompanies(syntax, i, head):
        yield Share(head, syntax.start[i])
    for k in syntax.kids[i]:
        times = syntax.dep[k] == "advcl" and _opens(syntax, k, _TIMES)
        if times or (syntax.dep[k] == "xcomp" and syntax.lemma[i] in _CARRYING):
            yield Share(k)


def _of_joined(syntax: Syntax, i: int, head: int, dep: str) -> Iterator[Share]:
    """A deed joined to a saying goes on with what is said: "told us they came *on Sunday* and *fired*"."""
    said = syntax.child(head, "ccomp") if syntax.lemma[head] in SAYING and syntax.lemma[i] not in SAYING else None
    if said is not None and said < i:
        yield Share(said, syntax.start[i])
    elif _is_left_undone(syntax, i):
        yield Share(head)
        yield from (Share(k) for k in syntax.children(head, "xcomp") if is_plan(syntax, head))
    elif is_plan(syntax, head) or (syntax.tag[i] in _PRESENT and syntax.tag[head] == "VBD"):
        return  # "was due on Monday but was cancelled"; "On Monday, or so Oslo says, it fired"
    elif _same_tense(syntax, i, head):
        yield Share(head, _reach(syntax, i, head, dep))


def _is_left_undone(syntax: Syntax, i: int) -> bool:
    """ "But the minister did not come": undone on the day it was due."""
    return "did" in syntax.auxiliaries(i) and syntax.negation(i) is not None


def _accompanies(syntax: Syntax, i: int, head: int) -> bool:
    """A participle after its verb without a word of its own: "..., calling it reckless"."""
    return syntax.tag[i] == "VBG" and i > head and not any(syntax.dep[k] in ("mark", "case") for k in syntax.kids[i])


def _opens(syntax: Syntax, i: int, words: frozenset[str]) -> bool:
    return any(syntax.lower[k] in words and syntax.dep[k] in ("advmod", "mark") for k in syntax.kids[i])


def _same_tense(syntax: Syntax, i: int, head: int) -> bool:
    """Whether a joined verb goes on in the tense of the first, with no time of its own ("and had earlier asked")."""
    if any(syntax.lower[k] in _ASIDE and syntax.dep[k] == "advmod" for k in syntax.kids[i]):
        return False
    own, first = (_TENSES & set(syntax.auxiliaries(k)) for k in (i, head))
    own |= {"to"} & {syntax.lower[k] for k in syntax.kids[i] if syntax.dep[k] == "mark"}
    return own == first or (not own and syntax.grammatical_subject(i) is None)


def _reach(syntax: Syntax, i: int, head: int, dep: str) -> int:
    """Up to where the shared date may stand: anywhere before a verb with the same subject, else before both clauses."""
    if dep == "conj" and syntax.grammatical_subject(i) is None:
        return syntax.start[i]
    own = syntax.grammatical_subject(head)
    return syntax.start[own if own is not None and own < head else head]
