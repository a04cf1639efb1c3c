"""Spans of records against the text they quote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def broken(value: Any, text: str) -> Iterator[str]:
    """The words of the parts of a record, as plain JSON, that do not stand where the part says they do.

    >>> list(broken({"anchor": {"start": 0, "end": 4, "text": "held"}}, "Talks were held."))
    ['held']
    """
    left = [value]
    while left:  # a store has millions of parts; a generator for each would take half the time of checking it
        held = left.pop()
        if isinstance(held, dict):
            words, start, end = held.get("text"), held.get("start"), held.get("end")
            if isinstance(words, str) and isinstance(start, int) and isinstance(end, int) and text[start:end] != words:
                yield words
            held = held.values()
        left.extend(part for part in held if isinstance(part, dict | list))
