"""A record as the rows by which it is asked for: what it is, when, and who takes part in which role."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import combinations

from pourparler.records import Article, Record, Tenure, side_of
from pourparler.records.facets import days_of, facets_of, roles_of
from pourparler.records.lines import as_json

#: More sides than this in one record are a list of guests, not pairs of parties.
MOST_SIDES = 12


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


def body_of(record: Record) -> str:
    """The record as the contract has it, on one line."""
    return json.dumps(as_json(record), ensure_ascii=False, separators=(",", ":"))
