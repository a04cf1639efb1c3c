"""What of a statement tells that it is about a deed."""

from __future__ import annotations

from dataclasses import dataclass

from pourparler.ledger.linking.days import Window
from pourparler.ledger.linking.deeds import Deed, deed, side, span_texts, when_of
from pourparler.ledger.linking.words import words_of
from pourparler.records import Entry, Stance, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """The fields of a statement that decide; ``said`` are the stems of what is said, nothing left out."""

    stance: Stance
    source: str | None
    said: frozenset[str]
    when: Window


Saying = Deed[Statement, Traits]


def saying_of(entry: Entry, statement: Statement) -> Saying:
    """The saying a statement tells."""
    content = span_texts(statement.content)
    traits = Traits(
        stance=statement.stance, source=side(statement.source), said=words_of(content),
        when=when_of(statement.said, entry),
    )  # fmt: skip
    return deed(entry, statement, traits, (statement.source,), content)
