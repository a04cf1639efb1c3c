"""Entries in a row, as a store answers: they show themselves in a notebook and hand themselves over as Arrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, overload

from pourparler.records.entry import Entry
from pourparler.records.flat import View, name_of, view
from pourparler.records.parts import Actor

#: Rows that a notebook shows; what is longer is cut, and says so.
SHOWN = 50
_HEADS = ("day", "what", "who", "whom", "words", "according to", "article")


class Entries:
    """Entries in the order in which they were asked for: their number, their places and slices, as of a tuple.

    pandas, polars and DuckDB read them as a table by ``__arrow_c_stream__`` (with pyarrow), whose columns are
    `pourparler.records.flat.COLUMNS`; a notebook shows them with their evidence. They are no ``Sequence`` by
    inheritance, since polars would then look at each entry instead of asking for the table.
    """

    __slots__ = ("_held",)

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._held = tuple(entries)

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> Entries: ...
    def __getitem__(self, place: int | slice) -> Entry | Entries:
        return Entries(self._held[place]) if isinstance(place, slice) else self._held[place]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entries) and self._held == other._held

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        days = sorted(entry.day for entry in self._held if entry.day)
        return f"<{len(self)} entries{f', {days[0]} to {days[-1]}' if days else ''}>"

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The Arrow PyCapsule protocol. Raises UsageError where pyarrow is not installed."""
        from pourparler.records.arrow import arrow_batches  # as a run that exports nothing needs no pyarrow

        return arrow_batches(self._held).__arrow_c_stream__(requested_schema)

    def _repr_html_(self) -> str:
        """A table for notebooks: day, what, who, whom, the words, on whose word, and where it was printed."""
        head = "".join(f"<th>{name}</th>" for name in _HEADS)
        rows = "".join(_row(view(entry)) for entry in self._held[:SHOWN])
        left = len(self) - SHOWN
        note = f"<p>… and {left} more; take a slice to see them</p>" if left > 0 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{note}"


def _row(seen: View) -> str:
    deed = (escape(seen.entry.day or ""), escape(_what(seen)), _names(seen.by), _names(seen.to), _quotes(seen))
    voices = _names(told.source for told in seen.entry.told_by.values() if told.source)
    cells = (*deed, voices, _article(seen.entry))
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _what(seen: View) -> str:
    doubt = seen.facets.factuality if seen.facets.factuality != "actual" else None
    words = (seen.record.kind, seen.facets.type, seen.facets.mode, seen.facets.channel, doubt and f"({doubt})")
    return " ".join(str(word) for word in words if word and word != "unspecified")


def _names(actors: Iterable[Actor]) -> str:
    return escape(", ".join(dict.fromkeys(map(name_of, actors))))


def _quotes(seen: View) -> str:
    return " … ".join(f"<q>{escape(span.text)}</q>" for span in seen.record.evidence or (seen.record.anchor,))


def _article(entry: Entry) -> str:
    """The outlet or headline, linked where the address is one of the web."""
    told = escape(entry.outlet or entry.title or entry.article)
    if not (entry.url or "").startswith(("https://", "http://")):
        return told
    return f'<a href="{escape(entry.url or "")}" rel="noopener noreferrer">{told}</a>'
