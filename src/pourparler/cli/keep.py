"""``pourparler diff``, ``forget`` and ``doctor``: looking after a store."""

from __future__ import annotations

from typing import Annotated

import typer

from pourparler.cli.options import StorePath
from pourparler.cli.terminal import complain, print_lines

DIFF_EXAMPLE = "pourparler diff --store ledger.db --json"
FORGET_EXAMPLE = "pourparler forget https://example.org/story --store ledger.db"
DOCTOR_EXAMPLE = "pourparler doctor --store ledger.db"
UNSOUND = 1


def diff(
    store: StorePath = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines with both versions of each record.")] = False,
) -> None:
    """Tell which records a newer reader added, changed or withdrew, against the reading before it."""
    from pourparler.exports.changes import change_json, change_lines
    from pourparler.store import open_store

    with open_store(store) as opened:
        print_lines(map(change_json if json else change_lines, opened.changes()))


def forget(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE", help="The id or the URL of an article.")],
    store: StorePath = None,
) -> None:
    """Take articles out of the store, words and records; a tombstone keeps them from being added again."""
    from pourparler.store import open_store

    with open_store(store) as opened:
        for article in articles:
            versions = opened.forget(article)
            complain(f"{article}: forgotten, {versions} text version{'s' if versions > 1 else ''}")


def doctor(store: StorePath = None) -> None:
    """Check every span, judgement and table of the store, and tell how to mend what is wrong.

    Exit code 1 where something is.
    """
    from pourparler.store import open_store

    faults = 0
    with open_store(store) as opened:
        for fault in opened.check():
            faults += 1
            print_lines([f"{fault.where}: {fault.what}; to mend it: {fault.mend}"])
        complain(f"{opened.path}: {f'{faults} faults' if faults else 'all is well'}")
    raise typer.Exit(UNSOUND if faults else 0)
