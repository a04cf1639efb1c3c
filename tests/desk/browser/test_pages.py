"""Every page, as people see it: wide and narrow, light and dark, with and without script, by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Look = Callable[..., Page]
PAGES = (
    "/", "/pairs/USA/CHN", "/pairs/IND/PAK?since=2025-06-01", "/ledger", "/ledger?between=USA&between=CHN&once=true",
    "/ledger?kind=statement&by=CHN", "/disputes", "/people", "/offices", "/outlets", "/search?words=hotline",
    "/watches", "/api",
)  # fmt: skip
#: A page of each kind that others lead to: where to start, and what the address of the link begins with.
LED_TO = (
    ("/ledger?between=USA&between=CHN", "/articles/"), ("/ledger?between=USA&between=CHN", "/records/"),
    ("/ledger?between=USA&between=CHN", "/threads/"), ("/people", "/people/"), ("/outlets", "/outlets/"),
    ("/pairs/USA/CHN", "/rows?"),
)  # fmt: skip
VIEWS = ({}, {"phone": True}, {"dark": True}, {"phone": True, "dark": True})
#: axe-core's words for what keeps people out.
_SERIOUS = ("serious", "critical")


def _follow(look: Look, start: str, towards: str, **view: bool) -> Page:
    page = look(start, **view)
    links = page.locator(f'main a[href^="{towards}"]')
    assert links.count(), f"{start} leads to no {towards}"
    page.goto(links.first.get_attribute("href") or "")
    return page


def _check(page: Page) -> None:
    """What holds on every page."""
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    assert page.title().endswith("Pourparler")
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 1, f"{page.url} is {width} pixels wider than the window"
    found = Axe().run(page).response["violations"]
    told = [f"{one['id']}: {one['help']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in _SERIOUS]
    assert not told, f"{page.url}: {told}"


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: "-".join(view) or "plain")
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_sound_and_open_to_everybody(look: Look, path: str, view: dict[str, bool]) -> None:
    _check(look(path, **view))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: "-".join(view) or "plain")
@pytest.mark.parametrize(("start", "towards"), LED_TO)
def test_so_is_what_it_leads_to(look: Look, start: str, towards: str, view: dict[str, bool]) -> None:
    _check(_follow(look, start, towards, **view))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_the_same_without_script(look: Look, path: str) -> None:
    def words(page: Page) -> str:
        return re.sub(r"\s+", " ", page.locator("main").inner_text())

    assert words(look(path, script=False)) == words(look(path))


def test_every_link_of_every_page_leads_somewhere(look: Look) -> None:
    page, told = look("/"), dict[str, str]()
    for path in PAGES:
        page.goto(path)
        for link in page.locator("a[href]").evaluate_all("links => links.map(a => a.getAttribute('href'))"):
            address = urljoin(page.url, link)
            if urlsplit(address).netloc == urlsplit(page.url).netloc:
                told.setdefault(address.partition("#")[0], path)
    broken = {a: f"{status} from {path}" for a, path in told.items() if (status := page.request.get(a).status) != 200}
    assert not broken


def test_dark_is_dark_and_light_is_light(look: Look) -> None:
    def brightness(page: Page) -> float:
        colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        return sum(map(int, re.findall(r"\d+", colour)[:3])) / 3

    assert brightness(look("/", dark=True)) < 60
    assert brightness(look("/")) > 220


def test_the_keyboard_alone_leads_from_the_top_to_the_words_of_an_article(look: Look) -> None:
    page = look("/ledger?between=USA&between=CHN")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    for _ in range(200):
        page.keyboard.press("Tab")
        if (page.evaluate("document.activeElement.getAttribute('href')") or "").startswith("/articles/"):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", "what has the focus is not told"
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    anchor = urlsplit(page.url).fragment
    assert anchor
    assert page.locator(f"[id='{anchor}']").count() == 1
    assert page.locator(f"[id='{anchor}']").first.is_visible()


def test_filters_narrow_the_ledger_and_stand_in_the_address(look: Look) -> None:
    page = look("/ledger?between=USA&between=CHN")
    before = page.locator("main table tbody tr").count()
    page.goto("/ledger?between=USA&between=CHN&type=declined")
    declined = page.locator("main table tbody tr").count()
    assert 0 < declined < before
    form = page.locator("form[action='/ledger']").first
    form.locator("[name=since]").fill("2099-01-01")
    form.locator("button:not([name])").first.click()
    page.wait_for_url("**since=2099-01-01**")
    assert "type=declined" in page.url
    assert "Nothing" in page.locator("main").inner_text()


def test_a_page_can_be_printed_without_what_is_only_for_the_screen(look: Look) -> None:
    page = look("/pairs/USA/CHN")
    page.emulate_media(media="print")
    assert not page.locator("header nav").is_visible()
    assert page.locator("h1").is_visible()
