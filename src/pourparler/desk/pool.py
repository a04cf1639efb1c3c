"""A few open stores, each lent to one request at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue

from pourparler.errors import StoreError
from pourparler.store import Store, open_store

#: Python runs one thread at a time; more stores than these would only wait for each other, each with pages at hand.
SIZE = 4
#: Seconds that a request waits for a store, and that it may ask it.
PATIENCE, LIMIT = 10.0, 15.0
#: Megabytes of pages that each store keeps at hand.
_AT_HAND = 16


class Pool:
    """Stores that are open on one file. Raises what `open_store` raises."""

    def __init__(self, path: Path, size: int = SIZE) -> None:
        self.path = path
        self._stores = [open_store(path, any_thread=True, at_hand=_AT_HAND) for _ in range(size)]
        self.read_only = self._stores[0].read_only
        self._free: LifoQueue[Store] = LifoQueue()  # the last used has the upper pages of its indexes at hand
        for store in reversed(self._stores):
            self._free.put(store)

    @contextmanager
    def lend(self) -> Iterator[Store]:
        """A store for the time of one request. Raises StoreError: all are in use, or it asks for too long."""
        try:
            store = self._free.get(timeout=PATIENCE)
        except Empty:
            raise StoreError(f"{self.path} is asked too much at once; try again in a while") from None
        try:
            with store.within(LIMIT):
                yield store
        finally:
            self._free.put(store)

    def version(self) -> tuple[int, ...]:
        """Changes whenever anything was written: when the file and its log were last written, and how long they are."""
        told = []
        for path in (self.path, self.path.with_name(f"{self.path.name}-wal")):
            try:
                stat = path.stat()
            except FileNotFoundError:
                continue
            told += [stat.st_mtime_ns, stat.st_size]
        return tuple(told)

    def close(self) -> None:
        """Gives the file back."""
        for store in self._stores:
            store.close()
