"""People review records and links: what they say holds, is kept with name and time, and can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.making import TEXT, article, coded, reading, state

from pourparler.errors import UsageError
from pourparler.records import (
    Entry,
    Header,
    Judgement,
    Measure,
    MeasureStatus,
    MeasureType,
    Reading,
    Relation,
    Span,
    Status,
)
from pourparler.records.judgements import link
from pourparler.store import By, Filter, Reviewer, Store, open_store

CONTACTS = Filter(kinds=("contact",))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "store.db", create=True)


def put(store: Store, *readings: Reading) -> None:
    with store.writing() as writer:
        for one in readings:
            writer.file(writer.keep(one.article, one.article.text.encode()), one)


def told_in(store: Store, *keys: str, status: Status = Status.DECLINED, **options: Any) -> list[str]:
    """The ids of one contact each in articles with these keys."""
    readings = [reading(article(f"{TEXT} {key}", key=key), status, **options) for key in keys]
    put(store, *readings)
    return [one.contacts[0].id for one in readings]


def tie(store: Store, *links: Judgement) -> None:
    """Keeps links as the ledger does."""
    with store.writing() as writer:
        writer.judge.keep(links, scope="NOR SWE")
        writer.judge.regroup(end for one in links for end in (one.subject, one.object) if end)
        store.connection.execute("DELETE FROM to_link")


def same(one: str, other: str) -> Judgement:
    return link(Relation.SAME, one, other, score=0.9, reasons=("told alike",))


def deeds(store: Store, wanted: Filter = CONTACTS) -> set[frozenset[str]]:
    """Which records tell one deed."""
    groups: dict[str, set[str]] = {}
    for entry in store.ask(wanted):
        groups.setdefault(entry.deed, set()).add(entry.record.id)
    return {frozenset(group) for group in groups.values()}


def shown(store: Store, name: str, wanted: Filter = CONTACTS) -> Entry:
    (entry,) = (entry for entry in store.ask(wanted) if entry.record.id == name)
    return entry


@contextmanager
def by(store: Store, name: str = "anna") -> Iterator[Reviewer]:
    with store.reviewing(name) as reviewer:
        yield reviewer
    assert list(store.check()) == []


def rows(store: Store) -> list[tuple[Any, ...]]:
    return store.connection.execute("SELECT * FROM judgement ORDER BY no").fetchall()


# --- accept, reject ----------------------------------------------------------------------------------


def test_an_accepted_record_tells_by_whom_and_when(store: Store) -> None:
    (one, two) = told_in(store, "a", "b")
    with by(store) as reviewer:
        reviewer.accept(one)
    reviewed = shown(store, one).reviewed
    assert reviewed is not None
    assert (reviewed.verdict, reviewed.by, len(reviewed.at)) == ("accepted", "anna", 25)
    assert shown(store, two).reviewed is None


def test_a_rejected_record_is_in_no_list_series_or_count(store: Store) -> None:
    one, two = told_in(store, "a", "b")
    tie(store, same(one, two))
    assert shown(store, one).reports == 2
    with by(store) as reviewer:
        reviewer.reject(two)
    assert [entry.record.id for entry in store.ask(CONTACTS)] == [one]
    assert [e.record.id for e in store.ask(Filter(kinds=("contact",), between=("NOR", "SWE")))] == [one]
    assert (shown(store, one).reports, shown(store, one).origins) == (1, 1)
    assert [(t.events, t.records, t.reports) for t in store.series(CONTACTS, (By.PAIR,))] == [(1, 1, 1)]
    assert [entry.record.id for entry in store.after(one)] == []
    assert [entry.record.id for entry in store.thread(one)] == [one]


def test_what_was_rejected_is_shown_where_it_is_asked_for(store: Store) -> None:
    one, two = told_in(store, "a", "b")
    with by(store) as reviewer:
        reviewer.reject(two)
    for wanted in (Filter(rejected=True), Filter(rejected=True, between=("NOR", "SWE"), kinds=("contact",))):
        (entry,) = store.ask(wanted)
        assert (entry.record.id, entry.deed, entry.reports) == (two, two, 1)
        assert entry.reviewed is not None
        assert entry.reviewed.verdict == "rejected"
    assert [entry.record.id for entry in store.thread(two)] == [two]
    assert [tally.records for tally in store.series(Filter(rejected=True))] == [1]
    assert one not in {entry.record.id for entry in store.ask(Filter(rejected=True), once=True)}


def test_what_is_reviewed_and_what_is_not_can_be_asked_for(store: Store) -> None:
    one, two, three = told_in(store, "a", "b", "c")
    with by(store) as reviewer:
        reviewer.accept(one)
        reviewer.correct(two, {"status": "held"})
        reviewer.note(three, "to be looked at")

    def asked(**wanted: Any) -> set[str]:
        return {entry.record.id for entry in store.ask(Filter(kinds=("contact",), **wanted))}

    assert asked(reviewed=True) == {one, two}
    assert asked(reviewed=False) == {three}
    assert asked() == {one, two, three}


def test_a_rejected_link_holds_no_more_and_an_accepted_one_does(store: Store) -> None:
    one, two, three = told_in(store, "a", "b", "c")
    between = same(one, two)
    tie(store, between, same(two, three))
    assert deeds(store) == {frozenset((one, two, three))}
    with by(store) as reviewer:
        reviewer.reject(between.id)
    assert deeds(store) == {frozenset((one,)), frozenset((two, three))}
    assert [kept.id for kept in store.judgements(relation="same")] == [same(two, three).id]
    with by(store, "bo") as reviewer:
        reviewer.accept(between.id)
    assert deeds(store) == {frozenset((one, two, three))}


def test_a_rejected_record_ties_nothing_together(store: Store) -> None:
    one, two, three = told_in(store, "a", "b", "c")
    tie(store, same(one, two), same(two, three))
    with by(store) as reviewer:
        reviewer.reject(two)
    assert deeds(store) == {frozenset((one,)), frozenset((three,))}
    with by(store) as reviewer:
        reviewer.undo(two)
    assert deeds(store) == {frozenset((one, two, three))}


def test_a_rejected_link_between_articles_parts_their_families(store: Store) -> None:
    one, other = (article(f"{TEXT} {key}", key=key) for key in "ab")
    put(store, reading(one, Status.HELD), reading(other, Status.HELD))
    with store.writing() as writer:
        for (number,) in store.connection.execute("SELECT no FROM article").fetchall():
            writer.relatives.place(number, (7).to_bytes(6))
        writer.relatives.tie(one.id, other.id, "copy", 1.0, [])
    (kept,) = store.judgements(relation="family")
    with by(store) as reviewer:
        reviewer.reject(kept.id)
    assert {entry.family for entry in store.ask(CONTACTS)} == {one.id, other.id}
    with store.writing() as writer:
        writer.relatives.tie(one.id, other.id, "copy", 1.0, [])
    assert {entry.family for entry in store.ask(CONTACTS)} == {one.id, other.id}
    with by(store) as reviewer:
        reviewer.undo(kept.id)
    assert {entry.family for entry in store.ask(CONTACTS)} == {min(one.id, other.id)}


def test_of_two_reviewers_who_disagree_the_last_counts_and_both_are_kept(store: Store) -> None:
    (one,) = told_in(store, "a")
    with by(store, "anna") as reviewer:
        reviewer.reject(one)
    with by(store, "bo") as reviewer:
        reviewer.accept(one)
    assert shown(store, one).reviewed.by == "bo"  # type: ignore[union-attr]
    assert [(kept.judgement.by, kept.judgement.relation, kept.holds) for kept in store.history(one)] == [
        ("anna", "reject", True), ("bo", "accept", True),
    ]  # fmt: skip
    with by(store, "anna") as reviewer:
        reviewer.undo(one)
    assert len(store.ask(CONTACTS)) == 0


# --- correct -----------------------------------------------------------------------------------------


def test_a_corrected_record_is_shown_corrected_and_what_was_read_is_kept(store: Store) -> None:
    (one,) = told_in(store, "a")
    body = store.connection.execute("SELECT body FROM record WHERE id = ?", (one,)).fetchone()
    with by(store) as reviewer:
        reviewer.correct(one, {"status": "unanswered"})
    entry = shown(store, one)
    assert entry.record.status == Status.UNANSWERED  # type: ignore[attr-defined]
    assert entry.reviewed.corrected_by == ("anna",)  # type: ignore[union-attr]
    assert store.connection.execute("SELECT body FROM record WHERE id = ?", (one,)).fetchone() == body
    assert list(store.changes()) == []


FIN = {"initiator.text": "Sweden", "initiator.country": "FIN", "initiator.person": "Aino Laine"}


@pytest.mark.parametrize(
    ("changes", "lost", "found"),
    [
        ({"status": "held"}, Filter(types=("declined",)), Filter(types=("held",))),
        ({"when": "2024-05-09"}, Filter(until="2024-05-08"), Filter(since="2024-05-09")),
        ({"initiator.country": "FIN"}, Filter(between=("NOR", "SWE")), Filter(between=("FIN", "NOR"))),
        ({"initiator.country": "FIN"}, Filter(involving=("SWE",)), Filter(involving=("FIN",))),
        (FIN, Filter(person="Nobody"), Filter(person="Aino Laine")),
        ({"by": None}, Filter(by="NOR"), Filter(involving=("NOR",))),
        ({"channel": "video"}, Filter(channels=("phone",)), Filter(channels=("video",))),
        ({"level": "minister"}, Filter(levels=("unspecified",)), Filter(levels=("minister",))),
        ({"forum": "Arctic talks"}, Filter(forum="Oslo talks"), Filter(forum="arctic talks")),
        ({"reasons.0.kind": "health"}, Filter(reasons=("protocol",)), Filter(reasons=("health",))),
        ({"according_to": []}, Filter(according_to="NOR"), Filter(outlet="The Fjord")),
    ],
)
def test_every_filter_follows_a_correction_and_its_undoing(
    store: Store, changes: dict[str, Any], lost: Filter, found: Filter
) -> None:
    (one,) = told_in(store, "a")

    def lists(wanted: Filter) -> bool:
        return one in {entry.record.id for entry in store.ask(wanted)}

    before = lists(lost), lists(found)
    with by(store) as reviewer:
        reviewer.correct(one, changes)
    assert (lists(lost), lists(found)) == (False, True)
    with by(store) as reviewer:
        reviewer.undo(one)
    assert (lists(lost), lists(found)) == before


def test_corrections_apply_in_their_order_and_each_can_be_undone(store: Store) -> None:
    (one,) = told_in(store, "a")
    with by(store, "anna") as reviewer:
        first = reviewer.correct(one, {"status": "held", "channel": "video"})
    with by(store, "bo") as reviewer:
        reviewer.correct(one, {"status": "accepted"})

    def now() -> tuple[str, str]:
        record: Any = shown(store, one).record
        return str(record.status), str(record.channel)

    assert now() == ("accepted", "video")
    assert shown(store, one).reviewed.corrected_by == ("anna", "bo")  # type: ignore[union-attr]
    with by(store, "bo") as reviewer:
        reviewer.undo(first)
    assert now() == ("accepted", "phone")
    with by(store, "bo") as reviewer:
        reviewer.undo(one)
    assert now() == ("declined", "phone")


def test_a_corrected_statement_is_what_records_rest_on(store: Store) -> None:
    (one,) = told_in(store, "a")
    (told,) = shown(store, one).told_by
    with by(store) as reviewer:
        reviewer.correct(told, {"source.country": "SWE"})
    assert shown(store, one).told_by[told].source.country == "SWE"  # type: ignore[union-attr]
    assert [entry.record.id for entry in store.ask(Filter(kinds=("contact",), according_to="SWE"))] == [one]


def test_what_a_correction_moves_is_marked_for_linking_where_it_was_and_where_it_is(store: Store) -> None:
    (one, two) = told_in(store, "a", "b")
    tie(store, same(one, two))
    with by(store) as reviewer:
        reviewer.correct(one, {"initiator.country": "FIN", "when": "2024-05-09"})
    assert set(store.connection.execute("SELECT * FROM to_link")) == {
        ("NOR", "SWE", "2024-03"), ("FIN", "NOR", "2024-05"),
    }  # fmt: skip
    assert deeds(store) == {frozenset((one,)), frozenset((two,))}


@pytest.mark.parametrize("between", [("NOR", "SWE"), ("NOR", "NOR")])
def test_the_ledger_is_not_given_what_people_have_rejected_until_that_is_undone(
    store: Store, between: tuple[str, str]
) -> None:
    one, two = _measures(store, between)

    def given() -> set[str]:
        with store.writing() as writer:
            scope = writer.links.next_scope()
            assert scope is not None
            return {entry.record.id for entry in writer.links.around(scope, 10)}

    assert given() == {one, two}
    with by(store) as reviewer:
        reviewer.reject(two)
    assert given() == {one}
    with by(store) as reviewer:
        reviewer.undo(two)
    assert given() == {one, two}


def _measures(store: Store, between: tuple[str, str]) -> list[str]:
    """Two measures, each between these sides; of one side alone where both are the same."""
    found = []
    for key in "ab":
        of = article(f"{TEXT} {key}", key=key)
        span = Span(start=7, end=15, text=of.text[7:15])
        record = Measure(
            id=f"me-00000000000{key}", article=of.id, anchor=span, evidence=(), confidence=1, reader="test",
            type=MeasureType.BAN, imposed_by=(state(between[0]),), on=(state(between[1]),), when=of.published,
            status=MeasureStatus.IN_FORCE,
        )  # fmt: skip
        put(store, Reading(header=Header(reader="test 1"), article=of, records=(record,)))
        found.append(record.id)
    return found


def test_a_note_marks_nothing_for_linking(store: Store) -> None:
    (one,) = told_in(store, "a")
    tie(store)
    with by(store) as reviewer:
        reviewer.note(one, "odd")
        reviewer.accept(one)
    assert store.links_to_make() == 0


# --- merge, split ------------------------------------------------------------------------------------


def test_merged_records_tell_one_deed(store: Store) -> None:
    one, two, three = told_in(store, "a", "b", "c")
    with by(store) as reviewer:
        reviewer.merge(two, one)
    assert deeds(store) == {frozenset((one, two)), frozenset((three,))}
    assert shown(store, two).reports == 2
    assert len(store.ask(CONTACTS, once=True)) == 2
    with by(store) as reviewer:
        reviewer.undo(two)
    assert len(deeds(store)) == 3


def test_a_record_split_off_tells_a_deed_of_its_own_until_that_is_undone(store: Store) -> None:
    one, two, three = told_in(store, "a", "b", "c")
    tie(store, same(one, two), same(two, three), same(one, three))
    with by(store) as reviewer:
        reviewer.split(two)
    assert deeds(store) == {frozenset((one, three)), frozenset((two,))}
    with by(store) as reviewer:
        reviewer.undo(two)
    assert deeds(store) == {frozenset((one, two, three))}


def test_of_merging_and_splitting_the_last_counts(store: Store) -> None:
    one, two = told_in(store, "a", "b")
    with by(store, "anna") as reviewer:
        reviewer.merge(one, two)
    with by(store, "bo") as reviewer:
        reviewer.split(one)
    assert len(deeds(store)) == 2
    with by(store, "anna") as reviewer:
        reviewer.merge(one, two)
    assert len(deeds(store)) == 1
    assert len(rows(store)) == 3


def test_a_split_leaves_the_steps_of_a_contact_together(store: Store) -> None:
    one, two = told_in(store, "a", "b")
    tie(store, link(Relation.ANSWERS, two, one, score=0.8, reasons=()))
    with by(store) as reviewer:
        reviewer.split(two)
    assert {entry.thread for entry in store.ask(CONTACTS)} == {min(one, two)}


# --- events that code records ------------------------------------------------------------------------


def coded_in(store: Store, *keys: str) -> tuple[list[str], list[str]]:
    """The contacts of articles with these keys, and the events that code them."""
    readings = [coded(reading(article(f"{TEXT} {key}", key=key), Status.DECLINED)) for key in keys]
    put(store, *readings)
    return [one.contacts[0].id for one in readings], [one.events[0].id for one in readings]


EVENTS = Filter(kinds=("event",))


def test_the_event_that_codes_a_rejected_record_goes_with_it(store: Store) -> None:
    (one, _), (first, second) = coded_in(store, "a", "b")
    with by(store) as reviewer:
        reviewer.reject(one)
    assert [entry.record.id for entry in store.ask(EVENTS)] == [second]
    told = shown(store, first, Filter(rejected=True)).reviewed
    assert (told.verdict, told.by) == ("rejected", "anna")  # type: ignore[union-attr]
    with by(store, "bo") as reviewer:
        reviewer.accept(first)
    assert {entry.record.id for entry in store.ask(EVENTS)} == {first, second}
    with by(store) as reviewer:
        reviewer.undo(first)
        reviewer.undo(one)
    assert {entry.record.id for entry in store.ask(EVENTS)} == {first, second}


def test_events_follow_the_deeds_of_what_they_code(store: Store) -> None:
    (one, two), events = coded_in(store, "a", "b")
    with by(store) as reviewer:
        reviewer.merge(one, two)
    assert deeds(store, EVENTS) == {frozenset(events)}
    with by(store) as reviewer:
        reviewer.split(one)
    assert deeds(store, EVENTS) == {frozenset((event,)) for event in events}


def test_an_event_can_be_corrected_split_off_and_merged_for_itself(store: Store) -> None:
    (one, two), (first, second) = coded_in(store, "a", "b")
    apart, together = {frozenset((first,)), frozenset((second,))}, {frozenset((first, second))}
    with by(store) as reviewer:
        reviewer.merge(one, two)
        reviewer.correct(first, {"type": "AGREE"})
    assert deeds(store, EVENTS) == apart
    with by(store) as reviewer:
        reviewer.undo(first)
        reviewer.split(second)
    assert deeds(store, EVENTS) == apart
    assert len(deeds(store)) == 1
    with by(store) as reviewer:
        reviewer.undo(one)
        reviewer.merge(first, second)
    assert deeds(store, EVENTS) == together
    assert len(deeds(store)) == 2
    with by(store) as reviewer:
        reviewer.reject(first)
    assert deeds(store, EVENTS) == {frozenset((second,))}


# --- undo, notes, history ----------------------------------------------------------------------------


def test_undoing_withdraws_with_name_and_time_and_deletes_nothing(store: Store) -> None:
    (one,) = told_in(store, "a")
    with by(store, "anna") as reviewer:
        review = reviewer.reject(one)
    with by(store, "bo") as reviewer:
        assert reviewer.undo(one) == review
    (kept,) = store.history(one)
    assert (kept.id, kept.judgement.by, kept.withdrawn_by, kept.holds) == (review, "anna", "bo", False)
    assert kept.withdrawn_at is not None
    assert shown(store, one).reviewed is None


def test_saying_the_same_again_keeps_nothing_new(store: Store) -> None:
    one, two = told_in(store, "a", "b")
    for _ in range(2):
        with by(store) as reviewer:
            ids = [
                reviewer.accept(one), reviewer.correct(two, {"status": "held"}), reviewer.note(one, "odd"),
                reviewer.merge(one, two), reviewer.note(two, "even"),
            ]  # fmt: skip
    assert len(rows(store)) == 5
    assert [row[1] for row in rows(store)] == ids


def test_saying_the_same_after_somebody_said_otherwise_is_a_new_word(store: Store) -> None:
    (one,) = told_in(store, "a")
    for name, verb in (("anna", "accept"), ("bo", "reject"), ("anna", "accept"), ("bo", "reject"), ("bo", "reject")):
        with by(store, name) as reviewer:
            getattr(reviewer, verb)(one)
    assert [row[3] for row in rows(store)] == ["accept", "reject", "accept", "reject"]


def test_what_others_agree_on_is_kept_in_each_ones_name(store: Store) -> None:
    (one,) = told_in(store, "a")
    for name in ("anna", "bo", "anna", "bo"):
        with by(store, name) as reviewer:
            reviewer.accept(one)
    assert [kept.judgement.by for kept in store.history(one)] == ["anna", "bo"]


def test_the_history_tells_links_and_what_was_said_of_them(store: Store) -> None:
    one, two = told_in(store, "a", "b")
    between = same(one, two)
    tie(store, between)
    with by(store) as reviewer:
        reviewer.note(one, "told by a stringer")
        reviewer.reject(between.id)
    told = [(kept.judgement.relation, kept.judgement.by, kept.holds) for kept in store.history(one)]
    assert told == [("same", "ledger", False), ("note", "anna", True), ("reject", "anna", True)]
    assert [kept.judgement.relation for kept in store.history(between.id)] == ["same", "reject"]
    assert store.history(one)[0].judgement.reasons == ("told alike",)
    assert store.history(article(f"{TEXT} a", key="a").id) == []


def test_notes_that_are_closed_take_no_more_until_they_are_opened(store: Store) -> None:
    (one,) = told_in(store, "a")
    of = article(f"{TEXT} a", key="a").id
    for thing in (one, of):
        with by(store, "anna") as reviewer:
            reviewer.note(thing, "seen")
            closed = reviewer.close(thing)
        with by(store, "bo") as reviewer:
            assert reviewer.close(thing) == closed
            for words in ("and more", "seen"):
                with pytest.raises(
                    UsageError, match=rf"anna closed the notes on {thing} at 20.*--reopen.*undo {closed}"
                ):
                    reviewer.note(thing, words)
            assert reviewer.reopen(thing) == closed
            reviewer.note(thing, "and more")
        kept = [(k.judgement.relation, k.judgement.by, k.withdrawn_by, k.holds) for k in store.history(thing)]
        assert kept == [("note", "anna", None, True), ("close", "anna", "bo", False), ("note", "bo", None, True)]


def test_notes_are_opened_by_undo_and_one_thing_closed_closes_no_other(store: Store) -> None:
    one, other = told_in(store, "a", "b")
    with by(store) as reviewer:
        closed = reviewer.close(one)
        reviewer.note(other, "open")
        reviewer.accept(one)
        assert reviewer.undo(closed) == closed
        reviewer.note(one, "open again")
    assert shown(store, one).reviewed is not None


def test_closing_notes_changes_no_list_and_marks_nothing_for_linking(store: Store) -> None:
    (one,) = told_in(store, "a")
    before = lists(store)
    store.connection.execute("DELETE FROM to_link")
    with by(store) as reviewer:
        reviewer.close(one)
    assert lists(store) == before
    assert store.links_to_make() == 0
    assert list(store.check()) == []


MISUSE: list[tuple[Callable[[Reviewer, str, str], object], str]] = [
    (lambda r, one, st_: r.accept("co-000000000000"), "no record or link co-000000000000"),
    (lambda r, one, st_: r.reject("ju-000000000000"), "no record or link ju-"),
    (lambda r, one, st_: r.split("co-000000000000"), "no record or link"),
    (lambda r, one, st_: r.merge(one, st_), "only records of one kind tell one deed, but"),
    (lambda r, one, st_: r.merge(one, one), "cannot be merged with itself"),
    (lambda r, one, st_: r.correct(one, {"state": "held"}), "no such field"),
    (lambda r, one, st_: r.correct(one, {"status": "met"}), "'met' is none of"),
    (lambda r, one, st_: r.correct(one, {}), "nothing to correct"),
    (lambda r, one, st_: r.correct(one, {"according_to": ["st-000000000000"]}), "no record st-000000000000 in its"),
    (lambda r, one, st_: r.undo(one), "no review of .* stands"),
    (lambda r, one, st_: r.note(one, "  "), "the note on .* is empty"),
    (lambda r, one, st_: r.close("co-000000000000"), "no record or link co-000000000000"),
    (lambda r, one, st_: r.reopen(one), "the notes on .* are not closed"),
    (lambda r, one, st_: r.close(r.note(one, "x")), "is itself a review"),
    (lambda r, one, st_: (r.reject(one), r.merge(one, "co-1")), "no record or link co-1"),
    (lambda r, one, st_: r.accept(r.reject(one)), "is itself a review; `pourparler undo"),
    (lambda r, one, st_: (r.undo(r.accept(one)), r.undo(one)), "no review of"),
    (lambda r, one, st_: r.correct(same(one, st_).id, {"status": "held"}), "is no record; accept, reject and note"),
    (lambda r, one, st_: r.undo(same(one, st_).id), "nobody has reviewed ju-.*, a link by ledger"),
]


@pytest.mark.parametrize(("misuse", "told"), MISUSE)
def test_misuse_is_told_and_changes_nothing(
    store: Store, misuse: Callable[[Reviewer, str, str], object], told: str
) -> None:
    (one,) = told_in(store, "a")
    (statement,) = (entry.record.id for entry in store.ask(Filter(kinds=("statement",))))
    tie(store, same(one, statement))
    before = rows(store)
    with pytest.raises(UsageError, match=told), store.reviewing("anna") as reviewer:
        misuse(reviewer, one, statement)
    assert rows(store) == before


def test_a_withdrawn_review_tells_who_withdrew_it(store: Store) -> None:
    (one,) = told_in(store, "a")
    with by(store) as reviewer:
        review = reviewer.accept(one)
    with by(store, "bo") as reviewer:
        reviewer.undo(review)
    with pytest.raises(UsageError, match="was withdrawn by bo at"), store.reviewing("anna") as reviewer:
        reviewer.undo(review)


def test_a_rejected_record_is_not_merged(store: Store) -> None:
    one, two = told_in(store, "a", "b")
    with by(store) as reviewer:
        reviewer.reject(two)
    with pytest.raises(UsageError, match=f"{two} is rejected"), store.reviewing("anna") as reviewer:
        reviewer.merge(one, two)


@pytest.mark.parametrize("name", ["", "  ", "ledger"])
def test_a_review_needs_a_persons_name(store: Store, name: str) -> None:
    with pytest.raises(UsageError, match="is no reviewer's name"), store.reviewing(name):
        pass


def test_an_unknown_thing_has_no_history(store: Store) -> None:
    with pytest.raises(UsageError, match="no record, link or article co-0"):
        store.history("co-0")


# --- newer readings, forgetting ----------------------------------------------------------------------


def test_reviews_outlast_a_newer_reading(store: Store) -> None:
    readings = [reading(article(f"{TEXT} {key}", key=key), Status.DECLINED) for key in "abc"]
    put(store, *readings)
    one, two, three = (each.contacts[0].id for each in readings)
    with by(store) as reviewer:
        reviewer.correct(one, {"initiator.country": "FIN"})
        reviewer.reject(two)
        reviewer.merge(one, three)
    put(store, *(reading(each.article, Status.DECLINED, Status.HELD, reader="test 2") for each in readings))
    assert list(store.check()) == []
    assert [e.record.id for e in store.ask(Filter(between=("FIN", "NOR"), kinds=("contact",)))] == [one]
    assert two not in {entry.record.id for entry in store.ask(CONTACTS)}
    assert frozenset((one, three)) in deeds(store)
    assert not shown(store, one).reviewed.read_anew  # type: ignore[union-attr]


def test_what_was_reviewed_and_is_read_otherwise_says_so(store: Store) -> None:
    old = reading(article(), Status.DECLINED)
    put(store, old)
    one = old.contacts[0].id
    with by(store) as reviewer:
        reviewer.accept(one)
    put(store, reading(article(), Status.DECLINED, reader="test 2", between=("NOR", "DNK")))
    assert shown(store, one).reviewed.read_anew  # type: ignore[union-attr]


def test_a_merger_holds_while_both_records_are_there_in_whatever_order_they_are_read(store: Store) -> None:
    one, two, three = told_in(store, "a", "b", "c")
    with by(store) as reviewer:
        reviewer.merge(one, two)
        reviewer.merge(one, three)
    read = article(f"{TEXT} a", key="a")
    put(store, reading(read, reader="test 2"))
    assert list(store.check()) == []
    assert deeds(store) == {frozenset((two,)), frozenset((three,))}
    put(store, reading(read, Status.DECLINED, reader="test 3"))
    assert list(store.check()) == []
    assert deeds(store) == {frozenset((one, two, three))}


def test_a_correction_finds_its_words_where_a_newer_text_has_them(store: Store) -> None:
    (one,) = told_in(store, "a")
    with by(store) as reviewer:
        reviewer.correct(one, {"topics": ["an Oslo official"]})
    before = reading(article(f"{TEXT} a", key="a"), Status.DECLINED)
    moved = article(f"Updated. {TEXT} a", key="a")
    spans = {
        "anchor": _moved(before.contacts[0].anchor),
        "evidence": (_moved(before.contacts[0].anchor),),
        "reasons": (),
    }
    put(store, Reading(header=before.header, article=moved, records=(replace(before.contacts[0], **spans),)))
    (topic,) = shown(store, one).record.topics  # type: ignore[attr-defined]
    assert moved.text[topic.start : topic.end] == "an Oslo official"
    assert list(store.check()) == []


def _moved(span: Any) -> Any:
    return replace(span, start=span.start + len("Updated. "), end=span.end + len("Updated. "))


def test_what_reviewers_quoted_of_a_forgotten_article_is_forgotten_too(store: Store) -> None:
    secret = article(
        "A confidential meeting at Rivergate was declined, citing protocol, an Oslo official said.", key="s"
    )
    put(store, one := reading(secret, Status.DECLINED))
    name = one.contacts[0].id
    (other,) = told_in(store, "b")
    with by(store) as reviewer:
        reviewer.correct(name, {"topics": ["Rivergate"]})
        reviewer.note(name, "Rivergate again")
        reviewer.note(secret.id, "on Rivergate")
        reviewer.merge(name, other)
    put(store, reading(secret, reader="test 2"))  # what was reviewed is only in a packed reading now
    store.forget(secret.id)
    assert b"rivergate" not in store.path.read_bytes().lower()
    assert list(store.check()) == []
    told = [(kept.judgement.relation, kept.judgement.by, kept.withdrawn_by) for kept in store.history(name)]
    assert told == [("correct", "anna", "forget"), ("note", "anna", "forget"), ("merge", "anna", "forget")]
    assert shown(store, other).deed == other


# --- all together ------------------------------------------------------------------------------------

KEYS = "abcd"
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["accept", "reject", "correct", "move", "merge", "split", "note", "close", "link", "undo", "again", "event"]
        ),
        st.integers(0, 7),
        st.integers(0, 7),
        st.sampled_from(["anna", "bo"]),
    ),
    max_size=14,
)
DONE: dict[str, Callable[[Reviewer, str, str, str], object]] = {
    "accept": lambda r, one, other, tied: r.accept(one),
    "reject": lambda r, one, other, tied: r.reject(one),
    "correct": lambda r, one, other, tied: r.correct(one, {"factuality": "planned", "according_to": []}),
    "move": lambda r, one, other, tied: r.correct(one, {"when": "2024-05-09"}),
    "event": lambda r, one, other, tied: r.correct(one, {"type": "AGREE"} if one[:2] == "ev" else {"status": "held"}),
    "merge": lambda r, one, other, tied: r.merge(one, other),
    "split": lambda r, one, other, tied: r.split(one),
    "note": lambda r, one, other, tied: r.note(one, f"see {other}"),
    "close": lambda r, one, other, tied: r.close(one),
    "link": lambda r, one, other, tied: r.reject(tied),
    "undo": lambda r, one, other, tied: r.undo(one),
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_undoing_every_review_gives_back_all_lists(tmp_path: Path, steps: list[tuple[str, int, int, str]]) -> None:
    (path := tmp_path / "store.db").unlink(missing_ok=True)
    for rest in ("-wal", "-shm"):
        path.with_name(f"store.db{rest}").unlink(missing_ok=True)
    with open_store(path, create=True) as store:
        contacts, events = coded_in(store, *KEYS)
        records = [*contacts, *events]
        links = [same(records[0], records[1]), same(records[1], records[2])]
        tie(store, *links, link(Relation.FOLLOWS, records[3], records[2], score=0.7, reasons=()))
        before = lists(store)
        for verb, one, other, name in steps:
            if verb == "again":
                key = KEYS[one % 4]
                again = coded(reading(article(f"{TEXT} {key}", key=key), Status.DECLINED, reader=f"test {other}"))
                held = [same(*pair) for pair in ((records[0], records[1]), (records[1], records[2]))]
                put(store, again)
                tie(store, *held, link(Relation.FOLLOWS, records[3], records[2], score=0.7, reasons=()))
                continue
            try:
                with store.reviewing(name) as reviewer:
                    DONE[verb](reviewer, records[one], records[other], links[one % 2].id)
            except UsageError:
                continue
        assert list(store.check()) == []
        for thing in [*records, *(one.id for one in links)]:
            _undo_all(store, thing)
        assert list(store.check()) == []
        assert lists(store) == before


def _undo_all(store: Store, thing: str) -> None:
    while any(kept.holds or not kept.withdrawn_at for kept in store.history(thing) if kept.id.startswith("re-")):
        try:
            with store.reviewing("cy") as reviewer:
                reviewer.undo(thing)
        except UsageError:
            return


def lists(store: Store) -> list[Any]:
    """All that lists tell; numbers of rows and what was said of them aside, as both change with every reading."""
    entries = [store.ask(Filter()), store.ask(Filter(between=("NOR", "SWE"))), store.ask(Filter(types=("declined",)))]
    told = [[json.dumps(_plain(entry), default=str) for entry in page] for page in entries]
    return [
        *map(sorted, told),
        store.series(CONTACTS, (By.MONTH, By.TYPE, By.CHANNEL)),
        list(store.ask(Filter(rejected=True))),
    ]


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        name: getattr(entry, name) for name in ("record", "deed", "thread", "reports", "origins", "day", "reviewed")
    }


def test_the_history_of_a_thing_is_looked_up_and_not_looked_for(store: Store) -> None:
    from pourparler.store.judging.history import _LINES

    steps = [step for *_, step in store.connection.execute(f"EXPLAIN QUERY PLAN {_LINES}", ("co-one",))]
    assert not [step for step in steps if step.startswith("SCAN judgement")]
