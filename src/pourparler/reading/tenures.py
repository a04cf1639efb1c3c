"""Tenures: who holds, takes or leaves which office, as the article tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from pourparler.reading.actors import Actors, official
from pourparler.reading.annotations import Trace, note
from pourparler.reading.descriptions import RANK, Description, describe
from pourparler.reading.evidence import clause_span, sentence_text, span
from pourparler.reading.factuality import factuality
from pourparler.reading.people import Person
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Date, Factuality, Tenure

#: The verbs by which somebody takes or leaves an office.
_TERMS: dict[str, list[dict[str, str]]] = {}
for _row in rows("terms"):
    _TERMS.setdefault(_row["lemma"], []).append(_row)
_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "COP", "IGO", "SPY", "JUD"})
#: What somebody is called who may hold any office, or none.
_NO_OFFICE = frozenset(
    {"official", "diplomat", "senior diplomat", "top diplomat", "chief diplomat", "aide", "strongman", "ruler"}
    | {"delegate", "negotiator", "mediator", "emissary", "top general", "top military officer"}
    | {"president-elect", "prime minister-designate"}
)
#: Words that are an office only beside the body that is led.
_OF_A_BODY = frozenset({"leader", "head", "chief"})
_GONE = frozenset({"former", "ex", "then", "late", "ousted", "onetime", "retired", "outgoing"}) | frozenset(
    {"elect", "designate", "incoming"}
)


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
    for person in doc._.actors.told_people():
        if person.name not in told and (tenure_ := _from_title(doc, person)) is not None:
            yield tenure_


def _holds(d: Description) -> bool:
    """An office of state whose state or body is known; a spokesman or general without one is no tenure."""
    return (
        d.office is not None
        and d.office not in _NO_OFFICE
        and (d.office not in _OF_A_BODY or d.organisation is not None)
        and (d.organisation is not None or not RANK.search(d.office))
        and (d.resolved_by or "").startswith(("title", "counterpart"))
        and (d.resolved_by != "counterpart" or d.organisation is None)
        and bool(d.country or (d.organisation and "IGO" in d.sectors) or (d.organisation and "REB" in d.sectors))
        and bool(_STATE_SECTORS & set(d.sectors) or "REB" in d.sectors)
    )


def _from_title(doc: Doc, person: Person) -> Tenure | None:
    """A title or apposition at a name: the person holds the office when the article is written."""
    d = person.description.filled_from(Description(country=person.known.country))
    if not _holds(d) or " " not in person.name or person.title_words & _GONE:
        return None
    if any(
        w.startswith(("then-", "ex-", "former")) or w.endswith(("-elect", "-designate")) for w in person.title_words
    ):
        return None
    syntax: Syntax = doc._.syntax
    first, end = _named_at(person)
    if _of_a_private_body(syntax, doc._.actors, first):
        return None
    head = next((k for k in range(first, end) if syntax.head[k] not in range(first, end)), first)
    a, b = syntax.phrase(head)
    begin, stop = min(a, first, _title_start(doc._.actors, person, first)), max(min(b, end + 14), end - 1)
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


def _title_start(actors: Actors, person: Person, first: int) -> int:
    """Where the title before the name begins, which the parse may hang elsewhere."""
    own = (actors.people.title_starts[k] for k, titled in actors.people.titled.items() if titled is person)
    return min((k for k in own if first - 20 < k <= first), default=first)


def _named_at(person: Person) -> tuple[int, int]:
    """The first of the fullest mentions of a person: a headline may tell the surname alone."""
    return max(person.mentions, key=lambda mention: mention[1] - mention[0])


def _of_a_private_body(syntax: Syntax, actors: Actors, name: int) -> bool:
    """ "the club's president, Ovidiu Sterian": an office, but of no state."""
    for title in (name, syntax.head[name]):
        owner = syntax.possessor(title)
        owners = [owner] if owner is not None else syntax.obliques(title, "of")
        if owners and syntax.pos[owners[0]] == "NOUN":
            return not any(official(actor) for actor in actors.all(owners[0]))
    return False


def _from_verbs(doc: Doc) -> Iterator[Tenure]:
    syntax: Syntax = doc._.syntax
    for i in syntax.body:
        row = _row_at(syntax, i) if syntax.lemma[i] in _TERMS and syntax.pos[i] == "VERB" else None
        if row is None or factuality(syntax, i) not in (Factuality.ACTUAL, Factuality.PLANNED):
            continue
        person = _person(doc, _holder(syntax, i, row))
        tenure = _tenure(doc, i, person, row) if person is not None else None
        if tenure is not None:
            yield tenure
            yield from _predecessor(doc, i, row, tenure)


def _predecessor(doc: Doc, i: int, row: dict[str, str], tenure: Tenure) -> Iterator[Tenure]:
    """ "Kari Lund replaced *Nils Berg* in May": whose term ends when the other's begins."""
    syntax: Syntax = doc._.syntax
    other = _other(doc, i, row)
    if tenure.start is None or other is None or " " not in other.name:
        return
    first, end = _named_at(other)
    anchor = span(syntax, syntax.start[first], syntax.end[end - 1])
    rule = "tenure:leaves office"
    record_id = doc._.ids.make("tenure", anchor.text, sentence_text(syntax, i))
    doc._.traces[record_id] = Trace(rule, "Kari Lund was appointed defence minister in May, replacing Nils Berg.", (i,))
    yield replace(
        tenure, id=record_id, anchor=anchor, reader=rule, person=other.name, start=None, end=tenure.start, replaces=None
    )


def _row_at(syntax: Syntax, i: int) -> dict[str, str] | None:
    """The row whose particle or object stands at the verb: "step down", "take office"."""
    words = {syntax.lower[k] for k in syntax.kids[i]}
    found = _TERMS[syntax.lemma[i]]
    return next((row for row in found if not row["particle"] or words & set(row["particle"].split(";"))), None)


def _holder(syntax: Syntax, i: int, row: dict[str, str]) -> int | None:
    """Whose term begins or ends: of a passive the patient, also where an active verb's subject would be."""
    if row["holder"] == "object":
        return syntax.patient(i)
    return syntax.agent(i) if syntax.passive(i) else syntax.subject(i)


def _person(doc: Doc, i: int | None) -> Person | None:
    """The person named at a token, or meant by the noun or pronoun there."""
    if i is None:
        return None
    actors: Actors = doc._.actors
    actor = actors.one(i)
    named = next((p for p in actors.people.persons if actor is not None and actor.person == p.name), None)
    return actors.people.at.get(i) or named


def _tenure(doc: Doc, i: int, person: Person, row: dict[str, str]) -> Tenure | None:
    syntax: Syntax = doc._.syntax
    actors: Actors = doc._.actors
    takes, other = row["change"] == "takes", _other(doc, i, row)
    d = _office_at(syntax, actors, i)
    if other is not None and d.office is None:
        d = other.known  # who succeeds a minister becomes one
    d = d.filled_from(person.known)
    if d.country is None and row["holder"] == "object":  # "Riga appointed Andris Ozols defence minister": of Latvia
        maker = actors.one(syntax.agent(i) if syntax.passive(i) else syntax.subject(i))
        d = replace(d, country=maker.country) if maker is not None and official(maker) else d
    if d.office is None or d.country is None or not _STATE_SECTORS & set(d.sectors):
        return None
    when: Date | None = doc._.dates.of(i, syntax, *syntax.children(i, "obl", "xcomp"))
    first, end = _named_at(person)
    name = syntax.text[syntax.start[first] : syntax.end[end - 1]]
    record_id = doc._.ids.make("tenure", name, sentence_text(syntax, i))
    rule = "tenure:takes office" if takes else "tenure:leaves office"
    doc._.traces[record_id] = Trace(rule, "Kari Lund was appointed defence minister in May, replacing Nils Berg.", (i,))
    return Tenure(
        id=record_id,
        article=doc._.article.id,
        anchor=span(syntax, syntax.start[first], syntax.end[end - 1]),
        evidence=(clause_span(syntax, i),),
        confidence=0.8,
        reader=rule,
        person=person.name,
        office=d.office,
        country=d.country,
        organisation=d.organisation,
        start=when if takes and syntax.lemma[i] != "elect" else None,  # who is elected takes office later
        end=None if takes else when,
        replaces=(other.name if other is not None else _replaced(syntax, actors, i)) if takes else None,
    )


def _other(doc: Doc, i: int, row: dict[str, str]) -> Person | None:
    """Whom the new holder follows, where the verb itself tells it: "succeeded Nils Berg", "took over from him"."""
    syntax: Syntax = doc._.syntax
    if row["other"] == "object":
        return _person(doc, syntax.patient(i))
    return _person(doc, next(iter(syntax.obliques(i, row["other"])), None)) if row["other"] else None


def _office_at(syntax: Syntax, actors: Actors, i: int) -> Description:
    """The office beside the verb: "as China's defence minister", "was named ambassador"."""
    for k in [
        *syntax.children(i, "xcomp", "obj", "obl", "ccomp"),
        *(c for x in syntax.children(i, "advcl", "acl") for c in syntax.children(x, "obl")),
        *(c for x in syntax.children(i, "obj", "obl") for c in syntax.obliques(x, "as")),
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
