"""What a program says of records is kept as what people say at the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from pourparler.desk import create_app
from pourparler.desk.guard import GuardSettings
from pourparler.store import Role, open_store

LOCAL = "http://127.0.0.1:8765"


@pytest.fixture
def anna(store_path: Path) -> Iterator[TestClient]:
    """A program on Anna's own machine."""
    with TestClient(create_app(store_path, GuardSettings(reviewer="anna")), base_url=LOCAL) as client:
        client.headers.update({"content-type": "application/json"})
        yield client


def first(client: TestClient, query: str = "") -> str:
    name: str = client.get(f"/api/v1/contacts?{query}").json()["items"][0]["id"]
    return name


def say(client: TestClient, name: str, **review: Any) -> Any:
    return client.post(f"/api/v1/records/{name}/review", json=review)


def test_each_verb_is_kept_in_the_name_of_whoever_says_it(anna: TestClient) -> None:
    name = first(anna, "type=declined")
    assert say(anna, name, verb="accept").json()["record"]["review"]["verdict"] == "accepted"
    told = say(anna, name, verb="correct", changes={"status": "unanswered"}).json()
    assert (told["by"], told["record"]["status"]) == ("anna", "unanswered")
    assert first(anna, "type=unanswered") == name
    say(anna, name, verb="note", words="told otherwise a day later")
    say(anna, name, verb="split")
    kept = anna.get(f"/api/v1/history/{name}").json()["items"]
    assert [one["relation"] for one in kept] == ["accept", "correct", "note", "split"]
    assert {one["by"] for one in kept} == {"anna"}


def test_a_review_is_undone_by_its_own_name_or_by_the_record(anna: TestClient) -> None:
    name = first(anna)
    review = say(anna, name, verb="reject").json()["review"]
    assert first(anna) != name
    assert say(anna, review, verb="undo").status_code == 200
    assert first(anna) == name
    say(anna, name, verb="reject")
    say(anna, name, verb="undo")
    assert first(anna) == name


def test_two_records_are_merged(anna: TestClient) -> None:
    one, other = (item["id"] for item in anna.get("/api/v1/contacts?limit=2").json()["items"])
    assert say(anna, one, verb="merge", other=other).json()["record"]["deed"]["reports"] == 2


@pytest.mark.parametrize(
    ("review", "status"),
    [
        ({"verb": "burn"}, 400),
        ({"verb": "note", "words": ""}, 400),
        ({"verb": "correct", "changes": {"status": "eaten"}}, 400),
        ({"verb": "correct", "changes": {"id": "co-1"}}, 400),
        ({"verb": "merge", "other": "co-none"}, 400),
        ({"verb": "accept", "loudly": True}, 400),
        ({"verb": "undo"}, 400),
        ({}, 400),
    ],
)
def test_a_review_that_makes_no_sense_changes_nothing(anna: TestClient, review: dict[str, Any], status: int) -> None:
    name = first(anna)
    answer = say(anna, name, **review)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert anna.get(f"/api/v1/history/{name}").json()["items"] == []


def test_what_is_not_there_cannot_be_reviewed(anna: TestClient) -> None:
    assert say(anna, "co-none", verb="accept").status_code == 404


def test_nobody_reviews_without_a_name(store_path: Path) -> None:
    with TestClient(create_app(store_path, GuardSettings(reviewer=None)), base_url=LOCAL) as nobody:
        answer = say(nobody, first(nobody), verb="accept")
    assert answer.status_code == 400
    assert "POURPARLER_REVIEWER" in answer.json()["detail"]


def test_beyond_the_machine_a_reviewers_token_is_needed_and_nothing_else(store_path: Path) -> None:
    with open_store(store_path) as store:
        tokens = {role: store.make_token(role.value, role) for role in Role}
    settings = GuardSettings(host="127.0.0.1", host_names=("desk.example",))
    with TestClient(create_app(store_path, settings), base_url="https://desk.example") as client:
        told = {role: {"authorization": f"Bearer {token}"} for role, token in tokens.items()}
        listed = client.get("/api/v1/contacts", headers=told[Role.READER]).json()["items"]
        address = f"/api/v1/records/{listed[0]['id']}/review"
        assert client.get("/api/v1/contacts").status_code == 401
        assert client.post(address, json={"verb": "accept"}).status_code == 401
        assert client.post(address, json={"verb": "accept"}, headers=told[Role.READER]).status_code == 403
        answer = client.post(address, json={"verb": "accept"}, headers=told[Role.REVIEWER])
        assert (answer.status_code, answer.json()["by"]) == (200, "reviewer")
        for refused in (client.get("/api/v1/contacts"), client.post(address, json={}, headers=told[Role.READER])):
            assert refused.headers["content-type"] == "application/problem+json"


def test_another_sites_page_cannot_review(anna: TestClient) -> None:
    name = first(anna)
    answer = anna.post(
        f"/api/v1/records/{name}/review", json={"verb": "reject"}, headers={"origin": "https://evil.example"}
    )
    assert answer.status_code == 403
    assert first(anna) == name
