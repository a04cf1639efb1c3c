"""The store: one SQLite file, one writer at a time, any number of readers."""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from pourparler.errors import StoreError
from pourparler.records import Article, Entries, Entry, Judgement, Reading
from pourparler.records.coverage import Chronicle, Coverage
from pourparler.sources.schedule import FeedState
from pourparler.store.access import Role, Token, find_token, make_token, revoke_token, standing_token, tokens
from pourparler.store.articles import Filed, Kin, Told, by_number, filed, kin, place_of, told_between
from pourparler.store.asking import PAGE, Cursor, ask
from pourparler.store.changes import Change, changes
from pourparler.store.checking import Fault, check
from pourparler.store.chronicling import chronicle, glance
from pourparler.store.counting import By, Tally, series
from pourparler.store.covering import cover, name_side, quotes, reach
from pourparler.store.disputing import Carrier, Disagreement, carriers, disagreements, disputes
from pourparler.store.following import after, thread
from pourparler.store.forgetting import forget
from pourparler.store.history import Kept, history
from pourparler.store.judging import judgements
from pourparler.store.linking import Linker
from pourparler.store.looking import look_up, sides, tellings_of
from pourparler.store.mending import Mender
from pourparler.store.narrowing import Filter
from pourparler.store.news import News, news
from pourparler.store.opening import AT_HAND, PATIENCE, connect, default_path
from pourparler.store.outlets import (
    LeftOut,
    Outlet,
    Pairing,
    Quote,
    Run,
    Standing,
    left_out,
    newest,
    outlet,
    outlets,
    pairings,
    quoting,
    run,
    standings,
)
from pourparler.store.people import (
    Appearances,
    Named,
    holders_learned,
    offices_held,
    people,
    person,
    titles_learned,
)
from pourparler.store.picking import disputes_about, linked, pick
from pourparler.store.polling import feed_state, remember_feed
from pourparler.store.ranking import Busy, Holdings, busiest_sides, holdings, newest_day, pairs_in_contact
from pourparler.store.reports import Report, report
from pourparler.store.reviewed import ReviewedArticle, readings, reviewed_articles
from pourparler.store.reviewing import Reviewer
from pourparler.store.searching import Found, search
from pourparler.store.single import find_record, knows, of_article
from pourparler.store.stepping import Thread, steps
from pourparler.store.tallying import settle
from pourparler.store.totals import MOST_COUNTED, Total, total
from pourparler.store.watches import Watch, add_watch, find_watch, remove_watch, watches
from pourparler.store.writing import Writer

#: SQLite's steps between two looks at the clock.
_STEPS = 10_000


class Store:
    """An open store. Use it as a context manager, or `close` it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One transaction: all of it is kept, or nothing.

        Raises StoreError: another program writes and does not end, the disk is full, or the folder cannot be written.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise StoreError(self._told(error)) from error
        try:
            yield Writer(self.connection)
            settle(self.connection)
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._undo()
            raise StoreError(self._told(error)) from error
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

    def _told(self, error: sqlite3.Error) -> str:
        kind = getattr(error, "sqlite_errorname", "")
        if kind.startswith("SQLITE_BUSY"):
            return f"{self.path} is being written by another program since {PATIENCE:.0f} s; wait for it or stop it"
        if kind.startswith("SQLITE_FULL"):
            return f"no room left for {self.path}; free some space and say the same again, nothing is lost"
        if kind.startswith("SQLITE_READONLY"):
            return f"{self.path} cannot be written; check the rights of the file and of its folder"
        return f"{self.path}: {error}; run `pourparler doctor`"

    def is_pending(self, article: Article, fingerprint: str) -> bool:
        """Whether this reader has yet to deal with this text version; never, where the article was to be forgotten."""
        done = self.connection.execute(
            "SELECT 1 FROM article WHERE id = ?1 AND (forgotten IS NOT NULL OR sha256 = ?2 AND EXISTS ("
            " SELECT 1 FROM reading JOIN reader ON reader.no = reading.reader"
            " WHERE reading.article = article.no AND reading.current AND fingerprint = ?3))",
            (article.id, article.sha256, fingerprint),
        )
        return done.fetchone() is None

    def ask(
        self, wanted: Filter, *, limit: int = PAGE, behind: Cursor | None = None, once: bool = False,
        oldest: bool = False,
    ) -> Entries:  # fmt: skip
        """One page of the records that the filter lets through, newest or ``oldest`` first, those ``behind`` a place.

        ``once`` gives of each deed only the newest record that the filter lets through.
        """
        return Entries(ask(self.connection, wanted, limit=limit, behind=behind, once=once, oldest=oldest))

    def every(self, wanted: Filter, *, behind: Cursor | None = None, once: bool = False) -> Iterator[Entry]:
        """All records that the filter lets through, as `ask` gives them, one by one and as they were when it began."""
        return ask(self.connection, wanted, limit=sys.maxsize, behind=behind, once=once)

    def news(self, wanted: Filter, *, limit: int = PAGE) -> list[News]:
        """The deeds of the records that the filter lets through by when they were added, the last changed first."""
        return news(self.connection, wanted, limit=limit)

    def record(self, record_id: str) -> Entry | None:
        """The record of this id, a rejected one too; None where there is none."""
        return find_record(self.connection, record_id)

    def knows(self, name: str) -> bool:
        """Whether anything has this id: a record, an article, a link or review that stands."""
        return knows(self.connection, name)

    def of_article(self, article: str, *, limit: int = 1000) -> Entries:
        """The records of the current version of an article, by its id, rejected ones too, at most so many."""
        return Entries(of_article(self.connection, article, limit=limit))

    def report(self, article: str) -> Report | None:
        """An article, by its id, and who read it when; None where there is none."""
        return report(self.connection, article)

    def total(self, wanted: Filter, *, most: int = MOST_COUNTED) -> Total | None:
        """How much the filter lets through; None where more than ``most`` records and nobody has kept the count."""
        return total(self.connection, wanted, most)

    def look_up(self, ids: Iterable[str]) -> Entries:
        """These records and no others, rejected ones too, in the order of the ids; what is not there is left out."""
        return Entries(look_up(self.connection, ids))

    def tellings(self, deed: str, *, limit: int = PAGE, skip: int = 0) -> Entries:
        """Every record of one kind that tells a deed, oldest first."""
        return Entries(tellings_of(self.connection, deed, limit=limit, skip=skip))

    def sides(self) -> list[str]:
        """The codes of all sides that the store has records of."""
        return list(sides(self.connection))

    def steps(self, record_id: str, *, limit: int = PAGE, skip: int = 0, told: int = 4) -> Thread:
        """The steps of the contact that a record is of, oldest first, at most so many tellings of each.

        Raises UsageError: there is no such record.
        """
        return steps(self.connection, record_id, limit=limit, skip=skip, told=told)

    def disputes(self, wanted: Filter, *, limit: int = PAGE, behind: Cursor | None = None) -> list[Disagreement]:
        """What is disputed, newest first, within one article and across several, those ``behind`` a place.

        Of the filter only sides and days count.
        """
        return list(disputes(self.connection, wanted, limit=limit, behind=behind))

    def disagreements(self, ids: Iterable[str]) -> list[Disagreement]:
        """What of these records is disputed, within their articles and across articles."""
        return list(disagreements(self.connection, ids))

    def carriers(self, deed: str) -> list[Carrier]:
        """The outlets that tell a deed, each with one record of it."""
        return list(carriers(self.connection, deed))

    # --- articles, people, outlets -------------------------------------------------------------------

    def filed(self, article: str, version: str | None = None) -> Filed | None:
        """An article by its id, as it was filed; ``version`` is how the sha256 of an older text begins."""
        return filed(self.connection, article, version)

    def told_between(self, number: int, start: int, end: int, *, limit: int = PAGE, skip: int = 0) -> Told:
        """The records of a stretch of a text version, by its number, in the order of the text."""
        return told_between(self.connection, number, start, end, limit=limit, skip=skip)

    def place_of(self, article: str, record: str) -> int | None:
        """Where in an article's text a record's trigger stands."""
        return place_of(self.connection, article, record)

    def kin(self, article: str, family: str) -> list[Kin]:
        """The articles of a family, the earliest first, each with its link to this one."""
        return kin(self.connection, article, family)

    def by_number(self, numbers: Iterable[int]) -> Entries:
        """Records by the numbers that the store itself has told."""
        return Entries(by_number(self.connection, numbers))

    def people(
        self, *, side: str = "", like: str = "", behind: tuple[int, str] | None = None, limit: int = PAGE
    ) -> list[Named]:
        """People by their number of records, of a side or all; ``behind`` the number and name that end a page."""
        return list(people(self.connection, side=side, like=like, behind=behind, limit=limit))

    def person(self, name: str) -> Appearances | None:
        """What the store has of one person, by name."""
        return person(self.connection, name)

    def offices_held(self, name: str) -> list[Judgement]:
        """What texts tell of the offices that a person holds, the last made first."""
        return offices_held(self.connection, name)

    def titles_learned(self, side: str) -> list[str]:
        """The offices of a side whose holders some text tells, in its words."""
        return titles_learned(self.connection, side)

    def holders_learned(self, side: str, title: str) -> list[Judgement]:
        """What texts tell of who holds an office of a side."""
        return holders_learned(self.connection, side, title)

    def outlets(self) -> list[Outlet]:
        """Every outlet with its records by kind, those with most first."""
        return outlets(self.connection)

    def outlet(self, name: str) -> Outlet | None:
        """One outlet, by name."""
        return outlet(self.connection, name)

    def run(self, outlet: str) -> Run | None:
        """How many articles of an outlet the store has, and of which days."""
        return run(self.connection, outlet)

    def pairings(self, outlet: str, limit: int = PAGE) -> list[Pairing]:
        """The pairs of sides of which an outlet tells most."""
        return pairings(self.connection, outlet, limit=limit)

    def quoting(self, outlet: str) -> list[Quote]:
        """Whom an outlet quotes in its newest articles."""
        return quoting(self.connection, newest(self.connection, outlet))

    def standings(self, outlet: str) -> list[Standing]:
        """Those of an outlet's newest articles that others tell too, with their families."""
        return list(standings(self.connection, newest(self.connection, outlet)))

    def left_out(self, of: Run, pairs: Sequence[Pairing], limit: int = 20) -> list[LeftOut]:
        """The newest deeds between these sides that two origins or more tell, and an outlet does not."""
        return left_out(self.connection, of, pairs, limit=limit)

    # --- threads, judgements, counts -----------------------------------------------------------------

    def pick(self, ids: Iterable[str]) -> Entries:
        """The records that have these ids, in the order of the ids, without those that are not there or rejected."""
        return Entries(pick(self.connection, ids))

    def linked(self, names: Iterable[str], relation: str) -> list[Judgement]:
        """The judgements of a relation that stand about any of these records, articles or names."""
        return list(linked(self.connection, names, relation))

    def disputes_about(self, ids: Iterable[str]) -> Entries:
        """The disputes that are about one of these records."""
        return Entries(disputes_about(self.connection, ids))

    def thread(self, record_id: str) -> Entries:
        """The steps of the contact that a record is of, oldest first, every telling of each.

        Raises UsageError: there is no such record.
        """
        return Entries(thread(self.connection, record_id))

    def judgements(self, about: str | None = None, relation: str | None = None) -> list[Judgement]:
        """The judgements that stand, about a record, article or judgement, of one relation, or all."""
        return list(judgements(self.connection, about=about, relation=relation))

    def links_to_make(self) -> int:
        """How many months of sides or pairs have changed since they were last linked."""
        return Linker(self.connection).pending()

    def series(self, wanted: Filter, by: tuple[By, ...] = (By.MONTH,)) -> list[Tally]:
        """Counts of what the filter lets through: records, reports (articles) and origins (families of articles)."""
        return list(series(self.connection, wanted, by))

    def after(self, record_id: str, days: int = 30) -> Entries:
        """What followed between the sides of a record, oldest first.

        Raises UsageError: there is no such record, nothing dates it, or it has no two sides.
        """
        return Entries(after(self.connection, record_id, days))

    def cover(self, one: str, other: str, *, on: str, since: str | None = None) -> Coverage:
        """What was published up to the day ``on`` about two sides, looking back to ``since``, else at most two years.

        Raises UsageError: both are one side.
        """
        return cover(self.connection, one, other, on=on, since=since)

    def reach(self, one: str, other: str, *, on: str, since: str) -> str:
        """How far back a pair can be looked through at once: ``since``, or a later day. Raises UsageError: one side."""
        return reach(self.connection, one, other, on=on, since=since)

    def chronicle(self, one: str, other: str, *, first: str, last: str, most: int | None = None) -> Chronicle:
        """What was known of the contacts of two sides on each day of a span, ``most`` of them at most.

        Raises UsageError: both are one side.
        """
        return chronicle(self.connection, one, other, first=first, last=last, most=most)

    def glance(self, one: str, other: str, *, on: str) -> Coverage:
        """As much of what was published up to a day about two sides as their state hangs on.

        Raises UsageError: both are one side.
        """
        return glance(self.connection, one, other, on=on)

    def busiest_sides(self, *, limit: int, since: str = "") -> list[Busy]:
        """The sides with the most steps of contact in the years from ``since`` on, as 2023, the busiest first."""
        return list(busiest_sides(self.connection, limit=limit, since=since))

    def newest_day(self) -> str | None:
        """The day of the newest article; None where no day of any is known."""
        return newest_day(self.connection)

    def holdings(self) -> Holdings:
        """What the store holds: articles by what became of them, records by their kind."""
        return holdings(self.connection)

    def pairs_in_contact(self, sides: Sequence[str]) -> list[tuple[str, str]]:
        """Which two of some sides have steps of contact with each other."""
        return list(pairs_in_contact(self.connection, sides))

    def quotes(self, ids: Iterable[str]) -> dict[str, str]:
        """The words on which each of these records rests."""
        return quotes(self.connection, ids)

    def name_side(self, told: str) -> str:
        """The side that a word stands for, as the store codes it. Raises UsageError: none does, or several."""
        return name_side(self.connection, told)

    def search(
        self, words: str, *, limit: int = PAGE, behind: int | None = None, marks: tuple[str, str] = ("«", "»")
    ) -> list[Found]:
        """The newest articles that hold the words, those ``behind`` one by its number.

        What was looked for stands between ``marks``.
        """
        return list(search(self.connection, words, limit=limit, behind=behind, marks=marks))

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

    def changes(self) -> Iterator[Change]:
        """What the current readings have that those before them had not, and the reverse."""
        return changes(self.connection)

    def history(self, name: str) -> list[Kept]:
        """Everything that was judged about a record, link or article, standing and withdrawn, oldest first.

        Raises UsageError: there is no such thing.
        """
        return list(history(self.connection, name))

    def readings(self) -> Iterator[Reading]:
        """Every article with its records as people have corrected them, without those they have rejected."""
        return readings(self.connection)

    def reviewed(self) -> Iterator[ReviewedArticle]:
        """The articles of which people have reviewed records, and what they found right in them."""
        return reviewed_articles(self.connection)

    def check(self, tell: Callable[[str], None] = lambda words: None) -> Iterator[Fault]:
        """Every fault of the store; none where all is well. ``tell`` is told now and then what is being checked.

        Raises StoreError: another program writes and does not end.
        """
        try:
            yield from check(self.connection, tell)
        except sqlite3.Error as error:
            raise StoreError(self._told(error)) from error

    def mend(self, faults: Iterable[Fault]) -> int:
        """Does what cures those of the faults that have a cure, in one transaction; returns how many had."""
        with self.writing():
            return Mender(self.connection).mend(faults)

    def forget(self, article: str) -> int:
        """Takes an article's text and records out, by its id or URL; returns how many versions it had.

        Raises UsageError: no such article. The file keeps no trace of the words when this returns.
        """
        with self.writing() as writer:
            versions = forget(self.connection, writer, article)
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
