"""Pairs, tallies, gate and changes on small hand-made records."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pourparler.errors import DataError
from pourparler.evaluation.agreement import Tally
from pourparler.evaluation.changes import changes, note
from pourparler.evaluation.gate import Floor, broken, lowered, read_floors
from pourparler.evaluation.gold import GoldArticle
from pourparler.evaluation.scoring import Sheet, compare, score, wrong_fields
from pourparler.records import Actor, Article, Contact, Date, Factuality, How, Precision, Span, Status
from pourparler.records.kinds import Record

TEXT = "Norway asked for talks on Sunday. Sweden refused them."
ARTICLE = Article(id="ar-1", key="oslo", sha256="", text=TEXT)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def actor(words: str, country: str) -> Actor:
    at = span(words)
    return Actor(text=words, start=at.start, end=at.end, country=country, sectors=("GOV",), code=f"{country} GOV")


def contact(words: str, status: Status, **fields: object) -> Contact:
    given: dict[str, object] = {"id": words, "article": "ar-1", "anchor": span(words), "evidence": (span(words),)}
    rest = {"confidence": 0.5, "reader": "test", "status": status, "factuality": Factuality.ACTUAL}
    return Contact(**{**given, **rest, **fields})  # type: ignore[arg-type]


def sheets(gold: list[Record], read: list[Record]) -> list[Sheet]:
    return list(compare(GoldArticle(article=ARTICLE, records=tuple(gold)), read))


ASKED = contact("asked", Status.REQUESTED, by=actor("Norway", "NOR"))
REFUSED = contact("refused", Status.DECLINED, by=actor("Sweden", "SWE"))


def test_what_was_found_missed_and_made_up_is_counted() -> None:
    made_up = contact("Sunday", Status.HELD)
    scores = score(sheets([ASKED, REFUSED], [ASKED, made_up]))
    assert scores.kinds["contact"] == Tally(gold=2, read=2, right=1)
    assert scores.kinds["contact"].f1 == 0.5


def test_another_step_on_the_same_words_is_not_found() -> None:
    (tally,) = (score(sheets([ASKED], [replace(ASKED, status=Status.HELD)])).kinds[k] for k in ("contact",))
    assert tally == Tally(gold=1, read=1, right=0)


def test_a_record_pairs_with_the_one_gold_record_that_is_most_alike() -> None:
    twice = [REFUSED, replace(REFUSED, id="other", by=actor("Norway", "NOR"))]
    found = next(s for s in sheets(twice, [replace(REFUSED, id="read")]) if s.kind == "contact").pairing
    assert [(g.id, r.id) for g, r in found.pairs] == [("refused", "read")]
    assert [g.id for g in found.missed] == ["other"]


def test_fields_are_compared_in_the_records_found() -> None:
    read = replace(ASKED, by=actor("Sweden", "SWE"), target=actor("Sweden", "SWE"))
    scores = score(sheets([ASKED], [read]))
    assert scores.fields["contact", "by"] == Tally(gold=1, read=1, right=0)
    assert scores.fields["contact", "target"] == Tally(gold=0, read=1, right=0)
    assert wrong_fields("contact", ASKED, read) == ["by", "target"]


def test_a_date_is_right_only_with_both_its_ends() -> None:
    def sunday(first: str, last: str) -> Contact:
        at = span("Sunday")
        told = Date(
            text="Sunday", start=at.start, end=at.end, earliest=first, latest=last,
            precision=Precision.DAY, how=How.RELATIVE,
        )  # fmt: skip
        return replace(ASKED, when=told)

    gold = sunday("2024-03-03", "2024-03-03")
    assert score(sheets([gold], [gold])).fields["contact", "when"].right == 1
    wider = sunday("2024-03-01", "2024-03-03")
    assert score(sheets([gold], [wider])).fields["contact", "when"].right == 0


def test_a_bound_by_publication_is_no_wrong_date() -> None:
    bound = Date(
        text=None, start=None, end=None, earliest=None, latest="2024-03-04",
        precision=Precision.BEFORE, how=How.PUBLICATION,
    )  # fmt: skip
    assert score(sheets([ASKED], [replace(ASKED, when=bound)])).fields["contact", "when"] == Tally()


def test_a_floor_that_is_not_kept_is_told_with_what_was_reached(tmp_path: Path) -> None:
    gate = tmp_path / "gate.toml"
    gate.write_text("[open.contact]\nf1 = 0.6\nby.precision = 1.0\n", encoding="utf-8")
    scores = score(sheets([ASKED, REFUSED], [ASKED, contact("Sunday", Status.HELD)]))
    assert broken(read_floors(gate, "open"), scores) == [
        (Floor(kind="contact", field=None, measure="f1", value=0.6), 0.5)
    ]


@pytest.mark.parametrize("line", ["[open.contact]\nspeed = 1.0", "[open.dispute]\nwhen.f1 = 0.5", "[other]\n"])
def test_a_floor_for_what_is_not_measured_is_an_error(tmp_path: Path, line: str) -> None:
    gate = tmp_path / "gate.toml"
    gate.write_text(line, encoding="utf-8")
    with pytest.raises(DataError):
        read_floors(gate, "open")


def test_a_lowered_or_dropped_floor_is_told_and_a_raised_one_is_not() -> None:
    before = {"open": {"contact": {"f1": 0.5, "recall": 0.4}, "event": {"f1": 0.2}}}
    after = {"open": {"contact": {"f1": 0.6, "recall": 0.3}}}
    assert lowered(before, after) == ["open.contact.recall: 0.4 -> 0.3", "open.event.f1: 0.2 -> None"]


def test_changes_tell_what_was_gained_and_lost(tmp_path: Path) -> None:
    noted = tmp_path / "noted.txt"
    note(sheets([ASKED, REFUSED], [ASKED, contact("Sunday", Status.HELD)]), noted)
    found = {(c.id, c.after, c.better) for c in changes(sheets([ASKED, REFUSED], [REFUSED]), noted)}
    assert found == {("asked", "missed", False), ("refused", "found", True), ("Sunday", None, True)}
    assert not list(changes(sheets([ASKED, REFUSED], [ASKED, contact("Sunday", Status.HELD)]), noted))
