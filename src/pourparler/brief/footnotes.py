"""A note in words, the same in every form of a brief: the quoted words, the outlet, the day, and the records' ids."""

from __future__ import annotations

from urllib.parse import quote as encoded
from urllib.parse import urlsplit

from pourparler.brief.naming import day_words
from pourparler.brief.parts import Count, Note, Quote, Row
from pourparler.records.counted import counted

_SAFE = "/:?#@!$&'*+,;=%~-._"


def about() -> str:
    """What the reader should know before the first question."""
    return (
        "Every sentence is made from records that were read out of articles by machine, and is footnoted to the words"
        " it rests on; nothing is added. What is not denied is not thereby confirmed: look at who says so."
    )


def told(note: Note) -> str:
    """The note as one line of plain text, without its link."""
    match note:
        case Quote():
            return f"{quoted(note)} – {source(note)}"
        case Count():
            return f"Counted: {note.words}. The command that shows it: {note.command}"
        case Row():
            told = f", from {note.source}" if note.source else ""
            as_of = f", as of {day_words(note.as_of)}" if note.as_of else ""
            return f"The tables of Pourparler, not the store: {note.words}{told}{as_of}."


def quoted(note: Quote) -> str:
    """The words, between marks."""
    return f"“{note.words}{' …' if note.cut else ''}”"


def source(note: Quote) -> str:
    """Outlet, title, day, ids, and how many tell it."""
    outlet = note.outlet or "an outlet that is not named"
    title = f", “{note.title}”" if note.title else ""
    day = f", {day_words(note.published)}" if note.published else ", of a day that is not told"
    reports, origins = note.told_by
    more = f"; told in {counted(reports, 'report')} of {counted(origins, 'origin')}" if reports > 1 else ""
    reviewed = f"; {note.reviewed}" if note.reviewed else ""
    return f"{outlet}{title}{day} ({note.record} in {note.article}, {note.start}–{note.end}{more}{reviewed})."


def address(note: Quote) -> str | None:
    """The article's address, where it is one that can be followed without harm."""
    url = (note.url or "").strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc or any(sign.isspace() for sign in url):
        return None
    return encoded(url, safe=_SAFE)
