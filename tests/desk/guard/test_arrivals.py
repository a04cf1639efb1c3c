"""Other names (DNS rebinding), proxies, other sites."""

from __future__ import annotations

import pytest
from tests.desk.guard.conftest import PUBLIC, Visit

from pourparler.desk.guard import GuardSettings
from pourparler.errors import UsageError


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1:8765", "[::1]:8765", "LOCALHOST:8765"])
def test_this_machine_is_reached_under_its_own_names(visit: Visit, host: str) -> None:
    assert visit().get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8765", "localhost", "localhost:80", "127.0.0.1", "localhost.evil.example:8765",
     "127.0.0.1:8765.evil.example", "localhost:8765@evil.example", "", "0.0.0.0:8765", "192.0.2.1:8765"],
)  # fmt: skip
def test_a_name_that_an_attacker_points_here_is_turned_away(visit: Visit, host: str) -> None:
    answer = visit().get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "<b>" not in answer.text


def test_two_names_are_none(visit: Visit) -> None:
    assert visit().get("/", headers=[("host", "127.0.0.1:8765"), ("host", "evil.example")]).status_code == 421


def test_beyond_this_machine_the_names_given_are_served_and_no_others(visit: Visit, reader: str) -> None:
    program = visit(GuardSettings(host="192.0.2.7", host_names=("desk.example", "other.example:444")))
    answers = {
        host: program.get("/", headers={"host": host, "authorization": f"Bearer {reader}"}).status_code
        for host in ("desk.example", "desk.example:8765", "other.example:444", "192.0.2.7:8765", "localhost:8765",
                     "other.example", "desk.example:80", "sub.desk.example", "192.0.2.8:8765")
    }  # fmt: skip
    assert [host for host, status in answers.items() if status != 200] == [
        "other.example", "desk.example:80", "sub.desk.example", "192.0.2.8:8765",
    ]  # fmt: skip


def test_a_port_that_addresses_leave_out_may_be_left_out(visit: Visit) -> None:
    assert visit(GuardSettings(port=80), base="http://localhost").get("/").status_code == 200


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via", "X-Forwarded-Host"])
def test_an_open_desk_is_not_reached_through_a_proxy(visit: Visit, reader: str, header: str) -> None:
    assert visit().get("/", headers={header: "192.0.2.7"}).status_code == 403
    behind = visit(PUBLIC).get("/", headers={header: "192.0.2.7", "authorization": f"Bearer {reader}"})
    assert behind.status_code == 200


def test_every_address_without_a_name_is_refused_at_the_start() -> None:
    with pytest.raises(UsageError, match="--host-name"):
        GuardSettings(host="0.0.0.0")
    with pytest.raises(UsageError, match="no host name"):
        GuardSettings(host="192.0.2.7", host_names=("https://desk.example",))


FRAMED = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}
LINK = FRAMED | {"sec-fetch-dest": "document"}


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize(
    ("mode", "place", "status"),
    [("navigate", "document", 200), ("navigate", "iframe", 403), ("no-cors", "image", 403), ("no-cors", "script", 403),
     ("cors", "empty", 403)],
)  # fmt: skip
def test_other_sites_can_link_to_a_page_and_ask_for_nothing_else(
    visit: Visit, site: str, mode: str, place: str, status: int
) -> None:
    headers = {"sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": place}
    assert visit().get("/", headers=headers).status_code == status


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_the_desk_itself_and_whoever_types_its_address_may_ask(visit: Visit, site: str) -> None:
    assert visit().get("/api/count", headers={"sec-fetch-site": site, "sec-fetch-mode": "cors"}).status_code == 200


def test_no_other_site_is_let_read_answers(visit: Visit) -> None:
    asked = {"origin": "https://evil.example", "access-control-request-method": "POST"}
    answer = visit().options("/api/notes", headers=asked)
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_there_are_no_web_sockets(visit: Visit) -> None:
    from starlette.websockets import WebSocketDisconnect

    with pytest.raises(WebSocketDisconnect), visit().websocket_connect("/"):
        pass
