"""On whose word a record rests: the chain of a statement's sources, the statements that tell a deed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pourparler.explaining.explanation import Credit
from pourparler.explaining.phrasing import quoted
from pourparler.records import Dispute, Record, Span, Stance, Statement


def explain_credits(doc: Any, record: Record, records: Sequence[Record]) -> tuple[Credit, ...]:
    """The chain of a statement itself; of a deed the statements it is credited to, of a dispute its positions'."""
    outlet = doc._.article.outlet or doc._.article.first_published_by
    said = {r.id: r for r in records if isinstance(r, Statement)}
    if isinstance(record, Statement):
        return (_credit(record, outlet, _why_said(record, list(said.values()))),)
    if isinstance(record, Dispute):
        return tuple(_credit(said[p.statement], outlet, f"{_words(p.stance)} it") for p in record.positions)
    ids: tuple[str, ...] = getattr(record, "according_to", ())
    if not ids:
        why = f"no statement's words hold {quoted(record.anchor.text)}: the outlet tells it in its own voice"
        return (Credit(statement=None, outlet=outlet, chain=(), cue=None, stance=None, why=why),)
    return tuple(_credit(said[i], outlet, _why_credited(record, said[i], list(said.values()))) for i in ids)


def _credit(said: Statement, outlet: str | None, why: str) -> Credit:
    return Credit(
        statement=said.id,
        outlet=outlet,
        chain=(*said.via, *((said.source,) if said.source is not None else ())),
        cue=said.cue,
        stance=_words(said.stance),
        why=why,
    )


def _words(choice: str) -> str:
    return choice.replace("_", " ")


def _why_said(said: Statement, statements: list[Statement]) -> str:
    """How the words tie source and content, and how the relays came into the chain."""
    cue = f"the cue {quoted(said.cue.text)}" if said.cue is not None else "no cue: it goes on from the words before"
    whose = f" of {quoted(said.source.text)}" if said.source is not None else "; its words name no source"
    around = [o for o in statements if o is not said and said.cue is not None and _holds(o, said.cue)]
    relays = [o.id for o in around if o.source is not None and o.source in said.via]
    if relays:
        return f"{cue}{whose}; it stands within what is said in {', '.join(relays)}, whose source relays it"
    beside = "; the relay is told beside the cue" if said.via else ""
    return cue + whose + beside


def _why_credited(record: Record, said: Statement, statements: list[Statement]) -> str:
    """Why the deed rests on that statement: its words hold the trigger, and none within it does."""
    holding = [s for s in statements if _holds(s, record.anchor)]
    trigger = quoted(record.anchor.text)
    if said not in holding:
        return f"credited with {trigger} by what it answers"
    why = f"{trigger} stands in its words"
    if len(holding) > 1:
        why += f", the innermost of {len(holding)} statements that hold it"
    if said.stance is Stance.DENIES:
        why += "; only a denial tells it, so it is told as not done"
    return why


def _holds(statement: Statement, anchor: Span) -> bool:
    return any(c.start <= anchor.start and anchor.end <= c.end for c in statement.content)
