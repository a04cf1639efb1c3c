"""Only public hosts are fetched from, whatever their name says, and only over http and https."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

from pourparler.errors import NotFetched
from pourparler.sources.addresses import is_public, parse_address, plain_address, resolve


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fe80::1%eth0",
        "fc00::1", "fd12::1", "ff02::1", "fec0::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a00:1::", "2001:0:7f00:1::",
    ],
)  # fmt: skip
def test_private_local_shared_and_reserved_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_that_anyone_can_reach_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("ftp://fjord.example/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("gopher://127.0.0.1/", "only http and https"),
        ("http://ann:secret@fjord.example/", "user name or password"),
        ("https://ann@fjord.example/", "user name or password"),
        ("http:///a", "names no host"),
        ("http://fjord.example:99999/", "no address"),
        ("http://[::1", "no address"),
        (f"http://{'a' * 70}.example/", "no address"),
    ],
)
def test_what_is_no_public_page_is_refused_before_anything_is_asked(url: str, told: str) -> None:
    with pytest.raises(NotFetched, match=told):
        parse_address(url)


def test_an_address_is_asked_for_as_the_web_has_it() -> None:
    address = parse_address("HTTPS://Bücher.example/ä b?q=å&r=1#top")
    assert (address.scheme, address.host, address.port) == ("https", "xn--bcher-kva.example", 443)
    assert address.target == "/%C3%A4%20b?q=%C3%A5&r=1"


def test_marks_that_track_a_reader_are_no_part_of_an_address() -> None:
    assert plain_address("https://a.example/x?utm_source=rss&id=2&utm_medium=y#z") == "https://a.example/x?id=2"
    assert plain_address("https://a.example/x?q=a+b%2C") == "https://a.example/x?q=a+b%2C"


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes every name resolve to these addresses."""

    def resolving(*addresses: str) -> None:
        found = [
            (socket.AF_INET6 if ":" in a else socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, 80)) for a in addresses
        ]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)

    return resolving


def test_a_public_name_that_leads_to_a_private_address_is_refused(names: Callable[..., None]) -> None:
    names("10.0.0.7", "::1")
    with pytest.raises(NotFetched, match=r"fjord.example is at 10.0.0.7, ::1, .* --allow-private"):
        resolve(parse_address("http://fjord.example/"), allow_private=False)


def test_of_a_name_with_public_and_private_addresses_only_the_public_are_tried(names: Callable[..., None]) -> None:
    names("192.168.0.1", "93.184.215.14", "127.0.0.1")
    found = resolve(parse_address("http://fjord.example/"), allow_private=False)
    assert [place[0] for _, place in found] == ["93.184.215.14"]
    assert len(resolve(parse_address("http://fjord.example/"), allow_private=True)) == 3


@pytest.mark.parametrize("host", ["localhost", "127.1", "0x7f000001", "2130706433", "[::1]", "[::ffff:127.0.0.1]"])
def test_odd_spellings_of_this_machine_are_private(host: str) -> None:
    with pytest.raises(NotFetched, match=r"private|no host named"):
        resolve(parse_address(f"http://{host}/"), allow_private=False)
