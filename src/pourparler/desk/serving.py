"""Serving the desk: the socket it listens on, what must hold before it does, and the server."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from pourparler.desk.app import create_app
from pourparler.desk.guard import GuardSettings
from pourparler.desk.guard.logs import log_to_stderr
from pourparler.desk.guard.settings import is_loopback
from pourparler.desk.https import Https, check_https
from pourparler.errors import UsageError
from pourparler.store import open_store

#: Seconds in which the head of a request must have come.
HEAD_SECONDS = 15.0
#: Connections at once: of all, and of one address.
CONNECTIONS, OF_ONE = 400, 100


def serve(
    store: Path, settings: GuardSettings, *, https: Https | None = None, tell: Callable[[str, str], None]
) -> None:
    """Serves a store until it is interrupted, which raises KeyboardInterrupt.

    ``tell`` is given the address to open, once it can be opened, and a warning or ''. Raises UsageError: certificate
    or key will not do, the address cannot be listened on, tokens are demanded and there is none; and what `open_store`
    raises.
    """
    if https:
        check_https(https)
    with listen(settings.host, settings.port) as heard:
        settings = _listening(settings, heard)
        check_tokens(store, settings)
        app = create_app(store, settings)
        log_to_stderr()
        tell(address_of(settings, https), warning(settings, https, read_only=app.state.read_only))
        uvicorn.Server(configuration(app, settings, https)).run(sockets=[heard])


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises UsageError where it cannot."""
    try:
        family, kind, proto, _, place = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        heard = socket.socket(family, kind, proto)
        try:
            heard.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            heard.bind(place)
            heard.listen(256)
        except OSError:
            heard.close()
            raise
    except (OSError, OverflowError) as error:
        raise UsageError(f"cannot listen on {host}, port {port}: {error}; choose another --port or --host") from error
    return heard


def _listening(settings: GuardSettings, heard: socket.socket) -> GuardSettings:
    """The settings with the address and port that were found; a name given for the address is one of its names."""
    host, port = heard.getsockname()[:2]
    named = () if is_loopback(settings.host) or settings.host in (host, "") else (settings.host,)
    return replace(settings, host=str(host), port=int(port), host_names=(*settings.host_names, *named))


def check_tokens(store: Path, settings: GuardSettings) -> None:
    """Raises UsageError where tokens are demanded and nobody has one."""
    if settings.open:
        return
    with open_store(store) as opened:
        if any(token.revoked is None for token in opened.tokens()):
            return
    raise UsageError(
        f"{store} has no token, and beyond this machine nobody gets in without one; make one with"
        f" `pourparler token new NAME --role reviewer --store {store}`"
    )


def address_of(settings: GuardSettings, https: Https | None) -> str:
    """The address at which the desk can be opened."""
    scheme = "https" if https else "http"
    if settings.host_names and not is_loopback(settings.host):
        name = settings.host_names[0]
        return f"{scheme}://{name}/" if ":" in name else f"{scheme}://{name}:{settings.port}/"
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"{scheme}://{host}:{settings.port}/"


def warning(settings: GuardSettings, https: Https | None, *, read_only: bool = False) -> str:
    """What is dangerous about serving so, or does not work; '' where nothing is."""
    shown = "the store cannot be written, so it is shown and takes no reviews" if read_only else ""
    if https or is_loopback(settings.host):
        return shown
    return f"{shown}; " * read_only + (
        "this is plain http: whoever is on the way reads all pages and every token; give --certificate and --key,"
        " or serve it on 127.0.0.1 behind a proxy that speaks https"
    )


def configuration(app: FastAPI, settings: GuardSettings, https: Https | None = None) -> uvicorn.Config:
    """How the server is run."""
    return uvicorn.Config(
        app,
        http=Hurried,
        ws="none",
        proxy_headers=is_loopback(settings.host) and not settings.open,
        forwarded_allow_ips=["127.0.0.1", "::1"],
        ssl_certfile=https.certificate if https else None,
        ssl_keyfile=https.key if https else None,
        h11_max_incomplete_event_size=32_000,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=5,
        server_header=False,
        access_log=False,
        log_config=None,
        log_level=logging.WARNING,
    )


class Hurried(H11Protocol):
    """Ends connections that do not come to a request, and those of an address that has too many."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect_request()
        clients = [getattr(other, "client", None) for other in self.connections]
        if sum(client[0] == self.client[0] for client in clients if client and self.client) > OF_ONE:
            transport.abort()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._expect_request()

    def _expect_request(self) -> None:
        self.loop.call_later(HEAD_SECONDS, self._give_up, self.cycle)

    def _give_up(self, before: object) -> None:
        if self.cycle is before and not self.transport.is_closing():
            self.transport.close()
