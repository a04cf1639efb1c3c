"""Families in the store: candidates by band, links as judgements, and the family each article is in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from pourparler.records import Article, Relation
from pourparler.records.judgements import LEDGER
from pourparler.records.judgements import link as judged
from pourparler.records.loading import from_json
from pourparler.store.filing.bands import Bands, bands_of
from pourparler.store.judging.judge import Judge, now

#: Candidates looked at for one article; a text with more copies than this is linked through these.
_MOST = 200


class Relater:
    """Finds and keeps the relatives of articles, in the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, bands: Bands) -> None:
        self._db = connection
        self._bands = bands
        bands.begin()
        self._judge = Judge(connection)

    def sharing(self, marks: bytes) -> list[tuple[int, bytes]]:
        """The numbers and marks of text versions that share a band."""
        numbers = sorted(self._bands.sharing(self._db, marks))
        if not numbers:
            return []
        wanted = ", ".join(map(str, numbers))  # of a text with thousands of copies, more than SQLite takes as values
        return self._db.execute(f"SELECT article, marks FROM sketch WHERE article IN ({wanted})").fetchall()

    def candidates(self, article: Article, numbers: Sequence[int]) -> Iterator[Article]:
        """Other articles of these numbers, by their ids."""
        if not numbers:
            return
        marks = ", ".join("?" * len(numbers))
        rows = self._db.execute(
            f"SELECT head, text FROM article WHERE no IN ({marks}) AND id <> ? AND current AND text IS NOT NULL"
            " ORDER BY id LIMIT ?",
            (*numbers, article.id, _MOST),
        )
        for head, text in rows.fetchall():
            yield from_json(json.loads(head) | {"text": text})

    def is_new(self, number: int) -> bool:
        """Whether this is a current text version whose relatives nobody has looked for."""
        (new,) = self._db.execute(
            "SELECT current AND NOT EXISTS (SELECT 1 FROM sketch WHERE article = no) FROM article WHERE no = ?",
            (number,),
        ).fetchone()
        return bool(new)

    def place(self, number: int, marks: bytes) -> None:
        """Makes a new text version findable, in the family of its own that it was kept in or, come back, gets anew."""
        self._db.execute("INSERT OR IGNORE INTO sketch VALUES (?, ?)", (number, marks))
        self._bands.add(self._db, number, marks)
        self._db.execute("UPDATE article SET family = id WHERE no = ? AND family IS NULL", (number,))

    def tie(self, one: str, other: str, relation: str, score: float, reasons: Sequence[str]) -> None:
        """Keeps a link between two articles and brings their families together, unless somebody has rejected it."""
        made = judged(Relation.FAMILY, one, other, score=score, reasons=tuple(reasons), value=relation)
        self._judge.keep([made])
        if self._judge.verdict(made.id) == "reject":
            return
        found = self._db.execute(
            "SELECT DISTINCT family FROM article WHERE id IN (?, ?) AND current", (one, other)
        ).fetchall()
        smallest = min(family for (family,) in found)
        for (family,) in found:
            if family != smallest:
                self._db.execute("UPDATE article SET family = ? WHERE family = ? AND current", (smallest, family))

    def part(self, article: str, number: int) -> None:
        """Takes a text version out: its bands go, its links are withdrawn, what it held together is grouped anew."""
        for (marks,) in self._db.execute("SELECT marks FROM sketch WHERE article = ?", (number,)).fetchall():
            gone = [(band, number) for band in bands_of(marks)]
            self._db.executemany("DELETE FROM band WHERE hash = ? AND article = ?", gone)
        self._db.execute("DELETE FROM sketch WHERE article = ?", (number,))
        self._db.execute(
            "UPDATE judgement SET withdrawn_by = ?1, withdrawn_at = ?2"
            " WHERE relation = 'family' AND by = ?1 AND withdrawn_at IS NULL AND (subject = ?3 OR object = ?3)",
            (LEDGER, now(), article),
        )
        (family,) = self._db.execute("SELECT family FROM article WHERE no = ?", (number,)).fetchone()
        self._db.execute("UPDATE article SET family = NULL WHERE no = ?", (number,))
        left = self._db.execute("SELECT id FROM article WHERE family = ? AND current", (family,)).fetchall()
        self.regroup([name for (name,) in left])

    def regroup(self, articles: Iterable[str]) -> None:
        """Names the families of these articles, and of all that hang together with them, anew."""
        left = set(articles)
        while left:
            group = self._judge.connected(left.pop(), (Relation.FAMILY.value,), "article")
            left -= group
            self._db.executemany(
                "UPDATE article SET family = ? WHERE id = ? AND current AND family IS NOT NULL",
                [(min(group), name) for name in sorted(group)],
            )
