"""A correction changes what it says and nothing else, and what comes out is a record of the contract."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.store.making import day, reading

from pourparler.errors import UsageError
from pourparler.exports.schema import json_schema
from pourparler.records import (
    Actor,
    Article,
    Channel,
    Contact,
    Event,
    Factuality,
    Incident,
    Precision,
    Span,
    Status,
    Tenure,
)
from pourparler.records.ids import article_id, text_sha256
from pourparler.records.lines import as_json
from pourparler.store import read_changes
from pourparler.store.judging.correcting import correct
from pourparler.store.judging.fields import correctable, hint_at, steps

TEXT = "Tallinn refused a call that Riga had asked for on Monday, citing protocol. Riga regretted it, Tallinn said."
SCHEMA = jsonschema.Draft202012Validator(json_schema())


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start=start, end=start + len(words), text=words)


def actor(words: str, country: str | None, **known: Any) -> Actor:
    found = span(words)
    sectors = ("GOV",) if country else ()
    return Actor(
        text=words, start=found.start, end=found.end, country=country, sectors=sectors,
        code=country and f"{country} GOV", resolved_by="gazetteer", **known,
    )  # fmt: skip


RIGA, TALLINN = actor("Riga", "LVA", name="Latvia"), actor("Tallinn", "EST", name="Estonia")
COMMON = {"article": "ar-0123456789ab", "confidence": 0.5, "reader": "test"}


def contact(**fields: Any) -> Contact:
    known: dict[str, Any] = {
        "id": "co-0123456789ab", "anchor": span("refused"), "evidence": (span("refused a call"),), "by": TALLINN,
        "initiator": RIGA, "target": TALLINN, "participants": (RIGA, TALLINN), "channel": Channel.PHONE,
        "status": Status.DECLINED, "factuality": Factuality.ACTUAL, "when": None,
    }  # fmt: skip
    return Contact(**COMMON, **(known | fields))


def corrected(record: Any, *told: str) -> Any:
    return correct(record, read_changes(record.kind, told), TEXT)


def test_a_plain_field_is_set_and_all_others_stay() -> None:
    before = contact()
    after = corrected(before, "status=unanswered", "forum=Baltic line")
    assert (after.status, after.forum) == (Status.UNANSWERED, "Baltic line")
    assert corrected(after, "status=declined", "forum=null") == before


def test_what_is_told_of_an_actor_is_told_wherever_the_record_has_it() -> None:
    after = corrected(contact(), "initiator.country=LTU")
    assert after.initiator.country == "LTU"
    assert [one.country for one in after.participants] == ["LTU", "EST"]
    assert (after.by, after.target) == (TALLINN, TALLINN)


def test_the_code_follows_the_country_and_the_sectors_unless_it_is_given() -> None:
    assert corrected(contact(), "initiator.sectors=MIL,GOV").initiator.code == "LVA MIL"
    assert corrected(contact(), "initiator.country=null").initiator.code is None
    assert corrected(contact(), "initiator.country=LTU", "initiator.code=LTU SPY").initiator.code == "LTU SPY"


def test_a_corrected_actor_is_resolved_by_review_and_loses_the_name_of_the_wrong_state() -> None:
    after = corrected(contact(), "initiator.country=LTU").initiator
    assert (after.resolved_by, after.name) == ("review", None)
    assert corrected(contact(), "initiator.office=Prime Minister").initiator.name == "Latvia"


def test_another_actor_in_a_role_is_a_side_in_the_place_of_the_one_that_lost_it() -> None:
    def sides(record: Contact) -> list[str | None]:
        return [one.country for one in record.participants]

    elsewhere = contact(participants=(actor("Riga regretted", "LVA"), TALLINN))
    assert sides(corrected(elsewhere, "initiator.country=LTU")) == ["LTU", "EST"]
    assert sides(corrected(contact(), "target=on Monday", "target.country=FIN")) == ["LVA", "EST", "FIN"]
    assert sides(corrected(contact(by=RIGA), "target=on Monday", "target.country=FIN")) == ["LVA", "FIN"]
    assert sides(corrected(contact(), "initiator=Tallinn", "initiator.country=EST")) == ["LVA", "EST"]


def test_sides_that_are_corrected_themselves_are_left_as_they_are_told() -> None:
    after = corrected(contact(), "initiator=null", "participants.0=null")
    assert (after.initiator, [one.country for one in after.participants]) == (None, ["EST"])


def test_words_are_looked_for_in_the_article_nearest_to_where_the_part_stood() -> None:
    assert corrected(contact(), "topics=Riga").topics == (span("Riga"),)
    far = corrected(contact(anchor=span("regretted")), "topics=Riga").topics
    assert far == (span("Riga", 40),)
    assert corrected(contact(), "by.text=Riga").by.start == TEXT.index("Riga")


def test_a_day_dates_a_record_that_had_no_date() -> None:
    when = corrected(contact(), "when=2024-03-04").when
    assert (when.earliest, when.latest, when.precision, when.text) == ("2024-03-04", "2024-03-04", "day", None)
    assert corrected(contact(), "when.earliest=2024-03-04").when == when


def test_a_date_keeps_its_words_when_its_day_is_corrected() -> None:
    dated = corrected(contact(), "when=2024-03-04", "when.text=on Monday")
    assert (dated.when.text, dated.when.start) == ("on Monday", TEXT.index("on Monday"))
    moved = corrected(dated, "when=2024-03-11").when
    assert (moved.text, moved.latest) == ("on Monday", "2024-03-11")
    assert corrected(dated, "when.text=null").when.start is None


@pytest.mark.parametrize(
    ("told", "precision"),
    [
        (("when.latest=2024-03-09",), Precision.RANGE),
        (("when.earliest=null",), Precision.BEFORE),
        (("when.latest=null",), Precision.AFTER),
        (("when.latest=2024-03-10", "when.precision=week"), Precision.WEEK),
    ],
)
def test_the_precision_follows_the_ends_of_a_date(told: tuple[str, ...], precision: Precision) -> None:
    assert corrected(contact(when=day("2024-03-04")), *told).when.precision == precision


def test_lists_grow_by_one_and_lose_what_is_emptied() -> None:
    grown = corrected(contact(), 'reasons.0={"kind": "protocol", "text": "citing protocol"}')
    assert (grown.reasons[0].kind, grown.reasons[0].by, grown.reasons[0].start) == (
        "protocol", None, TEXT.index("citing"),
    )  # fmt: skip
    assert corrected(grown, "reasons.0=null").reasons == ()
    two = corrected(contact(), "topics=Riga", 'topics.1="on Monday"')
    assert [one.text for one in corrected(two, "topics.0=null", "topics.1.text=protocol").topics] == ["protocol"]


def test_a_part_is_taken_as_json_with_offsets_where_they_are_right() -> None:
    second = span("Riga", 40)
    exact = json.dumps({"text": "Riga", "start": second.start, "end": 0, "country": "LVA", "sectors": ["GOV"]})
    after = corrected(contact(), f"by={exact}").by
    assert (after.start, after.end, after.code) == (second.start, second.end, "LVA GOV")


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("declined", "is no correction; write FIELD=VALUE"),
        ("state=declined", "no such field; where 'state' stands, expected evidence, by, initiator"),
        ("initiator.nation=LVA", "where 'nation' stands, expected text, name"),
        ("status.x=1", "where 'x' stands, expected nothing more"),
        ("topics.first=Riga", "where 'first' stands, expected a number"),
        ("status=refused", "'refused' is none of sought, requested"),
        ("status=null", "status cannot be empty"),
        ("initiator.country=Latvia", "'Latvia' is not an ISO 3166-1 alpha-3 code"),
        ("when=Monday", "when needs a day; give when.earliest or when.latest too"),
        ("when.earliest=4 March", "'4 March' is not a day"),
        ('when={"earliest": "2024-03-05", "latest": "2024-03-04"}', "2024-03-05 is after 2024-03-04"),
        ('when={"earliest": "2024-03-05T10:00", "latest": "2024-03-05T09:00"}', "T10:00 is after 2024-03-05T09:00"),
        ("by=Vilnius", "'Vilnius' does not stand in the article"),
        ("where.country=EST", "where needs words of the article; give where.text too"),
        ("topics.1=Riga", "there are only 0; the next would be number 0"),
        ("participants={}", "is no list"),
        ("by={nonsense", "is no JSON"),
        ('by={"text": "Riga", "nation": "LVA"}', "no field nation"),
        ("initiator.anonymous=maybe", "is no JSON"),
        ("initiator.anonymous=1", "1 is no truth value"),
        ('forum=["a"]', "is no text"),
        ('when.latest={"text": "Riga"}', "is no text"),
        ('initiator={"text": "Riga", "sectors": 3}', "is no list"),
        ("id=co-1", "id cannot be corrected; reject the record"),
        ("anchor.text=call", "anchor.text cannot be corrected"),
        ("confidence=1", "confidence cannot be corrected"),
        ("initiator.start=4", "it follows the words; correct `text`"),
    ],
)
def test_what_makes_no_sense_is_told(told: str, why: str) -> None:
    with pytest.raises(UsageError, match=why.replace("(", r"\(")):
        corrected(contact(), told)


def test_numbers_have_their_limits() -> None:
    event = Event(
        **COMMON, id="ev-0123456789ab", anchor=span("refused"), evidence=(), type="REJECT",
        factuality=Factuality.ACTUAL, quad=3, intensity=-4.0,
    )  # fmt: skip
    assert corrected(event, "quad=4", "intensity=-5").intensity == -5
    assert corrected(event, 'count={"min": 2, "text": "a call"}').count.max == 2
    for told in ("quad=5", "intensity=-11", "quad=3.5", 'count={"min": -1, "text": "a call"}'):
        with pytest.raises(UsageError, match=r"out of range|is no whole number"):
            corrected(event, told)


def test_an_incidents_actor_is_a_party_and_a_tenures_dates_are_fields_of_their_own() -> None:
    incident = Incident(
        **COMMON, id="in-0123456789ab", anchor=span("refused"), evidence=(), by=(RIGA,), parties=(RIGA, TALLINN),
        action="refuse", factuality=Factuality.ACTUAL,
    )  # fmt: skip
    after = corrected(incident, "by.0.country=LTU")
    assert [one.country for one in after.parties] == ["LTU", "EST"]
    tenure = Tenure(**COMMON, id="te-0123456789ab", anchor=span("said"), evidence=(), person="A. Ozols", office="envoy")
    assert corrected(tenure, "start=2024-03-04").start.earliest == "2024-03-04"
    with pytest.raises(UsageError, match="a term that begins on 2024-03-04 cannot end on 2023-01-01"):
        corrected(tenure, "start=2024-03-04", "end=2023-01-01")


def test_the_order_in_which_changes_are_told_makes_no_difference() -> None:
    told = ["by.country=LVA", "by=Riga", "by.sectors=MIL", "when.latest=2024-03-09", "when=2024-03-04"]
    assert corrected(contact(), *told) == corrected(contact(), *told[::-1])
    assert corrected(contact(), *told).by.code == "LVA MIL"


#: Values of every sort that somebody may type for some field.
VALUES = st.sampled_from(
    ["Riga", "Tallinn", "on Monday", "2024-03-04", "declined", "held", "phone", "minister", "LVA", "null", "true", "3",
     "MIL,GOV", "planned", "2024-03-04T10:00", "[]", "nowhere", "[3]", '[{"text": "Riga"}, "Tallinn"]', "week",
     '{"latest": ["2024-03-04"], "sectors": 3}', '{"text": "Riga"}', "st-0123456789ab"]
)  # fmt: skip
FIELDS = st.sampled_from(
    [f"{name}{rest}" for name in correctable(Contact) for rest in ("", ".0", ".text", ".country", ".0.text", ".latest")]
)


@given(st.lists(st.tuples(FIELDS, VALUES), min_size=1, max_size=4))
@example([("evidence", "[3]")])
@example([("evidence.0", "3")])
def test_whatever_is_told_is_refused_or_gives_a_record_of_the_contract(told: list[tuple[str, str]]) -> None:
    try:
        after = corrected(contact(), *(f"{path}={value}" for path, value in told))
    except UsageError:
        return
    value = as_json(after)
    SCHEMA.validate(value)
    assert (after.id, after.anchor, after.confidence) == ("co-0123456789ab", span("refused"), 0.5)
    for part in _parts(value):
        assert part["text"] is None or TEXT[part["start"] : part["end"]] == part["text"]


def _parts(value: Any) -> Any:
    if isinstance(value, dict):
        if "text" in value and "start" in value:
            yield value
        for held in value.values():
            yield from _parts(held)
    elif isinstance(value, list):
        for held in value:
            yield from _parts(held)


def test_paths_are_read_in_steps_and_lead_to_types() -> None:
    assert steps("participants.0.country") == ("participants", 0, "country")
    assert hint_at(Contact, "participants.0.country") == str | None


def test_a_correction_never_touches_the_record_it_starts_from() -> None:
    read = reading(
        Article(id=article_id(None, None, "a"), key="a", sha256=text_sha256(TEXT), text=TEXT), Status.DECLINED
    ).contacts[0]
    before = as_json(read)
    correct(read, {"initiator.country": "FIN", "when": "2024-03-04"}, TEXT)
    assert as_json(read) == before


@pytest.mark.parametrize("told", ["when=2026-02-30", "when.earliest=0000-01-01", "when=2020-13-45", 'forum="\\ud800"'])
def test_a_day_that_the_calendar_has_not_and_half_a_character_are_refused(told: str) -> None:
    with pytest.raises(UsageError):
        corrected(contact(), told)
