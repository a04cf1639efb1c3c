"""Addresses narrow lists as the command line does."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from pourparler.desk.asked import Asked
from pourparler.store import Filter


def test_two_sides_are_a_pair_and_one_alone_takes_part() -> None:
    assert Asked(between=["USA", "CHN"]).wanted.between == ("USA", "CHN")
    assert Asked(between=["USA"]).wanted == Filter(kinds=("contact",), involving=("USA",))


def test_the_empty_fields_of_a_form_ask_for_nothing(desk: TestClient) -> None:
    plain = desk.get("/ledger").text
    assert desk.get("/ledger?since=&type=&by=&words=&between=&after=").text == plain


@pytest.mark.parametrize("wrong", ["kind=rumour", "since=soon", "after=here", "limit=0", "limit=501"])
def test_a_filter_that_makes_no_sense_is_refused(desk: TestClient, wrong: str) -> None:
    assert 400 <= desk.get(f"/ledger?{wrong}").status_code < 500


@pytest.mark.parametrize("address", ["/ledger", "/ledger.csv", "/ledger.atom", "/disputes", "/watches"])
@pytest.mark.parametrize(
    "wrong", ["between=NOR&between=norway", "involving=Nowray", "since=2024-03-02&until=2024-03-01"]
)
def test_what_nothing_can_fit_is_refused_on_every_page(desk: TestClient, address: str, wrong: str) -> None:
    assert desk.get(f"{address}?{wrong}").status_code == 400
    assert desk.get(f"{address}?between=norway&between=Sweden").status_code == 200


def test_an_address_asks_for_what_it_was_made_of(desk: TestClient) -> None:
    asked = Asked(between=["NOR", "SWE"], type=["declined", "held"], until="2024-05-01", once=True)
    assert "2024-03-0" in desk.get(f"/ledger?{asked.query()}").text
    assert "2024-05-02" not in desk.get(f"/ledger?{asked.query()}").text


@pytest.mark.parametrize(
    "address",
    [
        '/ledger?words="', "/ledger?words=%00", "/search?words=%00", '/api/v1/contacts?words="',
        "/pairs/NOR/SWE?until=9999-12-31", "/pairs/NOR/SWE?until=0001-01-01",
    ],
)  # fmt: skip
def test_what_nobody_can_mean_is_answered_all_the_same(desk: TestClient, address: str) -> None:
    assert desk.get(address).status_code == 200


@pytest.mark.parametrize("list", ["/ledger", "/api/v1/contacts", "/disputes"])
def test_a_place_that_no_list_has_is_refused(desk: TestClient, list: str) -> None:
    assert 400 <= desk.get(f"{list}?after=2024-03-04.{'9' * 23}").status_code < 500


@pytest.mark.parametrize("address", ["series?foo=1", "search?words=call&foo=1", "contacts?foo=1", "health?foo=1"])
def test_the_api_refuses_a_parameter_that_is_none(desk: TestClient, address: str) -> None:
    answer = desk.get(f"/api/v1/{address}")
    assert answer.status_code == 422
    assert "foo" in answer.text
