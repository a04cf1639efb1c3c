"""Disputes within articles and across them, by sides and days, as they are linked, rejected and read anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desk.pages.making import contradiction, disputed
from tests.store.making import article, reading

from pourparler.records import Status
from pourparler.store import Cursor, Filter, Store, open_store
from pourparler.store.opening import migrations

WITHIN = disputed(reading(article(key="a", published="2024-03-01"), Status.HELD))
TELLING = reading(article(key="b", outlet="The Sound", published="2024-04-01"), Status.DECLINED)
DENIAL = reading(article(key="c", outlet="The Strait", published="2024-05-01"), Status.DECLINED)
LINK = contradiction(TELLING.contacts[0].id, DENIAL.contacts[0].id)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "s.db", create=True) as opened:
        with opened.writing() as writer:
            for one in (WITHIN, TELLING, DENIAL):
                writer.file(writer.keep(one.article), one)
            writer.judge.keep([LINK], scope="NOR SWE")
        yield opened


def _found(store: Store, **asked: object) -> list[str | None]:
    return [dispute.day for dispute in store.disputes(Filter(**asked))]  # type: ignore[arg-type]


def test_both_kinds_stand_in_one_order(store: Store) -> None:
    across, within = store.disputes(Filter())
    assert (across.across, across.name, across.day) == (True, LINK.id, "2024-05-01")
    assert [(stand.sides, stand.stance, stand.entry.outlet) for stand in across.stands] == [
        (("NOR",), "asserts", "The Sound"), (("SWE",), "denies", "The Strait"),
    ]  # fmt: skip
    assert (within.across, within.day) == (False, "2024-03-01")
    assert [(stand.sides, stand.stance) for stand in within.stands] == [(("NOR",), "asserts"), (("SWE",), "denies")]
    assert within.disputed
    assert within.disputed.record.id == WITHIN.contacts[0].id


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ({"between": ("SWE", "NOR")}, ["2024-05-01", "2024-03-01"]),
        ({"involving": ("SWE",)}, ["2024-05-01", "2024-03-01"]),
        ({"involving": ("NOR", "SWE")}, ["2024-05-01", "2024-03-01"]),
        ({"involving": ("FIN",)}, []),
        ({"since": "2024-03-02"}, ["2024-05-01"]),
        ({"until": "2024-04-30"}, ["2024-03-01"]),
    ],
)
def test_they_are_narrowed(store: Store, asked: dict[str, object], days: list[str]) -> None:
    assert _found(store, **asked) == days


def test_pages_hold_each_once_though_two_are_of_one_day(store: Store) -> None:
    same = contradiction(TELLING.contacts[0].id, WITHIN.contacts[0].id)
    with store.writing() as writer:
        writer.judge.keep([same, LINK], scope="")
    found, behind = list[str](), None
    while page := store.disputes(Filter(), limit=1, behind=behind):
        found.append(page[0].name)
        behind = Cursor.parse(str(page[0].place))
    assert len(found) == len(set(found)) == 3


def test_a_link_that_does_not_hold_is_no_dispute(store: Store) -> None:
    with store.reviewing("anna") as reviewer:
        reviewer.reject(LINK.id)
    assert _found(store) == ["2024-03-01"]
    with store.reviewing("anna") as reviewer:
        reviewer.undo(LINK.id)
        reviewer.reject(DENIAL.contacts[0].id)
    assert _found(store) == ["2024-03-01"]


def test_the_day_follows_what_people_correct(store: Store) -> None:
    with store.reviewing("anna") as reviewer:
        reviewer.correct(DENIAL.contacts[0].id, {"when": "2024-04-15"})
    assert _found(store)[0] == "2024-04-15"
    assert not list(store.check())


def test_what_is_listed_is_taken_out_with_its_link_and_its_article(store: Store) -> None:
    store.forget(DENIAL.article.id)
    assert _found(store) == ["2024-03-01"]
    assert not list(store.check())


def test_what_is_disputed_of_a_record_is_found(store: Store) -> None:
    assert [one.name for one in store.disagreements([TELLING.contacts[0].id])] == [LINK.id]
    (within,) = store.disagreements([WITHIN.contacts[0].id])
    assert not within.across
    assert store.disagreements(["co-000000000000"]) == []


def test_outlets_carry_a_deed_with_its_dispute_or_without(store: Store) -> None:
    (carrier,) = store.carriers(WITHIN.contacts[0].id)
    assert (carrier.outlet, carrier.disputes) == ("The Fjord", True)
    (carrier,) = store.carriers(TELLING.contacts[0].id)
    assert (carrier.outlet, carrier.disputes, carrier.record) == ("The Sound", False, TELLING.contacts[0].id)


def test_links_of_a_store_from_before_are_listed_when_it_is_opened(store: Store) -> None:
    db = store.connection
    before = db.execute("SELECT * FROM disputed ORDER BY side, judgement").fetchall()
    db.executescript(
        "DROP TRIGGER disputed_came; DROP TRIGGER disputed_went; DROP TRIGGER disputed_withdrawn;"
        f"DROP TRIGGER disputed_moved; DROP TABLE disputed; {migrations()[9]}"
    )
    assert db.execute("SELECT * FROM disputed ORDER BY side, judgement").fetchall() == before
    assert [side for side, *_ in before] == ["", "NOR", "NOR SWE", "SWE"]
