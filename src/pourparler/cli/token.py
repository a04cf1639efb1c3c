"""``pourparler token``: who may use the desk beyond this machine."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from pourparler.cli.options import StorePath
from pourparler.cli.terminal import complain, print_lines
from pourparler.errors import UsageError

TOKEN_EXAMPLE = "pourparler token new anna --role reviewer --store ledger.db"


class Action(StrEnum):
    NEW = "new"
    LIST = "list"
    REVOKE = "revoke"


def token(
    action: Annotated[Action, typer.Argument(metavar="new|list|revoke", help="What to do.", show_default=False)],
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Whose token; reviews are in this name.", show_default=False)
    ] = None,
    role: Annotated[
        str, typer.Option("--role", metavar="reader|reviewer", help="Whether its holder may only look, or review too.")
    ] = "reader",
    store: StorePath = None,
) -> None:
    """Make, list or revoke the tokens with which people and programs use a desk that is served beyond this machine.

    A new token is printed once; the store has only its hash. One that is revoked holds no more at once.
    """
    from pourparler.store import Role, open_store

    if (action is Action.LIST) != (name is None):
        raise UsageError(f"`token {action}` takes {'no name' if name else 'a name, as `token new anna`'}")
    if role not in list(Role):
        raise UsageError(f"no role {role!r}; choose of {', '.join(Role)}")
    with open_store(store) as opened:
        if action is Action.NEW:
            print_lines([opened.make_token(name or "", Role(role))])
            complain(f"the token of {name}, {role}; keep it now, it is shown only this once")
        elif action is Action.REVOKE:
            gone = opened.revoke_token(name or "")
            complain(f"the token of {gone.name} ({gone.id}) holds no more")
        else:
            from pourparler.exports.table import aligned

            heads = ("name", "role", "id", "created", "revoked")
            told = [(one.name, one.role.value, one.id, one.created, one.revoked or "-") for one in opened.tokens()]
            print_lines(aligned([heads, *told]))
