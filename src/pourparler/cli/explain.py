"""``pourparler explain``: how one record was read."""

from __future__ import annotations

from typing import Annotated

import typer

from pourparler.cli.intake import intake_of
from pourparler.cli.options import AllowPrivate, Columns, Follow, Knowledge, Published, Sources
from pourparler.cli.terminal import complain, print_lines, render
from pourparler.errors import UsageError

EXPLAIN_EXAMPLE = "pourparler explain co-3f2a91c07d5e examples/refused-call.txt"


def explain(
    record_id: Annotated[str, typer.Argument(metavar="RECORD_ID", help="The id of a record, as read prints it.")],
    sources: Sources,
    published: Published = None,
    column: Columns = None,
    follow: Follow = False,
    allow_private: AllowPrivate = False,
    knowledge: Knowledge = None,
    json: Annotated[bool, typer.Option("--json", help="Print it as one JSON object.")] = False,
) -> None:
    """Tell why a record is there: rule, words, who each actor is and why, the arithmetic of dates, who says so.

    Give the same sources and the same options as for read.
    """
    from pourparler.exports.explanation import explanation, explanation_json
    from pourparler.pipeline import explain as explain_record
    from pourparler.pipeline import open_reader
    from pourparler.records import Failure
    from pourparler.sources import read_sources

    searched, reader = 0, open_reader(user_knowledge=knowledge)
    intake = intake_of(column, follow=follow, allow_private=allow_private)
    for item in read_sources(sources, published=published, intake=intake):
        if isinstance(item, Failure):
            complain(f"{item.input}: {item.message}")
        elif found := explain_record(item, record_id, reader=reader):
            print_lines([explanation_json(found) if json else render(explanation(found))])
            return
        else:
            searched += 1
    raise UsageError(
        f"no record {record_id} in the {searched} articles searched; ids stand behind the quoted words in the report"
        " and in the field id of jsonl"
    )
