"""One colour for each kind of record and each outcome, the same in report, text and explanation."""

from __future__ import annotations

#: Colours of the kinds, in the order in which a text's legend shows them.
KINDS: dict[str, str] = {
    "contact": "cyan",
    "incident": "red",
    "measure": "magenta",
    "tenure": "blue",
    "event": "green",
    "dispute": "yellow",
    "statement": "white",
}
DATE = "bright_yellow"
QUOTE = "italic"
ACTOR = "bold"
ASIDE = "dim"

#: Steps that bring sides together, that keep them apart, and that leave it open.
STEPS: dict[str, str] = {
    **dict.fromkeys(("accepted", "held", "established", "open", "resumed", "lifted"), "green"),
    **dict.fromkeys(("declined", "unanswered", "cancelled", "suspended", "violated", "denies"), "red"),
    **dict.fromkeys(("postponed", "threatened", "planned", "possible", "conditional", "negated"), "yellow"),
}
