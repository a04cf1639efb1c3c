"""A web site of this machine that answers as a test tells it to, and the article that the tests of this room serve."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import monotonic

SENTENCES = (
    "Norway asked Sweden on Monday for a call between the defence ministers about the border, officials in Oslo said.",
    "Sweden declined the call on Tuesday, citing the visit of a Norwegian minister to a disputed island last week.",
    "The Norwegian foreign ministry said that it regretted the answer and that the hotline of the navies stayed open.",
    "Neither side said when the ministers would speak again, and an envoy of Finland offered to carry letters.",
)
TEXT = " ".join(SENTENCES)
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(title: str = "Sweden declines a call", paragraphs: str = PARAGRAPHS, head: str = "") -> bytes:
    """An article as a page, with a menu that is none of it."""
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title><meta property="og:site_name" content="The Fjord">'
        f"{head}</head><body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{paragraphs}</article></body>"
        "</html>"
    ).encode()


@dataclass
class Answer:
    """What the site answers; ``act`` writes whatever it wants to the line instead."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    act: Callable[[BaseHTTPRequestHandler], None] | None = None


@dataclass
class Asked:
    """A request that came in."""

    path: str
    headers: dict[str, str]
    at: float


class Site:
    """Answers by path, and the requests in their order."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[Asked] = []
        self.host = f"127.0.0.1:{server.server_address[1]}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]


@contextmanager
def serve() -> Iterator[Site]:
    """A site on a port of its own while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append(Asked(self.path, told, monotonic()))
            answer = site.answers.get(self.path, Answer(status=404))
            if answer.act:
                answer.act(self)
                return
            if (etag := answer.headers.get("ETag")) and told.get("if-none-match") == etag:
                answer = Answer(status=304)
            self.send_response(answer.status)
            for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(server)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>World news | The Fjord</title><link>https://fjord.example/</link>{items}</channel></rss>"""


def rss(*items: str) -> bytes:
    return RSS.format(items="".join(f"<item>{item}</item>" for item in items)).encode()


def full_item(number: int, *, link: str | None = None, words: str = "") -> str:
    """An entry of an RSS feed that brings its text."""
    return (
        f"<title>Sweden declines call {number}</title><link>{link or f'https://fjord.example/{number}?utm_source=rss'}"
        f"</link><guid>g{number}</guid><pubDate>Tue, 05 Mar 2024 09:30:00 +0100</pubDate>"
        "<description>Short.</description>"
        f"<content:encoded><![CDATA[{PARAGRAPHS}<p>This is part {number}. {words}</p>]]></content:encoded>"
    )


def summary_item(link: str) -> str:
    """An entry that is only a summary."""
    return f"<title>Sweden declines a call</title><link>{link}</link><description>Sweden said no.</description>"
