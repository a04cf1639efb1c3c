"""An article's page shows its text with what was read in it, and does no harm with whatever that holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.store.making import TEXT, article, reading

from pourparler.desk import create_app
from pourparler.desk.links import to_words
from pourparler.desk.marking import STRETCH
from pourparler.records import Article, Failure, Reading, Removed, Span, Status
from pourparler.store import Filter, Writer, open_store


@dataclass
class Desk:
    """A store to be filled, and a browser at the desk over it."""

    path: Path

    def keep(self, one: Article, *statuses: Status) -> Reading:
        made = reading(one, *statuses)
        with open_store(self.path, create=True) as store, store.writing() as writer:
            number = writer.keep(one)
            if writer.relatives.is_new(number):
                writer.relatives.place(number, b"")
            writer.file(number, made)
        return made

    def get(self, address: str) -> str:
        with TestClient(create_app(self.path), base_url="http://127.0.0.1:8765") as client:
            answer = client.get(address)
            assert answer.status_code == 200, answer.text
            return answer.text

    def writer(self) -> Iterator[Writer]:
        with open_store(self.path, create=True) as store, store.writing() as writer:
            yield writer


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "store.db")


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def text_of(html: str) -> str:
    found = re.search(r'<div class="text".*?</div>', html, re.DOTALL)
    assert found
    return found[0]


def test_the_trigger_of_a_record_is_found_by_its_id_and_leads_to_its_row(desk: Desk) -> None:
    made = desk.keep(article(), Status.DECLINED)
    html, name = desk.get(f"/articles/{made.article.id}"), made.contacts[0].id
    assert re.search(rf'<a class="[^"]*k-contact[^"]*" id="{name}" href="#row-{name}"[^>]*>declined</a>', html)
    assert f'id="row-{name}"' in html
    assert f'href="#{name}"' in html
    assert plain(text_of(html)).strip() == TEXT


def test_every_id_of_the_page_is_there_once(desk: Desk) -> None:
    made = desk.keep(article(), Status.DECLINED, Status.HELD)
    ids = re.findall(r'\bid="([^"]+)"', desk.get(f"/articles/{made.article.id}"))
    assert len(ids) == len(set(ids))
    assert {record.id for record in made.records} <= set(ids)


def test_every_kind_of_mark_that_occurs_can_be_turned_off_without_script(desk: Desk) -> None:
    made = desk.keep(article(), Status.DECLINED)
    html = desk.get(f"/articles/{made.article.id}")
    for kind in ("contact", "statement", "reason"):
        assert re.search(rf'<input type="checkbox" id="show-{kind}"[^>]* checked>', html)
        assert f"k-{kind}" in text_of(html)
    assert 'id="show-incident"' not in html
    assert "<script" not in html
    assert " style=" not in html


def test_what_a_source_says_is_told_with_what_rests_on_it(desk: Desk) -> None:
    made = desk.keep(article(), Status.DECLINED)
    chain = desk.get(f"/articles/{made.article.id}").partition('class="chain"')[2].partition("</section>")[0]
    told = [plain(line).strip() for line in re.findall(r'class="node[^"]*"[^>]*>(.*?)</(?:span|a)>', chain)]
    assert told == ["The Fjord", "Ole Berg [NOR GOV]", "contact"]
    assert f'href="/articles/{made.article.id}#{made.contacts[0].id}"' in chain


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://fjord.example/a", True),
        ("http://fjord.example/a", True),
        ("javascript:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("https://", False),
        ("https://fjord.example/a\u202eb", False),
        (" https://fjord.example/", False),
        ("//fjord.example/a", False),
        ("https://[", False),
    ],
)
def test_only_an_address_of_the_web_is_linked(desk: Desk, url: str, linked: bool) -> None:
    made = desk.keep(replace(article(), url=url), Status.HELD)
    html = desk.get(f"/articles/{made.article.id}")
    assert (' rel="noopener noreferrer nofollow"' in html) is linked
    assert not re.search(r'href="\s*(javascript|data):', html)


def test_hostile_words_are_text_everywhere(desk: Desk) -> None:
    nasty = '</p><script>alert("x")</script><img src=x onerror=alert(1)>\u202eevil\x00'
    one = replace(
        article(f"{nasty} declined said protocol {nasty}", key=nasty, outlet=nasty), title=nasty, byline=nasty,
        dateline=nasty, first_published_by=nasty, url=nasty, captions=(nasty,), source=nasty,
        removed=(Removed(text=nasty, why=nasty),), language=nasty,
    )  # fmt: skip
    made = desk.keep(one, Status.DECLINED)
    html = desk.get(f"/articles/{made.article.id}")
    assert "<script" not in html
    assert "<img" not in html
    assert not set("\u202e\x00") & set(html)
    assert "\\u202eevil" in html


def test_a_text_of_five_million_characters_on_one_line_is_shown_in_parts(desk: Desk) -> None:
    line = "Norway declined a call with Sweden, citing protocol, an Oslo official said. "
    text = (line * 70_000)[:5_000_000]
    one = article(text)
    made = reading(one, Status.DECLINED)
    anchors = [Span(start=place, end=place + 4, text=text[place : place + 4]) for place in range(7, 4_900_000, 9_000)]
    records = tuple(
        replace(made.contacts[0], id=f"co-{n:012x}", anchor=anchor, evidence=(anchor,))
        for n, anchor in enumerate(anchors)
    )
    with open_store(desk.path, create=True) as store, store.writing() as writer:
        writer.file(writer.keep(one), replace(made, records=(made.records[0], *records)))
    first = desk.get(f"/articles/{one.id}")
    assert len(first) < 200_000
    assert "part 1 of 125" in first
    with open_store(desk.path) as store:
        last = store.by_number([len(records) + 1])[0]
    assert f'id="{last.record.id}"' in desk.get(to_words(last).partition("#")[0])
    assert "part 125 of 125" in desk.get(f"/articles/{one.id}?part=900")


def test_of_too_many_records_in_one_place_all_are_found_and_some_are_told(desk: Desk) -> None:
    one = article()
    made = reading(one, Status.DECLINED)
    records = tuple(replace(made.contacts[0], id=f"co-{n:012x}") for n in range(400))
    with open_store(desk.path, create=True) as store, store.writing() as writer:
        writer.file(writer.keep(one), replace(made, records=(made.records[0], *records)))
    html = desk.get(f"/articles/{one.id}")
    assert html.count('id="row-') == 150
    assert all(f'id="{record.id}"' in html for record in records)
    assert "Records 1 to 150 of 401" in html
    rest = desk.get(f"/articles/{one.id}?skip=300")
    assert "Records 301 to 401 of 401" in rest
    assert plain(text_of(html)).strip() == plain(text_of(rest)).strip() == TEXT


def test_a_link_to_words_far_down_leads_to_the_part_that_holds_them(desk: Desk) -> None:
    one = article("x " * STRETCH + TEXT)
    made = desk.keep(one, Status.DECLINED)
    with open_store(desk.path) as store:
        (entry,) = store.ask(Filter(kinds=("contact",)))
    address, _, name = to_words(entry).partition("#")
    assert name == made.contacts[0].id
    assert f'id="{name}"' in desk.get(address)
    assert f'id="{name}"' not in desk.get(f"/articles/{one.id}")


def test_an_article_that_was_not_read_says_so(desk: Desk) -> None:
    skipped, failed, waiting = article(key="s"), article(key="f"), article(key="w")
    with open_store(desk.path, create=True) as store, store.writing() as writer:
        writer.skip(writer.keep(skipped), "test", "fewer than 3 words of the field")
        writer.fail(writer.keep(failed), "test", Failure(input="f", error="ReadingError", message="<b>too odd</b>"))
        writer.keep(waiting)
    assert "was not read:</strong> fewer than 3 words" in desk.get(f"/articles/{skipped.id}")
    assert "failed:</strong> ReadingError: &lt;b&gt;too odd" in desk.get(f"/articles/{failed.id}")
    assert "has not been read yet" in desk.get(f"/articles/{waiting.id}")
    assert TEXT in plain(desk.get(f"/articles/{skipped.id}"))


def test_a_forgotten_article_leaves_nothing_but_that_it_was_there(desk: Desk) -> None:
    made = desk.keep(article(), Status.DECLINED)
    with open_store(desk.path) as store:
        store.forget(made.article.id)
    html = desk.get(f"/articles/{made.article.id}")
    assert "was forgotten" in html
    assert "declined" not in html
    assert "Oslo" not in html


def test_an_older_text_leads_to_the_one_that_stands(desk: Desk) -> None:
    old, new = article(published="2024-03-05"), article(f"{TEXT} It was Monday.", published="2024-03-06")
    desk.keep(old, Status.DECLINED)
    desk.keep(new, Status.DECLINED)
    html = desk.get(f"/articles/{new.id}")
    assert "It was Monday" in html
    assert f'href="/articles/{old.id}?version={old.sha256[:16]}"' in html
    before = desk.get(f"/articles/{old.id}?version={old.sha256[:16]}")
    assert "It was Monday" not in before
    assert "This is an older text" in before
    assert "k-contact" not in before


def test_a_family_is_told_with_its_likely_origin_and_how_alike_each_is(desk: Desk) -> None:
    first = article(key="a", outlet="Wire", published="2024-03-05")
    copy = article(key="b", outlet="Sund", published="2024-03-06")
    for one in (first, copy):
        desk.keep(one, Status.DECLINED)
    with open_store(desk.path) as store, store.writing() as writer:
        writer.relatives.tie(*sorted((first.id, copy.id)), "copy", 1.0, ["all runs of words are shared"])
    family = desk.get(f"/articles/{copy.id}").partition('id="family-head"')[2].partition("</section>")[0]
    assert "likely first published by Wire" in " ".join(plain(family).split())
    assert "the same text, 100%" in plain(family)
    assert "all runs of words are shared" in family
    assert f'href="/articles/{first.id}"' in family


def test_what_was_taken_out_of_the_page_is_told_with_the_reason(desk: Desk) -> None:
    removed = tuple(Removed(text=f"Read more {n}", why="related headline") for n in range(90))
    made = desk.keep(replace(article(), removed=removed, captions=("A closed line",)), Status.HELD)
    html = plain(desk.get(f"/articles/{made.article.id}"))
    assert "Read more 1" in html
    assert "related headline" in html
    assert "and 30 more" in html
    assert "A closed line" in html


def test_an_article_that_is_not_there_is_not_found(desk: Desk) -> None:
    desk.keep(article(), Status.HELD)
    with TestClient(create_app(desk.path), base_url="http://127.0.0.1:8765") as client:
        assert client.get("/articles/ar-nothing").status_code == 404
        assert client.get("/articles/..%2F..%2Fetc%2Fpasswd").status_code == 404
        assert client.get(f"/articles/{article().id}?version=xyz").status_code == 400
