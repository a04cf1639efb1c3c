"""PLOVER 0.8's scale: quad class and intensity of each type and mode."""

from __future__ import annotations

from pourparler.reading.tables import rows

_SCALE = {(row["type"], row["mode"]): (int(row["quad"]), float(row["intensity"])) for row in rows("plover")}


def scale(kind: str, mode: str | None) -> tuple[int, float]:
    """(quad, intensity): quad 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.

    >>> scale("REJECT", "meet")
    (3, -2.0)
    """
    return _SCALE.get((kind, mode or "")) or _SCALE[(kind, "")]
