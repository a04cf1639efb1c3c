"""What a contact is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.reading.tables import rows
from pourparler.records import Reading

Read = Callable[[str], Reading]
OPENING = "The foreign ministry and the military met at the embassy. "


def topics(read: Read, text: str) -> list[str]:
    return [topic.text for topic in read(OPENING + text).contacts[0].topics]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oslo and Moscow held border talks.", ["border"]),
        ("Oslo held arms control talks with Moscow.", ["arms control"]),
        ("Oslo and Moscow held cease-fire talks.", ["cease-fire"]),
        (
            "Oslo and Moscow held talks on trade, security and the treatment of fishermen with Riga.",
            ["trade", "security", "the treatment of fishermen"],
        ),
        ("Oslo and Moscow held talks on the fence with Riga on Tuesday.", ["the fence"]),
        ("The Norwegian defence minister spoke about Ukraine with his Russian counterpart.", ["Ukraine"]),
        ("Oslo and Moscow held talks in Tromso, during which they discussed fishing.", ["fishing"]),
        ("Oslo and Moscow held talks on Monday. They discussed fishing and the fence.", ["fishing", "the fence"]),
        ("Oslo and Moscow held talks on Monday. The two ministers discussed fishing.", ["fishing"]),
        ("Oslo and Moscow held talks on Monday. The fence was on the agenda.", ["The fence"]),
        ("Oslo and Moscow held talks on Monday. The fence topped the agenda.", ["The fence"]),
        ("Oslo summoned the Russian ambassador over the raid.", ["the raid"]),
        ("Oslo and Moscow held talks aimed at ending the dispute.", ["ending the dispute"]),
    ],
)
def test_a_topic_is_told_without_its_preposition(read: Read, text: str, words: list[str]) -> None:
    assert topics(read, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Oslo and Moscow held talks on Monday.",
        "Oslo and Moscow held talks on Monday. Riga discussed fishing.",
        "Moscow cancelled talks with Oslo over the raid.",
        "The Norwegian minister met his Russian counterpart on the sidelines of a forum.",
        "The Norwegian and Russian ministers spoke over the hotline.",
        "The Norwegian and Russian ministers talked over lunch.",
    ],
)
def test_a_day_a_channel_and_a_cause_are_no_topics(read: Read, text: str) -> None:
    assert topics(read, text) == []


@pytest.mark.parametrize("row", rows("topics"), ids=lambda row: f"{row['words']}-{row['form']}")
def test_every_topic_word_tells_a_topic(read: Read, row: dict[str, str]) -> None:
    found = topics(read, row["example"])
    assert len(found) == 1
    assert row["example"].rstrip(".").endswith(found[0].removeprefix("the ")) or found == [row["words"]]


@pytest.mark.parametrize("row", rows("not_topics"), ids=lambda row: row["class"])
def test_no_member_of_these_classes_is_a_topic(read: Read, row: dict[str, str]) -> None:
    assert topics(read, row["example"]) == []
