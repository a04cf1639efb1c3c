"""``pourparler line`` on stores made by hand."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.cli.conftest import Result
from tests.store.making import article, day, reading, state

from pourparler.exports.lines import line_json, line_lines
from pourparler.exports.schema import json_schema
from pourparler.ledger.lines import draw_lines
from pourparler.records import Condition, Contact, Factuality, Level, Reading, Status
from pourparler.store import open_store

Run = Callable[..., Result]
ASKS = Condition(by=state("NOR"), text="an apology\nfor\x1b[31m it", start=0, end=5)


def news(
    key: str, published: str, status: Status, text: str = "Norway declined a call, citing protocol", **known: Any
) -> Reading:
    made = reading(article(f"{text} {key}, an official said.", key=key, published=published), status)
    return replace(
        made, records=tuple(replace(one, **known) if isinstance(one, Contact) else one for one in made.records)
    )


STORY = (
    news("asked", "2024-03-01", Status.REQUESTED, by=state("SWE"), target=state("NOR"), reasons=()),
    news("no", "2024-03-04", Status.DECLINED, conditions=(ASKS,)),
    news("met", "2024-04-02", Status.HELD, reasons=(), mediators=(state("FIN"),), level=Level.MINISTER),
    news("plan", "2024-04-03", Status.SCHEDULED, factuality=Factuality.PLANNED, due=day("2024-04-20"), reasons=()),
    news("cut", "2024-05-01", Status.SUSPENDED),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return filled(tmp_path / "ledger.db", STORY)


def filled(path: Path, readings: Any) -> Path:
    with open_store(path, create=True) as opened, opened.writing() as writer:
        for one in readings:
            writer.file(writer.keep(one.article), one)
    return path


def test_the_day_is_that_of_the_newest_article_where_nobody_tells_one(run: Run, store: Path) -> None:
    for command in ("line", "brief"):
        asked = (command, "SWE", "NOR", "--store", str(store))
        assert run(*asked).out == run(*asked, "--on", "2024-05-01").out
        assert run(*asked).out != run(*asked, "--on", "2024-05-02").out


@pytest.mark.parametrize(
    ("waits", "told"),
    [
        ({"exact": 1, "median_days": 1.0, "least": 1, "most": 1}, "reply after median 1 day of 1 known to the day"),
        ({"exact": 2, "median_days": 2.5, "least": 0, "most": 5, "ranges": 1}, "known to the day, 0 to 5 days in all"),
        ({"least": 3, "most": None, "ranges": 2}, "reply after at least 3 days in all"),
        ({"least": 0, "most": None, "ranges": 1}, "after how many days is not told"),
        ({"exact": 1, "median_days": 4.0, "least": 0, "most": None, "ranges": 1}, "4 days of 1 known to the day"),
        ({"least": 0, "most": 1, "ranges": 1}, "reply after 0 to 1 day in all"),
    ],
)
def test_how_soon_was_replied_is_told_in_words(store: Path, waits: dict[str, Any], told: str) -> None:
    with open_store(store) as opened:
        whole, *others = draw_lines(opened, "NOR", "SWE", on="2024-05-10")
    asking = {"exact": 0, "median_days": None, "ranges": 0} | waits
    figures = replace(whole.figures, asking=tuple(replace(one, asked=2, **asking) for one in whole.figures.asking))
    lines = "\n".join(line_lines([replace(whole, figures=figures), *others]))
    assert told in lines
    assert "?" not in lines


def test_piped_it_is_json_lines_of_the_kind_line_that_fit_the_schema(run: Run, store: Path) -> None:
    done = run("line", "swe", "NOR", "--on", "2024-05-10", "--store", str(store))
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert (done.code, done.err) == (0, "")
    assert [(line["kind"], line["level"], line["channel"], line["state"]) for line in lines] == [
        ("line", None, None, "suspended"),
        ("line", "minister", "phone", "suspended"),
        ("line", "unspecified", "phone", "suspended"),
    ]
    assert [line["figures"] is None for line in lines] == [False, True, True]
    schema = Draft202012Validator(json_schema())
    assert all(schema.is_valid(line) for line in lines)
    assert {record["id"][:3] for line in lines for step in line["rests_on"] for record in step["records"]} == {"co-"}


def test_the_table_begins_with_the_state_in_a_sentence(run: Run, store: Path) -> None:
    done = run("line", "NOR", "SWE", "--on", "2024-04-10", "--format", "table", "--store", str(store))
    heading, _, columns, *rows = done.out.splitlines()
    assert heading == "NOR – SWE on 2024-04-10: open. Scheduled by NOR (phone) on 2024-04-03."
    assert columns.split() == ["level", "channel", "state", "last", "held", "steps", "rests", "on"]
    assert rows[0].split()[:5] == ["minister", "phone", "open", "2024-04-02", "1"]
    assert "[1 report · 1 origin] co-" in rows[0]
    assert "“" in rows[0]


def test_the_table_has_the_figures(run: Run, store: Path) -> None:
    done = run("line", "NOR", "SWE", "--on", "2024-05-10", "--since", "2024-03-01", "--format", "table",
               "--store", str(store))  # fmt: skip
    shown = dict(re.split(r"\s{2,}", line, maxsplit=1) for line in done.out.split("\n\n")[2].splitlines())
    assert shown["since 2024-03-01"] == "5 contacts in 5 steps [5 reports · 5 origins], 0 incidents, 0 measures"
    assert shown["read"] == "5 articles about the two, 2 of 3 months observed"
    assert shown["asks more"] == "SWE, 2 to 0"
    assert shown["asked by SWE"] == "2: 1 declined, 1 with no reply known; 100% of 1 answered"
    assert shown["longest silence"] == "29 days, 2024-03-04..2024-04-02"
    assert shown["held, told by"] == "NOR alone 1"
    assert shown["carried by"] == "FIN 1"
    assert shown["reasons of the outlet"] == "protocol 2"
    assert shown["outstanding"].startswith("NOR asks for 2024-03-04 co-")
    assert "an apology for\\x1b[31m it" in shown["outstanding"]
    assert shown["overdue"].startswith("20 days: scheduled (planned) by NOR 2024-04-03, due 2024-04-20 [1 report")


def test_a_day_before_anything_was_published_knows_nothing(run: Run, store: Path) -> None:
    done = run("line", "NOR", "SWE", "--on", "2024-02-29", "--store", str(store))
    (line,) = map(json.loads, done.out.splitlines())
    assert (line["state"], line["rests_on"], line["figures"]["articles"]) == ("unobserved", [], 0)


def test_more_conditions_than_fit_are_counted(run: Run, tmp_path: Path) -> None:
    asking = [news(f"{k}", f"2024-03-{k:02}", Status.DECLINED, conditions=(ASKS,)) for k in range(1, 15)]
    path = filled(tmp_path / "many.db", asking)
    out = run("line", "NOR", "SWE", "--on", "2024-04-01", "--format", "table", "--store", str(path)).out
    assert out.count("NOR asks for") == 10
    assert "and 4 more; --format jsonl has all" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["NOR", "SWE", "--on", "Monday"], "'Monday' is no day; write it as 2021-01-31"),
        (
            ["NOR", "SWE", "--on", "2024-03-01", "--since", "2024-03-02"],
            "no day lies between 2024-03-02 and",
        ),
        (["NOR", "nor"], "both sides are NOR; give two different ones"),
        (["NOR", "SVE"], "nobody knows a side 'SVE'"),
    ],
)
def test_what_cannot_be_met_is_wrong_usage(run: Run, store: Path, arguments: list[str], told: str) -> None:
    done = run("line", *arguments, "--store", str(store))
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_any_order_of_arrival_gives_the_same_lines(tmp_path: Path) -> None:
    chance = random.Random(5)
    statuses = (Status.HELD, Status.DECLINED, Status.SUSPENDED, Status.REQUESTED, Status.OPEN)
    stories = [
        news(f"{k}", f"20{chance.randrange(19, 25)}-03-{1 + k % 5:02}", chance.choice(statuses),
             level=chance.choice((Level.MINISTER, Level.UNSPECIFIED)))
        for k in range(40)
    ]  # fmt: skip
    found = set()
    for turn in range(3):
        with open_store(filled(tmp_path / f"{turn}.db", stories)) as opened:
            found.add(tuple(line_json(draw_lines(opened, "NOR", "SWE", on="2024-03-05"))))
        chance.shuffle(stories)
    assert len(found) == 1


def test_the_course_is_json_lines_of_the_kind_stretch_that_fit_the_schema(run: Run, store: Path) -> None:
    done = run("line", "NOR", "SWE", "--course", "--since", "2024-03-01", "--on", "2024-05-10", "--store", str(store))
    stretches = [json.loads(line) for line in done.out.splitlines()]
    assert [(one["kind"], one["first"], one["last"], one["state"]) for one in stretches if not one["channel"]] == [
        ("stretch", "2024-03-01", "2024-03-03", "unobserved"),
        ("stretch", "2024-03-04", "2024-04-01", "strained"),
        ("stretch", "2024-04-02", "2024-04-30", "open"),
        ("stretch", "2024-05-01", "2024-05-10", "suspended"),
    ]
    schema = Draft202012Validator(json_schema())
    assert all(schema.is_valid(one) for one in stretches)


def test_the_course_as_a_table_has_a_row_for_each_stretch(run: Run, store: Path) -> None:
    asked = ("line", "NOR", "SWE", "--course", "--on", "2024-05-10", "--format", "table", "--store", str(store))
    heading, _, columns, *rows = run(*asked).out.splitlines()
    assert heading == "NOR – SWE from 2022-05-11 to 2024-05-10, each day as it could have been told on it"
    assert columns.split() == ["level", "channel", "from", "to", "days", "state", "began", "with"]
    assert rows[3].startswith(
        "all          all      2024-05-01  2024-05-10  10    suspended   suspended by NOR 2024-05-01"
    )
    assert rows[-1].split()[:2] == ["unspecified", "phone"]


def test_a_course_that_is_cut_says_so(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pourparler.store.lines.chronicling.MOST", 2)
    asked = ("line", "NOR", "SWE", "--course", "--on", "2024-05-10", "--format", "table", "--store", str(store))
    heading, cut, *_ = run(*asked).out.splitlines()
    assert heading.startswith("NOR – SWE from 2024-04-03 to 2024-05-10")
    assert cut == "begins as far back as can be looked through at once; an earlier --on goes further"
