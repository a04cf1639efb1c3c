"""Readings as spaCy documents whose span groups hold the records: for displaCy, training and scoring elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pourparler.records import Article, Reading, Record, Span
from pourparler.records.lines import as_json


@dataclass(slots=True)
class Alignment:
    """How the spans of records fell on tokens: exactly, cut to the tokens inside, or on none and so left out."""

    exact: int = 0
    cut: int = 0
    lost: list[tuple[str, str]] = field(default_factory=list)


def write_docbin(readings: Iterable[Reading], alignment: Alignment) -> bytes:
    """A DocBin of these readings, one Doc each, for ``DocBin().from_bytes``; what became of spans is noted.

    Each Doc is tokenised by spaCy's English rules. ``doc.spans`` has a group for each kind: ``contact`` holds the
    triggers, labelled by status, type or stance, ``contact:evidence`` the words each rests on, labelled by kind. A
    span's ``id_`` is its record's id. ``doc.user_data`` holds the article without its text, and the records, by id.
    """
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("en")
    docs = DocBin(attrs=["ORTH", "SPACY"], store_user_data=True)
    for reading in readings:
        docs.add(make_doc(nlp.make_doc, reading, alignment))
    packed: bytes = docs.to_bytes()
    return packed


def make_doc(tokenise: Callable[[str], Any], reading: Reading, alignment: Alignment) -> Any:
    """One reading as a Doc."""
    doc = tokenise(reading.article.text)
    doc.user_data["article"] = _head(reading.article)
    doc.user_data["records"] = {record.id: as_json(record) for record in reading.records}
    groups: dict[str, list[Any]] = {}
    for record in reading.records:
        for name, label, span in _spans(record):
            aligned = _align(doc, record, span, label, alignment)
            groups.setdefault(name, []).extend([aligned] if aligned is not None else [])
    for name, spans in groups.items():
        doc.spans[name] = spans
    return doc


def _head(article: Article) -> dict[str, Any]:
    return {name: value for name, value in as_json(article).items() if name != "text"}


def _spans(record: Record) -> Iterator[tuple[str, str, Span]]:
    """The group, the label and the words of each span."""
    yield record.kind, label_of(record), record.anchor
    for span in record.evidence:
        yield f"{record.kind}:evidence", record.kind, span


def label_of(record: Record) -> str:
    """What distinguishes records of one kind: status, stance, PLOVER type, action; else the kind."""
    for name in ("status", "stance", "type", "action"):
        if name == "status" and record.kind == "measure":
            continue
        if told := getattr(record, name, None):
            return str(told)
    return record.kind


def _align(doc: Any, record: Record, span: Span, label: str, alignment: Alignment) -> Any:
    """The tokens that lie whole within a span; None where there are none."""
    found = doc.char_span(span.start, span.end, label=label, span_id=record.id, alignment_mode="contract")
    if found is None or not len(found):
        alignment.lost.append((record.id, span.text))
        return None
    if (found.start_char, found.end_char) == (span.start, span.end):
        alignment.exact += 1
    else:
        alignment.cut += 1
    return found
