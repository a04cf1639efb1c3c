"""Feeds asked again and again: what is new in an answer, and what is remembered of it.

A feed is asked for what has changed since its last answer (ETag, Last-Modified).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from pourparler.errors import NotFetched, PourparlerError, SourceError
from pourparler.records import Failure
from pourparler.sources.documents import read_line
from pourparler.sources.feeds import Entry, Feed, is_feed, read_feed
from pourparler.sources.fetching import Fetched, Fetcher
from pourparler.sources.intake import Captured, failure_of
from pourparler.sources.online import follow_entry, summaries_left
from pourparler.sources.schedule import SETTLED, FeedState

#: So often a page that could not be fetched is asked for before its entry is given up.
TRIES = 5
#: Answers to a request for a page that may be others tomorrow, beside all from 500 on.
_PASSING = (None, 408, 425, 429)


def ask_feed(state: FeedState, fetcher: Fetcher, *, follow: bool) -> Poll:
    """Fetches a feed where it has changed since its last answer, or where pages of that one are still to be fetched.

    Raises NotFetched, TooLarge and SourceError: it does not answer, or with something that is no feed.
    """
    wanting = follow and any(tries != SETTLED for tries in state.entries.values())
    known = {} if wanting else {"etag": state.etag, "modified": state.modified}
    answer = fetcher.get(state.url, **known)
    if answer.data is None:
        return Poll(state, answer, Feed(entries=()), fetcher, follow=follow)
    if not is_feed(answer.data):
        raise SourceError(f"answered with {answer.content_type or 'something'} that is neither RSS nor Atom")
    return Poll(state, answer, read_feed(answer.data, name=state.url, url=answer.url), fetcher, follow=follow)


class Poll:
    """One answer of a feed: what is new in it, and what to remember of it."""

    def __init__(self, state: FeedState, answer: Fetched, feed: Feed, fetcher: Fetcher, *, follow: bool) -> None:
        self._state = state
        self._answer = answer
        self._feed = feed
        self._fetcher = fetcher
        self._follow = follow
        self._given: list[tuple[str, int] | None] = []  # of each item its entry's mark and tries; None: the feed's own
        self._ended = False

    def items(self) -> Iterator[Captured | Failure]:
        """The articles of entries that are new or were changed, and failures."""
        known, left = self._state.entries, 0
        for entry in self._feed.entries:
            tries = known.get(entry.mark, 0)
            if tries != SETTLED and (entry.line or self._follow):
                yield self._item(entry, tries)
            left += entry.line is None and not self._follow and entry.mark not in known
        if left:
            yield self._own(summaries_left(left, len(self._feed.entries)))
        if self._feed.fault:
            yield self._own(SourceError(f"is malformed ({self._feed.fault}); entries may be missing"))
        self._ended = True

    def state(self, dealt: int, now: datetime) -> FeedState:
        """What to remember once so many of the items are in the store; of an interrupted run, that all is to be asked
        again."""
        if self._answer.data is None:
            return replace(self._state, asked=now, not_before=None, failures=0)
        entries = {entry.mark: self._state.entries.get(entry.mark, 0) for entry in self._feed.entries}
        entries |= dict(given for given in self._given[:dealt] if given)
        whole = self._ended and dealt >= len(self._given)
        return FeedState(
            url=self._state.url,
            etag=self._answer.etag if whole else None,
            modified=self._answer.modified if whole else None,
            asked=now,
            entries=entries,
        )

    def _item(self, entry: Entry, tries: int) -> Captured | Failure:
        self._given.append((entry.mark, SETTLED))
        if entry.line:
            return read_line(entry.line, entry.key, self._state.url, None)
        try:
            return follow_entry(entry, self._fetcher, self._state.url)
        except PourparlerError as error:
            if isinstance(error, NotFetched) and _may_pass(error):
                tries += error.wait is None  # a host that wants to be left alone was asked once at most
                self._given[-1] = (entry.mark, tries if tries < TRIES else SETTLED)
            return failure_of(entry.key, error)

    def _own(self, error: PourparlerError) -> Failure:
        self._given.append(None)
        return failure_of(self._state.url, error)


def _may_pass(error: NotFetched) -> bool:
    return error.status in _PASSING or (error.status or 0) >= 500
