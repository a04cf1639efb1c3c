"""Whatever way a list is read off the tables, it holds what the filter lets through, newest or oldest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.making import TEXT, article, reading

from pourparler.records import Date, Entry, How, Precision, Reading, Status
from pourparler.store import Cursor, Filter, Store, open_store
from pourparler.store.asking import narrowing

MONTH = Date(
    text=None, start=None, end=None, earliest="2024-03-01", latest="2024-03-31", precision=Precision.MONTH,
    how=How.STATED,
)  # fmt: skip


def told(key: str, published: str, *statuses: Status, between: tuple[str, str] = ("NOR", "SWE")) -> Reading:
    outlet = "Sund" if key in "bd" else "The Fjord"
    return reading(
        article(f"{TEXT} {key.upper() * 3}", key=key, outlet=outlet, published=published), *statuses, between=between
    )


def in_march(of: Reading) -> Reading:
    """The same, but that its contacts were some day in March."""
    return replace(of, records=tuple(replace(r, when=MONTH) if r.kind == "contact" else r for r in of.records))


READINGS = (
    told("c", "2024-03-12", Status.DECLINED, Status.HELD),
    told("a", "2024-03-03", Status.DECLINED),
    told("b", "2024-03-20", Status.HELD, between=("DNK", "NOR")),
    in_march(told("d", "2024-04-02", Status.REQUESTED)),
    told("e", "2024-04-01", Status.DECLINED, Status.CANCELLED),
)

#: So many members at most are looked for, and so few lead: as it is, never led by them, each row looked into.
PLANS = {"led by few": (50_000, 2_000), "looked for among": (50_000, 0), "looked into": (0, 0)}


@pytest.fixture(params=PLANS)
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    few, so_few = PLANS[request.param]
    monkeypatch.setattr(narrowing, "FEW", few)
    monkeypatch.setattr(narrowing, "SO_FEW", so_few)
    with open_store(tmp_path / "store.db", create=True) as opened:
        with opened.writing() as writer:
            for one in READINGS:
                writer.file(writer.keep(one.article), one)
        yield opened


def sides(entry: Entry) -> set[str]:
    if entry.record.kind == "statement":
        return {entry.record.source.country}
    return {actor.country for actor in entry.record.participants}


def early(entry: Entry, day: str) -> bool:
    return (entry.day or "") <= day or (entry.record.kind == "contact" and entry.record.when.earliest <= day)


CASES: list[tuple[Filter, Callable[[Entry], bool]]] = [
    (Filter(), lambda e: True),
    (Filter(kinds=("statement",)), lambda e: e.record.kind == "statement"),
    (Filter(between=("SWE", "NOR")), lambda e: {"SWE", "NOR"} <= sides(e)),
    (Filter(involving=("NOR",)), lambda e: "NOR" in sides(e)),
    (Filter(involving=("NOR", "DNK")), lambda e: {"DNK", "NOR"} <= sides(e)),
    (Filter(by="DNK"), lambda e: "DNK" in sides(e)),
    (Filter(by="NOR", involving=("DNK",)), lambda e: False),
    (Filter(between=("NOR", "SWE"), by="NOR"), lambda e: {"SWE", "NOR"} <= sides(e)),
    (Filter(between=("NOR", "SWE"), by="SWE"), lambda e: False),
    (Filter(between=("NOR", "SWE"), by="DNK"), lambda e: False),
    (Filter(types=("declined", "held")), lambda e: getattr(e.record, "status", "") in ("declined", "held")),
    (Filter(person="ole berg"), lambda e: e.record.kind == "statement"),
    (Filter(reasons=("protocol", "health")), lambda e: e.record.kind == "contact"),
    (Filter(according_to="DNK"), lambda e: e.record.kind == "contact" and "DNK" in sides(e)),
    (Filter(outlet="sund"), lambda e: e.outlet == "Sund"),
    (Filter(words="AAA protocol"), lambda e: e.published == "2024-03-03"),
    (Filter(words="protocol"), lambda e: True),
    (Filter(words="elsewhere"), lambda e: False),
    (Filter(since="2024-03-31"), lambda e: (e.day or "") >= "2024-03-31"),
    (Filter(until="2024-03-15"), lambda e: early(e, "2024-03-15")),
    (Filter(between=("NOR", "SWE"), until="2024-03-15", since="2024-03-10"),
     lambda e: {"SWE", "NOR"} <= sides(e) and early(e, "2024-03-15") and (e.day or "") >= "2024-03-10"),
    (Filter(outlet="Sund", words="protocol", person="Ole Berg"),
     lambda e: e.outlet == "Sund" and e.record.kind == "statement"),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "fits"), CASES, ids=[str(case[0])[7:] for case in CASES])
def test_a_list_holds_what_fits_newest_first(store: Store, wanted: Filter, fits: Callable[[Entry], bool]) -> None:
    everything = store.ask(Filter(), limit=100)
    newest = sorted(everything, key=lambda e: (e.day, e.number), reverse=True)
    assert [e.number for e in everything] == [e.number for e in newest]
    assert len(everything) == 12
    expected = [e.number for e in newest if fits(e)]
    assert [e.number for e in store.ask(wanted)] == expected
    paged, behind = [], None
    while page := store.ask(wanted, limit=2, behind=behind):
        paged += [e.number for e in page]
        behind = Cursor.behind(page[-1])
    assert paged == expected


@pytest.mark.parametrize("once", [False, True])
@pytest.mark.parametrize("wanted", [wanted for wanted, _ in CASES])
def test_oldest_first_is_the_same_turned_round_page_by_page(store: Store, wanted: Filter, once: bool) -> None:
    newest = [entry.record.id for entry in store.ask(wanted, limit=100, once=once)]
    found, behind = list[str](), None
    while page := store.ask(wanted, limit=2, behind=behind, once=once, oldest=True):
        found += [entry.record.id for entry in page]
        behind = Cursor.behind(page[-1])
    assert found == newest[::-1]


def test_a_deed_is_listed_once_by_its_newest_record_that_fits(store: Store) -> None:
    declined = [e.record.id for e in store.ask(Filter(types=("declined",)))]
    with store.writing():
        store.connection.execute("UPDATE record SET deed = 'one' WHERE type = 'declined'")
    assert [e.record.id for e in store.ask(Filter(types=("declined",)), once=True)] == declined[:1]
    assert [e.record.id for e in store.ask(Filter(types=("declined",), until="2024-03-15"), once=True)] == declined[1:2]
    assert [e.record.id for e in store.ask(Filter(between=("NOR", "SWE"), words="AAA"), once=True)] == declined[2:]


def test_articles_of_one_day_go_on_in_the_next_where_there_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pourparler.store.filing.writing.NUMBERS", 3)
    with open_store(tmp_path / "store.db", create=True) as store, store.writing() as writer:
        numbers = [writer.keep(article(key=f"{k}", published=f"2024-03-0{1 + k % 2}")) for k in range(9)]
    assert len(set(numbers)) == 9
    assert numbers[0] < numbers[1] < numbers[2] + 3
