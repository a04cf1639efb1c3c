"""What somebody will not say: "declined to comment", "did not rule out", "neither confirmed nor denied"."""

from __future__ import annotations

from pourparler.reading.attribution.clauses import clause_span, keeps_silent
from pourparler.reading.attribution.drafts import CLAIMS, SILENT, Draft, trimmed, words_of
from pourparler.reading.syntax import Syntax
from pourparler.records import Stance

#: Verbs by which somebody keeps silent; what follows tells about what.
_REFUSING = frozenset({"decline", "refuse", "fail", "avoid", "stop"})
_WILL_NOT = frozenset({"will", "would", "wo", "'ll", "can", "could"})
_APPEALS = words_of("appeal")
#: Lemmas at which silence is looked for.
TRIGGERS = (
    _REFUSING
    | SILENT
    | {"response", "reaction", "word", "reply", "confirmation"}
    | {"rule", "return", "comment", "confirm", "verify", "attribute", "position", "reach", "aware"}
)
_REACTIONS = frozenset({"response", "reaction", "word", "reply"})
_UNSURE = frozenset({"confirm", "verify"})


def from_silence(syntax: Syntax, i: int) -> Draft | None:
    """The refusal that stands on token ``i``; None where nobody keeps silent."""
    return (
        _rule_out(syntax, i)
        or _neither_nor(syntax, i)
        or _refused(syntax, i)
        or _no_reply(syntax, i)
        or _no_comment(syntax, i)
        or _no_confirmation(syntax, i)
        or _would_not(syntax, i)
        or _not_in_a_position(syntax, i)
        or _not_aware(syntax, i)
    )


def _draft(
    syntax: Syntax, rule: str, cue: tuple[int, int], source: int | None, stance: Stance, at: int
) -> Draft | None:
    """The draft of a refusal; ``at`` is the word that tells what is refused."""
    if source is None:
        return None
    example = {
        Stance.DOES_NOT_RULE_OUT: "The envoy did not rule out a call.",
        Stance.DOES_NOT_CONFIRM: "The palace neither confirmed nor denied the report.",
    }.get(stance, "The palace declined to comment on the report.")
    content = _matter(syntax, at) or _question(syntax, cue[0])
    return Draft(f"silence:{rule}", cue, source, stance, content, example=example, names=True)


def _rule_out(syntax: Syntax, i: int) -> Draft | None:
    """ "did not rule out a call"; without a negation it is a refusal and no statement of this kind."""
    if syntax.lemma[i] != "rule" or not any(syntax.lower[k] == "out" for k in syntax.kids[i]):
        return None
    above = syntax.head[i]
    governor = above if syntax.dep[i] == "xcomp" else i
    refuses = syntax.lemma[governor] in _REFUSING
    if not refuses and syntax.negation(i) is None and syntax.negation(governor) is None:
        return None
    draft = _draft(syntax, "rule out", (i, i), syntax.subject(governor), Stance.DOES_NOT_RULE_OUT, i)
    return draft if draft is not None and draft.content else None


def _neither_nor(syntax: Syntax, i: int) -> Draft | None:
    """ "neither confirmed nor denied", "would not confirm or deny": one stance, whatever the parse coordinates."""
    if syntax.lemma[i] not in ("confirm", "deny") or syntax.pos[i] != "VERB":
        return None
    other = next((k for k in syntax.conjuncts(i)[1:] if syntax.lemma[k] in ("confirm", "deny")), None)
    if other is None:
        return None
    words = {syntax.lower[k] for k in range(max(i - 4, 0), other)}
    if not words & {"neither", "nor", "not", "n't", "n’t", "cannot", "refused", "declined"}:
        return None
    above = syntax.head[i] if syntax.dep[i] == "xcomp" else i
    first = next((k for k in range(i - 1, max(i - 4, -1), -1) if syntax.lower[k] in ("neither", "not", "n't")), i)
    holder = other if _matter(syntax, other) else i
    return _draft(syntax, "neither", (first, other), syntax.subject(above), Stance.DOES_NOT_CONFIRM, holder)


def _refused(syntax: Syntax, i: int) -> Draft | None:
    """ "declined to comment", "refused to say how many", "declined to confirm"."""
    word = syntax.child(i, "xcomp")
    if syntax.lemma[i] not in _REFUSING or syntax.negation(i) is not None or word is None:
        return None
    if syntax.lemma[word] not in SILENT | _UNSURE or syntax.lemma[i] == "stop":
        return None
    if len({"confirm", "deny"} & {syntax.lemma[k] for k in syntax.conjuncts(word)}) == 2:
        return None  # "refused to confirm or deny" is read at "confirm"
    stance = Stance.DOES_NOT_CONFIRM if syntax.lemma[word] in _UNSURE else Stance.DECLINES_TO_COMMENT
    if syntax.lemma[word] in ("respond", "answer", "discuss") and not _about_words(syntax, word):
        return None
    cue = keeps_silent(syntax, i)  # "Oslo said Lund would visit but *declined to comment*": Oslo did
    return _draft(syntax, syntax.lemma[i], (i, word), syntax.subject(i if cue is None else cue), stance, word)


def _about_words(syntax: Syntax, word: int) -> bool:
    """ "declined to answer questions", "to discuss details", "to respond to a request for comment"; not "to a call"."""
    things = [k for k in syntax.subtree(word) if k > word and syntax.pos[k] in ("NOUN", "PROPN", "SCONJ")]
    lemmas = {syntax.lemma[k] for k in things}
    if syntax.lemma[word] == "discuss":
        return True
    return bool(lemmas & {"question", "comment", "query", "inquiry", "enquiry"})


def _no_reply(syntax: Syntax, i: int) -> Draft | None:
    """ "did not immediately respond to a request for comment", "did not return calls seeking comment"."""
    if syntax.lemma[i] not in ("respond", "reply", "return", "answer") or syntax.pos[i] != "VERB":
        return None
    if syntax.negation(i) is None and syntax.lemma[syntax.head[i]] not in ("have", "fail", "be"):
        return None
    words = {syntax.lemma[k] for k in syntax.subtree(i)}
    if not (words & _APPEALS and words & {"comment", "question", "query", "inquiry", "enquiry", "interview"}):
        return None
    source = syntax.subject(i) if syntax.negation(i) is not None else syntax.subject(syntax.head[i])
    draft = _draft(syntax, "no reply", (i, i), source, Stance.DECLINES_TO_COMMENT, i)
    if draft is not None:
        draft.content = _question(syntax, i)
    return draft


def _no_comment(syntax: Syntax, i: int) -> Draft | None:
    """ "has not commented", "do not comment on", "had no comment", "no immediate comment from Beijing"."""
    word = syntax.lemma[i]
    silent = word == "comment" or (word in _REACTIONS and _is_awaited(syntax, i))
    if not silent:
        return None
    if syntax.pos[i] == "VERB":
        if syntax.negation(i) is None and not _yet_to(syntax, i):
            return None
        return _draft(syntax, "comment", (i, i), syntax.subject(i), Stance.DECLINES_TO_COMMENT, i)
    if not any(syntax.lower[k] in ("no", "any") for k in syntax.kids[i]):
        return None
    owner = next(iter(syntax.obliques(i, "from", "by")), None) or next(
        (k for k in syntax.children(syntax.head[i], "obl") if syntax.preposition(k) in ("from", "by")), None
    )
    if owner is None and syntax.lemma[syntax.head[i]] == "have" and syntax.dep[i] == "obj":
        owner = syntax.subject(syntax.head[i])
    draft = _draft(syntax, "no comment", (i, i), owner, Stance.DECLINES_TO_COMMENT, i)
    if draft is not None:
        matter = next(iter(syntax.obliques(i, "on", "about")), None)
        draft.content = [clause_span(syntax, matter, i, drop=("on", "about"))] if matter is not None else []
    return draft


def _is_awaited(syntax: Syntax, i: int) -> bool:
    """ "no *immediate* reaction from Beijing": a silence of now; "no response to its letter" is a deed."""
    return any(syntax.lower[k] in ("immediate", "official", "public") for k in syntax.kids[i])


def _yet_to(syntax: Syntax, i: int) -> bool:
    """ "has *yet to* comment"."""
    above = syntax.head[i]
    return syntax.dep[i] == "xcomp" and any(syntax.lower[k] == "yet" for k in (*syntax.kids[above], *syntax.kids[i]))


def _no_confirmation(syntax: Syntax, i: int) -> Draft | None:
    """ "There was no confirmation from Delhi of the claim"."""
    if syntax.lemma[i] != "confirmation" or not any(syntax.lower[k] == "no" for k in syntax.kids[i]):
        return None
    source = next(iter(syntax.obliques(i, "from", "by")), None)
    draft = _draft(syntax, "no confirmation", (i, i), source, Stance.DOES_NOT_CONFIRM, i)
    if draft is None or source is None:
        return None
    found = [*syntax.obliques(i, "of"), *syntax.obliques(source, "of"), *syntax.children(i, "acl", "nmod")]
    matter = next((k for k in found if syntax.lemma[k] in CLAIMS), next(iter(found), None))
    if matter is not None and matter != source:
        clause = syntax.child(matter, "acl", "ccomp") if syntax.lemma[matter] in CLAIMS else None
        draft.content = [clause_span(syntax, matter if clause is None else clause, i, drop=("of", "that"))]
    return draft


def _would_not(syntax: Syntax, i: int) -> Draft | None:
    """ "would not say whether", "could not confirm"; a bare "did not say" is the outlet's and no refusal."""
    if syntax.pos[i] != "VERB" or syntax.negation(i) is None:
        return None
    if syntax.lemma[i] in ("attribute", "verify", "confirm") and _WILL_NOT & set(syntax.auxiliaries(i)):
        return _draft(syntax, "could not", (i, i), syntax.subject(i), Stance.DOES_NOT_CONFIRM, i)
    if syntax.lemma[i] not in ("say", "elaborate", "discuss", "speculate", "disclose", "specify"):
        return None
    helping = set(syntax.auxiliaries(i))
    policy = syntax.lemma[i] == "discuss" and bool({"do", "does"} & helping)
    if not policy and (not _WILL_NOT & helping or {"can", "could"} & helping):
        return None
    return _draft(syntax, "would not", (i, i), syntax.subject(i), Stance.DECLINES_TO_COMMENT, i)


def _not_in_a_position(syntax: Syntax, i: int) -> Draft | None:
    """ "is not in a position to confirm this"."""
    if syntax.lemma[i] != "position":
        return None
    verb = next((k for k in syntax.children(i, "acl", "xcomp", "advcl") if syntax.lemma[k] in _UNSURE | SILENT), None)
    if verb is None or syntax.negation(i) is None:
        return None
    stance = Stance.DOES_NOT_CONFIRM if syntax.lemma[verb] in _UNSURE else Stance.DECLINES_TO_COMMENT
    return _draft(syntax, "position", (i, verb), syntax.subject(i), stance, verb)


def _not_aware(syntax: Syntax, i: int) -> Draft | None:
    """ "said he was not aware of any calls"."""
    if syntax.lower[i] not in ("aware", "unaware") or (syntax.lower[i] == "aware" and syntax.negation(i) is None):
        return None
    return _draft(syntax, "could not", (i, i), syntax.subject(i), Stance.DOES_NOT_CONFIRM, i)


def _matter(syntax: Syntax, verb: int) -> list[tuple[int, int]]:
    """What is not commented on, where the words say, without "on" and "whether"."""
    named = syntax.child(verb, "ccomp", "obj", "xcomp")
    if named is None:
        named = next(iter(syntax.obliques(verb, "on", "about", "to", "of", "regarding")), None)
    if named is None:
        named = next((k for k in syntax.children(verb, "advcl", "acl", "nmod") if k > verb and syntax.kids[k]), None)
    if named is None or (syntax.pos[named] == "PRON" and not syntax.kids[named]):
        return []
    drop = ("on", "about", "to", "of", "whether", "if", "that", "regarding")
    return [clause_span(syntax, named, verb, drop=drop)]


def _question(syntax: Syntax, i: int) -> list[tuple[int, int]]:
    """What was asked: "Asked *whether Kampala would pull back*, he declined to comment"."""
    for k in syntax.kids[i]:
        if k < i and syntax.lower[k] in ("asked", "questioned", "pressed") and syntax.dep[k] == "advcl":
            clause = syntax.child(k, "ccomp", "advcl") or next(iter(syntax.obliques(k, "about", "on")), None)
            if clause is not None and clause > k:
                first, last = syntax.edges(clause)
                first += syntax.lower[first] in ("about", "on")
                return [trimmed(syntax, first, last)]
    return []
