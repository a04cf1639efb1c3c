"""The steps of a contact, each with some of those who tell it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.making import article, coded, reading

from pourparler.errors import UsageError
from pourparler.records import Relation, Status
from pourparler.records.judgements import link
from pourparler.store import Store, open_store

ASKED = reading(article(key="a", published="2024-03-01"), Status.REQUESTED)
REFUSED = [reading(article(key=key, published="2024-03-03"), Status.DECLINED) for key in "bcd"]
HELD = reading(article(key="e", published="2024-03-09"), Status.HELD)
NAMES = [told.contacts[0].id for told in (ASKED, *REFUSED, HELD)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A request, its refusal in three articles of which two tell one text, and what was held."""
    with open_store(tmp_path / "s.db", create=True) as opened:
        with opened.writing() as writer:
            for one in (ASKED, *REFUSED, HELD):
                number = writer.keep(one.article)
                writer.file(number, coded(one))
                writer.relatives.place(number, number.to_bytes(12))
            made = [link(Relation.ANSWERS, NAMES[1], NAMES[0], score=1, reasons=())]
            made += [link(Relation.SAME, NAMES[1], other, score=1, reasons=()) for other in NAMES[2:4]]
            made += [link(Relation.FOLLOWS, NAMES[4], NAMES[0], score=1, reasons=())]
            writer.judge.keep(made, scope="NOR SWE")
            writer.judge.regroup(NAMES)
            writer.relatives.tie(*(told.article.id for told in REFUSED[:2]), "copy", 1.0, ())
        yield opened


@pytest.mark.parametrize("name", NAMES)
def test_every_record_of_a_contact_leads_to_all_its_steps_oldest_first(store: Store, name: str) -> None:
    thread = store.steps(name)
    assert [set(step.ids) for step in thread.steps] == [{NAMES[0]}, set(NAMES[1:4]), {NAMES[4]}]
    assert (thread.number, thread.reports, thread.skipped) == (3, 5, 0)


def test_of_copies_one_is_shown_before_any_other_origin_is_left_out(store: Store) -> None:
    (step,) = store.steps(NAMES[0], limit=1, skip=1, told=2).steps
    families = [entry.family for entry in step.told]
    assert len(families) == len(set(families)) == 2
    assert store.steps(NAMES[0]).origins == 4


def test_steps_are_paged(store: Store) -> None:
    thread = store.steps(NAMES[0], limit=2, skip=2)
    assert (thread.number, thread.skipped, [step.ids for step in thread.steps]) == (3, 2, [(NAMES[4],)])


def test_a_rejected_record_stands_alone(store: Store) -> None:
    with store.reviewing("anna") as reviewer:
        reviewer.reject(NAMES[4])
    assert [step.ids for step in store.steps(NAMES[4]).steps] == [(NAMES[4],)]
    assert store.steps(NAMES[0]).number == 2


def test_there_is_no_thread_of_what_is_not_there(store: Store) -> None:
    with pytest.raises(UsageError, match="no record co-1"):
        store.steps("co-1")
