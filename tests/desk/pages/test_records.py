"""A record, and what people say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from tests.desk.pages.making import Seen, contact_of

from pourparler.desk import create_app
from pourparler.desk.guard import GuardSettings
from pourparler.records import Relation
from pourparler.records.judgements import link
from pourparler.store import Filter, Role, open_store


@pytest.fixture
def desk(store_path: Path) -> Iterator[TestClient]:
    """The desk as anna uses it."""
    with TestClient(create_app(store_path, GuardSettings(reviewer="anna")), base_url="http://127.0.0.1:8765") as client:
        yield client


@pytest.fixture
def name(store_path: Path) -> str:
    """The contact that was declined."""
    with open_store(store_path) as store:
        return contact_of(store, 1).id


def test_a_store_that_cannot_be_written_is_shown_and_takes_no_reviews(
    store_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pourparler.store.opening.can_be_written", lambda path: False)
    with TestClient(create_app(store_path), base_url="http://127.0.0.1:8765") as desk:
        shown = desk.get(f"/records/{name}").text
        assert "takes no reviews" in shown
        assert 'method="post"' not in shown
        assert 'method="post"' not in desk.get("/watches").text
        for address, sent in ((f"/api/v1/records/{name}/review", {"verb": "accept"}), ("/watches", {"name": "x"})):
            answer = desk.post(address, json=sent)
            assert answer.status_code == 403
            assert "cannot be written where it is served" in answer.text
        assert desk.get("/ledger").status_code == 200


def _send(desk: TestClient, name: str, **said: str) -> Response:
    found = re.search(r'name="csrf" value="([^"]+)"', desk.get(f"/records/{name}").text)
    assert found
    return desk.post(f"/records/{name}/review", data={"csrf": found[1], "by": "anna"} | said, follow_redirects=False)  # type: ignore[return-value]


def test_a_record_is_shown_with_its_fields_its_words_and_whose_they_are(desk: TestClient, name: str) -> None:
    page = desk.get(f"/records/{name}").text
    told = Seen(page).text
    assert "Norway <mark>declined</mark> a call with Sweden" in page
    assert "The Fjord" in told
    assert "status declined" in told
    (statement,) = set(re.findall(r'href="(/records/st-[^"]+)"', page))
    assert "person Ole Berg" in Seen(desk.get(statement).text).text
    assert "nothing told of" in told


def test_a_record_that_is_not_there_is_not_found(desk: TestClient) -> None:
    assert desk.get("/records/co-000000000000").status_code == 404
    assert desk.post("/records/co-000000000000/review", data={"verb": "accept"}).status_code in (403, 404)


def test_a_form_without_its_mark_changes_nothing(desk: TestClient, name: str) -> None:
    desk.get(f"/records/{name}")
    assert desk.post(f"/records/{name}/review", data={"verb": "reject"}).status_code == 403
    assert "Nobody has reviewed it yet" in desk.get(f"/records/{name}").text


def test_a_rejected_record_leaves_the_lists_until_that_is_undone(desk: TestClient, name: str) -> None:
    assert _send(desk, name, verb="reject").status_code == 303
    assert f"/records/{name}" not in desk.get("/ledger").text
    assert f"/records/{name}" in desk.get("/ledger?rejected=true").text
    page = desk.get(f"/records/{name}").text
    assert "rejected by anna" in page
    _send(desk, name, verb="undo")
    assert f"/records/{name}" in desk.get("/ledger").text
    assert "withdrawn by anna" in Seen(desk.get(f"/records/{name}").text).text


def test_accepting_leads_back_to_the_record(desk: TestClient, name: str) -> None:
    answer = _send(desk, name, verb="accept")
    assert answer.headers["location"] == f"/records/{name}#review"
    assert "accepted by anna" in desk.get(f"/records/{name}").text


def test_a_correction_is_kept_and_shown_at_once(desk: TestClient, name: str) -> None:
    desk.get("/ledger?type=cancelled")
    _send(desk, name, verb="correct", field="status", value="cancelled")
    assert f"/records/{name}" in desk.get("/ledger?type=cancelled").text
    assert "status = cancelled" in Seen(desk.get(f"/records/{name}").text).text


def test_a_correction_that_makes_no_sense_is_told_and_what_was_typed_stays(desk: TestClient, name: str) -> None:
    answer = _send(desk, name, verb="correct", field="status", value="refused")
    assert answer.status_code == 400
    assert "is none of sought, requested" in Seen(answer.text).text
    assert 'name="value" value="refused"' in answer.text
    assert '<option value="status" selected>' in answer.text


def test_every_field_that_is_offered_can_be_corrected(desk: TestClient, name: str) -> None:
    paths = re.findall(r'<option value="([\w.]+)"', desk.get(f"/records/{name}").text)
    assert {"status", "by.country", "when.earliest", "participants.1.sectors", "reasons.0.kind", "due"} <= set(paths)
    for path in paths:
        told = Seen(_send(desk, name, verb="correct", field=path, value="nonsense").text).text
        assert "no such field" not in told
        assert "cannot be corrected" not in told


def test_records_are_merged_and_split_again(desk: TestClient, name: str, store_path: Path) -> None:
    with open_store(store_path) as store:
        other = contact_of(store, 0).id
    _send(desk, name, verb="merge", other=other)
    assert "told in 2 reports" in Seen(desk.get(f"/records/{name}").text).text
    _send(desk, name, verb="split")
    assert "told in 1 report" in Seen(desk.get(f"/records/{name}").text).text


def test_notes_are_kept_and_can_be_withdrawn(desk: TestClient, name: str) -> None:
    _send(desk, name, verb="note", words="the ministry\ncorrected this")
    page = desk.get(f"/records/{name}").text
    assert "the ministry\ncorrected this" in page
    (review,) = set(re.findall(r'name="of" value="(re-[^"]+)"', page))
    _send(desk, name, verb="undo", of=review)
    assert "Nobody has left a note" in desk.get(f"/records/{name}").text


def test_notes_can_be_closed_and_opened_again(desk: TestClient, name: str) -> None:
    _send(desk, name, verb="close")
    assert "Closed to further notes by anna" in Seen(desk.get(f"/records/{name}").text).text
    assert _send(desk, name, verb="note", words="one more").status_code == 400
    _send(desk, name, verb="reopen")
    assert _send(desk, name, verb="note", words="one more").status_code == 303


def test_a_link_of_the_ledger_is_shown_with_its_reasons_and_can_be_rejected(
    desk: TestClient, name: str, store_path: Path
) -> None:
    with open_store(store_path) as store:
        asked = contact_of(store, 0).id
        with store.writing() as writer:
            made = link(Relation.ANSWERS, name, asked, score=0.91, reasons=("the request was declined",))
            writer.judge.keep([made], scope="NOR SWE")
            writer.judge.regroup([name, asked])
    page = desk.get(f"/records/{name}").text
    told = Seen(page).text
    assert "answers contact of 4 March 2024" in told
    assert "score 0.91; the request was declined" in told
    _send(desk, name, verb="reject", of=made.id)
    assert "does not hold" in Seen(desk.get(f"/records/{name}").text).text
    _send(desk, name, verb="undo", of=made.id)
    assert "does not hold" not in Seen(desk.get(f"/records/{name}").text).text


def test_reviews_are_made_in_the_name_of_whoever_asks_whatever_the_form_says(desk: TestClient, name: str) -> None:
    _send(desk, name, verb="accept", by="somebody else")
    page = Seen(desk.get(f"/records/{name}").text).text
    assert "In the name of anna" in page
    assert "accepted by anna" in page


def test_a_reader_sees_no_forms(store_path: Path, name: str) -> None:
    with open_store(store_path) as store:
        token = store.make_token("Ola", Role.READER)
    app = create_app(store_path, GuardSettings(tokens=True))
    with TestClient(app, base_url="http://127.0.0.1:8765", headers={"authorization": f"Bearer {token}"}) as desk:
        page = desk.get(f"/records/{name}").text
        assert "Reject" not in page
        assert "<form method" not in page
        assert desk.post(f"/records/{name}/review", data={"verb": "reject"}).status_code == 403


def test_what_a_correction_changes_is_linked_anew(desk: TestClient, name: str, store_path: Path) -> None:
    with open_store(store_path) as store:
        before = store.links_to_make()
    _send(desk, name, verb="correct", field="when", value="2024-07-01")
    with open_store(store_path) as store:
        assert store.links_to_make() <= before
        assert next(entry.day for entry in store.ask(Filter(kinds=("contact",)))) == "2024-07-01"
