"""``pourparler accept``, ``reject``, ``correct``, ``merge``, ``split``, ``note``, ``undo``, ``history``: reviewing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pourparler.cli.keeping import link_up, reviewer_name
from pourparler.cli.options import StorePath
from pourparler.cli.output import Out, ShownAs, put
from pourparler.cli.terminal import complain
from pourparler.errors import UsageError
from pourparler.exports.choices import Format

if TYPE_CHECKING:
    from pathlib import Path

    from pourparler.store import Reviewer

ACCEPT_EXAMPLE = "pourparler accept co-3f2a91c07d5e ev-0b7711c2d3aa --by anna --store ledger.db"
REJECT_EXAMPLE = "pourparler reject co-3f2a91c07d5e --store ledger.db"
CORRECT_EXAMPLE = "pourparler correct co-3f2a91c07d5e status=declined initiator.country=JPN when=2024-03-04"
MERGE_EXAMPLE = "pourparler merge co-3f2a91c07d5e co-77d0b1e24f90 --store ledger.db"
SPLIT_EXAMPLE = "pourparler split co-77d0b1e24f90 --store ledger.db"
NOTE_EXAMPLE = "pourparler note co-3f2a91c07d5e 'the ministry corrected this a day later' --store ledger.db"
UNDO_EXAMPLE = "pourparler undo co-3f2a91c07d5e --store ledger.db"
HISTORY_EXAMPLE = "pourparler history co-3f2a91c07d5e --format table --store ledger.db"


By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        help="Who says so; by default POURPARLER_REVIEWER, else your login name.",
        show_default=False,
    ),
]
Things = Annotated[list[str], typer.Argument(metavar="ID...", help="A record or a link, by its id.")]
Records = Annotated[list[str], typer.Argument(metavar="ID...", help="A record, by its id.")]


@contextmanager
def _reviewing(store: Path | None, by: str | None) -> Iterator[Reviewer]:
    """All reviews of one call are kept, or none; what they change is linked anew."""
    from pourparler.store import open_store

    with open_store(store) as opened:
        before = opened.links_to_make()
        with opened.reviewing(reviewer_name(by)) as reviewer:
            yield reviewer
        if opened.links_to_make() > before:
            link_up(opened)


def _each(things: list[str], store: Path | None, by: str | None, verb: Callable[[Reviewer, str], str]) -> None:
    with _reviewing(store, by) as reviewer:
        for thing in things:
            complain(f"{thing}: {verb(reviewer, thing)}, by {reviewer.by}")


def accept(things: Things, by: By = None, store: StorePath = None) -> None:
    """Mark records or links as checked and found right."""
    _each(things, store, by, lambda reviewer, thing: f"accepted ({reviewer.accept(thing)})")


def reject(things: Things, by: By = None, store: StorePath = None) -> None:
    """Take records out of lists and counts, or let links hold no more; `--rejected` lists them, `undo` takes it back.

    With a contact, incident or measure goes the event that codes it, unless somebody has accepted that.
    """
    _each(things, store, by, lambda reviewer, thing: f"rejected ({reviewer.reject(thing)})")


def correct(
    record: Annotated[str, typer.Argument(metavar="ID", help="A record, by its id.")],
    changes: Annotated[
        list[str],
        typer.Argument(metavar="FIELD=VALUE...", help="As status=declined, when.earliest=2024-03-04, due=null."),
    ],
    by: By = None,
    store: StorePath = None,
) -> None:
    """Correct fields of a record, and so what lists, filters and counts make of it; what was read is kept.

    FIELD is a field of the contract, or one of its parts: initiator.country, participants.1.sectors=MIL,GOV. A part
    may be given by its words, which must stand in the article, or as JSON; a date as its day; null empties a field.
    """
    from pourparler.store import read_changes

    with _reviewing(store, by) as reviewer:
        told = reviewer.correct(record, read_changes(reviewer.kind_of(record), changes))
        complain(f"{record}: corrected ({told}), by {reviewer.by}")


def merge(
    one: Annotated[str, typer.Argument(metavar="ID", help="A record, by its id.")],
    others: Annotated[list[str], typer.Argument(metavar="OTHER_ID...", help="One that tells the same deed.")],
    by: By = None,
    store: StorePath = None,
) -> None:
    """Let records of one kind tell one deed, which lists and counts then take for one."""
    _each(others, store, by, lambda reviewer, other: f"merged with {one} ({reviewer.merge(one, other)})")


def split(records: Records, by: By = None, store: StorePath = None) -> None:
    """Let a record tell a deed of its own, whatever it was found to be the same as."""
    _each(records, store, by, lambda reviewer, record: f"split off ({reviewer.split(record)})")


def note(
    thing: Annotated[str, typer.Argument(metavar="ID", help="A record, link or article, by its id.")],
    words: Annotated[
        str | None, typer.Argument(metavar="[WORDS]", help="What is to be remembered.", show_default=False)
    ] = None,
    close: Annotated[
        bool, typer.Option("--close", help="Take no more notes on it, after this one where given.")
    ] = False,
    reopen: Annotated[bool, typer.Option("--reopen", help="Take notes on it again, this one where given.")] = False,
    by: By = None,
    store: StorePath = None,
) -> None:
    """Keep a note, which `history` shows; close something to further notes, or open it again."""
    if close and reopen:
        raise UsageError("--close and --reopen undo each other; give one of them")
    if words is None and not (close or reopen):
        raise UsageError("the note says nothing; write what is to be remembered, or --close or --reopen")
    with _reviewing(store, by) as reviewer:
        if reopen:
            complain(f"{thing}: open to notes again ({reviewer.reopen(thing)} withdrawn), by {reviewer.by}")
        if words is not None:
            complain(f"{thing}: noted ({reviewer.note(thing, words)}), by {reviewer.by}")
        if close:
            complain(f"{thing}: closed to further notes ({reviewer.close(thing)}), by {reviewer.by}")


def undo(
    things: Annotated[
        list[str], typer.Argument(metavar="ID...", help="A review; or a record or link, whose last review is meant.")
    ],
    by: By = None,
    store: StorePath = None,
) -> None:
    """Withdraw a review, or the last one that stands of a record or link; `history` still tells of it."""
    _each(things, store, by, _undo)


def _undo(reviewer: Reviewer, thing: str) -> str:
    """Withdraws a review; somebody else's is said to be so."""
    review = reviewer.undo(thing)
    author = reviewer.author_of(review)
    return f"{review}{f', a review by {author},' if author != reviewer.by else ''} withdrawn"


def history(
    thing: Annotated[str, typer.Argument(metavar="ID", help="A record, link or article, by its id.")],
    format: ShownAs = None,
    out: Out = None,
    store: StorePath = None,
) -> None:
    """List everything that was judged about a record, link or article: reviews and links, by whom, when and why."""
    from pourparler.exports.history import history_csv, history_json, history_lines
    from pourparler.store import open_store

    with open_store(store) as opened:
        kept = opened.history(thing)
    if not kept:
        complain(f"nothing has been judged about {thing}")
    views = {Format.TABLE: history_lines, Format.JSONL: history_json, Format.CSV: history_csv}
    put({name: partial(lines, kept) for name, lines in views.items()}, format, out)


#: The commands of this file and the examples that end their help, in the order in which help lists them.
REVIEW_COMMANDS: dict[Callable[..., Any], str] = {
    accept: ACCEPT_EXAMPLE,
    reject: REJECT_EXAMPLE,
    correct: CORRECT_EXAMPLE,
    merge: MERGE_EXAMPLE,
    split: SPLIT_EXAMPLE,
    note: NOTE_EXAMPLE,
    undo: UNDO_EXAMPLE,
    history: HISTORY_EXAMPLE,
}
