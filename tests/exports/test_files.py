"""Files that exports write: there whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pourparler.errors import UsageError
from pourparler.exports.files import replacing, write_lines


def test_lines_become_a_file_and_leave_nothing_beside_it(tmp_path: Path) -> None:
    write_lines(["Vardø", "Oslo"], tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes() == "Vardø\nOslo\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_what_breaks_off_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    (out := tmp_path / "out.csv").write_text("before")

    def lines() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_lines(lines(), out)
    assert out.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_nobody_sees_half_a_file(tmp_path: Path) -> None:
    (out := tmp_path / "out.csv").write_text("before")
    with replacing(out) as unfinished:
        unfinished.write_text("half")
        assert out.read_text() == "before"
    assert out.read_text() == "half"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("before")
    (link := tmp_path / "link.csv").symlink_to("real.csv")
    write_lines(["after"], link)
    assert link.is_symlink()
    assert (tmp_path / "real.csv").read_text() == "after\n"


@pytest.mark.parametrize(("name", "told"), [("", "is a folder"), (f"none{os.sep}out.csv", "there is no folder")])
def test_a_file_that_cannot_be_made_is_wrong_usage(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        write_lines([], tmp_path / name)
