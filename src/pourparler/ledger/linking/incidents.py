"""What of an incident matches another telling of the same encounter, or forbids it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.ledger.linking.contacts import Names
from pourparler.ledger.linking.days import Window
from pourparler.ledger.linking.deeds import Deed, Spot, deed, reality_of, sides_of, spot_of, when_of
from pourparler.ledger.linking.tables import rows
from pourparler.records import Entry, Incident, Platform

#: Which kinds of encounter an action can belong to, and which kinds can be parts of one encounter.
_FAMILIES: dict[str, frozenset[str]] = {}
_NEAR = {row["family"]: frozenset(row["near"].split(";")) for row in rows("encounters")}
for _row in rows("encounters"):
    for _action in _row["actions"].split(";"):
        _FAMILIES[_action] = _FAMILIES.get(_action, frozenset()) | {_row["family"]}

#: "F-16", "Su-27", "MQ-9 Reaper" are models and no names; "USS", "JS", "HMS" need not be told with a name.
_MODEL = re.compile(r"[A-Z]{1,3}[a-z]?-?\d")
_PREFIX = re.compile(r"^[A-Z]{2,6} (?=\w)")
_AIR = frozenset(
    {
        "aircraft", "airplane", "plane", "jet", "fighter", "bomber", "helicopter", "drone", "balloon", "missile",
        "fighter jet", "patrol plane", "warplane", "airliner", "uav",
    }
)  # fmt: skip
_LAND = frozenset({"tank", "vehicle", "truck", "convoy", "artillery", "howitzer"})
#: Types that say no more than that it floats or flies.
_VAGUE = frozenset({"ship", "vessel", "warship", "boat", "aircraft", "plane", "jet", "warplane", "craft"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """The fields of an incident that decide, in forms that compare. ``names`` are ships and aircraft, side by side."""

    action: str
    families: frozenset[str]
    reality: str
    by: frozenset[str]
    sides: frozenset[str]
    names: Names
    types: frozenset[str]
    media: frozenset[str]
    counts: tuple[tuple[str, int], ...]
    when: Window
    where: Spot | None

    @property
    def row(self) -> tuple[object, ...]:
        """What sets two rows on one sentence apart, dates left out."""
        return self.action, self.reality, self.by, self.sides, self.names, self.types


Encounter = Deed[Incident, Traits]


def encounter_of(entry: Entry, incident: Incident) -> Encounter:
    """The encounter an incident tells."""
    everyone = (*incident.by, *incident.parties)
    models = {p.name.lower() for p in incident.platforms if p.name and _MODEL.match(p.name)}
    types = frozenset(p.type.lower() for p in incident.platforms if p.type)
    traits = Traits(
        action=incident.action, families=families_of(incident.action), reality=reality_of(incident.factuality),
        by=sides_of(incident.by), sides=sides_of(everyone),
        names=_names(incident.platforms, sides_of(everyone)), types=types - _VAGUE | models,
        media=frozenset(map(_medium, types)), counts=tuple(sorted(map(_counted, incident.platforms))),
        when=when_of(incident.when, entry), where=spot_of(incident.where),
    )  # fmt: skip
    named = [p.name for p in incident.platforms if p.name]
    return deed(entry, incident, traits, everyone, named)


def _names(platforms: Sequence[Platform], sides: frozenset[str]) -> Names:
    """The names of ships and aircraft by the side that operates them, "" where that is not told."""
    found: dict[str, set[str]] = {}
    for platform in platforms:
        if platform.name and not _MODEL.match(platform.name):
            operator = (platform.operator or "").split(" ")[0] or (next(iter(sides)) if len(sides) == 1 else "")
            found.setdefault(operator, set()).add(_PREFIX.sub("", platform.name).lower())
    return tuple(sorted((side, frozenset(names)) for side, names in found.items()))


def families_of(action: str) -> frozenset[str]:
    """The kinds of encounter an action belongs to; one that the table has not is a kind of its own."""
    return _FAMILIES.get(action, frozenset({action}))


def near_families(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two actions can be parts of one encounter: a passage and the warning off it."""
    return any(other & _NEAR.get(family, frozenset()) for family in one)


def _medium(kind: str) -> str:
    last = kind.split()[-1] if kind else ""
    return "air" if kind in _AIR or last in _AIR else "land" if last in _LAND else "sea"


def _counted(platform: Platform) -> tuple[str, int]:
    return _medium((platform.type or "").lower()), platform.count or 0
