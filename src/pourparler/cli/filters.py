"""The options that narrow a list, as several commands take them, and the filter that they make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pourparler.cli.days import iso_day
from pourparler.cli.options import Kind

if TYPE_CHECKING:
    from pourparler.store import Filter


def words_option(name: str, metavar: str, help: str) -> Any:
    """An option that is left out unless somebody gives it."""
    return typer.Option(name, metavar=metavar, help=help, show_default=False)


Between = Annotated[
    tuple[str, str] | None,
    words_option("--between", "A B", "Two sides: states, organisations or armed groups, by code or name."),
]
Involving = Annotated[list[str] | None, words_option("--involving", "SIDE", "A side that takes part; may be repeated.")]
By = Annotated[str | None, words_option("--by", "SIDE", "The side that took the step, acted or spoke.")]
Types = Annotated[
    list[str] | None,
    words_option("--type", "TYPE", "Status of a contact, stance, PLOVER type, kind of measure; repeatable."),
]
Statuses = Annotated[list[str] | None, words_option("--status", "STATUS", "The same as --type, as contacts call it.")]
Stances = Annotated[list[str] | None, words_option("--stance", "STANCE", "The same as --type, as statements call it.")]
Channels = Annotated[
    list[str] | None, words_option("--channel", "CHANNEL", "phone, hotline, meeting ...; may be repeated.")
]
Levels = Annotated[list[str] | None, words_option("--level", "LEVEL", "minister, commander ...; may be repeated.")]
Reasons = Annotated[list[str] | None, words_option("--reason", "REASON", "protocol, sanctions ...; may be repeated.")]
Forum = Annotated[str | None, words_option("--forum", "NAME", "The forum or standing line, by its name.")]
AccordingTo = Annotated[str | None, words_option("--according-to", "SIDE", "Told by this side.")]
Outlet = Annotated[str | None, words_option("--outlet", "NAME", "Told by this outlet.")]
Words = Annotated[str | None, words_option("--words", "WORDS", "Words of the article; phrases in quotation marks.")]
Since = Annotated[str | None, words_option("--since", "DATE", "First day, as 2021-01-01.")]
Until = Annotated[str | None, words_option("--until", "DATE", "Last day, as 2021-12-31.")]


def filter_of(
    kind: Kind,
    *,
    between: tuple[str, str] | None = None,
    involving: Sequence[str] | None = None,
    by: str | None = None,
    person: str | None = None,
    type: Sequence[str] | None = None,
    status: Sequence[str] | None = None,
    stance: Sequence[str] | None = None,
    channel: Sequence[str] | None = None,
    level: Sequence[str] | None = None,
    reason: Sequence[str] | None = None,
    forum: str | None = None,
    according_to: str | None = None,
    outlet: str | None = None,
    words: str | None = None,
    since: str | None = None,
    until: str | None = None,
    rejected: bool = False,
    reviewed: bool | None = None,
) -> Filter:
    """The store's filter for one kind of record, of the options as they were told. Raises UsageError: no day."""
    from pourparler.store import Filter

    return Filter(
        kinds=(kind,),
        between=between,
        involving=tuple(involving or ()),
        by=by,
        person=person,
        types=(*(type or ()), *(status or ()), *(stance or ())),
        channels=tuple(channel or ()),
        levels=tuple(level or ()),
        reasons=tuple(reason or ()),
        forum=forum,
        according_to=according_to,
        outlet=outlet,
        words=words,
        since=iso_day(since),
        until=iso_day(until),
        rejected=rejected,
        reviewed=reviewed,
    )
