"""``pourparler contacts``, ``events`` and their like: what the store holds of one kind, newest first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.cli.filters import (
    AccordingTo,
    Between,
    By,
    Channels,
    Forum,
    Involving,
    Levels,
    Outlet,
    Reasons,
    Since,
    Stances,
    Statuses,
    Types,
    Until,
    Words,
    filter_of,
    words_option,
)  # fmt: skip
from pourparler.cli.options import Kind, StorePath
from pourparler.cli.output import ExportedAs, Out, ShownAs, check_events, most_of, put, put_entries
from pourparler.cli.terminal import complain
from pourparler.errors import UsageError
from pourparler.exports.choices import Format

if TYPE_CHECKING:
    from pourparler.store import Store

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


#: What `series` counts by.
_GROUPS = ("month", "year", "type", "channel", "level", "outlet", "pair")


SEARCH_EXAMPLE = "pourparler search 'hotline \"flag meeting\"' --store ledger.db"
SERIES_EXAMPLE = "pourparler series --between USA CHN --by month --by type --store ledger.db"
THREAD_EXAMPLE = "pourparler thread co-3f2a91c07d5e --store ledger.db"
AFTER_EXAMPLE = "pourparler after co-3f2a91c07d5e --days 30 --store ledger.db"


Rejected = Annotated[bool, typer.Option("--rejected", help="What people have rejected, and nothing else.")]
Reviewed = Annotated[
    bool | None,
    typer.Option(
        "--reviewed/--unreviewed",
        help="Only what people have reviewed; --unreviewed: only what nobody has.",
        show_default=False,
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", metavar="N", min=1, show_default=False,
        help="At most so many; by default 50 on a terminal, and all that fit in a file or where piped.",
    ),
]  # fmt: skip
After = Annotated[str | None, words_option("--after", "PLACE", "Go on behind this place, as the page before told it.")]
Once = Annotated[bool, typer.Option("--once", help="Of each deed only one row, however many articles tell it.")]
All = Annotated[bool, typer.Option("--all", help="All that fit on a terminal too, and not a page of them.")]


def asking_for(kind: Kind) -> Callable[..., None]:
    """The command that lists one kind of record."""

    def command(
        between: Between = None,
        involving: Involving = None,
        by: By = None,
        type: Types = None,
        status: Statuses = None,
        stance: Stances = None,
        channel: Channels = None,
        level: Levels = None,
        reason: Reasons = None,
        forum: Forum = None,
        according_to: AccordingTo = None,
        outlet: Outlet = None,
        words: Words = None,
        since: Since = None,
        until: Until = None,
        rejected: Rejected = False,
        reviewed: Reviewed = None,
        limit: Limit = None,
        after: After = None,
        once: Once = False,
        all: All = False,
        format: ExportedAs = None,
        out: Out = None,
        store: StorePath = None,
    ) -> None:
        from pourparler.store import Cursor, open_store

        if kind is not Kind.EVENT:
            check_events(format, out)
        most = most_of(limit, out, all=all)

        wanted = filter_of(
            kind, between=between, involving=involving, by=by, type=type, status=status, stance=stance, channel=channel,
            level=level, reason=reason, forum=forum, according_to=according_to, outlet=outlet, words=words, since=since,
            until=until, rejected=rejected, reviewed=reviewed,
        )  # fmt: skip
        behind = Cursor.parse(after) if after else None
        with open_store(store) as opened:
            if outlet:
                note_outlet(opened, outlet)
            if most is None:
                put_entries(opened.every(wanted, behind=behind, once=once), opened, format, out)
                return
            entries = opened.ask(wanted, limit=most + 1, behind=behind, once=once)
            put_entries(entries[:most], opened, format, out)
        if len(entries) > most:
            complain(f"there are more: --all, or --after {Cursor.behind(entries[most - 1])}")

    command.__name__ = f"{kind}s"
    command.__doc__ = f"List the {kind}s of the store that fit, newest first."
    return command


def note_outlet(store: Store, outlet: str) -> None:
    """Says so where the store has no article of an outlet that is asked for, with the names that are written alike."""
    near = store.outlets_like(outlet)
    if near is not None:
        closest = f"; closest: {', '.join(near)}" if near else ""
        complain(f"{store.path} holds no article of an outlet {outlet!r}{closest}")


def search(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="All must be in it; phrases in quotation marks.")],
    limit: Limit = None,
    all: All = False,
    format: ShownAs = None,
    out: Out = None,
    store: StorePath = None,
) -> None:
    """Find articles of the store by their words, newest first."""
    from pourparler.exports.entries import found_csv, found_json, found_lines
    from pourparler.store import open_store

    most = most_of(limit, out, all=all)
    views = {Format.TABLE: found_lines, Format.JSONL: found_json, Format.CSV: found_csv}
    with open_store(store) as opened:
        found = opened.found(words) if most is None else opened.search(words, limit=most + 1)
        shown = islice(found, most)
        put({name: partial(lines, shown) for name, lines in views.items()}, format, out)
        if isinstance(found, list) and most and len(found) > most:
            complain("there are more: --all")


def series(
    by: Annotated[
        list[str] | None, words_option("--by", "|".join(_GROUPS), "What is counted together; repeatable.")
    ] = None,
    kind: Annotated[Kind, typer.Option("--kind", metavar="KIND", help="The kind of record.")] = Kind.CONTACT,
    between: Between = None,
    involving: Involving = None,
    type: Types = None,
    status: Statuses = None,
    stance: Stances = None,
    since: Since = None,
    until: Until = None,
    format: ShownAs = None,
    out: Out = None,
    store: StorePath = None,
) -> None:
    """Count records by month, pair, status and the like; copies of one text count as one origin."""
    from pourparler.exports.entries import tally_csv, tally_json, tally_lines
    from pourparler.store import By, open_store

    groups = tuple(by or ("month",))
    for unknown in (group for group in groups if group not in _GROUPS):
        raise UsageError(f"nothing is counted by {unknown!r}; choose of {', '.join(_GROUPS)}")
    wanted = filter_of(
        kind, between=between, involving=involving, type=type, status=status, stance=stance, since=since, until=until
    )
    with open_store(store) as opened:
        tallies = opened.series(wanted, tuple(map(By, groups)))
    views = {Format.TABLE: tally_lines, Format.JSONL: tally_json, Format.CSV: tally_csv}
    put({name: partial(lines, tallies, groups) for name, lines in views.items()}, format, out)


def after(
    record_id: Annotated[str, typer.Argument(metavar="RECORD_ID", help="The id of a record, as the lists print it.")],
    days: Annotated[int, typer.Option("--days", metavar="N", min=1, help="So many days.")] = 30,
    format: ExportedAs = None,
    out: Out = None,
    store: StorePath = None,
) -> None:
    """List what followed a record between its sides: contacts, incidents and measures, oldest first."""
    from pourparler.store import open_store

    check_events(format, out)
    with open_store(store) as opened:
        put_entries(opened.after(record_id, days), opened, format, out)


def thread(
    record_id: Annotated[str, typer.Argument(metavar="RECORD_ID", help="The id of a contact, as the lists print it.")],
    format: ExportedAs = None,
    out: Out = None,
    store: StorePath = None,
) -> None:
    """List the steps of one contact, oldest first: request, reply, outcome, and who tells each."""
    from pourparler.store import open_store

    check_events(format, out)
    with open_store(store) as opened:
        put_entries(opened.thread(record_id), opened, format, out)
