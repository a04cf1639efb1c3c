"""Letters and written protests, the replies that do not come, and attempts told by a light verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]

_WROTE = "Norwegian Trade Minister Anna Berg wrote to Swedish Trade Minister Olof Lind on Monday. "


def told(contact: Contact) -> tuple[str, str, str | None, str]:
    by = contact.by.country if contact.by else None
    return contact.status.value, contact.factuality.value, by, contact.channel.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway made an offer of talks to Sweden.", ("offered", "actual", "NOR", "talks")),
        ("Norway made efforts to contact Sweden.", ("sought", "actual", "NOR", "unspecified")),
        ("Norway made a request for a meeting with Sweden.", ("requested", "actual", "NOR", "meeting")),
        ("Norway did not make attempts to call Sweden.", ("sought", "negated", "NOR", "phone")),
        ("Norway made no offer of talks to Sweden.", ("offered", "negated", "NOR", "talks")),
        ("Norway made a call to Sweden on Monday.", ("held", "actual", "NOR", "phone")),
    ],
)
def test_what_is_made_of_a_wish_is_the_wish(read: Read, text: str, expected: tuple[str, str, str, str]) -> None:
    (contact,) = read(text).contacts
    assert told(contact) == expected


@pytest.mark.parametrize(
    "text",
    [
        _WROTE + "Lind replied on Tuesday.",
        _WROTE + "Lind received a response from Berg.",
        _WROTE + "Berg received no response from Finland.",
        "Norway summoned the Swedish ambassador on Monday. Sweden did not make any response to the raid.",
    ],
)
def test_a_reply_or_the_silence_of_others_leaves_no_letter_unanswered(read: Read, text: str) -> None:
    assert len(read(text).contacts) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Norway asked Sweden for talks on Monday. Sweden did not give a response.",
        "Norway asked Sweden for talks on Monday. Sweden did not make any response to the request.",
        "Norway asked Sweden for talks on Monday. Norway did not get a reply from Sweden.",
    ],
)
def test_a_reply_not_given_is_silence(read: Read, text: str) -> None:
    assert told(read(text).contacts[-1]) == ("unanswered", "actual", "SWE", "talks")


@pytest.mark.parametrize(
    "text",
    [
        "Norway protested the raid through a diplomatic letter to Sweden.",
        "Norway protested against the raid in a letter to Sweden.",
        "Norway protested the raid by a note to Sweden.",
    ],
)
def test_what_is_protested_by_letter_is_told_the_receiver(read: Read, text: str) -> None:
    (contact,) = read(text).contacts
    assert told(contact) == ("held", "actual", "NOR", "message")
    assert [contact.target and contact.target.country] == ["SWE"]


@pytest.mark.parametrize(
    "text", ["Norway protested the raid in Sweden.", "A protest letter was handed to the Swedish envoy by students."]
)
def test_a_protest_without_a_state_that_wrote_and_one_that_read_is_no_message(read: Read, text: str) -> None:
    assert not read(text).contacts


def test_what_is_typically_done_is_a_habit(read: Read) -> None:
    (contact,) = read("Norway and Sweden typically hold two calls a day over the hotline.").contacts
    assert contact.factuality == "habitual"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('"As I speak, I have not received any news from the Swedish side," the Norwegian president said.', 0),
        ('"I spoke with the Swedish president on Monday," the Norwegian president said.', 1),
    ],
)
def test_as_i_speak_is_now_and_no_contact(read: Read, text: str, count: int) -> None:
    assert len(read(text).contacts) == count


def test_a_protest_note_handed_over_by_nobody_named_is_from_the_other_side(read: Read) -> None:
    text = (
        "Norway and Sweden trade fish. Norway likes Swedish fish. A protest note was handed to the Swedish ambassador."
    )
    (contact,) = read(text).contacts
    assert (contact.status, contact.channel) == ("held", "message")
    assert {a.country for a in contact.participants} == {"NOR", "SWE"}
