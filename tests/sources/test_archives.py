"""Web archives: the pages that answered well, and what is wrong with others."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.sources.serving import SENTENCES, page
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pourparler.records import Article, Failure
from pourparler.sources import capture_sources, read_sources
from pourparler.sources.intake import Captured

Build = Callable[[WARCWriter], None]
HTML = "text/html; charset=utf-8"


def archive(*records: Build, packed: bool = True) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    for record in records:
        record(writer)
    return stream.getvalue()


def response(
    url: str, body: bytes = b"", *, status: str = "200 OK", kind: str = HTML, headers: tuple[tuple[str, str], ...] = ()
) -> Build:
    def write(writer: WARCWriter) -> None:
        told = StatusAndHeaders(status, [("Content-Type", kind), *headers], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=told))

    return write


def other(kind: str) -> Build:
    def write(writer: WARCWriter) -> None:
        if kind == "revisit":
            told = StatusAndHeaders("200 OK", [("Content-Type", HTML)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_revisit_record("https://a.example/r", "sha1:A", "https://a.example/1", "2024-03-05", told)
            )
        elif kind == "warcinfo":
            writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
        else:
            told = StatusAndHeaders("GET / HTTP/1.1", [("Host", "a.example")], is_http_request=True)
            writer.write_record(writer.create_warc_record("https://a.example/", "request", http_headers=told))

    return write


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.warc.gz", archive(response("https://fjord.example/1", page()))),
        ("a.warc", archive(response("https://fjord.example/1", page()), packed=False)),
        ("whole.warc.gz", gzip.compress(archive(response("https://fjord.example/1", page()), packed=False))),
        ("a.bin", archive(response("https://fjord.example/1", page()))),
    ],
)
def test_a_page_in_an_archive_is_an_article_known_by_its_address(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (item,) = capture_sources([tmp_path / name])
    assert isinstance(item, Captured)
    assert (item.article.url, item.article.key) == ("https://fjord.example/1", "https://fjord.example/1")
    assert (item.article.outlet, item.article.source) == ("The Fjord", str(tmp_path / name))
    assert item.source == page()
    assert SENTENCES[0] in item.article.text


def test_only_pages_that_answered_well_are_looked_at(tmp_path: Path) -> None:
    packed = gzip.compress(page("Packed"))
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (packed[:100], packed[100:])) + b"0\r\n\r\n"
    (tmp_path / "a.warc.gz").write_bytes(
        archive(
            other("warcinfo"),
            other("request"),
            response("https://a.example/1", page("First")),
            other("revisit"),
            response("https://a.example/p.png", b"\x89PNG....", kind="image/png"),
            response("https://a.example/moved", page(), status="301 Moved"),
            response("https://a.example/gone", page(), status="404 Not Found"),
            response(
                "https://a.example/2", chunked, headers=(("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"))
            ),
        )
    )
    found = list(read_sources([tmp_path / "a.warc.gz"]))
    assert [item.title for item in found if isinstance(item, Article)] == ["First", "Packed"]
    assert [item for item in found if isinstance(item, Failure)] == []


def test_a_page_that_is_no_article_is_a_failure_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(
        archive(
            response("https://a.example/", b"<html><body><a href='/'>Home</a></body></html>"),
            response("https://a.example/odd", b"\x11\x22\x33" * 50, headers=(("Content-Encoding", "br"),)),
            response(
                "https://a.example/bad",
                gzip.compress(page())[:-300] + b"x" * 300,
                headers=(("Content-Encoding", "gzip"),),
            ),
            response("https://a.example/1", page("First")),
        )
    )
    front, odd, bad, article = read_sources([tmp_path / "a.warc.gz"])
    assert isinstance(front, Failure)
    assert front.input == f"{tmp_path / 'a.warc.gz'}#https://a.example/"
    assert "no running text" in front.message
    assert isinstance(odd, Failure)
    assert "packed as br" in odd.message
    assert isinstance(bad, Failure)
    assert "damaged" in bad.message
    assert isinstance(article, Article)


def test_an_archive_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    data = archive(*(response(f"https://a.example/{n}", page(f"Part {n}")) for n in range(3)))
    (tmp_path / "a.warc.gz").write_bytes(data[:-200])
    first, second, third, whole = read_sources([tmp_path / "a.warc.gz"])
    assert [item.title for item in (first, second) if isinstance(item, Article)] == ["Part 0", "Part 1"]
    assert isinstance(third, Failure)
    assert (third.input, third.message) == (
        f"{tmp_path / 'a.warc.gz'}#https://a.example/2",
        "breaks off before its end",
    )
    assert isinstance(whole, Failure)
    assert "is cut short as a gzip file; what is before that place was read" in whole.message


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"no archive at all\r\n" * 9, "damaged behind record 0"), (archive(other("warcinfo")), "holds no HTML page")],
)
def test_what_is_no_archive_of_pages_is_one_failure(tmp_path: Path, data: bytes, told: str) -> None:
    (tmp_path / "a.warc").write_bytes(data)
    (failure,) = read_sources([tmp_path / "a.warc"])
    assert isinstance(failure, Failure)
    assert told in failure.message


def test_nothing_is_written_to_standard_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = archive(response("https://a.example/1", page()), packed=False)
    wrong = data.replace(b"Content-Length: ", b"Content-Length: 1", 1)
    (tmp_path / "a.warc").write_bytes(wrong)
    assert list(read_sources([tmp_path / "a.warc"]))
    assert capfd.readouterr().err == ""
