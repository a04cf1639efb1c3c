"""Articles: text versions, their readings, and every record against the text and against the tables for asking."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from pourparler.errors import DataError
from pourparler.records import Article, Record
from pourparler.records.ids import text_sha256
from pourparler.records.loading import from_json
from pourparler.store.checking.faults import COPY, Cure, Fault, Tell, counted, curable
from pourparler.store.checking.spans import broken
from pourparler.store.filing.packing import unpack
from pourparler.store.filing.rows import COLUMNS, TABLES, listing_of
from pourparler.store.judging.reviews import standing

_ADD = "say `pourparler add` of their sources again"
_COLUMNS = ", ".join(f"record.{column}" for column in COLUMNS)


def check_articles(db: sqlite3.Connection, tell: Tell) -> Iterator[Fault]:
    """Faults of articles, one after the other, with all that hangs on each."""
    for name, current in db.execute("SELECT id, sum(current) FROM article GROUP BY id HAVING sum(current) <> 1"):
        yield Fault(where=name, what=f"{current} of its text versions are current instead of one", mend=COPY)
    (unread,) = db.execute(
        "SELECT count(*) FROM article WHERE current AND forgotten IS NULL"
        " AND no NOT IN (SELECT article FROM reading WHERE current)"
    ).fetchone()
    if unread:
        yield Fault(where="article", what=f"{unread} articles without a reading", mend=_ADD)
    (every,) = db.execute("SELECT count(*) FROM article").fetchone()
    rows = db.execute("SELECT no, id, sha256, current, forgotten, head, text FROM article ORDER BY no")
    for number, name, sha256, current, forgotten, head, text in counted(rows, tell, "articles", every):
        try:
            article: Article = from_json(json.loads(head) | {"text": text or ""})
        except (DataError, ValueError, TypeError) as error:
            yield Fault(where=name, what=f"its head is no article ({error})", mend=COPY)
            continue
        faults = list(_text(article, sha256, forgotten, text))
        yield from faults
        yield from _packed(db, number, article)
        yield from _reading(db, number, name, current=bool(current), forgotten=forgotten)
        for record in _records(db, number):
            yield from _record(db, record, article, number, sound=not faults)


def _text(article: Article, sha256: str, forgotten: str | None, text: str | None) -> Iterator[Fault]:
    if forgotten is not None:
        if text is not None:
            yield Fault(where=article.id, what="was forgotten, but its text is there", mend=COPY)
    elif text is None or text_sha256(text) != sha256:
        yield Fault(where=article.id, what="its text is not the one that came in", mend=COPY)


def _packed(db: sqlite3.Connection, number: int, article: Article) -> Iterator[Fault]:
    """Readings that another has replaced."""
    rows = db.execute("SELECT no, packed FROM reading WHERE article = ? AND packed IS NOT NULL", (number,))
    for reading, packed in rows:
        try:
            values = [json.loads(line) for line in unpack(packed).decode().splitlines()]
        except (zlib.error, ValueError) as error:
            yield Fault(where=article.id, what=f"its earlier reading {reading} cannot be unpacked: {error}", mend=COPY)
            continue
        for words in broken(values, article.text):
            what = f"its text has other words than {words!r:.60}, which its earlier reading {reading} quotes"
            yield Fault(where=article.id, what=what, mend=COPY)


def _reading(
    db: sqlite3.Connection, number: int, name: str, *, current: bool, forgotten: str | None
) -> Iterator[Fault]:
    """Records of an article that should have none."""
    found = db.execute("SELECT outcome FROM reading WHERE article = ? AND current", (number,)).fetchone()
    why = (
        "was forgotten" if forgotten else "was superseded by another text version" if not current
        else f"was {found[0]}, not read" if found and found[0] != "read" else None
    )  # fmt: skip
    if why and db.execute("SELECT 1 FROM record WHERE article = ?", (number,)).fetchone():
        yield curable(name, f"{why}, but has records", Cure.CLEAR, str(number))


# --- records -----------------------------------------------------------------------------------------


def _records(db: sqlite3.Connection, number: int) -> Iterator[dict[str, Any]]:
    """The rows of an article's records, by column, and under each table's name its rows in the tables for asking."""
    cursor = db.execute(
        f'SELECT no, id, kind, start, "end", words, confidence, body, {_COLUMNS} FROM record WHERE article = ?'
        " ORDER BY no",
        (number,),
    )
    names = [column[0] for column in cursor.description]
    found = [dict(zip(names, row, strict=True)) for row in cursor]
    for table in TABLES if found else ():
        rows = db.execute(
            f"SELECT record.no, {table}.* FROM record JOIN {table} ON {table}.record = record.no"
            " WHERE record.article = ?",
            (number,),
        )
        held = defaultdict(list)
        for place, *row in rows:
            held[place].append(tuple(row))
        for record in found:
            record[table] = held[record["no"]]
    yield from found


def _record(
    db: sqlite3.Connection, row: dict[str, Any], article: Article, number: int, *, sound: bool
) -> Iterator[Fault]:
    """Faults of one record; where its article's text is not ``sound``, reading it again would mend nothing."""

    def fault(what: str) -> Fault:
        if not sound:
            return Fault(where=row["id"], what=what, mend=COPY)
        return curable(row["id"], what, Cure.READ, str(number))

    try:
        value = json.loads(row["body"])
        record: Record = from_json(value)
        anchor = record.anchor
    except (DataError, ValueError, AttributeError, TypeError) as error:
        yield fault(f"its body is no record ({error})")
        return
    for words in broken(value, article.text):
        yield fault(f"its article has other words than {words!r:.60}")
    told = (record.id, record.kind, anchor.start, anchor.end, anchor.text, record.confidence, record.article)
    if told != (*(row[name] for name in ("id", "kind", "start", "end", "words", "confidence")), article.id):
        yield fault("its columns do not fit its body")
    yield from _listed(db, row, record, article, number)


def _listed(
    db: sqlite3.Connection, row: dict[str, Any], record: Record, article: Article, number: int
) -> Iterator[Fault]:
    """Whether a record is listed by what it says, as people have corrected it."""
    try:
        shown = standing(db, record, article.text)
    except ValueError:  # a review that cannot be read; it is told of among the judgements
        return
    for one in shown.unfit:
        what = f"the correction {one.id} does not fit it any more ({one.why})"
        yield Fault(where=row["id"], what=what, mend=f"`pourparler undo {one.id}`, and correct it anew if need be")
    expected = listing_of(row["no"], shown.record, article, number)
    wrong = [name for name, told in zip(COLUMNS, expected.columns, strict=True) if row[name] != told]
    wrong += [t for t in TABLES if sorted(row[t], key=repr) != sorted(getattr(expected, t), key=repr)]
    if wrong:
        what = f"is not listed by what it says ({', '.join(wrong)})"
        yield curable(row["id"], what, Cure.RELIST, row["id"])
