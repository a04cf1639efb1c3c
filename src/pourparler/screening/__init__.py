"""Screening: is an article of our field at all? A count of words well under a millisecond, before any model runs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

from pourparler.knowledge import Category, Knowledge
from pourparler.records import Article

_PATTERNS = (files(__package__) / "field.txt").read_text(encoding="utf-8").splitlines()
_FIELD = re.compile(rf"\b(?:{'|'.join(p for p in _PATTERNS if not p.startswith('#'))})\b", re.IGNORECASE)
#: So many different words of the field make an article worth reading for more than its statements.
ENOUGH = 3
#: A text of so many words at most that names two states needs one word of the field; one of a third of that, none.
_SHORT = 150
_STATES = (Category.STATE, Category.ADJECTIVE, Category.DEMONYM, Category.CAPITAL, Category.METONYM)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether deeds are looked for, and why."""

    read: bool
    reason: str


def screen(article: Article, known: Knowledge | None = None) -> Verdict:
    """Counts the different words of the field in title and text; ``known`` lets short texts in by the states they name.

    An article under the threshold is still read for its statements by ``pourparler read``; a run over many articles may
    skip it, with this reason.
    """
    words: set[str] = set()
    for found in _FIELD.finditer(article.text):
        words.add(found[0].lower().rstrip("s"))
        if len(words) >= ENOUGH:
            return Verdict(True, f"at least {ENOUGH} words of the field: {', '.join(sorted(words))}")
    told = ", ".join(sorted(words)) or "none"
    if known is not None and _between_states(article.text, len(words), known):
        return Verdict(True, f"a short text that names two states; words of the field: {told}")
    return Verdict(False, f"fewer than {ENOUGH} words of the field: {told}")


def _between_states(text: str, words: int, known: Knowledge) -> bool:
    """Whether a text is too short to be told by its words alone, and names two states."""
    length = text.count(" ") + 1
    if length > _SHORT or (length > _SHORT // 3 and not words):
        return False
    states = {entry.country for found in known.find(text) for entry in found.entries if entry.category in _STATES}
    return len(states - {None}) >= 2
