"""Tokens, roles, sessions."""

from __future__ import annotations

import base64

import pytest
from tests.desk.guard.conftest import ABROAD, PERSON, PUBLIC, Visit, csrf_of, sign_in

from pourparler.desk.guard import GuardSettings, sessions
from pourparler.desk.guard.sessions import Sessions
from pourparler.store import Store

NOTE = "/records/co-1/note"


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def test_on_this_machine_everybody_reviews_in_the_name_given(visit: Visit) -> None:
    assert "<p>anna reviewer True False</p>" in visit().get("/").text


@pytest.mark.parametrize(
    "settings",
    [PUBLIC, GuardSettings(host="192.0.2.7", host_names=("desk.example",)), GuardSettings(tokens=True)],
)
def test_beyond_this_machine_nothing_is_shown_without_a_token(visit: Visit, settings: GuardSettings) -> None:
    base = ABROAD if settings.host_names else "http://127.0.0.1:8765"
    program = visit(settings, base=base)
    for path in ("/", "/api/count", "/openapi.json", "/nothing", "/static", "/sign-in/x", "/staticx"):
        answer = program.get(path)
        assert answer.status_code == 401, path
        assert answer.headers["www-authenticate"].startswith("Bearer")
    assert program.post(NOTE, data={"words": "x"}).status_code == 401
    assert program.app.state.noted == []


def test_a_program_shows_its_token(visit: Visit, reader: str, reviewer: str) -> None:
    program = visit(PUBLIC)
    assert "<p>Cy reader False False</p>" in program.get("/", headers=bearer(reader)).text
    assert program.post("/api/notes", json={}, headers=bearer(reviewer)).status_code == 200


def test_a_reader_cannot_review_with_or_without_the_mark(visit: Visit, reader: str) -> None:
    program = visit(PUBLIC)
    answer = program.post("/api/notes", json={}, headers=bearer(reader))
    assert (answer.status_code, program.app.state.noted) == (403, [])
    browser = visit(app=program.app, base=ABROAD)
    sign_in(browser, reader)
    csrf = csrf_of(browser.get("/", headers=PERSON).text)
    for method in ("POST", "PUT", "DELETE", "PATCH", "PROPFIND"):
        answer = browser.request(method, NOTE, data={"csrf": csrf}, headers={"origin": ABROAD})
        assert (answer.status_code, browser.app.state.noted) == (403 if method == "POST" else 405, []), method


def test_a_token_that_is_none_is_told_so_and_opens_nothing(visit: Visit, reader: str) -> None:
    program = visit(PUBLIC)
    for token in ("", "x", reader[:-1], reader[:-1] + ("A" if reader[-1] != "A" else "B"), reader.upper(), "ü"):
        header = {"authorization": f"Bearer {token}".encode()}
        assert program.get("/", headers=header).status_code in (401, 429), token


def test_a_token_that_is_revoked_holds_no_more_at_once(visit: Visit, store: Store, reviewer: str) -> None:
    program = visit(PUBLIC)
    browser = visit(app=program.app, base=ABROAD)
    sign_in(browser, reviewer)
    assert browser.get("/", headers=PERSON).status_code == 200
    assert program.get("/", headers=bearer(reviewer)).status_code == 200
    store.revoke_token("bo ek")
    assert program.get("/", headers=bearer(reviewer)).status_code == 401
    assert browser.get("/", headers=PERSON).status_code == 303
    assert sign_in(browser, reviewer).status_code == 401


def test_a_reader_of_feeds_gives_the_token_as_its_password_and_only_looks(visit: Visit, reviewer: str) -> None:
    program = visit(PUBLIC)
    told = {"authorization": "Basic " + base64.b64encode(f"me:{reviewer}".encode()).decode()}
    assert program.get("/", headers=told).status_code == 200
    assert program.post("/api/notes", json={}, headers=told).status_code == 401
    assert program.get("/", headers={"authorization": "Basic %%%"}).status_code == 401


def test_a_browser_is_led_to_the_sign_in_page_and_back(visit: Visit, reader: str) -> None:
    browser = visit(PUBLIC)
    led = browser.get("/api/count?limit=3&x=%C3%BC", headers=PERSON)
    assert led.status_code == 303
    form = browser.get(led.headers["location"], headers=PERSON)
    assert 'value="/api/count?limit=3&amp;x=%C3%BC"' in form.text
    back = sign_in(browser, reader, next="/api/count?limit=3")
    assert (back.status_code, back.headers["location"]) == (303, "/api/count?limit=3")
    assert browser.get("/api/count?limit=3", headers=PERSON).text == "3"


@pytest.mark.parametrize(
    "next", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\t/evil.example", ""]
)
def test_signing_in_leads_to_no_other_site(visit: Visit, reader: str, next: str) -> None:
    assert sign_in(visit(PUBLIC), reader, next=next).headers["location"] == "/"


def test_whoever_follows_a_link_of_another_site_stays_signed_in(visit: Visit, reader: str) -> None:
    browser = visit(PUBLIC)
    sign_in(browser, reader)
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document", **PERSON}
    stranger = visit(app=browser.app, base=ABROAD)  # the browser keeps the strict cookie back
    answer = stranger.get('/api/count?limit=3&"><script>', headers=link)
    assert "set-cookie" not in answer.headers
    assert 'content="0; url=/api/count?limit=3' in answer.text
    assert "<script>" not in answer.text


def test_signing_in_begins_a_new_session_and_out_ends_it(visit: Visit, reader: str) -> None:
    browser = visit(PUBLIC)
    before = browser.get("/sign-in").cookies["__Host-pourparler"]
    sign_in(browser, reader)
    held = browser.cookies["__Host-pourparler"]
    assert held != before
    csrf = csrf_of(browser.get("/", headers=PERSON).text)
    assert browser.post("/sign-out", headers={"origin": ABROAD}).status_code == 403
    out = browser.post("/sign-out", data={"csrf": csrf}, headers={"origin": ABROAD})
    assert (out.status_code, out.headers["location"]) == (303, "/sign-in")
    browser.cookies.set("__Host-pourparler", held)
    assert browser.get("/", headers=PERSON).status_code == 303


def test_a_session_that_somebody_chose_is_none(visit: Visit) -> None:
    browser = visit(PUBLIC)
    browser.cookies.set("__Host-pourparler", "chosen")
    assert browser.get("/", headers=PERSON).status_code == 303


def test_a_session_ends_when_it_is_not_used_and_after_a_week() -> None:
    now = 0.0
    held = Sessions(lambda: now)
    one = held.begin("token")
    now += sessions.IDLE - 1
    assert held.token_of(one) == "token"
    now += sessions.IDLE + 1
    assert held.token_of(one) is None
    two = held.begin("token")
    for _ in range(int(sessions.LONGEST / sessions.IDLE) * 2):
        now += sessions.IDLE / 2
        assert held.token_of(two) == "token"
    now += sessions.IDLE / 2
    assert held.token_of(two) is None


def test_sessions_take_no_more_room_than_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "KEPT", 2)
    held = Sessions()
    one, two, three = (held.begin(name) for name in "abc")
    assert [held.token_of(name) for name in (one, two, three)] == [None, "b", "c"]


def test_an_open_desk_has_no_sign_in_page(visit: Visit) -> None:
    assert visit().get("/sign-in").status_code == 404
