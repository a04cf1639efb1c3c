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

#: Written into the file's header, so that somebody else's database is not taken for a store: "PoPa".
APPLICATION = 0x506F5061
#: Seconds that a second writer waits for the first.
PATIENCE = 30.0
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
    Raises UsageError: there is no store and ``create`` is not asked. StoreError: the file is none of ours, was written
    by a newer version, or cannot be opened or written.
    """
    if not path.exists() and not create:
        raise UsageError(f"no store at {path}; make one with `pourparler add`, or name another with --store")
    try:
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=not any_thread)
        for setting in (*_SETTINGS, f"cache_size = -{1000 * at_hand}"):
            connection.execute(f"PRAGMA {setting}")
        _migrate(connection, path, create=create)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"{path} cannot be opened as a store: {error}; name another file or folder") from error
    return connection


def _migrate(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    """Runs the migrations that the store has not seen, all in one transaction; an empty file only ``create`` fills."""
    known = migrations()
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            raise StoreError(f"{path} is a database of another program; name another file")
        if not create:
            raise UsageError(f"{path} is empty; make a store with `pourparler add`, or name another with --store")
        connection.execute("PRAGMA journal_mode = WAL")
    if _version(connection) == len(known):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)  # asked again: another process may have migrated while this one waited
        if version > len(known):
            raise StoreError(f"{path} was written by a newer pourparler (tables {version}, here {len(known)}); upgrade")
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
