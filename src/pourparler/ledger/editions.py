"""Editions of a story, as wires and papers mark them in the headline: URGENT, LEAD, 2nd LD, UPDATE 3, CORRECTED."""

from __future__ import annotations

import re

from pourparler.records import Article

#: What sets a mark off from the headline, and each mark with its rank's name; a number tells which of several.
_OFF = r"\s*[])\u2013\u2014:-]"
_MARKS = tuple(
    (name, re.compile(rf"^\W*(?:{before}){_OFF}|\((?:{after})\)\s*$", re.IGNORECASE))
    for name, before, after in (
        ("withdrawn", r"withdrawal|withdrawn|kill|retracted", r"withdrawn|retracted"),
        ("correction", r"correct(?:ed|ion)|refile|corr", r"corrected|correction"),
        ("update", r"(?:updated?|wrapup)\s*(?P<number>\d*)", r"updated?\s*(?P<later>\d*)"),
        (
            "lead",
            r"(?:(?P<number>\d+)(?:st|nd|rd|th)\s+)?(?:ld|lead)",
            r"(?:(?P<later>\d+)(?:st|nd|rd|th)\s+)?(?:ld|lead)",
        ),
        ("urgent", r"urgent|breaking|flash|alert", r"urgent"),
    )
)


def edition_of(article: Article) -> str | None:
    """The edition that the title names, its number behind it where one is told; None for an unmarked title.

    "(2nd LD) Seoul says line is open" -> "lead 2"; "UPDATE 3-Talks end" -> "update 3"; "CORRECTED-Talks end" ->
    "correction".
    """
    for name, mark in _MARKS:
        if found := mark.search(article.title or ""):
            number = next(filter(None, found.groups()), None)
            return f"{name} {number}" if number else name
    return None
