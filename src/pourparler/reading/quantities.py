"""How often or how many: "three times", "on two occasions", "repeatedly"."""

from __future__ import annotations

from pourparler.reading.syntax import Syntax
from pourparler.records import Count

NUMBERS = {
    w: n
    for n, w in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        1,
    )
}
ADVERBS: dict[str, tuple[int, int | None]] = {
    "once": (1, 1),
    "twice": (2, 2),
    "thrice": (3, 3),
    "repeatedly": (2, None),
}
ROUNDS = frozenset({"time", "occasion", "attempt", "round", "call", "request"})
_EACH = frozenset({"a", "an", "every", "each", "per"})
_STRETCHES = frozenset({"hour", "day", "night", "week", "month", "year", "morning", "evening"})
_HALVES_OF_DAY = frozenset({"a.m.", "p.m.", "am", "pm", "o'clock", "hours", "gmt"})
VAGUE = {"several": (3, None), "multiple": (2, None), "numerous": (3, None), "many": (3, None), "some": (2, None)}


def count_of(syntax: Syntax, *tokens: int) -> Count | None:
    """The number of times told of any of the tokens, the first that tells one.

    "rejected the call on three occasions" -> 3-3; "repeatedly" -> 2-None.
    """
    for i in tokens:
        for k in syntax.kids[i]:
            if syntax.lower[k] in ADVERBS and syntax.dep[k] == "advmod" and not _by_the_day(syntax, k):
                low, high = ADVERBS[syntax.lower[k]]
                return _count(syntax, k, k, low, high)
            counted = syntax.lemma[k] in ROUNDS and syntax.relation[k] in ("obl", "advmod", "nmod", "obj")
            if counted and not _by_the_day(syntax, k):
                found = _number(syntax, k)
                if found is not None:
                    return found
        if syntax.pos[i] == "NOUN" and syntax.lemma[i] in ROUNDS and (found := _number(syntax, i)):
            return found
    return None


def _by_the_day(syntax: Syntax, k: int) -> bool:
    """ "Calls *twice a day*", "three times each week": how often, and not how many."""
    return k + 2 < syntax.size and syntax.lower[k + 1] in _EACH and syntax.lemma[k + 2] in _STRETCHES


def _number(syntax: Syntax, noun: int) -> Count | None:
    for k in syntax.kids[noun]:
        word = syntax.lower[k]
        of_day = k + 1 < syntax.size and syntax.lower[k + 1] in _HALVES_OF_DAY
        if (syntax.dep[k] == "nummod" or syntax.pos[k] == "NUM") and not of_day:
            number = NUMBERS.get(word) or (int(word) if word.isdigit() and len(word) < 4 else None)
            if number:
                return _count(syntax, k, noun, number, number)
        if word in VAGUE and syntax.dep[k] in ("amod", "det"):
            return _count(syntax, k, noun, *VAGUE[word])
    return None


def _count(syntax: Syntax, first: int, last: int, low: int, high: int | None) -> Count:
    start, end = syntax.chars(first, last)
    return Count(min=low, max=high, text=syntax.text[start:end], start=start, end=end)
