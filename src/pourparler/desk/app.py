"""The application: the pool of stores, the pages, the static files, and what becomes of errors."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from pourparler.desk.empty_parameters import Given
from pourparler.desk.guard import GuardSettings, guard
from pourparler.desk.head_requests import Heads
from pourparler.desk.memo import Memo
from pourparler.desk.pages import ROUTERS
from pourparler.desk.pool import Pool
from pourparler.desk.protocol import protocol
from pourparler.desk.rendering import warm
from pourparler.records.kinds import CONTRACT

#: On this machine, for whoever uses it.
LOCAL = GuardSettings()


def create_app(store: Path, settings: GuardSettings = LOCAL) -> FastAPI:
    """The desk over the store at this path, which must be there. Raises what `open_store` raises."""
    pool = Pool(store)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        warm()
        protocol()
        gc.freeze()  # what is loaded now stays; it need not be looked through again and again
        yield
        gc.unfreeze()
        app.state.memo.close()
        pool.close()

    app = FastAPI(
        title="Pourparler", version=CONTRACT, openapi_url=None, docs_url=None, redoc_url=None, lifespan=lifespan
    )
    app.state.pool, app.state.memo = pool, Memo(pool.version, pool.lend)
    app.state.read_only = pool.read_only
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=str(files(__package__) / "static")), name="static")
    app.add_middleware(Given)
    guard(app, settings, store)
    app.add_middleware(Heads)  # what is added last is passed first
    return app
