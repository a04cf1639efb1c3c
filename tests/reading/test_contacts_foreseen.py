"""What is to come: each way of foreseeing a contact with each way of telling it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Factuality, Reading, Status

Read = Callable[[str], Reading]
TOGETHER = ("meet in Lund", "hold talks in Lund", "have a brief meeting", "speak by phone")
ALONE = ("hold talks with his Latvian counterpart", "travel to Riga", "pay a visit to Latvia")
FORESEEN = (
    "will", "are to", "are expected to", "are set to", "are due to", "are scheduled to", "are slated to",
    "are poised to", "are planning to", "are preparing to", "are about to", "are going to", "are still to",
)  # fmt: skip


@pytest.mark.parametrize("act", TOGETHER)
@pytest.mark.parametrize("ahead", FORESEEN)
def test_what_two_are_to_do_is_scheduled(read: Read, ahead: str, act: str) -> None:
    (found,) = read(f"Norway and Latvia {ahead} {act}.").contacts
    assert (found.status, found.factuality, found.by) == (Status.SCHEDULED, Factuality.PLANNED, None)
    assert {actor.country for actor in found.participants} == {"NOR", "LVA"}


@pytest.mark.parametrize("act", ALONE)
@pytest.mark.parametrize("ahead", [words.replace("are ", "is ") for words in FORESEEN if words != "are due to"])
def test_what_one_is_to_do_is_scheduled_by_that_one(read: Read, ahead: str, act: str) -> None:
    (found,) = read(f"Norway's foreign minister {ahead} {act}.").contacts
    assert (found.status, found.factuality) == (Status.SCHEDULED, Factuality.PLANNED)
    assert found.by is not None
    assert found.by.country == "NOR"
    assert {actor.country for actor in found.participants} == {"NOR", "LVA"}


@pytest.mark.parametrize("ahead", ["are planning to", "are due to", "are expected to"])
def test_what_is_to_be_resumed_is_planned(read: Read, ahead: str) -> None:
    (found,) = read(f"Norway and Latvia {ahead} resume talks.").contacts
    assert (found.status, found.factuality) == (Status.RESUMED, Factuality.PLANNED)


@pytest.mark.parametrize(
    "text",
    [
        "Tourists are going to travel to Riga.",
        "Norwegian fans are likely to travel to Riga.",
        "The minister is expected to hold talks with farmers.",
        "The Norwegian and Latvian teams are set to meet in the final.",
    ],
)
def test_what_others_are_to_do_is_no_contact(read: Read, text: str) -> None:
    assert not read(text).contacts


def test_what_goes_on_meanwhile_takes_no_part(read: Read) -> None:
    text = (
        "With raids continuing along the border, the Norwegian army chief on Tuesday spoke to his Latvian counterpart."
    )
    (found,) = read(text).contacts
    assert [actor.code for actor in found.participants] == ["NOR MIL", "LVA MIL"]


def test_who_is_asked_to_do_it_has_not_asked(read: Read) -> None:
    (found,) = read("Norway was asked to hold talks with Latvia.").contacts
    assert (found.status, found.by) == (Status.REQUESTED, None)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The Norwegian visit to Riga was postponed several times and eventually cancelled.", [3, None]),
        ("Norway has not answered Latvia's regular calls, twice a day, since May.", [None]),
        ("Norway and Latvia met twice in May.", [2]),
    ],
)
def test_each_step_has_its_own_count(read: Read, text: str, counts: list[int | None]) -> None:
    assert [found.count.min if found.count else None for found in read(text).contacts] == counts


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The foreign ministry summoned Latvian Ambassador to Norway Jan Berg.", "NOR GOV"),
        (
            "The Ministry of Foreign Affairs summoned the Latvian ambassador over raids on the Norway-Latvia border.",
            None,
        ),
        ("The foreign ministry on Monday summoned the Latvian ambassador in Oslo.", "NOR GOV"),
    ],
)
def test_an_envoy_is_summoned_by_the_state_he_is_posted_to(read: Read, text: str, by: str | None) -> None:
    found = read(text).contacts
    assert [contact.by.code for contact in found if contact.by and by] == ([by] if by else [])


@pytest.mark.parametrize("subject", ["Talks between Norway and Latvia", "Norwegian-Latvian border talks"])
@pytest.mark.parametrize(
    ("predicate", "told"),
    [
        ("are likely to take place", (Status.HELD, Factuality.POSSIBLE)),
        ("look set to go ahead", (Status.SCHEDULED, Factuality.PLANNED)),
        ("remain suspended", (Status.SUSPENDED, Factuality.ONGOING)),
        ("have failed to materialise", (Status.HELD, Factuality.NEGATED)),
        ("are likely to be postponed", (Status.POSTPONED, Factuality.POSSIBLE)),
        ("are forecast to take place in May", (Status.SCHEDULED, Factuality.PLANNED)),
    ],
)
def test_what_is_to_become_of_talks(read: Read, subject: str, predicate: str, told: tuple[Status, Factuality]) -> None:
    (found,) = read(f"{subject} {predicate}.").contacts
    assert (found.status, found.factuality) == told


def test_a_visit_that_failed_to_materialise_was_not_held(read: Read) -> None:
    (found,) = read("The Norwegian minister's visit to Riga failed to materialise.").contacts
    assert (found.status, found.factuality) == (Status.HELD, Factuality.NEGATED)


@pytest.mark.parametrize("predicate", ["remain difficult", "look promising", "are certain to be difficult"])
def test_what_is_thought_of_talks_tells_nothing_of_them(read: Read, predicate: str) -> None:
    assert not read(f"Talks between Norway and Latvia {predicate}.").contacts


def test_a_possibility_that_is_announced_is_no_more_than_that(read: Read) -> None:
    text = "Norwegian Foreign Minister Lund announced the possibility of talks between the Latvian and Omani kings."
    (found,) = read(text).contacts
    assert (found.status, found.factuality, found.by) == (Status.HELD, Factuality.POSSIBLE, None)
    assert {actor.country for actor in found.participants} == {"LVA", "OMN"}


@pytest.mark.parametrize("asking", ["called on", "urged", "appealed to", "encouraged"])
def test_what_a_third_asks_two_to_do_is_not_the_third_s(read: Read, asking: str) -> None:
    (found,) = read(f"Finland {asking} Norway and Latvia to hold talks.").contacts
    assert (found.status, found.factuality) == (Status.HELD, Factuality.REQUESTED)
    assert {actor.country for actor in found.participants} == {"NOR", "LVA"}


def test_countries_that_meet_somewhere_are_not_of_that_place(read: Read) -> None:
    text = "Norway is planning a meeting with Latvia, as well as several other countries in Singapore."
    (found,) = read(text).contacts
    assert {actor.country for actor in found.participants} == {"NOR", "LVA"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norway tried to reach Latvia on Monday.", "2024-03-04"),
        ("Norway attempted to contact Latvia on Friday.", "2024-03-01"),
        ("Norway will try to reach Latvia on Monday.", "2024-03-11"),
    ],
)
def test_an_attempt_was_made_on_the_day_told(read: Read, text: str, day: str) -> None:
    (found,) = read(text).contacts
    assert found.when is not None
    assert (found.when.earliest, found.when.latest) == (day, day)
