"""Offices by the words people use for them, and who held them on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pourparler.errors import UsageError
from pourparler.knowledge import Gap, Posts
from pourparler.knowledge.tables import ASIDE, DATA, Tables


@pytest.fixture(scope="module")
def posts() -> Posts:
    return Posts.load()


@pytest.mark.parametrize(
    ("words", "side", "office", "of"),
    [
        ("Secretary of Defense", "USA", "defence minister", "USA"),
        ("SecDef", "USA", "defence minister", "USA"),
        ("Secretary of Defense", "PHL", "defence minister", "PHL"),
        ("secretary of state", "USA", "foreign minister", "USA"),
        ("Secretary of State", "VAT", "cardinal secretary of state", "VAT"),
        ("foreign secretary", "GBR", "foreign minister", "GBR"),
        ("Foreign Secretary", "IND", "foreign secretary", "IND"),
        ("foreign secretary", "PHL", "foreign minister", "PHL"),
        ("defence secretary", "GBR", "defence minister", "GBR"),
        ("Defence Secretary", "IND", "defence secretary", "IND"),
        ("MFA spokesperson", "CHN", "foreign ministry spokesperson", "CHN"),
        ("chairman of the joint chiefs", "USA", "chief of defence", "USA"),
        ("chief of the general staff", "RUS", "chief of defence", "RUS"),
        ("Chief of the General Staff", "GBR", "army chief", "GBR"),
        ("chief of the general staff", "CHN", "chief of the joint staff department", "CHN"),
        ("commander of the Indo-Pacific Command", "USA", "commander of us indo-pacific command", "USA"),
        ("Vice-Chairmen of the CMC", "CHN", "vice-chairman of the central military commission", "CHN"),
        ("Southern Theater Commander", "CHN", "commander of the southern theatre command", "CHN"),
        ("top diplomat", "CHN", "director of the central foreign affairs commission", "CHN"),
        ("Chinese defence minister", None, "defence minister", "CHN"),
        ("president of the United States", None, "president", "USA"),
        ("China's foreign minister", None, "foreign minister", "CHN"),
        ("SACEUR", None, "supreme allied commander", "NATO"),
        ("EU foreign policy chief", None, "high representative", "EU"),
    ],
)
def test_the_words_for_an_office_are_resolved_by_state(
    posts: Posts, words: str, side: str | None, office: str, of: str
) -> None:
    found = posts.find(words, side)
    assert (found.office, found.side) == (office, of)


@pytest.mark.parametrize(
    ("words", "side", "told"),
    [
        ("foreign secretary", None, "an office of several states; say which with --in"),
        ("foreign secretary", None, "United Kingdom: foreign minister"),
        ("defence minister", None, "say which with --in"),
        ("foreign secretary", "DEU", "no office 'foreign secretary' is known in Germany; closest: "),
        ("Verteidigungsminister", "DEU", "offices there with known holders: president, chancellor"),
        ("president", "GBR", "United Kingdom has no president; its heads are: king, prime minister, queen"),
        ("general secretary", "USA", "United States has no general secretary"),
        ("crown prince", "USA", "United States has no crown prince"),
        ("vice president", "GBR", "United Kingdom has no vice president"),
        ("theatre commander", "CHN", "name one, as: commander of the southern theatre command"),
        ("US Secretary of Defense", "CHN", "is of United States, --in says China"),
        ("flying minister", None, "closest: "),
    ],
)
def test_what_is_no_office_there_is_told_with_what_is(posts: Posts, words: str, side: str | None, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        posts.find(words, side)
    assert told in str(raised.value)
    assert posts.meaning(words, side) is None


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("usa", "USA"), ("China", "CHN"), ("United Kingdom", "GBR"), ("NATO", "NATO"), ("eu", "EU"), ("china", "CHN"),
        ("uk", "GBR"), ("the Kremlin", "RUS"), ("United Nations", "UN"),
    ],
)  # fmt: skip
def test_a_side_is_named_by_code_or_name(posts: Posts, words: str, side: str) -> None:
    assert posts.side(words) == side


def test_an_unknown_state_is_told_with_the_closest(posts: Posts) -> None:
    with pytest.raises(UsageError, match=r"no state or organisation 'Chima' is known; .* closest: .*China"):
        posts.side("Chima")


def held(posts: Posts, words: str, side: str, day: str) -> list[str]:
    return [term.person for term in posts.holding(posts.find(words, side), date.fromisoformat(day)).held]


@pytest.mark.parametrize(
    ("words", "side", "day", "person"),
    [
        ("Secretary of Defense", "USA", "2021-05-20", "Lloyd Austin"),
        ("defence minister", "CHN", "2021-05-20", "Wei Fenghe"),
        ("prime minister", "MLI", "2023-06-01", "Choguel Maïga"),
        ("president", "ISR", "2021-06-20", "Reuven Rivlin"),
        ("foreign minister", "FRA", "2016-06-01", "Jean-Marc Ayrault"),
        ("foreign minister", "EST", "2015-12-01", "Marina Kaljurand"),
        ("prime minister", "SAU", "2021-01-01", "Salman bin Abdulaziz Al Saud"),
        ("prime minister", "ROU", "2017-03-01", "Sorin Grindeanu"),
        ("defence minister", "TUR", "2017-01-01", "Fikri Işık"),
        ("queen", "DNK", "2023-01-01", "Margrethe II"),
        ("governor-general", "CAN", "2022-01-01", "Mary Simon"),
        ("national security adviser", "JPN", "2022-08-05", "Takeo Akiba"),
    ],
)
def test_an_office_had_the_holder_it_had(posts: Posts, words: str, side: str, day: str, person: str) -> None:
    assert held(posts, words, side, day) == [person]


def test_on_the_day_an_office_is_handed_over_its_holder_is_who_takes_it(posts: Posts) -> None:
    assert held(posts, "president", "FRA", "2017-05-14") == ["Emmanuel Macron"]
    assert held(posts, "home secretary", "GBR", "2022-10-20") == ["Grant Shapps"]


def test_a_shared_office_has_several_holders_and_none_is_unsure(posts: Posts) -> None:
    found = posts.holding(posts.find("CMC vice chairman", "CHN"), date(2021, 5, 20))
    assert {term.person for term in found.held} == {"Xu Qiliang", "Zhang Youxia"}
    assert not found.unsure


def test_terms_told_only_to_the_month_leave_open_who_of_two_it_was(posts: Posts) -> None:
    found = posts.holding(posts.find("foreign minister", "PRK"), date(2020, 1, 20))
    assert {term.person for term in found.held} == {"Ri Yong Ho", "Ri Son Gwon"}
    assert found.unsure


def test_after_the_day_the_tables_answer_for_nobody_holds_an_open_term(posts: Posts) -> None:
    post = posts.find("defence minister", "USA")
    (last,) = posts.holding(post, date(2099, 1, 1)).last
    assert posts.holding(post, date(2099, 1, 1)).held == ()
    assert posts.holding(post, date(2099, 1, 1)).gap is Gap.UNKNOWN_SINCE
    assert posts.holding(post, last.as_of).held == (last,)


def test_a_term_knows_how_closely_its_days_are_known(posts: Posts) -> None:
    terms = {term.person: term for term in posts.terms(posts.find("defence minister", "PRK"))}
    assert (terms["Kim Jong Gwan"].begins, terms["Kim Jong Gwan"].ends) == ("2019-12", "2021-07")
    exact = posts.terms(posts.find("defence minister", "CHN"))[-1]
    assert (exact.begins, exact.start_told) == ("2023-12-29", None)


def test_a_gap_is_told_with_the_terms_around_it(posts: Posts) -> None:
    found = posts.holding(posts.find("defence minister", "CHN"), date(2023, 11, 15))
    assert (found.held, found.gap) == ((), Gap.BETWEEN)
    assert [term.person for term in found.last] == ["Li Shangfu"]
    assert found.next
    assert found.next.person == "Dong Jun"
    assert posts.holding(posts.find("prime minister", "TUR"), date(2020, 1, 1)).gap is Gap.ENDED
    assert posts.holding(posts.find("king", "GBR"), date(1990, 1, 1)).gap is Gap.BEFORE
    assert posts.holding(posts.find("coast guard chief", "CHN"), date(2020, 1, 1)).gap is Gap.NO_TERMS


def test_a_person_has_offices_by_full_name_and_by_surname(posts: Posts) -> None:
    assert [term.office for term in posts.terms_of("wei fenghe")] == ["defence minister"]
    assert {term.person for term in posts.terms_of("Austin", "USA")} == {"Lloyd Austin"}
    assert posts.terms_of("Austin", "FJI") == ()


def test_a_text_names_offices_in_whatever_case_and_with_the_state_before_them(posts: Posts) -> None:
    told = (
        "the defence minister, not the vice chairman of the Central Military Commission, meets the US Defense Secretary"
    )
    assert list(posts.named_in(told)) == [
        (None, "defence minister"),
        ("CHN", "vice-chairman of the central military commission"),
        ("USA", "defence minister"),
    ]


def test_tables_that_no_reader_looks_into_do_not_change_its_fingerprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for table in DATA.glob("*.csv"):
        (tmp_path / table.name).write_bytes(table.read_bytes())
    monkeypatch.setattr("pourparler.knowledge.tables.DATA", tmp_path)
    before = Tables().fingerprint
    for table in ASIDE:
        with (tmp_path / f"{table}.csv").open("a", encoding="utf-8") as out:
            out.write("\n")
    assert Tables().fingerprint == before
    (tmp_path / "ranks.csv").write_bytes(b"")
    assert Tables().fingerprint != before
