"""Characterisations: what each side calls an incident ("routine", "a provocation")."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
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
        told = _Told(doc._.syntax, incidents, doc._.statements)
        return note(doc, incidents=[_characterised(doc._.syntax, incident, told) for incident in incidents])


class _Told:
    """In which sentences incidents and statements are told; only those of a few sentences are compared."""

    def __init__(self, syntax: Syntax, incidents: list[Incident], statements: list[Statement]) -> None:
        self._statements = statements
        self._deeds = sorted({_sentence(syntax, incident.anchor.start) for incident in incidents})
        self._said: defaultdict[int, list[int]] = defaultdict(list)
        for number, one in enumerate(statements):
            if one.cue is not None and one.source is not None and one.content and one.source.country is not None:
                self._said[_sentence(syntax, one.cue.start)].append(number)

    def about(self, told: int) -> list[Statement]:
        """What may be said of an incident in this sentence, or in one just after it with no other incident between."""
        at = bisect_right(self._deeds, told)
        last = min([told + _REACH, *(other - 1 for other in self._deeds[at : at + 1])])
        numbers = sorted(number for sentence in range(told, last + 1) for number in self._said.get(sentence, ()))
        return [self._statements[number] for number in numbers]


def _characterised(syntax: Syntax, incident: Incident, told: _Told) -> Incident:
    found, at = [], incident.anchor.start
    for statement in told.about(_sentence(syntax, at)):
        within = any(c.start <= at < c.end for c in statement.content)
        span = None if within else _word_for(syntax, statement)
        if span is not None:
            start, end = span
            found.append(
                Characterisation(
                    by=statement.source, text=syntax.text[start:end], start=start, end=end, statement=statement.id
                )
            )
    return replace(incident, characterisations=tuple(found)) if found else incident


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
