"""The commands together, and what becomes of errors."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from pourparler import __version__
from pourparler.cli.add import ADD_EXAMPLE, add
from pourparler.cli.alert import ALERT_EXAMPLE, alert
from pourparler.cli.ask import (
    AFTER_EXAMPLE,
    ASK_EXAMPLES,
    SEARCH_EXAMPLE,
    SERIES_EXAMPLE,
    THREAD_EXAMPLE,
    after,
    asking_for,
    search,
    series,
    thread,
)
from pourparler.cli.brief import BRIEF_EXAMPLE, brief
from pourparler.cli.evaluate import EVALUATE_EXAMPLE, evaluate
from pourparler.cli.explain import EXPLAIN_EXAMPLE, explain
from pourparler.cli.gold import DOCBIN_EXAMPLE, GOLD_EXAMPLE, docbin, gold
from pourparler.cli.keep import DIFF_EXAMPLE, DOCTOR_EXAMPLE, FORGET_EXAMPLE, diff, doctor, forget
from pourparler.cli.line import LINE_EXAMPLE, line
from pourparler.cli.mcp import MCP_EXAMPLE, mcp
from pourparler.cli.read import READ_EXAMPLE, read
from pourparler.cli.review import REVIEW_COMMANDS
from pourparler.cli.run import INTERRUPTED
from pourparler.cli.schema import SCHEMA_EXAMPLE, schema
from pourparler.cli.serve import SERVE_EXAMPLE, serve
from pourparler.cli.terminal import complain, prepare_output
from pourparler.cli.token import TOKEN_EXAMPLE, token
from pourparler.cli.watch import WATCH_EXAMPLE, watch
from pourparler.cli.who import COUNTERPART_EXAMPLE, WHO_EXAMPLE, counterpart, who
from pourparler.errors import PourparlerError, UsageError
from pourparler.records.kinds import CONTRACT

ERROR, USAGE = 1, 2

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None,
    epilog=f"Example: {READ_EXAMPLE}", context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip

#: Each command and the example that ends its help, in the order in which help lists them.
COMMANDS: dict[Callable[..., None], str] = {
    read: READ_EXAMPLE,
    explain: EXPLAIN_EXAMPLE,
    add: ADD_EXAMPLE,
    watch: WATCH_EXAMPLE,
    **{asking_for(kind): example for kind, example in ASK_EXAMPLES.items()},
    search: SEARCH_EXAMPLE,
    series: SERIES_EXAMPLE,
    after: AFTER_EXAMPLE,
    thread: THREAD_EXAMPLE,
    line: LINE_EXAMPLE,
    brief: BRIEF_EXAMPLE,
    who: WHO_EXAMPLE,
    counterpart: COUNTERPART_EXAMPLE,
    **REVIEW_COMMANDS,
    alert: ALERT_EXAMPLE,
    serve: SERVE_EXAMPLE,
    mcp: MCP_EXAMPLE,
    token: TOKEN_EXAMPLE,
    diff: DIFF_EXAMPLE,
    forget: FORGET_EXAMPLE,
    doctor: DOCTOR_EXAMPLE,
    gold: GOLD_EXAMPLE,
    docbin: DOCBIN_EXAMPLE,
    evaluate: EVALUATE_EXAMPLE,
    schema: SCHEMA_EXAMPLE,
}
for command, example in COMMANDS.items():
    app.command(epilog=f"Example: {example}")(command)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"pourparler {__version__}, record contract {CONTRACT}")
        raise typer.Exit


@app.callback()
def pourparler(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read news articles and write down how states and their militaries deal with each other.

    Exit codes: 0 all was read; 1 error; 2 wrong usage; 3 some inputs could not be read.
    """


def main() -> None:
    """Run the command line and exit. Errors raised on purpose are told in one line, without a traceback."""
    prepare_output()
    try:
        app()
    except PourparlerError as error:
        complain(str(error))
        sys.exit(USAGE if isinstance(error, UsageError) else ERROR)
    except OSError as error:  # a full disk or a closed output; a closed pipe was dealt with before
        complain(f"could not write the output: {error.strerror or error}; free some space or name another place")
        sys.exit(ERROR)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
