"""Lines of page furniture: buttons, section names, reading times, breadcrumbs. The line is nothing else."""

from __future__ import annotations

import re

from pourparler.sources.page import Page
from pourparler.sources.shapes import is_full

#: Lines that are furniture word for word, by what they are; " / " stands between them.
_FURNITURE = {
    "navigation": """
        skip to main content / skip to content / skip to navigation / scroll to top / back to top / home / menu /
        search / log in / login / sign in / sign up / register / subscribe / close / logo / next / previous / next
        article / previous article / load more / show more / read full story / read full article / read more / read
        more » / click here / click here for more / all news / latest / live / watch live / play / pause / end of
        content / no more pages to load / fetching weather... / author avatar / key points / synopsis / tags /
        topics / topic / filed under / digest more / advertisement / - advertisement - / ad / advertising /
        sponsored / sponsored content / promoted / story continues / story continues below / continue reading /
        article continues below / article continues after advertisement / story continues below advertisement /
        story continues below this ad / scroll to continue / save / saved / bookmark / listen / listen to article /
        listen to this article / more / options / font size / a a / view gallery / view in app /
        (end) / end / ends / enditem
    """,
    "share notice": """
        share / share this / share this: / share on / share on facebook / share on twitter / share on x / share on
        whatsapp / share via email / tweet / facebook / twitter / whatsapp / telegram / linkedin / pinterest /
        reddit / instagram / youtube / copy link / link copied / copy url / email / e-mail / print / print this page
        / like this: / like / loading... / follow us / follow / gift this article / share full article
    """,
    "section name": """
        news / world / world news / international / politics / military / defence / defense / diplomacy / asia /
        asia pacific / asia-pacific / china / middle east / europe / africa / americas / us & canada / national /
        breaking news / top news / top stories / headlines / foreign affairs / security / opinion / business
    """,
    "comment notice": """
        comment / 0 comments / no comments / view comments / post a comment / add a comment / leave a comment /
        comments are closed / leave a reply / comments
    """,
}
_WHY = {line: why for why, lines in _FURNITURE.items() for line in " ".join(lines.split()).split(" / ")}
_LONGEST = max(map(len, _WHY))

_READING_TIME = re.compile(
    r"^[\W_]*(?:(?:(?:read(?:ing)?|listening) time|listen to this (?:story|article)):? ?)?(?:about )?"
    r"\d{1,3}[- ]?min(?:ute)?s?\.?[- ]?(?:read|listen|watch)?[\W_]*$"
    r"|^[\W_]*(?:reading|read) time\b.{0,20}$",
    re.IGNORECASE,
)
_AGO = re.compile(r"^(?:[\w ]{0,40}[|·•-] ?)?\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago$", re.IGNORECASE)
_BUTTONS = re.compile(
    r"^(?:(?:comments?(?: ?\(\d*\))?|print|e-?mail|share|save|tweet|large|medium|small|mail|a\+|a-)[ |/]*){2,}", re.I
)
_STEP = r"[A-Z0-9][\w&'’.-]*(?: [\w&'’.-]+){0,2}"
_BREADCRUMB = re.compile(
    rf"^(?:You are here: ?)?{_STEP}(?: ?[>»›→]{{1,2}} ?{_STEP})+[ >»›→]*$|^{_STEP}(?: [/|] {_STEP})+$"
)
_COMMENTS = re.compile(
    r"^(?:\d+ )?(?:reader )?(?:comments?|repl(?:y|ies)|leave a (?:reply|comment))(?: \(?\d+\)?)?:?$", re.IGNORECASE
)
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^\S+@\S+\.\w+$")
_FILE = re.compile(r"^[\w-]+\.(?:png|jpe?g|gif|webp)$|^(?:gettyimages|istock|shutterstock)[\w-]*$", re.IGNORECASE)
_END_MARK = re.compile(r"^\(?(?:END|ENDS|End|Ends|Enditem)\)?$")
_RULE = re.compile(r"^[\W_]+$")


def take_lines(page: Page) -> None:
    """Take out every line that is page furniture; section names and breadcrumbs only above the running text."""
    above, ended = True, False
    for i, words in list(page.standing()):
        if len(words) > 100:
            above = False
        elif why := _furniture(words, above=above):
            ended = ended or _END_MARK.match(words) is not None
            page.take(i, why)
        elif ended and not is_full(words):
            page.take(i, "page rest")


def take_repeats(page: Page) -> None:
    """Take out a paragraph that stands word for word above, such as a standfirst or a caption printed twice."""
    seen: set[str] = set()
    for i, words in list(page.standing()):
        if len(words) > 40 and words in seen:
            page.take(i, "repeated")
        seen.add(words)


def _furniture(words: str, *, above: bool) -> str | None:
    if len(words) <= _LONGEST and (why := _WHY.get(words.casefold())) and (above or why != "section name"):
        return why
    if _READING_TIME.match(words) and any(c.isalpha() for c in words):
        return "reading time"
    if above and _BREADCRUMB.match(words):
        return "breadcrumb"
    if _COMMENTS.match(words):
        return "comment notice"
    if _AGO.match(words) or _BUTTONS.match(words):
        return "navigation"
    if _ADDRESS.match(words):
        return "site address"
    if _FILE.match(words):
        return "image file"
    return "navigation" if _RULE.match(words) else None
