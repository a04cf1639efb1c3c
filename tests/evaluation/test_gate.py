"""The gate of the repository: floors for both halves of the gold, which only rise."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path

import pytest

from pourparler.evaluation.gate import lowered, read_floors

ROOT = Path(__file__).parents[2]
GATE = ROOT / "gate.toml"


def git(*arguments: str) -> str:
    """What git prints; skips where this is no checkout with its history."""
    try:
        return subprocess.run(["git", "-C", str(ROOT), *arguments], check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no git history here to compare the gate with")


@pytest.mark.parametrize("corpus", ["open", "sealed"])
def test_every_kind_of_record_has_a_floor(corpus: str) -> None:
    floors = read_floors(GATE, corpus)
    kinds = {floor.kind for floor in floors if floor.field is None and floor.measure == "f1"}
    assert kinds == {"statement", "contact", "incident", "measure", "tenure", "event", "dispute"}
    assert all(0 < floor.value <= 1 for floor in floors)


def test_floors_only_rise() -> None:
    versions = git("log", "--format=%H", "--", "gate.toml").split()
    now = tomllib.loads(GATE.read_text(encoding="utf-8"))
    for commit in versions:
        assert lowered(tomllib.loads(git("show", f"{commit}:gate.toml")), now) == [], f"against {commit[:12]}"
