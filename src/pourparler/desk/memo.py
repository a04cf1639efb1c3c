"""The memo: what is dear to work out, remembered until the store has changed.

While another program adds articles the store changes every second, and a page over it would never be remembered. So a
value that was got in t seconds may be shown for up to ``WORTH * t`` seconds after it went stale, `PATIENCE` at most:
at most one part in ``WORTH`` of the time goes into getting it anew. What is reviewed here shows at once, since `renew`
forgets everything.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")

WORTH, PATIENCE = 100.0, 60.0
#: Values that are kept; the one that was asked for longest ago goes first.
KEPT = 512


@dataclass(slots=True)
class _Held:
    """One value: when it was got, how long that took, and of which version of the store."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    known: bool = False
    value: Any = None
    at: float = 0.0
    took: float = 0.0
    version: Hashable = None


class Memo:
    """Values by their keys; ``version`` tells what the store is at."""

    def __init__(self, version: Callable[[], Hashable], clock: Callable[[], float] = time.monotonic) -> None:
        self._version = version
        self._clock = clock
        self._held: OrderedDict[Hashable, _Held] = OrderedDict()
        self._lock = threading.Lock()

    def recall(self, key: Hashable, get: Callable[[], T]) -> T:
        """The value of a key: remembered while it is good, else got; of several who ask at once one gets it."""
        with self._lock:
            held = self._held.setdefault(key, _Held())
            self._held.move_to_end(key)
            while len(self._held) > KEPT:
                self._held.popitem(last=False)
        with held.lock:
            if not self._good(held):
                version, began = self._version(), self._clock()
                held.value = get()
                held.at = self._clock()
                held.took, held.version, held.known = held.at - began, version, True
            value: T = held.value
            return value

    def _good(self, held: _Held) -> bool:
        if not held.known:
            return False
        old = self._clock() - held.at
        return old < min(PATIENCE, WORTH * held.took) or held.version == self._version()

    def renew(self) -> None:
        """Forgets everything: somebody has changed the store here and looks at what has become of it."""
        with self._lock:
            self._held.clear()
