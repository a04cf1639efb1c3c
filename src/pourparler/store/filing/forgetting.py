"""Forgetting an article: its text goes, a tombstone stays."""

from __future__ import annotations

import json
import sqlite3

from pourparler.errors import UsageError
from pourparler.store.filing.packing import unpack
from pourparler.store.filing.writing import Writer
from pourparler.store.judging.judge import now

#: Fields of the article object that hold words of its text.
_WORDS = ("title", "byline", "dateline", "captions", "removed")


def forget(db: sqlite3.Connection, writer: Writer, article: str) -> int:
    """Takes the text, the source bytes and every record of all versions of the article out; returns how many versions.

    What stays is that there was such an article, its outlet, address and day, and when it was forgotten; adding it
    again keeps nothing. Of reviews stays who said what and when, without the words. Raises UsageError where there is no
    such article, or where it is forgotten already.
    """
    versions = db.execute(
        "SELECT no, id, title, text, head, source FROM article WHERE (id = ?1 OR url = ?1) AND forgotten IS NULL",
        (article,),
    ).fetchall()
    if not versions:
        raise UsageError(f"no article {article} in the store; give the id or the URL of one that is there")
    for number, name, title, text, head, source in versions:
        reviews = _reviews(db, number, name)
        writer.clear(number)
        db.executemany(
            "UPDATE judgement SET value = NULL, withdrawn_by = coalesce(withdrawn_by, 'forget'),"
            " withdrawn_at = coalesce(withdrawn_at, ?) WHERE no = ?",
            [(now(), review) for review in reviews],
        )
        writer.relatives.part(name, number)
        db.execute("DELETE FROM reading WHERE article = ?", (number,))
        db.execute(
            "INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', ?, ?, ?)",
            (number, title, text),
        )
        told = {name: None if name in _WORDS else held for name, held in json.loads(head).items()}
        db.execute(
            "UPDATE article SET text = NULL, title = NULL, source = NULL, head = ?, forgotten = ? WHERE no = ?",
            (json.dumps(told, ensure_ascii=False), now(), number),
        )
        db.execute("INSERT INTO article_words (rowid, title, text) VALUES (?, NULL, NULL)", (number,))
        db.execute(
            "DELETE FROM source WHERE sha256 = ?"
            " AND sha256 NOT IN (SELECT source FROM article WHERE source IS NOT NULL)",
            (source,),
        )
    db.execute(
        "INSERT INTO article_words (article_words) VALUES ('optimize')"
    )  # else its words stay in the index's past
    return len(versions)


def _reviews(db: sqlite3.Connection, number: int, article: str) -> list[int]:
    """The rows of all reviews of a text version, of its records in whatever reading, and of links between these."""
    packed = db.execute("SELECT packed FROM reading WHERE article = ? AND packed IS NOT NULL", (number,)).fetchall()
    bodies = [body for (held,) in packed for body in unpack(held).decode().splitlines()]
    bodies += [body for (body,) in db.execute("SELECT body FROM record WHERE article = ?", (number,))]
    things = json.dumps([article, *(json.loads(body)["id"] for body in bodies)])
    rows = db.execute(
        "WITH thing (id) AS MATERIALIZED (SELECT value FROM json_each(?)), about (id) AS MATERIALIZED ("
        " SELECT id FROM thing UNION SELECT id FROM judgement WHERE subject IN thing OR object IN thing)"
        " SELECT no FROM judgement WHERE kind = 'review' AND (subject IN about OR object IN about)",
        (things,),
    )
    return [no for (no,) in rows]
