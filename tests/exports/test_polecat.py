"""Events as POLECAT has them: exactly its columns, its words, and no deed that was not done."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.exports.example import ARTICLE, BERG, CALL, LUND, READER, REFUSAL, SWEDEN, event_entries, other, store_of

from pourparler.exports.omissions import Omissions
from pourparler.exports.polecat import COLUMNS, polecat_lines
from pourparler.records import Event, Factuality, Place

#: As the data set's files begin.
HEADING = (
    "Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, Actor Country, "
    "Actor COW, Primary Actor Sector, Actor Sectors, Actor Title, Actor Name Raw, Wikipedia Actor ID, "
    "Recipient Name, Recipient Country, Recipient COW, Primary Recipient Sector, Recipient Sectors, "
    "Recipient Title, Recipient Name Raw, Wikipedia Recipient ID, Placename, City, District, Province, Country, "
    "Latitude, Longitude, GeoNames ID, Raw Placename, Feature Type, Source, Publication Date, Story People, "
    "Story Organizations, Story Locations, Language, Version"
).replace(", ", "\t")


def rows(folder: Path, *events: Event) -> tuple[list[dict[str, str]], str]:
    """The rows as a reader of the data set gets them, and what was left out."""
    store, omitted = store_of(folder, *events), Omissions()
    lines = list(polecat_lines(event_entries(store), store.report, omitted))
    return list(csv.DictReader(lines, delimiter="\t")), str(omitted)


def row(folder: Path, **fields: Any) -> dict[str, str]:
    (only,), _ = rows(folder, other(**fields))
    return only


def test_the_columns_are_the_forty_of_the_data_set_in_their_order(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    assert list(polecat_lines([], store.report, Omissions())) == [HEADING]
    assert len(COLUMNS) == 40


def test_an_event_fills_its_row(tmp_path: Path) -> None:
    (found,), omitted = rows(tmp_path, CALL, REFUSAL)
    assert omitted == ""
    assert {name: cell for name, cell in found.items() if cell != "None"} == {
        "Event ID": f"{ARTICLE.id}_{REFUSAL.id}", "Event Date": "2024-03-05", "Event Type": "REJECT",
        "Event Mode": "meet", "Intensity": "-2.0", "Quad Code": "VERBAL CONFLICT", "Contexts": "",
        "Actor Name": "Kari Lund", "Actor Country": "NOR", "Actor COW": "385", "Primary Actor Sector": "MIL",
        "Actor Sectors": "MIL|GOV", "Actor Title": "defence minister",
        "Actor Name Raw": "Norway's defence minister, Kari Lund",
        "Recipient Name": "Sweden", "Recipient Country": "SWE", "Recipient COW": "380",
        "Primary Recipient Sector": "GOV", "Recipient Sectors": "GOV", "Recipient Name Raw": "Sweden",
        "Placename": "Vardø", "City": "Vardø", "Country": "NOR", "Latitude": "70.3705", "Longitude": "31.1107",
        "GeoNames ID": "777019", "Raw Placename": "Vardø", "Feature Type": "PPL", "Source": "The Fjord",
        "Publication Date": "2024-03-06", "Story People": "A. Berg; Kari Lund",
        "Story Organizations": "Norwegian Ministry of Defence", "Story Locations": "Vardø", "Language": "en",
        "Version": READER,
    }  # fmt: skip


@pytest.mark.parametrize("factuality", list(Factuality))
def test_only_what_is_told_as_done_or_going_on_is_a_row(tmp_path: Path, factuality: Factuality) -> None:
    found, omitted = rows(tmp_path, other(factuality=factuality))
    done = factuality in (Factuality.ACTUAL, Factuality.ONGOING)
    assert len(found) == done
    assert omitted == ("" if done else f"1 left out: 1 {factuality}")


def test_several_actors_share_one_row_in_step(tmp_path: Path) -> None:
    body = replace(SWEDEN, name="European Union", country=None, sectors=("IGO",), code="EU IGO")
    nobody = replace(SWEDEN, name=None, country=None, sectors=(), code=None, text="gunmen; masked")
    found = row(tmp_path, actors=(LUND, BERG, body, nobody), recipients=())
    assert found["Actor Name"] == "Kari Lund; A. Berg; European Union; None"
    assert found["Actor Country"] == "NOR; NOR; IGO"
    assert found["Actor COW"] == "385; 385"
    assert found["Actor Sectors"] == "MIL|GOV; MIL; IGO; None"
    assert found["Actor Name Raw"] == "Norway's defence minister, Kari Lund; Gen. A. Berg; Sweden; gunmen, masked"
    assert {found[name] for name in COLUMNS if name.startswith(("Recipient", "Primary Recipient"))} == {"None"}


def test_what_is_not_told_is_none_in_words_and_empty_in_numbers(tmp_path: Path) -> None:
    found = row(tmp_path, mode=None, where=Place(text="the shoal", start=0, end=3))
    assert (found["Event Mode"], found["Latitude"], found["GeoNames ID"]) == ("", "", "")
    assert (found["Placename"], found["City"], found["Country"], found["Raw Placename"]) == (
        "None", "None", "None", "the shoal",
    )  # fmt: skip


@pytest.mark.parametrize("quad", [1, 2, 3, 4])
def test_quads_have_their_names(tmp_path: Path, quad: int) -> None:
    named = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
    assert row(tmp_path, quad=quad)["Quad Code"] == named[quad]


def test_hostile_words_stay_in_their_cell(tmp_path: Path) -> None:
    words = "=cmd|' /C calc'!A0\t\"quoted\"\nnext\x1b[31m"
    (found,), _ = rows(tmp_path, other(actors=(replace(SWEDEN, name=words, text=words),)))
    assert found["Actor Name"] == "'=cmd|' /C calc'!A0 'quoted' next\\x1b[31m"
    assert found["Recipient Name"] == "Sweden"
    assert None not in found  # no cell too many
