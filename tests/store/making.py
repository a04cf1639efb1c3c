"""Small articles and readings, made by hand, for the tests of this room."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from pourparler.records import (
    Actor,
    Article,
    Channel,
    Contact,
    Date,
    Event,
    Factuality,
    Form,
    Header,
    How,
    Precision,
    Reading,
    Reason,
    ReasonKind,
    Record,
    Span,
    Stance,
    Statement,
    Status,
)
from pourparler.records.ids import IdMaker, article_id, text_sha256

TEXT = "Norway declined a call with Sweden, citing protocol, an Oslo official said."


def day(iso: str) -> Date:
    return Date(text=None, start=None, end=None, earliest=iso, latest=iso, precision=Precision.DAY, how=How.STATED)


def state(code: str, sector: str = "GOV", **known: str) -> Actor:
    return Actor(text="", start=0, end=0, country=code, sectors=(sector,), code=f"{code} {sector}", **known)


def article(text: str = TEXT, *, key: str = "one", outlet: str = "The Fjord", published: str = "2024-03-06") -> Article:
    return Article(
        id=article_id(outlet, None, key), key=key, outlet=outlet, title=text[:20], text=text,
        sha256=text_sha256(text), published=day(published),
    )  # fmt: skip


def reading(
    of: Article, *statuses: Status, reader: str = "test 1", between: tuple[str, str] = ("NOR", "SWE")
) -> Reading:
    """One contact for each status, refused or not by the first of the two, all told by one official of its state."""
    ids = IdMaker(of.id)
    said = Statement(
        id=ids.make("statement", "said", of.text), article=of.id, anchor=_span(of, "said"), evidence=(), confidence=1,
        reader="test", source=state(between[0], person="Ole Berg"), cue=_span(of, "said"), content=(),
        form=Form.INDIRECT, stance=Stance.ASSERTS,
    )  # fmt: skip
    return Reading(
        header=Header(reader=reader),
        article=of,
        records=(said, *(_contact(of, ids, status, between, said.id) for status in statuses)),
    )


def coded(read: Reading) -> Reading:
    """The reading with an event that codes each contact."""
    ids = IdMaker(read.article.id)
    events = (
        Event(
            id=ids.make("event", contact.id, read.article.text), article=read.article.id, anchor=contact.anchor,
            evidence=contact.evidence, confidence=0.8, reader="test", type="REJECT", mode="meet",
            actors=(contact.target,) if contact.target else (), factuality=contact.factuality, when=contact.when,
            quad=3, intensity=-4.0, of=contact.id,
        )
        for contact in read.contacts
    )  # fmt: skip
    return replace(read, records=(*read.records, *events))


def _contact(of: Article, ids: IdMaker, status: Status, between: tuple[str, str], told: str) -> Record:
    why = _span(of, "protocol")
    return Contact(
        id=ids.make("contact", status, of.text), article=of.id, anchor=_span(of, "declined"),
        evidence=(_span(of, "declined"),), confidence=0.8, reader="test", by=state(between[0]),
        initiator=state(between[1]), target=state(between[0]),
        participants=(state(between[1]), state(between[0])), channel=Channel.PHONE, status=status,
        factuality=Factuality.ACTUAL, when=of.published, according_to=(told,),
        reasons=(Reason(kind=ReasonKind.PROTOCOL, by=None, text=why.text, start=why.start, end=why.end),),
    )  # fmt: skip


def _span(of: Article, words: str) -> Span:
    start = max(of.text.find(words), 0)
    return Span(start=start, end=start + len(words), text=of.text[start : start + len(words)])


def take_back_speed(db: sqlite3.Connection) -> None:
    """Makes a store's tables what they were before migration 6, so that it runs again when the store is opened."""
    db.executescript(
        """
        DROP TRIGGER record_came; DROP TRIGGER record_went; DROP TRIGGER record_changed; DROP TRIGGER article_changed;
        DROP TRIGGER disputed_came; DROP TRIGGER disputed_went; DROP TRIGGER disputed_withdrawn;
        DROP TRIGGER disputed_moved; DROP TABLE disputed;
        DROP TABLE counted; DROP TABLE tally; DROP TABLE changed; DROP TABLE sketch; DROP TABLE IF EXISTS waiting;
        DROP TABLE voice; DROP INDEX credit_statement; DROP TABLE IF EXISTS token;
        DROP TABLE IF EXISTS watch; DROP INDEX IF EXISTS article_captured; DROP INDEX IF EXISTS judgement_withdrawn;
        DROP INDEX IF EXISTS judgement_withdrawn_object; DROP INDEX IF EXISTS judgement_withdrawn_id;
        DROP INDEX article_supersedes; DROP INDEX article_outlet; DROP INDEX record_listed; DROP INDEX record_stretched;
        DROP INDEX reason_kind; DROP INDEX reading_before;
        CREATE INDEX record_kind_day ON record (kind, day, no);
        DROP INDEX involved_record; CREATE INDEX involved_record ON involved (record);
        DROP INDEX judgement_seat;
        PRAGMA user_version = 5;
        """
    )
    listed = ("article", "type", "channel", "level", "forum", "from_day")
    for table, columns in (("involved", (*listed, "acts")), ("pair", (*listed, "low_acts", "high_acts"))):
        for column in columns:
            db.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
