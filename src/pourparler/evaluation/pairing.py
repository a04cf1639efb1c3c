"""Which read record tells the same as which gold record.

Two records can pair where they are of one kind, touch in the text and agree in what makes the kind: the step of a
contact, the type of an event or measure, the person of a tenure. Pairs are taken best first, each record once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pourparler.evaluation.agreement import overlap, same_actor, surname, words_alike
from pourparler.records.kinds import Record, Statement, Tenure


@dataclass(frozen=True, slots=True)
class Pairing:
    """Gold and read records of one kind in one article: those that tell the same, those missed, those false."""

    pairs: tuple[tuple[Record, Record], ...]
    missed: tuple[Record, ...]
    false: tuple[Record, ...]


def pair(gold: Sequence[Record], read: Sequence[Record]) -> Pairing:
    """Best pairs first; among equals the one that comes first in the text."""
    ranked = sorted(
        ((-closeness(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read) if can_pair(g, r)),
    )
    taken: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return Pairing(
        tuple((gold[i], read[j]) for i, j in sorted(taken.items())),
        tuple(g for i, g in enumerate(gold) if i not in taken),
        tuple(r for j, r in enumerate(read) if j not in taken.values()),
    )


#: The field in which two records of a kind must agree to be the same at all.
_KEYS = {"contact": "status", "measure": "type", "event": "type"}


def can_pair(gold: Record, read: Record) -> bool:
    """Whether both may tell the same: of one kind, touching, alike in what makes the kind."""
    if gold.kind != read.kind or not touching(gold, read):
        return False
    key = _KEYS.get(gold.kind)
    if key and getattr(gold, key) != getattr(read, key):
        return False
    return not (isinstance(gold, Tenure) and isinstance(read, Tenure)) or surname(gold.person) == surname(read.person)


def touching(gold: Record, read: Record) -> bool:
    """Their triggers overlap, or one's trigger stands in the other's evidence; of statements the contents may too."""
    if isinstance(gold, Statement) and isinstance(read, Statement):
        return overlap(gold.anchor, read.anchor) or bool(words_alike(gold.content, read.content).right)
    return any(overlap(gold.anchor, span) for span in read.evidence) or any(
        overlap(span, read.anchor) for span in gold.evidence
    )


def closeness(gold: Record, read: Record) -> float:
    """How alike: the triggers count most, then what is said, then by whom and on what footing."""
    score = 2.0 * overlap(gold.anchor, read.anchor)
    if isinstance(gold, Statement) and isinstance(read, Statement):
        score += 2.0 * words_alike(gold.content, read.content).right
    score += sum(_same_party(getattr(gold, name, None), getattr(read, name, None)) for name in ("source", "by", "mode"))
    score += 0.5 * (getattr(gold, "factuality", None) == getattr(read, "factuality", None))
    return score - 0.0001 * abs(gold.anchor.start - read.anchor.start)


def _same_party(gold: Any, read: Any) -> bool:
    if not gold or not read:
        return False
    if isinstance(gold, str):
        return bool(gold == read)
    first, second = (value[0] if isinstance(value, tuple) else value for value in (gold, read))
    return same_actor(first, second)
