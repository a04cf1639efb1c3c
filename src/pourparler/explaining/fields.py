"""The fields of a record that are neither actor nor date: value, words, and what decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from pourparler.explaining.explanation import FieldReason
from pourparler.explaining.factualities import factuality_words
from pourparler.explaining.grounds import record_coded, trace_of
from pourparler.explaining.phrasing import listed, quoted, with_article
from pourparler.reading.contacts.drafts import CORES
from pourparler.reading.levels import level_of
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Contact, Count, Date, Dispute, Event, Level, Place, Platform, Record, Span

#: What every record has, and what is told elsewhere in an explanation.
_ELSEWHERE = frozenset({f.name for f in fields(Record)} | {"cue", "according_to", "positions"})


def explain_fields(doc: Any, record: Record, records: Sequence[Record]) -> tuple[FieldReason, ...]:
    """Every filled field that is no actor and no date, in the contract's order."""
    return tuple(_reasons(doc, record, records))


def _reasons(doc: Any, record: Record, records: Sequence[Record]) -> Iterator[FieldReason]:
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name in _ELSEWHERE or value is None or value == () or _is_told_elsewhere(value):
            continue
        why = _WHY.get((type(record), field.name)) or _WHY.get((Record, field.name))
        reason = why(doc, record, records) if why is not None else ""
        for item in value if isinstance(value, tuple) else (value,):
            yield FieldReason(field=field.name, value=_value(item), words=_words(item), why=reason)


def _is_told_elsewhere(value: object) -> bool:
    """Actors and dates have sections of their own."""
    return isinstance(value, Actor | Date) or (isinstance(value, tuple) and isinstance(value[0], Actor))


def _value(item: Any) -> str:
    """The value in words; empty where it is its words."""
    match item:
        case Span():
            return ""
        case Count():
            return (
                f"{item.min} or more"
                if item.max is None
                else " to ".join(dict.fromkeys(map(str, (item.min, item.max))))
            )
        case Place():
            return ", ".join(filter(None, (item.name, item.country)))
        case Platform():
            count = f"×{item.count}" if item.count is not None else ""
            return ", ".join(filter(None, (item.name, item.type, count, item.operator and f"of {item.operator}")))
    if is_dataclass(item):
        return str(getattr(item, "kind", "")).replace("_", " ")
    return str(item).replace("_", " ") if isinstance(item, str) else str(item)


def _words(item: Any) -> tuple[Span, ...]:
    """The item as words of the article, where it stands there."""
    if isinstance(item, Span):
        return (item,)
    start, end, text = (getattr(item, name, None) for name in ("start", "end", "text"))
    return (Span(start=start, end=end, text=text),) if start is not None and end is not None and text else ()


# --- why ---------------------------------------------------------------------------------------------


def _status(doc: Any, record: Contact, records: Sequence[Record]) -> str:
    """Which word over the contact tells what came of it; without one it is told as held."""
    syntax: Syntax = doc._.syntax
    over = [syntax.word[k] for k in trace_of(doc, record).tokens if (syntax.lemma[k], _pos(syntax, k)) not in CORES]
    told = f"told by {listed([quoted(word) for word in over])}" if over else "no step word stands over the contact"
    turned = factuality_words(doc, record)
    return f"{told}; {turned}" if turned else told


def _channel(doc: Any, record: Contact, records: Sequence[Record]) -> str:
    syntax: Syntax = doc._.syntax
    for k in trace_of(doc, record).tokens:
        row = CORES.get((syntax.lemma[k], _pos(syntax, k)))
        if row is not None and row["channel"] == record.channel:
            return f"by {quoted(syntax.word[k])}"
    return "by the words around the contact, or by the contact it answers"


def _pos(syntax: Syntax, k: int) -> str:
    return {"NOUN": "noun", "VERB": "verb", "ADJ": "adj"}.get(syntax.pos[k], "")


def _level(doc: Any, record: Contact, records: Sequence[Record]) -> str:
    """Each participant's level; the lower of the two sides counts, unless the contact's own words tell one."""
    told = {a: level_of(a) for a in record.participants}
    known = [f"{a.person or quoted(a.text)} {_words_of(v)}" for a, v in told.items() if v is not Level.UNSPECIFIED]
    if record.level not in told.values():
        return "by the words of the contact itself"
    if record.level is Level.UNSPECIFIED:
        return "the words tell no office of those who take part, or only on one side"
    return ("the lower side of " if len(known) > 1 else "by ") + listed(known)


def _words_of(choice: str) -> str:
    return choice.replace("_", " ")


def _factuality(doc: Any, record: Record, records: Sequence[Record]) -> str:
    return factuality_words(doc, record)


def _type(doc: Any, record: Event, records: Sequence[Record]) -> str:
    coded = record_coded(record, records)
    if coded is None:
        return f"by {quoted(record.anchor.text)}"
    told = (getattr(coded, name, None) for name in ("status", "action", "type", "channel"))
    return f"codes {with_article(coded.kind)}: {', '.join(_words_of(str(value)) for value in told if value)}"


def _scale(doc: Any, record: Event, records: Sequence[Record]) -> str:
    return "PLOVER's own value for " + " ".join(filter(None, (record.type, record.mode)))


def _of(doc: Any, record: Event, records: Sequence[Record]) -> str:
    return "the record that this event codes, so that both are counted once"


def _form(doc: Any, record: Record, records: Sequence[Record]) -> str:
    return {
        "direct": "all that is said stands between quotation marks",
        "mixed": "a part of what is said stands between quotation marks",
        "indirect": "nothing of what is said stands between quotation marks",
    }[str(getattr(record, "form", ""))]


def _stance(doc: Any, record: Record, records: Sequence[Record]) -> str:
    cue = getattr(record, "cue", None)
    return f"by {quoted(cue.text)}" if cue is not None else "the speaker before goes on"


def _about(doc: Any, record: Dispute, records: Sequence[Record]) -> str:
    return "the record whose trigger the disputed words hold" if isinstance(record.about, str) else "the words denied"


_WHY: dict[tuple[type[Record], str], Callable[[Any, Any, Sequence[Record]], str]] = {
    (Contact, "status"): _status,
    (Contact, "channel"): _channel,
    (Contact, "level"): _level,
    (Record, "factuality"): _factuality,
    (Event, "type"): _type,
    (Event, "quad"): _scale,
    (Event, "intensity"): _scale,
    (Event, "of"): _of,
    (Record, "form"): _form,
    (Record, "stance"): _stance,
    (Dispute, "about"): _about,
}
