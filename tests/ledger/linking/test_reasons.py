"""A reason finds the deed it names, a measure the contacts it blocks, a lifting the measure it lifts."""

from __future__ import annotations

import pytest
from tests.ledger.linking.making import contact, incident, link, linked, measure, of, told

from pourparler.records import Entry, Relation


def cancelled(article: str, kind: str, text: str, on: str = "2023-02-04", **known: object) -> Entry:
    told_of = {"by": "USA", "channel": "visit"} | known
    return told(contact("cancelled", article=article, when=on, reasons=[(kind, text)], **told_of), on=on)  # type: ignore[arg-type]


def balloon(article: str = "b", when: str = "2023-02-01", **known: object) -> Entry:
    told_of = {"kind": "balloon", "words": "flew over Montana and its missile fields"} | known
    return told(incident("overflight", "CHN", "CHN USA", article=article, when=when, **told_of), on=when)  # type: ignore[arg-type]


class TestBecauseOf:
    def test_a_reason_names_an_incident_of_another_article(self) -> None:
        step = cancelled("a", "incident", "the overflight of Montana by a balloon")
        assert linked(Relation.BECAUSE_OF, step, balloon()) == {("a", "b")}

    def test_of_two_incidents_the_one_whose_words_it_has(self) -> None:
        ship = told(
            incident("transit", "CHN", "CHN", article="c", when="2023-02-03", words="sailed past Guam"), on="2023-02-03"
        )
        step = cancelled("a", "incident", "the balloon's flight over Montana")
        assert linked(Relation.BECAUSE_OF, step, balloon(), ship) == {("a", "b")}

    @pytest.mark.parametrize("when", ["2023-02-20", "2022-09-01"])
    def test_a_deed_that_came_later_or_long_before_is_no_reason(self, when: str) -> None:
        step = cancelled("a", "incident", "the overflight of Montana by a balloon")
        assert linked(Relation.BECAUSE_OF, step, balloon(when=when)) == set()

    def test_a_deed_that_is_denied_is_no_reason(self) -> None:
        step = cancelled("a", "incident", "the overflight of Montana by a balloon")
        assert linked(Relation.BECAUSE_OF, step, balloon(factuality="negated")) == set()

    @pytest.mark.parametrize("kind", ["health", "scheduling", "sanctions"])
    def test_a_reason_of_another_kind_names_no_incident(self, kind: str) -> None:
        assert (
            linked(Relation.BECAUSE_OF, cancelled("a", kind, "the overflight by a balloon of Montana"), balloon())
            == set()
        )

    def test_a_vague_reason_elsewhere_names_nothing(self) -> None:
        assert linked(Relation.BECAUSE_OF, cancelled("a", "incident", "recent events"), balloon()) == set()

    def test_the_deed_whose_words_stand_in_the_reason(self) -> None:
        step = cancelled("a", "incident", "the balloon over Montana")
        inside = balloon("a", at=505, words="flew")
        (found,) = of(Relation.BECAUSE_OF, link([step, inside]))
        assert found.score == 0.95

    def test_a_reason_of_sanctions_names_the_measure(self) -> None:
        step = cancelled("a", "sanctions", "the sanctions on its generals", by="CHN")
        assert linked(
            Relation.BECAUSE_OF,
            step,
            told(
                measure("announced", "USA", "CHN", article="b", when="2023-02-01", words="sanctions on generals"),
                on="2023-02-01",
            ),
        ) == {("a", "b")}

    def test_a_visit_is_a_contact_that_can_be_a_reason(self) -> None:
        visit = told(
            contact(
                "held", "USA TWN", article="b", when="2022-08-02", channel="visit", words="the speaker visited Taipei"
            ),
            on="2022-08-03",
        )
        step = told(
            contact(
                "suspended",
                article="a",
                by="CHN",
                when="2022-08-05",
                reasons=[("visit", "the speaker's visit to Taipei")],
            ),
            on="2022-08-05",
        )
        assert linked(Relation.BECAUSE_OF, step, visit) == {("a", "b")}


LI = "CHN/Li Shangfu/defence minister"


class TestSanctions:
    def test_a_demand_to_lift_and_a_lifting_find_the_measure(self) -> None:
        standing = told(measure("in_force", "USA", LI, article="a", when="2023-03-01"), on="2023-03-01")
        for status in ("demanded_lifted", "lifted"):
            later = told(measure(status, "USA", "CHN", article="b", when="2023-05-29"), on="2023-05-29")
            assert linked(Relation.LIFTS, standing, later) == {("b", "a")}

    @pytest.mark.parametrize(
        "later",
        [
            {"by": "JPN", "on": "CHN"},
            {"by": "USA", "on": "RUS"},
            {"by": "USA", "on": "CHN", "kind": "expulsion"},
            {"by": "USA", "on": "CHN/Wei Fenghe/defence minister"},
        ],
        ids=str,
    )
    def test_another_measure_is_not_lifted(self, later: dict[str, str]) -> None:
        standing = told(measure("in_force", "USA", LI, article="a", when="2023-03-01"), on="2023-03-01")
        lifting = told(measure("lifted", article="b", when="2023-05-29", **later), on="2023-05-29")  # type: ignore[arg-type]
        assert linked(Relation.LIFTS, standing, lifting) == set()

    @pytest.mark.parametrize(
        "grounds",
        [{"reasons": [("sanctions", "the sanctions on Li")]}, {"conditions": ["Washington lifts its sanctions"]}],
        ids=str,
    )
    @pytest.mark.parametrize("status", ["declined", "unanswered", "cancelled"])
    def test_a_measure_blocks_the_contacts_refused_because_of_it(self, status: str, grounds: dict[str, object]) -> None:
        standing = told(measure("in_force", "USA", LI, article="a", when="2023-05-01"), on="2023-05-01")
        refused = told(contact(status, article="b", by="CHN", when="2023-05-29", **grounds), on="2023-05-29")  # type: ignore[arg-type]
        assert linked(Relation.BLOCKS, standing, refused) == {("a", "b")}

    def test_a_meeting_that_is_hardly_possible_is_blocked_too(self) -> None:
        standing = told(
            measure("in_force", None, "CHN//defence minister", article="a", when="2023-05-01"), on="2023-05-01"
        )
        unlikely = told(
            contact(
                "held",
                f"{LI}; USA/Lloyd Austin/defence minister",
                article="a",
                at=300,
                factuality="possible",
                channel="meeting",
                when="2023-05-20",
                reasons=[("sanctions", "sanctions placed on the Chinese minister")],
            ),
            on="2023-05-29",
        )
        assert linked(Relation.BLOCKS, standing, unlikely) == {("a", "a")}

    @pytest.mark.parametrize(
        "refused",
        [
            {"by": "CHN"},
            {"by": "CHN", "reasons": [("protocol", "the wrong counterpart")]},
            {"by": "USA", "reasons": [("sanctions", "the sanctions")]},
            {"by": "RUS", "sides": "USA RUS", "reasons": [("sanctions", "the sanctions")]},
        ],
        ids=str,
    )
    def test_a_contact_that_has_nothing_to_do_with_it_is_not_blocked(self, refused: dict[str, object]) -> None:
        standing = told(measure("in_force", "USA", LI, article="a", when="2023-05-01"), on="2023-05-01")
        step = told(contact("declined", article="b", when="2023-05-29", **refused), on="2023-05-29")  # type: ignore[arg-type]
        assert linked(Relation.BLOCKS, standing, step) == set()

    def test_what_was_held_is_not_blocked(self) -> None:
        standing = told(measure("in_force", "USA", LI, article="a", when="2023-05-01"), on="2023-05-01")
        step = told(
            contact("held", article="b", when="2023-05-29", reasons=[("sanctions", "the sanctions")]), on="2023-05-29"
        )
        assert linked(Relation.BLOCKS, standing, step) == set()


class TestSameMeasure:
    def test_one_measure_in_two_articles(self) -> None:
        a, b = (told(measure("announced", "AUS", "MMR", article=n, when="2025-02-07"), on="2025-02-07") for n in "ab")
        assert {frozenset(pair) for pair in linked(Relation.SAME, a, b)} == {frozenset("ab")}

    @pytest.mark.parametrize(
        "other", [{"on": "RUS"}, {"by": "JPN"}, {"status": "lifted"}, {"kind": "ban"}, {"when": "2025-02-17"}], ids=str
    )
    def test_another_stage_side_or_day_is_another(self, other: dict[str, str]) -> None:
        a = told(measure("announced", "AUS", "MMR", article="a", when="2025-02-07"), on="2025-02-07")
        known = {"status": "announced", "by": "AUS", "on": "MMR", "when": "2025-02-07"} | other
        b = told(measure(article="b", **known), on="2025-02-17")  # type: ignore[arg-type]
        assert linked(Relation.SAME, a, b) == set()
