"""The ledger: narrowed, told as a sentence, sorted, paged, and had as a file."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.pages.making import Seen, fill
from tests.store.making import article, reading

from pourparler.desk import create_app
from pourparler.records import Status


def _days(html: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="/records/[^"]+"><time datetime="([^"]+)"', html)


def test_rows_are_newest_first_and_a_heading_turns_them_round(desk: TestClient) -> None:
    page = desk.get("/ledger").text
    assert _days(page) == ["2024-05-02", "2024-03-06", "2024-03-04"]
    (turn,) = re.findall(r'<a href="([^"]+)">Day', page)
    assert _days(desk.get(turn).text) == ["2024-03-04", "2024-03-06", "2024-05-02"]


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_pages_are_turned_on_and_back(desk: TestClient, order: str) -> None:
    whole = _days(desk.get(f"/ledger?order={order}").text)
    address, seen, pages = f"/ledger?order={order}&limit=1", list[str](), list[str]()
    while address:
        page = desk.get(address).text
        seen += _days(page)
        pages.append(address)
        found = re.search(r'rel="next" href="([^"]+)"', page)
        address = found[1].replace("&amp;", "&") if found else ""
    assert seen == whole
    back = re.search(r'rel="prev" href="([^"]+)"', desk.get(pages[-1]).text)
    assert back
    assert _days(desk.get(back[1].replace("&amp;", "&")).text) == [whole[-2]]


def test_the_first_page_has_nothing_before_it_and_the_last_nothing_behind_it(desk: TestClient) -> None:
    page = desk.get("/ledger").text
    assert 'rel="prev"' not in page
    assert 'rel="next"' not in page


def test_what_is_asked_for_is_told_as_a_sentence(desk: TestClient) -> None:
    asked = "between=NOR&between=SWE&type=declined&type=held&channel=phone&since=2024-03-05&once=true"
    told = Seen(desk.get(f"/ledger?{asked}").text).text
    assert "Contacts between Norway and Sweden, declined or held, by phone, since 5 March 2024, each deed once" in told


def test_a_side_may_be_told_by_its_name(desk: TestClient) -> None:
    assert _days(desk.get("/ledger?between=Norway&between=Sweden").text) == _days(desk.get("/ledger").text)
    assert not _days(desk.get("/ledger?between=Norway&between=Finland").text)


def test_the_form_keeps_what_is_asked_for(desk: TestClient) -> None:
    page = desk.get("/ledger?type=declined&person=Ole+Berg&reviewed=false").text
    assert re.search(r'name="type" value="declined" checked', page)
    assert re.search(r'name="person" value="Ole Berg"', page)
    assert re.search(r'value="false" selected>by nobody yet', page)
    assert '<details class="more" open>' in page


def test_every_kind_has_a_tab_and_a_list(desk: TestClient) -> None:
    page = desk.get("/ledger?between=NOR&between=SWE&type=held").text
    tabs = re.findall(r'<li><a href="(/ledger[^"]*)"', page[page.index('class="tabs"') :])
    assert len(tabs) == 7
    pages = [desk.get(tab.replace("&amp;", "&")) for tab in tabs]
    assert all(page.status_code == 200 for page in pages)
    assert all("between Norway and Sweden" in page.text for page in pages)


def test_a_whole_list_tells_how_much_it_is(desk: TestClient) -> None:
    told = Seen(desk.get("/ledger?between=NOR&between=SWE").text).text
    assert "3 events · 3 reports · 3 origins" in told
    assert "1 event · 1 report · 1 origin" in Seen(desk.get("/ledger?type=held").text).text


def test_a_deed_that_two_articles_tell_is_listed_once_where_that_is_asked_for(tmp_path: Path) -> None:
    one, other = article(key="a", outlet="The Fjord"), article(key="b", outlet="The Sound")
    fill(tmp_path / "s.db", (reading(one, Status.HELD), False), (reading(other, Status.HELD), False))
    with TestClient(create_app(tmp_path / "s.db"), base_url="http://127.0.0.1:8765") as desk:
        names = re.findall(r'href="/records/(co-[0-9a-f]+)"><time', desk.get("/ledger").text)
        csrf = re.search(r'name="csrf" value="([^"]+)"', desk.get(f"/records/{names[0]}").text)
        assert csrf
        said = {"csrf": csrf[1], "verb": "merge", "other": names[1]}
        desk.post(f"/records/{names[0]}/review", data=said)
        assert len(_days(desk.get("/ledger").text)) == 2
        once = desk.get("/ledger?once=true").text
        assert len(_days(once)) == 1
        tellings = re.search(r'href="(/rows\?deed=[^"]+)">told in 2 reports of 2 origins', once)
        assert tellings
        assert {"The Fjord", "The Sound"} <= set(Seen(desk.get(tellings[1]).text).words)


def test_a_list_without_rows_says_so(desk: TestClient) -> None:
    assert "Nothing in the store fits" in desk.get("/ledger?since=2099-01-01").text


# --- files -------------------------------------------------------------------------------------------


def test_everything_that_fits_can_be_had_as_csv(desk: TestClient) -> None:
    answer = desk.get("/ledger.csv?type=declined&type=held")
    assert answer.headers["content-disposition"] == 'attachment; filename="contacts.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["day"] for row in rows] == ["2024-05-02", "2024-03-06"]


def test_a_file_is_longer_than_any_page(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pourparler.desk.downloading.PAGE", 1)
    lines = desk.get("/ledger.jsonl?order=oldest").text.splitlines()
    assert [json.loads(line)["when"]["latest"] for line in lines] == ["2024-03-04", "2024-03-06", "2024-05-02"]


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "geojson", "webannotation", "polecat", "icews"])
def test_events_can_be_had_in_every_format(desk: TestClient, form: str) -> None:
    answer = desk.get(f"/ledger.{form}?kind=event&involving=NOR")
    assert answer.status_code == 200
    assert len(answer.content) > (40 if form == "geojson" else 200)  # none of them has a place
    assert 'filename="events-NOR.' in answer.headers["content-disposition"]


def test_a_parquet_file_is_whole(desk: TestClient, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(desk.get("/ledger.parquet").content))
    assert table.column("type").to_pylist() == ["held", "declined", "requested"]


@pytest.mark.parametrize("address", ["/ledger.polecat", "/ledger.icews?kind=contact", "/ledger.exe", "/ledger.table"])
def test_what_there_is_not_as_a_file_is_refused(desk: TestClient, address: str) -> None:
    assert desk.get(address).status_code in (404, 400)
