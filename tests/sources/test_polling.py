"""Feeds that are asked again: only what is new comes, and whoever fails is left alone for longer and longer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.sources.serving import Answer, Site, full_item, page, rss, summary_item

from pourparler.errors import NotFetched, SourceError
from pourparler.records import Failure
from pourparler.sources.fetching import Fetcher
from pourparler.sources.intake import Captured
from pourparler.sources.polling import SETTLED, TRIES, ask_feed
from pourparler.sources.schedule import FeedState, jittered

NOW = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
EVERY = timedelta(minutes=30)


def told(items: list[Captured | Failure]) -> list[str | None]:
    return [item.article.title if isinstance(item, Captured) else item.message for item in items]


def ask(
    state: FeedState, fetcher: Fetcher, *, follow: bool = False, dealt: int = 99
) -> tuple[list[str | None], FeedState]:
    poll = ask_feed(state, fetcher, follow=follow)
    items = list(poll.items())
    return told(items), poll.state(min(dealt, len(items)), NOW)


def test_an_answer_that_was_seen_is_not_sent_again(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = Answer(
        rss(full_item(1)), headers={"ETag": '"1"', "Last-Modified": "Mon, 04 Mar 2024 09:30:00 GMT"}
    )
    titles, state = ask(FeedState(url=site.url("/f")), fetcher)
    assert titles == ["Sweden declines call 1"]
    titles, again = ask(state, fetcher)
    assert titles == []
    assert site.asked[1].headers["if-none-match"] == '"1"'
    assert site.asked[1].headers["if-modified-since"] == "Mon, 04 Mar 2024 09:30:00 GMT"
    assert (again.etag, again.entries) == (state.etag, state.entries)


def test_of_a_changed_feed_only_new_and_changed_entries_come(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = Answer(rss(full_item(1), full_item(2)))
    _, state = ask(FeedState(url=site.url("/f")), fetcher)
    site.answers["/f"] = Answer(rss(full_item(3), full_item(2, words="Corrected: on Friday."), full_item(1)))
    titles, state = ask(state, fetcher)
    assert titles == ["Sweden declines call 3", "Sweden declines call 2"]
    assert len(state.entries) == 3
    assert ask(state, fetcher)[0] == []


def test_what_was_not_dealt_with_comes_again(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = Answer(rss(full_item(1), full_item(2)), headers={"ETag": '"1"'})
    _, state = ask(FeedState(url=site.url("/f")), fetcher, dealt=1)
    assert ask(state, fetcher)[0] == ["Sweden declines call 2"]


def test_a_run_that_ended_between_two_entries_asks_for_the_feed_again(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = Answer(rss(full_item(1), full_item(2)), headers={"ETag": '"1"'})
    poll = ask_feed(FeedState(url=site.url("/f")), fetcher, follow=False)
    next(poll.items())
    assert ask(poll.state(1, NOW), fetcher)[0] == ["Sweden declines call 2"]


def test_summaries_are_told_of_once_and_followed_when_that_is_asked_later(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = Answer(rss(summary_item("/1")), headers={"ETag": '"1"'})
    site.answers["/1"] = Answer(page("Norway waits"))
    titles, state = ask(FeedState(url=site.url("/f")), fetcher)
    assert titles == ["1 of 1 entries are summaries only; --follow fetches their pages"]
    assert ask(state, fetcher)[0] == []
    titles, state = ask(state, fetcher, follow=True)
    assert titles == ["Norway waits"]
    asked = len(site.asked)
    assert ask(state, fetcher, follow=True)[0] == []
    assert site.paths()[asked:] == ["/f"]
    assert site.asked[-1].headers["if-none-match"] == '"1"'


def test_a_page_that_fails_for_now_is_tried_again_but_not_for_ever(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = Answer(rss(summary_item("/1")), headers={"ETag": '"1"'})
    site.answers["/1"] = Answer(status=500)
    state = FeedState(url=site.url("/f"))
    for _ in range(TRIES + 2):
        _, state = ask(state, fetcher, follow=True)
    assert site.paths().count("/1") == TRIES
    assert list(state.entries.values()) == [SETTLED]


@pytest.mark.parametrize("answer", [Answer(status=404), Answer(b"%PDF-1.7"), Answer(b"<html><body>Home</body></html>")])
def test_a_page_that_will_be_no_other_tomorrow_is_tried_once(site: Site, fetcher: Fetcher, answer: Answer) -> None:
    site.answers["/f"] = Answer(rss(summary_item("/1")))
    site.answers["/1"] = answer
    _, state = ask(FeedState(url=site.url("/f")), fetcher, follow=True)
    assert ask(state, fetcher, follow=True)[0] == []
    assert site.paths().count("/1") == 1


def test_a_host_that_wants_to_be_left_alone_is_asked_for_no_further_page(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = Answer(rss(*(summary_item(f"/{n}") for n in range(1, 9))))
    site.answers["/1"] = Answer(status=429, headers={"Retry-After": "600"})
    titles, state = ask(FeedState(url=site.url("/f")), fetcher, follow=True)
    assert len(titles) == 8
    assert site.paths() == ["/f", "/1"]
    assert set(state.entries.values()) == {0}


def test_a_malformed_feed_gives_its_entries_and_says_so(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = Answer(rss(full_item(1)).replace(b"</channel>", b""))
    titles, _ = ask(FeedState(url=site.url("/f")), fetcher)
    assert titles[0] == "Sweden declines call 1"
    assert "is malformed" in (titles[1] or "")


def test_what_answers_with_a_page_is_no_feed(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = Answer(page(), headers={"Content-Type": "text/html"})
    with pytest.raises(SourceError, match="answered with text/html that is neither RSS nor Atom"):
        ask_feed(FeedState(url=site.url("/f")), fetcher, follow=False)


def test_a_feed_that_fails_is_left_alone_twice_as_long_each_time_up_to_a_day() -> None:
    state, waits = FeedState(url="f"), []
    for _ in range(9):
        state = state.failed(NotFetched("answered 500", status=500), NOW, EVERY)
        assert state.not_before
        waits.append((state.not_before - NOW) / EVERY)
    assert waits == [1, 2, 4, 8, 16, 32, 48, 48, 48]
    assert state.failures == 9


def test_a_feed_that_asks_for_more_patience_gets_it() -> None:
    state = FeedState(url="f").failed(NotFetched("answered 429", status=429, wait=2 * 86400), NOW, EVERY)
    assert state.not_before == NOW + timedelta(days=2)
    assert state.due(EVERY, NOW) == NOW + timedelta(days=2)


def test_an_answer_ends_the_back_off(site: Site, fetcher: Fetcher) -> None:
    site.answers["/f"] = Answer(rss(full_item(1)), headers={"ETag": '"1"'})
    failed = FeedState(url=site.url("/f"), etag='"1"').failed(NotFetched("answered 500"), NOW, EVERY)
    _, state = ask(failed, fetcher)
    assert (state.failures, state.not_before, state.asked) == (0, None, NOW)


def test_a_feed_is_due_when_the_time_between_two_polls_is_over() -> None:
    assert FeedState(url="f").due(EVERY, NOW) == NOW
    assert FeedState(url="f", asked=NOW - timedelta(minutes=10)).due(EVERY, NOW) == NOW + timedelta(minutes=20)
    assert FeedState(url="f", asked=NOW + timedelta(days=900)).due(EVERY, NOW) == NOW
    between = [jittered(EVERY) / EVERY for _ in range(200)]
    assert 0.9 <= min(between) < 0.97 < 1.03 < max(between) <= 1.1
