"""Outcomes as JSON Lines, and as one JSON array of the same values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pourparler.exports.printable import safe_json
from pourparler.records.kinds import Failure, Header
from pourparler.records.lines import as_line
from pourparler.records.reading import Reading


def json_lines(header: Header, outcomes: Iterable[Reading | Failure], kinds: Collection[str] = ()) -> Iterator[str]:
    """One JSON value a line, without newlines: the header, then each article before its records, failures in place.

    ``kinds`` leaves out records of other kinds, never the header, an article or a failure.
    """
    yield safe_json(as_line(header))
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            yield safe_json(as_line(outcome))
            continue
        yield safe_json(as_line(outcome.article))
        for record in outcome.records:
            if not kinds or record.kind in kinds:
                yield safe_json(as_line(record))


def json_array(header: Header, outcomes: Iterable[Reading | Failure], kinds: Collection[str] = ()) -> Iterator[str]:
    """The lines of one JSON array that holds what :func:`json_lines` gives, written as it comes."""
    opening = "["
    for line in json_lines(header, outcomes, kinds):
        yield f"{opening}{line}"
        opening = ","
    yield "]"
