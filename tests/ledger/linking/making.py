"""Reports of deeds, made by hand in one line each, for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from pourparler.ledger.linking import link
from pourparler.records import (
    Actor,
    Channel,
    Characterisation,
    Condition,
    Contact,
    Count,
    Date,
    Entry,
    Factuality,
    Form,
    How,
    Incident,
    Judgement,
    Level,
    Measure,
    MeasureStatus,
    MeasureType,
    Place,
    Platform,
    Precision,
    Reason,
    ReasonKind,
    Record,
    Relation,
    Span,
    Stance,
    Statement,
    Status,
    Tenure,
)
from pourparler.records.ids import PREFIXES, digest


def day(told: str | None, words: str | None = None) -> Date | None:
    """ "2024-03-04" is that day, "2024-03-01..2024-03-10" a range, "..2024-03-04" only bounded by the publication."""
    if told is None:
        return None
    first, _, last = told.partition("..")
    untold = not first
    return Date(
        text=None if untold else words, start=None, end=None, earliest=first or None, latest=last or first,
        precision=Precision.BEFORE if untold else Precision.RANGE if last else Precision.DAY,
        how=How.PUBLICATION if untold else How.STATED,
    )  # fmt: skip


def who(told: str | Actor | None) -> Actor | None:
    """ "CHN" is a state, "CHN/Li Shangfu" somebody of it, "CHN/Li Shangfu/defence minister" with the office,
    "CHN//defence minister" the office alone, "CHN?" somebody who is not named.
    """
    if told is None or isinstance(told, Actor):
        return told
    country, person, office = (*told.rstrip("?").split("/"), "", "")[:3]
    mil = "defen" in office or "navy" in office
    return Actor(
        text=" ".join(filter(None, (office, person))) or country, start=0, end=9, person=person or None,
        office=office or None, country=country, sectors=("MIL" if mil else "GOV",), anonymous=told.endswith("?"),
        code=f"{country} {'MIL' if mil else 'GOV'}", resolved_by="title" if person and office else "name",
    )  # fmt: skip


def place(told: str | None) -> Place | None:
    """ "Taiwan Strait", or "Taiwan Strait 24.5 119.5" with coordinates."""
    if told is None:
        return None
    words = told.split()
    numbers = [float(w) for w in words if w[0].isdigit() or w[0] == "-"]
    name = " ".join(w for w in words if not (w[0].isdigit() or w[0] == "-"))
    lat, lon = numbers or (None, None)
    return Place(text=name, start=0, end=1, name=name, lat=lat, lon=lon)


def span(text: str, start: int = 0) -> Span:
    return Span(start=start, end=start + len(text), text=text)


def _head(kind: str, article: str, words: str, at: int, row: str) -> dict[str, Any]:
    """``row`` tells two rows on one sentence apart."""
    trigger = span(words.split()[0], at)
    name = f"{PREFIXES[kind]}-{digest(article, kind, words, str(at), row)}"
    return {
        "id": name, "article": article, "anchor": trigger, "evidence": (span(words, at),), "confidence": 0.8,
        "reader": "by hand",
    }  # fmt: skip


def said(
    by: str | None, words: str = "it did so", *, article: str = "a", stance: Stance = Stance.ASSERTS, at: int = 0,
    contact: str | None = None, on: str | None = None,
) -> Statement:  # fmt: skip
    """A statement; made by its side alone where no person is named."""
    return Statement(
        **_head("statement", article, words, at, str(by)), source=who(by), cue=None, content=(span(words, at),),
        form=Form.INDIRECT, stance=stance, said=day(on), contact=contact,
    )  # fmt: skip


def contact(
    status: str, sides: str = "USA CHN", *, article: str = "a", words: str = "they dealt with each other", at: int = 0,
    by: str | None = None, asker: str | None = None, asked: str | None = None, mediators: Sequence[str] = (),
    when: str | None = None, phrase: str | None = None, due: str | None = None, channel: str = "phone",
    level: str = "unspecified", forum: str | None = None, factuality: str = "actual",
    count: tuple[int, int] | None = None,
    where: str | None = None, topics: Sequence[str] = (), reasons: Sequence[tuple[str, str]] = (),
    conditions: Sequence[str] = (),
) -> Contact:  # fmt: skip
    """A contact's step. ``sides`` are parted by blanks where no name has one, else by "; "."""
    told = [who(each) for each in (sides.split("; ") if ";" in sides or "/" in sides else sides.split())]
    return Contact(
        **_head("contact", article, words, at, f"{status} {channel}"), by=who(by), initiator=who(asker),
        target=who(asked),
        participants=tuple(a for a in told if a), mediators=tuple(a for m in mediators if (a := who(m))),
        channel=Channel(channel), forum=forum, level=Level(level), status=Status(status),
        factuality=Factuality(factuality), when=day(when, phrase), due=day(due), where=place(where),
        count=Count(min=count[0], max=count[1], text="", start=0, end=0) if count else None,
        topics=tuple(map(span, topics)),
        reasons=tuple(
            Reason(kind=ReasonKind(kind), by=None, text=text, start=at + 500, end=at + 500 + len(text))
            for kind, text in reasons
        ),
        conditions=tuple(Condition(by=None, text=text, start=0, end=1) for text in conditions),
    )  # fmt: skip


def incident(
    action: str, by: str | None, parties: str, *, article: str = "a", words: str = "it happened", at: int = 0,
    when: str | None = None, where: str | None = None, ship: str | None = None, kind: str | None = "destroyer",
    count: int | None = None, factuality: str = "actual", called: Sequence[tuple[str, str]] = (),
) -> Incident:  # fmt: skip
    """An incident with at most one platform."""
    return Incident(
        **_head("incident", article, words, at, action), by=tuple(a for a in (who(by),) if a),
        parties=tuple(a for each in parties.split() if (a := who(each))),
        platforms=(Platform(name=ship, type=kind, operator=None, count=count),) if kind else (), action=action,
        factuality=Factuality(factuality), when=day(when), where=place(where),
        characterisations=tuple(
            Characterisation(by=who(side), text=text, start=0, end=1, statement=None) for side, text in called
        ),
    )  # fmt: skip


def measure(
    status: str, by: str | None, on: str | None, *, kind: str = "sanction", article: str = "a",
    words: str = "sanctions stand", at: int = 0, when: str | None = None,
) -> Measure:  # fmt: skip
    return Measure(
        **_head("measure", article, words, at, status), type=MeasureType(kind), status=MeasureStatus(status),
        imposed_by=tuple(a for a in (who(by),) if a), on=tuple(a for a in (who(on),) if a), when=day(when),
    )  # fmt: skip


def tenure(
    person: str, office: str, country: str | None = "CHN", *, article: str = "a", start: str | None = None,
    end: str | None = None,
) -> Tenure:  # fmt: skip
    return Tenure(
        **_head("tenure", article, f"{person} {office}", 0, office), person=person, office=office, country=country,
        start=day(start), end=day(end),
    )  # fmt: skip


def told(
    record: Record, *, on: str, by: str | Statement | None = None, family: str | None = None, outlet: str = "The Fjord",
    under: str | None = None,
) -> Entry:  # fmt: skip
    """The entry of a record in an article that was published on a day, on the word of one source.

    ``under`` is the day it is listed under where that is neither the record's own nor the publication.
    """
    statement = by if isinstance(by, Statement) else said(by, article=record.article) if by else None
    dates = [getattr(record, name, None) for name in ("when", "said", "start", "end", "due")]
    own = next((d.latest or d.earliest for d in dates if d and (d.latest or d.earliest)), None)
    return Entry(
        number=0, day=under or own or on, record=record, article=record.article, family=family or record.article,
        outlet=outlet, published=on, told_by={statement.id: statement} if statement else {}, deed=record.id,
        thread=record.id,
    )  # fmt: skip


def of(relation: Relation | str, found: Iterable[Judgement]) -> list[Judgement]:
    return [each for each in found if each.relation == relation]


def linked(relation: Relation | str, *entries: Entry) -> set[tuple[str, str]]:
    """The pairs of a relation, subject and object, by the letters of the articles they stand in."""
    names = {entry.record.id: entry.article for entry in entries}
    return {
        (names.get(j.subject, j.subject), names.get(j.object or "", j.object or ""))
        for j in of(relation, link(entries))
    }


def groups(*entries: Entry) -> set[str]:
    """What SAME holds together, each group as the letters of its articles, in order; single records are left out."""
    above = {entry.record.id: entry.record.id for entry in entries}

    def top(name: str) -> str:
        while above[name] != name:
            name = above[name]
        return name

    for each in of(Relation.SAME, link(entries)):
        above[top(each.subject)] = top(each.object or "")
    held: dict[str, list[str]] = {}
    for entry in entries:
        held.setdefault(top(entry.record.id), []).append(entry.article)
    return {"".join(sorted(letters)) for letters in held.values() if len(letters) > 1}


def pairs(letters: str) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in combinations(letters, 2)}
