"""``pourparler evaluate`` on the pipeline that reads one event from each first word."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Result

Command = Callable[..., "Result"]
TEXT = "Envoys met in Oslo."


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One article with two events, of which the stub finds the first."""

    def event(word: str) -> dict[str, object]:
        span = {"start": TEXT.index(word), "end": TEXT.index(word) + len(word), "text": word}
        return {
            "kind": "event", "id": f"gold-{word}", "article": "ar-1", "anchor": span, "evidence": [span],
            "confidence": 1, "reader": "hand", "type": "CONSULT", "factuality": "actual", "quad": 1, "intensity": 1,
        }  # fmt: skip

    article = {"kind": "article", "id": "ar-1", "key": "oslo", "sha256": "", "text": TEXT}
    path = tmp_path / "oslo.jsonl"
    path.write_text("\n".join(map(json.dumps, (article, event("Envoys"), event("Oslo")))), encoding="utf-8")
    return path


def test_scores_go_to_standard_output(run: Command, gold: Path) -> None:
    result = run("evaluate", str(gold))
    line = next(line for line in result.out.splitlines() if line.startswith("event"))
    assert line.split() == ["event", "2", "1", "1", "1.000", "0.500", "0.667"]
    assert (result.code, result.err) == (0, "")


def test_the_worst_errors_are_told_in_words(run: Command, gold: Path) -> None:
    out = run("evaluate", str(gold), "--worst", "3").out
    assert "MISSED  oslo event: CONSULT" in out
    assert "«Oslo»" in out


def test_scores_come_as_json_too(run: Command, gold: Path) -> None:
    told = json.loads(run("evaluate", str(gold), "--json").out)
    assert (told["event"]["recall"], told["event"]["fields"]["factuality"]["right"]) == (0.5, 1)


def test_a_floor_that_is_not_kept_ends_the_run_with_1(run: Command, gold: Path, tmp_path: Path) -> None:
    gate = tmp_path / "gate.toml"
    gate.write_text("[oslo.event]\nrecall = 0.5\nf1 = 0.9\n", encoding="utf-8")
    result = run("evaluate", str(gold), "--gate", str(gate))
    assert result.code == 1
    assert result.err == f"pourparler: {gate}: event.f1 is 0.667, below its floor 0.900\n"


def test_what_was_noted_is_what_changes_are_told_against(run: Command, gold: Path, tmp_path: Path) -> None:
    noted = tmp_path / "noted.txt"
    run("evaluate", str(gold), "--note", str(noted))
    assert run("evaluate", str(gold), "--since", str(noted)).out.endswith("0 gained, 0 lost\n")
    noted.write_text(noted.read_text().replace("missed", "found"))
    assert (
        "LOST    oslo event gold-Oslo “Oslo”: found -> missed" in run("evaluate", str(gold), "--since", str(noted)).out
    )


def test_a_text_is_no_gold_and_said_so_without_the_words_of_a_parser(run: Command, tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("Envoys met in Oslo.\n", encoding="utf-8")
    done = run("evaluate", str(tmp_path / "s.txt"))
    assert done.code == 1
    assert "s.txt:1: no JSON at column 1 of the line; expected gold as JSON Lines of the contract (.jsonl)" in done.err
    assert "Expecting" not in done.err


def test_gold_that_is_missing_is_an_error_in_one_line(run: Command, tmp_path: Path) -> None:
    result = run("evaluate", str(tmp_path / "none.jsonl"))
    assert result.code == 1
    assert result.err.startswith(f"pourparler: {tmp_path / 'none.jsonl'}: no such file or folder")
