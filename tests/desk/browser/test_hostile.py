"""Articles that mean harm are shown and do none, on every page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.desk.browser.conftest import Looker

from pourparler.pipeline import Reader, add_many, link_changed
from pourparler.records import Article, Date, How, Precision
from pourparler.records.ids import article_id, text_sha256
from pourparler.sources import Captured
from pourparler.store import open_store

SCRIPT = "<script>document.title='harmed'</script><img src=x onerror=\"document.title='harmed'\">"
TURNED = "\u202egnirts\u202c"
DAY = Date(
    text=None, start=None, end=None, earliest="2024-03-06", latest="2024-03-06", precision=Precision.DAY, how=How.STATED
)
#: What the articles say, each with its own harm in it.
BODIES = (
    f"China refused a call with the United States on Monday, “because {SCRIPT} of sanctions”, Beijing said.",
    f"Norway summoned the Russian ambassador {TURNED} on Tuesday, the ministry in Oslo said.",
    '=HYPERLINK("http://evil.example")\n\nJapan asked China for a call, “=1+1 is what we asked”, Tokyo said on Monday.',
    "India and Pakistan held talks over the hotline on Monday, Islamabad said. " + "x" * 500_000,
)


@pytest.fixture
def hostile(tmp_path: Path, reader: Reader) -> Path:
    path = tmp_path / "hostile.db"
    articles = [
        Article(
            id=article_id(f"Outlet {SCRIPT}", None, str(key)), key=str(key), title=f"{SCRIPT} {TURNED} =1+1",
            outlet=f"Outlet {SCRIPT}", url="javascript:document.title='harmed'", text=body, sha256=text_sha256(body),
            published=DAY,
        )
        for key, body in enumerate(BODIES)
    ]  # fmt: skip
    with open_store(path, create=True) as store:
        list(add_many([Captured(one, one.text.encode()) for one in articles], store, reader=reader))
        list(link_changed(store))
    return path


def test_no_page_over_hostile_articles_runs_or_loads_what_they_hold(
    hostile: Path, look_at: Callable[[Path], Looker]
) -> None:
    look = look_at(hostile)
    page = look("/ledger?kind=contact")
    assert page.locator("main table tbody tr").count() >= 2
    seen, left = set[str](), ["/", "/ledger?kind=contact", "/ledger?kind=statement", "/outlets", "/people", "/disputes"]
    left += ["/search?words=ministry", "/watches", "/pairs/USA/CHN", "/pairs/IND/PAK"]
    while left and len(seen) < 60:
        address = left.pop(0)
        seen.add(address)
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert "harmed" not in page.title().replace("document.title='harmed'", ""), address
        assert not page.locator("main script, main img, main iframe, [onerror], a[href^='javascript']").count(), address
        assert "\u202e" not in page.locator("main").inner_text(), address
        if address.startswith("/ledger") or address == "/outlets":
            links = page.locator("main a[href]").evaluate_all("links => links.map(a => a.getAttribute('href'))")
            kinds = ("/records/", "/articles/", "/threads/", "/outlets/", "/rows")
            left += [one for one in dict.fromkeys(links) if one.startswith(kinds) and one not in seen]


def test_a_search_for_hostile_words_shows_them_as_words(hostile: Path, look_at: Callable[[Path], Looker]) -> None:
    page = look_at(hostile)("/search?words=%3Cscript%3Edocument.title%3D'harmed'%3C/script%3E%22")
    assert page.title() != "harmed"
    assert page.locator("main input[name=words]").input_value().startswith("<script>")
