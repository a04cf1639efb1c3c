"""Whose date a deed may share that has none of its own.

"intercepted the ship on Saturday and escorted it out"   joined verbs
"On Sunday jets took off; they met nobody"               a day before both clauses
"Nobody answered when they called on Monday"             a *when* clause and its own
"released a statement on Monday, condemning the strike"  a participle beside its verb
"tried on Monday to reach Oslo"                          a verb that the other only tries or fails to do
"held talks on Monday"                                   a deed noun under a verb that only carries it
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pourparler.reading.syntax import Syntax
from pourparler.reading.timing.hanging import SAYING

#: Verbs that only say that another deed was tried, done or left undone: one day serves both.
_CARRYING = frozenset(
    {"try", "manage", "fail", "attempt", "begin", "start", "continue", "refuse", "decline", "help", "go", "come", "be"}
)
#: Verbs whose object tells the deed ("held talks"), and verbs whose subject does ("talks began").
_DOING = frozenset(
    {"hold", "make", "give", "launch", "conduct", "stage", "carry", "begin", "start", "open", "issue", "lodge",
     "suffer", "do", "have", "pay", "receive", "mount", "place", "undertake", "perform", "deliver", "file", "impose"}
)  # fmt: skip
_HAPPENING = frozenset({"occur", "happen", "erupt", "break", "begin", "start", "open", "take", "come", "continue"})
_CARRIERS = {"obj": _DOING, "nsubj:pass": _DOING, "nsubj": _HAPPENING}
_TIMES = frozenset({"when", "while"})
_ASIDE = frozenset({"earlier", "already", "previously", "later", "since", "then", "now"})
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
    elif syntax.pos[i] == "NOUN" and syntax.lemma[head] in _CARRIERS.get(dep, ()):
        yield Share(head)


def _of_verb(syntax: Syntax, i: int, head: int, dep: str) -> Iterator[Share]:
    if dep in ("conj", "parataxis") and syntax.pos[head] == "VERB":
        yield from _of_joined(syntax, i, head, dep)
    if (dep == "xcomp" and syntax.lemma[head] in _CARRYING) or (dep == "advcl" and _opens(syntax, i, _TIMES)):
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
    elif _same_tense(syntax, i, head):
        yield Share(head, _reach(syntax, i, head, dep))


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
