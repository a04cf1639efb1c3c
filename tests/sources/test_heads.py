"""Title, byline, dateline, first publisher, outlet and time of publication."""

import pytest

from pourparler.errors import UsageError
from pourparler.records import How, Precision
from pourparler.sources import article_from_text, check_published
from pourparler.sources.datelines import find_dateline

TITLE = "Coast guards resume harbour patrols after pause"
BODY = "The coast guards of the two sides resumed their joint harbour patrols on Monday after a pause of two weeks."
MORE = "The pause followed a collision near the outer breakwater in which nobody was hurt, the ministry said."


def read(*paragraphs, **known):
    return article_from_text("\n\n".join(paragraphs), key="test", **known)


def test_the_first_line_is_the_title_when_nothing_closes_it():
    assert read(TITLE, BODY).title == TITLE
    assert read(BODY, MORE).title is None
    assert read("Will the hotline hold?", BODY).title == "Will the hotline hold?"


def test_a_single_line_is_no_title():
    assert read("Beijing rejected the call").title is None


def test_a_title_given_apart_opens_the_text_and_is_not_printed_twice():
    assert read(BODY, title=TITLE).text == f"{TITLE}\n\n{BODY}"
    assert read(TITLE.upper(), BODY, title=TITLE).text == f"{TITLE.upper()}\n\n{BODY}"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("| Jane Roe, Bo Lin", "Jane Roe, Bo Lin"),
        ("Staff reporter", "Staff reporter"),
        ("by JANE ROE and JOHN DOE", "JANE ROE and JOHN DOE"),
        ("Jane Roe in Tokyo", "Jane Roe"),
    ],
)
def test_bylines_leave_the_text(line, byline):
    article = read(TITLE, line, BODY)
    assert (article.byline, article.text) == (byline, f"{TITLE}\n\n{BODY}")


@pytest.mark.parametrize(
    ("words", "place", "when", "wire"),
    [
        ("MANILA, March 4 (Example Wire) - The Philippines tried", "MANILA", "March 4", "Example Wire"),
        ("BEIJING — China has", "BEIJING", None, None),
        ("OSLO (Example Wire - 4th March, 2024) Norway and", "OSLO", "4th March, 2024", "Example Wire"),
        ("TOKYO (Kyodo) -- Japan and", "TOKYO", None, "Kyodo"),
        ("MOSCOW, December 5. /TASS/. There are", "MOSCOW", "December 5", "TASS"),
        ("SEOUL, Dec. 31 (Yonhap) -- Daily calls", "SEOUL", "Dec. 31", "Yonhap"),
        ("WASHINGTON (AP) — The Pentagon", "WASHINGTON", None, "AP"),
        ("SEOUL, South Korea (AP) — The North", "SEOUL, South Korea", None, "AP"),
        ("UNITED NATIONS, 4 March 2024 (AFP) - The council", "UNITED NATIONS", "4 March 2024", "AFP"),
        ("New Delhi [India], March 4 (ANI): The ministry", "New Delhi", "March 4", "ANI"),
        ("Islamabad: Pakistan has", "Islamabad", None, None),
        ("LONDON/PARIS (Reuters) - Ministers", "LONDON/PARIS", None, "Reuters"),
        ("(Reuters) - China has", None, None, "Reuters"),
        ("BOGOTÁ, March 4 (Reuters) - Colombia", "BOGOTÁ", "March 4", "Reuters"),
        ("SAN JOSÉ, Costa Rica (AP) — The ministry", "SAN JOSÉ, Costa Rica", None, "AP"),
        ("Bogotá, March 4 (Example Wire) - Colombia", "Bogotá", "March 4", "Example Wire"),
        ("BOGOTÁ, March 4th (Example Wire) -Colombia said", "BOGOTÁ", "March 4th", "Example Wire"),
        ("March 4, 2024 (KHARTOUM) - The army", "KHARTOUM", "March 4, 2024", None),
    ],
)
def test_datelines_are_read(words, place, when, wire):
    found = find_dateline(words)
    assert found is not None
    assert (found.place, found.when, found.wire) == (place, when, wire)
    assert when is None or words[found.when_at :].startswith(when)


@pytest.mark.parametrize(
    "words", ["Analysis: China has", "EXCLUSIVE: The navy", "NATO — which grew — said", "The ship (AP) left"]
)
def test_other_openings_are_no_datelines(words):
    assert find_dateline(words) is None


def test_the_dateline_stays_in_the_text_and_tells_place_and_wire():
    article = read(TITLE, f"MANILA, March 4 (Example Wire) - {BODY}")
    assert (article.dateline, article.first_published_by) == ("MANILA", "Example Wire")
    assert "MANILA, March 4 (Example Wire) -" in article.text


def test_a_wire_is_no_first_publisher_of_its_own_story():
    assert read(TITLE, f"MANILA (Example Wire) - {BODY}", outlet="Example Wire").first_published_by is None


@pytest.mark.parametrize(
    ("footer", "first"),
    [
        ("This article first appeared on Harbour Gazette", "Harbour Gazette"),
        (f"This article {TITLE} first appeared on Harbour Gazette", "Harbour Gazette"),
        ("This story was originally published by the Harbour Gazette.", "Harbour Gazette"),
        ("The post Patrols resume appeared first on Harbour Gazette.", "Harbour Gazette"),
        ("— AFP", "AFP"),
        ("With inputs from ANI", "ANI"),
        ("(With inputs from agencies)", None),
        ("Source: TASS", "TASS"),
        ("==Kyodo", "Kyodo"),
    ],
)
def test_credits_below_the_text_name_the_first_publisher(footer, first):
    article = read(TITLE, BODY, MORE, footer)
    assert article.first_published_by == first
    assert article.text == "\n\n".join([TITLE, BODY, MORE])


def test_an_outlet_that_is_sure_is_not_its_own_first_publisher():
    footer = "This article first appeared on Harbour Gazette"
    article = read(TITLE, BODY, MORE, footer, outlet="Harbour Gazette")
    assert (article.outlet, article.first_published_by) == ("Harbour Gazette", None)
    guessed = read(TITLE, BODY, MORE, footer, "© 2023 Harbour Gazette")
    assert (guessed.outlet, guessed.first_published_by) == (None, "Harbour Gazette")


def test_turns_of_a_transcript_are_no_datelines():
    turns = [f"{who}: {words}" for who, words in (("PRESENTER", BODY), ("REPORTER", MORE), ("PRESENTER", MORE))]
    assert read(TITLE, *turns).dateline is None


def test_the_outlet_s_own_name_is_no_title():
    assert read("Harbour Gazette Tonight", TITLE, BODY, MORE, "Copyright Harbour Gazette Tonight 2024").title == TITLE


def test_a_wire_s_name_after_the_last_full_stop_is_its_signature():
    article = read(TITLE, BODY, f"{MORE} (Yonhap)")
    assert (article.first_published_by, article.text) == ("Yonhap", "\n\n".join([TITLE, BODY, MORE]))


def test_reporting_credits_give_the_byline():
    article = read(TITLE, BODY, f"{MORE} (Reporting by Jane Roe in Tokyo and John Doe; Editing by Ann Fox)")
    assert article.byline == "Jane Roe and John Doe"
    assert article.text.endswith(MORE)


@pytest.mark.parametrize(
    ("footer", "outlet"),
    [
        ("© 2023 Harbour Gazette", "Harbour Gazette"),
        ("Copyright 2021 Harbour Gazette Publishers Ltd. All rights reserved.", "Harbour Gazette"),
        ("Harbour Gazette's website can also be accessed at the following addresses:", "Harbour Gazette"),
        ("Published in Harbour Gazette, March 5th, 2024", "Harbour Gazette"),
        ("Copyright 2021.", None),
    ],
)
def test_the_outlet_is_learnt_from_the_site_s_own_lines(footer, outlet):
    assert read(TITLE, BODY, MORE, footer).outlet == outlet


@pytest.mark.parametrize(
    ("line", "earliest"),
    [
        ("Published: 3 May 2024 14:05 GMT", "2024-05-03T14:05+00:00"),
        ("Updated May 3, 2024 2:05 pm", "2024-05-03T14:05"),
        ("Publish Date: 2024-05-03", "2024-05-03"),
        ("Friday, May 3, 2024", "2024-05-03"),
        ("14:05, May 03, 2024", "2024-05-03T14:05"),
        ("by JANE ROE Updated: 2024-05-03 14:05", "2024-05-03T14:05"),
    ],
)
def test_header_lines_date_the_article(line, earliest):
    article = read(TITLE, line, BODY)
    assert article.published is not None
    assert (article.published.earliest, article.published.how, article.published.text) == (earliest, How.STATED, None)
    assert article.text == f"{TITLE}\n\n{BODY}"


def test_published_is_trusted_over_updated_and_below_the_title_over_above():
    article = read("Sunday June 2, 2024", TITLE, "Updated 5 May 2024", "3 May 2024", BODY)
    assert article.published is not None
    assert article.published.earliest == "2024-05-03"


def test_a_given_date_gets_the_words_of_a_dateline_that_tells_the_same_day():
    article = read(TITLE, f"MANILA, March 4 (Example Wire) - {BODY}", published="2024-03-04")
    when = article.published
    assert when is not None
    assert (when.text, article.text[when.start : when.end], when.earliest) == ("March 4", "March 4", "2024-03-04")
    other = read(TITLE, f"MANILA, March 4 (Example Wire) - {BODY}", published="2024-03-06")
    assert other.published is not None
    assert (other.published.text, other.published.earliest) == (None, "2024-03-06")


@pytest.mark.parametrize(
    "known", [{"footer": "© 2024 Harbour Gazette"}, {"url": "https://gazette.example/2024/03/patrols"}]
)
def test_a_dateline_takes_its_year_from_copyright_or_address(known):
    footer = known.pop("footer", "")
    article = read(TITLE, f"MANILA, March 4 (Example Wire) - {BODY}", MORE, footer, **known)
    assert article.published is not None
    assert (article.published.earliest, article.published.precision) == ("2024-03-04", Precision.DAY)


def test_a_copyright_year_alone_bounds_the_publication():
    when = read(TITLE, BODY, "Copyright 2021.").published
    assert when is not None
    assert (when.earliest, when.latest, when.how) == ("2021-01-01", "2021-12-31", How.PUBLICATION)


def test_without_any_witness_the_date_is_unknown():
    assert read(TITLE, f"MANILA, March 4 (Example Wire) - {BODY}").published is None


@pytest.mark.parametrize(
    ("words", "earliest", "precision"),
    [
        ("2024-05-03", "2024-05-03", Precision.DAY),
        ("2024-05-03T14:05:59+08:00", "2024-05-03T14:05+08:00", Precision.MINUTE),
        ("2024-05-03T14:05Z", "2024-05-03T14:05+00:00", Precision.MINUTE),
        ("Fri, 03 May 2024 14:05:00 GMT", "2024-05-03T14:05+00:00", Precision.MINUTE),
        ("Fri, 03 May 2024 14:05:00 -0430", "2024-05-03T14:05-04:30", Precision.MINUTE),
        ("3rd May 2024", "2024-05-03", Precision.DAY),
        ("2024-05", "2024-05-01", Precision.MONTH),
        ("2024", "2024-01-01", Precision.YEAR),
        ("13/05/2024", "2024-05-13", Precision.DAY),
        ("03/05/2024", "2024-03-05", Precision.RANGE),
    ],
)
def test_publication_dates_are_understood(words, earliest, precision):
    when = check_published(words)
    assert (when.earliest, when.precision, when.text) == (earliest, precision, None)


@pytest.mark.parametrize("words", ["", "soon", "31 Feb 2024", "2024-13-01", "99/99/2024", "0000", "20240"])
def test_broken_dates_are_refused_with_an_example(words):
    with pytest.raises(UsageError, match="expected one like 2024-05-03"):
        check_published(words)
