"""How the desk keeps up: readers of pages beside a program that adds articles, over a store of a million events.

A server and ``pourparler add --jobs 1`` run as programs of their own over a copy of the made-up world of the store's
benchmark. Readers ask for a page, wait, and ask for the next: one of the main pages, or whatever the page before links
to. Told is the time from asking to the first byte of the answer, the server's memory, and what was added meanwhile.

    python benchmarks/desk.py --articles 10000 --seconds 60
    python benchmarks/desk.py --cache /mnt/large
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from threading import Event, Thread
from urllib.parse import quote, urljoin, urlsplit

from at_scale.adding import made_articles
from at_scale.filling import filled, remove
from at_scale.reporting import mark, table
from pourparler.knowledge import Knowledge
from pourparler.records import Article
from pourparler.store import open_store

ROOT = Path(__file__).parents[1]
HALF_LIMIT, MOST_LIMIT, MEMORY_LIMIT = 0.200, 0.600, 500_000_000
#: Where readers begin: the busiest pair, everything there is, and the commonest words.
PAGES = (
    "/", "/pairs/AAA/AAH", "/pairs/AAA/AAH?since=2020-01-01", "/ledger", "/ledger?between=AAA&between=AAH&once=true",
    "/ledger?kind=event&involving=AAA", "/ledger?kind=statement&words=the", "/disputes", "/people", "/outlets",
    "/search?words=the", "/watches",
)  # fmt: skip
#: Links that lead to a page; the rest are downloads, feeds and forms.
_LINK = re.compile(
    r'href="(/(?:pairs|ledger|rows|threads|disputes|articles|records|people|offices|outlets)(?:[/?][^"]*)?)"'
)
#: The chance that a reader goes where the page links to, and not to one of the main pages.
_FOLLOWS = 0.4
#: Articles that are there to be added for each second: more than can be.
_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A page that was asked for, the seconds to its first byte, and the status of the answer."""

    page: str
    seconds: float
    status: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints tables in Markdown and gives the exit code: 1 where a limit is missed."""
    given = _parser().parse_args(arguments)
    filled(given.cache, given.articles).close()
    path = given.cache / "desk.db"
    remove(path)
    shutil.copyfile(given.cache / f"world-{given.articles}.db", path)
    try:
        with served(path) as server, adding(path, given) as added:
            asked = list(read(server, given))
            memory = _peak(server.pid)
            count = added()
    finally:
        remove(path)
    lines, met = _told(asked, memory, count, given)
    print("\n".join(lines))
    return 0 if met else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="How the desk keeps up with readers while another program adds articles.",
        epilog="example: python benchmarks/desk.py --articles 10000 --seconds 60",
    )
    parser.add_argument("--articles", type=int, default=200_000, help="articles, of five events each (default: 200000)")
    parser.add_argument("--readers", type=int, default=20, help="readers at once (default: 20)")
    parser.add_argument("--pause", type=float, default=3.0, help="seconds between a reader's pages (default: 3)")
    parser.add_argument("--seconds", type=float, default=120.0, help="how long they read (default: 120)")
    cache = Path.home() / ".cache" / "pourparler" / "benchmarks"
    parser.add_argument("--cache", type=Path, default=cache, help="where stores are kept (default: %(default)s)")
    return parser


# --- the programs ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Server:
    """A desk that runs: its process and port."""

    pid: int
    port: int


@contextmanager
def served(path: Path) -> Iterator[Server]:
    """A desk over this store, from when it answers."""
    port = 8799
    command = [sys.executable, "-m", "pourparler", "serve", "--store", str(path), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _await(port)
            yield Server(process.pid, port)
        finally:
            process.terminate()


def _await(port: int, patience: float = 60.0) -> None:
    ends = time.monotonic() + patience
    while time.monotonic() < ends:
        try:
            _first_byte(port, "/ledger")
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"no desk answers at port {port} after {patience:.0f} s; try `pourparler serve` by hand")


@contextmanager
def adding(path: Path, given: argparse.Namespace) -> Iterator[Callable[[], int]]:
    """``pourparler add`` at work; gives a function that tells how many articles it has added."""
    source = given.cache / "desk-adding.jsonl"
    articles = made_articles(ROOT / "examples", round(_AT_MOST * given.seconds), Knowledge.load())
    source.write_text("".join(f"{json.dumps(_input(one))}\n" for one in articles), encoding="utf-8")
    before = _count(path)
    command = [sys.executable, "-m", "pourparler", "add", str(source), "--jobs", "1", "--store", str(path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield lambda: _count(path) - before
        finally:
            process.terminate()
            source.unlink()


def _input(article: Article) -> dict[str, str | None]:
    day = article.published.earliest if article.published else None
    return {"id": article.key, "title": article.title, "outlet": article.outlet, "published": day, "text": article.text}


def _count(path: Path) -> int:
    with open_store(path) as store:
        return int(store.connection.execute("SELECT count(*) FROM article").fetchone()[0])


# --- the readers -------------------------------------------------------------------------------------


def read(server: Server, given: argparse.Namespace) -> Iterator[Asked]:
    """What the readers asked for, once all are done. They begin one after the other within one pause."""
    found: list[list[Asked]] = [[] for _ in range(given.readers)]
    done, broken = Event(), list[Exception]()

    def follow(number: int) -> None:
        try:
            _read(server.port, given, number, found[number], done)
        except Exception as error:
            broken.append(error)

    threads = [Thread(target=follow, args=(number,), daemon=True) for number in range(given.readers)]
    for thread in threads:
        thread.start()
    time.sleep(given.seconds)
    done.set()
    for thread in threads:
        thread.join()
    if len(broken) > 0:
        raise SystemExit(f"{len(broken)} readers gave up; the first: {broken[0]!r}")
    for one in found:
        yield from one


def _read(port: int, given: argparse.Namespace, number: int, found: list[Asked], done: Event) -> None:
    chance, page = Random(number), PAGES[number % len(PAGES)]
    done.wait(given.pause * number / given.readers)
    while not done.is_set():
        seconds, status, body = _first_byte(port, page)
        found.append(Asked(page, seconds, status))
        links = _LINK.findall(body)
        follows = links and chance.random() < _FOLLOWS
        page = _plain(chance.choice(links)) if follows else chance.choice(PAGES)
        done.wait(given.pause)


def _plain(link: str) -> str:
    parts = urlsplit(urljoin("/", link.replace("&amp;", "&")))
    return quote(f"{parts.path}?{parts.query}" if parts.query else parts.path, safe="/?&=%+~:;,@!$'()*")


def _first_byte(port: int, page: str) -> tuple[float, int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        began = time.perf_counter()
        connection.request("GET", page)
        answer = connection.getresponse()
        seconds = time.perf_counter() - began
        return seconds, answer.status, answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


# --- tables ------------------------------------------------------------------------------------------


def _told(asked: Sequence[Asked], memory: int, added: int, given: argparse.Namespace) -> tuple[list[str], bool]:
    half, most = _at([one.seconds for one in asked], 50), _at([one.seconds for one in asked], 95)
    good = sum(one.status == 200 for one in asked)
    quick, steady, small, sound = half <= HALF_LIMIT, most <= MOST_LIMIT, memory <= MEMORY_LIMIT, good == len(asked)
    rows = [
        ("first byte, half of the pages", f"{1000 * half:.0f} ms", f"at most {1000 * HALF_LIMIT:.0f} ms", mark(quick)),
        ("first byte, 95 of 100 pages", f"{1000 * most:.0f} ms", f"at most {1000 * MOST_LIMIT:.0f} ms", mark(steady)),
        ("peak memory of the server", f"{memory / 1e6:.0f} MB", f"at most {MEMORY_LIMIT / 1e6:.0f} MB", mark(small)),
        ("pages that came, of those asked for", f"{good} of {len(asked)}", "all", mark(sound)),
        ("articles added meanwhile", f"{added}", "some", mark(added > 0)),
    ]
    title = f"{given.readers} readers, {given.pause:g} s between pages, {given.articles:,} articles, `add` at work"
    by_page: defaultdict[str, list[float]] = defaultdict(list)
    for one in asked:
        by_page[f"/{one.page.split('/')[1].split('?')[0]}"].append(one.seconds)
    slowest = sorted(by_page.items(), key=lambda page: -_at(page[1], 95))
    pages = [(page, len(took), f"{1000 * _at(took, 50):.0f}", f"{1000 * _at(took, 95):.0f}") for page, took in slowest]
    lines = table(title, ("", "", "limit", ""), rows)
    lines += ["", *table("Pages, the slowest first", ("page", "times", "p50 ms", "p95 ms"), pages)]
    return lines, quick and steady and small and sound and added > 0


def _at(values: Sequence[float], percent: int) -> float:
    """The value that so many of a hundred do not exceed."""
    return sorted(values)[-(-percent * len(values) // 100) - 1]


def _peak(pid: int) -> int:
    """Bytes of memory that a process has held at most."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        raise SystemExit(f"memory is read from {status.parent}, which this machine has not; run it on Linux")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
    return 1024 * int(found[1]) if found else 0


if __name__ == "__main__":
    sys.exit(main())
