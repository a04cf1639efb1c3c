"""Watches are kept under names that addresses can have."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from pourparler.errors import UsageError
from pourparler.records.choices import EventType
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


@pytest.mark.parametrize(
    "empty", [{"person": ""}, {"words": "", "outlet": ""}, {"types": (), "since": ""}, {"forum": "", "involving": ()}]
)
def test_what_is_empty_narrows_nothing(store: Store, empty: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="narrow it"):
        store.add_watch("all", Filter(kinds=("contact",), **empty), "anna")


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Filter(kinds=("rumour",), person="Ole Berg"), "no kind of record 'rumour'; expected statement, contact"),
        (Filter(kinds=("contact",), types=("held", "refused")), "no status 'refused'; expected sought, requested"),
        (Filter(kinds=("statement",), types=("declined",)), "no stance 'declined'; expected asserts"),
        (Filter(kinds=("measure",), types=("fine",)), "no type 'fine'; expected sanction"),
        (Filter(kinds=("event",), types=("MEET",)), "no type 'MEET'; expected ACCUSE"),
        (Filter(kinds=("contact", "statement"), types=("fine",)), "no status or stance 'fine'"),
        (Filter(kinds=("dispute",), types=("held",)), "disputes have no type"),
        (Filter(kinds=("contact",), channels=("pigeon",)), "no channel 'pigeon'; expected phone"),
        (Filter(kinds=("contact",), levels=("king",)), "no level 'king'; expected head_of_state"),
        (Filter(kinds=("contact",), reasons=("mood",)), "no reason 'mood'; expected protocol"),
        (Filter(kinds=("incident",), channels=("phone",)), "only contacts have a channel"),
        (Filter(kinds=("measure",), forum="Sound Talks"), "only contacts have a forum"),
        (Filter(kinds=("contact",), words='"!"'), "holds no word"),
        (Filter(involving=("XQZ",)), "nobody knows a side 'XQZ'"),
        (Filter(by="Atlantis"), "nobody knows a side 'Atlantis'"),
        (Filter(between=("NOR", "XQZ")), "nobody knows a side 'XQZ'"),
        (Filter(according_to="XQZ"), "nobody knows a side 'XQZ'"),
    ],
)
def test_a_watch_that_can_let_nothing_through_is_refused_with_what_was_expected(
    store: Store, wanted: Filter, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        store.add_watch("nonsense", wanted, "anna")
    assert store.watches() == []


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(kinds=("incident",), types=("shadow",)), Filter(kinds=("tenure",), types=("minister",)),
        Filter(kinds=("event",), types=("REJECT",)), Filter(types=("held", "shadow")), Filter(involving=("NATO IGO",)),
        Filter(kinds=("statement", "contact"), types=("denies", "held")), Filter(channels=("phone",)),
    ],
)  # fmt: skip
def test_what_may_come_yet_can_be_watched(store: Store, wanted: Filter) -> None:
    assert store.add_watch("later", wanted, "anna").wanted == wanted


def test_a_watch_keeps_its_words_as_records_write_them(store: Store) -> None:
    store.add_watch("loud", Filter(kinds=("contact",), types=("HELD",), channels=("Phone",)), "anna")
    assert store.watches()[0].wanted == Filter(kinds=("contact",), types=("held",), channels=("phone",))


def test_the_types_of_events_are_those_that_are_coded() -> None:
    table = files("pourparler.reading") / "tables" / "plover.csv"
    coded = {line.partition(",")[0] for line in table.read_text("utf-8").splitlines()[1:]}
    assert coded == set(EventType)


def test_there_is_an_end_to_watches(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pourparler.store.keeping.watches.MOST", 1)
    store.add_watch("one", WANTED, "anna")
    with pytest.raises(UsageError, match="keeps 1 watches"):
        store.add_watch("two", WANTED, "anna")


def test_what_is_not_there_is_said_to_be_missing(store: Store) -> None:
    for ask in (store.watch, store.remove_watch):
        with pytest.raises(UsageError, match="alert list"):
            ask("none")
    with pytest.raises(UsageError, match="say who"):
        store.add_watch("one", WANTED, " ")
