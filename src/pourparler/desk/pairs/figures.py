"""The figures of a line, with the records behind each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Day

from pourparler.desk import links
from pourparler.desk.display import clip, date
from pourparler.desk.filters import Asked
from pourparler.desk.pairs.pieces import Figure, Piece, figure, linked, quoted
from pourparler.desk.rendering import name_side, tell_label
from pourparler.exports.labels import OUTLET
from pourparler.ledger.lines import Figures, Line, Step
from pourparler.ledger.lines.conditions import Demand, Outstanding
from pourparler.ledger.lines.confirmation import Confirmed
from pourparler.ledger.lines.line import Announced, Days
from pourparler.ledger.lines.replies import Asking
from pourparler.ledger.lines.silence import Silence
from pourparler.records.counted import counted

#: So many of what is outstanding, announced or overdue are shown.
_SHOWN = 6
_CONFIRMED = {
    Confirmed.BOTH: "by both sides", Confirmed.ONE: "by {side} alone", Confirmed.OTHERS: "by others by name",
    Confirmed.OUTLET: f"by {OUTLET} alone", Confirmed.ANONYMOUS: "by anonymous sources alone",
    Confirmed.DISPUTED: "by one side, and denied",
}  # fmt: skip
_OUTCOMES = {"unknown": "with no reply known"}


def tell_figures(line: Line, told: Figures, asked: Asked) -> Iterator[Figure]:
    """Every figure of two sides as a whole; ``asked`` lists the steps of contact that they are counted from."""
    yield from _since(line)
    yield from (_asking(one) for one in told.asking if one.asked)
    if not any(one.asked for one in told.asking):
        yield figure("Requests", "none is told of")
    if told.silence:
        yield _silence(told.silence, asked)
    yield from _reasons(told)
    yield from _counts(told, asked)
    yield from _confirmed(told)
    if told.through:
        yield figure("Carried by", *_joined(linked(f"{name_side(o.name)} {o.count}", o.records) for o in told.through))
    yield _observed(told, asked)


def tell_pending(told: Figures) -> Iterator[Figure]:
    """What is outstanding, announced and overdue."""
    outstanding = [(_outstanding(one), one.record) for one in told.outstanding]
    yield _listed("Outstanding", outstanding)
    yield _listed("Announced", [(_step(one), one.records[0].id) for one in told.announced])
    yield _listed("Overdue", [(_overdue(one), one.step.records[0].id) for one in told.overdue])


def _listed(name: str, told: Sequence[tuple[tuple[Piece, ...], str]]) -> Figure:
    """The first of what is told, each with its record, and how many more there are."""
    shown = [pieces for pieces, _ in told[:_SHOWN]]
    if left := [record for _, record in told[_SHOWN:]]:
        shown.append((linked(f"and {len(left)} more", left),))
    return Figure(name=name, told=tuple(shown) or ((Piece(text="nothing is told of"),),))


def _joined(pieces: Iterable[Piece], between: str = ", ") -> Iterator[Piece]:
    for place, piece in enumerate(pieces):
        if place:
            yield Piece(text=between)
        yield piece


def _since(line: Line) -> Iterator[Figure]:
    for name, days in (("Last met or spoke", line.held), ("Last dealt with each other", line.last)):
        if days:
            yield figure(name, linked(_ago(days, line.on), [days.record]), f", {_when(days)}")
        else:
            yield figure(name, "never, as far as the store tells")


def _silence(told: Silence, asked: Asked) -> Figure:
    """How long, from which step to which; where neither end is one, what was read meanwhile."""
    bounds = [record for record in (told.after, told.before) if record]
    days = {"since": Day.fromisoformat(told.first), "until": Day.fromisoformat(told.last)}
    href = links.to_rows(bounds) if bounds else links.to_ledger(asked.but(kind="event", **days))
    stretch = f", {date(told.first)} to {date(told.last)}"
    return figure("Longest silence", Piece(text=counted(told.days, "day"), href=href), stretch)


def _ago(days: Days, on: str) -> str:
    passed = (Day.fromisoformat(on) - Day.fromisoformat(days.latest)).days
    return f"{counted(passed, 'day')} ago{'' if days.earliest == days.latest else ' or more'}"


def _when(days: Days) -> str:
    if days.earliest == days.latest:
        return date(days.latest)
    return f"between {date(days.earliest)} and {date(days.latest)}" if days.earliest else f"by {date(days.latest)}"


def _asking(one: Asking) -> Figure:
    every = [record for outcome in one.outcomes for record in outcome.records]
    pieces = [linked(str(one.asked), every), Piece(text=": ")]
    pieces += _joined(linked(f"{o.count} {_OUTCOMES.get(o.name, tell_label(o.name))}", o.records) for o in one.outcomes)
    if one.rate is not None:
        known = [record for outcome in one.outcomes if outcome.name != "unknown" for record in outcome.records]
        pieces += [
            Piece(text="; answered "),
            linked(f"{one.rate:.0%}", known),
            Piece(text=" of those whose end is known"),
        ]
    if one.median_days is not None:
        pieces += [Piece(text="; after "), linked(f"{one.median_days:g} days", every), Piece(text=" at the median")]
    return figure(f"Requests of {name_side(one.side)}", *pieces)


def _reasons(told: Figures) -> Iterator[Figure]:
    for side in dict.fromkeys(one.side for one in told.reasons):
        pieces: list[Piece] = []
        for one in (one for one in told.reasons if one.side == side):
            pieces += [Piece(text=", ")] if pieces else []
            pieces.append(linked(f"{tell_label(one.kind)} {one.steps}", one.records))
            if one.because_of:
                pieces += [Piece(text=" ("), linked("because of", one.because_of), Piece(text=")")]
        yield figure(f"Reasons of {name_side(side) if side else OUTLET}", *pieces)


def _counts(told: Figures, asked: Asked) -> Iterator[Figure]:
    contacts = Piece(text=counted(told.contacts, "contact"), href=_to(asked, told.contacts, once=True))
    told_in = f"{counted(told.reports, 'report')} of {counted(told.origins, 'origin')}"
    yield figure("Contacts", contacts, " in ", Piece(text=told_in, href=_to(asked, told.reports)))
    for kind, number in (("incident", told.incidents), ("measure", told.measures)):
        many = Piece(text=str(number), href=_to(asked, number, kind=kind, once=True))
        yield figure(f"{kind.capitalize()}s", many)


def _to(asked: Asked, number: int, **changed: object) -> str | None:
    return links.to_ledger(asked.but(**changed)) if number else None


def _confirmed(told: Figures) -> Iterator[Figure]:
    if told.confirmed:
        words = (
            linked(f"{o.contacts} {_CONFIRMED[o.confirmed].format(side=name_side(o.side or ''))}", o.records)
            for o in told.confirmed
        )
        yield figure("Meetings and calls are told", *_joined(words))


def _observed(told: Figures, asked: Asked) -> Figure:
    """How well the pair is observed: where little is read, silence means little."""
    behind = _to(asked, told.articles, kind="event")
    articles = Piece(text=counted(told.articles, "article"), href=behind)
    seen = Piece(text=f"{told.months_observed} of {counted(told.months, 'month')}", href=behind)
    undated = "; records of which no day is known are in no figure" if told.undated else ""
    return figure("Read", articles, " about the two; ", seen, f" observed{undated}")


def _outstanding(one: Outstanding) -> tuple[Piece, ...]:
    side = name_side(one.side) if one.side else OUTLET if one.demand is Demand.CONDITION else "somebody"
    words = {
        Demand.CONDITION: f"{side} asks for ",
        Demand.LIFTING: f"{side} demands that a measure be lifted: ",
        Demand.BLOCK: f"{side} keeps up what blocks a contact: ",
    }[one.demand]
    about = (Piece(text=", about "), linked("this", [one.about])) if one.about else ()
    return (
        Piece(text=words),
        quoted(clip(one.words or "no words", 240), one.record),
        *about,
        Piece(text=f", {date(one.day)}"),
    )


def _overdue(one: Announced) -> tuple[Piece, ...]:
    late = "its days still run" if one.days is None else f"by {counted(one.days, 'day')}"
    late += "" if one.observed else ", though little was read since"
    return (linked(late, [record.id for record in one.step.records]), Piece(text=": "), *_step(one.step))


def _step(step: Step) -> tuple[Piece, ...]:
    by = f" by {name_side(step.by)}" if step.by else ""
    due = f" for {date(step.due)}" if step.due else ""
    words = tuple(quoted(clip(one.text, 240), one.id) for one in step.records[:1])
    return Piece(text=f"{tell_label(step.status)}{by}{due}: "), *words
