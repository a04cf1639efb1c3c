"""Events as ICEWS has them: its columns, its words, a row for each pair."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.exports.example import ARTICLE, BERG, LUND, REFUSAL, SWEDEN, event_entries, other, store_of

from pourparler.exports.crosswalks import cameo, icews_country
from pourparler.exports.icews import icews_lines, number
from pourparler.exports.omissions import Omissions
from pourparler.exports.sentences import sentence_number
from pourparler.reading.tables import rows as table_rows
from pourparler.records import Factuality

HEADING = (
    "Event ID, Event Date, Source Name, Source Sectors, Source Country, Event Text, CAMEO Code, Intensity, "
    "Target Name, Target Sectors, Target Country, Story ID, Sentence Number, Publisher, City, District, "
    "Province, Country, Latitude, Longitude"
).replace(", ", "\t")
FINLAND = replace(SWEDEN, name="Finland", country="FIN", code="FIN GOV")


def rows(folder: Path, **fields: Any) -> tuple[list[dict[str, str]], str]:
    """The rows as a reader of the data set gets them, which knows no quoting, and what was left out."""
    store, omitted = store_of(folder, other(**fields) if fields else REFUSAL), Omissions()
    lines = list(icews_lines(event_entries(store), store.report, omitted))
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)), str(omitted)


def test_the_columns_are_the_twenty_of_the_data_set_in_their_order(tmp_path: Path) -> None:
    assert list(icews_lines([], store_of(tmp_path).report, Omissions())) == [HEADING]


def test_an_event_fills_its_row(tmp_path: Path) -> None:
    (found,), omitted = rows(tmp_path)
    assert omitted == ""
    assert found == {
        "Event ID": str(number(REFUSAL.id)), "Event Date": "2024-03-05", "Source Name": "Kari Lund",
        "Source Sectors": "Military,Government", "Source Country": "Norway",
        "Event Text": "Reject proposal to meet, discuss, or negotiate", "CAMEO Code": "125", "Intensity": "-5.0",
        "Target Name": "Sweden", "Target Sectors": "", "Target Country": "Sweden", "Story ID": str(number(ARTICLE.id)),
        "Sentence Number": "2", "Publisher": "The Fjord", "City": "Vardø", "District": "", "Province": "",
        "Country": "Norway", "Latitude": "70.3705", "Longitude": "31.1107",
    }  # fmt: skip


def test_each_pair_of_source_and_target_is_a_row_with_an_id_of_its_own(tmp_path: Path) -> None:
    found, _ = rows(tmp_path, actors=(LUND, BERG), recipients=(SWEDEN, FINLAND))
    assert [(row["Source Name"], row["Target Name"]) for row in found] == [
        ("Kari Lund", "Sweden"), ("Kari Lund", "Finland"), ("A. Berg", "Sweden"), ("A. Berg", "Finland"),
    ]  # fmt: skip
    assert len({row["Event ID"] for row in found}) == 4


@pytest.mark.parametrize(
    ("mode", "codes"), [(None, ["040", "040"]), ("phone", ["041", "041"]), ("visit", ["042", "043"])]
)
def test_a_meeting_is_told_from_both_sides(tmp_path: Path, mode: str | None, codes: list[str]) -> None:
    found, _ = rows(tmp_path, type="CONSULT", mode=mode, recipients=(SWEDEN,))
    assert [row["CAMEO Code"] for row in found] == codes
    assert [row["Source Name"] for row in found] == ["Kari Lund", "Sweden"]


def test_those_who_meet_without_a_recipient_are_paired_by_side(tmp_path: Path) -> None:
    found, _ = rows(tmp_path, type="AGREE", mode=None, of=None, actors=(LUND, BERG, SWEDEN), recipients=())
    assert [(row["Source Name"], row["Target Name"]) for row in found] == [("Kari Lund", "Sweden")]


def test_an_event_without_a_target_is_left_out_and_counted(tmp_path: Path) -> None:
    assert rows(tmp_path, recipients=()) == ([], "1 left out: 1 without source or target")


def test_a_planned_deed_is_no_row(tmp_path: Path) -> None:
    assert rows(tmp_path, factuality=Factuality.PLANNED) == ([], "1 left out: 1 planned")


@pytest.mark.parametrize(
    ("actor", "name", "sectors"),
    [
        (SWEDEN, "Sweden", ""),
        (replace(SWEDEN, name=None, office="ambassador"), "Government (Sweden)", "Government"),
        (replace(SWEDEN, name=None, sectors=("MIL",)), "Military (Sweden)", "Military"),
        (replace(SWEDEN, name="M23", organisation="M23", sectors=("REB",)), "M23", "Rebel"),
        (replace(SWEDEN, name=None, country=None, sectors=(), text="gunmen"), "gunmen", ""),
    ],
)
def test_who_has_no_name_is_called_as_the_data_set_calls_such_a_one(
    tmp_path: Path, actor: Any, name: str, sectors: str
) -> None:
    (found,), _ = rows(tmp_path, actors=(actor,), recipients=(FINLAND,))
    assert (found["Source Name"], found["Source Sectors"]) == (name, sectors)


def test_ids_are_whole_numbers_that_thirty_two_bits_hold() -> None:
    numbers = {number(f"ev-{n:012x}", pair) for n in range(500) for pair in range(2)}
    assert len(numbers) == 1000
    assert all(0 <= found < 2**31 for found in numbers)


@pytest.mark.parametrize("coded", table_rows("plover"), ids=lambda row: f"{row['type']} {row['mode']}".strip())
def test_every_type_and_mode_of_plover_has_a_cameo_code(coded: dict[str, str]) -> None:
    told, _ = cameo(other(type=coded["type"], mode=coded["mode"] or None, of=None))
    assert told.code[:2] in {f"{root:02}" for root in range(2, 21)}
    assert told.text
    assert -10 <= told.intensity <= 10


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"type": "REQUEST", "mode": "meet", "of": "co-1"}, "036"),
        ({"type": "REQUEST", "mode": "meet", "of": None}, "026"),
        ({"type": "ACCUSE", "mode": "disapprove", "of": "co-1"}, "114"),
        ({"type": "SANCTION", "mode": None, "of": "me-1"}, "163"),
        ({"type": "REJECT", "mode": "unheard-of", "of": None}, "120"),
    ],
)
def test_what_an_event_codes_decides_between_codes(fields: dict[str, Any], code: str) -> None:
    assert cameo(other(**fields))[0].code == code


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("Norway turns", 1), ("VARDØ", 2), ("declined", 2), ("Gen.", 3), ("A. Berg", 3), ("needed", 3)],
)
def test_sentences_are_counted_from_the_headline(words: str, sentence: int) -> None:
    assert sentence_number(ARTICLE.text, ARTICLE.text.index(words)) == sentence


def test_a_state_has_its_icews_name() -> None:
    assert [icews_country(code) for code in ("RUS", "KOR", "ZZZ")] == ["Russian Federation", "South Korea", "ZZZ"]
