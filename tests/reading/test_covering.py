"""What covers a place is found whatever else there is, and a long article is read in proportion to its length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pourparler.reading.covering import Covering

PLACES = st.integers(0, 2000)
STRETCH = st.tuples(PLACES, PLACES).map(sorted).map(lambda ends: (ends[0], ends[1]))


@given(st.lists(st.lists(STRETCH, max_size=3), max_size=12), STRETCH)
def test_it_finds_what_looking_at_everything_finds(things: list[list[tuple[int, int]]], asked: tuple[int, int]) -> None:
    covering = Covering(range(len(things)), lambda number: things[number])
    start, end = asked
    assert covering.at(start) == [n for n, held in enumerate(things) if any(a <= start < b for a, b in held)]
    shared = [n for n, held in enumerate(things) if any(max(a, start) < min(b, end) for a, b in held)]
    assert covering.over(start, end) == shared


def test_only_what_lies_about_a_place_is_looked_at() -> None:
    asked = 0

    class Held(tuple[int, int]):
        def __iter__(self):  # type: ignore[no-untyped-def]
            nonlocal asked
            asked += 1
            return super().__iter__()

    covering = Covering(range(10_000), lambda number: [Held((100 * number, 100 * number + 90))])
    asked = 0
    assert covering.at(500_010) == [5_000]
    assert asked < 10
