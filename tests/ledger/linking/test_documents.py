"""docs/linking.md says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from pourparler.ledger.linking import REACH, answers, causes, rivals, sameness
from pourparler.records import Relation

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "linking.md").read_text("utf-8")
TABLES = ROOT / "src/pourparler/ledger/linking/tables"


def test_the_table_has_a_row_for_every_relation_of_records() -> None:
    told = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))
    assert told == {str(relation) for relation in Relation if relation is not Relation.FAMILY}


def test_the_figures_are_those_of_the_code() -> None:
    assert f"within {REACH} days" in PAGE
    assert f"in the {answers.WAIT} days before" in PAGE
    assert f"at most {causes.BACK} days before" in PAGE
    starts, alone = (f"{figure:g}".lstrip("0") for figure in (sameness.ENOUGH, sameness.ALONE))
    assert re.search(rf"Links start at {re.escape(starts)}, and at {re.escape(alone)} where", PAGE)
    assert f"fits one by {rivals.MARGIN:.2f}".replace("0.", ".") in PAGE


def test_every_table_is_named() -> None:
    assert set(re.findall(r"^\| `(\w+\.\w+)`", PAGE, re.MULTILINE)) == {
        path.name for path in TABLES.iterdir() if path.suffix in (".csv", ".txt")
    }
