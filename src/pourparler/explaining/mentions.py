"""Where an actor stands in the Doc, and where the same party was named before."""

from __future__ import annotations

from typing import Any

from pourparler.explaining.phrasing import quoted
from pourparler.reading.actors import Actors
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor

_NAMING = frozenset({"PROPN", "NOUN", "ADJ"})
#: How many sentences up an earlier mention is looked for.
_REACH = 12
#: How much of a sentence is shown, in characters.
_SHOWN = 90


def tokens_of(syntax: Syntax, actor: Actor) -> range:
    """The tokens the actor quotes."""
    return range(syntax.at(actor.start), syntax.at(max(actor.end - 1, actor.start)) + 1)


def sentence_at(doc: Any, offset: int) -> str:
    """The sentence that holds a character, its middle left out where it is long."""
    syntax: Syntax = doc._.syntax
    first, end = syntax.sentences[syntax.sentence_of[syntax.at(offset)]]
    words = " ".join(syntax.text[syntax.start[first] : syntax.end[end - 1]].split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rsplit(' ', 1)[0]} …"


def head_of(doc: Any, actor: Actor) -> int:
    """The token that names the actor: the one that is resolved to it, else the highest of its words."""
    syntax: Syntax = doc._.syntax
    tokens = tokens_of(syntax, actor)
    named = next((k for k in tokens if any(_same(actor, a) and a.start == actor.start for a in _at(doc, k))), None)
    return named if named is not None else next((k for k in tokens if syntax.head[k] not in tokens), tokens.start)


def named_before(doc: Any, actor: Actor) -> str | None:
    """The words that last named the party before the actor's, and how far up they stand."""
    syntax: Syntax = doc._.syntax
    first = tokens_of(syntax, actor).start
    floor = syntax.sentences[max(syntax.sentence_of[first] - _REACH, 0)][0]
    for k in range(first - 1, floor - 1, -1):
        if syntax.pos[k] in _NAMING and (other := _naming(doc, k, actor)) is not None:
            return f"{quoted(other.text)} {_distance(syntax, k, first)}"
    return None


def _naming(doc: Any, k: int, actor: Actor) -> Actor | None:
    """The actor at ``k``, if it is the same party under words of its own."""
    found = (other for other in _at(doc, k) if _same(actor, other) and other.end <= actor.start)
    return next((other for other in found if other.text.lower() != actor.text.lower()), None)


def _at(doc: Any, k: int) -> tuple[Actor, ...]:
    actors: Actors = doc._.actors
    return actors.all(k)


def _same(a: Actor, b: Actor) -> bool:
    """Whether both are one person, else one body; parties of whom nothing is known are never the same."""
    if a.person or b.person:
        return a.person == b.person
    known = (a.organisation, a.country, a.sectors[:1])
    return any(known) and known == (b.organisation, b.country, b.sectors[:1])


def _distance(syntax: Syntax, k: int, i: int) -> str:
    apart = syntax.sentence_of[i] - syntax.sentence_of[k]
    return ("in the same sentence", "in the sentence before")[apart] if apart < 2 else f"{apart} sentences before"
