"""The first page and the search."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.pages.making import plain
from tests.store.making import article, coded, reading

from pourparler.desk import create_app, overview
from pourparler.desk.pages.overview import _pieces
from pourparler.ledger.lines import State
from pourparler.records import Reading, Status
from pourparler.store import Store, open_store


def news(key: str, published: str, status: Status, between: tuple[str, str] = ("NOR", "SWE")) -> Reading:
    of = article(f"Oslo and Stockholm spoke of the hotline, {key}.", key=key, published=published)
    return coded(reading(replace(of, title=f"Story {key}"), status, between=between))


STORY = (
    news("a", "2024-05-01", Status.HELD),
    news("b", "2024-05-20", Status.DECLINED),
    news("c", "2024-05-02", Status.HELD, ("NOR", "FIN")),
    news("d", "2023-01-02", Status.HELD, ("DNK", "EST")),
)


@pytest.fixture
def story() -> tuple[Reading, ...]:
    return STORY


def test_the_matrix_tells_in_words_how_two_sides_stand_and_leads_to_their_page(browser: TestClient) -> None:
    page = browser.get("/").text
    cells = re.findall(r'<td><a href="([^"]*)"[^>]*aria-label="([^"]*)"', page)
    assert ("/pairs/NOR/SWE", "Norway and Sweden: strained") in cells
    assert ("/pairs/SWE/NOR", "Sweden and Norway: strained") in cells
    assert ("/pairs/FIN/NOR", "Finland and Norway: open") in cells
    assert page.count('<td class="none">') == 14  # of twenty, three pairs have contact


def test_the_matrix_has_headings_for_each_row_and_column(browser: TestClient) -> None:
    page = browser.get("/").text
    table = page.split('<table class="matrix">')[1].split("</table>")[0]
    assert len(re.findall(r'<th scope="row"', table)) == 5
    assert len(re.findall(r'<th scope="col"', table)) == 6
    assert "<caption>" in table


def test_a_line_that_has_changed_tells_from_what_to_what_and_by_which_step(store: Store) -> None:
    turn, earlier = overview.look_over(store, date(2024, 5, 25)).turns
    assert (earlier.now.low, earlier.now.high, earlier.before) == ("FIN", "NOR", State.UNOBSERVED)
    assert (turn.before, turn.now.state, turn.now.first) == (State.OPEN, State.STRAINED, "2024-05-20")
    assert [step.status for step in turn.now.rests_on] == ["declined", "held"]


def test_what_changed_before_the_last_weeks_is_no_news(path: Path) -> None:
    with open_store(path) as store, store.writing() as writer:
        one = news("later", "2024-06-25", Status.DECLINED)
        writer.file(writer.keep(one.article), one)
    with open_store(path) as store:
        seen = overview.look_over(store, date(2024, 7, 25))
    assert (seen.day, seen.turns) == ("2024-06-25", ())  # the newest article's day
    assert seen.state("SWE", "NOR") is State.STRAINED


def test_no_more_than_so_many_sides_are_compared(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview, "_SIDES", 2)
    seen = overview.look_over(store, date(2024, 5, 25))
    assert (seen.sides, list(seen.states)) == (("NOR", "SWE"), [("NOR", "SWE")])


def test_only_the_last_two_years_tell_who_is_busy(path: Path) -> None:
    with open_store(path) as store, store.writing() as writer:
        one = news("e", "2026-02-01", Status.HELD)
        writer.file(writer.keep(one.article), one)
    with open_store(path) as store:
        assert overview.look_over(store, date(2026, 3, 1)).sides == ("NOR", "SWE")


def test_what_the_store_holds_is_told_and_leads_to_it(browser: TestClient) -> None:
    page = browser.get("/").text
    holds = page.split("What the store holds")[1]
    assert "4 articles read" in plain(holds)
    assert '<a class="figure" href="/ledger?">4 contacts</a>' in holds
    assert '<a class="figure" href="/ledger?kind=event">4 events</a>' in holds
    assert "The newest article is of 20 May 2024" in plain(page)


def test_the_newest_steps_are_listed_with_their_words(browser: TestClient) -> None:
    newest = browser.get("/").text.split("Newest steps")[1]
    assert re.findall(r'<time datetime="(\d{4}-\d\d-\d\d)">\1</time>', newest) == [
        "2024-05-20", "2024-05-02", "2024-05-01", "2023-01-02",
    ]  # fmt: skip


def test_an_empty_store_has_a_first_page_too(tmp_path: Path) -> None:
    open_store(tmp_path / "empty.db", create=True).close()
    with TestClient(create_app(tmp_path / "empty.db"), base_url="http://127.0.0.1:8765") as client:
        answer = client.get("/")
        assert answer.status_code == 200
        assert "holds no dated article yet" in plain(answer.text)
        assert client.get("/search?words=hotline").status_code == 200


# --- search ------------------------------------------------------------------------------------------


def test_found_words_are_marked_and_lead_to_the_article(browser: TestClient) -> None:
    page = browser.get("/search?words=hotline").text
    titles = re.findall(r'<h2><a href="(/articles/[^"]*)"><bdi>(Story \w)', page)
    assert [title for _, title in titles] == ["Story b", "Story c", "Story a", "Story d"]
    assert page.count("<mark>hotline</mark>") == 4
    assert all(browser.get(href).status_code == 200 for href, _ in titles)


def test_what_was_found_is_paged_and_each_stands_on_one_page(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pourparler.desk.pages.overview._PAGE", 3)
    page = browser.get("/search?words=hotline").text
    older = html.unescape(re.findall(r'rel="next" href="([^"]*)"', page)[0])
    assert re.findall(r"Story \w", page) == ["Story b", "Story c", "Story a"]
    assert re.findall(r"Story \w", browser.get(older).text) == ["Story d"]
    assert 'rel="next"' not in browser.get(older).text


@pytest.mark.parametrize("words", ["", " ", '"', '""', "*", "NEAR(", "a OR", "title:x", "^", "\ue000", "no-such-word"])
def test_words_are_taken_as_they_are_written(browser: TestClient, words: str) -> None:
    answer = browser.get("/search", params={"words": words})
    assert answer.status_code == 200
    assert "<mark>" not in answer.text


@pytest.mark.parametrize("behind", ["-1", "x", str(2**63)])
def test_a_place_that_is_none_is_refused(browser: TestClient, behind: str) -> None:
    assert browser.get("/search", params={"words": "hotline", "behind": behind}).status_code == 400


@pytest.mark.parametrize(
    ("snippet", "pieces"),
    [
        ("nothing", [("nothing", False)]),
        ("\ue000a\ue001", [("a", True)]),
        ("x \ue000a\ue001 \ue000b\ue001", [("x ", False), ("a", True), (" ", False), ("b", True)]),
        ("\ue000never closed", [("never closed", False)]),
        ("", []),
    ],
)
def test_a_snippet_is_cut_at_its_marks(snippet: str, pieces: list[tuple[str, bool]]) -> None:
    assert list(_pieces(snippet)) == pieces
