"""docs/formats.md shows the columns there are, and an event as it is exported."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.exports.example import CALL, REFUSAL, TEXT, event_entries, report_of, store_of

import pourparler
from pourparler.exports import icews, polecat
from pourparler.exports.annotation import annotation_lines
from pourparler.exports.cells import tabbed_line
from pourparler.exports.choices import Format
from pourparler.exports.geojson import geojson_lines
from pourparler.exports.omissions import Omissions
from pourparler.records.flat import COLUMNS, flat_rows
from pourparler.store import Store

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
CELL = re.compile(r"(?<!\\)\|")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return store_of(tmp_path, CALL, REFUSAL)


def section(name: str) -> str:
    return PAGE.split(f"\n## {name}\n")[1].split("\n## ")[0]


def table(text: str) -> Iterator[list[str]]:
    """The cells of the section's table, without its two lines of headings."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    for line in lines[2:]:
        yield [cell.strip().replace("\\|", "|") for cell in CELL.split(line)[1:-1]]


def quoted(value: Any) -> str:
    """A value as the page shows it."""
    if isinstance(value, list):
        value = "; ".join(value)
    return "" if value in (None, "") else f"`{value}`"


def document(name: str) -> Any:
    return json.loads(re.findall(r"```json\n(.*?)```", section(name), re.DOTALL)[0])


def test_the_article_is_the_one_that_was_read() -> None:
    shown = [line.removeprefix(">").strip() for line in PAGE.splitlines() if line.startswith(">")]
    assert "\n".join(shown) == TEXT


def test_every_format_is_listed() -> None:
    assert [line[0].strip("`") for line in table(PAGE.split("\n## ")[0])] == list(Format)


def test_the_columns_of_arrow_and_parquet(store: Store) -> None:
    (row,) = flat_rows(event_entries(store))
    shown = [[c.name, str(c.type), c.told, quoted(value)] for c, value in zip(COLUMNS, row, strict=True)]
    assert list(table(section("Parquet and Arrow"))) == shown


@pytest.mark.parametrize("name", ["POLECAT", "ICEWS"])
def test_the_columns_of_the_fields_data_sets(store: Store, name: str) -> None:
    ((entry), report) = event_entries(store)[0], report_of(store)
    if name == "POLECAT":
        columns, cells = polecat.COLUMNS, polecat.polecat_row(entry, REFUSAL, report)
    else:
        columns, (cells,) = icews.COLUMNS, icews.icews_rows(entry, REFUSAL, report)
    shown = [[name, quoted(cell)] for name, cell in zip(columns, tabbed_line(cells).split("\t"), strict=True)]
    assert [[line[0], line[2]] for line in table(section(name))] == shown


def test_the_feature(store: Store) -> None:
    lines = geojson_lines(event_entries(store), Omissions())
    assert document("GeoJSON") == json.loads("\n".join(lines))


def test_the_annotation(store: Store) -> None:
    report = report_of(store)
    page = json.loads("\n".join(annotation_lines(event_entries(store), lambda article: report)))
    page["items"][0]["body"][1]["value"] = "…"  # the record as JSON, too long to show
    assert document("Web Annotations") == page


def test_the_python_runs(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    monkeypatch.setattr(pourparler, "open_store", lambda path: opened.append(path) or store)
    names: dict[str, Any] = {}
    (block,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(compile(block, "formats.md", "exec"), names)
    assert opened == ["ledger.db"]
    assert len(names["contacts"]) == 1
