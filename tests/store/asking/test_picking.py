"""Records picked by their ids, and what is judged about many of them at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.store.making import article, reading

from pourparler.records import Dispute, Relation, Status
from pourparler.records.ids import IdMaker
from pourparler.records.judgements import Judgement, link
from pourparler.store import Store, open_store
from pourparler.store.judging.judge import Judge

ONE, OTHER = article(key="one"), article(key="other", published="2024-03-07")
REFUSED, AGREED = reading(ONE, Status.DECLINED), reading(OTHER, Status.ACCEPTED)


def filled(tmp_path: Path) -> Store:
    store = open_store(tmp_path / "s.db", create=True)
    about = REFUSED.contacts[0].id
    row = Dispute(
        id=IdMaker(ONE.id).make("dispute", "x", ONE.text), article=ONE.id, anchor=REFUSED.contacts[0].anchor,
        evidence=(), confidence=1, reader="test", about=about, positions=(),
    )  # fmt: skip
    with store.writing() as writer:
        writer.file(writer.keep(ONE), replace(REFUSED, records=(*REFUSED.records, row)))
        writer.file(writer.keep(OTHER), AGREED)
    return store


def ids(store: Store, *wanted: str) -> list[str]:
    return [entry.record.id for entry in store.pick(wanted)]


def test_records_come_once_each_in_the_order_of_their_ids(tmp_path: Path) -> None:
    names = sorted((REFUSED.contacts[0].id, AGREED.contacts[0].id))
    with filled(tmp_path) as store:
        assert ids(store, names[1], names[0], names[1]) == names
        assert ids(store) == []


def test_an_entry_has_its_article_and_the_statements_it_rests_on(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        (entry,) = store.pick([REFUSED.contacts[0].id])
    assert (entry.article, entry.outlet, entry.published) == (ONE.id, "The Fjord", "2024-03-06")
    assert [said.source and said.source.person for said in entry.told_by.values()] == ["Ole Berg"]


def test_what_is_not_there_or_was_rejected_is_left_out(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        with store.reviewing("anna") as reviewer:
            reviewer.reject(REFUSED.contacts[0].id)
        assert ids(store, REFUSED.contacts[0].id, AGREED.contacts[0].id, "co-nothing") == [AGREED.contacts[0].id]


def test_disputes_are_found_by_what_they_are_about(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        assert [one.record.kind for one in store.disputes_about([REFUSED.contacts[0].id])] == ["dispute"]
        assert list(store.disputes_about([AGREED.contacts[0].id])) == []


def test_judgements_are_found_from_either_end_once_and_only_while_they_stand(tmp_path: Path) -> None:
    alias = link(Relation.ALIAS, "Ole Berg", "Olaf Berg", score=0.9, reasons=("alike",))
    holds = Judgement(relation=Relation.HOLDS, subject=REFUSED.contacts[0].id, score=1.0)
    with filled(tmp_path) as store:
        with store.writing():
            Judge(store.connection).keep([alias, holds])
        assert store.linked(["Ole Berg", "Olaf Berg"], Relation.ALIAS) == [alias]
        assert store.linked(["Olaf Berg"], Relation.ALIAS) == [alias]
        assert store.linked(["Olaf Berg"], Relation.HOLDS) == []
        assert store.linked([REFUSED.contacts[0].id, "nobody"], Relation.HOLDS) == [holds]
        with store.reviewing("anna") as reviewer:
            reviewer.reject(alias.id)
        assert store.linked(["Ole Berg"], Relation.ALIAS) == []
