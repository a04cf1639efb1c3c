"""Contacts whose sides, or whose very subject, the text tells elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]


def told(contacts: tuple[Contact, ...]) -> list[str]:
    """ "declined NOR SWE by SWE": status, the sides' countries, who took the step."""
    out = []
    for contact in contacts:
        sides = " ".join(sorted(a.country or "?" for a in contact.participants))
        out.append(f"{contact.status} {sides}" + (f" by {contact.by.country}" if contact.by else ""))
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway asked for talks with Sweden. Sweden turned it down.", "declined NOR SWE by SWE"),
        ("Norway asked for talks with Sweden, but Stockholm said no.", "declined NOR SWE by SWE"),
        ("Norway invited the Swedish minister to a meeting. The invitation was refused.", "declined NOR SWE by SWE"),
        ("Norway proposed a call with Sweden. Stockholm accepted.", "accepted NOR SWE by SWE"),
        ("Norway asked for a call with Sweden. There was no reply from Stockholm.", "unanswered NOR SWE by SWE"),
        ("Norway declined a Swedish invitation.", "declined NOR SWE by NOR"),
    ],
)
def test_an_answer_takes_its_sides_from_the_request_before_it(read: Read, text: str, expected: str) -> None:
    assert told(read(text).contacts)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway accused Sweden of spying. Sweden rejected it.",
        "Norway asked for talks with Sweden. Finland turned it down.",
        "Norway asked for talks with Sweden. Norway turned it down.",
        "The mayor proposed a new bridge. Sweden refused.",
    ],
)
def test_what_answers_no_request_of_another_side_is_no_contact(read: Read, text: str) -> None:
    assert not [c for c in read(text).contacts if c.status in ("declined", "accepted")]


def test_an_attempt_and_the_silence_that_met_it_are_one_contact(read: Read) -> None:
    text = "Norway tried three times on Sunday to reach Sweden over the hotline and nobody picked up."
    (contact,) = read(text).contacts
    assert told((contact,)) == ["unanswered NOR SWE by SWE"]
    assert contact.count is not None
    assert (contact.channel, contact.count.min, contact.when and contact.when.text) == ("hotline", 3, "on Sunday")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway held talks with Sweden. They met again on Friday.", "held NOR SWE"),
        ("Norway and Sweden met in May. Norway has now cancelled a further meeting.", "cancelled NOR SWE by NOR"),
        ("Norway and Sweden trade fish. Norway likes Swedish fish. The talks broke down in May.", "held NOR SWE"),
        ("Norway and Sweden trade fish. Norway likes Swedish fish. Talks have been postponed.", "postponed NOR SWE"),
        ("Norway demanded a hearing, and Sweden cancelled the planned visit.", "cancelled NOR SWE by SWE"),
    ],
)
def test_a_side_left_out_is_one_named_before_or_the_other_of_two(read: Read, text: str, expected: str) -> None:
    assert told(read(text).contacts)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway, Sweden and Finland fish. Finland likes Denmark, Sweden likes Norway. The talks broke down.",
        "Norway and Sweden trade fish. Norway likes Swedish fish. The wage talks broke down in May.",
        "He phoned Norway and Sweden.",
        "Norway has summoned its ambassador to Sweden for consultations.",
    ],
)
def test_sides_are_not_guessed(read: Read, text: str) -> None:
    assert read(text).contacts == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Sweden are in talks over the border.", ["held ongoing"]),
        ("Talks between Norway and Sweden are proceeding.", ["held ongoing"]),
        ("Norway has ruled out talks with Sweden.", ["declined actual"]),
        ("Norway would enter into no talks with Sweden.", ["held negated"]),
        ("A meeting between Norway and Sweden will no longer take place.", ["cancelled actual"]),
        ("Not since the spring have Norway and Sweden held talks.", ["held negated"]),
        ("Norway has yet to answer the request for talks from Sweden.", ["unanswered actual"]),
        ("The storm forced Norway to call off a visit to Sweden.", ["cancelled actual"]),
        ("The Norwegian and Swedish ministers were to have met on Monday.", ["scheduled planned"]),
        ("Norway and Sweden had agreed a truce by telephone.", ["held actual"]),
        (
            "The talks between Norway and Sweden, which Oslo put off in May, will be held on Friday.",
            ["postponed actual", "scheduled planned"],
        ),
    ],
)
def test_what_became_of_it_is_told_by_more_than_a_verb(read: Read, text: str, expected: list[str]) -> None:
    assert [f"{c.status} {c.factuality}" for c in read(text).contacts] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway's minister held a call with his Swedish counterpart Kari Lund.", ["held actual"]),
        ("Norway called the Swedish minister on Monday, only to be refused.", ["declined actual"]),
        (
            "Norway asked for talks with Sweden. Stockholm chose not to accept it.",
            ["requested actual", "declined actual"],
        ),
        ("The hotline between Norway and Sweden remained silent.", ["suspended actual"]),
        ("The hotline between Norway and Sweden remained open.", ["open actual"]),
        ("The hotline between Norway and Sweden remained ineffective.", []),
        ("Norway said it was important to have a channel of communication with Sweden.", []),
        ("Norway and Sweden fish. Norway likes Swedish fish. The ministry and the army of Norway met.", []),
    ],
)
def test_what_came_of_a_call_or_a_line_is_told_by_what_stands_beside(
    read: Read, text: str, expected: list[str]
) -> None:
    assert [f"{c.status} {c.factuality}" for c in read(text).contacts] == expected
