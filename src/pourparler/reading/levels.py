"""The level at which a person deals: read from the office."""

from __future__ import annotations

import re
from functools import lru_cache

from pourparler.reading.tables import rows
from pourparler.records import Actor, Level


def _pattern(words: str) -> re.Pattern[str]:
    """Any of the words, each from its own beginning: "command" finds the commander, "mp" no lamp."""
    return re.compile("|".join(rf"\b{re.escape(word)}" + (r"\b" if len(word) < 3 else "") for word in words.split(";")))


#: Office words, the most telling first; the first that stands in the office decides. A row with countries holds there.
_LEVELS = tuple(
    (_pattern(row["words"]), Level(row["level"]), frozenset(filter(None, row["countries"].split(";"))))
    for row in rows("levels")
)

#: Levels of which a state has one holder at a time.
_SINGLE = frozenset({Level.HEAD_OF_STATE, Level.HEAD_OF_GOVERNMENT, Level.CHIEF_OF_DEFENCE})


def level_of(actor: Actor) -> Level:
    """The level of an actor; unspecified for states, bodies and people without a told office."""
    return level_in(actor.office, actor.country) if actor.office is not None else Level.UNSPECIFIED


def level_in(words: str, country: str | None = None) -> Level:
    """The level that words on an office tell: "divisional commanders" -> commander."""
    return _of_office(words.lower(), country)


@lru_cache(maxsize=4_096)
def _of_office(office: str, country: str | None) -> Level:
    fitting = (level for pattern, level, where in _LEVELS if (not where or country in where) and pattern.search(office))
    return next(fitting, Level.UNSPECIFIED)


def held_by_one(office: str | None) -> bool:
    """Whether a state has one holder of the office: a president, a foreign minister, a navy chief; not "a minister"."""
    words = (office or "").lower()
    level = level_in(words)
    return level in _SINGLE or (level is Level.MINISTER and " " in words) or words.endswith(" chief")
