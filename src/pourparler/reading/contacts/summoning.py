"""Who summoned, where a passive leaves it unsaid: "The Omani ambassador was summoned, Doha said"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.descriptions import POSTED
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Statement, side_of


def summoner(doc: Doc, draft: Draft, summoned: Actor | None) -> Actor | None:
    """The state that an envoy was called in by: where to, else where posted, else whose statement tells it."""
    if summoned is None or summoned.country is None:
        return None
    for actor in (*_named(doc, draft), *_telling(doc, draft)):
        if official(actor) and actor.country not in (None, summoned.country):
            return actor
    return None


def summoned_beside(doc: Doc, draft: Draft, by: Actor | None) -> Actor | None:
    """ "expelled a Russian diplomat and summoned the ambassador": the envoy of the state that the first verb names."""
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    verb, envoy = draft.core, syntax.patient(draft.core)
    first = syntax.patient(syntax.head[verb]) if syntax.dep[verb] == "conj" else None
    if envoy is None or first is None or syntax.lemma[envoy] not in POSTED or by is None:
        return None
    other, named = actors.one(first), actors.one(envoy)
    unowned = named is None or side_of(named) in (None, side_of(by))
    return other if unowned and other is not None and official(other) and side_of(other) != side_of(by) else None


def _named(doc: Doc, draft: Draft) -> Iterator[Actor]:
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    envoy = syntax.patient(draft.core)
    posting = syntax.obliques(envoy, "to", "in") if envoy is not None else []
    for k in (*syntax.obliques(draft.core, "to", "at", "in"), *posting):
        yield from actors.all(k)


def _telling(doc: Doc, draft: Draft) -> Iterator[Actor]:
    """Sources of the statements that tell the summons, the innermost first."""
    at = doc._.syntax.start[draft.core]
    telling: list[Statement] = [s for s in doc._.statements if any(c.start <= at < c.end for c in s.content)]
    for statement in sorted(telling, key=lambda s: sum(c.end - c.start for c in s.content)):
        if statement.source is not None:
            yield statement.source
