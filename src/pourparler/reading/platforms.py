"""Platforms: the ships, aircraft and weapons of a noun phrase, with name, type and number where told."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from pourparler.knowledge import Category
from pourparler.reading.quantities import NUMBERS
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Platform

#: How air forces name types: "Su-30", "F-16C", "EP-3", "MQ-9"; a ship's number ("L-23") is written alike.
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d{1,3}[A-Z]{0,3}s?")


def is_platform(doc: Doc, i: int) -> bool:
    """Whether a noun names a ship, an aircraft or a weapon: by the table, by a label, or by a type's designation."""
    syntax, actors = doc._.syntax, doc._.actors
    head = actors.known.head(syntax.lemma[i])
    entity = actors.entity_at.get(i)
    named = (head is not None and head.kind == "platform") or (entity is not None and entity.label_ == "VESSEL")
    return named or (designated(syntax, i) and not actors.entries(i, Category.ORGANISATION, Category.BODY))


def designated(syntax: Syntax, i: int) -> bool:
    """Whether the word is a type's designation: "Su-30"."""
    return syntax.pos[i] in ("NOUN", "PROPN") and _DESIGNATION.fullmatch(syntax.word[i]) is not None


def as_force(actor: Actor) -> Actor:
    """The state before a designation as its armed forces: "a *Venezuelan* Su-30"."""
    if actor.country is None or actor.sectors[:1] not in (("GOV",), ()):
        return actor
    return replace(
        actor, name=None, organisation=None, office=None, person=None, sectors=("MIL",), code=f"{actor.country} MIL"
    )


def platforms_of(doc: Doc, i: int, operator: Actor | None) -> list[Platform]:
    """The platform a noun phrase names, if it names one."""
    syntax, actors = doc._.syntax, doc._.actors
    if not is_platform(doc, i):
        return []
    head = actors.known.head(syntax.lemma[i])
    kind = syntax.lemma[i] if head is not None and head.kind == "platform" else None
    number = _number(syntax, i)
    single = not syntax.tag[i].endswith("S") and not syntax.word[i].endswith("s")
    return [
        Platform(
            name=_name(doc, i),
            type=kind,
            operator=operator.code if operator else None,
            count=number or (1 if single else None),
        )
    ]


def _name(doc: Doc, i: int) -> str | None:
    """A ship's name in or right after the phrase, or a type's designation."""
    syntax, actors = doc._.syntax, doc._.actors
    first, _last = syntax.phrase(i)
    near = range(first, min(syntax.size, syntax.edges(i)[1] + 1))
    found = (actors.entity_at[k] for k in near if k in actors.entity_at and actors.entity_at[k].label_ == "VESSEL")
    vessel = next(found, None)
    if vessel is not None:
        return str(vessel.text)
    return next((syntax.word[k] for k in (i, *syntax.children(i, "compound", "appos")) if designated(syntax, k)), None)


def _number(syntax: Syntax, i: int) -> int | None:
    for k in syntax.kids[i]:
        if syntax.dep[k] == "nummod":
            word = syntax.lower[k].replace(",", "")
            return NUMBERS.get(word) or (int(word) if word.isdigit() and len(word) < 6 else None)
    return None
