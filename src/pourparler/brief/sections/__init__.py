"""The questions of a brief, each with its answer: one module for each matter, material in, sections out."""

from __future__ import annotations

from collections.abc import Callable

from pourparler.brief.gathering import Material
from pourparler.brief.parts import Section
from pourparler.brief.sections.asking import who_asked
from pourparler.brief.sections.coming import what_is_next
from pourparler.brief.sections.conditions import which_conditions
from pourparler.brief.sections.counterparts import who_answers_to_whom
from pourparler.brief.sections.deeds import what_happened, when_they_met
from pourparler.brief.sections.disputing import what_is_disputed
from pourparler.brief.sections.observing import how_well_observed
from pourparler.brief.sections.refusing import why_refused
from pourparler.brief.sections.state import how_they_stand, which_steps

QUESTIONS: tuple[Callable[[Material], Section], ...] = (
    how_they_stand, which_steps, who_asked, why_refused, when_they_met, what_happened, what_is_disputed,
    which_conditions, who_answers_to_whom, what_is_next, how_well_observed,
)  # fmt: skip


def answer(material: Material) -> tuple[Section, ...]:
    """Every question, answered from the material."""
    return tuple(question(material) for question in QUESTIONS)
