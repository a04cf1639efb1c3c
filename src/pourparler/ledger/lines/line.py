"""The state of a line as a thing of its own: what `pourparler line` prints and the JSON Lines hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pourparler.ledger.lines.board import State
from pourparler.ledger.lines.conditions import Outstanding
from pourparler.ledger.lines.confirmation import Confirmation
from pourparler.ledger.lines.reasons import ReasonGiven
from pourparler.ledger.lines.replies import Asking, Counted
from pourparler.ledger.lines.silence import Silence


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A record and the words it rests on."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days on which a step can have been, and a record of it; ``earliest`` None where that end is open."""

    earliest: str | None
    latest: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step that a state rests on, with one record of each of its origins, at most three.

    ``status`` is the contact's; it was taken on a day from ``earliest`` to ``latest``. ``due`` is the last day for
    which the contact was announced.
    """

    deed: str
    status: str
    factuality: str
    by: str | None
    level: str
    channel: str
    forum: str | None
    earliest: str | None
    latest: str
    due: str | None
    disputed: bool
    reports: int
    origins: int
    records: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """An announced contact of which no outcome is told, and by how many days it is overdue; None while its days run.

    ``observed``: enough was read since it was due to expect word of it.
    """

    step: Step
    days: int | None
    observed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was counted of two sides from the day ``since`` on: deeds, not the records that tell them.

    ``contacts`` are told in ``reports`` (articles) of so many ``origins`` (families of articles);
    ``articles`` tell anything of the pair, enough of them in ``months_observed`` of the ``months``. ``undated``
    records, of which no day is known, are in no figure. ``announced`` are contacts whose day is yet to come.
    """

    contacts: int
    reports: int
    origins: int
    incidents: int
    measures: int
    undated: int
    articles: int
    months: int
    months_observed: int
    asking: tuple[Asking, ...]
    silence: Silence | None
    confirmed: tuple[Confirmation, ...]
    through: tuple[Counted, ...]
    reasons: tuple[ReasonGiven, ...]
    outstanding: tuple[Outstanding, ...] = ()
    overdue: tuple[Announced, ...] = ()
    announced: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The state of two sides on a day: of one line, or as a whole (no level, no channel; only then with figures).

    ``why`` tells the state in a sentence, ``rests_on`` are the steps behind it, newest first. ``steps`` counts those
    that are told as taken since ``since``, ``held`` is when the sides last met or spoke, ``last`` when they last dealt
    with each other at all. ``cut``: ``since`` is later than two years before, because there is more than is looked
    through at once.
    """

    kind: ClassVar[str] = "line"
    id: str
    low: str
    high: str
    on: str
    since: str
    cut: bool
    level: str | None
    channel: str | None
    state: State
    why: str
    steps: int
    held: Days | None
    last: Days | None
    rests_on: tuple[Step, ...]
    figures: Figures | None = None
