"""Articles that tell one text are one family, whichever way they come."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.ledger.alike import compare, marks, may_be_alike, shingles, words
from pourparler.ledger.editions import edition_of
from pourparler.ledger.families import FamilyLink, Member, Relation, families, link, origin, standing
from pourparler.records import Article, Date, How, Precision
from pourparler.records.ids import article_id, text_sha256

WIRE = """Norway's defence minister has twice asked to speak to his Swedish counterpart since a frigate strayed into
disputed waters last week, two officials in Oslo said on Tuesday. Neither request was answered, they said. The Swedish
ministry declined to comment. A spokeswoman said the line between the two navies was open and had been tested on Monday.
The frigate left the area after three hours, shadowed by a coast guard cutter, and returned to its base at Bergen.
Stockholm called the passage a provocation; Oslo called it routine and said the waters were international. The two
governments last held talks on the boundary in 2019, in Helsinki, and agreed to meet each spring, which they have not.
"""
OTHER = """The central bank of Chile left its rate unchanged on Thursday, as most economists had expected, and said that
inflation would come back to its goal by the end of next year. Copper prices fell for a third day. The peso was little
changed. Analysts said that the board would wait for wages and for the harvest before it moved again in the autumn."""


def article(text: str, *, key: str = "a", title: str = "Calls unanswered", outlet: str = "The Fjord",
            published: str | None = None, credit: str | None = None) -> Article:  # fmt: skip
    date = published and Date(
        text=None, start=None, end=None, earliest=published, latest=published, precision=Precision.DAY, how=How.STATED
    )
    return Article(
        id=article_id(outlet, None, key), key=key, title=title, outlet=outlet, text=text, sha256=text_sha256(text),
        published=date or None, first_published_by=credit,
    )  # fmt: skip


def linked(one: str, other: str, **known: str) -> FamilyLink | None:
    return link(Member.of(article(one, key="a")), Member.of(article(other, **({"key": "b", "outlet": "Sund"} | known))))


def some_words_changed(text: str, share: float) -> str:
    chance = random.Random(7)
    return " ".join("otherwise" if chance.random() < share else word for word in text.split())


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (WIRE, Relation.COPY),
        (f"A new headline\n\n{WIRE}", Relation.NEAR_COPY),
        (some_words_changed(WIRE, 0.02), Relation.NEAR_COPY),
        (WIRE[: 3 * len(WIRE) // 4] + OTHER, Relation.REWRITE),
        (WIRE[: len(WIRE) // 2], Relation.REWRITE),
        (some_words_changed(WIRE, 0.12), Relation.REWRITE),
        (some_words_changed(WIRE, 0.6), None),
        (OTHER, None),
        ("Norway and Sweden held talks in Oslo on Monday.", None),
    ],
)
def test_how_two_texts_hang_together(other: str, relation: Relation | None) -> None:
    found = linked(WIRE, other)
    assert (found.relation if found else None) is relation
    assert found is None or (0.4 <= found.score <= 1 and found.reasons)


def test_a_later_edition_of_the_same_outlet_is_an_update() -> None:
    found = linked(WIRE, f"{WIRE} It was corrected.", outlet="The Fjord", title="(2nd LD) Calls unanswered")
    assert found is not None
    assert found.relation is Relation.UPDATE
    assert "editions" in " ".join(found.reasons)


def test_a_link_is_the_same_from_both_sides() -> None:
    one, other = Member.of(article(WIRE)), Member.of(article(some_words_changed(WIRE, 0.05), key="b"))
    assert link(one, other) == link(other, one)


@pytest.mark.parametrize(
    ("title", "edition"),
    [
        ("(LEAD) Seoul says line is open", "lead"),
        ("(2nd LD) Seoul says line is open", "lead 2"),
        ("3rd LD: Seoul says line is open", "lead 3"),
        ("UPDATE 3-Talks end without result", "update 3"),
        ("CORRECTED-Talks end without result", "correction"),
        ("Talks end without result (updated)", "update"),
        ("URGENT: talks end", "urgent"),
        ("Lead poisoning feared near border", None),
        ("Leaders meet", None),
        ("Alert level raised at border", None),
        ("Talks end (2nd lead)", "lead 2"),
        ("Updates to treaty discussed", None),
        ("Minister to lead talks", None),
    ],
)
def test_the_edition_is_read_from_the_title(title: str, edition: str | None) -> None:
    assert edition_of(article(WIRE, title=title)) == edition


def test_links_hold_a_family_together_in_any_order() -> None:
    ids = ["ar-5", "ar-1", "ar-4", "ar-2", "ar-3"]
    pairs = [("ar-1", "ar-5"), ("ar-4", "ar-5"), ("ar-2", "ar-3")]
    links = [FamilyLink(one=a, other=b, relation=Relation.COPY, score=1, reasons=()) for a, b in pairs]
    for seed in range(10):
        random.Random(seed).shuffle(links)
        random.Random(seed).shuffle(ids)
        assert families(ids, links) == {"ar-1": "ar-1", "ar-4": "ar-1", "ar-5": "ar-1", "ar-2": "ar-2", "ar-3": "ar-2"}


def test_the_origin_is_the_credited_wire_else_the_earliest() -> None:
    early, late = article(WIRE, published="2024-03-05"), article(WIRE, key="b", outlet="Sund", published="2024-03-06")
    assert origin({"a": early, "b": late}) == "The Fjord"
    credited = article(WIRE, key="c", outlet="Skerry", published="2024-03-09", credit="Agence Nord")
    assert origin({"a": early, "b": late, "c": credited}) == "Agence Nord"
    same_day = article(WIRE, key="d", outlet="Holm", published="2024-03-05")
    assert origin({"a": early, "d": same_day}) is None


def test_the_last_edition_stands() -> None:
    first = article(WIRE, key="a", published="2024-03-05")
    lead = article(WIRE, key="b", title="(2nd LD) Calls unanswered", published="2024-03-05")
    corrected = article(WIRE, key="c", title="CORRECTED-Calls unanswered", published="2024-03-05")
    assert list(standing([lead, first, corrected])) == [corrected.id, lead.id, first.id]


def bands(text: str) -> set[bytes]:
    found = marks(shingles(text))
    return {found[k : k + 6] for k in range(0, len(found), 6)}


def test_copies_share_a_band_and_strangers_do_not() -> None:
    assert len(bands(WIRE)) == 16
    assert bands(WIRE) & bands(some_words_changed(WIRE, 0.05))
    assert not bands(WIRE) & bands(OTHER)
    assert marks(shingles("")) == b""


@pytest.mark.parametrize("share", [0.05, 0.1, 0.15, 0.2])
def test_marks_tell_what_is_worth_comparing(share: float) -> None:
    assert may_be_alike(marks(shingles(WIRE)), marks(shingles(some_words_changed(WIRE, share))))
    assert not may_be_alike(marks(shingles(WIRE)), marks(shingles(OTHER)))


@given(st.text(alphabet=st.sampled_from("aé_9 .,\n-’“”—…ßİǅ\u00a0\u2028\x1f'\"")))
def test_words_are_what_lies_between_punctuation(text: str) -> None:
    assert words(text) == re.findall(r"\w+", text.lower())


def test_a_text_shorter_than_a_shingle_is_one() -> None:
    assert shingles("Talks held.") == ["talks held"]
    assert shingles("") == []


def test_resemblance_and_containment_of_nothing_are_nothing() -> None:
    none: frozenset[str] = frozenset()
    assert compare(none, none) == compare(none, frozenset({"a"})) == (0, 0)
