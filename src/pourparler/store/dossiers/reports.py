"""Reports: an article as it stands in the store, who read it when, and whom and what its records name."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from pourparler.records import Article
from pourparler.records.loading import from_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An article and its reading: the reader's fingerprint, and when it read, ISO.

    ``people``, ``organisations`` and ``places`` are the names in its records, in the order of the alphabet.
    """

    article: Article
    reader: str
    at: str
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


_ARTICLE = """
SELECT article.no, head, text, fingerprint, reading.at FROM article
JOIN reading ON reading.article = article.no AND reading.current JOIN reader ON reader.no = reading.reader
WHERE article.id = ? AND article.current
"""
_NAMES = """
SELECT DISTINCT json_tree.key, json_tree.value FROM record, json_tree(record.body)
WHERE record.article = ? AND json_tree.type = 'text'
  AND (json_tree.key IN ('person', 'organisation') OR json_tree.key = 'name' AND json_tree.path = '$.where')
ORDER BY json_tree.value
"""


def report(db: sqlite3.Connection, article: str) -> Report | None:
    """The current version of an article, by its id, as its current reader read it; None where there is none."""
    found = db.execute(_ARTICLE, (article,)).fetchone()
    if found is None:
        return None
    number, head, text, reader, at = found
    names = db.execute(_NAMES, (number,)).fetchall()
    people, organisations, places = (
        tuple(name for key, name in names if key == wanted) for wanted in ("person", "organisation", "name")
    )
    return Report(
        article=from_json(json.loads(head) | {"text": text or ""}),
        reader=reader,
        at=at,
        people=people,
        organisations=organisations,
        places=places,
    )
