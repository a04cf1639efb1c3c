"""Every figure of a page leads by links alone to the quoted words behind it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

Look = Callable[..., Page]
#: The pages that count something, and where to find one of those that are named by what the store holds.
COUNTING = (
    ("/", None), ("/pairs/USA/CHN", None), ("/pairs/GRC/TUR", None), ("/people", None),
    ("/outlets", None), ("/ledger?between=USA&between=CHN", None), ("/people", "/people/"), ("/outlets", "/outlets/"),
    ("/ledger?between=USA&between=CHN&type=held", "/threads/"),
)  # fmt: skip
#: Days, months, years and stretches of them are no figures, nor is nothing at all.
_DAYS = re.compile(
    r"(\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December)( \d{4})?"
    r"|\d{4}(-\d{2}(-\d{2})?)?(\.\.(\d{4}-)?(\d{2}-)?\d{2})?|\b0(\.0+)?\b"
)
#: All words of a page that stand in no link: left out are quoted words and names, times, forms, how many rows stand in
#: a table, the reasons of a link of the ledger, and articles that were never read, of which there are no words.
_UNLINKED = """() => {
  const found = [], words = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const not = 'a, q, blockquote, bdi, time, cite, option, label, button, summary, title, code, caption'
    + ', .reasons, .unread';
  while (words.nextNode()) if (!words.currentNode.parentElement.closest(not)) found.push(words.currentNode.textContent);
  return found;
}"""
#: How a figure's link begins.
_TOLD = re.compile(r"^\s*(told in )?\d")
_WORDS = "main q, main blockquote, main .text mark, main .words"


def _open(look: Look, start: str, towards: str | None) -> Page:
    page = look(start)
    if towards:
        page.goto(page.locator(f'main a[href^="{towards}"]').first.get_attribute("href") or "")
    return page


@pytest.mark.parametrize(("start", "towards"), [*COUNTING, ("/disputes", None)])
def test_a_figure_is_a_link(look: Look, start: str, towards: str | None) -> None:
    page = _open(look, start, towards)
    assert not [text.strip() for text in page.evaluate(_UNLINKED) if re.search(r"\d", _DAYS.sub("", text))]


@pytest.mark.parametrize(("start", "towards"), COUNTING)
def test_the_link_of_a_figure_ends_at_quoted_words(look: Look, start: str, towards: str | None) -> None:
    page = _open(look, start, towards)
    links = page.locator("main a[href^='/']:not([href^='/feeds']):not([download])").filter(has_text=_TOLD)
    addresses = dict.fromkeys(links.evaluate_all("links => links.map(a => a.getAttribute('href'))"))
    assert addresses
    for address in list(addresses)[:30]:
        page.goto(address)
        if not page.locator(_WORDS).count():
            onward = page.locator("main a[href^='/']").filter(has_text=_TOLD)
            assert onward.count(), f"{start}: {address} leads no further"
            page.goto(onward.first.get_attribute("href") or "")
        assert page.locator(_WORDS).count(), f"{start}: {address} leads to {page.url}, where nothing is quoted"
