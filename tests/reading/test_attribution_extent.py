"""Where what is said begins and ends, and what is no saying at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor, Reading, Statement


def name(actor: Actor | None) -> str | None:
    return actor.text if actor else None


def told(statement: Statement) -> tuple[str | None, str, list[str]]:
    return name(statement.source), str(statement.stance), [span.text for span in statement.content]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oslo said the cutter rammed a boat near Vardo, after Moscow said it had expelled the boat.",
            [("Oslo", "the cutter rammed a boat near Vardo"), ("Moscow", "it had expelled the boat")],
        ),
        (
            "The admiral denied that there were plans for a call, after Berlin said that both sides meant to speak.",
            [("The admiral", "there were plans for a call"), ("Berlin", "both sides meant to speak")],
        ),
        (
            "Mr Dahl said he still meant to go, despite the fog and Mr Berg said the road was open.",
            [("Mr Dahl", "he still meant to go, despite the fog"), ("Mr Berg", "the road was open")],
        ),
        (
            "Oslo said its jets had crossed the strait, raising tensions.",
            [("Oslo", "its jets had crossed the strait")],
        ),
        (
            "Oslo denied that a ship had locked its radar on a plane, which drew a strong protest from Riga.",
            [("Oslo", "a ship had locked its radar on a plane")],
        ),
        (
            "The command said the flight was reckless, a charge against Lima, whose ministry accused it of spying.",
            [("The command", "the flight was reckless"), ("whose ministry", "spying")],
        ),
        (
            "OSLO - Norway has expelled an envoy and Riga is considering an answer, an official said on Monday.",
            [("an official", "Norway has expelled an envoy and Riga is considering an answer")],
        ),
        ("However, the line was open, the ministry said.", [("the ministry", "the line was open")]),
        (
            "However, Prime Minister Ole Berg said in a statement that the worker, Jan Lund, had been freed.",
            [("Ole Berg", "the worker, Jan Lund, had been freed")],
        ),
        (
            "Addressing the meeting, Dahl said, ‘the ties have reached their highest level’.",
            [("Dahl", "the ties have reached their highest level")],
        ),
        (
            "A spokesman for Dahl said Berg had since written to him and asked him to wait.",
            [("A spokesman for Dahl", "Berg had since written to him and asked him to wait"), ("Berg", "him to wait")],
        ),
        (
            "A spokesman refuted Riga's claims that a ship had hit a boat and urged Riga to stop fishing there.",
            [("A spokesman", "a ship had hit a boat"), ("A spokesman", "Riga to stop fishing there")],
        ),
        (
            "Oslo said a press report on the ship is false.",
            [("Oslo", "a press report on the ship is false")],
        ),
        (
            "Army sources told The Telegraph a patrol had come across the river.",
            [("Army sources", "a patrol had come across the river")],
        ),
        (
            "The ministry demands the sides to stop the shelling.",
            [("The ministry", "the sides to stop the shelling")],
        ),
        (
            "The army refuted reports appearing in some media that both sides had begun talks.",
            [("The army", "both sides had begun talks")],
        ),
        ("Oslo demanded for the release of the crew.", [("Oslo", "the release of the crew")]),
        (
            "Mr Dahl on Tuesday called on Riga to open the line.",
            [("Mr Dahl", "Riga to open the line")],
        ),
        ("Dahl called for an immediate de-escalation at sea.", [("Dahl", "an immediate de-escalation at sea")]),
        ("Dahl said earlier the line was open.", [("Dahl", "the line was open")]),
        ("The government denied it has received a letter.", [("The government", "it has received a letter")]),
        (
            "The rebels arrived Monday in Oslo as a spokesman in Paris claimed the fighters could take the city.",
            [("a spokesman in Paris", "the fighters could take the city")],
        ),
        (
            '"The line is open to all of us," the embassy said on Twitter, Interfax reported.',
            [("the embassy", "The line is open to all of us")],
        ),
        (
            '"The news is a lie," Interfax quoted a source as saying on Friday.',
            [("a source", "The news is a lie")],
        ),
    ],
)  # fmt: skip
def test_what_is_said_ends_where_another_voice_begins(
    read: Callable[[str], Reading], text: str, expected: list[tuple[str, str]]
) -> None:
    found = [(source, content[0]) for source, _, content in (told(s) for s in read(text).statements)]
    found = [(str(source).removeprefix("Prime Minister "), content) for source, content in found]
    assert [pair for pair in expected if pair not in found] == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("There were raids by rebels who Oslo says have bases in Riga.", ["rebels", "have bases in Riga"]),
        ("Its ships trailed the plane, which Oslo says endangered the crew.", ["the plane", "endangered the crew"]),
    ],
)
def test_a_relative_clause_is_said_of_the_noun_before_it(
    read: Callable[[str], Reading], text: str, content: list[str]
) -> None:
    assert content in [told(s)[2] for s in read(text).statements]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, the Ministry of Foreign Affairs called in the Danish ambassador to receive a note.",
        "They quarrel over a patch of the ocean, believed to be rich in oil.",
        "Footage from the boat showed its crew shouting “Stop! Stop it now!” as the ship came.",
        "Video released by Oslo said to be drone footage does not show the ship reversing.",
        "The pact was announced by both ministries on Monday, highlighting the urgency.",
        "The authorities summoned the consul to protest the raid and demand the release of the crew.",
        "Oslo declared him “persona non grata in Norway”.",
        "The ship went on patrol near “the disputed Vardo shoal”.",
        "Riga continues “provocative patrols of the strait” every week.",
        "The consul asked for a meeting.",
    ],
)
def test_what_nobody_says_is_no_statement(read: Callable[[str], Reading], text: str) -> None:
    assert read(text).statements == ()


def test_hearsay_in_what_another_says_is_his(read: Callable[[str], Reading]) -> None:
    (statement,) = read("Sources in Oslo said the two had reportedly met.").statements
    assert statement.reader == "cue:say"


def test_one_quotation_with_two_cues_is_told_once(read: Callable[[str], Reading]) -> None:
    text = 'The fears were shared by Dahl, who told reporters: "We have failed to reach a deal," Dahl said.'
    (statement,) = read(text).statements
    assert [c.text for c in statement.content] == ["We have failed to reach a deal"]


def test_who_is_told_by_a_gerund_was_told_by_the_one_who_rang(read: Callable[[str], Reading]) -> None:
    text = "Danish media reported that Dahl rang Berg on Sunday, telling the minister that he would not come."
    (telling,) = [s for s in read(text).statements if s.anchor.text == "telling"]
    assert (name(telling.source), name(telling.addressee)) == ("Dahl", "the minister")
    assert [name(v) for v in telling.via] == ["Danish media"]


def test_a_law_that_is_cited_is_a_ground_and_no_source(read: Callable[[str], Reading]) -> None:
    (statement,) = read("Citing the Law of the Sea and other laws, Mr Dahl said the ship had strayed.").statements
    assert (name(statement.source), statement.via) == ("Mr Dahl", ())


def test_a_speaker_who_cites_a_radio_relays_it(read: Callable[[str], Reading]) -> None:
    text = '"According to the radio, the ship sank near Vardo," Dahl said.'
    statements = {s.anchor.text: s for s in read(text).statements}
    assert statements["said"].via == ()
    assert [name(v) for v in statements["According to"].via] == ["Dahl"]


def test_a_denier_relays_nothing(read: Callable[[str], Reading]) -> None:
    text = "China said the boat sank in what it called an outrage. India denied that."
    assert all(s.via == () or name(s.via[0]) != "India" for s in read(text).statements)


def test_a_day_in_what_another_cue_tells_dates_no_saying(read: Callable[[str], Reading]) -> None:
    text = "The ministry said a ship hit a boat near Vardo on May 20, adding that the crew was safe."
    adding = next(s for s in read(text).statements if s.anchor.text == "adding")
    assert adding.said is None


@pytest.mark.parametrize(
    ("text", "pronoun", "country"),
    [
        (
            "China's coast guard said that Philippine ships came close. But later, it accused Manila of lying.",
            "it", "CHN",
        ),
        ("Norway, whose foreign ministry asked the envoy to leave, said no more.", "whose foreign ministry", "NOR"),
        ('A firm said the sea near China was calm. The ships had left, it said.', "it", None),
    ],
)  # fmt: skip
def test_it_and_whose_are_resolved_or_left_open(
    read: Callable[[str], Reading], text: str, pronoun: str, country: str | None
) -> None:
    (source,) = [s.source for s in read(text).statements if name(s.source) == pronoun]
    assert source is not None
    assert source.country == country


def test_who_speaks_on_is_none_of_those_told_of_in_the_quotation(read: Callable[[str], Reading]) -> None:
    text = (
        '"The sides met for eight hours," Anders Dahl said.\n\n'
        '"We made an offer. President Ole Lund took it, but Prime Minister Jan Berg did not," he added.'
    )
    added = read(text).statements[-1]
    assert added.source is not None
    assert added.source.person == "Anders Dahl"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("After a conversation between the ministers on 4 March, Oslo said the crew was safe.", None),
        ("At a briefing on 4 March, Oslo said the crew was safe.", "2024-03-04"),
        ("They have fought since May 2023, accusing Riga of treason.", None),
    ],
)
def test_the_day_of_another_deed_is_not_the_day_of_the_saying(
    read: Callable[[str], Reading], text: str, said: str | None
) -> None:
    (statement,) = read(text).statements
    assert (statement.said.earliest if statement.said else None) == said


def test_who_is_told_closes_what_is_told(read: Callable[[str], Reading]) -> None:
    (statement,) = read("Dahl emphasized the commitment to peace to his Russian counterpart.").statements
    assert [c.text for c in statement.content] == ["the commitment to peace"]
    assert name(statement.addressee) == "his Russian counterpart"


def test_one_person_of_two_offices_speaks_once(read: Callable[[str], Reading]) -> None:
    text = "Ole Berg, Norway's information minister and government spokesman, denied any deal with the rebels."
    assert [s.source.person for s in read(text).statements if s.source] == ["Ole Berg"]


def test_a_report_that_cites_an_agency_relays_and_the_speaker_does_not_cite(read: Callable[[str], Reading]) -> None:
    text = "The two sides had a call on Friday, President Ole Berg said, Nordic reports citing Tass."
    berg = next(s for s in read(text).statements if s.anchor.text == "said")
    assert berg.source is not None
    assert berg.source.person == "Ole Berg"


def test_a_relative_clause_is_said_of_the_noun_that_its_verb_agrees_with(read: Callable[[str], Reading]) -> None:
    text = "Oslo has massed 500 troops along the border that it says are on exercises."
    assert ["500 troops along the border", "are on exercises"] in [told(s)[2] for s in read(text).statements]


def test_of_several_allegations_none_is_picked(read: Callable[[str], Reading]) -> None:
    text = (
        "The African Union said troops burned a town. Its envoy said they shot at farmers. He said aid was blocked. "
        "The Sudanese government denied the African Union allegations."
    )
    denial = next(s for s in read(text).statements if str(s.stance) == "denies")
    assert [c.text for c in denial.content] == ["the African Union allegations"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Reports on troops crossing the line are "not true", said Ole Berg, the spokesman, at a briefing here.',
            [("Ole Berg", 'Reports on troops crossing the line are "not true')],
        ),
        (
            "Colonel Dahl told the press that Oslo needed time but added that the troops stayed put.",
            [("Colonel Dahl", "Oslo needed time"), ("Colonel Dahl", "the troops stayed put")],
        ),
        (
            "Oslo said it was holding two sailors, claiming they had entered its waters and defying pressure.",
            [("Oslo", "they had entered its waters")],
        ),
        (
            "Dahl said that Riga was backing the group, which Lima says is armed.",
            [("Dahl", "Riga was backing the group"), ("Lima", "the group")],
        ),
        (
            'If it falls, she said, "there will be chaos for years."',
            [("she", "If it falls")],
        ),
        ("Oslo warned both sides on Friday to stop shooting.", [("Oslo", "both sides")]),
        (
            "Riga has armed the group, according to the United Nations, and many analysts say it still pays them.",
            [("the United Nations", "Riga has armed the group"), ("many analysts", "it still pays them")],
        ),
        ("Lund blamed the war on years of meddling.", [("Lund", "the war on years of meddling")]),
        ("Oslo warned both sides to stop shooting.", [("Oslo", "both sides to stop shooting")]),
        (
            'For his part, Dahl said, "The seizure was lawful and just," as reported by state media.',
            [("Dahl", "The seizure was lawful and just")],
        ),
        (
            '"There are many boats," said Jan Dahl, an aide, citing reports that Riga had sent a fleet.',
            [("Jan Dahl", "There are many boats")],
        ),
    ],
)  # fmt: skip
def test_each_voice_keeps_its_own_words(
    read: Callable[[str], Reading], text: str, expected: list[tuple[str, str]]
) -> None:
    found = [(str(source), content[0]) for source, _, content in (told(s) for s in read(text).statements)]
    assert [pair for pair in expected if pair not in found] == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Oslo said it is considering charging the sailors with entering its waters.", "charging"),
        ("Riga accused Oslo of blaming it for the raid.", "blaming"),
        ('"Neither side can win by saying the other is at fault," she said.', "saying"),
        ('"Do they think the war is won by this?" Dahl said.', "think"),
    ],
)
def test_what_is_weighed_charged_or_asked_is_not_said(read: Callable[[str], Reading], text: str, cue: str) -> None:
    statements = read(text).statements
    assert statements
    assert cue not in [s.anchor.text for s in statements]


def test_who_speaks_of_a_claim_does_not_relay_it(read: Callable[[str], Reading]) -> None:
    statements = read("Blair said Iran's claim that the sailors had strayed is not true.").statements
    (claim,) = [s for s in statements if s.anchor.text == "claim"]
    assert (name(claim.source), claim.via) == ("Iran", ())


def test_what_denies_is_never_its_own_claim(read: Callable[[str], Reading]) -> None:
    text = (
        "Azerbaijan's defence ministry said its posts came under fire. "
        "Armenia's defence ministry said it “categorically denies” the accusations."
    )
    denial = next(s for s in read(text).statements if str(s.stance) == "denies")
    assert [c.text for c in denial.content] == ["its posts came under fire"]


def test_the_statement_is_the_one_told_of_and_not_the_report_it_denies(read: Callable[[str], Reading]) -> None:
    text = (
        "Azerbaijan's defence ministry issued a statement, denying the report by the Armenian side. "
        "“Our units did not open fire there,” the statement said."
    )
    (source,) = [s.source for s in read(text).statements if s.anchor.text == "said"]
    assert source is not None
    assert source.country == "AZE"


def test_according_to_is_cut_off_the_words_it_relays(read: Callable[[str], Reading]) -> None:
    text = "Austin expressed concern about the raids near Taiwan, according to the US Defence Department."
    (statement,) = read(text).statements
    assert [c.text for c in statement.content] == ["concern about the raids near Taiwan"]
    assert [name(v) for v in statement.via] == ["the US Defence Department"]
