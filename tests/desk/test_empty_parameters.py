"""An untouched field of a form asks for nothing."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

FIELDS = ("order", "kind", "once", "rejected", "reviewed", "limit", "since", "between", "type", "after", "words")


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/ledger", FIELDS), ("/api/v1/contacts", (*FIELDS, "format")), ("/ledger.csv", FIELDS),
        ("/ledger.atom", FIELDS), ("/disputes", FIELDS), ("/watches", FIELDS), ("/search", ("words", "behind")),
        ("/people", ("side", "name", "after")), ("/outlets", ("name", "start")),
        ("/offices", ("office", "in", "of", "on")), ("/rows", ("id", "deed", "skip")),
        ("/pairs/NOR/SWE", ("since", "until")), ("/api/v1/line/NOR/SWE", ("on", "since", "format")),
        ("/api/v1/series", ("by", "kind", "between", "type", "limit", "after")),
    ],
)  # fmt: skip
def test_empty_parameters_are_not_given(desk: TestClient, address: str, fields: tuple[str, ...]) -> None:
    def seen(query: str) -> str:
        answer = desk.get(f"{address}{query}")
        assert answer.status_code == 200, answer.text
        return re.sub(r'name="csrf" value="[^"]*"', "", answer.text)

    plain = seen("")
    for empty in ("=", "=+%20", ""):
        assert seen(f"?{'&'.join(f'{name}{empty}' for name in fields)}") == plain


def test_an_empty_parameter_that_is_needed_is_said_to_be_missing(desk: TestClient) -> None:
    answer = desk.get("/api/v1/search?words=")
    assert answer.status_code == 400
    assert answer.json()["errors"] == [{"at": "words", "why": "needed, and not given"}]


def test_what_is_sent_beside_is_as_it_was_sent(desk: TestClient) -> None:
    narrowed = desk.get("/api/v1/contacts?involving=NOR&between=&type=declined&limit=").json()["items"]
    assert [one["status"] for one in narrowed] == ["declined"]
    assert desk.get("/api/v1/contacts?involving=&involving=NOR&limit=1").json()["next"].count("involving") == 1
