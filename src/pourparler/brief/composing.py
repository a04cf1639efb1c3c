"""From material to the brief."""

from __future__ import annotations

from pourparler.brief.gathering import Material
from pourparler.brief.naming import capital
from pourparler.brief.noting import told
from pourparler.brief.parts import Brief
from pourparler.brief.sections import answer
from pourparler.brief.sections.answering import wording
from pourparler.brief.timeline import Mark, draw
from pourparler.ledger.lines.deeds import Deed


def compose(material: Material) -> Brief:
    """The brief of the material: its questions answered, and its picture."""
    names = material.names
    marks = [_mark(material, deed) for deed in reversed(material.steps.shown)]
    states = [(one.first, one.last, one.state.value) for one in material.course]
    return Brief(
        title=f"{capital(names.side(material.low))} and {names.side(material.high)}",
        on=material.on,
        since=material.coverage.since,
        sections=answer(material),
        picture=draw(material.coverage.since, material.on, states, marks),
    )


def _mark(material: Material, deed: Deed) -> Mark:
    say, by = wording(material), told(deed, material.entries)
    return Mark(
        id=deed.id, earliest=deed.earliest, latest=deed.latest, kind=deed.kind, type=deed.type,
        firm=deed.done and not deed.disputed,
        title=capital(f"{say.when(deed)} {say.clause(deed, by)}") + (", which is disputed" if deed.disputed else ""),
    )  # fmt: skip
