"""Where the words that name a party begin and end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Actor

Find = Callable[..., tuple[Actor, ...]]


@pytest.mark.parametrize(
    ("text", "word", "words"),
    [
        ("The Omani navy on Monday seized a boat.", "navy", "The Omani navy"),
        ("Thai and Lao officials on Friday held talks.", "officials", "Thai and Lao officials"),
        ("Thai and Lao officers in Oslo held talks.", "officers", "Thai and Lao officers"),
        ("No Omani minister since Ole Berg in 2018 has left.", "minister", "No Omani minister"),
        ("A Lao vessel near Bergen turned.", "vessel", "A Lao vessel"),
        ("A source in the Omani ministry spoke.", "source", "A source in the Omani ministry"),
        ("A defence official in Ottawa spoke.", "official", "A defence official in Ottawa"),
        ("The president of Norway spoke.", "president", "The president of Norway"),
    ],
)
def test_a_party_ends_before_day_and_place(find: Find, text: str, word: str, words: str) -> None:
    assert {a.text for a in find(text, word)} == {words}


@pytest.mark.parametrize(
    ("text", "word", "person", "words"),
    [
        (
            "The Omani ambassador to Latvia, Ole Berg, spoke.",
            "ambassador",
            "Ole Berg",
            "The Omani ambassador to Latvia, Ole Berg",
        ),
        (
            "The secretary general of NATO, Ole Berg, spoke.",
            "general",
            "Ole Berg",
            "The secretary general of NATO, Ole Berg",
        ),
        (
            "Omani Ministry of Foreign Affairs Spokesman Ole Berg denied it.",
            "Ministry",
            "Ole Berg",
            "Omani Ministry of Foreign Affairs Spokesman Ole Berg",
        ),
        ("The Omani minister (Berg) spoke.", "minister", "Berg", "The Omani minister"),
    ],
)
def test_a_title_and_its_name_are_one_party(find: Find, text: str, word: str, person: str, words: str) -> None:
    assert [(a.person, a.text) for a in find(text, word)] == [(person, words)]


def test_the_ministry_in_a_title_is_the_spokesmans(find: Find) -> None:
    actors = find("Omani Ministry of Foreign Affairs Spokesman Ole Berg denied it.", "Berg")
    assert [a.organisation for a in actors] == ["Omani Foreign Ministry"]


def test_the_second_of_two_people_is_not_lost_behind_a_long_name(find: Find) -> None:
    text = (
        "Foreign Minister of Saudi Arabia Faisal bin Farhan Al Saud and his Iranian counterpart Hossein "
        "Amirabdollahian met in Beijing."
    )
    assert [a.country for a in find(text, "Faisal")] == ["SAU", "IRN"]


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("OSLO: The talks began.", "OSLO", None),
        ("OSLO - The talks began.", "OSLO", None),
        ("Talks began.\n\nOSLO: The talks began.", "OSLO", None),
        ("The talks with OSLO: they began.", "OSLO", "NOR"),
    ],
)
def test_the_place_of_a_dateline_does_not_act(find: Find, text: str, word: str, country: str | None) -> None:
    assert [a.country for a in find(text, word)] == [country]
