"""The records behind a figure, and no others."""

from __future__ import annotations

import re
from pathlib import Path

from fastapi.testclient import TestClient
from tests.desk.pages.making import Seen, contact_of

from pourparler.store import open_store


def test_exactly_the_records_that_are_asked_for_are_shown_with_their_words(desk: TestClient, store_path: Path) -> None:
    with open_store(store_path) as store:
        one, other = contact_of(store, 2).id, contact_of(store, 0).id
    page = desk.get(f"/rows?id={one}&id={other}&id={one}").text
    assert re.findall(r'<article class="card" id="([^"]+)"', page) == [one, other]
    assert "<q><bdi>declined</bdi></q>" in page
    assert f"/records/{one}" in page


def test_what_is_no_longer_there_is_told(desk: TestClient, store_path: Path) -> None:
    with open_store(store_path) as store:
        one = contact_of(store).id
    assert "1 record; 2 more are no longer in the store" in Seen(desk.get(f"/rows?id={one}&id=co-1&id=co-2").text).text
    assert "no such record" in desk.get("/rows").text


def test_an_address_shows_two_hundred_records_at_most(desk: TestClient) -> None:
    told = "&".join(f"id=co-{number}" for number in range(203))
    assert "3 more were asked for" in Seen(desk.get(f"/rows?{told}").text).text


def test_the_tellings_of_a_deed_are_paged(desk: TestClient, store_path: Path) -> None:
    with open_store(store_path) as store:
        one = contact_of(store)
    page = desk.get(f"/rows?deed={one.id}").text
    assert page.count('<article class="card"') == 1
    assert "1 report of 1 origin" in Seen(page).text
    assert desk.get(f"/rows?deed={one.id}&skip=50").status_code == 200
    assert "no such record" in desk.get("/rows?deed=co-nothing").text
