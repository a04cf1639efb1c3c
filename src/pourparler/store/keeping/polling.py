"""What is remembered of the feeds that are watched."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from pourparler.sources.schedule import FeedState


def feed_state(db: sqlite3.Connection, url: str) -> FeedState:
    """What is known of a feed; of one that was never asked, nothing."""
    row = db.execute("SELECT etag, modified, asked, not_before, failures FROM feed WHERE url = ?", (url,)).fetchone()
    if row is None:
        return FeedState(url=url)
    etag, modified, asked, not_before, failures = row
    return FeedState(
        url=url,
        etag=etag,
        modified=modified,
        asked=datetime.fromisoformat(asked),
        not_before=datetime.fromisoformat(not_before) if not_before else None,
        failures=failures,
        entries=dict(db.execute("SELECT mark, tries FROM feed_entry WHERE feed = ?", (url,))),
    )


def remember_feed(db: sqlite3.Connection, state: FeedState) -> None:
    """Puts what is to be remembered in the place of what was, in the caller's transaction."""
    db.execute("DELETE FROM feed_entry WHERE feed = ?", (state.url,))
    db.execute(
        "INSERT INTO feed VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET etag = excluded.etag,"
        " modified = excluded.modified, asked = excluded.asked, not_before = excluded.not_before,"
        " failures = excluded.failures",
        (state.url, state.etag, state.modified, _iso(state.asked), _iso(state.not_before), state.failures),
    )
    db.executemany("INSERT INTO feed_entry VALUES (?, ?, ?)", [(state.url, *entry) for entry in state.entries.items()])


def _iso(when: datetime | None) -> str | None:
    return when.isoformat() if when else None
