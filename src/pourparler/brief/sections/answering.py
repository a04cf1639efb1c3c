"""What the answers share: what is not listed, what the store does not hold, and counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pourparler.brief.gathering import Material, Newest
from pourparler.brief.naming import capital, day_words
from pourparler.brief.noting import quotes, told
from pourparler.brief.parts import Count, Note, Sentence
from pourparler.brief.wording import Wording
from pourparler.ledger.lines.deeds import Deed
from pourparler.records import Entry
from pourparler.records.counted import counted

#: A figure is footnoted to so many records at most, the newest.
_NOTED = 12


def wording(material: Material) -> Wording:
    return Wording(material.names, material.low, material.high, material.people.spellings)


def count_note(material: Material, words: str, command: str | None = None) -> Count:
    """How something was counted. Without a command it is the one that draws the line."""
    span = f"from {day_words(material.coverage.since)} to {day_words(material.on)}"
    return Count(words=f"{capital(words)}, {span}", command=command or material.commands.line)


def none_told(material: Material, what: str, command: str | None = None) -> Sentence:
    """That the store holds none of something, and how well the two are observed."""
    noted = count_note(material, f"no {what} is among the records of the two", command or material.commands.records)
    since = day_words(material.coverage.since)
    return Sentence(text=f"Of the two, the store holds no {what}, since {since}; {observed(material)}.", notes=(noted,))


def observed(material: Material) -> str:
    """How well the two are observed, in half a sentence."""
    figures = material.whole.figures
    if figures is None or not figures.articles:
        return "no article about them was read, so that this tells nothing of them"
    months = f"{figures.months_observed} of {counted(figures.months, 'month')}"
    return f"{counted(figures.articles, 'article')} about them {'were' if figures.articles > 1 else 'was'} read," \
           f" enough of them to tell silence in {months}"  # fmt: skip


def not_listed(material: Material, newest: Newest[object], noun: str, many: str | None = None) -> Iterator[Sentence]:
    """How many older ones there are than those that are listed."""
    if newest.left:
        words = counted(newest.left, f"older {noun}", f"older {many or f'{noun}s'}")
        note = count_note(material, f"{newest.total:,} in all, of which the newest {len(newest.shown)} are listed",
                          material.commands.records)  # fmt: skip
        yield Sentence(text=f"{words} {'is' if newest.left == 1 else 'are'} not listed here.", notes=(note,))


def noted(material: Material, deeds: Iterable[Deed], count: Count) -> tuple[Note, ...]:
    """The words behind a figure, the newest first, and how it was counted."""
    first: list[Note] = []
    for deed in deeds:
        first += quotes(told(deed, material.entries)[:1])
    return (*dict.fromkeys(first[:_NOTED]), count)


def by_id(material: Material, ids: Iterable[str]) -> list[Entry]:
    """The entries of these records that are at hand."""
    return [material.entries[name] for name in ids if name in material.entries]
