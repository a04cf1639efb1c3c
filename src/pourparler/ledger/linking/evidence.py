"""What speaks for one deed in two records, and what forbids it: points, sentences, and a veto."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, hypot, radians

from pourparler.ledger.linking.days import Window, days_apart
from pourparler.ledger.linking.deeds import Spot
from pourparler.records.counted import counted


class Evidence:
    """Gathered point by point; ``against`` is the veto and ends all.

    Sentences are templates with what fills them, put together only when somebody reads them: most pairs are weighed
    and dropped.
    """

    __slots__ = ("_reasons", "_veto", "points")

    def __init__(self) -> None:
        self.points = 0.0
        self._reasons: list[tuple[str, tuple[object, ...]]] = []
        self._veto: tuple[str, tuple[object, ...]] | None = None

    @property
    def against(self) -> bool:
        """Whether something forbids it."""
        return self._veto is not None

    @property
    def veto(self) -> str:
        """Why it cannot be; empty where it can."""
        return _filled(*self._veto) if self._veto else ""

    @property
    def reasons(self) -> list[str]:
        """What speaks for it, in sentences."""
        return [_filled(*each) for each in self._reasons]

    def add(self, points: float, reason: str = "", *told: object) -> None:
        """So much speaks for it, and why; a negative number speaks against it without forbidding it."""
        self.points += points
        if reason:
            self._reasons.append((reason, told))

    def forbid(self, reason: str, *told: object) -> Evidence:
        """It cannot be; returns itself."""
        self._veto = reason, told
        return self


def _filled(template: str, told: tuple[object, ...]) -> str:
    return template.format(*(listed(each) if isinstance(each, (frozenset, list, set)) else each for each in told))


def listed(names: Iterable[str]) -> str:
    """Names in the order of the alphabet, "and" between them."""
    return " and ".join(sorted(names))


def weigh_days(found: Evidence, one: Window, other: Window, *, slack: int = 1) -> Evidence:
    """How well two dates of one deed fit, up to .35; days that differ by ``slack`` are a little, by more a veto."""
    gap = days_apart(one, other)
    if gap > slack:
        return found.forbid("the days differ: {} and {}", one, other)
    if not (one.told and other.told):
        _weigh_untold(found, one, other)
    elif gap:
        found.add(0.05, "the days differ by one, as across time zones: {} and {}", one, other)
    elif one.width == other.width == 0:
        found.add(0.35, "the same day: {} and {}", one, other)
    else:
        width = max(w if w is not None else 366 for w in (one.width, other.width))
        found.add(0.3 if width <= 7 else 0.22 if width <= 31 else 0.1, "the days fit: {} and {}", one, other)
    return found


def _weigh_untold(found: Evidence, one: Window, other: Window) -> None:
    """One date at least is only bounded by the publication, which is the nearer the deed the nearer it lies."""
    if one.last is None or other.last is None:
        return
    told = one if one.told else other
    untold = (other if told is one else one).last or 0
    inside = told.told and told.first is not None and told.first <= untold <= (told.last or 0)
    gap = 0 if inside else abs((told.last or 0) - untold)
    fit = 0.25 if gap <= 1 else 0.2 if gap <= 3 else 0.12 if gap <= 7 else 0.05 if gap <= 14 else -0.1
    if inside:
        fit = 0.25 if (told.width or 0) <= 7 else 0.2 if (told.width or 0) <= 31 else 0.1
    within = "told within {} of each other" if gap else "told as of days that fit"
    found.add(fit, within if fit > 0 else "", counted(gap, "day"))


def weigh_due(found: Evidence, one: Window | None, other: Window | None) -> None:
    """When the contact is to be: the same day is much, days that cannot be one a veto."""
    if one is None or other is None or not (one.told and other.told):
        return
    gap = days_apart(one, other)
    if gap > 1:
        found.forbid("due on different days: {} and {}", one, other)
    elif not gap:
        precise = max(w if w is not None else 366 for w in (one.width, other.width)) <= 1
        found.add(0.2 if precise else 0.08, "due on days that fit: {} and {}", one, other)


def weigh_words(found: Evidence, one: frozenset[str], other: frozenset[str], points: float) -> None:
    """Up to so many points for telling words that both have: all of them from half the shorter text's on."""
    least, common = min(len(one), len(other)), one & other
    if common and least >= 3:
        found.add(points * min(1.0, 2 * len(common) / least), "both say: {}", ", ".join(sorted(common)[:8]))


def weigh_places(found: Evidence, one: Spot | None, other: Spot | None, points: float) -> None:
    """The same place is ``points``, one inside the other half of them, places apart a veto."""
    if one is None or other is None:
        return
    if one.name == other.name:
        found.add(points, "both at {}", one)
    elif _far(one, other):
        found.forbid("different places: {} and {}", one, other)
    elif one.lat is not None and other.lat is not None:
        found.add(points / 2, "{} and {} are in reach of each other", one, other)


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
