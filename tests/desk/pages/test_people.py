"""People and offices: who speaks and acts, what the tables and texts tell of their offices, who answers to them."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from tests.desk.pages.making import plain
from tests.store.making import article, reading, state

from pourparler.records import Judgement, JudgementKind, Relation, Stance, Status
from pourparler.store import open_store

NASTY = 'Ole <script>alert(1)</script>\u202e "x"'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Ole Berg says three things, Lloyd Austin is in two contacts, somebody with a hostile name in one."""
    path = tmp_path / "store.db"
    with open_store(path, create=True) as store, store.writing() as writer:
        for key, (status, person) in enumerate(
            [(Status.DECLINED, "Lloyd Austin"), (Status.HELD, "Lloyd Austin"), (Status.HELD, NASTY)]
        ):
            one = article(key=f"n{key}", published=f"2021-05-0{key + 1}")
            made = reading(one, status, between=("USA", "CHN"))
            who = state("USA", "MIL", person=person)
            said = replace(made.statements[0], stance=Stance.DENIES if key else Stance.ASSERTS)
            contact = replace(made.contacts[0], by=who, participants=(who, state("CHN", "MIL")))
            writer.file(writer.keep(one), replace(made, records=(said, contact)))
            last = contact.id
        held = {"person": "Ole Berg", "office": "defence minister", "country": "USA", "from": "2021-05", "to": None}
        writer.judge.keep(
            [
                Judgement(
                    kind=JudgementKind.HOLDER, relation=Relation.HOLDS, subject=last,
                    object="Ole Berg, defence minister", value=held, score=0.9,
                )
            ]
        )  # fmt: skip
    return path


def test_people_are_listed_by_their_records_and_each_figure_leads_to_them(browser: TestClient) -> None:
    html = browser.get("/people").text
    names = re.findall(r'<th scope="row"><a href="/people/[^"]+"><bdi>([^<]*)', html)
    assert names[:2] == ["Ole Berg", "Lloyd Austin"]
    assert "<script" not in html
    assert "\u202e" not in html
    links = [unescape(link) for link in re.findall(r'href="(/ledger\?[^"]+)"', html)]
    assert links
    for link in links:
        assert browser.get(link).text.count('<th scope="row">') > 0


def test_people_are_found_by_side_and_by_letters_of_their_names(browser: TestClient) -> None:
    assert "Ole Berg" in browser.get("/people?side=United+States&name=berg").text
    assert "Lloyd Austin" not in browser.get("/people?name=berg").text
    assert "Nobody fits" in browser.get("/people?side=Norway").text
    assert browser.get("/people?side=Atlantis").status_code == 400


def test_a_person_says_what_the_figures_say(browser: TestClient) -> None:
    html = browser.get("/people/Ole%20Berg").text
    assert "2 denies in 2 reports, 2 origins" in plain(html)
    assert "1 asserts" in plain(html)
    assert browser.get("/people/Ole%20Berg?stance=denies").text.count('<th scope="row">') == 2
    assert browser.get("/people/ole%20berg").status_code == 200


def test_an_office_that_texts_tell_of_is_told_apart_with_their_words(browser: TestClient) -> None:
    html = browser.get("/people/Ole%20Berg").text
    told = html.partition("Learned from texts")[2].partition("</table>")[0]
    assert "defence minister" in told
    assert "2021-05" in told
    assert re.search(r'href="/records/co-[^"]+"><q>', told)


def test_terms_of_office_are_told_with_their_source(browser: TestClient) -> None:
    html = plain(browser.get("/people/Lloyd%20Austin").text)
    assert "defence minister United States 2021-01-22 2025-01-20 the tables:" in html


def test_counterparts_in_the_state_that_somebody_dealt_with_are_told_with_the_disagreement(browser: TestClient) -> None:
    html = plain(browser.get("/people/Lloyd%20Austin?on=2021-05-20").text)
    assert "Rank and function point to different offices" in html
    assert "Wei Fenghe" in html
    assert "Xu Qiliang" in html
    assert "no state or organisation" in plain(browser.get("/people/Lloyd%20Austin?of=Nowhere").text)
    assert "counterparts are in another state" in plain(browser.get("/people/Lloyd%20Austin?of=USA").text)


def test_somebody_with_a_hostile_name_has_a_page_like_everybody(browser: TestClient) -> None:
    answer = browser.get(f"/people/{quote(NASTY, safe='')}")
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert "\u202e" not in answer.text


@pytest.mark.parametrize("name", ["Nobody", "a/b", "%00", "' OR 1=1 --", "x" * 500])
def test_nobody_is_not_found(browser: TestClient, name: str) -> None:
    assert browser.get(f"/people/{quote(name, safe='')}").status_code == 404


def test_an_office_is_told_with_holder_predecessors_and_counterparts(browser: TestClient) -> None:
    html = plain(browser.get("/offices?office=Secretary+of+Defense&in=USA&of=China&on=2021-05-20").text)
    assert "Lloyd Austin 2021-01-22 to 2025-01-20" in html
    assert "Jim Mattis" in html
    assert "Rank and function point to different offices" in html
    assert "Ole Berg" in html.partition("Learned from texts")[2]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("office=space+admiral&in=USA", "no office"),
        ("office=defence+minister&in=Atlantis", "no state or organisation"),
        ("office=defence+minister&in=USA&of=USA", "counterparts are in another state"),
        ("office=%3Cscript%3E&in=USA", "no office"),
    ],
)
def test_an_office_that_is_not_known_is_told_so(browser: TestClient, asked: str, told: str) -> None:
    answer = browser.get(f"/offices?{asked}")
    assert answer.status_code == 404
    assert told in plain(answer.text)
    assert "<script" not in answer.text


@pytest.mark.parametrize("address", ["/offices?office=defence+minister&in=USA", "/people/Kari%20Lund?"])
def test_a_day_that_the_calendar_has_not_is_refused(browser: TestClient, address: str) -> None:
    answer = browser.get(f"{address}&on=2021-02-31")
    assert answer.status_code == 400
    assert "expected a day, as 2024-03-05, not “2021-02-31”" in answer.text


def test_without_a_question_the_usual_offices_of_the_states_at_hand_are_told(browser: TestClient) -> None:
    html = browser.get("/offices?on=2021-05-20").text
    assert "Lloyd Austin" in html
    assert html.count("Joe Biden") == 1
