"""Pronouns: whom "he", "it", "they" and "we" stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.reading.tables import rows
from pourparler.records import Actor

Find = Callable[..., tuple[Actor, ...]]


@pytest.mark.parametrize(
    ("text", "word", "person"),
    [
        ("Ole Berg said he would go.", "he", "Ole Berg"),
        ("Ole Berg met Ana Vik. He said no.", "He", None),
        ("Mr Ole Berg met Ms Ana Vik. She said no.", "She", "Ana Vik"),
        ("Ole Berg told Nils Dahl to wait. He added that talks would go on.", "He", "Ole Berg"),
        ("When Ole Berg met Nils Dahl, he smiled.", "he", "Ole Berg"),
        ("Ole Berg arrived. A senior officer said no. He left.", "He", None),
    ],
)
def test_he_and_she_are_the_one_person_left(find: Find, text: str, word: str, person: str | None) -> None:
    assert find(text, word)[0].person == person


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("The United States asked for a call but Beijing declined its request.", "its", "USA GOV"),
        ("Pakistan summoned the Indian envoy. It also demanded an inquiry.", "It", "PAK GOV"),
        ("Pakistan's military did not answer a call from its Indian counterpart.", "its", "PAK MIL"),
        ("Pakistan summoned India's envoy over what it called spying.", "it", "PAK GOV"),
        ("A Norwegian jet shot down the balloon after it entered the country.", "it", None),
        ("Norway said it was a balloon.", "it", None),
        ("North Korea fired a missile. Norway condemned it.", "it", None),
        ("Armenia said Azerbaijan's army had opened fire on its positions.", "its", "ARM GOV"),
        ("Asked whether Kenya would go, its army spoke.", "its", "KEN GOV"),
    ],
)
def test_it_is_the_body_told_of_and_no_thing(find: Find, text: str, word: str, code: str | None) -> None:
    assert find(text, word)[0].code == code


@pytest.mark.parametrize("row", rows("others"), ids=lambda row: row["lemma"])
def test_what_is_done_to_a_request_is_not_done_by_the_one_who_made_it(find: Find, row: dict[str, str]) -> None:
    subject = find(row["example"], row["example"].split()[0])
    for pronoun in {"its"} & set(row["example"].split()):
        assert not {a.code for a in find(row["example"], pronoun)} & {a.code for a in subject if a.code}


@pytest.mark.parametrize(
    ("text", "word", "codes"),
    [
        ("Thailand and Cambodia agreed. They will meet.", "They", ["KHM GOV", "THA GOV"]),
        ("Thailand and Cambodia agreed. Their foreign ministers will meet.", "ministers", ["KHM GOV", "THA GOV"]),
        ("US officials left. China turned it down before they met.", "they", [None]),
        ("Thai troops left. Some Laotians surrounded them.", "them", [None]),
    ],
)
def test_they_are_the_plural_subject_before(find: Find, text: str, word: str, codes: list[str | None]) -> None:
    assert sorted((a.code for a in find(text, word)), key=str) == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('"We will not go," said Ole Berg, a Norwegian army spokesman.', "NOR MIL"),
        ('Norwegian army spokesman Ole Berg said: "We will not go."', "NOR MIL"),
        ('"We will not go," said a fisherman.', None),
        ("Norway left. We will not go.", None),
    ],
)
def test_we_are_the_side_of_the_one_who_is_quoted(find: Find, text: str, code: str | None) -> None:
    actor = find(text, "We")[0]
    assert (actor.code, actor.person) == (code, None)
