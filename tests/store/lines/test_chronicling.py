"""A chronicle has of each day what the store covers on it; a glance has what a state hangs on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.store.making import article, day, reading

from pourparler.errors import UsageError
from pourparler.ledger.lines import draw_course, draw_lines, tell_state
from pourparler.records import Channel, Contact, Factuality, Level, Reading, Status
from pourparler.records.coverage import ReadDay, Telling
from pourparler.store import Store, open_store
from pourparler.store.lines import chronicling

FIRST, LAST = "2024-03-01", "2024-06-30"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "store.db", create=True)


def news(key: str, published: str | None, *statuses: Status, **fields: Any) -> Reading:
    """An article of its own and its contacts, of the day of publication, with some fields as they are given."""
    of = article(f"Norway declined a call with Sweden, citing protocol, {key}.", key=key, published=published or FIRST)
    made = reading(of if published else replace(of, published=None), *statuses)
    return replace(made, records=tuple(replace(r, **fields) if isinstance(r, Contact) else r for r in made.records))


def put(store: Store, *readings: Reading) -> None:
    with store.writing() as writer:
        for one in readings:
            writer.file(writer.keep(one.article), one)


STORY = (
    news("old", "2019-05-01", Status.SUSPENDED, channel=Channel.TALKS),
    news("older", "2018-05-01", Status.SUSPENDED, channel=Channel.TALKS),
    news("late", "2024-04-10", Status.SUSPENDED, channel=Channel.TALKS, when=day("2020-01-01")),
    news("later", "2024-05-10", Status.SUSPENDED, channel=Channel.TALKS, when=day("2021-01-01")),
    news("again", "2024-05-20", Status.SUSPENDED, channel=Channel.TALKS),
    news("was", "2021-01-01", Status.HELD),
    news("held", "2024-03-10", Status.HELD, level=Level.MINISTER),
    news("ahead", "2024-03-12", Status.SCHEDULED, factuality=Factuality.PLANNED, due=day("2024-04-01")),
    news("far", "2024-03-12", Status.HELD, when=day("2025-04-20")),
    news("no", "2024-04-02", Status.DECLINED, when=day("2024-04-01")),
    news("undated", None, Status.UNANSWERED, when=day("2024-04-20")),
    news("line", "2024-06-01", Status.OPEN, channel=Channel.HOTLINE),
    news("lined", "2019-06-01", Status.HELD, channel=Channel.HOTLINE, level=Level.COMMANDER),
)


def days(first: str, last: str) -> Iterable[str]:
    start = date.fromisoformat(first)
    return ((start + timedelta(k)).isoformat() for k in range((date.fromisoformat(last) - start).days + 1))


def of_contacts(tellings: Iterable[Telling]) -> set[Telling]:
    """Contacts without what only figures need."""
    return {replace(one, voices=(), conditions=()) for one in tellings if one.kind == "contact"}


def test_on_every_day_the_chronicle_knows_what_the_store_covers_on_it(store: Store) -> None:
    put(store, *STORY)
    chronicle = store.chronicle("SWE", "NOR", first=FIRST, last=LAST)
    for on in days(FIRST, LAST):
        covered = of_contacts(store.cover("NOR", "SWE", on=on, since=chronicle.start).tellings)
        assert (on, set(chronicle.known(on))) == (on, covered)
    assert {one.telling.latest for one in chronicle.heard} >= {"2019-05-01", "2020-01-01", "2021-01-01", "2024-05-20"}


def test_the_course_of_a_store_is_that_of_the_lines_drawn_on_each_day(store: Store) -> None:
    put(store, *STORY)
    course = draw_course(store, "NOR", "SWE", first=FIRST, last=LAST)
    for on in days(FIRST, LAST):
        told = {(one.level, one.channel): one.state for one in course if one.first <= on <= one.last}
        lines = draw_lines(store, "NOR", "SWE", on=on)
        assert (on, told) == (on, {(line.level, line.channel): line.state for line in lines})
        assert tell_state(store, "NOR", "SWE", on=on) == lines[0].state


def test_what_was_read_is_known_by_the_day_on_which_a_month_had_so_many_origins(store: Store) -> None:
    put(store, *(news(key, "2024-03-06", Status.HELD) for key in "ab"), news("c", "2024-03-09", Status.HELD))
    put(store, news("d", "2023-08-01", Status.HELD))
    assert store.chronicle("NOR", "SWE", first="2024-03-01", last="2024-03-20").read == (
        ReadDay(day="2024-03-06", origins=2),
        ReadDay(day="2024-03-09", origins=1),
    )
    assert store.chronicle("NOR", "SWE", first="2024-03-01", last="2024-03-08").read[-1].day == "2024-03-06"


def test_copies_of_one_text_are_one_origin_of_the_month(store: Store) -> None:
    put(store, *(news(key, f"2024-03-0{1 + k}", Status.HELD) for k, key in enumerate("ab")))
    store.connection.execute("UPDATE article SET family = 'one'")
    assert store.chronicle("NOR", "SWE", first=FIRST, last=LAST).read == (ReadDay(day="2024-03-01", origins=1),)


def test_of_a_busy_pair_the_chronicle_begins_as_late_as_it_must(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, *(news(f"{k}", f"2024-03-{10 + k}", Status.HELD) for k in range(8)))
    monkeypatch.setattr(chronicling, "MOST", 5)
    chronicle = store.chronicle("NOR", "SWE", first=FIRST, last=LAST)
    assert (chronicle.first, chronicle.cut, len(chronicle.heard)) == ("2024-03-13", True, 5)
    monkeypatch.setattr(chronicling, "MOST", 8)
    chronicle = store.chronicle("NOR", "SWE", first=FIRST, last=LAST)
    assert (chronicle.first, chronicle.start, chronicle.cut) == (FIRST, "2023-09-03", False)


def test_of_a_long_history_only_what_a_state_hangs_on_is_looked_at(store: Store) -> None:
    """A place for each status and factuality, ten days from one to the next; then a few recent steps."""
    told = [(status, done) for done in (Factuality.ACTUAL, Factuality.ONGOING, Factuality.NEGATED) for status in Status]
    start = date(2020, 1, 1)
    old = (
        news(f"{k}", (start + timedelta(10 * k)).isoformat(), status, factuality=done)
        for k, (status, done) in enumerate(told)
    )
    put(store, *old, news("new", "2024-05-01", Status.REQUESTED), news("late", "2024-06-01", Status.ACCEPTED))
    covered = store.cover("NOR", "SWE", on=LAST)
    before = [one for one in covered.tellings if (one.latest or "") < covered.since]
    assert len(before) < len(told) / 2
    assert {"suspended", "held", "resumed"} <= {one.type for one in before}
    whole, *_ = draw_lines(store, "NOR", "SWE", on=LAST)
    assert (whole.state, whole.held and whole.held.latest) == ("open", "2020-07-09")
    course = draw_course(store, "NOR", "SWE", first=FIRST, last=LAST)
    for on in days(FIRST, LAST):
        (state,) = (one.state for one in course if one.channel is None and one.first <= on <= one.last)
        assert (on, state) == (on, draw_lines(store, "NOR", "SWE", on=on)[0].state)
        assert tell_state(store, "NOR", "SWE", on=on) == state


def test_one_side_has_no_line_to_itself(store: Store) -> None:
    with pytest.raises(UsageError, match="both sides are NOR"):
        store.chronicle("NOR", "NOR", first=FIRST, last=LAST)
    with pytest.raises(UsageError, match="both sides are NOR"):
        store.glance("NOR", "NOR", on=LAST)


def test_a_glance_leaves_out_what_is_old_and_tells_nothing_of_a_state(store: Store) -> None:
    put(
        store,
        news("a", "2020-01-01", Status.HELD, Status.DECLINED, Status.REQUESTED),
        news(
            "b",
            "2020-01-01",
            Status.SUSPENDED,
            Status.HELD,
            Status.DECLINED,
            channel=Channel.TALKS,
            level=Level.MINISTER,
        ),
    )
    assert {(one.channel, one.type) for one in store.glance("NOR", "SWE", on=LAST).tellings} == {
        ("talks", "suspended"), ("talks", "held"),
    }  # fmt: skip
