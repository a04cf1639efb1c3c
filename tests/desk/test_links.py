"""What an article calls its address is a link only where it is one of the web."""

from __future__ import annotations

import pytest

from pourparler.desk.links import to_original


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x",
     "vbscript:x", "file:///etc/passwd", "//evil.example", "/ledger", "https:evil", "https://", "https://a@evil.example",
     "https://evil.example\u202egpj.exe", "http://[::1", "https://a\\@b.example", "", None],
)  # fmt: skip
def test_no_address(url: str | None) -> None:
    assert to_original(url) is None


@pytest.mark.parametrize(
    "url", ["https://fjord.example/a-b?c=d#e", "http://fjord.example:8080/", "https://例え.jp/ニュース"]
)
def test_an_address(url: str) -> None:
    assert to_original(url) == url
