"""Arguments and options that commands share, and their closed choices."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    REPORT = "report"
    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"


class Kind(StrEnum):
    """The kinds of record a reading holds, as ``--kind`` takes them."""

    STATEMENT = "statement"
    CONTACT = "contact"
    INCIDENT = "incident"
    MEASURE = "measure"
    TENURE = "tenure"
    EVENT = "event"
    DISPUTE = "dispute"


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Text, Markdown, HTML, JSON Lines, RSS or Atom, CSV, Parquet, WARC, also as .gz; a folder of these; the"
        " http(s) address of an article or a feed; - for standard input.",
        show_default=False,
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="What a table calls a column, as text=Story, where its name does not tell; fields are text, title, url,"
        " published, outlet, id. May be repeated.",
        show_default=False,
    ),
]
Follow = Annotated[
    bool, typer.Option("--follow", help="Fetch the page behind an entry that is only a summary, of feeds by address.")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from hosts inside a private network, this machine's too.")
]


def _day_of_publication(told: str | None) -> str | None:
    """The option as given; raises UsageError where it is no day, before anything is read."""
    if told is not None:
        from pourparler.sources import check_published  # only a run that is given a day needs it

        check_published(told)
    return told


Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        callback=_day_of_publication,
        help="Day of publication, as 2024-03-04, where the article does not tell it.",
        show_default=False,
    ),
]
Formats = Annotated[
    Format | None,
    typer.Option(
        metavar="|".join(Format),
        help="What to print: by default a report on a terminal, jsonl where the output is piped.",
        show_default=False,
    ),
]
Kinds = Annotated[
    list[Kind] | None,
    typer.Option(
        metavar="KIND",
        help=f"Only records of this kind; may be repeated. Kinds: {', '.join(Kind)}.",
        show_default=False,
    ),
]
Jobs = Annotated[int, typer.Option(min=1, metavar="N", help="Read with so many processes.")]
ShowText = Annotated[bool, typer.Option("--show-text", help="Print the article too, with its spans marked.")]
Knowledge = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Your own names and offices, in YAML.", exists=True, dir_okay=False, show_default=False
    ),
]
StorePath = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="FILE",
        help="The store; by default POURPARLER_STORE, else one in your data directory.",
        show_default=False,
    ),
]
#: An argument of two commands, which names a side.
Side = typer.Argument(metavar="SIDE", help="A state, organisation or armed group, by code or name: JPN, EU, Hamas.")
