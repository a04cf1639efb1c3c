"""Motives: the phrases and clauses beside a step that say why it was taken."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.reading.grounds import ground, noted, of_protest, protested, untold
from pourparler.reading.reason_kinds import WEIGHTY, kind_of
from pourparler.reading.stretches import Cause, opened, opening_of, run_of, whole
from pourparler.reading.syntax import SUBJECTS, Syntax
from pourparler.reading.tables import rows
from pourparler.records import ReasonKind

_CAUSES = {(row["words"], row["form"]): row["after"] == "trouble" for row in rows("causes")}
_NOT_REASONS = frozenset(word for row in rows("not_reasons") for word in row["words"].split(";"))
#: What may stand under "in" and carry its matter: "in response to the raid", "in protest at the ruling".
_ANSWERING = frozenset({"response", "protest", "retaliation", "reaction", "reply", "answer", "retribution"})
#: Quarrels, told with what they are about: "in a dispute over seven fishermen".
_QUARRELS = frozenset({"dispute", "row", "quarrel", "spat", "standoff", "feud", "argument", "disagreement", "rift"})
_SPEECH = frozenset(row["lemma"] for row in rows("cues"))
_HINDERING = frozenset({"prevent", "block", "hamper", "derail", "delay", "thwart", "scuttle", "scupper", "disrupt"})
_PROMPTING = frozenset({"prompt", "lead", "force", "cause", "push", "compel", "drive", "oblige", "spur"})
#: Verbs of a state of mind, whose clause tells why even of a pronoun: "as she felt it was wrong".
_FEELING = frozenset({"feel", "think", "believe", "consider", "regard", "see", "know", "want", "need", "have"})
_UNTOLD = frozenset({"unclear", "unspecified", "undisclosed", "unknown", "unexplained", "unstated", "not", "n't", "no"})
#: What one does at a line of contact.
_STEPS = frozenset({"answer", "respond", "reply", "cut", "sever", "suspend", "stop", "restore", "resume", "reopen"})
#: Where envoys are received.
_ROOMS = frozenset({"office", "ministry", "embassy", "headquarters", "consulate", "building", "palace", "residence"})
#: Talks are "over" their topic, visits and calls are not.
_TALKS = frozenset({"talk", "talks", "negotiation", "discussion", "consultation", "dialogue", "conversation"})


def find_causes(syntax: Syntax, tokens: list[int], *, broken: bool) -> Iterator[Cause]:
    """The causes told beside any of the tokens of a contact; ``broken``: the step tells of trouble."""
    for i in tokens:
        yield from _hindrances(syntax, i)
        yield from _at_speech(syntax, i, broken)
        for k in _beside(syntax, i):
            cause = (
                untold(syntax, k)
                or ground(syntax, k, broken)
                or _noun(syntax, i, k, broken)
                or _clause(syntax, k, broken)
                or (protested(syntax, k) or noted(syntax, k) if broken else None)
            )
            if cause is not None:
                yield cause


def governors(syntax: Syntax, tokens: list[int]) -> list[int]:
    """The tokens and the verbs that take them as their infinitive: *decided* of "decided to cancel"."""
    found = dict.fromkeys(tokens)
    for i in tokens:
        while syntax.dep[i] == "xcomp" and syntax.head[i] not in found:
            i = syntax.head[i]
            found[i] = None
    return list(found)


def _beside(syntax: Syntax, i: int) -> Iterator[int]:
    """What hangs on a token behind it, or stands at the front of its sentence; a conjunct shares the front."""
    front = syntax.grammatical_subject(i)
    joined = min((c for c in syntax.children(i, "conj") if syntax.pos[c] == "VERB"), default=syntax.size)
    for k in syntax.kids[i]:  # "summoned the envoy and expelled him over the raid" tells why one was expelled
        if i < k < joined or (k > i and _of_both(syntax, k)) or (front is not None and k < front):
            yield k
    over = syntax.head[i]
    if syntax.dep[i] == "conj" and syntax.pos[i] == "VERB" and front is None:
        front = syntax.grammatical_subject(over)
        yield from (k for k in syntax.kids[over] if front is not None and k < front)
    if syntax.pos[i] in ("VERB", "AUX"):
        yield from _shared(syntax, i)
        yield from _on_envoy(syntax, i)


def _shared(syntax: Syntax, i: int) -> Iterator[int]:
    """What the last of conjoined verbs with one subject ends on: "cancelled talks and left, citing the raid"."""
    for verb in syntax.children(i, "conj"):
        if syntax.pos[verb] == "VERB" and not any(syntax.dep[k] in SUBJECTS for k in syntax.kids[verb]):
            yield from (k for k in syntax.kids[verb] if k > verb and _of_both(syntax, k))


def _on_envoy(syntax: Syntax, i: int) -> Iterator[int]:
    """What the parse hangs on whoever is summoned: "summoned the envoy regarding the raid"."""
    envoy = syntax.child(i, "obj") if syntax.lemma[i] in ("summon", "call", "recall") else None
    if envoy is not None:
        yield from (k for k in syntax.kids[envoy] if k > envoy and syntax.dep[k] == "nmod")


def _of_both(syntax: Syntax, k: int) -> bool:
    """Whether words go with all conjoined verbs: "citing", "in protest", "in a dispute", "a note of protest"."""
    if syntax.lower[k] == "citing" or (syntax.dep[k] == "obj" and of_protest(syntax, k)):
        return True
    form = syntax.preposition(k)
    return form.startswith("in protest") or (form == "in" and syntax.lemma[k] in _ANSWERING | _QUARRELS)


def cause_at(syntax: Syntax, k: int) -> Cause | None:
    """The cause that the predicate ``k`` itself names: "the delay was due to fog"."""
    return whole(syntax, k) if _CAUSES.get((syntax.preposition(k), "noun")) is False else None


# --- nouns ------------------------------------------------------------------------------------------


def _noun(syntax: Syntax, i: int, k: int, broken: bool) -> Cause | None:
    """ "because of the raid", "over the raid", "for security reasons", "in response to the raid"."""
    if syntax.relation[k] not in ("obl", "nmod") or (syntax.pos[k] in ("PRON", "DET") and syntax.lower[k] != "what"):
        return None
    composed = _composed(syntax, k)
    if composed is not None:
        return whole(syntax, composed[1]) if broken or not composed[0] else None
    form, lemma = syntax.preposition(k), syntax.lemma[k]
    if lemma in ("reason", "ground", "grounds"):
        return _reasons(syntax, k)
    if (form == "in" and lemma in _ANSWERING) or (form == "as" and lemma in ("mark", "sign", "protest")):
        return _answered(syntax, k)
    if form in ("in", "amid") and lemma in _QUARRELS and broken:
        return whole(syntax, k)
    trouble = _CAUSES.get((form, "noun"))
    if trouble is None or (trouble and not (broken and _grave(syntax, i, k, form))):
        return None
    return whole(syntax, k)


def _composed(syntax: Syntax, k: int) -> tuple[bool, int] | None:
    """Whether only trouble has "in the wake of", and *raid*, where the parse takes *wake* for the noun."""
    before = [c for c in syntax.kids[k] if c < k and syntax.dep[c] in ("case", "det")]
    for c in syntax.kids[k]:
        if c > k and syntax.relation[c] in ("nmod", "obl"):
            words = " ".join((*(syntax.lower[j] for j in before), syntax.lower[k], syntax.preposition(c)))
            if (words, "noun") in _CAUSES:
                return _CAUSES[words, "noun"], c
    return None


def _grave(syntax: Syntax, i: int, k: int, form: str) -> bool:
    """Whether a noun after "over" or "after" can be why a step was taken: no channel, time, talk or topic of talks."""
    if syntax.lemma[k] in _NOT_REASONS or any(syntax.lemma[m] in _NOT_REASONS for m in syntax.obliques(k, "of")):
        return False
    if form == "after" and _measured(syntax, k):
        return False
    kind = kind_of(syntax, *run_of(syntax, k))
    if form in ("over", "regarding", "concerning") and syntax.lemma[i] in _TALKS:
        return kind in WEIGHTY
    held = syntax.patient(i)
    return form != "over" or held is None or syntax.lemma[held] not in _TALKS or kind is not ReasonKind.OTHER


def _answered(syntax: Syntax, k: int) -> Cause | None:
    """ "in response to the raid", "as a mark of protest at the ruling", where the parse keeps the words apart."""
    k = next(iter(syntax.obliques(k, "of")), k) if syntax.lemma[k] in ("mark", "sign") else k
    if syntax.lemma[k] not in _ANSWERING:
        return None
    own = syntax.obliques(k, "to", "at", "over", "against", "for", "of")
    beside = [c for c in syntax.obliques(syntax.head[k], "to", "at", "over", "against") if c > k]
    beside = [c for c in beside if syntax.lemma[c] not in _ROOMS]
    matter = next(iter((*own, *beside)), None)
    matter = _next_noun(syntax, k) if matter is None else matter
    return None if matter is None else whole(syntax, matter)


def _next_noun(syntax: Syntax, k: int) -> int | None:
    """The noun of the preposition right behind ``k``, wherever the parse hangs it: "a visit in protest at the raid"."""
    near = (c for c in range(k + 2, min(k + 8, syntax.size)) if syntax.dep[c] == "nmod")
    return next((c for c in near if any(syntax.dep[m] == "case" and m == k + 1 for m in syntax.kids[c])), None)


def _reasons(syntax: Syntax, k: int) -> Cause | None:
    """ "for security reasons", "on the grounds that the venue was unsafe", "for reasons that were not clear"."""
    opening = next((j for j in range(k - 1, max(k - 6, -1), -1) if syntax.lower[j] in ("for", "on")), None)
    if opening is None or syntax.possessor(k) is not None:
        return None
    told = syntax.child(k, "acl", "ccomp")
    if told is not None and any(syntax.lower[c] == "that" and syntax.dep[c] == "mark" for c in syntax.kids[told]):
        return opened(syntax, told, "that")
    of = next(iter(syntax.obliques(k, "of")), None)
    if of is not None and syntax.lemma[k] != "reason":
        return whole(syntax, of)
    first, last = opening + 1, run_of(syntax, k)[1]
    if _UNTOLD & set(syntax.lower[first : last + 1]):
        return Cause(first, last, kind=ReasonKind.NOT_GIVEN)
    plain = k == first or (last == k and syntax.lower[first] in ("the", "this", "that", "these", "other"))
    return None if plain and of is None else Cause(first, last)


def _hindrances(syntax: Syntax, i: int) -> Iterator[Cause]:
    """ "prevented by fog", "fog prevented the talks", "illness forced him to cancel": what is no actor, but a cause."""
    prompts = syntax.lemma[i] in _PROMPTING and syntax.child(i, "xcomp") is not None
    if syntax.lemma[i] not in _HINDERING and not prompts:
        return
    told = syntax.agent(i) if syntax.passive(i) else syntax.grammatical_subject(i)
    told = told if told is None else syntax.antecedent(told)
    if told is not None and syntax.pos[told] in ("NOUN", "PROPN") and syntax.sentence_of[told] == syntax.sentence_of[i]:
        yield (whole(syntax, told) if told > i else Cause(*syntax.phrase(told)))._replace(voice=told)


# --- clauses ----------------------------------------------------------------------------------------


def _clause(syntax: Syntax, k: int, broken: bool) -> Cause | None:
    """The clause that "because", "after" or "as" opens, without that word."""
    if syntax.relation[k] != "advcl":
        return None
    mark = next((c for c in syntax.kids[k] if syntax.dep[c] == "mark"), None)
    trouble = _CAUSES.get((syntax.lower[mark], "clause")) if mark is not None else None
    if (
        mark is None
        or trouble is None
        or syntax.lower[mark - 1] == "even"  # "summoned the envoy, even as talks went on": meanwhile
        or _reported(syntax, k, mark)
        or (trouble and not (broken and _telling(syntax, k, syntax.lower[mark])))
    ):
        return None
    return opened(syntax, k, syntax.lower[mark])


def _reported(syntax: Syntax, k: int, mark: int) -> bool:
    """ "As the ministry *reported*, ...", "as he *put* it": who says so, not why."""
    told = syntax.patient(k) is not None or syntax.child(k, "ccomp", "xcomp") is not None
    return syntax.lower[mark] == "as" and syntax.lemma[k] in _SPEECH and not told


def _telling(syntax: Syntax, k: int, mark: str) -> bool:
    """Whether a clause after "after", "as" or "since" can be why: it tells of others, not of when."""
    own = next((c for c in syntax.kids[k] if syntax.dep[c] in SUBJECTS), None)
    if syntax.tag[k] == "VBG" and syntax.word[k - 1] == ",":
        return False  # "after Lund, *speaking in Oslo*, called it a plague": an aside, and not what he did
    if mark == "after":
        told = syntax.lemma[k] not in ("meet", "talk", "speak", "hold", "consult")
        if own is not None and syntax.lower[own] == "it" and syntax.lemma[k] in _STEPS:
            return False  # "after it did not answer the first call": an earlier step of the same silence
        return syntax.pos[k] in ("VERB", "AUX") and told and not _measured(syntax, k)
    if own is None or (
        (syntax.pos[own] == "PRON" and syntax.lemma[k] not in _FEELING) and not syntax.children(k, "cop")
    ):
        return False
    present = syntax.tag[k] in ("VBZ", "VBP") or any(syntax.tag[c] in ("VBZ", "VBP", "MD") for c in syntax.kids[k])
    return present if mark == "since" else True


def _measured(syntax: Syntax, k: int) -> bool:
    """ "a day after", "hours after": when, not why."""
    before = opening_of(syntax, k) - 1
    return before >= 0 and syntax.lemma[before] in _NOT_REASONS and syntax.pos[before] == "NOUN"


def _at_speech(syntax: Syntax, i: int, broken: bool) -> Iterator[Cause]:
    """What hangs on the verb that announces a step: "said the talks were off, citing the raid"."""
    over = syntax.head[i]
    if syntax.dep[i] not in ("ccomp", "obj") or syntax.lemma[over] not in ("say", "announce", "confirm", "declare"):
        return
    for k in syntax.kids[over]:
        cause = untold(syntax, k)
        if cause is None and syntax.lemma[k] in ("cite", "blame", "invoke"):
            cause = ground(syntax, k, broken)
        if cause is not None:
            yield cause
