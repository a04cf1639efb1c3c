"""The store: one SQLite file, one writer at a time, any number of readers."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from pourparler.errors import StoreError
from pourparler.records import Article
from pourparler.sources.schedule import FeedState
from pourparler.store.asking.narrowing import Filter
from pourparler.store.checking import Fault, check
from pourparler.store.checking.mending import Mender
from pourparler.store.counting.tallying import settle
from pourparler.store.filing.bands import Bands
from pourparler.store.filing.forgetting import forget
from pourparler.store.filing.reviewing import Reviewer
from pourparler.store.filing.writing import Writer
from pourparler.store.keeping.access import Role, Token, find_token, make_token, revoke_token, standing_token, tokens
from pourparler.store.keeping.polling import feed_state, remember_feed
from pourparler.store.keeping.watches import Watch, add_watch, find_watch, remove_watch, watches
from pourparler.store.lists import Lists
from pourparler.store.opening import AT_HAND, connect, default_path
from pourparler.store.trouble import told_trouble
from pourparler.store.views import Views

#: SQLite's steps between two looks at the clock.
_STEPS = 10_000


class Store(Lists, Views):
    """An open store. Use it as a context manager, or `close` it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self._bands = Bands()

    @property
    def read_only(self) -> bool:
        """Whether it was opened to be read alone, as the file or its folder cannot be written."""
        return bool(self.connection.execute("PRAGMA query_only").fetchone()[0])

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One transaction: all of it is kept, or nothing.

        Raises StoreError: another program writes and does not end, the disk is full, or the folder cannot be written.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise StoreError(told_trouble(self.path, error)) from error
        try:
            yield Writer(self.connection, self._bands)
            settle(self.connection)
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._undo()
            raise StoreError(told_trouble(self.path, error)) from error
        except BaseException:
            self._undo()
            raise

    @contextmanager
    def reviewing(self, by: str) -> Iterator[Reviewer]:
        """One transaction in which somebody reviews records and links. Raises UsageError: no name; and as `writing`."""
        with self.writing():
            yield Reviewer(self.connection, by)

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """What is asked here must be answered in this time. Raises StoreError where it is not."""
        ends = time.monotonic() + seconds
        self.connection.set_progress_handler(lambda: time.monotonic() > ends, _STEPS)
        try:
            yield
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorname", "") != "SQLITE_INTERRUPT":
                raise
            raise StoreError(f"{self.path} did not answer within {seconds:.0f} s; ask for less") from error
        finally:
            self.connection.set_progress_handler(None, 0)

    def _undo(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        self._bands.forget()

    def is_pending(self, article: Article, fingerprint: str) -> bool:
        """Whether this reader has yet to deal with this text version; never, where the article was to be forgotten."""
        done = self.connection.execute(
            "SELECT 1 FROM article WHERE id = ?1 AND (forgotten IS NOT NULL OR sha256 = ?2 AND EXISTS ("
            " SELECT 1 FROM reading JOIN reader ON reader.no = reading.reader"
            " WHERE reading.article = article.no AND reading.current AND fingerprint = ?3))",
            (article.id, article.sha256, fingerprint),
        )
        return done.fetchone() is None

    def feed_state(self, url: str) -> FeedState:
        """What is remembered of a feed that is watched."""
        return feed_state(self.connection, url)

    def remember_feed(self, state: FeedState) -> None:
        """Keeps the state of a feed. Raises StoreError."""
        with self.writing():
            remember_feed(self.connection, state)

    def make_token(self, name: str, role: Role) -> str:
        """A new token for somebody; what is returned is kept nowhere. Raises UsageError: no name, or it has one."""
        with self.writing():
            return make_token(self.connection, name, role)

    def tokens(self) -> list[Token]:
        """All tokens, revoked ones too, in the order in which they were made."""
        return list(tokens(self.connection))

    def find_token(self, told: str) -> Token | None:
        """The token that holds and is this one; None where there is none."""
        return find_token(self.connection, told)

    def standing_token(self, id: str) -> Token | None:
        """The token of this id while it holds; None once it is revoked."""
        return standing_token(self.connection, id)

    def revoke_token(self, name: str) -> Token:
        """Lets somebody's token, by name or id, hold no more, at once. Raises UsageError: there is none that holds."""
        with self.writing():
            return revoke_token(self.connection, name)

    def watches(self) -> list[Watch]:
        """All saved watches, in the order of their names."""
        return list(watches(self.connection))

    def watch(self, name: str) -> Watch:
        """The saved watch of this name. Raises UsageError: there is none."""
        return find_watch(self.connection, name)

    def add_watch(self, name: str, wanted: Filter, by: str) -> Watch:
        """Saves a watch. Raises UsageError, as `add_watch` does; StoreError."""
        with self.writing():
            return add_watch(self.connection, name, wanted, by)

    def remove_watch(self, name: str) -> Watch:
        """Takes a watch out and returns what it was. Raises UsageError: there is none; StoreError."""
        with self.writing():
            return remove_watch(self.connection, name)

    def check(self, tell: Callable[[str], None] = lambda words: None) -> Iterator[Fault]:
        """Every fault of the store; none where all is well. ``tell`` is told now and then what is being checked.

        Raises StoreError: another program writes and does not end.
        """
        try:
            yield from check(self.connection, tell)
        except sqlite3.Error as error:
            raise StoreError(told_trouble(self.path, error)) from error

    def mend(self, faults: Iterable[Fault]) -> int:
        """Does what cures those of the faults that have a cure, in one transaction; returns how many had."""
        with self.writing():
            return Mender(self.connection).mend(faults)

    def forget(self, *articles: str) -> list[int]:
        """Takes the text and records of articles out, by id or URL; returns how many versions each had.

        All of them, or none: UsageError is raised where one is not there. When this returns, the file keeps no trace of
        the words.
        """
        with self.writing() as writer:
            versions = [forget(self.connection, writer, article) for article in articles]
        self.connection.execute("VACUUM")
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return versions

    def close(self) -> None:
        """Gives the file back."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(
    path: Path | None = None, *, create: bool = False, any_thread: bool = False, at_hand: int = AT_HAND
) -> Store:
    """The store at ``path``, else at `default_path`. Parameters and errors are those of `connect`."""
    path = path or default_path()
    return Store(path, connect(path, create=create, any_thread=any_thread, at_hand=at_hand))
