"""Watches are made and removed at the desk, and their feeds are feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as Xml

import feedparser
import pytest
from fastapi.testclient import TestClient
from tests.store.making import article, coded, reading

from pourparler.desk import create_app
from pourparler.desk.guard import GuardSettings
from pourparler.records import Status
from pourparler.store import Filter, Role, open_store

BASE = "http://127.0.0.1:8765"
ATOM = "{http://www.w3.org/2005/Atom}"
WATCH = {"name": "Norway & Sweden", "kind": "contact", "between": ["nor", "swe"], "type": "", "person": "", "forum": ""}


@pytest.fixture
def page(store_path: Path) -> Iterator[TestClient]:
    """Anna's browser on her own machine."""
    with TestClient(create_app(store_path, GuardSettings(reviewer="anna")), base_url=BASE) as client:
        yield client


def send(client: TestClient, address: str, form: dict[str, object]) -> object:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/watches").text)
    return client.post(address, data={"csrf": found[1] if found else "", **form}, follow_redirects=False)


def feed(client: TestClient, address: str) -> Xml.Element:
    answer = client.get(address)
    assert answer.headers["content-type"] == "application/atom+xml"
    return Xml.fromstring(answer.content)


def texts(element: Xml.Element, path: str) -> list[str]:
    return [found.text or "" for found in element.iterfind("/".join(f"{ATOM}{step}" for step in path.split("/")))]


def add(path: Path, key: str, published: str, status: Status = Status.HELD) -> None:
    with open_store(path) as store, store.writing() as writer:
        one = article(key=key, published=published)
        writer.file(writer.keep(one), coded(reading(one, status)))


# --- the page ----------------------------------------------------------------------------------------


def test_a_watch_is_made_listed_and_removed(page: TestClient, store_path: Path) -> None:
    assert send(page, "/watches", WATCH).status_code == 303
    with open_store(store_path) as store:
        (made,) = store.watches()
    assert (made.by, made.wanted) == ("anna", Filter(kinds=("contact",), between=("NOR", "SWE")))
    shown = page.get("/watches").text
    assert "Norway &amp; Sweden" in shown
    assert 'href="/feeds/norway-sweden.atom"' in shown
    assert 'href="/ledger?between=NOR&amp;between=SWE"' in shown
    assert send(page, "/watches/norway-sweden/remove", {}).status_code == 303
    assert "No watch is saved yet" in page.get("/watches").text
    assert send(page, "/watches/norway-sweden/remove", {}).status_code == 303


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": "!"}, "no name"), ({"between": []}, "narrow it"), ({"name": "x" * 90}, "no name"),
        ({"type": "refused"}, "no status &#39;refused&#39;"), ({"reason": "mood"}, "expected protocol"),
        ({"kind": "incident", "forum": "Sound Talks"}, "only contacts have a forum"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_watch_is_told_in_its_form(
    page: TestClient, changed: dict[str, object], said: str
) -> None:
    answer = send(page, "/watches", WATCH | {"person": "", **changed})
    assert answer.status_code == 400
    assert said in answer.text
    assert "No watch is saved yet" in answer.text


def test_the_empty_fields_of_the_form_of_a_watch_ask_for_nothing(page: TestClient, store_path: Path) -> None:
    empty = {"order": "", "once": "", "rejected": "", "limit": "", "since": "", "reason": ["", ""], "after": ""}
    assert send(page, "/watches", WATCH | empty).status_code == 303
    with open_store(store_path) as store:
        assert store.watches()[0].wanted == Filter(kinds=("contact",), between=("NOR", "SWE"))


def test_a_form_of_another_page_makes_no_watch(page: TestClient) -> None:
    assert page.post("/watches", data=WATCH).status_code == 403
    assert "No watch is saved yet" in page.get("/watches").text


def test_the_form_is_filled_with_the_list_one_comes_from(page: TestClient) -> None:
    shown = page.get("/watches?between=NOR&between=SWE&type=declined&reason=protocol&words=%22a+call%22").text
    assert re.search(r'name="between" value="NOR"', shown)
    assert re.search(r'<option value="declined" selected>', shown)
    assert 'type="hidden" name="reason" value="protocol"' in shown
    assert 'name="words" value="&#34;a call&#34;"' in shown


def test_readers_see_watches_and_cannot_change_them(store_path: Path) -> None:
    with open_store(store_path) as store:
        token = store.make_token("rolf", Role.READER)
        store.add_watch("Norway", Filter(involving=("NOR",)), "anna")
    settings = GuardSettings(host_names=("desk.example",))
    with TestClient(create_app(store_path, settings), base_url="https://desk.example") as client:
        client.headers["authorization"] = f"Bearer {token}"
        shown = client.get("/watches").text
        assert "/feeds/norway.atom" in shown
        assert "<button>Remove" not in shown
        assert client.post("/watches", data=WATCH).status_code == 403
        assert client.get("/feeds/norway.atom").status_code == 200


# --- the feed ----------------------------------------------------------------------------------------


def test_a_feed_has_what_atom_demands(page: TestClient) -> None:
    send(page, "/watches", WATCH)
    told = feed(page, "/feeds/norway-sweden.atom")
    assert told.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert len(texts(told, name)) == 1
    assert texts(told, "author/name")
    links = {link.get("rel"): link.get("href") for link in told.iterfind(f"{ATOM}link")}
    assert links == {
        "self": f"{BASE}/feeds/norway-sweden.atom", "alternate": f"{BASE}/ledger?between=NOR&between=SWE",
    }  # fmt: skip
    entries = told.findall(f"{ATOM}entry")
    assert len(entries) == 3
    for entry in entries:
        for name in ("id", "title", "updated", "published", "content"):
            assert len(texts(entry, name)) == 1, name
        assert re.fullmatch(r"tag:pourparler\.invalid,2026:watch:norway-sweden:co-[0-9a-f]{12}", texts(entry, "id")[0])
        for name in ("updated", "published"):
            assert datetime.fromisoformat(texts(entry, name)[0]).tzinfo is not None
        assert texts(entry, "author/name") == ["The Fjord"]
    assert len({texts(entry, "id")[0] for entry in entries}) == 3
    assert texts(told, "updated")[0] >= max(texts(told, "entry/updated"))


def test_a_reader_of_feeds_understands_it(page: TestClient) -> None:
    told = feedparser.parse(page.get("/ledger.atom?type=declined").content)
    assert (told.bozo, told.version) == (False, "atom10")
    (entry,) = told.entries
    assert entry.title == "Norway declined phone call with Sweden, 2024-03-06"
    assert "“declined” — according to" in entry.content[0].value
    assert "The Fjord" in entry.content[0].value
    assert entry.link.startswith(f"{BASE}/records/co-")


def test_entries_keep_their_names_and_a_late_article_comes_first(page: TestClient, store_path: Path) -> None:
    before = texts(feed(page, "/ledger.atom?between=NOR&between=SWE"), "entry/id")
    add(store_path, "late", "2011-01-01")
    after = texts(feed(page, "/ledger.atom?between=NOR&between=SWE"), "entry/title")
    assert set(before) < set(texts(feed(page, "/ledger.atom?between=NOR&between=SWE"), "entry/id"))
    assert any(title.endswith("2011-01-01") for title in after)


def test_an_unchanged_feed_is_not_sent_again(page: TestClient, store_path: Path) -> None:
    send(page, "/watches", WATCH)
    for address in ("/feeds/norway-sweden.atom", "/ledger.atom?between=NOR&between=SWE"):
        first = page.get(address)
        for shown in (
            {"if-none-match": first.headers["etag"]}, {"if-modified-since": first.headers["last-modified"]},
        ):  # fmt: skip
            assert page.get(address, headers=shown).status_code == 304
        old = {"if-modified-since": "Mon, 01 Jan 2001 00:00:00 GMT"}
        assert page.get(address, headers=old).status_code == 200
    add(store_path, "later", "2024-06-01")
    assert page.get(address, headers={"if-none-match": first.headers["etag"]}).status_code == 200


def test_a_list_leads_to_its_feed_and_to_a_watch_of_it(page: TestClient) -> None:
    shown = page.get("/ledger?between=NOR&between=SWE&type=declined&limit=1&order=oldest&once=true").text
    for address in (
        "/ledger.atom?between=NOR&between=SWE&type=declined",
        "/watches?between=NOR&between=SWE&type=declined",
    ):
        assert f'href="{address.replace("&", "&amp;")}"' in shown
        assert page.get(address).status_code == 200
    pages = [
        feed(page, f"/ledger.atom?between=NOR&between=SWE{more}") for more in ("", "&limit=1&order=oldest&once=true")
    ]
    assert texts(pages[0], "id") == texts(pages[1], "id")


def test_an_empty_feed_is_a_feed(page: TestClient) -> None:
    told = feed(page, "/ledger.atom?between=NOR&between=DNK")
    assert told.findall(f"{ATOM}entry") == []
    assert texts(told, "updated") == ["1970-01-01T00:00:00Z"]


def test_a_feed_that_is_not_there_is_not_found(page: TestClient) -> None:
    assert page.get("/feeds/none.atom").status_code == 404
    assert page.get("/ledger.atom?kind=rumour").status_code == 400


def test_hostile_words_do_no_harm_in_a_feed_or_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "hostile.db"
    words = "<script>alert(1)</script> & ]]> \u202edeclined\x00\x1b[31m \ufffe protocol said <!DOCTYPE a>"
    evil = "javascript:alert(1)//\u202e"
    with open_store(path, create=True) as store, store.writing() as writer:
        from dataclasses import replace

        one = replace(article(words, outlet=f"<b>\u202e{words}"), title=words, url=evil)
        read = reading(one, Status.DECLINED)
        said, contact = read.records
        whole = replace(contact.anchor, start=0, end=len(words), text=words)
        writer.file(writer.keep(one), replace(read, records=(said, replace(contact, evidence=(whole,), forum=words))))
    with open_store(path) as store:
        store.add_watch("<script>x</script>", Filter(forum=words), "<i>anna\u202e</i>")
    with TestClient(create_app(path), base_url=BASE) as client:
        for address in ("/ledger.atom", "/feeds/script-x-script.atom"):
            answer = client.get(address)
            told = Xml.fromstring(answer.content)
            assert len(told.findall(f"{ATOM}entry")) == 1
            for unsafe in ("\u202e", "\x00", "\x1b", "\ufffe", "<script", "<b>"):
                assert unsafe not in answer.text
            content = told.find(f"{ATOM}entry/{ATOM}content")
            assert content is not None
            assert content.get("type") == "text"
            assert "<script>alert(1)</script> & ]]>" in (content.text or "")
            assert "javascript:" not in "".join(link.get("href") or "" for link in told.iter(f"{ATOM}link"))
        for unsafe in ("\u202e", "\x00", "<script", "<i>"):
            assert unsafe not in client.get("/watches").text
