"""Searching the articles' words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.store.asking.narrowing import quoted

#: Words around what was found.
_AROUND = 24
#: Greater than every article's number.
_LAST = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article that holds the words, and where; what was looked for stands between marks: « and »."""

    number: int
    article: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    words: str


def search(
    db: sqlite3.Connection, words: str, *, limit: int, behind: int | None = None, marks: tuple[str, str] = ("«", "»")
) -> Iterator[Found]:
    """The newest articles that hold all the words, phrases in quotation marks, in any order; those ``behind`` a number.

    Articles are numbered by their day of publication, so the index of words is read from its end.
    """
    if not (asked := quoted(words)):
        return
    lines = (
        "SELECT article.no, article.id, published_from, outlet, article.title, url,"
        " snippet(article_words, -1, ?, ?, '…', ?)"
        " FROM article_words JOIN article ON article.no = article_words.rowid"
        " WHERE article_words MATCH ? AND article_words.rowid < ? AND current ORDER BY article_words.rowid DESC LIMIT ?"
    )
    values = (*marks, _AROUND, asked, _LAST if behind is None else behind, limit)
    for number, article, published, outlet, title, url, around in db.execute(lines, values):
        yield Found(
            number=number, article=article, published=published, outlet=outlet, title=title, url=url, words=around
        )
