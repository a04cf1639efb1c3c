"""``pourparler serve``: the desk, in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pourparler.cli.keeping import reviewer_name
from pourparler.cli.options import StorePath
from pourparler.cli.run import INTERRUPTED
from pourparler.cli.terminal import complain
from pourparler.errors import UsageError

SERVE_EXAMPLE = "pourparler serve --store ledger.db --open"


def serve(
    store: StorePath = None,
    host: Annotated[
        str, typer.Option("--host", metavar="HOST", help="Listen here; beyond this machine tokens are demanded.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="0: any that is free.")] = 8765,
    host_name: Annotated[
        list[str] | None,
        typer.Option(
            "--host-name",
            metavar="NAME",
            help="A name under which readers reach it, as a proxy's; may be repeated.",
            show_default=False,
        ),
    ] = None,
    certificate: Annotated[
        Path | None, typer.Option("--certificate", metavar="FILE", help="Speak https with this.", show_default=False)
    ] = None,
    key: Annotated[
        Path | None, typer.Option("--key", metavar="FILE", help="The key of the certificate.", show_default=False)
    ] = None,
    tokens: Annotated[bool, typer.Option("--tokens", help="Demand tokens on this machine too.")] = False,
    open: Annotated[bool, typer.Option("--open", help="Open it in a browser.")] = False,
) -> None:
    """Show the store as pages in a browser, until Ctrl-C.

    It listens on this machine alone, for whoever uses it. With another --host, or a --host-name, everybody needs a
    token, which `pourparler token` makes. docs/security.md tells what is guarded against and what is not.
    """
    from pourparler.desk.guard import GuardSettings
    from pourparler.desk.https import Https
    from pourparler.desk.serving import serve
    from pourparler.store import default_path

    if (certificate is None) != (key is None):
        raise UsageError("--certificate and --key go together; give both, or neither")
    settings = GuardSettings(
        host=host, port=port, host_names=tuple(host_name or ()), tokens=tokens, reviewer=reviewer_name(None)
    )
    https = Https(certificate=certificate, key=key) if certificate and key else None

    def tell(address: str, warning: str) -> None:
        if warning:
            complain(f"warning: {warning}")
        complain(f"the desk is at {address} until Ctrl-C")
        if open:
            _open_browser(address)

    try:
        serve(store or default_path(), settings, https=https, tell=tell)
    except KeyboardInterrupt:
        complain("stopped")
        raise typer.Exit(INTERRUPTED) from None


def _open_browser(address: str) -> None:
    import threading
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
