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
    tenure, *before = read(f"{row['example'].removesuffix('.')} on Monday.").tenures
    dated = tenure.start if row["change"] == "takes" else tenure.end
    elected = row["lemma"] == "elect"  # and takes office on another day
    assert (tenure.person, tenure.country, day(dated)) == ("Kari Lund", "NOR", None if elected else "2024-03-04")
    assert tenure.replaces == ("Nils Berg" if row["other"] else None)
    assert [(t.person, day(t.end)) for t in before] == ([("Nils Berg", "2024-03-04")] if row["other"] else [])


@pytest.mark.parametrize("verb", ["nominated", "proposed", "put forward"])
def test_who_is_nominated_holds_nothing_yet(read: Callable[[str], Reading], verb: str) -> None:
    assert read(f"Kari Lund was {verb} as defence minister of Norway on Monday.").tenures == ()


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Norwegian leader Kari Lund spoke.", []),
        ("Norwegian diplomat Kari Lund spoke.", []),
        ("Then-Norwegian Defence Minister Kari Lund spoke.", []),
        ("Norwegian Energy Secretary Kari Lund spoke.", ["energy secretary"]),
        ("Norwegian consul general Kari Lund spoke.", ["consul general"]),
    ],
)
def test_only_an_office_makes_a_tenure(read: Callable[[str], Reading], text: str, offices: list[str]) -> None:
    assert [t.office for t in read(text).tenures] == offices


def test_a_tenure_quotes_the_title_with_the_name(read: Callable[[str], Reading]) -> None:
    text = "Latvian minister Nils Berg met his Norwegian counterpart, Kari Lund."
    tenure = next(t for t in read(text).tenures if t.person == "Kari Lund")
    assert tenure.evidence[0].text == "his Norwegian counterpart, Kari Lund"


def test_a_tenure_stands_where_the_name_is_told_in_full(read: Callable[[str], Reading]) -> None:
    tenure = only(read("Defence minister Lund warned Riga. Norwegian Defence Minister Kari Lund spoke."))
    assert tenure.anchor.text == "Kari Lund"


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
