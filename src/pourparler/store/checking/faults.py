"""What can be wrong with a store, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")

COPY = "restore the store from a copy, or add its articles to a new one"
#: So many things are checked between two words of progress.
_OFTEN = 500


class Cure(StrEnum):
    """What `doctor --mend` does about a fault."""

    RELIST = "lists the record anew"
    REGROUP = "groups the records anew by the links that stand"
    FAMILY = "groups the articles anew by the links that stand"
    RELINK = "takes the link out and marks its sides for linking"
    WITHDRAW = "withdraws the judgement, and empties what cannot be read of it"
    UNMARK = "takes the mark out"
    SWEEP = "takes the rows out"
    SUM = "makes the table anew"
    WORDS = "makes the index of words anew"
    CLEAR = "takes the records out"
    READ = "takes the article's reading out, and `pourparler add` of its source reads it again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is not as it must be: where, what, and what to do; ``about`` is what a ``cure`` is done to."""

    where: str
    what: str
    mend: str
    cure: Cure | None = None
    about: str = ""


def curable(where: str, what: str, cure: Cure, about: str = "") -> Fault:
    """A fault that `doctor --mend` mends."""
    return Fault(where=where, what=what, mend=f"`pourparler doctor --mend` {cure}", cure=cure, about=about)


Tell = Callable[[str], None]


def counted(things: Iterable[T], tell: Tell, what: str, every: int) -> Iterator[T]:
    """The same things; now and then it is told how many of them have passed."""
    for done, thing in enumerate(things):
        if done % _OFTEN == 0:
            tell(f"checking {what}: {done:,} of {every:,}")
        yield thing
