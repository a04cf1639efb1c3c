"""Cells hold nothing that a spreadsheet runs or a terminal obeys."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.exports.cells import csv_line, tabbed_line

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
UNSEEN = " \t\r\n\"'\ufeff\u200b\u200c\u200d\u2060\u00ad\u00a0"


def runs(cell: str) -> bool:
    """Whether some spreadsheet would run it; quotes that are left about a cell may be taken for the cell's own."""
    return not cell.startswith("'") and cell.lstrip(UNSEEN).startswith(tuple(SIGNS))


@pytest.mark.parametrize("sign", [*SIGNS, "\t=", "\r=", "\n=", " =", "\ufeff=", "\u200b=", '"=', "\u00a0+"])
@pytest.mark.parametrize("before", ["", "a;", "a; ", 'a;"', "a,b;", ";"])
def test_no_cell_is_run_as_a_formula_at_whatever_sign_cells_are_parted(sign: str, before: str) -> None:
    line = csv_line([f"{before}{sign}cmd|' /C calc'!A0", "held"])
    for delimiter in ",;\t":
        (cells,) = csv.reader([line], delimiter=delimiter)
        assert not [cell for cell in cells if runs(cell)]
    assert not [cell for cell in tabbed_line([f"{before}{sign}1"]).split("\t") if runs(cell)]


@given(st.lists(st.text(alphabet=f"{SIGNS}{UNSEEN};,a"), min_size=1))
def test_no_cell_of_any_text_is_run(cells: list[str]) -> None:
    for delimiter in ",;":
        for row in csv.reader([csv_line(cells)], delimiter=delimiter):
            assert not [cell for cell in row if runs(cell)]


@pytest.mark.parametrize("words", ["held talks", "a = b", "US-China; both sides", "12:30", "", "o'clock"])
def test_plain_words_stay_as_they_are(words: str) -> None:
    assert next(csv.reader([csv_line([words, "x"])])) == [words, "x"]


def test_numbers_of_a_data_set_stay_numbers() -> None:
    assert tabbed_line([-1.5, 3, None, "-1"]) == "-1.5\t3\t\t'-1"


def test_a_line_stays_a_line_and_moves_no_cursor() -> None:
    line = csv_line(["a\nb\r\nc\x1b[31m\u202ed\u2028e"])
    assert line == "a b c\\x1b[31m\\u202ed e"
