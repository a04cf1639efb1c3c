"""What the store gives of two sides up to a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.store.making import TEXT, article, day, reading, state, take_back_speed

from pourparler.errors import UsageError
from pourparler.records import (
    Actor,
    Condition,
    Contact,
    Dispute,
    Factuality,
    Level,
    Measure,
    MeasureStatus,
    MeasureType,
    Position,
    Reading,
    Relation,
    Span,
    Stance,
    Status,
)
from pourparler.records.coverage import Coverage, Ground, ReadMonth, Telling, Voice
from pourparler.records.judgements import link
from pourparler.store import Store, open_store
from pourparler.store.lines import covering

ON = "2024-06-30"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "store.db", create=True)


def news(key: str, published: str, *statuses: Status, text: str = TEXT, **fields: Any) -> Reading:
    """An article of its own and its contacts, all of the day of publication, with some fields as they are given."""
    of = article(f"{text} {key}.", key=key, published=published)
    made = reading(of, *statuses)
    records = tuple(replace(one, **fields) if isinstance(one, Contact) else one for one in made.records)
    return replace(made, records=records)


def put(store: Store, *readings: Reading) -> None:
    with store.writing() as writer:
        for one in readings:
            writer.file(writer.keep(one.article), one)


def cover(store: Store, on: str = ON, **known: Any) -> Coverage:
    return store.cover("SWE", "NOR", on=on, **known)


def told(store: Store, on: str = ON, **known: Any) -> list[tuple[str, str | None]]:
    return sorted((one.type, one.latest) for one in cover(store, on, **known).tellings)


def only(store: Store, on: str = ON) -> Telling:
    (found,) = cover(store, on).tellings
    return found


def test_a_contact_is_a_telling_in_plain_fields(store: Store) -> None:
    asks = Condition(by=state("SWE"), text="protocol", start=5, end=13)
    put(
        store,
        one := news(
            "a", "2024-03-06", Status.DECLINED, conditions=(asks,), level=Level.MINISTER, due=day("2024-03-09")
        ),
    )
    (contact,) = one.contacts
    assert only(store) == Telling(
        id=contact.id, kind="contact", type="declined", level="minister", channel="phone", earliest="2024-03-06",
        latest="2024-03-06", due_earliest="2024-03-09", due_latest="2024-03-09", article=one.article.id,
        family=one.article.id, published="2024-03-06", deed=contact.id, thread=contact.id, by="NOR", initiator="SWE",
        reasons=(Ground(kind="protocol", side=None, words=contact.reasons[0].text),),
        conditions=(Ground(side="SWE", words="protocol"),),
    )  # fmt: skip


def test_the_sides_may_come_in_any_order_and_are_two(store: Store) -> None:
    put(store, news("a", "2024-03-06", Status.HELD))
    assert store.cover("NOR", "SWE", on=ON) == store.cover("SWE", "NOR", on=ON)
    with pytest.raises(UsageError, match="both sides are NOR"):
        store.cover("NOR", "NOR", on=ON)


def test_what_was_published_later_is_not_known_yet(store: Store) -> None:
    put(store, news("a", "2024-03-06", Status.HELD), news("b", "2024-04-06", Status.DECLINED, when=day("2024-03-07")))
    assert told(store, "2024-04-05") == [("held", "2024-03-06")]
    assert told(store, "2024-04-06") == [("declined", "2024-03-07"), ("held", "2024-03-06")]


def test_what_is_told_of_a_month_that_is_not_over_is_known(store: Store) -> None:
    month = replace(day("2024-03-01"), latest="2024-03-31")
    put(store, news("a", "2024-03-06", Status.HELD, when=month))
    assert told(store, "2024-03-06") == [("held", "2024-03-31")]
    assert told(store, "2024-03-05") == []


def test_who_only_carries_messages_is_no_side_of_theirs(store: Store) -> None:
    finland = (state("FIN"),)
    put(store, news("a", "2024-03-06", Status.HELD, mediators=finland))
    assert store.cover("FIN", "NOR", on=ON).tellings == ()
    assert only(store).mediators == ("FIN",)


@pytest.mark.parametrize(
    ("source", "voice"),
    [
        (state("NOR"), Voice(side="NOR")),
        (replace(state("SWE"), anonymous=True), Voice(side="SWE", anonymous=True)),
        (None, Voice(side=None, anonymous=True)),
        (Actor(text="a friend", start=0, end=0), Voice(side=None)),
    ],
)
def test_a_contact_that_was_held_has_the_voices_it_rests_on(store: Store, source: Actor | None, voice: Voice) -> None:
    made = news("a", "2024-03-06", Status.HELD)
    put(store, replace(made, records=(replace(made.statements[0], source=source), *made.contacts)))
    assert only(store).voices == (voice,)


def test_the_outlet_is_no_voice(store: Store) -> None:
    put(store, news("a", "2024-03-06", Status.HELD, according_to=()))
    assert only(store).voices == ()


@pytest.mark.parametrize(("since", "disputed"), [(None, True), ("2024-05-01", True)])
def test_what_somebody_denies_in_its_article_is_disputed(store: Store, since: str | None, disputed: bool) -> None:
    made = news("a", "2024-03-06", Status.HELD)
    (contact,), (said,) = made.contacts, made.statements
    positions = (Position(by=state("SWE"), stance=Stance.DENIES, statement=said.id),)
    dispute = Dispute(
        id="di-1", article=contact.article, anchor=contact.anchor, evidence=(), confidence=1, reader="t",
        about=contact.id, positions=positions,
    )  # fmt: skip
    other = replace(dispute, id="di-2", about=Span(start=0, end=6, text=made.article.text[:6]))
    put(store, replace(made, records=(*made.records, dispute, other)), news("b", "2024-03-07", Status.OPEN))
    assert {one.type: one.disputed for one in cover(store, since=since).tellings} == {"held": disputed, "open": False}


def test_before_the_window_the_newest_of_each_place_is_given(store: Store) -> None:
    put(
        store,
        *(news(f"h{k}", f"2020-01-0{k}", Status.HELD) for k in (1, 2, 3)),
        news("s", "2019-01-01", Status.SUSPENDED),
        news("m", "2020-01-01", Status.HELD, level=Level.MINISTER),
        news("n", "2020-01-05", Status.HELD, factuality=Factuality.NEGATED),
        news("w", "2024-01-05", Status.DECLINED, Status.HELD, level=Level.MINISTER),
    )
    assert told(store) == [
        ("declined", "2024-01-05"), ("held", "2020-01-03"), ("held", "2020-01-05"), ("held", "2024-01-05"),
        ("suspended", "2019-01-01"),
    ]  # fmt: skip
    assert told(store, since="2019-06-01") == [
        ("declined", "2024-01-05"), ("held", "2020-01-01"), ("held", "2020-01-01"), ("held", "2020-01-02"),
        ("held", "2020-01-03"), ("held", "2020-01-05"), ("held", "2024-01-05"), ("suspended", "2019-01-01"),
    ]  # fmt: skip


def test_of_what_lies_before_the_window_only_what_was_published_by_then_is_newest(store: Store) -> None:
    late = news("late", "2024-02-01", Status.HELD, when=day("2020-05-01"))
    put(store, news("a", "2020-01-01", Status.HELD), late)
    assert told(store, "2024-01-31") == [("held", "2020-01-01")]
    assert told(store, "2024-02-01") == [("held", "2020-05-01")]


def test_of_one_day_before_the_window_the_same_record_is_given_whichever_came_first(tmp_path: Path) -> None:
    readings = [news(key, "2020-01-01", Status.HELD) for key in "abc"]
    found = set()
    for turn, order in enumerate((readings, readings[::-1])):
        with open_store(tmp_path / f"{turn}.db", create=True) as store:
            put(store, *order)
            found.add(only(store).id)
    assert len(found) == 1


def test_a_record_in_no_deed_is_rejected_and_left_out(store: Store) -> None:
    put(store, news("a", "2024-03-06", Status.HELD), news("b", "2024-03-07", Status.DECLINED))
    store.connection.execute("UPDATE record SET deed = NULL WHERE type = 'held'")
    assert told(store) == [("declined", "2024-03-07")]


def test_a_pair_with_more_than_can_be_looked_through_is_cut_at_a_day(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(covering, "MOST", 5)
    put(store, *(news(f"{k}", f"2024-03-0{1 + k // 2}", Status.HELD) for k in range(8)))
    found = cover(store)
    assert (found.since, found.cut, len(found.tellings)) == ("2024-03-03", True, 4)
    asked = cover(store, since="2024-03-01")
    assert (asked.since, asked.cut, len(asked.tellings)) == ("2024-03-01", False, 8)
    monkeypatch.setattr(covering, "MOST", 8)
    assert (cover(store).since, cover(store).cut) == ("2022-07-01", False)


def test_links_are_those_that_stand_about_what_is_known(store: Store) -> None:
    put(store, one := news("a", "2024-03-06", Status.REQUESTED, Status.DECLINED))
    asked, refused = one.contacts
    made = link(Relation.ANSWERS, refused.id, asked.id, score=0.8, reasons=())
    with store.writing() as writer:
        writer.judge.keep([made], scope="NOR SWE")
        writer.judge.keep([made], scope="NOR FIN")
    assert [(one.relation, one.subject, one.object) for one in cover(store).links] == [
        ("answers", refused.id, asked.id)
    ]
    with store.writing() as writer:
        writer.judge.withdraw(made.id, "me")
    assert cover(store).links == ()


def test_months_count_articles_and_origins_by_publication(store: Store) -> None:
    texts = ("one", "two", "three")
    put(store, *(news(name, "2024-03-31", Status.HELD, when=day("2024-02-01"), text=name) for name in texts))
    put(store, news("four", "2024-04-02", Status.HELD))
    ids = [news(name, "2024-03-31", text=name).article.id for name in texts[:2]]
    with store.writing() as writer:
        writer.relatives.tie(*ids, "copy", 1.0, ())
    store.connection.execute("UPDATE article SET family = ? WHERE id = ?", (min(ids), max(ids)))
    store.connection.execute("UPDATE article SET family = ? WHERE id = ?", (min(ids), min(ids)))
    months = cover(store).months
    assert months == (
        ReadMonth(month="2024-03", articles=3, origins=2),
        ReadMonth(month="2024-04", articles=1, origins=1),
    )
    assert cover(store, "2024-04-01").months == months[:1]
    assert cover(store, since="2024-06-01").months == months


def test_an_article_that_only_tells_a_measure_is_read_about_the_two(store: Store) -> None:
    made = news("a", "2024-03-06")
    said = made.statements[0]
    ban = Measure(
        id="me-1", article=said.article, anchor=said.anchor, evidence=(), confidence=1, reader="t",
        type=MeasureType.SANCTION, imposed_by=(state("NOR"),), on=(state("SWE"),), when=day("2024-03-05"),
        status=MeasureStatus.DEMANDED_LIFTED, according_to=(said.id,),
    )  # fmt: skip
    put(store, replace(made, records=(said, ban)))
    telling = only(store)
    assert (telling.kind, telling.type, telling.mode, telling.by) == ("measure", "sanction", "demanded_lifted", "NOR")
    assert telling.voices == (Voice(side="NOR"),)
    assert [month.articles for month in cover(store).months] == [1]


def test_records_without_a_day_are_counted_and_left_out(store: Store) -> None:
    made = news("a", "2024-03-06", Status.HELD, when=None)
    put(store, replace(made, article=replace(made.article, published=None)))
    assert (cover(store).tellings, cover(store).undated) == ((), 1)


def test_what_was_replaced_or_forgotten_is_gone_from_every_table(store: Store) -> None:
    put(store, one := news("a", "2024-03-06", Status.HELD, Status.SUSPENDED))
    put(store, news("b", "2024-03-07", Status.HELD))
    put(store, replace(news("a", "2024-03-06", Status.RESUMED), header=replace(one.header, reader="newer")))
    assert told(store) == [("held", "2024-03-07"), ("resumed", "2024-03-06")]
    assert _counts(store) == (2, 2)
    store.forget(one.article.id)
    assert told(store) == [("held", "2024-03-07")]
    assert _counts(store) == (1, 1)


def test_one_record_taken_out_leaves_what_else_its_article_tells(store: Store) -> None:
    put(store, one := news("a", "2024-03-06", Status.HELD, Status.SUSPENDED))
    db = store.connection
    (number,) = db.execute("SELECT no FROM record WHERE id = ?", (one.contacts[0].id,)).fetchone()
    db.execute("DELETE FROM pair WHERE record = ?", (number,))
    assert told(store) == [("suspended", "2024-03-06")]
    assert _counts(store) == (1, 1)


def test_what_was_there_before_these_tables_is_in_them(store: Store, tmp_path: Path) -> None:
    put(store, news("a", "2024-03-06", Status.HELD), news("b", "2024-03-07", Status.SUSPENDED))
    db = store.connection
    before = [db.execute(f"SELECT * FROM {table}").fetchall() for table in ("step", "coverage")]
    take_back_speed(db)
    of_lines = ("TRIGGER pair_listed", "TRIGGER pair_cleared", "TABLE step", "TABLE coverage", "INDEX record_about")
    for what in (*of_lines, "TABLE feed_entry", "TABLE feed"):  # of migration 4 and those after it
        db.execute(f"DROP {what}")
    db.execute("PRAGMA user_version = 3")
    store.close()
    with open_store(store.path) as again:
        rows = [again.connection.execute(f"SELECT * FROM {table}").fetchall() for table in ("step", "coverage")]
    assert rows == before
    assert all(before)


def _counts(store: Store) -> tuple[int, ...]:
    return tuple(
        store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("step", "coverage")
    )


def test_quotes_are_the_words_around_the_trigger(store: Store) -> None:
    text = "A spokesman smiled. Norway declined a call with Sweden."
    made = news("a", "2024-03-06", Status.DECLINED, text=text)
    spans = tuple(Span(start=start, end=end, text=made.article.text[start:end]) for start, end in ((0, 18), (20, 54)))
    (contact,) = made.contacts
    put(store, replace(made, records=(replace(contact, evidence=spans, according_to=()),)))
    assert store.quotes([contact.id, "co-none"]) == {contact.id: "Norway declined a call with Sweden"}


@pytest.mark.parametrize(
    ("word", "side"), [
        ("NOR", "NOR"), ("nor", "NOR"), ("nato", "NATO IGO"), ("M23", "M23"), ("al-rawahi", "al-Rawahi"),
        ("AL-RAWAHI", "al-Rawahi"), ("Norway", "NOR"), ("the north  atlantic treaty organization", "NATO IGO"),
        ("oslo", "NOR"), ("Denmark", "DNK"), ("Hamas", "Hamas"), ("EU", "EU IGO"),
    ],
)  # fmt: skip
def test_a_side_is_named_by_its_code_or_name_in_whatever_case(store: Store, word: str, side: str) -> None:
    for k, code in enumerate(("NATO", "M23", "al-Rawahi")):
        other = Actor(text="", start=0, end=0, organisation=code, sectors=("IGO",), code="NATO IGO" if not k else None)
        put(store, news(code, "2024-03-06", Status.HELD, participants=(state("NOR"), other), initiator=other))
    assert store.name_side(word) == side


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("JAP", "nobody knows a side 'JAP'.*closest: Japan"),
        ("WAR", "may be 'WAR IGO' or 'WAR REB'"),
        ("dominican", "may be 'DMA' or 'DOM'"),
        ("", "nobody knows a side ''"),
        ("Al-Rawahy", "closest: al-Rawahi"),
    ],
)
def test_a_word_that_names_no_side_or_two_is_wrong_usage(store: Store, word: str, why: str) -> None:
    for code in ("WAR IGO", "WAR REB", "al-Rawahi"):
        other = Actor(text="", start=0, end=0, code=code, sectors=(code[-3:],))
        put(store, news(code, "2024-03-06", Status.HELD, participants=(state("NOR"), other)))
    with pytest.raises(UsageError, match=why):
        store.name_side(word)


def test_sides_may_be_an_organisation_and_an_armed_group(store: Store) -> None:
    bloc = Actor(text="", start=0, end=0, organisation="Bloc", sectors=("IGO",), code="BLC IGO")
    rebels = Actor(text="", start=0, end=0, organisation="M23", country="COD", sectors=("REB",), code="COD REB")
    sides: Sequence[Actor] = (bloc, rebels)
    put(store, news("a", "2024-03-06", Status.HELD, by=bloc, initiator=bloc, target=rebels, participants=tuple(sides)))
    found = store.cover("M23", "BLC IGO", on=ON)
    assert [(one.type, one.by) for one in found.tellings] == [("held", "BLC IGO")]


def test_how_far_back_a_pair_can_be_looked_through_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(covering, "MOST", 5)
    put(store, *(news(f"{k}", f"2024-03-0{1 + k // 2}", Status.HELD) for k in range(8)))
    assert store.reach("NOR", "SWE", on=ON, since="2020-01-01") == "2024-03-03"
    assert store.reach("NOR", "SWE", on=ON, since="2024-05-01") == "2024-05-01"
    assert store.reach("NOR", "SWE", on="2024-03-02", since="2020-01-01") == "2020-01-01"
    with pytest.raises(UsageError, match="both sides are NOR"):
        store.reach("NOR", "NOR", on=ON, since="2020-01-01")


def test_days_that_run_backwards_are_refused(store: Store) -> None:
    for ask in (store.cover, store.reach):
        with pytest.raises(UsageError, match="no day lies between 2024-07-01 and 2024-06-30"):
            ask("NOR", "SWE", on=ON, since="2024-07-01")
    with pytest.raises(UsageError, match="no day lies between"):
        store.chronicle("NOR", "SWE", first="2024-07-01", last=ON)
