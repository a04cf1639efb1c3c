"""What agents ask of a store, each answer of a bounded length."""

from __future__ import annotations

from pourparler.desk.mcp import answers
from pourparler.desk.mcp.answers import (
    Disputes,
    FoundArticles,
    LinePart,
    LineStep,
    LineTold,
    Tellings,
)
from pourparler.exports.labels import stretch_label
from pourparler.exports.lines import line_lines
from pourparler.ledger.lines import Line, Step, draw_lines
from pourparler.store import Cursor, Filter, Store

#: The most that is told: steps of a line and of each of its parts, parts, tellings of a step, lines of figures.
_STEPS, _STEPS_OF_PART, _PARTS, _TELLINGS, _FIGURES = 4, 1, 8, 2, 24


def search(store: Store, words: str, limit: int) -> FoundArticles:
    """The newest articles that hold the words."""
    items = []
    for one in store.search(words, limit=limit):
        report = store.report(one.article)
        items.append(answers.found(one, report.article if report else None))
    return FoundArticles(items=items)


def ledger(store: Store, wanted: Filter, limit: int, after: str | None) -> Tellings:
    """The records that fit, newest first, of each deed one."""
    entries = store.ask(wanted, limit=limit, behind=Cursor.parse(after) if after else None, once=True)
    more = str(Cursor.behind(entries[-1])) if len(entries) == limit else None
    return Tellings(items=[answers.telling(entry) for entry in entries], after=more)


def thread(store: Store, record: str, limit: int) -> Tellings:
    """The steps of the contact that a record is of, oldest first."""
    return Tellings(items=[answers.telling(entry) for entry in store.thread(record)[:limit]])


def disputes(store: Store, wanted: Filter, limit: int, after: str | None) -> Disputes:
    """What is disputed within articles and across them, newest first."""
    found = store.disputes(wanted, limit=limit, behind=Cursor.parse(after) if after else None)
    more = str(found[-1].place) if len(found) == limit else None
    return Disputes(items=[answers.dispute(one) for one in found], after=more)


def line(store: Store, one: str, other: str, on: str | None) -> LineTold:
    """How two sides stand on an ISO day, by default the last of which the store knows."""
    whole, *parts = draw_lines(store, store.name_side(one), store.name_side(other), on=on or store.last_day())
    told = "\n".join(line_lines([whole, *parts])).rpartition("\n\n")[2].splitlines()
    return LineTold(
        low=whole.low, high=whole.high, on=whole.on, whole=_part(store, whole, _STEPS),
        parts=[_part(store, part, _STEPS_OF_PART) for part in parts[:_PARTS]],
        figures=[answers.cut(" ".join(figure.split())) for figure in told[:_FIGURES]],
    )  # fmt: skip


def _part(store: Store, line: Line, most: int) -> LinePart:
    return LinePart(
        level=line.level, channel=line.channel, state=line.state.value, why=answers.cut(line.why),
        last_held=stretch_label(line.held.earliest, line.held.latest) if line.held else None,
        rests_on=[_step(store, step) for step in line.rests_on[:most]],
    )  # fmt: skip


def _step(store: Store, step: Step) -> LineStep:
    found = (store.record(quoted.id) for quoted in step.records[:_TELLINGS])
    return LineStep(
        status=step.status, days=stretch_label(step.earliest, step.latest), by=step.by, disputed=step.disputed,
        reports=step.reports, origins=step.origins, tellings=[answers.telling(entry) for entry in found if entry],
    )  # fmt: skip
