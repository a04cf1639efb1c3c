"""The state of the line between two sides on a day and over time, and the figures an analyst keeps of it."""

from pourparler.ledger.lines.board import State
from pourparler.ledger.lines.course import Stretch, draw_course, tell_state
from pourparler.ledger.lines.drawing import Source, draw_lines
from pourparler.ledger.lines.line import Figures, Line, Step

__all__ = ["Figures", "Line", "Source", "State", "Step", "Stretch", "draw_course", "draw_lines", "tell_state"]
