"""Which date belongs to which deed, sentence by sentence."""

from __future__ import annotations

import pytest

from pourparler.pipeline import Reader
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.reading.timing import Dates, later_of
from pourparler.reading.timing.hanging import is_deed_noun
from pourparler.sources import article_from_text

FRIDAY = "2023-05-26"


@pytest.fixture(scope="module")
def timed(reader: Reader):
    """A function: a text and its dates as read on a Friday."""

    def read(text: str) -> tuple[Dates, Syntax]:
        opening = "The foreign ministry and the navy of Norway were at work."
        doc, _ = reader.explained(article_from_text(f"{opening}\n\n{text}", key="t", published=FRIDAY))
        return doc._.dates, doc._.syntax

    return read


def when(timed, text: str, word: str) -> str | None:
    """What dates the deed told by the word, as "earliest/latest"."""
    dates, syntax = timed(text)
    found = dates.of(syntax.lower.index(word), syntax)
    return None if found is None else f"{found.earliest or ''}/{found.latest or ''}"


def day(of_may: int) -> str:
    return f"2023-05-{of_may:02}/2023-05-{of_may:02}"


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        # a day that the parse hangs on the noun before it
        ("The Norwegian Foreign Office on Monday summoned the Russian ambassador.", "summoned", day(22)),
        ("Norwegian and Russian officials on Friday held their first talks.", "held", day(26)),
        ("Earlier on Monday, Norway repeated its call for restraint.", "repeated", day(22)),
        ("The minister told a rally in Bergen on Monday that talks were over.", "told", day(22)),
        ("We do not mix fish and guns, she told the Storting on Tuesday.", "told", day(23)),
        ("The colonel told the paper yesterday that soldiers had dug a trench.", "told", day(25)),
        # the saying and what is said
        ("Oslo said on Sunday it would recall its envoy.", "said", day(21)),
        ("Oslo said on Sunday it would recall its envoy.", "recall", None),
        ("On Monday, Oslo said Riga had closed the line.", "closed", None),
        ("A call scheduled for Monday was cancelled on Sunday.", "cancelled", day(21)),
        ("A call scheduled for Monday was cancelled on Sunday.", "scheduled", day(29)),
        # joined verbs
        ("The patrol boat stopped the trawler on Saturday and escorted it out.", "escorted", day(20)),
        ("Honduras on Thursday suspended its talks and expelled the attache.", "expelled", day(25)),
        ("Oslo met the envoy on Monday and will visit Riga.", "visit", None),
        ("On Sunday two jets were scrambled; the bombers never entered.", "entered", day(21)),
        ("Two jets were scrambled on Sunday; Moscow protested.", "protested", None),
        # clauses that share their time
        ("Nobody answered when his side tried the line on Monday.", "answered", day(22)),
        ("The boat was returning on Sunday when a patrol craft fired on it.", "fired", day(21)),
        ("The ministers, who met on Monday, agreed to open a line.", "met", day(22)),
        ("An incident on Friday in which Russian ships fired has come to light.", "fired", day(26)),
        ("The ministry condemned the strike on Monday, calling it reckless.", "calling", day(22)),
        ("The two ministers held talks on Monday.", "talks", day(22)),
        # a past deed has no day to come
        ("The minister promised them the report by Tuesday.", "promised", None),
        # how far deeds lie apart
        ("Oslo closed the line on Monday, two days after the clash in the strait.", "clash", day(20)),
        ("Days after Riga sailed, Oslo closed the line.", "sailed", None),
        ("Three days after the guns spoke, Riga still refuses to talk.", "spoke", day(23)),
        ("Oslo closed the line two days after Riga had fired on Monday.", "closed", day(24)),
        # a noun with the time of the deed around it
        ("Two guards were killed in a clash on the border on Tuesday.", "clash", day(23)),
        ("Oslo said on Tuesday in response to the raid that it was calm.", "raid", None),
        ("Riga kept to the truce signed on Monday.", "truce", day(22)),
        ("Oslo lost two ships this month, while Riga reported that a third was hit.", "reported", None),
        ("Oslo submitted the request for a call on Saturday.", "request", day(20)),
        ("The talks have been under way since May 3.", "talks", "2023-05-03/2023-05-26"),
        ("The meeting is on Monday.", "meeting", day(29)),
        (
            "Oslo on Friday released film of an incident last week in which a ship fired.",
            "fired",
            "2023-05-15/2023-05-21",
        ),
        # plans
        ("The talks were scheduled to begin on June 15, but were cancelled.", "cancelled", None),
        ("The ministers were to have met on Monday, but one did not come.", "come", day(22)),
        ("The talks were put off until June 3.", "put", None),
        # what lasts, and how rare it was
        ("Oslo has banned Latvian fruit since Monday.", "banned", day(22)),
        ("Oslo has refused calls since Monday.", "refused", "2023-05-22/2023-05-26"),
        ("Oslo and Riga held their first talks since 2019.", "held", None),
        # the parenthesis of who says so; a purpose that is the deed itself
        ("On Sunday evening, or so Riga says, troops fired mortars.", "says", None),
        ("On Monday about 200 villagers marched to demand a bridge.", "demand", day(22)),
        # nouns with a time of their own
        ("No minister since Per Hansen in 2018 has visited Riga.", "visited", None),
        ("Oslo rejected Monday's list.", "rejected", None),
    ],
)
def test_a_date_belongs_to_its_deed(timed, text, word, told):
    assert when(timed, text, word) == told


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("The ministers will meet in Vienna on Thursday.", "meet", "2023-06-01/2023-06-01"),
        ("The ministers are to meet in Vienna on Thursday.", "meet", "2023-06-01/2023-06-01"),
        ("The army begins a drill at Bodo on Monday.", "begins", day(29)),
        ("The ministers met in Vienna on Thursday.", "met", day(25)),
        ("The ministers were to have met in Vienna on Thursday.", "met", day(25)),
        ("The ministers were due to meet in Vienna on Thursday but did not.", "meet", day(25)),
        ("The ministers were originally scheduled to meet there on May 12.", "meet", day(12)),
        ("The ministers were scheduled to meet there on Monday.", "meet", day(29)),
        ("Oslo agreed to stop its patrols from April 24 to May 20.", "stop", "2023-04-24/2023-05-20"),
        ("Oslo had cancelled talks due to begin in Riga on Wednesday.", "begin", day(24)),
        ("By Monday evening none had replied.", "replied", "/2023-05-22"),
        ("They must leave by Monday evening.", "leave", "/2023-05-29"),
        ("In March last year the two navies suspended drills.", "suspended", "2022-03-01/2022-03-31"),
        ("Reporters have been barred from the district since June.", "barred", "2022-06-01/2023-05-26"),
    ],
)
def test_a_clause_tells_which_way_its_date_lies(timed, text, word, told):
    assert when(timed, text, word) == told


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("The talks scheduled for Monday were cancelled.", "talks", day(29)),
        ("The talks of the two chiefs scheduled for June 3 will not take place.", "talks", "2023-06-03/2023-06-03"),
        ("The talks, set to begin on Monday, are off.", "talks", day(29)),
        ("The round of talks was due to begin on June 3, but was cancelled.", "talks", "2023-06-03/2023-06-03"),
        ("Oslo cancelled talks on the line due to begin in Riga on June 3.", "talks", "2023-06-03/2023-06-03"),
        ("The talks were to begin on Monday but were called off.", "talks", day(29)),
        ("The talks were put off until June 3.", "put", "2023-06-03/2023-06-03"),
        ("The talks on the line set up in 2018 broke off.", "line", None),
    ],
)
def test_a_plan_tells_the_day_it_is_for(timed, text, word, told):
    dates, syntax = timed(text)
    found = dates.planned(syntax.lower.index(word))
    assert (None if found is None else f"{found.earliest or ''}/{found.latest or ''}") == told


def test_of_two_days_the_later_is_the_one_to_come(timed):
    dates, _ = timed("The talks, postponed earlier this month, will be held next week.")
    early, late = dates.all
    assert later_of(early, late) is late
    assert later_of(None, early) is early


def test_a_schedule_kept_is_no_date(timed):
    dates, syntax = timed("They met on Sunday.\n\nThe two sides speak at 9 a.m. every day.")
    assert dates.of(syntax.lower.index("speak"), syntax) is None
    assert dates.habitual(syntax.lower.index("speak"))


def test_a_deed_without_words_for_its_day_is_bounded_by_publication(timed):
    dates, _ = timed("The ships had sailed home.")
    bound = dates.undated(True)
    assert (bound.earliest, bound.latest) == (None, FRIDAY)
    assert dates.undated(False) is None


@pytest.mark.parametrize("row", rows("happenings"), ids=lambda row: row["lemma"])
def test_a_happening_keeps_its_own_day(timed, row):
    _, syntax = timed(row["example"])
    words = [i for i in range(syntax.size) if syntax.lemma[i] == row["lemma"] or syntax.lower[i] == row["lemma"]]
    assert any(is_deed_noun(syntax, i) for i in words)


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("The minister would not be visiting Riga on Tuesday.", "visiting", day(30)),
        ("The ministry would not comment on Tuesday.", "comment", day(23)),
        ("Monday's meeting was postponed.", "meeting", day(29)),
        ("Thursday's meeting was postponed.", "meeting", day(25)),
        ("Monday's meeting was long.", "meeting", day(22)),
        ("Norway summoned the envoy hours after the attack on Monday.", "summoned", "2023-05-22/2023-05-23"),
    ],
)
def test_what_was_to_come_is_told_from_what_is_over(timed, text: str, word: str, told: str) -> None:
    assert when(timed, text, word) == told
