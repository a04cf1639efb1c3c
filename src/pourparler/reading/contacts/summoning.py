"""Who summoned, where a passive leaves it unsaid: "The Omani ambassador was summoned, Doha said"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from pourparler.knowledge import Category
from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.descriptions import POSTED
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Statement, side_of


def summoner(doc: Doc, draft: Draft, by: Actor | None, summoned: Actor | None) -> Actor | None:
    """Who called an envoy in: as told, else the state where to, else where he is posted, else whose statement tells it.

    "The foreign ministry summoned the Latvian ambassador to Norway" -> the ministry of Norway.
    """
    if summoned is None or summoned.country is None or (by is not None and by.country is not None):
        return by
    told = by or doc._.actors.one(doc._.syntax.subject(draft.core))
    state = _posted_to(doc, draft, summoned.country)
    if told is not None and state is not None and told.country is None and told.organisation is None:
        sector = told.sectors[0] if told.sectors else "GOV"
        return replace(told, country=state, code=f"{state} {sector}", resolved_by="posting")
    for actor in (*_named(doc, draft), *_telling(doc, draft)):
        if official(actor) and actor.country not in (None, summoned.country):
            return by or actor
    return by


def _posted_to(doc: Doc, draft: Draft, own: str) -> str | None:
    """The state that an envoy of another is posted to: "Latvian Ambassador to *Norway* Jan Berg"."""
    for k in _places(doc._.syntax, draft):
        for entry in doc._.actors.entries(k, Category.STATE, Category.CAPITAL):
            if isinstance(entry.country, str) and entry.country != own:
                return entry.country
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
    for k in _places(doc._.syntax, draft):
        yield from doc._.actors.all(k)


def _places(syntax: Syntax, draft: Draft) -> list[int]:
    """Where an envoy is called to, and where he is posted."""
    envoy = syntax.patient(draft.core)
    posting = syntax.obliques(envoy, "to", "in") if envoy is not None else []
    return [*syntax.obliques(draft.core, "to", "at", "in"), *posting]


def _telling(doc: Doc, draft: Draft) -> Iterator[Actor]:
    """Sources of the statements that tell the summons, the innermost first."""
    at = doc._.syntax.start[draft.core]
    telling: list[Statement] = [s for s in doc._.statements if any(c.start <= at < c.end for c in s.content)]
    for statement in sorted(telling, key=lambda s: sum(c.end - c.start for c in s.content)):
        if statement.source is not None:
            yield statement.source
