"""Scores, worst errors and changes of an evaluation, in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pourparler.evaluation.agreement import Tally
from pourparler.evaluation.changes import Change
from pourparler.evaluation.scoring import Scores, Sheet, wrong_fields
from pourparler.exports.printable import one_line
from pourparler.exports.rows import Row, row_of
from pourparler.records.kinds import Record

_HEADINGS = f"{'':24}{'gold':>7}{'read':>7}{'right':>7}{'P':>8}{'R':>8}{'F1':>8}"


def score_lines(scores: Scores) -> Iterator[str]:
    """A line for each kind, then one for each field of the records found: counts, precision, recall, F1."""
    yield _HEADINGS
    for kind, tally in scores.kinds.items():
        if tally.gold or tally.read:
            yield _score_line(kind, tally)
            fields = ((name, found) for (of, name), found in scores.fields.items() if of == kind)
            yield from (_score_line(f"  {name}", found) for name, found in fields if found.gold or found.read)


def _score_line(name: str, tally: Tally) -> str:
    shares = "".join(f"{share:8.3f}" for share in (tally.precision, tally.recall, tally.f1))
    return f"{name:24}{tally.gold:7}{tally.read:7}{tally.right:7}{shares}"


def score_json(scores: Scores) -> str:
    """The same as one JSON object: ``{"contact": {"gold": …, "f1": …, "fields": {"when": {…}}}}``."""
    told: dict[str, Any] = {kind: _as_dict(tally) | {"fields": {}} for kind, tally in scores.kinds.items()}
    for (kind, name), tally in scores.fields.items():
        told[kind]["fields"][name] = _as_dict(tally)
    return json.dumps(told)


def _as_dict(tally: Tally) -> dict[str, float]:
    measures = {name: round(getattr(tally, name), 4) for name in ("precision", "recall", "f1")}
    return {"gold": tally.gold, "read": tally.read, "right": tally.right} | measures


def worst_lines(sheets: Iterable[Sheet], most: int) -> Iterator[str]:
    """The worst of each kind: false records, the surest first; missed ones; found ones, most wrong fields first."""
    by_kind: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        by_kind.setdefault(sheet.kind, []).append(sheet)
    for kind, of_kind in by_kind.items():
        false = [(sheet, record) for sheet in of_kind for record in sheet.pairing.false]
        false.sort(key=lambda found: -found[1].confidence)
        yield from (f"FALSE   {_told(sheet, record)}" for sheet, record in false[:most])
        missed = [(sheet, record) for sheet in of_kind for record in sheet.pairing.missed]
        yield from (f"MISSED  {_told(sheet, record)}" for sheet, record in missed[:most])
        wrong = [(sheet, *two, wrong_fields(kind, *two)) for sheet in of_kind for two in sheet.pairing.pairs]
        wrong.sort(key=lambda found: -len(found[3]))
        yield from (_wrong_line(*found) for found in wrong[:most] if found[3])


def _told(sheet: Sheet, record: Record) -> str:
    """Article, kind, what the row says, and its words."""
    return f"{sheet.article.key} {record.kind}: {_facts(row_of(record, {}))} | {_words(sheet, record)}"


def _wrong_line(sheet: Sheet, gold: Record, read: Record, names: Sequence[str]) -> str:
    values = "; ".join(f"{name} {_value(getattr(gold, name))} read as {_value(getattr(read, name))}" for name in names)
    return f"WRONG   {sheet.article.key} {read.kind} “{one_line(read.anchor.text)}”: {values}"


def _facts(row: Row) -> str:
    sides = f"{row.who} → {row.whom}" if row.whom else row.who
    return ", ".join(filter(None, (row.what, row.factuality, sides, row.how, row.when)))


def _words(sheet: Sheet, record: Record) -> str:
    """The trigger in its surroundings."""
    text, span = sheet.article.text, record.anchor
    before, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 60]
    return f"…{one_line(before)} «{one_line(span.text)}» {one_line(after)}…"


def _value(value: Any) -> str:
    if value is None or value == ():
        return "–"
    if isinstance(value, tuple):
        return " + ".join(map(_value, value))
    if hasattr(value, "earliest"):
        return f"{value.earliest}..{value.latest}"
    shown = getattr(value, "text", value)
    code = getattr(value, "code", None)
    return f"“{one_line(str(shown))}”" + (f" [{code}]" if code else "")


def change_lines(found: Iterable[Change]) -> Iterator[str]:
    """One line for each gain and loss, then how many of each."""
    gained = lost = 0
    for change in found:
        gained, lost = gained + change.better, lost + (not change.better)
        words = f" “{one_line(change.record.anchor.text)}”" if change.record else ""
        step = f"{change.before or 'not read'} -> {change.after or 'not read'}"
        yield f"{'GAINED' if change.better else 'LOST  '}  {change.article} {change.kind} {change.id}{words}: {step}"
    yield f"{gained} gained, {lost} lost"
