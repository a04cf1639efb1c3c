"""Counterparts with what the record says of them: whom a side asked for, whom the reason names, and who says so."""

from __future__ import annotations

from datetime import date

import pytest

from pourparler.errors import UsageError
from pourparler.knowledge import By, Protocol
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
WHY = "because the defence minister, not the vice chairman of the Central Military Commission, is the counterpart"


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    return Protocol.load()


def actor(code: str, **known: str) -> Actor:
    return Actor(text=code, start=0, end=3, country=code, sectors=("MIL",), code=f"{code} MIL", **known)


def entry(
    reason: str = WHY,
    *,
    kind: ReasonKind = ReasonKind.PROTOCOL,
    article: str = "ar-1",
    family: str = "ar-1",
    target: Actor | None = None,
) -> Entry:
    span = Span(start=0, end=8, text="declined")
    asking, asked = actor("USA", person="Lloyd Austin"), target or actor("CHN", person="Xu Qiliang")
    contact = Contact(
        id=f"co-{article}", article=article, anchor=span, evidence=(span,), confidence=1, reader="test",
        by=actor("CHN"), initiator=asking, target=asked, participants=(asking, asked), status=Status.DECLINED,
        factuality=Factuality.ACTUAL,
        reasons=(Reason(kind=kind, by=actor("CHN"), text=reason, start=0, end=len(reason)),),
    )  # fmt: skip
    return Entry(
        number=1, day="2021-05-21", record=contact, article=article, family=family, deed="co", thread="co", told_by={}
    )


def answer(protocol: Protocol, *entries: Entry, learned: tuple[Judgement, ...] = ()) -> Counterparts:
    post = protocol.posts.find("Secretary of Defense", "USA")
    return find_counterparts(protocol, post, of="CHN", on=DAY, entries=entries, learned=learned)


def holder(record: str = "te-1", **value: str | None) -> Judgement:
    told = {"person": "Ann Lee", "office": "defence minister", "country": "CHN", "from": None, "to": None} | value
    return Judgement(kind=JudgementKind.HOLDER, relation="holder", subject=record, value=told)


def test_both_counterparts_are_told_with_their_holders_on_the_day(protocol: Protocol) -> None:
    found = answer(protocol)
    told = {
        (one.seat.post.office, by, term.person)
        for one in found.answering
        if one.seat
        for by in one.counterpart.by
        for term in one.seat.holding.held
    }
    assert told == {
        ("defence minister", By.RANK, "Wei Fenghe"),
        ("vice-chairman of the central military commission", By.FUNCTION, "Xu Qiliang"),
        ("vice-chairman of the central military commission", By.FUNCTION, "Zhang Youxia"),
    }
    assert found.differ
    assert [term.person for term in found.asked.holding.held] == ["Lloyd Austin"]


def test_rank_and_function_that_meet_in_one_office_do_not_differ(protocol: Protocol) -> None:
    post = protocol.posts.find("Secretary of Defense", "USA")
    assert not find_counterparts(protocol, post, of="JPN", on=DAY).differ
    assert not find_counterparts(protocol, post, of="ISL", on=DAY).differ


def test_a_refusal_on_protocol_shows_who_was_asked_for_and_whom_the_reason_names(protocol: Protocol) -> None:
    (found,) = answer(protocol, entry()).evidence
    assert found.asker == "USA"
    assert found.wanted == (("CHN", "vice-chairman of the central military commission"),)
    assert found.named == (
        (None, "defence minister"),
        ("CHN", "vice-chairman of the central military commission"),
    )
    assert found.reason.by
    assert found.reason.by.country == "CHN"


def test_an_office_told_in_words_counts_as_the_office(protocol: Protocol) -> None:
    target = actor("CHN", office="vice chairman of the central military commission")
    (found,) = answer(protocol, entry("a breach of protocol", target=target)).evidence
    assert found.wanted == (("CHN", "vice-chairman of the central military commission"),)


def test_a_reason_names_an_office_by_its_holder(protocol: Protocol) -> None:
    (found,) = answer(protocol, entry("protocol, Wei Fenghe being his counterpart", target=actor("CHN"))).evidence
    assert found.named == (("CHN", "defence minister"),)


@pytest.mark.parametrize(
    ("other", "looked_at", "beside"),
    [
        (entry(kind=ReasonKind.SANCTIONS), 0, 0),
        (entry("a protocol dispute about seats", target=actor("CHN", office="trade minister")), 1, 1),
    ],
)
def test_other_reasons_and_other_offices_are_no_evidence(
    protocol: Protocol, other: Entry, looked_at: int, beside: int
) -> None:
    found = answer(protocol, other)
    assert (found.evidence, found.looked_at, found.beside) == ((), looked_at, beside)


def test_copies_of_one_text_are_evidence_once_and_other_tellings_again(protocol: Protocol) -> None:
    copies = [entry(article="ar-1", family="ar-1"), entry(article="ar-2", family="ar-1")]
    other = entry(article="ar-3", family="ar-3")
    assert len(answer(protocol, *copies, other).evidence) == 2


def test_without_a_store_no_record_was_looked_at(protocol: Protocol) -> None:
    post = protocol.posts.find("Secretary of Defense", "USA")
    assert find_counterparts(protocol, post, of="CHN", on=DAY).looked_at is None
    assert find_counterparts(protocol, post, of="CHN", on=DAY, entries=()).looked_at == 0


@pytest.mark.parametrize(
    ("value", "heard"),
    [
        ({}, True),
        ({"from": "2021-05-20", "to": "2021-05-20"}, True),
        ({"from": "2021-05", "to": "2021-05"}, True),
        ({"from": "2021"}, True),
        ({"from": "2021-05-21"}, False),
        ({"to": "2021-04"}, False),
        ({"office": "Minister of National Defense"}, True),
        ({"office": "foreign minister"}, False),
        ({"country": "JPN"}, False),
        ({"country": None}, True),
    ],
)
def test_a_holder_learned_from_text_stands_beside_the_tables(
    protocol: Protocol, value: dict[str, str | None], heard: bool
) -> None:
    (seat,) = [
        one.seat
        for one in answer(protocol, learned=(holder(**value),)).answering
        if one.seat and one.seat.post.office == "defence minister"
    ]
    assert [one.person for one in seat.learned] == (["Ann Lee"] if heard else [])
    assert [term.person for term in seat.holding.held] == ["Wei Fenghe"]


def test_who_tells_the_office_and_what_a_state_has_in_its_place(protocol: Protocol) -> None:
    found = find_holder(protocol, "national security adviser", side="RUS", on=DAY)
    assert found.seat
    assert not found.seat.holding.held
    assert [one.seat.post.office for one in found.instead if one.seat] == [
        "secretary of the security council",
        "foreign policy aide",
    ]


def test_who_tells_the_offices_of_a_person_by_the_tables_and_by_text(protocol: Protocol) -> None:
    assert [term.office for term in find_holder(protocol, "Wei Fenghe", side=None, on=DAY).terms] == [
        "defence minister"
    ]
    (heard,) = find_holder(protocol, "Ann Lee", side=None, on=DAY, learned=(holder(),)).learned
    assert (heard.office, heard.record) == ("defence minister", "te-1")
    with pytest.raises(UsageError, match="no office 'Ann Lee' is known"):
        find_holder(protocol, "Ann Lee", side=None, on=DAY)
