"""The rule of docs/line.md: its tables are what the code does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ledger.lines.making import drawn, reason, told

from pourparler.ledger.lines.signs import SIGNS
from pourparler.records import Channel, Level, Status
from pourparler.records.coverage import Telling

PAGE = (Path(__file__).parents[3] / "docs" / "line.md").read_text("utf-8")
STEP = re.compile(
    r"(?P<status>\w+)( for (?P<reason>\w+))? (?P<day>[\d.-]+)( due (?P<due>[\d-]+))? \((?P<place>[\w ]+)\)(?P<marks>.*)"
)


def rows(heading: str) -> Iterator[list[str]]:
    """The cells of the table under a heading, its own headings left out."""
    lines = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0].splitlines()
    table = [line.strip("| ").split(" | ") for line in lines if line.startswith("|")]
    yield from ([cell.strip() for cell in row] for row in table[2:])


def step(words: str) -> Telling:
    """A step as the page writes it: status, reason, day, day due, level and channel, what else is to be known."""
    match = STEP.fullmatch(words.strip())
    assert match, words
    *level, channel = match["place"].split()
    marks = match["marks"].split()
    known = {"published": match["day"], "reasons": (reason(match["reason"], "NOR"),)} if match["reason"] else {}
    planned = "planned" if match["status"] == "scheduled" else "actual"
    return told(
        Status(match["status"]), match["day"], f"co-{words}", due=match["due"], channel=Channel(channel),
        level=Level(level[0]) if level else Level.UNSPECIFIED, disputed="disputed" in marks,
        factuality=next((mark for mark in marks if mark != "disputed"), planned), **known,
    )  # fmt: skip


@pytest.mark.parametrize("cells", [pytest.param(row, id=f"{row[0]} {row[2]}") for row in rows("The rule")])
def test_an_example_of_the_rule_is_so(cells: list[str]) -> None:
    steps, on, read, state = cells[:4]
    months = {} if read == "much" else {"months": ()}
    assert drawn(*map(step, steps.split(";")), on=on, **months)[0].state == state


def test_the_table_of_signs_is_that_of_the_code() -> None:
    table = {status: row[1] for row in rows("What a step is a sign of") for status in re.findall(r"`(\w+)`", row[0])}
    assert table == {str(status): str(sign) for status, sign in SIGNS.items()}
    assert set(table) == {status.value for status in Status}


def test_the_page_shows_every_state() -> None:
    assert {row[3] for row in rows("The rule")} == {"open", "strained", "silent", "suspended", "unobserved"}
