"""HEAD is answered as GET is, without a body."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize(
    "address",
    [
        "/", "/ledger", "/ledger.csv", "/ledger.atom", "/watches", "/search?words=call", "/static/desk.css",
        "/api/v1/contacts", "/api/v1/openapi.json", "/api/v1/health", "/nothing", "/api/v1/records/co-none",
        "/ledger?limit=x", "/feeds/none.atom",
    ],
)  # fmt: skip
def test_the_head_alone_is_that_of_the_whole_answer(desk: TestClient, address: str) -> None:
    desk.get("/")  # has the cookie from now on
    whole, head = desk.get(address), desk.head(address)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers == whole.headers


def test_a_head_that_the_asker_has_is_not_modified(desk: TestClient) -> None:
    tag = desk.head("/api/v1/contacts").headers["etag"]
    assert desk.head("/api/v1/contacts", headers={"if-none-match": tag}).status_code == 304


def test_a_file_is_not_made_for_its_head(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def pieces(*asked: object) -> object:
        for number in range(100):
            made.append(number)
            yield b"x"

    monkeypatch.setattr("pourparler.desk.pages.ledger.pieces", pieces)
    assert desk.head("/ledger.csv").status_code == 200
    assert len(made) <= 1


@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH", "POST"])
@pytest.mark.parametrize(
    "address", ["/api/v1/contacts", "/api/v1/records/co-1", "/api/v1/openapi.json", "/ledger", "/"]
)
def test_an_address_that_only_reads_says_what_it_takes(desk: TestClient, method: str, address: str) -> None:
    answer = desk.request(method, address)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert "takes GET, HEAD alone" in answer.text


def test_an_address_that_is_written_to_takes_no_other_method(desk: TestClient) -> None:
    assert desk.delete("/api/v1/records/co-1/review").headers["allow"] == "POST"
    assert desk.delete("/watches").headers["allow"] == "GET, HEAD, POST"
    assert desk.post("/records/co-1/review").status_code == 403  # no form of the desk


def test_what_changes_something_has_no_head(desk: TestClient) -> None:
    assert desk.head("/records/co-none/review").status_code == 405
