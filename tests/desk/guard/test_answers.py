"""Headers, limits, errors, the log."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator

import pytest
from tests.desk.guard.conftest import LOCAL, PERSON, PUBLIC, Visit, csrf_of, sign_in
from tests.desk.guard.test_doors import bearer

from pourparler.desk.guard import GuardSettings
from pourparler.desk.guard.chain import Refused
from pourparler.desk.guard.logs import clean, log_to_stderr, note
from pourparler.desk.guard.settings import Bounds
from pourparler.desk.guard.sizes import Sizes

PROBLEM = "application/problem+json"
INSIDE = ("/home", "secret", "SELECT", "Traceback", "sqlite", ".py", "no such table", "doctor", "RuntimeError")
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [("/", {}, 200), ("/nothing", {}, 404), ("/records/x/note", {}, 405), ("/fails/store", {}, 503),
     ("/fails/other", {}, 500), ("/api/count?limit=x", {}, 400), ("/", {"host": "evil.example"}, 421),
     ("/", {"sec-fetch-site": "cross-site"}, 403), ("/?" + "x" * 9000, {}, 414), ("/", {"x": "y" * 17000}, 431)],
)  # fmt: skip
def test_every_answer_has_the_headers_errors_too(visit: Visit, path: str, headers: dict[str, str], status: int) -> None:
    answer = visit().get(path, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-security-policy"] == POLICY
    told = {name: answer.headers[name] for name in (
        "x-content-type-options", "x-frame-options", "referrer-policy", "cross-origin-opener-policy",
        "cross-origin-resource-policy", "cache-control",
    )}  # fmt: skip
    assert list(told.values()) == ["nosniff", "DENY", "same-origin", "same-origin", "same-origin", "no-store"]
    assert "camera=()" in answer.headers["permissions-policy"]
    assert "server" not in answer.headers


def test_no_page_loosens_the_headers(visit: Visit) -> None:
    answer = visit().get("/tagged")
    assert answer.headers.get_list("content-security-policy") == [POLICY]
    assert answer.headers["cache-control"] == "private, no-cache"


def test_https_is_demanded_for_the_future_where_it_is_spoken(visit: Visit) -> None:
    assert "strict-transport-security" in visit(PUBLIC).get("/sign-in").headers
    assert "strict-transport-security" not in visit().get("/").headers


# --- sizes -------------------------------------------------------------------------------------------


def test_a_body_is_limited_whether_it_tells_its_length_or_not(visit: Visit) -> None:
    program = visit(GuardSettings(bounds=Bounds(body=1000)))

    def chunks() -> Iterator[bytes]:
        yield b'{"a": "'
        for _ in range(10):
            yield b"x" * 200
        yield b'"}'

    assert program.post("/api/notes", json={"a": "x" * 900}).status_code == 200
    assert program.post("/api/notes", json={"a": "x" * 1000}).status_code == 413
    headers = {"content-type": "application/json"}
    assert program.post("/api/notes", content=chunks(), headers=headers).status_code == 413
    assert program.post("/api/notes", content=b"{}", headers=headers | {"content-length": "+2"}).status_code == 400
    assert len(program.app.state.noted) == 1


def test_a_form_is_limited_before_it_is_understood(visit: Visit) -> None:
    browser = visit(GuardSettings(bounds=Bounds(body=1000)))
    fields = {"csrf": csrf_of(browser.get("/").text), "words": "x" * 2000}
    assert browser.post("/records/co-1/note", data=fields, headers={"origin": LOCAL}).status_code == 413
    many = {"csrf": csrf_of(browser.get("/").text)} | {f"f{number}": "" for number in range(220)}
    assert visit().post("/records/co-1/note", data=many).status_code in (400, 403)


@pytest.mark.parametrize("path", ["/?a=" + "x" * 9000, "/" + "x" * 9000])
def test_an_address_is_limited(visit: Visit, path: str) -> None:
    assert visit().get(path).status_code == 414


def test_headers_are_limited_in_number_and_length(visit: Visit) -> None:
    assert visit().get("/", headers={f"x-{number}": "" for number in range(120)}).status_code == 431


def test_a_body_that_does_not_come_is_waited_for_only_so_long() -> None:
    async def app(scope: object, receive: object, send: object) -> None:
        await receive()  # type: ignore[operator]

    async def never() -> dict[str, object]:
        await asyncio.sleep(60)
        return {}

    scope = {"type": "http", "method": "POST", "raw_path": b"/", "query_string": b"", "headers": []}
    with pytest.raises(Refused) as refused:
        asyncio.run(Sizes(app, Bounds(seconds=0.05))(scope, never, never))  # type: ignore[arg-type]
    assert refused.value.status_code == 408


# --- errors ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["store", "usage", "other"])
@pytest.mark.parametrize(("accept", "form"), [("text/html", "text/html"), ("application/json", PROBLEM)])
def test_a_page_of_an_error_shows_nothing_of_the_inside(
    visit: Visit, how: str, accept: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to_stderr()
    answer = visit().get(f"/fails/{how}", headers={"accept": accept})
    assert answer.status_code == {"store": 503, "usage": 400, "other": 500}[how]
    assert answer.headers["content-type"].startswith(form)
    assert [word for word in INSIDE if word in answer.text] == []
    assert "/home/anna/secret.db" in capsys.readouterr().err


def test_an_error_that_nobody_expected_is_told_by_a_number_that_the_log_has_too(
    visit: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to_stderr()
    told = visit().get("/fails/other", headers=PERSON).text
    number = told.partition("under the number ")[2][:8]
    logged = capsys.readouterr().err
    assert f"error {number}\n  | Traceback" in logged
    assert all(line.startswith(("pourparler: ", "  | ")) for line in logged.splitlines())


@pytest.mark.parametrize("path", ["/<script>alert(1)</script>", "/%3Cscript%3E", "/api/count?limit=<script>"])
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_nothing_that_was_sent_is_shown_again(visit: Visit, path: str, accept: str) -> None:
    assert "<script" not in visit().get(path, headers={"accept": accept}).text


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_what_is_wrong_with_a_parameter_is_told_by_its_name_and_what_was_given(visit: Visit, accept: str) -> None:
    path = "/api/count" if accept == "application/json" else "/count"
    told = visit().get(f"{path}?limit=99\u202emany{'x' * 400}", headers={"accept": accept}).text
    for word in ("limit", "expected a whole number, not “99\\u202emany"):
        assert word in told.replace("\\\\", "\\")
    assert "xxx…" in told
    assert "x" * 50 not in told


def test_a_token_that_is_sent_where_none_is_wanted_is_not_shown_again(visit: Visit) -> None:
    assert "ppr_" not in visit().get("/count?token=ppr_abcdefgh_secret", headers=PERSON).text


# --- the log -----------------------------------------------------------------------------------------


def test_the_log_shows_no_token_and_no_line_that_somebody_forged(
    visit: Visit, reviewer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to_stderr()
    program = visit(PUBLIC)
    program.get(f"/{reviewer}%0a%1b[31mpourparler:%20forged%e2%80%ae", headers={"accept": "text/html"})
    program.get(f"/x{reviewer}", headers={"host": "evil.example"})
    program.get("/", headers=bearer(reviewer[:-1] + "*"))
    program.get("/%0apourparler:%20forged", headers={"host": "evil.example"})
    sign_in(program, reviewer)
    sign_in(program, reviewer[:-1])
    logging.getLogger("uvicorn.error").error("odd: %s\nforged", reviewer)
    logged = capsys.readouterr().err
    assert reviewer.rpartition("_")[2][:20] not in logged
    assert reviewer[13:30] not in logged
    assert all(line.startswith("pourparler: ") for line in logged.splitlines())
    assert "pourparler: forged" not in [line[:18] for line in logged.splitlines()]
    assert "\x1b" not in logged
    assert "Bo Ek (reviewer) signed in" in logged


def test_a_line_of_the_log_is_one_line() -> None:
    assert clean("a\r\nb\u2028c\u202ed") == "a b c\\u202ed"
    note("nothing %s", "\n")
