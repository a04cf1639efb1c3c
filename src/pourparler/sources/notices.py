"""Where a site speaks of itself: adverts, newsletters, comments, sharing, copyright, addresses, disclaimers.

The rules are in ``notice_rules``. What surrounds such a sentence in its paragraph goes too as long as it addresses the
reader ("you", "our", "sign up"); any other sentence stays.
"""

from __future__ import annotations

import re

from pourparler.sources.notice_rules import NOTICES, Notice
from pourparler.sources.page import Page
from pourparler.sources.shapes import is_full, sentence_starts

_SITE_VOICE = re.compile(
    r"^(?![\"“‘'])(?!.*\b(?:said|told|added)\b).*(?:\b(?:[Yy]ou|[Yy]our|[Oo]ur|us|[Ww]e|[Nn]ewsletter|app|[Ss]ubscri\w+"
    r"|[Ss]ign up|[Cc]lick|[Dd]ownload|[Ff]ollow|[Ww]ebsite|[Cc]opyright|[Rr]ights reserved|[Cc]omments?|email)\b"
    r"|©|https?:|www\.)"
)


def take_notices(page: Page) -> None:
    """Take out every sentence in which the site speaks of itself."""
    lowered = [words.lower() for words in page.paragraphs]
    whole = "\n".join(lowered)
    for notice in NOTICES:
        if notice.needs in whole:
            for i, words in enumerate(lowered):
                if notice.needs in words and page.paragraphs[i]:
                    _take(page, i, notice)


def _take(page: Page, i: int, notice: Notice) -> None:
    words = page.paragraphs[i]
    starts = sentence_starts(words)
    ends = (*starts[1:], len(words))
    sentences = [words[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    hit = next((k for k, sentence in enumerate(sentences) if notice.pattern.search(sentence)), None)
    if hit is None or sentences[hit][0] in '"“‘':
        return
    first, last = _widen(sentences, hit)
    page.cut(i, starts[first], ends[last], notice.why)
    if notice.leads:
        _take_led(page, i + 1, notice.why)


def _widen(sentences: list[str], hit: int) -> tuple[int, int]:
    """First and last sentence around ``hit`` that speak in the site's voice."""
    first = last = hit
    while first > 0 and _SITE_VOICE.search(sentences[first - 1]):
        first -= 1
    while last + 1 < len(sentences) and _SITE_VOICE.search(sentences[last + 1]):
        last += 1
    return first, last


def _take_led(page: Page, start: int, why: str) -> None:
    """Take the lines a notice leads, up to the next running text."""
    for i in range(start, len(page.paragraphs)):
        if is_full(page.paragraphs[i]):
            return
        if page.paragraphs[i]:
            page.take(i, why)
