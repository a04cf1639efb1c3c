"""What is wrong with a parameter is said in words: its name, what was expected, what was given."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/ledger?order=sideways", ("order", "expected newest or oldest, not “sideways”")),
        ("/ledger?kind=rumour", ("kind", "incident, measure, tenure, event or dispute, not “rumour”")),
        ("/ledger?limit=0", ("limit", "expected 1 or more, not “0”")),
        ("/ledger?limit=501", ("limit", "expected at most 500, not “501”")),
        ("/ledger?once=maybe", ("once", "expected true or false, not “maybe”")),
        ("/ledger?since=soon", ("since", "expected a day, as 2024-03-05, not “soon”")),
        ("/ledger?since=0", ("since", "expected a day, as 2024-03-05, not “0”")),
        ("/ledger?between=a&between=b&between=c", ("between", "expected at most 2 of it, not 3")),
        ("/ledger?after=here", ("after", "expected the place that the page before ended with, not “here”")),
        ("/pairs?other=NOR", ("one", "needed, and not given")),
        ("/outlets/The%20Fjord?show=all", ("show", "expected quotes, first, later, undecided or pair, not “all”")),
        ("/outlets/The%20Fjord?show=pair&after=x", ("after", "the place that the page before ended with")),
        ("/people?after=x", ("after", "the place that the page before ended with")),
        ("/articles/x?version=../..", ("version", "as the article")),
        ("/threads/x?skip=-1", ("skip", "expected 0 or more, not “-1”")),
    ],
)
def test_a_page_says_what_is_wrong_with_its_address(desk: TestClient, address: str, told: tuple[str, str]) -> None:
    answer = desk.get(address, headers={"accept": "text/html"})
    assert answer.status_code == 400
    name, why = told
    assert f"<b>{name}</b>" in answer.text
    assert why in answer.text
    assert "pydantic" not in answer.text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/pairs/NOR/XQZ", "Nobody knows a side &#39;XQZ&#39;"),
        ("/pairs/NOR/SWE?since=2024-05-01&until=2024-04-01", "No day lies between 2024-05-01 and 2024-04-01;"),
        ("/pairs?one=Atlantis&other=NOR", "Nobody knows a side &#39;Atlantis&#39;"),
        ("/pairs/NOR/%3Cscript%3E", "&#39;&lt;script&gt;&#39;"),
    ],
)
def test_a_page_says_what_cannot_be_asked_for(desk: TestClient, address: str, said: str) -> None:
    answer = desk.get(address, headers={"accept": "text/html"})
    assert answer.status_code == 400
    assert said in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("who?office=minister", "“in=USA”"),
        ("who?office=defence%20minister%20of%20China&in=USA", "“in” says United States"),
        ("line/NOR/SWE?on=2024-01-01&since=2024-02-01", "give an earlier first day"),
    ],
)
def test_the_api_speaks_of_its_own_parameters(desk: TestClient, address: str, said: str) -> None:
    told = desk.get(f"/api/v1/{address}").json()["detail"]
    assert said in told
    assert "--" not in told


def test_every_problem_of_the_api_has_the_shape_that_is_described(desk: TestClient) -> None:
    shape = desk.get("/api/v1/openapi.json").json()["components"]["schemas"]["Problem"]
    addresses = (
        "contacts?statsu=x",
        "contacts?limit=x",
        "contacts/",
        "nothing",
        "records/co-none",
        "who?office=minister",
    )
    for address in addresses:
        told = desk.get(f"/api/v1/{address}").json()
        assert set(shape["required"]) <= set(told) <= set(shape["properties"])
        for wrong in told.get("errors", []):
            assert set(wrong) == set(shape["properties"]["errors"]["items"]["properties"]) == {"at", "why"}
    (unknown,) = desk.get("/api/v1/search?words=call&wrods=x").json()["errors"]
    assert unknown == {"at": "wrods", "why": "no parameter of this name; expected after, format, limit, words"}


@pytest.mark.parametrize(
    ("sent", "at", "why"),
    [
        ('{"verb": "praise"}', "verb", "expected accept, reject, split, undo, correct, merge or note, not “praise”"),
        ("{}", "verb", "needed, and not given"),
        ("[]", "body", "expected an object of JSON"),
        ("{", "body", "expected JSON (Expecting property name enclosed in double quotes)"),
        ('{"verb": "accept", "by": "anna"}', "accept.by", "nothing of this name is expected"),
        ('{"verb": "note", "words": ""}', "note.words", "expected at least 1 letter, not “”"),
        ('{"verb": "note", "words": "\\ud800"}', "note.words", "expected text of whole characters, not “\\ud800”"),
        ('{"verb": "correct", "changes": {}}', "correct.changes", "expected at least 1 of it"),
    ],
)
def test_what_is_wrong_with_a_review_is_said_in_words(desk: TestClient, sent: str, at: str, why: str) -> None:
    answer = desk.post("/api/v1/records/co-1/review", content=sent, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["errors"] == [{"at": at, "why": why}]


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
def test_an_address_of_the_api_with_a_slash_at_its_end_is_none(desk: TestClient, method: str) -> None:
    answer = desk.request(method, "/api/v1/contacts/", follow_redirects=False, json={} if method == "POST" else None)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    if method == "GET":
        assert answer.json()["detail"].endswith("leave out the slash at its end: /api/v1/contacts")
