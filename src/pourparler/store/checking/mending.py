"""Mending a store: what is derived is made anew from what was read and judged; nothing of that is touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from pourparler.store.checking import Cure, Fault
from pourparler.store.counting.sums import SUMS
from pourparler.store.filing.rows import TABLES
from pourparler.store.filing.writing import Writer
from pourparler.store.judging.judge import now

#: Cures that take rows out of the tables for asking.
_LISTING = (Cure.CLEAR, Cure.READ, Cure.RELIST)


class Mender:
    """Mends faults that have a cure, in the caller's transaction. Each may be mended again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._writer = Writer(connection)

    def mend(self, faults: Iterable[Fault]) -> int:
        """Does what cures these faults, each thing once; how many faults that were."""
        cured = [fault for fault in faults if fault.cure]
        cures: dict[Cure, Callable[[str], None]] = {
            Cure.SWEEP: self._sweep,
            Cure.WORDS: self._index_words,
            Cure.CLEAR: self._clear,
            Cure.READ: self._take_reading_out,
            Cure.WITHDRAW: self._withdraw,
            Cure.RELIST: self._writer.relist,
            Cure.SUM: self._sum_up,
            Cure.UNMARK: self._unmark,
            Cure.RELINK: self._relink,
            Cure.REGROUP: lambda record: self._writer.judge.regroup([record]),
            Cure.FAMILY: self._regroup_family,
        }
        sums = SUMS if any(fault.cure in _LISTING for fault in cured) else ()
        for table in sums:  # their triggers go by the rows as they should have been
            self._db.execute(f"DELETE FROM {table}")
        for cure, do in cures.items():  # groups last: they rest on all the rest
            for about in dict.fromkeys(fault.about for fault in cured if fault.cure is cure):
                do(about)
        for table in sums:
            self._sum_up(table)
        return len(cured)

    def _sweep(self, table: str) -> None:
        self._db.execute(f"DELETE FROM {TABLES[TABLES.index(table)]} WHERE record NOT IN (SELECT no FROM record)")

    def _index_words(self, _: str) -> None:
        self._db.execute("INSERT INTO article_words (article_words) VALUES ('rebuild')")

    def _clear(self, article: str) -> None:
        self._writer.clear(int(article))

    def _take_reading_out(self, article: str) -> None:
        """Lets an article wait for a reader, as it did before it was read; reviews of its records stay."""
        self._writer.clear(int(article))
        self._db.execute("DELETE FROM reading WHERE article = ? AND current", (int(article),))

    def _withdraw(self, judgement: str) -> None:
        self._db.execute(
            "UPDATE judgement SET withdrawn_by = coalesce(withdrawn_by, 'doctor'),"
            " withdrawn_at = coalesce(withdrawn_at, ?), value = CASE WHEN json_valid(value) THEN value END,"
            " reasons = CASE WHEN json_valid(reasons) THEN reasons ELSE '[]' END WHERE id = ?",
            (now(), judgement),
        )

    def _sum_up(self, table: str) -> None:
        self._db.execute(f"DELETE FROM {table}")
        self._db.execute(f"INSERT INTO {table} {SUMS[table]}")

    def _unmark(self, mark: str) -> None:
        self._db.execute("DELETE FROM to_link WHERE low || ' ' || high || ' ' || month = ?", (mark,))

    def _relink(self, link: str) -> None:
        """Takes out a link that the ledger made of records that do not belong to it; withdraws anybody else's."""
        ends = {
            end
            for ends in self._db.execute("SELECT subject, object FROM judgement WHERE id = ?", (link,)).fetchall()
            for end in ends
        }
        self._db.execute("DELETE FROM judgement WHERE id = ? AND by = 'ledger' AND scope <> ''", (link,))
        self._writer.judge.withdraw(link, "doctor")
        for end in filter(None, ends):
            self._writer.links.mark_record(end)
        self._writer.judge.regroup(filter(None, ends))

    def _regroup_family(self, article: str) -> None:
        self._db.execute("UPDATE article SET family = NULL WHERE id = ? AND NOT current", (article,))
        self._writer.relatives.regroup([article])
