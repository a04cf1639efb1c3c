"""Disputes: points on which the article lets sides contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pourparler.reading.annotations import Trace, note
from pourparler.reading.evidence import sentence_text
from pourparler.reading.syntax import Syntax
from pourparler.records import Dispute, Position, Record, Span, Stance, Statement

_ASSERTING = frozenset({Stance.ASSERTS, Stance.CONFIRMS})


class DisputeAnnotator:
    """Doc -> ``doc._.disputes``.

    "The ministry said a cutter had blocked the boat. Beijing denied it." -> positions ministry asserts, Beijing denies.
    """

    requires = ("syntax", "statements", "incidents", "contacts", "measures", "ids", "traces")
    assigns = ("disputes",)

    def __call__(self, doc: Doc) -> Doc:
        return note(doc, disputes=list(_disputes(doc)))


def _disputes(doc: Doc) -> Iterator[Dispute]:
    statements: list[Statement] = doc._.statements
    for denial in statements:
        if denial.stance is not Stance.DENIES or not denial.content:
            continue
        claim = next(
            (s for s in statements if s is not denial and s.stance in _ASSERTING and _same_point(s, denial)), None
        )
        if claim is None or _same_source(claim, denial):
            continue
        about = _record_in(denial.content, (*doc._.incidents, *doc._.contacts, *doc._.measures))
        anchor = denial.cue or denial.anchor
        record_id = doc._.ids.make("dispute", anchor.text, sentence_text(doc._.syntax, _token_at(doc, anchor)))
        rule = f"denial of {claim.id}"
        doc._.traces[record_id] = Trace(
            "denial", "The ministry said a cutter blocked the boat. Beijing denied it.", (_token_at(doc, anchor),)
        )
        yield Dispute(
            id=record_id,
            article=doc._.article.id,
            anchor=anchor,
            evidence=_evidence(claim, denial),
            confidence=0.8,
            reader=rule,
            about=about or denial.content[0],
            positions=(
                Position(by=claim.source, stance=Stance.ASSERTS, statement=claim.id),
                Position(by=denial.source, stance=Stance.DENIES, statement=denial.id),
            ),
        )


def _same_point(claim: Statement, denial: Statement) -> bool:
    """Whether what is denied is what was claimed: the same words, or one within the other."""
    return any(
        (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
        for a in claim.content
        for b in denial.content
    )


def _same_source(a: Statement, b: Statement) -> bool:
    if a.source is None or b.source is None:
        return False
    return (a.source.person, a.source.organisation, a.source.country) == (
        b.source.person,
        b.source.organisation,
        b.source.country,
    )


def _record_in(content: tuple[Span, ...], records: tuple[Record, ...]) -> str | None:
    """The record whose trigger the disputed words hold."""
    return next((r.id for r in records if any(c.start <= r.anchor.start < c.end for c in content)), None)


def _evidence(claim: Statement, denial: Statement) -> tuple[Span, ...]:
    spans = {(s.start, s.end): s for s in (*claim.evidence, *denial.evidence)}
    kept = [s for k, s in spans.items() if not any(o != k and o[0] <= k[0] and k[1] <= o[1] for o in spans)]
    return tuple(sorted(kept, key=lambda s: s.start))


def _token_at(doc: Doc, anchor: Span) -> int:
    syntax: Syntax = doc._.syntax
    return syntax.at(anchor.start)
