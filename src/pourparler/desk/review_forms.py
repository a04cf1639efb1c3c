"""Reviews that are sent from a page: what is said of what."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from pourparler.desk.memo import Memo
from pourparler.desk.reviewing import reviewing
from pourparler.errors import UsageError
from pourparler.store import Reviewer, Store, read_changes

_Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class Verb(StrEnum):
    """What can be said."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    NOTE = "note"
    CLOSE = "close"
    REOPEN = "reopen"
    UNDO = "undo"


class Said(BaseModel):
    """A form: ``of`` is the record, link or review that is meant, the page's record where it is empty."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    verb: Verb
    of: _Short = ""
    field: _Short = ""
    value: Annotated[str, StringConstraints(max_length=2_000)] = ""
    other: _Short = ""
    words: Annotated[str, StringConstraints(max_length=20_000)] = ""


def keep_review(store: Store, memo: Memo, record: str, said: Said, by: str) -> None:
    """Keeps what is said, in this name. Raises UsageError where it makes no sense; and as `reviewing`."""
    with reviewing(store, memo, by) as reviewer:
        _VERBS[said.verb](reviewer, said.of or record, said)


_VERBS: dict[Verb, Callable[[Reviewer, str, Said], object]] = {
    Verb.ACCEPT: lambda reviewer, thing, said: reviewer.accept(thing),
    Verb.REJECT: lambda reviewer, thing, said: reviewer.reject(thing),
    Verb.CORRECT: lambda reviewer, thing, said: _correct(reviewer, thing, said),
    Verb.MERGE: lambda reviewer, thing, said: reviewer.merge(thing, said.other),
    Verb.SPLIT: lambda reviewer, thing, said: reviewer.split(thing),
    Verb.NOTE: lambda reviewer, thing, said: reviewer.note(thing, said.words),
    Verb.CLOSE: lambda reviewer, thing, said: reviewer.close(thing),
    Verb.REOPEN: lambda reviewer, thing, said: reviewer.reopen(thing),
    Verb.UNDO: lambda reviewer, thing, said: reviewer.undo(thing),
}


def _correct(reviewer: Reviewer, record: str, said: Said) -> str:
    if not said.field:
        raise UsageError("which field is corrected? choose one")
    return reviewer.correct(record, read_changes(reviewer.kind_of(record), [f"{said.field}={said.value}"]))
