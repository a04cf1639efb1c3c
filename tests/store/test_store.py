"""The store keeps what it is given once, whole, and gives it back."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from tests.store.making import TEXT, article, reading

from pourparler.errors import StoreError, UsageError
from pourparler.records import Failure, Status
from pourparler.store import By, Cursor, Filter, Store, default_path, open_store

CONTACTS = Filter(kinds=("contact",))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "a" / "store.db", create=True)


def put(store: Store, *readings: object) -> None:
    with store.writing() as writer:
        for one in readings:
            writer.file(writer.keep(one.article, one.article.text.encode()), one)


def statuses(store: Store, wanted: Filter = CONTACTS) -> list[str]:
    return [str(entry.record.status) for entry in store.ask(wanted)]


def count(store: Store, table: str) -> int:
    return store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_what_is_read_is_given_back_as_it_was(store: Store) -> None:
    put(store, one := reading(article(), Status.DECLINED))
    (entry,) = store.ask(CONTACTS)
    assert entry.record == one.contacts[0]
    assert entry.told_by == {one.statements[0].id: one.statements[0]}
    assert (entry.outlet, entry.published, entry.day) == ("The Fjord", "2024-03-06", "2024-03-06")


def test_adding_again_changes_nothing(store: Store) -> None:
    for _ in range(3):
        put(store, reading(article(), Status.DECLINED, Status.REQUESTED))
    assert [count(store, t) for t in ("article", "reading", "record", "source")] == [1, 1, 3, 1]
    assert count(store, "pair") == 2


def test_an_article_is_pending_until_this_reader_has_read_this_text(store: Store) -> None:
    assert store.is_pending(article(), "test 1")
    put(store, reading(article(), Status.DECLINED))
    assert not store.is_pending(article(), "test 1")
    assert store.is_pending(article(), "test 2")
    assert store.is_pending(article(TEXT + " Later corrected."), "test 1")


def test_a_skipped_article_is_kept_with_its_reason_and_is_not_pending(store: Store) -> None:
    with store.writing() as writer:
        writer.skip(writer.keep(article()), "test 1", "no words of the field")
    assert not store.is_pending(article(), "test 1")
    assert store.connection.execute("SELECT outcome, why FROM reading").fetchone() == (
        "skipped",
        "no words of the field",
    )


def test_a_newer_reader_replaces_the_records_and_the_old_ones_are_packed_away(store: Store) -> None:
    put(store, old := reading(article(), Status.DECLINED))
    put(store, reading(article(), Status.DECLINED, Status.REQUESTED, reader="test 2"))
    assert sorted(statuses(store)) == ["declined", "requested"]
    assert old.contacts[0].id in {entry.record.id for entry in store.ask(CONTACTS)}
    assert count(store, "reading") == 2


def test_a_changed_text_is_a_new_version_and_only_the_new_one_is_asked(store: Store) -> None:
    put(store, reading(article(), Status.DECLINED))
    put(store, reading(article(TEXT + " Corrected."), Status.ACCEPTED))
    assert statuses(store) == ["accepted"]
    old, new = store.connection.execute("SELECT no, supersedes, current FROM article ORDER BY no").fetchall()
    assert (old[1:], new[1:]) == ((None, 0), (old[0], 1))


def test_nothing_of_a_broken_transaction_is_kept(store: Store) -> None:
    def break_off() -> None:
        with store.writing() as writer:
            writer.file(writer.keep(article()), reading(article(), Status.DECLINED))
            raise KeyError

    with pytest.raises(KeyError):
        break_off()
    assert [count(store, table) for table in ("article", "record", "article_words")] == [0, 0, 0]


def test_an_input_that_is_no_article_is_listed_once(store: Store) -> None:
    for _ in range(2):
        with store.writing() as writer:
            writer.note_failure(Failure(input="a.txt", error="NotAnArticle", message="is empty"))
    assert count(store, "failure") == 1


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(between=("SWE", "NOR")), 1),
        (Filter(between=("SWE", "DNK")), 0),
        (Filter(involving=("NOR",)), 2),
        (Filter(involving=("NOR", "DNK")), 1),
        (Filter(by="NOR"), 1),
        (Filter(by="SWE"), 0),
        (Filter(types=("declined",)), 1),
        (Filter(channels=("video",)), 0),
        (Filter(reasons=("protocol",)), 2),
        (Filter(reasons=("health",)), 0),
        (Filter(according_to="NOR"), 1),
        (Filter(according_to="SWE"), 0),
        (Filter(outlet="the fjord"), 1),
        (Filter(words="Oslo official"), 2),
        (Filter(words='"official Oslo"'), 0),
        (Filter(since="2024-03-07"), 1),
        (Filter(until="2024-03-06"), 1),
        (Filter(since="2024-03-06", until="2024-03-06"), 1),
    ],
)
def test_each_filter_narrows(store: Store, wanted: Filter, found: int) -> None:
    put(
        store,
        reading(article(), Status.DECLINED),
        reading(article(key="two", outlet="Sund", published="2024-03-09"), Status.HELD, between=("DNK", "NOR")),
    )
    assert len([entry for entry in store.ask(wanted) if entry.record.kind == "contact"]) == found


def test_pages_follow_each_other_without_gap_or_repeat(store: Store) -> None:
    put(*(store, *(reading(article(key=f"{n}", published=f"2024-03-{n // 2 + 1:02d}"), Status.HELD) for n in range(9))))
    whole = [entry.number for entry in store.ask(CONTACTS)]
    paged, after = [], None
    while page := store.ask(CONTACTS, limit=2, behind=after):
        paged += [entry.number for entry in page]
        after = Cursor.parse(str(Cursor.behind(page[-1])))
    assert paged == whole
    assert len(whole) == 9


def test_a_cursor_that_is_none_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="no place to go on from"):
        Cursor.parse("yesterday")


def test_a_store_that_is_not_there_is_told_how_to_make(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="pourparler add"):
        open_store(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE mine (a)")
    with pytest.raises(StoreError, match="another program"):
        open_store(path, create=True)
    assert sqlite3.connect(path).execute("SELECT name FROM sqlite_schema").fetchall() == [("mine",)]


def test_a_text_file_is_no_store(tmp_path: Path) -> None:
    (path := tmp_path / "notes.txt").write_text("not a database, but long enough to be looked at as one" * 30)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(path)


def test_a_newer_store_asks_for_an_upgrade(store: Store) -> None:
    store.connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="upgrade"):
        open_store(store.path)


def test_a_full_disk_is_told_and_nothing_is_lost(store: Store) -> None:
    put(store, reading(article(), Status.DECLINED))
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreError, match="no room left"):
        put(store, *(reading(article(TEXT * 50, key=str(n)), Status.HELD) for n in range(20)))
    assert statuses(store) == ["declined"]
    assert store.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "file" / "store.db", create=True)


def test_a_second_writer_says_that_the_first_writes(store: Store) -> None:
    store.connection.execute("PRAGMA busy_timeout = 50")
    with open_store(store.path) as other, other.writing():
        with pytest.raises(StoreError, match="being written by another program"):
            put(store, reading(article(), Status.DECLINED))
        assert statuses(store) == []  # readers are not kept waiting
    put(store, reading(article(), Status.DECLINED))
    assert statuses(store) == ["declined"]


def test_the_default_store_can_be_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("POURPARLER_STORE", str(tmp_path / "mine.db"))
    assert default_path() == tmp_path / "mine.db"
    monkeypatch.delenv("POURPARLER_STORE")
    assert default_path().name == "store.db"
    assert default_path().parent.name == "pourparler"
    assert os.path.isabs(default_path())


# --- changes, forgetting, checking -------------------------------------------------------------------


def test_changes_tell_what_a_newer_reader_added_changed_and_withdrew(store: Store) -> None:
    old = reading(article(), Status.DECLINED, Status.REQUESTED)
    new = reading(article(), Status.DECLINED, Status.OFFERED, reader="test 2", between=("NOR", "DNK"))
    put(store, old)
    assert list(store.changes()) == []
    put(store, new)
    told = {(change.what, change.kind): change for change in store.changes()}
    assert told["changed", "contact"].fields == ("initiator", "participants")
    assert told["added", "contact"].id == new.contacts[1].id
    assert told["withdrawn", "contact"].id == old.contacts[1].id


def test_what_was_forgotten_is_nowhere_in_the_file_and_is_not_read_again(store: Store) -> None:
    secret = article("A confidential flag meeting was declined at Rivergate, citing protocol, an Oslo official said.")
    put(store, reading(secret, Status.DECLINED), reading(article(key="two"), Status.HELD))
    assert store.forget(secret.id) == [1]
    assert b"rivergate" not in store.path.read_bytes().lower()
    assert statuses(store) == ["held"]
    assert not store.is_pending(secret, "test 2")
    assert [count(store, table) for table in ("article", "source")] == [2, 1]
    assert list(store.check()) == []
    with pytest.raises(UsageError, match="no article"):
        store.forget(secret.id)


def test_of_several_articles_all_are_forgotten_or_none(store: Store) -> None:
    made = article()
    put(store, reading(made, Status.DECLINED))
    with pytest.raises(UsageError, match="no article nonesuch"):
        store.forget(made.id, "nonesuch")
    assert statuses(store) == ["declined"]


def test_asking_an_empty_file_makes_no_store_of_it(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(UsageError, match="is empty; make a store"):
        open_store(path)
    assert path.stat().st_size == 0


def test_an_older_edition_that_arrives_later_does_not_stand(store: Store) -> None:
    put(store, reading(article(TEXT + " Corrected.", published="2024-03-07"), Status.ACCEPTED))
    put(store, reading(article(published="2024-03-06"), Status.DECLINED))
    assert statuses(store) == ["accepted"]
    assert not store.is_pending(article(published="2024-03-06"), "test 1")


def test_a_sound_store_has_no_faults(store: Store) -> None:
    put(store, reading(article(), Status.DECLINED), reading(article(TEXT + " Corrected."), Status.HELD))
    assert list(store.check()) == []


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE article SET text = 'Other words altogether'", "other words than"),
        ("DELETE FROM reading", "1 articles without a reading"),
        ("DELETE FROM article_words WHERE rowid = (SELECT no FROM article)", "the index of words"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM record WHERE kind = 'contact'", "records that are gone"),
        (
            "INSERT INTO judgement (id, kind, relation, subject, by, at) VALUES ('j', 'link', 'is', 'co-0', 'me', '')",
            "one of which is gone",
        ),
    ],
)
def test_each_kind_of_damage_is_found_and_told_how_to_mend(store: Store, damage: str, told: str) -> None:
    put(store, reading(article(), Status.DECLINED))
    store.connection.executescript(damage)
    faults = list(store.check())
    assert any(told in fault.what for fault in faults)
    assert all(fault.mend for fault in faults)


# --- families ----------------------------------------------------------------------------------------


def band(number: int) -> bytes:
    """One band of a text's marks."""
    return number.to_bytes(6)


def families(store: Store) -> dict[str, str]:
    return dict(store.connection.execute("SELECT id, family FROM article WHERE current AND family IS NOT NULL"))


def tied(store: Store, *names: str) -> dict[str, str]:
    """The ids of articles with these keys, each alone in its family."""
    ids = {}
    with store.writing() as writer:
        for k, name in enumerate(names):
            ids[name] = (one := article(f"{TEXT} {name}", key=name)).id
            writer.relatives.place(writer.keep(one), band(100 + k) + band(7))
    return ids


def test_ties_bring_families_together_whatever_their_order(tmp_path: Path) -> None:
    found = []
    for pairs in ([("a", "b"), ("c", "d"), ("b", "c")], [("b", "c"), ("d", "c"), ("b", "a")]):
        with open_store(tmp_path / f"{len(found)}.db", create=True) as store:
            ids = tied(store, "a", "b", "c", "d", "e")
            with store.writing() as writer:
                for one, other in pairs:
                    writer.relatives.tie(ids[one], ids[other], "copy", 1.0, ["same words"])
            found.append(families(store))
            assert len(set(families(store).values())) == 2
    assert found[0] == found[1]


def test_a_new_edition_leaves_its_family_and_what_it_held_together_falls_apart(store: Store) -> None:
    ids = tied(store, "a", "b", "c")
    with store.writing() as writer:
        writer.relatives.tie(ids["a"], ids["b"], "copy", 1.0, [])
        writer.relatives.tie(ids["b"], ids["c"], "copy", 1.0, [])
        writer.keep(article("Something else altogether, the ministry said.", key="b", published="2024-03-08"))
    assert families(store) == {one: one for one in ids.values()}
    assert count(store, "judgement WHERE withdrawn_at IS NULL") == 0
    assert count(store, "sketch") == 2


def test_candidates_are_the_current_articles_that_share_a_band(store: Store) -> None:
    ids = tied(store, "a", "b")
    with store.writing() as writer:

        def found(*marks: int, by: str = "z") -> list[str]:
            near = [number for number, _ in writer.relatives.sharing(b"".join(map(band, marks)))]
            return [one.id for one in writer.relatives.candidates(article("new", key=by), near)]

        assert found(7) == sorted(ids.values())
        assert found(3, 100) == [ids["a"]]
        assert found(7, by="a") == [ids["b"]]
        assert found(5) == found() == []


# --- counting, following, searching ------------------------------------------------------------------


def test_series_counts_records_reports_and_origins(store: Store) -> None:
    put(
        store,
        reading(article(key="a"), Status.DECLINED, Status.REQUESTED),
        reading(article(key="b"), Status.DECLINED),
        reading(article(key="c", published="2024-04-01"), Status.HELD),
    )
    ids = [article(key=key).id for key in "abc"]
    with store.writing() as writer:
        for number, name in store.connection.execute("SELECT no, id FROM article").fetchall():
            writer.relatives.place(number, band(ids.index(name)))
        writer.relatives.tie(ids[0], ids[1], "copy", 1.0, [])
    (march, april) = store.series(CONTACTS)
    assert (march.group, march.records, march.reports, march.origins) == (("2024-03",), 3, 2, 1)
    assert (april.group, april.records, april.reports, april.origins) == (("2024-04",), 1, 1, 1)
    assert {tally.group: tally.records for tally in store.series(CONTACTS, (By.TYPE, By.PAIR))} == {
        ("declined", "NOR SWE"): 2,
        ("held", "NOR SWE"): 1,
        ("requested", "NOR SWE"): 1,
    }
    assert store.series(Filter(between=("NOR", "DNK"))) == []


def test_what_followed_is_told_in_order_and_of_the_same_sides(store: Store) -> None:
    put(
        store,
        first := reading(article(key="a", published="2024-03-01"), Status.DECLINED),
        reading(article(key="b", published="2024-03-20"), Status.HELD),
        reading(article(key="c", published="2024-03-10"), Status.REQUESTED),
        reading(article(key="d", published="2024-03-05"), Status.HELD, between=("NOR", "DNK")),
        reading(article(key="e", published="2024-02-20"), Status.HELD),
    )
    told = [(entry.day, str(entry.record.status)) for entry in store.after(first.contacts[0].id, 30)]
    assert told == [("2024-03-10", "requested"), ("2024-03-20", "held")]
    assert [entry.day for entry in store.after(first.contacts[0].id, 10)] == ["2024-03-10"]
    with pytest.raises(UsageError, match="no record co-0"):
        store.after("co-0")
    with pytest.raises(UsageError, match="has no two sides"):
        store.after(first.statements[0].id)


def test_search_finds_all_the_words_and_shows_where(store: Store) -> None:
    put(store, reading(article(key="a")), reading(article("A flag meeting was held.", key="b", published="2024-03-09")))
    assert [found.words for found in store.search("protocol")] == [
        "Norway declined a call with Sweden, citing «protocol», an Oslo official said."
    ]
    assert [found.published for found in store.search("a")] == ["2024-03-09", "2024-03-06"]
    assert store.search('"meeting flag"') == []
    assert store.search('AND OR NOT ( "') == []


def test_search_goes_on_behind_an_article_and_marks_words_as_it_is_told(store: Store) -> None:
    told = (article(f"{TEXT} {key}.", key=key, published=f"2024-03-0{day}") for day, key in enumerate("abc", 1))
    put(store, *map(reading, told))
    newest, *older = store.search("protocol", marks=("<", ">"))
    assert "<protocol>" in newest.words
    assert store.search("protocol", behind=newest.number, marks=("<", ">")) == older
    assert store.search("protocol", behind=0) == []
    assert store.search("") == store.search('"') == []
