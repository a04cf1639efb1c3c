"""Screening: is an article of our field at all? A count of words well under a millisecond, before any model runs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from pourparler.knowledge import Category, Entry, Knowledge
from pourparler.records import Article

_NAME = re.compile(r"\b[A-Z][a-zà-ÿ]{2,}\b")
_OPENING = re.compile(r"\(\?:([^()]*)\)(.*)")


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for lower-case text, its branches by their first letter.

    The engine passes over a branch whose first letter is not there without trying it: thirteen times as fast as all
    patterns in a row, whatever their case.
    """
    branches: defaultdict[str, list[str]] = defaultdict(list)
    for pattern in patterns:
        opening = _OPENING.fullmatch(pattern)
        for one in [begin + opening[2] for begin in opening[1].split("|")] if opening else [pattern]:
            branches[one[0]].append(one[1:])
    return re.compile(rf"\b(?:{'|'.join(f'{first}(?:{chr(124).join(rest)})' for first, rest in branches.items())})\b")


_PATTERNS = (files(__package__) / "field.txt").read_text(encoding="utf-8").splitlines()
_FIELD = _any_of(pattern for pattern in _PATTERNS if not pattern.startswith("#"))
#: So many different words of the field make an article worth reading for more than its statements.
ENOUGH = 3
#: A text that names two states so often needs one word of the field, and two where it names them once less; a text of
#: fewer words than ``_SHORT``, as a sentence is, needs one word of the field or one side; one of fewer than ``_BRIEF``,
#: as a report of an agency is, two words and one side.
_OFTEN, _SHORT, _BRIEF = 3, 50, 120
_STATES = (
    Category.STATE, Category.ADJECTIVE, Category.DEMONYM, Category.CAPITAL, Category.METONYM, Category.VESSEL_PREFIX,
)  # fmt: skip
#: Whose bodies stand for their state: "the BSF", and no parliament.
_FORCES = frozenset({"COP", "MIL"})
_GROUPS = frozenset({"REB", "PRM", "UAF", "IGO", "GOV"})


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
    for found in _FIELD.finditer(article.text.lower()):
        words.add(found[0].rstrip("s"))
        if len(words) >= ENOUGH:
            return Verdict(True, f"at least {ENOUGH} words of the field: {', '.join(sorted(words))}")
    told = ", ".join(sorted(words)) or "none"
    size = article.text.count(" ")
    short = size < _SHORT
    if size < _BRIEF and len(words) >= ENOUGH - 1 and known is not None and _names_a_side(article.text, known):
        return Verdict(True, f"it is brief and names a side; words of the field: {told}")
    if short and known is not None and (words or _names_a_side(article.text, known)):
        return Verdict(True, f"it is short and of our field, or names a side; words of the field: {told}")
    if not short and known is not None and _about_two_states(article.text, len(words), known):
        return Verdict(True, f"it is about two states; words of the field: {told}")
    return Verdict(False, f"fewer than {ENOUGH} words of the field: {told}")


def _side(entry: Entry) -> str | None:
    """The side a name tells: a state, also by its forces or the prefix of its ships, or an armed group by its own."""
    if entry.category is Category.ORGANISATION and _GROUPS & set(entry.sectors):
        return entry.name
    told = entry.category in _STATES or (entry.category is Category.BODY and bool(_FORCES & set(entry.sectors)))
    return entry.country if told else None


def _about_two_states(text: str, words: int, known: Knowledge) -> bool:
    """Whether two states are named often enough, for so many words of the field, that the text is about them."""
    if not words:
        return False
    named: Counter[str] = Counter()
    for found in known.find(text):
        sides = {side for entry in found.entries if (side := _side(entry)) is not None}
        held = {entry.country for entry in found.entries if entry.category is Category.HOLDER and entry.country}
        named.update(sides or (held if words > 1 else ()))
    return len([count for _, count in named.most_common(2) if count >= _OFTEN - words + 1]) == 2


def _names_a_side(text: str, known: Knowledge) -> bool:
    """Whether a state, an armed group or somebody in office is named, as in any sentence of our field."""
    if any(_side(entry) or entry.category is Category.HOLDER for found in known.find(text) for entry in found.entries):
        return True
    return any(known.terms_of_surname(word) for word in _NAME.findall(text))
