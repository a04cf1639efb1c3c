"""Photo captions: a paragraph of its own that names its photographer or agency, or points at people in the picture."""

from __future__ import annotations

import re

from pourparler.sources.page import Page

_LONGEST = 700
_TAIL = 160
_CREDIT_MARKS = ("/", ")", ": ", "via ", " by ", "courtesy")
_SIDE_MARKS = (")", " left,", " right,", " center,", " centre,")
_AGENCY = (
    r"(?:AFP|AP|Associated\ Press|Reuters|REUTERS|EPA|EPA-EFE|EFE|Getty(?:\ Images)?|Xinhua|Anadolu(?:\ Agency)?|AA"
    r"|Kyodo|Yonhap|TASS|Sputnik|PTI|ANI|dpa|DPA|Bloomberg|NurPhoto|Shutterstock|UPI|ISNA|IRNA|CNA|File|FILE|iStock"
    r"|Pool|Handout)"
)
_PICTURE = r"(?:[Pp]hotos?|[Ii]mages?|[Pp]ictures?|[Pp]hotographs?|[Pp]ic|PHOTO|IMAGE|[Vv]ideo|[Ii]llustration)"
_CREDITED = re.compile(
    rf"""\( [^()]* (?: \b{_PICTURE}\b | \b[Ff]ile\b
                | \b(?:[Cc]redit|[Ss]ource):\ | [Hh]andout | [Ss]creen\ ?(?:grab|shot) ) [^()]* \)\W*$
      | [A-Za-z.]/{_AGENCY}\b [^.]{{0,30}} \.?$
      | \bvia\ (?:REUTERS|Reuters|AP|AFP|Getty(?:\ Images)?|Anadolu|EPA|Shutterstock)\b
      | \bREUTERS/[A-Z]
      | [.|]\ ? (?:{_PICTURE}|Credit|Source) (?:\ ?[Cc]redits?|\ by|\ [Cc]ourtesy(?:\ of)?)? :\ ? .{{2,60}}$
      | [.|]\ ? {_PICTURE} \ (?:by|courtesy\ of)\ [A-Z] .{{1,60}}$""",
    re.VERBOSE,
)
_LED = re.compile(
    rf"""^(?: {_PICTURE} (?:\ ?[Cc]redits?|\ by|\ [Cc]ourtesy(?:\ of)?)? \ ?[:/]\ ?\S
        | (?:[Aa]n?\ )? (?:[Ff]ile|[Uu]ndated|[Aa]rchive|[Hh]andout|[Rr]epresentat(?:ional|ive)) \ {_PICTURE}\b
        | (?:[Tt]his|[Aa]n?) \ (?:file\ |handout\ |undated\ |satellite\ |combination\ |screen)? (?:{_PICTURE}|grab)
          \ (?:taken|released|provided|made|shows|combination)\b )""",
    re.VERBOSE,
)
#: Signs that a story may bear too, and that make a caption only where nobody speaks.
_SIGNED = re.compile(
    rf"""[.!?”"]\ ?[—–-]\ ?{_AGENCY}(?:[/\ ]\w+)*$
      | \[ [^\[\]]* \b{_AGENCY}\b [^\[\]]* \]$
      | \( (?:[^()]*[/|]\ ?)? {_AGENCY} (?:\ ?[/|,]\ ?[\w\ ]+)* \)$""",
    re.VERBOSE,
)
_LEFT = r"(?:\((?:L|left|far\ left|2nd\ L|C|center|centre)\)|,?\ (?:left|center|centre),)"
_RIGHT = r"(?:\((?:R|right|far\ right|2nd\ R)\)|,?\ right,)"
_POSE = (
    r"\b(?:speaks?|shakes?\ hands|stands?|meets?|poses?|attends?|walks?|arrives?|greets?"
    r"|looks?\ on|listens?|inspects?)\b"
)
_POINTING = re.compile(rf"{_LEFT}.*(?:{_RIGHT}|{_POSE})|{_RIGHT}.*(?:{_LEFT}|{_POSE})", re.VERBOSE)
_SEEN = re.compile(
    r"\b(?:is|are) (?:seen|pictured|shown) (?:in|at|on|during|near|here)\b.*\b(?:photo|image|picture|footage|grab)\b"
)
_TOLD = re.compile(r"\b(?:said|told|added|saying)\b")


def take_captions(page: Page) -> None:
    """Move every caption to the page's captions."""
    for i, words in list(page.standing()):
        if i and len(words) <= _LONGEST and is_caption(words):
            page.caption(i)


def is_caption(words: str) -> bool:
    """Whether the paragraph is surely a caption: it closes with a credit, or points at people and tells nothing."""
    tail = words[-_TAIL:]
    if _LED.match(words) or (_has(tail, _CREDIT_MARKS) and _CREDITED.search(tail)):
        return not words.startswith(("“", '"'))
    rules = (_SIGNED, _POINTING, _SEEN) if _has(words, _SIDE_MARKS) else (_SIGNED, _SEEN)
    return any(rule.search(words) for rule in rules) and not _TOLD.search(words)


def _has(words: str, marks: tuple[str, ...]) -> bool:
    """Whether one of the marks is there; it saves most paragraphs the slow patterns."""
    return any(mark in words for mark in marks)
