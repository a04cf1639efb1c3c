"""The state of the line between two sides on a day, and the figures an analyst keeps of it."""

from pourparler.ledger.lines.drawing import Source, draw_lines
from pourparler.ledger.lines.line import Figures, Line, Step
from pourparler.ledger.lines.states import State

__all__ = ["Figures", "Line", "Source", "State", "Step", "draw_lines"]
