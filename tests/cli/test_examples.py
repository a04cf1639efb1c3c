"""The whole path on the articles in examples/, with the model that is installed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pourparler.exports.schema import json_schema

EXAMPLES = sorted(
    path for path in (Path(__file__).parents[2] / "examples").iterdir() if path.is_file() and path.name != "README.md"
)


def pourparler(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    script = "import sys; sys.argv[0] = 'pourparler'; from pourparler.cli import main; main()"
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300)


@pytest.fixture(scope="module")
def values() -> list[dict[str, Any]]:
    done = pourparler("read", *EXAMPLES)
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every span, however deep."""
    if isinstance(value, dict):
        if value.get("start") is not None and value.get("end") is not None and "text" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from spans(item)


def test_every_example_is_read_and_every_line_fits_the_schema(values: list[dict[str, Any]]) -> None:
    schema = Draft202012Validator(json_schema())
    assert [value["kind"] for value in values].count("article") == len(EXAMPLES) + 1  # the .jsonl holds two
    assert [value for value in values if not schema.is_valid(value)] == []


def test_every_span_quotes_its_article_exactly(values: list[dict[str, Any]]) -> None:
    text = ""
    for value in values:
        text = value["text"] if value["kind"] == "article" else text
        assert [span for span in spans(value) if text[span["start"] : span["end"]] != span["text"]] == []


def test_two_processes_read_what_one_reads(values: list[dict[str, Any]]) -> None:
    done = pourparler("read", *EXAMPLES, "--jobs", "2")
    assert [json.loads(line) for line in done.stdout.splitlines()] == values


@pytest.mark.parametrize("kind", ["statement", "contact", "incident", "measure", "tenure", "event"])
def test_a_record_of_each_kind_can_be_explained(values: list[dict[str, Any]], kind: str) -> None:
    sources = {value["id"]: value["source"] for value in values if value["kind"] == "article"}
    record = next(value for value in values if value["kind"] == kind)
    done = pourparler("explain", record["id"], sources[record["article"]])
    assert (done.returncode, done.stderr) == (0, "")
    assert record["id"] in done.stdout
    assert record["anchor"]["text"].split()[0] in done.stdout
