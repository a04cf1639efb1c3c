"""Statements in the making, and the word lists that attribution rests on."""

from __future__ import annotations

from dataclasses import dataclass, field

from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Stance

CUES = {row["lemma"]: row for row in rows("cues")}
#: Nouns that stand for something said. "dismissed the claim" denies; "dismissed the minister" does not.
CLAIMS = frozenset(
    {
        "claim",
        "report",
        "allegation",
        "accusation",
        "suggestion",
        "assertion",
        "rumor",
        "rumour",
        "charge",
        "it",
        "this",
        "that",
        "story",
        "reports",
    }
)
#: Common nouns that can be the source of a report.
SPEAKERS = frozenset(
    {
        "source",
        "official",
        "person",
        "people",
        "diplomat",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "statement",
        "report",
        "document",
        "agency",
        "newspaper",
        "media",
        "analyst",
        "expert",
        "witness",
        "minister",
        "ministry",
        "officer",
        "aide",
        "adviser",
        "lawmaker",
        "envoy",
        "ambassador",
        "commander",
        "military",
        "police",
        "broadcaster",
        "outlet",
        "letter",
        "memo",
        "transcript",
        "intelligence",
        "data",
        "record",
        "figure",
    }
)
#: Endings of nouns for people: trader, captain, analyst, chairwoman, veteran.
AGENT_ENDINGS = (
    "er",
    "or",
    "ist",
    "man",
    "woman",
    "person",
    "ian",
    "ant",
    "ent",
    "yst",
    "ain",
    "ive",
    "coach",
    "chief",
    "head",
    "boss",
    "star",
)
OCCASIONS = frozenset(
    {
        "briefing",
        "conference",
        "interview",
        "statement",
        "speech",
        "hearing",
        "event",
        "meeting",
        "address",
        "post",
        "letter",
        "report",
        "testimony",
        "forum",
        "remark",
        "session",
        "call",
        "message",
        "article",
        "broadcast",
    }
)
SILENT = frozenset({"comment", "discuss", "say", "elaborate", "confirm", "answer", "speculate", "respond", "disclose"})
FIRST_PERSON = frozenset({"i", "we", "you", "us", "me", "let"})
#: Speech that has not happened: "will say", "to announce", "if he says".
UNSPOKEN = frozenset({"will", "'ll", "would", "could", "should", "may", "might", "must", "shall", "can", "wo"})


@dataclass(slots=True)
class Draft:
    """A statement in the making; tokens are indices, content is in characters."""

    rule: str
    cue: tuple[int, int]
    source: int | None
    stance: Stance
    content: list[tuple[int, int]] = field(default_factory=list)
    via: list[int] = field(default_factory=list)
    addressee: int | None = None
    quoted: list[Quote] = field(default_factory=list)
    example: str = ""
    confidence: float = 0.9
    inherits: Draft | None = None
    hangs_on: int | None = None


def is_speech(syntax: Syntax, i: int) -> bool:
    """Whether a verb is one of saying, which may have sources of its own."""
    return syntax.pos[i] == "VERB" and CUES.get(syntax.lemma[i], {}).get("frame") == "clause"


def names_a_source(syntax: Syntax, noun: int) -> bool:
    """Whether what is cited speaks ("an official", "Reuters") or is a ground ("a scheduling conflict")."""
    return syntax.pos[noun] == "PROPN" or syntax.lemma[noun] in SPEAKERS


def marked(syntax: Syntax, k: int, word: str) -> bool:
    return any(syntax.lower[c] == word and syntax.dep[c] in ("case", "mark") for c in syntax.kids[k])


def trimmed(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    """Characters of a run of tokens without quotation marks and commas at its ends."""
    return syntax.chars(*syntax.quote_free(first, last))
