"""``pourparler line``: the state of the line between two sides, and the figures behind it."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from pourparler.cli.days import LAST_DAY, iso_day
from pourparler.cli.options import Side, StorePath
from pourparler.cli.terminal import print_lines

LINE_EXAMPLE = "pourparler line JPN CHN --on 2024-10-31 --store ledger.db"


class Shown(StrEnum):
    TABLE = "table"
    JSONL = "jsonl"


def line(
    one: Annotated[str, Side],
    other: Annotated[str, Side],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=f"The day asked about; by default {LAST_DAY}.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="DATE", help="First day of the figures or of the course; by default two years before."
        ),
    ] = None,
    course: Annotated[
        bool, typer.Option("--course", help="The states one after the other, since when and until when.")
    ] = False,
    format: Annotated[
        Shown | None,
        typer.Option(
            "--format", metavar="table|jsonl", help="By default a table on a terminal, jsonl where piped.",
            show_default=False,
        ),
    ] = None,
    store: StorePath = None,
) -> None:  # fmt: skip
    """Tell how two sides stand on a day, as a whole and by level and channel: open, strained, silent or suspended.

    Only what was published by that day counts, and every state lists the records it rests on. Where too little was read
    about the two to call it silence, the state is unobserved. Figures: who asks more and is answered how soon, the
    longest silence, reasons, conditions, what is overdue, and who confirms what. With --course the states of all days.
    """
    from pourparler.exports.lines import course_lines, line_json, line_lines
    from pourparler.ledger.lines import draw_course, draw_lines
    from pourparler.store import open_store

    day, start = iso_day(on), iso_day(since)
    shown = format or (Shown.TABLE if sys.stdout.isatty() else Shown.JSONL)
    with open_store(store) as opened:
        sides, day = (opened.name_side(one), opened.name_side(other)), day or opened.last_day()
        if course:
            stretches = draw_course(opened, *sides, first=start, last=day)
            print_lines(course_lines(stretches) if shown is Shown.TABLE else line_json(stretches))
        else:
            lines = draw_lines(opened, *sides, on=day, since=start)
            print_lines(line_lines(lines) if shown is Shown.TABLE else line_json(lines))
