"""``pourparler add``: articles into the store."""

from __future__ import annotations

from collections import Counter

import typer

from pourparler.cli.options import Files, Jobs, Knowledge, Published, StorePath
from pourparler.cli.run import INTERRUPTED, OK, SOME_FAILED, progress
from pourparler.cli.terminal import complain

ADD_EXAMPLE = "pourparler add examples/ --store ledger.db"


def add(
    files: Files, store: StorePath = None, published: Published = None, jobs: Jobs = 1, knowledge: Knowledge = None
) -> None:
    """Put articles into the store, made where there is none yet, and read those that this reader has not read.

    An article with nothing of the field is kept as skipped. The same call may be made again after an interruption:
    what is there is not read twice. Inputs that cannot be read are listed at the end.
    """
    from pourparler.pipeline import add_many, open_reader
    from pourparler.sources import capture_sources
    from pourparler.store import open_store

    counts: Counter[str] = Counter()
    failures, interrupted = [], False
    with open_store(store, create=True) as opened, progress(lambda: f"{counts.total()} articles") as _:
        reader = open_reader(user_knowledge=knowledge)
        inputs = capture_sources(files, published=published)
        try:
            for added in add_many(inputs, opened, jobs=jobs, reader=reader, knowledge=knowledge):
                counts[added.outcome] += 1
                failures += [added.failure] if added.failure else []
        except KeyboardInterrupt:
            interrupted = True
    told = ", ".join(f"{counts[name]} {words}" for name, words in _WORDS.items() if counts[name])
    complain(f"{opened.path}: {told or 'nothing to add'}")
    for failure in failures:
        complain(f"{failure.input}: {failure.message.removeprefix(f'{failure.input}: ')}")
    raise typer.Exit(INTERRUPTED if interrupted else SOME_FAILED if failures else OK)


_WORDS = {
    "read": "read",
    "skipped": "skipped as not of the field",
    "known": "known already",
    "failed": "could not be read",
}
