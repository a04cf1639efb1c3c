"""``pourparler gold`` and ``docbin``: what people reviewed, for scoring; every record, for spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.cli.options import StorePath
from pourparler.cli.progress import Gauge, progress
from pourparler.cli.terminal import complain, print_lines
from pourparler.errors import UsageError

if TYPE_CHECKING:
    from pourparler.store import ReviewedArticle, Store

GOLD_EXAMPLE = "pourparler gold --store ledger.db --out gold/ && pourparler evaluate gold/"
DOCBIN_EXAMPLE = "pourparler docbin --store ledger.db --out records.spacy"
STANDARD_OUTPUT = Path("-")

Partly = Annotated[
    bool,
    typer.Option(
        "--partly", help="Articles of which only some records are reviewed, too: what they lack will score as false."
    ),
]


def gold(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="A folder, for one file an article; - for standard output.")
    ],
    partly: Partly = False,
    store: StorePath = None,
) -> None:
    """Write what people found right as gold for `evaluate`: articles with their accepted and corrected records.

    Records are as they were reviewed, whatever a newer reader made of them since. Articles of which a record has not
    been reviewed are left out, and told on standard error. Nobody reviews what no reader found: such gold measures
    what is read wrongly, and what a newer reader no longer finds, but not what all readers missed.
    """
    from pourparler.exports.gold import gold_lines
    from pourparler.store import open_store

    with open_store(store) as opened:
        found = list(_sound(opened, partly=partly))
    if out == STANDARD_OUTPUT:
        print_lines(gold_lines(found))
    else:
        _write(out, found)
    complain(f"{len(found)} articles with {sum(len(one.records) for one in found)} records")


def _sound(opened: Store, *, partly: bool) -> Iterator[ReviewedArticle]:
    """The articles that are gold; those that are not are told of."""
    from pourparler.exports.gold import left_out

    for article in opened.reviewed():
        if article.complete or partly:
            yield article
        else:
            complain(left_out(article))


def _write(folder: Path, articles: Iterable[ReviewedArticle]) -> None:
    from pourparler.exports.gold import gold_lines

    folder.mkdir(parents=True, exist_ok=True)
    for article in articles:
        lines = "".join(f"{line}\n" for line in gold_lines([article]))
        (folder / f"{article.article.id}.jsonl").write_text(lines, encoding="utf-8")


def docbin(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write, as records.spacy.")],
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="Only articles all of whose records people have reviewed.")
    ] = False,
    store: StorePath = None,
) -> None:
    """Write articles and their records as a spaCy DocBin: a span group for each kind, ids on spans, all fields beside.

    `doc.spans["contact"]` holds the triggers, labelled by status, `doc.spans["contact:evidence"]` the words they rest
    on; a span's `id_` is its record's id, and `doc.user_data["records"]` holds the records by their ids. Records are as
    people have corrected them, without those they rejected. Spans are cut to the tokens that lie whole within them.
    """
    from pourparler.evaluation.docbins import Alignment, write_docbin
    from pourparler.exports.gold import gold_reading
    from pourparler.store import open_store

    if out.is_dir():
        raise UsageError(f"{out} is a folder; name the file to write, as {out / 'records.spacy'}")
    alignment, gauge = Alignment(), Gauge()
    with open_store(store) as opened, progress(gauge):
        readings = map(gold_reading, _sound(opened, partly=False)) if reviewed else opened.readings()
        out.write_bytes(write_docbin(gauge.passing(readings), alignment))
    complain(
        f"{out}: {gauge.count} articles, {alignment.exact + alignment.cut} spans,"
        f" {alignment.cut} of them cut to whole tokens, {len(alignment.lost)} left out as within one token"
    )
    for record, words in alignment.lost[:_SHOWN]:
        complain(f"{record}: no whole token in {words!r}")


#: So many lost spans are named.
_SHOWN = 20
