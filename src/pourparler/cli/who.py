"""``pourparler who`` and ``counterpart``: who held an office on a day, and who answers to it in another state."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.cli.days import read_day
from pourparler.cli.options import Knowledge, StorePath
from pourparler.cli.terminal import print_lines

if TYPE_CHECKING:
    from pourparler.records import Entry, Judgement

WHO_EXAMPLE = 'pourparler who "Secretary of Defense" --in USA --on 2021-05-20'
COUNTERPART_EXAMPLE = 'pourparler counterpart "Secretary of Defense" --in USA --of CHN --on 2021-05-20'
#: So many records are looked at, the newest.
_MOST = 1000


class Shown(StrEnum):
    TABLE = "table"
    JSONL = "jsonl"


In = Annotated[
    str | None,
    typer.Option(
        "--in", metavar="STATE", help="The office's state or organisation: USA, China, NATO.", show_default=False
    ),
]
On = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="The day, as 2021-05-20. Default: today.", show_default=False)
]
ShownAs = Annotated[
    Shown | None,
    typer.Option(
        "--format",
        metavar="table|jsonl",
        help="By default a table on a terminal, jsonl where piped.",
        show_default=False,
    ),
]


def who(
    office: Annotated[str, typer.Argument(metavar="OFFICE", help="An office, as news calls it; or a person.")],
    inside: In = None,
    on: On = None,
    knowledge: Knowledge = None,
    store: StorePath = None,
    format: ShownAs = None,
) -> None:
    """Tell who held an office on a day, or which offices a person held, and up to which day the tables know it.

    After that day an office is told without its holder: nobody is known to hold it. An office that several states
    have needs --in, or the state in its words. What a store learned from text is told apart.
    """
    from pourparler.exports.counterparts import holder_json, holder_lines
    from pourparler.knowledge import Protocol
    from pourparler.ledger.counterparts import find_holder

    protocol = Protocol.load(knowledge)
    side = protocol.posts.side(inside) if inside else None
    _, learned = _recorded(store)
    found = find_holder(protocol, office, side=side, on=read_day(on) or date.today(), learned=learned)
    print_lines((holder_lines if _shown(format) is Shown.TABLE else holder_json)(found))


def counterpart(
    office: Annotated[str, typer.Argument(metavar="OFFICE", help="An office, as news calls it.")],
    of: Annotated[str, typer.Option("--of", metavar="STATE", help="The other state or organisation.")],
    inside: In = None,
    on: On = None,
    knowledge: Knowledge = None,
    store: StorePath = None,
    format: ShownAs = None,
) -> None:
    """Tell who answers to an office in another state: by rank (protocol), and by function (who does the same work).

    Where the two differ, both are told and why. Contacts of the store for which a side gave protocol as a reason are
    shown beside, with the words and who says so; without a store the tables alone answer.
    """
    from pourparler.exports.counterparts import counterpart_json, counterpart_lines
    from pourparler.knowledge import Protocol
    from pourparler.ledger.counterparts import find_counterparts
    from pourparler.store import default_path

    protocol = Protocol.load(knowledge)
    posts = protocol.posts
    other, day = posts.side(of), read_day(on) or date.today()
    post = protocol.find(office, posts.side(inside) if inside else None, day)
    entries, learned = _recorded(store, (post.side, other) if post.side else None)
    found = find_counterparts(protocol, post, of=other, on=day, entries=entries, learned=learned)
    lines = counterpart_lines if _shown(format) is Shown.TABLE else counterpart_json
    print_lines(lines(found, str(store or default_path())))


def _recorded(store: Path | None, between: tuple[str, str] | None = None) -> tuple[list[Entry] | None, list[Judgement]]:
    """Contacts between the sides with protocol as a reason, the newest, and holders learned from text.

    No entries (None) where no store is named and none is there.
    """
    from pourparler.records import Relation
    from pourparler.store import Filter, default_path, open_store

    if store is None and not default_path().exists():
        return None, []
    wanted = Filter(kinds=("contact",), between=between, reasons=("protocol",))
    with open_store(store) as opened:
        # Of a side of the user's own tables the store may have nothing, and then knows no such side
        entries = opened.ask(wanted, limit=_MOST) if between and all(map(opened.has_side, between)) else ()
        return list(entries), opened.judgements(relation=Relation.HOLDS)


def _shown(asked: Shown | None) -> Shown:
    return asked or (Shown.TABLE if sys.stdout.isatty() else Shown.JSONL)
