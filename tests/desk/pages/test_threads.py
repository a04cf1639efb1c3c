"""A contact from its request to its outcome."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.pages.making import Seen, contact_of, disputed, fill
from tests.store.making import article, reading

from pourparler.desk import create_app
from pourparler.records import Relation, Status
from pourparler.records.judgements import link
from pourparler.store import open_store


@pytest.fixture
def thread(desk: TestClient, store_path: Path) -> str:
    """The three contacts as one thread: a request, its refusal, and what was held later."""
    with open_store(store_path) as store:
        asked, refused, held = (contact_of(store, number).id for number in range(3))
        answer = link(Relation.ANSWERS, refused, asked, score=0.9, reasons=("the request was declined",))
        later = link(Relation.FOLLOWS, held, asked, score=0.7, reasons=("what was held follows",))
        with store.writing() as writer:
            writer.judge.keep([answer, later], scope="NOR SWE")
            writer.judge.regroup([asked, refused, held])
    return asked


def _status(html: str) -> list[str]:
    return re.findall(r'<h2><time[^>]+>[^<]+</time> <span class="state \w+">(\w+)', html)


def test_steps_stand_in_their_order_with_who_said_so(desk: TestClient, thread: str) -> None:
    page = desk.get(f"/threads/{thread}").text
    assert _status(page) == ["requested", "declined", "held"]
    told = Seen(page).text
    assert "3 steps · 3 reports · 3 origins" in told
    assert "The Fjord" in told
    assert "reason (protocol)" in told


def test_every_step_leads_to_the_thread(desk: TestClient, thread: str, store_path: Path) -> None:
    with open_store(store_path) as store:
        pages = {desk.get(f"/threads/{contact_of(store, number).id}").text for number in range(3)}
    assert len({str(_status(page)) for page in pages}) == 1


def test_what_answers_what_and_what_came_of_it_are_links(desk: TestClient, thread: str) -> None:
    told = Seen(desk.get(f"/threads/{thread}").text).text
    assert "answered by step 2" in told
    assert "what came of it: step 3" in told
    assert "answers step 1" in told
    assert "follows step 1" in told


def test_long_threads_are_paged(desk: TestClient, thread: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pourparler.desk.threads.STEPS", 2)
    page = desk.get(f"/threads/{thread}").text
    assert _status(page) == ["requested", "declined"]
    (on,) = re.findall(r'rel="next" href="([^"]+)"', page)
    behind = desk.get(on).text
    assert _status(behind) == ["held"]
    assert 'id="step-3"' in behind


def test_an_announced_step_of_which_nothing_came_says_so(tmp_path: Path) -> None:
    fill(tmp_path / "s.db", (reading(article(), Status.SCHEDULED), False))
    with open_store(tmp_path / "s.db") as store:
        name = contact_of(store).id
    with TestClient(create_app(tmp_path / "s.db"), base_url="http://127.0.0.1:8765") as desk:
        assert "Nothing in the store tells what came of it" in desk.get(f"/threads/{name}").text


def test_what_is_disputed_of_a_step_stands_with_it(tmp_path: Path) -> None:
    fill(tmp_path / "s.db", (disputed(reading(article(), Status.HELD)), False))
    with open_store(tmp_path / "s.db") as store:
        name = contact_of(store).id
    with TestClient(create_app(tmp_path / "s.db"), base_url="http://127.0.0.1:8765") as desk:
        told = Seen(desk.get(f"/threads/{name}").text).text
    assert "Disputed" in told
    assert "Norway asserts" in told
    assert "Sweden denies" in told


def test_two_read_outs_stand_side_by_side_with_what_each_leaves_out(tmp_path: Path) -> None:
    mine = reading(article(key="a", outlet="The Fjord"), Status.HELD)
    theirs = reading(article(key="b", outlet="The Sound"), Status.HELD, between=("SWE", "NOR"))
    fill(tmp_path / "s.db", (mine, False), (theirs, False))
    with open_store(tmp_path / "s.db") as store:
        value = {"only": {"NOR": ["fisheries"], "SWE": ["submarines"]}, "both": ["hotline"]}
        one, other = mine.contacts[0].id, theirs.contacts[0].id
        with store.writing() as writer:
            writer.judge.keep([link(Relation.READOUT, one, other, score=0.9, reasons=(), value=value)], scope="NOR SWE")
            writer.judge.regroup([one, other])
    with TestClient(create_app(tmp_path / "s.db"), base_url="http://127.0.0.1:8765") as desk:
        told = Seen(desk.get(f"/threads/{one}").text).text
    assert re.search(r"Norway ’s account.*Only here: fisheries.*Sweden ’s account.*Only here: submarines", told)
    assert "Both tell: hotline" in told


def test_a_record_that_is_not_there_has_no_thread(desk: TestClient) -> None:
    assert desk.get("/threads/co-000000000000").status_code == 404
