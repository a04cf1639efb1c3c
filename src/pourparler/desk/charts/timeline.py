"""The picture of a pair: the state of its line as a band over time, and beneath it what happened, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pourparler.desk.charts.scale import Scale, Tick
from pourparler.desk.charts.shapes import Shape, legend

#: Of the whole picture, in units of which a letter takes about six.
WIDTH, LEFT, RIGHT = 1000.0, 160.0, 992.0
_BAND_TOP, _BAND_HIGH = 26.0, 26.0
_ROW, _NARROW = 32.0, 21.0
#: So near to each other marks of a row are drawn one above the other, on so many heights.
_NEAR, _HEIGHTS = 10.0, (0.0, -8.0, 8.0)
_LETTER = 6.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """Something that lasted: a state, or somebody in an office."""

    first: str
    last: str
    label: str
    tone: str
    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something of one day."""

    day: str
    shape: Shape
    title: str
    href: str
    doubt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One row: its name, and what is drawn in it."""

    name: str
    stays: tuple[Stay, ...] = ()
    moments: tuple[Moment, ...] = ()
    narrow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stay where it is drawn; ``label`` is empty where it has no room."""

    x: float
    y: float
    width: float
    height: float
    text_x: float
    text_y: float
    label: str
    stay: Stay


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A moment where it is drawn."""

    x: float
    y: float
    moment: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The name of a row, and the line beneath it."""

    y: float
    bottom: float
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The whole picture."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    title: str
    ticks: tuple[Tick, ...]
    band: tuple[Bar, ...]
    rows: tuple[Row, ...]
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    legend: tuple[Shape, ...]


def draw_timeline(title: str, first: str, last: str, band: Iterable[Stay], lanes: Iterable[Lane]) -> Timeline:
    """Puts the band on top, and the lanes beneath each other; what lies outside of the days is left out."""
    scale = Scale(first=first, last=last, left=LEFT, right=RIGHT)
    y = _BAND_TOP + _BAND_HIGH + 8
    rows, bars, marks = [], list[Bar](), list[Mark]()
    for lane in lanes:
        high = _NARROW if lane.narrow else _ROW
        rows.append(Row(y=y + high / 2 + 4, bottom=y + high, name=lane.name))
        bars += _bars(scale, lane.stays, y + 2, high - 4)
        marks += _marks(scale, lane.moments, y + high / 2)
        y += high
    return Timeline(
        width=WIDTH, height=y + 8, left=LEFT, right=RIGHT, top=_BAND_TOP, bottom=y, title=title,
        ticks=tuple(scale.ticks()), band=tuple(_bars(scale, band, _BAND_TOP, _BAND_HIGH)), rows=tuple(rows),
        bars=tuple(bars), marks=tuple(marks), legend=legend(frozenset(mark.moment.shape for mark in marks)),
    )  # fmt: skip


def _bars(scale: Scale, stays: Iterable[Stay], top: float, height: float) -> Iterator[Bar]:
    for stay in stays:
        if stay.last < scale.first or stay.first > scale.last:
            continue
        x, end = scale.start(max(stay.first, scale.first)), scale.end(min(stay.last, scale.last))
        room = int((end - x - 8) / _LETTER)
        yield Bar(
            x=x, y=top, width=round(max(end - x, 1.0), 1), height=height, text_x=round(x + 5, 1),
            text_y=top + height / 2 + 4, label=_fitted(stay.label, room), stay=stay,
        )  # fmt: skip


def _fitted(label: str, room: int) -> str:
    """The label, else as much of it as is worth while.

    >>> _fitted("suspended", 9), _fitted("Antony Blinken", 9), _fitted("suspended", 3)
    ('suspended', 'Antony B…', '')
    """
    if len(label) <= room:
        return label
    return f"{label[: room - 1].rstrip()}…" if room >= 6 else ""


def _marks(scale: Scale, moments: Sequence[Moment], middle: float) -> Iterator[Mark]:
    """The moments from left to right; of those that would cover each other some stand higher, some lower."""
    taken = [float("-inf")] * len(_HEIGHTS)
    for moment in sorted((one for one in moments if scale.holds(one.day)), key=lambda one: one.day):
        x = scale.middle(moment.day)
        free = next(
            (k for k, used in enumerate(taken) if x - used >= _NEAR), min(range(len(taken)), key=taken.__getitem__)
        )
        taken[free] = x
        yield Mark(x=x, y=middle + _HEIGHTS[free], moment=moment)
