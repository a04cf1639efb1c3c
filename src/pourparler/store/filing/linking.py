"""What the ledger is to link: scopes whose records have changed, the records around them, and their links."""

from __future__ import annotations

import sqlite3
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pourparler.records import Entry, Judgement, Relation
from pourparler.store.asking.entries import COLUMNS, entries
from pourparler.store.judging.judge import Judge

#: What two sides have between them; what one side does that names no other and may be the other's affair too.
_SHARED = ("contact", "incident", "measure", "dispute", "statement")
_ALONE = ("incident", "measure", "tenure", "statement")
#: Of what one side says that names no other, only a denial may be about the other.
_TELLING = "(record.kind <> 'statement' OR record.type = 'denies')"
#: What one side did alone is looked at beside what a pair of it did within so many days, and beside no other pair.
NEAR = 31
#: Whether a row of ``involved`` is of a record with no other side.
_ONE_SIDE = "(SELECT count(*) FROM involved other WHERE other.record = involved.record) = 1"
#: What nobody has rejected.
_TOLD = "record.deed IS NOT NULL"
#: A link that the ledger made of records, and is to make anew when they change.
_OWN = "by = 'ledger' AND scope <> ''"
#: Whether a record, by its id {end}, is among those between which links of a judgement's scope are made.
_BELONGS = f"""(
  EXISTS (SELECT 1 FROM record JOIN pair ON pair.record = record.no
    WHERE record.id = {{end}} AND pair.kind IN {_SHARED} AND pair.day <> '' AND low || ' ' || high = judgement.scope)
  OR EXISTS (SELECT 1 FROM record JOIN involved ON involved.record = record.no
    WHERE record.id = {{end}} AND involved.kind IN {_ALONE} AND {_TELLING} AND involved.day <> '' AND {_ONE_SIDE}
    AND (judgement.scope = side OR EXISTS (SELECT 1 FROM pair beside
      WHERE (low = side AND high = substr(judgement.scope, length(side) + 2)
        OR high = side AND low = substr(judgement.scope, 1, length(judgement.scope) - length(side) - 1))
      AND low || ' ' || high = judgement.scope AND beside.kind IN {_SHARED}
      AND beside.day BETWEEN date(involved.day, '-{NEAR} days') AND date(involved.day, '+{NEAR} days')))))"""
#: A ledger's link between records one of which is no longer among those of its scope: nothing would take it out.
STRAY = f"""by = 'ledger' AND scope <> '' AND withdrawn_at IS NULL
  AND (EXISTS (SELECT 1 FROM record WHERE id = subject) AND NOT {_BELONGS.format(end="subject")}
    OR EXISTS (SELECT 1 FROM record WHERE id = object) AND NOT {_BELONGS.format(end="object")})"""
#: So many months of a scope are linked in one go.
_MOST_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Two sides, or one (``high`` is "" then), and the months, as 2024-03, in which their records have changed."""

    low: str
    high: str
    first: str
    last: str

    def __str__(self) -> str:
        return f"{self.low} {self.high}".rstrip()

    def widened(self, days: int) -> tuple[str, str]:
        """First and last day of the months, with so many days more on either side."""
        year, month = map(int, self.last.split("-"))
        first, last = date.fromisoformat(f"{self.first}-01"), date(year, month, monthrange(year, month)[1])
        earliest, latest = max(first.toordinal() - days, 1), min(last.toordinal() + days, date.max.toordinal())
        return date.fromordinal(earliest).isoformat(), date.fromordinal(latest).isoformat()


class Linker:
    """Tells what is to be linked and keeps the links, in the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._judge = Judge(connection)

    def mark(self, article: int) -> None:
        """Notes that the links around an article's records are to be made anew."""
        self._mark("article = ?", article)

    def mark_record(self, name: str) -> None:
        """Notes that the links around one record are to be made anew."""
        self._mark("id = ?", name)

    def _mark(self, which: str, value: int | str) -> None:
        chosen = f"record IN (SELECT no FROM record WHERE {which})"
        self._db.execute(
            "INSERT OR IGNORE INTO to_link SELECT DISTINCT low, high, substr(day, 1, 7) FROM pair"
            f" WHERE {chosen} AND kind IN {_SHARED} AND day <> ''",
            (value,),
        )
        alone = self._db.execute(
            "SELECT DISTINCT side, substr(record.day, 1, 7) FROM record JOIN involved ON involved.record = record.no"
            f" WHERE record.{which} AND record.kind IN {_ALONE} AND {_TELLING} AND record.day <> '' AND {_ONE_SIDE}",
            (value,),
        )
        for side, month in alone.fetchall():
            self._mark_alone(side, month)

    def _mark_alone(self, side: str, month: str) -> None:
        """What a side did alone may be told by another of it too: marks the side, and its pairs of these days."""
        first, last = Scope(low=side, high="", first=month, last=month).widened(NEAR)
        self._db.execute("INSERT OR IGNORE INTO to_link VALUES (?, '', ?)", (side, month))
        self._db.execute(
            "INSERT OR IGNORE INTO to_link SELECT DISTINCT low, high, ?2 FROM involved"
            " JOIN pair ON pair.record = involved.record"
            f" WHERE side = ?1 AND involved.kind IN {_SHARED} AND involved.day BETWEEN ?3 AND ?4 AND ?1 IN (low, high)",
            (side, month, first, last),
        )

    def part(self, article: int) -> set[str]:
        """Takes out the ledger's links of an article's records, which are about to go.

        Returns the records that hung together with them, which are to be grouped anew once they are gone.
        """
        ids = {name for (name,) in self._db.execute("SELECT id FROM record WHERE article = ?", (article,))}
        left = {other for name in ids for other in self._judge.companions(name)} - ids
        held = [edge for name in ids for edge in self._edges(name, _OWN)]
        self._db.executemany("DELETE FROM judgement WHERE no = ?", [(no,) for no, _, _ in held])
        return left

    def drop_strays(self, name: str) -> set[str]:
        """Takes out the ledger's links of a record that is no longer among those of their scope.

        Returns the records at their ends, which are to be grouped anew.
        """
        strays = self._edges(name, STRAY)
        self._db.executemany("DELETE FROM judgement WHERE no = ?", [(no,) for no, _, _ in strays])
        return {end for _, *ends in strays for end in ends if end}

    def _edges(self, name: str, which: str) -> list[tuple[int, str, str]]:
        return self._db.execute(
            f"SELECT no, subject, object FROM judgement WHERE subject = ?1 AND {which}"
            f" UNION SELECT no, subject, object FROM judgement WHERE object = ?1 AND {which}",
            (name,),
        ).fetchall()

    def next_scope(self) -> Scope | None:
        """Some scope whose links are to be made; None where all are."""
        first = self._db.execute("SELECT low, high FROM to_link ORDER BY low, high LIMIT 1").fetchone()
        if first is None:
            return None
        months = self._db.execute(
            "SELECT month FROM to_link WHERE low = ? AND high = ? ORDER BY month LIMIT ?", (*first, _MOST_MONTHS)
        ).fetchall()
        start = end = months[0][0]
        for (month,) in months[1:]:
            if month != _next(end):
                break
            end = month
        return Scope(low=first[0], high=first[1], first=start, last=end)

    def pending(self) -> int:
        """How many months of sides or pairs are to be linked."""
        return int(self._db.execute("SELECT count(*) FROM to_link").fetchone()[0])

    def around(self, scope: Scope, reach: int) -> list[Entry]:
        """The records of the scope whose links may change, and all to which they may be linked."""
        days = scope.widened(2 * reach + NEAR)
        return list(entries(self._db, [*self._shared(scope, days), *self._alone(scope, days)]))

    def _shared(self, scope: Scope, days: tuple[str, str]) -> list[tuple[Any, ...]]:
        return self._db.execute(
            f"SELECT {COLUMNS} FROM pair JOIN record ON record.no = pair.record"
            " JOIN article ON article.no = record.article"
            f" WHERE low = ? AND high = ? AND pair.kind IN {_SHARED} AND pair.day BETWEEN ? AND ? AND {_TOLD}",
            (scope.low, scope.high, *days),
        ).fetchall()

    def _alone(self, scope: Scope, days: tuple[str, str]) -> list[tuple[Any, ...]]:
        """What either side did that names no other, near what the two did together."""
        beside, pair = "", tuple[str, ...]()
        if scope.high:
            pair = (scope.low, scope.high)
            beside = (
                f" AND EXISTS (SELECT 1 FROM pair WHERE low = ? AND high = ? AND pair.kind IN {_SHARED}"
                f" AND pair.day BETWEEN date(involved.day, '-{NEAR} days') AND date(involved.day, '+{NEAR} days'))"
            )
        return self._db.execute(
            f"SELECT {COLUMNS} FROM involved JOIN record ON record.no = involved.record"
            " JOIN article ON article.no = record.article"
            f" WHERE side IN (?, ?) AND involved.kind IN {_ALONE} AND involved.day BETWEEN ? AND ? AND {_TELLING}"
            f" AND {_ONE_SIDE} AND {_TOLD}{beside}",
            (scope.low, scope.high, *days, *pair),
        ).fetchall()

    def replace(self, scope: Scope, reach: int, known: Sequence[Entry], links: Iterable[Judgement]) -> None:
        """Keeps these links of the scope's records in the place of those before, and takes the scope off the list.

        ``known`` are the entries that `around` gave, ``links`` what the ledger made of them. What one side did alone is
        linked among itself in the scope of that side, not again in each of its pairs.
        """
        first, last = scope.widened(reach + NEAR)
        core = {entry.record.id for entry in known if first <= (entry.day or "") <= last}
        ids = {entry.record.id for entry in known}
        pairs = ids - (self._ids_alone(known) if scope.high else set())
        links = list(links)
        made = [one for one in links if one.subject in core and {one.subject, one.object} & pairs]
        # An alias is between names, which many records show: kept once found, withdrawn by whoever knows better.
        made += [one for one in links if one.relation == Relation.ALIAS]
        before = [edge for name in core for edge in self._made_in(scope, name)]
        before += [edge for name in core for edge in self._made_to(scope, name) if edge[1] not in ids]
        self._db.executemany("DELETE FROM judgement WHERE no = ?", [(no,) for no, _, _ in before])
        self._judge.keep(made, scope=str(scope))
        changed = {(one.subject, one.object) for one in made} ^ {(subject, object) for _, subject, object in before}
        self._judge.regroup({end for edge in changed for end in edge if end})
        self._db.execute(
            "DELETE FROM to_link WHERE low = ? AND high = ? AND month BETWEEN ? AND ?",
            (scope.low, scope.high, scope.first, scope.last),
        )

    def _ids_alone(self, known: Iterable[Entry]) -> set[str]:
        """The records with one side only."""
        sides = "SELECT count(*) FROM involved WHERE record = ?"
        return {e.record.id for e in known if self._db.execute(sides, (e.number,)).fetchone()[0] < 2}

    def _made_in(self, scope: Scope, name: str) -> list[tuple[int, str, str]]:
        return self._made(scope, "subject", name)

    def _made_to(self, scope: Scope, name: str) -> list[tuple[int, str, str]]:
        """The links to a record of the scope; one from a record that is no longer of the scope is seen only so."""
        return self._made(scope, "object", name)

    def _made(self, scope: Scope, end: str, name: str) -> list[tuple[int, str, str]]:
        return self._db.execute(
            f"SELECT no, subject, object FROM judgement WHERE {end} = ? AND scope = ? AND by = 'ledger'"
            " AND withdrawn_at IS NULL",
            (name, str(scope)),
        ).fetchall()


def _next(month: str) -> str:
    """The month after: 2024-12 -> 2025-01."""
    year, number = map(int, month.split("-"))
    return f"{year + number // 12:04}-{number % 12 + 1:02}"
