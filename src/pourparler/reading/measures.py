"""Measures: sanctions, bans, expulsions, recalls, ceasefires, agreements, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from pourparler.reading.actors import official
from pourparler.reading.annotations import Trace, note
from pourparler.reading.causes import reason_of
from pourparler.reading.evidence import clause_span, sentence_text, word_span
from pourparler.reading.factuality import factuality
from pourparler.reading.imposition import JOINT, WIDE, parties_of
from pourparler.reading.parties import doer_token, thing_token
from pourparler.reading.reversals import order_undone, undone_by
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.reading.triggers import (
    Row,
    fits,
    indexed,
    is_any,
    matches,
    object_token,
    unasserted,
)
from pourparler.records import Actor, Factuality, Measure, MeasureStatus, MeasureType, side_of

CORES = indexed("measures")
_STEPS: dict[str, list[Row]] = {}
for _row in rows("measure_steps"):
    _STEPS.setdefault(_row["lemma"], []).append(_row)
#: "It was broken within hours": a truce told just before.
_IT = {
    "lemma": "it", "pos": "noun", "type": "ceasefire", "particle": "", "object": "", "whom": "", "status": "",
    "codes": "", "example": "It was broken within hours.",
}  # fmt: skip
#: Nouns by which a measure is told as broken: "a breach of the truce", "ceasefire violations".
_BREACHES = frozenset({"violation", "breach", "infringement"})
#: Nouns by which a measure is asked to go: "demanded the lifting of sanctions".
_LIFTINGS = frozenset({"lifting", "removal", "easing", "end", "relaxation", "abolition", "repeal", "cancellation"})
_SINCE = frozenset({"after", "since", "over", "following", "at"})
#: What can be told of "it": that it was broken, ended, prolonged.
_OF_IT = frozenset({MeasureStatus.VIOLATED, MeasureStatus.LIFTED})
_STANDING = frozenset({MeasureStatus.IN_FORCE, MeasureStatus.ANNOUNCED})
_MENACES = frozenset({"readiness", "willingness", "threat", "warning"})
_ENDING = frozenset({"end", "break", "shatter", "scrap", "bury", "breach", "violate", "doom", "drop", "cancel"})
#: What one side does to an agreement of many: "withdrew from the treaty".
_LEAVING = frozenset({"withdraw", "pull", "exit", "quit", "denounce", "leave", "repudiate", "renounce"})
_DECIDING = frozenset({"decide", "vote", "opt", "choose"})
#: Verbs by which somebody else is asked to take or lift a measure.
DEMANDS = frozenset({"demand", "urge", "call", "ask", "insist", "must", "should"})
#: What states ban between one another, also where the text does not tell whose.
_TRAFFIC = frozenset(
    {
        "flight",
        "airline",
        "carrier",
        "airliner",
        "traffic",
        "ship",
        "vessel",
        "aircraft",
        "import",
        "export",
        "entry",
        "trade",
        "travel",
        "visa",
        "sale",
    }
)


class MeasureAnnotator:
    """Doc -> ``doc._.measures``.

    "Oslo imposed sanctions on the Russian minister." -> sanction, in_force, imposed_by Norway, on the minister.
    """

    requires = ("article", "read_deeds", "syntax", "dates", "actors", "incidents", "ids", "traces")
    assigns = ("measures",)

    def __call__(self, doc: Doc) -> Doc:
        return note(doc, measures=list(_measures(doc)) if doc._.read_deeds else [])


@dataclass(frozen=True, slots=True)
class _Draft:
    """A measure's word, the word that tells what becomes of it, and what that makes of it."""

    row: Row
    core: int
    step: int
    kind: MeasureType
    status: MeasureStatus


def _measures(doc: Doc) -> Iterator[Measure]:
    syntax: Syntax = doc._.syntax
    taken: set[int] = set()
    before: Measure | None = None
    for i, draft in _drafts(syntax):
        measure = _measure(doc, draft, before) if i not in taken else None
        if measure is not None:
            taken |= {i, *_told_with(syntax, draft)}
            before = measure if measure.type in JOINT and len(measure.imposed_by) > 1 else before
            yield measure
            undone = undone_by(syntax, draft.step)
            if undone is not None and measure.status in _STANDING:
                taken |= {undone, *([thing] if (thing := syntax.patient(undone)) is not None else [])}
                yield _taken_back(doc, draft, measure, undone)


def _taken_back(doc: Doc, draft: _Draft, measure: Measure, undone: int) -> Measure:
    """ "Expelled the envoy on Monday but *went back* on it on Friday": lifted on Friday."""
    syntax: Syntax = doc._.syntax
    record_id = doc._.ids.make("measure", syntax.word[undone], sentence_text(syntax, undone))
    rule = f"measure:{draft.row['lemma']} {MeasureStatus.LIFTED.value}"
    doc._.traces[record_id] = Trace(rule, draft.row["example"], (undone,))
    return replace(
        measure,
        id=record_id,
        anchor=word_span(syntax, undone),
        evidence=(clause_span(syntax, undone),),
        reader=rule,
        reason=None,
        when=doc._.dates.of(undone, syntax),
        status=MeasureStatus.LIFTED,
    )


def _drafts(syntax: Syntax) -> Iterator[tuple[int, _Draft]]:
    """Every reading of every measure's word, and of an "it" that may stand for one told before."""
    found = [(i, draft) for i, fit in matches(syntax, CORES) for row in fit if (draft := _draft(syntax, i, row))]
    truces = {syntax.sentence_of[i] for i, draft in found if draft.kind is MeasureType.CEASEFIRE}
    for i in syntax.body if truces else ():
        near = {syntax.sentence_of[i] - back for back in range(3)} & truces
        if near and syntax.lower[i] == "it" and (draft := _draft(syntax, i, _IT)) is not None:
            found.append((i, draft))
    return iter(sorted(found, key=lambda pair: pair[0]))


def _told_with(syntax: Syntax, draft: _Draft) -> list[int]:
    """The word that a verb's measure was told by, too: "suspended the *deal*" is one measure."""
    thing = object_token(syntax, draft.core, draft.row) if draft.row["object"] else None
    return [] if thing is None else [thing]


def _draft(syntax: Syntax, i: int, row: Row) -> _Draft | None:
    if not _whom_fits(syntax, i, row) or syntax.preposition(i) == "without":
        return None
    kind = MeasureType(row["type"])
    if _threatened(syntax, i, row):
        return _Draft(row, i, i, kind, MeasureStatus.THREATENED)
    if row["pos"] == "verb" and unasserted(syntax, i):  # "urged Riga to end the embargo" tells of one
        return None
    own = MeasureStatus(row["status"] or "in_force")
    step, status = (i, own) if row["pos"] == "verb" else _step(syntax, i, kind)
    told = _presented(syntax, step, status) if status is not None else None
    return _Draft(row, i, step, kind, told) if told is not None else None


def _whom_fits(syntax: Syntax, i: int, row: Row) -> bool:
    """Whether it is done to whom the row wants: "ordered two *diplomats* to leave"."""
    wanted = set(row["whom"].split(";"))
    things = [k for k in (thing_token(syntax, i), *syntax.children(i, "iobj")) if k is not None]
    if row["type"] == "recall" and row["object"]:  # "ordered *its* envoy to return": another state's is no recall
        things = [k for k in things if syntax.possessor(k) is not None]
    return not row["whom"] or any(syntax.lemma[c] in wanted for k in things for c in syntax.conjuncts(k))


def _threatened(syntax: Syntax, i: int, row: Row) -> bool:
    """ "Threatened *to expel* the envoy"; to lift a measure is no threat."""
    above = syntax.head[i]
    under = syntax.dep[i] == "xcomp" and syntax.lemma[above] == "threaten" and syntax.pos[i] == "VERB"
    return under and row["status"] != "lifted" and factuality(syntax, above) in (Factuality.ACTUAL, Factuality.ONGOING)


# --- what becomes of it ------------------------------------------------------------------------------


def _step(syntax: Syntax, core: int, kind: MeasureType) -> tuple[int, MeasureStatus | None]:
    """The word that tells what becomes of a measure: a verb over it, a participle after it, a breach of it."""
    above = _above(syntax, core)
    if syntax.lemma[above] in _BREACHES and syntax.dep[core] in ("nmod", "compound"):
        return above, MeasureStatus.VIOLATED
    if syntax.lemma[above] in _LIFTINGS and syntax.preposition(core) == "of":
        return above, MeasureStatus.LIFTED if _under_demand(syntax, above) else None
    said = _said_of(syntax, core)
    if said is not None:
        return said
    for k in (above, *syntax.kids[core], *syntax.children(above, "conj")):
        for row in _STEPS.get(syntax.lemma[k], _STEPS.get(syntax.lemma[k] + "e", [])):
            if kind.value in row["types"].split(";") and _governs(syntax, k, core, row):
                status = MeasureStatus.LIFTED if row["status"] == "suspended" else MeasureStatus(row["status"])
                return k, MeasureStatus.IN_FORCE if _carried_out(syntax, core) else status
    return core, MeasureStatus.IN_FORCE if _taken_for_done(syntax, core, kind) else None


def _taken_for_done(syntax: Syntax, core: int, kind: MeasureType) -> bool:
    """ "*The* expulsion of the envoy drew protests", "angry *over* the expulsion": what has been done is spoken of."""
    if kind is not MeasureType.EXPULSION or syntax.lemma[core] != "expulsion":
        return False
    known = syntax.possessor(core) is not None or any(syntax.lower[k] == "the" for k in syntax.children(core, "det"))
    above = syntax.head[core]
    subject = syntax.dep[core] == "nsubj" and factuality(syntax, above) in (Factuality.ACTUAL, Factuality.ONGOING)
    return known and (subject or syntax.preposition(core) in _SINCE)


def _above(syntax: Syntax, core: int) -> int:
    """The word over a measure's; the parse may take "persona non grata" in quotation marks for a second name."""
    above = syntax.head[core]
    named = syntax.dep[core] == "appos" and syntax.lemma[core] in ("persona", "personae")
    return syntax.head[above] if named and syntax.relation[above] in ("obj", "nsubj") else above


def _said_of(syntax: Syntax, core: int) -> tuple[int, MeasureStatus] | None:
    """ "The truce is over", "an arrangement dating from 1990": a predicate or participle that tells where it stands."""
    above = syntax.head[core]
    if syntax.lower[above] in ("over", "dead") and syntax.children(above, "cop") and syntax.relation[core] == "nsubj":
        return above, MeasureStatus.LIFTED
    for k in syntax.children(core, "acl"):
        if syntax.lemma[k] == "date" and syntax.tag[k] == "VBG":
            return k, MeasureStatus.IN_FORCE
    return None


def _carried_out(syntax: Syntax, core: int) -> bool:
    """ "declared two envoys persona non grata, and they *have left*": the order is carried out."""
    if syntax.lemma[core] not in ("persona", "personae"):
        return False
    gone = (k for k in range(*syntax.sentences[syntax.sentence_of[core]]) if syntax.lemma[k] in ("leave", "depart"))
    gone = (k for k in gone if syntax.pos[k] == "VERB" and syntax.negation(k) is None)
    return any("have" in syntax.auxiliaries(k) or "has" in syntax.auxiliaries(k) for k in gone)


def _governs(syntax: Syntax, k: int, core: int, row: Row) -> bool:
    """Whether the verb is said of the measure: as its object, or as its subject where the row is of such a verb."""
    if syntax.pos[k] != "VERB" or not fits(syntax, k, {**row, "pos": "verb"}):
        return False
    if syntax.dep[k] in ("acl", "acl:relcl", "amod") and syntax.head[k] == core:
        return not row["subject"] or not syntax.passive(k)
    if k != _above(syntax, core):  # "took effect in May and *was extended* in August"
        joined = syntax.dep[k] == "conj" and syntax.relation[core] == "nsubj" and syntax.grammatical_subject(k) is None
        return joined and not row["subject"] and bool({"was", "were", "been"} & set(syntax.auxiliaries(k)))
    if syntax.relation[core] == "nsubj" and syntax.dep[core] != "nsubj:pass":
        return bool(row["subject"])
    return not row["subject"] and syntax.relation[core] in ("obj", "obl", "nsubj", "xcomp", "appos")


def _presented(syntax: Syntax, step: int, status: MeasureStatus) -> MeasureStatus | None:
    """The status under factuality: a lifting asked for is a demand, a sanction not yet imposed a threat."""
    fact = factuality(syntax, step)
    if fact is Factuality.NEGATED:
        return None
    if order_undone(syntax, step) and status in _STANDING:
        return MeasureStatus.LIFTED
    if status is MeasureStatus.LIFTED:
        asked = fact is Factuality.REQUESTED or _under_demand(syntax, step)
        if asked:
            return MeasureStatus.DEMANDED_LIFTED
        decided = fact is Factuality.PLANNED and syntax.lemma[syntax.head[step]] in _DECIDING
        return status if decided or fact in (Factuality.ACTUAL, Factuality.ONGOING) else None
    if syntax.dep[step] == "advcl" and any(
        syntax.lower[k] == "to" and syntax.dep[k] == "mark" for k in syntax.kids[step]
    ):
        return None  # "met to reach an agreement": an aim
    if fact in (Factuality.POSSIBLE, Factuality.CONDITIONAL, Factuality.REQUESTED):
        return MeasureStatus.THREATENED if _threatens(syntax, step, status, fact) else None
    if syntax.dep[step] == "acl" and syntax.lemma[syntax.head[syntax.head[step]]] in _ENDING:
        return None  # "ended an agreement to honour the truce"
    if fact is Factuality.PLANNED and syntax.dep[step] == "acl" and syntax.lemma[syntax.head[step]] in _MENACES:
        return MeasureStatus.THREATENED
    return MeasureStatus.ANNOUNCED if fact is Factuality.PLANNED else status


def _threatens(syntax: Syntax, step: int, status: MeasureStatus, fact: Factuality) -> bool:
    """ "May impose", "would impose": a threat; "urged Oslo to impose" is the demand of another."""
    ours = status in (MeasureStatus.IN_FORCE, MeasureStatus.ANNOUNCED)
    return ours and fact is not Factuality.REQUESTED and not _under_demand(syntax, step)


def _under_demand(syntax: Syntax, step: int) -> bool:
    return _demand(syntax, step) is not None


def _demand(syntax: Syntax, step: int) -> int | None:
    return next((k for k in syntax.ancestors(step) if syntax.lemma[k] in DEMANDS), None)


# --- the record --------------------------------------------------------------------------------------


def _measure(doc: Doc, draft: _Draft, before: Measure | None) -> Measure | None:
    syntax: Syntax = doc._.syntax
    core, step, kind, status = draft.core, draft.step, draft.kind, draft.status
    imposed_by, on = parties_of(syntax, doc._.actors, core, step, kind, status)
    if kind is MeasureType.CEASEFIRE and len(imposed_by) < 2 and status is not MeasureStatus.VIOLATED:
        imposed_by = _told_before(doc, draft, before) or imposed_by
    elif draft.row is _IT and not imposed_by:
        imposed_by = before.imposed_by if before is not None else ()
    if draft.row is _IT and status not in _OF_IT:
        return None
    if kind is MeasureType.OTHER and not on:
        on = _posted(doc, core, draft.row, imposed_by)
    if not imposed_by and (not any(a.country for a in on) or _by_nobody_known(syntax, step)):
        return None
    hidden = kind is MeasureType.SUSPENSION and syntax.passive(step) and syntax.agent(step) is None
    if not _complete(draft, syntax, imposed_by, on) and not (hidden and on):
        return None
    if kind is MeasureType.BAN and not on and not _regulates(syntax, core):
        return None
    record_id = doc._.ids.make("measure", syntax.word[step], sentence_text(syntax, step))
    rule = f"measure:{draft.row['lemma']} {status.value}"
    thing = object_token(syntax, core, draft.row) if draft.row["object"] else None
    demand = _demand(syntax, step) if status is MeasureStatus.DEMANDED_LIFTED else None
    tokens = {core, step, *(k for k in (thing, demand) if k is not None)}
    doc._.traces[record_id] = Trace(rule, draft.row["example"], tuple(sorted(tokens)))
    return Measure(
        id=record_id,
        article=doc._.article.id,
        anchor=word_span(syntax, core),
        evidence=(clause_span(syntax, step),),
        confidence=0.75,
        reader=rule,
        type=kind,
        imposed_by=imposed_by,
        on=on,
        reason=reason_of(syntax, core, step, for_whom=kind in WIDE),
        when=doc._.dates.of(step, syntax, core) or (doc._.dates.of(demand, syntax) if demand is not None else None),
        status=status,
    )


def _told_before(doc: Doc, draft: _Draft, before: Measure | None) -> tuple[Actor, ...]:
    """The sides of the truce told before; else the two sides that fought, where the article tells of no others."""
    if before is not None:
        return before.imposed_by
    if draft.row is _IT:
        return ()
    sides = {side_of(a): a for i in doc._.incidents for a in i.parties if official(a)}
    return tuple(sides.values()) if len(sides) == 2 and any(i.by for i in doc._.incidents) else ()


def _posted(doc: Doc, core: int, row: Row, makers: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The state in which an embassy stood that is closed: "closed its embassy in *Minsk*"."""
    thing = object_token(doc._.syntax, core, row) if row["object"] else None
    post = doc._.actors.posting(thing)
    return (post,) if post is not None and post.country and side_of(post) not in {side_of(a) for a in makers} else ()


def _complete(draft: _Draft, syntax: Syntax, by: tuple[Actor, ...], on: tuple[Actor, ...]) -> bool:
    """Joint measures have two sides; one is enough of who breaks or leaves them. Others are no own housekeeping."""
    sides, kind = {side_of(a) for a in (*by, *on)}, draft.kind
    if kind in JOINT:
        left = draft.status is MeasureStatus.LIFTED and syntax.lemma[draft.step] in _LEAVING
        return len(sides) > 1 or (bool(by) and (left or draft.status is MeasureStatus.VIOLATED))
    if kind in (MeasureType.SUSPENSION, MeasureType.OTHER):
        return len(sides) > 1
    return True


def _by_nobody_known(syntax: Syntax, step: int) -> bool:
    """ "The handball league imposed sanctions": it is told who did it, and that is no state."""
    doer = doer_token(syntax, step)
    return doer is not None and syntax.pos[doer] in ("NOUN", "PROPN")


def _regulates(syntax: Syntax, core: int) -> bool:
    """Whether a ban on nobody named is one of traffic or trade: "banned flights over the province"."""
    things = [thing_token(syntax, core), *syntax.obliques(core, "on", "of")]
    return any(is_any(syntax, k, _TRAFFIC) for k in things if k is not None)
