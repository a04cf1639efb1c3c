"""What commands that write to a store share: linking what has changed, what became of articles, who says so."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from pourparler.cli.progress import Gauge, progress
from pourparler.errors import UsageError

if TYPE_CHECKING:
    from pourparler.store import Store


def link_up(store: Store) -> None:
    """Brings what the articles tell together: one deed, one contact, one office-holder, wherever they are told."""
    from pourparler.pipeline import link_changed

    gauge = Gauge("pairs of sides linked")
    with progress(gauge):
        for _ in gauge.passing(link_changed(store)):
            pass


def told_of(counts: Counter[str]) -> str:
    """How many articles were read, skipped, known, and could not be read; "" where there were none."""
    return ", ".join(f"{counts[name]} {words}" for name, words in _WORDS.items() if counts[name])


_WORDS = {
    "read": "read",
    "skipped": "skipped as not of the field",
    "known": "known already",
    "failed": "could not be read",
}


def reviewer_name(by: str | None) -> str:
    """Who reviews: as told, else by the environment, else whoever is logged in. Raises UsageError: nobody is."""
    if by is not None:  # "" too, which is refused as no name
        return by
    if named := os.environ.get("POURPARLER_REVIEWER"):
        return named
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError) as error:
        raise UsageError("nobody is logged in under a name; say who reviews with --by") from error
