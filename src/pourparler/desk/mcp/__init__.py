"""The door for agents: a store over the Model Context Protocol, to be looked into and never written.

    server ── tools ── asking ──> store
                └─ answers: every one with its words, where they stand, and who printed them

Only this package knows the library ``mcp``, which comes with the extra of that name; it is loaded when the door is
opened. docs/agents.md tells how it is used.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pourparler.errors import UsageError

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

    from pourparler.records import Reading

#: Reads a text that was published on a day (or nobody knows when). Raises PourparlerError.
Read = Callable[[str, str | None], "Reading"]

__all__ = ["Read", "make_server"]


def make_server(store: Path, read: Read) -> MCPServer:
    """A server of the store at this path, which must be there; its ``run`` speaks over standard input and output.

    Raises UsageError: the library is not installed; and what `open_store` raises.
    """
    try:
        import mcp.server.mcpserver
    except ModuleNotFoundError as error:
        raise UsageError(
            "agents are served with the library mcp, which is not installed: pip install 'pourparler[mcp]'"
        ) from error
    from pourparler.desk.mcp.server import build

    del mcp
    return build(store, read)
