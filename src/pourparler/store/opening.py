"""Opening a store: where it lies, the settings of its connection, its migrations."""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from pourparler.errors import StoreError, UsageError
from pourparler.store.counting.tallying import settle
from pourparler.store.trouble import PATIENCE, told_trouble, told_unwritable

#: Written into the file's header, so that somebody else's database is not taken for a store: "PoPa".
APPLICATION = 0x506F5061
#: Megabytes that keep the upper pages of every index at hand.
AT_HAND = 64
#: With a write-ahead log, a crash of the program loses nothing and one of the machine only what was added last, to be
#: added again; the file stays whole. The log is copied into the file every 64 MB, not every 4: each article touches
#: pages all over the indexes, and many times the same.
_SETTINGS = ("foreign_keys = ON", "synchronous = NORMAL", "wal_autocheckpoint = 16000")
_MIGRATION = re.compile(r"(\d{4})_\w+\.sql")


def default_path() -> Path:
    """``POURPARLER_STORE``, else ``pourparler/store.db`` in the user's data directory."""
    if named := os.environ.get("POURPARLER_STORE"):
        return Path(named).expanduser()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "pourparler" / "store.db"


def connect(
    path: Path, *, create: bool = False, any_thread: bool = False, at_hand: int = AT_HAND
) -> sqlite3.Connection:
    """A connection to the store at ``path``, brought up to this version's tables.

    ``at_hand`` megabytes of pages are kept; ``any_thread`` may use it, one at a time, instead of the one that opens it.
    Where the file or its folder cannot be written, it is opened to be read alone, unless ``create`` is asked.
    Raises UsageError: there is no store and ``create`` is not asked. StoreError: the file is none of ours, was written
    by a newer version, or cannot be opened or written; or cannot be written and is of an older version.
    """
    if not path.exists() and not create:
        raise UsageError(f"no store at {path}; make one with `pourparler add`, or name another with --store")
    try:
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not can_be_written(path):
            if create:
                raise StoreError(told_unwritable(path))
            return _connect_to_read(path, any_thread=any_thread, at_hand=at_hand)
        connection = _connect(str(path), any_thread=any_thread, at_hand=at_hand)
        _migrate(connection, path, create=create)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(told_trouble(path, error, opening=True)) from error
    return connection


def can_be_written(path: Path) -> bool:
    """Whether the file and its folder, where its log lies while somebody writes, can be written."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def _connect(address: str, *, any_thread: bool, at_hand: int) -> sqlite3.Connection:
    """A connection to a file, or to an address that begins with "file:", with the settings of this process."""
    connection = sqlite3.connect(
        address, timeout=PATIENCE, isolation_level=None, check_same_thread=not any_thread,
        uri=address.startswith("file:"),
    )  # fmt: skip
    for setting in (*_SETTINGS, f"cache_size = -{1000 * at_hand}"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _connect_to_read(path: Path, *, any_thread: bool, at_hand: int) -> sqlite3.Connection:
    """A connection over which nothing can be written.

    SQLite shares a store with its writers by a file beside it. Where that is not there and cannot be made, nobody else
    can be writing, and the store is read as one that does not change, which needs no such file. Then its log must hold
    nothing: what stands there alone would be passed over.
    """
    log = path.resolve().with_name(f"{path.resolve().name}-wal")
    try:
        connection = _connect(f"{path.resolve().as_uri()}?mode=ro", any_thread=any_thread, at_hand=at_hand)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        if log.exists() and log.stat().st_size:
            raise StoreError(
                f"{path} cannot be read where its folder cannot be written: the last that was added still stands in"
                f" {log.name} alone; copy both to a folder of your own and read them there"
            ) from error
        connection = _connect(f"{path.resolve().as_uri()}?immutable=1", any_thread=any_thread, at_hand=at_hand)
    connection.execute("PRAGMA query_only = ON")
    _check_identity(connection, path, create=False)
    found, known = _version(connection), len(migrations())
    if found > known:
        raise StoreError(_told_newer(path, found, known))
    if found < known:
        raise StoreError(
            f"{path} was written by an older pourparler (tables {found}, here {known}) and cannot be brought up to date"
            " where it cannot be written; copy it to a folder of your own and read it there"
        )
    return connection


def _told_newer(path: Path, found: int, known: int) -> str:
    return f"{path} was written by a newer pourparler (tables {found}, here {known}); upgrade"


def _check_identity(connection: sqlite3.Connection, path: Path, *, create: bool) -> bool:
    """Whether the file is a store, and not one yet to be made. Raises as `connect` does where it is neither."""
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION:
        return True
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        raise StoreError(f"{path} is a database of another program; name another file")
    if not create:
        raise UsageError(f"{path} is empty; make a store with `pourparler add`, or name another with --store")
    return False


def _migrate(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    """Runs the migrations that the store has not seen, all in one transaction; an empty file only ``create`` fills."""
    known = migrations()
    if not _check_identity(connection, path, create=create):
        connection.execute("PRAGMA journal_mode = WAL")
    if _version(connection) == len(known):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)  # asked again: another process may have migrated while this one waited
        if version > len(known):
            raise StoreError(_told_newer(path, version, len(known)))
        for statement in (s for step in known[version:] for s in _statements(step)):
            connection.execute(statement)
        settle(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(known)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one; ``executescript`` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def migrations() -> list[str]:
    """The migrations' SQL, in their order. Raises StoreError where a number is missing."""
    folder = files(__package__) / "migrations"
    found = sorted((m[1], file) for file in folder.iterdir() if (m := _MIGRATION.fullmatch(file.name)))
    if [int(number) for number, _ in found] != list(range(1, len(found) + 1)):
        raise StoreError("the migrations that came with this pourparler are not numbered in a row; install it anew")
    return [file.read_text(encoding="utf-8") for _, file in found]
