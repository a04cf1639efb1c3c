"""How much may be asked: a bucket of requests for each address and each token, which fills up again with time."""

from __future__ import annotations

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from pourparler.desk.guard.chain import Link, Refused, client_of
from pourparler.desk.guard.settings import Rate

#: Buckets that are kept; the one that was drawn from longest ago goes first.
KEPT = 10_000


class Buckets:
    """Buckets by their keys; a key that is not kept has a full one."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic, kept: int = KEPT) -> None:
        self._rate = rate
        self._clock = clock
        self._kept = kept
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()  # what was in it, and when

    def check(self, key: str) -> None:
        """Raises Refused, with the seconds to wait, where a bucket is empty."""
        if (left := self._left(key)) < 1:
            wait = math.ceil((1 - left) / self._rate.each_second)
            raise Refused(429, "That was too much at once; wait a little and try again.", {"retry-after": str(wait)})

    def draw(self, key: str) -> None:
        """Takes one out. Raises Refused where there is none."""
        self.check(key)
        self._held[key] = (self._left(key) - 1, self._clock())
        self._held.move_to_end(key)
        if len(self._held) > self._kept:
            self._held.popitem(last=False)

    def _left(self, key: str) -> float:
        if key not in self._held:
            return self._rate.at_once
        left, at = self._held[key]
        return min(self._rate.at_once, left + (self._clock() - at) * self._rate.each_second)

    def __len__(self) -> int:
        return len(self._held)


def place_of(scope: Scope) -> str:
    """For whom a request counts: its address, of version 6 the network of 64 bits that one household has.

    >>> [place_of({"client": (a, 1)}) for a in ("192.0.2.7", "2001:db8:1:2:3::9", "::ffff:192.0.2.7")]
    ['192.0.2.7', '2001:db8:1:2::', '192.0.2.7']
    """
    told = client_of(scope)
    try:
        address = ipaddress.ip_address(told.partition("%")[0])
    except ValueError:
        return told
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, 64), strict=False).network_address)


class Rates(Link):
    """Lets each address ask so much."""

    def __init__(self, app: ASGIApp, buckets: Buckets) -> None:
        super().__init__(app)
        self._buckets = buckets

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._buckets.draw(place_of(scope))
        await self.app(scope, receive, send)
