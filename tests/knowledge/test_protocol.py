"""Counterparts by rank and by function: the general rule for every state, and the rows where it does not hold."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from pourparler.errors import DataError, UsageError
from pourparler.knowledge import By, Protocol
from pourparler.knowledge.tables import DATA, Row, Tables

NOT_OFFICES = {"head of state", "head of government", "leader"}
#: Sides that are no states.
ORGANISATIONS = {"EU", "NATO", "UN"}


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    return Protocol.load()


@pytest.fixture(scope="module")
def tables() -> Tables:
    return Tables()


def answers(protocol: Protocol, words: str, side: str, of: str, day: str) -> dict[str, set[str | None]]:
    """The offices by rank and those by function."""
    on = date.fromisoformat(day)
    found = protocol.counterparts(protocol.find(words, side, on), of, on)
    return {by.value: {one.post and one.post.office for one in found if by in one.by} for by in By}


VICE = "vice-chairman of the central military commission"
DIRECTOR = "director of the central foreign affairs commission"


@pytest.mark.parametrize(
    ("words", "side", "of", "day", "rank", "function"),
    [
        ("Secretary of Defense", "USA", "CHN", "2021-05-20", {"defence minister"}, {VICE}),
        ("defence minister", "JPN", "CHN", "2023-05-16", {"defence minister"}, {VICE}),
        ("defence minister", "CHN", "USA", "2021-05-20", {"defence minister"}, {"defence minister"}),
        ("CMC vice chairman", "CHN", "USA", "2021-05-20", {"defence minister"}, {"defence minister"}),
        ("CMC vice chairman", "CHN", "RUS", "2021-05-20", {"defence minister"}, {"defence minister"}),
        ("chief of defence", "USA", "CHN", "2021-05-20", *[{"chief of the joint staff department"}] * 2),
        ("Secretary of State", "USA", "CHN", "2021-03-18", {"foreign minister"}, {DIRECTOR}),
        ("national security adviser", "USA", "CHN", "2022-05-20", {DIRECTOR}, {DIRECTOR}),
        (
            "national security adviser",
            "USA",
            "RUS",
            "2021-05-20",
            {"secretary of the security council"},
            {"secretary of the security council", "foreign policy aide"},
        ),
        ("secretary of the security council", "RUS", "USA", "2021-05-20", *[{"national security adviser"}] * 2),
        ("secretary of the security council", "RUS", "CHN", "2021-05-20", {DIRECTOR}, {DIRECTOR}),
        ("SNSC secretary", "IRN", "IND", "2021-05-20", *[{"national security adviser"}] * 2),
        ("Secretary of Defense", "USA", "IRN", "2021-05-20", {"defence minister"}, {"chief of defence"}),
        ("Secretary of Defense", "USA", "VNM", "2021-05-20", {"defence minister"}, {"defence minister"}),
        ("chief of defence", "IND", "PAK", "2023-02-25", {"chief of defence"}, {"army chief"}),
        ("chief of defence", "IND", "PAK", "2025-12-25", {"army chief"}, {"army chief"}),
        ("chief of defence", "USA", "EGY", "2022-01-10", {"chief of defence"}, {"defence minister"}),
        ("chief of defence", "USA", "ISL", "2022-01-10", {None}, {None}),
        ("Secretary of Defense", "USA", "CRI", "2022-01-10", {"security minister"}, {"security minister"}),
        (
            "unification minister",
            "KOR",
            "PRK",
            "2013-06-11",
            {"chairman of the committee for the peaceful reunification"},
            {"director of the united front department"},
        ),
        ("unification minister", "KOR", "PRK", "2024-06-11", {None}, {None}),
        ("mainland affairs minister", "TWN", "CHN", "2014-02-11", *[{"taiwan affairs office director"}] * 2),
        ("taiwan affairs office director", "CHN", "TWN", "2014-02-11", *[{"mainland affairs minister"}] * 2),
        (
            "commander of the Indo-Pacific Command",
            "USA",
            "CHN",
            "2024-09-09",
            {"commander of the southern theatre command"},
            {"commander of the southern theatre command", "commander of the eastern theatre command"},
        ),
        (
            "commander of the southern theatre command",
            "CHN",
            "USA",
            "2024-09-09",
            *[{"commander of us indo-pacific command"}] * 2,
        ),
        ("commander of the Indo-Pacific Command", "USA", "PHL", "2024-09-09", set(), {"chief of defence"}),
        ("commander of the western theatre command", "CHN", "IND", "2020-09-10", *[{"northern army commander"}] * 2),
        ("foreign secretary", "IND", "CHN", "2024-11-11", *[{"deputy foreign minister"}] * 2),
        ("deputy foreign minister", "CHN", "IND", "2024-11-11", *[{"foreign secretary"}] * 2),
        (
            "deputy foreign minister",
            "RUS",
            "USA",
            "2022-01-10",
            {"deputy secretary of state"},
            {"deputy secretary of state", "under secretary of state"},
        ),
        ("foreign minister", "RUS", "EU", "2021-02-05", {"high representative"}, {"high representative"}),
        (
            "chief of defence",
            "RUS",
            "NATO",
            "2017-09-07",
            {"chair of the nato military committee"},
            {"supreme allied commander"},
        ),
        ("MFA spokesperson", "CHN", "USA", "2023-02-04", *[{"state department spokesperson"}] * 2),
    ],
)
def test_rank_and_function_are_told_apart_where_the_tables_part_them(
    protocol: Protocol, words: str, side: str, of: str, day: str, rank: set[str], function: set[str]
) -> None:
    assert answers(protocol, words, side, of, day) == {"rank": rank, "function": function}


@pytest.mark.parametrize(
    ("words", "side", "of", "day", "rank", "function"),
    [
        ("president", "USA", "GBR", "2021-05-20", {"queen"}, {"prime minister"}),
        ("president", "USA", "GBR", "2023-05-20", {"king"}, {"prime minister"}),
        ("president", "USA", "JPN", "2021-05-20", {"emperor"}, {"prime minister"}),
        ("president", "USA", "DEU", "2021-05-20", {"president"}, {"chancellor"}),
        ("president", "USA", "VNM", "2023-09-10", {"president"}, {"general secretary"}),
        ("president", "USA", "IRN", "2021-09-20", {"president", "supreme leader"}, {"supreme leader"}),
        ("president", "USA", "PRK", "2018-06-12", {"speaker"}, {"supreme leader"}),
        ("president", "USA", "TUR", "2013-05-20", {"president"}, {"prime minister"}),
        ("president", "USA", "TUR", "2020-05-20", {"president"}, {"president"}),
        ("prime minister", "JPN", "CHN", "2023-11-16", {"prime minister"}, {"president", "general secretary"}),
        ("prime minister", "GBR", "FRA", "2023-03-10", {"prime minister"}, {"president"}),
        ("prime minister", "FRA", "RUS", "2023-03-10", {"prime minister"}, {"prime minister"}),
        ("prime minister", "IND", "USA", "2023-03-10", {"president"}, {"president"}),
        ("king", "GBR", "JPN", "2023-03-10", {"emperor"}, {"emperor"}),
        ("general secretary", "VNM", "CHN", "2023-12-12", {"general secretary"}, {"president", "general secretary"}),
        ("general secretary", "VNM", "USA", "2023-12-12", set(), {"president"}),
        ("crown prince", "SAU", "USA", "2019-12-12", set(), {"president"}),
    ],
)
def test_heads_answer_to_heads_by_rank_and_to_whoever_leads_by_function(
    protocol: Protocol, words: str, side: str, of: str, day: str, rank: set[str], function: set[str]
) -> None:
    assert answers(protocol, words, side, of, day) == {"rank": rank, "function": function}


@pytest.mark.parametrize("words", ["foreign minister", "defence minister", "chief of defence", "head of government"])
def test_the_general_rule_answers_for_every_state(protocol: Protocol, words: str) -> None:
    on = date(2022, 6, 1)
    post = protocol.find(words, "FRA", on)
    for state in protocol.posts.known.states():
        if state.un == "member" and state.alpha3 != "FRA":
            found = protocol.counterparts(post, state.alpha3, on)
            assert {by for one in found for by in one.by} == set(By), state
            assert all(one.why for one in found), state


def test_the_state_has_something_else_in_the_place_of_the_office(protocol: Protocol) -> None:
    on = date(2021, 6, 1)
    found = protocol.stands_for(protocol.find("chief of defence", "CHN", on), on)
    assert [one.post and one.post.office for one in found] == ["chief of the joint staff department"]
    assert protocol.stands_for(protocol.find("defence minister", "CHN", on), on) == ()


def test_at_home_another_does_the_work_of_the_chinese_minister(protocol: Protocol) -> None:
    on = date(2021, 5, 20)
    (remark,) = protocol.remarks(protocol.find("defence minister", "CHN", on), "USA", on)
    assert "vice-chairmen direct the forces" in remark.words


@pytest.mark.parametrize(("words", "side", "of"), [("defence minister", "CHN", "CHN")])
def test_nobody_is_the_counterpart_of_his_own_state(protocol: Protocol, words: str, side: str, of: str) -> None:
    with pytest.raises(UsageError, match="name another state with --of"):
        protocol.counterparts(protocol.posts.find(words, side), of, date(2021, 5, 20))


def test_a_user_adds_a_counterpart(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "counterparts: [{side: FJI, function: defence minister, office: prime minister, by: function,"
        " why: he holds the portfolio, source: our desk, as_of: 2026-11-01}]\n",
        encoding="utf-8",
    )
    told = answers(Protocol.load(mine), "defence minister", "AUS", "FJI", "2023-01-01")
    assert told == {"rank": {"defence minister"}, "function": {"prime minister"}}


@pytest.mark.parametrize(
    "entry",
    [
        "counterparts: [{side: FJI, function: king, office: boss, by: rank, why: x, source: s, as_of: 2026-01-01}]",
        "governments: [{side: FJI, leads: boss, source: s, as_of: 2026-01-01}]",
        "shorthands: [{names: [top dog], office: boss}]",
    ],
)
def test_an_office_that_is_none_is_told_with_the_users_line(tmp_path: Path, entry: str) -> None:
    (mine := tmp_path / "mine.yaml").write_text(entry, encoding="utf-8")
    with pytest.raises(DataError, match=r"mine\.yaml: .* entry 1: 'boss' is no office"):
        Protocol.load(mine)


def test_every_member_of_the_un_is_headed_by_somebody_on_every_day(tables: Tables) -> None:
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in tables.rows("governments"):
        rows[row["side"]].append(row)
    states = {row["alpha3"]: row["un"] for row in tables.rows("states")}
    assert {code for code, un in states.items() if un == "member"} <= set(rows)
    assert set(rows) <= set(states) | ORGANISATIONS
    for side, governments in rows.items():
        spans = sorted((row["since"], row["until"] or "9999") for row in governments)
        assert all(until < since for (_, until), (since, _) in pairwise(spans)), side


def test_offices_and_sides_of_the_tables_are_known_and_days_in_order(tables: Tables) -> None:
    offices = {row["office"] for row in tables.rows("offices")}
    states = {row["alpha3"] for row in tables.rows("states")} | ORGANISATIONS
    for row in tables.rows("governments"):
        for column in ("head_of_state", "head_of_government", "leads"):
            assert set(row.many(column)) <= offices, row.where
    for row in tables.rows("counterparts"):
        assert {row["function"]} <= offices | NOT_OFFICES, row.where
        assert not row["office"] or row["office"] in offices, row.where
        assert {*row.many("side"), *row.many("to")} <= states, row.where
        assert row["by"] in {"rank", "function", "both"}, row.where
    for table in ("governments", "counterparts"):
        for row in tables.rows(table):
            assert row["since"] <= (row["until"] or "9999"), row.where
            assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", row[c]) for c in ("since", "until", "as_of") if row[c]), (
                row.where
            )
    for row in tables.rows("shorthands"):
        assert row["office"] in offices, row.where
        assert all(name == name.lower() for name in row.many("names")), row.where


def test_every_line_says_whence_it_is(tables: Tables) -> None:
    sources = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    for table in ("governments", "counterparts"):
        for row in tables.rows(table):
            assert row["source"].startswith("https://") or f"`{row['source']}`" in sources, row.where
