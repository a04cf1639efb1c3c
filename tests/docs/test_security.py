"""docs/security.md names tests that are there and limits that hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pourparler.desk import serving
from pourparler.desk.guard import sessions
from pourparler.desk.guard.settings import Bounds, GuardSettings, Pace
from pourparler.desk.pool import LIMIT

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
FLAT = " ".join(PAGE.split())


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([\w/]*test_\w+\.py)`", PAGE))))
def test_a_test_that_is_named_is_there(name: str) -> None:
    assert any((ROOT / "tests").glob(f"**/{name}"))


@pytest.mark.parametrize("room", re.findall(r"\[`(\w+)`\]", PAGE))
def test_a_room_of_tests_that_is_named_is_there(room: str) -> None:
    assert list((ROOT / "tests" / room).glob("test_*.py"))


def test_the_limits_are_those_that_hold() -> None:
    bounds, pace, here = Bounds(), Pace(), GuardSettings().allowed
    for told in (
        f"An address may have {bounds.target:,} bytes, headers {bounds.headers:,} in {bounds.header_lines} lines, a"
        f" body {bounds.body:,}, told or not, that must have come in {bounds.seconds:.0f} seconds; the head of a"
        f" request in {serving.HEAD_SECONDS:.0f}.",
        f"A question to the store ends after {LIMIT:.0f} seconds.",
        f"({here.address.each_second} and {here.address.at_once:,} where only this machine is served)",
        f"At most {serving.CONNECTIONS} connections, {serving.OF_ONE} of one address, are held.",
        f"slowed to one attempt in {1 / pace.failures.each_second:.0f} seconds an address, after"
        f" {['', 'one', 'two', 'three', 'four', 'five'][pace.failures.at_once]} at once",
        f"requests, to {pace.address.each_second} a second an address and a token, after {pace.address.at_once} at",
        f"after {sessions.IDLE // 3600} hours without a request",
    ):
        assert told in FLAT
    assert pace.address == pace.token
    assert sessions.LONGEST == 7 * 24 * 3600
    assert "and after a week" in FLAT
