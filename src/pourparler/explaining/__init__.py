"""Why a record is there: rule, words, actors, date arithmetic and sources, told from the Doc it was read from.

Nothing here reads anything anew: each part asks the annotators what they found, and puts it into sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pourparler.explaining.actors import explain_actors
from pourparler.explaining.credits import explain_credits
from pourparler.explaining.dates import explain_dates
from pourparler.explaining.explanation import Explanation, ParsedToken
from pourparler.explaining.fields import explain_fields
from pourparler.explaining.grounds import explain_grounds, trace_of
from pourparler.records import Record

__all__ = ["Explanation", "explain_record"]


def explain_record(doc: Any, records: Sequence[Record], record_id: str) -> Explanation | None:
    """The explanation of the record with that id among all ``records`` of an annotated Doc; None where none has it."""
    record = next((r for r in records if r.id == record_id), None)
    if record is None:
        return None
    return Explanation(
        record=record,
        grounds=explain_grounds(doc, record, records),
        fields=explain_fields(doc, record, records),
        actors=explain_actors(doc, record),
        dates=explain_dates(doc, record),
        credits=explain_credits(doc, record, records),
        tokens=_tokens(doc, record),
    )


def _tokens(doc: Any, record: Record) -> tuple[ParsedToken, ...]:
    """The tokens of the evidence."""
    stood_on = trace_of(doc, record).tokens
    return tuple(
        ParsedToken(
            text=t.text,
            lemma=t.lemma_,
            pos=t.pos_,
            tag=t.tag_,
            dep=t.dep_,
            head_text=t.head.text,
            trigger=t.i in stood_on,
        )
        for t in doc
        if not t.is_space and any(e.start <= t.idx < e.end for e in record.evidence)
    )
