"""What is new is told by when it was added, under a name that stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.making import TEXT, article, reading

from pourparler.records import Status
from pourparler.store import Filter, Store, open_store

CONTACTS = Filter(kinds=("contact",), between=("NOR", "SWE"))


class Calendar:
    """The times at which things are put into the store."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def turn_to(self, day: int) -> None:
        for module in ("filing.writing", "judging.judge"):
            self._monkeypatch.setattr(f"pourparler.store.{module}.now", lambda: f"2026-01-{day:02}T08:00:00+00:00")


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    return Calendar(monkeypatch)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store.db", create=True) as opened:
        yield opened


def add(
    store: Store, key: str, published: str, *, status: Status = Status.HELD, outlet: str = "The Fjord",
    reader: str = "test 1",
) -> str:  # fmt: skip
    """An article with one contact, whose id is returned."""
    one = article(key=key, outlet=outlet, published=published)
    read = reading(one, status, reader=reader)
    with store.writing() as writer:
        writer.file(writer.keep(one), read)
    return read.contacts[0].id


def merge(store: Store, one: str, other: str, by: str = "anna") -> None:
    with store.reviewing(by) as reviewer:
        reviewer.merge(one, other)


def test_a_late_article_about_an_old_day_is_the_newest(store: Store, calendar: Calendar) -> None:
    calendar.turn_to(1)
    young = add(store, "young", "2025-12-30")
    calendar.turn_to(2)
    old = add(store, "old", "2019-03-04")
    assert [one.name for one in store.news(CONTACTS)] == [old, young]
    assert [one.added[:10] for one in store.news(CONTACTS)] == ["2026-01-02", "2026-01-01"]


def test_a_deed_is_told_once_and_keeps_its_name_when_others_tell_it_too(store: Store, calendar: Calendar) -> None:
    tellings = []
    for day, key in enumerate("abcdefgh", start=1):
        calendar.turn_to(day)
        tellings.append(add(store, key, "2025-12-30", outlet=f"Outlet {key}"))
        if day > 1:
            merge(store, tellings[0], tellings[-1])
        (told,) = store.news(CONTACTS)
        assert (told.name, told.added[:10], told.changed[:10]) == (tellings[0], "2026-01-01", f"2026-01-0{day}")
        assert told.tellings[0].record.id == tellings[-1]
        assert told.tellings[0].reports == day
    assert min(tellings) != tellings[0], "the deed's own id would have changed"
    assert len(store.news(CONTACTS)[0].tellings) == 4


def test_a_new_reading_and_a_corrected_text_leave_name_and_first_day(store: Store, calendar: Calendar) -> None:
    calendar.turn_to(1)
    first = add(store, "a", "2025-12-30")
    calendar.turn_to(2)
    other = add(store, "b", "2025-12-30", outlet="Other")
    merge(store, first, other)
    calendar.turn_to(3)
    assert add(store, "a", "2025-12-30", reader="test 2") == first
    assert store.news(CONTACTS)[0].changed[:10] == "2026-01-02"
    calendar.turn_to(4)
    corrected = article(f"{TEXT} It was corrected.", key="a", published="2025-12-31")
    read = reading(corrected, Status.HELD)
    said, contact = read.records
    with store.writing() as writer:
        writer.file(writer.keep(corrected), replace(read, records=(said, replace(contact, id=first))))
    (told,) = store.news(CONTACTS)
    assert (told.name, told.added[:10], told.changed[:10]) == (first, "2026-01-01", "2026-01-04")


def test_what_people_say_changes_a_deed_and_a_note_does_not(store: Store, calendar: Calendar) -> None:
    calendar.turn_to(1)
    name = add(store, "a", "2025-12-30")
    for day, verb in enumerate(("accept", "undo", "note"), start=2):
        calendar.turn_to(day)
        with store.reviewing("anna") as reviewer:
            getattr(reviewer, verb)(name, *(["a word"] if verb == "note" else []))
    assert store.news(CONTACTS)[0].changed[:10] == "2026-01-03"
    with store.reviewing("anna") as reviewer:
        reviewer.reject(name)
    assert store.news(CONTACTS) == []


@pytest.mark.parametrize("few", [5_000, 0], ids=["few fit", "many fit"])
@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (CONTACTS, "dcba"),
        (Filter(kinds=("contact",)), "dcba"),
        (Filter(kinds=("contact",), types=("declined",)), "db"),
        (Filter(kinds=("contact",), involving=("NOR",), types=("held",)), "ca"),
        (Filter(kinds=("contact",), by="NOR", outlet="The Fjord"), "dcba"),
        (Filter(kinds=("contact",), between=("NOR", "SWE"), until="2025-12-02"), "ba"),
        (Filter(kinds=("contact",), between=("NOR", "SWE"), since="2025-12-03"), "dc"),
        (Filter(kinds=("contact",), words="protocol", reasons=("protocol",)), "dcba"),
        (Filter(kinds=("contact",), between=("NOR", "DNK")), ""),
        (Filter(kinds=("event",)), ""),
    ],
)
def test_it_tells_what_a_list_of_the_same_filter_lists(
    store: Store, calendar: Calendar, monkeypatch: pytest.MonkeyPatch, few: int, wanted: Filter, expected: str
) -> None:
    monkeypatch.setattr("pourparler.store.asking.news.FEW", few)
    names = {}
    for day, key in enumerate("abcd", start=1):
        calendar.turn_to(day)
        status = Status.DECLINED if key in "bd" else Status.HELD
        names[add(store, key, f"2025-12-0{day}", status=status)] = key
    assert "".join(names[one.name] for one in store.news(wanted)) == expected
    assert {entry.record.id for entry in store.ask(wanted)} == {name for name in names if names[name] in expected}


def test_no_more_is_told_than_was_asked_for(store: Store, calendar: Calendar) -> None:
    calendar.turn_to(1)
    for key in "abcde":
        add(store, key, "2025-12-30")
    assert len(store.news(CONTACTS, limit=3)) == 3


def test_where_many_fit_only_the_last_articles_are_looked_at(
    store: Store, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pourparler.store.asking.news.FEW", 1)
    monkeypatch.setattr("pourparler.store.asking.news.WINDOW", 2)
    for day, key in enumerate("abcdef", start=1):
        calendar.turn_to(day)
        add(store, key, "2025-12-30")
    assert [one.added[8:10] for one in store.news(CONTACTS)] == ["06", "05", "04"]
