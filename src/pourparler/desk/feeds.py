"""Feeds of the desk: what is new of a watch or of a list, with its entries leading to the desk's pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pourparler.desk import links
from pourparler.desk.filters import Asked
from pourparler.exports.atom import MOST, Feed, feed_xml
from pourparler.exports.filters import filter_words
from pourparler.store import Filter, Store, Watch


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A feed, and when it last changed; None of one that was never saved and has no entries."""

    xml: str
    changed: datetime | None


def feed_of_watch(store: Store, watch: Watch, base: str) -> Told:
    """The feed of a saved watch; ``base`` is where the desk is found, as ``http://127.0.0.1:8765``."""
    base = base.rstrip("/")
    feed = Feed(
        key=f"watch:{watch.address}", title=watch.name, told=filter_words(watch.wanted), made=watch.at,
        own=f"{base}{links.to_feed(watch.address)}", page=f"{base}{links.to_ledger(Asked.of(watch.wanted))}",
    )  # fmt: skip
    return _made(store, watch.wanted, feed, base)


def feed_of_list(store: Store, asked: Asked, base: str) -> Told:
    """The feed of a list that nobody has saved."""
    told, narrowed = filter_words(asked.wanted), Asked.of(asked.wanted)
    feed = Feed(
        key=f"ledger:{narrowed.query() or 'all'}", title=f"Pourparler: {told}", told=told,
        own=f"{base}{links.to_list_feed(narrowed)}", page=f"{base}{links.to_ledger(narrowed)}",
    )  # fmt: skip
    return _made(store, asked.wanted, feed, base)


def _made(store: Store, wanted: Filter, feed: Feed, base: str) -> Told:
    news = store.news(wanted, limit=MOST)
    changed = max([*(one.changed for one in news), *([feed.made] if feed.made else [])], default=None)
    xml = feed_xml(feed, news, lambda record: f"{base}{links.to_record(record)}")
    return Told(xml=xml, changed=datetime.fromisoformat(changed) if changed else None)
