"""The table of idioms, and what all of them ask: who the two sides are, and which particles a word has."""

from __future__ import annotations

from dataclasses import dataclass

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.hosts import host
from pourparler.reading.contacts.words import ADDRESSING, DAYS
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor, Channel, Status, side_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Idiom:
    """A row of tables/contact_idioms.csv; ``words`` are particles, prepositions or nouns, as ``kind`` has it."""

    kind: str
    words: frozenset[str]
    channel: Channel
    status: Status


POS = {"VERB": "verb", "AUX": "verb", "ADJ": "adj", "ADV": "adv", "ADP": "adv", "NOUN": "noun"}
IDIOMS: dict[tuple[str, str], list[Idiom]] = {}
MISSIVES = set()
for _row in rows("contact_idioms"):
    if _row["kind"] == "missive":
        MISSIVES.add(_row["lemma"])
        continue
    _idiom = Idiom(
        kind=_row["kind"],
        words=frozenset(filter(None, _row["words"].split(";"))),
        channel=Channel(_row["channel"] or "unspecified"),
        status=Status(_row["status"]),
    )
    for _pos in {_row["pos"], "adv"} if _row["pos"] == "adj" else {_row["pos"]}:  # "went dead" is tagged as either
        IDIOMS.setdefault((_row["lemma"], _pos), []).append(_idiom)
LEMMAS = frozenset(lemma.split("-")[-1] for lemma, _ in IDIOMS)


#: Nouns that nothing is "between": "is in progress between Oslo and Riga", "since the afternoon between Oslo and Riga".
_LOOSE = DAYS | {"progress", "way", "session", "morning", "afternoon", "evening", "night", "weekend", "place"}


def two_sides(syntax: Syntax, actors: Actors, one: int | None, other: int | None) -> tuple[Actor, Actor] | None:
    """The officials of two states that the tokens name; None unless both are told."""
    first, second = actors.one(one), actors.one(other)
    if second is None and other is not None:
        second = host(syntax, actors, other)
    if (
        first is None
        or second is None
        or not official(first)
        or not official(second)
        or side_of(first) == side_of(second)
    ):
        return None
    return first, second


def particles(syntax: Syntax, i: int) -> set[str]:
    return {syntax.lower[k] for k in syntax.kids[i] if syntax.dep[k] in ("compound:prt", "advmod", "case")}


def between_two(syntax: Syntax, core: int) -> list[int]:
    """The two of "between", wherever the parse hung them: "Talks began on Monday between Oslo and Riga"."""
    _, end = syntax.sentences[syntax.sentence_of[core]]
    for k in range(core + 1, min(core + 16, end)):
        own = k == core + 1 or syntax.pos[k - 1] != "NOUN" or syntax.lower[k - 1] in _LOOSE
        if syntax.lower[k] == "between" and syntax.dep[k] == "case" and own:
            both = syntax.conjuncts(syntax.head[k])
            return both if len(both) > 1 or syntax.tag[both[0]] == "NNS" else []
    return []


def joined_modifiers(syntax: Syntax, noun: int) -> list[int]:
    """Names before a noun, both of two joined by a hyphen: "the *Norwegian*-*Russian* commission"."""
    out = []
    for k in syntax.named_modifiers(noun):
        if k > 1 and syntax.lower[k - 2] == "inter" and syntax.lower[k] != "korean":  # "inter-Arab" is nobody's own
            continue
        before = [c for c in syntax.kids[k] if c == k - 2 and syntax.word[k - 1] in ("-", "–", "/")]
        out += [*(c for c in before if syntax.word[c][:1].isupper()), k]
    return out


_ATTENDING = frozenset({"attend", "chair", "co-chair", "cochair", "lead", "head"})


def attending(syntax: Syntax, core: int) -> list[int]:
    """ "the meeting attended by the ministers of Oslo and Riga", "talks co-chaired by Lund and Berg"."""
    clauses = (c for k in syntax.children(core, "acl") for c in syntax.conjuncts(k) if syntax.lemma[c] in _ATTENDING)
    agents = (syntax.agent(k) for k in clauses if syntax.tag[k] == "VBN")
    return [c for k in agents if k is not None and _more_than_one(syntax, k) for c in syntax.conjuncts(k)]


def _more_than_one(syntax: Syntax, k: int) -> bool:
    """ "the ministers of Oslo and Riga", "Norwegian and Latvian envoys", "Lund and Berg"."""
    owners = syntax.obliques(k, "of", "from") if syntax.tag[k] == "NNS" else []
    states = [c for m in syntax.named_modifiers(k) for c in syntax.conjuncts(m)] if syntax.tag[k] == "NNS" else []
    return len(syntax.conjuncts(k)) > 1 or len(owners) > 1 or len(states) > 1


#: What is done "with" somebody who hears it; the parse may hang him on the thing: "raised the issue with officials".
_WITH = frozenset({"raise", "lodge"})


def addressed(syntax: Syntax, verb: int) -> list[int]:
    """Those to whom something is put: "conveyed its concern *to the minister*", "raised it *with officials*"."""
    if syntax.lemma[verb] not in ADDRESSING or syntax.passive(verb):
        return []
    heard = syntax.obliques(verb, "to")
    if syntax.lemma[verb] in _WITH:
        thing = syntax.patient(verb)
        heard = [k for over in (verb, thing) if over is not None for k in syntax.obliques(over, "with")]
    return [k for k in heard if syntax.pos[k] == "NOUN"]
