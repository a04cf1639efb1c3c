"""A contact told again: a row of its own where it adds a source, a day or a field, and none where it adds nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Reading

Read = Callable[[str], Reading]
MET = "The Latvian and Russian foreign ministers held talks in Minsk on Monday. "


def rows(read: Read, text: str) -> int:
    return len(read(text).contacts)


@pytest.mark.parametrize(
    "text",
    [
        "The meeting between the two ministers was held after the raid.",
        "The talks between Latvia and Russia lasted three hours.",
    ],
)
def test_a_contact_told_again_with_nothing_added_is_one_row(read: Read, text: str) -> None:
    assert rows(read, MET + text) == rows(read, MET)


@pytest.mark.parametrize(
    "text",
    [
        "The talks between Latvia and Russia were held on Tuesday.",
        "The Latvian and Russian ministers held talks on fishing.",
        "The two ministers met again.",
        "The talks between Latvia and Russia were held, the Finnish president said.",
        "The talks between Latvia and Russia were suspended.",
        "Latvia and Finland held talks.",
    ],
)
def test_a_contact_told_again_with_more_is_a_row_of_its_own(read: Read, text: str) -> None:
    assert rows(read, MET + text) == rows(read, MET) + 1


def test_each_refusal_is_a_row(read: Read) -> None:
    text = "Russia refused to meet the Latvian minister. "
    assert rows(read, text + "Latvia pleaded. Russia refused to meet the Latvian minister.") == 2
