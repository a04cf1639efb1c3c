"""The rule behind a record: what it looks for, its example, and the rows of the tables that the words matched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pourparler.explaining.explanation import Grounds, TableRow
from pourparler.explaining.tables import sentences
from pourparler.reading.annotations import Trace
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Dispute, Event, Record, Statement

_POS = {"NOUN": "noun", "PROPN": "noun", "VERB": "verb", "AUX": "verb", "ADJ": "adj"}
#: Columns of the tables that tell a field of the record.
_TOLD = ("status", "stance", "action", "channel", "type", "mode")


def explain_grounds(doc: Any, record: Record, records: Sequence[Record]) -> Grounds:
    """What made the record. An event that codes another record stands on that record's words."""
    coded = record_coded(record, records)
    trace = trace_of(doc, record)
    told = sentence_of(trace.rule if isinstance(record, Dispute) else record.reader)
    sentence = told["sentence"]
    if coded is not None:
        sentence += f"; it codes {coded.id}, read by {coded.reader}"
    tables = [name for name in told["tables"].split(";") if name]
    return Grounds(
        rule=record.reader,
        sentence=sentence,
        example=trace.example,
        rows=(*matched_rows(doc, coded or record, tables), *_scale(record)),
    )


def trace_of(doc: Any, record: Record) -> Trace:
    """The trace kept of the record; an empty one where none was kept."""
    trace: Trace = doc._.traces.get(record.id, Trace(record.reader, "", ()))
    return trace


def record_coded(record: Record, records: Sequence[Record]) -> Record | None:
    """The contact, incident or measure that an event codes."""
    of = record.of if isinstance(record, Event) else None
    return next((r for r in records if r.id == of), None)


def sentence_of(rule: str) -> dict[str, str]:
    """The row of rules.csv with the longest beginning of the rule's name."""
    fitting = [row for row in sentences("rules") if rule.startswith(row["rule"])]
    return max(fitting, key=lambda row: len(row["rule"]), default={"rule": rule, "sentence": "", "tables": ""})


def matched_rows(doc: Any, record: Record, tables: Sequence[str]) -> tuple[TableRow, ...]:
    """For each word the rule stood on the row of each table that it matched."""
    trace, syntax = trace_of(doc, record), doc._.syntax
    tokens = [k for k in trace.tokens if not isinstance(record, Statement) or _in_cue(syntax, record, k)]
    found = ((k, name, _row(syntax, k, name, record, trace.example)) for k in tokens for name in tables)
    kept = [(k, name, row) for k, name, row in found if row is not None]
    cores = {k for k, name, row in kept if name == "contacts" and row["channel"] == getattr(record, "channel", None)}
    words = [(k, name, row) for k, name, row in kept if name != "steps" or k not in cores]
    return tuple(_shown(syntax.word[k], name, row) for k, name, row in words)


def _in_cue(syntax: Syntax, record: Statement, k: int) -> bool:
    return record.cue is not None and record.cue.start <= syntax.start[k] < record.cue.end


def _row(syntax: Syntax, k: int, table: str, record: Record, example: str) -> dict[str, str] | None:
    """The row of the word: that of the rule's example, else the one that tells most of the record."""
    lemmas, pos = {syntax.lemma[k], syntax.joined_lemma(k)}, _POS.get(syntax.pos[k], "")
    fitting = [row for row in rows(table) if row["lemma"] in lemmas and row.get("pos", pos) == pos]
    return max(fitting, key=lambda row: (row["example"] == example, _agreement(row, record)), default=None)


def _agreement(row: dict[str, str], record: Record) -> int:
    """How many of the fields that the row tells the record holds."""
    return sum(row[name] == str(getattr(record, name, None) or "") for name in _TOLD if name in row)


def _shown(word: str, table: str, row: dict[str, str]) -> TableRow:
    cells = tuple((name, value) for name, value in row.items() if value and name != "example")
    return TableRow(word=word, table=table, cells=cells, example=row["example"])


def _scale(record: Record) -> tuple[TableRow, ...]:
    """PLOVER's own row for an event's type and mode."""
    if not isinstance(record, Event):
        return ()
    told = (record.type, record.mode or "")
    row = next((row for row in rows("plover") if (row["type"], row["mode"]) == told), None)
    cells = tuple((name, value) for name, value in row.items() if value) if row else ()
    return (TableRow(word=record.anchor.text, table="plover", cells=cells, example=""),) if row else ()
