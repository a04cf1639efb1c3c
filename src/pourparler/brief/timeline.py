"""The picture of a brief as geometry: where each mark, band and tick stands. Pure; the template only writes it down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.records import Status

WIDTH, LEFT, RIGHT, TOP = 960, 150, 20, 56
#: Height of a row of marks, and how far apart two marks of one row must be.
_ROW, _APART = 16, 14
#: So many rows a lane has at most; what fits in none lies over the last.
_ROWS = 6
#: A state is written into its band where it is at least so wide.
_WRITTEN = 62


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A step, incident or measure to be drawn. Not ``firm``: planned, possible, denied or the like."""

    id: str
    earliest: str | None
    latest: str
    kind: str
    type: str
    firm: bool
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A mark with its centre, its outline as the data of a path, and, of a stretch of days, where that begins."""

    id: str
    x: float
    y: float
    path: str
    start: float | None
    lane: str
    firm: bool
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A state and the days on which the line had it."""

    x: float
    width: float
    state: str
    label: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    x: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    key: str
    label: str
    y: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    width: int
    height: float
    bands: tuple[Band, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    marks: tuple[Drawn, ...]


#: The lanes from the top: key, label, and what stands in it.
LANES: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("asked", "asked, announced", frozenset(
        {Status.SOUGHT, Status.REQUESTED, Status.OFFERED, Status.ACCEPTED, Status.SCHEDULED})),
    ("met", "met, spoke, opened", frozenset({Status.HELD, Status.ESTABLISHED, Status.OPEN, Status.RESUMED})),
    ("refused", "refused, cut", frozenset(
        {Status.DECLINED, Status.UNANSWERED, Status.POSTPONED, Status.CANCELLED, Status.SUSPENDED})),
    ("incident", "incidents", frozenset()),
    ("measure", "measures", frozenset()),
)  # fmt: skip
#: Outlines around a centre, by lane: circle, square, cross, diamond, triangle.
_OUTLINES = {
    "asked": "M{l} {y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
    "met": "M{l} {t}h10v10h-10z",
    "refused": "M{l} {t}l10 10m0 -10l-10 10",
    "incident": "M{x} {t}l5 5l-5 5l-5 -5z",
    "measure": "M{x} {t}l5.5 10h-11z",
}


def draw(since: str, on: str, states: Sequence[tuple[str, str, str]], marks: Iterable[Mark]) -> Picture:
    """The picture of the days from ``since`` to ``on``; ``states`` are first day, last day and state."""
    scale = _Scale(since, on)
    lanes, drawn = [], []
    top = float(TOP)
    by_lane = {key: [mark for mark in marks if lane_of(mark) == key] for marks in (list(marks),) for key, *_ in LANES}
    for key, label, _ in LANES:
        placed = list(_rows(scale, by_lane[key]))
        height = _ROW * (1 + max((row for row, _ in placed), default=0)) + 10
        lanes.append(Lane(key=key, label=label, y=top, height=height))
        drawn += [_drawn(scale, mark, key, top + 5 + _ROW * (row + 0.5)) for row, mark in placed]
        top += height
    return Picture(
        width=WIDTH, height=top + 24, bands=tuple(_bands(scale, states)), lanes=tuple(lanes),
        ticks=tuple(_ticks(scale, since, on)), marks=tuple(drawn),
    )  # fmt: skip


def lane_of(mark: Mark) -> str:
    """The lane that a mark stands in."""
    if mark.kind != "contact":
        return mark.kind
    return next(key for key, _, types in LANES if mark.type in types)


class _Scale:
    """From days to places across the picture; a day outside stands at the edge."""

    def __init__(self, since: str, on: str) -> None:
        self._first, self._last = (date.fromisoformat(day).toordinal() for day in (since, on))

    def __call__(self, day: str) -> float:
        number = min(max(date.fromisoformat(day).toordinal(), self._first), self._last)
        share = (number - self._first) / max(self._last - self._first, 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _rows(scale: _Scale, marks: Iterable[Mark]) -> Iterator[tuple[int, Mark]]:
    """Each mark in the first row in which it lies over no other."""
    ends: list[float] = []
    for mark in sorted(marks, key=lambda mark: (mark.latest, mark.id)):
        x = scale(mark.latest)
        row = next((row for row, end in enumerate(ends) if x - end >= _APART), min(len(ends), _ROWS - 1))
        ends[row : row + 1] = [x]
        yield row, mark


def _drawn(scale: _Scale, mark: Mark, lane: str, y: float) -> Drawn:
    x = scale(mark.latest)
    start = scale(mark.earliest) if mark.earliest and mark.earliest != mark.latest else None
    path = _OUTLINES[lane].format(x=f"{x:g}", y=f"{y:g}", l=f"{x - 5:g}", t=f"{y - 5:g}")
    return Drawn(id=mark.id, x=x, y=y, path=path, start=start, lane=lane, firm=mark.firm, title=mark.title)


def _bands(scale: _Scale, states: Sequence[tuple[str, str, str]]) -> Iterator[Band]:
    begins = [*(scale(first) for first, _, _ in states), float(WIDTH - RIGHT)]
    for (first, last, state), end in zip(states, begins[1:], strict=True):
        x = scale(first)
        width = max(round(end - x, 1), 2)
        title = f"{state} from {first} to {last}"
        yield Band(x=x, width=width, state=state, label=state if width >= _WRITTEN else "", title=title)


def _ticks(scale: _Scale, since: str, on: str) -> Iterator[Tick]:
    """Beginnings of months, quarters or years, as many as are readable."""
    first, last = date.fromisoformat(since), date.fromisoformat(on)
    months = (last.year - first.year) * 12 + last.month - first.month
    every = next((step for step in (1, 3, 6, 12, 24, 60, 120) if months / step <= 12), 240)
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        if number % every == 0:
            day = date(number // 12, number % 12 + 1, 1)
            if first <= day <= last:
                yield Tick(x=scale(day.isoformat()), label=f"{day:%b %Y}" if every < 12 else str(day.year))
