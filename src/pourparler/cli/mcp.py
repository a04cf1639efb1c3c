"""``pourparler mcp``: a store for agents, over the Model Context Protocol."""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

import typer

from pourparler.cli.options import Knowledge, StorePath
from pourparler.cli.run import INTERRUPTED
from pourparler.cli.terminal import complain

if TYPE_CHECKING:
    from pathlib import Path

    from pourparler.desk.mcp import Read
    from pourparler.pipeline import Reader
    from pourparler.records import Reading

MCP_EXAMPLE = "pourparler mcp --store ledger.db"


def mcp(store: StorePath = None, knowledge: Knowledge = None) -> None:
    """Serve the store to an agent over standard input and output (Model Context Protocol), until it hangs up.

    Tools: search, ledger of a pair, state of the line, disputes, thread, read this text. All only look: nothing that an
    agent says changes the store, and every answer has its words, their places and the outlet. Needs the extra "mcp".
    """
    from pourparler.desk.mcp import make_server
    from pourparler.store import default_path

    server = make_server(store or default_path(), _reading(knowledge))
    complain("serving an agent on standard input and output until it hangs up")
    try:
        server.run("stdio")
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None


def _reading(knowledge: Path | None) -> Read:
    """Reads one text at a time; the model is loaded with the first."""
    lock = Lock()

    @cache
    def reader() -> Reader:
        from pourparler.pipeline import open_reader

        return open_reader(user_knowledge=knowledge)

    def read(text: str, published: str | None) -> Reading:
        from pourparler.errors import PourparlerError
        from pourparler.records import Failure
        from pourparler.sources import article_from_text

        article = article_from_text(text, key="text", published=published)
        with lock:
            result = reader().read([article])[0]
        if isinstance(result, Failure):
            raise PourparlerError(result.message)
        return result

    return read
