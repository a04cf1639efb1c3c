"""Tenures: who holds, takes or leaves which office, as the article tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from pourparler.reading.actors import Actors
from pourparler.reading.annotations import Trace, note
from pourparler.reading.evidence import clause_span, sentence_text, span, word_span
from pourparler.reading.factuality import factuality
from pourparler.reading.people import Description, Person, describe
from pourparler.reading.syntax import Syntax
from pourparler.records import Date, Factuality, Tenure

_TAKES = frozenset({"appoint", "name", "become", "elect", "swear", "install", "promote", "nominate"})
_LEAVES = frozenset({"resign", "dismiss", "sack", "fire", "oust", "remove", "retire"})
#: A rank is no office: "General Dang" holds none by that word.
_RANK = re.compile(r"\b(?:general|admiral|colonel|captain|commodore|brigadier|marshal|major|lieutenant|commander)$")
_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG"})


class TenureAnnotator:
    """Doc -> ``doc._.tenures``.

    "Li, who was appointed defense minister in March replacing Wei" -> person Li, start March, replaces Wei.
    """

    requires = ("article", "read_deeds", "syntax", "dates", "actors", "ids", "traces")
    assigns = ("tenures",)

    def __call__(self, doc: Doc) -> Doc:
        return note(doc, tenures=list(_tenures(doc)) if doc._.read_deeds else [])


def _tenures(doc: Doc) -> Iterator[Tenure]:
    told: set[str] = set()
    for tenure in _from_verbs(doc):
        told.add(tenure.person)
        yield tenure
    for person in doc._.actors.people.persons:
        if person.name not in told and (tenure_ := _from_title(doc, person)) is not None:
            yield tenure_


def _holds(d: Description) -> bool:
    """An office of state whose state or body is known; a spokesman or general without one is no tenure."""
    return (
        d.office is not None
        and not _RANK.search(d.office)
        and (d.resolved_by or "").startswith("title")
        and d.country is not None
        and bool(_STATE_SECTORS & set(d.sectors))
    )


def _from_title(doc: Doc, person: Person) -> Tenure | None:
    """A title or apposition at a name: the person holds the office when the article is written."""
    d = person.description.filled_from(Description(country=person.known.country))
    if (
        not _holds(d)
        or " " not in person.name
        or person.title_words & {"former", "ex", "then", "late", "ousted", "onetime"}
    ):
        return None
    if any(w.startswith(("then-", "ex-", "former")) for w in person.title_words):
        return None
    syntax: Syntax = doc._.syntax
    first, end = person.mentions[0]
    head = next((k for k in range(first, end) if syntax.head[k] not in range(first, end)), first)
    a, b = syntax.phrase(head)
    begin, stop = min(a, first), max(min(b, end + 14), end - 1)
    anchor = span(syntax, syntax.start[first], syntax.end[end - 1])
    appositions = [syntax.edges(k)[1] for k in syntax.kids[head] if syntax.dep[k] == "appos"]
    stop = max(stop, *appositions) if appositions else stop
    record_id = doc._.ids.make("tenure", anchor.text, sentence_text(syntax, first))
    doc._.traces[record_id] = Trace(
        "tenure:title", "Norway's defence minister Kari Lund arrived.", tuple(range(first, end))
    )
    return Tenure(
        id=record_id,
        article=doc._.article.id,
        anchor=anchor,
        evidence=(span(syntax, *syntax.chars(begin, min(stop, syntax.size - 1))),),
        confidence=0.8,
        reader="tenure:title",
        person=person.name,
        office=d.office or "",
        country=d.country,
        organisation=d.organisation,
    )


def _from_verbs(doc: Doc) -> Iterator[Tenure]:
    syntax: Syntax = doc._.syntax
    for i in syntax.body:
        takes, leaves = syntax.lemma[i] in _TAKES, syntax.lemma[i] in _LEAVES
        if (
            syntax.pos[i] != "VERB"
            or not (takes or leaves)
            or factuality(syntax, i) not in (Factuality.ACTUAL, Factuality.PLANNED)
        ):
            continue
        who = _person_token(syntax, i)
        person = doc._.actors.people.at.get(who) if who is not None else None
        if who is not None and person is None:
            actor = doc._.actors.one(who)
            person = next((p for p in doc._.actors.people.persons if actor and actor.person == p.name), None)
        if person is not None and (tenure := _tenure(doc, i, person, takes)) is not None:
            yield tenure


def _person_token(syntax: Syntax, i: int) -> int | None:
    if syntax.lemma[i] in ("become", "resign", "retire"):
        return syntax.subject(i)
    return syntax.patient(i)


def _tenure(doc: Doc, i: int, person: Person, takes: bool) -> Tenure | None:
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    d = _office_at(syntax, actors, i).filled_from(person.known)
    if d.office is None or d.country is None or not _STATE_SECTORS & set(d.sectors):
        return None
    when: Date | None = doc._.dates.of(i, syntax, *syntax.children(i, "obl", "xcomp"))
    record_id = doc._.ids.make("tenure", syntax.word[i], sentence_text(syntax, i))
    rule = "tenure:takes office" if takes else "tenure:leaves office"
    doc._.traces[record_id] = Trace(rule, "Kari Lund was appointed defence minister in May, replacing Nils Berg.", (i,))
    return Tenure(
        id=record_id,
        article=doc._.article.id,
        anchor=word_span(syntax, i),
        evidence=(clause_span(syntax, i),),
        confidence=0.8,
        reader=rule,
        person=person.name,
        office=d.office,
        country=d.country,
        organisation=d.organisation,
        start=when if takes else None,
        end=None if takes else when,
        replaces=_replaced(syntax, actors, i) if takes else None,
    )


def _office_at(syntax: Syntax, actors: Actors, i: int) -> Description:
    """The office beside the verb: "as China's defence minister", "was named ambassador"."""
    for k in [
        *syntax.children(i, "xcomp", "obj", "obl", "ccomp"),
        *(c for x in syntax.children(i, "advcl", "acl") for c in syntax.children(x, "obl")),
    ]:
        if k in actors.people.at:
            continue
        first, last = syntax.phrase(k)
        phrase = syntax.text[syntax.start[first] : syntax.end[last]]
        if actors.known.office(phrase) is not None:
            return describe(actors.known, phrase)
    return Description()


def _replaced(syntax: Syntax, actors: Actors, i: int) -> str | None:
    """ "replacing Nils Berg", "succeeds Nils Berg", "in place of Nils Berg"."""
    for k in syntax.subtree(i):
        if syntax.lemma[k] in ("replace", "succeed") and syntax.pos[k] == "VERB":
            thing = syntax.child(k, "obj")
            if thing is not None and thing in actors.people.at:
                return actors.people.at[thing].name
    return None
