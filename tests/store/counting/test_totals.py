"""A filter's total is what is kept of it, else what its list holds, else not told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.making import article, reading, state

from pourparler.records import Status
from pourparler.store import Filter, Store, Total, open_store

CONTACTS = ("contact",)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Four contacts of three articles, two of which tell one deed."""
    told = [
        reading(article(key="a"), Status.DECLINED, Status.HELD), reading(article(key="b"), Status.HELD),
        reading(article(key="c"), Status.HELD, between=("DNK", "FIN")),
    ]  # fmt: skip
    with open_store(tmp_path / "s.db", create=True) as opened:
        with opened.writing() as writer:
            for one in told:
                writer.file(writer.keep(one.article), one)
        with opened.reviewing("anna") as reviewer:
            reviewer.merge(told[0].contacts[1].id, told[1].contacts[0].id)
        yield opened


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(kinds=CONTACTS, types=("held",)), Total(records=3, events=2, reports=3, origins=3)),
        (Filter(kinds=CONTACTS, involving=("NOR",), types=("held",)), Total(records=2, events=1, reports=2, origins=2)),
        (Filter(kinds=CONTACTS, channels=("phone",)), Total(records=4, events=3, reports=3, origins=3)),
        (Filter(kinds=CONTACTS, outlet="The Fjord"), Total(records=4, events=3, reports=3, origins=3)),
        (Filter(kinds=CONTACTS), Total(records=4)),
        (Filter(kinds=CONTACTS, between=("NOR", "SWE")), Total(records=3, events=2, reports=2, origins=2)),
        (Filter(kinds=CONTACTS, since="2099-01-01"), Total(records=0, events=0, reports=0, origins=0)),
        (Filter(kinds=CONTACTS, rejected=True), Total(records=0, events=0, reports=0, origins=0)),
    ],
)
def test_a_total_is_that_of_the_list(store: Store, wanted: Filter, expected: Total) -> None:
    assert store.total(wanted) == expected
    listed = store.ask(wanted)
    assert len(listed) == expected.records
    if expected.events is not None:
        assert len({entry.deed for entry in listed}) == expected.events
        assert len({entry.article for entry in listed}) == expected.reports


def test_what_is_too_much_to_count_is_not_told(store: Store) -> None:
    wanted = Filter(kinds=CONTACTS, between=("NOR", "SWE"))
    assert store.total(replace(wanted, since="2024-01-01"), most=2) is None
    assert store.total(replace(wanted, since="2024-01-01"), most=3) == Total(records=3, events=2, reports=2, origins=2)


def test_of_two_sides_it_is_told_however_much_it_is(store: Store) -> None:
    wanted = Filter(kinds=CONTACTS, between=("SWE", "NOR"))
    assert store.total(wanted, most=0) == Total(records=3, events=2, reports=2, origins=2)
    third = reading(article(key="d"), Status.HELD)
    contact = replace(third.contacts[0], participants=(*third.contacts[0].participants, state("FIN")))
    with store.writing() as writer:
        writer.file(writer.keep(third.article), replace(third, records=(contact,)))
    assert store.total(wanted, most=0) == Total(records=4)
    assert store.total(wanted) == Total(records=4, events=3, reports=3, origins=3)
