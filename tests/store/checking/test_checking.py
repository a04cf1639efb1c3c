"""Doctor finds each fault of a store that was broken on purpose, tells what to do, and mends what can be made anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tests.store.making import TEXT, article, coded, reading

from pourparler.errors import StoreError
from pourparler.records import Reading, Relation, Status
from pourparler.records.judgements import link
from pourparler.store import Cure, Fault, Filter, Store, open_store

CONTACTS = Filter(kinds=("contact",))


@dataclass(frozen=True)
class Broken:
    """A way to break the store of `store`, what is told of it, and whether `doctor --mend` mends it."""

    damage: str
    told: str
    mends: bool = True


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three reports of one refusal, linked or merged, some corrected or rejected; a text that was corrected."""
    with open_store(tmp_path / "store.db", create=True) as opened:
        readings = [coded(reading(article(f"{TEXT} {key}", key=key), Status.DECLINED, Status.HELD)) for key in "abc"]
        put(opened, *readings, reading(article(TEXT, key="d"), Status.HELD))
        put(opened, reading(article(f"{TEXT} Corrected.", key="d", published="2024-03-07"), Status.HELD))
        put(opened, coded(reading(readings[0].article, Status.DECLINED, Status.HELD, reader="test 2")))
        a, b, c = sorted(one.contacts[0].id for one in readings)
        with opened.writing() as writer:
            for number in (A, B):
                writer.relatives.place(number, (7).to_bytes(6) + number.to_bytes(6))
            writer.relatives.tie(*(one.article.id for one in readings[:2]), "copy", 1.0, [])
            writer.judge.keep([link(Relation.SAME, a, b, score=0.9, reasons=())], scope="NOR SWE")
            writer.judge.regroup([a])
        with opened.reviewing("anna") as reviewer:
            reviewer.merge(b, c)
            reviewer.correct(readings[0].contacts[1].id, {"when": "2024-04-01"})
            reviewer.reject(readings[1].contacts[1].id)
        opened.connection.execute("PRAGMA foreign_keys = OFF")
        yield opened


def put(store: Store, *readings: Reading) -> None:
    with store.writing() as writer:
        for one in readings:
            writer.file(writer.keep(one.article, one.article.text.encode()), one)


def cure(store: Store) -> list[Fault]:
    """What is left after mending as often as `doctor` does."""
    for _ in range(3):
        store.mend(list(store.check()))
    return list(store.check())


def test_a_sound_store_with_links_and_reviews_has_no_faults(store: Store) -> None:
    assert list(store.check()) == []
    assert len({entry.deed for entry in store.ask(CONTACTS)}) == 4
    assert store.mend([]) == 0


#: The numbers of the articles: by their day of publication, then as they came.
A = 1_000_000 * date(2024, 3, 6).toordinal() + 1
B, D, CORRECTED = A + 1, A + 3, A + 1_000_000
FIRST = "(SELECT min(no) FROM record WHERE kind = 'contact')"
BROKEN = {
    # the file and the evidence
    "index": Broken(
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '(person COLLATE NOCASE',"
        " '(office COLLATE NOCASE') WHERE name = 'party_person'; PRAGMA writable_schema = RESET",
        "row 1 missing from index party_person",
        mends=False,
    ),
    "words": Broken(f"DELETE FROM article_words WHERE rowid = {A}", "the index of words does not fit"),
    "source bytes": Broken("UPDATE source SET packed = x'789c030000000001'", "its bytes are not those", mends=False),
    "source length": Broken("UPDATE source SET length = length + 1", "its bytes are not those", mends=False),
    "text": Broken(f"UPDATE article SET text = text || ' ' WHERE no = {A}", "its text is not the one", mends=False),
    "head": Broken(f"UPDATE article SET head = '{{}}' WHERE no = {A}", "its head is no article", mends=False),
    "no text": Broken(f"UPDATE article SET text = NULL WHERE no = {A}", "its text is not the one", mends=False),
    "forgotten": Broken(f"UPDATE article SET forgotten = 'x' WHERE no = {A}", "but its text is there", mends=False),
    "two versions": Broken("UPDATE article SET current = 1", "2 of its text versions are current", mends=False),
    "no version": Broken(f"UPDATE article SET current = 0 WHERE no = {B}", "0 of its text versions", mends=False),
    "unread": Broken(f"DELETE FROM reading WHERE article = {B}", "1 articles without a reading", mends=False),
    "packed": Broken("UPDATE reading SET packed = x'00' WHERE packed NOT NULL", "cannot be unpacked", mends=False),
    "packed words": Broken(
        f"UPDATE article SET text = 'X' || text WHERE no = {D}", "'declined', which its earlier reading", mends=False
    ),
    "skipped": Broken(f"UPDATE reading SET outcome = 'skipped' WHERE article = {B}", "was skipped, not read, but has"),
    "reader": Broken("DELETE FROM reader WHERE no = 1", "belongs to a row of reader that is gone", mends=False),
    # records
    "old records": Broken(
        f"UPDATE record SET article = {D} WHERE article = {CORRECTED}", "superseded by another text version, but"
    ),
    "span": Broken(
        "UPDATE record SET body = replace(body, '\"text\":\"declined\"', '\"text\":\"accepted\"')"
        f" WHERE article = {B}",
        "its article has other words than 'accepted'",
    ),
    "body": Broken(f"UPDATE record SET body = '{{}}' WHERE no = {FIRST}", "its body is no record"),
    "no JSON": Broken(f"UPDATE record SET body = 'x' WHERE no = {FIRST}", "its body is no record"),
    "anchor": Broken(f"UPDATE record SET start = start + 1 WHERE no = {FIRST}", "its columns do not fit its body"),
    "confidence": Broken(f"UPDATE record SET confidence = 1 WHERE no = {FIRST}", "its columns do not fit its body"),
    "id": Broken(f"UPDATE record SET id = 'co-0' WHERE no = {FIRST}", "its columns do not fit its body"),
    # what is asked
    "type": Broken("UPDATE record SET type = 'met' WHERE kind = 'contact'", "by what it says (type)"),
    "day": Broken("UPDATE record SET day = '2024-01-01' WHERE kind = 'contact'", "by what it says (day)"),
    "due": Broken("UPDATE record SET due_from = '2024-01-01' WHERE kind = 'contact'", "by what it says (due_from)"),
    "party": Broken("UPDATE party SET role = 'by' WHERE role = 'target'", "by what it says (party)"),
    "party lost": Broken("DELETE FROM party WHERE rowid = (SELECT min(rowid) FROM party)", "by what it says (party)"),
    "party twice": Broken("INSERT INTO party SELECT * FROM party", "by what it says (party)"),
    "involved": Broken("UPDATE involved SET day = '2024-01-01' WHERE kind = 'contact'", "by what it says (involved)"),
    "pair": Broken("DELETE FROM pair", "by what it says (pair)"),
    "reason": Broken("UPDATE reason SET kind = 'health'", "by what it says (reason)"),
    "credit": Broken("DELETE FROM credit", "by what it says (credit)"),
    "uncorrected": Broken(
        "UPDATE record SET day = '2024-03-06', from_day = '2024-03-06', to_day = '2024-03-06'"
        " WHERE day = '2024-04-01' AND kind = 'contact'",
        "by what it says (day, from_day, to_day)",
    ),
    "lost rows": Broken(
        "INSERT INTO pair (low, high, kind, day, record) VALUES ('A', 'B', 'contact', '', 99)",
        "1 rows of records that are gone",
    ),
    "listed elsewhere": Broken("UPDATE pair SET type = 'met', low_acts = 0", "by what it says (pair)"),
    "voices": Broken("DELETE FROM voice", "rows are lacking, 0 too many"),
    "not counted": Broken("DELETE FROM counted WHERE kind = 'contact'", "rows are lacking, 0 too many"),
    "counted elsewhere": Broken("UPDATE counted SET day = '2024-01-01'", "too many"),
    "tally": Broken("UPDATE tally SET origins = 7 WHERE by = 'month'", "too many"),
    "steps lost": Broken("DELETE FROM step", "rows are lacking, 0 too many"),
    "steps elsewhere": Broken("UPDATE step SET day = '2024-01-01'", "too many"),
    "coverage": Broken(f"INSERT INTO coverage VALUES ('A', 'B', '', {A})", "0 rows are lacking, 1 too many"),
    # judgements and what follows from them
    "lost end": Broken(
        "INSERT INTO judgement (id, kind, relation, subject, object, by, at)"
        " SELECT 'ju-1', 'link', 'same', id, 'co-00', 'bo', '' FROM record WHERE kind = 'contact' LIMIT 1",
        "one of which is gone",
    ),
    "lost end of the ledger": Broken(
        "INSERT INTO judgement (id, kind, relation, subject, object, by, at, scope)"
        " SELECT 'ju-1', 'link', 'same', id, 'co-00', 'ledger', '', 'NOR SWE' FROM record"
        " WHERE kind = 'contact' LIMIT 1",
        "one of which is gone",
    ),
    "stray": Broken("UPDATE judgement SET scope = 'DNK SWE' WHERE relation = 'same'", "to which one of them does not"),
    "value": Broken("UPDATE judgement SET value = '{' WHERE relation = 'correct'", "its value or reasons are no JSON"),
    "reasons": Broken("UPDATE judgement SET reasons = '' WHERE relation = 'same'", "its value or reasons are no JSON"),
    "half withdrawn": Broken("UPDATE judgement SET withdrawn_at = 'x' WHERE kind = 'review'", "is withdrawn by nobody"),
    "unheeded": Broken(
        "INSERT INTO judgement (id, kind, relation, subject, by, at)"
        " VALUES ('ju-2', 'review', 'reject', 'co-1', 'bo', '')",
        "nobody heeds it",
    ),
    "unfit": Broken(
        "UPDATE judgement SET value = '{\"changes\": {\"topics.0.text\": \"Rivergate\"}}' WHERE relation = 'correct'",
        "does not fit it any more",
        mends=False,
    ),
    "no day": Broken(
        "UPDATE judgement SET value = '{\"changes\": {\"when\": \"2024-02-30\"}}' WHERE relation = 'correct'",
        "does not fit it any more (when.earliest: '2024-02-30' is no day of the calendar",
        mends=False,
    ),
    "days that run backwards": Broken(
        "UPDATE judgement SET value = '{\"changes\": {\"when.earliest\": \"2024-04-02\", \"when.latest\":"
        " \"2024-04-01\"}}' WHERE relation = 'correct'",
        "does not fit it any more (when: 2024-04-02 is after 2024-04-01",
        mends=False,
    ),
    "deed": Broken("UPDATE record SET deed = id WHERE deed IS NOT NULL", "the links that stand put it into co-"),
    "thread": Broken("UPDATE record SET thread = id WHERE thread IS NOT NULL", "is in deed co-"),
    "one deed": Broken("UPDATE record SET deed = 'co-1' WHERE deed IS NOT NULL", "is in deed co-1"),
    "deed of an event": Broken(
        "UPDATE record SET deed = id, thread = id WHERE kind = 'event' AND deed IS NOT NULL", "put it into ev-"
    ),
    "what an event codes": Broken("UPDATE record SET codes = NULL", "by what it says (codes)"),
    "unrejected": Broken("UPDATE record SET deed = id, thread = id WHERE deed IS NULL", "stand put it into None"),
    "rejected": Broken(f"UPDATE record SET deed = NULL WHERE no = {FIRST}", "is in deed None"),
    "withdrawn link": Broken(
        "UPDATE judgement SET withdrawn_at = 'x', withdrawn_by = 'bo' WHERE relation = 'same'", "the links that stand"
    ),
    "undone merger": Broken(
        "UPDATE judgement SET withdrawn_at = 'x', withdrawn_by = 'bo' WHERE relation = 'merge'", "the links that stand"
    ),
    "undone rejection": Broken(
        "UPDATE judgement SET withdrawn_at = 'x', withdrawn_by = 'bo' WHERE relation = 'reject'", "is in deed None"
    ),
    "family": Broken("UPDATE article SET family = id WHERE family IS NOT NULL", "is in family ar-"),
    "old family": Broken(f"UPDATE article SET family = id WHERE no = {D}", "another text version, but is in a family"),
    "mark": Broken("INSERT INTO to_link VALUES ('NOR', 'SWE', '2024-13')", "is no month of sides"),
    "order of sides": Broken("INSERT INTO to_link VALUES ('SWE', 'NOR', '2024-01')", "is no month of sides"),
}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_each_damage_is_found_and_told_how_to_mend(store: Store, broken: Broken) -> None:
    store.connection.executescript(broken.damage)
    faults = list(store.check())
    assert any(broken.told in fault.what for fault in faults)
    assert all(fault.where and len(fault.mend) > 20 for fault in faults)
    left = cure(store)
    if broken.mends:
        assert [fault.what for fault in left if "without a reading" not in fault.what] == []
    else:
        assert any(broken.told in fault.what for fault in left)


@pytest.mark.parametrize("name", ["span", "body", "anchor", "skipped"])
def test_records_that_are_taken_out_are_there_again_after_the_next_reading(store: Store, name: str) -> None:
    before = {(entry.record.id, entry.deed) for entry in store.ask(Filter())}
    store.connection.executescript(BROKEN[name].damage)
    cure(store)
    readings = [coded(reading(article(f"{TEXT} {key}", key=key), Status.DECLINED, Status.HELD)) for key in "abc"]
    pending = [one for one in readings if name == "skipped" or store.is_pending(one.article, "test 1")]
    assert pending
    put(store, *pending)
    assert list(store.check()) == []
    a, b, _ = sorted(one.contacts[0].id for one in readings)
    with store.writing() as writer:
        writer.judge.keep([link(Relation.SAME, a, b, score=0.9, reasons=())], scope="NOR SWE")
        writer.judge.regroup([a])
    assert {(entry.record.id, entry.deed) for entry in store.ask(Filter())} == before


def test_mending_says_in_whose_name_it_withdraws(store: Store) -> None:
    store.connection.executescript(BROKEN["value"].damage)
    cure(store)
    (name,) = store.connection.execute("SELECT subject FROM judgement WHERE relation = 'correct'").fetchone()
    (kept,) = store.history(name)
    assert (kept.judgement.by, kept.judgement.value, kept.withdrawn_by) == ("anna", None, "doctor")


def test_a_link_made_where_its_records_no_longer_belong_is_to_be_made_anew(store: Store) -> None:
    store.connection.execute("DELETE FROM to_link")
    store.connection.executescript(BROKEN["stray"].damage)
    cure(store)
    assert store.connection.execute("SELECT * FROM to_link").fetchall() == [("NOR", "SWE", "2024-03")]
    assert store.judgements(relation="same") == []


def test_every_cure_is_told_in_words_and_done(store: Store) -> None:
    found = set()
    for damage in (broken.damage for broken in BROKEN.values() if broken.mends):
        store.connection.execute("SAVEPOINT broken")
        store.connection.execute(damage)
        found |= {fault.cure for fault in store.check()}
        store.connection.execute("ROLLBACK TO broken")
    assert found - {None} == set(Cure)


def test_a_damaged_file_is_told_and_not_raised(store: Store) -> None:
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (root,) = store.connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'judgement'").fetchone()
    (size,) = store.connection.execute("PRAGMA page_size").fetchone()
    path = store.path
    store.close()
    data = bytearray(path.read_bytes())
    data[(root - 1) * size : (root - 1) * size + 100] = b"\xff" * 100
    path.write_bytes(data)
    with open_store(path) as broken:
        faults = list(broken.check())
    assert any("cannot be read to its end" in fault.what or "judgement" in fault.what for fault in faults)
    assert "restore the store from a copy, or add its articles to a new one" in {fault.mend for fault in faults}


def test_what_is_being_checked_is_told_meanwhile(store: Store) -> None:
    told: list[str] = []
    list(store.check(told.append))
    assert "checking the file" in told
    assert "checking articles: 0 of 5" in told
    assert any(words.startswith("checking deeds and threads: 0 of") for words in told)


def test_another_writer_is_waited_for_and_then_told(store: Store) -> None:
    store.connection.execute("PRAGMA busy_timeout = 50")
    with (
        open_store(store.path) as other,
        other.writing(),
        pytest.raises(StoreError, match="written by another program"),
    ):
        list(store.check())
