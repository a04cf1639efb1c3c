"""What speaks for one deed in two records, and what forbids it: points, sentences, and a veto."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import cos, hypot, radians

from pourparler.ledger.linking.days import Window, days_apart
from pourparler.ledger.linking.deeds import Spot


@dataclass(slots=True)
class Evidence:
    """Gathered point by point; ``against`` is the veto, a sentence, and ends all."""

    points: float = 0.0
    reasons: list[str] = field(default_factory=list)
    against: str | None = None

    def add(self, points: float, reason: str = "") -> None:
        """So much speaks for it, and why; a negative number speaks against it without forbidding it."""
        self.points += points
        if reason:
            self.reasons.append(reason)

    def forbid(self, reason: str) -> Evidence:
        """It cannot be; returns itself."""
        self.against = reason
        return self


def weigh_days(found: Evidence, one: Window, other: Window, *, slack: int = 1) -> None:
    """How well two dates of one deed fit, up to .35; days that differ by ``slack`` are a little, by more a veto."""
    gap = days_apart(one, other)
    if gap > slack:
        found.forbid(f"the days differ: {one} and {other}")
    elif not (one.told and other.told):
        _weigh_untold(found, one, other)
    elif gap:
        found.add(0.05, f"the days differ by one, as across time zones: {one} and {other}")
    elif one.width == other.width == 0:
        found.add(0.35, f"both on {one}" if one.words == other.words else f"the same day: {one} and {other}")
    else:
        width = max(w if w is not None else 366 for w in (one.width, other.width))
        found.add(0.3 if width <= 7 else 0.22 if width <= 31 else 0.1, f"the days fit: {one} and {other}")


def _weigh_untold(found: Evidence, one: Window, other: Window) -> None:
    """One date at least is only bounded by the publication, which is the nearer the deed the nearer it lies."""
    if one.last is None or other.last is None:
        return
    gap = abs(one.last - other.last)
    fit = 0.25 if gap <= 1 else 0.2 if gap <= 3 else 0.12 if gap <= 7 else 0.05 if gap <= 14 else 0.0
    found.add(fit, f"told within {gap} days of each other" if fit and gap else "told on one day" if fit else "")


def weigh_due(found: Evidence, one: Window | None, other: Window | None) -> None:
    """When the contact is to be: the same day is much, days that cannot be one a veto."""
    if one is None or other is None or not (one.told and other.told):
        return
    gap = days_apart(one, other)
    if gap > 1:
        found.forbid(f"due on different days: {one} and {other}")
    elif not gap:
        precise = max(w if w is not None else 366 for w in (one.width, other.width)) <= 1
        found.add(0.2 if precise else 0.08, f"due on days that fit: {one} and {other}")


def weigh_places(found: Evidence, one: Spot | None, other: Spot | None, points: float) -> None:
    """The same place is ``points``, one inside the other half of them, places apart a veto."""
    if one is None or other is None:
        return
    if one.name == other.name:
        found.add(points, f"both at {one.name.title()}")
    elif _far(one, other):
        found.forbid(f"different places: {one.name.title()} and {other.name.title()}")
    elif one.lat is not None and other.lat is not None:
        found.add(points / 2, f"{one.name.title()} and {other.name.title()} are in reach of each other")


def apart_in_space(one: Spot | None, other: Spot | None) -> bool:
    """Whether two places can be no one place; an unknown one can be anywhere."""
    return one is not None and other is not None and one.name != other.name and _far(one, other)


def _far(one: Spot, other: Spot) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return bool(one.country and other.country and one.country != other.country)
    across = abs(one.lon - other.lon)
    kilometres = 111 * hypot(one.lat - other.lat, min(across, 360 - across) * cos(radians((one.lat + other.lat) / 2)))
    return kilometres > max(_reach(one.name), _reach(other.name))


def _reach(name: str) -> float:
    """How far from its middle a place of this name reaches, in kilometres."""
    if "ocean" in name:
        return 4000
    if "sea" in name.split() or name == "mediterranean":
        return 1000
    return 400 if any(word in name for word in ("gulf", "strait", "bay", "channel")) else 120
