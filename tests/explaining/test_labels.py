"""Every label of a resolution and every rule that occurs in the source has a sentence."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import pourparler.reading
from pourparler.explaining.actors import labels_known
from pourparler.explaining.findings import FINDINGS
from pourparler.explaining.grounds import sentence_of
from pourparler.explaining.meanings import EXPLAINED, rule_words
from pourparler.explaining.tables import sentences
from pourparler.reading.dating import meanings
from pourparler.reading.dating.meanings import Meaning
from pourparler.reading.tables import rows

SOURCE = [
    ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(Path(pourparler.reading.__file__ or "").parent.rglob("*.py"))
]


def calls() -> Iterator[tuple[ast.AST, ast.Call]]:
    """Every call of the source with the function it stands in."""
    functions = [f for tree in SOURCE for f in ast.walk(tree) if isinstance(f, ast.FunctionDef)]
    yield from ((f, node) for f in functions for node in ast.walk(f) if isinstance(node, ast.Call))


def strings(value: ast.AST, where: ast.AST) -> Iterator[str]:
    """The strings that an expression may be; a name stands for what its function assigns to it."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from (*strings(value.body, where), *strings(value.orelse, where))
    elif isinstance(value, ast.BoolOp):
        for part in value.values:
            yield from strings(part, where)
    elif isinstance(value, ast.JoinedStr):
        yield "".join("\0" if isinstance(p, ast.FormattedValue) else str(ast.literal_eval(p)) for p in value.values)
        yield from (s for p in value.values if isinstance(p, ast.FormattedValue) for s in strings(p.value, where))
    elif isinstance(value, ast.Name):
        named = [n for n in ast.walk(where) if isinstance(n, ast.Assign) and _assigns(n, value.id)]
        yield from (s for n in named for s in strings(n.value, where))


def _assigns(node: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in node.targets)


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def labels() -> set[str]:
    """What ``resolved_by`` may hold: by keyword, as the last argument of ``like``, as the sixth of a Description."""
    found: set[str] = set()
    for where, call in calls():
        told = [k.value for k in call.keywords if k.arg == "resolved_by"]
        told += call.args[3:4] if name_of(call) == "like" else []
        told += call.args[5:6] if name_of(call) == "Description" else []
        found |= {part for value in told for s in strings(value, where) for part in s.split("; ")}
    return {label for label in found if label and "\0" not in label}


def rules() -> set[str]:
    """What a record's ``reader`` may hold: the rules of drafts and traces, and what is assigned to ``rule``."""
    found: set[str] = set()
    for where, call in calls():
        told = [k.value for k in call.keywords if k.arg in ("reader", "rule")]
        told += call.args[:1] if name_of(call) in ("Draft", "Trace") else []
        found |= {s for value in told for s in strings(value, where)}
    return {rule.split("\0")[0] for rule in found if rule and not rule.startswith("\0")}


def test_the_source_is_searched_where_labels_and_rules_stand() -> None:
    assert {"gazetteer", "metonym", "title", "rank", "owner", "dateline", "pronoun", "epithet"} <= labels()
    assert {"contact:", "cue:", "quotation", "of ", "tenure:title"} <= rules()


def test_every_label_in_the_source_has_a_sentence() -> None:
    assert labels() <= labels_known()


def test_no_sentence_is_kept_for_a_label_that_nothing_gives() -> None:
    assert labels_known() <= labels()


@pytest.mark.parametrize("rule", sorted(rules()))
def test_every_rule_in_the_source_has_a_sentence(rule: str) -> None:
    assert sentence_of(rule)["sentence"] or any(row["rule"].startswith(rule) for row in sentences("rules"))


def test_every_rule_names_tables_that_exist() -> None:
    for row in sentences("rules"):
        assert all(rows(name) for name in row["tables"].split(";") if name)


def test_every_sentence_has_room_for_what_it_looks_for() -> None:
    for row in sentences("resolutions"):
        assert row["bare"]
        assert ("{}" in row["sentence"]) == bool(row["detail"])
        assert not row["detail"] or row["detail"] in FINDINGS


@pytest.mark.parametrize("row", sentences("resolutions"), ids=lambda row: row["label"])
def test_the_example_of_a_label_is_resolved_by_it(row: dict[str, str], explain: Callable[..., Any]) -> None:
    text = explain(row["example"], dateline="OSLO, March 4" if row["label"] == "dateline" else None)
    named = [a for a in text.actors() if row["words"].lower() in a.text.lower()]
    assert row["label"] in {part for a in named for part in (a.resolved_by or "").split("; ")}


def meaning_classes(top: type[Meaning] = Meaning) -> Iterator[type[Meaning]]:
    """The classes of meaning as the module has them; slots leave unnamed doubles of each."""
    yield from (c for c in vars(meanings).values() if isinstance(c, type) and issubclass(c, top) and c is not top)


def test_every_meaning_of_a_date_phrase_has_words() -> None:
    assert {c.__name__ for c in meaning_classes()} <= {c.__name__ for c in EXPLAINED}


@pytest.mark.parametrize(
    ("meaning", "future", "words"),
    [
        (meanings.Weekday(weekday=6), True, "the first Sunday from that day on"),
        (meanings.Weekday(weekday=0, week=-1), False, "the Monday of the week before"),
        (meanings.Unit(unit="month", part="earlier"), False, "that month, up to that day"),
        (meanings.Unit(unit="week", offset=-2), False, "the week but 1 before"),
        (meanings.Unit(unit="year", part="1/2"), False, "part 1 of 2 of that year"),
        (meanings.Shift(unit="day", least=-2, most=-2), False, "2 days back"),
        (meanings.Shift(unit="month", least=3, most=3), False, "3 months on, give or take half a month"),
        (meanings.Window(unit="year", count=2, back=True), False, "the 2 years up to that day"),
        (meanings.Yearless(month=3, part="early"), True, "the first third of March"),
        (
            meanings.Before(base=meanings.Unit(unit="year")),
            False,
            "up to the last day of this: that year",
        ),
    ],
)
def test_a_meaning_is_told_as_a_rule(meaning: Meaning, future: bool, words: str) -> None:
    assert words in rule_words(meaning, future=future)
