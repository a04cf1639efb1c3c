"""``pourparler brief`` on stores made by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.brief.making import asked, store_of
from tests.cli.conftest import Result

Run = Callable[..., Result]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    store_of(tmp_path / "ledger.db", asked()).close()
    return tmp_path / "ledger.db"


def test_by_default_markdown_is_printed(run: Run, store: Path) -> None:
    done = run("brief", "swe", "NOR", "--since", "2024-01-01", "--on", "2024-06-30", "--store", str(store))
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == "# Norway and Sweden"
    assert "Sweden asked Norway for a phone call at the level of ministers" in done.out
    assert done.out.endswith("--on 2024-06-30\n")


@pytest.mark.parametrize(
    ("name", "begins"), [("b.html", "<!doctype html>\n"), ("b.HTM", "<!doctype"), ("b.md", "# Norway")]
)
def test_the_name_of_the_file_tells_the_form(run: Run, store: Path, tmp_path: Path, name: str, begins: str) -> None:
    arguments = ("brief", "SWE", "NOR", "--on", "2024-06-30", "--out", str(tmp_path / name), "--store", str(store))
    assert (run(*arguments).code, run(*arguments).out) == (0, "")
    written = (tmp_path / name).read_text("utf-8")
    assert written.startswith(begins)
    assert "Sweden asked Norway for a phone call" in written


def test_the_printed_brief_is_the_written_one(run: Run, store: Path, tmp_path: Path) -> None:
    arguments = ("brief", "SWE", "NOR", "--on", "2024-06-30", "--store", str(store))
    run(*arguments, "--out", str(tmp_path / "b.md"))
    assert run(*arguments).out == (tmp_path / "b.md").read_text("utf-8")


def test_by_default_the_last_day_is_today(run: Run, store: Path) -> None:
    assert "1 January 2024 to " in run("brief", "SWE", "NOR", "--since", "2024-01-01", "--store", str(store)).out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["NOR", "SWE", "--on", "Monday"], "'Monday' is no day; write it as 2021-01-31"),
        (
            ["NOR", "SWE", "--on", "2024-03-01", "--since", "2024-03-02"],
            "no day lies between 2024-03-02 and",
        ),
        (["NOR", "nor"], "both sides are NOR"),
        (["NOR", "SVE"], "nobody knows a side 'SVE'"),
        (["NOR", "SWE", "--out", "brief.pdf"], "brief.pdf names no form that a brief has; end it in .html or .md"),
        (["NOR", "SWE", "--out", "no/such/folder/brief.md"], "there is no folder"),
    ],
)
def test_what_cannot_be_met_is_wrong_usage(run: Run, store: Path, arguments: list[str], told: str) -> None:
    done = run("brief", *arguments, "--store", str(store))
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_a_store_that_is_not_there_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    done = run("brief", "NOR", "SWE", "--store", str(tmp_path / "none.db"))
    assert done.code == 2
    assert "none.db" in done.err
