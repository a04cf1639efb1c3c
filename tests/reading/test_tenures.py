"""Tenures: who holds, takes or leaves which office."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.reading.tables import rows
from pourparler.records import Date, Reading, Tenure


def only(reading: Reading) -> Tenure:
    (tenure,) = reading.tenures
    return tenure


def day(date: Date | None) -> str | None:
    return date.earliest if date else None


@pytest.mark.parametrize(
    ("text", "person", "office", "start", "end"),
    [
        (
            "Norwegian Defence Minister Kari Lund resigned on Monday.",
            "Kari Lund", "defence minister", None, "2024-03-04",
        ),
        (
            "Kari Lund was dismissed as defence minister of Norway on Monday.",
            "Kari Lund", "defence minister", None, "2024-03-04",
        ),
        ("Kari Lund became Norway's foreign minister in 2023.", "Kari Lund", "foreign minister", "2023-01-01", None),
        (
            "Kari Lund, who was named Norwegian ambassador to Russia in March, arrived.",
            "Kari Lund", "ambassador", "2024-03-01", None,
        ),
        ("Norwegian Defence Minister Kari Lund arrived in Bergen.", "Kari Lund", "defence minister", None, None),
        pytest.param(
            "Norway's defence minister, Kari Lund, arrived in Bergen.", "Kari Lund", "defence minister", None, None,
        ),
    ],
)  # fmt: skip
def test_person_office_and_term_are_read(
    read: Callable[[str], Reading], text: str, person: str, office: str, start: str | None, end: str | None
) -> None:
    tenure = only(read(text))
    assert (tenure.person, tenure.office, tenure.country) == (person, office, "NOR")
    assert (day(tenure.start), day(tenure.end)) == (start, end)


def test_a_successor_names_who_was_replaced(read: Callable[[str], Reading]) -> None:
    tenure = only(read("Kari Lund was appointed defence minister of Norway, replacing Nils Berg."))
    assert (tenure.person, tenure.replaces) == ("Kari Lund", "Nils Berg")


@pytest.mark.xfail(strict=True, reason="a past tense does not keep 'in May' from a May to come")
def test_an_appointment_told_as_done_was_before_publication(read: Callable[[str], Reading]) -> None:
    assert day(only(read("Kari Lund was appointed defence minister of Norway in May.")).start) == "2023-05-01"


@pytest.mark.parametrize(
    "text",
    [
        "Former Norwegian defence minister Nils Berg arrived in Bergen.",
        "Then-defence minister Nils Berg of Norway arrived in Bergen.",
        "Kari Lund became a teacher.",
        "Nils Berg was not appointed defence minister of Norway.",
        "Nils Berg, a baker, became chairman of the company.",
        "The Norwegian defence minister resigned.",
    ],
)
def test_a_past_holder_an_outsider_and_an_unnamed_one_have_no_tenure(read: Callable[[str], Reading], text: str) -> None:
    assert read(text).tenures == ()


@pytest.mark.parametrize(
    "text", ["Norwegian Defence Minister Kari Lund did not resign.", "Norwegian Defence Minister Kari Lund may resign."]
)
def test_a_resignation_that_did_not_happen_ends_no_tenure(read: Callable[[str], Reading], text: str) -> None:
    assert [t.end for t in read(text).tenures] == [None]


@pytest.mark.parametrize("row", rows("terms"), ids=lambda row: f"{row['lemma']} {row['particle']}")
def test_verbs_tell_who_takes_and_who_leaves_an_office(read: Callable[[str], Reading], row: dict[str, str]) -> None:
    tenure = only(read(f"{row['example'].removesuffix('.')} on Monday."))
    dated = tenure.start if row["change"] == "takes" else tenure.end
    assert (tenure.person, tenure.country, day(dated)) == ("Kari Lund", "NOR", "2024-03-04")
    assert tenure.replaces == ("Nils Berg" if row["other"] else None)


@pytest.mark.parametrize(
    ("text", "person", "office", "organisation"),
    [
        ("Norway's army denied it. Colonel Ole Berg, its spokesman, spoke.", "Ole Berg", "spokesman", "Norwegian Army"),
        ("NATO Secretary General Ole Berg spoke.", "Ole Berg", "nato secretary general", "NATO"),
    ],
)
def test_an_office_in_a_body_is_told_with_it(
    read: Callable[[str], Reading], text: str, person: str, office: str, organisation: str
) -> None:
    tenure = only(read(text))
    assert (tenure.person, tenure.office, tenure.organisation) == (person, office, organisation)
