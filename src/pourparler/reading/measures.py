"""Measures: sanctions, bans, expulsions, recalls, ceasefires, agreements, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pourparler.reading.actors import Actors, official, side
from pourparler.reading.annotations import Trace, note
from pourparler.reading.evidence import clause_span, sentence_text, word_span
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.reading.triggers import actors_in
from pourparler.records import Actor, Factuality, Measure, MeasureStatus, MeasureType, Span

_CORES = {(row["lemma"], row["pos"]): row for row in rows("measures")}
_STEPS = {row["lemma"]: row for row in rows("measure_steps")}
_ON = ("on", "against", "to", "upon")
_CAUSES = frozenset({"over", "for", "because of", "due to", "in response to", "in protest at", "in retaliation for"})
_JOINT = frozenset({MeasureType.CEASEFIRE, MeasureType.AGREEMENT})


class MeasureAnnotator:
    """Doc -> ``doc._.measures``.

    "Oslo imposed sanctions on the Russian minister." -> sanction, in_force, imposed_by Norway, on the minister.
    """

    requires = ("article", "read_deeds", "syntax", "dates", "actors", "ids", "traces")
    assigns = ("measures",)

    def __call__(self, doc: Doc) -> Doc:
        return note(doc, measures=list(_measures(doc)) if doc._.read_deeds else [])


def _measures(doc: Doc) -> Iterator[Measure]:
    syntax: Syntax = doc._.syntax
    for i in syntax.body:
        pos = {"NOUN": "noun", "VERB": "verb"}.get(syntax.pos[i], "")
        row = _CORES.get((syntax.joined_lemma(i), pos)) or _CORES.get((syntax.lemma[i], pos))
        if row is None or not _object_fits(syntax, i, row):
            continue
        kind = MeasureType(row["type"])
        step, status = (i, MeasureStatus.IN_FORCE) if pos == "verb" else _step(syntax, i, kind)
        if status is None:
            continue
        told = _presented(syntax, step, status)
        if told is not None and (measure := _measure(doc, i, step, kind, told, row["example"])) is not None:
            yield measure


def _object_fits(syntax: Syntax, i: int, row: dict[str, str]) -> bool:
    if not row["object"]:
        return True
    wanted = set(row["object"].split(";"))
    thing = syntax.patient(i) if row["pos"] == "verb" else next(iter(syntax.obliques(i, "of")), None)
    return thing is not None and bool({syntax.lemma[k] for k in syntax.conjuncts(thing)} & wanted)


def _step(syntax: Syntax, core: int, kind: MeasureType) -> tuple[int, MeasureStatus | None]:
    """The verb that tells what becomes of a measure: over it, or a participle after it."""
    for k in (syntax.head[core], *syntax.kids[core]):
        row = _STEPS.get(syntax.lemma[k])
        if row is None or syntax.pos[k] != "VERB" or kind.value not in row["types"].split(";"):
            continue
        as_object = syntax.relation[core] in ("obj", "obl", "nsubj", "xcomp") and k == syntax.head[core]
        as_participle = syntax.dep[k] in ("acl", "acl:relcl", "amod")
        if (as_object and (syntax.dep[core] != "nsubj" or syntax.passive(k))) or as_participle:
            status = MeasureStatus.LIFTED if row["status"] == "suspended" else MeasureStatus(row["status"])
            return k, status
    return core, None


def _presented(syntax: Syntax, step: int, status: MeasureStatus) -> MeasureStatus | None:
    """The status under factuality: a lifting asked for is a demand, a sanction not yet imposed a threat."""
    fact = factuality(syntax, step)
    if fact is Factuality.NEGATED:
        return None
    if status is MeasureStatus.LIFTED:
        asked = fact is Factuality.REQUESTED or _under_demand(syntax, step)
        if asked:
            return MeasureStatus.DEMANDED_LIFTED
        return status if fact in (Factuality.ACTUAL, Factuality.ONGOING) else None
    if syntax.dep[step] == "advcl" and any(
        syntax.lower[k] == "to" and syntax.dep[k] == "mark" for k in syntax.kids[step]
    ):
        return None  # "met to reach an agreement": an aim
    if fact in (Factuality.POSSIBLE, Factuality.CONDITIONAL, Factuality.REQUESTED):
        return MeasureStatus.THREATENED if status in (MeasureStatus.IN_FORCE, MeasureStatus.ANNOUNCED) else None
    return MeasureStatus.ANNOUNCED if fact is Factuality.PLANNED else status


def _under_demand(syntax: Syntax, step: int) -> bool:
    return any(
        syntax.lemma[k] in ("demand", "urge", "call", "ask", "insist", "must", "should") for k in syntax.ancestors(step)
    )


def _measure(doc: Doc, core: int, step: int, kind: MeasureType, status: MeasureStatus, example: str) -> Measure | None:
    syntax: Syntax = doc._.syntax
    imposed_by, on = _parties(syntax, doc._.actors, core, step, kind, status)
    if not imposed_by and not any(a.country for a in on):
        return None
    if kind in _JOINT and len({side(a) for a in (*imposed_by, *on)}) < 2:
        return None
    record_id = doc._.ids.make("measure", syntax.word[step], sentence_text(syntax, step))
    rule = f"measure:{kind.value} {status.value}"
    doc._.traces[record_id] = Trace(rule, example, tuple(sorted({core, step})))
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
        reason=_reason(syntax, core, step),
        when=doc._.dates.of(step, syntax, core),
        status=status,
    )


def _parties(
    syntax: Syntax, actors: Actors, core: int, step: int, kind: MeasureType, status: MeasureStatus
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Who imposes it, and on whom. In a demand the subject of *lift* is the one asked to."""
    by = list(actors.all(syntax.subject(step))) if syntax.pos[step] == "VERB" else []
    if core != step:
        owners = [
            syntax.possessor(core),
            *syntax.named_modifiers(core),
        ]
        own = [a for k in owners if k is not None for a in actors.all(k)]
        by = own or by if status in (MeasureStatus.LIFTED, MeasureStatus.DEMANDED_LIFTED) else by or own
    makers = tuple(a for a in by if official(a))
    if kind in _JOINT:
        between = [k for t in (core, step) for k in syntax.obliques(t, "between")]
        parties = actors_in(actors, between or [k for t in (core, step) for k in syntax.obliques(t, "with")])
        return _each_side((*(() if between else makers), *(a for a in parties if official(a)))), ()
    on = actors_in(actors, _targets(syntax, core, step, kind))
    return makers, tuple(a for a in on if a.country or a.person or a.organisation)


def _targets(syntax: Syntax, core: int, step: int, kind: MeasureType) -> list[int]:
    """Tokens of those a measure is on. A recalled envoy is its own state's: the measure is on the state of the post."""
    if kind is MeasureType.RECALL:
        envoy = syntax.patient(core)
        return syntax.obliques(envoy, "to", "in", "from") if envoy is not None else []
    targets = [k for t in dict.fromkeys((core, step)) for k in syntax.obliques(t, *_ON)]
    if syntax.pos[core] == "VERB":
        thing = syntax.patient(core)
        targets += [thing] if thing is not None else []
    if kind is MeasureType.EXPULSION and syntax.pos[core] == "NOUN":
        declared = syntax.patient(step) if step != core else None
        targets += syntax.obliques(core, "of") + ([declared] if declared not in (None, core) else [])
    return [k for k in targets if k is not None]


def _each_side(found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple({side(a): a for a in reversed(found)}.values())[::-1]


def _reason(syntax: Syntax, core: int, step: int) -> Span | None:
    for i in dict.fromkeys((step, core)):
        for k in syntax.kids[i]:
            marked = syntax.preposition(k)
            if k > i and marked in _CAUSES and not (marked == "for" and syntax.lemma[k] in ("consultation", "talk")):
                inside = [c for c in syntax.kids[k] if syntax.dep[c] == "case"]
                tokens = syntax.subtree(k, inside)
                start, end = syntax.chars(*syntax.quote_free(tokens[0], tokens[-1]))
                return Span(start=start, end=end, text=syntax.text[start:end])
    return None
