"""Killed at any point while adding, nothing is lost, nothing doubled, and the store is sound."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest
from tests.scenarios.adding import ReadBefore, add, add_and_be_killed
from tests.scenarios.stories import STORIES
from tests.scenarios.test_ledger import captured, links, reader, steps

from pourparler.store import Store, open_store

POINTS = 50


def ledger(store: Store) -> tuple[object, ...]:
    """All that the store says, without its own numbers and times."""
    tables = "SELECT count(*) FROM article", "SELECT count(*) FROM reading", "SELECT count(*) FROM record"
    counts = [store.connection.execute(table).fetchone()[0] for table in tables]
    return counts, steps(store), links(store), sorted((one.id, one.by) for one in store.judgements())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process; this system has no fork")
def test_killed_at_fifty_random_points_the_ledger_is_that_of_an_undisturbed_run(tmp_path: Path) -> None:
    inputs = [captured(told) for story in STORIES for told in story.articles]
    before = ReadBefore(reader(), [item.article for item in inputs])
    started = time.perf_counter()
    add(tmp_path / "whole.db", inputs, before)
    lasted = time.perf_counter() - started
    with open_store(tmp_path / "whole.db") as store:
        whole = ledger(store)
    chance, at_work = random.Random(2024), 0
    for point in range(POINTS):
        path = tmp_path / f"{point}.db"
        at_work += add_and_be_killed(path, inputs, before, chance.uniform(0.0, lasted))
        add(path, inputs, before)
        with open_store(path) as store:
            assert not list(store.check())
            assert ledger(store) == whole
    assert at_work > POINTS // 2
