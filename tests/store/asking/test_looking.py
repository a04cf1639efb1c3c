"""Records by their ids, tellings of a deed, and which sides there are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.making import article, coded, reading

from pourparler.records import Status
from pourparler.store import Store, open_store

ONE = reading(article(key="a", published="2024-03-02"), Status.HELD)
OTHER = reading(article(key="b", published="2024-03-01"), Status.HELD)
THIRD = reading(article(key="c"), Status.DECLINED, between=("DNK", "FIN"))
NAMES = [told.contacts[0].id for told in (ONE, OTHER, THIRD)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "s.db", create=True) as opened:
        with opened.writing() as writer:
            for one in (ONE, OTHER, THIRD):
                writer.file(writer.keep(one.article), coded(one))
        with opened.reviewing("anna") as reviewer:
            reviewer.merge(NAMES[0], NAMES[1])
            reviewer.reject(NAMES[2])
        yield opened


def test_records_come_in_the_order_of_their_ids_each_once_and_rejected_ones_too(store: Store) -> None:
    asked = [NAMES[2], "co-000000000000", NAMES[0], NAMES[2]]
    assert [entry.record.id for entry in store.look_up(asked)] == [NAMES[2], NAMES[0]]
    assert list(store.look_up([])) == []


def test_a_deed_is_told_by_its_records_oldest_first_page_by_page(store: Store) -> None:
    deed = min(NAMES[:2])
    assert [entry.record.id for entry in store.tellings(deed)] == [NAMES[1], NAMES[0]]
    assert [entry.record.id for entry in store.tellings(deed, limit=1, skip=1)] == [NAMES[0]]
    assert {entry.record.kind for entry in store.tellings(deed)} == {"contact"}


def test_a_rejected_record_tells_no_deed(store: Store) -> None:
    assert list(store.tellings(NAMES[2])) == []


def test_sides_are_those_of_all_records(store: Store) -> None:
    assert store.sides() == ["DNK", "FIN", "NOR", "SWE"]


def test_an_empty_store_has_no_sides(tmp_path: Path) -> None:
    with open_store(tmp_path / "empty.db", create=True) as empty:
        assert empty.sides() == []
