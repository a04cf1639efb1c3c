"""The tokens of the store, looked up for every request, so that one that is revoked holds no more at once."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from anyio import to_thread
from fastapi import FastAPI

from pourparler.store import Token, open_store


class Keys:
    """Looks tokens up over a connection of its own, so that whoever has none keeps no store from the pages.

    Raises what `open_store` raises.
    """

    def __init__(self, path: Path) -> None:
        self._store = open_store(path, any_thread=True, at_hand=1)
        self._lock = threading.Lock()

    async def find(self, told: str) -> Token | None:
        """The token that holds and is this one."""
        return await to_thread.run_sync(self._find, told)

    async def standing(self, id: str) -> Token | None:
        """The token of this id while it holds."""
        return await to_thread.run_sync(self._standing, id)

    def _find(self, told: str) -> Token | None:
        with self._lock:
            return self._store.find_token(told)

    def _standing(self, id: str) -> Token | None:
        with self._lock:
            return self._store.standing_token(id)

    def close(self) -> None:
        """Gives the file back."""
        with self._lock:
            self._store.close()


def close_with(app: FastAPI, keys: Keys) -> None:
    """Closes the keys when the application ends."""
    inner = app.router.lifespan_context

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[Any]:
        async with inner(app) as state:
            yield state
        await to_thread.run_sync(partial(keys.close))

    app.router.lifespan_context = lifespan
