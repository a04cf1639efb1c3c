"""An article's text is cut where marks turn, and says the same when it is put together again."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest

from pourparler.desk.marking import STRETCH, Mark, Paragraph, mark_text, stretches

TEXT = "Oslo declined the call.\n\nStockholm said nothing."


def shown(text: str, marks: list[Mark], **bounds: int) -> list[Paragraph]:
    return mark_text(text, bounds.get("start", 0), bounds.get("end", len(text)), marks)


def words(paragraphs: list[Paragraph], what: str) -> str:
    return "|".join(piece.text for paragraph in paragraphs for piece in paragraph if what in piece.marks)


def test_marks_that_cross_each_other_are_cut_at_every_turn() -> None:
    crossing = [Mark(0, 13, "said"), Mark(5, 22, "date"), Mark(5, 13, "contact", "co-1")]
    (first, _) = shown(TEXT, crossing)
    assert [(piece.text, piece.marks) for piece in first] == [
        ("Oslo ", ("said",)),
        ("declined", ("said", "contact", "date")),
        (" the call", ("date",)),
        (".", ()),
    ]
    assert first[1].record == "co-1"
    assert first[1].places == ("co-1",)


def test_of_triggers_that_lie_over_each_other_the_shortest_leads_to_its_record() -> None:
    (first, _) = shown(TEXT, [Mark(0, 22, "incident", "in-1"), Mark(5, 13, "contact", "co-1")])
    assert [piece.record for piece in first] == ["in-1", "co-1", "in-1", None]


def test_an_empty_trigger_still_has_its_place() -> None:
    (first, _) = shown(TEXT, [Mark(5, 5, "contact", "co-1")])
    assert [piece.places for piece in first] == [(), ("co-1",)]


def test_a_trigger_in_the_gap_between_paragraphs_has_its_place_too() -> None:
    found = shown(TEXT, [Mark(24, 25, "contact", "co-1")])
    assert [piece.places for paragraph in found for piece in paragraph if piece.places] == [("co-1",)]


def test_a_mark_that_goes_beyond_the_stretch_is_cut_there() -> None:
    assert words(shown(TEXT, [Mark(0, len(TEXT), "said")], start=5, end=13), "said") == "declined"


def test_offsets_count_in_the_raw_text_and_pieces_are_printable_after() -> None:
    text = "a\x00b\u202ec call"
    (only,) = shown(text, [Mark(text.index("call"), len(text), "contact", "co-1")])
    assert [piece.text for piece in only] == ["a\\x00b\\u202ec ", "call"]


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_marked_the_text_stays_as_it_is(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(chance.choices("ab \n", k=60))
    marks = []
    for number in range(12):
        low, high = sorted(chance.choices(range(61), k=2))
        marks.append(Mark(low, high, chance.choice(["said", "actor", "contact"]), f"co-{number}"))
    found = shown(text, marks)
    together = "\n".join("".join(piece.text for piece in paragraph) for paragraph in found)
    assert together.split() == text.split()
    held = {name for paragraph in found for piece in paragraph for name in piece.places}
    assert held == {mark.record for mark in marks if mark.start < len(text)}


def test_a_long_text_is_shown_in_stretches_that_end_at_a_word() -> None:
    text = "word " * 30_000
    parts = stretches(text)
    assert [parts[0][0], parts[-1][1]] == [0, len(text)]
    assert all(one[1] == other[0] for one, other in pairwise(parts))
    assert all(text[end - 1] == " " for _, end in parts)
    assert max(end - start for start, end in parts) <= STRETCH + 400


def test_a_text_without_any_gap_is_cut_hard() -> None:
    assert [end - start for start, end in stretches("x" * (2 * STRETCH + 1))] == [STRETCH, STRETCH, 1]
    assert stretches("") == [(0, 0)]


@pytest.mark.parametrize("filling", [" ", "\n", "\t\n", "x", "\u202e"])
def test_a_stretch_of_nothing_but_one_character_is_cut_in_good_time(filling: str) -> None:
    text = filling * (STRETCH // len(filling))
    marks = [Mark(place, place + 500, "contact", f"co-{place}") for place in range(0, 1_000, 5)]
    began = time.process_time()
    shown(text, marks)
    assert time.process_time() - began < 2
