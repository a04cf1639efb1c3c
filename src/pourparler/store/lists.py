"""Lists: what a store answers about records and the judgements on them."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator

from pourparler.records import Entries, Entry, Judgement, Reading
from pourparler.store.asking.disputing import Carrier, Disagreement, carriers, disagreements, disputes
from pourparler.store.asking.entries import PAGE, Cursor, ask
from pourparler.store.asking.following import after, thread
from pourparler.store.asking.looking import disputes_about, knows, look_up, of_article, sides, tellings_of
from pourparler.store.asking.narrowing import Filter
from pourparler.store.asking.news import News, news
from pourparler.store.asking.searching import Found, search
from pourparler.store.asking.sides import has_side, name_side, resolve
from pourparler.store.asking.stepping import Thread, steps
from pourparler.store.counting.series import By, Tally, series
from pourparler.store.counting.totals import MOST_COUNTED, Total, total
from pourparler.store.dossiers.changes import Change, changes
from pourparler.store.dossiers.reports import Report, report
from pourparler.store.dossiers.reviewed import ReviewedArticle, readings, reviewed_articles
from pourparler.store.filing.linking import Linker
from pourparler.store.judging.history import Kept, history
from pourparler.store.judging.judge import judgements, linked


class Lists:
    """What is asked of an open store about records: lists, threads, disputes, counts, judgements.

    Whatever takes a filter takes its sides by code or name, and raises UsageError as `resolve` does.
    """

    connection: sqlite3.Connection

    def resolve(self, wanted: Filter) -> Filter:
        """The filter with its sides as the store codes them, told by code or name in whatever case.

        Raises UsageError: nobody knows a side, a word may mean several, both sides are one, or the days run backwards.
        """
        return resolve(self.connection, wanted)

    def name_side(self, told: str) -> str:
        """The side that a code or name stands for, as the store codes it. Raises UsageError: none does, or several."""
        return name_side(self.connection, told)

    def has_side(self, code: str) -> bool:
        """Whether there is a record of the side that has this code, with or without its sector."""
        return has_side(self.connection, code)

    def ask(
        self, wanted: Filter, *, limit: int = PAGE, behind: Cursor | None = None, once: bool = False,
        oldest: bool = False,
    ) -> Entries:  # fmt: skip
        """One page of the records that the filter lets through, newest or ``oldest`` first, those ``behind`` a place.

        ``once`` gives of each deed only the newest record that the filter lets through.
        """
        return Entries(ask(self.connection, self.resolve(wanted), limit=limit, behind=behind, once=once, oldest=oldest))

    def every(self, wanted: Filter, *, behind: Cursor | None = None, once: bool = False) -> Iterator[Entry]:
        """All records that the filter lets through, as `ask` gives them, one by one and as they were when it began."""
        return ask(self.connection, self.resolve(wanted), limit=sys.maxsize, behind=behind, once=once)

    def news(self, wanted: Filter, *, limit: int = PAGE) -> list[News]:
        """The deeds of the records that the filter lets through by when they were added, the last changed first."""
        return news(self.connection, self.resolve(wanted), limit=limit)

    def record(self, record_id: str) -> Entry | None:
        """The record of this id, a rejected one too; None where there is none."""
        return next(look_up(self.connection, [record_id]), None)

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
        return total(self.connection, self.resolve(wanted), most)

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
        return list(disputes(self.connection, self.resolve(wanted), limit=limit, behind=behind))

    def disagreements(self, ids: Iterable[str]) -> list[Disagreement]:
        """What of these records is disputed, within their articles and across articles."""
        return list(disagreements(self.connection, ids))

    def carriers(self, deed: str) -> list[Carrier]:
        """The outlets that tell a deed, each with one record of it."""
        return list(carriers(self.connection, deed))

    def pick(self, ids: Iterable[str]) -> Entries:
        """The records that have these ids, in the order of the ids, without those that are not there or rejected."""
        return Entries(look_up(self.connection, sorted(set(ids)), rejected=False))

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
        return list(series(self.connection, self.resolve(wanted), by))

    def after(self, record_id: str, days: int = 30) -> Entries:
        """What followed between the sides of a record, oldest first.

        Raises UsageError: there is no such record, nothing dates it, or it has no two sides.
        """
        return Entries(after(self.connection, record_id, days))

    def search(
        self, words: str, *, limit: int = PAGE, behind: int | None = None, marks: tuple[str, str] = ("«", "»")
    ) -> list[Found]:
        """The newest articles that hold the words, those ``behind`` one by its number.

        What was looked for stands between ``marks``.
        """
        return list(search(self.connection, words, limit=limit, behind=behind, marks=marks))

    def found(self, words: str) -> Iterator[Found]:
        """All articles that hold the words, newest first, one by one and as they were when it began."""
        return search(self.connection, words, limit=sys.maxsize)

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
