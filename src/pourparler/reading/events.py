"""PLOVER events: those that code a contact, incident or measure, and those told by verbs and nouns of their own."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pourparler.reading.actors import Actors, official, side
from pourparler.reading.annotations import Trace, note
from pourparler.reading.evidence import clause_span, sentence_text, word_span
from pourparler.reading.factuality import factuality
from pourparler.reading.places import place_of
from pourparler.reading.plover import scale
from pourparler.reading.quantities import count_of
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.reading.triggers import Row, actors_in, doer_token, indexed, matches, slot_tokens
from pourparler.records import (
    Actor,
    Channel,
    Contact,
    Event,
    Factuality,
    Incident,
    Measure,
    MeasureStatus,
    MeasureType,
    Status,
)

TRIGGERS = indexed("events")
_INCIDENT_CODES = {row["action"]: (row["type"], row["mode"]) for row in rows("incidents")}
_CONTACT_TYPES: dict[Status, tuple[str, str | None]] = {
    Status.SOUGHT: ("REQUEST", "meet"),
    Status.REQUESTED: ("REQUEST", "meet"),
    Status.OFFERED: ("REQUEST", "meet"),
    Status.ACCEPTED: ("AGREE", None),
    Status.SCHEDULED: ("AGREE", None),
    Status.DECLINED: ("REJECT", "meet"),
    Status.UNANSWERED: ("REJECT", "meet"),
    Status.POSTPONED: ("REJECT", "meet"),
    Status.CANCELLED: ("REJECT", "meet"),
    Status.SUSPENDED: ("SANCTION", "discontinue"),
    Status.RESUMED: ("SUPPORT", None),
    Status.ESTABLISHED: ("SUPPORT", None),
    Status.OPEN: ("CONSULT", None),
    Status.HELD: ("CONSULT", None),
}
_CHANNEL_MODES = {Channel.PHONE: "phone", Channel.VIDEO: "phone", Channel.HOTLINE: "phone", Channel.VISIT: "visit"}
_MEASURE_TYPES: dict[MeasureStatus, tuple[str, str | None]] = {
    MeasureStatus.IN_FORCE: ("SANCTION", None),
    MeasureStatus.ANNOUNCED: ("SANCTION", None),
    MeasureStatus.THREATENED: ("THREATEN", "restrict"),
    MeasureStatus.LIFTED: ("CONCEDE", None),
    MeasureStatus.DEMANDED_LIFTED: ("REQUEST", "yield"),
}
_MEASURE_MODES = {MeasureType.EXPULSION: "expel", MeasureType.RECALL: "withdraw", MeasureType.SUSPENSION: "discontinue"}


class EventAnnotator:
    """Doc -> ``doc._.events``.

    "Armenia accused Azerbaijan of moving its border posts." -> ACCUSE allege, ARM GOV to AZE GOV.
    """

    requires = (
        "article",
        "read_deeds",
        "syntax",
        "dates",
        "actors",
        "contacts",
        "incidents",
        "measures",
        "ids",
        "traces",
    )
    assigns = ("events",)

    def __call__(self, doc: Doc) -> Doc:
        if not doc._.read_deeds:
            return note(doc, events=[])
        coded = [e for r in (*doc._.contacts, *doc._.incidents, *doc._.measures) if (e := _coding(doc, r)) is not None]
        taken = {k for e in coded for k in doc._.traces[e.id].tokens}
        own = list(_from_triggers(doc, taken))
        return note(doc, events=[*coded, *own])


# --- coding other records ----------------------------------------------------------------------------


def _coding(doc: Doc, record: Contact | Incident | Measure) -> Event | None:
    """The event that codes a contact, incident or measure; each is counted once."""
    if isinstance(record, Contact):
        return _of_contact(doc, record)
    if isinstance(record, Incident):
        kind, mode = _INCIDENT_CODES[record.action]
        by, recipients = record.by, tuple(a for a in record.parties if a not in record.by)
        if not recipients and len({side(a) for a in by}) > 1:  # a clash: each side did it to the other
            by, recipients = by[:1], by[1:]
        return _event(doc, record, kind, mode, by, recipients, record.factuality)
    return _of_measure(doc, record)


def _of_contact(doc: Doc, contact: Contact) -> Event | None:
    kind, mode = _CONTACT_TYPES[contact.status]
    if kind == "CONSULT":
        mode = _CHANNEL_MODES.get(contact.channel)
        if contact.channel is Channel.SUMMONS:
            kind, mode = "ACCUSE", "disapprove"
        elif contact.channel in (Channel.EXERCISE, Channel.PORT_CALL):
            kind, mode = "COOPERATE", None
    first = contact.by
    actors = (first,) if first is not None else contact.participants[:1] if kind != "REJECT" else ()
    recipients = tuple(
        a for a in contact.participants if a not in actors and (not actors or side(a) != side(actors[0]))
    )
    if contact.initiator is not None and kind == "REJECT" and first is not None:
        recipients = (contact.initiator,)
    return _event(doc, contact, kind, mode, actors, recipients, contact.factuality)


def _of_measure(doc: Doc, measure: Measure) -> Event | None:
    if measure.type is MeasureType.CEASEFIRE:
        kind, mode = "RETREAT", "ceasefire"
    elif measure.type is MeasureType.AGREEMENT:
        kind, mode = "SUPPORT", None
    elif measure.status in _MEASURE_TYPES:
        kind, mode = _MEASURE_TYPES[measure.status]
        mode = _MEASURE_MODES.get(measure.type, mode) if kind == "SANCTION" else mode
    else:
        return None
    if measure.status is MeasureStatus.VIOLATED:
        return None
    if measure.status is MeasureStatus.DEMANDED_LIFTED:
        asked = measure.imposed_by
        return _event(doc, measure, kind, mode, (), asked, Factuality.ACTUAL)
    fact = _measure_factuality(doc, measure)
    actors, recipients = measure.imposed_by, measure.on
    if measure.type in (MeasureType.AGREEMENT, MeasureType.CEASEFIRE):
        actors, recipients = measure.imposed_by[:1], measure.imposed_by[1:]
    return _event(doc, measure, kind, mode, actors, recipients, fact)


def _measure_factuality(doc: Doc, measure: Measure) -> Factuality:
    """Whether the measure was taken or only announced for later: "will expel two diplomats"."""
    told = (factuality(doc._.syntax, k) for k in doc._.traces[measure.id].tokens if doc._.syntax.pos[k] == "VERB")
    return Factuality.PLANNED if Factuality.PLANNED in told else Factuality.ACTUAL


def _event(
    doc: Doc,
    record: Contact | Incident | Measure,
    kind: str,
    mode: str | None,
    actors: tuple[Actor, ...],
    recipients: tuple[Actor, ...],
    fact: Factuality,
) -> Event:
    quad, intensity = scale(kind, mode)
    record_id = doc._.ids.make("event", record.anchor.text, record.id)
    doc._.traces[record_id] = doc._.traces[record.id]
    return Event(
        id=record_id,
        article=record.article,
        anchor=record.anchor,
        evidence=record.evidence,
        confidence=record.confidence,
        reader=f"of {record.kind}",
        type=kind,
        mode=mode,
        actors=actors,
        recipients=recipients,
        factuality=fact,
        count=getattr(record, "count", None),
        when=record.when,
        where=getattr(record, "where", None),
        quad=quad,
        intensity=intensity,
        of=record.id,
    )


# --- events of their own -----------------------------------------------------------------------------


def _from_triggers(doc: Doc, taken: set[int]) -> Iterator[Event]:
    """Events of the table, save on words that a contact, incident or measure was already read from."""
    syntax: Syntax = doc._.syntax
    for i, found in matches(syntax, TRIGGERS):
        if i in taken:
            continue
        if syntax.dep[i] in ("advcl", "xcomp", "acl") and syntax.lemma[syntax.head[i]] == "summon":
            continue  # "summoned the envoy to protest": the summons is the protest
        event = next((made for row in found if (made := _triggered(doc, syntax, i, row)) is not None), None)
        if event is not None:
            yield event


def _triggered(doc: Doc, syntax: Syntax, i: int, row: Row) -> Event | None:
    found: Actors = doc._.actors
    doer = doer_token(syntax, i)
    actors = tuple(a for a in actors_in(found, [doer] if doer is not None else []) if official(a))
    recipients = tuple(
        a for a in actors_in(found, slot_tokens(syntax, i, row["recipient"])) if official(a) and a not in actors
    )
    if "sides" in row["recipient"].split(";") and not recipients and len(actors) > 1:
        actors, recipients = actors[:1], actors[1:]
    if not _political(row, actors, recipients):
        return None
    fact = Factuality.HABITUAL if doc._.dates.habitual(i) else factuality(syntax, i)
    quad, intensity = scale(row["type"], row["mode"] or None)
    record_id = doc._.ids.make("event", syntax.word[i], sentence_text(syntax, i))
    rule = f"event:{row['lemma']}"
    doc._.traces[record_id] = Trace(rule, row["example"], tuple(sorted({i, *([doer] if doer is not None else [])})))
    told = doc._.dates.of(i, syntax, *[k for k in (syntax.patient(i),) if k is not None])
    return Event(
        id=record_id,
        article=doc._.article.id,
        anchor=word_span(syntax, i),
        evidence=(clause_span(syntax, i),),
        confidence=0.6,
        reader=rule,
        type=row["type"],
        mode=row["mode"] or None,
        actors=actors,
        recipients=recipients,
        factuality=fact,
        count=count_of(syntax, i),
        when=told or doc._.dates.undated(fact is Factuality.ACTUAL),
        where=place_of(doc, i),
        quad=quad,
        intensity=intensity,
    )


def _political(row: Row, actors: tuple[Actor, ...], recipients: tuple[Actor, ...]) -> bool:
    """Two sides, or one official body that acts; a bare country name alone ("Brazil attack") is not enough."""
    if "recipient" in row["needs"]:
        return bool(actors) and bool(recipients) and {side(a) for a in actors} != {side(a) for a in recipients}
    bodies = [a for a in actors if a.office or a.organisation or a.person]
    if "official" in row["needs"]:
        return bool(bodies)
    return bool(actors) and (bool(recipients) or bool(bodies))
