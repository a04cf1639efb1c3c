"""The memo: what is dear to work out, remembered until the store has changed.

While another program adds articles the store changes every second, and a page over it would never be remembered. So a
value that was got in t seconds may be shown for up to ``WORTH * t`` seconds after it went stale, `PATIENCE` at most:
at most one part in ``WORTH`` of the time goes into getting it anew. For as long again it is shown once more while
another thread gets it anew, so that of a page that is much asked for nobody waits. What is reviewed here shows at once,
since `renew` forgets everything.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, TypeVar

from pourparler.errors import PourparlerError
from pourparler.store import Store

T = TypeVar("T")

WORTH, PATIENCE = 100.0, 60.0
#: Values that are kept; the one that was asked for longest ago goes first.
KEPT = 512


class _Worth(Enum):
    """Whether a value may be shown: yes, once more while it is got anew, or no."""

    GOOD = auto()
    PASSING = auto()
    NONE = auto()


@dataclass(slots=True)
class _Held:
    """One value: when it was got, how long that took, of which version of the store, and whether it is got anew."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    coming: bool = False
    known: bool = False
    value: Any = None
    at: float = 0.0
    took: float = 0.0
    version: Hashable = None


class Memo:
    """Values by their keys; ``version`` tells what the store is at, ``lend`` a store to get a value anew with."""

    def __init__(
        self,
        version: Callable[[], Hashable],
        lend: Callable[[], AbstractContextManager[Store]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._version, self._lend, self._clock = version, lend, clock
        self._held: OrderedDict[Hashable, _Held] = OrderedDict()
        self._lock = threading.Lock()
        self._behind = ThreadPoolExecutor(1, "memo")

    def recall(self, key: Hashable, store: Store, get: Callable[[Store], T]) -> T:
        """The value of a key: remembered while it is good, else got; of several who ask at once one gets it."""
        with self._lock:
            held = self._held.setdefault(key, _Held())
            self._held.move_to_end(key)
            while len(self._held) > KEPT:
                self._held.popitem(last=False)
        with held.lock:
            value: T = held.value
            worth = self._worth(held)
            if worth is _Worth.PASSING:
                self._get_behind(held, get)
            elif worth is _Worth.NONE:
                self._get(held, lambda: get(store))
                value = held.value
            return value

    def _worth(self, held: _Held) -> _Worth:
        if not held.known:
            return _Worth.NONE
        patience, old = min(PATIENCE, WORTH * held.took), self._clock() - held.at
        if old < patience or held.version == self._version():
            return _Worth.GOOD
        return _Worth.PASSING if old < 2 * patience else _Worth.NONE

    def _get(self, held: _Held, get: Callable[[], Any]) -> None:
        version, began = self._version(), self._clock()
        value = get()
        held.value, held.at, held.version, held.known = value, self._clock(), version, True
        held.took = held.at - began

    def _get_behind(self, held: _Held, get: Callable[[Store], Any]) -> None:
        """Has the value got anew by another thread, unless one is at it."""
        if held.coming:
            return
        held.coming = True

        def renew() -> None:
            try:
                with self._lend() as store:
                    self._get(held, lambda: get(store))
            except PourparlerError:
                held.known = False  # whoever asks next gets it, or is told why it cannot be got
            finally:
                held.coming = False

        self._behind.submit(renew)

    def renew(self) -> None:
        """Forgets everything: somebody has changed the store here and looks at what has become of it."""
        with self._lock:
            self._held.clear()

    def close(self) -> None:
        """Waits for what is being got."""
        self._behind.shutdown(cancel_futures=True)
