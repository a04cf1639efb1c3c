"""The shapes of marks: each status has its own, so that none is told by its colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pourparler.records import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """An SVG path around its middle, how it is painted (``full``, ``hollow`` or ``line``), and what it stands for."""

    path: str
    paint: str
    tone: str
    meaning: str


_DISC = "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z"
_SQUARE = "M-4.5,-4.5h9v9h-9z"
_UP = "M0,-5.5L5.5,4.5H-5.5z"
_ON = "M-4,-5.5L6,0L-4,5.5z"
_CROSS = "M-4.5,-4.5L4.5,4.5M4.5,-4.5L-4.5,4.5"
_BARS = "M-5,-6h3.5v12h-3.5zM1.5,-6h3.5v12h-3.5z"
_DIAMOND = "M0,-6.5L6.5,0L0,6.5L-6.5,0z"
_STAR = "M0,-6V6M-5.2,-3L5.2,3M-5.2,3L5.2,-3"
_FLAG = "M-4,7V-7H-2.4L7,-3.2L-2.4,0.6V7z"

_HELD = Shape(path=_DISC, paint="full", tone="open", meaning="held")
_AGREED = Shape(path=_DISC, paint="hollow", tone="open", meaning="accepted or scheduled")
_ASKED = Shape(path=_UP, paint="hollow", tone="silent", meaning="sought, requested or offered")
_DECLINED = Shape(path=_CROSS, paint="line", tone="suspended", meaning="declined")
_UNANSWERED = Shape(path=_SQUARE, paint="hollow", tone="strained", meaning="unanswered")
_POSTPONED = Shape(path=_ON, paint="full", tone="strained", meaning="postponed")
_CANCELLED = Shape(path=_SQUARE, paint="full", tone="suspended", meaning="cancelled")
_SUSPENDED = Shape(path=_BARS, paint="full", tone="suspended", meaning="line suspended")
_OPEN = Shape(path=_DIAMOND, paint="full", tone="open", meaning="line established, open or resumed")
#: The shapes of contacts, by status.
OF_STATUS: Mapping[str, Shape] = {
    Status.HELD: _HELD, Status.ACCEPTED: _AGREED, Status.SCHEDULED: _AGREED, Status.SOUGHT: _ASKED,
    Status.REQUESTED: _ASKED, Status.OFFERED: _ASKED, Status.DECLINED: _DECLINED, Status.UNANSWERED: _UNANSWERED,
    Status.POSTPONED: _POSTPONED, Status.CANCELLED: _CANCELLED, Status.SUSPENDED: _SUSPENDED,
    Status.ESTABLISHED: _OPEN, Status.OPEN: _OPEN, Status.RESUMED: _OPEN,
}  # fmt: skip
INCIDENT = Shape(path=_STAR, paint="line", tone="suspended", meaning="incident")
MEASURE = Shape(path=_FLAG, paint="full", tone="strained", meaning="measure")


def legend(shapes: frozenset[Shape]) -> tuple[Shape, ...]:
    """What the shapes that are drawn mean, each once, in the order above."""
    every = dict.fromkeys([*OF_STATUS.values(), INCIDENT, MEASURE])
    return tuple(shape for shape in every if shape in shapes)
