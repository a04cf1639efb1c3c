"""Articles that mean harm are shown harmlessly."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.pages.making import FORMULA, Seen, contact_of, contradiction, disputed, fill, hostile

from pourparler.desk import create_app
from pourparler.desk.downloading import file_name
from pourparler.desk.filters import Asked
from pourparler.exports.choices import Format
from pourparler.store import open_store

KINDS = ("contact", "statement", "event", "dispute")


@pytest.fixture
def name(tmp_path: Path) -> str:
    one, other = disputed(hostile("a")), hostile("b")
    fill(tmp_path / "s.db", (one, True), (other, True))
    with open_store(tmp_path / "s.db") as store:
        with store.writing() as writer:
            writer.judge.keep([contradiction(one.contacts[0].id, other.contacts[0].id)], scope="NOR SWE")
        with store.reviewing("<b>anna</b>‮") as reviewer:
            reviewer.note(one.contacts[0].id, "<script>alert(4)</script>‮")
        return contact_of(store).id


@pytest.fixture
def desk(tmp_path: Path, name: str) -> Iterator[TestClient]:
    with TestClient(create_app(tmp_path / "s.db"), base_url="http://127.0.0.1:8765") as client:
        yield client


@pytest.mark.parametrize(
    "address",
    [
        *(f"/ledger?kind={kind}" for kind in KINDS), "/disputes", "/rows?id={name}", "/rows?deed={name}",
        "/threads/{name}", "/records/{name}", "/ledger?person=<script>alert(5)</script>", "/rows?id=<script>",
        "/ledger?type=<b>", "/ledger?between=<i>", "/disputes?between=<script>&between=%E2%80%AE",
    ],
)  # fmt: skip
def test_nothing_of_an_article_or_address_runs_or_turns_the_line(desk: TestClient, name: str, address: str) -> None:
    answer = desk.get(address.format(name=name), headers={"accept": "text/html"})
    assert answer.status_code == (400 if "between" in address or "type" in address else 200)
    page = Seen(answer.text)
    assert "script" not in page.tags
    assert not {"img", "iframe", "b>", "object"} & set(page.tags)
    assert not page.running
    assert all(one.startswith(("/", "#", "?")) for one in page.links), page.links
    assert not re.search("[‪-‮⁦-⁩\x00-\x08\x1b]", answer.text)
    assert len(answer.text) < 300_000


def test_every_record_page_stands_the_same(desk: TestClient) -> None:
    for kind in KINDS:
        for found in set(re.findall(r'href="(/records/[^"]+)"', desk.get(f"/ledger?kind={kind}").text)):
            page = Seen(desk.get(found).text)
            assert "script" not in page.tags
            assert not page.running


def test_a_hostile_form_is_told_as_text(desk: TestClient, name: str) -> None:
    found = re.search(r'name="csrf" value="([^"]+)"', desk.get(f"/records/{name}").text)
    assert found
    said = {"csrf": found[1], "verb": "correct", "field": "<script>alert(6)</script>", "value": "<img>"}
    answer = desk.post(f"/records/{name}/review", data=said)
    assert answer.status_code == 400
    assert not {"script", "img", "i"} & set(Seen(answer.text).tags)


def test_csv_holds_no_formula(desk: TestClient) -> None:
    rows = list(csv.reader(io.StringIO(desk.get("/ledger.csv").text)))
    assert len(rows) == 3
    cells = [cell for row in rows[1:] for cell in row]
    assert any(FORMULA[:10] in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_a_file_name_is_letters_and_digits(desk: TestClient) -> None:
    assert desk.get('/ledger.csv?between="%0d%0aX-Evil: 1&between=../../etc').status_code == 400
    asked = Asked(between=['"\r\nX-Evil: 1', "../../etc"], by="<b>")
    assert re.fullmatch(r"[A-Za-z0-9.-]+", file_name(asked, Format.CSV))
