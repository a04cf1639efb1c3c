"""A connection to a web server that was checked, and that ends in time.

The standard library's client is used because its ``connect`` is ours to write: the address that is checked is the one
that is connected to, at every redirect. Proxies are not used: what they connect to could not be checked.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http.client import HTTPConnection
from socket import SHUT_RDWR, socket
from threading import Timer

from pourparler.sources.addresses import Address, resolve


class Line(HTTPConnection):
    """A connection to an address that was checked, cut off when its time is up."""

    def __init__(self, address: Address, *, allow_private: bool, seconds: float) -> None:
        super().__init__(address.host, address.port, timeout=max(seconds, 0.001))
        self.default_port = 443 if address.scheme == "https" else 80  # so that Host names the port only where it must
        self._address = address
        self._allow_private = allow_private
        self._open: socket | None = None
        self.late = False

    def connect(self) -> None:
        """Connects to the first of the host's permitted addresses that answers."""
        problem: OSError | None = None
        places = resolve(self._address, allow_private=self._allow_private)
        for family, place in places:
            line = socket(family)
            line.settimeout((self.timeout or 0.0) / len(places))  # one that is silent must leave time for the next
            try:
                line.connect(place)
            except OSError as error:
                problem = error
                line.close()
                continue
            line.settimeout(self.timeout)
            self._open = self.sock = line
            if self._address.scheme == "https":
                self._open = self.sock = trusted().wrap_socket(
                    line, server_hostname=self._address.host, do_handshake_on_connect=False
                )
                self.sock.do_handshake()
            return
        raise problem or OSError("no address")

    @contextmanager
    def cut_when_late(self) -> Iterator[None]:
        """Ends the block's reading and writing when the time is up, however slowly bytes come: TimeoutError."""
        clock = Timer(self.timeout or 0.0, self._cut)
        clock.daemon = True
        clock.start()
        try:
            yield
        except Exception as error:
            if self.late:  # whatever it broke on was cut
                raise TimeoutError from error
            raise
        finally:
            clock.cancel()
        if self.late:
            raise TimeoutError

    def _cut(self) -> None:
        self.late = True
        if self._open is not None:
            with suppress(OSError):
                socket.shutdown(self._open, SHUT_RDWR)  # the socket's own: that of TLS would wait for the other side

    def close(self) -> None:
        """Gives the socket back, also where the response still holds it."""
        super().close()
        if self._open is not None:
            self._open.close()


@cache
def trusted() -> ssl.SSLContext:
    """The system's certificates; where Python finds none there, those of certifi."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        import certifi

        context.load_verify_locations(certifi.where())
    return context
