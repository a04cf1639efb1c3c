"""Of which state a body, officer or title is, where its own words leave it open; and who holds no office today."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pourparler.records import Actor

#: Finds the actors of the last token that bears a word.
Find = Callable[..., tuple[Actor, ...]]


@pytest.mark.parametrize(
    ("text", "word", "dateline", "code"),
    [
        # what the name of a body goes on to owns nothing
        ("The Ministry of Interior opened the post.", "Ministry", "MUSCAT", "OMN GOV"),
        (
            "The Ministry of Foreign Affairs summoned on Monday the Ambassador of Latvia.",
            "Ministry",
            "MUSCAT",
            "OMN GOV",
        ),
        ("The Omani Ministry of Interior spoke. The Ministry of Interior said no.", "Ministry", None, "OMN GOV"),
        ("The Ministry of Defence of Norway said no.", "Ministry", "MUSCAT", "NOR MIL"),
        ("The Ministry of Defence said no.", "Ministry", None, None),
        # border forces by their short names
        ("The BSF fired first.", "BSF", None, "IND COP"),
        ("The SSB fired first.", "SSB", None, "IND COP"),
        ("The BGB fired first.", "BGB", None, "BGD COP"),
        # whoever leads a business is no leader of a state
        ("Norwegian business leaders met.", "leaders", None, "NOR BUS"),
        ("Norwegian leaders met.", "leaders", None, "NOR GOV"),
        # at whose wish it was is none of the doer's words
        ("The Malawian minister at the instance of Tanzania had put it off.", "minister", None, "MWI GOV"),
        ("The chairman at the request of Tanzania had put it off.", "chairman", None, None),
        # who has left an office
        ("Former Omani president Ole Berg left.", "Berg", None, "OMN ELI"),
        ("Norway's ex-foreign minister Ole Berg left.", "Berg", None, "NOR ELI"),
        ("Norway's former army chief and defence minister Ole Berg left.", "Berg", None, "NOR MIL"),
        ("UN envoy and former Norwegian minister Ole Berg left.", "Berg", None, "UN IGO"),
        # who does not hold it yet
        ("US president-elect Ole Berg left.", "Berg", None, "USA GOV"),
        # what an envoy deals with is not whose he is
        ("The Omani Prime Minister's Envoy for Relations with Latvia Ole Berg left.", "Berg", None, "OMN GOV"),
        ("Norway's Special Envoy for Talks on Syria Ole Berg left.", "Berg", None, "NOR GOV"),
        # the line that heads a press release tells where it was written
        ("Read-out\n\nMuscat, 22 September 2017\n\nThe Armed Forces left.", "Forces", None, "OMN MIL"),
        # of whom somebody tells in a quotation is not who speaks next
        ('The minister said "we gave the Lao Foreign Ministry a note". The ministry left.', "ministry", None, None),
        ("The Lao Foreign Ministry was given a note. The ministry left.", "ministry", None, "LAO GOV"),
        # the mission that a union sent
        ("The United Nations Mission in South Sudan left. The Mission said no.", "Mission", None, "UN IGO"),
        ("The United Nations Mission in South Sudan left. The Omani mission said no.", "mission", None, "OMN GOV"),
        ("Oman's ship left. The mission said no.", "mission", None, None),
        # two offices, one person
        ("Peru's Deputy Prime Minister/Minister of Foreign Affairs Ole Berg left.", "Berg", None, "PER GOV"),
    ],
)
def test_the_words_tell_of_which_state_and_arm_somebody_is(
    find: Find, text: str, word: str, dateline: str | None, code: str | None
) -> None:
    assert find(text, word, dateline)[0].code == code


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Malawian minister at the instance of Tanzania had put it off.", "The Malawian minister"),
        ("The Malawian minister on behalf of Tanzania had put it off.", "The Malawian minister"),
        ("The Malawian minister of trade had put it off.", "The Malawian minister of trade"),
        ("The Malawian minister in a press release said no.", "The Malawian minister"),
    ],
)
def test_a_party_ends_before_at_whose_wish_it_acts(find: Find, text: str, words: str) -> None:
    assert find(text, "minister")[0].text == words


def test_a_rank_alone_stands_for_the_one_who_bears_it(find: Find) -> None:
    text = "Lieutenant Colonel Ana Vik, a Norwegian spokeswoman, spoke. The colonel left."
    assert find(text, "colonel")[0].person == "Ana Vik"
    assert find("Major Ana Vik of Norway spoke. The colonel left.", "colonel")[0].person is None


@pytest.mark.parametrize(
    "text",
    ["Former Omani president Ole Berg left.", "US president-elect Ole Berg left."],
)
def test_who_has_left_an_office_or_is_to_take_it_does_not_hold_it(annotated: Callable[..., Doc], text: str) -> None:
    assert annotated(text)._.tenures == []


@pytest.mark.parametrize(
    ("text", "callee"),
    [
        ("Latvia's president called Norway's king on Sunday.", "Norway's king"),
        ("Latvian President Ole Berg called Norwegian Prime Minister Ana Vik on Sunday.", "Ana Vik"),
    ],
)
def test_whom_somebody_rang_is_not_what_somebody_was_called(
    annotated: Callable[..., Doc], text: str, callee: str
) -> None:
    doc = annotated(text)
    assert doc._.statements == []
    (contact,) = doc._.contacts
    assert contact.participants[1].text.endswith(callee)


@pytest.mark.parametrize("words", ["a liar", '"a liar"'])
def test_what_somebody_was_called_is_no_contact(annotated: Callable[..., Doc], words: str) -> None:
    assert annotated(f"Latvia's president called Norway's king {words}.")._.contacts == []
