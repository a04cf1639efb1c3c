"""Disputes: points on which the article lets sides contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pourparler.reading.annotations import Trace, note
from pourparler.reading.evidence import sentence_text
from pourparler.reading.opposing import Accounts, Contradiction
from pourparler.reading.syntax import Syntax
from pourparler.records import Dispute, Position, Record, Span, Stance


class DisputeAnnotator:
    """Doc -> ``doc._.disputes``.

    "The ministry said a cutter had blocked the boat. Beijing denied it." -> positions ministry asserts, Beijing denies.
    """

    requires = ("read_deeds", "syntax", "actors", "statements", "incidents", "contacts", "measures", "ids", "traces")
    assigns = ("disputes",)

    def __call__(self, doc: Doc) -> Doc:
        if not doc._.read_deeds:
            return note(doc, disputes=[])
        accounts = Accounts(doc._.syntax, doc._.actors, doc._.statements, doc._.incidents)
        return note(doc, disputes=[_dispute(doc, c) for c in _once(accounts.contradictions())])


def _once(found: Iterator[Contradiction]) -> Iterator[Contradiction]:
    """Each pair of sides once for a claim, however often it is answered."""
    seen: set[tuple[str, str | None]] = set()
    for one in found:
        by = one.answer.source
        key = (one.claim.id, (by.country or by.text) if by is not None else None)
        if key not in seen:
            seen.add(key)
            yield one


def _dispute(doc: Doc, found: Contradiction) -> Dispute:
    syntax: Syntax = doc._.syntax
    claim, answer = found.claim, found.answer
    anchor = answer.cue or answer.anchor
    at = syntax.at(anchor.start)
    record_id = doc._.ids.make("dispute", anchor.text, sentence_text(syntax, at))
    example = "The ministry said a cutter blocked the boat. Beijing denied it."
    doc._.traces[record_id] = Trace("denial" if found.denies else "counter-claim", example, (at,))
    stance = Stance.DENIES if found.denies else answer.stance
    return Dispute(
        id=record_id,
        article=doc._.article.id,
        anchor=anchor,
        evidence=_evidence(claim.evidence, answer.evidence),
        confidence=0.8 if answer.stance is Stance.DENIES else 0.6,
        reader=f"denial of {claim.id}",
        about=_record_in(doc, claim.content) or _record_in(doc, answer.content) or answer.content[0],
        positions=(
            Position(by=claim.source, stance=Stance.ASSERTS, statement=claim.id),
            Position(by=answer.source, stance=stance, statement=answer.id),
        ),
    )


def _record_in(doc: Doc, content: tuple[Span, ...]) -> str | None:
    """The record whose trigger the disputed words hold; incidents before contacts before measures."""
    records: tuple[Record, ...] = (*doc._.incidents, *doc._.contacts, *doc._.measures)
    return next((r.id for r in records if any(c.start <= r.anchor.start < c.end for c in content)), None)


def _evidence(claim: tuple[Span, ...], answer: tuple[Span, ...]) -> tuple[Span, ...]:
    spans = {(s.start, s.end): s for s in (*claim, *answer)}
    kept = [s for k, s in spans.items() if not any(o != k and o[0] <= k[0] and k[1] <= o[1] for o in spans)]
    return tuple(sorted(kept, key=lambda s: s.start))
