"""docs/brief.md shows what the brief of two sides of the stories says."""

from __future__ import annotations

import re
from pathlib import Path

from tests.brief.making import brief_of

from pourparler.brief import as_markdown
from pourparler.brief.gathering import FEW, STEPS
from pourparler.store import open_store
from pourparler.store.lines.covering import MOST

PAGE = (Path(__file__).parents[2] / "docs" / "brief.md").read_text("utf-8")


def bare(text: str) -> list[str]:
    """The lines without numbers of notes and ids, which depend on the folder from which the stories were added."""
    return re.sub(r"\[\^\d+\]|\b[a-z]{2}-[0-9a-f]{12}\b", "", text).splitlines()


def test_the_excerpt_is_what_the_brief_says(stories: Path) -> None:
    with open_store(stories) as store:
        text = as_markdown(brief_of(store, "IND", "PAK", on="2026-03-31", since="2025-10-01"))
    (shown,) = re.findall(r"````markdown\n(.*?)````", PAGE, re.DOTALL)
    assert "--since 2025-10-01 --on 2026-03-31" in PAGE
    assert [line for line in bare(shown) if line not in bare(text)] == []
    assert len(shown.splitlines()) > 20


def test_every_question_is_in_the_table(stories: Path) -> None:
    with open_store(stories) as store:
        asked = [one.question for one in brief_of(store, "IND", "PAK").sections]
    assert re.findall(r"^\| ([A-Z][^|]*\?) \|", PAGE, re.MULTILINE) == asked


def test_the_bounds_are_those_of_the_code() -> None:
    told = " ".join(PAGE.split())
    assert f"the newest {MOST:,} contacts" in told
    assert f"the newest {FEW} are told, {STEPS} in the timeline" in told
