"""The state of a line, on a day and over time, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pourparler.exports.labels import OUTLET, stretch_label, words_label
from pourparler.exports.printable import one_line, safe_json
from pourparler.exports.table import aligned
from pourparler.ledger.lines import Figures, Line, Step, Stretch
from pourparler.ledger.lines.conditions import Demand, Outstanding
from pourparler.ledger.lines.confirmation import Confirmation, Confirmed
from pourparler.ledger.lines.line import Announced
from pourparler.ledger.lines.reasons import ReasonGiven
from pourparler.ledger.lines.replies import Asking
from pourparler.records.counted import counted
from pourparler.records.lines import as_line

HEADS = ("level", "channel", "state", "last held", "steps", "rests on")
COURSE_HEADS = ("level", "channel", "from", "to", "days", "state", "began with")
#: So many outstanding conditions and overdue announcements are shown; JSON Lines have all.
_SHOWN = 10
_UNTOLD = "unspecified"


def line_json(lines: Iterable[Line | Stretch]) -> Iterator[str]:
    """JSON Lines of the kind ``line`` or ``stretch``: the two sides as a whole, then each level and channel."""
    return (safe_json(as_line(line)) for line in lines)


def line_lines(lines: Sequence[Line]) -> Iterator[str]:
    """The state in a sentence, a row for each level and channel with the steps it rests on, then the figures."""
    whole, *parts = lines
    yield f"{whole.low} – {whole.high} on {whole.on}: {whole.state}. {_sentence(whole.why)}"
    rows = [row for part in parts for row in _rows(part)]
    if rows:
        yield ""
        yield from aligned([HEADS, *rows])
    if whole.figures:
        yield ""
        yield from aligned([(one_line(name), one_line(told)) for name, told in _figures(whole, whole.figures)])


def course_lines(stretches: Sequence[Stretch]) -> Iterator[str]:
    """A row for each stretch, with the step it began with: the two sides as a whole, then each level and channel."""
    first, *_ = whole = [one for one in stretches if one.channel is None]
    span = f"from {first.first} to {whole[-1].last}"
    yield f"{first.low} – {first.high} {span}, each day as it could have been told on it"
    if first.cut:
        yield "begins as far back as can be looked through at once; an earlier --on goes further"
    yield ""
    yield from aligned([COURSE_HEADS, *map(_stretch, stretches)])


def _stretch(one: Stretch) -> tuple[str, ...]:
    level, channel = (words_label(told) if told else "all" for told in (one.level, one.channel))
    days = date.fromisoformat(one.last).toordinal() - date.fromisoformat(one.first).toordinal() + 1
    return (
        level,
        channel,
        one.first,
        one.last,
        str(days),
        one.state,
        step_words(one.rests_on[0]) if one.rests_on else "-",
    )


def _sentence(words: str) -> str:
    return one_line(f"{words[:1].upper()}{words[1:]}.")


def _rows(line: Line) -> Iterator[tuple[str, ...]]:
    """A row for each step; what holds of the line stands in the first."""
    steps = [step_words(step) for step in line.rests_on] or ["-"]
    level, channel = (words_label(told or _UNTOLD) for told in (line.level, line.channel))
    held = stretch_label(line.held.earliest, line.held.latest) if line.held else "-"
    yield level, channel, line.state, held, str(line.steps), steps[0]
    yield from (("", "", "", "", "", step) for step in steps[1:])


def step_words(step: Step) -> str:
    """What was done, when, by how many it is told, and the words of one record."""
    by = f" by {step.by}" if step.by else ""
    factuality = "" if step.factuality == "actual" else f" ({step.factuality})"
    disputed = ", disputed" if step.disputed else ""
    due = f", due {step.due}" if step.due and step.status in ("scheduled", "accepted") else ""
    told = counted(step.reports, "report") + f" · {counted(step.origins, 'origin')}"
    quote = f"{step.records[0].id} “{one_line(step.records[0].text)}”" if step.records else step.deed
    days = stretch_label(step.earliest, step.latest)
    return one_line(f"{words_label(step.status)}{factuality}{by} {days}{due}{disputed} [{told}] {quote}")


def _figures(whole: Line, figures: Figures) -> Iterator[tuple[str, str]]:
    since = f"since {whole.since}"
    yield (
        since,
        (
            f"{counted(figures.contacts, 'contact')} in {counted(whole.steps, 'step')}"
            f" [{counted(figures.reports, 'report')} · {counted(figures.origins, 'origin')}],"
            f" {counted(figures.incidents, 'incident')}, {counted(figures.measures, 'measure')}"
        ),
    )
    if whole.cut:
        yield "", "as far back as can be looked through at once; --since goes further"
    yield (
        "read",
        (
            f"{counted(figures.articles, 'article')} about the two,"
            f" {figures.months_observed} of {counted(figures.months, 'month')} observed"
        ),
    )
    if figures.undated:
        yield "left out", f"{counted(figures.undated, 'record')} of which no day is known"
    yield "asks more", _asks_more(figures.asking)
    yield from ((f"asked by {asking.side}", _asking(asking)) for asking in figures.asking if asking.asked)
    yield "longest silence", _silence(figures)
    yield "held, told by", _confirmed(figures.confirmed)
    if figures.through:
        yield "carried by", ", ".join(f"{one.name} {one.count}" for one in figures.through)
    sides = dict.fromkeys(reason.side for reason in figures.reasons)
    yield from ((f"reasons of {side or OUTLET}", _reasons(figures.reasons, side)) for side in sides)
    yield from _first("outstanding", [_outstanding(one) for one in figures.outstanding])
    if figures.announced:
        yield from _first("announced", [step_words(one) for one in figures.announced])
    yield from _first("overdue", [_overdue(one) for one in figures.overdue])


def _first(name: str, told: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The first of what is told, and how many more there are; ``none`` where there is nothing."""
    yield name, told[0] if told else "none"
    yield from (("", one) for one in told[1:_SHOWN])
    if len(told) > _SHOWN:
        yield "", f"and {len(told) - _SHOWN} more; --format jsonl has all"


def _asks_more(asking: Sequence[Asking]) -> str:
    most, least = sorted(asking, key=lambda one: one.asked, reverse=True)
    if most.asked == least.asked:
        return f"neither, {most.asked} each"
    return f"{most.side}, {most.asked} to {least.asked}"


def _asking(asking: Asking) -> str:
    """How the requests of one side were met, the share of them that was answered, and how soon."""
    outcomes = ", ".join(f"{one.count} {_OUTCOMES.get(one.name, one.name)}" for one in asking.outcomes)
    known = asking.asked - sum(one.count for one in asking.outcomes if one.name == "unknown")
    rate = "" if asking.rate is None else f"; {asking.rate:.0%} of {known} answered"
    return f"{asking.asked}: {outcomes}{rate}{_waited(asking)}"


_OUTCOMES = {"unknown": "with no reply known", "held": "held"}


def _waited(asking: Asking) -> str:
    """How soon the answers came: exactly, and between which days where that is all that is known."""
    if not asking.exact and not asking.ranges:
        return ""
    told = [f"median {_days(asking.median_days)} of {asking.exact} known to the day"] if asking.exact else []
    told += [span] if (span := _span(asking)) else []
    return f"; reply after {', '.join(told)}" if told else "; after how many days is not told"


def _days(days: float | None) -> str:
    return f"{days:g} day{'s' * (days != 1)}"


def _span(asking: Asking) -> str:
    """Between how many days all answers came; "" where that is not told."""
    if asking.most is None:
        return f"at least {counted(asking.least, 'day')} in all" if asking.least else ""
    if asking.least == asking.most:
        return f"{counted(asking.most, 'day')} in all"
    return f"{asking.least} to {counted(asking.most, 'day')} in all"


def _silence(figures: Figures) -> str:
    if figures.silence is None:
        return "not known: no month is observed"
    ended = "" if figures.silence.before else ", as far as is observed"
    return f"{counted(figures.silence.days, 'day')}, {figures.silence.first}..{figures.silence.last}{ended}"


def _confirmed(confirmed: Sequence[Confirmation]) -> str:
    return ", ".join(f"{_CONFIRMED[one.confirmed].format(side=one.side)} {one.contacts}" for one in confirmed) or "none"


_CONFIRMED = {
    Confirmed.BOTH: "both sides",
    Confirmed.ONE: "{side} alone",
    Confirmed.OTHERS: "others by name",
    Confirmed.OUTLET: f"{OUTLET} alone",
    Confirmed.ANONYMOUS: "anonymous sources alone",
    Confirmed.DISPUTED: "one side, and denied",
}


def _reasons(reasons: Iterable[ReasonGiven], side: str | None) -> str:
    told = [f"{words_label(one.kind)} {one.steps}{_because(one)}" for one in reasons if one.side == side]
    return ", ".join(told)


def _because(one: ReasonGiven) -> str:
    return f" (because of {', '.join(one.because_of)})" if one.because_of else ""


def _outstanding(one: Outstanding) -> str:
    quote = f"{one.day} {one.record} “{one_line(one.words or '')}”"
    match one.demand:
        case Demand.CONDITION:
            return f"{one.side or OUTLET} asks for {quote}"
        case Demand.LIFTING:
            return f"{one.side or 'somebody'} demands that {one.about or 'a measure'} be lifted {quote}"
        case Demand.BLOCK:
            return f"{one.side or 'somebody'} keeps up what blocks {one.about} {quote}"


def _overdue(one: Announced) -> str:
    late = "its days still run" if one.days is None else counted(one.days, "day")
    return f"{late}{'' if one.observed else ' (little read since)'}: {step_words(one.step)}"
