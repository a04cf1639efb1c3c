"""A real Chromium at a real server, over the stories of ``examples``."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from pourparler.desk import create_app
from pourparler.desk.guard import GuardSettings

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


@dataclass
class Watched:
    """A page, and what should not have happened on it: errors on the console, requests that leave the machine."""

    page: Page
    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def watch(self, host: str) -> None:
        def hear(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                self.errors.append(message.text)

        def see(request: Request) -> None:
            if urlsplit(request.url).netloc not in (host, ""):
                self.strangers.append(request.url)

        self.page.on("console", hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", see)


def _chromium() -> str | None:
    named = os.environ.get("POURPARLER_CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="package")  # no longer: while it lasts the main thread has an event loop, and others want theirs
def browser() -> Iterator[Browser]:
    """Chromium. Where there is none these tests are skipped, which `make test` says."""
    if (path := _chromium()) is None:
        pytest.skip("no Chromium here; install Debian's package chromium, or name one with POURPARLER_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(stories: Path) -> Iterator[str]:
    """Where the desk over the stories is served."""
    with serving(stories) as where:
        yield where


class serving:  # noqa: N801 - used as a function is
    """A desk over a store, served by a thread of this process, from when it answers."""

    def __init__(self, store: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = int(free.getsockname()[1])
        config = uvicorn.Config(
            create_app(store, GuardSettings(port=self._port)), host="127.0.0.1", port=self._port, log_level="error"
        )
        self._server = uvicorn.Server(config)
        self._thread = Thread(target=self._server.run, daemon=True)

    def __enter__(self) -> str:
        self._thread.start()
        ends = monotonic() + 30
        while not self._server.started and monotonic() < ends:
            sleep(0.05)
        assert self._server.started, "the desk did not start"
        return f"http://127.0.0.1:{self._port}"

    def __exit__(self, *error: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)


class Looker:
    """Opens pages of a desk, each in a window of its own, and hears what goes wrong on them."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address = browser, address
        self._contexts: list[BrowserContext] = []
        self._watched: list[Watched] = []
        #: Ends of what Chromium may complain about: a form that is refused is answered with 400, and it says so.
        self.expected: tuple[str, ...] = ()

    def __call__(self, path: str, *, phone: bool = False, dark: bool = False, script: bool = True) -> Page:
        context = self._browser.new_context(
            viewport=PHONE if phone else DESKTOP, color_scheme="dark" if dark else "light", java_script_enabled=script,
            base_url=self._address,
        )  # fmt: skip
        self._contexts.append(context)
        one = Watched(context.new_page())
        self._watched.append(one)
        one.watch(urlsplit(self._address).netloc)
        answer = one.page.goto(path)
        assert answer is not None
        assert answer.status == 200, f"{path}: {answer.status}"
        return one.page

    def close(self) -> None:
        """Closes the windows; nothing may have gone wrong in any."""
        for context in self._contexts:
            context.close()
        errors = (error for one in self._watched for error in one.errors)
        assert not [error for error in errors if not error.endswith(self.expected)]
        assert not [stranger for one in self._watched for stranger in one.strangers]


@pytest.fixture
def look(browser: Browser, address: str) -> Iterator[Looker]:
    """Opens a page of the desk over the stories; afterwards nothing may have gone wrong on any."""
    looker = Looker(browser, address)
    yield looker
    looker.close()


@pytest.fixture
def look_at(browser: Browser) -> Iterator[Callable[[Path], Looker]]:
    """The same over a store of the test's own."""
    with ExitStack() as opened:

        def look_at(store: Path) -> Looker:
            looker = Looker(browser, opened.enter_context(serving(store)))
            opened.callback(looker.close)
            return looker

        yield look_at
