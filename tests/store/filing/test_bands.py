"""Bands: text versions find each other while they wait for the index, behind it, and from another program."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.making import article

from pourparler.store import Store, open_store
from pourparler.store.filing import bands

MARKS = (7).to_bytes(6)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "store.db", create=True)


def place(store: Store, *keys: str, marks: bytes = MARKS) -> list[int]:
    """Keeps and places an article for each key; returns their numbers."""
    with store.writing() as writer:
        numbers = [writer.keep(article(key, key=key)) for key in keys]
        for number in numbers:
            writer.relatives.place(number, marks)
    return numbers


def found(store: Store, marks: bytes = MARKS) -> list[int]:
    with store.writing() as writer:
        return sorted(number for number, _ in writer.relatives.sharing(marks))


def waiting(store: Store) -> int:
    (rows,) = store.connection.execute("SELECT count(*) FROM waiting").fetchone()
    return int(rows)


def indexed(store: Store) -> int:
    (rows,) = store.connection.execute("SELECT count(*) FROM band").fetchone()
    return int(rows)


def test_texts_are_found_while_they_wait_and_behind_the_index(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bands, "_WAITING", 2)
    numbers = place(store, "a", "b")
    assert (waiting(store), indexed(store), found(store)) == (2, 0, numbers)
    numbers += place(store, "c")
    assert (waiting(store), indexed(store), found(store)) == (0, 3, numbers)
    numbers += place(store, "d")
    assert (waiting(store), indexed(store), found(store)) == (1, 3, numbers)
    assert found(store, (8).to_bytes(6)) == []


def test_a_program_finds_what_another_added_since(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bands, "_WAITING", 3)
    numbers = place(store, "a")
    with open_store(store.path) as other:
        assert found(other) == numbers
        numbers += place(store, "b")
        assert found(other) == numbers
        numbers += place(store, "c", "d")  # which puts all of them into the index
        assert (indexed(other), found(other)) == (4, numbers)
        numbers += place(other, "e")
        assert found(store) == numbers


def _break_off(store: Store) -> None:
    with store.writing() as writer:
        writer.relatives.place(writer.keep(article("b", key="b")), MARKS)
        raise KeyError


def test_nothing_is_found_of_a_transaction_that_was_taken_back(store: Store) -> None:
    kept = place(store, "a")
    with pytest.raises(KeyError):
        _break_off(store)
    assert found(store) == kept
    assert found(store, MARKS) == kept
    stranger = place(store, "c", marks=(9).to_bytes(6))  # has the number that was taken back
    assert (found(store), found(store, (9).to_bytes(6))) == (kept, stranger)


@pytest.mark.parametrize("most", [0, 9])  # in the index at once, or waiting
def test_a_text_that_no_longer_stands_is_not_found(store: Store, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(bands, "_WAITING", most)
    place(store, "a")
    with store.writing() as writer:
        later = writer.keep(article("another text", key="a"))
        writer.relatives.place(later, MARKS)
    assert found(store) == [later]
    assert indexed(store) == (1 if most == 0 else 0)
