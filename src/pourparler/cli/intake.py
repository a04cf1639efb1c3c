"""How inputs are to be taken, from the options that tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pourparler.errors import UsageError

if TYPE_CHECKING:
    from pourparler.sources import Intake


def intake_of(columns: list[str] | None, *, follow: bool, allow_private: bool) -> Intake:
    """Raises UsageError where a column is not named as FIELD=NAME."""
    from pourparler.sources import Intake

    named = {}
    for told in columns or ():
        field, equals, name = told.partition("=")
        if not (equals and field and name):
            raise UsageError(f"--column {told!r} names no column; write it as --column text=Story")
        named[field.strip()] = name.strip()
    return Intake(columns=named, follow=follow, allow_private=allow_private)
