"""Filling a store with the made-up world, through the store's own writer; a run can be broken off and gone on with."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from at_scale.texts import CHUNK
from at_scale.world import World
from pourparler.pipeline import relate
from pourparler.records import Contact, Header, Judgement, Reading, Relation
from pourparler.records.judgements import link
from pourparler.store import Store, Writer, open_store

T = TypeVar("T")

#: Of so many articles one was read by another reader before.
_READ_AGAIN = 100
BEFORE = Header(reader="pourparler made-up 0")
#: So many tellings of one step at most; the ledger would find about as many.
_TELLINGS = 6


def filled(folder: Path, articles: int) -> Store:
    """The store of so many articles in the folder, made or gone on with where it is not whole."""
    folder.mkdir(parents=True, exist_ok=True)
    store = open_store(folder / f"world-{articles}.db", create=True)
    store.connection.execute("PRAGMA synchronous = OFF")
    store.connection.execute("PRAGMA cache_size = -500000")
    there = store.connection.execute("SELECT count(*) FROM article").fetchone()[0]
    world, chunks = World(articles), range(there // CHUNK, -(-articles // CHUNK))
    for chunk in shown(chunks, f"{articles} articles"):
        with store.writing() as writer:
            put(writer, world.chunk(chunk))
    store.close()
    return open_store(folder / f"world-{articles}.db")


def put(writer: Writer, readings: Iterable[Reading]) -> None:
    """Writes readings as `add_many` does, and links what the ledger would link."""
    told: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for place, reading in enumerate(readings):
        number = writer.keep(reading.article)
        relate(writer, number, reading.article)
        if place % _READ_AGAIN == 0:
            writer.file(number, replace(reading, header=BEFORE, records=reading.records[:-1]))
        writer.file(number, reading)
        for contact in reading.contacts:
            told[_step(contact)].append(contact.id)
    writer.judge.keep(links := list(_links(told.values())), scope="made up")
    writer.judge.regroup({end for one in links for end in (one.subject, one.object or one.subject)})


def _step(contact: Contact) -> tuple[str, ...]:
    """What makes two tellings of one step alike: the sides, the status and the month."""
    sides = sorted(actor.country or "" for actor in contact.participants)
    return (*sides, contact.status, ((contact.when and contact.when.latest) or "")[:7])


def _links(groups: Iterable[Sequence[str]]) -> Iterator[Judgement]:
    for group in groups:
        for place, (one, other) in enumerate(pairwise(group)):
            if place % _TELLINGS:
                yield link(Relation.SAME, one, other, score=0.9, reasons=("made up",))


def new_store(path: Path) -> Store:
    """An empty store in the place of any that was there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    remove(path)
    return open_store(path, create=True)


def remove(path: Path) -> None:
    """Takes a store away, with what SQLite keeps beside it."""
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()


def shown(items: Sequence[T], name: str) -> Iterator[T]:
    """The items, with a progress bar on standard error."""
    from rich.console import Console
    from rich.progress import track

    yield from track(items, name, console=Console(file=sys.stderr), transient=True)
