"""Two accounts of one call, one of each side, show what each leaves out."""

from __future__ import annotations

import pytest
from tests.ledger.linking.making import contact, link, linked, of, said, told

from pourparler.records import Entry, Relation, Statement


def account(article: str, by: str | Statement | None, words: str, status: str = "held", **known: object) -> Entry:
    statement = said(by, words, article=article) if isinstance(by, str) else by
    record = contact(status, article=article, when="2024-03-04", level="minister", words="the ministers spoke", **known)  # type: ignore[arg-type]
    return told(record, on="2024-03-04", by=statement)


AMERICAN = account("a", "USA", "the two discussed Taiwan, hotlines and detained citizens")
CHINESE = account("b", "CHN", "the two discussed Taiwan, tariffs and respect")


def test_they_are_linked_and_compared() -> None:
    (found,) = of(Relation.READOUT, link([AMERICAN, CHINESE]))
    assert found.value["only"] == {"USA": ["citizens", "detained", "hotlines"], "CHN": ["respect", "tariffs"]}
    assert {"taiwan"} <= set(found.value["both"])
    assert found.reasons[0] in ("one by the word of USA, the other of CHN", "one by the word of CHN, the other of USA")


def test_the_order_of_the_two_does_not_matter() -> None:
    assert of(Relation.READOUT, link([AMERICAN, CHINESE])) == of(Relation.READOUT, link([CHINESE, AMERICAN]))


def test_what_was_said_in_the_contact_counts() -> None:
    spoken = told(
        said("USA", "unsafe intercepts must end", article="a", contact=AMERICAN.record.id, at=200), on="2024-03-04"
    )
    (found,) = of(Relation.READOUT, link([AMERICAN, CHINESE, spoken]))
    assert {"unsafe", "intercepts"} <= set(found.value["only"]["USA"])


@pytest.mark.parametrize(
    "other",
    [
        account("b", "USA", "the two discussed Taiwan"),
        account("b", None, "the two discussed Taiwan"),
        account("b", "RUS", "the two discussed Taiwan"),
        account("b", "CHN", "the two discussed Taiwan", status="scheduled"),
        account("b", "CHN", "the two discussed Taiwan", channel="message"),
        account("a", "CHN", "the two discussed Taiwan", at=300),
    ],
)
def test_one_side_twice_an_outsider_a_plan_or_one_article_is_no_pair_of_readouts(other: Entry) -> None:
    assert linked(Relation.READOUT, AMERICAN, other) == set()
