"""Adding to a store and asking it, with the model that is installed."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
COMMAND = [sys.executable, "-m", "pourparler"]


def pourparler(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, encoding="utf-8", timeout=300)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "ledger.db"
    done = pourparler("add", EXAMPLES, "--store", path)
    assert done.returncode == 0
    assert " read" in done.stderr
    return path


def test_adding_again_reads_nothing_and_changes_nothing(store: Path) -> None:
    before = pourparler("events", "--store", store, "--limit", "1000").stdout
    again = pourparler("add", EXAMPLES, "--store", store, "--jobs", "2")
    assert again.returncode == 0
    assert "known already" in again.stderr
    assert " read" not in again.stderr.replace("known already", "")
    assert pourparler("events", "--store", store, "--limit", "1000").stdout == before
    assert pourparler("diff", "--store", store).stdout == ""


def test_what_is_asked_for_is_what_read_prints(store: Path) -> None:
    read = pourparler("read", EXAMPLES, "--kind", "contact", "--format", "jsonl").stdout.splitlines()
    records = {value["id"]: value for value in map(json.loads, read) if value["kind"] == "contact"}
    asked = [
        json.loads(line) for line in pourparler("contacts", "--store", store, "--limit", "999").stdout.splitlines()
    ]
    assert len(asked) == len(records)
    for value in asked:
        assert value.pop("of_article")["outlet"] is not None or value["article"]
        assert value.pop("deed")["reports"] >= 1
        assert value.pop("review") is None
        assert value == records[value["id"]]


def test_a_table_shows_who_what_and_the_words(store: Path) -> None:
    done = pourparler(
        "contacts", "--between", "jpn", "chn", "--status", "declined", "--format", "table", "--store", store
    )
    heading, *lines = done.stdout.splitlines()
    assert heading.split()[:3] == ["day", "what", "who"]
    assert lines
    assert all("declined" in line and "“" in line for line in lines)


def test_a_page_that_is_full_tells_where_the_next_begins(store: Path) -> None:
    first = pourparler("events", "--store", store, "--limit", "3")
    place = first.stderr.rsplit("--after ", 1)[1].strip()
    second = pourparler("events", "--store", store, "--limit", "3", "--after", place)
    ids = [json.loads(line)["id"] for line in (first.stdout + second.stdout).splitlines()]
    assert len(set(ids)) == 6


def test_an_input_that_is_no_article_is_listed_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    done = pourparler("add", tmp_path / "empty.txt", EXAMPLES / "refused-call.txt", "--store", tmp_path / "s.db")
    assert done.returncode == 3
    assert "1 read, 1 could not be read" in done.stderr
    assert f"{tmp_path / 'empty.txt'}: is empty" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["contacts", "--store", "none.db"], "no store at none.db; make one with `pourparler add`"),
        (["contacts", "--since", "yesterday"], "'yesterday' is no day"),
        (["contacts", "--after", "x"], "no place to go on from"),
        (
            ["contacts", "--since", "2024-03-02", "--until", "2024-03-01"],
            "no day lies between 2024-03-02",
        ),
        (["contacts", "--between", "JPN", "Japan"], "both sides are JPN; give two different ones"),
        (["series", "--between", "JPN", "jpn"], "both sides are JPN; give two different ones"),
        (["events", "--involving", "Jpan"], "nobody knows a side 'Jpan'"),
        (["forget", "ar-0"], "no article ar-0 in the store"),
    ],
)
def test_what_cannot_be_met_is_wrong_usage(store: Path, arguments: list[str], told: str) -> None:
    done = pourparler(*arguments, *([] if "--store" in arguments else ["--store", store]))
    assert done.returncode == 2
    assert told in done.stderr


def test_killed_while_adding_nothing_is_lost_and_nothing_doubled(tmp_path: Path) -> None:
    lines = [
        json.dumps(
            {"id": f"{n} {name}", "published": "2024-03-06", "text": f"{(EXAMPLES / name).read_text()}\n\nPart {n}."}
        )
        for n in range(12)
        for name in ("refused-call.txt", "strait-transit.txt")
    ]
    (corpus := tmp_path / "corpus.jsonl").write_text("\n".join(lines))
    whole, broken = tmp_path / "whole.db", tmp_path / "broken.db"
    pourparler("add", corpus, "--store", whole)
    for wait in (1.5, 2.5, 3.0):
        process = subprocess.Popen([*COMMAND, "add", str(corpus), "--store", str(broken)], stderr=subprocess.DEVNULL)
        time.sleep(wait)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert pourparler("add", corpus, "--store", broken).returncode == 0
    assert pourparler("doctor", "--store", broken).returncode == 0
    every = ("--limit", "9999")
    assert _sorted(pourparler("events", "--store", broken, *every)) == _sorted(
        pourparler("events", "--store", whole, *every)
    )


def _sorted(done: subprocess.CompletedProcess[str]) -> list[str]:
    return sorted(done.stdout.splitlines())


def test_doctor_exits_with_1_where_something_is_wrong(store: Path, tmp_path: Path) -> None:
    (copy := tmp_path / "copy.db").write_bytes(store.read_bytes())
    damage = "import sqlite3, sys; sqlite3.connect(sys.argv[1], isolation_level=None).execute('DELETE FROM reading')"
    subprocess.run([sys.executable, "-c", damage, str(copy)], check=True)
    done = pourparler("doctor", "--store", copy)
    assert done.returncode == 1
    assert "without a reading" in done.stdout
    assert "to mend it: " in done.stdout


def test_copies_of_one_story_are_one_family_in_any_order(tmp_path: Path) -> None:
    story = (EXAMPLES / "refused-call.txt").read_text()
    other = (EXAMPLES / "strait-transit.txt").read_text()
    stories = {
        "first": story,
        "copy": f"Another headline\n\n{story}",
        "cut": story[: int(len(story) * 0.7)],
        "other": other,
    }
    found = []
    for order in (list(stories), list(stories)[::-1]):
        lines = [json.dumps({"id": name, "text": stories[name], "published": "2024-10-17"}) for name in order]
        (corpus := tmp_path / "corpus.jsonl").write_text("\n".join(lines))
        (path := tmp_path / "families.db").unlink(missing_ok=True)
        assert pourparler("add", corpus, "--store", path).returncode == 0
        ask = (
            "import sqlite3, sys, json; print(json.dumps(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))"
        )
        query = "SELECT json_extract(head, '$.key'), family FROM article ORDER BY 1"
        done = subprocess.run([sys.executable, "-c", ask, str(path), query], capture_output=True, encoding="utf-8")
        found.append(dict(json.loads(done.stdout)))
        assert pourparler("doctor", "--store", path).returncode == 0
    assert found[0] == found[1]
    assert found[0]["first"] == found[0]["copy"] == found[0]["cut"] != found[0]["other"]


def test_csv_is_safe_to_open_and_whole(tmp_path: Path) -> None:
    text = '"=SUM(A1)" was declined by Norway, Sweden\'s request for a call, officials said on Monday. Norway refused.'
    line = {"id": "a", "title": "=cmd|' /C calc'!A0", "text": text, "published": "2024-03-06", "outlet": "@Fjord"}
    (corpus := tmp_path / "a.jsonl").write_text(json.dumps(line))
    pourparler("add", corpus, "--store", tmp_path / "s.db")
    done = pourparler("contacts", "--store", tmp_path / "s.db", "--format", "csv")
    heading, *rows = csv.reader(done.stdout.splitlines())
    assert heading[:3] == ["day", "what", "who"]
    assert rows
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]


def test_sides_are_told_by_code_or_name(store: Path) -> None:
    by_code, by_name = (
        pourparler("contacts", "--between", *sides, "--store", store).stdout
        for sides in (("JPN", "CHN"), ("japan", "China"))
    )
    assert by_code.count("\n") > 1
    assert by_name == by_code


def test_series_search_and_after_answer(store: Path) -> None:
    counts = [json.loads(line) for line in pourparler("series", "--by", "type", "--store", store).stdout.splitlines()]
    assert {"type", "events", "records", "reports", "origins"} == counts[0].keys()
    assert pourparler("series", "--by", "moon", "--store", store).returncode == 2
    assert "«" in pourparler("search", "refused", "--store", store).stdout
    refused = pourparler("contacts", "--between", "JPN", "CHN", "--status", "declined", "--store", store).stdout
    name = json.loads(refused.splitlines()[0])["id"]
    assert pourparler("after", name, "--days", "5", "--store", store).returncode == 0
