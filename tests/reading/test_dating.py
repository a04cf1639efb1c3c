"""Dates: each rule's own example, what joins them, what is no date, and what holds of every text."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.reading.dating import DateRange, find_dates, find_distances, find_resolved, find_schedules
from pourparler.reading.dating.rules import RULES
from pourparler.records import Date, How, Precision

FRIDAY = "2023-05-26"


def published_on(first: str | None, last: str | None = None) -> Date:
    return Date(
        text=None, start=None, end=None, earliest=first, latest=last or first, precision=Precision.DAY, how=How.STATED
    )


def told(dates: list[Date]) -> list[str]:
    """Each date as "phrase = earliest/latest precision"."""
    return [f"{d.text} = {_stretch(d)} {d.precision}" for d in dates]


def _stretch(d: Date) -> str:
    return str(d.earliest) if d.earliest == d.latest else f"{d.earliest or ''}/{d.latest or ''}"


def split_example(example: str) -> tuple[str, str]:
    """A bracketed example as the plain sentence and what is told in it."""
    marked, meaning = example.rsplit(" = ", 1)
    phrase = marked[marked.index("[") + 1 : marked.rindex("]")]
    return marked.replace("[", "", 1).replace("]", "", 1), f"{phrase} = {meaning}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_example(rule):
    sentence, expected = split_example(rule.example)
    assert told(find_resolved(sentence, published_on(FRIDAY)))[-1] == expected


@pytest.mark.parametrize(
    "example",
    [
        # times of day with their day
        "Shots fell [on Tuesday morning]. = 2023-05-23T05:00/2023-05-23T12:00 part of day",
        "It left [early on Friday]. = 2023-05-26T00:00/2023-05-26T12:00 part of day",
        "It left [late Tuesday]. = 2023-05-23T16:00/2023-05-23T23:59 part of day",
        "Seen [on the night of 3 March]. = 2023-03-03T18:00/2023-03-04T06:00 part of day",
        "Seen [at midnight on Tuesday]. = 2023-05-23T00:00/2023-05-24T00:00 part of day",
        "Seen [on May 3 at 3 p.m. EST (2000 GMT)]. = 2023-05-03T15:00-05:00 minute",
        "Seen [at 14:30 local time on Tuesday]. = 2023-05-23T14:30 minute",
        "Shelled [from 6 a.m. to 8 a.m. on Tuesday]. = 2023-05-23T06:00/2023-05-23T08:00 part of day",
        "Shelled [overnight Thursday into Friday]. = 2023-05-25T18:00/2023-05-26T06:00 part of day",
        "Shelled [overnight on Thursday]. = 2023-05-25T18:00/2023-05-26T06:00 part of day",
        # a weekday with its date
        "They met [on Tuesday, May 23, 2023]. = 2023-05-23 day",
        "They met [on Tuesday (May 23)]. = 2023-05-23 day",
        # explicit dates
        "They met [on Apr. 30]. = 2023-04-30 day",
        "They met [on the 30th of April]. = 2023-04-30 day",
        "They met [on 30 April 2023]. = 2023-04-30 day",
        "They met [on Sept 11]. = 2022-09-11 day",
        "They meet [on June 2]. = 2023-06-02 day",
        # stretches
        "It runs [from May 1 to May 5]. = 2023-05-01/2023-05-05 range",
        "It ran [between 2014 and 2019]. = 2014-01-01/2019-12-31 range",
        "It ran [from Monday to Thursday]. = 2023-05-22/2023-05-25 range",
        "So it was [in 1999]: closed. = 1999-01-01/1999-12-31 year",
        "Built [some months back]. = 2021-04-11/2023-05-26 range",
        # open ends
        "Strained [since last August]. = 2022-08-01/2023-05-26 range",
        "Refused [since June]. = 2022-06-01/2023-05-26 range",
        "It runs [from Monday]. = 2023-05-22/ after",
        "Leave [by Sunday]. = /2023-05-28 before",
        "Closed [until 3 June 2023]. = /2023-06-03 before",
        "He spoke [on the eve of March 3]. = 2023-03-02 day",
        "Built [more than two years ago]. = /2021-11-24 before",
        "They put it off [until Sunday]. = 2023-05-28 day",
        "The talks were postponed [until 3 June]. = 2023-06-03 day",
        "The visit was pushed back to [June]. = 2023-06-01/2023-06-30 month",
        "He left [before Friday]. = /2023-05-25 before",
        "Shortly [before Christmas] Prime Minister Lie left. = /2022-12-24 before",
        # periods
        "Seen [early next week]. = 2023-05-29/2023-05-31 range",
        "Heard [at 2000 GMT on Tuesday]. = 2023-05-23T20:00+00:00 minute",
        "Seen [late last year]. = 2022-09-01/2022-12-31 part of year",
        "Refused [in recent months]. = 2021-05-26/2023-05-26 range",
        "Due [in the coming days]. = 2023-05-26/2023-06-26 range",
        "Due [later this year]. = 2023-05-26/2023-12-31 part of year",
        "Due [next week]. = 2023-05-29/2023-06-04 week",
        "Fought [in the 1990s]. = 1990-01-01/1999-12-31 decade",
        # seasons and months told by "last" keep both readings
        "It stopped [last March]. = 2022-03-01/2023-03-31 range",
        "It stopped [last December]. = 2022-12-01/2022-12-31 month",
    ],
)
def test_phrases_join_their_neighbours(example):
    sentence, expected = split_example(example)
    assert told(find_resolved(sentence, published_on(FRIDAY))) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "He may march, August said.",
        "May said it could.",
        "The Sunday Times reported it.",
        "Wait a second.",
        "The March 8 Alliance objected.",
        "They met April Jones.",
        "It was signed by April Jones.",
        "Talks with May failed.",
        "They drilled for three months.",
        "It was the second Monday of talks.",
        "USA Today printed it.",
        "It cost $2,014 and 2014 people.",
        "On 04/05/2023 it left.",
        "Seen on February 30.",
        "The ratio was 14:30.",
        "They meet every Friday.",
        "They met on a Friday.",
        "They fell back.",
        "It is a fall in prices.",
        "The second half was dull.",
    ],
)
def test_what_only_looks_like_a_date_is_none(sentence):
    assert find_resolved(sentence, published_on(FRIDAY)) == []


@pytest.mark.parametrize(
    ("published", "phrase", "earliest", "latest"),
    [
        ("2021-05-26", "last Tuesday", "2021-05-18", "2021-05-18"),
        ("2023-05-26", "last Monday", "2023-05-15", "2023-05-22"),
        ("2023-05-26", "last Friday", "2023-05-19", "2023-05-19"),
        ("2023-05-22", "next Friday", "2023-05-26", "2023-06-02"),
        ("2021-05-26", "last August", "2020-08-01", "2020-08-31"),
        ("2024-03-04", "on Monday", "2024-03-04", "2024-03-04"),
    ],
)
def test_last_and_next_keep_every_reading_the_words_allow(published, phrase, earliest, latest):
    [found] = find_resolved(f"They met {phrase}.", published_on(published))
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("phrase", "day"), [("on Friday", "2023-05-26"), ("on Monday", "2023-05-29"), ("on September 11", "2023-09-11")]
)
def test_a_clause_about_the_future_looks_ahead(phrase, day):
    [found] = find_dates(f"They will meet {phrase}.", published_on(FRIDAY))
    resolved = found.resolve(future=True)
    assert resolved is not None
    assert (resolved.earliest, resolved.latest) == (day, day)


def test_discourse_phrases_count_from_what_was_told_not_from_when_it_was_said():
    text = "A boat was blocked on Sunday, they said on Monday.\n\nIt had left that morning. Two days later it sank."
    assert told(find_resolved(text, published_on("2024-03-04")))[2:] == [
        "that morning = 2024-03-03T05:00/2024-03-03T12:00 part of day",
        "Two days later = 2024-03-05 day",
    ]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("They met on May 3, and twice [in the following weeks]", "2023-05-03/2023-05-26"),
        ("It broke off in April. Earlier that month it snowed.", "2023-04-01/2023-04-30"),
        ("On May 3 it sailed.\n\nIt fired at 9 a.m. local time.", "2023-05-03T09:00/2023-05-03T09:00"),
    ],
)
def test_what_counts_from_before_is_over_by_publication(text, dates):
    found = find_resolved(text.replace("[", "").replace("]", ""), published_on(FRIDAY))[-1]
    assert f"{found.earliest}/{found.latest}" == dates


def test_an_hour_alone_counts_from_no_other_paragraph_that_tells_several_days():
    text = "They met on Wednesday and on May 3.\n\nIt begins at 4 p.m. local time."
    assert [d.text for d in find_resolved(text, published_on(FRIDAY))] == ["on Wednesday", "on May 3"]


def test_in_a_live_blog_the_hour_is_of_the_day_of_publication():
    text = "07:15 Shells fell shortly after midnight.\n\n08:05 No answer.\n\n09:20 It began at 9 a.m. today."
    [first, _] = find_resolved(text, published_on(FRIDAY))
    assert (first.earliest, first.latest) == ("2023-05-26T00:00", "2023-05-26T06:00")


@pytest.mark.parametrize(
    ("words", "unit", "least", "most", "bound", "after"),
    [
        ("two days after", "day", 2, 2, "", True),
        ("about a week before", "week", 1, 1, "about", False),
        ("more than three months after", "month", 3, 3, "more", True),
        ("Days after", "day", 0, 31, "", True),
    ],
)
def test_distances_are_read(words, unit, least, most, bound, after):
    [found] = find_distances(f"It was closed {words} they met.")
    assert (found.unit, found.least, found.most, found.bound, found.after) == (unit, least, most, bound, after)
    assert found.text == words


@pytest.mark.parametrize(
    "sentence",
    [
        "They met the day after.",
        "They meet the day after tomorrow.",
        "Today after noon.",
        "They met last week after the row began.",
    ],
)
def test_what_counts_from_no_deed_is_no_distance(sentence):
    assert find_distances(sentence) == []


def test_since_stays_open_where_it_may_not_have_begun_by_publication():
    [found] = find_resolved("Closed since 2014.", published_on("2013-06-01", "2015-09-27"))
    assert (found.earliest, found.latest) == ("2014-01-01", None)


def test_discourse_phrases_without_an_anchor_are_unresolved():
    assert find_resolved("Two days later it sank. That morning it rained.", published_on(FRIDAY)) == []


def test_an_anchor_far_above_is_none():
    text = "They met on May 3.\n\nOne.\n\nTwo.\n\nTwo days later it sank."
    assert [d.text for d in find_resolved(text, published_on(FRIDAY))] == ["on May 3"]


def test_an_anchor_can_be_given():
    [phrase] = find_dates("The next day it sank.", None)
    anchor = DateRange(date(2023, 3, 1), date(2023, 3, 31), Precision.MONTH)
    resolved = phrase.resolve(anchor)
    assert resolved is not None
    assert (resolved.earliest, resolved.latest) == ("2023-03-02", "2023-04-01")


def test_without_a_publication_day_only_stated_dates_resolve():
    found = find_resolved("On Tuesday, and on 3 May 2022, and on 5 June.", None)
    assert told(found) == ["on 3 May 2022 = 2022-05-03 day"]


def test_a_publication_year_does_not_narrow_a_relative_phrase():
    [found] = find_resolved("They met on Tuesday.", published_on("2023-01-01", "2023-12-31"))
    assert (found.earliest, found.latest, found.precision) == ("2022-12-27", "2023-12-26", Precision.RANGE)


def test_hard_spaces_and_wrapped_lines_part_words_like_spaces():
    assert [d.text for d in find_resolved("on\xa0Tuesday and on\nMonday", published_on(FRIDAY))] == [
        "on\xa0Tuesday",
        "on\nMonday",
    ]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("They meet twice a day.", "twice a day"),
        ("They meet every Friday.", "every Friday"),
        ("They meet on Sundays.", "on Sundays"),
        ("It is held annually.", "annually"),
        ("Calls are made three times a week.", "three times a week"),
        ("Ships pass every two years.", "every two years"),
    ],
)
def test_schedules_are_found_apart(sentence, words):
    assert [s.text for s in find_schedules(sentence)] == [words]
    assert find_resolved(sentence, published_on(FRIDAY)) == []


def test_dates_are_no_schedules():
    assert find_schedules("They met on Sunday's eve, three times, for two days.") == []


def sentences() -> list[str]:
    return [split_example(rule.example)[0] for rule in RULES]


days = st.dates(date(1950, 1, 1), date(2100, 1, 1))


@given(st.lists(st.sampled_from(sentences()), max_size=6), days, st.integers(0, 400), st.booleans())
def test_every_date_is_quoted_and_never_ends_before_it_begins(chosen, day, width, future):
    text = "\n\n".join(chosen)
    published = published_on(day.isoformat(), (day + timedelta(width)).isoformat())
    for found in find_resolved(text, published, lambda phrase: future):
        assert text[found.start : found.end] == found.text
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest


@given(st.sampled_from(sentences()), days)
def test_text_around_changes_nothing(sentence, day):
    published = published_on(day.isoformat())
    alone = told(find_resolved(sentence, published))
    assert told(find_resolved(f"Nothing is known.\n\n{sentence}\n\nSo they say.", published)) == alone


@given(st.text(alphabet="0123456789 ,./:-()'aMtofinrchyulesdTJpm\n", max_size=80), days)
def test_no_text_breaks_the_grammar(text, day):
    for found in find_dates(text, published_on(day.isoformat())):
        assert text[found.start : found.end] == found.text


@settings(max_examples=50)
@given(st.sampled_from(sentences()), days, days)
def test_a_wider_publication_never_narrows_a_date(sentence, one, other):
    first, last = sorted((one, other))
    wide = find_resolved(sentence, published_on(first.isoformat(), last.isoformat()))
    for day in (first, last):
        for outer, inner in zip(wide, find_resolved(sentence, published_on(day.isoformat())), strict=True):
            assert outer.earliest is None or (inner.earliest and outer.earliest[:10] <= inner.earliest[:10])
            assert outer.latest is None or (inner.latest and outer.latest[:10] >= inner.latest[:10])


@pytest.mark.parametrize("words", ["1999-", "12:", "Monday-", "March ", "the first ", "from May to "])
def test_endless_repetition_costs_no_more_than_its_length(words):
    start = time.perf_counter()
    find_resolved(words * 4000, published_on(FRIDAY))
    find_schedules(words * 4000)
    assert time.perf_counter() - start < 3


def test_an_article_is_read_in_milliseconds():
    text = "\n\n".join(f"The two ministers spoke about the ships in the strait and the crews. {s}" for s in sentences())
    best = min(_seconds(text) for _ in range(5))
    assert best / len(text.split()) * 700 < 0.02


def _seconds(text: str) -> float:
    start = time.perf_counter()
    find_resolved(text, published_on(FRIDAY))
    return time.perf_counter() - start


def test_the_same_day_is_that_of_the_weekday_before_it():
    found = find_resolved("They met on Saturday, the same day it rained.", published_on("2024-03-06"))
    assert found[0].earliest == "2024-03-02"


@pytest.mark.parametrize(("sentence", "number"), [("He told the daily press briefing.", 0), ("They meet daily.", 1)])
def test_how_often_the_press_is_told_is_no_schedule_of_deeds(sentence, number):
    assert len(find_schedules(sentence)) == number


def test_what_counts_from_a_day_that_cannot_be_told_is_not_told_either() -> None:
    text = "On 3 April 2024 they met. The request came on Tuesday. A ship had sailed the day before."
    assert [d.text for d in find_resolved(text, None)] == ["On 3 April 2024"]
