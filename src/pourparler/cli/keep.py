"""``pourparler diff``, ``forget`` and ``doctor``: looking after a store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.cli.options import StorePath
from pourparler.cli.progress import Gauge, progress
from pourparler.cli.terminal import complain, print_lines

if TYPE_CHECKING:
    from pourparler.store import Fault, Store

DIFF_EXAMPLE = "pourparler diff --store ledger.db --json"
FORGET_EXAMPLE = "pourparler forget https://example.org/story --store ledger.db"
DOCTOR_EXAMPLE = "pourparler doctor --store ledger.db"
UNSOUND = 1
#: So often is mended and checked at most.
_ROUNDS = 3


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
    """Take articles out of the store, words and records; a tombstone keeps them from being added again.

    Where one of several is not in the store, none is taken out.
    """
    from pourparler.store import open_store

    with open_store(store) as opened:
        told = list(dict.fromkeys(articles))
        for article, versions in zip(told, opened.forget(*told), strict=True):
            complain(f"{article}: forgotten, {versions} text version{'s' if versions > 1 else ''}")


def doctor(
    store: StorePath = None,
    mend: Annotated[
        bool, typer.Option("--mend", help="Make anew what follows from what was read and judged, and check again.")
    ] = False,
) -> None:
    """Check every span, judgement and table of the store, and tell how to mend what is wrong.

    Exit code 1 where something is, after mending too.
    """
    from pourparler.store import open_store

    with open_store(store) as opened:
        faults, mended = _check(opened), 0
        for _ in range(_ROUNDS if mend else 0):  # a record listed anew may then be found in a wrong group
            mended += (now := opened.mend(faults))
            if not now:
                break
            faults = _check(opened)
        print_lines(f"{fault.where}: {fault.what}; to mend it: {fault.mend}" for fault in faults)
        told = f"{len(faults)} faults" if faults else "all is well"
        complain(f"{opened.path}: {told}{f', {mended} mended' if mended else ''}")
        if opened.read_only:
            complain(
                "the index of words was left unchecked, as nothing can be written; check a copy to have it checked"
            )
    raise typer.Exit(UNSOUND if faults else 0)


def _check(opened: Store) -> list[Fault]:
    """Every fault; what is being checked is shown where it takes long."""
    checked = _Checked()
    with progress(checked):
        return list(opened.check(checked.tell))


class _Checked(Gauge):
    """What is being checked, in words."""

    _told = "checking the store"

    def tell(self, words: str) -> None:
        self._told = words

    def __str__(self) -> str:
        return self._told
