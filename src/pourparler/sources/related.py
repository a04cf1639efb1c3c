"""Headlines of other stories: lists under "Related:" or "More from X:", and lone ones between two paragraphs."""

from __future__ import annotations

import re

from pourparler.sources.page import Page
from pourparler.sources.shapes import ends_sentence, is_full, is_headline

_WHY = "related headline"
_HEADINGS = r"""
    more\ (?:from|on|about|in)\ .{2,60} | (?:also\ |must\ )?read(?:\ (?:also|more|next|this|more\ on))? | see\ also
  | related(?:\ (?:news|stories|story|articles?|posts?|topics?|content|coverage|links?|reading))? | we\ recommend
  | (?:you\ )?(?:may|might)\ (?:also\ )?(?:like|be\ interested\ in)
  | recommended(?:\ (?:for\ you|stories|reading))?
  | (?:trending|hot)(?:\ (?:now|stories|topics))? | most\ (?:read|popular|viewed)
  | (?:the\ )?latest\ (?:news|stories|updates|headlines) | top\ (?:\d+\ )?stories
  | must[-\ ](?:watch|read) | editor['’]?s['’]?\ picks? | explore\ more | up\ next | highlights
  | in\ case\ you\ missed\ it | don['’]t\ miss | also\ on\ .{2,30} | other\ (?:news|stories) | more\ stories
  | what\ to\ read\ next | selections\ for\ you
"""
_HEADING = re.compile(rf"^\W*(?:{_HEADINGS})\s*[:»>]*$", re.IGNORECASE | re.VERBOSE)
_ITEM = re.compile(r"^(?:[-•·*]|\d+[.)]) ?(?:\S+ ?){1,6}$")
_LED = re.compile(
    r"""^\W* (?: (?:also\ |must\ )?read(?:\ (?:also|more|next|on))? | see\ also | watch(?:\ now)?
      | explained | must[-\ ]read
      | related(?:\ (?:news|story|stories|articles?|reading))? | don['’]t\ miss | recommended | opinion | more\ on\ this
      | in\ pictures | video ) \s*[:|»>–—]\s*\S""",
    re.IGNORECASE | re.VERBOSE,
)


def take_related(page: Page) -> None:
    """Take out headlines of other stories, and the rests that stand below the last full paragraph."""
    full = [i for i, words in page.standing() if is_full(words)]
    if not full:
        return
    _take_lists(page, full[0])
    standing = list(page.standing())
    for (_, before), (i, words), (_, after) in zip(standing, standing[1:], standing[2:], strict=False):
        if is_full(before) and is_full(after) and _is_other_story(words):
            page.take(i, _WHY)
    if len(full) > 1:
        _take_rests(page, full[-1])


def _take_lists(page: Page, first_full: int) -> None:
    """Take "Related:" and the like with the headlines that follow, and "Read: ..." lines."""
    listing = False
    for i, words in list(page.standing()):
        if _HEADING.match(words) and (i > first_full or words.endswith(":")):
            listing = True
            page.take(i, _WHY)
        elif listing and (is_headline(words) or _ITEM.match(words)):
            page.take(i, _WHY)
        else:
            listing = False
            if len(words) <= 200 and _LED.match(words) and not words.endswith("."):
                page.take(i, _WHY)


def _is_other_story(words: str) -> bool:
    """Whether a line between two full paragraphs is long enough to be a headline and no heading of this story."""
    return is_headline(words) and sum(word[0].isalnum() for word in words.split()) >= 7


def _take_rests(page: Page, last_full: int) -> None:
    """Take unclosed lines at the very end: station names, sections, headlines."""
    rests = [i for i, words in page.standing() if i > last_full]
    if all(not ends_sentence(page.paragraphs[i]) and is_headline(page.paragraphs[i]) for i in rests):
        for i in rests:
            page.take(i, "page rest")
