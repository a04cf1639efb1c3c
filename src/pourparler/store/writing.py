"""Writing: evidence first, then what a reader made of it, in the caller's transaction."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence

from pourparler.records import Article, Failure, Reading, Record, side_of
from pourparler.records.facets import days_of, facets_of
from pourparler.records.lines import as_json
from pourparler.store.judging import Judge, now
from pourparler.store.linking import Linker
from pourparler.store.packing import pack
from pourparler.store.relating import Relater
from pourparler.store.rows import body_of, pairs_of, parties_of, sorted_by


class Writer:
    """Puts articles and readings into the tables. Every call may be made again: nothing is kept twice."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self.relatives = Relater(connection)
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
        cursor = self._db.execute(
            "INSERT INTO article (id, sha256, supersedes, current, source, outlet, title, url, published_from,"
            " published_to, head, text, captured) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article.id, article.sha256, before[0] if before and stands else None, int(stands),
                self._keep_source(source), article.outlet, article.title, article.url, first, last, _json(head),
                article.text, now(),
            ),
        )  # fmt: skip
        number = int(cursor.lastrowid or 0)
        self._db.execute(
            "INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)", (number, article.title, article.text)
        )
        return number

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
            self.links.mark(number)
            self.links.join(number)
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
        self.links.part(number)
        for table in ("party", "involved", "pair", "reason", "credit"):
            self._db.execute(
                f"DELETE FROM {table} WHERE record IN (SELECT no FROM record WHERE article = ?)", (number,)
            )
        self._db.execute("DELETE FROM record WHERE article = ?", (number,))

    def _list(self, number: int, article: Article, records: Sequence[Record]) -> None:
        for record in records:
            row, day = facets_of(record), sorted_by(record, article)
            cursor = self._db.execute(
                "INSERT INTO record (id, article, kind, type, mode, factuality, channel, level, forum, day, from_day,"
                ' to_day, due_from, due_to, start, "end", words, confidence, body, deed, thread, codes)'
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    record.id, number, record.kind, row.type, row.mode, row.factuality, row.channel, row.level,
                    row.forum, day, *days_of(row.when), *days_of(row.due), record.anchor.start, record.anchor.end,
                    record.anchor.text, record.confidence, body_of(record), record.id, record.id,
                    getattr(record, "of", None),
                ),
            )  # fmt: skip
            number_of_record = int(cursor.lastrowid or 0)
            self._list_parties(number_of_record, record, day)
            self._list_grounds(number_of_record, record)

    def _list_parties(self, number: int, record: Record, day: str) -> None:
        parties = parties_of(record)
        self._db.executemany(
            "INSERT INTO party VALUES (?, ?, ?, ?, ?, ?)",
            [(number, p.role, p.side, p.sector, p.person, p.office) for p in parties],
        )
        self._db.executemany(
            "INSERT INTO involved VALUES (?, ?, ?, ?)",
            [(side, record.kind, day, number) for side in {p.side for p in parties}],
        )
        self._db.executemany(
            "INSERT INTO pair VALUES (?, ?, ?, ?, ?)",
            [(low, high, record.kind, day, number) for low, high in pairs_of(parties)],
        )

    def _list_grounds(self, number: int, record: Record) -> None:
        """Why, and by whose word."""
        self._db.executemany(
            "INSERT INTO reason VALUES (?, ?, ?, ?)",
            [(number, r.kind, r.by and side_of(r.by), r.text) for r in getattr(record, "reasons", ())],
        )
        self._db.executemany(
            "INSERT INTO credit VALUES (?, ?)", [(number, told) for told in getattr(record, "according_to", ())]
        )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
