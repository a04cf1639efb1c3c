"""Days, stretches and lists in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def quoted(words: str) -> str:
    """The words on one line between quotation marks."""
    return f"“{' '.join(words.split())}”"


def with_article(noun: str) -> str:
    """
    >>> with_article("incident"), with_article("capital")
    ('an incident', 'a capital')
    """
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"


def listed(items: Sequence[str]) -> str:
    """
    >>> listed(["Oslo", "Riga", "Vilnius"]), listed(["Oslo"])
    ('Oslo, Riga and Vilnius', 'Oslo')
    """
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def day_words(iso: str) -> str:
    """
    >>> day_words("2024-03-04"), day_words("2024-03-04T15:00+08:00")
    ('Monday 2024-03-04', 'Monday 2024-03-04 15:00+08:00')
    """
    return f"{WEEKDAYS[date.fromisoformat(iso[:10]).weekday()]} {iso.replace('T', ' ')}"


def stretch_words(earliest: str | None, latest: str | None) -> str:
    """A stretch of days with its open ends.

    >>> stretch_words("2024-03-03", "2024-03-03"), stretch_words(None, "2024-03-04")
    ('Sunday 2024-03-03', 'up to Monday 2024-03-04, its beginning open')
    """
    if earliest is None:
        return f"up to {day_words(latest)}, its beginning open" if latest else "any time"
    if latest is None:
        return f"from {day_words(earliest)} on, its end open"
    if earliest == latest:
        return day_words(earliest)
    return f"from {day_words(earliest)} to {day_words(latest)}"
