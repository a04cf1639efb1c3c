"""A record as the rows by which it is asked for: what it is, when, and who takes part in which role."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from pourparler.records import Article, Record, Tenure, side_of
from pourparler.records.facets import days_of, facets_of, roles_of
from pourparler.records.lines import as_json

#: More sides than this in one record are a list of guests, not pairs of parties.
MOST_SIDES = 12
#: Roles in which a side itself takes the step, acts or speaks.
DOERS = frozenset({"by", "actor", "imposed_by", "source"})


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a record, and as what."""

    role: str
    side: str
    sector: str | None
    person: str | None
    office: str | None


def sorted_by(record: Record, article: Article) -> str:
    """The day by which a record is listed: the last on which it can have been, else the publication, else none."""
    facets = facets_of(record)
    for date in (facets.when, facets.due, article.published):
        first, last = days_of(date)
        if last or first:
            return last or first or ""
    return ""


def parties_of(record: Record) -> list[Party]:
    """Everybody in a record whose side is known, each role once."""
    if isinstance(record, Tenure):
        side = record.country or record.organisation
        return [Party("holder", side, None, record.person, record.office)] if side else []
    told = dict.fromkeys(
        Party(role, side, actor.sectors[0] if actor.sectors else None, actor.person, actor.office)
        for role, actor in roles_of(record)
        if (side := side_of(actor))
    )
    return list(told)


def pairs_of(parties: list[Party]) -> list[tuple[str, str]]:
    """Every two sides that deal with each other in a record, each pair in the order of the alphabet.

    A mediator or a relay is nobody's counterpart.
    """
    sides = sorted({party.side for party in parties if party.role not in ("mediator", "via")})
    return list(combinations(sides, 2)) if len(sides) <= MOST_SIDES else []


#: The columns of ``record`` that follow from what a record says, as `Listing` has them.
COLUMNS = (
    "type", "mode", "factuality", "channel", "level", "forum", "day", "from_day", "to_day", "due_from", "due_to",
    "codes",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The rows by which one record is asked for: its `COLUMNS`, and whole rows of the other tables."""

    columns: tuple[str | None, ...]
    party: tuple[tuple[Any, ...], ...]
    involved: tuple[tuple[Any, ...], ...]
    pair: tuple[tuple[Any, ...], ...]
    reason: tuple[tuple[Any, ...], ...]
    credit: tuple[tuple[Any, ...], ...]


#: The tables that hold the rows of a `Listing`.
TABLES = ("party", "involved", "pair", "reason", "credit")


def listing_of(number: int, record: Record, article: Article, of: int) -> Listing:
    """The rows of a record that has this number in the store, of an article that has the number ``of``."""
    row, day, parties = facets_of(record), sorted_by(record, article), parties_of(record)
    first = days_of(row.when)[0]
    earlier = first if first and first < day else None
    listed = (record.kind, day, number, of, row.type, row.channel, row.level, row.forum, earlier)
    acting = {party.side for party in parties if party.role in DOERS}
    return Listing(
        columns=(
            row.type, row.mode, row.factuality, row.channel, row.level, row.forum, day, *days_of(row.when),
            *days_of(row.due), getattr(record, "of", None),
        ),
        party=tuple((number, p.role, p.side, p.sector, p.person, p.office) for p in parties),
        involved=tuple((side, *listed, int(side in acting)) for side in sorted({p.side for p in parties})),
        pair=tuple((low, high, *listed, int(low in acting), int(high in acting)) for low, high in pairs_of(parties)),
        reason=tuple((number, r.kind, r.by and side_of(r.by), r.text) for r in getattr(record, "reasons", ())),
        credit=tuple((number, told) for told in getattr(record, "according_to", ())),
    )  # fmt: skip


def body_of(record: Record) -> str:
    """The record as the contract has it, on one line."""
    return json.dumps(as_json(record), ensure_ascii=False, separators=(",", ":"))
