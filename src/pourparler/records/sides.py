"""What makes two actors the same side."""

from __future__ import annotations

from pourparler.records.parts import Actor

#: Sectors that are no side of their state's: rebels, the parties of a civil war, and territories that broke away.
_APART = (("REB",), ("PRM",), ("PRE",))


def side_of(actor: Actor) -> str | None:
    """The state, else the organisation; rebels stand for themselves, not for their state. None where unknown.

    >>> side_of(Actor(text="Riga", start=0, end=4, country="LVA", sectors=("GOV",), code="LVA GOV"))
    'LVA'
    """
    if actor.sectors[:1] in _APART:
        return actor.organisation or actor.code
    return actor.country or actor.code or actor.organisation


def same_side(one: Actor, other: Actor) -> bool:
    """Whether two actors are of one state, or of one organisation."""
    return (one.country or one.code) == (other.country or other.code)
