"""What the files must hold: every state, allowed values, no clashes that are not meant."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
import yaml

from pourparler.errors import DataError
from pourparler.knowledge import Knowledge
from pourparler.knowledge.names import state_of
from pourparler.knowledge.tables import COLUMNS, DATA, Row, Tables
from pourparler.records import Level

UN_MEMBERS = 193
NON_MEMBERS = {"TWN", "PSE", "XKX", "HKG", "VAT", "MAC", "ESH", "GRL"}

#: PLOVER's sectors and the codes it gives to what is no state's.
SECTORS = {
    "COP",
    "GOV",
    "JUD",
    "LEG",
    "MIL",
    "PRM",
    "PTY",
    "REB",
    "SPY",
    "UAF",
    "UNK",
    "AGR",
    "BUS",
    "CRM",
    "CVL",
    "EDU",
    "ELI",
    "JRN",
    "LAB",
    "MED",
    "REF",
    "OPP",
    "PRE",
    "REL",
    "SOC",
    "IGO",
    "NGO",
    "ISM",
    "IMG",
    "MNC",
}

#: Words that mean more than one state, and are meant to.
SHARED_NAMES = {"Congo", "Congolese", "Dominican", "Dominicans"}


@pytest.fixture(scope="module")
def tables() -> Tables:
    return Tables()


def rows(tables: Tables, table: str) -> list[Row]:
    return list(tables.rows(table))


@pytest.mark.parametrize("table", COLUMNS)
def test_needed_cells_are_filled_and_no_cell_has_stray_space(tables: Tables, table: str) -> None:
    for row in rows(tables, table):
        for column in COLUMNS[table]:
            cell = row[column.rstrip("*")]
            assert cell or not column.endswith("*"), f"{row.where}: {column} is empty"
            assert cell == cell.strip(), row.where
            assert ";;" not in cell, row.where


def test_every_un_member_is_there(tables: Tables) -> None:
    states = [state_of(row) for row in tables.rows("states")]
    assert sum(state.un == "member" for state in states) == UN_MEMBERS
    assert {state.alpha3 for state in states} >= NON_MEMBERS
    assert len({state.alpha3 for state in states}) == len(states)
    assert all(state.adjectives for state in states if state.un == "member")


def test_codes_are_those_of_iso_3166(tables: Tables) -> None:
    table = Path(__file__).parents[3] / "shared/data/gazetteers/country_codes_pddl/country-codes.csv"
    if not table.exists():
        pytest.skip("the ISO 3166 table lies outside the repository")
    with table.open(encoding="utf-8", newline="") as lines:
        iso = {row["ISO3166-1-Alpha-3"] for row in csv.DictReader(lines)}
    assert {row["alpha3"] for row in tables.rows("states")} - iso == {"XKX"}


def test_no_name_belongs_to_two_states_unless_declared(tables: Tables) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for state in map(state_of, tables.rows("states")):
        for name in (state.name, *state.names, *state.adjectives, *state.demonyms, *state.capitals):
            owners[name].add(state.alpha3)
    assert {name for name, states in owners.items() if len(states) > 1} == SHARED_NAMES


@pytest.mark.parametrize("table", [table for table, names in COLUMNS.items() if "country" in names])
def test_every_country_is_a_known_state(tables: Tables, table: str) -> None:
    codes = {row["alpha3"] for row in tables.rows("states")}
    for row in rows(tables, table):
        assert set(row.many("country")) <= codes, row.where
        if table == "waters":
            assert set(row.many("states")) <= codes, row.where


@pytest.mark.parametrize("table", [table for table, names in COLUMNS.items() if {"sectors", "sectors*"} & set(names)])
def test_sectors_are_plovers(tables: Tables, table: str) -> None:
    for row in rows(tables, table):
        assert set(row.sectors()) <= SECTORS, row.where


@pytest.mark.parametrize(
    ("table", "column", "allowed"),
    [
        ("states", "un", {"member", "observer", "none"}),
        ("heads", "kind", {"body", "person", "platform", "group"}),
        ("heads", "anonymous", {"yes", "no"}),
        ("outlets", "state_run", {"yes", "no"}),
        ("outlets", "kind", {"agency", "newspaper", "broadcaster", "magazine", "website"}),
        ("forums", "kind", {"forum", "mechanism", "line", "exercise"}),
        ("ranks", "kind", {"rank", "honorific"}),
        ("offices", "level", {str(level) for level in Level}),
        ("ranks", "level", {str(level) for level in Level}),
        ("vessels", "kind", {"prefix"}),
    ],
)
def test_closed_columns_hold_allowed_values(tables: Tables, table: str, column: str, allowed: set[str]) -> None:
    assert {row[column] for row in tables.rows(table)} <= allowed


@pytest.mark.parametrize("table", ["bodies", "organisations", "outlets", "forums", "waters", "platforms"])
def test_canonical_names_are_unique(tables: Tables, table: str) -> None:
    seen = [row["name"] for row in tables.rows(table)]
    assert sorted(seen) == sorted(set(seen))


def test_no_phrase_or_title_is_typed_twice(tables: Tables) -> None:
    phrases = [phrase for row in tables.rows("heads") for phrase in row.many("phrases")]
    assert sorted(phrases) == sorted(set(phrases))
    titles = [
        (title, country)
        for row in tables.rows("offices")
        for title in row.many("titles")
        for country in row.many("country") or ("",)
    ]
    assert sorted(titles) == sorted(set(titles))
    assert all(title == title.lower() for title, _ in titles)


def test_metonyms_speak_of_bodies_by_the_name_the_body_has(tables: Tables) -> None:
    bodies = {row["name"]: row for row in tables.rows("bodies")}
    for row in rows(tables, "metonyms"):
        body = bodies.get(row["organisation"])
        assert body is None or (body["country"], body["sectors"]) == (row["country"], row["sectors"]), row.where


def test_offices_of_holders_are_offices(tables: Tables) -> None:
    offices = {row["office"] for row in tables.rows("offices")}
    assert {row["office"] for row in tables.rows("holders")} <= offices


def test_terms_end_after_they_start_and_say_whence_and_until_when(tables: Tables) -> None:
    sources = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    for row in rows(tables, "holders"):
        assert row["start"] <= row["end"] or not row["end"], row.where
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["as_of"]), row.where
        assert all(f"`{source}`" in sources for source in row["source"].split()), row.where


def test_every_table_is_described_and_has_a_source() -> None:
    readme, sources = (DATA / name for name in ("README.md", "SOURCES.md"))
    for table in COLUMNS:
        assert f"`{table}.csv`" in readme.read_text(encoding="utf-8")
        assert f"`{table}`" in sources.read_text(encoding="utf-8")


def test_the_users_example_loads_and_counts(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", (DATA / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert example
    assert set(yaml.safe_load(example[1])) == {"bodies", "forums", "holders"}
    mine = tmp_path / "mine.yaml"
    mine.write_text(example[1], encoding="utf-8")
    known = Knowledge.load(user=mine)
    assert known.find("a BLP boat")[0].entries[0].country == "FJI"
    assert [term.office for term in known.terms_of("Ana Vula")] == ["defence minister"]
    assert known.fingerprint != Knowledge.load().fingerprint


@pytest.mark.parametrize(
    ("yaml_text", "name", "told"),
    [
        ("platforms: [{name: Su-35, type: jet, sectors: MIL}]", "Su-35", ("platform", "jet", None)),
        ("bodies: [{name: Royal Navy, country: FJI, sectors: MIL}]", "Royal Navy", ("body", None, "FJI")),
        ("outlets: [{name: Xinhua, state_run: false, kind: website}]", "Xinhua", ("outlet", "website", None)),
        ("waters: [{name: Red Sea, kind: lake, country: FJI}]", "Red Sea", ("water", "lake", "FJI")),
        (
            "vessels: [{names: [USS], kind: prefix, country: FJI, type: yacht}]",
            "USS",
            ("vessel_prefix", "yacht", "FJI"),
        ),
        ("metonyms: [{names: [Kremlin], name: F, country: FJI, sectors: GOV}]", "Kremlin", ("metonym", None, "FJI")),
        ("organisations: [{name: NATO, code: X, country: FJI, sectors: IGO}]", "NATO", ("organisation", "X", "FJI")),
        ("forums: [{name: Globsec, kind: line, country: FJI}]", "Globsec", ("forum", "line", "FJI")),
        ("regions: [{name: New Jersey, country: FJI}]", "New Jersey", ("region", None, "FJI")),
    ],
)
def test_a_user_overrides_an_entry(
    tmp_path: Path, yaml_text: str, name: str, told: tuple[str, str | None, str | None]
) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(yaml_text, encoding="utf-8")
    (found,) = Knowledge.load(user=mine).find(name)
    assert [(entry.category.value, entry.kind, entry.country) for entry in found.entries] == [told]


def test_a_user_overrides_offices_ranks_heads_and_holders(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "offices: [{office: envoy, titles: [prime minister], level: working}]\n"
        "ranks: [{forms: [Adm.], rank: sailor, kind: rank, level: working}]\n"
        "heads: [{phrases: [coast guard], kind: group, anonymous: no}]\n"
        "holders: [{person: Xi Jinping, office: president, country: CHN,"
        " end: 2020-01-01, source: me, as_of: 2026-01-01}]\n",
        encoding="utf-8",
    )
    known = Knowledge.load(user=mine)
    office, rank, head = known.office("Prime Minister"), known.rank("Adm."), known.head("the coast guard")
    assert office is not None
    assert rank is not None
    assert head is not None
    assert (office.office, rank.name, head.kind) == ("envoy", "sailor", "group")
    assert known.holders("president", "CHN", date(2021, 1, 1)) == ()


def test_a_user_adds_a_name_to_a_state(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("states:\n  - {alpha3: FJI, name: Viti, un: member, capitals: [Levuka]}\n", encoding="utf-8")
    known = Knowledge.load(user=mine)
    assert known.country_of("Viti") == known.country_of("Levuka") == known.country_of("Fiji") == "FJI"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("bodies: [{name: X}]", "bodies entry 1: lacks sectors"),
        ("bodies:\n  - {name: A, sectors: MIL}\n  - {nam: X}", "bodies entry 2: does not know nam"),
        ("navies: []", "no table 'navies'"),
        ("bodies: X", "bodies is not a list"),
        ("[1, 2]", "holds no tables"),
        ("bodies: [", "is not YAML"),
        ("bodies: [7]", "bodies entry 1: 7 is no mapping"),
        ("offices: [{office: x, titles: x, level: boss}]", "offices entry 1: level is 'boss'"),
        ("holders: [{person: A B, office: king, source: s, as_of: soon}]", "holders entry 1: as_of is 'soon'"),
    ],
)
def test_a_bad_entry_is_named_with_its_file(tmp_path: Path, content: str, expected: str) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(expected)) as raised:
        Knowledge.load(user=mine)
    assert "mine.yaml" in str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.yaml"):
        Knowledge.load(user=tmp_path / "none.yaml")
