"""Words as tables, one row a rule: what a user can read and extend."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``tables/<name>.csv``, in order."""
    return tuple(csv.DictReader((files(__package__) / f"{name}.csv").read_text(encoding="utf-8").splitlines()))


@cache
def words(name: str) -> frozenset[str]:
    """The words of ``tables/<name>.txt``, parted by blanks or lines."""
    return frozenset((files(__package__) / f"{name}.txt").read_text(encoding="utf-8").split())
