"""Links are a function of the set of records, and of those near in time alone."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.linking.making import contact, groups, incident, measure, said, tenure, told

from pourparler.ledger.linking import REACH, link
from pourparler.records import Entry, Judgement, Relation, Stance

SIDES = (
    "USA CHN",
    "USA/Lloyd Austin/defence minister; CHN/Li Shangfu/defence minister",
    "USA/Joe Biden/president; CHN/Xi Jinping/president",
)
STATUSES = (
    "sought",
    "requested",
    "offered",
    "accepted",
    "declined",
    "scheduled",
    "held",
    "cancelled",
    "postponed",
    "suspended",
    "resumed",
)
WORDS = (
    "they spoke about the balloon",
    "talks on the balloon and sanctions",
    "a second call",
    "sanctions on Li Shangfu",
)
VOICES = (None, "USA", "CHN", "USA?")


@st.composite
def entries(draw: st.DrawFn, *, days: int) -> Entry:
    """Any record of one pair, in one of a few articles of each week."""
    day = date(2023, 1, 1) + timedelta(draw(st.integers(0, days)))
    article = f"{day.isocalendar().week}-{draw(st.integers(0, 2))}"
    on = (day + timedelta(draw(st.integers(0, 6)))).isoformat()
    when = draw(st.sampled_from([day.isoformat(), f"..{on}", f"{day - timedelta(8)}..{day + timedelta(8)}"]))
    at, words, by = draw(st.integers(0, 3)), draw(st.sampled_from(WORDS)), draw(st.sampled_from(VOICES))
    kind = draw(st.sampled_from(["contact", "contact", "contact", "incident", "measure", "statement", "tenure"]))
    if kind == "contact":
        record = contact(
            draw(st.sampled_from(STATUSES)),
            draw(st.sampled_from(SIDES)),
            article=article,
            at=at,
            words=words,
            when=when,
            channel=draw(st.sampled_from(["phone", "talks", "unspecified"])),
            by=draw(st.sampled_from([None, "CHN"])),
            factuality=draw(st.sampled_from(["actual", "actual", "negated", "possible"])),
            reasons=draw(st.sampled_from([(), (("incident", "the balloon"),), (("sanctions", "the sanctions"),)])),
        )
        return told(record, on=on, by=by)
    if kind == "incident":
        action, factuality = draw(st.sampled_from(["transit", "expel"])), draw(st.sampled_from(["actual", "negated"]))
        called = draw(st.sampled_from([(), (("USA", "routine"),), (("CHN", "a provocation"),)]))
        return told(
            incident(
                action,
                "USA",
                "USA CHN",
                article=article,
                at=at,
                words=words,
                when=when,
                factuality=factuality,
                called=called,
            ),
            on=on,
            by=by,
        )
    if kind == "measure":
        status = draw(st.sampled_from(["in_force", "demanded_lifted", "announced"]))
        return told(
            measure(
                status, draw(st.sampled_from(["USA", None])), "CHN", article=article, at=at, words=words, when=when
            ),
            on=on,
        )
    if kind == "statement":
        return told(said("CHN", words, article=article, at=at, stance=Stance.DENIES, on=day.isoformat()), on=on)
    return told(tenure("Li Shangfu", "defence minister", article=article, start=day.isoformat()), on=on)


def lists_of(days: int, most: int) -> st.SearchStrategy[list[Entry]]:
    return st.lists(entries(days=days), min_size=2, max_size=most, unique_by=lambda entry: entry.record.id)


FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@FEW
@given(lists_of(60, 24), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_judgements(found: list[Entry], chance: object) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert link(shuffled) == link(found)


def of_subject(name: str, found: list[Judgement]) -> list[Judgement]:
    return [each for each in found if each.subject == name and each.relation != Relation.ALIAS]


@FEW
@given(lists_of(500, 30), st.data())
def test_what_a_record_is_the_subject_of_depends_on_records_within_reach_alone(
    found: list[Entry], data: st.DataObject
) -> None:
    one = data.draw(st.sampled_from(found))
    middle = date.fromisoformat(one.day or "")
    near = [each for each in found if abs((date.fromisoformat(each.day or "") - middle).days) <= REACH]
    assert of_subject(one.record.id, link(near)) == of_subject(one.record.id, link(found))


@FEW
@given(lists_of(40, 24))
def test_every_judgement_has_a_score_reasons_and_two_ends_among_the_records(found: list[Entry]) -> None:
    names = {entry.record.id for entry in found}
    judgements = link(found)
    assert len({each.id for each in judgements}) == len(judgements)
    for each in judgements:
        assert each.score is not None
        assert 0 < each.score <= 1
        assert each.reasons
        assert all(each.reasons)
        if each.relation not in (Relation.ALIAS, "holds"):
            assert {each.subject, each.object} <= names
            assert each.subject != each.object


@st.composite
def calls(draw: st.DrawFn) -> list[Entry]:
    """Calls of two days, each told in an article of its own: of ministers, of presidents, or nobody is named."""
    found = []
    for k in range(draw(st.integers(3, 14))):
        day = draw(st.sampled_from(["2024-03-04", "2024-03-04", "2024-03-05", "..2024-03-05"]))
        words = " ".join(draw(st.lists(st.sampled_from(TOPICS), min_size=3, max_size=5, unique=True)))
        told_by = draw(st.sampled_from([None, "USA/John Kirby/spokesman"]))
        record = contact("held", draw(st.sampled_from(SIDES)), article=chr(0x4E00 + k), words=words, when=day)
        found.append(told(record, on="2024-03-05", by=told_by))
    return found


TOPICS = ("balloons", "fisheries", "grain", "missiles", "sanctions", "borders")


@settings(max_examples=300, deadline=None)
@given(calls())
def test_no_group_holds_a_call_of_ministers_and_one_of_presidents(found: list[Entry]) -> None:
    persons = {entry.article: entry.record.participants[0].person for entry in found}  # type: ignore[attr-defined]
    for group in groups(*found):
        assert len({persons[article] for article in group} - {None}) <= 1
