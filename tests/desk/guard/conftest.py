"""A guarded application of a few pages: what a desk has, without a desk."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any

import pytest
from fastapi import FastAPI, Form, Query, Request
from fastapi.responses import HTMLResponse, PlainTextResponse
from starlette.testclient import TestClient

from pourparler.desk.guard import GuardSettings, guard, visitor_of
from pourparler.errors import StoreError, UsageError
from pourparler.store import Role, Store, open_store

LOCAL = "http://127.0.0.1:8765"
ABROAD = "https://desk.example"
#: Served beyond this machine.
PUBLIC = GuardSettings(host="127.0.0.1", host_names=("desk.example",))
PERSON = {"accept": "text/html"}

Visit = Callable[..., TestClient]


def pages() -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None)
    app.state.noted = []

    @app.get("/", response_class=HTMLResponse)
    def show(request: Request) -> str:
        visitor = visitor_of(request)
        told = f"{visitor.name} {visitor.role} {visitor.may_review} {visitor.signed_in}"
        return f"<p>{told}</p><b>{request.state.csrf}</b>"

    @app.get("/tagged", response_class=HTMLResponse)
    def show_tagged() -> HTMLResponse:
        return HTMLResponse("tagged", headers={"etag": '"1"', "content-security-policy": "default-src *"})

    @app.post("/records/{name}/note", response_class=PlainTextResponse)
    def take_note(request: Request, name: str, words: Annotated[str, Form()] = "") -> str:
        app.state.noted.append((visitor_of(request).name, name, words))
        return "noted"

    @app.post("/api/notes")
    async def take_json(request: Request) -> dict[str, Any]:
        app.state.noted.append(await request.json())
        return {"noted": len(app.state.noted)}

    @app.get("/api/count")
    def count(limit: Annotated[int, Query(le=10)] = 1) -> int:
        return limit

    @app.get("/count", response_class=HTMLResponse)
    def show_count(limit: Annotated[int, Query(le=10)] = 1, token: int = 0) -> str:
        return str(limit)

    @app.get("/fails/{how}")
    def fail(how: str) -> str:
        if how == "store":
            raise StoreError("/home/anna/secret.db: no such table: record; run `pourparler doctor`")
        if how == "usage":
            raise UsageError("no store at /home/anna/secret.db")
        raise RuntimeError("SELECT body FROM record at /home/anna/secret.db")

    return app


@pytest.fixture
def path(tmp_path: Path) -> Path:
    open_store(path := tmp_path / "ledger.db", create=True).close()
    return path


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as opened:
        yield opened


@pytest.fixture
def visit(path: Path) -> Iterator[Visit]:
    """A browser or program at an application with these settings; ``app`` visits one that is there already."""
    with ExitStack() as stack:

        def visit(
            settings: GuardSettings | None = None, *, base: str | None = None, app: FastAPI | None = None,
            **options: Any,
        ) -> TestClient:  # fmt: skip
            settings = settings or GuardSettings(reviewer="anna")
            if app is None:
                guard(app := pages(), settings, path)
            base = base or (LOCAL if settings.open else ABROAD)
            options = {"follow_redirects": False, "raise_server_exceptions": False} | options
            return stack.enter_context(TestClient(app, base_url=base, **options))

        yield visit


def csrf_of(page: str) -> str:
    """What the page has for its forms."""
    found = page.partition("<b>")[2] or page.partition('name="csrf" value="')[2]
    return found.replace('"', "<").partition("<")[0]


def sign_in(browser: TestClient, token: str, **fields: str) -> Any:
    form = browser.get("/sign-in", headers=PERSON)
    return browser.post(
        "/sign-in", data={"csrf": csrf_of(form.text), "token": token, **fields}, headers={"origin": ABROAD} | PERSON
    )


@pytest.fixture
def reviewer(store: Store) -> str:
    return store.make_token("Bo Ek", Role.REVIEWER)


@pytest.fixture
def reader(store: Store) -> str:
    return store.make_token("Cy", Role.READER)


@pytest.fixture(autouse=True)
def _quiet_again() -> Iterator[None]:
    """What a test has let the log write to is closed behind it."""
    yield
    for name in ("pourparler.desk", "uvicorn"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], True
        logger.setLevel(logging.NOTSET)
