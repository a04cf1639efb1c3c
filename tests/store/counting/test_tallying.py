"""The counts that are kept are those that counting gives, whatever came, changed and went."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from tests.store.making import TEXT, article, coded, reading, state, take_back_speed

from pourparler.records import Contact, Reading, Status
from pourparler.store import By, Filter, Store, open_store
from pourparler.store.counting.sums import BETWEEN
from pourparler.store.counting.tallying import KEPT

#: Lets everything through, but is no filter whose counts are kept.
COUNTED = "9999-12-31"
KEYS = "abcdef"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "store.db", create=True)


def told(key: str, chance: random.Random, *, version: int = 0) -> Reading:
    statuses = chance.choices([Status.DECLINED, Status.HELD], k=chance.randint(0, 3))
    one = article(
        f"{TEXT} {key}{version}", key=key, outlet=chance.choice(["Sund", "The Fjord"]),
        published=f"2024-0{chance.randint(1, 3)}-06",
    )  # fmt: skip
    made = reading(one, *statuses, reader=f"test {version}", between=("NOR", chance.choice(["SWE", "DNK"])))
    return with_third(made) if chance.random() < 0.3 else made


def with_third(made: Reading) -> Reading:
    """The reading with Finland in every contact."""
    records = tuple(
        replace(one, participants=(*one.participants, state("FIN"))) if isinstance(one, Contact) else one
        for one in made.records
    )
    return replace(made, records=records)


def file(store: Store, chance: random.Random) -> None:
    with store.writing() as writer:
        one = told(chance.choice(KEYS), chance, version=chance.randint(0, 5))
        number = writer.keep(one.article)
        if writer.relatives.is_new(number):
            writer.relatives.place(number, b"")
        writer.file(number, one)


def tie(store: Store, chance: random.Random) -> None:
    known = [
        name for (name,) in store.connection.execute("SELECT id FROM article WHERE current AND family IS NOT NULL")
    ]
    if len(known) > 1:
        with store.writing() as writer:
            writer.relatives.tie(*chance.sample(known, 2), "copy", 1.0, [])


def regroup(store: Store, chance: random.Random) -> None:
    with store.writing():
        names = [name for (name,) in store.connection.execute("SELECT id FROM record WHERE kind = 'contact'")]
        for name in chance.sample(names, min(len(names), 2)):
            store.connection.execute("UPDATE record SET deed = ? WHERE id = ?", (min(names), name))


def forget(store: Store, chance: random.Random) -> None:
    known = store.connection.execute("SELECT id FROM article WHERE forgotten IS NULL").fetchall()
    if known and chance.random() < 0.2:
        store.forget(chance.choice(known)[0])


def fail(store: Store, chance: random.Random) -> None:
    with suppress(KeyError), store.writing() as writer:
        one = told("x", chance)
        writer.file(writer.keep(one.article), one)
        raise KeyError


STEPS: list[Callable[[Store, random.Random], None]] = [file, file, file, tie, regroup, forget, fail]


@pytest.mark.parametrize("seed", range(12))
def test_kept_counts_are_those_that_counting_gives(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        chance.choice(STEPS)(store, chance)
        for kind, sides, by in product(("contact", "statement"), ((), ("NOR",), ("SWE",)), KEPT):
            wanted = Filter(kinds=(kind,), involving=sides)
            assert store.series(wanted, by) == store.series(replace(wanted, until=COUNTED), by), (kind, sides, by)
        for pair in (("NOR", "SWE"), ("NOR", "FIN"), ("SWE", "DNK")):
            wanted = Filter(kinds=("contact",), between=pair)
            kept, counted = (store.series(one, (By.PAIR,)) for one in (wanted, replace(wanted, until=COUNTED)))
            assert kept == counted, pair
    assert not [fault for fault in store.check() if fault.where in ("tally", "counted")]
    assert store.series(Filter(kinds=("contact",)))


def test_what_was_there_before_these_tables_is_in_them(store: Store) -> None:
    chance = random.Random(5)
    for _ in range(12):
        file(store, chance)
    tie(store, chance)
    tables = (
        "article",
        "record",
        "pair",
        "involved",
        "credit",
        "counted",
        "tally WHERE records",
        "coverage",
        "reading",
    )
    before = {table: store.connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    take_back_speed(store.connection)
    store.close()
    with open_store(store.path) as again:
        assert {table: again.connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables} == before
        assert [found.article for found in again.search("protocol")]
        assert list(again.check()) == []
    assert all(before.values())


def test_pairs_are_counted_in_a_store_that_did_not_count_them(store: Store) -> None:
    for key, make in {"a": coded, "b": with_third, "c": coded}.items():
        one = article(key=key)
        with store.writing() as writer:
            writer.file(writer.keep(one), make(reading(one, Status.DECLINED, Status.HELD)))
    lines = "SELECT * FROM tally WHERE by = 'pair' AND side LIKE '%' || char(31) || '%' AND records ORDER BY 1, 2, 4"
    before = store.connection.execute(lines).fetchall()
    store.connection.executescript(
        f"DELETE FROM tally WHERE side LIKE '%{BETWEEN}%' AND by = 'pair'; DROP TABLE waiting;"
    )
    store.connection.execute("PRAGMA user_version = 11")
    store.close()
    with open_store(store.path) as again:
        assert again.connection.execute(lines).fetchall() == before
        assert list(again.check()) == []
    assert {", " in row[3] for row in before} == {True, False}


def test_counts_that_were_thrown_away_are_made_anew(store: Store) -> None:
    with store.writing() as writer:
        for key in KEYS:
            one = told(key, random.Random(key))
            writer.file(writer.keep(one.article), one)
    before = store.series(Filter(kinds=("contact",)), (By.MONTH, By.TYPE))
    store.connection.executescript("DELETE FROM tally; DELETE FROM counted; INSERT INTO changed SELECT no FROM record;")
    assert store.series(Filter(kinds=("contact",))) == []
    with store.writing():
        pass
    assert store.series(Filter(kinds=("contact",)), (By.MONTH, By.TYPE)) == before != []
    assert list(store.check()) == []
