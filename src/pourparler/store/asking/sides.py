"""Sides as people tell them, and what no filter may ask for: two sides that are one, days that run backwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from pourparler.errors import UsageError
from pourparler.store.asking.looking import sides
from pourparler.store.asking.narrowing import Filter
from pourparler.store.asking.sensible import in_known_words

#: What stands behind the code of an organisation or of rebels.
_SECTOR = 3


def resolve(db: sqlite3.Connection, wanted: Filter) -> Filter:
    """The filter with its sides as the store codes them, and its statuses, channels and the like as records write them.

    Raises UsageError: there is no such status, channel or the like, nobody knows a side, a word may mean several, both
    sides are one, or no day is asked for.
    """
    check_days(wanted.since, wanted.until)
    wanted = in_known_words(wanted)
    told = wanted.between
    return replace(
        wanted,
        between=_two(name_side(db, told[0]), name_side(db, told[1])) if told else None,
        involving=tuple(name_side(db, one) for one in wanted.involving),
        by=wanted.by and name_side(db, wanted.by),
        according_to=wanted.according_to and name_side(db, wanted.according_to),
    )


def name_side(db: sqlite3.Connection, told: str) -> str:
    """The side that a code or a name stands for, in whatever case, as records code it: ``nato`` -> ``NATO IGO``.

    It is one that the store has, else one that the tables know: of that something may come yet. Raises UsageError:
    nobody knows it, or several go by the word.
    """
    word = " ".join(told.split())
    for code in (word, word.upper()):
        if db.execute("SELECT 1 FROM involved WHERE side = ? LIMIT 1", (code,)).fetchone():
            return code
    held = list(sides(db))
    found = _same(word, held) or _called(word)
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{told!r} may be {' or '.join(map(repr, found))}; give one of them")
    raise UsageError(
        f"nobody knows a side {told[:60]!r}; give the code of a state, an organisation or an armed group, as USA, EU or"
        f" M23, or its name{_near(word, held)}"
    )


def has_side(db: sqlite3.Connection, code: str) -> bool:
    """Whether there is a record of the side that has this code, with or without its sector, in whatever case."""
    return bool(_same(code, sides(db)))


def _same(word: str, held: Iterable[str]) -> list[str]:
    """The sides of the store that are written so but for the case, else those whose code it is without the sector."""
    folded, held = word.casefold(), list(held)
    alike = [side for side in held if side.casefold() == folded]
    return alike or [side for side in held if _without_sector(side).casefold() == folded]


def _without_sector(side: str) -> str:
    code, _, sector = side.rpartition(" ")
    return code if code and len(sector) == _SECTOR and side.isupper() else side


def _called(word: str) -> list[str]:
    """The sides that go by a name, in the tables."""
    from pourparler.knowledge import Knowledge  # takes a moment, and most sides are told by their codes

    return list(Knowledge.load().sides_called(word))


def _near(word: str, held: list[str]) -> str:
    from pourparler.knowledge import Knowledge

    like = Knowledge.load().sides_like(word, held)
    return f"; closest: {', '.join(like)}" if like else ""


def in_order(one: str, other: str) -> tuple[str, str]:
    """Two sides in the order of the alphabet. Raises UsageError: they are one."""
    low, high = sorted(_two(one, other))
    return low, high


def _two(one: str, other: str) -> tuple[str, str]:
    if one == other:
        raise UsageError(f"both sides are {one}; give two different ones")
    return one, other


def check_days(first: str | None, last: str | None) -> None:
    """Raises UsageError where an ISO day from which on something is asked for lies behind that up to which it is."""
    if first and last and first > last:
        raise UsageError(f"no day lies between {first} and {last}; give an earlier first day or a later last one")
