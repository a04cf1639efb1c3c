"""Holders and counterparts as people and programs are shown them."""

from __future__ import annotations

import json
from datetime import date

import pytest

from pourparler.exports.counterparts import counterpart_json, counterpart_lines, holder_json, holder_lines
from pourparler.knowledge import Protocol
from pourparler.ledger.counterparts import Counterparts, find_counterparts, find_holder
from pourparler.records import (
    Actor,
    Contact,
    Entry,
    Factuality,
    Judgement,
    JudgementKind,
    Reason,
    ReasonKind,
    Span,
    Status,
)

DAY = date(2021, 5, 20)


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    return Protocol.load()


def refused() -> Entry:
    span, words = Span(start=0, end=7, text="refused"), "protocol: the\ndefence minister is the counterpart"
    sides = [Actor(text=code, start=0, end=3, country=code, code=f"{code} MIL") for code in ("USA", "CHN")]
    contact = Contact(
        id="co-1", article="ar-1", anchor=span, evidence=(span,), confidence=1, reader="test", by=sides[1],
        initiator=sides[0], target=sides[1], participants=tuple(sides), status=Status.DECLINED,
        factuality=Factuality.ACTUAL,
        reasons=(Reason(kind=ReasonKind.PROTOCOL, by=sides[1], text=words, start=0, end=len(words)),),
    )  # fmt: skip
    return Entry(
        number=1,
        day="2021-05-21",
        record=contact,
        article="ar-1",
        family="ar-1",
        deed="co-1",
        thread="co-1",
        outlet="Gazette",
        told_by={},
    )


def found(protocol: Protocol, of: str = "CHN", entries: list[Entry] | None = None) -> Counterparts:
    post = protocol.posts.find("Secretary of Defense", "USA")
    told = {"person": "Ann Lee", "office": "defence minister", "country": of, "from": "2021-05", "to": None}
    learned = (Judgement(kind=JudgementKind.HOLDER, relation="holder", subject="te-1", value=told),)
    return find_counterparts(protocol, post, of=of, on=DAY, entries=entries, learned=learned)


def test_a_table_tells_both_counterparts_why_and_that_they_differ(protocol: Protocol) -> None:
    lines = list(counterpart_lines(found(protocol), "none.db"))
    assert lines[0].split()[:3] == ["by", "office", "state"]
    assert lines[1].split()[:4] == ["defence", "minister", "(secretary", "of"]
    assert [line.split()[0] for line in lines[2:5]] == ["rank", "function", "function"]
    text = "\n".join(lines)
    assert "by function: vice-chairman of the central military commission: the vice-chairmen direct the forces" in text
    assert "as of 2025-06-30]" in text
    assert "rank and function point to different offices" in text
    assert "learned from text, apart from the tables:" in text
    assert "no record was looked at: no store at none.db" in text


def test_a_table_shows_the_refusal_with_its_words_and_who_gives_them(protocol: Protocol) -> None:
    lines = list(counterpart_lines(found(protocol, entries=[refused()]), "s.db"))
    (line,) = [line for line in lines if "co-1" in line]
    assert line.endswith("“protocol: the defence minister is the counterpart”")
    assert "defence minister (rank)" in line
    assert "CHN [CHN MIL]" in line
    assert "Gazette" in line


def test_a_table_says_that_the_record_names_none_of_the_offices(protocol: Protocol) -> None:
    lines = list(counterpart_lines(found(protocol, entries=[]), "s.db"))
    assert "no record between USA and CHN in s.db gives protocol as a reason and names one of these offices" in lines


def test_a_state_without_the_office_has_none(protocol: Protocol) -> None:
    on = date(2022, 1, 1)
    chief = find_counterparts(protocol, protocol.posts.find("CJCS", "USA"), of="ISL", on=on)
    assert [line.split()[:4] for line in counterpart_lines(chief, None)][2] == ["rank", "and", "function", "none"]
    value = json.loads(list(counterpart_json(chief, None))[1])
    assert (value["by"], value["office"]) == (["rank", "function"], None)


def test_json_lines_hold_the_same(protocol: Protocol) -> None:
    values = [json.loads(line) for line in counterpart_json(found(protocol, entries=[refused()]), "s.db")]
    assert [value["kind"] for value in values] == ["office", "counterpart", "counterpart", "evidence", "looked_at"]
    rank, function = values[1], values[2]
    assert (rank["by"], [term["person"] for term in rank["holders"]]) == (["rank"], ["Wei Fenghe"])
    assert rank["learned"][0]["person"] == "Ann Lee"
    assert function["why"][0]["source"].startswith("https://")
    assert values[3]["named"] == [{"side": None, "office": "defence minister"}]
    assert values[3]["reason_by"] == "CHN MIL"
    assert values[4] == {"kind": "looked_at", "records": 1, "beside": 0, "store": "s.db", "differ": True}


def test_after_the_tables_last_day_the_holder_is_unknown_and_the_last_known_one_told(protocol: Protocol) -> None:
    holder = find_holder(protocol, "Secretary of Defense", side="USA", on=date(2099, 1, 1))
    line = list(holder_lines(holder))[1]
    assert " unknown " in line
    assert "the tables answer for an earlier day only; last known: Pete Hegseth (in office on " in line
    value = json.loads(next(iter(holder_json(holder))))
    assert (value["holders"], value["last"][0]["person"]) == ([], "Pete Hegseth")


def test_an_office_of_another_name_is_told_in_the_place_of_the_one_asked_for(protocol: Protocol) -> None:
    lines = list(holder_lines(find_holder(protocol, "chief of defence", side="CHN", on=DAY)))
    assert lines[1].split()[:6] == ["chief", "of", "the", "joint", "staff", "department"]
    assert lines[2].startswith("in the place of chief of defence: chief of the joint staff department: ")


def test_a_person_is_told_with_all_terms(protocol: Protocol) -> None:
    holder = find_holder(protocol, "Sergei Shoigu", side=None, on=DAY)
    assert [line.split("  ")[1].strip() for line in list(holder_lines(holder))[1:]] == [
        "defence minister",
        "secretary of the security council",
    ]
    assert [json.loads(line)["office"] for line in holder_json(holder)] == [
        "defence minister",
        "secretary of the security council",
    ]


def test_a_doubt_between_two_holders_is_told(protocol: Protocol) -> None:
    holder = find_holder(protocol, "foreign minister", side="PRK", on=date(2020, 1, 20))
    lines = list(holder_lines(holder))[1:]
    assert [line.endswith("one of these; their terms meet about then") for line in lines] == [True, True]


def test_a_day_is_told_as_closely_as_it_is_known(protocol: Protocol) -> None:
    holder = find_holder(protocol, "director of the united front department", side="PRK", on=date(2013, 6, 11))
    (term,) = json.loads(next(iter(holder_json(holder))))["holders"]
    assert (term["start"], term["end"]) == ("2007-03", "2015-12-29")
    assert "  2007-03  " in list(holder_lines(holder))[1]
