"""The kinds of record, one class each, in the order they are printed. Field names are the contract's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pourparler.records.choices import (
    Channel,
    Factuality,
    Form,
    Level,
    MeasureStatus,
    MeasureType,
    ReasonKind,
    Stance,
    Status,
)
from pourparler.records.parts import Actor, Count, Date, Place, Span

CONTRACT = "1.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """First line of a run: contract version and the fingerprint of whatever read."""

    kind: ClassVar[str] = "header"
    contract: str = CONTRACT
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that could not be read; the run went on."""

    kind: ClassVar[str] = "failure"
    input: str
    error: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A piece of the page that is no part of the article, and why it was taken out."""

    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text version. ``text`` is canonical: every offset of every record counts in it."""

    kind: ClassVar[str] = "article"
    id: str
    key: str
    source: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Date | None = None
    dateline: str | None = None
    byline: str | None = None
    first_published_by: str | None = None
    language: str = "en"
    sha256: str
    text: str
    captions: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record read from a text carries."""

    kind: ClassVar[str]
    id: str
    article: str
    anchor: Span
    evidence: tuple[Span, ...]
    confidence: float
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """Who says what, through whom. An empty ``source`` is unknown, not the outlet."""

    kind: ClassVar[str] = "statement"
    source: Actor | None
    via: tuple[Actor, ...] = ()
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    stance: Stance
    said: Date | None = None
    addressee: Actor | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a step was taken, in the words and by the voice that gives it (``by`` None: the outlet)."""

    kind: ReasonKind
    by: Actor | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a side asks for before contact."""

    by: Actor | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """One step between sides. ``by`` took this step, ``initiator`` wanted the contact."""

    kind: ClassVar[str] = "contact"
    by: Actor | None = None
    initiator: Actor | None = None
    target: Actor | None = None
    participants: tuple[Actor, ...] = ()
    mediators: tuple[Actor, ...] = ()
    channel: Channel = Channel.UNSPECIFIED
    forum: str | None = None
    level: Level = Level.UNSPECIFIED
    status: Status
    factuality: Factuality
    count: Count | None = None
    when: Date | None = None
    due: Date | None = None
    where: Place | None = None
    topics: tuple[Span, ...] = ()
    reasons: tuple[Reason, ...] = ()
    conditions: tuple[Condition, ...] = ()
    according_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A ship, aircraft or vehicle of an incident; ``operator`` is an actor code."""

    name: str | None
    type: str | None
    operator: str | None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Characterisation:
    """What somebody calls the incident."""

    by: Actor | None
    text: str
    start: int
    end: int
    statement: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(Record):
    """An encounter of forces, or a one-sided move such as a transit."""

    kind: ClassVar[str] = "incident"
    by: tuple[Actor, ...] = ()
    parties: tuple[Actor, ...] = ()
    platforms: tuple[Platform, ...] = ()
    action: str
    factuality: Factuality
    when: Date | None = None
    where: Place | None = None
    characterisations: tuple[Characterisation, ...] = ()
    according_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """A sanction, ban, expulsion, recall, suspension, ceasefire or agreement, and where it stands."""

    kind: ClassVar[str] = "measure"
    type: MeasureType
    imposed_by: tuple[Actor, ...] = ()
    on: tuple[Actor, ...] = ()
    reason: Span | None = None
    when: Date | None = None
    status: MeasureStatus
    according_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure(Record):
    """Somebody holds, takes or leaves an office, as the article tells it."""

    kind: ClassVar[str] = "tenure"
    person: str
    office: str
    country: str | None = None
    organisation: str | None = None
    start: Date | None = None
    end: Date | None = None
    replaces: str | None = None
    according_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """A PLOVER 0.8 event. ``of`` names the contact, incident or measure it codes."""

    kind: ClassVar[str] = "event"
    type: str
    mode: str | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    factuality: Factuality
    count: Count | None = None
    when: Date | None = None
    where: Place | None = None
    quad: int
    intensity: float
    of: str | None = None
    according_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where one side of a dispute stands, and the statement that shows it."""

    by: Actor | None
    stance: Stance
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute(Record):
    """A point on which the article lets sides contradict each other."""

    kind: ClassVar[str] = "dispute"
    about: str | Span
    positions: tuple[Position, ...]


#: Every record kind read from a text, in the order a reading prints them.
RECORD_KINDS: tuple[type[Record], ...] = (Statement, Contact, Incident, Measure, Tenure, Event, Dispute)
#: The same by their names.
KINDS = tuple(record.kind for record in RECORD_KINDS)
