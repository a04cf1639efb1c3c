"""Fetching keeps to its limits, whatever the other side does."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from tests.sources.serving import Answer, Site

from pourparler.errors import NotFetched, TooLarge
from pourparler.sources import addresses, connecting
from pourparler.sources.fetching import Fetcher, Limits, retry_after


def quick(**limits: Any) -> Fetcher:
    return Fetcher(allow_private=True, limits=Limits(**{"pause": 0.0, "seconds": 5.0, **limits}))


def test_a_page_comes_with_its_address_and_what_it_may_be_asked_by(site: Site, fetcher: Fetcher) -> None:
    told = {"ETag": '"1"', "Last-Modified": "Mon, 04 Mar 2024 09:30:00 GMT", "Content-Type": "text/html; charset=utf-8"}
    site.answers["/a"] = Answer(b"words", headers=told)
    answer = fetcher.get(site.url("/a"))
    assert (answer.data, answer.url, answer.content_type) == (b"words", site.url("/a"), "text/html")
    assert (answer.etag, answer.modified) == ('"1"', "Mon, 04 Mar 2024 09:30:00 GMT")
    assert site.asked[0].headers["user-agent"].startswith("pourparler/")
    assert "if-none-match" not in site.asked[0].headers


def test_what_has_not_changed_is_not_sent_again(site: Site, fetcher: Fetcher) -> None:
    site.answers["/a"] = Answer(b"words", headers={"ETag": '"1"'})
    assert fetcher.get(site.url("/a"), etag='"1"', modified="Mon, 04 Mar 2024 09:30:00 GMT").data is None
    assert site.asked[0].headers["if-modified-since"] == "Mon, 04 Mar 2024 09:30:00 GMT"
    assert fetcher.get(site.url("/a"), etag='"0"').data == b"words"


def test_a_packed_page_is_unpacked(site: Site, fetcher: Fetcher) -> None:
    site.answers["/a"] = Answer(gzip.compress(b"words"), headers={"Content-Encoding": "gzip"})
    assert fetcher.get(site.url("/a")).data == b"words"


def test_redirects_are_followed_and_the_last_address_is_told(site: Site, fetcher: Fetcher) -> None:
    for number in range(5):
        site.answers[f"/{number}"] = Answer(status=302, headers={"Location": f"/{number + 1}"})
    site.answers["/5"] = Answer(b"words")
    assert fetcher.get(site.url("/0")).url == site.url("/5")
    with pytest.raises(NotFetched, match="redirects more than 4 times"):
        quick(redirects=4).get(site.url("/0"))


@pytest.fixture
def only_127_0_0_1_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")


@pytest.mark.usefixtures("only_127_0_0_1_is_public")
@pytest.mark.parametrize(
    "target", ["http://127.0.0.2:{port}/secret", "//127.0.0.2:{port}/secret", "http://[::1]:{port}/"]
)
def test_a_redirect_to_a_private_address_is_refused(site: Site, target: str) -> None:
    port = site.host.rpartition(":")[2]
    site.answers["/a"] = Answer(status=301, headers={"Location": target.format(port=port)})
    with pytest.raises(NotFetched, match=r"private .*--allow-private"):
        Fetcher(limits=Limits(pause=0)).get(site.url("/a"))
    assert site.paths() == ["/a"]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://fjord.example/", "http://a:b@fjord.example/"])
def test_a_redirect_to_what_is_no_public_page_is_refused(site: Site, fetcher: Fetcher, target: str) -> None:
    site.answers["/a"] = Answer(status=302, headers={"Location": target})
    with pytest.raises(NotFetched, match=r"only http|user name"):
        fetcher.get(site.url("/a"))


@pytest.mark.usefixtures("only_127_0_0_1_is_public")
def test_a_name_that_changes_its_address_between_check_and_use_gains_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name resolves to a public address first and to a private one ever after."""
    port, looked_up = int(site.host.rpartition(":")[2]), []

    def resolve(host: str, *_: object, **__: object) -> list[Any]:
        looked_up.append(host)
        address = "127.0.0.1" if len(looked_up) == 1 else "127.0.0.2"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    site.answers["/a"] = Answer(b"words")
    fetcher = Fetcher(limits=Limits(pause=0))
    assert fetcher.get(f"http://fjord.example:{port}/a").data == b"words"
    assert len(looked_up) == 1
    with pytest.raises(NotFetched, match=r"127\.0\.0\.2"):
        fetcher.get(f"http://fjord.example:{port}/a")


def test_this_machine_is_not_asked_unless_that_is_allowed(site: Site) -> None:
    site.answers["/a"] = Answer(b"words")
    with pytest.raises(NotFetched, match=r"127\.0\.0\.1 is inside a private or reserved network; .*--allow-private"):
        Fetcher().get(site.url("/a"))
    assert site.asked == []


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"words " * 1000)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(b"w" * 200_001),
        Answer(act=endless),
        Answer(gzip.compress(b"w" * 50_000_000), headers={"Content-Encoding": "gzip"}),
    ],
    ids=["told", "streamed", "unpacked"],
)
def test_no_more_is_taken_than_the_limit(site: Site, answer: Answer) -> None:
    site.answers["/a"] = answer
    with pytest.raises(TooLarge, match="larger than 0 MB"):
        quick(size=200_000).get(site.url("/a"))


def slow_head(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    drip(handler, b"X-Word: word\r\n")


def slow_body(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    drip(handler, b"w")


def silent(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


def drip(handler: BaseHTTPRequestHandler, words: bytes) -> None:
    """Never silent for long, and never done."""
    for _ in range(60):
        handler.wfile.write(words)
        handler.wfile.flush()
        time.sleep(0.05)


@pytest.mark.parametrize("act", [silent, slow_head, slow_body])
def test_whoever_is_slow_is_cut_off_in_time(site: Site, act: Any) -> None:
    site.answers["/a"] = Answer(act=act)
    began = time.monotonic()
    with pytest.raises(NotFetched, match="was not through within 0 s; try again later"):
        quick(seconds=0.4).get(site.url("/a"))
    assert time.monotonic() - began < 2


def test_the_time_is_for_all_redirects_together(site: Site) -> None:
    def later(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.3)
        handler.send_response(302)
        handler.send_header("Location", "/a")
        handler.end_headers()

    site.answers["/a"] = Answer(act=later)
    with pytest.raises(NotFetched, match="not through"):
        quick(seconds=0.8).get(site.url("/a"))
    assert len(site.asked) <= 3


@pytest.mark.parametrize(
    ("status", "told"),
    [(404, "answered 404 Not Found; check the address"), (403, "403 Forbidden; if you may read it in a browser"),
     (500, "500 Internal Server Error; try again later"), (204, "answered 204")],
)  # fmt: skip
def test_an_answer_that_is_an_error_tells_what_to_do(site: Site, fetcher: Fetcher, status: int, told: str) -> None:
    site.answers["/a"] = Answer(status=status)
    with pytest.raises(NotFetched, match=told) as failed:
        fetcher.get(site.url("/a"))
    assert failed.value.status == status


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_wants_to_be_left_alone_is(site: Site, fetcher: Fetcher, status: int) -> None:
    site.answers["/a"] = Answer(status=status, headers={"Retry-After": "120"})
    site.answers["/b"] = Answer(b"words")
    with pytest.raises(NotFetched, match="try again in 120 s") as failed:
        fetcher.get(site.url("/a"))
    assert failed.value.wait == 120
    with pytest.raises(NotFetched, match="asked to be left alone for another 120 s"):
        fetcher.get(site.url("/b"))
    assert site.paths() == ["/a"]


def test_a_wait_may_be_told_as_a_date_and_is_never_beyond_a_week() -> None:
    in_an_hour = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 3600))
    assert 3590 < retry_after(in_an_hour) <= 3600
    assert retry_after("Mon, 04 Mar 2024 09:30:00 GMT") == 0
    assert [retry_after(told) for told in ("-5", "1e12", "inf", "nan", "")] == [0, 604800, 604800, 60, 60]


def test_a_host_is_asked_again_only_after_a_pause(site: Site) -> None:
    site.answers["/a"] = site.answers["/b"] = Answer(b"words")
    fetcher = quick(pause=0.4)
    fetcher.get(site.url("/a"))
    fetcher.get(site.url("/b"))
    assert site.asked[1].at - site.asked[0].at >= 0.4


def cut_short(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"words")


def no_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"220 mail.fjord.example ready\r\n")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer(act=cut_short), "broke off before its end"),
        (Answer(gzip.compress(b"words" * 99)[:-9], headers={"Content-Encoding": "gzip"}), "did not answer as a web"),
        (Answer(b"words", headers={"Content-Encoding": "gzip"}), "did not answer as a web server does"),
        (Answer(b"words", headers={"Content-Encoding": "br"}), "came packed as br"),
        (Answer(act=no_http), "did not answer as a web server does"),
        (Answer(act=lambda handler: None), "did not answer as a web server does"),
    ],
)
def test_a_broken_answer_is_told(site: Site, fetcher: Fetcher, answer: Answer, told: str) -> None:
    site.answers["/a"] = answer
    with pytest.raises(NotFetched, match=told):
        fetcher.get(site.url("/a"))


def test_a_host_that_is_not_there_is_told(fetcher: Fetcher) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(NotFetched, match="refused"):
            fetcher.get(f"http://127.0.0.1:{taken.getsockname()[1]}/")
    with pytest.raises(NotFetched, match=r"no host named fjord\.invalid"):
        fetcher.get("http://fjord.invalid/")


@pytest.fixture
def certificate(tmp_path: Path) -> Iterator[Path]:
    """One of this machine, which nobody vouches for; the key lies beside it."""
    if not shutil.which("openssl"):
        pytest.skip("the certificate is made with openssl")
    told = tmp_path / "certificate.pem"
    make = (
        f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=fjord -keyout {tmp_path / 'key.pem'} -out {told}"
    )
    subprocess.run([*make.split(), "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True)
    yield told
    connecting.trusted.cache_clear()


@pytest.fixture
def secure(certificate: Path) -> Iterator[str]:
    """The address of a server that speaks TLS with that certificate and answers with "words"."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_name("key.pem"))
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            line, _ = server.accept()
            with suppress(OSError), context.wrap_socket(line, server_side=True) as safe:
                safe.recv(4096)
                safe.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwords")

        Thread(target=answer, daemon=True).start()
        yield f"https://127.0.0.1:{server.getsockname()[1]}/"


def test_a_certificate_that_nobody_vouches_for_is_refused(secure: str, fetcher: Fetcher) -> None:
    with pytest.raises(NotFetched, match="certificate is not to be trusted"):
        fetcher.get(secure)


def test_a_page_comes_over_tls(secure: str, certificate: Path, fetcher: Fetcher) -> None:
    connecting.trusted().load_verify_locations(certificate)
    assert fetcher.get(secure).data == b"words"


def test_whoever_is_slow_with_tls_is_cut_off_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        began = time.monotonic()
        with pytest.raises(NotFetched, match="was not through"):
            quick(seconds=0.4).get(f"https://127.0.0.1:{server.getsockname()[1]}/")
        assert time.monotonic() - began < 2
