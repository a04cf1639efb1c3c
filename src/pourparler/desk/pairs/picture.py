"""What happened between two sides, as the rows of a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pourparler.desk import links
from pourparler.desk.charts.shapes import INCIDENT, MEASURE, OF_STATUS, Shape
from pourparler.desk.charts.timeline import Lane, Moment, Stay
from pourparler.desk.display import clip, date, quotes, row
from pourparler.desk.rendering import name_side, tell_label
from pourparler.ledger.lines import Step, Stretch
from pourparler.records import Contact, Entry, Factuality, Incident, Level, Status

#: Letters of a title; the whole of it stands in the article.
_LONGEST = 400


def tell_band(course: Iterable[Stretch]) -> Iterator[Stay]:
    """The states of the two sides, each leading to the records that it rested on when it began."""
    for one in course:
        ids = [record.id for step in one.rests_on for record in step.records]
        began = f", began with: {tell_step(one.rests_on[0])}" if one.rests_on else ""
        yield Stay(
            first=one.first, last=one.last, label=one.state, tone=one.state,
            title=clip(f"{one.state} from {date(one.first)} to {date(one.last)}{began}", _LONGEST),
            href=links.to_rows(ids) if ids else f"#state-{one.first}",
        )  # fmt: skip


def tell_step(step: Step) -> str:
    """A step in a few words, and those of its article."""
    by = f" by {name_side(step.by)}" if step.by else ""
    words = f" “{step.records[0].text}”" if step.records else ""
    return clip(f"{tell_label(step.status)}{by}, {date(step.latest)}{words}", _LONGEST)


def tell_lanes(contacts: Sequence[Entry], deeds: Sequence[Entry]) -> Iterator[Lane]:
    """A row for each level at which there were contacts, then one for incidents and one for measures."""
    levels = [level for level in Level if any(_level(entry) == level for entry in contacts)]
    for level in levels:
        name = "level not told" if level is Level.UNSPECIFIED else tell_label(level)
        moments = (_moment(entry, _shape(entry)) for entry in contacts if _level(entry) == level)
        yield Lane(name=name, moments=tuple(moments))
    for kind, shape in (("incident", INCIDENT), ("measure", MEASURE)):
        found = tuple(_moment(entry, shape) for entry in deeds if entry.record.kind == kind)
        if found:
            yield Lane(name=f"{kind}s", moments=found)


def _level(entry: Entry) -> str:
    return entry.record.level if isinstance(entry.record, Contact) else ""


def _shape(entry: Entry) -> Shape:
    return OF_STATUS[entry.record.status if isinstance(entry.record, Contact) else Status.HELD]


def _moment(entry: Entry, shape: Shape) -> Moment:
    """What it is, when and by whom, the words, and who printed them."""
    told = row(entry)
    by = f", {told.who}" if told.who and told.who != "?" else ""
    told_as = f" ({tell_label(told.factuality)})" if told.factuality else ""
    words = " … ".join(quotes(entry))
    title = f"{date(entry.day)}: {told.what}{told_as}{by}: “{words}” {entry.outlet or ''}"
    return Moment(
        day=entry.day or "", shape=shape, title=clip(title.strip(), _LONGEST), href=links.to_words(entry),
        doubt=isinstance(entry.record, (Contact, Incident)) and entry.record.factuality not in _DONE,
    )  # fmt: skip


_DONE = (Factuality.ACTUAL, Factuality.ONGOING, Factuality.HABITUAL)
