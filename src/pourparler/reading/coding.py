"""Coding: the PLOVER event that codes a contact, incident or measure, so that each deed is counted once."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from pourparler.reading.actors import official
from pourparler.reading.factuality import factuality
from pourparler.reading.measures import DEMANDS
from pourparler.reading.parties import doer_token, opposed, parties_in
from pourparler.reading.plover import scale
from pourparler.reading.recipients import charged_by
from pourparler.reading.tables import rows
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
    side_of,
)

_INCIDENT_CODES = {row["action"]: (row["type"], row["mode"] or None) for row in rows("incidents")}
_CONTACT_TYPES: dict[Status, tuple[str, str | None]] = {
    Status.SOUGHT: ("REQUEST", "meet"),
    Status.REQUESTED: ("REQUEST", "meet"),
    Status.OFFERED: ("REQUEST", "meet"),
    Status.ACCEPTED: ("AGREE", "meet"),
    Status.SCHEDULED: ("AGREE", "meet"),
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
#: Steps that answer whoever offered or asked.
_REPLIES = frozenset({Status.ACCEPTED, Status.DECLINED, Status.UNANSWERED})
_ASKED = frozenset({Status.SOUGHT, Status.REQUESTED, Status.OFFERED})
_FISHING = re.compile(r"\b(?:fish\w*|trawlers?|boats?|dhows?|canoes?|yachts?|dinghy|dinghies)\b", re.IGNORECASE)
#: What the sides do together, whoever is named first.
_SHARED = frozenset({"CONSULT", "AGREE", "COOPERATE"})
#: "Its *decision* to expel", "the *move* to expel": once decided, the measure is taken.
_DECIDED = frozenset({"decision", "move"})
#: Messages that are charges: words of protest that a contact stands on.
_PROTESTS = frozenset(
    {
        "protest",
        "complaint",
        "complain",
        "demarche",
        "démarche",
        "representation",
        "objection",
        "displeasure",
    }
)
_CHANNEL_MODES = {
    Channel.PHONE: "phone",
    Channel.VIDEO: "phone",
    Channel.HOTLINE: "phone",
    Channel.VISIT: "visit",
}
_MEASURE_TYPES: dict[MeasureStatus, tuple[str, str | None]] = {
    MeasureStatus.IN_FORCE: ("SANCTION", None),
    MeasureStatus.ANNOUNCED: ("SANCTION", None),
    MeasureStatus.THREATENED: ("THREATEN", "restrict"),
    MeasureStatus.LIFTED: ("CONCEDE", None),
    MeasureStatus.DEMANDED_LIFTED: ("REQUEST", "yield"),
}
_MEASURE_CODES = {
    row["lemma"]: (row["codes"].split()[0], [*row["codes"].split(), ""][1] or None)
    for row in rows("measures")
    if row["codes"] and row["status"] != "lifted"
}
#: What lifting by a verb of its own is: "restored relations".
_LIFTING_CODES = {row["lemma"]: row["codes"] for row in rows("measures") if row["codes"] and row["status"] == "lifted"}
_MEASURE_MODES = {
    MeasureType.EXPULSION: "expel",
    MeasureType.RECALL: "withdraw",
    MeasureType.SUSPENSION: "discontinue",
}


def code(doc: Doc, record: Contact | Incident | Measure) -> Event | None:
    """The event that codes a contact, incident or measure; each is counted once."""
    if isinstance(record, Contact):
        return _of_contact(doc, record)
    if isinstance(record, Incident):
        kind, mode = _INCIDENT_CODES[record.action]
        by, recipients = (
            record.by,
            tuple(a for a in record.parties if a not in record.by),
        )
        if record.action == "collide" or (kind == "MOBILIZE" and by and all(_afield(a) for a in by)):
            return None  # "a collision between": of nobody's doing; trawlers that cross a line are no forces
        if len(by) > 1 and (record.action == "clash" or not recipients) and any(opposed(a, by[0]) for a in by[1:]):
            if doc._.syntax.obliques(doc._.syntax.at(record.anchor.start), "with"):  # "clashed with": told of the first
                return _event(doc, record, kind, mode, by[:1], by[1:], record.factuality)
            return replace(_event(doc, record, kind, mode, by, (), record.factuality), recipients=by)  # each other
        return _event(doc, record, kind, mode, by, recipients, record.factuality)
    return _of_measure(doc, record)


def _afield(actor: Actor) -> bool:
    """ "Two Indian *trawlers*": fishermen, and no force that is moved."""
    return actor.sectors[:1] in (("CVL",), ("LAB",)) and _FISHING.search(actor.text) is not None


def _of_contact(doc: Doc, contact: Contact) -> Event | None:
    if contact.status is Status.SCHEDULED and contact.factuality is Factuality.NEGATED:
        return None  # "no date has been set": nobody did anything
    if contact.status is Status.OPEN:
        return None  # a line that stands is no deed
    kind, mode = _CONTACT_TYPES[contact.status]
    if contact.status is Status.SUSPENDED and _threatened(doc, contact):
        kind, mode, contact = "THREATEN", "relations", replace(contact, factuality=Factuality.ACTUAL)
    if contact.status is Status.RESUMED and contact.channel in (Channel.TALKS, Channel.MEETING):
        kind = "CONSULT"  # no line is restored
    if contact.status is Status.SCHEDULED and contact.channel is Channel.SUMMONS:
        kind, mode = "ACCUSE", "disapprove"
    if contact.status is Status.OFFERED and contact.by in contact.mediators and _promised(doc, contact):
        kind, mode = "AGREE", None  # "offered to mediate": a service promised, and nobody asked to come
    if kind == "CONSULT":
        carried = contact.channel is Channel.MESSAGE and contact.mediators
        mode = "third-party" if carried else _CHANNEL_MODES.get(contact.channel)
        if contact.channel is Channel.SUMMONS or _protested(doc, contact):
            kind, mode = "ACCUSE", "disapprove"
        elif contact.channel in (Channel.EXERCISE, Channel.PORT_CALL):
            kind, mode = "COOPERATE", None
    if kind == "AGREE" and contact.channel in (Channel.EXERCISE, Channel.PORT_CALL, Channel.HOTLINE):
        mode = None
    agreed = _agreeing(doc, contact) if kind == "AGREE" else ()
    if agreed:
        return _event(doc, contact, kind, mode, agreed[:1], agreed[1:], contact.factuality)
    if kind in _SHARED and contact.by is None and _told_as_one(contact.participants):
        return _event(doc, contact, kind, mode, contact.participants, (), contact.factuality)
    actors = _takers(doc, contact, kind)
    recipients = tuple(a for a in contact.participants if not any(side_of(a) == side_of(b) for b in actors))
    if contact.by is None and kind == "REQUEST":
        recipients = _invited(doc, contact) if contact.target is None else (contact.target,)
    if contact.status in _REPLIES and actors:
        recipients = _asker(doc, contact, actors[0]) or recipients
    if kind == "REJECT" and not actors:
        actors = _refusing(doc, contact)
        others = tuple(a for a in contact.participants if not any(side_of(a) == side_of(b) for b in actors))
        recipients = others if actors else _refused(contact)
    if kind == "ACCUSE" and contact.channel is Channel.MESSAGE and all(a.sectors[:1] == ("IGO",) for a in recipients):
        charged = charged_by(doc, doc._.syntax.at(contact.anchor.start))
        recipients = tuple(a for a in charged if all(opposed(a, b) for b in actors)) or recipients
    if not actors and not recipients:
        return None  # "efforts to meet": of nobody told, nothing is coded
    return _event(doc, contact, kind, mode, actors, recipients, contact.factuality)


def _told_as_one(parties: tuple[Actor, ...]) -> bool:
    """ "*The two sides* will meet", "*both presidents* agreed": nobody is named first, so both act, on nobody."""
    return len({(a.start, a.end) for a in parties}) == 1 and len({side_of(a) for a in parties}) > 1


def _threatened(doc: Doc, contact: Contact) -> bool:
    """ "Riga *threatened* to stop the talks"."""
    syntax = doc._.syntax
    above = (syntax.head[k] for k in doc._.traces[contact.id].tokens if syntax.dep[k] == "xcomp")
    return any(syntax.lemma[k] == "threaten" for k in above)


def _promised(doc: Doc, contact: Contact) -> bool:
    """Whether what is offered is a service, as mediation is; who offers to host the two asks them to come."""
    syntax = doc._.syntax
    hosted = any(syntax.lemma[k] == "host" for k in doc._.traces[contact.id].tokens)
    return contact.channel is Channel.TALKS and not hosted


def _invited(doc: Doc, contact: Contact) -> tuple[Actor, ...]:
    """ "*Riga* was invited": whom the passive names, whoever asked."""
    syntax = doc._.syntax
    i = syntax.at(contact.anchor.start)
    thing = syntax.patient(i) if syntax.pos[i] == "VERB" and syntax.passive(i) else None
    return () if thing is None else tuple(a for a in doc._.actors.all(thing) if official(a))[:1]


def _refusing(doc: Doc, contact: Contact) -> tuple[Actor, ...]:
    """Who put it off, where an earlier row of these two tells: "Lund put off her trip. The *delay* was announced"."""
    sides = {side_of(a) for a in contact.participants}
    same = [c for c in doc._.contacts if c.status is contact.status and c.by and c.anchor.start < contact.anchor.start]
    took = [c.by for c in same if {side_of(a) for a in c.participants} == sides and c.channel is contact.channel]
    return tuple(a for a in took[-1:] if a is not None)


def _refused(contact: Contact) -> tuple[Actor, ...]:
    """Whom a refusal by nobody named hits: who wanted the contact, or the guest ("Lund's trip to Riga was cancelled").

    "The talks between Oslo and Riga were called off" hits both.
    """
    if contact.initiator is not None:
        return (contact.initiator,)
    return contact.participants[:1] if contact.channel is Channel.VISIT else contact.participants


def _agreeing(doc: Doc, contact: Contact) -> tuple[Actor, ...]:
    """The sides that agree, where others are to meet: "the ministers of Riga and Oslo agreed on a royal visit"."""
    syntax = doc._.syntax
    i = syntax.at(contact.anchor.start)
    doer = doer_token(syntax, i) if syntax.lemma[i] == "agree" else None
    found = [] if doer is None else [a for a in doc._.actors.all(doer) if official(a)]
    sides = {side_of(a): a for a in reversed(found)}
    return tuple(sides.values())[::-1] if len(sides) > 1 else ()


def _asker(doc: Doc, contact: Contact, replier: Actor) -> tuple[Actor, ...]:
    """Whom a reply is given to: "Malaysia offered to host the two sides; Bangkok declined" tells Malaysia so."""
    if contact.mediators and contact.by is not None:
        return contact.mediators  # what a host offered is accepted from the host
    if contact.initiator is not None:
        return (contact.initiator,)
    offers = [c for c in doc._.contacts if c.status in _ASKED and c.anchor.start < contact.anchor.start]
    near = [c.by for c in offers if any(side_of(a) == side_of(replier) for a in c.participants)][-1:]
    return tuple(a for a in near if a is not None and side_of(a) != side_of(replier))


def _takers(doc: Doc, contact: Contact, kind: str) -> tuple[Actor, ...]:
    """Who took the step: the doer of its word, else whom the contact names; sides that meet are named in turn."""
    if contact.status is Status.ACCEPTED and contact.by is None and contact.initiator is not None:
        asked = (a for a in contact.participants if side_of(a) != side_of(contact.initiator))
        return tuple(asked)  # "both sides accepted"
    if kind in _SHARED:
        first = min(contact.participants, key=lambda a: a.start, default=None)
        return tuple(a for a in (contact.by or first,) if a is not None)
    syntax = doc._.syntax
    words = {*doc._.traces[contact.id].tokens, syntax.at(contact.anchor.start)}
    doers = [doer_token(syntax, k) for k in sorted(words) if syntax.pos[k] == "VERB"]
    sides = {side_of(a) for a in contact.participants}
    found = parties_in(syntax, doc._.actors, [k for k in doers if k is not None])
    own = tuple(a for a in found if official(a) and side_of(a) in sides)[:1]
    if contact.by is not None and (not own or side_of(own[0]) == side_of(contact.by)):
        return (contact.by,)
    if kind == "REQUEST":  # "Riga was invited": by whom is not told, and not by Riga
        return tuple(a for a in (contact.by or contact.initiator,) if a is not None)
    return own


def _protested(doc: Doc, contact: Contact) -> bool:
    """Whether the message is a protest: "lodged a protest with Oslo", "complained to Oslo"."""
    syntax = doc._.syntax
    if contact.channel is not Channel.MESSAGE:
        return False
    near = [c for k in doc._.traces[contact.id].tokens for c in (k, *syntax.children(k, "obj", "nmod"))]
    near += [c for k in near for c in syntax.obliques(k, "of")]  # "handed him a note *of protest*"
    return any(syntax.lemma[k] in _PROTESTS for k in near)


def _of_measure(doc: Doc, measure: Measure) -> Event | None:
    if measure.status not in _MEASURE_TYPES:
        return None
    kind, mode = _code_of(measure)
    if measure.status is MeasureStatus.DEMANDED_LIFTED:
        return _event(
            doc,
            measure,
            kind,
            mode,
            _demanding(doc, measure),
            measure.imposed_by,
            Factuality.ACTUAL,
        )
    fact = _measure_factuality(doc, measure)
    actors, recipients = measure.imposed_by, measure.on
    if measure.type in (MeasureType.AGREEMENT, MeasureType.CEASEFIRE) or not recipients:
        one = _told_as_one(measure.imposed_by)
        actors, recipients = (measure.imposed_by, ()) if one else (measure.imposed_by[:1], measure.imposed_by[1:])
    return _event(doc, measure, kind, mode, actors, recipients, fact)


def _demanding(doc: Doc, measure: Measure) -> tuple[Actor, ...]:
    """Who asks for the lifting: "*Beijing* urged Washington to lift the sanctions"."""
    syntax = doc._.syntax
    verbs = [k for k in doc._.traces[measure.id].tokens if syntax.lemma[k] in DEMANDS and syntax.pos[k] == "VERB"]
    return tuple(a for k in verbs for a in doc._.actors.all(doer_token(syntax, k)) if official(a))


def _code_of(measure: Measure) -> tuple[str, str | None]:
    """Type and mode: what the measure's own word says ("closed its border"), else what its kind and status say."""
    kind, mode = _MEASURE_TYPES[measure.status]
    if measure.type in (MeasureType.CEASEFIRE, MeasureType.AGREEMENT):
        return ("SANCTION", "discontinue") if measure.status is MeasureStatus.LIFTED else ("AGREE", None)
    lemma = measure.reader.removeprefix("measure:").split()[0]
    if kind == "CONCEDE" and lemma in _LIFTING_CODES:
        return _LIFTING_CODES[lemma], None
    if kind == "SANCTION" and lemma in _MEASURE_CODES:
        return _MEASURE_CODES[lemma]
    return kind, _MEASURE_MODES.get(measure.type, mode) if kind == "SANCTION" else mode


def _measure_factuality(doc: Doc, measure: Measure) -> Factuality:
    """Whether the measure was taken or only announced for later: "will expel two diplomats"."""
    syntax = doc._.syntax
    core = syntax.at(measure.anchor.start)
    verbs = [k for k in doc._.traces[measure.id].tokens if syntax.pos[k] == "VERB"]
    if core in verbs:  # "ordered its envoy *to return*": the order is the measure
        verbs = [core]
    if any(syntax.dep[k] == "acl" and syntax.lemma[syntax.head[k]] in _DECIDED for k in (core, *verbs)):
        return Factuality.ACTUAL
    told = [factuality(syntax, k) for k in verbs]
    return Factuality.PLANNED if Factuality.PLANNED in told else Factuality.ACTUAL


def aimed_at_others(actors: tuple[Actor, ...], recipients: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The recipients that are another side than the actors, each party once: "refugees from *Sudan*" are not two."""
    out: list[Actor] = []
    for one in recipients:
        again = any(
            side_of(a) == side_of(one) and (_inside(one, a) or a.code == one.code) for a in out if not one.person
        )
        same = any(a.code == one.code or (side_of(a) == side_of(one) and not opposed(a, one)) for a in actors)
        if not again and not same:
            out.append(one)
    return tuple(out)


def _inside(one: Actor, other: Actor) -> bool:
    return other.start <= one.start and one.end <= other.end


def _event(
    doc: Doc,
    record: Contact | Incident | Measure,
    kind: str,
    mode: str | None,
    actors: tuple[Actor, ...],
    recipients: tuple[Actor, ...],
    fact: Factuality,
) -> Event:
    recipients = aimed_at_others(actors, recipients)
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
