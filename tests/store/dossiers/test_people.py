"""People and outlets are counted while articles come and go, and told with what is behind each figure."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.making import article, reading, state

from pourparler.records import Judgement, JudgementKind, Relation, Stance, Status
from pourparler.store import Filter, Store, open_store
from pourparler.store.opening import migrations


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "store.db", create=True)


def tell(
    store: Store, key: str, person: str, *statuses: Status, stance: Stance = Stance.ASSERTS, side: str = "NOR"
) -> str:
    one = article(key=key, outlet=f"Paper {key}")
    made = reading(one, *statuses)
    said = replace(made.statements[0], stance=stance, source=state(side, person=person))
    with store.writing() as writer:
        writer.file(writer.keep(one), replace(made, records=(said, *made.contacts)))
    return one.id


def test_people_come_by_their_number_of_records_page_by_page(store: Store) -> None:
    for key, person in enumerate(["Ann", "Ann", "Bo", "Cy", "Ann", "Bo", "Di"]):
        tell(store, str(key), person)
    first = store.people(limit=2)
    assert [(one.name, one.records) for one in first] == [("Ann", 3), ("Bo", 2)]
    rest = store.people(limit=9, behind=(first[-1].records, first[-1].name))
    assert [(one.name, one.records) for one in rest] == [("Cy", 1), ("Di", 1)]


def test_people_are_found_by_side_and_by_letters(store: Store) -> None:
    tell(store, "a", "Ann Öst")
    tell(store, "b", "Bo", side="SWE")
    assert [one.name for one in store.people(side="SWE")] == ["Bo"]
    assert [one.name for one in store.people(like="nn")] == ["Ann Öst"]
    assert store.people(like="%") == []


def test_a_figure_is_the_number_of_records_that_asking_finds(store: Store) -> None:
    for key, stance in enumerate([Stance.DENIES, Stance.DENIES, Stance.ASSERTS]):
        tell(store, str(key), "Ann", Status.HELD, stance=stance)
    found = store.person("ann")
    assert found is not None
    assert [(figure.what, figure.records, figure.reports) for figure in found.statements] == [
        ("denies", 2, 2),
        ("asserts", 1, 1),
    ]
    assert len(store.ask(Filter(kinds=("statement",), speaker="Ann", types=("denies",)))) == 2
    assert found.named.sides == ("NOR",)


def test_who_is_only_spoken_to_says_nothing(store: Store) -> None:
    one = article()
    made = reading(one)
    said = replace(made.statements[0], addressee=state("SWE", person="Ann"))
    with store.writing() as writer:
        writer.file(writer.keep(one), replace(made, records=(said,)))
    found = store.person("Ann")
    assert found is not None
    assert found.statements == ()
    assert found.named.of("statement") == 1
    assert len(store.ask(Filter(kinds=("statement",), speaker="Ann"))) == 0


def test_what_is_rejected_or_forgotten_counts_no_more(store: Store) -> None:
    kept, gone = tell(store, "a", "Ann"), tell(store, "b", "Ann")
    (said,) = (e.record.id for e in store.ask(Filter(kinds=("statement",))) if e.article == kept)
    with store.reviewing("me") as reviewer:
        reviewer.reject(said)
    found = store.person("Ann")
    assert found is not None
    assert found.named.records == 1
    store.forget(gone)
    assert store.person("Ann") is None
    assert store.people() == []
    assert list(store.check()) == []


@pytest.mark.parametrize("name", ["a\x1fb", 'a"]', "\x1e", "O'Neil", "%", "\u202e", "a, b"])
def test_any_name_is_counted_and_found(store: Store, name: str) -> None:
    tell(store, "a", name)
    found = store.person(name)
    assert found is not None
    assert [figure.what for figure in found.statements] == ["asserts"]
    assert not [fault for fault in store.check() if fault.where in ("tally", "counted")]


def test_holders_are_told_by_name_and_by_office(store: Store) -> None:
    article_id = tell(store, "a", "Ann", Status.HELD)
    value = {"person": "Ann", "office": "prime minister", "country": "NOR", "from": None, "to": None}
    made = [
        Judgement(
            kind=JudgementKind.HOLDER, relation=Relation.HOLDS, subject=article_id, object=f"{name}, prime minister",
            value=value | {"person": name},
        )
        for name in ("Ann", "Anna")
    ]  # fmt: skip
    with store.writing() as writer:
        writer.judge.keep(made)
    assert store.offices_held("Ann") == made[:1]
    assert store.titles_learned("NOR") == ["prime minister"]
    assert store.titles_learned("SWE") == []
    assert store.holders_learned("NOR", "prime minister") == made[::-1]


def test_what_was_there_before_people_were_counted_is_counted_by_the_migration(store: Store) -> None:
    for key, person in enumerate(["Ann", "Ann", 'B"o', "Cy"]):
        tell(store, str(key), person, Status.HELD, Status.DECLINED, stance=Stance.DENIES)
    db = store.connection
    lines = {"tally": "SELECT * FROM tally WHERE records ORDER BY 1, 2, 3, 4", "counted": "SELECT * FROM counted"}
    before = {table: db.execute(line).fetchall() for table, line in lines.items()}
    take_back(db)
    assert not db.execute("SELECT 1 FROM tally WHERE by = 'person'").fetchall()
    db.executescript(migrations()[7])
    assert {table: db.execute(line).fetchall() for table, line in lines.items()} == before
    assert list(store.check()) == []


def take_back(db: sqlite3.Connection) -> None:
    """Makes a store's tables what they were before migration 8."""
    db.executescript(
        """
        DELETE FROM tally WHERE by IN ('person', 'person type') OR kind = '';
        DROP INDEX tally_named; DROP INDEX tally_people; DROP INDEX judgement_seat;
        ALTER TABLE counted DROP COLUMN people;
        DROP INDEX article_outlet; CREATE INDEX article_outlet ON article (outlet COLLATE NOCASE);
        """
    )


def test_the_doctor_finds_and_mends_counts_of_people_that_are_wrong(store: Store) -> None:
    tell(store, "a", "Ann")
    store.connection.execute("UPDATE tally SET records = 7 WHERE by = 'person'")
    store.connection.execute("DELETE FROM tally WHERE by = 'outlet' AND kind = ''")
    faults = list(store.check())
    assert {fault.where for fault in faults} == {"tally"}
    store.mend(faults)
    assert list(store.check()) == []
    assert store.people()[0].records == 1


def test_people_are_kept_as_json_so_that_no_name_can_break_them(store: Store) -> None:
    tell(store, "a", '"],["x')
    (people,) = store.connection.execute("SELECT people FROM counted WHERE people <> ''").fetchone()
    assert json.loads(people) == [['"],["x', "NOR", 1]]
