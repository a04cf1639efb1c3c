"""Contacts that real articles tell without saying "held talks": each construction beside one that tells none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.reading.tables import rows
from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]
OPENING = "The foreign ministry and the military met at the embassy. "


def states(contact: Contact) -> set[str | None]:
    return {actor.country for actor in contact.participants}


def mediators(contact: Contact) -> set[str | None]:
    return {actor.country or actor.code for actor in contact.mediators}


def told(read: Read, text: str) -> list[tuple[str, str, set[str | None]]]:
    return [(c.status.value, c.factuality.value, states(c)) for c in read(OPENING + text).contacts]


MET = "Finnish President Niinisto met Russian President Putin on Friday. "


@pytest.mark.parametrize(
    ("text", "status", "factuality", "sides"),
    [
        # told in passing
        (
            "The Greek and Turkish ministers agreed on a plan at their last meeting in May.",
            "held",
            "actual",
            {"GRC", "TUR"},
        ),
        (
            "Armenian Foreign Minister Ararat Mirzoyan and Azerbaijani Foreign Minister Jeyhun Bayramov issued a "
            "statement after four days of talks in Washington.",
            "held",
            "actual",
            {"ARM", "AZE"},
        ),
        (
            "Russia's defence minister Sergei Shoigu warned his French counterpart in a phone call against the plan.",
            "held",
            "actual",
            {"RUS", "FRA"},
        ),
        (
            "French President Emmanuel Macron voiced concern in a telephone call to Indian Prime Minister Singh.",
            "held",
            "actual",
            {"FRA", "IND"},
        ),
        (
            "Fishing was a topic in Austrian minister Lund's meeting with the Danish minister.",
            "held",
            "actual",
            {"AUT", "DNK"},
        ),
        (
            "French President Macron and German Chancellor Scholz issued a text after the call they had on Monday.",
            "held",
            "actual",
            {"FRA", "DEU"},
        ),
        (
            "US envoy Amos Hochstein was speaking to reporters following his talks with the Lebanese president.",
            "held",
            "actual",
            {"USA", "LBN"},
        ),
        # anaphoric plurals
        (MET + "The presidents met for two hours.", "held", "actual", {"FIN", "RUS"}),
        (MET + "The leaders discussed Syria by phone.", "held", "actual", {"FIN", "RUS"}),
        # verbs of several
        ("The foreign ministers of Iran and Saudi Arabia convened in Beijing.", "held", "actual", {"IRN", "SAU"}),
        ("The Somali and Ethiopian ministers discussed fishing.", "held", "actual", {"SOM", "ETH"}),
        ("The Ukrainian delegation sat opposite the Russian delegation.", "held", "actual", {"UKR", "RUS"}),
        ("Since April, the US and Iran have been involved in indirect talks.", "held", "actual", {"USA", "IRN"}),
        (
            "Russian President Vladimir Putin and Chinese President Xi Jinping exchanged letters.",
            "held",
            "actual",
            {"RUS", "CHN"},
        ),
        ("Delegations from Kyiv and Moscow sat down in a palace on Friday.", "held", "actual", {"UKR", "RUS"}),
        # exercises and ports
        ("The Japanese Navy undertook an exercise with two Indian destroyers.", "held", "actual", {"JPN", "IND"}),
        ("HMS Kent trained with Indian Navy ships in the Bay of Bengal.", "held", "actual", {"GBR", "IND"}),
        (
            "Three Indian Navy ships will make a port call at Tien Sa Port in Vietnam.",
            "scheduled",
            "planned",
            {"IND", "VNM"},
        ),
        # lines
        ("The hotline between Seoul and Pyongyang is back in operation.", "resumed", "actual", {"KOR", "PRK"}),
        (
            "Russian and US officers use a hotline. Russia said it would stop using the deconfliction line.",
            "suspended",
            "planned",
            {"RUS", "USA"},
        ),
        # nouns alone
        (
            "Pakistan and India held talks in May. The suspension came after a bombing.",
            "suspended",
            "actual",
            {"PAK", "IND"},
        ),
        ("The summoning of the Russian ambassador by Sweden came on Monday.", "held", "actual", {"SWE", "RUS"}),
        ("President Joe Biden's visit to Warsaw was a message to Moscow.", "held", "actual", {"USA", "POL"}),
        # who comes
        (
            "Bangladesh summoned the Burmese envoy. Myanmar's ambassador came in for a meeting on Monday.",
            "held",
            "actual",
            {"BGD", "MMR"},
        ),
        # calls
        ("Finnish President Niinisto called Russian President Putin on Friday.", "held", "actual", {"FIN", "RUS"}),
        (
            "Japanese Prime Minister Kishida told South Korean President Yoon by phone that it would help.",
            "held",
            "actual",
            {"JPN", "KOR"},
        ),
        ("US President Obama returned Indian Prime Minister Singh's phone call.", "held", "actual", {"USA", "IND"}),
        # answers
        ("Thailand won't proceed with the border talks with Cambodia.", "declined", "actual", {"THA", "KHM"}),
        (
            "Israel turned down an offer by Syrian President Assad for talks with Israel.",
            "declined",
            "actual",
            {"ISR", "SYR"},
        ),
        ("Thailand will neither go ahead with the talks with Cambodia nor sign.", "declined", "actual", {"THA", "KHM"}),
        ("Pyongyang has yet to answer South Korea's calls.", "unanswered", "actual", {"PRK", "KOR"}),
        ("Talks between Sudan and Egypt have ground to a halt.", "suspended", "actual", {"SDN", "EGY"}),
    ],
)
def test_a_contact_is_told_by_many_constructions(
    read: Read, text: str, status: str, factuality: str, sides: set[str]
) -> None:
    assert told(read, text)[-1] == (status, factuality, sides)


@pytest.mark.parametrize(
    "text",
    [
        "India will host navies from at least 16 countries for the exercise.",  # whose, it does not tell
        "The delegation discussed the Syrian plan after talks.",
        "Lund took calls from French President Macron and German Chancellor Scholz.",  # not between those two
        "The two teams agreed to meet again next year.",
        "The minister had talks with the fishermen.",
        "The president was glad of his visit.",
        "India rejected the resumption of the series.",
        "The line between the shops is back in operation.",
    ],
)
def test_what_tells_no_two_states_tells_no_contact(read: Read, text: str) -> None:
    assert told(read, text) == []


def test_completion_gives_no_side_against_the_words(read: Read) -> None:
    article = "India and the Maldives quarrel. India said the Maldives declined. The Maldives spoke of India. "
    assert told(read, article + "India will host navies from at least 16 countries for the exercise.") == []


@pytest.mark.parametrize(
    ("text", "sides", "between"),
    [
        ("Austria will host the leaders of Armenia and Azerbaijan in May.", {"ARM", "AZE"}, {"AUT"}),
        ("Austria invited Oman's president to meet the Yemeni president.", {"OMN", "YEM"}, {"AUT"}),
        ("Austrian minister Lund hosted both his Armenian and Azerbaijani counterparts.", {"AUT", "ARM", "AZE"}, set()),
    ],
)
def test_whoever_brings_others_together_is_no_side(read: Read, text: str, sides: set[str], between: set[str]) -> None:
    contact = read(OPENING + text).contacts[-1]
    assert (states(contact), mediators(contact)) == (sides, between)


def test_the_guest_and_not_the_own_state_is_the_target_of_an_invitation(read: Read) -> None:
    (contact,) = read(
        OPENING + "US President Obama invited British Prime Minister Cameron to visit the United States."
    ).contacts
    assert contact.target is not None
    assert contact.target.country == "GBR"


@pytest.mark.parametrize("row", rows("contact_words"), ids=lambda row: f"{row['word']}-{row['class']}")
def test_the_example_of_a_word_holds_the_word(row: dict[str, str]) -> None:
    assert row["word"].split("-")[0][:4] in row["example"].lower()


@pytest.mark.parametrize(
    ("text", "status", "factuality"),
    [
        ("The hotline between Armenia and Azerbaijan has not been used.", "held", "negated"),
        ("Oslo and Moscow used the hotline in May.", "held", "actual"),
        ("Oslo and Moscow are still using the hotline.", "open", "ongoing"),
    ],
)
def test_a_line_that_was_used_brought_a_contact(read: Read, text: str, status: str, factuality: str) -> None:
    assert [row[:2] for row in told(read, text)] == [(status, factuality)]


def test_a_visit_is_somebodys_own_step_and_has_no_target(read: Read) -> None:
    (contact,) = read(OPENING + "The Norwegian foreign minister flew to Moscow on Monday.").contacts
    assert contact.by is not None
    assert (contact.by.country, contact.initiator, contact.target) == ("NOR", None, None)
