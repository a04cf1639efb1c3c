"""``pourparler add``: articles into the store."""

from __future__ import annotations

from collections import Counter

import typer

from pourparler.cli.failures import Failures
from pourparler.cli.intake import intake_of
from pourparler.cli.keeping import link_up, told_of
from pourparler.cli.options import AllowPrivate, Columns, Follow, Jobs, Knowledge, Published, Sources, StorePath
from pourparler.cli.progress import Gauge, progress
from pourparler.cli.run import INTERRUPTED, OK, SOME_FAILED
from pourparler.cli.terminal import complain

ADD_EXAMPLE = "pourparler add articles/ crawl.warc.gz news.csv https://example.org/feed.xml --follow --store ledger.db"


def add(
    sources: Sources,
    store: StorePath = None,
    published: Published = None,
    column: Columns = None,
    follow: Follow = False,
    allow_private: AllowPrivate = False,
    jobs: Jobs = 1,
    knowledge: Knowledge = None,
) -> None:
    """Put articles into the store, made where there is none yet, and read those that this reader has not read.

    An article with nothing of the field is kept as skipped. The same call may be made again after an interruption:
    what is there is not read twice. Inputs that cannot be read are listed at the end and kept in the store.

    Of a feed, an entry that brings its text is an article: a content of 50 words or a description of 100, not broken
    off. Any other is a summary, whose page --follow fetches. Addresses are fetched within 30 seconds, 20 MB and 5
    redirects, from public hosts only, with a second's pause before a host is asked again.
    """
    from pourparler.pipeline import add_many, open_reader
    from pourparler.sources import capture_sources
    from pourparler.store import open_store

    intake = intake_of(column, follow=follow, allow_private=allow_private)
    counts: Counter[str] = Counter()
    failures, gauge, interrupted = Failures(), Gauge(), False
    with open_store(store, create=True) as opened:
        try:
            with progress(gauge):
                reader = open_reader(user_knowledge=knowledge)
                inputs = capture_sources(sources, published=published, intake=intake, meter=gauge.weigh(sources))
                for added in add_many(gauge.measured(inputs), opened, jobs=jobs, reader=reader, knowledge=knowledge):
                    gauge.tick()
                    counts[added.outcome] += 1
                    failures.note(added.failure)
            link_up(opened)
        except KeyboardInterrupt:
            interrupted = True
    complain(f"{opened.path}: {told_of(counts) or 'nothing to add'}")
    failures.tell(opened.path)
    raise typer.Exit(INTERRUPTED if interrupted else SOME_FAILED if failures else OK)
