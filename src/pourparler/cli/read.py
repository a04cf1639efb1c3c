"""``pourparler read``: articles in, records out."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator
from functools import partial

import typer

from pourparler.cli.intake import intake_of
from pourparler.cli.options import (
    AllowPrivate,
    Columns,
    Follow,
    Format,
    Formats,
    Jobs,
    Kinds,
    Knowledge,
    Published,
    ShowText,
    Sources,
)
from pourparler.cli.run import Outcome, Run, in_order
from pourparler.cli.terminal import print_lines, render
from pourparler.errors import UsageError
from pourparler.records import Header, Reading

READ_EXAMPLE = "pourparler read examples/refused-call.txt --published 2024-10-16 --kind contact"


def read(
    sources: Sources,
    published: Published = None,
    column: Columns = None,
    follow: Follow = False,
    allow_private: AllowPrivate = False,
    format: Formats = None,
    kind: Kinds = None,
    show_text: ShowText = False,
    jobs: Jobs = 1,
    knowledge: Knowledge = None,
) -> None:
    """Read articles and print what they report, every record with its words.

    Records go to standard output; progress and complaints to standard error. An input that cannot be read is
    told there in one line, is a failure record in json and jsonl, and the run goes on.
    """
    from pourparler.pipeline import open_reader, read_many
    from pourparler.sources import read_sources

    chosen = choose_format(format, show_text)
    intake = intake_of(column, follow=follow, allow_private=allow_private)
    run = Run()
    with run.progress():
        reader = open_reader(user_knowledge=knowledge)
        inputs = run.gauge.measured(
            read_sources(sources, published=published, intake=intake, meter=run.gauge.weigh(sources))
        )
        outcomes = run.watch(in_order(inputs, partial(read_many, jobs=jobs, reader=reader, user_knowledge=knowledge)))
        print_lines(export(chosen, reader.header, outcomes, kind or (), show_text))
    raise typer.Exit(run.close())


def choose_format(asked: Format | None, show_text: bool) -> Format:
    """What was asked for; else a report for a terminal or a shown text, JSON Lines for a pipe."""
    if show_text and asked not in (None, Format.REPORT):
        raise UsageError(f"--show-text is part of the report, but --format is {asked}; leave one of the two out")
    return asked or (Format.REPORT if show_text or sys.stdout.isatty() else Format.JSONL)


def export(
    chosen: Format, header: Header, outcomes: Iterable[Outcome], kinds: Collection[str], show_text: bool
) -> Iterator[str]:
    """The lines of one format, as they come."""
    from pourparler.exports.jsonl import json_array, json_lines
    from pourparler.exports.report import report
    from pourparler.exports.table import table_lines

    match chosen:
        case Format.JSONL:
            return json_lines(header, outcomes, kinds)
        case Format.JSON:
            return json_array(header, outcomes, kinds)
        case Format.TABLE:
            return table_lines(outcomes, kinds)
        case Format.REPORT:
            readings = (outcome for outcome in outcomes if isinstance(outcome, Reading))
            return (render(report(reading, kinds, show_text=show_text)) for reading in readings)
