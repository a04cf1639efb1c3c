"""What is no part of the article leaves the text, with the reason; every sentence of the article stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.errors import SourceError
from pourparler.records import Article
from pourparler.sources import article_from_text
from pourparler.sources.captions import is_caption
from pourparler.sources.notice_rules import NOTICES

TITLE = "Coast guards resume harbour patrols after pause"
FIRST = "The coast guards of the two sides resumed their joint harbour patrols on Monday after a pause of two weeks."
SECOND = "The pause followed a collision near the outer breakwater in which nobody was hurt, the ministry said."
THIRD = "A spokesperson told reporters that the hotline had worked and that talks would go on."


def read(*paragraphs: str, **known: str) -> Article:
    return article_from_text("\n\n".join(paragraphs), key="test", **known)


def removed(article: Article) -> dict[str, str]:
    return {piece.text: piece.why for piece in article.removed}


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.example[:40])
def test_each_notice_is_taken_out_at_the_end(notice):
    article = read(TITLE, FIRST, SECOND, notice.example)
    assert article.text == "\n\n".join([TITLE, FIRST, SECOND])
    assert removed(article)[notice.example] in {rule.why for rule in NOTICES}


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.example[:40])
def test_each_notice_is_found_by_the_literal_it_needs(notice):
    assert notice.needs == notice.needs.lower()
    assert notice.needs in notice.example.lower()
    assert notice.pattern.search(notice.example)


def test_a_notice_glued_to_the_last_sentence_is_cut_and_the_sentence_stays():
    glued = THIRD + "Our goal is to create a friendly place for users. We have suspended article commenting."
    article = read(TITLE, FIRST, glued)
    assert article.text.endswith(THIRD)
    assert [piece.why for piece in article.removed] == ["comment notice"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry said it would not share the report with its neighbour.",
        "“Our goal is to keep our line open and your call will be answered,” the minister told the envoy.",
        "The two sides agreed to follow the rules on the hotline.",
        "Officials declined to comment on the letter, written by Foreign Minister Lin Bo, said to have been rejected.",
        "The app was downloaded by sailors before the navy banned it.",
        "The report was first published by a newspaper in the capital.",
        "He said files and information from NATO had been handed over.",
        "The embassy's website said the talks had been called off.",
        "“We will leave a comment to our spokesman,” she said.",
        "The defence minister (left) was absent, the embassy said.",
        "Copyright law was also discussed by the two ministers.",
        "The views of the two governments do not differ, he said.",
        "The minister reads every reply and answers each call, according to his office.",
        "Beijing, Moscow and Tehran will visit our ports next week, the navy's chief said.",
    ],
)
def test_sentences_of_an_article_stay(sentence):
    for paragraphs in ([FIRST, sentence, SECOND], [FIRST, SECOND, sentence], [FIRST, f"{sentence} {SECOND}"]):
        assert read(TITLE, *paragraphs).text == "\n\n".join([TITLE, *paragraphs])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("·3-min read", "reading time"),
        ("5 minute read", "reading time"),
        ("Reading time: 4 minutes", "reading time"),
        ("News / Military / Asia", "breadcrumb"),
        ("Home > World > Asia Pacific", "breadcrumb"),
        ("World", "section name"),
        ("Share on Facebook", "share notice"),
        ("- Advertisement -", "navigation"),
        ("2 hours ago", "navigation"),
        ("By Jane Roe", "byline"),
        ("Published: 3 May 2024 14:05 GMT", "publication time"),
        ("harbour-cutter-2024.jpg", "image file"),
    ],
)
def test_furniture_above_the_text_is_taken_out_wherever_it_stands(line, why):
    for paragraphs in ([line, TITLE, FIRST, SECOND], [TITLE, line, FIRST, SECOND]):
        article = read(*paragraphs)
        assert article.title == TITLE
        assert article.text == "\n\n".join([TITLE, FIRST, SECOND])
        assert removed(article) == {line: why}


def test_breadcrumb_shapes_inside_the_article_stay():
    assert "Army / Navy / Air Force" in read(TITLE, FIRST, "Army / Navy / Air Force", SECOND).text


def test_addresses_after_their_notice_go_with_it():
    article = read(TITLE, FIRST, SECOND, "Gazette TV's website can also be accessed at the following addresses:",
                   "www.gazette.example", "Gazette TV Live")  # fmt: skip
    assert article.text == "\n\n".join([TITLE, FIRST, SECOND])
    assert article.outlet == "Gazette TV"


@pytest.mark.parametrize(
    "heading", ["Read more:", "More from Harbour Gazette:", "Related:", "Also read", "Trending now"]
)
def test_related_headlines_go_with_their_heading(heading):
    article = read(TITLE, FIRST, heading, "Why the outer breakwater matters", "Ten ships that never sailed", SECOND)
    assert article.text == "\n\n".join([TITLE, FIRST, SECOND])


def test_a_lone_headline_between_full_paragraphs_is_another_story():
    article = read(TITLE, FIRST, "Outer shoals: the dispute that could close a harbour", SECOND)
    assert removed(article) == {"Outer shoals: the dispute that could close a harbour": "related headline"}


@pytest.mark.parametrize(
    "line", ["A quiet morning", "“We saw nothing at all that day”", "He said the line was dead by noon"]
)
def test_crossheads_and_unclosed_sentences_stay(line):
    assert line in read(TITLE, FIRST, line, SECOND).text


@pytest.mark.parametrize(
    "caption",
    [
        "A cutter leaves the port of Xiamen. (Photo by AFP)",
        "Photo: A cutter leaves port",
        "A cutter leaves port on Sunday [Jo Bell/Reuters]",
        "Sailors line the deck of a frigate. Jo Bell/AFP via Getty Images",
        "Defence Minister Lin Bo (L) and General Ann Fox speak at the fort.",
        "Admiral Lin Bo, left, shakes hands with General Ann Fox in Manila.",
        "A file photo of the outer breakwater",
        "Envoys arrive for talks. — AFP",
        "The cutter Santa Rosa is seen near the shoal in this handout photo",
    ],
)
def test_captions_leave_the_text(caption):
    assert is_caption(caption)
    article = read(TITLE, caption, FIRST, SECOND)
    assert article.captions == (caption,)
    assert article.text == "\n\n".join([TITLE, FIRST, SECOND])


@pytest.mark.parametrize("line", ["Gazette News Roku", "World", "Harbour Gazette TV"])
def test_rests_below_the_last_paragraph_are_taken_out(line):
    assert read(TITLE, FIRST, SECOND, line).text.endswith(SECOND)


def test_a_paragraph_printed_twice_stands_once():
    article = read(TITLE, FIRST, FIRST, SECOND)
    assert article.text == "\n\n".join([TITLE, FIRST, SECOND])
    assert removed(article) == {FIRST: "repeated"}


LINES = st.sampled_from(
    [TITLE, FIRST, SECOND, THIRD, "By Jane Roe", "World", "·3-min read", "© 2023 Gazette", "Read more:", "Share",
     "MANILA, March 4 (Example Wire) - Ships met at sea on Monday, the navy said.", "March 4, 2024", "x", "— AFP"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(LINES | st.text(alphabet="ab .,:\"'“”()-–—·/>@©1\n", max_size=40), min_size=1, max_size=12))
def test_every_word_is_in_text_captions_or_removed(lines):
    try:
        article = article_from_text("\n\n".join(lines), key="test")
    except SourceError:
        return
    kept = [article.text, *article.captions, *(piece.text for piece in article.removed)]
    for word in " ".join(lines).split():
        assert any(word.strip("().") in piece for piece in kept)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_an_article_or_a_source_error(text):
    try:
        article = article_from_text(text, key="test", published="2024-03-04")
    except SourceError:
        return
    when = article.published
    assert when is not None
    assert when.text is None or article.text[when.start : when.end] == when.text
