"""Addresses narrow lists as the command line does."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from pourparler.desk.filters import Asked
from pourparler.store import Filter


def test_two_sides_are_a_pair_and_one_alone_takes_part() -> None:
    assert Asked(between=["USA", "CHN"]).wanted.between == ("USA", "CHN")
    assert Asked(between=["USA"]).wanted == Filter(kinds=("contact",), involving=("USA",))


@pytest.mark.parametrize("called", ["status", "stance", "type"])
def test_a_status_or_a_stance_is_the_type_of_a_contact_or_a_statement(desk: TestClient, called: str) -> None:
    assert Asked.model_validate({called: ["declined"]}).query() == "type=declined"
    assert [one["status"] for one in desk.get(f"/api/v1/contacts?{called}=declined").json()["items"]] == ["declined"]
    (tally,) = desk.get(f"/api/v1/series?by=type&{called}=declined").json()["items"]
    assert (tally["type"], tally["records"]) == ("declined", 1)
    page = desk.get(f"/ledger?{called}=declined").text
    assert "Contacts, declined, newest first" in page
    assert page == desk.get("/ledger?type=declined").text


@pytest.mark.parametrize(
    "address",
    [
        "/ledger?stauts=declined", "/ledger.csv?stauts=declined", "/ledger.atom?stauts=declined", "/?on=2026-01-01",
        "/pairs/NOR/SWE?on=2026-99-01", "/pairs?one=NOR&other=SWE&on=2026-01-01", "/disputes?status=held",
        "/search?word=call", "/people?naem=x", "/outlets?page=2", "/outlets/The%20Fjord?sdie=NOR", "/rows?ids=co-1",
        "/offices?state=NOR", "/watches?stauts=held", "/api?version=2", "/articles/x?prat=1", "/threads/x?from=2",
        "/records/x?edit=1", "/people/Ole%20Berg?day=2024-01-01",
    ],
)  # fmt: skip
def test_no_page_passes_over_a_parameter_that_it_does_not_take(desk: TestClient, address: str) -> None:
    answer = desk.get(address, headers={"accept": "text/html"})
    assert answer.status_code == 400
    assert f"<b>{address.partition('?')[2].rpartition('&')[2].partition('=')[0]}</b>" in answer.text
    assert "no parameter" in answer.text


def test_the_api_takes_two_sides_or_none_between_which_something_was(desk: TestClient) -> None:
    answer = desk.get("/api/v1/contacts?between=NOR")
    assert answer.status_code == 400
    assert "expected two sides, as between=USA&between=CHN" in answer.json()["detail"]
    assert desk.get("/api/v1/contacts?between=NOR&between=SWE").status_code == 200


def test_a_file_holds_all_that_fits_or_so_many_as_are_asked_for(desk: TestClient) -> None:
    assert len(desk.get("/ledger.jsonl").text.splitlines()) == 3
    assert len(desk.get("/ledger.jsonl?limit=2").text.splitlines()) == 2
    assert desk.get("/ledger.jsonl?before=2024-03-04.1").status_code == 400


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
    assert answer.status_code == 400
    assert "foo" in answer.text
