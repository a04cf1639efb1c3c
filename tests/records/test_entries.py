"""Entries in a row: as a sequence, in a notebook, and as the flat table that Arrow and Parquet hold."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import duckdb
import pyarrow
import pytest
from pyarrow import parquet
from tests.exports.example import CALL, LUND, REFUSAL, SAID, SWEDEN, TEXT, common, other, span, store_of

import pourparler
from pourparler.errors import UsageError
from pourparler.exports.parquet import write_parquet
from pourparler.records import (
    Entries,
    Entry,
    Measure,
    MeasureStatus,
    MeasureType,
    Reason,
    ReasonKind,
    Record,
    Tenure,
)
from pourparler.records.arrow import BATCH, arrow_batches
from pourparler.records.flat import COLUMNS, Type, flat_rows
from pourparler.store import Filter

EXPULSION = Measure(
    **common("measure", "turns", "Norway turns down"), type=MeasureType.EXPULSION, imposed_by=(LUND,), on=(SWEDEN,),
    status=MeasureStatus.ANNOUNCED,
)  # fmt: skip
TERM = Tenure(
    **common("tenure", "minister", "minister, Kari Lund"), person="Kari Lund", office="defence minister", country="NOR"
)


@pytest.fixture
def entries(tmp_path: Path) -> Entries:
    return store_of(tmp_path, CALL, REFUSAL, EXPULSION, TERM).ask(Filter())


def entry(record: Record, **known: Any) -> Entry:
    told = {"article": "ar-1", "family": "ar-1", "deed": record.id, "thread": record.id} | known
    return Entry(number=1, day="2024-03-05", record=record, told_by={}, **told)


def row_of(entries: Entries, record: Record) -> dict[str, Any]:
    """The flat row of a record, without what is empty."""
    names = [column.name for column in COLUMNS]
    rows = [dict(zip(names, row, strict=True)) for row in flat_rows(entries)]
    return next({name: v for name, v in row.items() if v not in (None, [])} for row in rows if row["id"] == record.id)


def test_they_have_a_length_places_and_slices(entries: Entries) -> None:
    assert len(entries) == 5
    assert [one.record.kind for one in entries] == [entries[place].record.kind for place in range(5)]
    assert isinstance(entries[1:3], Entries)
    assert entries[1:3] == Entries([entries[1], entries[2]])
    assert repr(entries) == "<5 entries, 2024-03-05 to 2024-03-06>"
    assert not Entries()


def test_a_store_is_opened_by_its_path_in_words(tmp_path: Path) -> None:
    store_of(tmp_path, CALL).close()
    with pourparler.open_store(str(tmp_path / "example.db")) as store:
        assert len(store.ask(Filter(kinds=("contact",)))) == 1
    with pytest.raises(UsageError, match="no store at"):
        pourparler.open_store(tmp_path / "none.db")


def test_an_event_fills_the_columns_of_its_kind(entries: Entries) -> None:
    row = row_of(entries, REFUSAL)
    assert {name: row[name] for name in ("kind", "type", "mode", "factuality", "quad", "intensity", "codes")} == {
        "kind": "event", "type": "REJECT", "mode": "meet", "factuality": "actual", "quad": 3, "intensity": -2.0,
        "codes": CALL.id,
    }  # fmt: skip
    assert (row["actors"], row["recipients"], row["sides"]) == (["NOR"], ["SWE"], ["NOR", "SWE"])
    assert (row["from_day"], row["to_day"], row["published"]) == (date(2024, 3, 5), date(2024, 3, 5), date(2024, 3, 6))
    assert (row["place"], row["latitude"], row["geonames"]) == ("Vardø", 70.3705, 777019)
    assert TEXT[row["trigger_start"] : row["trigger_end"]] == row["trigger_words"] == "declined"
    assert (row["according_to"], row["sources"]) == ([SAID.id], ["A. Berg"])


def test_a_contact_tells_who_wanted_it_and_who_took_the_step(entries: Entries) -> None:
    row = row_of(entries, CALL)
    assert (row["type"], row["channel"]) == ("declined", "phone")
    assert (row["initiator"], row["target"]) == ("SWE", "NOR")
    assert (row["actor_names"], row["recipient_names"], row["people"]) == (["Kari Lund"], ["Sweden"], ["Kari Lund"])


def test_a_contact_by_nobody_known_has_all_its_sides_as_recipients() -> None:
    row = row_of(Entries([entry(replace(CALL, by=None))]), CALL)
    assert ("actors" in row, row["recipients"], row["sides"]) == (False, ["SWE", "NOR"], ["SWE", "NOR"])


def test_reasons_stand_by_kind_and_in_their_words() -> None:
    why = Reason(kind=ReasonKind.PROTOCOL, by=None, **span("not needed"))
    row = row_of(Entries([entry(replace(CALL, reasons=(why,)))]), CALL)
    assert (row["reasons"], row["reason_words"]) == (["protocol"], ["not needed"])


def test_a_mediator_is_told_and_is_no_side() -> None:
    host = replace(SWEDEN, name="Finland", country="FIN", code="FIN GOV")
    row = row_of(Entries([entry(replace(CALL, mediators=(host,)))]), CALL)
    assert (row["mediators"], row["sides"]) == (["Finland"], ["NOR", "SWE"])


def test_a_measure_a_statement_and_a_tenure_have_their_sides(entries: Entries) -> None:
    measure, said, term = (row_of(entries, record) for record in (EXPULSION, SAID, TERM))
    assert (measure["type"], measure["mode"]) == ("expulsion", "announced")
    assert (measure["actors"], measure["recipients"]) == (["NOR"], ["SWE"])
    assert (said["type"], said["actor_names"], said["sources"]) == ("asserts", ["A. Berg"], ["A. Berg"])
    assert (term["type"], term["sides"], term["people"]) == ("defence minister", ["NOR"], ["Kari Lund"])


def test_duckdb_reads_entries_as_a_table(entries: Entries) -> None:
    with duckdb.connect() as database:
        lines = "SELECT type, day, list_contains(sides, 'SWE') FROM entries WHERE kind = 'event'"
        found = database.execute(lines).fetchall()
    assert found == [("REJECT", date(2024, 3, 5), True)]


def test_arrow_has_the_documented_types_and_tells_what_each_column_is(entries: Entries) -> None:
    table = pyarrow.table(entries)
    assert table.num_rows == 5
    assert table.column_names == [column.name for column in COLUMNS]
    names = {pyarrow.list_(pyarrow.string()): Type.TEXTS, pyarrow.date32(): Type.DAY, pyarrow.float64(): Type.NUMBER}
    for field, column in zip(table.schema, COLUMNS, strict=True):
        assert names.get(field.type, str(field.type)) == column.type
        assert field.metadata[b"description"].decode() == column.told


def test_a_parquet_file_is_read_by_pyarrow_and_duckdb_alike(entries: Entries, tmp_path: Path) -> None:
    write_parquet(entries, path := tmp_path / "entries.parquet")
    assert parquet.read_table(path).equals(pyarrow.table(entries))
    with duckdb.connect() as database:
        found = database.execute(f"SELECT quotes FROM '{path}' WHERE id = '{CALL.id}'").fetchall()
    assert found == [(["declined a call with Sweden on Tuesday"],)]


def test_no_entries_are_a_table_without_rows(tmp_path: Path) -> None:
    write_parquet([], path := tmp_path / "none.parquet")
    assert parquet.read_table(path).num_rows == 0
    assert pyarrow.table(Entries()).column_names[0] == "id"


def test_no_more_than_one_batch_is_held() -> None:
    asked = 0

    def many() -> Iterator[Entry]:
        nonlocal asked
        for nth in range(3 * BATCH):
            asked += 1
            yield entry(other(nth))

    batches = arrow_batches(many())
    assert batches.read_next_batch().num_rows == BATCH
    assert asked <= BATCH + 1


def test_without_pyarrow_it_is_said_what_to_install(entries: Entries, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'pourparler\[parquet\]'"):
        entries.__arrow_c_stream__()


class _Cells(HTMLParser):
    """The text of each cell, and every tag there is."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str | None] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.cells += [""] * (tag == "td")
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


def test_a_notebook_shows_the_deed_its_words_and_its_source(entries: Entries) -> None:
    shown = _Cells(Entries([one for one in entries if one.record.id == CALL.id])._repr_html_())
    assert shown.cells == [
        "2024-03-05", "contact declined phone", "Kari Lund", "Sweden", "declined a call with Sweden on Tuesday",
        "A. Berg", "The Fjord",
    ]  # fmt: skip
    assert shown.links == ["https://fjord.example/2024/call"]


def test_doubt_is_shown() -> None:
    shown = _Cells(Entries([entry(replace(CALL, factuality="planned"))])._repr_html_())
    assert shown.cells[1] == "contact declined phone (planned)"


def test_hostile_words_are_text_in_a_notebook_and_no_link_runs() -> None:
    words = "<script>alert(1)</script>"
    hostile = replace(CALL, by=replace(LUND, person=words), evidence=(replace(CALL.anchor, text=words),))
    shown = _Cells(Entries([entry(hostile, outlet=words, url="javascript:alert(1)")])._repr_html_())
    assert (shown.cells[2], shown.cells[4], shown.cells[6]) == (words, words, words)
    assert not shown.tags & {"script", "a"}


def test_a_long_list_is_cut_and_says_so() -> None:
    html = Entries(entry(other(nth)) for nth in range(60))._repr_html_()
    assert html.count("<tr>") == 51
    assert "and 10 more" in html
