"""What SQLite's errors mean to whoever uses a store, and what to do: told in one place, whoever meets them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

#: Seconds that a second writer waits for the first.
PATIENCE = 30.0


def told_unwritable(path: Path) -> str:
    """That a store cannot be written, and what to do."""
    return f"{path} can be read but not written; check the rights of the file and of its folder, or write to a copy"


def told_trouble(path: Path, error: Exception, *, opening: bool = False) -> str:
    """What an error of SQLite, or of the system, says of a store that is open, or being opened."""
    kind = getattr(error, "sqlite_errorname", "") if isinstance(error, sqlite3.Error) else ""
    if kind.startswith("SQLITE_BUSY"):
        return f"{path} is being written by another program since {PATIENCE:.0f} s; wait for it or stop it"
    if kind.startswith("SQLITE_FULL"):
        return f"no room left for {path}; free some space and say the same again, nothing is lost"
    if kind.startswith("SQLITE_READONLY"):
        return told_unwritable(path)
    if opening:
        return f"{path} cannot be opened as a store: {error}; name another file or folder"
    return f"{path}: {error}; run `pourparler doctor`"
