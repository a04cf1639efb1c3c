"""One flat row for each record, the same for every view: what, who, whom, how, when, and the words.

Nothing is left out silently: what has no column stands in ``notes``, each with its name.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import singledispatch

from pourparler.exports import labels
from pourparler.exports.printable import one_line
from pourparler.records.choices import Level
from pourparler.records.kinds import (
    RECORD_KINDS,
    Characterisation,
    Condition,
    Contact,
    Dispute,
    Event,
    Incident,
    Measure,
    Platform,
    Position,
    Reason,
    Record,
    Statement,
    Tenure,
)
from pourparler.records.parts import Actor, Span
from pourparler.records.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A record in words. ``words`` are quoted; ``notes`` are pairs of a name and what it holds."""

    id: str = ""
    kind: str = ""
    what: str
    factuality: str = ""
    who: str = labels.UNKNOWN
    whom: str = ""
    how: str = ""
    when: str = ""
    source: str = ""
    words: str = ""
    notes: tuple[tuple[str, str], ...] = field(default=())


Known = Mapping[str, Record]


def rows(reading: Reading, kinds: Collection[str] = ()) -> tuple[Row, ...]:
    """A row for each record, by kind and then by place in the text; ``kinds`` empty means all."""
    known: Known = {record.id: record for record in reading.records}
    order = {kind.kind: rank for rank, kind in enumerate(RECORD_KINDS)}
    wanted = [record for record in reading.records if not kinds or record.kind in kinds]
    wanted.sort(key=lambda record: (order[record.kind], record.anchor.start))
    return tuple(full_row(record, known) for record in wanted)


def full_row(record: Record, known: Known) -> Row:
    """The row of a record with what all kinds share: id, kind, words and source."""
    row = row_of(record, known)
    ids = getattr(record, "according_to", None)
    return replace(
        row,
        id=record.id,
        kind=record.kind,
        words=row.words or labels.quote_label(record.evidence or (record.anchor,)),
        source=row.source if ids is None else labels.according_label(ids, known),
        notes=tuple((name, text) for name, text in row.notes if text),
    )


@singledispatch
def row_of(record: Record, known: Known) -> Row:
    """The row of one record; ``known`` are the records of the same article by id."""
    return Row(what=one_line(record.anchor.text))


@row_of.register
def _contact(record: Contact, known: Known) -> Row:
    status = " ".join(filter(None, (record.status.value, labels.count_label(record.count))))
    by = f" by {one_line(record.by.text)}" if record.by else ""
    who, whom = _sides(record)
    channel = labels.words_label(record.channel)
    level = "" if record.level is Level.UNSPECIFIED else labels.words_label(record.level)
    return Row(
        what=status + by, factuality=labels.factuality_label(record.factuality), who=who, whom=whom,
        how=", ".join(filter(None, (channel, one_line(record.forum or ""), level))),
        when=labels.date_label(record.when),
        notes=(
            ("due", labels.date_label(record.due) if record.due != record.when else ""),
            ("where", labels.place_label(record.where)),
            ("through", ", ".join(map(labels.actor_label, record.mediators))),
            *((f"reason ({labels.words_label(reason.kind)})", _voiced(reason)) for reason in record.reasons),
            *(("condition", _voiced(condition)) for condition in record.conditions),
            ("about", labels.quote_label(record.topics)),
        ),
    )  # fmt: skip


def _sides(record: Contact) -> tuple[str, str]:
    """Who turned to whom, be they several; where neither is told, the participants."""
    if record.initiator and record.target is None:
        others = [actor for actor in record.participants if actor.country != record.initiator.country]
        if len(others) > 1:
            return labels.actor_label(record.initiator), labels.actors_label(others)
    if record.initiator or record.target:
        return labels.actor_label(record.initiator), labels.actor_label(record.target)
    return labels.actors_label(record.participants), ""


def _voiced(item: Reason | Condition | Characterisation) -> str:
    """Quoted words and who gives them."""
    voice = labels.OUTLET if item.by is None else labels.actor_label(item.by)
    return f"“{one_line(item.text)}” – {voice}"


@row_of.register
def _incident(record: Incident, known: Known) -> Row:
    others = [actor for actor in record.parties if actor not in record.by]
    return Row(
        what=one_line(record.action), factuality=labels.factuality_label(record.factuality),
        who=labels.actors_label(record.by), whom=", ".join(map(labels.actor_label, others)),
        how=", ".join(map(_platform, record.platforms)), when=labels.date_label(record.when),
        notes=(
            ("where", labels.place_label(record.where)),
            *(("called", _voiced(said)) for said in record.characterisations),
        ),
    )  # fmt: skip


def _platform(platform: Platform) -> str:
    count = f"{platform.count} ×" if platform.count is not None and platform.count != 1 else None
    parts = (count, platform.type, platform.name)
    return one_line(" ".join(part for part in parts if part)) or labels.UNKNOWN


@row_of.register
def _measure(record: Measure, known: Known) -> Row:
    return Row(
        what=labels.words_label(record.type), who=labels.actors_label(record.imposed_by),
        whom=", ".join(map(labels.actor_label, record.on)), how=labels.words_label(record.status),
        when=labels.date_label(record.when),
        notes=(("reason", labels.quote_label([record.reason] if record.reason else [])),),
    )  # fmt: skip


@row_of.register
def _tenure(record: Tenure, known: Known) -> Row:
    body = ", ".join(filter(None, (record.organisation, record.country)))
    office = one_line(record.office + (f" ({body})" if body else ""))
    ends = (("from", labels.date_label(record.start)), ("until", labels.date_label(record.end)))
    replaces = f"replaces {one_line(record.replaces)}" if record.replaces else ""
    when = ", ".join(f"{name} {date}" for name, date in ends if date)
    return Row(what=office, who=one_line(record.person), how=replaces, when=when)


@row_of.register
def _event(record: Event, known: Known) -> Row:
    coded = known.get(record.of or "")
    return Row(
        what=" ".join(filter(None, (record.type, record.mode, labels.count_label(record.count)))),
        factuality=labels.factuality_label(record.factuality),
        who=labels.actors_label(record.actors), whom=", ".join(map(labels.actor_label, record.recipients)),
        how=f"codes the {coded.kind}" if coded else "", when=labels.date_label(record.when),
        words=labels.quote_label([record.anchor]) if coded else "",
        notes=(("where", "" if coded else labels.place_label(record.where)),),
    )  # fmt: skip


@row_of.register
def _statement(record: Statement, known: Known) -> Row:
    return Row(
        what=labels.words_label(record.stance), who=labels.source_label(record),
        whom=labels.actor_label(record.addressee) if record.addressee else "",
        how=record.form.value, when=labels.date_label(record.said), words=labels.quote_label(record.content),
    )  # fmt: skip


@row_of.register
def _dispute(record: Dispute, known: Known) -> Row:
    about = known.get(record.about) if isinstance(record.about, str) else None
    words = record.about.text if isinstance(record.about, Span) else about.anchor.text if about else record.about
    voices: list[Actor] = [position.by for position in record.positions if position.by]
    return Row(
        what=" ".join(filter(None, (about.kind if about else "", f"“{one_line(words)}”"))),
        who=", ".join(dict.fromkeys(map(labels.actor_label, voices))) or labels.UNKNOWN,
        notes=tuple(_position(position, known) for position in record.positions),
    )


def _position(position: Position, known: Known) -> tuple[str, str]:
    """The stance, and who takes it with which words."""
    said = known.get(position.statement)
    words = labels.quote_label(said.content) if isinstance(said, Statement) else ""
    voice = labels.OUTLET if position.by is None else labels.actor_label(position.by)
    return labels.words_label(position.stance), f"{words} – {voice}".removeprefix(" – ")
