"""Cores: the words that say what contact is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pourparler.knowledge import Category
from pourparler.reading.actors import Actors
from pourparler.reading.contacts.climbing import climb, step_of
from pourparler.reading.contacts.drafts import CORE_LEMMAS, CORES, Draft
from pourparler.reading.contacts.plausibility import channel_of, plausible
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel


def find_drafts(syntax: Syntax, actors: Actors) -> Iterator[Draft]:
    """Every core with the steps above it; a step shared by conjoined verbs ("rejected or ignored") gives one each."""
    for i in syntax.body:
        if syntax.lemma[i] not in CORE_LEMMAS and i not in actors.forums:
            continue
        draft = _core(syntax, actors, i)
        if draft is None:
            continue
        climb(syntax, draft)
        yield draft
        if draft.steps:
            below, top = draft.steps[:-1], draft.top
            for k in syntax.kids[top]:
                row = step_of(syntax, k, draft.core) if syntax.dep[k] == "conj" else None
                if (
                    row is not None
                    and syntax.pos[k] == "VERB"
                    and syntax.child(k, "obj", "nsubj:pass", "nsubj") is None
                ):
                    yield replace(draft, steps=[*below, (k, row)])


def _core(syntax: Syntax, actors: Actors, i: int) -> Draft | None:
    pos = {"NOUN": "noun", "VERB": "verb", "PROPN": "noun"}.get(syntax.pos[i])
    row = CORES.get((syntax.lemma[i], pos or ""))
    forum = actors.entries(i, Category.FORUM)
    if forum and syntax.head[i] not in range(actors.names[i][0][0], actors.names[i][0][1] + 1):
        kind = forum[0].kind
        channel = {"exercise": Channel.EXERCISE, "line": Channel.HOTLINE}.get(kind or "", Channel.MEETING)
        return Draft(i, channel, kind == "line")
    if row is None or row["kind"] == "part" or (pos == "noun" and syntax.pos[i] == "PROPN" and syntax.tag[i] == "NNP"):
        return None
    if not plausible(syntax, i, row):
        return None
    return Draft(i, channel_of(syntax, i, row), row["kind"] == "line")
