"""Screening: is an article of our field at all? A word count well under a millisecond, before any model runs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

from pourparler.records import Article

_PATTERNS = (files(__package__) / "field.txt").read_text(encoding="utf-8").splitlines()
_FIELD = re.compile(rf"\b(?:{'|'.join(p for p in _PATTERNS if not p.startswith('#'))})\b", re.IGNORECASE)
#: So many different words of the field make an article worth reading for more than its statements.
ENOUGH = 3
#: A text of so many words at most needs one word of the field less; one of a third of that, one less again.
_SHORT = 150


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether deeds are looked for, and why."""

    read: bool
    reason: str


def screen(article: Article) -> Verdict:
    """Counts the different words of the field in title and text.

    An article under the threshold is still read for its statements by ``pourparler read``; a run over many articles may
    skip it, with this reason.
    """
    words: set[str] = set()
    enough = _enough(article.text)
    for found in _FIELD.finditer(article.text):
        words.add(found[0].lower().rstrip("s"))
        if len(words) >= enough:
            return Verdict(True, f"at least {enough} words of the field: {', '.join(sorted(words))}")
    told = ", ".join(sorted(words)) or "none"
    return Verdict(False, f"fewer than {enough} words of the field: {told}")


def _enough(text: str) -> int:
    """How many different words of the field a text of this length must hold."""
    length = text.count(" ") + 1
    return ENOUGH - (length <= _SHORT) - (length <= _SHORT // 3)
