"""Report, table, JSON and the marked text of one reading."""

from __future__ import annotations

import dataclasses
import json
import re

import pytest
from rich.console import Console, RenderableType

from pourparler.exports.jsonl import json_array, json_lines
from pourparler.exports.labels import count_label, stretch_label
from pourparler.exports.printable import one_line, printable, safe_json
from pourparler.exports.report import report
from pourparler.exports.rows import rows
from pourparler.exports.styles import KINDS
from pourparler.exports.table import COLUMNS, table_lines
from pourparler.exports.text import ShownText
from pourparler.records import Count, Failure, Reading
from pourparler.records.kinds import RECORD_KINDS

HOSTILE = "\x1b[31mred\x07 \u202ereversed\x9b2J [bold]markup[/bold] :smile:"
FAILURE = Failure(input="a.txt", error="NotAnArticle", message="is empty")


def shown(what: RenderableType, width: int = 80, *, colour: bool = False) -> str:
    console = Console(
        width=width, force_terminal=colour, color_system="truecolor" if colour else None, highlight=False,
        markup=False, emoji=False, no_color=not colour, _environ={},
    )  # fmt: skip
    with console.capture() as captured:
        console.print(what)
    return captured.get()


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_report_shows_every_record_with_its_words_and_fits_the_width(reading: Reading, width: int) -> None:
    printed = shown(report(reading), width)
    assert max(map(len, printed.splitlines())) <= width
    for row in rows(reading):
        assert row.words in flat(printed)
        assert row.id in printed


def test_the_report_says_who_did_what_when_why_and_on_whose_word(reading: Reading) -> None:
    contact = flat(shown(report(reading, {"contact"}), 140))
    for words in (
        "Moscow refuses a call", "Fjord Post · 2024-03-05 (publication) · 1 contact", "declined ×2 by Moscow",
        "Oslo [NOR GOV] → Moscow [RUS GOV]", "phone, minister", "due: 2024-03-04 “on Monday”",
        "reason (sanctions): “sanctions” – Moscow [RUS GOV]", "condition: “a call” – the outlet",
    ):  # fmt: skip
        assert words in contact


def test_a_record_without_a_source_is_the_outlets_own_voice(reading: Reading) -> None:
    assert [row.source for row in rows(reading, {"contact", "incident"})] == ["the ministry", "the outlet"]


def test_kinds_narrow_the_records_but_not_what_is_known_of_their_sources(reading: Reading) -> None:
    printed = shown(report(reading, {"contact"}), 140)
    assert "Statements" not in printed
    assert "the ministry" in printed


def test_an_article_without_records_has_a_heading_all_the_same(reading: Reading) -> None:
    assert "no record" in shown(report(dataclasses.replace(reading, records=())))


def test_every_kind_has_a_row_a_colour_and_a_section(reading: Reading) -> None:
    kinds = {kind.kind for kind in RECORD_KINDS}
    assert {row.kind for row in rows(reading)} == kinds == set(KINDS)


def test_without_colour_no_escape_is_printed(reading: Reading) -> None:
    assert "\x1b" not in shown(report(reading, show_text=True))
    assert "\x1b[" in shown(report(reading, show_text=True), colour=True)


def test_the_table_lines_up_and_has_one_line_for_each_record(reading: Reading) -> None:
    lines = list(table_lines([reading, FAILURE]))
    starts = [lines[0].index(f"  {name}") + 2 for name in COLUMNS[1:]]
    assert len(lines) == 1 + len(reading.records)
    for line in lines:
        assert all(line[start - 2 : start] == "  " and line[start] != " " for start in starts)


def test_json_lines_keep_the_order_of_articles_records_and_failures(reading: Reading) -> None:
    kinds = [json.loads(line)["kind"] for line in json_lines(reading.header, [FAILURE, reading])]
    assert kinds == ["header", "failure", "article", *(record.kind for record in reading.records)]


def test_json_is_one_array_of_the_same_values(reading: Reading) -> None:
    array = json.loads("\n".join(json_array(reading.header, [reading, FAILURE], {"event"})))
    assert array == [json.loads(line) for line in json_lines(reading.header, [reading, FAILURE], {"event"})]
    assert [value["kind"] for value in array] == ["header", "article", "event", "event", "failure"]


def test_the_marked_text_is_the_text(reading: Reading) -> None:
    coloured = re.sub(r"\x1b\[[\d;]*m", "", shown(ShownText(reading), 500, colour=True))
    legend, _, text = coloured.partition("\n")
    assert text.strip() == reading.article.text
    assert legend.split() == [*KINDS, "date", "said"]


def test_without_colour_the_marks_are_brackets(reading: Reading) -> None:
    text = shown(ShownText(reading), 500)
    assert "Moscow [refused|contact+event], citing" in text
    assert "twice [on Monday|date] for a call" in text


def test_what_an_article_holds_never_reaches_the_terminal_raw(reading: Reading) -> None:
    hostile = dataclasses.replace(reading.article, title=HOSTILE, outlet=HOSTILE, key=HOSTILE, text=HOSTILE)
    spoilt = [
        dataclasses.replace(record, anchor=dataclasses.replace(record.anchor, text=HOSTILE), evidence=())
        for record in reading.records
    ]
    bad = dataclasses.replace(reading, article=hostile, records=tuple(spoilt))
    header_and_all = [
        shown(report(bad), 140), "\n".join(table_lines([bad])), "\n".join(json_lines(bad.header, [bad])),
        shown(ShownText(dataclasses.replace(bad, records=())), 140),
    ]  # fmt: skip
    for printed in header_and_all:
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", printed)
        assert "[bold]markup[/bold] :smile:" in printed


def test_unsafe_characters_are_spelled_out() -> None:
    assert printable("a\x1bb\nc\td\u202e\ud800") == "a\\x1bb\nc\td\\u202e\\ud800"
    assert one_line(" a\r\n\x00b ") == "a \\x00b"
    assert json.loads(safe_json('"\x9b\u2066"')) == "\x9b\u2066"


@pytest.mark.parametrize(
    ("earliest", "latest", "label"),
    [
        ("2024-03-04", "2024-03-04", "2024-03-04"),
        ("2024-03-04", "2024-03-10", "2024-03-04..10"),
        ("2024-03-04", "2024-05-01", "2024-03-04..05-01"),
        ("2023-12-31", "2024-01-01", "2023-12-31..2024-01-01"),
        ("2024-03-04T05:00", "2024-03-04T12:00", "2024-03-04 05:00..12:00"),
        ("2024-03-04", None, "2024-03-04.."),
        (None, "2024-03-04", "..2024-03-04"),
    ],
)
def test_a_stretch_of_time_says_once_what_both_ends_share(earliest: str | None, latest: str | None, label: str) -> None:
    assert stretch_label(earliest, latest) == label


@pytest.mark.parametrize(("least", "most", "label"), [(3, 3, "×3"), (2, None, "×2+"), (2, 4, "×2–4")])
def test_a_count_is_never_more_exact_than_its_words(least: int, most: int | None, label: str) -> None:
    assert count_label(Count(min=least, max=most, text="some", start=0, end=4)) == label
