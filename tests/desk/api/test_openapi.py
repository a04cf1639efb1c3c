"""The API is described whole, and answers as it is described."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator, ValidationError
from openapi_spec_validator import validate

from pourparler.desk.api.openapi import description
from pourparler.desk.api.shapes import examples
from pourparler.desk.filters import Asked
from pourparler.exports.schema import json_schema

TOLD = description()
OPERATIONS = [
    pytest.param(operation, id=operation["operationId"])
    for methods in TOLD["paths"].values()
    for operation in methods.values()
]
LISTS = ("contacts", "events", "statements", "incidents", "disputes", "measures", "tenures")


def check(name: str, value: Any) -> None:
    """Raises where a value is not what the description says of a component."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": TOLD["components"]}
    Draft202012Validator(schema).validate(value)


def test_the_description_is_one_of_openapi(desk: TestClient) -> None:
    told = desk.get("/api/v1/openapi.json")
    assert told.headers["content-type"] == "application/json"
    validate(told.json())
    assert told.json()["openapi"].startswith("3.1")


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_operation_tells_what_it_does_takes_and_answers(operation: dict[str, Any]) -> None:
    assert operation["summary"]
    assert len(operation["description"]) > 40
    assert all(parameter.get("description") for parameter in operation.get("parameters", ()))
    answers = operation["responses"]["200"]["content"]
    assert "example" in answers["application/json"]
    assert answers["application/json"]["schema"]
    problems = (one for status, one in operation["responses"].items() if status[0] in "45")
    assert all(list(one["content"]) == ["application/problem+json"] for one in problems)


@pytest.mark.parametrize("name", LISTS)
def test_lists_take_the_filters_of_the_desk_and_no_others(name: str) -> None:
    told = {one["name"] for one in TOLD["paths"][f"/api/v1/{name}"]["get"]["parameters"]}
    assert told == (set(Asked.model_fields) - {"kind"}) | {"format"}


@pytest.mark.parametrize("name", sorted(examples()))
def test_an_example_is_what_it_is_an_example_of(name: str) -> None:
    try:
        check(name, examples()[name])
    except ValidationError as error:
        pytest.fail(f"say python -m tests.desk.api.making: {error.message[:200]}")


def test_the_records_of_the_description_are_those_of_the_published_contract() -> None:
    contract = json_schema()["$defs"]
    assert set(contract) <= set(TOLD["components"]["schemas"])
    assert TOLD["components"]["schemas"]["Contact"]["required"] == contract["Contact"]["required"]


@pytest.mark.parametrize(
    ("address", "shape"),
    [
        ("/contacts", "ContactEntry"),
        ("/events", "EventEntry"),
        ("/statements", "StatementEntry"),
        ("/search?words=protocol", "Found"),
        ("/series?by=month&by=type", "Tally"),
        ("/series?by=pair", "Tally"),
        ("/line/NOR/SWE?on=2024-06-01", "LineState"),
        ("/who?office=Secretary%20of%20Defense&in=USA&on=2021-05-20", "Holder"),
        ("/who?office=Lloyd%20Austin", "Holder"),
        ("/who?office=defence%20minister&in=USA&on=1921-05-20", "Holder"),
        ("/counterpart?office=Secretary%20of%20Defense&in=USA&of=CHN&on=2021-05-20", "Counterpart"),
        ("/counterpart?office=defence%20minister&in=NOR&of=SWE&on=2024-05-20", "Counterpart"),
    ],
)
def test_a_list_answers_as_it_is_described(desk: TestClient, address: str, shape: str) -> None:
    answer = desk.get(f"/api/v1{address}")
    assert answer.status_code == 200, answer.text
    assert answer.json()["items"]
    for item in answer.json()["items"]:
        check(shape, item)


def test_one_thing_is_told_as_it_is_described(desk: TestClient) -> None:
    one = desk.get("/api/v1/contacts?limit=1").json()["items"][0]
    check("Entry", desk.get(f"/api/v1/records/{one['id']}").json())
    check("FiledArticle", desk.get(f"/api/v1/articles/{one['article']}").json())
    check("Health", desk.get("/api/v1/health").json())
    for address in (f"/thread/{one['id']}", f"/after/{one['id']}"):
        for item in desk.get(f"/api/v1{address}").json()["items"]:
            check("Entry", item)


def test_a_problem_is_told_as_it_is_described(desk: TestClient) -> None:
    for address in ("/contacts?limit=0", "/records/co-none", "/line/NOR/NOR", "/contacts?kind=event"):
        answer = desk.get(f"/api/v1{address}")
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == answer.status_code
        check("Problem", answer.json())


def test_the_page_of_the_api_tells_every_operation(desk: TestClient) -> None:
    page = desk.get("/api").text
    assert all(path in page for path in TOLD["paths"])
    assert "<script" not in page
