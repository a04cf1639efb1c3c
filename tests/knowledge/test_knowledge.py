"""Lookups: what a name, noun, title or person is taken for."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from pourparler.knowledge import Category, Knowledge
from pourparler.records import Level


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return Knowledge.load()


def found(known: Knowledge, text: str) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.entries[0].category.value) for f in known.find(text)]


def test_the_longest_name_wins(known: Knowledge) -> None:
    assert found(known, "The South China Sea and China") == [("South China Sea", "water"), ("China", "state")]


def test_names_are_whole_words(known: Knowledge) -> None:
    names = found(known, "Indiana, Malians' Omanis, US$5, usual, Chinaman")
    assert names == [("Malians", "demonym"), ("Omanis", "demonym")]


def test_an_article_does_not_hide_the_longer_name_behind_it(known: Knowledge) -> None:
    assert found(known, "in the Gulf of Aden and the Gulf") == [("Gulf of Aden", "water"), ("the Gulf", "water")]
    assert [name for name, _ in found(known, "The United States Navy said")] == ["United States Navy"]


def test_a_name_that_is_no_whole_word_does_not_hide_a_shorter_one(known: Knowledge) -> None:
    assert found(known, "in South China Seafood") == [("China", "state")]


def test_headlines_and_datelines_in_capitals_are_found(known: Knowledge) -> None:
    names = found(known, "MANILA - CHINA, CHINESE")
    assert names == [("MANILA", "capital"), ("CHINA", "state"), ("CHINESE", "adjective")]
    assert found(known, "they told us that it was a chad") == []


@pytest.mark.parametrize(
    "text", ["China’s coast guard", "the People’s Liberation\nArmy", "the U.S.–China tie", "İstanbul: U.S. 😀 Kiev"]
)
def test_offsets_are_those_of_the_text(known: Knowledge, text: str) -> None:
    for f in known.find(text):
        assert 0 <= f.start < f.end <= len(text)
        assert text[f.start : f.end].strip() == text[f.start : f.end]
    assert known.find(text)


def test_an_abbreviation_of_two_bodies_stands_for_both(known: Knowledge) -> None:
    (afp,) = known.find("AFP")
    assert {entry.category for entry in afp.entries} == {Category.BODY, Category.OUTLET}


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Beijing", "CHN"),
        ("Filipino", "PHL"),
        ("the U.S.", None),
        ("U.S.", "USA"),
        ("UK", "GBR"),
        ("DPRK", "PRK"),
        ("ROK", "KOR"),
        ("Chinese Taipei", "TWN"),
        ("Kremlin", "RUS"),
        ("Downing Street", "GBR"),
        ("Quai d'Orsay", "FRA"),
        ("Blue House", "KOR"),
        ("Foggy Bottom", "USA"),
        ("Zhongnanhai", "CHN"),
        ("Élysée", "FRA"),
        ("Kyiv", "UKR"),
        ("Congolese", None),
        ("Dominican", None),
        ("Korea", None),
        ("Côte d’Ivoire", "CIV"),
        ("Wales", None),
    ],
)
def test_a_word_stands_for_a_state_only_if_it_stands_for_one(known: Knowledge, word: str, country: str | None) -> None:
    assert known.country_of(word) == country


def test_the_pentagon_is_military_and_government(known: Knowledge) -> None:
    entry = known.find("the Pentagon")[0].entries[0]
    assert (entry.country, entry.sectors, entry.organisation) == ("USA", ("MIL", "GOV"), "US Department of Defense")


@pytest.mark.parametrize(
    ("phrase", "kind", "sectors", "anonymous"),
    [
        ("the foreign ministry", "body", ("GOV",), False),
        ("the Chinese Ministry of National Defence", "body", ("MIL", "GOV"), False),
        ("a Chinese coast guard cutter", "platform", ("COP",), False),
        ("US warships", "platform", ("MIL",), False),
        ("the supply boat", "platform", ("CVL",), False),
        ("a Chinese military source", "person", ("MIL",), True),
        ("two senior officials", "person", ("GOV",), True),
        ("spokesman for the defence ministry", "person", ("GOV",), True),
        ("diplomats in Beijing", "person", ("GOV",), True),
        ("reporters", "person", ("JRN",), True),
        ("Russian state media", "body", ("JRN", "GOV"), False),
        ("fishermen", "person", ("CVL",), True),
        ("opposition lawmakers", "person", ("OPP",), True),
        ("the navy", "body", ("MIL",), False),
        ("members of parliament", "person", ("LEG", "GOV"), True),
    ],
)
def test_a_nominal_party_is_typed_by_its_head(
    known: Knowledge, phrase: str, kind: str, sectors: tuple[str, ...], anonymous: bool
) -> None:
    head = known.head(phrase)
    assert head is not None
    assert (head.kind, head.sectors, head.anonymous) == (kind, sectors, anonymous)


def test_a_noun_that_is_no_party_has_no_head(known: Knowledge) -> None:
    assert known.head("the weather over the coast") is None
    assert known.head("") is None


@pytest.mark.parametrize(
    ("head", "country", "organisation"),
    [
        ("the foreign ministry", "PHL", "Department of Foreign Affairs"),
        ("coast guard", "CHN", "China Coast Guard"),
        ("defence department", "USA", "US Department of Defense"),
        ("navy", "GBR", "Royal Navy"),
        ("defence ministry", "BOL", "Bolivian Ministry of Defence"),
        ("police", "FJI", "Fijian police"),
    ],
)
def test_a_body_is_named_by_the_table_or_else_by_its_template(
    known: Knowledge, head: str, country: str, organisation: str
) -> None:
    known_head = known.head(head)
    assert known_head is not None
    assert known.organisation(known_head, country) == organisation


@pytest.mark.parametrize(
    ("title", "office", "level", "country"),
    [
        ("US Defence Secretary", "defence minister", Level.MINISTER, "USA"),
        ("Philippine Defense Secretary", "defence minister", Level.MINISTER, None),
        ("Chinese Defence Minister", "defence minister", Level.MINISTER, None),
        ("Secretary of State", "foreign minister", Level.MINISTER, "USA"),
        ("British Foreign Secretary", "foreign minister", Level.MINISTER, "GBR"),
        ("Indian Foreign Secretary", "foreign secretary", Level.OFFICIAL, "IND"),
        (
            "vice-chairman of China’s Central Military Commission",
            "vice-chairman of the central military commission",
            Level.CHIEF_OF_DEFENCE,
            "CHN",
        ),
        (
            "US Assistant Secretary of Defense for Homeland Defense",
            "assistant secretary of defense",
            Level.OFFICIAL,
            "USA",
        ),
        ("chairman of the Joint Chiefs of Staff", "chief of defence", Level.CHIEF_OF_DEFENCE, None),
        ("then-US House Speaker", "speaker", Level.LEGISLATOR, None),
        ("Vice Foreign Minister", "deputy foreign minister", Level.OFFICIAL, None),
        ("Chinese Foreign Ministry spokesperson", "spokesperson", Level.OFFICIAL, None),
        ("Russian President", "president", Level.HEAD_OF_STATE, None),
        ("Prime Minister", "prime minister", Level.HEAD_OF_GOVERNMENT, None),
        ("German Chancellor", "chancellor", Level.HEAD_OF_GOVERNMENT, None),
        ("ambassador to Washington", "ambassador", Level.AMBASSADOR, None),
        ("U.N. Secretary-General", "un secretary-general", Level.MINISTER, None),
        ("chief of staff of the Iranian armed forces", "chief of defence", Level.CHIEF_OF_DEFENCE, None),
        ("NATO Secretary-General", "nato secretary-general", Level.MINISTER, None),
    ],
)
def test_a_title_names_an_office(known: Knowledge, title: str, office: str, level: Level, country: str | None) -> None:
    answer = known.office(title)
    assert answer is not None
    assert (answer.office, answer.level, answer.country) == (office, level, country)


def test_a_title_bound_to_one_state_is_no_office_of_another(known: Knowledge) -> None:
    assert known.office("Secretary of State", country="FRA") is None


@pytest.mark.parametrize(("text", "rank"), [("Lt. Gen.", "lieutenant general"), ("Adm.", "admiral")])
def test_ranks_are_known_by_their_abbreviations(known: Knowledge, text: str, rank: str) -> None:
    entry = known.rank(text)
    assert entry is not None
    assert (entry.name, entry.sectors) == (rank, ("MIL",))


def test_outlets_forums_waters_and_prefixes(known: Knowledge) -> None:
    outlet, forum, water, prefix = (
        known.outlet("Xinhua"),
        known.forum("Shangri-La Dialogue"),
        known.water("Scarborough Shoal"),
        known.vessel_prefix("BRP"),
    )
    assert outlet is not None
    assert (outlet.country, outlet.state_run, outlet.sectors) == ("CHN", True, ("JRN", "GOV"))
    assert forum is not None
    assert (forum.kind, forum.country) == ("forum", "SGP")
    assert water is not None
    assert {"CHN", "PHL"} <= set(water.states)
    assert water.country is None
    assert prefix is not None
    assert prefix.country == "PHL"
    ins = known.vessel_prefix("INS")
    assert ins is not None
    assert ins.country is None


@pytest.mark.parametrize(
    ("name", "kind", "makers"),
    [
        ("P-8A Poseidon", "patrol aircraft", ("USA",)),
        ("Su-35", "fighter", ("RUS",)),
        ("Arleigh Burke-class", "destroyer", ("USA",)),
        ("Type 055", "destroyer", ("CHN",)),
        ("Hwasong-17", "missile", ("PRK",)),
        ("Bayraktar TB2", "drone", ("TUR",)),
        ("Eurofighter", "fighter", ("GBR", "DEU", "ITA", "ESP")),
    ],
)
def test_a_platform_has_a_type_and_makers_but_no_country(
    known: Knowledge, name: str, kind: str, makers: tuple[str, ...]
) -> None:
    platform = known.platform(name)
    assert platform is not None
    assert (platform.kind, platform.states, platform.country) == (kind, makers, None)
    (found,) = known.find(f"a {name} of another navy")
    assert found.entries == (platform,)


@pytest.mark.parametrize(
    ("name", "country", "organisation"),
    [
        ("Itamaraty", "BRA", "Brazilian Foreign Ministry"),
        ("Langley headquarters", "USA", "Central Intelligence Agency"),
        ("Szucha Avenue", "POL", "Polish Foreign Ministry"),
        ("Raisina Hill", "IND", None),
        ("Carondelet", "ECU", "Ecuadorian presidency"),
    ],
)
def test_metonyms_of_many_states_are_known(known: Knowledge, name: str, country: str, organisation: str | None) -> None:
    (found,) = known.find(name)
    assert [(entry.country, entry.organisation) for entry in found.entries] == [(country, organisation)]


def test_two_of_one_family_are_kept_apart(known: Knowledge) -> None:
    assert [t.person for t in known.holders("president", "ARE", date(2021, 1, 1))] == ["Khalifa bin Zayed Al Nahyan"]
    assert [t.person for t in known.holders("president", "ARE", date(2024, 1, 1))] == ["Mohamed bin Zayed Al Nahyan"]


def test_a_term_answers_only_for_the_days_it_is_known_for(known: Knowledge) -> None:
    def holder(office: str, country: str | None, on: date) -> list[str]:
        return [term.person for term in known.holders(office, country, on)]

    assert holder("defence minister", "CHN", date(2021, 5, 25)) == ["Wei Fenghe"]
    assert holder("defence minister", "CHN", date(2023, 5, 25)) == ["Li Shangfu"]
    assert holder("defence minister", "USA", date(2023, 5, 25)) == ["Lloyd Austin"]
    assert holder("defence minister", "CHN", date(2023, 11, 25)) == []
    assert holder("nato secretary-general", None, date(2022, 2, 24)) == ["Jens Stoltenberg"]


def test_an_open_term_is_not_carried_past_its_as_of(known: Knowledge) -> None:
    for state in known.states():
        for term in known.holders("president", state.alpha3, date(2035, 1, 1)):
            raise AssertionError(f"{term} is told for a day nobody can know")


def test_a_person_is_found_by_name_alias_and_surname(known: Knowledge) -> None:
    assert [t.office for t in known.terms_of("Li Shangfu")] == ["defence minister"]
    assert known.terms_of("Recep Tayyip Erdogan") == known.terms_of("Recep Tayyip Erdoğan") != ()
    assert "Lloyd Austin" in {t.person for t in known.terms_of_surname("Austin")}
    assert "Ursula von der Leyen" in {t.person for t in known.terms_of_surname("von der Leyen")}
    assert known.terms_of("Nobody At All") == ()


def test_a_city_of_many_namesakes_has_no_country(known: Knowledge) -> None:
    xiamen, paris, santa_cruz = known.city("Xiamen"), known.city("Paris"), known.city("Santa Cruz")
    assert xiamen is not None
    assert xiamen.country == "CHN"
    assert paris is not None
    assert paris.country == "FRA"
    assert santa_cruz is not None
    assert santa_cruz.country is None
    assert known.city("No Such Town") is None


def test_codes_join_country_or_organisation_and_sector(known: Knowledge) -> None:
    assert known.code("CHN", "China Coast Guard", ("COP",)) == "CHN COP"
    assert known.code(None, "United Nations", ("IGO",)) == "UN IGO"
    assert known.code(None, None, ("GOV",)) is None


def test_what_is_loaded_does_not_change(known: Knowledge) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        known.fingerprint = "other"  # type: ignore[misc]
    assert known.fingerprint == Knowledge.load().fingerprint


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Goma", "COD"),
        ("Busan", "KOR"),
        ("St. Petersburg", "RUS"),
        ("New York", "USA"),
        ("Geneva", "CHE"),
        ("Sochi", "RUS"),
        ("Jeddah", "SAU"),
        ("Gaza City", "PSE"),
        ("Odessa", "UKR"),
        ("Hodeidah", "YEM"),
        ("Goodland", None),
    ],
)
def test_a_seat_of_talks_is_in_its_state(known: Knowledge, name: str, country: str | None) -> None:
    city = known.city(name)
    assert (city and city.country) == country


def test_every_name_of_the_tables_makes_its_entries(known: Knowledge) -> None:
    names = list(known._finder._promised)
    assert all(known._finder.entries(name) for name in names)
