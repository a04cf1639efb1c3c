"""Outlets: what each tells and leaves out, whom it quotes, how often it was first; each figure leads to its records."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from tests.desk.pages.making import plain
from tests.store.making import TEXT, article, reading, state

from pourparler.records import Article, Status
from pourparler.store import Store, open_store

NASTY = 'Sund"><script>alert(1)</script>\u202e/x'


def keep(store: Store, one: Article, *statuses: Status, source: object = "same") -> list[str]:
    made = reading(one, *statuses)
    said = made.statements[0] if source == "same" else replace(made.statements[0], source=source)  # type: ignore[arg-type]
    with store.writing() as writer:
        number = writer.keep(one)
        if writer.relatives.is_new(number):
            writer.relatives.place(number, b"")
        writer.file(number, replace(made, records=(said, *made.contacts)))
    return [contact.id for contact in made.contacts]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Reuters and the Fjord tell one text, Reuters first; of a call that Reuters and Sund tell the Fjord is silent."""
    path = tmp_path / "store.db"
    with open_store(path, create=True) as store:
        wire = article(key="a", outlet="Reuters", published="2024-03-05")
        copy = article(key="b", outlet="The Fjord", published="2024-03-06")
        for one in (wire, copy):
            keep(store, one, Status.DECLINED)
        hidden = replace(state("NOR"), anonymous=True)
        first = article(f"{TEXT} R", key="r", outlet="Reuters", published="2024-03-20")
        second = article(f"{TEXT} N", key="n", outlet=NASTY, published="2024-03-20")
        calls = [*keep(store, first, Status.HELD, source=hidden), *keep(store, second, Status.HELD, source=None)]
        keep(store, article(f"{TEXT} Later.", key="c", outlet="The Fjord", published="2024-04-20"), Status.OFFERED)
        with store.writing() as writer:
            writer.relatives.tie(*sorted((wire.id, copy.id)), "copy", 1.0, [])
            for name in calls:
                store.connection.execute("UPDATE record SET deed = ? WHERE id = ?", (min(calls), name))
    return path


def test_outlets_are_listed_with_what_the_tables_know_of_them(browser: TestClient) -> None:
    html = browser.get("/outlets").text
    assert "Reuters United Kingdom no" in plain(html)
    assert "<script" not in html
    assert "\u202e" not in html
    assert "Reuters" not in browser.get("/outlets?name=fjord").text


def test_every_figure_of_an_outlet_leads_to_as_many_records(browser: TestClient) -> None:
    for name in ("Reuters", "The Fjord"):
        html = browser.get(f"/outlets/{quote(name)}").text
        html = re.sub(r'<td data-head="(?:Reports|Origins)".*?</td>', "", html)
        figures = re.findall(r'<a class="figure" href="([^"]+)">(?:<strong>)?(\d+)</', html)
        assert len(figures) >= 5
        for link, number in figures:
            there = browser.get(unescape(link)).text
            assert there.count('<th scope="row"') == int(number), link


def test_an_outlet_leaves_out_what_two_others_tell_of_its_pair(browser: TestClient) -> None:
    html = browser.get("/outlets/The%20Fjord").text
    missing = html.partition('id="omits"')[2].partition("</section>")[0]
    assert "2024-03-20" in missing
    assert "2 origins tell it" in missing
    assert re.search(r'href="/articles/[^"]+#co-', missing)
    assert "Nothing of that kind" in browser.get("/outlets/Reuters").text


def test_it_is_told_whom_an_outlet_quotes_and_what_it_calls_them(browser: TestClient) -> None:
    quoted = plain(browser.get("/outlets/reuters").text.partition('id="quotes"')[2].partition("</section>")[0])
    assert "2 statements in its newest 2 articles" in quoted
    assert "Norway 2 1 0 1 0" in quoted
    assert browser.get("/outlets/Reuters?show=quotes&side=NOR&voice=anonymous").text.count('<th scope="row"') == 1
    nobody = plain(browser.get(f"/outlets/{quote(NASTY, safe='')}").text)
    assert "side not known 1 0 0 0 1" in nobody


def test_it_is_told_how_often_an_outlet_was_first(browser: TestClient) -> None:
    assert "1 it had first" in plain(browser.get("/outlets/Reuters").text)
    fjord = plain(browser.get("/outlets/The%20Fjord").text)
    assert "0 it had first" in fjord
    assert "1 others had before" in fjord


def test_an_outlet_with_a_hostile_name_has_a_page_like_all(browser: TestClient) -> None:
    answer = browser.get(f"/outlets/{quote(NASTY, safe='')}")
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert "\u202e" not in answer.text


@pytest.mark.parametrize("address", ["/outlets/Nobody", "/outlets/a%2Fb", "/outlets/%27%20OR%201=1"])
def test_an_outlet_that_is_not_there_is_not_found(browser: TestClient, address: str) -> None:
    assert browser.get(address).status_code == 404


@pytest.mark.parametrize("asked", ["show=everything", "voice=loud", "start=-1", "after=x", "show=pair&after=2024-13"])
def test_what_makes_no_sense_is_refused(browser: TestClient, asked: str) -> None:
    assert browser.get(f"/outlets/Reuters?{asked}").status_code == 400
