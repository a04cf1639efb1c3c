"""The invented article of docs/formats.md, with one event that fills every column, and a store that holds it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from pourparler.records import (
    Actor,
    Article,
    Contact,
    Count,
    Date,
    Entry,
    Event,
    Factuality,
    Form,
    Header,
    How,
    Place,
    Precision,
    Reading,
    Record,
    Span,
    Stance,
    Statement,
    Status,
)
from pourparler.records.choices import Channel
from pourparler.records.ids import IdMaker, article_id, text_sha256
from pourparler.store import Filter, Report, Store, open_store

TITLE = "Norway turns down Sweden's call"
TEXT = f"""{TITLE}

VARDØ, March 6 (The Fjord) - Norway's defence minister, Kari Lund, twice declined a call with Sweden on Tuesday.

Gen. A. Berg, who was with her in Vardø, said the line "is not needed"."""
URL = "https://fjord.example/2024/call"
READER = "pourparler pourparler-en-0.1.0 0123456789ab"
READ_AT = "2024-03-06T09:00:00+00:00"


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def cut(words: str) -> Span:
    return Span(**span(words))


def day(iso: str, words: str | None = None) -> Date:
    place = span(words) if words else {"text": None, "start": None, "end": None}
    return Date(**place, earliest=iso, latest=iso, precision=Precision.DAY, how=How.RELATIVE)


LUND = Actor(
    **span("Norway's defence minister, Kari Lund"), name="Kari Lund", person="Kari Lund", office="defence minister",
    organisation="Norwegian Ministry of Defence", country="NOR", sectors=("MIL", "GOV"), code="NOR MIL",
)  # fmt: skip
SWEDEN = Actor(**span("Sweden"), name="Sweden", country="SWE", sectors=("GOV",), code="SWE GOV")
BERG = Actor(**span("Gen. A. Berg"), name="A. Berg", person="A. Berg", country="NOR", sectors=("MIL",), code="NOR MIL")
VARDO = Place(**span("Vardø"), name="Vardø", country="NOR", lat=70.3705, lon=31.1107, geonames=777019)
ARTICLE = Article(
    id=article_id("The Fjord", URL, "call"), key="call", title=TITLE, outlet="The Fjord", url=URL, text=TEXT,
    sha256=text_sha256(TEXT), published=day("2024-03-06"),
)  # fmt: skip
IDS = IdMaker(ARTICLE.id)


def common(kind: str, trigger: str, evidence: str) -> dict[str, Any]:
    return {
        "id": IDS.make(kind, trigger, evidence), "article": ARTICLE.id, "anchor": cut(trigger),
        "evidence": (cut(evidence),), "confidence": 0.9, "reader": f"{kind}:decline",
    }  # fmt: skip


SAID = Statement(
    **common("statement", "said", 'Gen. A. Berg, who was with her in Vardø, said the line "is not needed"'),
    source=BERG, cue=cut("said"), content=(cut('the line "is not needed"'),), form=Form.MIXED, stance=Stance.ASSERTS,
)  # fmt: skip
CALL = Contact(
    **common("contact", "declined", "declined a call with Sweden on Tuesday"), by=LUND, initiator=SWEDEN, target=LUND,
    participants=(SWEDEN, LUND), channel=Channel.PHONE, status=Status.DECLINED, factuality=Factuality.ACTUAL,
    when=day("2024-03-05", "on Tuesday"), according_to=(SAID.id,),
)  # fmt: skip
REFUSAL = Event(
    **common("event", "declined", "Norway's defence minister, Kari Lund, twice declined a call with Sweden on Tuesday"),
    type="REJECT", mode="meet", actors=(LUND,), recipients=(SWEDEN,), factuality=Factuality.ACTUAL,
    count=Count(**span("twice"), min=2, max=2), when=day("2024-03-05", "on Tuesday"), where=VARDO, quad=3,
    intensity=-2.0, of=CALL.id, according_to=(SAID.id,),
)  # fmt: skip


def other(nth: int = 0, **fields: Any) -> Event:
    """The same event with other fields, under an id of its own."""
    return replace(REFUSAL, id=f"ev-{nth:012x}", **fields)


def store_of(folder: Path, *records: Record, text: str = TEXT, url: str | None = URL) -> Store:
    """A store with the article and these records, the statement of the general among them."""
    article = replace(ARTICLE, text=text, sha256=text_sha256(text), url=url)
    store = open_store(folder / "example.db", create=True)
    with store.writing() as writer:
        reading = Reading(header=Header(reader=READER), article=article, records=(SAID, *records))
        writer.file(writer.keep(article), reading)
    return store


def event_entries(store: Store) -> list[Entry]:
    return list(store.every(Filter(kinds=("event",))))


def report_of(store: Store) -> Report:
    """The article's report, as if read when the example says."""
    report = store.report(ARTICLE.id)
    assert report
    return replace(report, at=READ_AT)
