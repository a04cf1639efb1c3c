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


def test_what_changes_something_has_no_head(desk: TestClient) -> None:
    assert desk.head("/records/co-none/review").status_code == 405
