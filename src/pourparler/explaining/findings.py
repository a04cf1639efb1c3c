"""What a resolution refers to: the entry of the tables, the title's words, the mention before, the term of office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from pourparler.explaining.mentions import head_of, named_before, tokens_of
from pourparler.explaining.phrasing import listed, quoted, with_article
from pourparler.knowledge import Category, Entry, Knowledge, Term
from pourparler.reading.actors import Actors
from pourparler.reading.names import Names
from pourparler.reading.owners import Owners
from pourparler.reading.people import Person
from pourparler.reading.syntax import Syntax
from pourparler.reading.titles import Titles
from pourparler.records import Actor, Statement

Finding = Callable[[Any, Actor], str | None]


def find_entry(doc: Any, actor: Actor) -> str | None:
    """ "Kremlin", a metonym of Russia."""
    actors: Actors = doc._.actors
    syntax: Syntax = doc._.syntax
    for k in tokens_of(syntax, actor):
        (first, last), entries = actors.names.get(k, ((k, k), ()))
        entry = next((e for e in entries if _fits(e, actor)), None)
        if entry is not None:
            return _entry_words(actors.known, syntax.text[syntax.start[first] : syntax.end[last]], entry)
    return None


def _fits(entry: Entry, actor: Actor) -> bool:
    if entry.country is not None and actor.country is not None:
        return entry.country == actor.country
    return (entry.organisation or entry.name) in (actor.organisation, actor.name)


def _entry_words(known: Knowledge, words: str, entry: Entry) -> str:
    """The name as printed, the column it stands in and what it is a name of."""
    state = known.state(entry.country) if entry.country else None
    whose = state.name if entry.category in _OF_STATES and state is not None else entry.name
    kind = entry.category.value.replace("_", " ")
    if whose.lower() == words.lower():
        return f"{quoted(words)}, {with_article(kind)}"
    told = f"{with_article(kind)} of {whose}" if entry.category in _OF_STATES else f"the {kind} {whose}"
    return f"{quoted(words)}, {told}"


_OF_STATES = frozenset({Category.ADJECTIVE, Category.DEMONYM, Category.CAPITAL, Category.STATE, Category.METONYM})


# --- people ------------------------------------------------------------------------------------------


def _person(doc: Any, actor: Actor) -> Person | None:
    people: list[Person] = doc._.actors.people.persons
    return next((p for p in people if p.name == actor.person), None)


def _runs(doc: Any, person: Person) -> Iterator[tuple[tuple[int, int], int]]:
    """The titles and appositions at each mention, as first and last token, with the mention's first token."""
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    titles = Titles(syntax, actors.known, Names(doc, syntax, actors.known))
    for first, end in person.mentions:
        taken = {k: p for k, p in actors.people.at.items() if k < first}
        yield from ((run, first) for run in titles.about(first, end, taken))


def stands_at_name(doc: Any, actor: Actor) -> bool:
    """Whether the actor's words are the person's title beside the name: "its commander, Ole Berg"."""
    person, syntax = _person(doc, actor), doc._.syntax
    runs = [run for run, _ in _runs(doc, person)] if person is not None else []
    return any(syntax.start[a] < actor.end and actor.start < syntax.end[b] for a, b in runs)


def find_title(doc: Any, actor: Actor) -> str | None:
    """ "Norwegian defence minister", before the name."""
    person, actors, syntax = _person(doc, actor), doc._.actors, doc._.syntax
    if person is None:
        return None
    told = [(a, b, at) for (a, b), at in _runs(doc, person) if actors.people.describe(a, b).resolved_by == "title"]
    best = next((t for t in told if actors.people.describe(*t[:2]).office == actor.office), next(iter(told), None))
    if best is None:
        return None
    first, last, at = best
    where = "before the name" if last < at else "after the name"
    return f"{quoted(syntax.text[syntax.start[first] : syntax.end[last]])} {where}"


def find_rank(doc: Any, actor: Actor) -> str | None:
    person, syntax = _person(doc, actor), doc._.syntax
    titles = Titles(syntax, doc._.actors.known, Names(doc, syntax, doc._.actors.known))
    for first, _ in person.mentions if person is not None else ():
        top = titles.address(first)
        if top < first and titles.rank(top, first).sectors:
            return quoted(syntax.text[syntax.start[top] : syntax.end[first - 1]])
    return None


def find_terms(doc: Any, actor: Actor) -> str | None:
    """The terms of office that the tables have for the name, those of the day of publication before all others."""
    terms: tuple[Term, ...] = doc._.actors.known.terms_of(actor.person or "")
    on = _published(doc)
    held = [t for t in terms if on is not None and t.covers(on)]
    told = [_term_words(t) for t in held or terms]
    when = f"on {on} " if held and on is not None else "at other times "
    return f"{when}{listed(list(dict.fromkeys(told))[:3])}" if told else None


def _published(doc: Any) -> date | None:
    published = doc._.article.published
    return date.fromisoformat(published.latest[:10]) if published is not None and published.latest else None


def _term_words(term: Term) -> str:
    since = f"from {term.start} " if term.start else ""
    until = f"to {term.end}" if term.end else f"on, as of {term.as_of}"
    return f"{term.office} of {term.country or 'no one state'} {since}{until}"


# --- nouns -------------------------------------------------------------------------------------------


def find_noun(doc: Any, actor: Actor) -> str | None:
    """What the noun makes of the party, and which words tell its state."""
    known: Knowledge = doc._.actors.known
    head = known.head(actor.text)
    noun = f"{quoted(head.phrase)} is {_KINDS.get(head.kind, head.kind)}" if head is not None else ""
    sectors = f" of sector {actor.sectors[0]}" if actor.sectors else ""
    state = find_entry(doc, actor) or _owner_words(doc, actor) or find_dateline(doc, actor)
    told = f"its state is told by {state or 'the words around it'}" if actor.country else ""
    return "; ".join(filter(None, (noun + sectors if noun else "", told))) or None


_KINDS = {"body": "a body", "person": "a person", "platform": "a ship, aircraft or vehicle", "group": "people"}


def _owner_words(doc: Any, actor: Actor) -> str | None:
    """The possessor or place that tells whose the noun is."""
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    owners = Owners(syntax, actors.known, Names(doc, syntax, actors.known), actors.one)
    owner = owners.of(head_of(doc, actor), actors.known.head(actor.text))
    return f"its owner {quoted(owner.text)}" if owner is not None and owner.country == actor.country else None


def find_dateline(doc: Any, actor: Actor) -> str | None:
    """The place of the dateline, where it is in the actor's state."""
    dateline: str | None = doc._.article.dateline
    place = (dateline or "").split(",")[0].strip()
    known: Knowledge = doc._.actors.known
    return f"the dateline {place}" if place and known.country_of(place.title()) == actor.country else None


def find_prefix(doc: Any, actor: Actor) -> str | None:
    known: Knowledge = doc._.actors.known
    prefixes = ((word, known.vessel_prefix(word)) for word in actor.text.split())
    word = next((word for word, entry in prefixes if entry is not None), None)
    state = known.state(actor.country) if actor.country else None
    return f"{quoted(word)} is {state.name}'s" if word and state is not None else None


# --- those it is told against ------------------------------------------------------------------------


def find_owner(doc: Any, actor: Actor) -> str | None:
    """The word of the person's title that tells whose it is, and the party it stands for."""
    person, syntax = _person(doc, actor), doc._.syntax
    for (first, last), _ in _runs(doc, person) if person is not None else ():
        for k in range(first, last + 1):
            owner = doc._.actors.one(k) if syntax.dep[k] in ("nmod:poss", "nmod", "compound") else None
            if owner is not None and owner.country == actor.country and owner.person != actor.person:
                before = named_before(doc, owner)
                return quoted(owner.text) + (f", for {before}" if before else "")
    return None


def find_counterpart(doc: Any, actor: Actor) -> str | None:
    """Whose counterpart it is."""
    syntax: Syntax = doc._.syntax
    owner = syntax.possessor(head_of(doc, actor))
    party = doc._.actors.one(owner) if owner is not None else None
    if party is None or not party.code:
        return None
    return f"here that of {party.person or quoted(party.text)}"


def find_speaker(doc: Any, actor: Actor) -> str | None:
    """The source of the innermost statement that the word stands in."""
    said: list[Statement] = doc._.statements
    around = [s for s in said if s.source is not None and any(c.start <= actor.start < c.end for c in s.content)]
    sources = [s.source for s in around if s.source is not None and s.source.country == actor.country]
    return quoted(sources[-1].text) if sources else named_before(doc, actor)


def find_author(doc: Any, actor: Actor) -> str | None:
    """Whoever the document is told to be of, beside it or before."""
    syntax: Syntax = doc._.syntax
    i = head_of(doc, actor)
    beside = [k for k in (syntax.possessor(i), *syntax.obliques(i, "by", "from", "of")) if k is not None]
    authors = [a for k in beside for a in doc._.actors.all(k) if a.country == actor.country and a.code]
    return quoted(authors[0].text) if authors else named_before(doc, actor)


#: The column ``detail`` of resolutions.csv -> what looks for it.
FINDINGS: dict[str, Finding] = {
    "entry": find_entry,
    "title": find_title,
    "rank": find_rank,
    "terms": find_terms,
    "noun": find_noun,
    "prefix": find_prefix,
    "counterpart": find_counterpart,
    "antecedent": named_before,
    "author": find_author,
    "speaker": find_speaker,
    "owner": find_owner,
    "dateline": find_dateline,
}
