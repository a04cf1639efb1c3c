"""What annotators leave on the Doc for one another, and where each of those things is registered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from spacy.tokens import Doc

#: Name of the extension -> what it holds. Registered once, in `register_extensions`.
EXTENSIONS: dict[str, str] = {
    "article": "records.Article: the article the Doc was made from",
    "read_deeds": "bool: whether the article is of our field; if not, only statements are read",
    "ids": "records.ids.IdMaker of the article",
    "syntax": "Syntax: the parse as plain lists",
    "quotes": "list[Quote]: what stands between quotation marks",
    "dates": "Dates: date phrases and schedules, resolved on demand",
    "actors": "Actors: who a noun phrase refers to",
    "statements": "list[Statement]",
    "contacts": "list[Contact]",
    "incidents": "list[Incident]",
    "measures": "list[Measure]",
    "tenures": "list[Tenure]",
    "events": "list[Event]",
    "disputes": "list[Dispute]",
    "traces": "dict[str, Trace]: record id -> how it was read",
}


def register_extensions() -> None:
    """Registers every extension on `Doc`; calling it again changes nothing."""
    for name in EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


class Annotator(Protocol):
    """One step of the reading. ``requires`` must be on the Doc before it, ``assigns`` is there after it."""

    @property
    def requires(self) -> tuple[str, ...]: ...

    @property
    def assigns(self) -> tuple[str, ...]: ...

    def __call__(self, doc: Doc) -> Doc: ...


@dataclass(frozen=True, slots=True)
class Trace:
    """How a record was read: the rule, its example, and the tokens it stood on."""

    rule: str
    example: str
    tokens: tuple[int, ...]


def note(doc: Doc, **values: Any) -> Doc:
    """Writes extensions and gives the Doc back."""
    for name, value in values.items():
        setattr(doc._, name, value)
    return doc
