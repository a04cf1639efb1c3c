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
from pourparler.records import Actor, Factuality, Incident, Place, Platform

TRIGGERS = indexed("incidents")
FORCES = frozenset({"MIL", "COP", "REB", "PRM", "UAF", "IMG"})
_PARTY = FORCES | {"GOV", "CVL", "BUS"}
#: Moves that forces make of themselves, also when the passive hides who ordered them.
_SELF = frozenset({"scramble", "deploy"})
#: Nouns for what a state holds as its own, at sea, in the air or on land.
REALMS = frozenset({"airspace", "water", "waters", "territory", "border", "zone", "sea", "coast", "frontier", "adiz"})
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
    doer, others = _tokens(syntax, i, row)
    by = actors_in(doc._.actors, [doer] if doer is not None else [])
    against = actors_in(doc._.actors, others)
    tokens = [k for k in (doer, *others) if k is not None]
    if not _of_forces(doc, row, i, tokens, (*by, *against)):
        return None
    if row["by"] == "sides":
        by = (*by, *(a for a in against if a.code))
    by = tuple(a for a in by if a.code or a.resolved_by)
    met = tuple(a for a in against if a.code and set(a.sectors) & _PARTY)
    own = {side(a) for a in by}
    parties = _once((*by, *met, *(a for a in _owners(doc, i, others) if side(a) not in own)))
    if not parties:
        return None
    return _record(doc, i, row, by, parties, tokens)


def _tokens(syntax: Syntax, i: int, row: Row) -> tuple[int | None, list[int]]:
    """Who acts, and who stands in the row's slots. "Jets were scrambled": the jets, whoever sent them."""
    doer, others = doer_token(syntax, i), slot_tokens(syntax, i, row["against"])
    if doer is None and row["by"] == "subject" and syntax.passive(i) and row["action"] in _SELF:
        return syntax.patient(i), others
    return doer, others


def _record(
    doc: Doc, i: int, row: Row, by: tuple[Actor, ...], parties: tuple[Actor, ...], tokens: list[int]
) -> Incident:
    syntax: Syntax = doc._.syntax
    record_id = doc._.ids.make("incident", syntax.word[i], sentence_text(syntax, i))
    rule = f"incident:{row['action']}"
    doc._.traces[record_id] = Trace(rule, row["example"], tuple(sorted({i, *tokens})))
    fact = Factuality.HABITUAL if doc._.dates.habitual(i) else factuality(syntax, i)
    when = doc._.dates.of(i, syntax, *tokens[1:])
    return Incident(
        id=record_id,
        article=doc._.article.id,
        anchor=word_span(syntax, i),
        evidence=(clause_span(syntax, i),),
        confidence=0.75,
        reader=rule,
        by=by,
        parties=parties,
        platforms=tuple(p for k in tokens for c in syntax.conjuncts(k) for p in _platforms(doc, c)),
        action=row["action"],
        factuality=fact,
        when=when or doc._.dates.undated(fact is Factuality.ACTUAL),
        where=_where(doc, i, tokens),
    )


def _where(doc: Doc, i: int, tokens: list[int]) -> Place | None:
    for k in tokens:
        if doc._.actors.entries(k, Category.WATER) and (place := object_place(doc, k)) is not None:
            return place
    return place_of(doc, i, *tokens, also=_ROUTE)


def _realms(doc: Doc, i: int, others: list[int]) -> list[int]:
    """Nouns of the clause that are a sea, a strait, or a realm such as airspace or a border."""
    syntax: Syntax = doc._.syntax
    near = [*others, *syntax.children(i, "obl", "nmod", "obj")]
    near += [c for k in near for c in syntax.children(k, "nmod")]
    return [k for k in dict.fromkeys(near) if syntax.lemma[k] in REALMS or doc._.actors.entries(k, Category.WATER)]


def _owners(doc: Doc, i: int, others: list[int]) -> tuple[Actor, ...]:
    """Whose airspace, waters or border it was: the state before or after the word."""
    syntax: Syntax = doc._.syntax
    found = []
    for k in _realms(doc, i, others):
        if syntax.lemma[k] in REALMS:
            owners = [syntax.possessor(k), *syntax.obliques(k, "of")]
            owners += [c for c in syntax.children(k, "amod", "compound") if syntax.word[c][:1].isupper()]
            found += [o for o in owners if o is not None]
    return tuple(a for a in actors_in(doc._.actors, found) if a.country is not None)


def _of_forces(doc: Doc, row: Row, i: int, tokens: list[int], found: tuple[Actor, ...]) -> bool:
    """Whether this is an encounter of forces at all: "sailed through the exams" and "a clash of cultures" are not."""
    needs = set(row["needs"].split(";")) - {""}
    if not any(a.country or a.code for a in found):
        return False
    force = any(set(a.sectors[:1]) & FORCES for a in found)
    platform = any(_platform_word(doc._.syntax, doc._.actors, k) for k in tokens)
    met = {"force": force or platform, "force-or-platform-object": force or platform}
    met["water"] = "water" in needs and bool(_realms(doc, i, tokens[1:]))
    return all(met[need] for need in needs) and (bool(needs) or any(a.country for a in found))


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
