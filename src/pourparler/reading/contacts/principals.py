"""Whom a pronoun in the words of a spokesman stands for: not him, who deals with nobody, but who he speaks for."""

from __future__ import annotations

from pourparler.reading.actors import Actors
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

_PRONOUNS = frozenset({"he", "she", "him", "her", "his"})


def dealing(syntax: Syntax, actors: Actors, k: int) -> tuple[Actor, ...]:
    """The actors that ``k`` names as dealing with each other.

    "A spokesman for Mr Store said the president had called *him*" -> Store
    """
    found = actors.all(k)
    if syntax.lower[k] not in _PRONOUNS or not any("spokes" in (a.office or "") for a in found):
        return found
    first, _ = syntax.sentences[syntax.sentence_of[k]]
    speaker = next((i for i in range(first, k) if syntax.lemma[i].startswith("spokes")), None)
    if speaker is None:
        return ()
    principal = syntax.possessor(speaker)
    principal = next(iter(syntax.obliques(speaker, "for", "of")), principal)
    return tuple(a for a in actors.all(principal) if a.person) if principal is not None else ()
