"""Sides of a ceasefire or an agreement, named beside it, by its relative clause, or by the clause it stands in."""

from __future__ import annotations

from collections.abc import Iterable

from pourparler.reading.actors import Actors, official
from pourparler.reading.parties import doer_token
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, side_of


def makers_of(syntax: Syntax, actors: Actors, core: int, step: int, makers: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The sides told in the sentence, each once: "between Riga and Oslo", "with Oslo", "the Riga-Oslo truce"."""
    spots = tuple(dict.fromkeys((core, step)))
    near = (*spots, *syntax.children(core, "acl"))
    between = [k for t in near for k in syntax.obliques(t, "between")]
    inner = syntax.obliques(core, "of")  # "a memorandum of understanding *with Oslo*"
    partners = between or [k for t in (*spots, *inner) for k in syntax.obliques(t, "with")]
    found = (*(() if between else makers), *_official(actors, partners))
    for tokens in (_names(syntax, core), _signers(syntax, core), _clause_above(syntax, core, step)):
        if len({side_of(a) for a in found}) > 1:
            break
        found = (*found, *_official(actors, tokens))
    return each_side(found)


def _names(syntax: Syntax, core: int) -> list[int]:
    """ "The Riga-Oslo truce"."""
    names = syntax.named_modifiers(core)
    return [*(c for k in names for c in syntax.named_modifiers(k)), *names]


def _signers(syntax: Syntax, core: int) -> list[int]:
    """ "A truce that Riga and Oslo signed", "a pact reached by Riga and Oslo"; who brokered it is no side."""
    clauses = [k for k in syntax.children(core, "acl", "acl:relcl") if syntax.lemma[k] in _SIGNING]
    return [k for k in (doer_token(syntax, c) for c in clauses) if k is not None]


def _clause_above(syntax: Syntax, core: int, step: int) -> list[int]:
    """ "They speak *under* an accord of 1990": the sides who do; "Riga said the truce with Oslo was over": Riga."""
    above = syntax.head[core]
    if syntax.preposition(core) == "under" and syntax.pos[above] == "VERB":
        doer = doer_token(syntax, above)
        return [doer] if doer is not None else []
    said = syntax.head[step]
    if syntax.dep[step] == "ccomp" and said != step:
        doer = doer_token(syntax, said)
        return [doer] if doer is not None else []
    return []


def _official(actors: Actors, tokens: Iterable[int]) -> tuple[Actor, ...]:
    return tuple(a for k in tokens for a in actors.all(k) if official(a))


def each_side(found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The first actor of each side, in the order told."""
    return tuple({side_of(a): a for a in reversed(found)}.values())[::-1]


_SIGNING = frozenset({"sign", "reach", "agree", "conclude", "declare", "make", "negotiate", "strike", "announce"})
