"""What must hold of every reading, whatever the article: the invariants of the design that can be broken already."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from pourparler.errors import PourparlerError
from pourparler.pipeline import Reader, read_many
from pourparler.reading import ArticleReader
from pourparler.reading.annotations import EXTENSIONS, register_extensions
from pourparler.reading.reader import _GIVEN, _check_order
from pourparler.records import Actor, Article, Contact, Date, How, Reading, Record
from pourparler.sources import article_from_text, body_start, read_sources

EXAMPLES = Path(__file__).parents[1] / "examples"
CASES = [path.name for path in sorted(EXAMPLES.iterdir()) if path.is_file() and path.name != "README.md"]
CASES += ["stories/refused-call"]  # one of the three: they take a while
SENTENCES = (
    "Moscow rejected Oslo's request for talks on Tuesday.",
    '"The line is open," said Kari Lund, the Norwegian defence minister.',
    "According to the Norwegian navy, two Russian jets crossed the border on 3 March.",
    "The Arctic Courier reported that Oslo had expelled three Russian diplomats, citing two officials.",
    "Norwegian Defence Minister Nils Berg resigned on Monday; Moscow denied that its frigate had rammed a boat.",
)
#: Characters that have broken offsets before: beyond the BMP, combining, joining, invisible, turning, breaking.
ODD = "😀👩🏽‍✈️é\u0301\u0327中한ßİﬁ\u200b\u200d\u00ad\u202e\u200f\ufeff\u00a0\u2028\r\n\n\t \"“”'«»—…\x00"


@pytest.fixture(scope="session")
def articles() -> dict[str, list[Article]]:
    """The articles of examples/ by file."""
    return {name: [a for a in read_sources([EXAMPLES / name]) if isinstance(a, Article)] for name in CASES}


@pytest.fixture(scope="session")
def readings(reader: Reader, articles: dict[str, list[Article]]) -> dict[str, list[Reading]]:
    """Their readings, each article read alone."""
    return {name: [_reading(reader, article) for article in found] for name, found in articles.items()}


def _reading(reader: Reader, article: Article) -> Reading:
    (reading,) = reader.read([article])
    assert isinstance(reading, Reading), reading
    return reading


def parts(value: Any) -> Iterator[Any]:
    """The value and every dataclass inside it, however deep."""
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item)
    elif dataclasses.is_dataclass(value):
        yield value
        for field in dataclasses.fields(value):
            yield from parts(getattr(value, field.name))


def misquoted(text: str, records: tuple[Record, ...]) -> list[Any]:
    """The spans, actors, dates and the like whose words are not those of the text at their place."""
    quoting = [part for part in parts(records) if getattr(part, "start", None) is not None]
    placed = [part for part in quoting if isinstance(part.start, int)]  # a tenure's start is a date
    return [
        part
        for part in placed
        if not 0 <= part.start < part.end <= len(text) or text[part.start : part.end] != part.text
    ]


# --- no span, no row ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CASES)
def test_every_record_quotes_its_words_exactly(readings: dict[str, list[Reading]], name: str) -> None:
    for reading in readings[name]:
        assert reading.records
        assert misquoted(reading.article.text, reading.records) == []
        assert all(record.evidence and record.article == reading.article.id for record in reading)


odd_texts = st.lists(
    st.one_of(st.sampled_from(SENTENCES), st.text(st.sampled_from(ODD), max_size=12), st.text(max_size=8)), max_size=9
).map("".join)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=odd_texts)
def test_spans_are_exact_among_any_characters(read: Callable[[str], Reading], text: str) -> None:
    assert misquoted(text, read(text).records) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=odd_texts)
def test_spans_are_exact_in_the_canonical_text_of_an_odd_page(reader: Reader, text: str) -> None:
    try:
        article = article_from_text(text + "\n\n" + " ".join(SENTENCES), key="odd")
    except PourparlerError:
        assume(False)
    assert misquoted(article.text, _reading(reader, article).records) == []


def test_sentences_are_read_whatever_stands_between_them(read: Callable[[str], Reading]) -> None:
    between = ("😀 ", "\r\n\r\n", "\u202e\u200f ", "e\u0301\u0301 ")
    reading = read("".join(a + b for a, b in zip(between, SENTENCES, strict=False)))
    assert len(reading.contacts) == 1
    assert len(reading.statements) >= 3
    assert misquoted(reading.article.text, reading.records) == []


# --- references and identities -----------------------------------------------------------------------


@pytest.mark.parametrize("name", CASES)
def test_every_reference_points_at_a_record_of_the_reading(readings: dict[str, list[Reading]], name: str) -> None:
    for reading in readings[name]:
        known = {record.id for record in reading}
        named = [part.statement for part in parts(reading.records) if getattr(part, "statement", None)]
        for record in reading:
            named += [
                *getattr(record, "according_to", ()),
                getattr(record, "of", None),
                getattr(record, "contact", None),
            ]
            named += [about] if isinstance(about := getattr(record, "about", None), str) else []
        assert set(named) - {None} <= known


@pytest.mark.parametrize("name", CASES)
def test_no_two_records_share_an_id(readings: dict[str, list[Reading]], name: str) -> None:
    for reading in readings[name]:
        assert len({record.id for record in reading}) == len(reading.records)


@pytest.mark.parametrize("name", CASES)
def test_a_paragraph_put_before_changes_no_id(reader: Reader, articles: dict[str, list[Article]], name: str) -> None:
    read = ArticleReader(reader.known).read
    for whole in articles[name]:
        body = whole.text[body_start(whole) :]
        pages = (body, f"The weather was mild on the coast.\n\n{body}")
        before, after = (
            {r.id for r in read(page, reader.language(page.text))}
            for page in (dataclasses.replace(whole, title=None, dateline=None, text=text) for text in pages)
        )
        assert before == after


# --- a pure function of the article ------------------------------------------------------------------


@pytest.mark.parametrize("name", CASES)
def test_reading_again_gives_the_same_records(
    reader: Reader, articles: dict[str, list[Article]], readings: dict[str, list[Reading]], name: str
) -> None:
    assert [_reading(reader, article) for article in articles[name]] == readings[name]


def test_the_articles_read_beside_an_article_do_not_matter(
    reader: Reader, articles: dict[str, list[Article]], readings: dict[str, list[Reading]]
) -> None:
    together = [article for found in articles.values() for article in found]
    alone = [reading for found in readings.values() for reading in found]
    for order in (together, together[::-1]):
        outcomes = {o.article.key: o.records for o in read_many(order, reader=reader) if isinstance(o, Reading)}
        assert [
            key for key in outcomes if outcomes[key] != next(r.records for r in alone if r.article.key == key)
        ] == []


def test_two_processes_read_what_one_reads(
    reader: Reader, articles: dict[str, list[Article]], readings: dict[str, list[Reading]]
) -> None:
    together = [article for found in articles.values() for article in found]
    assert list(read_many(together * 2, jobs=2)) == list(read_many(together * 2, reader=reader))


# --- never more precise than the text ----------------------------------------------------------------


@pytest.mark.parametrize("name", CASES)
def test_a_date_ends_no_earlier_than_it_starts(readings: dict[str, list[Reading]], name: str) -> None:
    dates = [part for reading in readings[name] for part in parts(reading.records) if isinstance(part, Date)]
    assert [d for d in dates if d.earliest and d.latest and d.earliest[:10] > d.latest[:10]] == []


@pytest.mark.parametrize("name", CASES)
def test_without_a_publication_date_nothing_relative_is_dated(
    reader: Reader, articles: dict[str, list[Article]], name: str
) -> None:
    for article in articles[name]:
        reading = _reading(reader, dataclasses.replace(article, published=None))
        dates = [part for part in parts(reading.records) if isinstance(part, Date)]
        assert [d for d in dates if d.how is not How.STATED and (d.earliest or d.latest)] == []


@pytest.mark.parametrize("name", CASES)
def test_a_party_that_nothing_resolves_is_null_and_not_guessed(readings: dict[str, list[Reading]], name: str) -> None:
    actors = [part for reading in readings[name] for part in parts(reading.records) if isinstance(part, Actor)]
    assert [a for a in actors if a.resolved_by is None and (a.person or a.organisation or a.country or a.code)] == []


@pytest.mark.parametrize("name", CASES)
def test_the_sides_of_a_contact_are_official_or_null(readings: dict[str, list[Reading]], name: str) -> None:
    contacts = [record for reading in readings[name] for record in reading if isinstance(record, Contact)]
    sides = [actor for c in contacts for actor in (c.by, c.initiator, c.target, *c.participants) if actor is not None]
    assert [actor for actor in sides if actor.code is None] == []


# --- the house ---------------------------------------------------------------------------------------


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = "('spacy', 'onnxruntime', 'numpy', 'tokenizers', 'trafilatura', 'lxml', 'rich', 'typer')"
    code = f"import sys, pourparler; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_annotator_before_what_it_needs_is_refused(reader: Reader) -> None:
    annotators = ArticleReader(reader.known).annotators
    _check_order(annotators)
    with pytest.raises(TypeError, match="which nothing before it assigns"):
        _check_order(annotators[::-1])


def test_every_extension_is_assigned_by_somebody_and_nothing_else_is(reader: Reader) -> None:
    assigned = {name for annotator in ArticleReader(reader.known).annotators for name in annotator.assigns}
    assert assigned | set(_GIVEN) == set(EXTENSIONS)


def test_registering_extensions_again_changes_nothing() -> None:
    register_extensions()
    before = {name: Doc.get_extension(name) for name in EXTENSIONS}
    register_extensions()
    assert {name: Doc.get_extension(name) for name in EXTENSIONS} == before
