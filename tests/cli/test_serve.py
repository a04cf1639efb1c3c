"""``serve`` and ``token`` from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Result

from pourparler.desk import serving
from pourparler.desk.guard import GuardSettings
from pourparler.store import Role, open_store

Command = Callable[..., Result]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POURPARLER_STORE", str(path := tmp_path / "ledger.db"))
    monkeypatch.setenv("POURPARLER_REVIEWER", "anna")
    open_store(path, create=True).close()
    return path


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What a server would have run with; it is interrupted at once."""
    seen: list[object] = []

    class Server:
        def __init__(self, config: object) -> None:
            seen.append(config)

        def run(self, sockets: object) -> None:
            raise KeyboardInterrupt

    monkeypatch.setattr(serving.uvicorn, "Server", Server)
    return seen


def test_a_token_is_printed_once_and_listed_without_its_secret(run: Command, path: Path) -> None:
    made = run("token", "new", "bo", "--role", "reviewer")
    assert made.code == 0
    assert made.out.startswith("ppr_")
    listed = run("token", "list")
    assert listed.out.splitlines()[1].split()[:2] == ["bo", "reviewer"]
    assert made.out.strip()[13:] not in listed.out + listed.err + made.err
    with open_store(path) as store:
        assert store.find_token(made.out.strip()) is not None
    assert run("token", "revoke", "bo").code == 0
    with open_store(path) as store:
        assert store.find_token(made.out.strip()) is None


def test_a_token_is_for_looking_unless_more_is_said(run: Command, path: Path) -> None:
    run("token", "new", "cy")
    with open_store(path) as store:
        assert [token.role for token in store.tokens()] == [Role.READER]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["new"], "takes a name"),
        (["list", "bo"], "takes no name"),
        (["new", "bo", "--role", "owner"], "choose of reader, reviewer"),
        (["revoke", "bo"], "no token of 'bo' holds"),
        (["new", "ledger"], "is no name"),
    ],
)
def test_misuse_of_tokens_is_told(run: Command, path: Path, arguments: list[str], told: str) -> None:
    done = run("token", *arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_the_address_is_told_on_standard_error_and_ctrl_c_ends_it(
    run: Command, path: Path, served: list[object]
) -> None:
    done = run("serve", "--port", "0")
    assert (done.code, done.out) == (130, "")
    assert "the desk is at http://127.0.0.1:" in done.err
    assert ":0/" not in done.err
    assert "warning" not in done.err


@pytest.mark.parametrize(
    "arguments", [["--host", "0.0.0.0", "--host-name", "desk.example"], ["--host-name", "desk.example"], ["--tokens"]]
)
def test_beyond_this_machine_nothing_is_served_before_somebody_has_a_token(
    run: Command, path: Path, served: list[object], arguments: list[str]
) -> None:
    run("token", "new", "bo")
    run("token", "revoke", "bo")
    done = run("serve", "--port", "0", *arguments)
    assert (done.code, served) == (2, [])
    assert f"`pourparler token new NAME --role reviewer --store {path}`" in done.err
    run("token", "new", "bo")
    assert run("serve", "--port", "0", *arguments).code == 130
    assert len(served) == 1


def test_plain_http_beyond_this_machine_is_warned_of(run: Command, path: Path, served: list[object]) -> None:
    run("token", "new", "bo")
    done = run("serve", "--port", "0", "--host", "0.0.0.0", "--host-name", "desk.example")
    assert "warning: this is plain http" in done.err
    assert "http://desk.example:" in done.err
    assert "warning" not in run("serve", "--port", "0", "--host-name", "desk.example").err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--host", "0.0.0.0"], "--host-name"),
        (["--certificate", "a.pem"], "go together"),
        (["--host", "no.such.host.invalid"], "cannot listen on no.such.host.invalid"),
        (["--host-name", "http://x"], "is no host name"),
    ],
)
def test_misuse_is_told(run: Command, path: Path, served: list[object], arguments: list[str], told: str) -> None:
    done = run("serve", *arguments)
    assert (done.code, served) == (2, [])
    assert told in done.err


def test_a_port_that_is_taken_is_told(run: Command, path: Path, served: list[object]) -> None:
    with serving.listen("127.0.0.1", 0) as held:
        done = run("serve", "--port", str(held.getsockname()[1]))
    assert done.code == 2
    assert "choose another --port" in done.err


def test_a_store_that_is_not_there_is_told(run: Command, tmp_path: Path, served: list[object]) -> None:
    done = run("serve", "--port", "0", "--store", str(tmp_path / "none.db"))
    assert (done.code, served) == (2, [])
    assert "no store at" in done.err


def test_proxies_are_believed_only_where_one_is_meant_to_be(run: Command, path: Path, served: list[object]) -> None:
    run("token", "new", "bo")
    for arguments in ([], ["--host-name", "desk.example"], ["--host", "0.0.0.0", "--host-name", "desk.example"]):
        run("serve", "--port", "0", *arguments)
    assert [config.proxy_headers for config in served] == [False, True, False]  # type: ignore[attr-defined]


def test_an_address_of_version_6_is_told_in_brackets() -> None:
    assert serving.address_of(GuardSettings(host="::1", port=80), None) == "http://[::1]:80/"


@pytest.mark.parametrize("files", [("none.crt", "none.key"), ("ledger.db", "none.key"), (".", ".")])
def test_a_certificate_that_will_not_do_is_not_told_as_a_full_disk(
    run: Command, path: Path, files: tuple[str, str]
) -> None:
    certificate, key = (str(path.parent / name) for name in files)
    result = run("serve", "--port", "0", "--certificate", certificate, "--key", key)
    assert result.code == 2
    assert key in result.err or certificate in result.err
    assert "name a file in PEM" in result.err
    assert "free some space" not in result.err
