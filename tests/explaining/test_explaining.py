"""What is told of records, on small texts of Wednesday 6 March 2024."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pourparler.explaining import explain_record

Explain = Callable[..., Any]
CALL = "Norway's defence minister Kari Lund rejected a call with Moscow on Sunday. It said the line was closed."


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        (CALL, "Kari Lund", "the title “Norway's defence minister” before the name"),
        (CALL, "Moscow", "the seat stands for the government: the tables' entry “Moscow”, a capital of Russia"),
        ("Admiral Ole Berg said the strait was open.", "Ole Berg", "the rank “Admiral” before the name"),
        (
            "Norway rejected the call on Monday. It said the line was closed.",
            "It",
            "a pronoun for the party named before as “Norway” in the sentence before",
        ),
        (
            "A Norwegian official said the line was cut.",
            "official",
            "its state is told by “Norwegian”, an adjective of Norway",
        ),
        (
            "“We rejected the call from Moscow,” the Norwegian government said.",
            "We",
            "is whoever speaks it, here “the Norwegian government”",
        ),
        (
            "Norwegian minister Kari Lund left. She said the line was cut.",
            "She",
            "a pronoun for the party named before as “Kari Lund” in the sentence before",
        ),
        (
            "Norway and Latvia held talks on Monday. The two sides agreed to a ceasefire.",
            "sides",
            "” in the sentence before",
        ),
        (
            "Norwegian defence minister Kari Lund met her Latvian counterpart in Riga.",
            "counterpart",
            "a counterpart holds the same office in another state: here that of Kari Lund",
        ),
    ],
)
def test_an_actor_is_told_with_why_it_is_that_party(text: str, words: str, sentence: str, explain: Explain) -> None:
    assert sentence in "; ".join(explain(text).actor(words).why)


@pytest.mark.parametrize(
    ("text", "words", "missing"),
    [
        ("Nobody knew. They rejected a call.", "They", "everything: not exactly one party before is left"),
        ("A Norwegian official said the line was cut.", "official", "the name: nobody is named"),
        ("Norway's defence minister said the line was cut.", "minister", "the person: the words name nobody"),
        ("A spokesman said the line was cut.", "spokesman", "the state: neither the words nor the article"),
    ],
)
def test_what_nothing_tells_of_an_actor_is_told(text: str, words: str, missing: str, explain: Explain) -> None:
    assert missing in "; ".join(explain(text).actor(words).missing)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "Norway rejected a call with Moscow on Sunday.",
            "“on Sunday”, in a clause about what is past, counted from Wednesday 2024-03-06 (publication): the latest"
            " Sunday up to that day: Sunday 2024-03-03",
        ),
        (
            "Norway will hold talks with Russia on Sunday.",
            "“on Sunday”, in a clause about what is to come, counted from Wednesday 2024-03-06 (publication): the first"
            " Sunday from that day on: Sunday 2024-03-10",
        ),
        (
            "Norway held talks with Russia last month.",
            "“last month”, counted from Wednesday 2024-03-06 (publication): the month before: from Thursday 2024-02-01"
            " to Thursday 2024-02-29",
        ),
        (
            "Norway held talks with Russia on 3 May 2023.",
            "“on 3 May 2023”: the words tell it themselves: Wednesday 2023-05-03",
        ),
        (
            "A ship sank on 3 May 2023. Norway held talks with Russia two days later.",
            "“two days later”, counted from Wednesday 2023-05-03 (“on 3 May 2023”, told before it): 2 days on: Friday"
            " 2023-05-05",
        ),
        (
            "Norway rejected a call with Moscow.",
            "no words date it; told as done, it was done by the day of publication, Wednesday 2024-03-06: up to"
            " Wednesday 2024-03-06, its beginning open",
        ),
    ],
)
def test_a_date_is_told_with_its_arithmetic(text: str, why: str, explain: Explain) -> None:
    contact = explain(text).first("contact")
    assert why in [reason.why for reason in contact.dates]


def test_a_deed_is_credited_to_the_innermost_statement_that_holds_its_trigger(explain: Explain) -> None:
    text = explain("The Norwegian navy said on Monday that Norway had rejected a call with Moscow.")
    (credit,) = text.first("contact").credits
    assert [a.text for a in credit.chain] == ["The Norwegian navy"]
    assert credit.why == "“rejected” stands in its words"
    assert credit.statement == text.first("statement").record.id


def test_a_deed_in_no_statement_is_the_outlets_own_voice(explain: Explain) -> None:
    (credit,) = explain(CALL, outlet="Fjord Post").first("contact").credits
    assert (credit.statement, credit.chain, credit.outlet) == (None, (), "Fjord Post")
    assert "in its own voice" in credit.why


def test_the_rows_of_the_tables_stand_beside_the_words_that_matched_them(explain: Explain) -> None:
    grounds = explain("Norway rejected a call with Moscow.").first("contact").grounds
    assert grounds.rule == "contact:declined"
    assert {(row.word, row.table) for row in grounds.rows} == {("rejected", "steps"), ("call", "contacts")}
    assert all(row.example for row in grounds.rows)


def test_an_event_names_the_record_that_it_codes(explain: Explain) -> None:
    text = explain("Norway rejected a call with Moscow.")
    event, contact = text.first("event"), text.first("contact").record
    assert contact.id in event.grounds.sentence
    assert {field.field: field.why for field in event.fields}["type"] == "codes a contact: declined, phone"


def test_a_field_is_told_with_its_words_and_what_decided(explain: Explain) -> None:
    contact = explain("Norway refused to hold a call with Moscow twice.").first("contact")
    told = {field.field: (field.value, [w.text for w in field.words], field.why) for field in contact.fields}
    assert told["channel"] == ("phone", [], "by “call”")
    assert told["count"][:2] == ("2", ["twice"])
    assert "refused" in told["status"][2]


@pytest.mark.parametrize(
    ("text", "value", "why"),
    [
        ("Norway did not hold talks with Russia.", "negated", "by “not”"),
        ("Norway plans to hold talks with Russia.", "planned", "by “plans”"),
        ("Norway may hold talks with Russia.", "possible", "by “may”"),
        ("Norway held talks with Russia.", "actual", ""),
    ],
)
def test_factuality_is_told_by_the_word_that_makes_it_so(text: str, value: str, why: str, explain: Explain) -> None:
    contact = explain(text).first("contact")
    told = {field.field: (field.value, field.why) for field in contact.fields}
    assert told["factuality"] == (value, why)


def test_actors_of_reasons_are_explained_too(explain: Explain) -> None:
    text = explain("Norway rejected a call with Moscow because of the raid, Russian officials said.")
    fields = {f for reason in text.first("contact").actors for f in reason.fields}
    assert "reasons: by" in fields


def test_a_side_named_in_another_sentence_says_where_it_stands(explain: Explain) -> None:
    text = explain("Norway proposed talks with Russia on Monday. Moscow has not answered the proposal.")
    why = [w for r in text.records for a in _explained(text, r) for w in a.why]
    assert any("outside those quoted, in “Norway proposed talks" in w for w in why)


def _explained(text: Any, record: Any) -> tuple[Any, ...]:
    found = explain_record(text.doc, text.records, record.id)
    return found.actors if found is not None else ()


def test_the_holder_of_a_tenure_is_told_with_the_title(explain: Explain) -> None:
    tenure = explain("Norway's defence minister Kari Lund arrived in Riga.").first("tenure")
    (holder,) = tenure.actors
    assert holder.fields == ("person", "office", "country")
    assert holder.why == ("the title “Norway's defence minister” before the name",)


def test_a_record_that_nobody_has_is_not_explained(explain: Explain) -> None:
    text = explain(CALL)
    assert explain_record(text.doc, text.records, "co-none") is None
