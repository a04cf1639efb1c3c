"""A short invented article, annotated by hand, that holds a record of every kind."""

from __future__ import annotations

import pytest

from pourparler.records import (
    Actor,
    Article,
    Channel,
    Characterisation,
    Condition,
    Contact,
    Count,
    Date,
    Dispute,
    Event,
    Factuality,
    Form,
    Header,
    How,
    Incident,
    Level,
    Measure,
    MeasureStatus,
    MeasureType,
    Place,
    Platform,
    Position,
    Precision,
    Reading,
    Reason,
    ReasonKind,
    Span,
    Stance,
    Statement,
    Status,
    Tenure,
)
from pourparler.records.ids import text_sha256

TEXT = """Oslo asked Moscow twice on Monday for a call, the ministry said.

Moscow refused, citing sanctions. A frigate shadowed a tanker off Vardø. Oslo "lied", Moscow said, and denied it.

Kari Dahl became ambassador. Oslo may expel two diplomats."""


def span(words: str, nth: int = 0) -> dict[str, object]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def cut(words: str, nth: int = 0) -> Span:
    return Span(**span(words, nth))  # type: ignore[arg-type]


def actor(words: str, nth: int = 0, **known: object) -> Actor:
    return Actor(**span(words, nth), **known)  # type: ignore[arg-type]


def common(record_id: str, trigger: str, evidence: str) -> dict[str, object]:
    return {
        "id": record_id, "article": "ar-1", "anchor": cut(trigger), "evidence": (cut(evidence),),
        "confidence": 0.9, "reader": "rule",
    }  # fmt: skip


def build_reading() -> Reading:
    """The reading, with one record of each kind."""
    oslo = actor("Oslo", code="NOR GOV", country="NOR")
    moscow = actor("Moscow", code="RUS GOV", country="RUS")
    monday = Date(
        **span("on Monday"), earliest="2024-03-04", latest="2024-03-04",
        precision=Precision.DAY, how=How.RELATIVE,
    )  # type: ignore[arg-type]  # fmt: skip
    published = Date(
        text=None, start=None, end=None, earliest="2024-03-05", latest="2024-03-05",
        precision=Precision.DAY, how=How.PUBLICATION,
    )  # fmt: skip
    records = (
        Statement(**common("st-1", "said", "the ministry said"), source=actor("the ministry"), cue=cut("said"),
                  content=(cut("Oslo asked Moscow twice on Monday for a call"),), form=Form.INDIRECT,
                  stance=Stance.ASSERTS),
        Statement(**common("st-2", "denied", "Moscow said, and denied it"), source=moscow, cue=cut("denied"),
                  content=(cut("A frigate shadowed a tanker off Vardø"),), form=Form.INDIRECT, stance=Stance.DENIES),
        Contact(**common("co-1", "refused", "Moscow refused, citing sanctions"), by=moscow, initiator=oslo,
                target=moscow, participants=(oslo, moscow), channel=Channel.PHONE, level=Level.MINISTER,
                status=Status.DECLINED, factuality=Factuality.ACTUAL,
                count=Count(**span("twice"), min=2, max=2), when=published, due=monday,
                reasons=(Reason(kind=ReasonKind.SANCTIONS, by=moscow, **span("sanctions")),),
                conditions=(Condition(by=None, **span("a call")),), according_to=("st-1",)),
        Incident(**common("in-1", "shadowed", "A frigate shadowed a tanker off Vardø"), by=(actor("A frigate"),),
                 parties=(actor("A frigate"), actor("a tanker")), action="shadow", factuality=Factuality.ACTUAL,
                 platforms=(Platform(name=None, type="frigate", operator=None, count=1),),
                 where=Place(**span("Vardø")),
                 characterisations=(Characterisation(by=moscow, **span("lied"), statement="st-2"),)),
        Measure(**common("me-1", "expel", "Oslo may expel two diplomats"), type=MeasureType.EXPULSION,
                imposed_by=(oslo,), status=MeasureStatus.THREATENED),
        Tenure(**common("te-1", "became", "Kari Dahl became ambassador"), person="Kari Dahl", office="ambassador"),
        Event(**common("ev-1", "refused", "Moscow refused"), type="REJECT", mode="meet", actors=(moscow,),
              recipients=(oslo,), factuality=Factuality.ACTUAL, quad=3, intensity=-4.0, of="co-1"),
        Event(**common("ev-2", "expel", "Oslo may expel two diplomats"), type="SANCTION", actors=(oslo,),
              factuality=Factuality.POSSIBLE, quad=4, intensity=-5.0),
        Dispute(**common("di-1", "denied", "Moscow said, and denied it"), about="in-1",
                positions=(Position(by=moscow, stance=Stance.DENIES, statement="st-2"),)),
    )  # type: ignore[arg-type]  # fmt: skip
    article = Article(
        id="ar-1", key="oslo.txt", title="Moscow refuses a call", outlet="Fjord Post", published=published,
        sha256=text_sha256(TEXT), text=TEXT,
    )  # fmt: skip
    return Reading(header=Header(reader="by hand"), article=article, records=records)


@pytest.fixture
def reading() -> Reading:
    return build_reading()
