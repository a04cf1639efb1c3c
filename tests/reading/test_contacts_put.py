"""What is put to another side, what is heard back, who attends whose ceremony, and what is only being arranged."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]
LUND = "Norwegian Foreign Minister Kari Lund"


def told(contact: Contact) -> tuple[str, str, str, set[str | None]]:
    sides = {actor.country or actor.organisation for actor in contact.participants}
    return contact.status.value, contact.factuality.value, contact.channel.value, sides


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway conveyed its concern over the flight to Latvia.", ("held", "actual", "unspecified")),
        (f"{LUND} raised the case with Riga on Monday.", ("held", "actual", "unspecified")),
        (f"{LUND} voiced her displeasure to the Latvian ambassador in a meeting.", ("held", "actual", "meeting")),
        (f"{LUND} will relay her concern to Latvia.", ("scheduled", "planned", "unspecified")),
        ("Norway has yet to hear back from the Latvian minister.", ("unanswered", "actual", "unspecified")),
        (f"{LUND} is available for talks with Latvia.", ("offered", "actual", "talks")),
        ("Norway was working to arrange a meeting with Latvia.", ("sought", "actual", "meeting")),
        (f"{LUND} will not attend the parade in Riga.", ("declined", "actual", "visit")),
        (f"{LUND} attended the funeral of the Latvian president.", ("held", "actual", "visit")),
        (f"{LUND} skipped the ceremony in Riga.", ("declined", "actual", "visit")),
        (f"{LUND} said she will not have a meeting with the Latvian minister.", ("declined", "actual", "meeting")),
        ("The arrival of a Norwegian delegation in Riga was postponed.", ("postponed", "actual", "visit")),
        (
            "It was planned that the Norwegian king would meet the Latvian president.",
            ("scheduled", "planned", "meeting"),
        ),
        ("Reports that Norway and Latvia would begin talks spread.", ("scheduled", "planned", "talks")),
        ("Norway invited Latvian officials to Oslo to honour the fallen.", ("offered", "actual", "visit")),
    ],
)
def test_the_step_is_told_by_what_is_put_heard_attended_or_arranged(
    read: Read, text: str, expected: tuple[str, str, str]
) -> None:
    (contact,) = read(text).contacts
    assert told(contact) == (*expected, {"NOR", "LVA"})


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian minister raised concerns with reporters.",
        "Norway raised tariffs on Latvian goods.",
        f"{LUND} attended a parade in Oslo.",
        "The arrival of Latvian goods in Oslo was postponed.",
        "Norway and Latvia traded fish. Lund would do her best to make the trade continue.",
    ],
)
def test_what_is_put_to_nobody_and_attended_at_home_is_no_contact(read: Read, text: str) -> None:
    assert read(text).contacts == ()


def test_what_is_to_be_continued_does_not_go_on_by_that(read: Read) -> None:
    text = "Norway and Latvia held talks. Lund voiced her determination for the talks to be continued."
    (contact,) = read(text).contacts
    assert told(contact)[:2] == ("held", "actual")


def test_each_of_several_is_invited(read: Read) -> None:
    invited = read("Norway has extended invitations to the leaders of Latvia, Estonia and Finland.").contacts
    assert [{a.country for a in contact.participants} for contact in invited] == [
        {"NOR", "LVA"}, {"NOR", "EST"}, {"NOR", "FIN"},
    ]  # fmt: skip


def test_an_invitation_and_its_acceptance_are_two_steps(read: Read) -> None:
    text = f"{LUND} extended an invitation to the Latvian minister to visit Oslo, which he accepted."
    offered, accepted = read(text).contacts
    assert (offered.status.value, accepted.status.value) == ("offered", "accepted")
    assert accepted.by is not None
    assert accepted.by.country == "LVA"
    assert accepted.initiator is not None
    assert accepted.initiator.country == "NOR"


def test_who_declines_to_engage_declines_what_was_asked_before(read: Read) -> None:
    asked, declined = read("Norway asked for talks with Latvia. Riga has so far declined to engage.").contacts
    assert (asked.status.value, declined.status.value) == ("requested", "declined")
    assert declined.by is not None
    assert declined.by.country == "LVA"


def test_what_was_invited_for_a_day_to_come_was_not_invited_on_that_day(read: Read) -> None:
    (contact,) = read("Norway was inviting Latvian leaders to Oslo on May 9.").contacts
    assert contact.when is not None
    assert contact.due is not None
    assert (contact.when.latest, contact.due.earliest) == ("2024-03-06", "2024-05-09")


def test_an_abbreviated_state_is_one_side_of_two(read: Read) -> None:
    (contact,) = read("U.S.-Latvian talks were held in Oslo on Monday.").contacts
    assert told(contact) == ("held", "actual", "talks", {"USA", "LVA"})


def test_a_leader_by_the_bare_surname_is_one(read: Read) -> None:
    (contact,) = read("Biden will meet Netanyahu on Thursday, the White House said.").contacts
    assert told(contact) == ("scheduled", "planned", "meeting", {"USA", "ISR"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LUND} condemned the raid in a call with her Latvian counterpart.", ("held", "actual", "phone")),
        (f"{LUND} condemned the raid in a call on Monday with her Latvian counterpart.", ("held", "actual", "phone")),
        (f"{LUND} discussed fishing with the Latvian minister.", ("held", "actual", "unspecified")),
        ("Norway has postponed a visit of its special envoy to Riga.", ("postponed", "actual", "visit")),
        (f"He hailed the successful meeting between {LUND} and the Latvian king.", ("held", "actual", "meeting")),
    ],
)
def test_those_dealt_with_are_found_where_the_parse_hangs_them_elsewhere(
    read: Read, text: str, expected: tuple[str, str, str]
) -> None:
    (contact,) = read(text).contacts
    assert told(contact) == (*expected, {"NOR", "LVA"})


def test_each_of_two_states_summons_its_own_guest(read: Read) -> None:
    summonses = read("The foreign ministries of Norway and Latvia summoned the Russian ambassadors.").contacts
    assert [contact.by.country for contact in summonses if contact.by] == ["NOR", "LVA"]
    assert [contact.target.country for contact in summonses if contact.target] == ["RUS", "RUS"]


@pytest.mark.parametrize(
    "text",
    [
        "African Union leaders will meet on Thursday before the end of a deadline set for the Sudanese parties.",
        "Norway met Latvia's envoy on Monday. A number of leaders announced that they will not attend the summit.",
    ],
)
def test_who_meets_or_stays_away_is_nobody_of_another_clause(read: Read, text: str) -> None:
    assert [contact.status.value for contact in read(text).contacts] in ([], ["held"])
