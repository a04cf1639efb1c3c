"""Holders and counterparts of offices, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from pourparler.exports import labels
from pourparler.exports.printable import one_line, safe_json
from pourparler.exports.rows import full_row
from pourparler.exports.table import aligned
from pourparler.knowledge import By, Counterpart, Holding, Post, Term, Why
from pourparler.ledger.counterparts import Answering, Counterparts, Evidence, Holder, Named, Seat
from pourparler.ledger.learned import Learned

_UNKNOWN = "unknown"
#: Offices have long names, and are what is asked for.
_WIDEST = 56
_HELD = ("holder", "from", "until", "as of", "source", "note")
Line = tuple[str, ...]


def holder_lines(holder: Holder) -> Iterator[str]:
    """The office and its holders in a table, and under it what was learned from text."""
    if holder.seat is None:
        yield from _aligned([("person", "office", "state", *_HELD[1:-1]), *map(_term_line, holder.terms)])
        yield from _learned_lines(holder.learned)
        return
    seats = [holder.seat, *(one.seat for one in holder.instead if one.seat)]
    if holder.instead and not holder.seat.holding.held and not holder.seat.holding.last:
        seats = seats[1:]
    yield from _aligned([("office", "state", *_HELD), *(line for seat in seats for line in _seat_lines(seat))])
    for one in holder.instead:
        told = f"{_office(one.counterpart.post)}: {_reasons(one.counterpart.why)}"
        yield f"in the place of {holder.seat.post.office}: {told}"
    yield from _learned_lines([one for seat in seats for one in seat.learned])


def counterpart_lines(found: Counterparts, store: str | None) -> Iterator[str]:
    """The office, its counterparts by rank and by function, why, and what the record says of it."""
    asked = [("", *line) for line in _seat_lines(found.asked)]
    told = [line for one in found.answering for line in _answering_lines(one)]
    yield from _aligned([("by", "office", "state", *_HELD), *asked, *told])
    yield from _why_lines(found)
    heard = [one for seat in (found.asked, *(a.seat for a in found.answering)) if seat for one in seat.learned]
    yield from _learned_lines(heard)
    yield from _evidence_lines(found, store)


def _why_lines(found: Counterparts) -> Iterator[str]:
    if not found.answering:
        yield f"the tables know no counterpart of it in {found.of}"
    for one in found.answering:
        yield f"by {_by(one.counterpart)}: {_office(one.counterpart.post)}: {_reasons(one.counterpart.why)}"
    if found.differ:
        yield "rank and function point to different offices"
    for remark in found.remarks:
        yield f"at home: {_reasons([remark])}"


def _evidence_lines(found: Counterparts, store: str | None) -> Iterator[str]:
    sides = f"{found.asked.post.side} and {found.of}"
    if found.looked_at is None:
        yield f"no record was looked at: no store at {store}"
    elif not found.evidence:
        yield f"no record between {sides} in {store} gives protocol as a reason and names one of these offices"
    else:
        yield f"in the record between {sides}, with protocol as a reason:"
        yield from _aligned([_EVIDENCE, *(_evidence_line(one, found) for one in found.evidence)])
    if found.beside:
        yield f"{found.beside} more give protocol as a reason and name none of these offices"


_EVIDENCE = ("day", "what", "wanted", "reason names", "reason given by", "according to", "outlet", "id", "reason")


def _evidence_line(one: Evidence, found: Counterparts) -> Line:
    row = full_row(one.entry.record, one.entry.told_by)
    voice = labels.actor_label(one.reason.by) if one.reason.by else labels.OUTLET
    wanted = _named(one.wanted, found)
    asked = f"by {one.asker}: {wanted}" if one.asker and wanted else wanted
    cells = (one.entry.day, row.what, asked, _named(one.named, found), voice, row.source, one.entry.outlet, row.id)
    return (*(one_line(cell or "-") for cell in cells), f"“{one_line(one.reason.text)}”")


def _named(offices: Sequence[Named], found: Counterparts) -> str:
    """The offices, each with what it is a counterpart by; of the asking side, with its code."""
    by = {one.seat.post.office: _by(one.counterpart) for one in found.answering if one.seat}
    told = ((office, by.get(office) if side in (found.of, None) else side) for side, office in offices)
    return ", ".join(f"{office} ({mark})" if mark else office for office, mark in told)


def _answering_lines(one: Answering) -> Iterator[Line]:
    if one.seat is None:
        yield (_by(one.counterpart), "none", *["-"] * (len(_HELD) + 1))
        return
    for line in _seat_lines(one.seat):
        yield (_by(one.counterpart), *line)


def _seat_lines(seat: Seat) -> Iterator[Line]:
    post, holding = seat.post, seat.holding
    for term in holding.held:
        note = "one of these; their terms meet about then" if holding.unsure else "-"
        yield (_office(post), post.side or "-", *_term_cells(term), note)
    if not holding.held:
        as_of = str(max((term.as_of for term in holding.last), default="-"))
        yield (_office(post), post.side or "-", _UNKNOWN, "-", "-", as_of, "-", _gap(holding))


def _term_cells(term: Term) -> Line:
    return term.person, term.begins or "?", term.ends or "open", str(term.as_of), term.source


def _term_line(term: Term) -> Line:
    person, *rest = _term_cells(term)
    return (person, term.office, term.country or "-", *rest)


def _gap(holding: Holding) -> str:
    """Why nobody is known, and who held the office before and after."""
    told = [holding.gap.value] if holding.gap else []
    last = ", ".join(f"{term.person} ({_until(term)})" for term in holding.last)
    told += [f"last known: {last}"] if last else []
    told += [f"next known: {holding.next.person} (from {holding.next.begins})"] if holding.next else []
    return "; ".join(told)


def _until(term: Term) -> str:
    return f"until {term.ends}" if term.end else f"in office on {term.as_of}"


def _office(post: Post | None) -> str:
    if post is None:
        return "none"
    return f"{post.office} ({post.title})" if post.title else post.office


def _by(counterpart: Counterpart) -> str:
    return " and ".join(by.value for by in By if by in counterpart.by)


def _reasons(why: Iterable[Why]) -> str:
    return "; ".join(f"{one.words} [{one.source}, as of {one.as_of}]" if one.source else one.words for one in why)


def _learned_lines(learned: Sequence[Learned]) -> Iterator[str]:
    if learned:
        yield "learned from text, apart from the tables:"
        lines = [(one.person, one.office, one.side, one.start, one.end, one.on, one.record) for one in learned]
        told = [tuple(one_line(cell or "-") for cell in line) for line in lines]
        yield from _aligned([("person", "office", "state", "from", "until", "shown last", "record"), *told])


def _aligned(lines: Sequence[Line]) -> Iterator[str]:
    return aligned(lines, _WIDEST) if len(lines) > 1 else iter(())


def holder_json(holder: Holder) -> Iterator[str]:
    """JSON Lines: the office with its holders, what the state has instead, terms of a person, what was learned."""
    if holder.seat:
        yield _json("office", _seat(holder.seat))
        for one in holder.instead:
            yield _json("instead", _answering(one))
    for term in holder.terms:
        yield _json("term", _term(term) | {"office": term.office, "side": term.country})
    for learned in holder.learned:
        yield _json("learned", asdict(learned))


def counterpart_json(found: Counterparts, store: str | None) -> Iterator[str]:
    """JSON Lines: the office, each counterpart, remarks, the evidence, and what was looked at."""
    yield _json("office", _seat(found.asked))
    for one in found.answering:
        yield _json("counterpart", _answering(one))
    for remark in found.remarks:
        yield _json("remark", _why(remark))
    for evidence in found.evidence:
        yield _json("evidence", _evidence(evidence))
    looked = {
        "records": found.looked_at,
        "beside": found.beside,
        "store": store if found.looked_at is not None else None,
    }
    yield _json("looked_at", looked | {"differ": found.differ})


def _seat(seat: Seat) -> dict[str, Any]:
    post, holding = seat.post, seat.holding
    return {
        "office": post.office,
        "title": post.title,
        "side": post.side,
        "organisation": post.organisation,
        "level": post.level.value,
        "on": _day(holding.on),
        "holders": [_term(term) for term in holding.held],
        "unsure": holding.unsure,
        "gap": holding.gap.value if holding.gap else None,
        "last": [_term(term) for term in holding.last],
        "next": _term(holding.next) if holding.next else None,
        "learned": [asdict(one) for one in seat.learned],
    }


def _term(term: Term) -> dict[str, Any]:
    days = {"start": term.begins, "end": term.ends, "as_of": _day(term.as_of)}
    return {"person": term.person, **days, "source": term.source}


def _answering(one: Answering) -> dict[str, Any]:
    by = [by.value for by in By if by in one.counterpart.by]
    seat = _seat(one.seat) if one.seat else {"office": None}
    return {"by": by, "why": [_why(why) for why in one.counterpart.why], **seat}


def _why(why: Why) -> dict[str, Any]:
    return {"words": why.words, "source": why.source, "as_of": _day(why.as_of)}


def _evidence(one: Evidence) -> dict[str, Any]:
    entry, row = one.entry, full_row(one.entry.record, one.entry.told_by)
    return {
        "record": entry.record.id,
        "day": entry.day,
        "what": row.what,
        "asker": one.asker,
        "wanted": _offices(one.wanted),
        "named": _offices(one.named),
        "reason": one.reason.text,
        "reason_by": (one.reason.by.code or one.reason.by.text) if one.reason.by else None,
        "according_to": row.source,
        "words": row.words,
        "outlet": entry.outlet,
        "article": entry.article,
        "title": entry.title,
        "url": entry.url,
        "published": entry.published,
    }


def _offices(named: Iterable[Named]) -> list[dict[str, str | None]]:
    return [{"side": side, "office": office} for side, office in named]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _json(kind: str, value: dict[str, Any]) -> str:
    return safe_json(json.dumps({"kind": kind} | value, ensure_ascii=False))
