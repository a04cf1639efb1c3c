"""Bands: by which the copies of a text find each other, among those at hand and those in the store's index."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from struct import Struct

#: Text versions whose bands wait to be put into the index together: sixteen numbers of a text lie in sixteen pages, and
#: to write these for each text takes longer than all else about families; to write them for many at once, in order,
#: takes a quarter.
_WAITING = 16_384
#: A band: six bytes.
_BAND = Struct(">hI")
_WAITING_ONES = "SELECT waiting.no, article, marks FROM waiting JOIN sketch USING (article) WHERE waiting.no > ?"


class Bands:
    """The bands of the text versions that wait for the index, as one program remembers them over its transactions."""

    def __init__(self) -> None:
        self.forget()

    def begin(self) -> None:
        """A transaction begins: before it, other programs may have written."""
        self._caught_up = False

    def forget(self) -> None:
        """What was remembered may not hold, as after a transaction that was taken back."""
        self._caught_up = False
        self._first: int | None = None
        self._last = 0
        self._known: dict[int, tuple[int, ...]] = {}

    def sharing(self, db: sqlite3.Connection, marks: bytes) -> set[int]:
        """The numbers of text versions that share a band with these marks."""
        bands = bands_of(marks)
        self._catch_up(db)
        indexed = f"SELECT article FROM band WHERE hash IN ({', '.join('?' * len(bands))})"
        found = {number for (number,) in db.execute(indexed, bands)}
        return found.union(*(self._known.get(band, ()) for band in bands))

    def add(self, db: sqlite3.Connection, number: int, marks: bytes) -> None:
        """Makes a text version findable, whose sketch the store has."""
        self._catch_up(db)
        last = db.execute("INSERT INTO waiting (article) VALUES (?)", (number,)).lastrowid or 0
        self._remember(last, number, marks)
        if self._first is not None and last - self._first >= _WAITING:
            self._put_into_index(db)

    def _catch_up(self, db: sqlite3.Connection) -> None:
        """Remembers what other programs have added since, and forgets what one of them has put into the index."""
        if self._caught_up:
            return
        (first,) = db.execute("SELECT min(no) FROM waiting").fetchone()
        if first != self._first:
            self.forget()
        for row in db.execute(_WAITING_ONES, (self._last,)):
            self._remember(*row)
        self._first, self._caught_up = first, True

    def _remember(self, no: int, number: int, marks: bytes) -> None:
        self._first = no if self._first is None else self._first
        self._last = no
        for band in bands_of(marks):
            self._known[band] = (*self._known.get(band, ()), number)

    def _put_into_index(self, db: sqlite3.Connection) -> None:
        pairs = [(band, number) for band, numbers in sorted(self._known.items()) for number in numbers]
        db.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", pairs)
        db.execute("DELETE FROM waiting")
        self.forget()


@lru_cache(64)  # a text is looked for and then placed
def bands_of(marks: bytes) -> list[int]:
    """The bands of a text's marks, each as one number, in order: neighbours in the index are found side by side."""
    return sorted(high << 32 | low for high, low in _BAND.iter_unpack(marks))
