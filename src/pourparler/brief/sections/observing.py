"""How well the two are observed, and what the brief leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.brief.gathering import Material
from pourparler.brief.naming import day_words
from pourparler.brief.noting import quotes
from pourparler.brief.parts import Section, Sentence
from pourparler.brief.sections.answering import by_id, count_note, observed
from pourparler.records.counted import counted


def how_well_observed(material: Material) -> Section:
    """What was read, how far back it reaches, and what has no day."""
    return Section(
        key="observed",
        question="How well are the two observed, and what is left out?",
        answer=tuple(_told(material)),
    )


def _told(material: Material) -> Iterator[Sentence]:
    figures, coverage = material.whole.figures, material.coverage
    if figures is None:
        return
    rule = count_note(material, "articles that tell anything of the two; a month is observed in which articles of two"
                                " origins do, copies of one text being one origin")  # fmt: skip
    since = day_words(coverage.since)
    yield Sentence(text=f"Since {since} {observed(material)}.", notes=(rule,))
    if figures.silence:
        silence = figures.silence
        text = (
            f"The longest time in observed months in which the two are not told to have dealt with each other is"
            f" {counted(silence.days, 'day')}, from {day_words(silence.first)} to {day_words(silence.last)}."
        )
        count = count_note(material, "days between two dealings; a refusal is a dealing")
        ends = by_id(material, filter(None, (silence.after, silence.before)))
        yield Sentence(text=text, notes=(*quotes(ends), count))
    if coverage.since > material.wanted:
        wanted = f" instead of {day_words(material.wanted)}"
        note = count_note(material, "more contacts, incidents and measures are told than are looked through at once")
        yield Sentence(text=f"The brief reaches back to {since}{wanted}: what is older was not looked through.",
                       notes=(note,))  # fmt: skip
    if figures.undated:
        records = counted(figures.undated, "record")
        yield Sentence(
            text=f"{records} of which no day is known {'is' if figures.undated == 1 else 'are'} left out.",
            notes=(count_note(material, f"{records} without a day"),),
        )
