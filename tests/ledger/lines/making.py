"""Tellings and coverage made by hand: what a store would give of two sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from pourparler.ledger.lines import Line, draw_lines
from pourparler.records import Judgement, Relation, Status
from pourparler.records.coverage import Coverage, Ground, ReadMonth, Telling, Voice
from pourparler.records.judgements import link

ON = "2024-03-01"
#: Every month from 2020 to 2024, with articles enough in each.
MUCH = tuple(ReadMonth(month=f"{y}-{m:02}", articles=9, origins=4) for y in range(2020, 2025) for m in range(1, 13))


def days(told: str | None) -> tuple[str | None, str | None]:
    """``2024-01-10``, ``..2024-01-10``, ``2024-01-10..`` or ``2024-01-01..2024-01-10`` as two ends."""
    if told is None:
        return None, None
    first, dots, last = told.partition("..")
    return (first or None, last or None) if dots else (told, told)


def told(status: Status | str, when: str, name: str | None = None, **known: Any) -> Telling:
    """One telling, published on the last day on which its step can have been; id, deed and thread are its name."""
    first, last = days(when)
    due_first, due_last = days(known.pop("due", None))
    name = name or f"co-{status}-{when}-{known.get('channel', 'phone')}"
    fields = {
        "kind": "contact", "deed": name, "thread": name, "article": f"ar-{name}", "family": f"ar-{name}",
        "published": last or first, "channel": "phone", "due_earliest": due_first, "due_latest": due_last,
    }  # fmt: skip
    return Telling(id=name, type=str(status), earliest=first, latest=last, **(fields | known))


def measure(status: str, when: str, name: str, **known: Any) -> Telling:
    return told("sanction", when, name, **({"kind": "measure", "mode": status, "channel": "unspecified"} | known))


def covered(*tellings: Telling, on: str = ON, since: str = "2022-03-01", **known: Any) -> Coverage:
    """What was told by ``on`` between Norway and Sweden, of whom much was read."""
    fields: dict[str, Any] = {"low": "NOR", "high": "SWE", "months": tuple(m for m in MUCH if m.month <= on[:7])}
    return Coverage(on=on, since=since, tellings=tellings, **(fields | known))


class Shelf:
    """A source that gives one coverage."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage

    def cover(self, one: str, other: str, *, on: str, since: str | None = None) -> Coverage:
        return self.coverage

    def quotes(self, ids: Iterable[str]) -> Mapping[str, str]:
        return {name: f"words of {name}" for name in ids}


def drawn(*tellings: Telling, **known: Any) -> tuple[Line, ...]:
    """The lines between Norway and Sweden."""
    coverage = covered(*tellings, **known)
    return draw_lines(Shelf(coverage), "NOR", "SWE", on=coverage.on)


def whole(*tellings: Telling, **known: Any) -> Line:
    return drawn(*tellings, **known)[0]


def figures(*tellings: Telling, **known: Any) -> Any:
    return whole(*tellings, **known).figures


def line_of(lines: Iterable[Line], level: str, channel: str) -> Line:
    (found,) = [line for line in lines if (line.level, line.channel) == (level, channel)]
    return found


def rests_on(line: Line) -> list[str]:
    """The records on which a state rests."""
    return [record.id for step in line.rests_on for record in step.records]


def tie(relation: Relation, subject: str, object: str) -> Judgement:
    return link(relation, subject, object, score=0.9, reasons=("made by hand",))


def side(code: str) -> Voice:
    return Voice(side=code)


NOBODY_NAMED = Voice(side="NOR", anonymous=True)


def reason(kind: str, by: str | None, words: str = "why") -> Ground:
    return Ground(kind=kind, side=by, words=words)


def condition(by: str | None, words: str) -> Ground:
    return Ground(side=by, words=words)


def later(day: str, count: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=count)).isoformat()
