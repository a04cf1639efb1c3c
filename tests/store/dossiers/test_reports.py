"""An article as the store has it, who read it, and whom its records name."""

from __future__ import annotations

from pathlib import Path

from tests.exports.example import ARTICLE, CALL, READER, REFUSAL, TEXT, other, store_of

from pourparler.store import Cursor, Filter


def test_a_report_has_the_text_the_reader_and_the_names(tmp_path: Path) -> None:
    report = store_of(tmp_path, CALL, REFUSAL).report(ARTICLE.id)
    assert report
    assert (report.article.text, report.reader) == (TEXT, READER)
    assert report.people == ("A. Berg", "Kari Lund")
    assert (report.organisations, report.places) == (("Norwegian Ministry of Defence",), ("Vardø",))


def test_there_is_no_report_of_an_article_that_is_not_there_or_was_forgotten(tmp_path: Path) -> None:
    store = store_of(tmp_path, CALL)
    assert store.report("ar-0") is None
    store.forget(ARTICLE.id)
    assert store.report(ARTICLE.id) is None


def test_every_gives_all_that_ask_gives_page_by_page(tmp_path: Path) -> None:
    store, wanted = store_of(tmp_path, *(other(nth) for nth in range(120))), Filter(kinds=("event",))
    every = [entry.record.id for entry in store.every(wanted)]
    first = store.ask(wanted, limit=70)
    rest = [entry.record.id for entry in store.every(wanted, behind=Cursor.behind(first[-1]))]
    assert len(every) == 120
    assert every == [entry.record.id for entry in first] + rest


def test_every_gives_the_records_as_they_were_when_it_began(tmp_path: Path) -> None:
    store = store_of(tmp_path, *(other(nth) for nth in range(10)))
    reading = store.every(Filter(kinds=("event",)))
    next(reading)
    store_of(tmp_path, other(99)).close()  # another reading takes the place of the first
    assert len(list(reading)) == 9
    assert len(list(store.every(Filter(kinds=("event",))))) == 1
