"""Cross-site request forgery."""

from __future__ import annotations

from typing import Any

import pytest
from tests.desk.guard.conftest import ABROAD, LOCAL, PERSON, PUBLIC, Visit, csrf_of, sign_in

NOTE = "/records/co-1/note"
OWN = {"origin": LOCAL, "sec-fetch-site": "same-origin"}


def post(browser: Any, csrf: str | None, headers: dict[str, str] = OWN, **more: Any) -> Any:
    fields = {"words": "seen"} | ({} if csrf is None else {"csrf": csrf})
    return browser.post(NOTE, data=fields, headers=headers, **more)


def test_the_desks_own_form_is_taken_in_the_reviewers_name(visit: Visit) -> None:
    browser = visit()
    assert post(browser, csrf_of(browser.get("/").text)).text == "noted"
    assert browser.app.state.noted == [("anna", "co-1", "seen")]


@pytest.mark.parametrize("csrf", [None, "", "0" * 64, "ü"])
def test_a_form_without_the_mark_is_not_taken(visit: Visit, csrf: str | None) -> None:
    browser = visit()
    browser.get("/")
    answer = post(browser, csrf)
    assert (answer.status_code, browser.app.state.noted) == (403, [])
    assert "out of date" in answer.text


def test_the_mark_without_the_cookie_is_none(visit: Visit) -> None:
    browser = visit()
    csrf = csrf_of(browser.get("/").text)
    browser.cookies.clear()
    assert post(browser, csrf).status_code == 403
    browser.cookies.set("pourparler", ".0123")
    assert post(browser, csrf).status_code == 403
    assert browser.app.state.noted == []


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example"}, {"origin": "null"}, {"origin": "http://127.0.0.1:3000"},
     {"origin": "http://localhost:8765"}, {"origin": "https://127.0.0.1:8765"}],
)  # fmt: skip
def test_a_form_of_another_origin_is_not_taken_even_with_the_mark(visit: Visit, headers: dict[str, str]) -> None:
    browser = visit()
    csrf = csrf_of(browser.get("/").text)
    assert post(browser, csrf, headers).status_code == 403
    assert post(browser, csrf, {"origin": LOCAL}).status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_a_form_that_the_browser_says_is_of_another_site_is_not_taken(visit: Visit, site: str) -> None:
    browser = visit()
    headers = {"sec-fetch-site": site, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert post(browser, csrf_of(browser.get("/").text), headers).status_code == 403


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(visit: Visit) -> None:
    line = visit().get("/").headers["set-cookie"]
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(line.split("; "))
    assert "Secure" not in line
    abroad = visit(PUBLIC).get("/sign-in").headers["set-cookie"]
    assert abroad.startswith("__Host-pourparler=")
    assert "Secure" in abroad.split("; ")


def test_the_cookie_comes_with_pages_alone_and_once(visit: Visit) -> None:
    browser = visit()
    assert "set-cookie" not in browser.get("/api/count").headers
    assert "set-cookie" in browser.get("/").headers
    assert "set-cookie" not in browser.get("/").headers


def test_every_server_has_marks_of_its_own(visit: Visit) -> None:
    one, other = visit(), visit()
    csrf = csrf_of(one.get("/").text)
    assert csrf_of(other.get("/").text) != csrf
    assert post(other, csrf).status_code == 403


def test_a_script_may_send_the_mark_as_a_header(visit: Visit) -> None:
    browser = visit()
    csrf = csrf_of(browser.get("/").text)
    assert browser.post("/api/notes", json={"a": 1}, headers=OWN | {"x-csrf": csrf}).status_code == 200
    assert browser.post("/api/notes", json={"a": 1}, headers=OWN | {"x-csrf": "no"}).status_code == 403


def test_a_form_with_files_is_checked_too(visit: Visit) -> None:
    browser = visit()
    csrf = csrf_of(browser.get("/").text)
    files = {"file": ("a.txt", b"text")}
    assert browser.post(NOTE, data={"csrf": csrf, "words": "x"}, files=files, headers=OWN).status_code == 200
    assert browser.post(NOTE, data={"words": "x"}, files=files, headers=OWN).status_code == 403
    broken = browser.post(NOTE, content=b"--x", headers=OWN | {"content-type": "multipart/form-data"})
    assert broken.status_code in (400, 403)


def test_a_program_on_this_machine_sends_json_without_a_mark(visit: Visit) -> None:
    program = visit()
    assert program.post("/api/notes", json={"a": 1}).json() == {"noted": 1}


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}]
)
def test_a_browser_is_no_program(visit: Visit, headers: dict[str, str]) -> None:
    assert visit().post("/api/notes", json={"a": 1}, headers=headers).status_code == 403


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_json_in_disguise_as_other_sites_can_send_it_is_not_taken(visit: Visit, kind: str) -> None:
    answer = visit().post("/api/notes", content=b'{"a": 1}', headers={"content-type": kind})
    assert answer.status_code == 403


def test_a_session_has_a_mark_of_its_own(visit: Visit, reviewer: str, reader: str) -> None:
    one = visit(PUBLIC)
    other = visit(app=one.app, base=ABROAD)
    sign_in(one, reviewer)
    sign_in(other, reviewer)
    csrf = csrf_of(one.get("/", headers=PERSON).text)
    assert csrf_of(other.get("/", headers=PERSON).text) != csrf
    assert post(other, csrf, {"origin": ABROAD}).status_code == 403
    assert post(one, csrf, {"origin": ABROAD}).status_code == 200
    assert one.app.state.noted == [("Bo Ek", "co-1", "seen")]


def test_nobody_is_signed_in_by_another_site(visit: Visit, reviewer: str) -> None:
    browser = visit(PUBLIC)
    csrf = csrf_of(browser.get("/sign-in").text)
    fields = {"token": reviewer, "csrf": csrf}
    assert browser.post("/sign-in", data=fields, headers={"origin": "https://evil.example"}).status_code == 403
    assert browser.post("/sign-in", data={"token": reviewer}, headers={"origin": ABROAD}).status_code == 403
    browser.cookies.clear()
    assert browser.post("/sign-in", data=fields, headers={"origin": ABROAD}).status_code == 403
