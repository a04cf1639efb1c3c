"""The day for which something was planned, where the words of the plan tell it.

"talks scheduled for Monday", "talks, set to begin on Monday"   a participle beside the noun
"The talks were scheduled to begin on Monday"                   what the plan would have it do
"""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.reading.syntax import Syntax

#: Words of a timetable for one deed.
PLANS = frozenset({"arrange", "bill", "book", "due", "expect", "fix", "intend", "plan", "schedule", "set", "slate"})
_BESIDE = frozenset({"acl", "acl:relcl", "amod"})
_PLANNED = frozenset({"nsubj", "obj"})
_BE = frozenset({"is", "are", "was", "were"})
_NOUN_LINKS = frozenset({"nmod", "compound", "conj"})


def is_plan(syntax: Syntax, i: int) -> bool:
    """Whether the word tells a plan: "was *scheduled* for", "is *due* to"."""
    told = syntax.lemma[i] in PLANS or syntax.lower[i] in PLANS
    return told and syntax.child(i, "compound:prt") is None  # "a line set up in 2018"


def plan_words(syntax: Syntax, core: int) -> Iterator[int]:
    """The words of a plan for the deed ``core``: their date is the one it was planned for."""
    if is_plan(syntax, core):
        yield from _with_deed(syntax, core)
    for noun in _nouns_of(syntax, core):
        for k in syntax.kids[noun]:
            if syntax.dep[k] in _BESIDE and is_plan(syntax, k):
                yield from _with_deed(syntax, k)
        head = syntax.head[noun]
        if syntax.relation[noun] in _PLANNED and (is_plan(syntax, head) or _is_to(syntax, head)):
            yield from _with_deed(syntax, head)
        if syntax.relation[noun] in _PLANNED:
            yield from (k for k in syntax.children(head, "advcl") if k > noun and is_due(syntax, k))


def is_due(syntax: Syntax, verb: int) -> bool:
    """ "Cancelled talks *due to* begin": the parse takes "due to" for a conjunction."""
    return any(syntax.lower[k] == "due" and syntax.dep[k] in ("mark", "case") for k in syntax.kids[verb])


def _is_to(syntax: Syntax, verb: int) -> bool:
    """ "Were to begin", "was due to begin", where the parse makes one verb of it."""
    words = {syntax.lower[k] for k in syntax.kids[verb] if k < verb}
    return "to" in words and bool(_BE & words)


def _nouns_of(syntax: Syntax, core: int) -> list[int]:
    """The noun, those above it ("a *round* of talks") and those it holds ("talks of the *ministers*")."""
    nouns = [core]
    while syntax.dep[nouns[-1]] in _NOUN_LINKS and syntax.pos[syntax.head[nouns[-1]]] == "NOUN" and len(nouns) < 4:
        nouns.append(syntax.head[nouns[-1]])
    return nouns + [k for k in syntax.kids[core] if syntax.dep[k] == "nmod" and k > core]


def _with_deed(syntax: Syntax, plan: int) -> Iterator[int]:
    """The plan and what it would have done: "set to *begin*", "due to *take* place"."""
    yield plan
    deed = syntax.child(plan, "xcomp")
    if deed is not None:
        yield deed
