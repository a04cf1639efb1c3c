"""A store whose file or folder cannot be written is read all the same, and says what is wrong to whoever writes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.making import article, coded, reading

from pourparler.errors import StoreError, UsageError
from pourparler.records import Status
from pourparler.store import Filter, Store, open_store
from pourparler.store.opening import can_be_written

CONTACTS = Filter(kinds=("contact",))


def fill(store: Store, key: str = "a") -> None:
    with store.writing() as writer:
        one = article(key=key)
        writer.file(writer.keep(one), coded(reading(one, Status.DECLINED)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "odd name #1?.db"
    with open_store(path, create=True) as store:
        fill(store)
    return path


@pytest.fixture(params=["file", "folder"])
def unwritable(request: pytest.FixtureRequest, path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As rights and read-only mounts have it, which hold for root too: what may be written is asked of the system."""
    refused, ask = path if request.param == "file" else path.parent, os.access
    monkeypatch.setattr(os, "access", lambda asked, mode: Path(asked) != refused and ask(asked, mode))
    return path


def seal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets no file be made beside a store either, which SQLite needs to share it with its writers."""
    connect = sqlite3.connect

    def refuse(address: str, **known: object) -> sqlite3.Connection:
        if "?mode=ro" in address:
            raise sqlite3.OperationalError("unable to open database file")
        return connect(address, **known)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr("pourparler.store.opening.sqlite3.connect", refuse)


@pytest.fixture(params=["shared", "sealed"])
def readable(request: pytest.FixtureRequest, unwritable: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "sealed":
        seal(monkeypatch)
    return unwritable


def test_it_is_read(readable: Path) -> None:
    with open_store(readable) as store:
        assert store.read_only
        assert len(store.ask(CONTACTS)) == 1
        assert [found.outlet for found in store.search("call")]
        assert list(store.check()) == []


def test_writing_says_what_is_wrong(readable: Path) -> None:
    with open_store(readable) as store:
        with pytest.raises(StoreError, match="can be read but not written; check the rights") as told:
            fill(store, "b")
        assert str(readable) in str(told.value)
        with pytest.raises(StoreError, match="not written"), store.reviewing("anna"):
            pass
        assert len(store.ask(CONTACTS)) == 1
    with pytest.raises(StoreError, match="not written"):
        open_store(readable, create=True)


def test_what_is_written_elsewhere_meanwhile_is_seen(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(path) as writing:
        monkeypatch.setattr("pourparler.store.opening.can_be_written", lambda path: False)
        with open_store(path) as store:
            fill(writing, "b")
            assert len(store.ask(CONTACTS)) == 2


def test_what_stands_in_the_log_alone_is_not_passed_over(unwritable: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seal(monkeypatch)
    log = unwritable.with_name(f"{unwritable.name}-wal")
    log.write_bytes(b"what was added last")
    with pytest.raises(StoreError, match=r"the last that was added still stands in .*-wal alone; copy both"):
        open_store(unwritable)
    log.write_bytes(b"")
    with open_store(unwritable) as store:
        assert len(store.ask(CONTACTS)) == 1


@pytest.mark.parametrize(
    ("version", "told"), [(3, "was written by an older .* cannot be brought up to date"), (999, "upgrade")]
)
def test_an_older_or_newer_version_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch, version: int, told: str
) -> None:
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA user_version = {version}")
    database.close()
    monkeypatch.setattr("pourparler.store.opening.can_be_written", lambda path: False)
    with pytest.raises(StoreError, match=told):
        open_store(path)


def test_what_is_no_store_is_told_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with sqlite3.connect(tmp_path / "other.db") as database:
        database.execute("CREATE TABLE x (y)")
    database.close()
    (tmp_path / "empty.db").touch()
    monkeypatch.setattr("pourparler.store.opening.can_be_written", lambda path: False)
    with pytest.raises(StoreError, match="another program"):
        open_store(tmp_path / "other.db")
    with pytest.raises(UsageError, match="is empty"):
        open_store(tmp_path / "empty.db")


@pytest.fixture
def locked(path: Path) -> Iterator[Path]:
    """By its rights, which mean nothing to root."""
    path.chmod(0o444)
    path.parent.chmod(0o555)
    yield path
    path.parent.chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write whatever the rights say")
def test_rights_are_kept_to(locked: Path) -> None:
    assert not can_be_written(locked)
    with open_store(locked) as store:
        assert store.read_only
        assert len(store.ask(CONTACTS)) == 1
