"""``pourparler contacts``, ``events`` and their like: what the store holds of one kind, newest first."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any

import typer

from pourparler.cli.options import Kind, StorePath
from pourparler.cli.terminal import complain, print_lines
from pourparler.errors import UsageError

#: The command of each kind, and the example that ends its help.
ASK_EXAMPLES = {
    Kind.CONTACT: "pourparler contacts --between USA CHN --status declined --since 2021-01-01",
    Kind.EVENT: "pourparler events --involving RUS --type REJECT",
    Kind.STATEMENT: "pourparler statements --by CHN --type denies",
    Kind.INCIDENT: "pourparler incidents --between CHN PHL --format jsonl",
    Kind.DISPUTE: "pourparler disputes --involving JPN",
    Kind.MEASURE: "pourparler measures --by EU --type sanction",
    Kind.TENURE: "pourparler tenures --words minister",
}


class Shown(StrEnum):
    TABLE = "table"
    JSONL = "jsonl"


def _words(name: str, metavar: str, help: str) -> Any:
    return typer.Option(name, metavar=metavar, help=help, show_default=False)


Between = Annotated[
    tuple[str, str] | None, _words("--between", "A B", "Two sides: codes of states, organisations or armed groups.")
]
Involving = Annotated[list[str] | None, _words("--involving", "SIDE", "A side that takes part; may be repeated.")]
By = Annotated[str | None, _words("--by", "SIDE", "The side that took the step, acted or spoke.")]
Types = Annotated[
    list[str] | None, _words("--type", "TYPE", "Status of a contact, stance, PLOVER type, kind of measure; repeatable.")
]
Statuses = Annotated[list[str] | None, _words("--status", "STATUS", "The same as --type, as contacts call it.")]
Channels = Annotated[list[str] | None, _words("--channel", "CHANNEL", "phone, hotline, meeting ...; may be repeated.")]
Levels = Annotated[list[str] | None, _words("--level", "LEVEL", "minister, commander ...; may be repeated.")]
Reasons = Annotated[list[str] | None, _words("--reason", "REASON", "protocol, sanctions ...; may be repeated.")]
Forum = Annotated[str | None, _words("--forum", "NAME", "The forum or standing line, by its name.")]
AccordingTo = Annotated[str | None, _words("--according-to", "SIDE", "Told by this side.")]
Outlet = Annotated[str | None, _words("--outlet", "NAME", "Told by this outlet.")]
Words = Annotated[str | None, _words("--words", "WORDS", "Words of the article; phrases in quotation marks.")]
Since = Annotated[str | None, _words("--since", "DATE", "First day, as 2021-01-01.")]
Until = Annotated[str | None, _words("--until", "DATE", "Last day, as 2021-12-31.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most so many.")]
After = Annotated[str | None, _words("--after", "PLACE", "Go on behind this place, as the page before told it.")]
ShownAs = Annotated[Shown | None, _words("--format", "table|jsonl", "A table on a terminal, jsonl where piped.")]


def asking_for(kind: Kind) -> Callable[..., None]:
    """The command that lists one kind of record."""

    def command(
        between: Between = None,
        involving: Involving = None,
        by: By = None,
        type: Types = None,
        status: Statuses = None,
        channel: Channels = None,
        level: Levels = None,
        reason: Reasons = None,
        forum: Forum = None,
        according_to: AccordingTo = None,
        outlet: Outlet = None,
        words: Words = None,
        since: Since = None,
        until: Until = None,
        limit: Limit = 50,
        after: After = None,
        format: ShownAs = None,
        store: StorePath = None,
    ) -> None:
        from pourparler.exports.entries import entry_json, entry_lines
        from pourparler.store import Cursor, Filter, open_store

        for day in filter(None, (since, until)):
            _check_day(day)
        wanted = Filter(
            kinds=(kind,),
            between=between and (between[0].upper(), between[1].upper()),
            involving=tuple(side.upper() for side in involving or ()),
            by=by and by.upper(),
            types=(*(type or ()), *(status or ())),
            channels=tuple(channel or ()),
            levels=tuple(level or ()),
            reasons=tuple(reason or ()),
            forum=forum,
            according_to=according_to and according_to.upper(),
            outlet=outlet,
            words=words,
            since=since,
            until=until,
        )
        with open_store(store) as opened:
            entries = opened.ask(wanted, limit=limit, after=Cursor.parse(after) if after else None)
        shown = format or (Shown.TABLE if sys.stdout.isatty() else Shown.JSONL)
        print_lines(entry_lines(entries) if shown is Shown.TABLE else entry_json(entries))
        if len(entries) == limit:
            complain(f"there may be more: --after {entries[-1].cursor}")

    command.__name__ = f"{kind}s"
    command.__doc__ = f"List the {kind}s of the store that fit, newest first."
    return command


def _check_day(day: str) -> None:
    from datetime import date

    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise UsageError(f"{day!r} is no day; write it as 2021-01-31") from error
