"""Asking: how long each first page takes, in process and warm, beside plain DuckDB over the same rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time

import duckdb

from at_scale.duck import answer, found, loaded
from at_scale.filling import filled, remove, shown
from at_scale.questions import Question, questions
from pourparler.records import Entry
from pourparler.store import Found, Store, Tally

#: Seconds after which a peer is not asked again.
_PATIENCE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Seconds of processor time that a question takes, half of the times and 95 of a hundred times, and DuckDB's."""

    question: str
    rows: int
    p50: float
    p95: float
    peer: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A store, how large it is, and what was asked of it."""

    articles: int
    events: int
    records: int
    bytes: int
    peer_bytes: int
    asked: tuple[Asked, ...]


def asked(folder: Path, articles: int, runs: int, choose: Callable[[str], bool] = lambda name: True) -> Size:
    """Asks the chosen questions of the made-up world of so many articles. Raises SystemExit where answers differ."""
    with filled(folder, articles) as store:
        peer_path = store.path.with_suffix(".duckdb")
        peer = loaded(store, peer_path)
        peer.execute("SET threads = 1")
        chosen = [question for question in questions(store) if choose(question.name)]
        times = tuple(_timed(store, peer, one, runs) for one in shown(chosen, f"asking {articles} articles"))
        events, records = (
            store.connection.execute(f"SELECT count(*) FROM record WHERE {which}").fetchone()[0]
            for which in ("kind = 'event'", "TRUE")
        )
        peer.close()
        size = Size(
            articles=articles, events=events, records=records, bytes=store.path.stat().st_size,
            peer_bytes=peer_path.stat().st_size, asked=times,
        )  # fmt: skip
    remove(peer_path)
    return size


def _timed(store: Store, peer: duckdb.DuckDBPyConnection, question: Question, runs: int) -> Asked:
    mine = question.ask(store)
    question.ask(store)
    taken = sorted(_seconds(lambda: question.ask(store)) for _ in range(runs))
    return Asked(
        question=question.name, rows=len(mine), p50=median(taken), p95=taken[-(-95 * runs // 100) - 1],
        peer=_peer(peer, question, mine),
    )  # fmt: skip


def _peer(peer: duckdb.DuckDBPyConnection, question: Question, mine: Sequence[object]) -> float | None:
    """The time that DuckDB takes for the same answer; None where it is not asked."""
    if question.wanted is None and question.words is None:
        return None

    def ask() -> list[tuple[object, ...]]:
        if question.wanted is None:
            return found(peer, question.words or "")
        return answer(peer, question.wanted, question.by)

    if (theirs := [_told(row) for row in ask()]) != [_told(one) for one in mine]:
        raise SystemExit(
            f"{question.name}: DuckDB gives {len(theirs)} other rows than the store, which has {len(mine)}"
        )
    taken = [_seconds(ask)]
    while len(taken) < 3 and taken[0] < _PATIENCE:
        taken.append(_seconds(ask))
    return median(taken)


def _told(row: object) -> tuple[object, ...]:
    """What tells one row of an answer from another."""
    match row:
        case Entry():
            return (row.number,)
        case Found():
            return (row.article,)
        case Tally():
            return (*row.group, row.events, row.records, row.reports, row.origins)
        case (first, *_) if isinstance(first, int) or str(first).startswith("ar-"):
            return (first,)
        case tuple():
            return tuple("" if value is None else value for value in row)
    raise TypeError(row)


def _seconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began
