"""Datelines: "MANILA, March 4 (Reuters) -" and its kin, at the start of a paragraph.

>>> find_dateline("MANILA, March 4 (Example Wire) - The ship left.").place
'MANILA'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pourparler.records import Article
from pourparler.sources.dates import MONTH

#: Letters of both cases as they occur in the names of places: "BOGOTÁ", "Łódź", "São Paulo".
_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢȚȘŤŪŮŰŲŹŻŽ"
_SMALL = "a-zß-öø-ÿāăąćčďđēėęěğģīıķĺļľłńņňōőœŕřśşšţțșťūůűųźżž"
_UPPER = rf"(?:[{_CAPITALS}][{_CAPITALS}.'’-]*[{_CAPITALS}.]|[A-Z]\.)"
_PLACE = rf"{_UPPER}(?:[ /,]{{1,2}}(?:{_UPPER}|OF|THE|[A-Z]))*(?:, [A-Z][{_SMALL}]+\.?(?: [A-Z][{_SMALL}]+)?)?"
_TITLED = rf"[{_CAPITALS}][{_SMALL}’'-]+(?:[ /][{_CAPITALS}][{_SMALL}’'-]+){{0,2}}(?:, [{_CAPITALS}][{_SMALL}]+)?"
_DAY = r"\d{{1,2}}(?:st|nd|rd|th)?"
_NUMBERS = r"\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}"
_WHEN = rf"(?P<when{{0}}>(?:{MONTH} ?{_DAY}|{_DAY} {MONTH})(?:, ?\d{{{{4}}}}| \d{{{{4}}}})?|{_NUMBERS})"
_WIRE = r"\((?P<wire{0}>[A-Z][\w.&' /-]{{1,40}}|dpa)\)"
_COUNTRY = r"(?: \[[A-Z][\w ]+\])?"
_MARK = r"(?:--|[—–:-])"
_NEXT = r"(?=[\w\"“‘'\[]|$)"
_CAPITAL = rf"(?=[{_CAPITALS}\"“‘'\[])"
_DATELINE = re.compile(
    # MANILA, March 4 (Wire) - | MANILA (Wire) -- | MOSCOW, March 4. /TASS/.
    rf"(?P<place1>{_PLACE}){_COUNTRY}(?:,? {_WHEN.format(1)}\.?(?:,? {_WIRE.format(1)}| ?/(?P<slash1>[A-Z]\w+)/)?"
    rf"|,? {_WIRE.format(2)}| ?/(?P<slash2>[A-Z]\w+)/)(?:\.? ?{_MARK}{{1,2}} ?|(?<=/)\. ?){_NEXT}"
    # MANILA (Wire - 4th March, 2024)
    rf"|(?P<place5>{_PLACE}){_COUNTRY} ?\((?P<wire6>[A-Z][\w.&'/ ]{{1,40}}) - {_WHEN.format(6)}\)"
    rf" ?(?:{_MARK} ?)?{_CAPITAL}"
    # Manila, March 4 (Wire): | Manila (Wire) -
    rf"|(?P<place2>{_TITLED}){_COUNTRY}(?:, {_WHEN.format(2)}(?:,? {_WIRE.format(3)})?|,? {_WIRE.format(4)})"
    rf" ?(?:{_MARK} ?)?{_CAPITAL}"
    # March 4, 2024 (MANILA) -
    rf"|{_WHEN.format(5)} \((?P<place4>{_PLACE})\) ?{_MARK}{{1,2}} ?{_NEXT}"
    # (Wire) -
    rf"|{_WIRE.format(5)} ?{_MARK} ?{_NEXT}"
    # MANILA: | MANILA — | Manila: | Manila —
    rf"|(?P<place3>{_PLACE}|{_TITLED})(?:: | ?(?:—|–|--) ?| - ){_CAPITAL}"
)
_LABELS = frozenset(
    {
        "Analysis",
        "Explainer",
        "Exclusive",
        "Opinion",
        "Watch",
        "Update",
        "Video",
        "Photos",
        "Breaking",
        "Factbox",
        "Read",
        "Related",
        "Live",
        "Editorial",
        "Interview",
        "Background",
        "Note",
        "Source",
        "Summary",
        "Correction",
        "Question",
        "Answer",
        "Published",
        "Updated",
        "Photo",
        "Image",
        "Date",
        "Author",
        "Explained",
        "Timeline",
        "Profile",
        "Review",
        "Topic",
        "Title",
    }
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a story was written and, where told, the day and the wire.

    ``when_at`` is the day's place in the words, ``end`` where the story begins. A place with neither day nor wire may
    be some other word before a colon; ``sure`` tells it apart.
    """

    place: str | None
    when: str | None
    when_at: int | None
    wire: str | None
    end: int = 0

    @property
    def sure(self) -> bool:
        return bool(self.when or self.wire)


def find_dateline(words: str) -> Dateline | None:
    """The dateline a paragraph begins with, or None."""
    if not words or not (words[0].isupper() or words[0] == "("):
        return None
    found = _DATELINE.match(words[:160])
    if found is None or (found["place3"] or "").title() in _LABELS:
        return None
    told = {name[:-1]: (value, found.start(name)) for name, value in found.groupdict().items() if value}
    when, when_at = told.get("when", (None, None))
    wire, _ = told.get("wire") or told.get("slash") or (None, 0)
    return Dateline(told.get("place", (None, 0))[0], when, when_at, wire, found.end())


def body_start(article: Article) -> int:
    """Where the story's first sentence begins: after the title, and after a dateline at the head of the body.

    Offsets count in the canonical text; 0 for a text with neither.
    """
    text, title = article.text, article.title
    start = len(title) if title and text.startswith(title) and len(title) < len(text) else 0
    start += len(text[start:]) - len(text[start:].lstrip())
    opening = text[start : start + 200].partition("\n")[0]
    found = find_dateline(opening) if article.dateline else None
    return start + found.end if found is not None else start
