"""What a relative clause says: "rebels who Oslo says have bases there" says of rebels that they have bases there."""

from __future__ import annotations

from pourparler.reading.attribution.drafts import Draft, trimmed
from pourparler.reading.syntax import Syntax


def with_what_it_tells_of(syntax: Syntax, i: int, draft: Draft) -> None:
    """Puts the noun before what a relative clause says of it; drops the copula of "what he said was a raid"."""
    clauses = syntax.children(i, "ccomp")
    if syntax.dep[i] != "acl:relcl" or not clauses or not draft.content or draft.source is None:
        return
    if draft.content[0][0] < syntax.end[i]:
        return
    noun = syntax.head[i]
    if syntax.lower[noun] == "what":
        _without_copula(syntax, i, draft)
    elif _is_said_of(syntax, noun, i, draft.source):
        told_of = _agreeing(syntax, noun, clauses[0])
        if told_of is not None:
            draft.content.insert(0, trimmed(syntax, *syntax.phrase(told_of)))


def _without_copula(syntax: Syntax, i: int, draft: Draft) -> None:
    """ "what analysts said *were* rifts": the thing itself is said."""
    start, end = draft.content[0]
    if start == syntax.start[i + 1] and syntax.lemma[i + 1] == "be" and end > syntax.end[i + 1]:
        draft.content[0] = (syntax.start[i + 2], end)


def _is_said_of(syntax: Syntax, noun: int, i: int, source: int) -> bool:
    """Whether the noun is what the said clause lacks: "rebels *who* Oslo says have ...", "men Oslo says have ..."."""
    relative = next((k for k in range(noun + 1, i) if syntax.tag[k] in ("WP", "WDT") and syntax.under(k, i)), None)
    if relative is not None:
        if syntax.preposition(relative):
            return False  # "a clip *in which* Oslo says ...": where it is said
        return relative not in syntax.children(i, "nsubj", "nsubj:pass") and source > relative
    clause = syntax.children(i, "ccomp")[0]
    whole = syntax.children(clause, "nsubj", "nsubj:pass", "expl", "obj")
    return not whole and syntax.phrase(source)[0] == syntax.phrase(noun)[1] + 1


def _agreeing(syntax: Syntax, noun: int, clause: int) -> int | None:
    """ "*troops* on the border that Oslo says *are* idle": the noun in the number of the verb; the nearest if open."""
    tags = [syntax.tag[k] for k in sorted((clause, *syntax.kids[clause]))]
    tense = next((tag for tag in tags if tag in ("VBZ", "VBP")), "")
    wanted = {"VBP": ("NNS", "NNPS"), "VBZ": ("NN", "NNP")}.get(tense)
    chain = [k for k in (noun, *syntax.ancestors(noun)) if syntax.pos[k] in ("NOUN", "PROPN")]
    return noun if wanted is None else next((k for k in chain if syntax.tag[k] in wanted), None)
