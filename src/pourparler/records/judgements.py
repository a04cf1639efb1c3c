"""Judgements: what is said about records and articles. They stand apart from them and can be withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pourparler.records.ids import digest

#: Who judges where no person does.
LEDGER = "ledger"


class JudgementKind(StrEnum):
    LINK = "link"
    HOLDER = "holder"
    REVIEW = "review"


class Relation(StrEnum):
    """How the two things of a link hang together. ``subject`` is named first, ``object`` second.

    Of a symmetrical relation the smaller id is the subject.
    """

    FAMILY = "family"  # two articles tell one text
    SAME = "same"  # two records tell one deed, or one step
    ANSWERS = "answers"  # a reply answers a request, an offer or an invitation
    FOLLOWS = "follows"  # a later step of one contact: what was asked for or announced was held, moved or called off
    READOUT = "readout"  # two read-outs of one contact, one of each side
    CONTRADICTS = "contradicts"  # one record tells what the other denies
    BECAUSE_OF = "because_of"  # a reason given for a contact's step names this incident or measure
    LIFTS = "lifts"  # a demand to lift, or the lifting of, this measure
    BLOCKS = "blocks"  # a measure stands in the way of this contact
    HOLDS = "holds"  # the record shows that somebody, named as object, holds an office
    ALIAS = "alias"  # two spellings of one person


SYMMETRICAL = frozenset({Relation.FAMILY, Relation.SAME, Relation.READOUT, Relation.CONTRADICTS, Relation.ALIAS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One judgement as whoever judges makes it; the store adds when, and who withdrew it.

    ``subject`` and ``object`` are ids of records, articles or judgements, or, of an alias, names. ``score`` is 0..1,
    ``reasons`` are sentences for people, ``value`` is plain JSON whose shape the relation decides.
    """

    kind: JudgementKind = JudgementKind.LINK
    relation: str
    subject: str
    object: str | None = None
    value: Any = None
    score: float | None = None
    reasons: tuple[str, ...] = ()
    by: str = LEDGER

    @property
    def id(self) -> str:
        """The same for the same link or holder, whoever judges so and however often; of reviews see `review_id`."""
        return judgement_id(self.relation, self.subject, self.object)


def judgement_id(relation: str, subject: str, object: str | None = None) -> str:
    """The id of a judgement of this relation about these two."""
    return f"ju-{digest(relation, subject, object or '')}"


def review_id(subject: str, number: int) -> str:
    """The id of a review: what it is about, and its number among all judgements of the store.

    >>> review_id("co-3f2a91c07d5e", 12)
    're-co-3f2a91c07d5e-12'
    """
    return f"re-{subject}-{number}"


def link(
    relation: Relation, subject: str, object: str, *, score: float, reasons: tuple[str, ...], value: Any = None
) -> Judgement:
    """A link of the ledger; a symmetrical one with the smaller id first."""
    if relation in SYMMETRICAL and object < subject:
        subject, object = object, subject
    return Judgement(relation=relation, subject=subject, object=object, value=value, score=score, reasons=reasons)
