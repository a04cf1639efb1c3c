"""Addresses: every page, and what in it, by what it shows. Pages and the API link by these alone."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode, urlsplit

from pourparler.desk.filters import PAGE, Asked
from pourparler.desk.marking import STRETCH
from pourparler.records import Entry


def to_pair(one: str, other: str) -> str:
    """The page of two sides.

    >>> to_pair("USA", "CHN")
    '/pairs/USA/CHN'
    """
    return f"/pairs/{quote(one, safe='')}/{quote(other, safe='')}"


def to_ledger(asked: Asked) -> str:
    """A list, narrowed."""
    return f"/ledger?{asked.query()}"


def to_download(asked: Asked, form: str) -> str:
    """Everything that a list lets through, as a file.

    >>> to_download(Asked(between=["USA", "CHN"], after="2024-03-04.12"), "csv")
    '/ledger.csv?between=USA&between=CHN'
    """
    return f"/ledger.{form}?{asked.but(limit=PAGE).query()}"


def to_rows(ids: Iterable[str]) -> str:
    """These records and no others, with their words: what a figure rests on.

    >>> to_rows(["co-0123456789ab", "co-ba9876543210"])
    '/rows?id=co-0123456789ab&id=co-ba9876543210'
    """
    return f"/rows?{urlencode([('id', one) for one in ids])}"


def to_tellings(deed: str, skip: int = 0) -> str:
    """Every record that tells a deed, whoever printed it."""
    return f"/rows?{urlencode({'deed': deed} | ({'skip': skip} if skip else {}))}"


def to_disputes(asked: Asked) -> str:
    """Disputes, narrowed by sides and days."""
    return f"/disputes?{asked.but(kind='contact', after=asked.after).query()}"


def to_record(record: str) -> str:
    """One record: what it says, its words, what people said of it, and the buttons to say more."""
    return f"/records/{quote(record, safe='')}"


def to_words(entry: Entry) -> str:
    """The sentence in its article from which a record was read; of a long text, on the page that holds it."""
    start = entry.record.anchor.start
    place = f"?at={start}" if start >= STRETCH // 2 else ""
    return f"/articles/{quote(entry.article, safe='')}{place}#{entry.record.id}"


def to_article(article: str) -> str:
    """An article."""
    return f"/articles/{quote(article, safe='')}"


def to_thread(record: str, skip: int = 0) -> str:
    """The steps of the contact that a record is of."""
    return f"/threads/{quote(record, safe='')}{f'?skip={skip}' if skip else ''}"


def to_person(name: str) -> str:
    """A person."""
    return f"/people/{quote(name, safe='')}"


def to_outlet(name: str) -> str:
    """An outlet."""
    return f"/outlets/{quote(name, safe='')}"


def to_search(words: str, behind: int | None = None) -> str:
    """Articles that hold the words; of those found, those behind an article by its number."""
    return f"/search?{urlencode({'words': words} | ({} if behind is None else {'behind': behind}))}"


def to_feed(watch: str) -> str:
    """What is new of a saved watch, by its name as addresses have it."""
    return f"/feeds/{quote(watch, safe='')}.atom"


def to_list_feed(asked: Asked) -> str:
    """What is new of a list, whatever page of it one is on.

    >>> to_list_feed(Asked(between=["USA", "CHN"], limit=10, once=True, after="2024-03-04.7"))
    '/ledger.atom?between=USA&between=CHN'
    """
    return f"/ledger.atom?{Asked.of(asked.wanted).query()}"


def to_watching(asked: Asked) -> str:
    """The form that saves a list as a watch."""
    return f"/watches?{Asked.of(asked.wanted).query()}"


def to_original(url: str | None) -> str | None:
    """Where the article was printed, if that is an address of the web; nothing else is ever linked.

    >>> to_original("https://example.org/a"), to_original("javascript:alert(1)"), to_original("https://[")
    ('https://example.org/a', None, None)
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    plain = url is not None and url.isprintable() and not set(url) & {" ", "\\"} and "@" not in parts.netloc
    return url if plain and parts.scheme in ("http", "https") and parts.hostname else None
