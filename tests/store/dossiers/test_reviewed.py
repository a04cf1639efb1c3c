"""Gold is what people found right, as they saw it, and only of articles that they have seen whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.store.making import TEXT, article, coded, reading

from pourparler.evaluation.gold import GoldArticle, read_lines
from pourparler.evaluation.scoring import compare, score
from pourparler.exports.gold import gold_lines, left_out
from pourparler.records import Reading, Status
from pourparler.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store.db", create=True) as opened:
        yield opened


def put(store: Store, *readings: Reading) -> None:
    with store.writing() as writer:
        for one in readings:
            writer.file(writer.keep(one.article, one.article.text.encode()), one)


def accept(store: Store, *records: str, by: str = "anna") -> None:
    with store.reviewing(by) as reviewer:
        for record in records:
            reviewer.accept(record)


def ids(one: Reading) -> list[str]:
    return [record.id for record in one.records]


def exported(store: Store, folder: Path) -> list[GoldArticle]:
    """The store's gold, written as `pourparler gold` writes it and read as `pourparler evaluate` reads it."""
    (path := folder / "gold.jsonl").write_text("\n".join(gold_lines(store.reviewed())))
    return list(read_lines(path))


def test_an_unchanged_reading_scores_one_on_gold_made_of_it(store: Store, tmp_path: Path) -> None:
    put(store, one := reading(article(), Status.DECLINED, Status.REQUESTED))
    accept(store, *ids(one))
    (gold,) = exported(store, tmp_path)
    assert (gold.article, gold.records) == (one.article, one.records)
    scores = score(compare(gold, one.records))
    tallies = [*scores.kinds.values(), *scores.fields.values()]
    assert all(tally.gold == tally.read == tally.right for tally in tallies)
    assert scores.kinds["contact"].right == 2


def test_a_correction_is_what_the_reading_is_scored_by(store: Store, tmp_path: Path) -> None:
    put(store, one := reading(article(), Status.DECLINED))
    accept(store, one.statements[0].id)
    with store.reviewing("bo") as reviewer:
        reviewer.correct(one.contacts[0].id, {"channel": "video"})
    (gold,) = exported(store, tmp_path)
    scores = score(compare(gold, one.records))
    assert (scores.kinds["contact"].right, scores.fields["contact", "channel"].right) == (1, 0)
    (reviewed,) = store.reviewed()
    assert reviewed.reviewers == ("anna", "bo")


def test_what_was_rejected_is_no_gold_and_nothing_in_it_rests_on_it(store: Store, tmp_path: Path) -> None:
    put(store, one := reading(article(), Status.DECLINED, Status.HELD))
    accept(store, one.contacts[0].id)
    with store.reviewing("anna") as reviewer:
        reviewer.reject(one.contacts[1].id)
        reviewer.reject(one.statements[0].id)
    (gold,) = exported(store, tmp_path)
    (record,) = gold.records
    assert record.id == one.contacts[0].id
    assert record.according_to == ()  # type: ignore[attr-defined]


def test_the_event_of_a_rejected_record_needs_no_review_of_its_own(store: Store) -> None:
    put(store, one := coded(reading(article(), Status.DECLINED)))
    accept(store, one.statements[0].id)
    with store.reviewing("anna") as reviewer:
        reviewer.reject(one.contacts[0].id)
    (reviewed,) = store.reviewed()
    assert (reviewed.complete, reviewed.records) == (True, one.statements)


def test_an_event_that_was_accepted_though_what_it_codes_was_not_codes_nothing(store: Store) -> None:
    put(store, one := coded(reading(article(), Status.DECLINED)))
    accept(store, one.statements[0].id, one.events[0].id)
    with store.reviewing("anna") as reviewer:
        reviewer.reject(one.contacts[0].id)
    (reviewed,) = store.reviewed()
    assert [getattr(record, "of", "") for record in reviewed.records] == ["", None]


def test_an_article_of_which_all_is_rejected_is_gold_without_records(store: Store, tmp_path: Path) -> None:
    put(store, one := reading(article(), Status.DECLINED))
    with store.reviewing("anna") as reviewer:
        for record in ids(one):
            reviewer.reject(record)
    (gold,) = exported(store, tmp_path)
    assert gold.records == ()


def test_an_article_is_complete_where_every_record_is_reviewed(store: Store) -> None:
    put(store, one := reading(article(), Status.DECLINED), reading(article(key="two"), Status.HELD))
    accept(store, one.contacts[0].id)
    (reviewed,) = store.reviewed()
    assert not reviewed.complete
    assert reviewed.unreviewed == (one.statements[0].id,)
    assert left_out(reviewed) == (
        f"{one.article.id} left out: 1 of its records nobody has reviewed, as {one.statements[0].id}"
    )
    accept(store, one.statements[0].id)
    assert [each.complete for each in store.reviewed()] == [True]


def test_gold_stays_as_it_was_seen_whatever_a_newer_reader_makes_of_it(store: Store) -> None:
    put(store, one := reading(article(), Status.DECLINED))
    accept(store, *ids(one))
    put(store, reading(article(), Status.DECLINED, reader="test 2", between=("NOR", "DNK")))
    (reviewed,) = store.reviewed()
    assert (reviewed.complete, reviewed.records) == (True, one.records)


def test_gold_keeps_what_a_newer_reader_no_longer_finds(store: Store) -> None:
    put(store, one := reading(article(), Status.DECLINED))
    accept(store, *ids(one))
    put(store, reading(article(), reader="test 2"))
    (reviewed,) = store.reviewed()
    assert (reviewed.complete, {record.id for record in reviewed.records}) == (True, set(ids(one)))


def test_what_only_a_newer_reader_finds_is_yet_to_be_reviewed(store: Store) -> None:
    put(store, one := reading(article(), Status.DECLINED))
    accept(store, *ids(one))
    put(store, newer := reading(article(), Status.DECLINED, Status.HELD, reader="test 2"))
    (reviewed,) = store.reviewed()
    assert reviewed.unreviewed == (newer.contacts[1].id,)


def test_a_correction_made_before_a_newer_reading_holds_of_what_was_seen(store: Store) -> None:
    put(store, one := reading(article(), Status.DECLINED))
    accept(store, one.statements[0].id)
    with store.reviewing("anna") as reviewer:
        first = reviewer.correct(one.contacts[0].id, {"channel": "video"})
        reviewer.correct(one.contacts[0].id, {"level": "minister"})
    put(store, reading(article(), Status.DECLINED, reader="test 2", between=("NOR", "DNK")))
    with store.reviewing("anna") as reviewer:
        reviewer.undo(first)
    (reviewed,) = store.reviewed()
    (record,) = (record for record in reviewed.records if record.kind == "contact")
    assert (record.level, record.channel) == ("minister", "phone")  # type: ignore[attr-defined]
    assert record.initiator.country == "SWE"  # type: ignore[attr-defined]


def test_words_that_a_newer_text_has_elsewhere_are_taken_from_there(store: Store) -> None:
    put(store, one := reading(article(), Status.DECLINED))
    accept(store, *ids(one))
    moved = reading(article(f"Updated. {TEXT}", published="2024-03-07"), Status.DECLINED)
    same = [_with_id(new, old) for new, old in zip(moved.records, one.records, strict=True)]
    put(store, Reading(header=moved.header, article=moved.article, records=tuple(same)))
    (reviewed,) = store.reviewed()
    assert reviewed.unfit == ()
    assert all(
        record.anchor.start == old.anchor.start + 9 for record, old in zip(reviewed.records, one.records, strict=True)
    )


def _with_id(new: Any, old: Any) -> Any:
    """The newer record as a reader that keeps ids would have made it."""
    return replace(new, **{name: getattr(old, name) for name in ("id", "according_to", "when") if hasattr(old, name)})


def test_a_review_that_no_newer_text_bears_out_is_told(store: Store) -> None:
    put(store, one := reading(article(), Status.DECLINED))
    accept(store, *ids(one))
    put(store, reading(article("Quite another text, citing protocol, an official said.", published="2024-03-09")))
    (reviewed,) = store.reviewed()
    assert set(reviewed.unfit) == set(ids(one))
    assert "2 reviews do not fit its text any more" in left_out(reviewed)


def test_undone_reviews_make_no_gold(store: Store) -> None:
    put(store, one := reading(article(), Status.DECLINED))
    accept(store, one.contacts[0].id)
    with store.reviewing("anna") as reviewer:
        reviewer.undo(one.contacts[0].id)
        reviewer.note(one.contacts[0].id, "no verdict")
    assert list(store.reviewed()) == []
    assert list(gold_lines(store.reviewed())) == []


def test_readings_are_given_back_as_corrected_and_without_what_was_rejected(store: Store) -> None:
    put(store, one := reading(article(), Status.DECLINED, Status.HELD), reading(article(key="two")))
    with store.reviewing("anna") as reviewer:
        reviewer.correct(one.contacts[0].id, {"channel": "video"})
        reviewer.reject(one.contacts[1].id)
    first, _ = store.readings()
    assert (first.header.reader, first.article) == ("test 1", one.article)
    assert [(record.id, getattr(record, "channel", None)) for record in first.records] == [
        (one.statements[0].id, None), (one.contacts[0].id, "video"),
    ]  # fmt: skip
