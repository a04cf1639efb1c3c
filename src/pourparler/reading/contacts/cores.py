"""Cores: the words that say what contact is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pourparler.knowledge import Category
from pourparler.reading.actors import Actors
from pourparler.reading.contacts.absences import find_absences
from pourparler.reading.contacts.answers import find_answers
from pourparler.reading.contacts.climbing import climb, told_beside
from pourparler.reading.contacts.destinations import placed
from pourparler.reading.contacts.drafts import CORE_LEMMAS, CORES, Draft
from pourparler.reading.contacts.idioms import find_idioms
from pourparler.reading.contacts.plausibility import channel_of, plausible
from pourparler.reading.contacts.refusals import find_dismissals, find_refusals
from pourparler.reading.contacts.steps import step_of
from pourparler.reading.contacts.visits import find_visits
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel


def find_drafts(syntax: Syntax, actors: Actors) -> list[Draft]:
    """Every core with the steps above it, and every answer to what was told before, in the order of the text."""
    whole = [*find_refusals(syntax, actors), *find_idioms(syntax, actors), *find_absences(syntax, actors)]
    taken = {k for draft in whole for k in (draft.core, draft.beside)}
    others = (*find_visits(syntax, actors), *_with_cores(syntax, actors))
    found = [*whole, *(draft for draft in others if draft.core not in taken)]
    told = {k for draft in found for k in (draft.core, *draft.links, *(step for step, _ in draft.steps))}
    answers = [*find_dismissals(syntax, actors), *find_answers(syntax, told)]
    return sorted([*found, *answers], key=lambda draft: draft.core)


def _with_cores(syntax: Syntax, actors: Actors) -> Iterator[Draft]:
    """Cores and their steps; a step shared by conjoined verbs ("rejected or ignored") gives one draft each."""
    for i in syntax.body:
        if syntax.lemma[i] in _MEANS and (told := _by_means(syntax, i)) is not None:
            yield told
            continue
        if syntax.lemma[i] not in CORE_LEMMAS and i not in actors.forums:
            continue
        draft = _core(syntax, actors, i)
        if draft is None:
            continue
        if syntax.dep[i] == "appos" and draft.channel is Channel.EXERCISE and syntax.head[i] not in actors.forums:
            draft.core, draft.links = syntax.head[i], [i]  # "took part in Cold Sea, an annual exercise"
        if syntax.dep[i] == "amod" and draft.channel is Channel.VISIT:
            draft.doer, draft.echo = syntax.head[i], True  # "the *visiting* Omani minister"
        climb(syntax, draft)
        if not placed(syntax, actors, draft):
            continue
        beside = list(told_beside(syntax, draft))
        if draft.steps or not beside:
            yield draft
        yield from (replace(draft, steps=[step], links=[]) for step in beside)
        if draft.steps:
            below, top = draft.steps[:-1], draft.top
            for k in syntax.kids[top]:
                row = step_of(syntax, k, draft.core) if syntax.dep[k] == "conj" else None
                if (
                    row is not None
                    and syntax.pos[k] == "VERB"
                    and syntax.child(k, "obj", "nsubj:pass", "nsubj", "xcomp") is None
                ):
                    yield replace(draft, steps=[*below, (k, row)])


#: Means of contact, and the prepositions by which they make any verb one: "agreed a truce by telephone".
_MEANS = {"phone": Channel.PHONE, "telephone": Channel.PHONE, "hotline": Channel.HOTLINE, "video": Channel.VIDEO}
_BEING = frozenset({"be", "remain", "stay", "become", "seem", "appear", "go"})
_BY = frozenset({"by", "over", "on", "via", "through"})


def _by_means(syntax: Syntax, i: int) -> Draft | None:
    """The verb that is done by phone, unless it is a contact anyway."""
    verb = syntax.head[i]
    if syntax.relation[i] != "obl" or syntax.preposition(i) not in _BY or syntax.pos[verb] != "VERB":
        return None
    thing = syntax.patient(verb)
    if syntax.lemma[verb] in _BEING | {"respond", "reply", "answer"}:
        return None
    if (syntax.lemma[verb], "verb") in CORES or (thing is not None and syntax.lemma[thing] in CORE_LEMMAS):
        return None
    draft = Draft(verb, _MEANS[syntax.lemma[i]], False)
    if syntax.lemma[verb] == "get":  # "has been trying to get him on the phone"
        climb(syntax, draft)
    return draft


def _match(syntax: Syntax, actors: Actors, i: int) -> bool:
    """ "China will meet Cuba": states meet *with* each other, their teams meet each other."""
    thing = syntax.child(i, "obj") if syntax.lemma[i] == "meet" else None
    owned = thing is not None and any(syntax.tag[k] == "POS" for k in syntax.kids[thing])  # "met Cuba's on Monday"
    return thing is not None and not owned and bool(actors.entries(thing, Category.STATE))


def _of_a_name(syntax: Syntax, i: int) -> bool:
    """ "the Geneva Dialogue"; in "the V4 summit" the parse may take the noun for a name, too; "a Passing Exercise"."""
    if any(syntax.lower[k] in ("a", "an") for k in syntax.kids[i]) or _kind_of_drill(syntax, i):
        return False
    return syntax.pos[i] == "PROPN" and syntax.tag[i] == "NNP" and syntax.word[i][:1].isupper()


def _kind_of_drill(syntax: Syntax, i: int) -> bool:
    """ "undertook Maritime Partnership Exercise with": what kind it is, though written as a name."""
    marks = [k for k in syntax.kids[i] if k < i and syntax.dep[k] in ("amod", "compound")]
    plain = bool(marks) and all(syntax.lower[k] in _KINDS_OF_DRILL or syntax.dep[k] != "amod" for k in marks)
    named = any(syntax.lower[k] in _KINDS_OF_DRILL for k in marks)
    return (
        syntax.lemma[i] in ("exercise", "patrol", "drill") and plain and named and syntax.relation[i] in ("obj", "obl")
    )


_KINDS_OF_DRILL = frozenset(
    {
        "maritime",
        "partnership",
        "passage",
        "passing",
        "joint",
        "bilateral",
        "coordinated",
        "naval",
        "military",
        "annual",
    }
    | {"combined", "trilateral", "multilateral"}
)


def _states_within(syntax: Syntax, actors: Actors, i: int) -> set[str | None]:
    """ "the *Norway*-*Latvia* Maritime Exercise": whose it is."""
    first, _ = syntax.phrase(i)
    named = (e.country for k in range(first, i) for e in actors.entries(k, Category.STATE, Category.ADJECTIVE))
    return set(named) - {None}


def _core(syntax: Syntax, actors: Actors, i: int) -> Draft | None:
    pos = {"NOUN": "noun", "VERB": "verb", "PROPN": "noun"}.get(syntax.pos[i])
    row = CORES.get((syntax.lemma[i], pos or ""))
    forum = actors.entries(i, Category.FORUM)
    if forum and syntax.head[i] not in range(actors.names[i][0][0], actors.names[i][0][1] + 1):
        kind = forum[0].kind
        channel = {"exercise": Channel.EXERCISE, "line": Channel.HOTLINE}.get(kind or "", Channel.MEETING)
        return Draft(i, channel, kind == "line")
    if row is None or row["kind"] == "part":
        return None
    if pos == "noun" and _of_a_name(syntax, i) and len(_states_within(syntax, actors, i)) < 2:
        return None
    if not plausible(syntax, i, row) or _match(syntax, actors, i):
        return None
    return Draft(i, channel_of(syntax, i, row), row["kind"] == "line", made=row["kind"] == "made")
