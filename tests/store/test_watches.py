"""Watches are kept under names that addresses can have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pourparler.errors import UsageError
from pourparler.store import Filter, Store, open_store

WANTED = Filter(
    kinds=("contact",), between=("NOR", "SWE"), involving=("DNK",), types=("declined", "held"), person="Ole Berg",
    forum="Sound Talks", since="2024-01-01", reviewed=False, words='"a call"',
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store.db", create=True) as opened:
        yield opened


def test_a_watch_is_kept_as_it_was_made(store: Store) -> None:
    made = store.add_watch("  Norway &  Sweden ", WANTED, "anna")
    with open_store(store.path) as again:
        assert again.watches() == [made]
    assert (made.name, made.address, made.wanted, made.by) == ("Norway & Sweden", "norway-sweden", WANTED, "anna")


@pytest.mark.parametrize("told", ["Norway & Sweden", "norway-sweden", "NORWAY   sweden", " norway/sweden "])
def test_a_watch_is_found_however_its_name_is_written(store: Store, told: str) -> None:
    made = store.add_watch("Norway & Sweden", WANTED, "anna")
    assert store.watch(told) == made
    assert store.remove_watch(told) == made
    assert store.watches() == []


@pytest.mark.parametrize("name", ["", "  ", "–", "!?", "x" * 81, "\u202e"])
def test_what_is_no_name_is_refused(store: Store, name: str) -> None:
    with pytest.raises(UsageError, match="no name for a watch"):
        store.add_watch(name, WANTED, "anna")


def test_two_watches_have_two_addresses(store: Store) -> None:
    store.add_watch("Norway", WANTED, "anna")
    with pytest.raises(UsageError, match="already"):
        store.add_watch("norway!", Filter(person="Ole Berg"), "bo")


def test_a_watch_that_lets_everything_through_is_none(store: Store) -> None:
    with pytest.raises(UsageError, match="narrow it"):
        store.add_watch("all", Filter(kinds=("contact",)), "anna")


def test_there_is_an_end_to_watches(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pourparler.store.watches.MOST", 1)
    store.add_watch("one", WANTED, "anna")
    with pytest.raises(UsageError, match="keeps 1 watches"):
        store.add_watch("two", WANTED, "anna")


def test_what_is_not_there_is_said_to_be_missing(store: Store) -> None:
    for ask in (store.watch, store.remove_watch):
        with pytest.raises(UsageError, match="alert list"):
            ask("none")
    with pytest.raises(UsageError, match="say who"):
        store.add_watch("one", WANTED, " ")
