"""Narrowing: the statements that answer a filter, each row read off the index in whose order lists are shown."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import chain
from operator import itemgetter
from typing import Any

from pourparler.records.kinds import KINDS

#: Where so many records or articles at most have what is asked for, they are looked up first and each row is looked for
#: among them; where more have it, the first page is soon full, and each row is looked into.
FEW = 50_000
#: So few are better sorted than every record looked for among them.
SO_FEW = 2_000
#: What somebody has accepted, corrected or rejected; the ids of reviews are a stretch of the index of ids.
_REVIEWED = (
    "SELECT subject FROM judgement WHERE id > 're-' AND id < 're.' AND withdrawn_at IS NULL"
    " AND relation IN ('accept', 'correct', 'reject')"
)
_PHRASE = re.compile(r'"([^"]+)"|([^\s"]+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is asked for. Sides are ISO alpha-3 codes of states, else codes of organisations and armed groups.

    A store that is asked resolves names of sides first, and codes in another case.

    ``person`` is in a record in whatever role, ``speaker`` is credited with a statement.
    ``types`` are statuses of contacts, stances of statements, PLOVER types of events, actions, types of measures.
    ``since`` and ``until`` are ISO days, inclusive; a record counts where any of its days can lie between them.
    ``rejected`` lets through what people have rejected and nothing else, which is left out otherwise; ``reviewed`` what
    somebody has accepted, corrected or rejected, or, where it is False, what nobody has looked at.
    """

    kinds: tuple[str, ...] = ()
    between: tuple[str, str] | None = None
    involving: tuple[str, ...] = ()
    by: str | None = None
    person: str | None = None
    speaker: str | None = None
    types: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    forum: str | None = None
    reasons: tuple[str, ...] = ()
    according_to: str | None = None
    outlet: str | None = None
    words: str | None = None
    since: str | None = None
    until: str | None = None
    rejected: bool = False
    reviewed: bool | None = None


@dataclass(frozen=True, slots=True, order=True)
class _Members:
    """The few records, or articles, that have something asked for: how many, which column names them, and how found."""

    number: int
    column: str
    clause: str
    values: tuple[str, ...]


class Query:
    """The statement for a filter: from which table in which order, and what it lets through.

    ``lead`` is the table in whose order rows are shown: that of the two sides, else of a side, else of all records.
    """

    def __init__(self, db: sqlite3.Connection, wanted: Filter) -> None:
        self._db = db
        self._kinds = wanted.kinds or KINDS
        self._until = wanted.until
        self._where: list[str] = []
        self._values: list[Any] = []
        self._few: list[_Members] = []
        self.lead = "pair" if wanted.between else "involved" if wanted.by or wanted.involving else "record"
        self.number = "record.no" if self.lead == "record" else f"{self.lead}.record"
        self._narrow_sides(wanted)
        self._narrow_columns(wanted)
        self._narrow_members(wanted)
        self._narrow_reviewed(wanted)
        self._source = self._lookup_few()

    # --- what is let through -------------------------------------------------------------------------

    def _narrow(self, clause: str, *values: Any) -> None:
        """Lets through only what the clause is true of."""
        self._where.append(clause)
        self._values.extend(values)

    def _narrow_sides(self, wanted: Filter) -> None:
        by, others = wanted.by, list(wanted.involving)
        if wanted.between:
            low, high = sorted(wanted.between)
            self._narrow("pair.low = ? AND pair.high = ?", low, high)
            if by in (low, high):
                self._narrow("pair.low_acts" if by == low else "pair.high_acts")
                by = None
        elif by:
            self._narrow("involved.side = ? AND involved.acts", by)
            by = None
        elif others:
            self._narrow("involved.side = ?", others.pop(0))
        if by:
            self._among_records("involved", "side = ? AND acts", by)
        for side in others:
            self._among_records("involved", "side = ?", side)

    def _narrow_columns(self, wanted: Filter) -> None:
        for column, choices in (("type", wanted.types), ("channel", wanted.channels), ("level", wanted.levels)):
            if choices:
                self._narrow(f"{self.lead}.{column} IN ({_marks(choices)})", *choices)
        if wanted.forum:
            self._narrow(f"{self.lead}.forum = ? COLLATE NOCASE", wanted.forum)
        if wanted.since:
            self._narrow(f"{self.lead}.day >= ?", wanted.since)

    def _narrow_members(self, wanted: Filter) -> None:
        if wanted.person:
            self._among_records("party", "person = ? COLLATE NOCASE", wanted.person)
        if wanted.speaker:
            self._among_records("party", "person = ? COLLATE NOCASE", wanted.speaker)
            told = f"SELECT 1 FROM party WHERE record = {self.number} AND person = ? COLLATE NOCASE AND role = 'source'"
            self._narrow(f"EXISTS ({told})", wanted.speaker)
        if wanted.reasons:
            self._among_records("reason", f"kind IN ({_marks(wanted.reasons)})", *wanted.reasons)
        if wanted.according_to:
            kinds = _marks(self._kinds)
            self._among_records("voice", f"side = ? AND kind IN ({kinds})", wanted.according_to, *self._kinds)
        article = f"{self.lead}.article"
        if wanted.outlet:
            self._among(article, "no", "article WHERE outlet = ? COLLATE NOCASE", wanted.outlet)
        if wanted.words:
            self._among(article, "rowid", "article_words WHERE article_words MATCH ?", quoted(wanted.words))

    def _narrow_reviewed(self, wanted: Filter) -> None:
        """Few records are ever reviewed."""
        rejected = "SELECT no FROM record WHERE deed IS NULL"
        self._narrow(f"+{self.number} {'' if wanted.rejected else 'NOT '}IN ({rejected})")
        if wanted.reviewed is not None:
            reviewed = f"SELECT no FROM record WHERE id IN ({_REVIEWED})"
            self._narrow(f"+{self.number} {'' if wanted.reviewed else 'NOT '}IN ({reviewed})")

    def _among_records(self, table: str, clause: str, *values: str) -> None:
        """Lets through only records that have such a row in the table."""
        self._among(self.number, "other.record", f"{table} other WHERE {clause}", *values)

    def _among(self, number: str, column: str, rows: str, *values: str) -> None:
        """Lets through only what is numbered as one of the rows."""
        counted = f"SELECT count(*) FROM (SELECT 1 FROM {rows} LIMIT {FEW + 1})"
        (found,) = self._db.execute(counted, values).fetchone()
        if found > FEW:
            self._narrow(f"EXISTS (SELECT 1 FROM {rows} AND {column} = {number})", *values)
        else:
            self._few.append(_Members(found, number, f"{number} IN (SELECT {column} FROM {rows})", values))

    def _lookup_few(self) -> str:
        """The table that leads, by the index to use: where some are so few, by theirs."""
        index = "INDEXED BY record_listed" if self.lead == "record" else ""
        for place, few in enumerate(sorted(self._few)):
            leads = place == 0 and self.lead == "record" and few.number <= SO_FEW
            self._narrow(few.clause if leads else f"+{few.clause}", *few.values)
            if leads:
                index = "NOT INDEXED" if few.column == self.number else "INDEXED BY record_article"
        return f"{self.lead} {index}"

    # --- what is selected ----------------------------------------------------------------------------

    def listed(
        self, columns: str, behind: tuple[str, int] | None = None, *, oldest: bool = False
    ) -> Iterator[tuple[Any, ...]]:
        """Rows of ``record`` and ``article``, newest first, or oldest, those behind a day and number.

        The first two columns must be the record's number and day.
        """
        streams = [chain(*self._listed(kind, columns, behind, oldest)) for kind in self._kinds]  # all of them begin now
        return merge(*streams, key=itemgetter(1, 0), reverse=not oldest)

    def _listed(
        self, kind: str, columns: str, behind: tuple[str, int] | None, oldest: bool
    ) -> Iterator[sqlite3.Cursor]:
        """The rows of one kind: those listed too late that may be early enough, and those listed early enough."""
        where, values = " AND ".join([f"{self.lead}.kind = ?", *self._where]), [kind, *self._values]
        turn = "ASC" if oldest else "DESC"
        if behind:
            where += f" AND ({self.lead}.day, {self.number}) {'>' if oldest else '<'} (?, ?)"
            values += behind
        parts = list(self._parts())
        for source, clause, bounds in reversed(parts) if oldest else parts:
            record = "" if self.lead == "record" else f"CROSS JOIN record ON record.no = {self.number}"
            yield self._db.execute(
                f"SELECT {columns} FROM {source} {record} CROSS JOIN article ON article.no = record.article"
                f" WHERE {where} AND {clause} ORDER BY {self.lead}.day {turn}, {self.number} {turn}",
                (*values, *bounds),
            )

    def _parts(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """From which table rows come, by which index, and between which days; the latest days first."""
        if self._until is None:
            yield self._source, "TRUE", ()
            return
        day, from_day = f"{self.lead}.day", f"{self.lead}.from_day"
        late = f"{from_day} < {day} AND {day} > ? AND {from_day} <= ?"
        yield self._source.replace("record_listed", "record_stretched"), late, (self._until, self._until)
        yield self._source, f"{day} <= ?", (self._until,)

    def few(self, most: int) -> list[int] | None:
        """The numbers of all records that are let through, in no order; None where they are more than ``most``."""
        where, values = self._all()
        lines = f"SELECT {self.number} FROM {self._source} WHERE {where} LIMIT ?"
        found = [number for (number,) in self._db.execute(lines, (*values, most + 1))]
        return None if len(found) > most else found

    def last_added(self, since: str) -> Iterator[int]:
        """The numbers of what is let through of articles added at this time or later, the last added first."""
        where, values = self._all()
        same = f"{self.number} = told.no AND {self.lead}.kind = told.kind AND {self.lead}.day = told.day"
        found = self._db.execute(
            "SELECT told.no FROM article added INDEXED BY article_captured"
            " CROSS JOIN record told INDEXED BY record_article"
            f" ON told.article = added.no AND told.kind IN ({_marks(self._kinds)})"
            f" CROSS JOIN {self.lead} ON {same} WHERE added.captured >= ? AND {where}"
            " ORDER BY added.captured DESC, added.no DESC, told.id DESC",
            (*self._kinds, since, *values),
        )
        return (number for (number,) in found)

    def _all(self) -> tuple[str, list[Any]]:
        """What is true of everything that is let through, of whatever kind."""
        where, values = [f"{self.lead}.kind IN ({_marks(self._kinds)})", *self._where], [*self._kinds, *self._values]
        if self._until:
            where.append(f"({self.lead}.day <= ? OR {self.lead}.from_day <= ?)")
            values += [self._until, self._until]
        return " AND ".join(where), values

    def counts(self, words: Sequence[str]) -> sqlite3.Cursor:
        """What is let through, counted by these words of ``counted``: events, records, reports and origins."""
        where, values = self._all()
        return self._db.execute(
            f"SELECT {', '.join(words)}, count(DISTINCT counted.deed), count(*), count(DISTINCT counted.article),"
            f" count(DISTINCT family) FROM {self._source} CROSS JOIN counted ON counted.record = {self.number}"
            f" WHERE {where} GROUP BY {', '.join(str(place + 1) for place in range(len(words)))}",
            values,
        )

    def tells_later(self, deed: str, day: str, number: int) -> bool:
        """Whether it lets through a record of the deed that is newer than that of this day and number.

        Of one day's records the one with the greater id is the newer, in whatever order they came.
        """
        same = f"{self.number} = telling.no AND {self.lead}.kind = telling.kind AND {self.lead}.day = telling.day"
        where, values = self._all()
        found = self._db.execute(
            f"SELECT 1 FROM record telling INDEXED BY record_deed CROSS JOIN {self.lead} ON {same}"
            " WHERE telling.deed = ? AND (telling.day, telling.id) > (?, (SELECT id FROM record WHERE no = ?))"
            f" AND {where} LIMIT 1",
            (deed, day, number, *values),
        )
        return found.fetchone() is not None


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def quoted(words: str) -> str:
    """The words as a question to the index, each taken as it is written; phrases in quotation marks stay phrases.

    >>> quoted('hotline "flag meeting" AND')
    '"hotline" "flag meeting" "AND"'
    """
    return " ".join(f'"{phrase or word}"' for phrase, word in _PHRASE.findall(words.replace("\0", " "))) or '""'
