"""The published JSON Schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from pourparler.exports.jsonl import json_lines
from pourparler.exports.schema import json_schema, schema_text
from pourparler.records import Failure, Reading

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT.parent / "shared" / "example.jsonl"


def faults(line: str) -> list[str]:
    """What a line does against the definition of its own kind."""
    value = json.loads(line)
    schema = json_schema()
    own = {"$ref": f"#/$defs/{value['kind'].capitalize()}", "$defs": schema["$defs"]}
    return [f"{list(error.path)}: {error.message}" for error in Draft202012Validator(own).iter_errors(value)]


def test_the_published_schema_is_the_one_the_classes_give() -> None:
    published = (ROOT / "docs" / "schema.json").read_text("utf-8")
    assert published == schema_text() + "\n", "run: pourparler schema > docs/schema.json"


def test_it_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_every_line_we_write_fits_it(reading: Reading) -> None:
    whole = Draft202012Validator(json_schema())
    failure = Failure(input="a.txt", error="NotAnArticle", message="is empty")
    for line in json_lines(reading.header, [reading, failure]):
        assert faults(line) == []
        assert whole.is_valid(json.loads(line))


@pytest.mark.parametrize(
    ("field", "value"),
    [("status", "refused"), ("confidence", 1.5), ("anchor", None), ("due", {"earliest": "4 March"})],
)
def test_a_contact_with_a_wrong_value_does_not(reading: Reading, field: str, value: object) -> None:
    line = next(line for line in json_lines(reading.header, [reading], {"contact"}) if '"contact", "id"' in line)
    assert faults(json.dumps(json.loads(line) | {field: value}))


def test_a_missing_field_is_a_fault_and_a_new_one_is_not(reading: Reading) -> None:
    header = json.loads(next(json_lines(reading.header, [])))
    assert faults(json.dumps(header | {"machine": "laptop"})) == []
    del header["reader"]
    assert faults(json.dumps(header))


@pytest.mark.skipif(not EXAMPLE.exists(), reason="the hand-annotated example lies outside the repository")
def test_the_hand_annotated_example_fits_it() -> None:
    for line in EXAMPLE.read_text("utf-8").splitlines():
        assert faults(line) == []
