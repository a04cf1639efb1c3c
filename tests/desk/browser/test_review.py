"""Reviewing in the browser, by keyboard, and taking it back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.desk.browser.conftest import Looker

REFUSED = "/ledger?between=USA&between=CHN&type=declined"


@pytest.fixture
def looker(stories: Path, tmp_path: Path, look_at: Callable[[Path], Looker]) -> Looker:
    """A desk over the stories, in a store that the test may change."""
    own = tmp_path / "own.db"
    shutil.copy(stories, own)
    return look_at(own)


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def record(request: pytest.FixtureRequest, looker: Looker) -> Page:
    """The page of a refusal."""
    page = looker(REFUSED, script=request.param)
    page.goto(page.locator('main a[href^="/records/"]').first.get_attribute("href") or "")
    return page


def _press(page: Page, name: str) -> None:
    """Presses a button by the keyboard and waits for the page that answers."""
    page.get_by_role("button", name=name, exact=True).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _rows(page: Page) -> int:
    here = page.url
    page.goto(REFUSED)
    found = page.locator("main table tbody tr").count()
    page.goto(here)
    return found


def test_a_record_that_is_rejected_leaves_the_ledger_and_comes_back_when_that_is_undone(record: Page) -> None:
    before = _rows(record)
    _press(record, "Reject")
    assert "rejected by" in record.locator("main").inner_text()
    assert _rows(record) == before - 1
    _press(record, "Undo the last review")
    assert _rows(record) == before
    history = record.locator("table", has_text="What people said").inner_text()
    assert "reject" in history
    assert "withdrawn by" in history


def test_a_correction_shows_at_once(record: Page) -> None:
    record.locator("[name=field]").select_option("status")
    record.locator("[name=value]").fill("unanswered")
    _press(record, "Correct")
    text = record.locator("main").inner_text()
    assert "corrected by" in text
    assert "unanswered" in text
    before = record.url
    record.goto("/ledger?between=USA&between=CHN&type=unanswered&reviewed=true")
    assert record.locator(f'main a[href="{before.partition("#")[0][before.index("/records") :]}"]').count()


def test_a_correction_that_makes_no_sense_says_why_and_changes_nothing(looker: Looker, record: Page) -> None:
    looker.expected = ("400 (Bad Request)",)
    record.locator("[name=field]").select_option("status")
    record.locator("[name=value]").fill("nonsense")
    _press(record, "Correct")
    assert "Nothing was changed" in record.get_by_role("alert").inner_text()
    assert "Nobody has reviewed it yet" in record.locator("main").inner_text()


def test_notes_are_kept_and_can_be_closed_to_further_comment(record: Page) -> None:
    record.locator("textarea").fill("Asked the embassy; they confirm <b>nothing</b>.")
    _press(record, "Keep the note")
    assert "they confirm <b>nothing</b>." in record.locator("blockquote.note").inner_text()
    _press(record, "Close to further notes")
    assert "Closed to further notes" in record.locator("main").inner_text()
    assert not record.locator("textarea").count()
    _press(record, "Open to notes again")
    assert record.locator("textarea").count()
