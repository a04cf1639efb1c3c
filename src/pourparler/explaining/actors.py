"""Why each actor of a record is taken for that party, in sentences, and what of it nothing tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pourparler.explaining.explanation import ActorReason
from pourparler.explaining.findings import FINDINGS, stands_at_name
from pourparler.explaining.mentions import sentence_at
from pourparler.explaining.parts import parts_of
from pourparler.explaining.phrasing import quoted
from pourparler.explaining.tables import sentences
from pourparler.knowledge import Knowledge
from pourparler.reading.people import People
from pourparler.reading.pronouns import NEUTRAL, PERSONAL, PLURAL, SPEAKING
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Record, Span, Tenure

_PRONOUNS = PERSONAL | NEUTRAL | PLURAL | SPEAKING | {"who", "which", "that", "this", "these", "those", "one", "both"}
_RESOLUTIONS = {row["label"]: row for row in sentences("resolutions")}
#: Labels that say already that the words refer to somebody told elsewhere.
_REFERRING = frozenset({"pronoun", "speaker", "document", "earlier mention", "counterpart"})


def explain_actors(doc: Any, record: Record) -> tuple[ActorReason, ...]:
    """Every actor of the record with the fields it fills, those of reasons and positions too; a tenure's holder."""
    found = parts_of(record, Actor)
    if isinstance(record, Tenure) and (holder := _holder(doc, record)) is not None:
        found = {holder: ("person", "office", "country")}
    return tuple(explain_actor(doc, actor, fields, record.evidence) for actor, fields in found.items())


def _holder(doc: Any, record: Tenure) -> Actor | None:
    """The actor that a tenure's person is, at the name nearest to the record's words."""
    people: People = doc._.actors.people
    mentions = [a for person in people.persons if person.name == record.person for a, _ in person.mentions]
    nearest = min(mentions, key=lambda k: abs(doc._.syntax.start[k] - record.anchor.start), default=None)
    actor: Actor | None = doc._.actors.one(nearest)
    return actor


def explain_actor(doc: Any, actor: Actor, fields: tuple[str, ...] = (), evidence: tuple[Span, ...] = ()) -> ActorReason:
    known: Knowledge = doc._.actors.known
    state = known.state(actor.country) if actor.country else None
    return ActorReason(
        fields=fields,
        actor=actor,
        state=state.name if state is not None else None,
        why=(*_why(doc, actor), *_from_elsewhere(doc, actor, evidence)),
        missing=tuple(_missing(actor)),
    )


def _why(doc: Any, actor: Actor) -> Iterator[str]:
    """One sentence for each thing that decided; for a person under other words first who is meant."""
    if actor.resolved_by is None:
        return
    labels = actor.resolved_by.split("; ")
    referring = actor.person is not None and not _names(actor) and not _REFERRING.intersection(labels)
    if referring and not stands_at_name(doc, actor):
        yield sentence_for(doc, actor, "pronoun" if actor.text.lower() in _PRONOUNS else "earlier mention")
    for label in labels:
        yield sentence_for(doc, actor, label)


def _from_elsewhere(doc: Any, actor: Actor, evidence: tuple[Span, ...]) -> Iterator[str]:
    """Whether the actor's words stand outside those quoted: a side told before or after, which completes the record."""
    if not evidence or any(e.start <= actor.start < e.end for e in evidence):
        return
    syntax: Syntax = doc._.syntax
    here = {syntax.sentence_of[syntax.at(offset)] for e in evidence for offset in (e.start, e.end - 1)}
    same = syntax.sentence_of[syntax.at(actor.start)] in here
    where = "the same sentence" if same else quoted(sentence_at(doc, actor.start))
    yield f"its words stand outside those quoted, in {where}"


def _names(actor: Actor) -> bool:
    """Whether the actor's words hold a word of the person's name."""
    name = set((actor.person or "").replace("-", " ").split())
    return bool(name & set(actor.text.replace("-", " ").replace("’s", "").replace("'s", "").split()))


def sentence_for(doc: Any, actor: Actor, label: str) -> str:
    """The sentence of a label, with what it refers to where that is found; the label itself where it has none."""
    row = _RESOLUTIONS.get(label)
    if row is None:
        return label
    detail = FINDINGS[row["detail"]](doc, actor) if row["detail"] else None
    return row["sentence"].format(detail) if detail else row["bare"]


def _missing(actor: Actor) -> Iterator[str]:
    """What a reader might look for and the article does not tell."""
    if actor.resolved_by is None and actor.code is None:
        yield _nobody(actor)
        return
    if actor.office is not None and actor.person is None:
        yield "the person: the words name nobody"
    elif actor.anonymous:
        yield "the name: nobody is named"
    if actor.country is None and actor.organisation is None:
        yield "the state: neither the words nor the article around them tell one"
    elif actor.code is None:
        yield "the code: no table tells the sector"


def _nobody(actor: Actor) -> str:
    if actor.text.lower() in _PRONOUNS:
        return f"everything: not exactly one party before is left that {quoted(actor.text)} could mean"
    return "everything: no table knows the words, and nothing in the article tells who they are"


def labels_known() -> frozenset[str]:
    """The labels that have a sentence."""
    return frozenset(_RESOLUTIONS)
