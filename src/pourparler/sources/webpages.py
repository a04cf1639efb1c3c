"""HTML pages to articles: trafilatura finds the text, the page's own metadata tell title, outlet, author and time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from pourparler.errors import NotAnArticle
from pourparler.records import Article, Date, Precision
from pourparler.sources.articles import Origin, clean
from pourparler.sources.dates import check_published, find_moment
from pourparler.sources.shapes import ends_sentence

_HTML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_PRUNE = ["//figcaption", "//figure", "//aside", "//nav"]
_TIMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
)
_NAMES = ("og:site_name", "application-name", "dc.publisher", "publisher")
_ARTICLE_TYPES = ("NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting", "WebPage")


def is_html(data: bytes) -> bool:
    """Whether the bytes begin like an HTML page."""
    return _HTML.match(data[:2000]) is not None


def article_from_html(
    html: bytes | str,
    *,
    key: str,
    source: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
    address: str | None = None,
) -> Article:
    """The cleaned article of an HTML page; what is given is trusted over what the page declares.

    ``address`` is where it was fetched, which gives way to the address that the page declares for itself.
    Raises NotAnArticle where the page holds no running text, UnknownLanguage where it is surely not English.
    """
    from trafilatura import bare_extraction, load_html  # half a second, needed for HTML only

    tree = load_html(html)
    if tree is None:
        raise NotAnArticle("page without article text: it cannot be read as HTML")
    declared = dict(_declared(tree))
    captions = _captions(tree)
    found: Any = bare_extraction(
        tree, url=url or address, with_metadata=True, include_comments=False, include_tables=False, prune_xpath=_PRUNE
    )
    text = found.text or "" if found else ""
    if not any(ends_sentence(line) and len(line.split()) > 4 for line in text.split("\n")):
        raise NotAnArticle("page without article text: no running text was found in it")
    told = check_published(published) if published else _time(declared, found.date)
    return clean(
        text,
        Origin(
            key=key,
            source=source,
            title=title or declared.get("headline") or found.title,
            outlet=outlet or _outlet(declared, found),
            url=url or declared.get("url") or address or found.url,
            published=told,
            byline=declared.get("author") or found.author,
            captions=captions,
        ),
    )


def _captions(tree: Any) -> tuple[str, ...]:
    texts = (" ".join("".join(node.itertext()).split()) for node in tree.iterfind(".//figcaption"))
    return tuple(dict.fromkeys(text for text in texts if text))


def _declared(tree: Any) -> Iterator[tuple[str, str]]:
    """Pairs of what the page says of itself: meta tags first, JSON-LD over them."""
    for node in tree.iterfind(".//meta"):
        name, content = node.get("property") or node.get("name") or node.get("itemprop"), node.get("content")
        if name and content and content.strip():
            yield name.lower(), content.strip()
    for node in tree.iterfind(".//link[@rel='canonical']"):
        if (address := node.get("href") or "").startswith("http"):
            yield "url", address
    for node in tree.iterfind(".//script[@type='application/ld+json']"):
        yield from _linked_data(node.text or "")


def _linked_data(source: str) -> Iterator[tuple[str, str]]:
    """Headline, time, publisher and authors of the article in a JSON-LD block; a broken block tells nothing."""
    try:
        data = json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return
    for item in _items(data):
        types = item.get("@type")
        if not any(t in _ARTICLE_TYPES for t in (types if isinstance(types, list) else [types])):
            continue
        if isinstance(headline := item.get("headline"), str):
            yield "headline", headline
        if isinstance(time := item.get("datePublished"), str):
            yield "json:time", time
        for field, name in (("publisher", "json:outlet"), ("author", "author")):
            if told := ", ".join(_names(item.get(field))):
                yield name, told


def _items(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _items(item)
    elif isinstance(data, dict):
        yield data
        yield from _items(data.get("@graph"))


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str) and name.strip() and not name.startswith("http"):
            yield name.strip()


def _outlet(declared: dict[str, str], found: Any) -> str | None:
    names = [declared.get(name) for name in ("json:outlet", *_NAMES)]
    return next((name for name in names if name), found.sitename)


def _time(declared: dict[str, str], guessed: str | None) -> Date | None:
    """The declared time of publication, the most precise first; else the day that the page's dates agree on."""
    times = [moment for name in ("json:time", *_TIMES) if (moment := find_moment(declared.get(name, "")))]
    exact = next((time for time in times if time.precision is Precision.MINUTE), None)
    return exact or next(iter(times), None) or find_moment(guessed or "")
