"""Leaders by their bare names, as headlines and second paragraphs have them, and what is called after them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.pipeline import Reader
from pourparler.records import Reading
from pourparler.sources import article_from_text

Read = Callable[[str, str], Reading]


@pytest.fixture(scope="module")
def read_on(reader: Reader) -> Read:
    """Reads a text as published on a day."""

    def read_on(text: str, day: str) -> Reading:
        (found,) = reader.read([article_from_text(f"{text}\n", key="test", published=day)])
        assert isinstance(found, Reading)
        return found

    return read_on


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Macron spoke to Putin by phone.", {"FRA", "RUS"}),
        ("President Putin met Merkel in Sochi.", {"RUS", "DEU"}),
        ("The Trump administration held talks with Iran.", {"USA", "IRN"}),
        ("The Assad regime held talks with Turkey.", {"SYR", "TUR"}),
    ],
)
def test_who_leads_a_state_that_day_is_known_by_the_bare_name(read_on: Read, text: str, sides: set[str]) -> None:
    (contact,) = read_on(text, "2019-07-22").contacts
    assert {a.country for a in contact.participants} == sides


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Macron spoke to Putin by phone.", "1998-03-02"),
        ("Said Putin met Erdogan in Sochi.", "1998-03-02"),
        ("The singer Ole Trump met Iran's ambassador.", "2019-07-22"),
        ("Lee met Kim in Oslo.", "2019-07-22"),
    ],
)
def test_a_namesake_or_one_of_several_leads_no_state(read_on: Read, text: str, day: str) -> None:
    assert read_on(text, day).contacts == ()
