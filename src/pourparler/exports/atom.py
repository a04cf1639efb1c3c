"""Deeds as an Atom feed (RFC 4287): one entry a deed, under a name that stays, with its words and outlets.

Names are tag URIs (RFC 4151) under ``pourparler.invalid``, which is nobody's and never will be: they name, and lead
nowhere. They hold the watch and the record that told the deed first, so a deed keeps its name wherever a feed is made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as Xml

from pourparler.exports.entries import review_label
from pourparler.exports.headlines import headline
from pourparler.exports.printable import one_line, printable
from pourparler.exports.rows import full_row
from pourparler.records import Entry
from pourparler.store import News

MEDIA_TYPE = "application/atom+xml"
#: Entries of a feed.
MOST = 50
_NAMESPACE = "http://www.w3.org/2005/Atom"
_TAG = "tag:pourparler.invalid,2026:"
#: When a feed without entries was last changed, where nothing tells: before there were any.
_NEVER = "1970-01-01T00:00:00+00:00"
#: What `printable` lets through and XML does not.
_UNFIT = re.compile("[\ufffe\uffff]")
#: Code points of a stretch of quoted words.
_LONGEST = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed is: ``key`` names it for good, ``own`` is where it lies, ``page`` shows the same to people.

    ``made`` is when it was made, ISO; None of one that nobody has saved. Addresses are absolute; ``own`` may be None of
    a feed in a file.
    """

    key: str
    title: str
    told: str
    page: str
    own: str | None = None
    made: str | None = None


def feed_xml(feed: Feed, news: Sequence[News], to_record: Callable[[str], str]) -> str:
    """The whole feed; ``to_record`` gives the absolute address of a record's page."""
    root = Xml.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "en"})
    _put(root, "id", _tag(feed.key))
    _put(root, "title", one_line(feed.title))
    _put(root, "subtitle", one_line(feed.told))
    _put(root, "updated", _time(max([*(one.changed for one in news), feed.made or _NEVER])))
    _put(_put(root, "author"), "name", "Pourparler")
    _put(root, "generator", "Pourparler")
    if feed.own:
        _put(root, "link", rel="self", type=MEDIA_TYPE, href=feed.own)
    _put(root, "link", rel="alternate", type="text/html", href=feed.page)
    for one in news:
        _put_entry(root, feed, one, to_record)
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def _put_entry(root: Xml.Element, feed: Feed, news: News, to_record: Callable[[str], str]) -> None:
    last = news.tellings[0]
    entry = _put(root, "entry")
    _put(entry, "id", _tag(f"{feed.key}:{news.name}"))
    _put(entry, "title", headline(last))
    _put(entry, "published", _time(news.added))
    _put(entry, "updated", _time(news.changed))
    _put(_put(entry, "author"), "name", one_line(last.outlet or last.title or "an article"))
    _put(entry, "link", rel="alternate", type="text/html", href=to_record(last.record.id))
    for url in dict.fromkeys(telling.url for telling in news.tellings if _is_of_web(telling.url)):
        _put(entry, "link", rel="via", href=_address(url or ""))
    _put(entry, "category", term=last.record.kind)
    _put(entry, "content", "\n\n".join(_told(news)), type="text")


def _told(news: News) -> Iterator[str]:
    """What the deed is, then each telling with its words, on whose word, and where it was printed."""
    last = news.tellings[0]
    row = full_row(last.record, last.told_by)
    facts = (row.what, row.factuality, " → ".join(filter(None, (row.who, row.whom))), row.how, row.when)
    yield ", ".join(filter(None, facts))
    yield from (f"{name}: {words}" for name, words in row.notes)
    yield from dict.fromkeys(map(_telling, news.tellings))
    yield f"{_counted(last.reports, 'report')}, {_counted(last.origins, 'origin')}"
    if last.reviewed:
        yield review_label(last.reviewed)


def _telling(entry: Entry) -> str:
    row = full_row(entry.record, entry.told_by)
    words = row.words if len(row.words) <= _LONGEST else f"{row.words[:_LONGEST]}…"
    printed = ", ".join(one_line(told) for told in (entry.outlet, entry.title, entry.published) if told)
    source = f" according to {row.source}," if row.source else ""
    return f"{words} —{source} in {printed or 'an article'}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _put(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, name, {key: _fit(value) for key, value in attributes.items()})
    if text:
        element.text = _fit(text)
    return element


def _fit(text: str) -> str:
    """The text without what XML has no place for, and what would turn the line."""
    return _UNFIT.sub("�", printable(text))


def _tag(name: str) -> str:
    return f"{_TAG}{quote(name, safe=':/-._~')}"


def _time(iso: str) -> str:
    """The time as RFC 3339 has it: with a zone, UTC where none is told."""
    told = datetime.fromisoformat(iso)
    return (told if told.tzinfo else told.astimezone()).isoformat(timespec="seconds").replace("+00:00", "Z")


def _is_of_web(url: str | None) -> bool:
    """Whether a program that reads feeds may be led there.

    >>> [_is_of_web(url) for url in ("https://a.example/x", "javascript:alert(1)", "https://", None)]
    [True, False, False, False]
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _address(url: str) -> str:
    """The address with whatever no address may hold spelled out."""
    return quote(printable(url), safe="%/:?#[]@!$&'()*+,;=-._~")
