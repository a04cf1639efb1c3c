"""Small stores of two sides, made by hand, in which every span stands in its article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.store.making import article, day, state

from pourparler.brief import Brief, compose, gather_material
from pourparler.brief.parts import Note, Sentence, TableRow
from pourparler.knowledge import Protocol
from pourparler.records import (
    Article,
    Channel,
    Contact,
    Factuality,
    Form,
    Header,
    Level,
    Reading,
    Record,
    Span,
    Stance,
    Statement,
    Status,
)
from pourparler.records.ids import IdMaker
from pourparler.store import Store, open_store

NOR, SWE = state("NOR"), state("SWE")
PROTOCOL = Protocol.load()


def span(of: Article, words: str) -> Span:
    """Where the words stand."""
    start = of.text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def contact(of: Article, status: Status, trigger: str, **known: Any) -> Contact:
    """A call between Norway and Sweden, dated by its publication where no day is told, on the whole first sentence."""
    told: dict[str, Any] = {
        "participants": (NOR, SWE), "channel": Channel.PHONE, "level": Level.MINISTER, "when": of.published,
        "factuality": Factuality.ACTUAL,
    } | known  # fmt: skip
    sentence = span(of, of.text.split(". ")[0])
    return Contact(
        id=IdMaker(of.id).make("contact", trigger, of.text), article=of.id, anchor=span(of, trigger),
        evidence=(sentence,), confidence=0.8, reader="test", status=status, **told,
    )  # fmt: skip


def statement(of: Article, cue: str, *content: str, source: Any = None, stance: Stance = Stance.ASSERTS) -> Statement:
    """Somebody's words."""
    return Statement(
        id=IdMaker(of.id).make("statement", cue, of.text), article=of.id, anchor=span(of, cue), evidence=(),
        confidence=1, reader="test", source=source, cue=span(of, cue), content=tuple(span(of, one) for one in content),
        form=Form.INDIRECT, stance=stance,
    )  # fmt: skip


def reading(of: Article, *records: Record) -> Reading:
    return Reading(header=Header(reader="test"), article=of, records=records)


def asked(text: str = "Sweden asked Norway for a call of their ministers.", **known: Any) -> Reading:
    of = article(text, key="asked", outlet="The Sound", published="2024-03-04")
    return reading(of, contact(of, Status.REQUESTED, "asked", by=SWE, initiator=SWE, target=NOR, **known))


def store_of(path: Path, *readings: Reading) -> Store:
    """A store that holds the readings."""
    store = open_store(path, create=True)
    with store.writing() as writer:
        for one in readings:
            writer.file(writer.keep(one.article), one)
    return store


def brief_of(store: Store, one: str = "NOR", other: str = "SWE", *, on: str = "2024-06-30", **known: Any) -> Brief:
    known = {"since": "2024-01-01", "protocol": PROTOCOL} | known
    return compose(gather_material(store, one, other, on=on, **known))


def told(brief: Brief) -> Iterable[Sentence | TableRow]:
    """Every sentence and every row of a table."""
    for section in brief.sections:
        yield from section.answer
        yield from (one for item in section.items for one in item.sentences)
        yield from section.table.rows if section.table else ()
        yield from section.rest


def texts(brief: Brief, key: str) -> list[str]:
    """The sentences of a section."""
    section = next(one for one in brief.sections if one.key == key)
    return [one.text for one in told(replace(brief, sections=(section,))) if isinstance(one, Sentence)]


def notes(brief: Brief) -> set[Note]:
    return {note for one in told(brief) for note in one.notes}


__all__ = ["NOR", "SWE", "article", "asked", "brief_of", "contact", "day", "notes", "reading", "span", "statement",
           "store_of", "texts", "told"]  # fmt: skip
