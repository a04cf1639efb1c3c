"""Characterisations: what each side calls an incident ("routine", "a provocation")."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pourparler.reading.annotations import note
from pourparler.reading.attribution import NAMING
from pourparler.reading.syntax import Syntax
from pourparler.records import Characterisation, Form, Incident, Statement

#: Cues whose content is a word for the deed; "condemned the raid as ..." and "denounced it as ..." name it too.
_NAMING = NAMING | {"denounce", "condemn", "decry"}
#: "It was the first *time*" counts the deed, "it was our *territory*" tells where: neither calls it anything.
_OCCASIONS = frozenset({"time", "occasion", "day", "week", "month", "year", "case", "instance"}) | frozenset(
    {"territory", "soil", "land", "water", "waters", "area"}
)
#: How many sentences after an incident a side's word for it may stand.
_REACH = 2


class CharacterisationAnnotator:
    """Doc -> ``doc._.incidents`` with characterisations.

    "Seoul accused Pyongyang of a provocation after a drone crossed the line. Pyongyang said it was a routine patrol."
    -> Seoul: *a provocation*; Pyongyang: *a routine patrol*.
    """

    requires = ("syntax", "statements", "incidents")
    assigns = ("incidents",)

    def __call__(self, doc: Doc) -> Doc:
        incidents: list[Incident] = doc._.incidents
        return note(doc, incidents=[_characterised(doc._.syntax, i, incidents, doc._.statements) for i in incidents])


def _characterised(
    syntax: Syntax, incident: Incident, incidents: list[Incident], statements: list[Statement]
) -> Incident:
    found = []
    for statement in statements:
        span = _word_for(syntax, statement) if _about(syntax, incident, incidents, statement) else None
        if span is not None:
            start, end = span
            found.append(
                Characterisation(
                    by=statement.source, text=syntax.text[start:end], start=start, end=end, statement=statement.id
                )
            )
    return replace(incident, characterisations=tuple(found)) if found else incident


def _about(syntax: Syntax, incident: Incident, incidents: list[Incident], statement: Statement) -> bool:
    """Whether the statement can be about this incident: told in its sentence or just after, with none between."""
    if statement.cue is None or statement.source is None or not statement.content or statement.source.country is None:
        return False
    told, said = _sentence(syntax, incident.anchor.start), _sentence(syntax, statement.cue.start)
    if not told <= said <= told + _REACH:
        return False
    if any(c.start <= incident.anchor.start < c.end for c in statement.content):
        return False
    others = [_sentence(syntax, o.anchor.start) for o in incidents if o is not incident]
    return not any(told < other <= said for other in others)


def _word_for(syntax: Syntax, statement: Statement) -> tuple[int, int] | None:
    """The words that name the deed: the content of a naming cue, or the predicate of "it was a routine transit"."""
    content, rule = statement.content[0], statement.reader.removeprefix("cue:")
    if rule in _NAMING:
        if syntax.tag[syntax.at(content.start)] == "VBG":
            return None  # "accused it of *firing* first" charges a deed and names none
        return (content.start, content.end) if content.end - content.start < 120 else None
    first = syntax.at(content.start)
    for i in range(first, min(first + 6, syntax.size)):
        if syntax.lower[i] in ("it", "this", "that") and syntax.dep[i].startswith("nsubj"):
            predicate = syntax.head[i]
            if syntax.lemma[predicate] in _OCCASIONS:
                return None
            if syntax.children(predicate, "cop") and syntax.pos[predicate] in ("NOUN", "ADJ"):
                first, last = syntax.phrase(predicate) if syntax.pos[predicate] == "NOUN" else (predicate, predicate)
                return syntax.chars(*syntax.quote_free(first, last))
    if statement.form is Form.MIXED and statement.stance.value == "denies":
        return content.start, content.end
    return None


def _sentence(syntax: Syntax, offset: int) -> int:
    return syntax.sentence_of[syntax.at(offset)]
