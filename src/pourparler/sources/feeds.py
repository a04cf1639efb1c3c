"""RSS and Atom to entries, and which of them are articles by themselves.

An entry is an article where it brings its text: a content (``content:encoded``, Atom's ``content``) of at least
`FULL_CONTENT` words or a description of at least `FULL_SUMMARY`, neither of which breaks off. Any other is a summary;
its article is the page it links to.
"""

from __future__ import annotations

import io
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pourparler.errors import NotAnArticle, SourceError, UsageError
from pourparler.records.ids import digest
from pourparler.sources.addresses import plain_address
from pourparler.sources.dates import check_published
from pourparler.sources.fragments import words_of

FULL_CONTENT, FULL_SUMMARY = 50, 100
_FEED = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|(?:\w+:)?feed|rdf:RDF)[\s>]",
    re.DOTALL | re.IGNORECASE,
)
_BREAKS_OFF = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|\+\d+ chars)\]|\b(?:read|see|show) (?:more|on|the full (?:story|article))"
    r"|continue reading(?: .{0,80})?|full story)\W*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+[|»>–—:-]+\s+|:\s+")
_SECTION = re.compile(
    r"(?:(?:the|all|top|latest|breaking|world|international|global|national|home|politics|news|stories|headlines|rss"
    r"|feed|articles|posts|front|page|asia|africa|europe|americas|middle|east|pacific|us|uk|defen[cs]e|security|and|&)"
    r"\b[\s,]*)+|.*\bfrom\b.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed. ``line`` is its article as a line of JSON Lines, None where it is only a summary."""

    mark: str  # of the entry as it stands in the feed: one that was changed has another
    key: str
    link: str | None
    published: str | None
    line: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed that was read. ``fault`` tells what is malformed in it, None where nothing is."""

    entries: tuple[Entry, ...]
    fault: str | None = None


def is_feed(data: bytes) -> bool:
    """Whether the bytes begin like RSS or Atom."""
    head = data[:4000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    return _FEED.match(head) is not None


def read_feed(data: bytes, *, name: str, url: str | None = None) -> Feed:
    """The entries of a feed; ``name`` is its file or address, ``url`` where its relative links start from.

    Raises SourceError where it is so malformed that no entry is left.
    """
    import feedparser  # a tenth of a second, needed for feeds only

    headers = {"content-location": url} if url else {}
    parsed = feedparser.parse(io.BytesIO(data), response_headers=headers)
    fault = _fault(parsed)
    if fault and not parsed.entries:
        raise SourceError(f"is no feed that can be read ({fault}); expected RSS or Atom")
    outlet = _outlet(parsed.feed)
    entries = [_entry(item, f"{name}#{number}", outlet) for number, item in enumerate(parsed.entries, start=1)]
    return Feed(entries=tuple({entry.mark: entry for entry in entries}.values()), fault=fault)


def _fault(parsed: Any) -> str | None:
    """What the parser stumbled over; an encoding that is merely told wrongly is no fault."""
    error = parsed.get("bozo_exception") if parsed.get("bozo") else None
    if error is None or type(error).__name__ in ("CharacterEncodingOverride", "NonXMLContentType"):
        return None
    line = getattr(error, "getLineNumber", lambda: None)()
    told = getattr(error, "getMessage", lambda: str(error))()
    return f"{told} in line {line}" if line else told


def _entry(item: Any, name: str, outlet: str | None) -> Entry:
    link = item.get("link") if str(item.get("link", "")).startswith(("http://", "https://")) else None
    published = _published(item)
    key = link or (str(item["id"]) if item.get("id") else name)
    mark = digest(key, str(item.get("id", "")), published or "", str(item.get("title", "")), *map(str, _texts(item)))
    known = {
        "id": key,
        "title": item.get("title"),
        "url": plain_address(link) if link else None,
        "published": published,
        "outlet": _outlet(item.get("source", {})) or outlet,
        "byline": item.get("author"),
    }
    full = next(_full_texts(item), None)
    line = json.dumps({name: told for name, told in (known | (full or {})).items() if told}, ensure_ascii=False)
    return Entry(
        mark=mark, key=key, link=link, published=published, line=line.encode("utf-8", "surrogatepass") if full else None
    )


def _texts(item: Any) -> list[tuple[bool, str, str]]:
    """Contents first, then the description: whether it is a content, its type and what it holds."""
    contents = [(True, content.get("type") or "", content.get("value") or "") for content in item.get("content", ())]
    detail = item.get("summary_detail") or {}
    return [*contents, (False, detail.get("type") or "", detail.get("value") or "")]


def _full_texts(item: Any) -> Iterator[dict[str, str]]:
    for is_content, kind, value in _texts(item):
        plain = kind == "text/plain"
        try:
            words = value if plain else words_of(value)[0]
        except NotAnArticle:
            continue
        enough = FULL_CONTENT if is_content else FULL_SUMMARY
        if len(words.split()) >= enough and not _BREAKS_OFF.search(words):
            yield {"text" if plain else "content": value}


def _published(item: Any) -> str | None:
    """When the entry was published, else changed: as the feed words it where that is a date, else as it was parsed."""
    for name in ("published", "updated"):
        told = item.get(name)
        try:
            if told and check_published(told):
                return str(told)
        except UsageError:
            pass
        if parsed := item.get(f"{name}_parsed"):
            return time.strftime("%Y-%m-%dT%H:%MZ", parsed)
    return None


def _outlet(told: Any) -> str | None:
    """The outlet in the title of a feed, which names sections, too.

    >>> [_outlet({"title": t}) for t in ("World news | The Example Post", "EXP > World News", "Example Radio")]
    ['The Example Post', 'EXP', 'Example Radio']
    """
    parts = [part for part in _BETWEEN.split(str(told.get("title") or "").strip()) if part]
    return next((part for part in parts if not _SECTION.fullmatch(part)), None) or (parts[0] if parts else None)
