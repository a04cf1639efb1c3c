"""What every brief keeps to: nothing without a note, no words that are not in an article, the same bytes twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.brief.making import NOR, PROTOCOL, SWE, asked, brief_of, contact, notes, reading, statement, store_of, texts
from tests.brief.making import told as told_in
from tests.store.making import article, day, state

from pourparler.brief import Brief, as_html, as_markdown, compose, gather_material
from pourparler.brief.parts import Count, Quote, Row, Sentence
from pourparler.errors import UsageError
from pourparler.records import (
    Channel,
    Condition,
    Dispute,
    Factuality,
    Position,
    Reading,
    Reason,
    ReasonKind,
    Stance,
    Status,
)
from pourparler.records.ids import IdMaker
from pourparler.store import Store, open_store
from pourparler.store.lines import covering

PAIRS = [("USA", "CHN", "2026-11-30"), ("IND", "PAK", "2026-03-31"), ("GRC", "TUR", "2026-06-30")]


@pytest.fixture(scope="module")
def demo(stories: Path) -> Iterator[Store]:
    with open_store(stories) as store:
        yield store


@pytest.fixture(scope="module", params=PAIRS, ids=lambda pair: f"{pair[0]}-{pair[1]}")
def brief(request: pytest.FixtureRequest, demo: Store) -> Brief:
    one, other, on = request.param
    return brief_of(demo, one, other, on=on, since="2025-06-01")


# --- of every brief ----------------------------------------------------------------------------------


def test_every_sentence_and_every_row_has_a_note(brief: Brief) -> None:
    assert [one for one in told_in(brief) if not one.notes] == []
    assert len([one for one in told_in(brief) if isinstance(one, Sentence)]) > 40


def test_the_words_of_every_note_stand_in_the_article_that_it_names(brief: Brief, demo: Store) -> None:
    quotes = [note for note in notes(brief) if isinstance(note, Quote)]
    assert len(quotes) > 40
    for note in quotes:
        report = demo.report(note.article)
        assert report
        assert report.article.text[note.start : note.end] == note.words
        assert note.words
        assert (note.outlet, note.title, note.url) == (report.article.outlet, report.article.title, report.article.url)


def test_what_stands_in_quotation_marks_is_quoted_from_an_article(brief: Brief, demo: Store) -> None:
    every = " ".join(
        " ".join(report.article.text.split())
        for name in {note.article for note in notes(brief) if isinstance(note, Quote)}
        if (report := demo.report(name))
    )
    for one in told_in(brief):
        for words in re.findall("“([^”]*)”", one.text) if isinstance(one, Sentence) else ():
            assert all(part in every for part in words.split(" … "))


def test_a_sentence_without_quoted_words_is_a_count_or_comes_from_the_tables(brief: Brief) -> None:
    for one in told_in(brief):
        kinds = {type(note) for note in one.notes}
        assert Quote in kinds or kinds in ({Count}, {Row})


def test_sentences_begin_with_a_capital_and_end_with_one_stop(brief: Brief) -> None:
    for one in told_in(brief):
        if isinstance(one, Sentence):
            assert one.text[0].isupper() or one.text[0] in "“0123456789"
            assert one.text.endswith(".")
            assert not re.search(r"  |\.\.|,,|,\.|;\.|\{|\}| ,|\bNone\b", one.text)


def test_every_question_is_answered(brief: Brief) -> None:
    assert [one.key for one in brief.sections] == [
        "state", "steps", "asked", "refused", "met", "deeds", "disputed", "conditions", "counterparts", "next",
        "observed",
    ]  # fmt: skip
    assert all(one.answer or one.items or one.table for one in brief.sections)


def test_marks_and_notes_of_the_page_lead_to_each_other(brief: Brief) -> None:
    page = as_html(brief)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= set(ids)
    assert {one for one in ids if one.startswith(("note-", "mark-"))} <= targets


def test_every_mark_of_the_markdown_has_its_note(brief: Brief) -> None:
    lines = as_markdown(brief).splitlines()
    defined = [found[1] for line in lines if (found := re.match(r"\[\^(\d+)\]: .", line))]
    used = [number for line in lines for number in re.findall(r"\[\^(\d+)\](?!:)", line)]
    assert defined == [str(k) for k in range(1, len(defined) + 1)]
    assert list(dict.fromkeys(used)) == defined


def test_the_same_store_and_day_give_the_same_bytes(demo: Store, brief: Brief) -> None:
    one, other = next((one, other) for one, other, on in PAIRS if on == brief.on)
    again = brief_of(demo, other, one, on=brief.on, since="2025-06-01")
    assert (as_html(again), as_markdown(again)) == (as_html(brief), as_markdown(brief))


# --- what stories must tell --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pair", "key", "told"),
    [
        (0, "refused", "On 9 April 2026 China refused a phone call at the level of ministers with the United States"
         " (Warren Halloran)"),
        (0, "conditions", "China made this a condition: “the United States lifts its sanctions on Defense Minister"),
        (0, "next", "agreed to a phone call at the level of ministers"),
        (0, "counterparts", "answers to the defence minister of China by rank and to the vice-chairman"),
        (1, "state", "From 8 October to 20 November 2025 the line as a whole was suspended"),
        (1, "disputed", "India said “Pakistan had left three calls on the military hotline unanswered”, but the"
         " Pakistani Foreign Office denied it"),
        (1, "next", "to take place on 7 October 2025"),
        (1, "refused", "unanswered, which is disputed, according to the Indian Army; no reason is told"),
        (2, "deeds", "By another account, “Two Turkish coast guard boats” harassed “a Greek gunboat”"),
    ],
)  # fmt: skip
def test_the_stories_are_told(demo: Store, pair: int, key: str, told: str) -> None:
    one, other, on = PAIRS[pair]
    found = texts(brief_of(demo, one, other, on=on, since="2025-06-01"), key)
    assert [text for text in found if told in text]


def test_what_was_published_after_the_day_is_not_told(demo: Store) -> None:
    early = brief_of(demo, "USA", "CHN", on="2026-05-31", since="2025-06-01")
    assert max(note.published or "" for note in notes(early) if isinstance(note, Quote)) <= "2026-05-31"
    assert not [text for text in texts(early, "met") if text.startswith(("On 6 June 2026", "On 4 August 2026"))]


# --- small stores ------------------------------------------------------------------------------------

REFUSED = "Norway declined the call, citing protocol, an Oslo official said."


def refusal() -> Reading:
    of = article(REFUSED, key="refused", outlet="The Fjord", published="2024-03-06")
    official = state("NOR", person="Ole Berg")
    said = statement(of, "said", "Norway declined the call", source=official)
    reason = of.text.index("protocol")
    why = Reason(kind=ReasonKind.PROTOCOL, by=official, text="protocol", start=reason, end=reason + len("protocol"))
    return reading(of, said, contact(of, Status.DECLINED, "declined", by=NOR, initiator=SWE, target=NOR,
                                     reasons=(why,), according_to=(said.id,)))  # fmt: skip


def test_a_refusal_is_told_with_who_says_so_and_why(tmp_path: Path) -> None:
    with store_of(tmp_path / "s.db", refusal()) as store:
        brief = brief_of(store)
    assert texts(brief, "refused") == [
        "Sources of Norway explained 1 step by protocol.",
        "On 6 March 2024 Norway refused a phone call at the level of ministers with Sweden, according to Ole Berg"
        " (Norway).",
        "The reason given for it by Ole Berg (Norway): “protocol” (protocol).",
    ]
    assert texts(brief, "asked")[-1].startswith("Told only by what became of a request: on 6 March 2024 Norway refused")


def test_a_request_without_an_answer_says_so_in_the_outlets_own_words(tmp_path: Path) -> None:
    with store_of(tmp_path / "s.db", asked()) as store:
        brief = brief_of(store)
    assert texts(brief, "asked") == [
        "Sweden asked or invited once, which has no answer that is told.",
        "On 4 March 2024 Sweden asked Norway for a phone call at the level of ministers, by the account of The Sound"
        " alone; no answer is told.",
    ]


def test_an_empty_answer_says_that_the_store_holds_none_and_how_well_the_two_are_observed(tmp_path: Path) -> None:
    with store_of(tmp_path / "s.db", asked()) as store:
        brief = brief_of(store)
    for key in ("refused", "met", "deeds", "disputed", "conditions", "next"):
        (told, *_) = texts(brief, key)
        assert re.fullmatch(r"Of the two, the store holds no .+, since 1 January 2024; 1 article about them was read,"
                            r" enough of them to tell silence in 0 of 6 months\.", told)  # fmt: skip


def test_two_sides_of_which_nothing_was_read_have_a_brief_that_says_so(tmp_path: Path) -> None:
    other = article("Finland asked Estonia for a call.", key="other")
    apart = reading(other, contact(other, Status.REQUESTED, "asked", by=state("FIN"), initiator=state("FIN"),
                                   target=state("EST"), participants=(state("FIN"), state("EST"))))  # fmt: skip
    with store_of(tmp_path / "s.db", asked(), apart) as store:
        brief = brief_of(store, "NOR", "EST")
        page, text = as_html(brief), as_markdown(brief)
    assert "no article about them was read, so that this tells nothing of them" in " ".join(texts(brief, "asked"))
    assert "Of the two, the store holds no request" in page
    assert "Of the two, the store holds no request" in text


def test_one_side_has_no_brief(tmp_path: Path) -> None:
    with store_of(tmp_path / "s.db", asked()) as store, pytest.raises(UsageError, match="both sides are NOR"):
        gather_material(store, "NOR", "NOR", on="2024-06-30", protocol=PROTOCOL)


@pytest.mark.parametrize(
    ("factuality", "told"),
    [
        (Factuality.PLANNED, "it was planned that Norway and Sweden would hold a phone call"),
        (Factuality.POSSIBLE, "it was told as only possible that Norway and Sweden would hold a phone call"),
        (Factuality.NEGATED, "Norway and Sweden did not hold a phone call"),
        (Factuality.CONDITIONAL, "under a condition, Norway and Sweden would hold a phone call"),
        (Factuality.REQUESTED, "it was demanded that Norway and Sweden hold a phone call"),
    ],
)
def test_what_is_no_fact_is_not_told_as_one(tmp_path: Path, factuality: Factuality, told: str) -> None:
    of = article("The ministers spoke by phone.", key="met", outlet="The Sound", published="2024-03-04")
    with store_of(tmp_path / "s.db", reading(of, contact(of, Status.HELD, "spoke", factuality=factuality))) as store:
        found = texts(brief_of(store), "met")
    assert [text for text in found if text.startswith(f"On 4 March 2024 {told}")]


def test_what_one_article_tells_and_disputes_is_told_in_each_sides_words(tmp_path: Path) -> None:
    text = "Sweden says that its call was ignored. Norway denies that the phone rang. The phone is grey."
    of = article(text, key="row", outlet="The Fjord", published="2024-03-06")
    says = statement(of, "says", "its call was ignored", source=SWE)
    denies = statement(of, "denies", "the phone rang", source=NOR, stance=Stance.DENIES)
    row = Dispute(
        id=IdMaker(of.id).make("dispute", "denies", text), article=of.id, anchor=denies.anchor, evidence=(),
        confidence=1, reader="test", about=says.content[0],
        positions=(Position(by=SWE, stance=Stance.ASSERTS, statement=says.id),
                   Position(by=NOR, stance=Stance.DENIES, statement=denies.id)),
    )  # fmt: skip
    with store_of(tmp_path / "s.db", asked(), reading(of, says, denies, row)) as store:
        found = texts(brief_of(store), "disputed")
    assert found == ["As The Fjord tells it, Sweden said “its call was ignored”, but Norway denied “the phone rang”."]


def test_a_condition_is_told_with_its_own_words_as_the_note(tmp_path: Path) -> None:
    text = "Norway refused the call unless an apology came first."
    of = article(text, key="if", outlet="The Fjord", published="2024-03-06")
    start = text.index("an apology came first")
    asks = Condition(by=NOR, text="an apology came first", start=start, end=start + 21)
    refused = contact(of, Status.DECLINED, "refused", by=NOR, initiator=SWE, target=NOR, conditions=(asks,))
    with store_of(tmp_path / "s.db", reading(of, refused)) as store:
        brief = brief_of(store)
    (condition,) = next(one for one in brief.sections if one.key == "conditions").items
    assert condition.sentences[0].text == (
        "By 6 March 2024 Norway made this a condition: “an apology came first”, by the account of The Fjord alone;"
        " nothing later that is told has met or lifted it."
    )
    assert [note.words for note in condition.sentences[0].notes if isinstance(note, Quote)] == ["an apology came first"]


def test_a_state_that_begins_without_news_does_not_claim_any(tmp_path: Path) -> None:
    readings = [refusal()]
    for month in range(4, 12):
        for k in (1, 2):
            of = article(
                f"Sweden said, story {k}, that it waits.", key=f"{month}{k}", published=f"2024-{month:02}-0{k}"
            )
            readings.append(reading(of, statement(of, "said", "it waits", source=state("SWE")),
                                    contact(of, Status.SOUGHT, "waits", by=SWE)))  # fmt: skip
    with store_of(tmp_path / "s.db", *readings) as store:
        strained, silent = texts(brief_of(store, on="2024-11-30"), "state")[-2:]
    assert "was strained; it began with the news that on 6 March 2024 Norway refused" in strained
    assert "was silent; when it began, the newest that it rested on was that" in silent


def test_what_is_to_come_and_what_is_overdue(tmp_path: Path) -> None:
    plans = []
    for key, due in (("soon", "2024-07-15"), ("late", "2024-04-15")):
        of = article(f"The ministers will meet {key}.", key=key, outlet="The Sound", published="2024-04-01")
        plan = contact(
            of, Status.SCHEDULED, "meet", channel=Channel.MEETING, factuality=Factuality.PLANNED, due=day(due)
        )
        plans.append(reading(of, plan))
    with store_of(tmp_path / "s.db", *plans) as store:
        coming, overdue = texts(brief_of(store), "next")
    assert coming == (
        "On 1 April 2024 a meeting at the level of ministers between Norway and Sweden was announced, to take place on"
        " 15 July 2024, by the account of The Sound alone."
    )
    assert "to take place on 15 April 2024" in overdue
    assert "on 30 June 2024, 76 days past its day, nothing is told of what came of it" in overdue


def test_of_a_busy_pair_the_newest_are_told_and_the_rest_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    for k in range(90):
        text = f"Sweden asked Norway for call {k}. It was a day like others."
        of = article(text, key=f"k{k}", published=f"2024-0{1 + k // 28}-{1 + k % 28:02}")
        calls.append(reading(of, contact(of, Status.REQUESTED, "asked", by=SWE, initiator=SWE, target=NOR)))
    with store_of(tmp_path / "s.db", *calls) as store:
        whole = brief_of(store)
        monkeypatch.setattr(covering, "MOST", 40)
        cut = brief_of(store)
    assert texts(whole, "asked")[-1] == "70 older requests are not listed here."
    assert len(next(one for one in whole.sections if one.key == "steps").table.rows) == 60  # type: ignore[union-attr]
    assert texts(whole, "steps")[-1] == "30 older steps are not listed here."
    assert cut.since > whole.since == "2024-01-01"
    assert [
        text for text in texts(cut, "observed") if "instead of 1 January 2024: what is older was not looked" in text
    ]


def test_the_brief_is_as_it_was_when_it_was_last_looked_at(tmp_path: Path) -> None:
    """Where this changes on purpose: look at it, and write ``small.md`` anew."""
    with store_of(tmp_path / "s.db", asked(), refusal()) as store:
        found = as_markdown(brief_of(store))
    assert found == (Path(__file__).parent / "small.md").read_text("utf-8")


def test_gathering_is_apart_from_writing(tmp_path: Path) -> None:
    with store_of(tmp_path / "s.db", asked()) as store:
        material = gather_material(store, "SWE", "NOR", on="2024-06-30", protocol=PROTOCOL)
    assert as_markdown(compose(material)) == as_markdown(compose(material))
