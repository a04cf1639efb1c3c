"""Who holds which office, and who is one person under two spellings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ledger.linking.making import contact, groups, link, of, said, span, tenure, told

from pourparler.ledger.linking.names import one_person, sound
from pourparler.ledger.linking.tables import rows
from pourparler.records import Entry, Judgement, JudgementKind, Relation


def holders(*entries: Entry) -> list[Judgement]:
    return of("holds", link(entries))


class TestHolders:
    def test_a_tenure_shows_who_holds_an_office_and_since_when_for_sure(self) -> None:
        (found,) = holders(
            told(tenure("Li Shangfu", "defence minister", start="2023-03-01..2023-03-31"), on="2023-06-10")
        )
        assert found.kind is JudgementKind.HOLDER
        assert found.value == {
            "person": "Li Shangfu",
            "office": "defence minister",
            "country": "CHN",
            "organisation": None,
            "from": "2023-03-31",
            "to": None,
            "on": "2023-06-10",
        }

    def test_a_title_before_a_name_shows_it_too(self) -> None:
        (found,) = holders(told(said("USA/John Kirby/pentagon spokesman"), on="2021-05-27"))
        assert (found.subject[:2], found.object, found.value["on"]) == (
            "st",
            "John Kirby, pentagon spokesman",
            "2021-05-27",
        )

    def test_a_name_without_its_title_shows_nothing(self) -> None:
        statement = said("USA/John Kirby/pentagon spokesman")
        assert statement.source
        known = replace(statement, source=replace(statement.source, text="Kirby", resolved_by="earlier mention"))
        assert holders(told(known, on="2021-05-27")) == []

    @pytest.mark.parametrize("before", ["former", "then-", "the late", "outgoing", "ex-"])
    def test_an_office_held_no_more_is_not_shown(self, before: str) -> None:
        statement = said("USA/Nancy Pelosi/speaker")
        assert statement.source
        words = f"In May {before} speaker Nancy Pelosi said so"
        start = words.index("speaker")
        source = replace(statement.source, start=start, end=start + 20)
        known = replace(statement, source=source, evidence=(span(words),))
        assert holders(told(known, on="2024-05-27")) == []
        assert holders(told(replace(known, evidence=(span(words.replace(before, "again")),)), on="2024-05-27"))

    def test_one_article_shows_it_once(self) -> None:
        statements = [
            told(said("USA/John Kirby/spokesman", article="a", at=at), on="2021-05-27") for at in (0, 100, 200)
        ]
        assert (
            len(holders(*statements, told(tenure("John Kirby", "spokesman", "USA", article="a"), on="2021-05-27"))) == 1
        )
        assert len(holders(*statements)) == 1

    def test_two_articles_that_contradict_each_other_are_both_kept(self) -> None:
        a = told(tenure("Li Shangfu", "defence minister", article="a"), on="2023-06-10")
        b = told(tenure("Wei Fenghe", "defence minister", article="b"), on="2023-06-11")
        assert {j.value["person"] for j in holders(a, b)} == {"Li Shangfu", "Wei Fenghe"}

    def test_an_office_of_nobody_s_is_left_out(self) -> None:
        assert holders(told(tenure("Rafael Montesclaros", "secretary", None), on="2025-05-20")) == []

    def test_a_tenure_told_twice_is_one(self) -> None:
        a = told(tenure("Li Shangfu", "defence minister", article="a", start="2023-03-12"), on="2023-03-12")
        b = told(tenure("Li Shangfu", "defense minister", article="b", start="2023-03-12"), on="2023-03-13")
        c = told(tenure("Li Shangfu", "state councillor", article="c", start="2023-03-12"), on="2023-03-13")
        assert groups(a, b, c) == {"ab"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelenskyy"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Sergei Shoigu", "Sergey Shoygu"),
        ("Li Shangfu", "Shangfu Li"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Kim Yong-chol", "Kim Yong Chol"),
        ("Nicolás Maduro", "Nicolas Maduro"),
        ("Lloyd Austin", "Lloyd J. Austin"),
        ("J. Kirby", "John Kirby"),
        ("Muammar Gaddafi", "Muammar Gadafi"),
        ("Aleksandr Lukashenko", "Alexandr Lukashenko"),
        ("Hulusi Akar", "Hulusí Akar"),
        ("Mohamed bin Zayed", "Mohamed Zayed"),
        ("Wang Yi", "Yi Wang"),
        ("Giorgos Lemonis", "Yorgos Lemonis"),
        ("Vladimir Zelensky", "Volodymyr Zelenskyy"),
        ("Đoàn Văn", "Doan Van"),
    ],
)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert one_person(one, other)
    assert one_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Yo Jong"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Kim Jong Un", "Kim"),
        ("Li Shangfu", "Li Qiang"),
        ("Wei Fenghe", "Wang Yi"),
        ("George Bush", "Jeb Bush"),
        ("Raul Castro", "Fidel Castro"),
        ("John Kirby", "Jack Kirby"),
        ("Xi Jinping", "Xi Mingze"),
        ("Lavrov", "Sergei Lavrov"),
        ("Nguyen Phu Trong", "Nguyen Xuan Phuc"),
        ("Abdullah Gul", "Abdullah Gur"),
        ("Vladimir Putin", "Vladimir Potanin"),
    ],
)
def test_two_people_of_one_name(one: str, other: str) -> None:
    assert one_person(one, other) is None
    assert one_person(other, one) is None


@pytest.mark.parametrize("row", rows("sounds"), ids=lambda row: row["written"])
def test_what_is_written_otherwise_is_heard_alike(row: dict[str, str]) -> None:
    assert row["written"] in row["one"].lower()
    assert sound(row["one"].lower()) == sound(row["other"].lower())


@pytest.mark.parametrize("row", rows("given_names"), ids=lambda row: row["forms"].split(";")[0])
def test_a_given_name_has_its_forms_in_other_tongues(row: dict[str, str]) -> None:
    first, *others = row["forms"].split(";")
    assert others
    assert all(one_person(f"{first} Marrakechi", f"{other} Marrakechi") for other in others)


def test_no_given_name_stands_in_two_rows() -> None:
    forms = [form for row in rows("given_names") for form in row["forms"].split(";")]
    assert len(forms) == len(set(forms))


class TestAliases:
    def test_one_office_under_two_spellings(self) -> None:
        a = told(said("UKR/Volodymyr Zelensky/president", article="a"), on="2024-03-04")
        b = told(said("UKR/Volodymyr Zelenskyy/president", article="b"), on="2024-04-04")
        (found,) = of(Relation.ALIAS, link([a, b]))
        assert (found.subject, found.object, found.value) == (
            "Volodymyr Zelensky",
            "Volodymyr Zelenskyy",
            {"country": "UKR"},
        )
        assert found.reasons[1] == "both are president of UKR"

    def test_one_deed_under_two_spellings(self) -> None:
        sides = ("CHN/Li Shangfu; USA/Lloyd Austin", "CHN/Shangfu Li; USA/Lloyd Austin")
        a, b = (
            told(contact("held", s, article=n, when="2024-03-04"), on="2024-03-04")
            for n, s in zip("ab", sides, strict=True)
        )
        assert [(j.subject, j.object) for j in of(Relation.ALIAS, link([a, b]))] == [("Li Shangfu", "Shangfu Li")]

    @pytest.mark.parametrize(
        "other", ["RUS/Volodymyr Zelenskyy/president", "UKR/Volodymyr Zelenskyy/mayor", "UKR/Olena Zelenska/president"]
    )
    def test_another_country_office_or_name_is_another_person(self, other: str) -> None:
        a = told(said("UKR/Volodymyr Zelensky/president", article="a"), on="2024-03-04")
        assert of(Relation.ALIAS, link([a, told(said(other, article="b"), on="2024-03-04")])) == []

    def test_years_apart_an_office_is_no_proof(self) -> None:
        a = told(said("UKR/Volodymyr Zelensky/president", article="a"), on="2019-03-04")
        b = told(said("UKR/Volodymyr Zelenskyy/president", article="b"), on="2024-03-04")
        assert of(Relation.ALIAS, link([a, b])) == []
