"""GeoJSON: points with flat properties, one record a line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.exports.example import REFUSAL, event_entries, other, store_of

from pourparler.exports.geojson import geojson_lines
from pourparler.exports.omissions import Omissions
from pourparler.records import Event, Place


def collection(folder: Path, *events: Event) -> tuple[dict[str, Any], str]:
    omitted = Omissions()
    lines = list(geojson_lines(event_entries(store_of(folder, *events)), omitted))
    return json.loads("\n".join(lines)), str(omitted)


def test_a_record_is_a_point_longitude_first_with_flat_properties(tmp_path: Path) -> None:
    found, omitted = collection(tmp_path, REFUSAL)
    (feature,) = found["features"]
    assert (found["type"], feature["type"], feature["id"], omitted) == ("FeatureCollection", "Feature", REFUSAL.id, "")
    assert feature["geometry"] == {"type": "Point", "coordinates": [31.1107, 70.3705]}
    told = feature["properties"]
    assert (told["day"], told["sides"], told["place"], told["count_min"]) == ("2024-03-05", "NOR; SWE", "Vardø", 2)
    assert {type(value) for value in told.values()} <= {str, int, float}
    assert not told.keys() & {"latitude", "longitude", "channel"}


def test_places_that_no_table_knows_are_left_out_and_counted(tmp_path: Path) -> None:
    somewhere = Place(text="Oslo", start=0, end=4, name="Oslo", country="NOR", geonames=3143244)
    found, omitted = collection(tmp_path, REFUSAL, other(1, where=somewhere), other(2, where=None), other(3))
    assert len(found["features"]) == 2
    assert omitted == "2 left out: 2 without coordinates"


def test_no_record_is_an_empty_collection(tmp_path: Path) -> None:
    assert collection(tmp_path) == ({"type": "FeatureCollection", "features": []}, "")


def test_the_equator_and_the_meridian_are_coordinates(tmp_path: Path) -> None:
    null_island = replace(REFUSAL.where or Place(text="", start=0, end=0), lat=0.0, lon=0.0)
    found, omitted = collection(tmp_path, other(where=null_island))
    assert (found["features"][0]["geometry"]["coordinates"], omitted) == ([0.0, 0.0], "")
