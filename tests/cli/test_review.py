"""Reviewing, gold and doctor from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
import spacy
from spacy.tokens import DocBin
from tests.cli.conftest import Result
from tests.cli.test_store import EXAMPLES, pourparler
from tests.store.making import TEXT, article, reading

from pourparler.records import Status
from pourparler.store import Store, open_store

Command = Callable[..., Result]


def link_changed(store: Store) -> Iterator[int]:
    """Linking as the pipeline does it, by a ledger that finds nothing."""
    while True:
        with store.writing() as writer:
            if (scope := writer.links.next_scope()) is None:
                return
            writer.links.replace(scope, 1, writer.links.around(scope, 1), [])
        yield store.links_to_make()


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pipeline: ModuleType) -> Path:
    monkeypatch.setattr(pipeline, "link_changed", link_changed, raising=False)
    monkeypatch.setenv("POURPARLER_STORE", str(path := tmp_path / "ledger.db"))
    monkeypatch.setenv("POURPARLER_REVIEWER", "anna")
    with open_store(path, create=True) as store, store.writing() as writer:
        for key in "abc":
            one = reading(article(f"{TEXT} {key}", key=key), Status.DECLINED)
            writer.file(writer.keep(one.article), one)
        store.connection.execute("DELETE FROM to_link")
    return path


def ids(run: Command, *options: str, kind: str = "contacts") -> list[str]:
    return [json.loads(line)["id"] for line in run(kind, *options).out.splitlines()]


def test_reviews_are_told_on_standard_error_and_by_whom(run: Command, path: Path) -> None:
    one, two, _ = ids(run)
    done = run("accept", one, two)
    assert (done.code, done.out) == (0, "")
    assert f"{one}: accepted (re-{one}-1), by anna" in done.err
    assert run("reject", one, "--by", "bo").err.endswith(f"{one}: rejected (re-{one}-3), by bo\n")
    assert ids(run, "--rejected") == [one]
    assert ids(run, "--reviewed") == [two]
    assert one not in ids(run, "--unreviewed")


def test_all_reviews_of_one_call_are_kept_or_none(run: Command, path: Path) -> None:
    one, *_ = ids(run)
    done = run("accept", one, "co-000000000000")
    assert done.code == 2
    assert "no record or link co-000000000000" in done.err
    assert run("history", one).err == f"pourparler: nothing has been judged about {one}\n"


def test_lists_show_what_was_corrected_and_by_whom(run: Command, path: Path) -> None:
    one, *_ = ids(run)
    assert "review" not in run("contacts", "--format", "table").out.splitlines()[0].split()
    assert run("correct", one, "status=held", "initiator.country=FIN").code == 0
    heading, line = run("contacts", "--between", "FIN", "NOR", "--format", "table").out.splitlines()
    assert "review" in heading.split()
    assert "corrected by anna" in line
    (value,) = map(json.loads, run("contacts", "--between", "FIN", "NOR").out.splitlines())
    assert (value["status"], value["review"]["verdict"], value["review"]["by"]) == ("held", "corrected", "anna")
    heading, line = run("contacts", "--between", "FIN", "NOR", "--format", "csv").out.splitlines()
    assert dict(zip(heading.split(","), line.split(","), strict=False))["review"] == "corrected by anna"
    assert run("undo", one).code == 0
    assert ids(run, "--between", "FIN", "NOR") == []


def test_what_is_not_reviewed_says_nothing_of_reviews(run: Command, path: Path) -> None:
    assert {json.loads(line)["review"] for line in run("contacts").out.splitlines()} == {None}


def test_what_a_review_changes_is_linked_anew_at_once(run: Command, path: Path) -> None:
    one, *_ = ids(run)
    with open_store(path) as store:
        assert store.links_to_make() == 0
        with store.reviewing("bo") as reviewer:
            reviewer.correct(one, {"initiator.country": "FIN"})
        assert store.links_to_make() == 2
    run("undo", one)
    with open_store(path) as store:
        assert store.links_to_make() == 2  # nothing more than waited before, and that waits for `add`
    run("correct", one, "initiator.country=DNK")
    with open_store(path) as store:
        assert store.links_to_make() == 0


def test_merged_records_are_one_event_until_one_is_split_off(run: Command, path: Path) -> None:
    one, two, three = ids(run)
    assert run("merge", one, two, three).code == 0
    assert len(ids(run, "--once")) == 1
    (tally,) = map(json.loads, run("series").out.splitlines())
    assert (tally["events"], tally["records"]) == (1, 3)
    run("split", two)
    assert len(ids(run, "--once")) == 2


def test_the_history_tells_who_said_what_when_and_what_stands(run: Command, path: Path) -> None:
    one, *_ = ids(run)
    run("note", one, "told by a stringer")
    run("correct", one, "status=held", "due=null", "--by", "bo")
    run("undo", one, "--by", "cy")
    heading, first, second = run("history", one, "--format", "table").out.splitlines()
    assert heading.split() == ["at", "by", "judgement", "of", "with", "score", "state", "id", "why"]
    assert first.split()[1:4] == ["anna", "note", one]
    assert first.endswith("told by a stringer")
    assert "withdrawn by cy at" in second
    assert second.endswith("due=null; status=held")
    assert run("history", one, "--format", "csv").out.splitlines()[1].split(",")[1:4] == ["anna", "note", one]
    told = [json.loads(line) for line in run("history", one).out.splitlines()]
    assert [(each["relation"], each["by"], each["withdrawn_by"], each["holds"]) for each in told] == [
        ("note", "anna", None, True), ("correct", "bo", "cy", False),
    ]  # fmt: skip


def test_notes_can_be_closed_and_opened_again(run: Command, path: Path) -> None:
    one, *_ = ids(run)
    assert f"{one}: closed to further notes (re-{one}-2), by anna" in run("note", one, "settled", "--close").err
    refused = run("note", one, "but", "--by", "bo")
    assert (refused.code, "anna closed the notes" in refused.err) == (2, True)
    _, note, close = run("history", one, "--format", "table").out.splitlines()
    assert (note.split()[2], close.split()[2], "stands" in close) == ("note", "close", True)
    assert run("note", one, "after all", "--reopen", "--by", "bo").code == 0
    told = [json.loads(line) for line in run("history", one).out.splitlines()]
    assert [(each["relation"], each["withdrawn_by"]) for each in told] == [
        ("note", None), ("close", "bo"), ("note", None),
    ]  # fmt: skip
    assert run("note", one).code == run("note", one, "--close", "--reopen").code == 2
    assert run("note", one, "--close").code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["correct", "ONE", "status=met"], "'met' is none of"),
        (["correct", "ONE", "status"], "write FIELD=VALUE"),
        (["merge", "ONE", "ONE"], "cannot be merged with itself"),
        (["undo", "ONE"], "no review of ONE stands"),
        (["history", "co-1"], "no record, link or article co-1"),
        (["accept", "ONE", "--by", "ledger"], "'ledger' is no reviewer's name"),
        (["docbin", "--out", "."], ". is a folder; name the file"),
    ],
)
def test_what_cannot_be_done_is_wrong_usage(run: Command, path: Path, arguments: list[str], told: str) -> None:
    one, *_ = ids(run)
    done = run(*(argument.replace("ONE", one) for argument in arguments))
    assert done.code == 2
    assert told.replace("ONE", one) in done.err


def test_who_withdraws_the_review_of_somebody_else_is_told_whose_it_was(run: Command, path: Path) -> None:
    one = ids(run)[0]
    run("accept", one, "--by", "bo")
    review = run("history", one).out.partition('"id": "')[2].partition('"')[0]
    assert run("undo", one).err == f"pourparler: {one}: {review}, a review by bo, withdrawn, by anna\n"
    run("accept", one)
    assert "a review by" not in run("undo", one).err


def test_an_empty_name_is_no_reviewers(run: Command, path: Path) -> None:
    for name in ("", "  "):
        done = run("reject", ids(run)[0], "--by", name)
        assert (done.code, len(ids(run))) == (2, 3)
        assert "is no reviewer's name; give your own with --by" in done.err


def test_who_reviews_is_whoever_is_logged_in_where_nothing_says_otherwise(
    run: Command, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, *_ = ids(run)
    monkeypatch.delenv("POURPARLER_REVIEWER")
    monkeypatch.setattr("getpass.getuser", lambda: "dora")
    assert run("accept", one).err.endswith("by dora\n")

    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    done = run("accept", one)
    assert (done.code, "say who reviews with --by" in done.err) == (2, True)


# --- gold, docbin ------------------------------------------------------------------------------------


def test_gold_is_written_of_articles_that_are_reviewed_whole(run: Command, path: Path, tmp_path: Path) -> None:
    one, two, _ = ids(run)
    every = {entry: json.loads(line) for line in run("contacts").out.splitlines() for entry in [json.loads(line)["id"]]}
    run("accept", one, *every[one]["according_to"])
    run("accept", two)
    done = run("gold", "--out", "-")
    header, head, *records = map(json.loads, done.out.splitlines())
    assert (header["reader"], head["id"]) == ("reviewed by anna", every[one]["article"])
    assert {record["id"] for record in records} == {one, *every[one]["according_to"]}
    assert f"{every[two]['article']} left out: 1 of its records nobody has reviewed" in done.err
    assert done.err.endswith("1 articles with 2 records\n")
    assert run("gold", "--out", str(tmp_path / "gold")).code == 0
    assert [file.name for file in (tmp_path / "gold").iterdir()] == [f"{every[one]['article']}.jsonl"]
    partly = run("gold", "--out", "-", "--partly")
    assert [json.loads(line)["kind"] for line in partly.out.splitlines()].count("article") == 2
    assert "left out" not in partly.err


def test_docbin_is_what_spacy_reads(run: Command, path: Path, tmp_path: Path) -> None:
    one, two, three = ids(run)
    run("reject", two)
    done = run("docbin", "--out", str(out := tmp_path / "records.spacy"))
    assert (done.code, done.out) == (0, "")
    assert "3 articles, 7 spans, 0 of them cut to whole tokens, 0 left out as within one token" in done.err
    docs = list(DocBin().from_disk(out).get_docs(spacy.blank("en").vocab))
    assert {span.id_ for doc in docs for span in doc.spans.get("contact", [])} == {one, three}
    assert "0 articles" in run("docbin", "--out", str(out), "--reviewed").err


def test_what_the_reader_reads_again_scores_one_on_gold_that_was_accepted(tmp_path: Path) -> None:
    store = ("--store", tmp_path / "ledger.db")
    assert pourparler("add", EXAMPLES / "refused-call.txt", *store).returncode == 0
    lists = [pourparler(f"{kind}s", *store).stdout for kind in ("statement", "contact", "incident", "event", "dispute")]
    lists += [pourparler(f"{kind}s", *store).stdout for kind in ("measure", "tenure")]
    records = [json.loads(line)["id"] for lines in lists for line in lines.splitlines()]
    assert pourparler("accept", *records, "--by", "anna", *store).returncode == 0
    done = pourparler("gold", "--out", tmp_path / "gold", *store)
    assert f"1 articles with {len(records)} records" in done.stderr
    scores = json.loads(pourparler("evaluate", tmp_path / "gold", "--json").stdout)
    found = [told for told in scores.values() if told["gold"]]
    assert len(found) >= 3
    assert {told["f1"] for told in found} == {1.0}
    fields = [field for told in found for field in told["fields"].values() if field["gold"]]
    assert {field["f1"] for field in fields} == {1.0}


# --- doctor ------------------------------------------------------------------------------------------


def test_doctor_tells_what_is_wrong_and_mends_it_where_it_is_asked_to(run: Command, path: Path) -> None:
    with open_store(path) as store:
        store.connection.execute("DELETE FROM pair")
        store.connection.execute("UPDATE record SET deed = 'co-1'")
    done = run("doctor")
    assert (done.code, len(done.out.splitlines())) == (1, 11)
    assert "is not listed by what it says (pair); to mend it: `pourparler doctor --mend` lists the record" in done.out
    assert done.err.endswith("11 faults\n")
    mended = run("doctor", "--mend")
    assert (mended.code, mended.out) == (0, "")
    assert mended.err.endswith("all is well, 11 mended\n")
    assert run("doctor").err.endswith("all is well\n")


def test_doctor_says_what_it_cannot_mend(run: Command, path: Path) -> None:
    with open_store(path) as store:
        store.connection.execute("UPDATE article SET text = 'Other words' WHERE no = (SELECT min(no) FROM article)")
    done = run("doctor", "--mend")
    assert done.code == 1
    assert "its text is not the one that came in; to mend it: restore the store from a copy" in done.out
