"""The same rows in plain DuckDB tables, without indexes, and the same questions in plain SQL."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import duckdb

from at_scale.filling import shown
from pourparler.store import By, Filter, Store

_TABLES = ("article", "record", "party", "involved", "pair", "reason", "credit")
_TYPES = {"INTEGER": "BIGINT", "TEXT": "VARCHAR", "REAL": "DOUBLE"}
PAGE = 50


def loaded(store: Store, path: Path) -> duckdb.DuckDBPyConnection:
    """A DuckDB file with the rows of the store, made where it is not there."""
    whole = path.exists()
    peer = duckdb.connect(str(path))
    if not whole:
        for table in shown(_TABLES, "DuckDB"):
            _load(store, peer, table, path.with_suffix(".csv"))
    return peer


def _load(store: Store, peer: duckdb.DuckDBPyConnection, table: str, through: Path) -> None:
    columns = store.connection.execute(f"SELECT name, type FROM pragma_table_info('{table}')").fetchall()
    told = ", ".join(f'"{name}" {_TYPES[type]}' for name, type in columns)
    peer.execute(f"CREATE TABLE {table} ({told})")
    with through.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NOTNULL if hasattr(csv, "QUOTE_NOTNULL") else csv.QUOTE_MINIMAL)
        writer.writerows(store.connection.execute(f"SELECT * FROM {table}"))
    peer.execute(f"COPY {table} FROM '{through}' (FORMAT csv, HEADER false, DELIMITER ',', QUOTE '\"', ESCAPE '\"')")
    through.unlink()


def answer(peer: duckdb.DuckDBPyConnection, wanted: Filter, by: Sequence[By]) -> list[Any]:
    """The first page of a list, or its counts."""
    where, values = _where(wanted)
    source = f"record r JOIN article a ON a.no = r.article WHERE {where}"
    if not by:
        columns = "r.no, r.day, r.body, a.id, a.family, a.outlet, a.title, a.url, a.published_from, r.deed"
        lines = f"SELECT {columns} FROM {source} ORDER BY r.day DESC, r.no DESC LIMIT {PAGE}"
        return peer.execute(lines, values).fetchall()
    groups = ", ".join(_GROUPS[one] for one in by)
    counts = "count(DISTINCT r.deed), count(*), count(DISTINCT a.no), count(DISTINCT a.family)"
    lines = f"SELECT {groups}, {counts} FROM {source} GROUP BY ALL ORDER BY ALL"
    return peer.execute(lines, values).fetchall()


def found(peer: duckdb.DuckDBPyConnection, words: str) -> list[Any]:
    """The newest articles that hold all the words, or the phrase in quotation marks."""
    told = [words.strip('"').replace(" ", r"\W+")] if words.startswith('"') else words.split()
    where = " AND ".join(_HOLDS for _ in told)
    lines = f"SELECT id, title, text FROM article WHERE {where} ORDER BY published_from DESC, no DESC LIMIT {PAGE}"
    return peer.execute(lines, [rf"\b{one}\b" for one in told]).fetchall()


_HOLDS = "regexp_matches(text, ?, 'i')"
_GROUPS = {
    By.MONTH: "substr(r.day, 1, 7)",
    By.YEAR: "substr(r.day, 1, 4)",
    By.TYPE: "r.type",
    By.CHANNEL: "r.channel",
    By.LEVEL: "r.level",
    By.OUTLET: "a.outlet",
    By.PAIR: "(SELECT string_agg(low || ' ' || high, ', ' ORDER BY low, high) FROM pair WHERE record = r.no)",
}
_TOLD = (
    "r.no IN (SELECT c.record FROM credit c JOIN record o ON o.no = c.record JOIN record s ON s.id = c.statement"
    " AND s.article = o.article JOIN party p ON p.record = s.no WHERE p.role = 'source' AND p.side = ?)"
)
_IN = "r.no IN (SELECT record FROM {} WHERE {})"


def _where(wanted: Filter) -> tuple[str, list[Any]]:
    """The condition, as one would write it by hand, and its values."""
    acting = "role IN ('by', 'actor', 'imposed_by', 'source') AND side = ?"
    clauses: list[tuple[str, Sequence[Any]]] = [
        ("r.kind IN ?", [list(wanted.kinds)]),
        (_IN.format("pair", "low = ? AND high = ?"), sorted(wanted.between or ())),
        *((_IN.format("involved", "side = ?"), [side]) for side in wanted.involving),
        (_IN.format("party", acting), [wanted.by] if wanted.by else ()),
        (_IN.format("party", "person = ?"), [wanted.person] if wanted.person else ()),
        ("r.type IN ?", [list(wanted.types)] if wanted.types else ()),
        ("r.channel IN ?", [list(wanted.channels)] if wanted.channels else ()),
        ("r.level IN ?", [list(wanted.levels)] if wanted.levels else ()),
        ("r.forum = ?", [wanted.forum] if wanted.forum else ()),
        (_IN.format("reason", "kind IN ?"), [list(wanted.reasons)] if wanted.reasons else ()),
        (_TOLD, [wanted.according_to] if wanted.according_to else ()),
        ("a.outlet = ?", [wanted.outlet] if wanted.outlet else ()),
        (_HOLDS, [rf"\b{wanted.words}\b"] if wanted.words else ()),
        ("r.day >= ?", [wanted.since] if wanted.since else ()),
        ("coalesce(r.from_day, r.day) <= ?", [wanted.until] if wanted.until else ()),
    ]
    asked = [(clause, values) for clause, values in clauses if values]
    return " AND ".join(clause for clause, _ in asked), list(chain.from_iterable(values for _, values in asked))
