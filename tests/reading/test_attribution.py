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
            "Norway's foreign ministry", "declines_to_comment", "the report",
        ),
        ("Oslo demanded that Moscow explain the flight.", "Oslo", "demands", "Moscow explain the flight"),
        ("Oslo urged Moscow to explain the flight.", "Oslo", "demands", "Moscow to explain the flight"),
        ("Oslo believes that the drone came from the east.", "Oslo", "considers", "the drone came from the east"),
        ("Oslo accused Moscow of jamming its signals.", "Oslo", "asserts", "jamming its signals"),
        ('The minister described the flight as "a provocation".', "The minister", "asserts", "a provocation"),
        (
            "Oslo accused Moscow of jamming its signals, which Moscow denied.",
            "Oslo", "asserts", "jamming its signals",
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


@pytest.mark.parametrize(
    ("text", "source", "stance", "content"),
    [
        ("Moscow rubbished the claim that its jets had crossed.", "Moscow", "denies", ["its jets had crossed"]),
        ("Moscow called reports of a raid untrue.", "Moscow", "denies", ["a raid"]),
        ("Oslo denounced Moscow for jamming its signals.", "Oslo", "asserts", ["jamming its signals"]),
        ("Oslo denounced what it called an act of piracy.", "Oslo", "asserts", ["an act of piracy"]),
        ("Oslo termed the raid a crime against peace.", "Oslo", "considers", ["a crime against peace"]),
        ("The envoy voiced hope that the line would reopen.", "The envoy", "expects", ["the line would reopen"]),
        ("The envoy made it clear that no call was planned.", "The envoy", "asserts", ["no call was planned"]),
        ("The envoy expressed concern about the raid.", "The envoy", "asserts", ["concern about the raid"]),
        ("The admiral threatened to close the strait.", "The admiral", "asserts", ["close the strait"]),
        ("Oslo stayed away, citing a lack of trust.", "Oslo", "asserts", ["a lack of trust"]),
        ("Moscow's claim that the boat had strayed angered Oslo.", "Moscow's", "asserts", ["the boat had strayed"]),
        ("The envoys are said to have met twice.", None, "asserts", ["The envoys", "to have met twice"]),
        ("The line, the minister said, was open.", "the minister", "asserts", ["The line", "was open"]),
        ("The US said the line was open.", "US", "asserts", ["the line was open"]),
        (
            "Norway's army chief told NRK on Tuesday that the drone was Russian.",
            "Norway's army chief", "asserts", ["the drone was Russian"],
        ),
        (
            "Hundreds marched in Oslo to demand that the minister resign.",
            "Hundreds", "demands", ["the minister resign"],
        ),
        (
            "Oslo maintains that a balloon had strayed and says that Moscow overreacted.",
            "Oslo", "asserts", ["a balloon had strayed"],
        ),
        (
            "Oslo maintains that a balloon had strayed and says that Moscow overreacted.",
            "Oslo", "asserts", ["Moscow overreacted"],
        ),
    ],
)  # fmt: skip
def test_cues_of_every_frame_are_read(
    read: Callable[[str], Reading], text: str, source: str | None, stance: str, content: list[str]
) -> None:
    found = [told(s) for s in read(text).statements]
    bare = [(name and name.removeprefix("The ").removesuffix("'s"), stance, words) for name, stance, words in found]
    wanted = (source and source.removeprefix("The ").removesuffix("'s"), stance, content)
    assert wanted in bare, found


@pytest.mark.parametrize(
    ("text", "stance", "content"),
    [
        (
            "The palace neither confirmed nor denied that a call was planned.",
            "does_not_confirm", ["a call was planned"],
        ),
        ("The palace would not say whether a call was planned.", "declines_to_comment", ["a call was planned"]),
        ("The palace did not immediately respond to a request for comment.", "declines_to_comment", []),
        ("There was no immediate comment from the palace.", "declines_to_comment", []),
        (
            "Asked whether Oslo would recall its envoy, the palace declined to comment.",
            "declines_to_comment", ["whether Oslo would recall its envoy"],
        ),
        ("The palace said it could not confirm that a call was planned.", "does_not_confirm", None),
        ("The palace is not in a position to confirm the raid.", "does_not_confirm", ["the raid"]),
    ],
)  # fmt: skip
def test_each_way_of_keeping_silent_is_one_statement(
    read: Callable[[str], Reading], text: str, stance: str, content: list[str] | None
) -> None:
    (statement,) = read(text).statements
    assert statement.stance == stance
    assert content is None or [span.text for span in statement.content] == content


def test_what_is_not_confirmed_is_the_claim_told_before(read: Callable[[str], Reading]) -> None:
    text = "The Arctic Courier reported that the generals had met. The palace neither confirmed nor denied the report."
    _, silence = read(text).statements
    assert [span.text for span in silence.content] == ["the generals had met"]


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        (
            "The Arctic Courier, citing a Norwegian envoy, said the line was cut.",
            "a Norwegian envoy", ["The Arctic Courier"],
        ),
        (
            "According to the Arctic Courier, citing a Norwegian envoy, the line was cut.",
            "a Norwegian envoy", ["the Arctic Courier"],
        ),
        (
            '"The line is cut," the envoy was quoted by the Arctic Courier as saying.',
            "the envoy", ["the Arctic Courier"],
        ),
        (
            "The line was cut, the envoy said in remarks carried by the Arctic Courier.",
            "the envoy", ["the Arctic Courier"],
        ),
    ],
)  # fmt: skip
def test_relays_are_told_from_sources(read: Callable[[str], Reading], text: str, source: str, via: list[str]) -> None:
    (statement,) = read(text).statements
    assert (name(statement.source), [v.text for v in statement.via]) == (source, via)


def test_any_verb_beside_a_quotation_is_its_cue(read: Callable[[str], Reading]) -> None:
    (statement,) = read('"The line is open to us," snapped an aide to the minister. "It will stay open."').statements
    assert statement.form == "direct"
    assert [span.text for span in statement.content] == ["The line is open to us", "It will stay open."]


def test_a_quotation_ends_where_its_speaker_is_told(read: Callable[[str], Reading]) -> None:
    text = '"The line is open," the chief negotiator, Kari Lund, told Radio Bergen on Sunday.'
    (statement,) = read(text).statements
    assert [span.text for span in statement.content] == ["The line is open"]


def test_quoted_names_in_an_indirect_sentence_are_mixed(read: Callable[[str], Reading]) -> None:
    (statement,) = read('The envoy called the raid "a crime".').statements
    assert statement.form == "mixed"


BRIEFING = """Briefing by the ministry

QUESTION: Did the boats collide near Vardo on Sunday?

MR. LUND: They did. Our crew was on a routine patrol in Norwegian waters.

QUESTION: Was the hotline used?

MR. LUND: I can neither confirm nor deny that. We expect an answer from the other side by Friday."""


def test_answers_of_a_briefing_are_statements_and_questions_are_none(read: Callable[[str], Reading]) -> None:
    found = [(name(s.source), str(s.stance), s.cue is None) for s in read(BRIEFING).statements]
    assert found == [
        ("MR. LUND", "asserts", True),
        ("MR. LUND", "does_not_confirm", False),
        ("MR. LUND", "asserts", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo asked whether the boats had met.",
        "Oslo asked Moscow to send an envoy to the talks.",
        "The doctor begged us not to print his name.",
        "The ministers exchanged views on the line.",
        "Nobody said the line was open.",
        "We think the line should stay open.",
    ],
)
def test_questions_deeds_and_the_outlet_itself_state_nothing(read: Callable[[str], Reading], text: str) -> None:
    assert read(text).statements == ()
