"""Views: what a store answers about articles, people and outlets, and about two sides."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from pourparler.records import Entries, Judgement
from pourparler.records.coverage import Chronicle, Coverage
from pourparler.store.asking.entries import PAGE
from pourparler.store.asking.looking import by_number
from pourparler.store.counting.ranking import Busy, Holdings, busiest_sides, holdings, newest_day, pairs_in_contact
from pourparler.store.dossiers.articles import Filed, Kin, Told, filed, kin, place_of, told_between
from pourparler.store.dossiers.outlets import (
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
    outlets_like,
    pairings,
    quoting,
    run,
    standings,
)
from pourparler.store.dossiers.people import (
    Appearances,
    Named,
    holders_learned,
    offices_held,
    people,
    person,
    titles_learned,
)
from pourparler.store.lines.chronicling import chronicle, glance
from pourparler.store.lines.covering import cover, quotes, reach


class Views:
    """What is asked of an open store about articles, people, outlets, and two sides."""

    connection: sqlite3.Connection

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

    def outlets_like(self, name: str) -> list[str] | None:
        """Outlets that are written much like a name; None where the store has an article of that very outlet."""
        return outlets_like(self.connection, name)

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

    def cover(self, one: str, other: str, *, on: str, since: str | None = None) -> Coverage:
        """What was published up to the day ``on`` about two sides, looking back to ``since``, else at most two years.

        Raises UsageError: both are one side, or ``since`` is later than ``on``.
        """
        return cover(self.connection, one, other, on=on, since=since)

    def reach(self, one: str, other: str, *, on: str, since: str) -> str:
        """How far back a pair can be looked through at once: ``since``, or a later day.

        Raises UsageError as `cover` does.
        """
        return reach(self.connection, one, other, on=on, since=since)

    def chronicle(self, one: str, other: str, *, first: str, last: str, most: int | None = None) -> Chronicle:
        """What was known of the contacts of two sides on each day of a span, ``most`` of them at most.

        Raises UsageError: both are one side, or ``first`` is later than ``last``.
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

    def last_day(self) -> str:
        """The day that is meant where nobody tells one: today, or where nothing so new was added, the newest article's.

        Of later days nothing is known, and the state of a line on one of them would only tell so.
        """
        today, newest = date.today().isoformat(), self.newest_day()
        return min(today, newest) if newest else today

    def holdings(self) -> Holdings:
        """What the store holds: articles by what became of them, records by their kind."""
        return holdings(self.connection)

    def pairs_in_contact(self, sides: Sequence[str]) -> list[tuple[str, str]]:
        """Which two of some sides have steps of contact with each other."""
        return list(pairs_in_contact(self.connection, sides))

    def quotes(self, ids: Iterable[str]) -> dict[str, str]:
        """The words on which each of these records rests."""
        return quotes(self.connection, ids)
