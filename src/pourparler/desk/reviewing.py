"""Reviewing at the desk: in the name of whoever asks, and with what follows from it shown at once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from pourparler.desk.memo import Memo
from pourparler.ledger.linking import REACH, link
from pourparler.store import Reviewer, Store

#: Seconds that a request spends on linking what it has changed. The next `pourparler add` links what is left.
PATIENCE = 3.0


@contextmanager
def reviewing(store: Store, memo: Memo, by: str) -> Iterator[Reviewer]:
    """All reviews made inside are kept, or none; then what they changed is linked anew, and the memo forgets.

    Raises UsageError: no name, and what the verbs of `Reviewer` raise. StoreError.
    """
    before = store.links_to_make()
    with store.reviewing(by) as reviewer:
        yield reviewer
    try:
        if store.links_to_make() > before:
            link_up(store)
    finally:
        memo.renew()


def link_up(store: Store, seconds: float = PATIENCE) -> None:
    """Links what has changed, for so long; each step is a transaction of its own. Raises StoreError."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        with store.writing() as writer:
            scope = writer.links.next_scope()
            if scope is None:
                return
            known = writer.links.around(scope, REACH)
            writer.links.replace(scope, REACH, known, link(known))
