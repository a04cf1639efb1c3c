"""The sentences of explanations, as tables: one row a rule or label."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def sentences(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``<name>.csv`` beside this module, in order."""
    text = (files(__package__) / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
