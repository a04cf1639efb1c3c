"""Incidents: encounters of forces, and one-sided moves such as a transit."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pourparler.knowledge import Category
from pourparler.reading.actors import Actors, side
from pourparler.reading.annotations import Trace, note
from pourparler.reading.evidence import clause_span, sentence_text, word_span
from pourparler.reading.factuality import factuality
from pourparler.reading.places import object_place, place_of
from pourparler.reading.quantities import NUMBERS
from pourparler.reading.syntax import Syntax
from pourparler.reading.triggers import Row, actors_in, doer_token, indexed, matches, slot_tokens
from pourparler.records import Actor, Factuality, Incident, Platform

TRIGGERS = indexed("incidents")
FORCES = frozenset({"MIL", "COP", "REB", "PRM", "UAF", "IMG"})
_ROUTE = ("from", "of", "to", "on")


class IncidentAnnotator:
    """Doc -> ``doc._.incidents``.

    "A Chinese cutter had blocked the boat Santa Rosa" -> block, by China Coast Guard.
    """

    requires = ("article", "read_deeds", "syntax", "dates", "actors", "ids", "traces")
    assigns = ("incidents",)

    def __call__(self, doc: Doc) -> Doc:
        return note(doc, incidents=list(_incidents(doc)) if doc._.read_deeds else [])


def _incidents(doc: Doc) -> Iterator[Incident]:
    for i, found in matches(doc._.syntax, TRIGGERS):
        incident = next((made for row in found if (made := _incident(doc, i, row)) is not None), None)
        if incident is not None:
            yield incident


def _incident(doc: Doc, i: int, row: Row) -> Incident | None:
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    doer = doer_token(syntax, i)
    others = slot_tokens(syntax, i, row["against"])
    by = actors_in(actors, [doer] if doer is not None else [])
    against = actors_in(actors, others)
    water = _water(doc, i, others)
    if not _of_forces(syntax, actors, row, [doer, *others], (*by, *against), water):
        return None
    if row["by"] == "sides":
        by = (*by, *(a for a in against if a.code))
    by = tuple(a for a in by if a.code or a.resolved_by)
    parties = _once((*by, *(a for a in against if a.code and (set(a.sectors) & (FORCES | {"GOV", "CVL", "BUS"})))))
    if not parties:
        return None
    platforms = tuple(
        p for k in (doer, *others) if k is not None for c in syntax.conjuncts(k) for p in _platforms(doc, c)
    )
    record_id = doc._.ids.make("incident", syntax.word[i], sentence_text(syntax, i))
    rule = f"incident:{row['action']}"
    doc._.traces[record_id] = Trace(rule, row["example"], tuple(k for k in sorted({i, doer or i, *others})))
    fact = Factuality.HABITUAL if doc._.dates.habitual(i) else factuality(syntax, i)
    when = doc._.dates.of(i, syntax, *others)
    return Incident(
        id=record_id,
        article=doc._.article.id,
        anchor=word_span(syntax, i),
        evidence=(clause_span(syntax, i),),
        confidence=0.75,
        reader=rule,
        by=by,
        parties=parties,
        platforms=platforms,
        action=row["action"],
        factuality=fact,
        when=when or doc._.dates.undated(fact is Factuality.ACTUAL),
        where=water,
    )


def _water(doc: Doc, i: int, others: list[int]):  # type: ignore[no-untyped-def]
    for k in others:
        if doc._.actors.entries(k, Category.WATER) and (place := object_place(doc, k)) is not None:
            return place
    return place_of(doc, i, *others, also=_ROUTE)


def _of_forces(
    syntax: Syntax, actors: Actors, row: Row, tokens: list[int | None], found: tuple[Actor, ...], water: object
) -> bool:
    """Whether this is an encounter of forces at all: "sailed through the exams" and "a clash of cultures" are not."""
    needs = set(row["needs"].split(";")) - {""}
    if not needs:
        return any(a.country for a in found)
    force = any(set(a.sectors[:1]) & FORCES for a in found)
    platform = any(_platform_word(syntax, actors, k) for k in tokens if k is not None)
    met = {"force": force or platform, "force-or-platform-object": force or platform, "water": water is not None}
    return all(met[need] for need in needs) and any(a.country or a.code for a in found)


def _platform_word(syntax: Syntax, actors: Actors, i: int) -> bool:
    head = actors.known.head(syntax.lemma[i])
    entity = actors.entity_at.get(i)
    return (head is not None and head.kind == "platform") or (entity is not None and entity.label_ == "VESSEL")


def _platforms(doc: Doc, i: int) -> list[Platform]:
    """The ships and aircraft of a noun phrase, with name, type and number where told."""
    syntax, actors = doc._.syntax, doc._.actors
    if not _platform_word(syntax, actors, i):
        return []
    actor = actors.one(i)
    first, _last = syntax.phrase(i)
    near = range(first, min(syntax.size, syntax.edges(i)[1] + 1))
    vessel = next(
        (actors.entity_at[k] for k in near if k in actors.entity_at and actors.entity_at[k].label_ == "VESSEL"), None
    )
    head = actors.known.head(syntax.lemma[i])
    kind = syntax.lemma[i] if head is not None and head.kind == "platform" else None
    number = next(
        (
            NUMBERS.get(syntax.lower[k]) or (int(syntax.lower[k]) if syntax.lower[k].isdigit() else None)
            for k in syntax.kids[i]
            if syntax.dep[k] == "nummod"
        ),
        None,
    )
    single = not syntax.tag[i].endswith("S")
    return [
        Platform(
            name=vessel.text if vessel is not None else None,
            type=kind,
            operator=actor.code if actor else None,
            count=number or (1 if single else None),
        )
    ]


def _once(found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    out: list[Actor] = []
    for actor in found:
        if not any((a.start, a.end) == (actor.start, actor.end) and side(a) == side(actor) for a in out):
            out.append(actor)
    return tuple(out)
