"""One line of JSON Lines to an article: ``text``, ``html`` or ``content``, and what is known of it beside.

``html`` is a whole page, ``content`` the HTML of the article alone, as feeds have it; known may be ``id, title,
published, outlet, url``, of a content also ``byline``. Rows of tables and entries of feeds become such lines.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from pourparler.errors import SourceError
from pourparler.records import Article
from pourparler.sources.articles import article_from_text
from pourparler.sources.fragments import article_from_fragment
from pourparler.sources.webpages import article_from_html

_LONGEST_LINE = 64_000_000
_FIELDS = ("title", "outlet", "url", "published")


def lines_of(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines of a stream, one in memory at a time and none beyond reason."""
    while line := stream.readline(_LONGEST_LINE):
        yield line


def article_from_line(line: bytes, *, key: str, source: str, published: str | None = None) -> Article:
    """The article on one line; ``key`` stands in for a missing ``id``, ``published`` for a missing date.

    Raises SourceError where the line is no JSON object or holds neither text nor html nor content.
    """
    fields = _parse(line)
    known: dict[str, Any] = {name: _text(fields, name) for name in _FIELDS}
    known["published"] = known["published"] or published
    known |= {"key": str(fields.get("id") or key), "source": source}
    if text := _text(fields, "text"):
        return article_from_text(text, **known)
    if html := _text(fields, "html"):
        return article_from_html(html, **known)
    if content := _text(fields, "content"):
        return article_from_fragment(content, **known, byline=_text(fields, "byline"))
    held = [f'"{name}"' for name in ("text", "html", "content") if name in fields]
    if held:
        raise SourceError(f"{' and '.join(held)} {'are' if held[1:] else 'is'} empty; expected the words of an article")
    raise SourceError('holds neither "text" nor "html" nor "content"; each line is one article')


def _parse(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        why = f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else str(error)
        raise SourceError(f"is no JSON: {why}; each line is one JSON object") from error
    if not isinstance(fields, dict):
        raise SourceError(f"is a JSON {type(fields).__name__}, not an object; each line is one article")
    return fields


def _text(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise SourceError(f'"{name}" is {value!r:.40}; expected a string')
    return value or None
