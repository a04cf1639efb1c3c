"""Watches: filters that somebody keeps under a name, to be told of what comes."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any

from pourparler.errors import UsageError
from pourparler.store.asking.narrowing import Filter
from pourparler.store.asking.sensible import check_filter
from pourparler.store.asking.sides import resolve
from pourparler.store.judging.judge import now

#: Watches that a store keeps, letters of a name, bytes of a name as it stands in addresses.
MOST, LONGEST, _LONGEST_ADDRESS = 500, 80, 200
_APART = re.compile(r"[\W_]+")
_COLUMNS = "address, name, wanted, by, at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A filter under a name; ``address`` is the name as it stands in addresses, ``by`` and ``at`` tell who made it."""

    name: str
    address: str
    wanted: Filter
    by: str
    at: str


def address_of(name: str) -> str:
    """The name of a watch as it stands in addresses. Raises UsageError where nothing is left of it.

    >>> address_of("USA – China: refusals")
    'usa-china-refusals'
    """
    address = _APART.sub("-", name.casefold()).strip("-")
    if not address or len(name) > LONGEST or len(address.encode()) > _LONGEST_ADDRESS:
        raise UsageError(f"{name[:LONGEST]!r} is no name for a watch; give one of 1 to {LONGEST} letters and digits")
    return address


def watches(db: sqlite3.Connection) -> Iterator[Watch]:
    """All watches, in the order of their names."""
    return (_watch(row) for row in db.execute(f"SELECT {_COLUMNS} FROM watch ORDER BY address"))


def find_watch(db: sqlite3.Connection, name: str) -> Watch:
    """The watch of this name, however it is written. Raises UsageError: there is none."""
    row = db.execute(f"SELECT {_COLUMNS} FROM watch WHERE address = ?", (address_of(name),)).fetchone()
    if row is None:
        raise UsageError(f"no watch {name!r} in the store; `pourparler alert list` tells which there are")
    return _watch(row)


def add_watch(db: sqlite3.Connection, name: str, wanted: Filter, by: str) -> Watch:
    """Keeps a watch, in the caller's transaction.

    Its sides may be told by code or name. Raises UsageError: it is no name, nobody's, another watch has it, there are
    too many, it lets everything through, or it can let nothing through.
    """
    name, by = " ".join(name.split()), " ".join(by.split())
    address = address_of(name)
    if not by:
        raise UsageError(f"nobody is named who makes the watch {name!r}; say who")
    if held := db.execute("SELECT name FROM watch WHERE address = ?", (address,)).fetchone():
        raise UsageError(f"there is a watch {held[0]!r} already; remove it first, or choose another name")
    if db.execute("SELECT count(*) FROM watch").fetchone()[0] >= MOST:
        raise UsageError(f"the store keeps {MOST} watches already; remove one that nobody follows")
    wanted = resolve(db, wanted)
    if not set(told := _told(wanted)) - {"kinds"}:
        raise UsageError(f"the watch {name!r} lets everything through; narrow it, as by two sides or a person")
    check_filter(wanted)
    db.execute("INSERT INTO watch VALUES (?, ?, ?, ?, ?)", (address, name, json.dumps(told), by, now()))
    return find_watch(db, name)


def remove_watch(db: sqlite3.Connection, name: str) -> Watch:
    """Takes a watch out, in the caller's transaction, and returns what it was. Raises UsageError: there is none."""
    gone = find_watch(db, name)
    db.execute("DELETE FROM watch WHERE address = ?", (gone.address,))
    return gone


def _told(wanted: Filter) -> dict[str, Any]:
    """The fields that narrow; what is empty does not."""
    plain = Filter()
    return {name: value for name, value in asdict(wanted).items() if value not in (getattr(plain, name), "", ())}


def _watch(row: tuple[str, str, str, str, str]) -> Watch:
    address, name, wanted, by, at = row
    return Watch(name=name, address=address, wanted=_filter(json.loads(wanted)), by=by, at=at)


def _filter(told: dict[str, Any]) -> Filter:
    known = {field.name for field in fields(Filter)}
    held: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in told.items() if name in known
    }
    return Filter(**held)
