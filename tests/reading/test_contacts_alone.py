"""Contacts that the place of a noun tells: settings, subjects, predicates, appositions, parties told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]
LUND, OZOLS = "Norwegian Foreign Minister Kari Lund", "Latvian Foreign Minister Edgars Ozols"
BOTH = {"NOR", "LVA"}
ROW = "Norway and Latvia have argued over fishing since April. Norwegian boats fired on Latvian ones last week. "


def told(contact: Contact) -> tuple[str, str]:
    return contact.status.value, contact.factuality.value


def sides(contact: Contact) -> set[str | None]:
    return {actor.country or actor.organisation for actor in contact.participants}


@pytest.mark.parametrize(
    ("text", "status", "factuality"),
    [
        ("The talks with Latvia on Monday lasted two hours, Norway said.", "held", "actual"),
        ("The meeting with Latvia focused on cod, the Norwegian foreign ministry said.", "held", "actual"),
        ("Two rounds of talks between Norway and Latvia have failed to end the row.", "held", "actual"),
        ("Despite talks between Norwegian and Latvian officers, shots fell on Monday.", "held", "actual"),
        ("Norway let the trucks through thanks to talks with Latvia.", "held", "actual"),
        ("Norway freed the crew following talks with Latvia.", "held", "actual"),
        ("The spokesman spoke at the end of two days of talks between Norway and Latvia.", "held", "actual"),
        ("Amid talks between Norway and Latvia, the price of cod fell.", "held", "ongoing"),
        ("The remarks follow a visit last week by Norwegian President Kari Lund to Latvia.", "held", "actual"),
        (f"The row began with a trip by {LUND} to Latvia in May.", "held", "actual"),
        ("It was the second round of talks between Norway and Latvia in a month.", "held", "actual"),
        ("This is the third summit between Norway and Latvia this year.", "held", "actual"),
        (f"The first step was a phone call by {LUND} to the Latvian ambassador.", "held", "actual"),
        ("The latest step, a meeting between Norwegian and Latvian officials, brought no result.", "held", "actual"),
        ("The drill, the third of its kind between Norway and Latvia, runs until Friday.", "held", "ongoing"),
        (f"A phone call made by {LUND} to her Latvian counterpart on Monday eased fears.", "held", "actual"),
        ("The list was drawn up at a meeting attended by Norwegian and Latvian officials.", "held", "actual"),
        ("There are talks between Norway and Latvia on fishing, a spokesman said.", "held", "ongoing"),
        ("Talks are being held between Norway and Latvia on fishing.", "held", "ongoing"),
        ("There was a handshake between the Norwegian and Latvian ministers.", "held", "actual"),
        ("The ship sank a day after joint drills by Norway and Latvia.", "held", "actual"),
        ("Ahead of joint military drills with Latvia in June, Norway bought fuel.", "scheduled", "planned"),
        ("The planned joint drills between Norway and Latvia will cost a million dollars.", "scheduled", "planned"),
        ("Norway announced talks with Latvia for next week.", "scheduled", "planned"),
        ("Norway is preparing for a summit with Latvia next week.", "scheduled", "planned"),
        ("Preparations for talks between Norway and Latvia next month are under way.", "scheduled", "planned"),
        ("Norway, Latvia to hold talks on Friday", "scheduled", "planned"),
        ("Norway gave its consent to talks with Latvia.", "accepted", "actual"),
        (
            "The raid will be the focus of a meeting between Norway and Latvia which will be convened this week.",
            "scheduled",
            "planned",
        ),
        ("The flight may have been a response to planned joint Norwegian-Latvian drills.", "scheduled", "planned"),
        ("Talks between Norway and Latvia were announced in March.", "scheduled", "planned"),
    ],
)
def test_the_place_of_a_noun_tells_of_the_contact(read: Read, text: str, status: str, factuality: str) -> None:
    (contact,) = read(text).contacts
    assert (told(contact), sides(contact)) == ((status, factuality), BOTH)


@pytest.mark.parametrize(
    ("text", "status", "factuality"),
    [
        ("The talks on Monday lasted two hours, an official said.", "held", "actual"),
        ("The summit was the first of its kind.", "held", "actual"),
        ("The two countries agreed on a new line in talks last week.", "held", "actual"),
        ("Peace talks are set to begin on Monday.", "scheduled", "planned"),
        (
            "A border liaison meeting will be convened on Friday, the Norwegian border police said.",
            "scheduled",
            "planned",
        ),
        ("The truce came after talks between officials from both sides.", "held", "actual"),
        ("The handover followed talks between the border commanders of the two countries.", "held", "actual"),
    ],
)
def test_whoever_an_article_is_about_deals_with_each_other(read: Read, text: str, status: str, factuality: str) -> None:
    (contact,) = read(ROW + text).contacts
    assert (told(contact), sides(contact)) == ((status, factuality), BOTH)


@pytest.mark.parametrize(
    "text",
    [
        "Colombia President Kari Lund on Thursday suspended peace talks with rebel group ELN.",
        "Colombia's government has given its agreement to talks with the ELN.",
        "The truce was signed during talks between Colombia's government and ELN rebels.",
        "The ELN and Colombia have fought for years. The ELN shelled Colombia's army. "
        "They signed it after talks between Colombian officials from both sides.",
    ],
)
def test_rebels_are_a_side_beside_their_state(read: Read, text: str) -> None:
    contact = read(text).contacts[-1]
    assert {actor.code for actor in contact.participants} >= {"COL REB"}
    assert "COL" in {actor.country for actor in contact.participants if actor.code != "COL REB"}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("A protest note was handed to the Latvian ambassador in Oslo on Monday.", "NOR"),
        ("The Latvian embassy in Oslo was issued a protest note on Monday.", "NOR"),
        ("Norway issued a note verbale to Latvia on Monday.", "NOR"),
        ("Norway issues strong demarche to Latvia over death of fishermen", "NOR"),
    ],
)
def test_a_note_comes_from_those_who_host_its_receiver(read: Read, text: str, by: str) -> None:
    (contact,) = read(text).contacts
    assert (contact.channel.value, sides(contact)) == ("message", BOTH)
    assert contact.by is not None
    assert contact.by.country == by


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Norway and Latvia could ease tension.",
        "Without talks between Norway and Latvia there will be no cod.",
        "He wrote a novel about talks between Norway and Latvia.",
        "Talks between Norway and Latvia were overshadowed by a raid.",
        ROW + "The cabinet met on Monday. The meeting lasted two hours.",
        ROW + "The talks in the ruling party lasted two hours.",
        "The Norwegian army held a drill near the border with Latvia on Monday.",
        "Two Norwegian planes entered the zone during a drill with the Latvian navy.",
        "Norwegians in Latvia should contact their embassy, the Norwegian foreign ministry said.",
        "Serbian ambassador to Latvia Kari Lund will be called for consultations, the ministry said.",
    ],
)
def test_a_noun_alone_tells_nothing_of_what_may_be_or_stays_at_home(read: Read, text: str) -> None:
    assert [c for c in read(text).contacts if c.status.value == "held" and c.factuality.value == "actual"] == []
