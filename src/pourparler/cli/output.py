"""Where lists go, and in which format: the terminal, a pipe or a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.cli.progress import Gauge, progress
from pourparler.cli.terminal import complain, print_lines
from pourparler.errors import UsageError
from pourparler.exports.choices import EVENTS_ONLY, Format, format_of

if TYPE_CHECKING:
    from pourparler.records import Entry
    from pourparler.store import Store

_BY_DEFAULT = "By default a table on a terminal, jsonl where piped, what the name of FILE tells with --out."

ShownAs = Annotated[
    Format | None, typer.Option("--format", metavar="table|jsonl|csv", help=_BY_DEFAULT, show_default=False)
]
ExportedAs = Annotated[
    Format | None, typer.Option("--format", metavar="|".join(Format), help=_BY_DEFAULT, show_default=False)
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Write to this file, whole or not at all.", show_default=False),
]


def put(views: Mapping[Format, Callable[[], Iterable[str]]], asked: Format | None, out: Path | None) -> None:
    """Print or write the view of the format that is asked for. Raises UsageError where there is no such view."""
    chosen = choose(asked, out)
    if chosen not in views:
        raise UsageError(f"this list has no form as {chosen}; choose --format of {', '.join(views)}")
    _put_lines(views[chosen](), out)


def put_entries(entries: Iterable[Entry], store: Store, asked: Format | None, out: Path | None) -> None:
    """Print or write entries of a store in any format, as they come; tell what the format had no place for.

    Raises UsageError: Parquet without a file or without pyarrow, a file that cannot be made.
    """
    from pourparler.exports.formats import lines_of
    from pourparler.exports.omissions import Omissions

    chosen, omitted, gauge = choose(asked, out), Omissions(), Gauge("records")
    passed = gauge.passing(entries)
    with progress(gauge):
        if chosen is Format.PARQUET:
            _put_parquet(passed, out)
        else:
            _put_lines(lines_of(chosen, passed, store.report, omitted), out)
    if told := str(omitted):
        complain(f"{chosen}: {told}")


def choose(asked: Format | None, out: Path | None) -> Format:
    """The format asked for, else what the file's name tells, else a table for people and JSON Lines for programs."""
    if asked or out:
        return asked or format_of(out or Path())  # raises UsageError where the name tells of no format
    return Format.TABLE if sys.stdout.isatty() else Format.JSONL


#: Rows that a terminal is shown of a list, unless somebody asks for more.
PAGE = 50


def most_of(limit: int | None, out: Path | None, *, all: bool) -> int | None:
    """How many rows of a list are given: so many as are asked for, else a page of them where people look; None: all.

    Raises UsageError where all are asked for, and no more than some.
    """
    if all and limit is not None:
        raise UsageError(f"--all and --limit {limit} contradict each other; give one of them")
    if limit is not None or all:
        return limit
    return PAGE if out is None and sys.stdout.isatty() else None


def check_events(asked: Format | None, out: Path | None) -> None:
    """Raises UsageError for a format of events; of lists that hold none."""
    if choose(asked, out) in EVENTS_ONLY:
        raise UsageError(f"{choose(asked, out)} holds PLOVER events, and this list none; ask with `pourparler events`")


def _put_lines(lines: Iterable[str], out: Path | None) -> None:
    from pourparler.exports.files import write_lines

    if out is None:
        print_lines(lines)
    else:
        write_lines(lines, out)


def _put_parquet(entries: Iterable[Entry], out: Path | None) -> None:
    from pourparler.exports.files import replacing
    from pourparler.exports.parquet import write_parquet

    if out is None:
        raise UsageError("a Parquet file is no text to print; name a file for it with --out FILE")
    with replacing(out) as unfinished:
        write_parquet(entries, unfinished)
