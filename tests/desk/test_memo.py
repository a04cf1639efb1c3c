"""What is dear is got once for each version of the store."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import cast

from pourparler.desk.memo import KEPT, PATIENCE, Memo
from pourparler.errors import StoreError
from pourparler.store import Store

#: The store of whoever asks, and that of the thread that gets a value anew; nothing is asked of either here.
LENT, OWN = cast(Store, "lent"), cast(Store, "own")


@dataclass
class World:
    """A clock that stands, a store's version, and how often something was got."""

    now: float = 0.0
    version: int = 0
    got: list[str] = field(default_factory=list)
    stores: list[Store] = field(default_factory=list)

    def memo(self) -> Memo:
        return Memo(lambda: self.version, lambda: nullcontext(OWN), lambda: self.now)

    def get(self, name: str, *, taking: float = 0.0) -> Callable[[Store], str]:
        def get(store: Store) -> str:
            self.stores.append(store)
            self.now += taking
            self.got.append(name)
            return f"{name} at {self.version}"

        return get


def test_a_value_is_remembered_while_the_store_is_as_it_was() -> None:
    world = World()
    memo = world.memo()
    for _ in range(3):
        world.now += 1000
        assert memo.recall("a", LENT, world.get("a")) == "a at 0"
    assert world.got == ["a"]


def test_what_was_cheap_is_got_anew_as_soon_as_the_store_has_changed() -> None:
    world = World()
    memo = world.memo()
    memo.recall("a", LENT, world.get("a"))
    world.version, world.now = 1, world.now + 0.001
    assert memo.recall("a", LENT, world.get("a")) == "a at 1"


def test_what_was_dear_may_be_shown_a_while_longer_and_no_more() -> None:
    world = World()
    memo = world.memo()
    memo.recall("a", LENT, world.get("a", taking=0.25))
    world.version, world.now = 1, world.now + 24
    assert memo.recall("a", LENT, world.get("a")) == "a at 0"
    assert world.got == ["a"]


def test_after_that_it_is_shown_once_more_while_it_is_got_anew_from_a_store_of_its_own() -> None:
    world = World()
    memo = world.memo()
    memo.recall("a", LENT, world.get("a", taking=0.25))
    world.version, world.now = 1, world.now + 26
    assert memo.recall("a", LENT, world.get("a")) == "a at 0"
    memo.close()
    assert memo.recall("a", LENT, world.get("a")) == "a at 1"
    assert world.stores == [LENT, OWN]


def test_nothing_is_shown_that_is_older_than_twice_the_patience() -> None:
    world = World()
    memo = world.memo()
    memo.recall("a", LENT, world.get("a", taking=10))
    world.version, world.now = 1, world.now + 2 * PATIENCE
    assert memo.recall("a", LENT, world.get("a")) == "a at 1"


def test_what_could_not_be_got_anew_is_got_by_whoever_asks_next() -> None:
    world = World()
    memo = world.memo()

    def fail(store: Store) -> str:
        raise StoreError

    memo.recall("a", LENT, world.get("a", taking=0.25))
    world.version, world.now = 1, world.now + 26
    assert memo.recall("a", LENT, fail) == "a at 0"
    memo.close()
    assert memo.recall("a", LENT, world.get("a")) == "a at 1"


def test_a_change_that_is_made_here_shows_at_once() -> None:
    world = World()
    memo = world.memo()
    memo.recall("a", LENT, world.get("a", taking=1))
    memo.renew()
    world.version = 1
    assert memo.recall("a", LENT, world.get("a")) == "a at 1"


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    world = World()
    memo = world.memo()
    for number in range(KEPT + 1):
        memo.recall(number, LENT, world.get(str(number)))
    memo.recall(1, LENT, world.get("1"))
    memo.recall(0, LENT, world.get("0"))
    assert world.got[-1] == "0"
    assert world.got.count("1") == 1


def test_a_failure_is_not_remembered() -> None:
    world = World()
    memo = world.memo()

    def fail(store: Store) -> str:
        raise ValueError

    for get in (fail, world.get("a")):
        try:
            assert memo.recall("a", LENT, get) == "a at 0"
        except ValueError:
            assert get is fail
