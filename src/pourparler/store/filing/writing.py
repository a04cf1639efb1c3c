"""Writing: evidence first, then what a reader made of it, in the caller's transaction."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from datetime import date

from pourparler.records import Article, Failure, Reading, Record
from pourparler.records.facets import days_of
from pourparler.records.lines import as_json
from pourparler.records.loading import from_json
from pourparler.store.filing.bands import Bands
from pourparler.store.filing.linking import Linker
from pourparler.store.filing.packing import pack
from pourparler.store.filing.relating import Relater
from pourparler.store.filing.rows import COLUMNS, TABLES, Listing, body_of, listing_of
from pourparler.store.judging.judge import Judge, now
from pourparler.store.judging.reviews import standing

#: Articles of one day of publication that are numbered in a row.
NUMBERS = 1_000_000


class Writer:
    """Puts articles and readings into the tables. Every call may be made again: nothing is kept twice."""

    def __init__(self, connection: sqlite3.Connection, bands: Bands | None = None) -> None:
        self._db = connection
        self.relatives = Relater(connection, bands or Bands())
        self.judge = Judge(connection)
        self.links = Linker(connection)

    # --- evidence ------------------------------------------------------------------------------------

    def keep(self, article: Article, source: bytes | None = None) -> int:
        """The number of this text version, kept now if it was not; a changed text follows the one before it.

        That the input could not be read before is no longer so, and forgotten.
        """
        self._db.execute("DELETE FROM failure WHERE input = ?", (article.key,))
        known = self._db.execute(
            "SELECT no FROM article WHERE id = ? AND sha256 = ?", (article.id, article.sha256)
        ).fetchone()
        return int(known[0]) if known else self._new_version(article, source)

    def _new_version(self, article: Article, source: bytes | None) -> int:
        first, last = days_of(article.published)
        before = self._db.execute(
            "SELECT no, published_from FROM article WHERE id = ? AND current", (article.id,)
        ).fetchone()
        stands = before is None or (first or "") >= (before[1] or "")  # an older edition may arrive after a newer one
        if before and stands:
            self._db.execute("UPDATE article SET current = 0 WHERE no = ?", before[:1])
            self._pack(before[0])
            self.relatives.part(article.id, before[0])
        head = as_json(article)
        del head["text"]
        number = self._next_number(first)
        self._db.execute(
            "INSERT INTO article (no, id, sha256, supersedes, current, source, outlet, title, url, published_from,"
            " published_to, head, text, captured, family) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number, article.id, article.sha256, before[0] if before and stands else None, int(stands),
                self._keep_source(source), article.outlet, article.title, article.url, first, last, _json(head),
                article.text, now(), article.id if stands else None,
            ),
        )  # fmt: skip
        self._db.execute(
            "INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)", (number, article.title, article.text)
        )
        return number

    def _next_number(self, day: str | None) -> int:
        """The number behind those of the day: the newest articles stand last in every index."""
        first = NUMBERS * (date.fromisoformat(day).toordinal() if day else 0)
        last = "SELECT coalesce(max(no), ?1) + 1 FROM article WHERE no BETWEEN ?1 AND ?2"
        while True:
            (number,) = self._db.execute(last, (first, first + NUMBERS - 1)).fetchone()
            if number < first + NUMBERS:
                return int(number)
            first += NUMBERS  # a day with so many articles goes on in the next

    def _keep_source(self, source: bytes | None) -> str | None:
        if source is None:
            return None
        sha256 = hashlib.sha256(source).hexdigest()
        self._db.execute("INSERT OR IGNORE INTO source VALUES (?, ?, ?)", (sha256, len(source), pack(source)))
        return sha256

    # --- readings ------------------------------------------------------------------------------------

    def file(self, number: int, reading: Reading) -> None:
        """Puts a reading in the place of the one before it, whose records are packed away for `changes`.

        The reading of a text version that another has superseded is only kept, packed.
        """
        self._open_reading(number, reading.header.reader, "read", None)
        if self._db.execute("SELECT current FROM article WHERE no = ?", (number,)).fetchone()[0]:
            self._list(number, reading.article, reading.records)
            self._review(number)
            self.links.mark(number)
            return
        bodies = "\n".join(map(body_of, reading.records)).encode()
        self._db.execute("UPDATE reading SET packed = ? WHERE article = ? AND current", (pack(bodies), number))

    def skip(self, number: int, fingerprint: str, why: str) -> None:
        """Notes that the reader need not look at this article, and why."""
        self._open_reading(number, fingerprint, "skipped", why)

    def fail(self, number: int, fingerprint: str, failure: Failure) -> None:
        """Notes that the reader could not read this article."""
        self._open_reading(number, fingerprint, "failed", f"{failure.error}: {failure.message}")

    def note_failure(self, failure: Failure) -> None:
        """Keeps an input that is no article at all, for the list at the end."""
        self._db.execute(
            "INSERT OR REPLACE INTO failure VALUES (?, ?, ?, ?)",
            (failure.input, failure.error, failure.message, now()),
        )

    def _open_reading(self, number: int, fingerprint: str, outcome: str, why: str | None) -> None:
        self._pack(number)
        self._db.execute("UPDATE reading SET current = 0 WHERE article = ?", (number,))
        self._db.execute(
            "INSERT INTO reading (article, reader, outcome, why, at, current) VALUES (?, ?, ?, ?, ?, 1)"
            " ON CONFLICT (article, reader) DO UPDATE SET outcome = excluded.outcome, why = excluded.why,"
            " at = excluded.at, current = 1, packed = NULL",
            (number, self._reader(fingerprint), outcome, why, now()),
        )

    def _reader(self, fingerprint: str) -> int:
        self._db.execute("INSERT OR IGNORE INTO reader (fingerprint, first_used) VALUES (?, ?)", (fingerprint, now()))
        return int(self._db.execute("SELECT no FROM reader WHERE fingerprint = ?", (fingerprint,)).fetchone()[0])

    def _pack(self, number: int) -> None:
        """Takes the article's records out of the tables and packs them into the reading they are of."""
        bodies = [
            body for (body,) in self._db.execute("SELECT body FROM record WHERE article = ? ORDER BY no", (number,))
        ]
        self._db.execute(
            "UPDATE reading SET packed = ? WHERE article = ? AND current AND packed IS NULL",
            (pack("\n".join(bodies).encode()), number),
        )
        self.clear(number)

    def clear(self, number: int) -> None:
        """Takes the article's current records out of the tables, and what the ledger made of them."""
        self.links.mark(number)
        left = self.links.part(number)
        for table in TABLES:
            self._db.execute(
                f"DELETE FROM {table} WHERE record IN (SELECT no FROM record WHERE article = ?)", (number,)
            )
        self._db.execute("DELETE FROM record WHERE article = ?", (number,))
        self.judge.regroup(left)

    def _review(self, number: int) -> None:
        """Lets what people have said of an article's records hold of its new records too."""
        of_article = "FROM record WHERE article = ?"
        for (name,) in self._db.execute(f"SELECT id {of_article}", (number,)).fetchall():
            if self.judge.verdict(name):
                self.relist(name)
            if self.judge.is_grouped(name):
                self.judge.regroup([name])
        twice = f"SELECT id {of_article} AND codes IS NOT NULL GROUP BY codes, type HAVING count(*) > 1"
        self.judge.regroup(name for (name,) in self._db.execute(twice, (number,)).fetchall())

    def _list(self, number: int, article: Article, records: Sequence[Record]) -> None:
        (last,) = self._db.execute("SELECT coalesce(max(no), 0) FROM record").fetchone()
        columns = ", ".join(COLUMNS)
        for place, record in enumerate(records, last + 1):
            listing = listing_of(place, record, article, number)
            self._db.execute(
                f'INSERT INTO record (no, id, article, kind, start, "end", words, confidence, body, deed, thread,'
                f" {columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?{', ?' * len(COLUMNS)})",
                (
                    place, record.id, number, record.kind, record.anchor.start, record.anchor.end, record.anchor.text,
                    record.confidence, body_of(record), record.id, record.id, *listing.columns,
                ),
            )  # fmt: skip
            self._index(listing)

    def _index(self, listing: Listing) -> None:
        """Puts the rows by which a record is found into their tables."""
        for table in TABLES:
            if rows := getattr(listing, table):
                self._db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)

    def relist(self, name: str) -> None:
        """Lists a record as people have corrected it, else as it was read; its body stays as it was read."""
        found = self._db.execute(
            "SELECT record.no, body, article.no, head, text FROM record JOIN article ON article.no = record.article"
            " WHERE record.id = ?",
            (name,),
        ).fetchall()
        for number, body, of, head, text in found:
            record = standing(self._db, from_json(json.loads(body)), text).record
            listing = listing_of(number, record, from_json(json.loads(head) | {"text": text}), of)
            for table in TABLES:
                self._db.execute(f"DELETE FROM {table} WHERE record = ?", (number,))
            self._db.execute(
                f"UPDATE record SET {', '.join(f'{column} = ?' for column in COLUMNS)} WHERE no = ?",
                (*listing.columns, number),
            )
            self._index(listing)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
