"""Actors: who a noun phrase names, and what is left open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor, Reading

SAYS = "said the line was open."


def speaker(reading: Reading) -> Actor:
    source = reading.statements[-1].source
    assert source is not None
    return source


@pytest.mark.parametrize(
    ("noun", "code"),
    [
        ("Norway", "NOR GOV"),
        ("Oslo", "NOR GOV"),
        ("The Kremlin", "RUS GOV"),
        ("Washington", "USA GOV"),
        ("The Pentagon", "USA MIL"),
        ("NATO", "NATO IGO"),
        ("The United Nations", "UN IGO"),
        ("Hezbollah", "LBN REB"),
        ("The Chinese coast guard", "CHN COP"),
        ("The Norwegian foreign ministry", "NOR GOV"),
        ("A senior Norwegian official", "NOR GOV"),
        ("The ministry in Oslo", "NOR GOV"),
        ("Kari Lund, the Norwegian defence minister,", "NOR MIL"),
        ("Norwegian Defence Minister Kari Lund", "NOR MIL"),
        pytest.param(
            "The Norwegian defence minister, Kari Lund,", "NOR MIL",
        ),
        pytest.param(
            "Jordan", "JOR GOV",
        ),
    ],
)  # fmt: skip
def test_a_name_or_noun_is_coded_by_state_and_sector(read: Callable[[str], Reading], noun: str, code: str) -> None:
    assert speaker(read(f"{noun} {SAYS}")).code == code


@pytest.mark.parametrize(
    "noun", ["The ministry", "The minister", "The president", "He", "It", "They", "The envoy", "Jon Dahl"]
)
def test_a_party_whose_state_nothing_tells_has_none(read: Callable[[str], Reading], noun: str) -> None:
    actor = speaker(read(f"{noun} {SAYS}"))
    assert (actor.country, actor.code, actor.organisation) == (None, None, None)


@pytest.mark.parametrize("pronoun", ["Lund", "She"])
def test_a_surname_or_pronoun_is_the_person_named_before(read: Callable[[str], Reading], pronoun: str) -> None:
    actor = speaker(read(f"Norwegian Defence Minister Kari Lund arrived. {pronoun} {SAYS}"))
    assert (actor.person, actor.office, actor.country, actor.text) == ("Kari Lund", "defence minister", "NOR", pronoun)


def test_a_pronoun_that_two_people_fit_is_nobody(read: Callable[[str], Reading]) -> None:
    assert speaker(read(f"Kari Lund met Anne Vik in Bergen. She {SAYS}")).person is None


def test_it_is_the_state_before_it(read: Callable[[str], Reading]) -> None:
    assert speaker(read("The United States said it had told China that the flight was routine.")).country == "USA"


def test_an_unnamed_official_is_anonymous_and_a_body_is_not(read: Callable[[str], Reading]) -> None:
    assert speaker(read(f"A senior Norwegian official {SAYS}")).anonymous
    assert not speaker(read(f"The Norwegian foreign ministry {SAYS}")).anonymous


def test_an_actor_quotes_its_own_words(read: Callable[[str], Reading]) -> None:
    reading = read(f"Norwegian Defence Minister Kari Lund {SAYS}")
    actor = speaker(reading)
    assert reading.article.text[actor.start : actor.end] == actor.text == "Norwegian Defence Minister Kari Lund"


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Norway accused Russia of jamming its signals.", {"NOR"}, {"RUS"}),
        ("Norway and Sweden accused Russia of spying.", {"NOR", "SWE"}, {"RUS"}),
        ("Russia accused Norway and Sweden of spying.", {"RUS"}, {"NOR", "SWE"}),
        ("Two Russian soldiers were killed by Norwegian soldiers.", {"NOR"}, {"RUS"}),
        ("Norway, which borders Russia, accused Sweden of spying.", {"NOR"}, {"SWE"}),
        ("Norway thanked Sweden for the helicopters of Finland.", {"NOR"}, {"SWE"}),
        ("Norway apologised to Russia for the overflight of Finland.", {"NOR"}, {"RUS"}),
    ],
)
def test_only_the_one_it_is_done_to_is_the_recipient(
    read: Callable[[str], Reading], text: str, actors: set[str], recipients: set[str]
) -> None:
    (event,) = read(text).events
    assert {a.country for a in event.actors} == actors
    assert {a.country for a in event.recipients} == recipients


def test_two_jets_of_one_state_are_not_of_both_states_named(read: Callable[[str], Reading]) -> None:
    (incident,) = read("The Norwegian navy said two Russian jets had crossed the border.").incidents
    assert {a.country for a in incident.by} == {"RUS"}


def test_both_sides_are_two_actors_on_one_span(read: Callable[[str], Reading]) -> None:
    contact = read("Norway and Russia share a border. The two sides held talks in Geneva.").contacts[0]
    assert {(a.country, a.text) for a in contact.participants} == {("NOR", "The two sides"), ("RUS", "The two sides")}


def test_the_two_sides_of_three_states_are_nobody(read: Callable[[str], Reading]) -> None:
    assert read("Norway, Russia and Sweden share a sea. The two sides held talks in Geneva.").contacts == ()
