"""Meetings as news tells them: in adjuncts and lists, with a mediator, by owner, teller or the visit before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]
OPENING = "The foreign ministry and the military met at the embassy. "


def states(contact: Contact) -> set[str | None]:
    return {actor.country for actor in contact.participants}


def told(read: Read, text: str) -> list[tuple[str, str, set[str | None]]]:
    return [(c.status.value, c.factuality.value, states(c)) for c in read(OPENING + text).contacts]


HELD, SCHEDULED = ("held", "actual"), ("scheduled", "planned")


@pytest.mark.parametrize(
    ("text", "as_told", "sides"),
    [
        (
            "Ahead of talks with Russian negotiators in Tromso on Saturday, Norwegian envoy Kari Lund was calm.",
            SCHEDULED,
            {"NOR", "RUS"},
        ),
        (
            "At a trilateral with his Swedish and Finnish counterparts, Norwegian President Ole Berg named a date.",
            HELD,
            {"NOR", "SWE", "FIN"},
        ),
        (
            "Norwegian Defence Minister Ole Berg hosted his Swedish and Finnish colleagues on Monday.",
            HELD,
            {"NOR", "SWE", "FIN"},
        ),
        ("Norway and Latvia agreed at talks in Tromso last Monday to fish less.", HELD, {"NOR", "LVA"}),
        ("Foreign ministers from Norway, Sweden and Latvia gathered in Tromso on Monday.", HELD, {"NOR", "SWE", "LVA"}),
        ("Meeting in Tromso on Monday, the Norwegian and Latvian ministers signed an accord.", HELD, {"NOR", "LVA"}),
        ("The army chiefs of Norway and Latvia shook hands in Tromso on Monday.", HELD, {"NOR", "LVA"}),
        ("Norway's foreign minister met Latvia's on Monday.", HELD, {"NOR", "LVA"}),
        ("Norway's Kari Lund and her Latvian counterpart discussed fishing on Monday.", HELD, {"NOR", "LVA"}),
        (
            "The Norwegian ministry said Secretary Ole Berg would meet Latvian Defence Minister Edgars Ozols in May.",
            SCHEDULED,
            {"NOR", "LVA"},
        ),
        ("The Norwegian minister will raise it at a meeting with the Latvian minister.", SCHEDULED, {"NOR", "LVA"}),
        (
            "The two delegations, led by Ministers Ole Berg of Norway and Edgars Ozols of Latvia, will meet on Monday.",
            SCHEDULED,
            {"NOR", "LVA"},
        ),
        ("Norwegian and Latvian frigates exercised together off Tromso on Monday.", HELD, {"NOR", "LVA"}),
        ("Norway's acting foreign minister Ole Berg is set to arrive in Riga on Monday.", SCHEDULED, {"NOR", "LVA"}),
        ("Norway's president declined to attend a dinner with the Latvian delegation.", ("declined", "actual"), None),
        ("The meeting between the Norwegian and Latvian ministers never happened.", ("held", "negated"), None),
        ("Norwegian and Latvian officials agreed at a meeting in Tromso to fish less.", HELD, {"NOR", "LVA"}),
        ("A trip by the Norwegian minister to Riga will not go ahead.", ("held", "negated"), None),
        ("Norwegian soldiers and Latvian guards trained side by side on Monday.", HELD, {"NOR", "LVA"}),
        ("Norwegian Foreign Minister Ole Berg spoke after a lunch with Latvia's Edgars Ozols.", HELD, {"NOR", "LVA"}),
        ("The visit to Riga by a group of Norwegian lawmakers ended on Monday.", HELD, {"NOR", "LVA"}),
    ],
)
def test_a_meeting_is_told_by(read: Read, text: str, as_told: tuple[str, str], sides: set[str] | None) -> None:
    assert (*as_told, sides or {"NOR", "LVA"}) in told(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Latvia held talks on Monday with Finland as mediator.",
        "Norwegian and Latvian delegations met on Monday, with a Finnish admiral in the chair.",
        "Norwegian and Latvian delegations met on Monday under the chairmanship of Finland.",
    ],
)
def test_who_is_in_the_chair_is_no_side(read: Read, text: str) -> None:
    contact = read(OPENING + text).contacts[-1]
    assert states(contact) == {"NOR", "LVA"}
    assert [actor.country for actor in contact.mediators] == ["FIN"]


def test_met_again_is_a_second_contact(read: Read) -> None:
    contacts = read(OPENING + "Norway's Kari Lund met the Latvian envoy in January and again in March.").contacts
    assert [c.when.text for c in contacts if c.when] == ["in January", "in March"]


def test_a_counterpart_of_no_state_is_of_the_state_visited(read: Read) -> None:
    text = "Norwegian Foreign Minister Ole Berg flew to Riga on Monday and met his counterpart Edgars Ozols."
    assert [status for status, _, sides in told(read, text) if sides == {"NOR", "LVA"}] == ["held", "held"]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Foreign Minister Ole Berg flew to Riga on Monday, where he met President Edgars Ozols.",
        "Norwegian Foreign Minister Ole Berg came to Riga on Monday and was received by President Edgars Ozols.",
    ],
)
def test_the_president_of_no_told_state_whom_a_guest_meets_is_his_hosts(read: Read, text: str) -> None:
    assert [status for status, _, sides in told(read, text) if sides == {"NOR", "LVA"}] == ["held", "held"]


def test_a_visit_ended_with_a_meeting_is_two_contacts(read: Read) -> None:
    text = "The Norwegian president ended a visit to Riga with a meeting with his Latvian counterpart."
    channels = [c.channel.value for c in read(OPENING + text).contacts]
    assert channels == ["visit", "meeting"]


@pytest.mark.parametrize(
    "text",
    [
        "The visit to Riga, which Oslo condemned, ends on Monday.",
        "President Ozols held talks with the Norwegian envoy before travelling on to Paris.",
        "Norwegian officials gathered evidence of Russian drones.",
        "Norway exercised restraint when Russia protested.",
        "The Norwegian minister turned in his papers in Moscow.",
        "The crew spoke of an encounter with a Russian frigate.",
    ],
)
def test_no_meeting_is_told_by(read: Read, text: str) -> None:
    assert read(OPENING + text).contacts == ()


@pytest.mark.parametrize(
    "text",
    [
        'Norwegian minister Kari Lund told reporters that "Riga has apologised" after a closed-door meeting with the '
        "Latvian envoy.",
        "Norwegian minister Kari Lund told reporters that Riga had apologised after a meeting with the Latvian envoy.",
        '"Riga has apologised," Norwegian minister Kari Lund said following talks with Latvian envoy Andris Ozols.',
    ],
)
def test_who_tells_of_it_after_a_meeting_was_there(read: Read, text: str) -> None:
    (meeting,) = read(OPENING + text).contacts
    assert [a.code for a in meeting.participants] == ["NOR GOV", "LVA GOV"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway decided to postpone talks with Latvia.", ("postponed", "actual")),
        ("Norway plans to cancel talks with Latvia.", ("cancelled", "planned")),
    ],
)
def test_who_decides_to_put_it_off_puts_it_off(read: Read, text: str, told: tuple[str, str]) -> None:
    (contact,) = read(OPENING + text).contacts
    assert (contact.status.value, contact.factuality.value) == told


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("The military hotline between Norway and Latvia is not working.", ["suspended"]),
        ("The hotline between Norway and Latvia has not been used since January.", ["suspended"]),
        ("The hotline between Norway and Latvia no longer exists.", ["suspended"]),
        ("Norway did not use the hotline with Latvia on Monday.", ["held"]),
        ("The party line did not work with voters in Norway and Latvia.", []),
        ("The power line between Norway and Latvia is not working.", []),
    ],
)
def test_a_line_that_fails_is_suspended(read: Read, text: str, statuses: list[str]) -> None:
    assert [c.status.value for c in read(OPENING + text).contacts] == statuses


def test_a_summons_is_at_the_level_of_whoever_is_summoned(read: Read) -> None:
    text = "Norwegian Foreign Minister Kari Lund summoned the representatives of Latvia and Estonia on Monday."
    assert {c.level.value for c in read(OPENING + text).contacts} == {"ambassador"}


def test_envoys_called_for_consultations_are_recalled_and_not_summoned(read: Read) -> None:
    text = "Norway's ambassadors in Latvia and Estonia will be called for consultations, its foreign minister said."
    assert read(OPENING + text).contacts == ()


def test_who_is_cited_on_his_own_words_hands_on_nobodys(read: Read) -> None:
    text = (
        "Norwegian Prime Minister Ole Berg said he had requested a meeting with Latvian minister Andris Kurti to "
        "discuss the raid which, according to him, is tearing Latvia apart."
    )
    assert all(statement.via == () for statement in read(OPENING + text).statements)
