"""Factuality of a deed: done, under way, planned, asked for, conditional, possible, negated or habitual.

After FactBank (Sauri and Pustejovsky 2009), with the contract's scale: the deed's own negation and modals come first,
then those of the verbs and nouns it is embedded under, the nearest first.
"""

from __future__ import annotations

from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.reading.undone import almost, bargained, called_false, in_place_of
from pourparler.records import Factuality

EFFECTS = {row["lemma"]: Factuality(row["effect"]) for row in rows("modality")}
_MODALS = {
    "will": Factuality.PLANNED,
    "'ll": Factuality.PLANNED,
    "’ll": Factuality.PLANNED,
    "wo": Factuality.PLANNED,
    "shall": Factuality.PLANNED,
    "would": Factuality.CONDITIONAL,
    "may": Factuality.POSSIBLE,
    "might": Factuality.POSSIBLE,
    "could": Factuality.POSSIBLE,
    "can": Factuality.POSSIBLE,
    "ca": Factuality.POSSIBLE,
    "should": Factuality.REQUESTED,
    "must": Factuality.REQUESTED,
}
#: What ought to have been, and was not.
_DUTIES = frozenset({"should", "ought"})
_OPEN = frozenset({Factuality.REQUESTED, Factuality.POSSIBLE, Factuality.CONDITIONAL, Factuality.PLANNED})
_TO_COME = frozenset({"will", "'ll", "’ll", "wo", "shall"})
#: What in the past implies that the deed was done.
_IMPLYING = frozenset({"have", "choose"})
_EMBEDDED = frozenset(
    {"xcomp", "ccomp", "acl", "csubj", "csubj:pass", "nmod", "obl", "obj", "nsubj:pass", "nsubj", "advcl"}
)
#: Words that colour whatever hangs on them, and nouns that colour what follows "of" and "for".
_OF_ANY_RELATION = frozenset(
    {"chance", "possibility", "prospect", "likelihood", "prevent", "stop", "unlikely", "likely", "possible", "without"}
) | frozenset({"refrain", "abstain", "desist", "shrink", "short"})
_OF_NOUNS = frozenset(
    {"pledge", "promise", "plan", "threat", "intention", "aim", "hope", "proposal", "offer", "request"}
)
_SINGLED_OUT = frozenset({"first", "second", "third", "last", "latest", "only", "next"})
_QUALIFIERS = {
    "planned": Factuality.PLANNED,
    "scheduled": Factuality.PLANNED,
    "upcoming": Factuality.PLANNED,
    "forthcoming": Factuality.PLANNED,
    "proposed": Factuality.REQUESTED,
    "possible": Factuality.POSSIBLE,
    "potential": Factuality.POSSIBLE,
    "expected": Factuality.PLANNED,
    "alleged": Factuality.POSSIBLE,
    "future": Factuality.PLANNED,
    "requested": Factuality.REQUESTED,
    "intended": Factuality.PLANNED,
}
_HABITS = frozenset(
    {"regularly", "routinely", "usually", "often", "frequently", "normally", "annually", "daily", "occasionally"}
) | frozenset({"intermittently", "periodically", "sometimes", "constantly", "habitually", "typically"})
#: What tells ahead of time what is to be, and how it is cited.
_PROGRAMMES = frozenset({"programme", "program", "schedule", "agenda", "itinerary", "timetable", "calendar"})
_BY_PLAN = frozenset({"according to", "according", "under", "per"})
#: Nouns whose clause somebody says: "over *claims* its jets obstructed them".
_CLAIMS = frozenset({"claim", "allegation", "accusation", "suspicion", "speculation", "rumour", "rumor"})
#: "*Mistakenly* believing that troops had fired": they had not.
_WRONGLY = frozenset({"mistakenly", "wrongly", "falsely", "erroneously", "incorrectly"})
#: What is to be explained or condemned has been done: "demanded that Riga explain the *seizure*".
_OF_DONE = frozenset(
    {"explain", "justify", "condemn", "denounce", "regret", "deplore", "clarify", "investigate", "probe", "address"}
)
#: What a deed is dated or conditioned by has happened: "*after* the raid".
_AFTER = frozenset({"after", "following", "since", "amid", "despite"})
_SPEECH = frozenset(
    {"say", "tell", "add", "report", "announce", "claim", "state", "note", "insist", "explain", "accuse"}
)


#: Adverbs by which the outlet leaves open whether it was so: "had *apparently* strayed".
_HEDGES = frozenset({"allegedly", "apparently", "purportedly", "supposedly", "seemingly", "presumably", "ostensibly"})
#: How a move stands in the clause that tells what came of it.
_TOLD_OF = frozenset({"nsubj", "nsubj:pass", "obl", "nmod", "obj"})
#: Verbs of telling under which "would" is a reported "will", beside those.
_TOLD = _SPEECH | {"confirm", "reveal", "disclose", "declare", "inform", "reiterate", "stress", "indicate", "assure"}


_PLANNING = frozenset({"plan", "agree", "decide", "schedule", "arrange", "settle", "determine", "envisage"})
_NEWS = frozenset({"report", "announcement", "news", "statement", "confirmation", "assurance"})


def factuality(syntax: Syntax, i: int) -> Factuality:
    """How the text presents the deed whose head word is ``i`` (a verb, or a noun such as *refusal*).

    >>> # "Oslo refused to close the strait": close -> negated, refused -> actual
    """
    own = _own(syntax, i)
    if own in (Factuality.NEGATED, Factuality.POSSIBLE, Factuality.CONDITIONAL, Factuality.REQUESTED):
        return own
    if almost(syntax, i):
        return Factuality.NEGATED
    if own is None and any(syntax.lower[k] in _HEDGES and syntax.dep[k] == "advmod" for k in syntax.kids[i]):
        return Factuality.POSSIBLE
    if bargained(syntax, i):
        return Factuality.CONDITIONAL
    if syntax.dep[i] == "acl" and syntax.lemma[syntax.head[syntax.head[i]]] == "wish":
        return Factuality.PLANNED  # "wished them success in holding talks"
    wanted = any(
        syntax.dep[k] == "mark" and syntax.lower[k] == "for" for k in syntax.kids[i]
    )  # "calls for reopening it"
    if (
        syntax.dep[i] == "acl"
        and syntax.tag[i] in ("VBN", "VBG")
        and not wanted
        and not _denied(syntax, syntax.head[i])
    ):
        return own or Factuality.ACTUAL  # "sanctions placed on him": a participle presupposes its deed
    return _embedding(syntax, i) or own or _infinitive(syntax, i) or Factuality.ACTUAL


def _own(syntax: Syntax, i: int) -> Factuality | None:
    if _regretted(syntax, i):
        return Factuality.ACTUAL
    if syntax.negation(i) is not None or _no_subject(syntax, i) or _not_since(syntax, i) or called_false(syntax, i):
        return Factuality.NEGATED
    if in_place_of(syntax, i):
        return Factuality.NEGATED
    kids = syntax.kids[i]
    if any(syntax.dep[k] == "mark" and syntax.lower[k] in ("if", "unless", "whether") for k in kids):
        return Factuality.CONDITIONAL
    for k in kids:
        if syntax.dep[k] in ("amod", "acl") and syntax.lower[k] in _QUALIFIERS:
            return _QUALIFIERS[syntax.lower[k]]
    if (bound := scheduling(syntax, i)) is not None:
        return bound
    if syntax.pos[i] in ("VERB", "AUX") or syntax.child(i, "cop") is not None:
        auxiliaries = syntax.auxiliaries(i)
        if "have" in auxiliaries and syntax.lower[syntax.head[i]] == "ought":
            return Factuality.NEGATED
        for word in auxiliaries:
            if word == "would" and (_reported(syntax, i) or (to_come(syntax, i) and not _under_if(syntax, i))):
                return Factuality.PLANNED
            if word == "must" and _first_person(syntax, i):
                return Factuality.PLANNED
            if word in _DUTIES and "have" in auxiliaries:  # "should have met her": they did not
                return Factuality.NEGATED
            if word == "must" and "have" in auxiliaries:
                return Factuality.POSSIBLE  # "must have met her": so it is inferred
            if word in _TO_COME and _under_if(syntax, i):
                return Factuality.CONDITIONAL
            if word in _MODALS:
                return _MODALS[word]
        if any(syntax.lower[k] in _HABITS and syntax.dep[k] == "advmod" for k in kids):
            return Factuality.HABITUAL
        if syntax.tag[i] == "VBG" and {"is", "are", "'s", "’s", "'re", "’re"} & set(auxiliaries):
            return Factuality.ONGOING
    return None


def _regretted(syntax: Syntax, i: int) -> bool:
    """ "Should *not have met* her": they did."""
    auxiliaries = set(syntax.auxiliaries(i)) if syntax.pos[i] == "VERB" else set()
    return bool(_DUTIES & auxiliaries) and "have" in auxiliaries and syntax.negation(i) is not None


def _first_person(syntax: Syntax, i: int) -> bool:
    """ "We must put off the talks": what the speaker will do, and asks of nobody else."""
    subject = syntax.grammatical_subject(i)
    return subject is not None and syntax.lower[subject] in ("i", "we")


#: What stands between "to" and a participle: "were to *have been* held".
_PERFECT_PASSIVE = frozenset({"have", "be", "been"})


def scheduling(syntax: Syntax, i: int) -> Factuality | None:
    """What the words before "to" make of the deed: "were to meet", "was due to visit", "were unable to meet".

    The parse may hang them on the infinitive, so the tree above the deed does not show them.
    """
    to = i - 1
    while to > 0 and (syntax.pos[to] == "ADV" or syntax.lower[to] in _PERFECT_PASSIVE):
        to -= 1
    if to < 0 or syntax.lower[to] != "to" or syntax.tag[i] not in ("VB", "VBN"):
        return None
    if to > 0 and syntax.lower[to - 1] == "yet":  # "has yet to answer"
        return Factuality.NEGATED
    for k in range(to - 1, -1, -1):
        if syntax.head[k] != i or syntax.lower[k] in _SINGLED_OUT:  # "were first to fire": they fired
            return None
        effect = EFFECTS.get(syntax.lower[k]) or EFFECTS.get(syntax.lemma[k])
        if effect is not None and syntax.pos[k] != "NOUN":
            return effect
        if syntax.lemma[k] == "be":
            return None if _cleft(syntax, k) else Factuality.PLANNED
        if syntax.pos[k] not in ("ADV", "PART"):
            return None
    return None


def _cleft(syntax: Syntax, be: int) -> bool:
    """ "When they spoke up, *it was to* call off the talks": done, and with what purpose."""
    first = syntax.sentences[syntax.sentence_of[be]][0]
    return be > first and syntax.lower[be - 1] == "it" and syntax.lower[first] == "when"


def _not_since(syntax: Syntax, i: int) -> bool:
    """ "Not since May have the sides met": the word stands first and negates the verb."""
    first = syntax.sentences[syntax.sentence_of[i]][0]
    negated = {syntax.head[first], syntax.head[syntax.head[first]]}
    have = syntax.head[i] if syntax.dep[i] == "ccomp" and syntax.lemma[syntax.head[i]] == "have" else i
    return syntax.lower[first] == "not" and not negated.isdisjoint({i, have})


def _denied(syntax: Syntax, noun: int) -> bool:
    """ "Its denial of having attacked"."""
    return syntax.pos[noun] == "NOUN" and EFFECTS.get(syntax.lemma[noun]) is Factuality.NEGATED


def _no_subject(syntax: Syntax, i: int) -> bool:
    """ "No talks were held", "nobody answered", "neither Oslo nor Riga called"."""
    for k in syntax.kids[i]:
        if syntax.dep[k] in ("nsubj", "nsubj:pass", "obj") and (
            syntax.lower[k] in ("nobody", "none", "nothing")
            or any(syntax.lower[c] == "no" and syntax.dep[c] == "det" for c in syntax.kids[k])
            or (syntax.dep[k] != "obj" and syntax.lower[syntax.edges(k)[0]] == "neither")
        ):
            return True
    return False


def to_come(syntax: Syntax, i: int) -> bool:
    """Whether a day to come dates the deed, or a plan tells it: "would meet *tomorrow*", "by the *programme*"."""
    if syntax.pos[i] not in ("VERB", "AUX"):
        return False
    if any(syntax.lower[k] == "tomorrow" for k in syntax.subtree(i)):
        return True
    return any(syntax.lemma[k] in _PROGRAMMES and syntax.preposition(k) in _BY_PLAN for k in syntax.children(i, "obl"))


def _under_if(syntax: Syntax, i: int) -> bool:
    return any(
        syntax.lower[k] in ("if", "unless") and syntax.dep[k] == "mark"
        for c in syntax.children(i, "advcl")
        for k in syntax.kids[c]
    )


def _reported(syntax: Syntax, i: int) -> bool:
    """Whether "would" is a reported "will": "said it would meet", without an "if"."""
    if _under_if(syntax, i):
        return False
    while syntax.dep[i] == "conj" and syntax.lemma[syntax.head[i]] not in _SPEECH and syntax.head[i] != i:
        i = syntax.head[i]  # "said it was cutting ties and *would* close"
    over = syntax.head[i]
    if syntax.dep[i] == "acl":  # "reports that they would meet"
        return syntax.lemma[over] in _NEWS
    if syntax.dep[i] in ("ccomp", "csubj", "csubj:pass", "csubj:outer") and syntax.lemma[over] in _PLANNING:
        return syntax.negation(over) is None  # "it was planned that they would meet"
    return syntax.dep[i] in ("ccomp", "acl:relcl", "conj") and syntax.lemma[over] in _TOLD


def _embedding(syntax: Syntax, i: int) -> Factuality | None:
    """What the words above the deed make of it, the nearest first; None where they leave it as it is."""
    below, claimed = i, None
    for above in syntax.ancestors(i):
        relation = syntax.dep[below]
        if relation == "conj":
            if _shares_modal(syntax, below, above) and (own := _own(syntax, above)) is not None:
                return own
            if not _shares_fate(syntax, below, above):
                return claimed
        elif (
            relation not in _EMBEDDED
            or _told_apart(syntax, below, relation)
            or (relation == "obj" and syntax.lemma[above] in _OF_DONE)
        ):
            return claimed
        elif relation == "ccomp" and any(syntax.lower[k] in _WRONGLY for k in syntax.kids[above]):
            return Factuality.NEGATED
        elif relation == "ccomp" and syntax.lemma[above] == "suggest" and told_as_done(syntax, below):
            return claimed
        elif (effect := _effect(syntax, above, relation)) is not None:
            return _turned(syntax, above, effect)
        elif syntax.pos[above] in ("VERB", "AUX") and syntax.lemma[above] not in _SPEECH:
            if relation != "xcomp":
                return claimed
            if (own := _own(syntax, above)) is not None:
                return own
        if syntax.pos[above] == "NOUN" and syntax.lemma[above] in _CLAIMS and relation != "nsubj":
            claimed = Factuality.POSSIBLE  # unless the claim is denied
        below = above
    return claimed


def told_as_done(syntax: Syntax, clause: int) -> bool:
    """ "suggested that he *was* to be received" tells something; "suggested that he come" proposes it."""
    told = {"was", "were", "is", "are", "had", "has", "have"} & set(syntax.auxiliaries(clause))
    return bool(told) or syntax.tag[clause] == "VBD"


def _told_apart(syntax: Syntax, below: int, relation: str) -> bool:
    """ "Is likely to fail *as Oslo warned*", "denied it had fired *after the raid*": told as a fact of its own."""
    if relation == "advcl":
        return syntax.finite(below)
    return relation in ("obl", "nmod") and syntax.preposition(below) in _AFTER


def _shares_modal(syntax: Syntax, second: int, first: int) -> bool:
    """ "would visit Oslo and meet the king": a bare verb joined to one with an auxiliary stands under it, too."""
    bare = syntax.tag[second] == "VB" and not any(
        syntax.dep[k].startswith("aux") or syntax.dep[k] in ("mark", "nsubj", "nsubj:pass") for k in syntax.kids[second]
    )
    return bare and syntax.tag[first] == "VB" and bool(syntax.auxiliaries(first))


def _shares_fate(syntax: Syntax, second: int, first: int) -> bool:
    """Whether joined words stand under the same ones: "pledged to free and pay", not "pledged and paid"."""
    return not syntax.finite(second) and not (syntax.pos[first] == "VERB" and syntax.finite(first))


def _effect(syntax: Syntax, above: int, relation: str) -> Factuality | None:
    """What the word ``above`` makes of a deed in this relation to it."""
    if relation in ("nsubj", "obl", "advcl", "nmod") and syntax.lemma[above] not in _OF_ANY_RELATION:
        of_noun = relation == "nmod" and syntax.lemma[above] in _OF_NOUNS
        return EFFECTS.get(syntax.lemma[above]) if of_noun else None
    if syntax.lemma[above] == "expect" and not syntax.passive(above) and syntax.children(above, "obj", "iobj"):
        return Factuality.POSSIBLE  # "analysts *expect Riga to fire* again": no plan of Riga's
    if syntax.lemma[above] == "go" and syntax.tag[above] == "VBG" and relation == "xcomp":
        to_do = any(syntax.tag[k] == "VB" for k in syntax.children(above, "xcomp"))
        return Factuality.PLANNED if to_do else None  # "are *going to* meet"; "were going unanswered"
    return EFFECTS.get(syntax.lemma[above])


def _turned(syntax: Syntax, above: int, effect: Factuality) -> Factuality:
    """A negated operator: "did not plan to meet" is no plan; "did not refuse to meet" tells nothing certain."""
    if effect is Factuality.ONGOING and (own := _own(syntax, above)) in _OPEN:
        return own  # "should *continue* inviting him"
    if effect is Factuality.ACTUAL:  # "forced them to leave": as the forcing itself
        return factuality(syntax, above)
    if _own(syntax, above) is Factuality.NEGATED:
        return Factuality.POSSIBLE if effect is Factuality.NEGATED else Factuality.NEGATED
    if effect is Factuality.POSSIBLE and any(syntax.lower[k] in ("little", "no", "slim") for k in syntax.kids[above]):
        return Factuality.POSSIBLE if any(syntax.lower[k] != "no" for k in syntax.kids[above]) else Factuality.NEGATED
    return effect


def _infinitive(syntax: Syntax, i: int) -> Factuality | None:
    """A bare purpose ("flew in to hold talks") is a plan; "the first to land", "one of many to land" are none."""
    to = any(syntax.dep[k] == "mark" and syntax.lower[k] == "to" for k in syntax.kids[i])
    if not to and syntax.dep[i] == "xcomp" and syntax.tag[i] == "VB" and syntax.tag[syntax.head[i]] == "VB":
        return _infinitive(syntax, syntax.head[i])  # "to help *restore* the line"
    if not to or (syntax.dep[i] not in ("advcl", "acl", "xcomp") and syntax.head[i] != i):  # a root in a headline
        return None
    if "have" in syntax.auxiliaries(i):
        return None  # "claims to *have shot down*": done, if it is true
    if syntax.lemma[syntax.head[i]] in _IMPLYING and syntax.tag[syntax.head[i]] in ("VBD", "VBN"):
        return None  # "*had to* put off the talks", "*chose to* stay": it was done
    if any(syntax.lower[k] == "only" and k < i for k in syntax.kids[i]):
        return None  # "called, only to be refused": what came of it
    noun = syntax.head[i]
    words = {syntax.lower[k] for k in (*syntax.kids[noun], *syntax.kids[syntax.head[noun]])}
    singled_out = syntax.lower[noun] in _SINGLED_OUT or (syntax.dep[i] != "xcomp" and bool(words & _SINGLED_OUT))
    among = syntax.dep[i] == "acl" and syntax.lower[syntax.head[noun]] in ("one", "some", "many", "several")
    return None if singled_out or among or _taken(syntax, i) else Factuality.PLANNED


def _taken(syntax: Syntax, i: int) -> bool:
    """ "*Riga's move to expel* two envoys drew a protest": a definite move, which others answer, is made."""
    noun = syntax.head[i]
    if syntax.dep[i] != "acl" or syntax.lemma[noun] not in ("move", "step") or syntax.relation[noun] not in _TOLD_OF:
        return False
    definite = syntax.possessor(noun) is not None or any(syntax.lower[k] in ("the", "this") for k in syntax.kids[noun])
    return definite and factuality(syntax, syntax.head[noun]) is Factuality.ACTUAL
