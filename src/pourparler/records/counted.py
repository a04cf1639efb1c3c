"""How many of something, in words."""

from __future__ import annotations


def counted(number: int, noun: str, many: str | None = None) -> str:
    """A number and what it counts, one of it or ``many``.

    >>> counted(1, "day"), counted(1400, "reply", "replies")
    ('1 day', '1,400 replies')
    """
    return f"{number:,} {noun if number == 1 else many or f'{noun}s'}"
