"""Addresses to articles: a page, or a feed whose entries bring their text or link to it."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.errors import NotAnArticle, NotFetched, PourparlerError
from pourparler.records import Failure
from pourparler.sources.addresses import plain_address
from pourparler.sources.articles import article_from_text
from pourparler.sources.documents import read_entries
from pourparler.sources.encodings import check_text, decode
from pourparler.sources.feeds import Entry, is_feed, read_feed
from pourparler.sources.fetching import Fetched, Fetcher
from pourparler.sources.intake import Captured, failure_of
from pourparler.sources.webpages import article_from_html, is_html

_HTML_TYPES = ("text/html", "application/xhtml+xml")


def read_address(url: str, fetcher: Fetcher, published: str | None, *, follow: bool) -> Iterator[Captured | Failure]:
    """The article at an address, or those of the feed there. Raises PourparlerError."""
    answer = fetcher.get(url)
    data = answer.data or b""
    if not is_feed(data):
        yield _read_page(answer, url, published)
        return
    feed = read_feed(data, name=url, url=answer.url)
    yield from read_entries(feed, url, published)
    summaries = [entry for entry in feed.entries if entry.line is None]
    if follow:
        yield from (_followed(entry, fetcher, url) for entry in summaries)
    elif summaries:
        yield failure_of(url, summaries_left(len(summaries), len(feed.entries)))
    if not feed.entries:
        raise NotAnArticle("is a feed without entries")


def follow_entry(entry: Entry, fetcher: Fetcher, feed: str) -> Captured:
    """The page that an entry links to, dated by the entry. Raises PourparlerError where there is no article."""
    if entry.link is None:
        raise NotAnArticle(f"an entry of {feed} is only a summary and links to no page")
    return _read_page(fetcher.get(entry.link), entry.link, entry.published)


def summaries_left(count: int, entries: int) -> NotAnArticle:
    """What to tell of entries that are summaries, where their pages are not to be fetched."""
    return NotAnArticle(f"{count} of {entries} entries are summaries only; --follow fetches their pages")


def _followed(entry: Entry, fetcher: Fetcher, feed: str) -> Captured | Failure:
    try:
        return follow_entry(entry, fetcher, feed)
    except PourparlerError as error:
        return failure_of(entry.key, error)


def _read_page(answer: Fetched, url: str, published: str | None) -> Captured:
    """The article of a page or of a plain text."""
    data = answer.data
    if data is None:
        raise NotFetched("answered that nothing has changed, though nothing was known of it; try again later")
    if not data.strip():
        raise NotAnArticle("is empty")
    check_text(data)
    address = plain_address(answer.url)
    if is_html(data) or answer.content_type in _HTML_TYPES:
        return Captured(article_from_html(data, key=url, source=url, published=published, address=address), data)
    if data.lstrip()[:1] in (b"<", b"{", b"["):
        raise NotAnArticle(f"answered with {answer.content_type or 'data'}; expected a page, a text, RSS or Atom")
    return Captured(article_from_text(decode(data), key=url, source=url, published=published, url=address), data)
