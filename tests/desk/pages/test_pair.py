"""The page of two sides: what stands on it, and where its links lead."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from fastapi.testclient import TestClient
from tests.desk.pages.making import plain
from tests.store.making import TEXT, article, coded, day, reading, state

from pourparler.desk import create_app
from pourparler.records import Condition, Contact, Factuality, Level, Reading, Status
from pourparler.store import open_store

PAIR = "/pairs/NOR/SWE?since=2024-01-01&until=2024-12-31"
HOSTILE = "<script>alert(1)</script>"


def news(key: str, published: str, status: Status, **known: Any) -> Reading:
    of = replace(article(f"{TEXT} {key}.", key=key, published=published), title=f"{HOSTILE} {key}")
    made = coded(reading(of, status))
    return replace(made, records=tuple(replace(r, **known) if isinstance(r, Contact) else r for r in made.records))


ASKS = Condition(by=state("NOR"), text="an apology", start=0, end=5)
STORY = (
    news("a", "2024-02-04", Status.REQUESTED, by=state("SWE"), reasons=()),
    news("b", "2024-02-06", Status.DECLINED, conditions=(ASKS,), level=Level.MINISTER),
    news("c", "2024-05-02", Status.HELD, reasons=()),
    news("d", "2024-11-02", Status.SCHEDULED, factuality=Factuality.PLANNED, due=day("2025-02-01"), reasons=()),
)


@pytest.fixture
def story() -> tuple[Reading, ...]:
    return STORY


def figure(page: str, name: str) -> str:
    """What is told of a figure, by its name, links and all."""
    found = re.search(rf"<dt>{re.escape(name)}</dt>(.*?)</div>", page, re.DOTALL)
    assert found, name
    return found[1]


def hrefs(part: str) -> list[str]:
    return [html.unescape(one) for one in re.findall(r'href="([^"]*)"', part)]


def ids(href: str) -> list[str]:
    return parse_qs(urlsplit(href).query).get("id", [])


def contact(key: str) -> Contact:
    (found,) = (r for one in STORY for r in one.contacts if one.article.key == key)
    return found


def test_the_page_begins_with_the_state_on_the_last_day(browser: TestClient) -> None:
    page = browser.get("/pairs/NOR/SWE?since=2024-01-01&until=2024-03-01").text
    assert "Norway and Sweden strained on 1 March 2024" in plain(page)
    assert '<span class="state strained">' in page


def test_without_days_it_shows_the_year_before_the_newest_article(browser: TestClient) -> None:
    page = browser.get("/pairs/NOR/SWE").text
    assert 'name="until" value="2024-11-02"' in page
    assert 'name="since" value="2023-11-04"' in page


def test_empty_fields_of_the_form_ask_for_nothing(browser: TestClient) -> None:
    assert browser.get("/pairs/NOR/SWE?since=&until=").text == browser.get("/pairs/NOR/SWE").text


@pytest.mark.parametrize(
    "address",
    [
        "/pairs/NOR/NOR", "/pairs/NOR/XYZ", "/pairs/NOR/SWE?since=soon",
        "/pairs/NOR/SWE?since=2024-05-01&until=2024-04-01", "/pairs?one=nowhere&other=Norway", "/pairs?one=Norway",
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(browser: TestClient, address: str) -> None:
    assert 400 <= browser.get(address).status_code < 500


def test_sides_may_be_told_in_small_letters_and_in_any_order(browser: TestClient) -> None:
    assert "Sweden and Norway" in plain(browser.get("/pairs/swe/nor").text)


@pytest.mark.parametrize("words", [("NOR", "SWE"), ("nor", "sweden"), ("Norway", "Sweden")])
def test_whoever_names_two_sides_is_sent_to_their_page(browser: TestClient, words: tuple[str, str]) -> None:
    answer = browser.get("/pairs", params=dict(zip(("one", "other"), words, strict=True)), follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/pairs/NOR/SWE")


def test_the_band_has_a_bar_for_each_state_that_leads_to_the_steps_it_began_with(browser: TestClient) -> None:
    bars = re.findall(r'<a class="bar state-of (\w+)" href="([^"]*)"><title>([^<]*)', browser.get(PAIR).text)
    assert [tone for tone, _, _ in bars] == ["unobserved", "strained", "open", "unobserved", "open"]
    _, href, title = bars[1]
    assert ids(html.unescape(href)) == [contact("b").id]
    assert title.startswith("strained from 6 February 2024 to 1 May 2024, began with: declined by Norway")


def test_a_mark_tells_the_words_and_leads_to_them_in_the_article(browser: TestClient) -> None:
    marks = re.findall(r'<a class="mark-of" href="([^"]*)"><title>([^<]*)', browser.get(PAIR).text)
    declined = contact("b")
    (found,) = [(unquote(href), title) for href, title in marks if declined.id in href]
    assert found[0] == f"/articles/{declined.article}#{declined.id}"
    assert found[1].startswith("6 February 2024: declined")
    assert "“declined”" in found[1]


def test_each_level_is_a_row_and_what_is_not_told_as_done_is_dotted(browser: TestClient) -> None:
    page = browser.get(PAIR).text
    assert re.findall(r'<text class="row"[^>]*>([^<]*)', page)[:2] == ["minister", "level not told"]
    assert len(re.findall(r'class="[^"]*doubtful"', page)) == 1


def test_the_table_beneath_tells_all_that_is_drawn(browser: TestClient) -> None:
    page = browser.get(PAIR).text
    titles = re.findall(r'<a class="(?:mark-of|bar term \w+)" href="[^"]*"><title>([^<]*)', page)
    tables = page.split("The same as tables")[1].split("</details>")[0]
    assert titles
    assert all(title in tables for title in titles)


def test_figures_lead_to_the_records_they_are_counted_from(browser: TestClient) -> None:
    page = browser.get(PAIR).text
    assert "183 days ago, 2 May 2024" not in page  # until the end of the year it is longer
    last = figure(page, "Last met or spoke")
    assert plain(last).strip() == "243 days ago , 2 May 2024"
    assert ids(hrefs(last)[0]) == [contact("c").id]
    requests = figure(page, "Requests of Sweden")
    assert set(ids(hrefs(requests)[0])) == {contact("a").id, contact("b").id}
    assert ids(hrefs(figure(page, "Reasons of the outlet"))[0]) == [contact("b").id]


def test_counts_lead_to_the_ledger_narrowed_to_what_was_counted(browser: TestClient) -> None:
    contacts, _ = hrefs(figure(browser.get(PAIR).text, "Contacts"))
    assert parse_qs(urlsplit(contacts).query) == {
        "between": ["NOR", "SWE"], "since": ["2024-01-01"], "until": ["2024-12-31"], "once": ["true"],
    }  # fmt: skip
    assert browser.get(contacts).status_code == 200


def test_a_count_of_nothing_leads_nowhere(browser: TestClient) -> None:
    assert hrefs(figure(browser.get(PAIR).text, "Incidents")) == []


def test_what_is_announced_is_told_with_its_words_and_day(browser: TestClient) -> None:
    announced = figure(browser.get(PAIR).text, "Announced")
    assert "scheduled by Norway for 1 February 2025" in plain(announced)
    assert ids(hrefs(announced)[0]) == [contact("d").id]


def test_conditions_are_outstanding_until_they_met(browser: TestClient) -> None:
    early = browser.get("/pairs/NOR/SWE?since=2024-01-01&until=2024-03-01").text
    assert "Norway asks for an apology" in plain(figure(early, "Outstanding"))
    assert "nothing is told of" in plain(figure(early, "Overdue"))


def test_holders_of_offices_are_drawn_at_the_edge(browser: TestClient) -> None:
    terms = re.findall(r'<a class="bar term known" href="([^"]*)"><title>([^<]*)', browser.get(PAIR).text)
    assert any("prime minister" in title and "by the tables" in title for _, title in terms)
    assert all(href.startswith("/people/") for href, _ in terms)


def test_a_pair_that_is_looked_through_in_part_says_so(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pourparler.store.lines.covering.MOST", 2)
    monkeypatch.setattr("pourparler.store.lines.chronicling.MOST", 2)
    monkeypatch.setattr("pourparler.desk.pairs.gathering._CONTACTS", 2)
    page = plain(browser.get(PAIR).text)
    assert "Counted from 7 February 2024 , as far back as can be looked through at once" in page
    assert "The band begins where as much as can be looked through at once does" in page
    assert "the ledger has all of them" in page


def test_two_sides_without_contact_are_unobserved_and_nothing_is_claimed(path: Path) -> None:
    with open_store(path) as store, store.writing() as writer:
        of = article("Norway declined a call with Finland.", key="fin", published="2024-03-01")
        writer.file(writer.keep(of), reading(of, Status.HELD, between=("NOR", "FIN")))
    with TestClient(create_app(path), base_url="http://127.0.0.1:8765") as client:
        page = client.get("/pairs/FIN/SWE?since=2024-01-01&until=2024-12-31").text
    assert "unobserved on 31 December 2024" in plain(page)
    assert "Nothing that the store holds tells of contact between the two" in plain(page)
    assert "never, as far as the store tells" in plain(page)


def test_hostile_words_are_shown_as_words(path: Path) -> None:
    name = f'"><svg onload=alert(1)>{HOSTILE}\u202e'
    with open_store(path) as store, store.writing() as writer:
        of = replace(
            article(f"Norway declined {name} a call.", key="x", published="2024-06-01"), outlet=name, title=name
        )
        made = reading(of, Status.DECLINED)
        said = replace(made.contacts[0].anchor, text=name)
        records = tuple(replace(r, evidence=(said,)) if isinstance(r, Contact) else r for r in made.records)
        writer.file(writer.keep(of), replace(made, records=records))
    with TestClient(create_app(path), base_url="http://127.0.0.1:8765") as client:
        for address in (PAIR, "/", "/search?words=Norway", f"/search?words={name}"):
            page = client.get(address).text
            assert "<script>alert" not in page
            assert "<svg onload" not in page
            assert "\u202e" not in page


def test_it_is_gathered_once_for_each_version_of_the_store(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    gathered: list[str] = []
    from pourparler.desk.pages import pair

    real = pair.gather_pair
    monkeypatch.setattr(pair, "gather_pair", lambda *asked: gathered.append("once") or real(*asked))
    for _ in range(3):
        browser.get(PAIR)
    assert gathered == ["once"]


def test_nothing_on_the_page_needs_script_or_styles_of_its_own(browser: TestClient) -> None:
    page = browser.get(PAIR).text
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", page)
