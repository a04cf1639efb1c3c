"""The API tells what the command line prints, page by page, and nothing twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient
from tests.store.making import article, coded, reading

from pourparler.desk import create_app
from pourparler.exports.entries import entry_json
from pourparler.records import Status
from pourparler.store import Filter, open_store

API = "/api/v1"


def read_more(path: Path, key: str = "later") -> None:
    """One more article comes in."""
    with open_store(path) as store, store.writing() as writer:
        one = article(key=key, published="2024-06-01")
        writer.file(writer.keep(one), coded(reading(one, Status.HELD)))


def test_a_list_is_what_the_command_line_prints(desk: TestClient, store_path: Path) -> None:
    with open_store(store_path) as store:
        printed = list(entry_json(store.ask(Filter(kinds=("contact",), types=("declined",)))))
    assert desk.get(f"{API}/contacts?type=declined").json()["items"] == [json.loads(line) for line in printed]
    lines = desk.get(f"{API}/contacts?type=declined&format=jsonl")
    assert lines.text.splitlines() == printed
    assert lines.headers["content-type"] == "application/x-ndjson"


def test_pages_follow_each_other_to_the_end(desk: TestClient) -> None:
    whole = [one["id"] for one in desk.get(f"{API}/contacts").json()["items"]]
    seen, address = list[str](), f"{API}/contacts?limit=2&between=NOR&between=SWE"
    while address:
        answer = desk.get(address)
        seen += [one["id"] for one in answer.json()["items"]]
        address = answer.json()["next"]
        assert answer.headers.get("link") == (f'<{address}>; rel="next"' if address else None)
    assert seen == whole
    assert len(seen) == 3


@pytest.mark.parametrize(
    "address", ["/thread/{id}?limit=1", "/after/{id}?limit=1&days=92", "/search?words=call&limit=1"]
)
def test_what_is_worked_out_whole_is_told_in_pages_too(desk: TestClient, address: str) -> None:
    first = desk.get(f"{API}/contacts").json()["items"][-1]
    address = API + address.format(id=first["id"])
    whole = desk.get(address.replace("limit=1", "limit=500")).json()["items"]
    seen = []
    while address:
        answer = desk.get(address).json()
        seen += answer["items"]
        address = answer["next"]
    assert seen == whole
    assert whole


def test_lines_are_had_by_the_header_accept(desk: TestClient) -> None:
    lines = desk.get(f"{API}/contacts", headers={"accept": "application/x-ndjson"})
    assert lines.headers["content-type"] == "application/x-ndjson"
    assert lines.headers["vary"] == "accept"
    assert len(lines.text.splitlines()) == 3


@pytest.mark.parametrize("address", ["/contacts", "/line/NOR/SWE?on=2024-06-10", "/series", "/openapi.json"])
def test_what_the_asker_has_is_not_sent_again(desk: TestClient, address: str) -> None:
    first = desk.get(API + address)
    tag = first.headers["etag"]
    assert not tag.startswith("W/")
    again = desk.get(API + address, headers={"if-none-match": f'"other", {tag}'})
    assert (again.status_code, again.text, again.headers["etag"]) == (304, "", tag)
    assert desk.get(API + address, headers={"if-none-match": '"other"'}).text == first.text


def test_a_tag_holds_no_more_once_the_store_has_changed(desk: TestClient, store_path: Path) -> None:
    tag = desk.get(f"{API}/contacts").headers["etag"]
    read_more(store_path)
    anew = desk.get(f"{API}/contacts", headers={"if-none-match": tag})
    assert anew.status_code == 200
    assert len(anew.json()["items"]) == 4


def test_one_address_has_one_tag_for_each_form(desk: TestClient) -> None:
    asks = ({}, {"accept": "application/x-ndjson"})
    tags = {desk.get(f"{API}/contacts", headers=headers).headers["etag"] for headers in asks}
    assert len(tags) == 2


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/contacts?statsu=declined", 400, "statsu"),
        ("/contacts?since=soon", 400, "since"),
        ("/contacts?limit=501", 400, "limit"),
        ("/contacts?after=here", 400, "after"),
        ("/contacts?format=csv", 400, "format"),
        ("/contacts?kind=event", 400, "list of contacts"),
        ("/records/co-none", 404, "no record"),
        ("/articles/ar-none", 404, "no article"),
        ("/thread/co-none", 404, "no record"),
        ("/history/co-none", 400, "no record"),
        ("/line/NOR/NOR", 400, "NOR"),
        ("/line/NOR/SWE?on=2024-01-01&since=2024-02-01", 400, "no day lies between"),
        ("/series?by=mood", 400, "by"),
        ("/series?kind=rumour", 400, "rumour"),
        ("/series?between=NOR", 400, "two sides"),
        ("/who?office=keeper%20of%20the%20moon&in=USA", 400, "moon"),
        ("/nothing", 404, ""),
    ],
)
def test_a_request_that_makes_no_sense_is_a_problem_that_says_why(
    desk: TestClient, store_path: Path, address: str, status: int, said: str
) -> None:
    answer = desk.get(API + address)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert (told["type"], told["status"]) == ("about:blank", status)
    assert said in json.dumps(told)
    assert "etag" not in answer.headers
    for secret in (str(store_path), "store.db", "SELECT", "Traceback", "sqlite", ".py"):
        assert secret not in answer.text


def test_a_rejected_record_is_told_under_its_address_alone(desk: TestClient, store_path: Path) -> None:
    one = desk.get(f"{API}/contacts?type=held").json()["items"][0]["id"]
    with open_store(store_path) as store, store.reviewing("anna") as reviewer:
        reviewer.reject(one)
    assert desk.get(f"{API}/contacts?type=held").json()["items"] == []
    assert desk.get(f"{API}/contacts?rejected=true").json()["items"][0]["id"] == one
    assert desk.get(f"{API}/records/{one}").json()["review"]["verdict"] == "rejected"
    assert [kept["relation"] for kept in desk.get(f"{API}/history/{one}").json()["items"]] == ["reject"]


def test_an_article_comes_with_its_records_and_without_its_text_where_that_is_asked(desk: TestClient) -> None:
    name = desk.get(f"{API}/contacts?limit=1").json()["items"][0]["article"]
    whole = desk.get(f"{API}/articles/{name}").json()
    assert {record["kind"] for record in whole["records"]} == {"statement", "contact", "event"}
    for record in whole["records"]:
        anchor = record["anchor"]
        assert whole["article"]["text"][anchor["start"] : anchor["end"]] == anchor["text"]
    assert desk.get(f"{API}/articles/{name}?text=false").json()["article"]["text"] == ""


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[TestClient]:
    """A desk over an article that would do harm where it is not shown as text."""
    words = 'Norway declined a call </script><script>alert("x")</script> \u202eprotocol said.\x07'
    path = tmp_path / "hostile.db"
    with open_store(path, create=True) as store, store.writing() as writer:
        one = article(words, outlet="=HYPERLINK(1)")
        writer.file(writer.keep(one), coded(reading(one, Status.DECLINED)))
    with TestClient(create_app(path), base_url="http://127.0.0.1:8765") as client:
        yield client


def test_hostile_words_are_told_as_they_are_and_spelled_harmlessly(hostile: TestClient) -> None:
    answer = hostile.get(f"{API}/contacts")
    assert "\u202e" not in answer.text
    assert "\x07" not in answer.text
    name = answer.json()["items"][0]["article"]
    assert "\u202e" in hostile.get(f"{API}/articles/{name}").json()["article"]["text"]
    assert "\u202e" not in hostile.get(f"{API}/articles/{name}").text
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("verb", ["' OR 1=1 --", "%00", "a" * 150, "../../etc/passwd", "\u202e"])
def test_odd_names_are_not_found(desk: TestClient, verb: str) -> None:
    for address in ("records", "articles", "thread"):
        answer = desk.get(f"{API}/{address}/{verb}")
        assert answer.status_code in (404, 400)
        assert answer.headers["content-type"] == "application/problem+json"


def test_filters_are_read_as_the_pages_read_them(desk: TestClient) -> None:
    query = urlencode([("between", "nor"), ("between", "swe"), ("type", ""), ("until", "2024-03-31")])
    assert len(desk.get(f"{API}/contacts?{query}").json()["items"]) == 2


def test_sides_are_told_by_code_or_name(desk: TestClient) -> None:
    for one, other in (("nor", "SWE"), ("norway", "Sweden")):
        assert len(desk.get(f"{API}/contacts?between={one}&between={other}").json()["items"]) == 3
        (tally,) = desk.get(f"{API}/series?by=pair&between={one}&between={other}").json()["items"]
        assert (tally["pair"], tally["records"]) == ("NOR SWE", 3)
        assert desk.get(f"{API}/line/{one}/{other}").json()["items"][0]["low"] == "NOR"


@pytest.mark.parametrize("list", ["contacts?", "series?by=month&"])
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("between=NOR&between=Norway", "both sides are NOR; give two different ones"),
        ("involving=Nowray", "closest: Norway"),
        ("since=2024-03-02&until=2024-03-01", "no day lies between 2024-03-02 and 2024-03-01"),
    ],
)
def test_a_filter_that_nothing_can_fit_is_refused(desk: TestClient, list: str, asked: str, said: str) -> None:
    answer = desk.get(f"{API}/{list}{asked}")
    assert answer.status_code == 400
    assert said in answer.json()["detail"]
