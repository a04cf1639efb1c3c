"""Adding from every kind of source; what fails is listed, what is not of the field is kept as skipped."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.sources.serving import TEXT, full_item, page, rss
from tests.sources.test_archives import archive, response

from pourparler import pipeline
from pourparler.cli.failures import PAGE, Failures
from pourparler.pipeline import Reader, add_many
from pourparler.records import Failure
from pourparler.sources import Captured, article_from_text
from pourparler.store import open_store

if TYPE_CHECKING:
    from conftest import Result

COMMAND = [sys.executable, "-m", "pourparler"]
RECIPE = "Peel the onions and fry them slowly in butter until they are soft, then add the carrots and a little salt."


def pourparler(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, encoding="utf-8", timeout=300)


def test_a_folder_of_all_kinds_of_source_is_added_and_added_again_changes_nothing(tmp_path: Path) -> None:
    (folder := tmp_path / "in").mkdir()
    (folder / "a.csv").write_text(f'id,text\n1,"{TEXT} One."\n2,"{RECIPE}"\n')
    (folder / "b.warc.gz").write_bytes(archive(response("https://fjord.example/1", page("Two"))))
    (folder / "c.xml").write_bytes(rss(full_item(3)))
    (folder / "d.jsonl.gz").write_bytes(gzip.compress(json.dumps({"id": "4", "text": f"{TEXT} Four."}).encode()))
    (folder / "e.html").write_bytes(page("Five"))
    (folder / "f.json").write_text(json.dumps([{"id": "6", "content": f"<p>{TEXT}</p><p>Six.</p>"}]))
    first = pourparler("add", folder, "--store", tmp_path / "s.db")
    assert (first.returncode, first.stdout) == (0, "")
    assert first.stderr == f"pourparler: {tmp_path / 's.db'}: 6 read, 1 skipped as not of the field\n"
    again = pourparler("add", folder, "--store", tmp_path / "s.db", "--jobs", "2")
    assert again.stderr == f"pourparler: {tmp_path / 's.db'}: 7 known already\n"
    assert pourparler("doctor", "--store", tmp_path / "s.db").returncode == 0


def test_a_page_of_failures_is_told_and_the_others_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    failures = Failures()
    assert not failures
    for number in range(PAGE + 1200):
        error = "TooLarge" if number == 500 else "NotAnArticle"
        failures.note(Failure(input=f"{number}.txt", error=error, message=f"{number}.txt: is empty"))
    failures.note(None)
    failures.tell(tmp_path / "s.db")
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == PAGE + 1
    assert lines[0] == "pourparler: 0.txt: is empty"
    assert lines[-1] == (
        "pourparler: and 1,200 more (1,199 NotAnArticle, 1 TooLarge);"
        f" all are in the tables failure and reading of {tmp_path / 's.db'}"
    )


def test_no_failure_is_lost_and_one_that_is_mended_is_none(tmp_path: Path, reader: Reader) -> None:
    with open_store(tmp_path / "s.db", create=True) as store:
        failed = [Failure(input=f"{n}.txt", error="NotAnArticle", message="is empty") for n in range(50)]
        assert len(list(add_many(iter(failed), store, reader=reader))) == 50
        assert store.connection.execute("SELECT count(*) FROM failure").fetchone() == (50,)
        mended = Captured(article_from_text(TEXT, key="7.txt"), TEXT.encode())
        assert [added.outcome for added in add_many([mended], store, reader=reader)] == ["read"]
        assert store.connection.execute("SELECT count(*) FROM failure").fetchone() == (49,)


@pytest.mark.parametrize("jobs", [1, 2])
def test_of_many_articles_that_are_skipped_only_a_window_is_in_memory(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(pipeline, "WINDOW", 20)
    taken = [0]

    def inputs() -> Iterator[Captured]:
        for number in range(200):
            taken[0] += 1
            yield Captured(article_from_text(f"{RECIPE} Part {number}.", key=str(number)), b"")

    with open_store(tmp_path / "s.db", create=True) as store:
        for done, added in enumerate(add_many(inputs(), store, jobs=jobs, reader=reader), start=1):
            assert (added.outcome, added.key) == ("skipped", str(done - 1))
            assert taken[0] - done < 20 * jobs
    assert done == 200


def test_inputs_that_come_slowly_are_not_kept_waiting(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    monkeypatch.setattr(pipeline, "monotonic", lambda: clock[0])
    waited = []

    def inputs() -> Iterator[Captured]:
        for number in range(6):
            clock[0] += 1
            waited.append(number)
            yield Captured(article_from_text(f"{RECIPE} Part {number}.", key=str(number)), b"")

    with open_store(tmp_path / "s.db", create=True) as store:
        ahead = [len(waited) - done for done, _ in enumerate(add_many(inputs(), store, reader=reader))]
    assert max(ahead) <= 4


def test_a_table_whose_columns_have_names_of_their_own(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'Meldung,Titel\n"{TEXT}",Sweden declines\n')
    assert run("read", str(tmp_path / "a.csv")).code == 3
    result = run("read", str(tmp_path / "a.csv"), "--column", "text=Meldung", "--column", "title=Titel")
    assert (result.code, json.loads(result.out.splitlines()[1])["title"]) == (0, "Sweden declines")


@pytest.mark.parametrize("told", ["Meldung", "=Meldung", "text="])
def test_a_column_that_is_not_named_is_wrong_usage(run: Callable[..., Result], told: str) -> None:
    result = run("read", "a.csv", "--column", told)
    assert result.code == 2
    assert "write it as --column text=Story" in result.err
