"""``pourparler watch``: feeds into the store, again and again."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.cli.failures import Failures
from pourparler.cli.keeping import link_up, told_of
from pourparler.cli.options import AllowPrivate, Follow, Jobs, Knowledge, StorePath
from pourparler.cli.run import INTERRUPTED, OK, SOME_FAILED
from pourparler.cli.terminal import complain
from pourparler.errors import PourparlerError, SourceError, UsageError

if TYPE_CHECKING:
    from pourparler.pipeline import Added
    from pourparler.records import Failure
    from pourparler.sources import Captured
    from pourparler.sources.fetching import Fetcher
    from pourparler.sources.schedule import FeedState
    from pourparler.store import Store

WATCH_EXAMPLE = "pourparler watch https://example.org/feed.xml --every 60 --follow --store ledger.db"

Feeds = Annotated[
    list[str], typer.Argument(metavar="FEED", help="The http(s) address of an RSS or Atom feed.", show_default=False)
]
Every = Annotated[int, typer.Option("--every", metavar="MINUTES", min=1, help="Ask each feed so often, about.")]
Once = Annotated[bool, typer.Option("--once", help="Ask each feed once and end, as for cron.")]


def watch(
    feeds: Feeds,
    store: StorePath = None,
    every: Every = 30,
    once: Once = False,
    follow: Follow = False,
    allow_private: AllowPrivate = False,
    jobs: Jobs = 1,
    knowledge: Knowledge = None,
) -> None:
    """Ask feeds for what is new, again and again, and put it into the store, until Ctrl-C.

    A feed is asked only for what has changed (ETag, Last-Modified); one that fails is left alone twice as long each
    time, up to a day, and as long as it asks for; no host is asked twice within a second. The store remembers all of
    this, so that the call may be ended and made again. What is an article of a feed is told under add.
    """
    check_feeds(feeds)
    from pourparler.pipeline import add_many, open_reader
    from pourparler.sources.fetching import Fetcher
    from pourparler.store import open_store

    with open_store(store, create=True) as opened:
        reader = open_reader(user_knowledge=knowledge)
        into_store = partial(add_many, store=opened, jobs=jobs, reader=reader, knowledge=knowledge)
        fetcher = Fetcher(allow_private=allow_private)
        watcher = Watcher(opened, fetcher, into_store, timedelta(minutes=every), follow=follow)
        try:
            fine = watcher.ask_once(feeds) if once else watcher.ask_forever(feeds)
        except KeyboardInterrupt:
            complain(f"{opened.path}: stopped; what was added is kept, and the feeds go on from there")
            raise typer.Exit(INTERRUPTED) from None
    raise typer.Exit(OK if fine else SOME_FAILED)


def check_feeds(feeds: Sequence[str]) -> None:
    """Raises UsageError where one is no address."""
    from pourparler.sources.addresses import is_address

    for feed in feeds:
        if not is_address(feed):
            raise UsageError(f"{feed} is no address; watch asks feeds on the network, add reads saved ones")


class Watcher:
    """Asks feeds, one at a time, and puts what is new into the store."""

    def __init__(
        self,
        store: Store,
        fetcher: Fetcher,
        add: Callable[[Iterable[Captured | Failure]], Iterable[Added]],
        every: timedelta,
        *,
        follow: bool,
    ) -> None:
        self._store = store
        self._fetcher = fetcher
        self._add = add
        self._every = every
        self._follow = follow

    def ask_once(self, feeds: Sequence[str]) -> bool:
        """Asks every feed that does not want to be left alone; whether all went well."""
        from pourparler.sources.schedule import utc_now

        fine = True
        for feed in dict.fromkeys(feeds):
            fine &= self._ask_unless_held(self._store.feed_state(feed), utc_now())
        return fine

    def ask_forever(self, feeds: Sequence[str]) -> bool:
        """Asks each feed whenever it is due, until it is interrupted."""
        from pourparler.sources.schedule import jittered, utc_now

        due = {feed: self._store.feed_state(feed).due(self._every, utc_now()) for feed in feeds}
        while True:
            feed = min(due, key=lambda name: due[name])
            time.sleep(max(0.0, (due[feed] - utc_now()).total_seconds()))
            self.ask(self._store.feed_state(feed))
            due[feed] = self._store.feed_state(feed).due(jittered(self._every), utc_now())

    def _ask_unless_held(self, state: FeedState, now: datetime) -> bool:
        if state.not_before and now < state.not_before and state.asked and state.asked <= now:
            complain(f"{state.url}: not asked; it failed or wants to be left alone until {state.not_before:%F %R} UTC")
            return False
        return self.ask(state)

    def ask(self, state: FeedState) -> bool:
        """Asks one feed and puts what is new into the store; whether all went well."""
        from pourparler.sources.polling import ask_feed
        from pourparler.sources.schedule import utc_now

        try:
            poll = ask_feed(state, self._fetcher, follow=self._follow)
        except SourceError as error:
            self._note(state, error, utc_now())
            return False
        counts: Counter[str] = Counter()
        failures = Failures()
        try:
            for added in self._add(poll.items()):
                counts[added.outcome] += 1
                failures.note(added.failure)
            link_up(self._store)
        finally:
            self._store.remember_feed(poll.state(counts.total(), utc_now()))
        complain(f"{state.url}: {told_of(counts) or 'nothing new'}")
        failures.tell(self._store.path)
        return not failures

    def _note(self, state: FeedState, error: PourparlerError, now: datetime) -> None:
        """The feed failed: told, kept, and left alone for a while."""
        from pourparler.sources.intake import failure_of

        held = state.failed(error, now, self._every)
        list(self._add([failure_of(state.url, error)]))
        self._store.remember_feed(held)
        complain(f"{state.url}: {error}; asked again after {held.not_before:%F %R} UTC")
