"""What a rule of the grammar is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pourparler.reading.dating.days import Hours
from pourparler.reading.dating.meanings import Meaning
from pourparler.reading.dating.readers import Parts


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of telling time.

    ``example`` brackets the phrase and says what it means in an article of Friday, 26 May 2023. ``read`` gives
    ``Hours`` for a time that still wants its day. ``needs`` are the words one of which must stand before; ``bare``
    keeps such a word out of the span; ``title`` says that a capital after it makes it a name ("Sunday Times").
    """

    name: str
    example: str
    pattern: str
    read: Callable[[Parts], Meaning | Hours | None]
    needs: frozenset[str] = frozenset()
    bare: bool = False
    title: bool = False
