"""What is told of one record: why it is there and how each of its parts was found. The JSON of ``explain --json``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pourparler.records.kinds import Record
from pourparler.records.parts import Actor, Date, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedToken:
    """A token of the evidence as the parser saw it; ``trigger`` marks those the rule stood on."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head_text: str
    trigger: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of a lexical table that a word of the record matched; ``cells`` are its filled columns."""

    word: str
    table: str
    cells: tuple[tuple[str, str], ...]
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """The rule that made the record, what it looks for in a sentence, its example, and the rows its words matched."""

    rule: str
    sentence: str
    example: str
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldReason:
    """A field's value in words, the words of the article that tell it, and why; ``why`` is empty where they say it."""

    field: str
    value: str
    words: tuple[Span, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorReason:
    """An actor, the fields it fills, why it is taken for that party, and what of it nothing tells.

    ``state`` is the name of the actor's country.
    """

    fields: tuple[str, ...]
    actor: Actor
    state: str | None
    why: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReason:
    """A date, the fields it fills and its arithmetic: the day it counts from, the rule and the result, as a sentence.

    ``counted_from`` is None where the words tell the date themselves; ``counted_what`` says what day that is.
    ``known`` tells how the date is known and how precisely.
    """

    fields: tuple[str, ...]
    date: Date
    counted_from: Date | None
    counted_what: str | None
    rule: str
    result: str
    why: str
    known: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """On whose word a record rests. ``chain`` runs from the outlet's nearest source to the first; () is nobody."""

    statement: str | None
    outlet: str | None
    chain: tuple[Actor, ...]
    cue: Span | None
    stance: str | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Everything that is told of one record."""

    kind: ClassVar[str] = "explanation"
    record: Record
    grounds: Grounds
    fields: tuple[FieldReason, ...]
    actors: tuple[ActorReason, ...]
    dates: tuple[DateReason, ...]
    credits: tuple[Credit, ...]
    tokens: tuple[ParsedToken, ...]
