"""A server on a real socket: what is not HTTP, what never comes, how it ends."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from pourparler.desk import create_app, serving
from pourparler.desk.guard import GuardSettings
from pourparler.store import open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    open_store(path := tmp_path / "ledger.db", create=True).close()
    return path


@pytest.fixture
def port(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A desk that is served from a thread of this process."""
    monkeypatch.setattr(serving, "HEAD_SECONDS", 0.3)
    monkeypatch.setattr(serving, "OF_ONE", 5)
    with serving.listen("127.0.0.1", 0) as heard:
        port = heard.getsockname()[1]
        settings = GuardSettings(port=port)
        server = uvicorn.Server(serving.configuration(create_app(path, settings), settings))
        thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[heard])))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield port
        server.should_exit = True
        thread.join()


def ask(port: int, *parts: bytes, wait: float = 0.0) -> bytes:
    """What comes back until the connection ends."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as sent:
        try:
            for part in parts:
                sent.sendall(part)
                time.sleep(wait)
            return b"".join(iter(lambda: sent.recv(65536), b""))
        except (ConnectionResetError, BrokenPipeError):
            return b""


def head(port: int, path: str = "/nothing", more: str = "") -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n{more}\r\n".encode()


def test_a_request_is_answered_with_the_headers(port: int) -> None:
    answer = ask(port, head(port))
    assert answer.startswith(b"HTTP/1.1 404")
    assert b"content-security-policy: default-src 'none'" in answer
    assert b"\r\nserver:" not in answer.lower()


@pytest.mark.parametrize(
    "sent", [b"GARBAGE\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"\x16\x03\x01\r\n\r\n"]
)
def test_what_is_no_request_is_refused_without_telling_of_the_inside(port: int, sent: bytes) -> None:
    answer = ask(port, sent)
    assert answer[:12] in (b"HTTP/1.1 400", b"HTTP/1.1 421")
    assert b"Traceback" not in answer
    assert b".py" not in answer


def test_a_head_that_grows_without_end_is_cut_off(port: int) -> None:
    assert ask(port, head(port, more="X: " + "y" * 40_000 + "\r\n"))[9:12] in (b"400", b"431", b"")


def test_who_connects_and_says_nothing_or_too_slowly_is_let_go(port: int) -> None:
    began = time.monotonic()
    assert ask(port) == b""
    assert ask(port, *(bytes([byte]) for byte in head(port)), wait=0.05) == b""
    assert time.monotonic() - began < 5


def test_a_connection_that_is_kept_must_come_to_its_next_request(port: int) -> None:
    kept = f"GET /nothing HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    began = time.monotonic()
    assert ask(port, kept, b"G", b"E", b"T", wait=0.1).count(b"HTTP/1.1") == 1
    assert time.monotonic() - began < 5


def test_one_address_holds_only_so_many_connections(port: int) -> None:
    held = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(12)]
    time.sleep(0.2)
    open_still = 0
    for one in held:
        one.setblocking(False)
        try:
            open_still += one.recv(1) != b""
        except BlockingIOError:
            open_still += 1
        except ConnectionResetError:
            pass
        one.close()
    assert open_still <= 5


def test_a_body_without_a_length_is_limited_on_the_wire(port: int) -> None:
    start = (
        f"POST /nothing HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nTransfer-Encoding: chunked\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    ).encode()
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=10) as sent:
        sent.sendall(start)
        try:
            for _ in range(40):
                sent.sendall(chunk)
            answer = sent.recv(65536)
        except (ConnectionResetError, BrokenPipeError):
            answer = b"HTTP/1.1 413"
    assert answer.startswith(b"HTTP/1.1 413")


def heed_ctrl_c() -> None:
    """Tests that run in the background have been told to ignore it, and their programs with them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process there")
def test_ctrl_c_ends_the_program_quietly(path: Path) -> None:
    program = [sys.executable, "-m", "pourparler", "serve", "--port", "0", "--store", str(path)]
    with subprocess.Popen(
        program, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ, preexec_fn=heed_ctrl_c
    ) as served:
        assert served.stderr is not None
        line = served.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        assert found, line
        assert ask(int(found[1]), head(int(found[1]))).startswith(b"HTTP/1.1 404")
        served.send_signal(signal.SIGINT)
        out, err = served.communicate(timeout=20)
    assert (served.returncode, out) == (130, "")
    assert "Traceback" not in err
    assert err.splitlines()[-1] == "pourparler: stopped"
