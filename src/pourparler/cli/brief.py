"""``pourparler brief``: a written report about two sides, from the store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pourparler.cli.days import LAST_DAY, iso_day
from pourparler.cli.options import Knowledge, Side, StorePath
from pourparler.cli.terminal import print_lines
from pourparler.errors import UsageError

BRIEF_EXAMPLE = "pourparler brief USA CHN --since 2021-01-01 --out brief.html --store ledger.db"


def brief(
    one: Annotated[str, Side],
    other: Annotated[str, Side],
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="The first day; by default two years before.", show_default=False),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help=f"The last day; by default {LAST_DAY}.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FILE", help="Write to this file, .html or .md; by default Markdown is printed.",
            show_default=False,
        ),
    ] = None,
    knowledge: Knowledge = None,
    store: StorePath = None,
) -> None:  # fmt: skip
    """Write a report about two sides: questions and answers, each sentence footnoted to the words it rests on.

    The state of the line and how it changed, a timeline, who asked and what was answered, reasons, disputes,
    conditions, counterparts, what is announced and overdue. Nothing is told that the store does not hold; counterparts
    and office-holders that come from the tables are marked so. Of a busy pair the newest are told and the rest counted.
    """
    from pourparler.brief import as_html, as_markdown, compose, gather_material
    from pourparler.exports.files import write_lines
    from pourparler.knowledge import Protocol
    from pourparler.store import open_store

    if out and out.suffix.lower() not in (".html", ".htm", ".md"):
        raise UsageError(f"{out.name} names no form that a brief has; end it in .html or .md")
    day, start = iso_day(on), iso_day(since)
    protocol = Protocol.load(knowledge)
    with open_store(store) as opened:
        sides, day = (opened.name_side(one), opened.name_side(other)), day or opened.last_day()
        written = compose(gather_material(opened, *sides, on=day, since=start, protocol=protocol))
    if out is None:
        print_lines(as_markdown(written).splitlines())
    else:
        shown = as_markdown if out.suffix.lower() == ".md" else as_html
        write_lines(shown(written).splitlines(), out)
