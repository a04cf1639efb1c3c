"""Idioms of lines, messages and summonses, and absences from contacts told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.reading.tables import rows
from pourparler.records import Contact, Reading

LUND = "Norwegian Foreign Minister Kari Lund"
IDIOMS = [row for row in rows("contact_idioms") if row["kind"] != "missive"]
MISSIVES = [row for row in rows("contact_idioms") if row["kind"] == "missive"]


def told(contact: Contact) -> tuple[str, str, str, set[str | None]]:
    sides = {actor.country or actor.organisation for actor in contact.participants}
    return contact.status.value, contact.factuality.value, contact.channel.value, sides


@pytest.mark.parametrize("row", IDIOMS, ids=lambda row: row["example"])
def test_each_idiom_of_the_table_tells_the_contact_of_its_example(
    read: Callable[[str], Reading], row: dict[str, str]
) -> None:
    contact = read(row["example"]).contacts[-1]
    status, _, channel, sides = told(contact)
    assert status == row["status"]
    assert channel == (row["channel"] or "talks") or row["kind"] == "answering"
    assert sides == {"NOR", "RUS"}


@pytest.mark.parametrize("row", MISSIVES, ids=lambda row: row["lemma"])
def test_whatever_is_sent_to_a_state_is_a_message(read: Callable[[str], Reading], row: dict[str, str]) -> None:
    (contact,) = read(row["example"]).contacts
    assert told(contact) == ("held", "actual", "message", {"NOR", "RUS"})
    assert contact.initiator is not None
    assert contact.target is not None
    assert (contact.initiator.country, contact.target.country) == ("NOR", "RUS")


@pytest.mark.parametrize("row", rows("absences"), ids=lambda row: row["lemma"])
def test_who_does_not_come_to_a_contact_told_before_is_told_with_it(
    read: Callable[[str], Reading], row: dict[str, str]
) -> None:
    _, absence = read(row["example"]).contacts
    factuality = "negated" if row["status"] == "held" else "actual"
    assert told(absence) == (row["status"], factuality, "meeting", {"NOR", "RUS"})
    assert absence.by is not None
    assert absence.by.country == "RUS"


@pytest.mark.parametrize(
    ("text", "status", "factuality", "channel"),
    [
        ("Russia stayed away from the talks with Norway in Geneva.", "declined", "actual", "talks"),
        ("The Russian minister failed to attend a meeting with Norwegian officials.", "held", "negated", "meeting"),
        ("The Russian team did not show up for talks with Norwegian officials.", "unanswered", "actual", "talks"),
        ("Norway refused to return to the negotiating table with Russia.", "declined", "actual", "talks"),
        ("Norway will not return to the negotiating table with Russia.", "declined", "actual", "talks"),
        ("Norwegian officials have been in touch with Moscow.", "held", "ongoing", "unspecified"),
        ("Norway and Russia remain in touch, the minister said.", "held", "ongoing", "unspecified"),
        ("Norway offered to convey a message to Moscow.", "offered", "actual", "message"),
        ("Norway did not send a letter to Moscow.", "held", "negated", "message"),
        ("Oslo has filed a diplomatic protest against Russia.", "held", "actual", "message"),
        ("The Norwegian minister failed to reach the Russian minister.", "unanswered", "actual", "unspecified"),
        ("The talks between Oslo and Moscow are not off.", "cancelled", "negated", "talks"),
    ],
)  # fmt: skip
def test_an_idiom_is_told_with_its_status(
    read: Callable[[str], Reading], text: str, status: str, factuality: str, channel: str
) -> None:
    assert (status, factuality, channel, {"NOR", "RUS"}) in [told(contact) for contact in read(text).contacts]


def test_who_could_not_reach_another_wanted_the_contact(read: Callable[[str], Reading]) -> None:
    (contact,) = read("The Norwegian defence minister could not reach the Russian defence minister.").contacts
    assert contact.initiator is not None
    assert contact.target is not None
    assert (contact.initiator.country, contact.target.country) == ("NOR", "RUS")


def test_a_call_that_nobody_answered_was_not_held(read: Callable[[str], Reading]) -> None:
    (contact,) = read("Nobody answered when the Norwegian minister phoned the Russian minister.").contacts
    assert contact.status == "unanswered"
    assert contact.by is not None
    assert contact.by.country == "RUS"


def test_who_carries_a_message_mediates(read: Callable[[str], Reading]) -> None:
    (contact,) = read("Norway sent word to Moscow through Swiss diplomats.").contacts
    assert [actor.country for actor in contact.mediators] == ["CHE"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway sent troops to Estonia.",
        "The bank sent a letter to its customers in Norway.",
        "The Norwegian minister wrote to his wife.",
        "Norway and Russia drew on Monday. The Russian goalkeeper was absent.",
        "Norway and Russia met on Monday. The Russian fans did not turn up.",
        "Norway could not reach the Russian goal.",
        "Norwegian police could not reach the villages.",
        "The deal between Norway and Russia is off.",
        "Norwegian officials hailed the Russian president as a hero of chess.",
        "Norway lodged a protest with the International Tennis Federation.",
        "The Norwegian coach hauled in the Russian goalkeeper.",
        "The Russian minister could not be reached for comment.",
        "The company returned to the negotiating table with its pilots.",
        "Fans of Norway lost touch with reality in Russia.",
    ],
)  # fmt: skip
def test_the_same_words_about_other_things_are_no_contacts(read: Callable[[str], Reading], text: str) -> None:
    assert [contact for contact in read(text).contacts if contact.anchor.text != "met"] == []
