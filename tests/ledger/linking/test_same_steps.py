"""One step of a contact is one, however many articles tell it; two steps are two, however alike they are told."""

from __future__ import annotations

import pytest
from tests.ledger.linking.making import contact, groups, link, of, said, told

from pourparler.records import Entry, Relation

MINISTERS = "USA/Lloyd Austin/defence minister; CHN/Li Shangfu/defence minister"
PRESIDENTS = "USA/Joe Biden/president; CHN/Xi Jinping/president"


def held(article: str, when: str | None, on: str, **known: object) -> Entry:
    words = str(known.pop("words", "the two sides spoke"))
    family = known.pop("family", None)
    by = known.pop("by", None)
    return told(
        contact("held", article=article, when=when, words=words, **known),  # type: ignore[arg-type]
        on=on,
        family=family,
        by=by,  # type: ignore[arg-type]
    )


def test_a_call_told_in_two_articles_is_one() -> None:
    assert groups(held("a", "2024-03-04", "2024-03-04"), held("b", "2024-03-04", "2024-03-05")) == {"ab"}


def test_a_day_and_a_range_around_it_fit_where_the_persons_do() -> None:
    a = held("a", "2024-03-04", "2024-03-05", sides=MINISTERS)
    b = held("b", "2024-03-01..2024-03-10", "2024-03-12", sides=MINISTERS)
    assert groups(a, b) == {"ab"}


@pytest.mark.parametrize("when", ["2024-03-06", "2024-03-11..2024-03-20", "2024-02-01..2024-02-29"])
def test_days_that_cannot_be_one_are_two_calls(when: str) -> None:
    a, b = held("a", "2024-03-04", "2024-03-20", sides=MINISTERS), held("b", when, "2024-03-20", sides=MINISTERS)
    assert groups(a, b) == set()


def test_a_call_of_ministers_and_one_of_presidents_on_a_day_are_two() -> None:
    a = held("a", "2024-03-04", "2024-03-04", level="minister")
    b = held("b", "2024-03-04", "2024-03-04", level="head_of_state")
    assert groups(a, b) == set()


@pytest.mark.parametrize(
    "differing",
    [
        {"channel": "message"},
        {"channel": "exercise"},
        {"sides": "USA/Antony Blinken/secretary of state; CHN/Wang Yi/foreign minister"},
        {"sides": "USA/Lloyd Austin/defence minister; CHN/Wei Fenghe/defence minister"},
        {"sides": "USA CHN JPN"},
        {"sides": "USA JPN"},
        {"count": (3, 3)},
        {"factuality": "planned"},
        {"factuality": "negated"},
        {"forum": "Shangri-La Dialogue"},
    ],
)
def test_what_is_incompatible_is_another_contact(differing: dict[str, object]) -> None:
    a = held("a", "2024-03-04", "2024-03-04", sides=MINISTERS, forum="Munich Security Conference")
    known: dict[str, object] = {"sides": MINISTERS, "forum": "Munich Security Conference"} | differing
    assert groups(a, held("b", "2024-03-04", "2024-03-04", **known)) == set()


def test_the_foreign_ministers_call_is_not_the_defence_ministers() -> None:
    a = held("a", "2024-03-04", "2024-03-04", sides="USA//defence minister; CHN//defence minister", level="minister")
    b = held("b", "2024-03-04", "2024-03-04", sides="USA//foreign minister; CHN//foreign minister", level="minister")
    assert groups(a, b) == set()


@pytest.mark.parametrize("one", ["held", "declined", "unanswered", "cancelled", "postponed", "requested", "suspended"])
@pytest.mark.parametrize("other", ["held", "declined", "unanswered", "cancelled", "postponed", "requested", "resumed"])
def test_different_steps_are_never_one(one: str, other: str) -> None:
    entries = [told(contact(s, article=n, when="2024-03-04"), on="2024-03-04") for n, s in (("a", one), ("b", other))]
    assert groups(*entries) == ({"ab"} if one == other else set())


@pytest.mark.parametrize(
    ("one", "other"), [("sought", "requested"), ("offered", "requested"), ("accepted", "scheduled")]
)
def test_neighbouring_words_for_a_step_are_one_step_where_all_else_fits(one: str, other: str) -> None:
    entries = [
        told(contact(s, article=n, when="2024-03-04", due="2024-03-20", level="minister"), on="2024-03-04")
        for n, s in (("a", one), ("b", other))
    ]
    assert groups(*entries) == {"ab"}


def test_contacts_due_on_different_days_are_different_contacts() -> None:
    a, b = (
        told(
            contact("scheduled", MINISTERS, article=n, factuality="planned", when="..2024-03-04", due=due),
            on="2024-03-04",
        )
        for n, due in (("a", "2024-03-20"), ("b", "2024-04-02"))
    )
    assert groups(a, b) == set()


def test_who_refused_is_part_of_a_refusal() -> None:
    a, b = (
        told(contact("declined", article=n, by=by, when="2024-03-04"), on="2024-03-04")
        for n, by in (("a", "CHN"), ("b", "USA"))
    )
    assert groups(a, b) == set()


def test_a_mediator_is_no_side() -> None:
    a = held("a", "2024-03-04", "2024-03-04", sides="COD RWA", mediators=["AGO"])
    b = held("b", "2024-03-04", "2024-03-04", sides="COD RWA")
    talks_with_the_mediator = held("c", "2024-03-04", "2024-03-04", sides="COD AGO")
    assert groups(a, b, talks_with_the_mediator) == {"ab"}


def test_meetings_in_two_countries_are_two() -> None:
    a = held("a", "2024-03-04", "2024-03-04", channel="meeting", where="Geneva 46.2 6.1")
    b = held("b", "2024-03-04", "2024-03-04", channel="meeting", where="Singapore 1.3 103.8")
    assert groups(a, b) == set()


def test_what_only_the_publication_dates_is_one_where_the_articles_are_near_and_the_level_is_told() -> None:
    def refused(article: str, on: str) -> Entry:
        return told(contact("declined", article=article, level="minister", when=f"..{on}"), on=on)

    assert groups(refused("a", "2024-03-04"), refused("b", "2024-03-05")) == {"ab"}
    assert groups(refused("a", "2024-03-04"), refused("b", "2024-03-20")) == set()


class TestOneCallWithTwoDates:
    words = "they spoke about the grain corridor and the Black Sea ports"

    def test_is_one_where_words_and_persons_fit_and_both_dates_are_kept(self) -> None:
        a = held("a", "2024-03-04", "2024-03-05", sides=MINISTERS, words=self.words)
        b = held("b", "2024-03-05", "2024-03-05", sides=MINISTERS, words=self.words + " at length")
        (same,) = of(Relation.SAME, link([a, b]))
        assert same.value == {"dates": ["2024-03-04", "2024-03-05"]}

    def test_is_two_where_only_the_sides_fit(self) -> None:
        assert groups(held("a", "2024-03-04", "2024-03-05"), held("b", "2024-03-05", "2024-03-05")) == set()

    def test_is_two_where_one_article_tells_both(self) -> None:
        a = held("a", "2024-03-04", "2024-03-05", sides=MINISTERS, words=self.words)
        b = held("a", "2024-03-05", "2024-03-05", sides=MINISTERS, words="they spoke about the grain again", at=90)
        assert groups(a, b) == set()

    def test_three_days_in_a_row_are_not_one_call(self) -> None:
        entries = [
            held(n, f"2024-03-0{d}", "2024-03-07", sides=MINISTERS, words=self.words)
            for n, d in zip("abc", "456", strict=True)
        ]
        assert "abc" not in groups(*entries)


class TestTwoCallsOfOneDay:
    def test_a_report_that_fits_both_is_given_to_neither(self) -> None:
        ministers = held("a", "2024-03-04", "2024-03-04", level="minister")
        presidents = held("b", "2024-03-04", "2024-03-04", level="head_of_state")
        vague = held("c", "2024-03-04", "2024-03-04")
        assert groups(ministers, presidents, vague) == set()

    def test_a_report_that_fits_one_clearly_better_is_given_to_it(self) -> None:
        ministers = held("a", "2024-03-04", "2024-03-04", sides=MINISTERS)
        presidents = held("b", "2024-03-04", "2024-03-04", sides=PRESIDENTS)
        about_ministers = held("c", "2024-03-04", "2024-03-04", sides=MINISTERS)
        assert groups(ministers, presidents, about_ministers) == {"ac"}

    def test_a_chain_of_vague_reports_does_not_join_them(self) -> None:
        words = "ports and the grain corridor", "ports, grain and missile tests", "grain, missile tests and borders"
        ministers = held("a", "2024-03-04", "2024-03-04", level="minister", words=words[0])
        first = held("b", "2024-03-04", "2024-03-04", words=words[0])
        second = held("c", "2024-03-04", "2024-03-04", words=words[2])
        presidents = held("d", "2024-03-04", "2024-03-04", level="head_of_state", words=words[2])
        for group in groups(ministers, first, second, presidents):
            assert not {"a", "d"} <= set(group)

    def test_two_that_one_article_tells_apart_stay_two(self) -> None:
        first = held("a", "2024-03-04", "2024-03-04", words="the ministers spoke by phone at noon")
        second = held("a", "2024-03-04", "2024-03-04", words="the ministers spoke again in the evening", at=80)
        other = held("b", "2024-03-04", "2024-03-04", words="the ministers spoke by phone")
        assert "aab" not in groups(first, second, other)


class TestOneArticle:
    def test_that_retells_a_step_in_its_own_words_has_one_step(self) -> None:
        entries = [
            told(
                contact("sought", article="a", words=words, at=at, when="..2024-03-04", channel="talks"),
                on="2024-03-04",
                by=said("USA/John Kirby/spokesman", article="a"),
            )
            for at, words in (
                (0, "desire to have a dialogue with Beijing"),
                (90, "certainly desire a dialogue with Beijing"),
            )
        ]
        assert groups(*entries) == {"aa"}

    def test_that_tells_two_steps_in_other_words_has_two(self) -> None:
        entries = [
            told(contact("declined", article="a", words=words, at=at, when="..2024-03-04"), on="2024-03-04")
            for at, words in ((0, "refused a call on the balloon affair"), (90, "turned down a meeting in Singapore"))
        ]
        assert groups(*entries) == set()

    def test_with_two_such_steps_gives_another_article_only_one_of_them(self) -> None:
        first = told(
            contact(
                "declined", article="a", words="turned down a call on balloons", level="minister", when="2024-03-04"
            ),
            on="2024-03-04",
        )
        second = told(
            contact(
                "declined",
                article="a",
                words="rejected talks about fisheries",
                at=99,
                level="minister",
                when="2024-03-04",
            ),
            on="2024-03-04",
        )
        other = told(
            contact(
                "declined", article="b", words="turned down a call on balloons", level="minister", when="2024-03-04"
            ),
            on="2024-03-04",
        )
        assert groups(first, second, other) == {"ab"}


class TestCopies:
    def test_of_a_sentence_are_one_step_for_sure_whatever_the_dates(self) -> None:
        a = held("a", "2024-03-04", "2024-03-05", family="f", words="The two spoke on Monday")
        b = held("b", "2024-03-11", "2024-03-12", family="f", words="The two spoke on Monday")
        (same,) = of(Relation.SAME, link([a, b]))
        assert (same.score, same.reasons) == (1.0, ("the same sentence in two copies of one text",))

    def test_of_two_steps_on_one_sentence_keep_them_apart(self) -> None:
        def row(article: str, status: str) -> Entry:
            return told(
                contact(status, article=article, words="It asked and was refused", when="2024-03-04"),
                on="2024-03-04",
                family="f",
            )

        rows = [row(article, status) for article in "ab" for status in ("requested", "declined")]
        steps = {entry.record.id: entry.record.status for entry in rows}  # type: ignore[attr-defined]
        found = of(Relation.SAME, link(rows))
        assert [j.score for j in found] == [1.0, 1.0]
        assert all(steps[j.subject] == steps[j.object or ""] for j in found)

    def test_fifty_are_one_group_and_few_links(self) -> None:
        entries = [held(f"{k}", "2024-03-04", "2024-03-04", family="f") for k in range(50)]
        found = of(Relation.SAME, link(entries))
        assert 49 <= len(found) <= 200
        assert len(groups(*entries)) == 1


def test_reasons_are_sentences_about_what_fits() -> None:
    a = held("a", "2024-03-04", "2024-03-05", sides=MINISTERS, level="minister")
    b = held("b", "2024-03-01..2024-03-10", "2024-03-12", sides=MINISTERS, level="minister")
    (same,) = of(Relation.SAME, link([a, b]))
    assert "both name Li Shangfu" in same.reasons
    assert "the days fit: 2024-03-04 and 2024-03-01 to 2024-03-10" in same.reasons


def test_what_no_day_is_known_of_is_left_out() -> None:
    a, b = (told(contact("held", article=n), on="") for n in "ab")
    assert link([a, b]) == []


def refused(article: str, when: str, on: str, channel: str = "phone") -> Entry:
    record = contact("declined", article=article, when=when, by="CHN", level="minister", channel=channel)
    return told(record, on=on)


IN_APRIL = "2024-04-01..2024-04-30"


class TestMonths:
    def test_a_retelling_by_month_is_given_to_the_day_that_is_told_elsewhere(self) -> None:
        on_the_day = refused("a", "2024-04-09", "2024-04-10")
        later = refused("b", IN_APRIL, "2024-11-10")
        assert groups(on_the_day, later) == {"ab"}

    def test_of_two_refusals_in_the_month_it_is_given_to_neither(self) -> None:
        entries = [
            refused(a, when, on)
            for a, when, on in (
                ("a", "2024-04-09", "2024-04-10"),
                ("b", "2024-04-22", "2024-04-23"),
                ("c", IN_APRIL, "2024-11-10"),
            )
        ]
        assert groups(*entries) == set()

    def test_it_does_not_join_what_is_told_more_closely(self) -> None:
        phone = refused("a", "2024-04-09", "2024-04-10", channel="phone")
        other = refused("b", "2024-04-09", "2024-04-10", channel="video")
        assert groups(phone, other, refused("c", IN_APRIL, "2024-11-10", "unspecified")) == set()

    def test_two_retellings_by_month_are_one_where_no_day_is_told(self) -> None:
        a, b = (refused(n, IN_APRIL, on) for n, on in (("a", "2024-06-10"), ("b", "2024-11-10")))
        assert groups(a, b) == {"ab"}


def test_a_vague_report_is_enough_where_nothing_else_nearby_can_be_meant() -> None:
    call, vague = held("a", "2024-03-04", "2024-03-04"), held("b", "..2024-03-05", "2024-03-05")
    other = held("c", "2024-03-04", "2024-03-05", channel="message")
    assert groups(call, vague) == {"ab"}
    assert groups(call, held("b", "..2024-03-05", "2024-03-05", channel="unspecified"), other) == set()


@pytest.mark.parametrize("channel", ["summons", "message", "visit", "port_call"])
def test_who_summoned_wrote_or_came_is_part_of_the_step(channel: str) -> None:
    a, b = (held(n, "2024-03-04", "2024-03-04", channel=channel, by=None, asker=None) for n in "ab")
    mine, yours = (held(n, "2024-03-04", "2024-03-04", channel=channel, sides="USA CHN") for n in "ab")
    assert groups(a, b) == groups(mine, yours) == {"ab"}
    steps = [
        told(contact("held", article=n, channel=channel, when="2024-03-04", by=by), on="2024-03-04")
        for n, by in (("a", "USA"), ("b", "CHN"))
    ]
    assert groups(*steps) == set()


def test_a_visit_is_not_the_meeting_in_it() -> None:
    a, b = (
        held(n, "2024-03-04", "2024-03-04", channel=c, sides=MINISTERS) for n, c in (("a", "visit"), ("b", "meeting"))
    )
    assert groups(a, b) == set()


def test_to_ask_for_a_visit_is_not_to_invite() -> None:
    a, b = (
        told(contact(s, article=n, channel="visit", when="2024-03-04", by="USA", level="minister"), on="2024-03-04")
        for n, s in (("a", "requested"), ("b", "offered"))
    )
    assert groups(a, b) == set()


def test_two_rows_on_one_sentence_are_two() -> None:
    a, b = (
        told(contact("held", article="a", words="met him on his visit", channel=c, when="2024-03-04"), on="2024-03-04")
        for c in ("talks", "unspecified")
    )
    assert groups(a, b) == set()


def test_people_of_one_surname_in_one_office_are_no_obstacle() -> None:
    sides = (
        "GRC/Yorgos Lemonis/navy chief; TUR/Levent Basaran/navy chief",
        "GRC/G. Lemonis/navy chief; TUR/Levent Basaran/navy chief",
    )
    a, b = (held(n, "2024-03-04", "2024-03-04", sides=s) for n, s in zip("ab", sides, strict=True))
    assert groups(a, b) == {"ab"}


def test_one_call_with_two_dates_where_each_side_has_its_own() -> None:
    a, b = (
        held(n, when, "2024-03-05", sides=MINISTERS, level="minister", by=by, words=words)
        for n, when, by, words in (
            ("a", "2024-03-04", "USA", "they spoke of balloons at noon"),
            ("b", "2024-03-05", "CHN", "a talk in the morning"),
        )
    )
    assert groups(a, b) == {"ab"}
