"""Stores are lent to one request at a time, from any thread, for a bounded time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread

import pytest
from fastapi.testclient import TestClient
from tests.store.making import article

from pourparler.desk.pool import SIZE, Pool
from pourparler.errors import StoreError
from pourparler.store import Filter, open_store


def test_a_store_answers_in_another_thread_than_that_which_opened_it(store_path: Path) -> None:
    pool, found = Pool(store_path, size=1), list[int]()

    def ask() -> None:
        with pool.lend() as store:
            found.append(len(store.ask(Filter(kinds=("contact",)))))

    thread = Thread(target=ask)
    thread.start()
    thread.join()
    assert found == [3]
    pool.close()


def test_what_takes_too_long_is_broken_off_and_the_store_serves_on(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pourparler.desk.pool.LIMIT", 0.05)
    pool = Pool(store_path, size=1)
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(StoreError, match="ask for less"), pool.lend() as store:
        store.connection.execute(endless).fetchone()
    with pool.lend() as store:
        assert len(store.ask(Filter(kinds=("contact",)))) == 3
    pool.close()


def test_the_version_changes_with_every_writing(store_path: Path) -> None:
    pool = Pool(store_path, size=1)
    before = pool.version()
    assert pool.version() == before
    with open_store(store_path) as store, store.writing() as writer:
        writer.keep(article(key="later"))
    assert pool.version() != before
    pool.close()


def test_who_finds_no_store_free_is_told_so(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pourparler.desk.pool.PATIENCE", 0.01)
    pool = Pool(store_path, size=1)
    with pool.lend(), pytest.raises(StoreError, match="at once"), pool.lend():
        pass
    pool.close()


def test_no_store_is_held_while_a_file_is_sent(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pourparler.desk.pool.PATIENCE", 0.1)

    def pieces(pool: Pool, *asked: object) -> Iterator[bytes]:
        with ExitStack() as lent:
            for _ in range(SIZE):
                lent.enter_context(pool.lend())
            yield b"all stores are at hand"

    monkeypatch.setattr("pourparler.desk.pages.ledger.pieces", pieces)
    assert desk.get("/ledger.csv").text == "all stores are at hand"
