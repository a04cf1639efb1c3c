"""Sessions of browsers, in memory: they end with the server, after a time, and when somebody signs out."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

#: Seconds without a request, and in all, after which a session ends.
IDLE, LONGEST = 12 * 3600, 7 * 24 * 3600
#: Sessions that are kept; the one used longest ago goes first.
KEPT = 1_000


@dataclass(frozen=True, slots=True)
class _Session:
    token: str
    began: float
    used: float


class Sessions:
    """Which session is of which token. A session's name is held as its hash, so that memory does not give it away."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: OrderedDict[bytes, _Session] = OrderedDict()

    def begin(self, token: str) -> str:
        """A new session of the token with this id; its name is for the cookie."""
        name, now = secrets.token_urlsafe(32), self._clock()
        self._held[_hash(name)] = _Session(token, now, now)
        if len(self._held) > KEPT:
            self._held.popitem(last=False)
        return name

    def token_of(self, name: str) -> str | None:
        """The id of the token of a session that has not ended; None where there is none."""
        key, now = _hash(name), self._clock()
        session = self._held.pop(key, None)
        if session is None or now - session.used > IDLE or now - session.began > LONGEST:
            return None
        self._held[key] = _Session(session.token, session.began, now)
        return session.token

    def end(self, name: str) -> None:
        """Ends a session."""
        self._held.pop(_hash(name), None)


class Seal:
    """What forms must carry, worked out from the cookie with a secret of this process: nothing is kept for it."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)

    def csrf(self, cookie: str) -> str:
        """What forms must carry where the cookie holds this."""
        return self._mark("form", cookie)

    def visit(self, nonce: str = "") -> str:
        """A cookie of somebody who has not signed in, which only this process can have made."""
        return f"{nonce}.{self._mark('visit', nonce)}"

    def is_visit(self, cookie: str | None) -> bool:
        """Whether `visit` made it."""
        nonce = (cookie or "").partition(".")[0]
        return cookie is not None and hmac.compare_digest(cookie.encode(), self.visit(nonce).encode())

    def _mark(self, use: str, told: str) -> str:
        return hmac.new(self._secret, f"{use} {told}".encode(), hashlib.sha256).hexdigest()


def _hash(name: str) -> bytes:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
