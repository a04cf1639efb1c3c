"""Bytes of a known kind to the articles in them: texts, pages, feeds, JSON Lines, tables, web archives."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import IO

from pourparler.errors import NotAnArticle, PourparlerError, SourceError, TooLarge
from pourparler.records import Failure
from pourparler.sources.archives import pages_of_warc
from pourparler.sources.articles import article_from_text
from pourparler.sources.encodings import check_text, decode
from pourparler.sources.feeds import Feed, is_feed, read_feed
from pourparler.sources.intake import MAX_BYTES, Captured, Intake, failure_of
from pourparler.sources.jsonlines import article_from_line, lines_of
from pourparler.sources.markdown import article_from_markdown
from pourparler.sources.parquet import rows_of_parquet
from pourparler.sources.tables import Row, rows_of_csv
from pourparler.sources.webpages import article_from_html, is_html

TEXT, MARKDOWN, HTML = {".txt", ".text", ""}, {".md", ".markdown"}, {".html", ".htm", ".xhtml"}
LINES, JSON, FEED = {".jsonl", ".ndjson"}, {".json"}, {".rss", ".atom", ".xml"}
CSV, PARQUET, WARC = {".csv", ".tsv"}, {".parquet"}, {".warc"}
#: What a folder is searched for, each also packed (``.gz``).
SUFFIXES = TEXT | MARKDOWN | HTML | LINES | JSON | FEED | CSV | PARQUET | WARC

Items = Iterator[Captured | Failure]


def read_stream(
    stream: IO[bytes], kind: str, name: str, published: str | None, intake: Intake, at: Callable[[float], None]
) -> Items:
    """The articles of an open, unpacked file of a kind (its suffix), and a Failure for each part that holds none.

    ``at`` is told what share was read where the stream's own place does not tell it. Raises PourparlerError.
    """
    if kind in LINES:
        yield from read_lines(lines_of(stream), name, published)
    elif kind in CSV:
        yield from _read_rows(rows_of_csv(stream, intake.columns), name, published)
    elif kind in PARQUET:
        yield from _read_rows(rows_of_parquet(stream, intake.columns, at), name, published)
    elif kind in WARC:
        yield from _read_pages(stream, name, published)
    else:
        data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise TooLarge(f"is larger than {MAX_BYTES / 1e6:.0f} MB, the most an article can have; a corpus is .jsonl")
        yield from read_document(data, kind, name, published)


def read_document(data: bytes, kind: str, name: str, published: str | None) -> Items:
    """The article of a text or page, or the articles of a .json file or feed. Raises PourparlerError."""
    if not data.strip():
        raise NotAnArticle("is empty")
    if kind in JSON:
        yield from read_lines(_json_lines(data), name, published)
    elif is_feed(data):
        yield from _read_saved_feed(read_feed(data, name=name), name, published)
    elif kind in FEED:
        check_text(data)
        raise NotAnArticle("is XML, but neither RSS nor Atom")
    elif kind in HTML or is_html(data):
        check_text(data)
        yield Captured(article_from_html(data, key=name, source=name, published=published), data)
    else:
        read = article_from_markdown if kind in MARKDOWN else article_from_text
        yield Captured(read(decode(data), key=name, source=name, published=published), data)


def read_lines(lines: Iterable[bytes], name: str, published: str | None) -> Items:
    """The articles of JSON Lines."""
    empty = True
    for number, line in enumerate(lines, start=1):
        if line.strip():
            empty = False
            yield read_line(line, f"{name}:{number}", name, published)
    if empty:
        raise NotAnArticle("is empty")


def read_entries(feed: Feed, name: str, published: str | None) -> Items:
    """The articles of a feed whose entries bring their text; its faults as a failure of the feed."""
    for entry in feed.entries:
        if entry.line:
            yield read_line(entry.line, entry.key, name, published)
    if feed.fault:
        told = f"is malformed ({feed.fault}); {len(feed.entries)} entries were read, others may be missing"
        yield failure_of(name, SourceError(told))


def _read_saved_feed(feed: Feed, name: str, published: str | None) -> Items:
    yield from read_entries(feed, name, published)
    if summaries := sum(entry.line is None for entry in feed.entries):
        told = f"{summaries} of {len(feed.entries)} entries are summaries only; give the feed's address with --follow"
        yield failure_of(name, NotAnArticle(told))
    if not feed.entries:
        raise NotAnArticle("is a feed without entries")


def read_line(line: bytes, key: str, name: str, published: str | None) -> Captured | Failure:
    """The article on one line of JSON Lines; ``key`` names it where it names itself not, and in its failure."""
    try:
        if len(line) > MAX_BYTES:
            raise TooLarge(f"is larger than {MAX_BYTES / 1e6:.0f} MB, the most an article can have")
        return Captured(article_from_line(line, key=key, source=name, published=published), line)
    except PourparlerError as error:
        return failure_of(key, error)


def _read_rows(rows: Iterable[Row], name: str, published: str | None) -> Items:
    empty = True
    for row in rows:
        empty = False
        if row.fault:
            yield failure_of(f"{name}:{row.place}", SourceError(row.fault))
        if row.line:
            yield read_line(row.line, f"{name}:{row.place}", name, published)
    if empty:
        raise NotAnArticle("is a table without rows")


def _read_pages(stream: IO[bytes], name: str, published: str | None) -> Items:
    empty = True
    for page in pages_of_warc(stream):
        empty = False
        try:
            if page.fault:
                raise SourceError(page.fault)
            article = article_from_html(page.html, key=page.url, source=name, published=published, address=page.url)
            yield Captured(article, page.html)
        except PourparlerError as error:
            yield failure_of(f"{name}#{page.url}", error)
    if empty:
        raise NotAnArticle("holds no HTML page that answered well; expected response records of type text/html")


def _json_lines(data: bytes) -> Iterable[bytes]:
    """The lines of a .json file: one object a line, one object over many lines, or a list of objects."""
    try:
        whole = json.loads(data)
    except ValueError:
        return data.splitlines()
    return (json.dumps(item).encode() for item in (whole if isinstance(whole, list) else [whole]))
