"""Watches at the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.store.making import article, coded, reading

from pourparler.desk import create_app
from pourparler.records import Status
from pourparler.store import Filter, open_store

Run = Callable[..., Any]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A call of Norway and Sweden that was refused."""
    monkeypatch.setenv("POURPARLER_REVIEWER", "anna")
    path = tmp_path / "store.db"
    with open_store(path, create=True) as opened, opened.writing() as writer:
        one = article()
        writer.file(writer.keep(one), coded(reading(one, Status.DECLINED)))
    return str(path)


def test_a_watch_is_added_listed_and_removed(run: Run, store: str) -> None:
    added = run(
        "alert", "add", "Refusals", "--between", "nor", "swe", "--status", "declined", "--person", "Ole Berg",
        "--since", "2024-01-01", "--store", store,
    )  # fmt: skip
    assert (added.code, added.out) == (0, "")
    assert "/feeds/refusals.atom" in added.err
    with open_store(Path(store)) as opened:
        (watch,) = opened.watches()
    assert watch.wanted == Filter(
        kinds=("contact",), between=("NOR", "SWE"), types=("declined",), person="Ole Berg", since="2024-01-01"
    )
    listed = run("alert", "list", "--store", store).out
    assert "contacts between NOR and SWE; person Ole Berg; declined; since 2024-01-01" in listed
    assert "anna" in listed
    assert run("alert", "remove", "refusals", "--store", store).code == 0
    assert run("alert", "remove", "refusals", "--store", store).code == 2


def test_the_feed_in_a_file_is_that_of_the_desk(run: Run, store: str, tmp_path: Path) -> None:
    run("alert", "add", "Refusals", "--between", "NOR", "SWE", "--store", store)
    out = tmp_path / "file.atom"
    assert run("alert", "feed", "refusals", "--out", str(out), "--store", store).code == 0
    printed = run("alert", "feed", "refusals", "--store", store).out
    with TestClient(create_app(Path(store)), base_url="http://127.0.0.1:8765") as desk:
        served = desk.get("/feeds/refusals.atom").text
    assert out.read_text("utf-8") == printed == served
    other = run("alert", "feed", "refusals", "--desk", "https://desk.example/", "--store", store).out
    assert 'href="https://desk.example/records/co-' in other
    assert "127.0.0.1" not in other


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["list", "refusals"], "takes no name"),
        (["add"], "takes a name"),
        (["add", "all"], "narrow it"),
        (["add", "!", "--involving", "NOR"], "no name"),
        (["feed", "none"], "alert list"),
        (["add", "days", "--involving", "NOR", "--since", "soon"], "2021-01-31"),
        (["add", "days", "--by", "NOR", "--since", "2024-03-02", "--until", "2024-03-01"], "no day lies between"),
        (["add", "one", "--between", "NOR", "Norway"], "both sides are NOR"),
        (["add", "nobody", "--involving", "Nowray"], "closest: Norway"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, store: str, arguments: list[str], said: str) -> None:
    result = run("alert", *arguments, "--store", store)
    assert result.code == 2
    assert said in result.err


def test_a_feed_leads_to_a_desk(run: Run, store: str) -> None:
    run("alert", "add", "Refusals", "--between", "NOR", "SWE", "--store", store)
    result = run("alert", "feed", "refusals", "--desk", "desk.example", "--store", store)
    assert (result.code, result.out) == (2, "")
