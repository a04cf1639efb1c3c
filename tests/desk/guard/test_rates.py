"""Too much at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.desk.guard.conftest import PERSON, PUBLIC, Visit, sign_in
from tests.desk.guard.test_doors import bearer

from pourparler.desk.guard import GuardSettings
from pourparler.desk.guard.chain import Refused
from pourparler.desk.guard.rates import Buckets
from pourparler.desk.guard.settings import Pace, Rate

FEW, MANY, NONE = Rate(0.1, 3), Rate(1000, 1000), Rate(0.1, 1)


def test_a_bucket_fills_up_again_with_time() -> None:
    now = 0.0
    buckets = Buckets(Rate(0.5, 2), lambda: now)
    buckets.draw("a")
    buckets.draw("a")
    with pytest.raises(Refused) as refused:
        buckets.draw("a")
    assert (refused.value.status_code, refused.value.headers) == (429, {"retry-after": "2"})
    buckets.draw("b")
    now += 2
    buckets.draw("a")
    with pytest.raises(Refused):
        buckets.draw("a")
    now += 1000
    buckets.draw("a")
    buckets.draw("a")
    with pytest.raises(Refused):
        buckets.draw("a")


def test_buckets_take_no_more_room_than_there_is() -> None:
    buckets = Buckets(FEW, kept=100)
    for number in range(1000):
        buckets.draw(str(number))
    assert len(buckets) == 100


def test_an_address_that_asks_too_much_is_told_how_long_to_wait(visit: Visit) -> None:
    browser = visit(GuardSettings(pace=Pace(address=FEW)))
    answers = [browser.get("/") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert int(answers[-1].headers["retry-after"]) == 10
    other = visit(app=browser.app, base="http://127.0.0.1:8765", client=("127.0.0.2", 1))
    assert other.get("/").status_code == 200


def test_an_address_counts_whatever_name_it_asks_under(visit: Visit) -> None:
    browser = visit(GuardSettings(pace=Pace(address=FEW)))
    answers = [browser.get("/", headers={"host": f"{number}.example"}).status_code for number in range(4)]
    assert answers == [421, 421, 421, 429]


def test_a_token_that_asks_too_much_waits_wherever_it_asks_from(visit: Visit, reader: str, reviewer: str) -> None:
    program = visit(replace(PUBLIC, pace=Pace(address=MANY, token=FEW)))
    assert [program.get("/", headers=bearer(reader)).status_code for _ in range(4)] == [200, 200, 200, 429]
    other = visit(app=program.app, base="https://desk.example", client=("192.0.2.9", 1))
    assert other.get("/", headers=bearer(reader)).status_code == 429
    assert other.get("/", headers=bearer(reviewer)).status_code == 200


def test_signing_in_in_vain_is_slowed_down_and_no_better_token_helps(visit: Visit, reader: str) -> None:
    browser = visit(replace(PUBLIC, pace=Pace(address=MANY, failures=FEW)))
    assert [sign_in(browser, "ppr_wrong").status_code for _ in range(4)] == [401, 401, 401, 429]
    assert sign_in(browser, reader).status_code == 429


def test_programs_with_wrong_tokens_are_slowed_down_and_others_beside_them_are_not(visit: Visit, reader: str) -> None:
    program = visit(replace(PUBLIC, pace=Pace(address=MANY, failures=FEW)))
    assert [program.get("/", headers=bearer("no")).status_code for _ in range(4)] == [401, 401, 401, 429]
    assert program.get("/", headers=bearer(reader)).status_code == 200


def test_twenty_readers_on_one_machine_are_not_slowed_down(visit: Visit) -> None:
    browser = visit()
    assert {browser.get("/", headers=PERSON).status_code for _ in range(200)} == {200}
