"""One encounter is one, whichever side tells it; what they dispute is kept."""

from __future__ import annotations

import pytest
from tests.ledger.linking.making import contact, groups, incident, link, linked, of, said, told

from pourparler.ledger.linking.tables import rows
from pourparler.ledger.linking.versions import tone
from pourparler.records import Entry, Relation, Stance

STRAIT, PARACELS, HORMUZ = "Taiwan Strait 24.5 119.5", "Paracel Islands 16.5 112", "Strait of Hormuz 26.6 56.3"
SEA = "South China Sea 12 113"


def transit(article: str, when: str = "2021-05-20", **known: object) -> Entry:
    on, by, family = known.pop("on", "2021-05-21"), known.pop("voice", None), known.pop("family", None)
    record = incident("transit", "USA", "USA", article=article, when=when, **({"where": PARACELS} | known))  # type: ignore[arg-type]
    return told(record, on=on, by=by, family=family)  # type: ignore[arg-type]


def expelled(article: str, when: str = "2021-05-20", **known: object) -> Entry:
    on, by = known.pop("on", "2021-05-21"), known.pop("voice", None)
    record = incident("expel", "CHN", "CHN USA", article=article, when=when, **({"where": PARACELS} | known))  # type: ignore[arg-type]
    return told(record, on=on, by=by)  # type: ignore[arg-type]


class TestSame:
    def test_a_transit_and_the_expulsion_the_other_side_tells_are_one_encounter(self) -> None:
        assert groups(transit("a"), expelled("b")) == {"ab"}

    def test_a_place_inside_a_sea_is_in_it(self) -> None:
        assert groups(transit("a"), expelled("b", where=SEA)) == {"ab"}

    @pytest.mark.parametrize(
        "other",
        [
            {"where": HORMUZ},
            {"where": STRAIT},
            {"when": "2021-05-22"},
            {"kind": "bomber"},
            {"factuality": "negated"},
            {"ship": "USS Halsey"},
            {"count": 12},
        ],
        ids=str,
    )
    def test_another_place_day_platform_or_number_is_another_encounter(self, other: dict[str, object]) -> None:
        assert groups(transit("a", ship="USS Curtis Wilbur", count=1), transit("b", **other)) == set()

    def test_who_did_it_to_whom_decides(self) -> None:
        a = told(incident("water cannon", "CHN", "CHN PHL", article="a", when="2024-03-05"), on="2024-03-05")
        b = told(incident("water cannon", "PHL", "CHN PHL", article="b", when="2024-03-05"), on="2024-03-05")
        assert groups(a, b) == set()

    def test_a_collision_is_one_whoever_is_told_to_have_caused_it(self) -> None:
        a = told(incident("collide", "CHN", "CHN PHL", article="a", when="2024-03-05"), on="2024-03-05")
        b = told(incident("collide", "PHL", "CHN PHL", article="b", when="2024-03-05"), on="2024-03-05")
        assert groups(a, b) == {"ab"}

    def test_a_named_ship_carries_it_over_two_dates(self) -> None:
        named = {"ship": "USS Curtis Wilbur"}
        assert groups(transit("a", "2021-05-19", **named), expelled("b", "2021-05-20", **named)) == {"ab"}
        assert groups(transit("a", "2021-05-19"), expelled("b", "2021-05-20")) == set()

    def test_a_seizure_is_no_transit(self) -> None:
        a = told(incident("seize", "IRN", "IRN GBR", article="a", when="2024-03-05"), on="2024-03-05")
        b = told(incident("transit", "GBR", "IRN GBR", article="b", when="2024-03-05"), on="2024-03-05")
        assert groups(a, b) == set()

    def test_two_transits_of_one_day_that_exclude_each_other_are_not_joined_by_a_vague_third(self) -> None:
        a, b = transit("a", ship="USS Halsey"), transit("b", ship="USS Benfold")
        assert groups(a, b, transit("c", kind="warship")) == set()


class TestContradicts:
    def test_an_incident_told_by_one_side_and_denied_by_the_other_elsewhere(self) -> None:
        (found,) = of(
            Relation.CONTRADICTS, link([expelled("a", voice="CHN"), expelled("b", voice="USA", factuality="negated")])
        )
        assert found.value["about"] == "fact"
        assert {(tuple(p["by"]), p["stance"]) for p in found.value["positions"]} == {
            (("CHN",), "asserts"),
            (("USA",), "denies"),
        }

    def test_not_where_one_article_tells_both_which_is_a_record_of_its_own(self) -> None:
        a, b = expelled("a", voice="CHN"), expelled("a", voice="USA", factuality="negated", at=90)
        assert linked(Relation.CONTRADICTS, a, b) == set()

    def test_not_where_one_voice_tells_both(self) -> None:
        a, b = expelled("a", voice="CHN"), expelled("b", voice="CHN", factuality="negated")
        assert linked(Relation.CONTRADICTS, a, b) == set()

    def test_an_anonymous_official_can_be_denied_by_a_named_one_of_the_same_side(self) -> None:
        a, b = expelled("a", voice="USA?"), expelled("b", voice="USA/John Kirby/spokesman", factuality="negated")
        assert linked(Relation.CONTRADICTS, a, b) != set()

    def test_not_where_it_is_another_encounter(self) -> None:
        a, b = expelled("a", voice="CHN"), expelled("b", voice="USA", factuality="negated", where=HORMUZ)
        assert linked(Relation.CONTRADICTS, a, b) == set()

    def test_a_bare_denial_in_its_own_words(self) -> None:
        claim = expelled("a", voice="CHN", words="expelled a destroyer that trespassed off the Paracel Islands")
        denial = told(
            said(
                "USA",
                "the destroyer was expelled from the Paracel Islands",
                article="b",
                stance=Stance.DENIES,
                on="2021-05-20",
            ),
            on="2021-05-21",
        )
        (found,) = of(Relation.CONTRADICTS, link([claim, denial]))
        assert {p["record"] for p in found.value["positions"]} == {claim.record.id, denial.record.id}

    def test_a_bare_denial_of_something_else_is_not_tied_to_it(self) -> None:
        claim = expelled("a", voice="CHN", words="expelled a destroyer that trespassed off the Paracel Islands")
        denial = told(
            said("USA", "a base is planned in Palau", article="b", stance=Stance.DENIES, on="2021-05-20"),
            on="2021-05-21",
        )
        assert linked(Relation.CONTRADICTS, claim, denial) == set()

    def test_being_driven_off_and_having_sailed_on(self) -> None:
        claim = expelled("a", voice="CHN")
        version = transit("b", voice="USA", words="the ship sailed on through the islands")
        (found,) = of(Relation.CONTRADICTS, link([claim, version]))
        assert found.value["about"] == "fact"

    def test_two_words_for_one_incident(self) -> None:
        routine, provocation = (
            transit("a", called=[("USA", "a routine transit")]),
            transit("b", called=[("CHN", "a provocation")]),
        )
        (found,) = of(Relation.CONTRADICTS, link([routine, provocation]))
        assert found.value["about"] == "characterisation"
        assert [p["text"] for p in found.value["positions"]] in (
            ["a routine transit", "a provocation"],
            ["a provocation", "a routine transit"],
        )

    @pytest.mark.parametrize("words", ["a provocation", "not routine", "a long voyage"])
    def test_words_that_are_not_opposite_or_of_one_side_are_no_dispute(self, words: str) -> None:
        hostile = transit("b", called=[("CHN", "a provocation")])
        assert linked(Relation.CONTRADICTS, transit("a", called=[("USA", words)]), hostile) == set()
        assert linked(Relation.CONTRADICTS, transit("a", called=[("CHN", "routine")]), hostile) == set()

    def test_a_meeting_that_one_side_denies(self) -> None:
        a = told(
            contact("held", "GRC TUR", article="a", channel="meeting", when="..2024-04-20"), on="2024-04-20", by="TUR?"
        )
        b = told(
            contact("held", "GRC TUR", article="b", channel="meeting", when="..2024-04-22", factuality="negated"),
            on="2024-04-22",
            by="GRC",
        )
        assert {frozenset(pair) for pair in linked(Relation.CONTRADICTS, a, b)} == {frozenset("ab")}

    def test_a_refusal_and_the_denial_that_anybody_had_asked(self) -> None:
        a = told(
            contact("declined", article="a", by="CHN", when="2024-03-04", level="minister"), on="2024-03-04", by="USA"
        )
        b = told(
            contact("requested", article="b", by="USA", when="2024-03-04", level="minister", factuality="negated"),
            on="2024-03-05",
            by="CHN",
        )
        assert {frozenset(pair) for pair in linked(Relation.CONTRADICTS, a, b)} == {frozenset("ab")}


def test_a_move_and_what_was_done_about_it_in_one_sentence_are_one_encounter() -> None:
    words = "chased away a gunboat that had entered its waters"
    move = told(incident("enter waters", "GRC", "GRC TUR", words=words, when="2024-03-05"), on="2024-03-05")
    answer = told(incident("drive away", "TUR", "GRC TUR", words=words, when="2024-03-05"), on="2024-03-05")
    assert groups(move, answer) == {"aa"}


@pytest.mark.parametrize("action", ["strike", "shoot at", "test missile"])
def test_of_strikes_there_are_several_a_day_so_a_place_must_tell_which(action: str) -> None:
    def struck(article: str, where: str | None) -> Entry:
        record = incident(action, "RUS", "RUS UKR", article=article, when="2024-03-05", where=where, kind=None)
        return told(record, on="2024-03-05")

    assert groups(struck("a", None), struck("b", None)) == set()
    assert groups(struck("a", "Odesa 46.5 30.7"), struck("b", "Odesa 46.5 30.7")) == {"ab"}
    assert groups(struck("a", "Odesa 46.5 30.7"), struck("b", "Kharkiv 50 36.2")) == set()


def test_an_outlet_that_tells_of_no_meeting_denies_nobody() -> None:
    a = told(contact("held", "GRC TUR", article="a", channel="meeting", when="2024-04-20"), on="2024-04-20", by="TUR")
    b = told(
        contact("held", "GRC TUR", article="b", channel="meeting", when="2024-04-20", factuality="negated"),
        on="2024-04-22",
    )
    assert linked(Relation.CONTRADICTS, a, b) == set()


def test_every_action_the_reader_tells_has_its_kinds_of_encounter() -> None:
    from pourparler.reading.tables import rows as reading_rows

    known = {action for row in rows("encounters") for action in row["actions"].split(";")}
    assert {row["action"] for row in reading_rows("incidents")} <= known


def test_what_is_near_is_near_both_ways() -> None:
    near = {row["family"]: set(filter(None, row["near"].split(";"))) for row in rows("encounters")}
    assert all(family in near[other] for family, others in near.items() for other in others)


@pytest.mark.parametrize("row", rows("tones"), ids=lambda row: row["tone"])
def test_words_have_the_tone_of_their_row(row: dict[str, str]) -> None:
    assert {tone(f"a {word} act") for word in row["words"].split(";")} == {row["tone"]}
