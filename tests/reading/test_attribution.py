"""Who says what, through whom, and in what stance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor, Reading, Statement


def name(actor: Actor | None) -> str | None:
    return actor.text if actor else None


def told(statement: Statement) -> tuple[str | None, str, list[str]]:
    return name(statement.source), str(statement.stance), [span.text for span in statement.content]


@pytest.mark.parametrize(
    ("text", "source", "stance", "content"),
    [
        ("The ministry said the line was open.", "The ministry", "asserts", "the line was open"),
        ("The line was open, the ministry said.", "the ministry", "asserts", "The line was open"),
        ('"The line is open," said Kari Lund, the defence minister.', "Kari Lund", "asserts", "The line is open"),
        (
            "According to the Norwegian coast guard, two boats collided near Vardo.",
            "the Norwegian coast guard", "asserts", "two boats collided near Vardo",
        ),
        (
            "Two boats collided near Vardo, according to the Norwegian coast guard.",
            "the Norwegian coast guard", "asserts", "Two boats collided near Vardo",
        ),
        ("Oslo confirmed that the two generals had spoken.", "Oslo", "confirms", "the two generals had spoken"),
        ("Moscow denied that its jets had crossed the line.", "Moscow", "denies", "its jets had crossed the line"),
        ("Moscow denied crossing the line.", "Moscow", "denies", "crossing the line"),
        ("Moscow did not confirm that the boats had collided.", "Moscow", "does_not_confirm", "the boats had collided"),
        ("Moscow could not confirm that the boats had met.", "Moscow", "does_not_confirm", "the boats had met"),
        ("The envoy did not rule out a call with Moscow.", "The envoy", "does_not_rule_out", "a call with Moscow"),
        (
            "Norway's foreign ministry declined to comment on the report.",
            "Norway's foreign ministry", "declines_to_comment", "on the report",
        ),
        ("Oslo demanded that Moscow explain the flight.", "Oslo", "demands", "Moscow explain the flight"),
        ("Oslo urged Moscow to explain the flight.", "Oslo", "demands", "Moscow to explain the flight"),
        ("Oslo believes that the drone came from the east.", "Oslo", "considers", "the drone came from the east"),
        ("Oslo accused Moscow of jamming its signals.", "Oslo", "asserts", "jamming its signals"),
        pytest.param(
            'The minister described the flight as "a provocation".', "The minister", "asserts", "a provocation",
            marks=pytest.mark.xfail(strict=True, reason="the content takes in the object before 'as'"),
        ),
        pytest.param(
            "Oslo accused Moscow of jamming its signals, which Moscow denied.",
            "Oslo", "asserts", "jamming its signals",
            marks=pytest.mark.xfail(strict=True, reason="the content takes in the relative clause, another's denial"),
        ),
    ],
)  # fmt: skip
def test_source_stance_and_content_are_read(
    read: Callable[[str], Reading], text: str, source: str, stance: str, content: str
) -> None:
    assert (source, stance, [content]) in [told(s) for s in read(text).statements]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('"The line is open," the general said.', "direct"),
        ('The general said Moscow had "lost its nerve" and would not call again.', "mixed"),
        ("The general said the line was open.", "indirect"),
    ],
)
def test_form_tells_how_much_is_quoted(read: Callable[[str], Reading], text: str, form: str) -> None:
    assert [s.form for s in read(text).statements] == [form]


def test_a_quotation_goes_on_with_the_speaker_before_it(read: Callable[[str], Reading]) -> None:
    (statement,) = read('"The line is open," the envoy said. "It will stay open."').statements
    assert [span.text for span in statement.content] == ["The line is open", "It will stay open."]


def test_a_paper_that_cites_officials_is_the_relay_and_they_are_the_source(read: Callable[[str], Reading]) -> None:
    (statement,) = read(
        "The Arctic Courier reported that the generals had spoken, citing two Norwegian officials."
    ).statements
    assert (name(statement.source), [v.text for v in statement.via]) == (
        "two Norwegian officials",
        ["The Arctic Courier"],
    )
    assert statement.source is not None
    assert statement.source.anonymous


def test_a_statement_inside_a_report_comes_through_its_reporter(read: Callable[[str], Reading]) -> None:
    outer, inner = read("The Arctic Courier reported that Oslo had said the line was cut.").statements
    assert (name(outer.source), outer.via) == ("The Arctic Courier", ())
    assert (name(inner.source), [v.text for v in inner.via]) == ("Oslo", ["The Arctic Courier"])


def test_hearsay_has_no_source(read: Callable[[str], Reading]) -> None:
    (statement,) = read("The envoys reportedly met twice.").statements
    assert statement.source is None


def test_the_one_who_is_told_is_the_addressee_and_no_source(read: Callable[[str], Reading]) -> None:
    (statement,) = read("An official told reporters that the line was cut.").statements
    assert (name(statement.source), name(statement.addressee)) == ("An official", "reporters")


def test_the_outlet_is_in_no_chain_of_its_own_article(read: Callable[[str], Reading]) -> None:
    reading = read("A Russian frigate rammed a Norwegian patrol boat. Oslo said the boat was safe.")
    assert [r.according_to for r in reading.incidents] == [()]
    assert [name(s.source) for s in reading.statements] == ["Oslo"]


def test_a_deed_told_in_a_statement_rests_on_it(read: Callable[[str], Reading]) -> None:
    reading = read("Oslo said a Russian frigate had rammed a Norwegian patrol boat.")
    assert [r.according_to for r in reading.incidents] == [(reading.statements[0].id,)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister will say on Monday that the line is open.",
        "The minister was asked to say whether the line was open.",
        "The minister said nothing.",
        "The minister did not say when the line would open.",
        "If Oslo says the line is open, the call can go ahead.",
        "The clock said noon.",
        "The ship told a story of neglect.",
        "Norway told Sweden about Finland.",
    ],
)
def test_what_was_not_said_is_no_statement(read: Callable[[str], Reading], text: str) -> None:
    assert read(text).statements == ()


def test_a_denial_by_neither_is_no_confirmation(read: Callable[[str], Reading]) -> None:
    assert all(s.stance != "confirms" for s in read("Oslo did not confirm the report. Neither did Moscow.").statements)


def test_neither_confirmed_is_no_confirmation(read: Callable[[str], Reading]) -> None:
    assert all(s.stance != "confirms" for s in read("Neither Oslo nor Moscow confirmed the report.").statements)


def test_a_joint_statement_is_one_row_per_signatory(read: Callable[[str], Reading]) -> None:
    statements = read("Oslo and Helsinki said in a joint statement that the line was open.").statements
    assert [name(s.source) for s in statements] == ["Oslo", "Helsinki"]


def test_a_day_between_said_and_that_dates_the_saying(read: Callable[[str], Reading]) -> None:
    (statement,) = read("Kari Lund, the defence minister, said on Tuesday that the line was open.").statements
    assert statement.said is not None
    assert statement.said.earliest == "2024-03-05"


@pytest.mark.parametrize("text", ["Norway said Russia was a neighbour.", "Russia told Norway that spring had come."])
def test_saying_is_no_event(read: Callable[[str], Reading], text: str) -> None:
    reading = read(text)
    assert reading.statements
    assert reading.records == reading.statements
