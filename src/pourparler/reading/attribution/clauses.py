"""Where a clause that tells what is said begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.reading.attribution.drafts import (
    ADDRESSED,
    AFTERMATH,
    CLAIMS,
    CRAFT,
    CUES,
    DEED_ENDINGS,
    DEEDS,
    QUESTIONERS,
    SPEAKERS,
    is_speech,
    trimmed,
)
from pourparler.reading.syntax import Syntax

#: What another side does with a claim in a relative clause of its own.
_ANSWERING = frozenset({"deny", "dispute", "reject", "refute", "confirm", "dismiss", "contest"})
#: Words by which the outlet sets one report beside another.
_SETTING_BESIDE = frozenset({"after", "as", "before", "while", "when", "though", "although", "whereas", "since"})
#: How others judge what is told.
_JUDGING = frozenset(
    {"call", "describe", "denounce", "condemn", "criticise", "criticize", "decry", "reject", "deny", "dismiss"}
    | {"dispute", "protest", "term", "label", "brand", "slam", "welcome", "hail", "praise", "regard", "consider", "see"}
)
#: How somebody who has spoken tells no more, and what is not told then.
_SHUNNING = frozenset({"decline", "refuse", "fail"})
_TELLING_MORE = frozenset(
    {"say", "elaborate", "comment", "specify", "disclose", "reveal", "identify", "name", "clarify", "expand", "detail"}
)
_GIVING = frozenset({"give", "offer", "provide", "take", "answer", "share", "release", "mention", "add", "make"})
_PARTICULARS = frozenset(
    {"detail", "details", "date", "comment", "question", "questions", "figure", "figures", "reason", "explanation"}
    | {"information", "evidence", "proof", "name", "names", "particulars", "timetable", "specifics", "account"}
)
_BREAKS = frozenset({",", "-", "–", "—", "--"})
_PRESENT, _PAST = frozenset({"VBZ", "VBP"}), frozenset({"VBD"})


def clause_span(syntax: Syntax, clause: int, cue: int, drop: tuple[str, ...] = ("that",)) -> tuple[int, int]:
    """The characters of a clause that is said, without what others do with it and without its own *that*."""
    tokens = syntax.subtree(clause, list(_not_said(syntax, clause, cue)))
    tokens = [t for t in tokens if (t < cue) == (clause < cue)] or tokens
    first, last = tokens[0], tokens[-1]
    if syntax.lower[first] in ("that", "which") and first + 1 < last and is_speech(syntax, first + 1):
        first += 2  # "reports that said ...": what the reports said
    opening = next(
        (k for k in syntax.kids[clause] if syntax.dep[k] == "mark" and syntax.lower[k] == "that" and k - first < 6),
        None,
    )
    if first == cue + 1 and syntax.lower[first] in ("earlier", "later", "previously") and first + 1 < last:
        first += 1  # "said *earlier* the line was open"
    if opening is not None and opening < clause:
        first = opening  # "said on Tuesday that ...": what stands before belongs to the saying
    that = syntax.lower[first] == "that" and syntax.dep[clause] == "acl:relcl" and "that" in drop
    first += that and first + 1 < last  # "reports in the press *that* the two had met", taken for a relative clause
    while first < last and (syntax.lower[first] in drop and syntax.dep[first] in ("mark", "case", "fixed")):
        first += 1
    return trimmed(syntax, first, last)


def _not_said(syntax: Syntax, clause: int, cue: int) -> Iterator[int]:
    """Branches of a clause that belong to whoever reports it, or to another side."""
    if syntax.under(cue, clause):
        yield cue
    for k in syntax.subtree(clause):
        said_of_it = syntax.dep[k] in ("appos", "parataxis") and syntax.lemma[k] in CLAIMS
        if said_of_it or (syntax.dep[k] == "parataxis" and syntax.head[k] == clause and syntax.lemma[k] in CUES):
            yield k
        elif syntax.dep[k] in ("acl:relcl", "advcl:relcl") and syntax.lemma[k] in _ANSWERING:
            pronoun = syntax.lower[syntax.head[k]] in ("something", "which")
            yield syntax.head[k] if pronoun else k
        elif _is_another_voice(syntax, k, cue) or _without_more(syntax, k):
            yield k
        elif (aside := _judged_by_another(syntax, k)) is not None:
            yield from (aside, *(c for c in range(aside - 6, aside) if syntax.lower[c - 1 : c + 1] == ["in", "what"]))
        elif syntax.dep[k] == "conj" and _told_apart(syntax, k, cue):
            yield from (k, *(c for c in syntax.kids[k] if syntax.dep[c] in ("cc", "punct")))


def _is_another_voice(syntax: Syntax, k: int, cue: int) -> bool:
    """Whether a clause beside what is said goes on with the saying, or is the outlet's own."""
    goes_on = syntax.dep[k] in ("advcl", "acl") and is_saying(syntax, k)
    return goes_on or is_aftermath(syntax, k) or _told_meanwhile(syntax, k, cue)


def _told_apart(syntax: Syntax, k: int, cue: int) -> bool:
    """Whether a verb coordinated with what is said is a report of its own."""
    above = told_beside(syntax, k)
    beside = above is not None and above in (cue, syntax.head[cue])
    if syntax.tag[k] == "VBG" == syntax.tag[cue] and not _tense(syntax, k) and _tense(syntax, syntax.head[k]):
        return True  # "claiming they had come in and *defying* pressure": the gerund goes with the gerund
    if keeps_silent(syntax, k) is not None or _beside_an_infinitive(syntax, k):
        return True
    return beside or _told_against(syntax, k) or _told_by_another(syntax, k, cue)


def _beside_an_infinitive(syntax: Syntax, k: int) -> bool:
    """ "pledging to end the war *and announced* a swap": a finite verb is no second infinitive."""
    first = syntax.head[k]
    infinitive = syntax.tag[first] == "VB" and any(syntax.lower[c] == "to" for c in syntax.kids[first])
    finite = syntax.tag[k] in _PRESENT | _PAST and syntax.grammatical_subject(k) is None
    return infinitive and finite and not syntax.auxiliaries(first)


def keeps_silent(syntax: Syntax, k: int) -> int | None:
    """The cue whose speaker keeps the rest to himself: "*said* he would come *but gave no date*", "*but it did not
    elaborate*", "*and declined to take questions*"; None where nobody does.

    The parse coordinates such a verb with the clause that is said.
    """
    if syntax.dep[k] != "conj" or syntax.pos[k] != "VERB":
        return None
    between, own = syntax.head[k], syntax.grammatical_subject(k)
    cue = syntax.head[between]
    if syntax.relation[between] not in ("ccomp", "xcomp") or syntax.lemma[cue] not in CUES or cue > k:
        return None
    if own is not None and syntax.pos[own] != "PRON":
        return None
    if any(syntax.lower[c] == "that" and syntax.dep[c] == "mark" for c in syntax.kids[k]):
        return None
    past = _tense(syntax, k) == _tense(syntax, cue) != ""
    return cue if past and _tells_no_more(syntax, k) else None


def _tells_no_more(syntax: Syntax, k: int) -> bool:
    if syntax.lemma[k] in _SHUNNING and syntax.negation(k) is None:
        below = syntax.child(k, "xcomp")
        thing = syntax.child(below, "obj") if below is not None else None
        told = thing is not None and syntax.lemma[thing] in _PARTICULARS
        return below is not None and (syntax.lemma[below] in _TELLING_MORE or told)
    thing = syntax.child(k, "obj")
    bare = thing is not None and any(syntax.lower[c] in ("no", "few", "little") for c in syntax.kids[thing])
    if syntax.negation(k) is not None and syntax.lemma[k] in _TELLING_MORE:
        return True
    lacking = bare or syntax.negation(k) is not None
    return lacking and syntax.lemma[k] in _GIVING and thing is not None and syntax.lemma[thing] in _PARTICULARS


def _told_by_another(syntax: Syntax, k: int, cue: int) -> bool:
    """ "Oslo *said* the line was open and Riga *said* it was shut": a speaker of its own, in the tense of the cue."""
    subject = syntax.grammatical_subject(k)
    if subject is None or subject > k or syntax.pos[subject] == "PRON" or not is_speech(syntax, k):
        return False
    said = syntax.children(k, "ccomp") and not any(syntax.lower[c] == "that" for c in syntax.kids[k] if c < subject)
    return bool(said) and cue < k and _tense(syntax, k) == _tense(syntax, cue) != ""


def _is_aside(syntax: Syntax, k: int, cue: int, subject: int | None) -> bool:
    """ "said the group, *which Riga says is armed*, was backed": another's words, in a tense that is the outlet's."""
    if subject is None or syntax.pos[subject] == "PRON":
        return False
    if not _set_off(syntax, k):
        return False
    owner = syntax.possessor(subject)
    if owner is not None and syntax.lower[owner] == "whose":
        return syntax.tag[k] in _PAST  # "..., whose ministry accused him of spying"
    return is_speech(syntax, k) and syntax.tag[k] in _PRESENT and syntax.tag[cue] in _PAST


def _told_meanwhile(syntax: Syntax, k: int, cue: int) -> bool:
    """ "Oslo said it had sunk, *after Riga said it had not*": the outlet sets another's words beside what is said."""
    if syntax.dep[k] not in ("advcl", "acl:relcl") or syntax.lemma[k] not in CUES or not syntax.finite(k):
        return False
    subject = syntax.grammatical_subject(k)
    if syntax.dep[k] == "acl:relcl":  # "..., whose ministry accused him of spying"
        return _is_aside(syntax, k, cue, subject)
    if subject is None or syntax.pos[subject] == "PRON":
        return False
    return any(syntax.lower[c] in _SETTING_BESIDE for c in syntax.kids[k]) and _set_off(syntax, k)


def _judged_by_another(syntax: Syntax, k: int) -> int | None:
    """ "said the post was shut, *a step Riga denounced*", "..., *in what analysts called a setback*": the outlet's.

    The noun of the aside, or its clause; None where the words go on with what is said.
    """
    if syntax.dep[k] == "advcl" and syntax.lemma[k] in _JUDGING and _set_off(syntax, k):
        return k if _in_what(syntax, k) else None
    if syntax.dep[k] not in ("acl:relcl", "acl") or syntax.lemma[k] not in _JUDGING or not syntax.finite(k):
        return None
    noun, subject = syntax.head[k], syntax.grammatical_subject(k)
    if subject is None or syntax.pos[subject] == "PRON" or syntax.relation[noun] not in ("appos", "obl", "parataxis"):
        return None
    fused = syntax.lower[noun] == "what" and syntax.preposition(noun) == "in"
    new = any(syntax.lower[c] in ("a", "an") for c in syntax.kids[noun]) and not syntax.preposition(noun)
    return noun if _set_off(syntax, noun) and (fused or new) else None


def _without_more(syntax: Syntax, k: int) -> bool:
    """ "said it had seized a ship*, without elaborating*", "*without giving details*": how it was said."""
    if syntax.dep[k] not in ("advcl", "acl") or syntax.tag[k] != "VBG":
        return False
    without = any(syntax.lower[c] == "without" and c < k for c in syntax.kids[k])
    things = [syntax.lemma[c] for c in syntax.children(k, "obj")]
    return without and (
        syntax.lemma[k] in _TELLING_MORE or (syntax.lemma[k] in _GIVING and bool(_PARTICULARS & {*things}))
    )


def _in_what(syntax: Syntax, k: int) -> bool:
    """ ", *in what* analysts called ...", of which the parse may hang "what" on the clause above."""
    subject = syntax.grammatical_subject(k)
    if subject is None or syntax.pos[subject] == "PRON":
        return False
    first = syntax.edges(subject)[0]
    return syntax.lower[max(first - 2, 0) : first] == ["in", "what"]


def _set_off(syntax: Syntax, k: int) -> bool:
    """Whether a comma or a dash stands before a branch."""
    first = syntax.edges(k)[0]
    return syntax.word[first] in _BREAKS or syntax.word[first - 1] in _BREAKS


def is_aftermath(syntax: Syntax, k: int) -> bool:
    """ "..., *raising tensions*", "..., *which drew a protest*": what came of it, as the outlet sees it."""
    if syntax.lemma[k] not in AFTERMATH or syntax.dep[k] not in ("advcl", "acl", "advcl:relcl", "acl:relcl"):
        return False
    if syntax.tag[k] != "VBG" and not any(syntax.lower[c] == "which" for c in syntax.kids[k]):
        return False
    return _set_off(syntax, k)


def _told_against(syntax: Syntax, k: int) -> bool:
    """ "would not say if it had been used, *but an official confirmed it*": a report of its own."""
    subject = syntax.grammatical_subject(k)
    if subject is None or subject > k or not is_speech(syntax, k) or not syntax.finite(k):
        return False
    return syntax.pos[subject] != "PRON" and any(syntax.lower[c] == "but" for c in syntax.kids[k])


def is_saying(syntax: Syntax, k: int) -> bool:
    """ "..., saying ...": a gerund of speech after a comma, which goes on with the saying above it."""
    spoken = syntax.tag[k] == "VBG" and syntax.lemma[k] in CUES and k > 0 and syntax.word[k - 1] == ","
    return spoken and not tells_a_side(syntax, k)


def tells_a_side(syntax: Syntax, k: int) -> bool:
    """ "reported that Dahl rang Berg, *telling him* ...": the press is told by anybody, a side by who rang."""
    told = syntax.child(k, "obj", "iobj") if syntax.lemma[k] in ADDRESSED else None
    return told is not None and syntax.lemma[told] not in QUESTIONERS


def told_beside(syntax: Syntax, i: int) -> int | None:
    """ "*maintains* the balloon had strayed and *says* ...": the cue above, where the parse coordinates too low.

    A verb of saying without a subject goes with a cue above it in whose tense it stands, if the clause between them
    stands in another.
    """
    if syntax.dep[i] != "conj" or syntax.lemma[i] not in CUES or syntax.grammatical_subject(i) is not None:
        return None
    between = syntax.head[i]
    above = syntax.head[between]
    if syntax.lemma[above] in CLAIMS and syntax.dep[above] == "obj":
        above = syntax.head[above]  # "refuted *claims* that a ship had strayed and urged ..."
    if syntax.dep[between] not in ("ccomp", "xcomp", "advcl", "acl") or syntax.lemma[above] not in CUES:
        return None
    if not syntax.children(i, "ccomp", "xcomp", "obj") and not _with_an_object(syntax, i):
        return None
    own, outer, inner = (_tense(syntax, k) for k in (i, above, between))
    if not own and syntax.tag[i] == "VBG" == syntax.tag[above] and inner:
        return above  # "saying it was shut and demanding ..."
    if not own and syntax.tag[i] == "VBN" == syntax.tag[above]:
        own = outer  # "has said it was a balloon and accused ...": one auxiliary for both
    if (syntax.lemma[i] == "add" or _said_again(syntax, i, between, above)) and own == outer:
        return above  # "told them it was shut but *added* that ...": who adds has spoken
    if own and not inner and syntax.tag[i] != "VBG":
        return above if outer else None  # "has admitted shelling the port but *denies* ...": finite, as the cue is
    if own == outer == inner == "past" and syntax.tag[between] == "VBG" and syntax.tag[i] != "VBG":
        return above  # "said the army *was defending* itself and *described* the war as futile"
    if own == outer and own == inner:  # "said the incident took place at dawn and demanded ..."
        return above if _mute(syntax, between) else None
    if own == "past" and outer == "perfect" and _mute(syntax, between):
        return above  # the participle of "has said ... and accused", which looks like a past
    if own == "past" == outer and syntax.passive(between) and not syntax.passive(i) and _with_an_object(syntax, i):
        return above  # "added that the gate *had been shut* and called on Riga ...": a passive takes no such object
    if own == "past" and inner == "pluperfect" and not _mute(syntax, between):
        return None  # "said Berg had written and *asked* him to wait": a participle, which looks like a past
    return above if own and own == outer and own != inner else None


def _said_again(syntax: Syntax, i: int, between: int, above: int) -> bool:
    """ "*said* Riga was not to blame, and *said* others should wait": the same word again, of the same speaker."""
    return syntax.lemma[i] == syntax.lemma[above] and syntax.lemma[between] not in CUES


def _with_an_object(syntax: Syntax, i: int) -> bool:
    """ "called *on Riga to open it*", "asked *him* to wait": an object in reach of an active verb alone."""
    direct = [k for k in syntax.children(i, "obj", "iobj") if k > i]
    return bool(direct) or (syntax.lemma[i] == "call" and any(k > i for k in syntax.obliques(i, "on", "upon", "for")))


def _mute(syntax: Syntax, clause: int) -> bool:
    """Whether the subject of a clause is a thing, which the next verb of saying cannot have."""
    subject = syntax.grammatical_subject(clause)
    if subject is None:
        return False
    if syntax.lower[subject] == "it":
        return bool(syntax.children(clause, "cop")) or syntax.passive(
            clause
        )  # "has said it was a balloon and accused ..."
    lemma = syntax.lemma[subject]
    return lemma in DEEDS | CRAFT or (lemma.endswith(DEED_ENDINGS) and lemma not in SPEAKERS)


def _tense(syntax: Syntax, i: int) -> str:
    """Present, past, or neither (a gerund, an infinitive); auxiliaries count before the verb."""
    for k in (*(c for c in syntax.kids[i] if syntax.dep[c].startswith(("aux", "cop"))), i):
        if syntax.tag[k] in _PRESENT:
            return "perfect" if syntax.lemma[k] == "have" and k != i else "present"
        if syntax.tag[k] in _PAST:
            return "pluperfect" if syntax.lemma[k] == "have" and k != i else "past"
        if syntax.tag[k] == "MD":
            return "modal"
    return ""


def host_span(syntax: Syntax, i: int) -> Iterator[tuple[int, int]]:
    """The clause that "..., she said" interrupts or closes: what stands before it, and what goes on after it."""
    host = syntax.head[i]
    own_first, own_last = syntax.edges(i)
    first, last = syntax.edges(host)
    if first < own_first:
        yield trimmed(syntax, first, own_first - 1)
    if last > own_last + 3 and host > i:
        yield trimmed(syntax, own_last + 1, last)
