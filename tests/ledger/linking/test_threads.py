"""Request, reply, held or not: each step finds the step it answers or follows."""

from __future__ import annotations

import pytest
from tests.ledger.linking.making import contact, link, linked, of, told

from pourparler.records import Entry, Relation


def asked(article: str, when: str | None, on: str | None = None, status: str = "requested", **known: object) -> Entry:
    record = contact(status, article=article, by="USA", asker="USA", asked="CHN", when=when, **known)  # type: ignore[arg-type]
    return told(record, on=on or (when or "").split("..")[-1])


def replied(article: str, status: str, when: str | None, on: str | None = None, **known: object) -> Entry:
    told_of = {"by": "CHN", "asker": "USA", "asked": "CHN"} | known
    record = contact(status, article=article, when=when, **told_of)  # type: ignore[arg-type]
    return told(record, on=on or (when or "").split("..")[-1])


class TestAnswers:
    @pytest.mark.parametrize("status", ["declined", "accepted", "unanswered", "postponed"])
    def test_a_reply_answers_the_request_before_it(self, status: str) -> None:
        assert linked(Relation.ANSWERS, asked("a", "2024-03-04"), replied("b", status, "2024-03-08")) == {("b", "a")}

    @pytest.mark.parametrize("status", ["requested", "offered"])
    def test_a_request_and_an_offer_can_be_answered(self, status: str) -> None:
        request = asked("a", "2024-03-04", status=status)
        assert linked(Relation.ANSWERS, request, replied("b", "declined", "2024-03-08")) == {("b", "a")}

    def test_a_wish_is_answered_only_where_more_than_the_sides_fits(self) -> None:
        vague = asked("a", "2024-03-04", status="sought", channel="unspecified")
        closer = asked("a", "2024-03-04", status="sought", level="minister")
        assert linked(Relation.ANSWERS, vague, replied("b", "declined", "2024-04-20", channel="unspecified")) == set()
        assert linked(Relation.ANSWERS, closer, replied("b", "declined", "2024-03-08", level="minister")) == {
            ("b", "a")
        }

    def test_of_several_requests_the_nearest_that_fits_is_answered(self) -> None:
        first, second = asked("a", "2024-02-12"), asked("b", "2024-03-04")
        assert linked(Relation.ANSWERS, first, second, replied("c", "declined", "2024-03-08")) == {("c", "b")}

    def test_each_refusal_answers_its_own_request(self) -> None:
        entries = [
            asked("a", "2024-03-01"),
            replied("b", "declined", "2024-03-05"),
            asked("c", "2024-03-10"),
            replied("d", "unanswered", "2024-03-12"),
        ]
        assert linked(Relation.ANSWERS, *entries) == {("b", "a"), ("d", "c")}

    def test_a_request_of_another_channel_is_not_answered_though_nearer(self) -> None:
        call, visit = asked("a", "2024-03-01"), asked("b", "2024-03-05", channel="visit")
        assert linked(Relation.ANSWERS, call, visit, replied("c", "declined", "2024-03-08")) == {("c", "a")}

    @pytest.mark.parametrize(
        "reply",
        [
            {"by": "USA", "asker": "CHN", "asked": "USA"},
            {"channel": "exercise"},
            {"level": "head_of_state"},
            {"sides": "USA RUS", "by": "RUS", "asked": "RUS"},
            {"forum": "ADMM-Plus"},
        ],
        ids=str,
    )
    def test_what_does_not_fit_is_no_answer(self, reply: dict[str, str]) -> None:
        request = asked("a", "2024-03-04", level="minister", forum="Shangri-La Dialogue")
        assert linked(Relation.ANSWERS, request, replied("b", "declined", "2024-03-08", **reply)) == set()

    @pytest.mark.parametrize("when", ["2024-03-01", "2024-05-10"])
    def test_a_reply_does_not_come_before_its_request_nor_months_after(self, when: str) -> None:
        assert linked(Relation.ANSWERS, asked("a", "2024-03-04"), replied("b", "declined", when)) == set()

    def test_a_request_reported_after_the_refusal_and_without_a_day_is_still_its_request(self) -> None:
        request, reply = (
            asked("a", "..2024-03-10", level="minister"),
            replied("b", "declined", "2024-03-08", level="minister"),
        )
        assert linked(Relation.ANSWERS, request, reply) == {("b", "a")}

    def test_a_reply_whose_sides_are_not_all_told_answers_for_less(self) -> None:
        request, known = (
            asked("a", "2024-03-04", level="minister"),
            replied("b", "declined", "2024-03-05", level="minister"),
        )
        unknown = replied("b", "declined", "2024-03-05", by=None, asker=None, asked=None, level="minister")
        scores = [of(Relation.ANSWERS, link([request, reply]))[0].score or 0 for reply in (known, unknown)]
        assert scores[0] > scores[1] >= 0.55

    def test_topics_and_the_day_it_is_due_decide_between_requests_of_one_day(self) -> None:
        fish = asked("a", "2024-03-04", due="2024-04-01", topics=["fishing rights round the reef"])
        trade = asked("b", "2024-03-04", due="2024-05-01", topics=["export controls on chips"])
        reply = replied("c", "declined", "2024-03-06", due="2024-05-01", topics=["export controls on chips"])
        assert linked(Relation.ANSWERS, fish, trade, reply) == {("c", "b")}

    def test_in_one_article_without_days_a_standing_wish_is_not_what_was_refused(self) -> None:
        wish = asked("a", "..2024-03-04", status="sought", channel="talks")
        reply = replied("a", "declined", "..2024-03-04", at=400)
        assert linked(Relation.ANSWERS, wish, reply) == set()


def step(status: str, article: str, when: str, *, factuality: str = "actual", **known: object) -> Entry:
    return told(contact(status, article=article, when=when, factuality=factuality, **known), on=when.split("..")[-1])  # type: ignore[arg-type]


class TestFollows:
    def test_what_was_held_follows_what_was_scheduled_for_that_day(self) -> None:
        plan = step("scheduled", "a", "2024-03-01", factuality="planned", due="2024-03-20")
        other = step("scheduled", "b", "2024-03-05", factuality="planned", due="2024-04-20")
        assert linked(Relation.FOLLOWS, plan, other, step("held", "c", "2024-03-20")) == {("c", "a")}

    def test_a_day_that_differs_from_the_plan_is_another_contact(self) -> None:
        plan = step("scheduled", "a", "2024-03-01", factuality="planned", due="2024-03-20")
        assert linked(Relation.FOLLOWS, plan, step("held", "b", "2024-03-10")) == set()

    @pytest.mark.parametrize("status", ["cancelled", "postponed"])
    def test_what_was_called_off_follows_the_plan(self, status: str) -> None:
        plan = step("scheduled", "a", "2024-03-01", factuality="planned", due="2024-03-20", channel="visit")
        off = step(status, "b", "2024-03-15", due="2024-03-20", channel="visit")
        assert linked(Relation.FOLLOWS, plan, off) == {("b", "a")}

    def test_a_chain_runs_from_request_to_plan_to_postponement_to_the_meeting(self) -> None:
        entries = [
            step("requested", "a", "2024-03-01", level="minister", channel="meeting"),
            step(
                "scheduled",
                "b",
                "2024-03-05",
                level="minister",
                channel="meeting",
                factuality="planned",
                due="2024-03-20",
            ),
            step("postponed", "c", "2024-03-18", level="minister", channel="meeting"),
            step(
                "scheduled",
                "d",
                "2024-03-25",
                level="minister",
                channel="meeting",
                factuality="planned",
                due="2024-04-02",
            ),
            step("held", "e", "2024-04-02", level="minister", channel="meeting"),
        ]
        assert linked(Relation.FOLLOWS, *entries) == {("b", "a"), ("c", "b"), ("d", "c"), ("e", "d")}

    def test_a_plan_moved_to_another_day_follows_the_plan_before(self) -> None:
        plan = step("scheduled", "a", "2024-03-01", factuality="planned", due="2024-03-20", channel="meeting")
        moved = step(
            "scheduled",
            "b",
            "2024-03-10",
            factuality="planned",
            due="2024-04-02",
            channel="meeting",
            words="rescheduled for April instead of March",
        )
        another = step("scheduled", "b", "2024-03-10", factuality="planned", due="2024-04-02", channel="meeting")
        assert linked(Relation.FOLLOWS, plan, moved) == {("b", "a")}
        assert linked(Relation.FOLLOWS, plan, another) == set()

    def test_what_is_denied_to_have_taken_place_follows_the_plan_too(self) -> None:
        plan = step("scheduled", "a", "2024-03-01", factuality="planned", due="2024-03-20")
        (found,) = of(Relation.FOLLOWS, link([plan, step("held", "b", "2024-03-20", factuality="negated")]))
        assert "what was held, it is denied, follows what was scheduled" in found.reasons

    def test_a_line_that_is_back_follows_the_day_it_was_cut(self) -> None:
        cut = step("suspended", "a", "2024-02-01", channel="hotline")
        assert linked(Relation.FOLLOWS, cut, step("resumed", "b", "2024-03-04", channel="hotline")) == {("b", "a")}

    @pytest.mark.parametrize(
        "other", [{"sides": "USA RUS"}, {"level": "head_of_state"}, {"channel": "exercise"}], ids=str
    )
    def test_a_step_of_another_contact_does_not_follow(self, other: dict[str, object]) -> None:
        plan = step("scheduled", "a", "2024-03-01", factuality="planned", due="2024-03-20", level="minister")
        assert linked(Relation.FOLLOWS, plan, step("held", "b", "2024-03-20", **other)) == set()

    def test_of_two_plans_without_a_day_the_nearest_is_followed(self) -> None:
        first, second = (
            step("scheduled", a, d, factuality="planned", level="minister")
            for a, d in (("a", "2024-02-01"), ("b", "2024-03-01"))
        )
        assert linked(Relation.FOLLOWS, first, second, step("held", "c", "2024-03-20", level="minister")) == {
            ("c", "b")
        }
