"""Tables in Markdown, and whether a limit is met."""

from __future__ import annotations

from collections.abc import Sequence


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """A table in Markdown under its title."""
    lines = [heads, ["---"] * len(heads), *rows]
    return [f"**{title}**", "", *(f"| {' | '.join(map(str, line))} |" for line in lines)]


def mark(met: bool) -> str:
    """What a limit's row ends in."""
    return "ok" if met else "MISSED"
