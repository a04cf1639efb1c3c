"""Who speaks: the source of a cue, and whether a noun can be one."""

from __future__ import annotations

from pourparler.reading.actors import Actors
from pourparler.reading.attribution.clauses import tells_a_side, told_beside
from pourparler.reading.attribution.drafts import (
    AGENT_ENDINGS,
    CUES,
    DEED_ENDINGS,
    DEEDS,
    DOCUMENTS,
    OCCASIONS,
    SPEAKERS,
    SPEECH,
    SPEECH_NOUNS,
    Draft,
)
from pourparler.reading.attribution.inserted import subject_of
from pourparler.reading.syntax import QUOTE_MARKS, Syntax

#: Pronouns that nobody speaks by.
MUTE = frozenset({"this", "that", "which", "there", "what", "nobody", "none", "anyone", "anybody", "somebody"})
#: Conjunctions that the parse takes for prepositions of the noun behind them.
_CLAUSE_OPENERS = frozenset({"after", "as", "before", "since", "when", "while", "because"})
#: What one does with a note.
_SENDING = frozenset({"send", "hand", "deliver", "submit", "give", "issue", "address", "write", "lodge", "present"})
_SEVERAL = frozenset(
    {"many", "some", "others", "both", "each", "neither", "few", "several", "one", "two", "other", "another"}
    | {"first", "second", "third", "former", "latter", "dozens", "scores", "hundreds", "thousands"}
)


def speaks(syntax: Syntax, actors: Actors, i: int) -> bool:
    """Whether a noun can be the source of a statement: somebody, a body, a document; not a ship or a chart."""
    word = syntax.lower[i]
    if word == "it" or word in _SEVERAL:
        return True
    if word in MUTE:
        return False
    if syntax.pos[i] in ("PRON", "PROPN") or {syntax.lemma[i], word} & (SPEAKERS | DOCUMENTS):
        return True
    head = actors.known.head(syntax.lemma[i])
    if head is not None:
        return head.kind != "platform"
    if syntax.lemma[i].endswith(DEED_ENDINGS) or syntax.lemma[i] in DEEDS:
        return False  # "the postponement of the trip confirms that ...": a deed shows, whoever's it is
    actor = actors.one(i)
    known = actor is not None and (actor.code is not None or actor.person is not None)
    return known or syntax.lemma[i].endswith(AGENT_ENDINGS)


def hears(syntax: Syntax, actors: Actors, i: int) -> bool:
    """Whether a noun can be told something: somebody or a body; not a rally, a briefing or a forum."""
    if syntax.pos[i] == "NOUN" and (syntax.lemma[i] in OCCASIONS or syntax.lemma[i] in DOCUMENTS):
        return False
    if syntax.pos[i] in ("PRON", "PROPN") or {syntax.lemma[i], syntax.lower[i]} & SPEAKERS:
        return syntax.lower[i] not in MUTE
    actor = actors.one(i)
    head = actors.known.head(syntax.lemma[i])
    listed = head is not None and head.kind in ("person", "body", "group")
    return listed or (actor is not None and (actor.code is not None or actor.person is not None))


def is_document(syntax: Syntax, i: int) -> bool:
    """Whether a noun is a text or a recording, which may read or show something."""
    return syntax.lemma[i] in DOCUMENTS or (syntax.lemma[i] in OCCASIONS and syntax.lemma[i] != "meeting")


def source_of(syntax: Syntax, actors: Actors, i: int, before: list[Draft]) -> int | None:
    """The token of who says it: the subject, whoever is quoted, the speaker of the clause above a bare gerund."""
    if syntax.lemma[i] in ("quote", "cite") and syntax.tag[i] != "VBG":
        quoted = syntax.child(i, "obj", "iobj")
        if quoted is None:  # "the radio quoted *minister Ole Berg* as saying", parsed as a second subject
            quoted = next((k for k in syntax.children(i, "nsubj") if k > i), None)
        return subject_of(syntax, i) if syntax.passive(i) else quoted
    carried = quoted_above(syntax, i)
    if carried is not None:
        return syntax.child(carried, "obj", "iobj")
    if syntax.lemma[i] == "learn":  # "The Post has learnt from two officials that ..."
        return next(iter(syntax.obliques(i, "from")), None)
    above = told_beside(syntax, i)
    if above is not None:
        return next((d.source for d in before if d.cue[0] == above), syntax.subject(above))
    source = _subject(syntax, actors, i, before)
    if source is not None and syntax.dep[i] == "conj" and before and not speaks(syntax, actors, source):
        # "said the jets flew over but stressed ...": the parse gives *stressed* to the jets, who cannot speak.
        outer = before[-1]
        source = outer.source if syntax.sentence_of[outer.cue[0]] == syntax.sentence_of[i] else source
    if source is not None and syntax.lower[source] in ("each", "both", "neither", "all"):
        return _members(syntax, i, source)
    return source


def _subject(syntax: Syntax, actors: Actors, i: int, before: list[Draft]) -> int | None:
    if (cut_off := _before_an_aside(syntax, i)) is not None:
        return cut_off
    source = syntax.subject(i)
    closing = _closing_speaker(syntax, i)
    if closing is not None:
        return closing
    if syntax.finite(i) and not syntax.passive(i) and syntax.dep[i] not in ("acl", "acl:relcl"):
        nearest = subject_of(syntax, i)
        source = syntax.antecedent(nearest) if nearest is not None else source
    sender = _sender(syntax, i)
    if sender is not None:
        return sender
    if syntax.tag[i] == "VBG" and syntax.dep[i] in ("advcl", "acl", "conj", "xcomp"):
        source = _speaker_above(syntax, actors, i, source, before)
        source = _with_its_own(syntax, i) or source
    if source is None and not syntax.passive(i):
        source = _after_the_cue(syntax, i)
    if source is not None and syntax.lower[source] in ("it", "there") and syntax.passive(i):
        return None
    return source


def quoted_above(syntax: Syntax, i: int) -> int | None:
    """The verb over "quoted him as denying it and *saying* ...", where it is active."""
    first = syntax.head[i]
    above = syntax.head[first]
    joined = syntax.dep[i] == "conj" and syntax.tag[i] == "VBG" == syntax.tag[first] and syntax.lower[first - 1] == "as"
    return above if joined and syntax.lemma[above] in ("quote", "cite") and not syntax.passive(above) else None


def _before_an_aside(syntax: Syntax, i: int) -> int | None:
    """ "after *Minister Lund*, speaking in Oslo, called it a plague": the noun before the participle's clause."""
    if syntax.word[i - 1] != "," or not syntax.finite(i) or syntax.grammatical_subject(i) is not None:
        return None
    begin = syntax.sentences[syntax.sentence_of[i]][0]
    comma = next((k for k in range(i - 2, begin + 1, -1) if syntax.word[k] == ","), begin)
    if syntax.tag[comma + 1] != "VBG" or syntax.pos[comma - 1] not in ("NOUN", "PROPN"):
        return None
    noun = comma - 1
    while syntax.dep[noun] in ("flat", "appos") and begin < syntax.head[noun] < noun:
        noun = syntax.head[noun]
    return noun if syntax.lower[syntax.phrase(noun)[0] - 1] in _CLAUSE_OPENERS or _opened(syntax, noun) else None


def _opened(syntax: Syntax, noun: int) -> bool:
    return syntax.preposition(noun) in _CLAUSE_OPENERS


def _sender(syntax: Syntax, i: int) -> int | None:
    """ "*Oslo* sent a note to the authorities demanding that ...": who sends it, whatever noun the parse chose."""
    verb = syntax.head[syntax.head[i]]
    if syntax.dep[i] != "acl" or syntax.tag[i] != "VBG" or syntax.lemma[verb] not in _SENDING or syntax.passive(verb):
        return None
    thing = syntax.child(verb, "obj")
    sent = thing is not None and syntax.lemma[thing] in DOCUMENTS and syntax.head[i] > verb
    return syntax.subject(verb) if sent else None


def _closing_speaker(syntax: Syntax, i: int) -> int | None:
    """ "Our forces are ready, *warned Admiral Holm*.": whoever closes the sentence, parsed as an object."""
    if syntax.word[i - 1] != "," or syntax.lemma[i] not in SPEECH or syntax.grammatical_subject(i) is not None:
        return None
    if syntax.pos[i - 2] in ("NOUN", "PROPN") or syntax.lemma[i] in ("tell", "inform", "notify", "assure"):
        return None  # "..., the envoy, Jon Dahl, told state radio."
    thing = syntax.child(i, "iobj", "obj")
    told = syntax.tag[i] in ("VBD", "VBZ", "VBP") or (syntax.dep[i] == "parataxis" and not syntax.auxiliaries(i))
    if thing is None or not told or syntax.phrase(thing)[0] != i + 1:
        return None
    return thing if syntax.edges(thing)[1] + 2 == syntax.sentences[syntax.sentence_of[i]][1] else None


def _with_its_own(syntax: Syntax, i: int) -> int | None:
    """ "fell flat, *with the ministry asserting* that ...": the noun right before the gerund, after "with"."""
    k = i - 1
    if syntax.pos[k] not in ("NOUN", "PROPN"):
        return None
    while syntax.head[k] < i and syntax.dep[k] in ("flat", "appos", "nmod", "compound"):
        k = syntax.head[k]
    with_it = any(syntax.lower[c] == "with" for c in syntax.kids[i])
    return k if with_it or syntax.preposition(k) == "with" else None


def _after_the_cue(syntax: Syntax, i: int) -> int | None:
    """ "..., said the minister": a subject after its verb is often parsed as its object; "is accused, but denies".

    A conjunct of a passive has the passive's subject.
    """
    present = syntax.tag[i] in ("VBZ", "VBP")  # "was summoned and *told*" is a passive too
    if syntax.dep[i] == "conj" and present and syntax.passive(syntax.head[i]):
        return syntax.grammatical_subject(syntax.head[i])
    series = next((k for k in syntax.children(i, "ccomp") if k < i and syntax.lemma[k] in CUES), None)
    if series is not None and syntax.finite(i) and syntax.children(i, "ccomp")[-1] > i:
        return syntax.grammatical_subject(series)  # "*Oslo* accused Riga of lying, said it was shut and ..."
    thing = syntax.child(i, "obj", "dep")
    if thing is None or thing < i or syntax.tag[i] == "VBG" or syntax.phrase(thing)[0] != i + 1:
        return None
    if syntax.lower[thing] in ("them", "him", "us", "me"):
        return None  # "and *ordered them* to leave": who is told
    if any(k > i for k in syntax.children(i, "ccomp")):
        return None  # "the two, it added, told the envoy that ..."
    told_before = syntax.word[i - 1] in QUOTE_MARKS or (syntax.word[i - 1] == "," and syntax.lemma[i] in SPEECH)
    return thing if told_before or thing == i + 1 + (syntax.lower[i + 1] == "the") else None


def _speaker_above(syntax: Syntax, actors: Actors, i: int, source: int | None, before: list[Draft]) -> int | None:
    """ "..., saying": the subject of the nearest finite clause above it that can speak.

    What is added to a report is the reporter's, though the parse hangs it on the clause reported: "said that the two
    had met, adding ..."; not where that clause tells of speech itself: "said that Lund had warned Riga, saying ...".
    """
    if syntax.dep[i] == "xcomp" or syntax.word[i - 1] != ",":
        return source
    teller = _teller_of(syntax, i, before)
    if teller is not None:
        return teller
    for above in syntax.ancestors(i):
        subject = syntax.subject(above) if syntax.pos[above] in ("VERB", "AUX") and syntax.finite(above) else None
        if subject is not None and speaks(syntax, actors, subject):
            return subject
    return source


def _teller_of(syntax: Syntax, i: int, before: list[Draft]) -> int | None:
    """Who tells the clause that a gerund of speech hangs on, where that clause is no act of speech itself."""
    if tells_a_side(syntax, i):
        return None  # "reported that Dahl rang Berg, *telling him* that ...": Dahl does
    above = syntax.head[i]
    spoken = {syntax.lemma[above], *(syntax.lemma[k] for k in syntax.children(above, "obj"))}
    if spoken & SPEECH or spoken & SPEECH_NOUNS.keys():
        return None
    at, sentence = syntax.start[above], syntax.sentence_of[i]
    telling = [d for d in before if syntax.sentence_of[d.cue[0]] == sentence and d.source is not None]
    telling = [d for d in telling if any(a <= at < b for a, b in d.content) and syntax.finite(d.cue[0])]
    return telling[-1].source if telling else None


def _members(syntax: Syntax, i: int, pronoun: int) -> int:
    """Whom a bare "each" or "both" stands for: "the envoys met, and *each* accuses the other"."""
    if syntax.pos[pronoun] == "DET" and syntax.dep[pronoun] == "det":
        return pronoun
    for above in syntax.ancestors(i):
        subject = syntax.grammatical_subject(above) if syntax.pos[above] in ("VERB", "AUX") else None
        if subject is not None and (syntax.tag[subject] in ("NNS", "NNPS") or len(syntax.conjuncts(subject)) > 1):
            return subject
    return pronoun
