"""Sides are told by code or name wherever a filter is taken, and what makes no sense is refused there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.store.making import article, reading

from pourparler.errors import UsageError
from pourparler.records import Status
from pourparler.store import Filter, Store, open_store
from pourparler.store.asking.narrowing import Query


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "s.db", create=True) as opened:
        with opened.writing() as writer:
            for key, sides in {"a": ("NOR", "SWE"), "b": ("NOR", "al-Rawahi")}.items():
                made = reading(article(key=key), Status.DECLINED, between=sides)
                writer.file(writer.keep(made.article), made)
        yield opened


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (Filter(between=("sweden", "nor")), Filter(between=("SWE", "NOR"))),
        (Filter(between=("AL-RAWAHI", "Oslo")), Filter(between=("al-Rawahi", "NOR"))),
        (Filter(involving=("Al-Rawahi", "norway")), Filter(involving=("al-Rawahi", "NOR"))),
        (Filter(by="Norway"), Filter(by="NOR")),
        (Filter(according_to="norway"), Filter(according_to="NOR")),
        (Filter(involving=("hamas",), by="nato"), Filter(involving=("Hamas",), by="NATO IGO")),
        (Filter(since="2024-03-01", until="2024-03-01", words="call"),) * 2,
    ],
)
def test_sides_of_a_filter_are_meant_by_code_or_name(store: Store, told: Filter, meant: Filter) -> None:
    assert store.resolve(told) == meant
    assert store.ask(told) == store.ask(meant)
    assert store.series(told) == store.series(meant)
    assert store.total(told) == store.total(meant)


def test_a_group_whose_code_has_small_letters_has_its_records(store: Store) -> None:
    for told in (Filter(involving=("AL-RAWAHI",)), Filter(between=("al-rawahi", "Norway"))):
        assert len(store.ask(told)) > 0
        assert {"al-Rawahi", "NOR"} <= {side for entry in store.ask(told) for side in _sides(store, entry.number)}


def _sides(store: Store, number: int) -> list[str]:
    return [side for (side,) in store.connection.execute("SELECT side FROM involved WHERE record = ?", (number,))]


#: Everything of a store that takes a filter.
ASKING: dict[str, Callable[[Store, Filter], Any]] = {
    "ask": Store.ask, "every": Store.every, "news": Store.news, "total": Store.total, "series": Store.series,
    "disputes": Store.disputes, "resolve": Store.resolve,
    "add_watch": lambda store, wanted: store.add_watch("one", wanted, "anna"),
}  # fmt: skip


@pytest.mark.parametrize("ask", ASKING.values(), ids=ASKING)
@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Filter(between=("NOR", "NOR")), "both sides are NOR; give two different ones"),
        (Filter(between=("NOR", "norway")), "both sides are NOR"),
        (Filter(between=("Atlantis", "Atlantis")), "nobody knows a side 'Atlantis'"),
        (Filter(involving=("Swedn",)), "nobody knows a side 'Swedn'.*closest: Sweden"),
        (Filter(by="NOR", since="2024-03-02", until="2024-03-01"), "no day lies between 2024-03-02 and 2024-03-01"),
    ],
)
def test_what_no_record_can_fit_is_refused_before_anything_is_asked(
    store: Store, monkeypatch: pytest.MonkeyPatch, ask: Callable[[Store, Filter], Any], wanted: Filter, said: str
) -> None:
    monkeypatch.setattr(Query, "__init__", lambda *_: pytest.fail("it was asked"))
    with pytest.raises(UsageError, match=said):
        ask(store, wanted)


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (Filter(kinds=("contact",), types=("DECLINED",)), Filter(kinds=("contact",), types=("declined",))),
        (Filter(kinds=("event",), types=("consult",)), Filter(kinds=("event",), types=("CONSULT",))),
        (Filter(levels=("Minister",), channels=("PHONE",)), Filter(levels=("minister",), channels=("phone",))),
    ],
)
def test_statuses_and_the_like_are_meant_in_any_case(store: Store, told: Filter, meant: Filter) -> None:
    assert store.resolve(told) == meant


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (Filter(kinds=("contact",), types=("refused",)), "there is no status 'refused'; expected sought"),
        (Filter(channels=("telephone",)), "there is no channel 'telephone'; expected phone"),
        (Filter(levels=("king",)), "there is no level 'king'"),
    ],
)
def test_what_no_record_can_have_is_refused_and_no_empty_list(store: Store, told: Filter, why: str) -> None:
    with pytest.raises(UsageError) as raised:
        store.ask(told, limit=10)
    assert why in str(raised.value)
