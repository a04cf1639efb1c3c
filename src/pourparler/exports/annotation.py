"""Records as W3C Web Annotations (JSON-LD), each on the words it was read from, with PROV-O on who read them.

Names that no address has are URNs: ``urn:pourparler:record:ID``, ``…:article:ID``, ``…:reader:FINGERPRINT``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import quote

from pourparler.exports.printable import one_line, safe_json
from pourparler.exports.rows import full_row
from pourparler.records import Entry, Span
from pourparler.records.lines import as_json
from pourparler.store import Report

#: Code points before and after a quotation that tell it from others of the same words.
AROUND = 32
_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"prov": "http://www.w3.org/ns/prov#", "pourparler": "urn:pourparler:terms:"},
]


def annotation_lines(entries: Iterable[Entry], report: Callable[[str], Report | None]) -> Iterator[str]:
    """The lines of one AnnotationPage, one annotation a line; ``report`` gives an article by its id.

    The page is named after the record that it begins with.
    """
    before = ""
    for entry in entries:
        yield f"{before}," if before else _opening(entry.record.id)
        before = safe_json(json.dumps(annotation(entry, report(entry.article)), ensure_ascii=False))
    yield before or _opening("empty")
    yield "]}"


def _opening(name: str) -> str:
    page = {"@context": _CONTEXT, "id": _named("page", name), "type": "AnnotationPage", "items": []}
    return json.dumps(page).removesuffix("]}")


def annotation(entry: Entry, report: Report | None) -> dict[str, Any]:
    """One annotation: the record in words and whole, and a target for each stretch of evidence."""
    record = entry.record
    told: dict[str, Any] = {"id": _named("record", record.id), "type": "Annotation", "motivation": "describing"}
    if report:
        reader = _named("reader", report.reader)
        told |= {
            "created": report.at,
            "generator": {"id": reader, "type": "Software", "name": report.reader},
            "prov:wasGeneratedBy": {
                "id": _named("reading", entry.article, report.reader),
                "type": "prov:Activity",
                "prov:used": {"id": _article(entry)},
                "prov:wasAssociatedWith": {"id": reader, "type": "prov:SoftwareAgent"},
                "prov:endedAtTime": report.at,
            },
        }
    text = report.article.text if report else ""
    spans = record.evidence or (record.anchor,)
    return told | {"body": _bodies(entry), "target": [_target(entry, span, text, report) for span in spans]}


def _bodies(entry: Entry) -> list[dict[str, Any]]:
    """The record in a line for people, and as the contract has it for programs."""
    row = full_row(entry.record, entry.told_by)
    sides = f"{row.who} → {row.whom}" if row.whom else row.who
    words = ", ".join(filter(None, (f"{row.kind}: {row.what}", row.factuality, sides, row.how, row.when)))
    value = json.dumps(as_json(entry.record), ensure_ascii=False)
    return [
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en", "value": words},
        {"type": "TextualBody", "purpose": "classifying", "format": "application/json", "value": value},
    ]


def _target(entry: Entry, span: Span, text: str, report: Report | None) -> dict[str, Any]:
    """The quotation, which holds on the page, and its place in code points, which holds in the canonical text."""
    quoted = {"type": "TextQuoteSelector", "exact": span.text}
    if text:
        quoted["prefix"] = text[max(0, span.start - AROUND) : span.start]
        quoted["suffix"] = text[span.end : span.end + AROUND]
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    source: dict[str, Any] = {"id": entry.url or _article(entry), "type": "Text"}
    if report:
        source |= {"language": report.article.language, "pourparler:sha256": report.article.sha256}
    if entry.title:
        source["pourparler:title"] = one_line(entry.title)
    return {"type": "SpecificResource", "source": source, "selector": [quoted, place]}


def _article(entry: Entry) -> str:
    return _named("article", entry.article)


def _named(*parts: str) -> str:
    return ":".join(["urn:pourparler", *(quote(part, safe="-._~") for part in parts)])
