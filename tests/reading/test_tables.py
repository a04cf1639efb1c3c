"""Every row of the lexical tables, run on its own example.

The language model misparses a few examples, so each table has a floor on the share of its rows that fire instead of a
demand on every row; a floor that is missed names the rows that do not fire.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pourparler.pipeline import Reader
from pourparler.reading import ArticleReader
from pourparler.reading.factuality import factuality
from pourparler.reading.tables import rows
from pourparler.records import Article, Contact, Event, Incident, Measure, Record, Statement

Row = dict[str, str]
Read = tuple[Any, tuple[Record, ...]]

#: What a row's status becomes where the record tells it otherwise: by its factuality, or under a "not".
TOLD = {"prevented": "held", "continued": "declined"}
REPLIES = {"answer", "respond", "reply"}


def fires_cue(row: Row, doc: Any, records: tuple[Record, ...]) -> bool:
    return any(isinstance(r, Statement) and r.stance == row["stance"] for r in records)


def fires_contact(row: Row, doc: Any, records: tuple[Record, ...]) -> bool:
    return any(isinstance(r, Contact) and r.channel == row["channel"] for r in records)


def fires_step(row: Row, doc: Any, records: tuple[Record, ...]) -> bool:
    """The step is the contact's status; under a further step it is one of the words the contact stands on."""
    status = "unanswered" if row["lemma"] in REPLIES else TOLD.get(row["status"], row["status"])
    contacts = [r for r in records if isinstance(r, Contact)]
    words = {r.id: {doc._.syntax.lemma[i] for i in doc._.traces[r.id].tokens} for r in contacts}
    inner = row["pos"] == "noun" and row["status"] in ("sought", "requested", "offered")
    return any(row["lemma"] in words[r.id] and (inner or r.status == status) for r in contacts)


def fires_modality(row: Row, doc: Any, records: tuple[Record, ...]) -> bool:
    """A word above or right below the row's own is presented as the row says."""
    syntax = doc._.syntax
    near = [
        i
        for i in range(syntax.size)
        if row["lemma"] in {syntax.lemma[k] for k in (*syntax.ancestors(i), *syntax.kids[i])}
    ]
    return any(factuality(syntax, i) == row["effect"] for i in near)


def fires_measure(row: Row, doc: Any, records: tuple[Record, ...]) -> bool:
    return any(isinstance(r, Measure) and r.type == row["type"] for r in records)


def fires_measure_step(row: Row, doc: Any, records: tuple[Record, ...]) -> bool:
    return any(isinstance(r, Measure) and r.status == row["status"].replace("suspended", "lifted") for r in records)


def fires_incident(row: Row, doc: Any, records: tuple[Record, ...]) -> bool:
    return any(isinstance(r, Incident) and r.action == row["action"] for r in records)


def fires_event(row: Row, doc: Any, records: tuple[Record, ...]) -> bool:
    return any(isinstance(r, Event) and r.type == row["type"] for r in records)


#: Table, when one of its rows fires, and the share of its rows that must.
TABLES: list[tuple[str, Callable[[Row, Any, tuple[Record, ...]], bool], float]] = [
    ("cues", fires_cue, 0.91),
    ("contacts", fires_contact, 0.74),
    ("steps", fires_step, 0.79),
    ("modality", fires_modality, 0.91),
    ("measures", fires_measure, 0.98),
    ("measure_steps", fires_measure_step, 0.98),
    ("incidents", fires_incident, 0.96),
    ("events", fires_event, 0.94),
]


@pytest.fixture(scope="module")
def examples(reader: Reader) -> dict[str, Read]:
    """Each example with its Doc and records; all are parsed in one go, for speed."""
    texts = list(dict.fromkeys(row["example"] for name, _, _ in TABLES for row in rows(name)))
    return dict(zip(texts, _read(reader, texts), strict=True))


def _read(reader: Reader, texts: list[str]) -> Iterator[Read]:
    articles = ArticleReader(reader.known)
    for doc in reader.language.pipe(texts):
        article = Article(id="ar-example", key="example", sha256="", text=doc.text)
        yield doc, articles.read(article, doc)


@pytest.mark.parametrize(("table", "fires", "floor"), TABLES, ids=[name for name, _, _ in TABLES])
def test_the_rows_of_a_table_fire_on_their_examples(
    table: str, fires: Callable[[Row, Any, tuple[Record, ...]], bool], floor: float, examples: dict[str, Read]
) -> None:
    silent = [row for row in rows(table) if not fires(row, *examples[row["example"]])]
    share = 1 - len(silent) / len(rows(table))
    assert share >= floor, f"{share:.1%} of {table} fire; silent: {[(row['lemma'], row['example']) for row in silent]}"
