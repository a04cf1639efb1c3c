"""Screening: whether an article is of our field, and why."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest

from pourparler.pipeline import Reader
from pourparler.records import Article
from pourparler.screening import _FIELD, _PATTERNS, ENOUGH, screen
from pourparler.sources import article_from_text

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".txt", ".md"))
QUIET = sorted((ROOT / "tests" / "quiet").glob("*.txt"))


def article(text: str) -> Article:
    return Article(id="ar-test", key="test", sha256="", text=text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_article_of_our_field_is_read(path: Path) -> None:
    assert screen(article_from_text(path.read_text(encoding="utf-8"), key=path.name)).read


@pytest.mark.parametrize("name", ["sport", "markets", "film", "weather"])
def test_sport_markets_film_and_weather_are_not(name: str) -> None:
    path = ROOT / "tests" / "quiet" / f"{name}.txt"
    assert not screen(article_from_text(path.read_text(encoding="utf-8"), key=path.name)).read


def test_most_articles_that_only_borrow_the_words_of_the_field_are_not(reader: Reader) -> None:
    """Forty articles, each full of truces, summits and envoys that are none; the rules must deal with the rest."""
    verdicts = [
        screen(article_from_text(path.read_text(encoding="utf-8"), key=path.name), reader.known) for path in QUIET
    ]
    assert sum(verdict.read for verdict in verdicts) <= len(QUIET) // 3


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Norway and Russia are in talks over the border.", True),
        ("The bakers and the brewers are in talks.", False),
        ("Putin met the heads of the two firms.", True),
        ("Militants attacked a post.", True),
        ("Hezbollah fired at Israel.", True),
        ("The firm opened a school.", False),
        ("A Russian cutter hailed HMS Argyle.", True),
        ("Norway and Russia trade. " + "The fish is good. " * 20, False),
        ("Norway and Russia trade. " + "The fish is good. " * 20 + "The ambassador likes fish.", False),
        ("Norway and Russia trade. " * 3 + "The fish is good. " * 60 + "The ambassador likes fish.", True),
        ("Norway and Russia trade. " * 3 + "The fish is good. " * 60, False),
    ],
)
def test_a_text_about_two_states_needs_fewer_words(reader: Reader, text: str, read: bool) -> None:
    assert screen(article(text), reader.known).read is read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The defence held under attack, and the general manager rejected a truce with the striker's agent.",
        "Shares retreated as talks collapsed; the summit of bankers agreed on sanctions against the firm.",
        "The navy, the navy, the navies and the navy again.",
        "Prearmyed armyless rearmy.",
    ],
)
def test_common_words_repeated_words_and_parts_of_words_do_not_count(text: str) -> None:
    assert not screen(article(text)).read


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador left the embassy after the ceasefire.",
        "THE AMBASSADOR LEFT THE EMBASSY AFTER THE CEASEFIRE.",
        "A frigate of the navy entered the strait.",
        "The foreign ministry and the coast guard spoke of airspace.",
    ],
)
def test_enough_different_words_of_the_field_let_an_article_in(text: str) -> None:
    assert screen(article(text)).read


def test_every_pattern_of_the_field_is_found_as_it_is_written(reader: Reader) -> None:
    """All of them at once find what each of them finds alone."""
    texts = [path.read_text(encoding="utf-8") for path in (*EXAMPLES, *QUIET)]
    patterns = [pattern for pattern in _PATTERNS if not pattern.startswith("#")]
    alone = re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)
    for text in texts:
        assert [word.lower() for word in alone.findall(text)] == _FIELD.findall(text.lower())


def test_screening_costs_next_to_nothing_beside_reading(reader: Reader) -> None:
    """About 0.1 ms where reading takes 50."""
    nothing = [article(f"The baker of house {n} bakes bread and sells it in the morning. " * 40) for n in range(20)]
    began = process_time()
    assert not any(screen(one, reader.known).read for one in nothing)
    screened = process_time() - began
    reader.read(nothing)
    assert screened < (process_time() - began - screened) / 50


def test_one_word_in_singular_and_plural_counts_once() -> None:
    assert not screen(article("One warship met two warships; the submarine met submarines.")).read


def test_the_reason_names_what_was_counted() -> None:
    assert screen(article("A frigate came.")).reason == f"fewer than {ENOUGH} words of the field: frigate"
    assert screen(article("A cat came.")).reason.endswith(": none")
    assert screen(article("The ambassador left the embassy after the ceasefire.")).reason == (
        f"at least {ENOUGH} words of the field: ambassador, ceasefire, embassy"
    )
