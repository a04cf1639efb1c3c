"""``pourparler who`` and ``counterpart``, with a store and without."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.store.making import article, reading

from pourparler.records import Judgement, JudgementKind, Status
from pourparler.store import open_store
from pourparler.store.judging.judge import Judge

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POURPARLER_STORE", str(tmp_path / "none.db"))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Norway declined a call with Sweden, citing protocol; and a text told who was Swedish defence minister."""
    told = {"person": "Ann Lee", "office": "defence minister", "country": "SWE", "from": "2024-03", "to": None}
    with open_store(tmp_path / "some.db", create=True) as opened, opened.writing() as writer:
        one = reading(article(), Status.DECLINED)
        writer.file(writer.keep(one.article, one.article.text.encode()), one)
        Judge(opened.connection).keep(
            [Judgement(kind=JudgementKind.HOLDER, relation="holds", subject="te-1", value=told)]
        )
    return tmp_path / "some.db"


def values(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_who_answers_without_a_store(run: Run) -> None:
    done = run("who", "Secretary of Defense", "--in", "USA", "--on", "2021-05-20")
    (value,) = values(done.out)
    assert (done.code, value["holders"][0]["person"]) == (0, "Lloyd Austin")
    assert value["holders"][0]["as_of"]


def test_who_without_a_day_is_asked_for_today(run: Run) -> None:
    (value,) = values(run("who", "president", "--in", "France").out)
    assert value["on"] == date.today().isoformat()


def test_who_takes_a_person_and_a_table(run: Run) -> None:
    done = run("who", "Wei Fenghe", "--format", "table")
    heading, line = done.out.splitlines()
    assert heading.split() == ["person", "office", "state", "from", "until", "as", "of", "source"]
    assert "defence minister" in line


def test_counterpart_answers_without_a_store_and_says_that_no_record_was_looked_at(run: Run) -> None:
    asked = ("counterpart", "Secretary of Defense", "--in", "USA", "--of", "CHN", "--on", "2021-05-20")
    assert "no record was looked at" in run(*asked, "--format", "table").out
    told = values(run(*asked).out)
    assert [(value["by"], value["office"]) for value in told if value["kind"] == "counterpart"] == [
        (["rank"], "defence minister"),
        (["function"], "vice-chairman of the central military commission"),
    ]
    assert told[-1] == {"kind": "looked_at", "records": None, "beside": 0, "store": None, "differ": True}


def test_counterpart_looks_at_the_contacts_of_the_store(run: Run, store: Path) -> None:
    done = run("counterpart", "defence minister", "--in", "SWE", "--of", "NOR", "--store", str(store))
    assert values(done.out)[-1]["records"] == 1
    assert values(done.out)[-1]["beside"] == 1


def test_what_the_store_learned_of_holders_is_told_apart(run: Run, store: Path) -> None:
    done = run("who", "defence minister", "--in", "SWE", "--on", "2024-03-06", "--store", str(store))
    (value,) = values(done.out)
    assert [one["person"] for one in value["learned"]] == ["Ann Lee"]
    assert [one["person"] for one in value["holders"]] == ["Pål Jonson"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["who", "defence minister"], "say which with --in"),
        (["who", "flying minister", "--in", "USA"], "no office 'flying minister' is known in United States"),
        (["who", "president", "--in", "Atlantis"], "no state or organisation 'Atlantis'"),
        (["who", "president", "--in", "USA", "--on", "yesterday"], "'yesterday' is no day"),
        (["counterpart", "president", "--in", "USA", "--of", "USA"], "name another state with --of"),
        (["counterpart", "president", "--in", "USA"], "Missing option"),
        (["counterpart", "president", "--in", "USA", "--of", "FRA", "--store", "nowhere.db"], "no store at nowhere.db"),
    ],
)
def test_what_cannot_be_answered_is_wrong_usage(run: Run, arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert told in done.err
