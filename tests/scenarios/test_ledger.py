"""Every story gives the ledger that an analyst would keep of it, in whatever order its articles arrive."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.scenarios.stories import STORIES, Story, Told

from pourparler.pipeline import Reader, add_many, link_changed, open_reader
from pourparler.records import Entry, side_of
from pourparler.sources import Captured, article_from_text
from pourparler.store import Filter, Store, open_store

KINDS = ("contact", "incident", "measure")


@cache
def reader() -> Reader:
    return open_reader()


def captured(told: Told) -> Captured:
    key = told.url or f"{told.outlet}: {told.title}"
    article = article_from_text(
        told.text, key=key, title=told.title, outlet=told.outlet, published=told.published, url=told.url
    )
    return Captured(article, told.text.encode())


def fill(path: Path, batches: Iterable[list[Told]]) -> Store:
    """A store to which the articles were added batch by batch, and linked after each."""
    store = open_store(path, create=True)
    for batch in batches:
        assert not [a.failure for a in add_many(map(captured, batch), store, reader=reader()) if a.failure]
        for _ in link_changed(store):
            pass
    return store


def steps(store: Store) -> list[str]:
    """The deeds of the store, oldest first, in the words of `Story`; a deed is told once, by its newest record."""
    return sorted(map(_step, store.ask(Filter(kinds=KINDS), limit=1000, once=True)))


def _step(entry: Entry) -> str:
    record = entry.record
    if record.kind == "contact":
        what, parties = record.status, [*record.participants, record.initiator, record.target]
        doers = [record.by]
    elif record.kind == "incident":
        what, parties, doers = record.action, record.parties, list(record.by)
    else:
        what, parties, doers = f"{record.type} {record.status}", (*record.imposed_by, *record.on), record.imposed_by
    fact = getattr(record, "factuality", "actual")
    by = "+".join(sorted({side_of(doer) or "?" for doer in doers if doer}))
    sides = " ".join(sorted({side_of(party) or "?" for party in parties if party}))
    told = "" if fact == "actual" else f" {fact}"
    return f"{entry.day} {what}{told}{f' {by}' if by else ''}: {sides}, {entry.reports}/{entry.origins}"


def links(store: Store) -> list[str]:
    """The links between deeds, in the words of `Story`; those within one deed are what makes it one."""
    known = {e.record.id: e for e in store.ask(Filter(kinds=KINDS), limit=1000)}
    told = set()
    for one in store.judgements():
        later, earlier = known.get(one.subject), known.get(one.object or "")
        if later is not None and earlier is not None and later.deed != earlier.deed:
            told.add(f"{one.relation}: {_name(later)} -> {_name(earlier)}")
    return sorted(told)


def _name(entry: Entry) -> str:
    return " ".join(_step(entry).split(":")[0].split(" ")[i] for i in (1, 0))


def orders(story: Story) -> Iterator[list[list[Told]]]:
    """As told, backwards, shuffled one at a time, and all at once."""
    articles = list(story.articles)
    yield [[article] for article in articles]
    yield [[article] for article in reversed(articles)]
    yield [random.Random(story.name).sample(articles, len(articles))]
    yield [[article] for article in random.Random(story.name[::-1]).sample(articles, len(articles))]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_story_has_its_ledger_in_any_order_of_arrival(story: Story, tmp_path: Path) -> None:
    found = []
    for number, batches in enumerate(orders(story)):
        with fill(tmp_path / f"{number}.db", batches) as store:
            found.append((steps(store), links(store), sorted(one.id for one in store.judgements())))
            assert not list(store.check())
    assert found[0][0] == sorted(story.steps), found[0]
    assert set(story.links) <= set(found[0][1])
    assert not set(story.absent) & set(found[0][1])
    assert all(other == found[0] for other in found[1:])
