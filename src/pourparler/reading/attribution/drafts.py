"""Statements in the making, and the word lists that attribution rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Stance

Row = dict[str, str]


def _indexed() -> dict[str, list[Row]]:
    """The table of cues by lemma, the more demanding rows first."""
    index: dict[str, list[Row]] = {}
    for row in rows("cues"):
        for lemma in {row["lemma"], re.sub(r"ise$", "is", row["lemma"])}:  # "emphasised" is lemmatised to *emphasis*
            index.setdefault(lemma, []).append(row)
    for found in index.values():
        found.sort(key=lambda r: (not r["object"], not r["particle"]))
    return index


CUES = _indexed()
#: Cues that name a deed by their very frame: "accused it of provocations", "described it as reckless".
NAMING = frozenset(row["lemma"] for row in rows("cues") if row["frame"] in ("name", "as", "accuse", "object-clause"))
#: Verbs that tell what somebody says in a clause.
SPEECH = frozenset(
    k for k, found in CUES.items() if any(r["frame"] in ("clause", "both") and not r["object"] for r in found)
)


#: Nouns that tell what somebody says in a clause of their own: "Moscow's claim that ...".
SPEECH_NOUNS = {row["lemma"]: row for row in rows("speech_nouns")}


def words_of(kind: str) -> frozenset[str]:
    """The words of one class of the table of speech words, as written there."""
    return frozenset(row["word"] for row in rows("speech_words") if row["class"] == kind)


#: What stands for something said. "dismissed the claim" denies; "dismissed the minister" does not.
CLAIMS = words_of("claim") | words_of("pointing")
#: Common nouns that can be the source of a report, and endings of nouns for people: trader, captain, analyst.
SPEAKERS, AGENT_ENDINGS = words_of("speaker"), tuple(sorted(words_of("ending")))
#: Deeds and events, which nobody speaks by though they may end like people: incident, agreement, expulsion.
DEEDS, DEED_ENDINGS = words_of("deed"), tuple(sorted(words_of("deed ending")))
#: Texts and recordings that say, read or show something; occasions on which something is said.
DOCUMENTS, OCCASIONS = words_of("document"), words_of("occasion")
SILENT, FIRST_PERSON = words_of("silent"), words_of("first person")
DAYS, QUESTIONERS = words_of("day"), words_of("questioner")
#: Verbs whose object is whoever hears it: "told the envoy".
ADDRESSED = frozenset(
    {"tell", "inform", "notify", "assure", "reassure", "warn", "remind", "urge", "advise", "implore", "brief"}
)
#: Texts that bind; who cites one gives a ground and relays nobody.
LAWS = words_of("law")
#: What one keeps to: "according to the schedule".
YARDSTICKS = words_of("yardstick")
#: Vessels and other craft, which say nothing.
CRAFT = words_of("craft")
#: What came of a deed, in the eyes of the outlet: "..., raising tensions".
AFTERMATH = words_of("aftermath")
#: Adverbs at the head of a sentence that link it to the one before: "However, ...".
LINKING = words_of("linking")
#: Speech that has not happened: "will say", "to announce", "if he says".
UNSPOKEN = words_of("unspoken")


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

    hangs_on: int | None = None
    cued: bool = True
    #: Whether the content is a name or a thing and no clause: quoted words in it make the form mixed.
    names: bool = False


def is_speech(syntax: Syntax, i: int) -> bool:
    """Whether a verb is one of saying, which may have sources of its own."""
    return syntax.pos[i] == "VERB" and syntax.lemma[i] in SPEECH


def names_a_source(syntax: Syntax, noun: int) -> bool:
    """Whether what is cited speaks ("an official", "Reuters") or is a ground ("a scheduling conflict")."""
    return syntax.pos[noun] == "PROPN" or bool(SPEAKERS & forms_of(syntax, noun))


def first_person(syntax: Syntax, i: int) -> bool:
    """Whether a word is the speaker's own pronoun; "US" is a country."""
    return syntax.lower[i] in FIRST_PERSON and syntax.word[i] != "US"


def forms_of(syntax: Syntax, noun: int) -> set[str]:
    """A noun as written, in the singular, and its lemma, which is wrong for some plurals ("aides")."""
    word = syntax.lower[noun]
    return {word, word.removesuffix("s"), syntax.lemma[noun]}


def marked(syntax: Syntax, k: int, *words: str) -> bool:
    """Whether a clause or noun is introduced by one of the words."""
    return any(syntax.lower[c] in words and syntax.dep[c] in ("case", "mark") for c in syntax.kids[k])


def trimmed(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    """Characters of a run of tokens without quotation marks and commas at its ends."""
    start, end = syntax.chars(*syntax.quote_free(first, last))
    while last + 2 < syntax.size and syntax.word[last + 1] == "-" and syntax.start[last + 2] == end + 1:
        last += 2  # "called for an immediate de" of "de-escalation": never half a word
        end = syntax.end[last]
    return start, end
