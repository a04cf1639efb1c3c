"""``pourparler alert``: watches that are kept under a name, and their feeds."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
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
)
from pourparler.cli.keeping import reviewer_name
from pourparler.cli.options import Kind, StorePath
from pourparler.cli.terminal import complain, print_lines
from pourparler.errors import UsageError

if TYPE_CHECKING:
    from pourparler.store import Filter, Store

ALERT_EXAMPLE = "pourparler alert add refusals --between USA CHN --status declined --store ledger.db"
#: Where `pourparler serve` is found, if nobody says otherwise.
_DESK = "http://127.0.0.1:8765"


class Action(StrEnum):
    ADD = "add"
    LIST = "list"
    FEED = "feed"
    REMOVE = "remove"


def alert(
    action: Annotated[
        Action, typer.Argument(metavar="add|list|feed|remove", help="What to do.", show_default=False)
    ],
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="The watch's name.", show_default=False)] = None,
    kind: Annotated[Kind, typer.Option("--kind", metavar="KIND", help="The kind of record.")] = Kind.CONTACT,
    between: Between = None,
    involving: Involving = None,
    by: By = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME", help="Who is named as a party.", show_default=False)
    ] = None,
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
    desk: Annotated[
        str, typer.Option("--desk", metavar="ADDRESS", help="Where the desk is served, to which a feed's entries lead.")
    ] = _DESK,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Write the feed to this file, whole or not at all.",
                     show_default=False),
    ] = None,
    store: StorePath = None,
) -> None:  # fmt: skip
    """Keep watches: filters under a name, each told as an Atom feed of what is new.

    A feed tells every deed that fits once, by when it was added or has changed, late articles about old days too. The
    desk serves it as /feeds/NAME.atom; `alert feed` makes the same as a file.
    """
    from pourparler.store import open_store

    if (action is Action.LIST) != (name is None):
        raise UsageError(f"`alert {action}` takes {'no name' if name else f'a name, as `alert {action} refusals`'}")
    name = name or ""
    with open_store(store) as opened:
        match action:
            case Action.LIST:
                _list(opened)
            case Action.FEED:
                _put_feed(opened, name, desk, out)
            case Action.REMOVE:
                complain(f"the watch {opened.remove_watch(name).name} is removed")
            case Action.ADD:
                wanted = filter_of(
                    kind, between=between, involving=involving, by=by, person=person, type=type, status=status,
                    stance=stance, channel=channel, level=level, reason=reason, forum=forum, according_to=according_to,
                    outlet=outlet, words=words, since=since, until=until,
                )  # fmt: skip
                _add(opened, name, wanted)


def _add(store: Store, name: str, wanted: Filter) -> None:
    from pourparler.exports.filters import filter_words

    made = store.add_watch(name, wanted, reviewer_name(None))
    complain(f"the watch {made.name} lets through {filter_words(made.wanted)}; its feed is /feeds/{made.address}.atom")


def _list(store: Store) -> None:
    from pourparler.exports.filters import filter_words
    from pourparler.exports.printable import one_line
    from pourparler.exports.table import aligned

    told = [(one.name, one.at[:10], one.by, filter_words(one.wanted)) for one in store.watches()]
    print_lines(aligned([("name", "made", "by", "lets through"), *(tuple(map(one_line, line)) for line in told)]))


def _put_feed(store: Store, name: str, desk: str, out: Path | None) -> None:
    from pourparler.desk.feeds import feed_of_watch
    from pourparler.exports.files import write_lines

    if not desk.startswith(("http://", "https://")):
        raise UsageError(f"{desk!r} is no address of a desk; write it as {_DESK}")
    lines = [feed_of_watch(store, store.watch(name), desk).xml.rstrip("\n")]
    if out:
        write_lines(lines, out)
    else:
        print_lines(lines)
