"""Transcripts: paragraphs that a speaker's label opens, "MR. LUND: The line is open."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.reading.actors import Actors
from pourparler.reading.attribution.drafts import Draft, words_of
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.records import Stance

_NAME = r"(?:[A-Z][\w.'’-]*|of|the|for)(?: (?:[A-Z][\w.'’-]*|of|the|for)){0,6}"
_CAPITALS = r"[A-Z][A-Z .,'’-]{1,60}"
_LABEL = re.compile(rf"^((?:{_NAME}|{_CAPITALS})(?: \([^)\n]{{1,40}}\))?): +(?=\S)", re.M)
_ASKING = frozenset(word.upper() for word in words_of("questioner"))
#: Shorter answers ("No.", "Thank you.") tell nothing by themselves.
_SHORTEST = 25
_UNNAMED = frozenset({"A", "ANSWER"})
_STAGE = re.compile(r"^\([^)\n]*\)\s*")


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's paragraphs: the label's characters, and the words spoken."""

    label: tuple[int, int]
    spoken: Quote
    asks: bool


def find_turns(text: str, body: int) -> list[Turn]:
    """Turns of a transcript; none where labels do not come back or nobody asks.

    >>> [t.asks for t in find_turns("Q: Is it open?\\n\\nA: It is.\\n\\nQ: Why?\\n\\nA: Wait.", 0)]
    [True, False, True, False]
    """
    labels = list(_LABEL.finditer(text, body))
    names = Counter(_plain(m[1]) for m in labels)
    if len(labels) < 2 or (max(names.values()) < 2 and not _ASKING & set(names)):
        return []
    ends = [m.start() for m in labels[1:]] + [len(text)]
    return [turn for m, end in zip(labels, ends, strict=True) if (turn := _turn(text, m, end)) is not None]


def _turn(text: str, label: re.Match[str], end: int) -> Turn | None:
    """The words of a turn to the end of its paragraph, stage directions left out."""
    stop = text.find("\n", label.end(), end)
    stop = stop if stop >= 0 else end
    words = text[label.end() : stop]
    opening = _STAGE.match(words)
    start = label.end() + (opening.end() if opening else 0)
    kept = text[start:stop].rstrip()
    if not kept:
        return None
    asks = _plain(label[1]) in _ASKING or kept.endswith("?")
    return Turn((label.start(1), label.end(1)), Quote(start, start + len(kept), start, start + len(kept)), asks)


def _plain(label: str) -> str:
    return re.sub(r" \(.*", "", label).upper().strip(".")


def from_turns(syntax: Syntax, actors: Actors, turns: list[Turn], drafts: list[Draft]) -> Iterator[Draft]:
    """One statement for each answer; questions claim nothing, and what is told apart in an answer is left out."""
    apart = [d.cue[0] for d in drafts if d.rule.startswith("silence")]
    for turn in turns:
        spans = [] if turn.asks else _sentences(syntax, turn.spoken, apart)
        if sum(b - a for a, b in spans) < _SHORTEST:
            continue
        first = syntax.at(spans[0][0])
        draft = Draft("transcript", (first, first), speaker(syntax, actors, turn), Stance.ASSERTS, spans)
        draft.quoted, draft.cued, draft.example = [turn.spoken], False, "MR. LUND: The line is open."
        yield draft


def _sentences(syntax: Syntax, spoken: Quote, apart: list[int]) -> list[tuple[int, int]]:
    """The words of a turn in runs, without the sentences that hold a refusal to answer."""
    spans = [(spoken.start, spoken.end)]
    for cue in (c for c in apart if spoken.start <= syntax.start[c] < spoken.end):
        a, b = syntax.sentences[syntax.sentence_of[cue]]
        start, end = syntax.start[a], syntax.end[b - 1]
        spans = [p for x, y in spans for p in ((x, min(y, start)), (max(x, end), y)) if p[1] - p[0] > 2]
    text = syntax.text
    return [(y - len(text[x:y].lstrip()), x + len(text[x:y].rstrip())) for x, y in spans]


def speaker(syntax: Syntax, actors: Actors, turn: Turn) -> int | None:
    """The last word of the label's name; of a bare "A:", the first person that the introduction names."""
    start, end = turn.label
    name = re.sub(r" \(.*", "", syntax.text[start:end])
    if _plain(name) not in _UNNAMED:
        return syntax.at(start + len(name) - 1)
    asked = syntax.at(start)
    return next((k for k in range(syntax.body.start, asked) if k in actors.people.at), None)
