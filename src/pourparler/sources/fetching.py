"""Fetching over http and https, within limits: whom to ask, how much, how long, how often."""

from __future__ import annotations

import gzip
import ssl
import time
import zlib
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache
from http.client import HTTPException, HTTPResponse
from importlib.metadata import PackageNotFoundError, version
from typing import IO
from urllib.parse import urljoin

from pourparler.errors import NotFetched, TooLarge
from pourparler.sources.addresses import Address, parse_address
from pourparler.sources.connecting import Line
from pourparler.sources.intake import MAX_BYTES

_HEADERS = {
    "Accept": "text/html, application/xml, */*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_CHUNK = 65_536
_MOVED = (301, 302, 303, 307, 308)
_BUSY = (429, 503)
#: Seconds that a busy host is left alone where it does not say how long; and the most that it may ask for.
_WAIT, _LONGEST_WAIT = 60.0, 7 * 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is asked of one address: bytes (also when unpacked), seconds in all, redirects, and of one host: the
    seconds between two requests."""

    size: int = MAX_BYTES
    seconds: float = 30.0
    redirects: int = 5
    pause: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer. ``url`` is where it came from in the end; ``data`` is None where nothing has changed (304)."""

    url: str
    data: bytes | None
    content_type: str
    etag: str | None
    modified: str | None


class Fetcher:
    """Asks one host at a time, and the same host only after a pause. Keep one for a whole run."""

    def __init__(self, *, allow_private: bool = False, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._allow_private = allow_private
        self._free: dict[str, float] = {}  # the moment from which a host may be asked again
        self._held: dict[str, float] = {}  # the same, of a host that asked to be left alone

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """What the address answers; with ``etag`` or ``modified`` of an earlier answer, only if it has changed.

        Raises NotFetched: it may not be asked, does not answer in time, or answers with an error. TooLarge.
        """
        headers = _HEADERS | {"User-Agent": _agent()}
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": modified} if modified else {}
        left = self.limits.seconds
        for _ in range(self.limits.redirects + 1):
            address = parse_address(url)
            self._wait(address.host)
            began = time.monotonic()
            answer = self._ask(url, address, headers, left)
            if isinstance(answer, Fetched):
                return answer
            url, left = answer, left - (time.monotonic() - began)
        raise NotFetched(f"redirects more than {self.limits.redirects} times; name the address it is to end at")

    def _wait(self, host: str) -> None:
        now = time.monotonic()
        if (held := self._held.get(host, now)) > now:
            raise NotFetched(f"{host} asked to be left alone for another {held - now:.0f} s", wait=held - now)
        time.sleep(max(0.0, self._free.get(host, now) - now))

    def _ask(self, url: str, address: Address, headers: dict[str, str], left: float) -> Fetched | str:
        """One request: the answer, or the address that it redirects to."""
        line = Line(address, allow_private=self._allow_private, seconds=left)
        try:
            with line.cut_when_late():
                line.request("GET", address.target, headers=headers)
                response = line.getresponse()
                if response.status in _MOVED and (target := response.getheader("Location")):
                    return urljoin(url, target)
                self._check_status(address.host, response)
                return self._answer(url, response)
        except (OSError, HTTPException, EOFError, zlib.error, ValueError) as error:
            raise NotFetched(self._told(error, line)) from error
        finally:
            line.close()
            self._free[address.host] = time.monotonic() + self.limits.pause

    def _told(self, error: Exception, line: Line) -> str:
        if line.late or isinstance(error, TimeoutError):
            return f"was not through within {self.limits.seconds:.0f} s; try again later"
        if isinstance(error, ssl.SSLCertVerificationError):
            return f"its certificate is not to be trusted ({error.verify_message}); check the address"
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        return f"did not answer as a web server does ({why or type(error).__name__}); try again later"

    def _check_status(self, host: str, response: HTTPResponse) -> None:
        status = response.status
        if status in (200, 203, 304):
            return
        told = f"answered {status} {response.reason}".rstrip()
        if status in _BUSY:
            wait = retry_after(response.getheader("Retry-After"))
            self._held[host] = time.monotonic() + wait
            raise NotFetched(f"{told}; try again in {wait:.0f} s", status=status, wait=wait)
        if status in (401, 402, 403, 407, 451):
            raise NotFetched(f"{told}; if you may read it in a browser, save the page and name the file", status=status)
        again = "try again later" if status >= 500 else "check the address"
        raise NotFetched(f"{told}; {again}", status=status)

    def _answer(self, url: str, response: HTTPResponse) -> Fetched:
        return Fetched(
            url=url,
            data=None if response.status == 304 else self._body(response),
            content_type=response.getheader("Content-Type", "").partition(";")[0].strip().lower(),
            etag=response.getheader("ETag"),
            modified=response.getheader("Last-Modified"),
        )

    def _body(self, response: HTTPResponse) -> bytes:
        """The unpacked body, given up as soon as it is too large, packed or not."""
        if (response.length or 0) > self.limits.size:
            raise self._too_large()
        packing = (response.getheader("Content-Encoding") or "identity").strip().lower()
        if packing not in ("identity", "gzip", "x-gzip"):
            raise NotFetched(f"came packed as {packing}, which was not asked for; save it and name the file")
        stream: IO[bytes] = response if packing == "identity" else gzip.GzipFile(fileobj=response)  # type: ignore[assignment]
        body = bytearray()
        while chunk := stream.read(_CHUNK):
            body += chunk
            if len(body) > self.limits.size:
                raise self._too_large()
        if response.length:  # the client does not complain of a body that breaks off
            raise NotFetched("broke off before its end; try again later")
        return bytes(body)

    def _too_large(self) -> TooLarge:
        return TooLarge(f"is larger than {self.limits.size / 1e6:.0f} MB, the most that is fetched of one address")


@cache
def _agent() -> str:
    """Who asks, so that a host knows whom to turn away."""
    try:
        return f"pourparler/{version('pourparler')}"
    except PackageNotFoundError:  # run from a checkout that was not installed
        return "pourparler/0"


def retry_after(told: str | None) -> float:
    """The seconds that a Retry-After header asks for, which holds a number or a date; a minute where it tells none.

    >>> retry_after("120"), retry_after(None), retry_after("soon")
    (120.0, 60.0, 60.0)
    """
    try:
        seconds = float(told or "")
    except ValueError:
        try:
            seconds = parsedate_to_datetime(told or "").timestamp() - time.time()
        except (TypeError, ValueError):
            return _WAIT
    return min(max(seconds, 0.0), _LONGEST_WAIT) if seconds == seconds else _WAIT
