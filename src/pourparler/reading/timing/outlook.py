"""Whether a date phrase looks ahead: "will meet on Friday" is the coming one, "met on Friday" the last."""

from __future__ import annotations

from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.reading.timing.planning import is_plan
from pourparler.records import Factuality

_AHEAD = frozenset({Factuality.PLANNED, Factuality.REQUESTED, Factuality.CONDITIONAL, Factuality.POSSIBLE})
_FUTURE_WORDS = frozenset({"due", "scheduled", "set", "slated", "expected", "planned", "upcoming", "forthcoming"})
#: What makes a deed that hangs on it one to come: "preparations for the visit on Thursday".
_BEFOREHAND = frozenset({"preparation", "ahead", "prepare", "arrangement", "plan", "await", "invite", "invitation"})
#: Verbs of a timetable: their present with a date tells what is to come ("The drill begins on Monday").
_TIMETABLE = frozenset(
    {"arrive", "begin", "close", "come", "convene", "depart", "end", "expire", "fly", "gather", "go", "head", "hold",
     "host", "leave", "meet", "open", "resume", "return", "run", "sail", "start", "take", "travel", "visit", "vote"}
)  # fmt: skip
_PRESENT = frozenset({"VBZ", "VBP"})
#: Verbs whose deed is done at once and lasts: a ban, a recall.
_LASTING = frozenset(row["lemma"] for row in rows("measures") if row["pos"] == "verb")
_HELD = frozenset(row["lemma"] for row in rows("contacts") if row["pos"] == "verb") | frozenset(
    row["lemma"] for row in rows("steps") if row["pos"] == "verb" and row["status"] == "held"
)
_HAVE = frozenset({"have", "has", "had", "'ve", "’ve"})
_WAS = frozenset({"was", "were"})
_PAST = _WAS | {"had"}
#: From the day of a plan up to the verb whose tense it has.
_WITHIN_PLAN = frozenset({"xcomp", "obl", "nmod", "advcl", "acl"})
_PUTTING_OFF = frozenset({"postpone", "cancel", "delay", "reschedule", "scrap", "shelve", "axe", "scrub", "suspend"})
#: Deeds of the moment, as against those that prepare one to come ("tried to arrange a meeting on Friday").
_REACHING = frozenset(
    {"reach", "call", "contact", "phone", "ring", "telephone", "dial", "hail", "raise", "speak", "talk"}
)
_WILL = frozenset({"will", "would", "wo", "'ll", "’ll", "shall"})
_SPEECH = frozenset(row["lemma"] for row in rows("cues")) | {"elaborate", "specify", "disclose", "identify", "name"}
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})


def looks_ahead(syntax: Syntax, i: int) -> bool:
    """Whether the clause of the deed ``i`` tells what was still to come on the day of publication."""
    if i < 0:
        return False
    verb = verb_above(syntax, i)
    if syntax.lower[i] in _FUTURE_WORDS or _is_scheduled(syntax, i):
        return not _is_over(syntax, i)
    if any(syntax.lemma[k] in _BEFOREHAND for k in _nominal_path(syntax, i)):
        return True
    if syntax.pos[verb] not in ("VERB", "AUX"):
        cop = syntax.child(verb, "cop")  # "The meeting is on Monday."
        return syntax.dep[i] == "nsubj" and cop is not None and syntax.tag[cop] in _PRESENT
    if _attempted(syntax, verb):
        return False
    if factuality(syntax, verb) in _AHEAD or _will_not(syntax, verb):
        return not (is_perfect(syntax, verb) or _is_over(syntax, verb))
    return _is_timetable(syntax, verb)


def _attempted(syntax: Syntax, verb: int) -> bool:
    """ "*Tried to reach* Riga on Monday", "*used an envoy to send* word in May": it was done then."""
    over = syntax.head[verb]
    if syntax.lemma[over] in ("use", "manage") and syntax.tag[over] == "VBD" and syntax.tag[verb] == "VB":
        return syntax.dep[verb] in ("xcomp", "advcl")
    tried = syntax.dep[verb] == "xcomp" and syntax.lemma[over] in ("try", "attempt") and syntax.tag[over] == "VBD"
    return tried and syntax.lemma[verb] in _REACHING


def _will_not(syntax: Syntax, verb: int) -> bool:
    """ "Would not attend on Tuesday", "won't meet on Friday"; but "would not say on Monday" is a refusal then."""
    wills = bool(_WILL & set(syntax.auxiliaries(verb))) and syntax.negation(verb) is not None
    return wills and syntax.lemma[verb] not in _SPEECH


def is_put_off(syntax: Syntax, i: int) -> bool:
    """ "*Friday's meeting* was postponed": a deed that is called off may have been to come."""
    if syntax.pos[i] != "NOUN" or i < 0:
        return False
    verb = syntax.head[i]
    return syntax.lemma[verb] in _PUTTING_OFF and syntax.relation[i] in ("obj", "nsubj") and syntax.pos[verb] == "VERB"


def was_planned(syntax: Syntax, i: int) -> bool:
    """Whether a plan is told in the past ("was scheduled to meet on", "had put off talks due on"): it may be over."""
    while i >= 0:
        if _PAST & set(syntax.auxiliaries(i)):
            return True
        if syntax.head[i] == i or syntax.relation[i] not in _WITHIN_PLAN:
            return False
        i = syntax.head[i]
    return False


def verb_above(syntax: Syntax, i: int) -> int:
    """The verb of the clause that the word stands in, the word itself included."""
    while i >= 0 and syntax.pos[i] not in ("VERB", "AUX") and syntax.head[i] != i:
        i = syntax.head[i]
    return i


def _nominal_path(syntax: Syntax, i: int) -> list[int]:
    """The nouns from the word up to its verb, and an "ahead of" that marks one of them."""
    path = [i]
    for above in syntax.ancestors(i):
        if syntax.pos[above] not in ("NOUN", "PROPN", "VERB"):
            break
        path.append(above)
        if syntax.pos[above] == "VERB":
            break
    if syntax.pos[i] == "VERB":
        return []
    return [*path, *(k for p in path for k in syntax.kids[p] if syntax.lower[k] == "ahead")]


def _is_scheduled(syntax: Syntax, i: int) -> bool:
    return any(syntax.lower[k] in _FUTURE_WORDS and syntax.dep[k] in ("amod", "acl") for k in syntax.kids[i])


def is_perfect(syntax: Syntax, i: int) -> bool:
    """ "had replied", "was to have met", "might have crossed": seen from after the day."""
    return i >= 0 and bool(_HAVE & set(syntax.auxiliaries(i))) and syntax.tag[i] in ("VBN", "VBD", "VBG")


def is_done(syntax: Syntax, i: int) -> bool:
    """A verb in the past or the perfect, which tells what is over; "was scheduled" does not."""
    done = _HAVE if is_plan(syntax, i) else _HAVE | _WAS
    return syntax.tag[i] == "VBD" or (syntax.tag[i] == "VBN" and bool(done & set(syntax.auxiliaries(i))))


def is_bygone(syntax: Syntax, i: int) -> bool:
    """ "Held talks *in May*", told in March: a past tense whose deed has no day to come, as a plan or an offer has."""
    return i >= 0 and syntax.tag[i] == "VBD" and syntax.lemma[i] in _HELD and factuality(syntax, i) is Factuality.ACTUAL


def lasts_since(syntax: Syntax, i: int) -> bool:
    """ "Has banned fruit since Monday": somebody did it on that day, and it lasts."""
    perfect = bool(_HAVE & set(syntax.auxiliaries(i))) and syntax.tag[i] == "VBN"
    return perfect and syntax.lemma[i] in _LASTING and not syntax.passive(i) and syntax.negation(i) is None


def _is_over(syntax: Syntax, i: int) -> bool:
    """Whether the same sentence tells that it did not come to be: "were due to meet on Friday but did not"."""
    first, last = syntax.sentences[syntax.sentence_of[i]]
    return any(
        syntax.lower[k] in _NEGATIONS and syntax.lower[k - 1] in ("did", "was", "were", "never", "had")
        for k in range(max(first, i) + 1, last)
    )


def _is_timetable(syntax: Syntax, verb: int) -> bool:
    if syntax.lemma[verb] not in _TIMETABLE or verb not in syntax.body:
        return False
    auxiliaries = set(syntax.auxiliaries(verb))
    if syntax.tag[verb] == "VBG":
        return bool(auxiliaries & {"is", "are", "'s", "’s", "'re", "’re"}) and "been" not in auxiliaries
    return syntax.tag[verb] in _PRESENT and not auxiliaries
