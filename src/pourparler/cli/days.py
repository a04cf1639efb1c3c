"""Days, as options tell them."""

from __future__ import annotations

from datetime import date

from pourparler.errors import UsageError

#: What `Store.last_day` is, in words.
LAST_DAY = "today, or the day of the store's newest article where that is earlier"


def read_day(told: str | None) -> date | None:
    """The day that is told, None where none is. Raises UsageError where the calendar has no such day."""
    try:
        return date.fromisoformat(told) if told else None
    except ValueError as error:
        raise UsageError(f"{told!r} is no day; write it as 2021-01-31") from error


def iso_day(told: str | None) -> str | None:
    """The same as an ISO day."""
    day = read_day(told)
    return day.isoformat() if day else None
