"""What has changed is linked anew, and nothing else; people's judgements outlast it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from tests.store.making import article, coded, reading, state

from pourparler.records import (
    Entry,
    Judgement,
    JudgementKind,
    Measure,
    MeasureStatus,
    MeasureType,
    Reading,
    Relation,
    Span,
    Status,
)
from pourparler.records.judgements import link
from pourparler.store import Cursor, Filter, Store, open_store

CONTACTS = Filter(kinds=("contact",))
REACH = 100


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "store.db", create=True)


def put(store: Store, *readings: object) -> None:
    with store.writing() as writer:
        for one in readings:
            writer.file(writer.keep(one.article), one)


def alike(entries: Iterable[Entry]) -> list[Judgement]:
    """A simple ledger: contacts of one status on one day are the same, an answer of that day answers the request."""
    contacts = sorted((e for e in entries if e.record.kind == "contact"), key=lambda e: e.record.id)
    found = []
    for number, one in enumerate(contacts):
        for other in contacts[number + 1 :]:
            if one.day == other.day and one.record.status == other.record.status:
                found.append(link(Relation.SAME, one.record.id, other.record.id, score=1, reasons=("one day",)))
            statuses = {one.record.status: one, other.record.status: other}
            if one.article == other.article and statuses.keys() == {Status.DECLINED, Status.REQUESTED}:
                reply, request = statuses[Status.DECLINED], statuses[Status.REQUESTED]
                found.append(
                    link(Relation.ANSWERS, reply.record.id, request.record.id, score=0.5, reasons=("next to it",))
                )
    return found


def link_all(store: Store) -> int:
    """Links every scope that waits; how many there were."""
    scopes = 0
    while True:
        with store.writing() as writer:
            if (scope := writer.links.next_scope()) is None:
                return scopes
            known = writer.links.around(scope, REACH)
            writer.links.replace(scope, REACH, known, alike(known))
        scopes += 1


def deeds(store: Store) -> list[tuple[str, int, int]]:
    return sorted((e.record.status, e.reports, e.origins) for e in store.ask(CONTACTS, once=True))


def test_records_that_a_link_holds_together_are_one_deed_of_many_reports(store: Store) -> None:
    put(store, reading(article(key="one"), Status.DECLINED), reading(article(key="two"), Status.DECLINED))
    assert deeds(store) == [("declined", 1, 1), ("declined", 1, 1)]
    assert link_all(store) == 1
    assert deeds(store) == [("declined", 2, 2)]
    assert len(store.ask(CONTACTS)) == 2


def test_what_is_linked_waits_for_nothing_until_a_record_changes(store: Store) -> None:
    put(store, reading(article(key="one"), Status.DECLINED))
    assert link_all(store) == 1
    assert store.links_to_make() == 0
    put(store, reading(article(key="two"), Status.DECLINED))
    assert store.links_to_make() == 1


def test_a_superseded_text_takes_its_links_with_it(store: Store) -> None:
    put(store, reading(article(key="one"), Status.DECLINED), reading(article(key="two"), Status.DECLINED))
    link_all(store)
    put(store, reading(article("Norway and Sweden met.", key="two", published="2024-03-07"), Status.HELD))
    assert deeds(store) == [("declined", 1, 1), ("held", 1, 1)]
    link_all(store)
    assert deeds(store) == [("declined", 1, 1), ("held", 1, 1)]
    assert store.judgements(relation=Relation.SAME) == []


def test_the_middle_of_a_chain_that_goes_parts_what_it_held_together(store: Store) -> None:
    keys = ("one", "two", "three")
    put(store, *(reading(article(key=key), Status.DECLINED) for key in keys))
    with store.writing() as writer:
        ids = sorted(e.record.id for e in store.ask(CONTACTS))
        chain = [link(Relation.SAME, a, b, score=1, reasons=()) for a, b in pairwise(ids)]
        writer.judge.keep(chain, scope="NOR SWE")
        writer.judge.regroup(ids)
    assert deeds(store) == [("declined", 3, 3)]
    middle = next(e for e in store.ask(CONTACTS) if e.record.id == ids[1])
    store.forget(middle.article)
    assert deeds(store) == [("declined", 1, 1), ("declined", 1, 1)]


def test_a_thread_holds_request_and_answer_and_a_deed_does_not(store: Store) -> None:
    put(store, reading(article(key="one"), Status.REQUESTED, Status.DECLINED))
    link_all(store)
    (one, two) = store.ask(CONTACTS)
    assert one.deed != two.deed
    assert one.thread == two.thread
    assert {e.record.id for e in store.thread(one.record.id)} == {one.record.id, two.record.id}


def test_a_link_that_somebody_rejected_holds_nothing_however_often_it_is_made(store: Store) -> None:
    put(store, reading(article(key="one"), Status.DECLINED), reading(article(key="two"), Status.DECLINED))
    link_all(store)
    (same,) = store.judgements(relation=Relation.SAME)
    with store.writing() as writer:
        no = Judgement(kind=JudgementKind.REVIEW, relation="reject", subject=same.id, by="Ida")
        writer.judge.keep([no])
        writer.judge.regroup([same.subject, same.object])
    assert deeds(store) == [("declined", 1, 1), ("declined", 1, 1)]
    put(store, reading(article(key="three"), Status.DECLINED))
    link_all(store)
    assert store.judgements(about=same.id, relation="reject")


def test_whoever_merges_two_records_keeps_them_one_when_a_newer_reader_comes(store: Store) -> None:
    put(store, reading(article(key="one"), Status.DECLINED), reading(article(key="two"), Status.HELD))
    ids = sorted(e.record.id for e in store.ask(CONTACTS))
    with store.writing() as writer:
        writer.judge.keep(
            [Judgement(kind=JudgementKind.REVIEW, relation="merge", subject=ids[0], object=ids[1], by="Ida")]
        )
        writer.judge.regroup(ids)
    assert len(deeds(store)) == 1
    put(store, reading(article(key="one"), Status.DECLINED, reader="test 2"))
    link_all(store)
    assert len(deeds(store)) == 1


def test_once_gives_each_deed_on_one_page_only(store: Store) -> None:
    put(store, *(reading(article(key=str(n)), Status.DECLINED) for n in range(6)))
    put(store, *(reading(article(key=f"{n}th", published=f"2024-03-{n + 10}"), Status.DECLINED) for n in range(4)))
    link_all(store)
    pages, behind = [], None
    while page := store.ask(CONTACTS, limit=2, behind=behind, once=True):
        pages += page
        behind = Cursor.behind(page[-1])
    assert len({entry.deed for entry in pages}) == len(pages) == len(deeds(store))


def test_events_that_code_one_deed_are_one_event(store: Store) -> None:
    put(store, coded(reading(article(key="one"), Status.DECLINED)), coded(reading(article(key="two"), Status.DECLINED)))
    link_all(store)
    (event,) = store.ask(Filter(kinds=("event",)), once=True)
    assert (event.reports, event.origins) == (2, 2)


def test_a_link_from_what_one_side_did_goes_when_nothing_of_the_two_stands_beside_it_any_more(store: Store) -> None:
    of = article(key="alone")
    ban = Measure(
        id="me-000000000001", article=of.id, anchor=Span(start=7, end=15, text="declined"), evidence=(), confidence=1,
        reader="test", type=MeasureType.BAN, imposed_by=(state("NOR"),), when=of.published,
        status=MeasureStatus.IN_FORCE,
    )  # fmt: skip
    beside = reading(article(key="beside", published="2024-03-10"), Status.DECLINED)
    later = reading(article(key="later", published="2024-05-20"), Status.HELD)

    def link_ban() -> list[Judgement]:
        while True:
            with store.writing() as writer:
                if (scope := writer.links.next_scope()) is None:
                    return store.judgements(relation=Relation.BLOCKS)
                known = writer.links.around(scope, REACH)
                both = {ban.id, later.contacts[0].id} <= {entry.record.id for entry in known}
                made = link(Relation.BLOCKS, ban.id, later.contacts[0].id, score=1, reasons=())
                writer.links.replace(scope, REACH, known, [made] if both else [])

    put(store, Reading(header=later.header, article=of, records=(ban,)), later)
    assert link_ban() == []
    put(store, beside)
    assert len(link_ban()) == 1
    store.forget(beside.article.id)
    assert link_ban() == []
    assert list(store.check()) == []
