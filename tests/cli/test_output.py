"""Lists in every format, printed or written to a file."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest
from tests.exports.example import CALL, REFUSAL, other, store_of

from pourparler.records import Factuality

if TYPE_CHECKING:
    from conftest import Result

Ask = Callable[..., "Result"]


@pytest.fixture
def ask(run: Callable[..., Result], tmp_path: Path) -> Ask:
    """Ask a store that holds a contact, its event and one planned event."""
    store_of(tmp_path, CALL, REFUSAL, other(1, factuality=Factuality.PLANNED)).close()
    return lambda *arguments: run(*arguments, "--store", str(tmp_path / "example.db"))


@pytest.mark.parametrize(
    ("format", "begins"),
    [
        ("table", "day"),
        ("jsonl", '{"kind": "event"'),
        ("csv", "day,what,who"),
        ("polecat", "Event ID\tEvent Date\tEvent Type"),
        ("icews", "Event ID\tEvent Date\tSource Name"),
        ("geojson", '{"type": "FeatureCollection"'),
        ("webannotation", '{"@context": ["http://www.w3.org/ns/anno.jsonld"'),
    ],
)
def test_a_text_format_is_printed_or_written_the_same(ask: Ask, tmp_path: Path, format: str, begins: str) -> None:
    printed = ask("events", "--format", format)
    assert printed.code == 0
    assert printed.out.startswith(begins)
    written = ask("events", "--format", format, "--out", str(tmp_path / "out"))
    assert (written.code, written.out) == (0, "")
    assert (tmp_path / "out").read_text("utf-8") == printed.out


@pytest.mark.parametrize(
    ("name", "begins"), [("a.csv", "day,"), ("a.geojson", '{"type"'), ("a.jsonld", '{"@context"'), ("a", '{"kind"')]
)
def test_the_name_of_the_file_tells_the_format(ask: Ask, tmp_path: Path, name: str, begins: str) -> None:
    assert ask("events", "--out", str(tmp_path / name)).code == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_parquet_is_written_to_a_file(ask: Ask, tmp_path: Path) -> None:
    assert ask("contacts", "--out", str(tmp_path / "c.parquet")).code == 0
    with duckdb.connect() as database:
        found = database.execute(f"SELECT type, channel FROM '{tmp_path / 'c.parquet'}'").fetchall()
    assert found == [("declined", "phone")]


def test_what_a_format_has_no_place_for_is_told(ask: Ask) -> None:
    assert ask("events", "--format", "polecat").err == "pourparler: polecat: 1 left out: 1 planned\n"
    assert ask("contacts", "--format", "geojson").err == "pourparler: geojson: 1 left out: 1 without coordinates\n"
    assert ask("events", "--format", "jsonl").err == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["contacts", "--format", "polecat"], "ask with `pourparler events`"),
        (["after", CALL.id, "--format", "icews"], "ask with `pourparler events`"),
        (["thread", CALL.id, "--format", "icews"], "ask with `pourparler events`"),
        (["contacts", "--format", "parquet"], "--out FILE"),
        (["series", "--format", "geojson"], "choose --format of table, jsonl, csv"),
        (["search", "call", "--format", "parquet"], "choose --format of table, jsonl, csv"),
        (["contacts", "--out", "none/such/folder.csv"], "there is no folder"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage_and_prints_nothing(ask: Ask, arguments: list[str], told: str) -> None:
    done = ask(*arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_without_pyarrow_parquet_leaves_no_file(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = ask("contacts", "--out", str(tmp_path / "c.parquet"))
    assert done.code == 2
    assert "pourparler[parquet]" in done.err
    assert not [path for path in tmp_path.iterdir() if "parquet" in path.name]


def test_all_gives_what_the_pages_give(run: Callable[..., Result], tmp_path: Path) -> None:
    store_of(tmp_path, *(other(nth) for nth in range(130))).close()
    ids = []
    for more in (["--limit", "100"], ["--all"], []):
        done = run("events", *more, "--store", str(tmp_path / "example.db"))
        ids.append([json.loads(line)["id"] for line in done.out.splitlines()])
        assert ("there are more" in done.err) == ("--limit" in more)
    page, every, piped = ids
    assert (len(page), len(every)) == (100, 130)
    assert every[:100] == page
    assert piped == every


def test_a_file_holds_all_and_a_terminal_shows_a_page(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_of(tmp_path, *(other(nth) for nth in range(60))).close()
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    asked = ("events", "--store", str(tmp_path / "example.db"))
    shown = run(*asked, "--format", "jsonl")
    assert len(shown.out.splitlines()) == 50
    assert "there are more: --all, or --after " in shown.err
    assert "there are more" not in run(*asked, "--limit", "60").err
    written = run(*asked, "--out", str(tmp_path / "e.jsonl"))
    assert (len((tmp_path / "e.jsonl").read_text("utf-8").splitlines()), written.err) == (60, "")
    run(*asked, "--limit", "7", "--out", str(tmp_path / "few.csv"))
    assert len((tmp_path / "few.csv").read_text("utf-8").splitlines()) == 8


@pytest.mark.parametrize("list", [("events",), ("search", "call")])
def test_all_and_so_many_contradict_each_other(ask: Ask, list: tuple[str, ...]) -> None:
    done = ask(*list, "--all", "--limit", "3")
    assert (done.code, done.out) == (2, "")
    assert "--all and --limit 3 contradict each other" in done.err


def test_an_ending_that_tells_no_format_is_refused_unless_one_is_named(ask: Ask, tmp_path: Path) -> None:
    odd = tmp_path / "events.foo"
    done = ask("events", "--out", str(odd))
    assert done.code == 2
    assert "'events.foo' ends in '.foo', which tells no format" in done.err
    assert all(known in done.err for known in (".jsonl", ".csv", ".parquet", ".geojson", "--format"))
    assert not odd.exists()
    assert ask("events", "--format", "csv", "--out", str(odd)).code == 0
    assert odd.read_text("utf-8").startswith("day,")


def test_an_outlet_of_which_there_is_nothing_is_told_with_names_alike(ask: Ask) -> None:
    done = ask("events", "--outlet", "The Fjrod")
    assert (done.code, done.out) == (0, "")
    assert "holds no article of an outlet 'The Fjrod'; closest: The Fjord" in done.err
    assert ask("events", "--outlet", "nonesuch").err.endswith("no article of an outlet 'nonesuch'\n")
    assert ask("events", "--outlet", "the fjord").err == ""


def test_counts_and_found_articles_are_written_too(ask: Ask, tmp_path: Path) -> None:
    ask("series", "--by", "type", "--kind", "event", "--out", str(out := tmp_path / "s.csv"))
    assert list(csv.DictReader(out.read_text("utf-8").splitlines())) == [
        {"type": "REJECT", "events": "1", "records": "2", "reports": "1", "origins": "1"}
    ]
    ask("search", "call", "--format", "csv", "--out", str(out))
    assert [row["outlet"] for row in csv.DictReader(out.read_text("utf-8").splitlines())] == ["The Fjord"]
