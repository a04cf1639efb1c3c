"""The busiest sides, and which of them deal with each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.making import article, reading

from pourparler.records import Status
from pourparler.store import Store, open_store
from pourparler.store.counting.ranking import Busy


@pytest.fixture
def store(tmp_path: Path) -> Store:
    told = [("NOR", "SWE", "2021"), ("NOR", "SWE", "2024"), ("NOR", "FIN", "2024"), ("DNK", "EST", "2020")]
    opened = open_store(tmp_path / "store.db", create=True)
    with opened.writing() as writer:
        for number, (one, other, year) in enumerate(told):
            of = article(f"Norway declined a call, {number}.", key=f"{number}", published=f"{year}-03-06")
            writer.file(writer.keep(of), reading(of, Status.HELD, Status.DECLINED, between=(one, other)))
    return opened


def test_the_busiest_sides_come_first_of_equals_in_the_order_of_the_alphabet(store: Store) -> None:
    assert store.busiest_sides(limit=4) == [
        Busy(side="NOR", contacts=6), Busy(side="SWE", contacts=4), Busy(side="DNK", contacts=2),
        Busy(side="EST", contacts=2),
    ]  # fmt: skip


def test_only_the_years_that_are_asked_for_count(store: Store) -> None:
    assert [one.side for one in store.busiest_sides(limit=9, since="2024")] == ["NOR", "FIN", "SWE"]


def test_pairs_are_those_that_have_steps_with_each_other(store: Store) -> None:
    assert store.pairs_in_contact(["SWE", "FIN", "NOR", "DNK"]) == [("FIN", "NOR"), ("NOR", "SWE")]


def test_an_empty_store_has_no_sides(tmp_path: Path) -> None:
    with open_store(tmp_path / "empty.db", create=True) as store:
        assert store.busiest_sides(limit=9) == []


def test_what_the_store_holds_is_counted_by_kind(store: Store) -> None:
    held = store.holdings()
    assert (held.read, held.skipped, held.failed, held.newest) == (4, 0, 0, "2024-03-06")
    assert [(one.kind, one.events, one.records) for one in held.kinds] == [("contact", 8, 8), ("statement", 4, 4)]


def test_the_newest_day_is_that_of_the_newest_article(store: Store, tmp_path: Path) -> None:
    assert store.newest_day() == "2024-03-06"
    with open_store(tmp_path / "empty.db", create=True) as empty:
        assert (empty.newest_day(), empty.holdings().kinds) == (None, ())
