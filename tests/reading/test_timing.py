"""Which date belongs to which deed, sentence by sentence."""

from __future__ import annotations

import pytest

from pourparler.pipeline import Reader
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.reading.timing import Dates
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
        ("By Monday evening none had replied.", "replied", "/2023-05-22"),
        ("They must leave by Monday evening.", "leave", "/2023-05-29"),
        ("In March last year the two navies suspended drills.", "suspended", "2022-03-01/2022-03-31"),
        ("Reporters have been barred from the district since June.", "barred", "2022-06-01/2023-05-26"),
    ],
)
def test_a_clause_tells_which_way_its_date_lies(timed, text, word, told):
    assert when(timed, text, word) == told


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
