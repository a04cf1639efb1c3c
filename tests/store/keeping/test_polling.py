"""The store remembers the feeds that are watched."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pourparler.sources.schedule import SETTLED, FeedState
from pourparler.store import open_store

STATE = FeedState(
    url="https://fjord.example/feed",
    etag='W/"1"',
    modified="Mon, 04 Mar 2024 09:30:00 GMT",
    asked=datetime(2024, 3, 5, 9, 30, tzinfo=UTC),
    not_before=datetime(2024, 3, 6, tzinfo=UTC),
    failures=3,
    entries={"a": SETTLED, "b": 2},
)


def test_what_is_remembered_of_a_feed_survives_a_restart(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db", create=True) as store:
        assert store.feed_state(STATE.url) == FeedState(url=STATE.url)
        store.remember_feed(STATE)
        store.remember_feed(replace(STATE, url="https://other.example/feed", entries={}))
    with open_store(tmp_path / "s.db") as store:
        assert store.feed_state(STATE.url) == STATE


def test_entries_that_left_the_feed_are_forgotten(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db", create=True) as store:
        store.remember_feed(STATE)
        store.remember_feed(new := replace(STATE, not_before=None, failures=0, etag=None, entries={"c": 0}))
        assert store.feed_state(STATE.url) == new
