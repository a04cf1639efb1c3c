"""Each side's words beside the other's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.pages.making import Seen, contradiction, disputed, fill
from tests.store.making import article, reading

from pourparler.desk import create_app
from pourparler.records import Status
from pourparler.store import open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A dispute within an article of March, and one across two articles of April and May."""
    told = [
        (disputed(reading(article(key="a", published="2024-03-01"), Status.HELD)), True),
        (reading(article(key="b", outlet="The Sound", published="2024-04-01"), Status.DECLINED), False),
        (reading(article(key="c", outlet="The Strait", published="2024-05-01"), Status.DECLINED), False),
        (disputed(reading(article(key="d", published="2024-02-01"), Status.HELD, between=("FIN", "EST")), "EST"), True),
    ]
    fill(tmp_path / "s.db", *told)
    with open_store(tmp_path / "s.db") as store, store.writing() as writer:
        link = contradiction(told[1][0].contacts[0].id, told[2][0].contacts[0].id)
        writer.judge.keep([link], scope="NOR SWE")
    return tmp_path / "s.db"


@pytest.fixture
def desk(path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(path), base_url="http://127.0.0.1:8765") as client:
        yield client


def _days(html: str) -> list[str]:
    return re.findall(r'<article class="dispute".*?datetime="([^"]+)"', html, re.DOTALL)


def test_disputes_within_and_across_articles_stand_in_one_list_newest_first(desk: TestClient) -> None:
    page = desk.get("/disputes").text
    assert _days(page) == ["2024-05-01", "2024-03-01", "2024-02-01"]
    told = Seen(page).text
    assert "Across articles" in told
    assert "Within one article" in told


def test_each_side_has_its_words_who_said_them_and_where(desk: TestClient) -> None:
    told = Seen(desk.get("/disputes?between=NOR&between=SWE").text).text
    assert re.search(r"Norway asserts .*in The Sound , 1 April 2024.*Sweden denies .*in The Strait , 1 May 2024", told)
    assert "one denies the other" in told


def test_outlets_that_carry_one_side_only_are_named(desk: TestClient) -> None:
    told = Seen(desk.get("/disputes").text).text
    assert "Only Norway ’s side is carried by 1 outlet : The Sound" in told
    assert "Only Sweden ’s side is carried by 1 outlet : The Strait" in told
    assert "Both sides are carried by 1 outlet : The Fjord" in told


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ("between=FIN&between=EST", ["2024-02-01"]),
        ("between=SWE&between=NOR", ["2024-05-01", "2024-03-01"]),
        ("between=Sweden", ["2024-05-01", "2024-03-01"]),
        ("involving=EST", ["2024-02-01"]),
        ("since=2024-03-01&until=2024-04-30", ["2024-03-01"]),
        ("between=FIN&between=SWE", []),
    ],
)
def test_they_are_narrowed_by_sides_and_days(desk: TestClient, asked: str, days: list[str]) -> None:
    assert _days(desk.get(f"/disputes?{asked}").text) == days


def test_they_are_paged(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pourparler.desk.disputes.view_disputes.__defaults__", (1,))
    seen, address = list[str](), "/disputes"
    while address:
        page = desk.get(address).text
        seen += _days(page)
        found = re.search(r'rel="next" href="([^"]+)"', page)
        address = found[1].replace("&amp;", "&") if found else ""
    assert seen == ["2024-05-01", "2024-03-01", "2024-02-01"]


def test_a_link_that_somebody_has_rejected_is_no_dispute(desk: TestClient, path: Path) -> None:
    with open_store(path) as store:
        (link,) = store.judgements(relation="contradicts")
        with store.reviewing("anna") as reviewer:
            reviewer.reject(link.id)
    assert _days(desk.get("/disputes?between=SWE&between=NOR").text) == ["2024-03-01"]
