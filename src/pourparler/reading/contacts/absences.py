"""Absences: who was awaited and did not come: "did not turn up", "stayed away from the talks", "was absent"."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.drafts import CORES, Draft
from pourparler.reading.contacts.hosts import traveller
from pourparler.reading.contacts.steps import step_of
from pourparler.reading.contacts.willing import unwilling
from pourparler.reading.contacts.words import FORCES
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Channel, Factuality, Status

_ROWS = {(row["lemma"], row["pos"]): row for row in rows("absences")}
_LEMMAS = frozenset(lemma for lemma, _ in _ROWS)
#: How many words before may tell of the contact that one does not come to.
_BACK = 150
#: Whom one sends to talks.
_ANYBODY = frozenset({"anyone", "anybody", "delegation", "representative", "envoy", "team", "delegate", "negotiator"})
_POS = {"VERB": "verb", "ADJ": "adj", "NOUN": "noun"}


def find_absences(syntax: Syntax, actors: Actors) -> Iterator[Draft]:
    """Absences from a contact that the sentence names, or that was told before.

    "The commanders were to meet on Monday. The Lao side did not turn up." -> unanswered, by Laos.
    """
    for i in syntax.body:
        if syntax.lemma[i] in _LEMMAS and (row := _ROWS.get((syntax.joined_lemma(i), _POS.get(syntax.pos[i], "")))):
            draft = _absence(syntax, actors, i, row)
            if draft is not None:
                yield draft


def _absence(syntax: Syntax, actors: Actors, i: int, row: dict[str, str]) -> Draft | None:
    beside = syntax.children(i, "compound:prt", "advmod")
    if row["particle"] and row["particle"] not in {syntax.lower[k] for k in beside}:
        return None
    if bool(row["negated"]) != (factuality(syntax, i) is Factuality.NEGATED):
        return None
    subject = syntax.grammatical_subject(i)
    subject = subject if subject is not None else syntax.subject(i)
    if subject is None or not (traveller(syntax, actors, subject) or _party(syntax, actors, subject)):
        return None
    near = [k for c in (i, *beside) for k in syntax.obliques(c, "to", "at", "from")]
    purpose = [k for c in (i, *beside) for k in syntax.obliques(c, "for")]
    thing = syntax.patient(i)
    contact = next((k for k in ([thing] if thing is not None else []) + near + purpose if _core(syntax, k)), None)
    refused = syntax.dep[i] == "xcomp" and step_of(syntax, syntax.head[i], i) is Status.DECLINED
    if contact is not None and refused:  # "declined to attend the talks": no mere absence
        return None
    left = row["particle"] == "out" and any(syntax.obliques(c, "of") for c in (i, *beside))
    if left:  # of a contact, which is a step of its own, or of a place
        return None
    sent = thing is not None and syntax.lemma[i] == "send" and syntax.lemma[thing] in _ANYBODY
    if syntax.lemma[i] == "send" and (not sent or near):
        return None  # a team to some place
    if contact is None and ((thing is not None and not sent) or (near and not _known(syntax, near))):
        return None
    if contact is None and near and not any(_core(syntax, k) for k in range(max(0, i - _BACK), i)):
        return None  # "is not coming to Riga": a visit that is not paid
    told = Status(row["status"]), Factuality.NEGATED if row["status"] == "held" else Factuality.ACTUAL
    if told[0] is Status.HELD and unwilling(syntax, i):
        told = Status.DECLINED, Factuality.ACTUAL  # "will not attend"
    if contact is None:
        return Draft(
            i, Channel.UNSPECIFIED, False, doer=subject, about_earlier=True, vague=bool(row["near"]), told=told
        )
    channel = Channel(CORES[syntax.lemma[contact], "noun"]["channel"])
    return Draft(contact, channel, False, steps=[(i, told[0])], doer=subject, told=told)


def _party(syntax: Syntax, actors: Actors, subject: int) -> bool:
    """ "the Lao side", "Moscow", "the ministry", "we": a side itself, and not its ships or men."""
    named = syntax.pos[subject] == "PROPN" or syntax.lower[subject] == "we"
    body = syntax.pos[subject] == "NOUN" and syntax.tag[subject] == "NN" and syntax.lemma[subject] not in FORCES
    return official(actors.one(subject)) and (named or body)


def _core(syntax: Syntax, k: int) -> bool:
    row = CORES.get((syntax.lemma[k], "noun"))
    return row is not None and row["kind"] == "contact" and row["channel"] not in ("message", "summons")


def _known(syntax: Syntax, near: list[int]) -> bool:
    """Whether what one stays away from is a time or place, or a pronoun: nothing else is said to have been missed."""
    return all(syntax.pos[k] in ("PROPN", "PRON", "NUM") for k in near)
