"""Searching the articles' words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.store.narrowing import quoted

#: Words around what was found.
_AROUND = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article that holds the words, and where; what was looked for stands between « and »."""

    article: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    words: str


def search(db: sqlite3.Connection, words: str, *, limit: int) -> Iterator[Found]:
    """The newest articles that hold all the words, phrases in quotation marks, in any order.

    Articles are numbered by their day of publication, so the index of words is read from its end.
    """
    lines = (
        "SELECT article.id, published_from, outlet, article.title, url,"
        " snippet(article_words, -1, '«', '»', '…', ?)"
        " FROM article_words JOIN article ON article.no = article_words.rowid"
        " WHERE article_words MATCH ? AND current ORDER BY article_words.rowid DESC LIMIT ?"
    )
    for article, published, outlet, title, url, around in db.execute(lines, (_AROUND, quoted(words), limit)):
        yield Found(article=article, published=published, outlet=outlet, title=title, url=url, words=around)
