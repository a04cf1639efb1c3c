"""Watching feeds: into the store, politely, and on from where it was ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from tests.sources.serving import Answer, Site, full_item, rss, serve, summary_item

from pourparler.cli import watch as watching
from pourparler.cli.watch import Watcher
from pourparler.pipeline import Added
from pourparler.records import Failure
from pourparler.sources import Captured, schedule
from pourparler.sources.fetching import Fetcher, Limits
from pourparler.store import Store, open_store

if TYPE_CHECKING:
    from conftest import Result

COMMAND = [sys.executable, "-m", "pourparler"]


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        yield site


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "s.db", create=True) as store:
        yield store


class Shelf:
    """Adds without reading; interrupts before the article whose title it is told."""

    def __init__(self, interrupt: str = "") -> None:
        self.titles: list[str | None] = []
        self._interrupt = interrupt

    def __call__(self, items: Iterable[Captured | Failure]) -> Iterator[Added]:
        for item in items:
            if isinstance(item, Failure):
                yield Added(item.input, "failed", item)
                continue
            if item.article.title == self._interrupt:
                raise KeyboardInterrupt
            self.titles.append(item.article.title)
            yield Added(item.article.key, "read")


def watcher(store: Store, shelf: Shelf, *, minutes: float = 30, follow: bool = False) -> Watcher:
    fetcher = Fetcher(allow_private=True, limits=Limits(pause=0))
    return Watcher(store, fetcher, shelf, timedelta(minutes=minutes), follow=follow)


def test_every_entry_is_added_once(site: Site, store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    site.answers["/f"] = Answer(rss(full_item(1), full_item(2)), headers={"ETag": '"1"'})
    for _ in range(2):
        assert watcher(store, shelf := Shelf()).ask_once([site.url("/f")])
    assert shelf.titles == []
    assert site.asked[1].headers["if-none-match"] == '"1"'
    assert capsys.readouterr().err.splitlines() == [
        f"pourparler: {site.url('/f')}: 2 read",
        f"pourparler: {site.url('/f')}: nothing new",
    ]


def test_what_was_dealt_with_before_ctrl_c_is_remembered(site: Site, store: Store) -> None:
    site.answers["/f"] = Answer(rss(full_item(1), full_item(2), full_item(3)), headers={"ETag": '"1"'})
    with pytest.raises(KeyboardInterrupt):
        watcher(store, Shelf(interrupt="Sweden declines call 2")).ask_once([site.url("/f")])
    assert watcher(store, shelf := Shelf()).ask_once([site.url("/f")])
    assert shelf.titles == ["Sweden declines call 2", "Sweden declines call 3"]


def test_a_feed_that_fails_is_told_and_left_alone_by_the_next_call(
    site: Site, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    site.answers["/good"] = Answer(rss(full_item(1)))
    site.answers["/bad"] = Answer(status=429, headers={"Retry-After": "7200"})
    feeds = [site.url("/good"), site.url("/bad")]
    assert not watcher(store, shelf := Shelf()).ask_once(feeds)
    assert shelf.titles == ["Sweden declines call 1"]
    assert "429 Too Many Requests; try again in 7200 s; asked again after 20" in capsys.readouterr().err
    assert not watcher(store, Shelf()).ask_once(feeds)
    assert site.paths() == ["/good", "/bad", "/good"]
    assert "not asked; it failed or wants to be left alone until 20" in capsys.readouterr().err


def test_watching_goes_on_through_failures_and_asks_whoever_is_due(
    site: Site, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clock of the test's own: sleeping moves it on."""
    clock, slept = [schedule.utc_now()], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        clock[0] += timedelta(seconds=seconds)
        if len(slept) > 12:
            raise KeyboardInterrupt

    monkeypatch.setattr(watching, "time", SimpleNamespace(sleep=sleep))
    monkeypatch.setattr(schedule, "utc_now", lambda: clock[0])
    site.answers["/good"] = Answer(rss(full_item(1)), headers={"ETag": '"1"'})
    with pytest.raises(KeyboardInterrupt):
        watcher(store, shelf := Shelf()).ask_forever([site.url("/good"), site.url("/bad")])
    assert shelf.titles == ["Sweden declines call 1"]
    assert site.paths().count("/good") > site.paths().count("/bad") >= 3
    assert 4 <= sum(slept) / 1800 <= 12


def test_a_restart_asks_no_feed_before_it_is_due(site: Site, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    site.answers["/f"] = Answer(rss(full_item(1)))
    watcher(store, Shelf()).ask_once([site.url("/f")])

    def sleep(seconds: float) -> None:
        assert 1700 < seconds <= 1800
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "time", SimpleNamespace(sleep=sleep))
    with pytest.raises(KeyboardInterrupt):
        watcher(store, Shelf()).ask_forever([site.url("/f")])
    assert site.paths() == ["/f"]


# --- the command -------------------------------------------------------------------------------------


def pourparler(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, encoding="utf-8", timeout=300)


def test_the_command_reads_what_is_new_into_the_store(site: Site, tmp_path: Path) -> None:
    site.answers["/f"] = Answer(rss(full_item(1), summary_item(site.url("/gone"))), headers={"ETag": '"1"'})
    ask = ("watch", site.url("/f"), "--once", "--allow-private", "--store", tmp_path / "s.db")
    first = pourparler(*ask)
    assert (first.returncode, first.stdout) == (3, "")
    assert "1 read, 1 could not be read" in first.stderr
    assert "1 of 2 entries are summaries only; --follow fetches their pages" in first.stderr
    second = pourparler(*ask)
    assert (second.returncode, second.stderr) == (0, f"pourparler: {site.url('/f')}: nothing new\n")
    assert '"status": "declined"' in pourparler("contacts", "--store", tmp_path / "s.db").stdout.replace('":"', '": "')
    assert pourparler("doctor", "--store", tmp_path / "s.db").returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX has them")
def test_ctrl_c_ends_the_command_cleanly(site: Site, tmp_path: Path) -> None:
    site.answers["/f"] = Answer(rss(full_item(1)))
    script = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from pourparler.cli import main; main()"
    )
    arguments = ["watch", site.url("/f"), "--allow-private", "--store", str(tmp_path / "s.db")]
    with subprocess.Popen([sys.executable, "-c", script, *arguments], stderr=subprocess.PIPE) as process:
        assert process.stderr
        assert b"1 read" in process.stderr.readline()
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        told = process.stderr.read().decode()
    assert "stopped; what was added is kept" in told
    assert "Traceback" not in told
    assert pourparler("doctor", "--store", tmp_path / "s.db").returncode == 0


def test_this_machine_is_not_asked_unless_that_is_allowed(site: Site, tmp_path: Path) -> None:
    done = pourparler("watch", site.url("/f"), "--once", "--store", tmp_path / "s.db")
    assert done.returncode == 3
    assert "--allow-private" in done.stderr
    assert site.asked == []


@pytest.mark.parametrize("feed", ["feed.xml", "-"])
def test_what_is_no_address_is_wrong_usage(run: Callable[..., Result], feed: str) -> None:
    result = run("watch", feed, "--once")
    assert result.code == 2
    assert "watch asks feeds on the network" in result.err
