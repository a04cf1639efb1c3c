"""Trigger rows matched against the parse: lemma, particle and object."""

from __future__ import annotations

from collections.abc import Container, Iterator

from pourparler.reading.factuality import EFFECTS, factuality
from pourparler.reading.parties import marked, thing_token
from pourparler.reading.platforms import designated
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Factuality

Row = dict[str, str]
Index = dict[tuple[str, str], list[Row]]
#: Verbs whose complement is not done: what is done is the threat, the demand, the promise.
_SPEECH_ACTS = frozenset(
    {
        "threaten",
        "vow",
        "promise",
        "pledge",
        "offer",
        "agree",
        "urge",
        "ask",
        "tell",
        "order",
        "demand",
        "request",
        "want",
        "advise",
        "propose",
        "suggest",
        "recommend",
    }
)
#: "Demanded that Riga stop *arming* them": it arms them still, and whether it stops is open.
_CEASING = frozenset({"stop", "cease", "quit", "halt", "end"})
_ABSTAINING = frozenset({"refrain", "abstain", "desist"})
#: "Talks *on* ending the war", "a step *towards* lifting": what is talked of or aimed at is not done.
_TOWARDS = frozenset({"on", "about", "to", "toward", "towards", "at", "for"})
#: "Put London *off* supporting Kyiv", "left *without* attacking": what a verb's gerund after these tells is not done.
_AWAY = frozenset({"off", "from", "without", "against", "about", "toward", "towards"})
#: "The agreement *of* restoring ties": what such a noun is of lies ahead.
_AHEAD = frozenset(
    {"agreement", "deal", "idea", "plan", "hope", "aim", "goal", "intention", "possibility", "prospect", "option"}
) | frozenset({"purpose", "thought", "risk", "danger", "process", "way", "task", "means", "view"})
#: "Agreed *on* strengthening": what is settled on lies ahead.
_SETTLING = frozenset({"agree", "focus", "insist", "work", "decide", "settle", "plan", "count", "speak"})
#: Charges of nobody named: "is widely accused of arming the rebels".
_CHARGES = frozenset({"accuse", "suspect"})
#: Prepositions whose noun counts as the object of a verb that has none: "sailed *through the strait*".
_OBJECT_MARKS = ("through", "into", "in", "to", "at", "under", "on", "for", "across", "from", "outside", "in front of")


def indexed(name: str) -> Index:
    """A table's rows by lemma and part of speech, the more demanding ones first."""
    index: Index = {}
    for row in rows(name):
        index.setdefault((row["lemma"], row["pos"]), []).append(row)
    for found in index.values():
        found.sort(key=lambda r: (not r["object"], not r["particle"]))
    return index


def matches(syntax: Syntax, index: Index) -> Iterator[tuple[int, list[Row]]]:
    """Every token with the rows of its lemma that fit it; the caller takes the first whose parties it accepts."""
    for i in syntax.body:
        pos = syntax.pos[i]
        if pos not in ("VERB", "NOUN", "ADJ"):
            continue
        rows_here = _rows_of(syntax, i, pos.lower(), index)
        found = [row for row in rows_here if fits(syntax, i, row)]
        if found:
            yield i, found


def _rows_of(syntax: Syntax, i: int, pos: str, index: Index) -> list[Row]:
    lemma = syntax.lemma[i]
    found = index.get((lemma, pos))
    if i > 1 and syntax.word[i - 1] == "-":
        found = index.get((syntax.joined_lemma(i), pos), found)
    if found is None and pos == "verb" and syntax.tag[i] in ("VBD", "VBN", "VBG"):
        found = index.get((lemma + "e", pos))  # the lemmatiser makes "authoris" of "authorised"
    return found or []


def unasserted(syntax: Syntax, i: int) -> bool:
    """Whether a deed is only asked about ("whether it would"), or threatened, urged or promised by a verb above."""
    if any(syntax.dep[k] == "mark" and syntax.lower[k] == "whether" for k in syntax.kids[i]):
        return True
    above = syntax.head[i]
    if syntax.tag[i] == "VBG" and above != i and _gerund_ahead(syntax, i, above):
        return True
    if syntax.lemma[above] in _ABSTAINING or (syntax.lemma[above] in _CEASING and _to_be_done(syntax, above)):
        return True
    return syntax.dep[i] in ("xcomp", "ccomp") and above != i and syntax.lemma[above] in _SPEECH_ACTS


def _to_be_done(syntax: Syntax, i: int) -> bool:
    return factuality(syntax, i) not in (Factuality.ACTUAL, Factuality.ONGOING, Factuality.HABITUAL)


def _gerund_ahead(syntax: Syntax, i: int, above: int) -> bool:
    """Whether a gerund tells what is talked of, aimed at, kept from, or only charged by nobody named."""
    marks = {syntax.lower[k] for k in syntax.kids[i] if k < i and syntax.dep[k] in ("mark", "case")}
    if syntax.pos[above] == "NOUN":
        return bool(marks & _TOWARDS) or ("of" in marks and syntax.lemma[above] in _AHEAD)
    if syntax.lemma[above] in _CHARGES and syntax.passive(above):
        return syntax.agent(above) is None
    if syntax.lemma[above] in _CAPABLE and marks & {"of", "for"}:
        return True
    if syntax.lemma[above] in _SETTLING and "on" in marks:
        return True
    return bool(marks & _AWAY)


#: What something can or is made to do is not told as done: "capable *of tracking*".
_CAPABLE = frozenset({"capable", "incapable", "fit", "suitable", "equip", "design", "intend", "mean"})
_ENABLING = frozenset({"allow", "enable", "permit", "let", "help", "empower"})
_LIKELY = frozenset({"would", "could", "can", "may", "might", "will"})
_MIGHT = frozenset({"may", "might", "could", "can", "ca"})
#: Nouns of trying and of being able: what they are to do is not told as done.
_TRYING = frozenset(
    {"effort", "bid", "drive", "push", "campaign", "attempt", "need", "ability", "capacity", "right", "readiness"}
) | frozenset({"willingness", "opportunity", "chance", "way", "call", "appeal", "pressure", "desire", "wish", "deal"})
_TRYING |= frozenset({"agreement", "talk", "negotiation", "process", "step", "measure", "mechanism", "duty"})
#: What somebody is bound to do is not told as done.
_BOUND = frozenset({"obligated", "obliged", "bound"})
#: Nouns by which somebody is told to do it or to be about to.
_RESOLVED = frozenset({"decision", "move", "order", "vow", "refusal", "failure", "warning", "announcement", "resolve"})
_BINDING = frozenset({"obligate", "oblige", "require", "mean", "bind"})


_PROVIDED = frozenset({"provided", "providing", "assuming", "supposing"})
_CONDITIONS = frozenset({"if", "unless"}) | _PROVIDED


def aimed_at(syntax: Syntax, i: int) -> bool:
    """Whether a deed is only what another is done for: "met *to sign*", "an effort *to free* the crew"."""
    for k in (i, *syntax.ancestors(i)):
        if any(syntax.dep[c] == "mark" and syntax.lower[c] == "to" for c in syntax.kids[k]):
            if syntax.dep[k] == "advcl":
                return True
            if syntax.dep[k] == "acl" and _only_for(syntax, k):
                return True
            if syntax.dep[k] == "xcomp" and _binds(syntax, syntax.head[k]):
                return True
        if syntax.dep[k] not in ("xcomp", "conj"):
            return False
    return False


def _only_for(syntax: Syntax, i: int) -> bool:
    """Whether an infinitive after a noun tells what it is for: "shots *to threaten*"; not "the first *to land*"."""
    noun = syntax.lemma[syntax.head[i]]
    resolved = noun in EFFECTS or noun in _RESOLVED or factuality(syntax, i) is Factuality.ACTUAL
    return noun in _TRYING or not resolved


def _binds(syntax: Syntax, i: int) -> bool:
    """ "Is obliged to release": not released yet."""
    return syntax.lower[i] in _BOUND or (syntax.lemma[i] in _BINDING and syntax.passive(i))


def hypothetical(syntax: Syntax, i: int) -> bool:
    """Whether a verb only tells what might be: "if troops *encroach*", "could attack"."""
    if syntax.pos[i] != "VERB":
        return False
    if _conditional(syntax, i):
        return True
    above = syntax.head[i]
    if syntax.dep[i] == "advcl" and syntax.tag[i] == "VBG" and (_conditional(syntax, above) or _undone(syntax, above)):
        return True  # "if they enter our airspace, *violating* our sovereignty"
    if syntax.dep[i] in ("xcomp", "ccomp") and syntax.lemma[above] in _ENABLING:
        return not _LIKELY.isdisjoint(syntax.auxiliaries(above))  # "would allow them to spy"
    auxiliaries = set(syntax.auxiliaries(i))
    if "would" in auxiliaries and factuality(syntax, i) is Factuality.CONDITIONAL:
        return True
    return bool(_MIGHT & auxiliaries) and "have" not in auxiliaries  # "may have rammed": it is reported


def _undone(syntax: Syntax, i: int) -> bool:
    """An infinitive that is not told as done: "ordered them to *leave*, violating the pact"."""
    return syntax.tag[i] == "VB" and _to_be_done(syntax, i)


def _conditional(syntax: Syntax, i: int) -> bool:
    first = syntax.edges(i)[0]
    if first > 0 and syntax.lower[first - 1] in _PROVIDED and syntax.dep[i] in ("ccomp", "advcl"):
        return True
    return any(syntax.dep[k] == "mark" and syntax.lower[k] in _CONDITIONS for k in syntax.kids[i])


def is_any(syntax: Syntax, k: int, lemmas: Container[str]) -> bool:
    """Whether a noun or verb is one of the lemmas; the lemmatiser leaves "troops" as it is."""
    lemma = syntax.lemma[k].lower()
    lemma = lemma[:-1] if syntax.tag[k] == "NNS" and lemma[:-1] in lemmas else lemma
    return lemma in lemmas or any(f"{before} {lemma}" in lemmas for before in _words_before(syntax, k))


def _words_before(syntax: Syntax, k: int) -> list[str]:
    """ "Tear *gas*": the word right before a noun, also over a hyphen."""
    return [syntax.lower[c] for c in (k - 1, k - 2) if c >= 0 and syntax.head[c] == k]


def fits(syntax: Syntax, i: int, row: Row) -> bool:
    """Whether particle and object that a row asks for are there."""
    if row["particle"]:
        wanted = set(row["particle"].split(";"))
        if "to-do" in wanted:
            return _with_infinitive(syntax, i) and (wanted == {"to-do"} or bool(marked(syntax, i, *wanted)))
        if "complement" in wanted:
            return _with_complement(syntax, i)
        attached = {syntax.lower[k] for k in syntax.kids[i] if syntax.dep[k] in ("compound:prt", "advmod")}
        if not wanted & attached and (not marked(syntax, i, *wanted) or _mere_preposition(syntax, i, row, wanted)):
            return _marked_on_object(syntax, i, row, wanted)
    return not row["object"] or object_token(syntax, i, row) is not None


def _marked_on_object(syntax: Syntax, i: int, row: Row, wanted: set[str]) -> bool:
    """ "Massed tanks *along the border*": the parse hangs where they are on the tanks."""
    thing = syntax.child(i, "obj") if row["object"] else None
    return thing is not None and object_token(syntax, i, row) == thing and bool(marked(syntax, thing, *wanted))


def _mere_preposition(syntax: Syntax, i: int, row: Row, wanted: set[str]) -> bool:
    """ "Were seen off Norway": in the passive, what a verb with a particle is done to does not stand after it."""
    slots = {s for name in ("by", "against", "recipient") for s in row.get(name, "").split(";")}
    return syntax.passive(i) and not row["object"] and "obj" in slots and not wanted & slots


def _with_infinitive(syntax: Syntax, i: int) -> bool:
    """ "asked Riga *to pay*"; "asked Riga about it" is a question; the parse may hang "to pay" on Riga."""
    below = [*syntax.children(i, "xcomp", "ccomp", "advcl")]
    below += [c for k in syntax.children(i, "obl") for c in syntax.children(k, "acl")]
    return any(syntax.dep[k] == "mark" and syntax.lower[k] == "to" for c in below for k in syntax.kids[c])


def _with_complement(syntax: Syntax, i: int) -> bool:
    """ "Warned Riga *of* consequences", "warned Riga *that* it would pay"; "warned Riga ahead of it" only tells it."""
    said = syntax.children(i, "ccomp", "xcomp", "parataxis") or syntax.dep[i] == "parataxis"
    return bool(said or marked(syntax, i, "of", "against", "over", "about") or _obj_marked(syntax, i))


def _obj_marked(syntax: Syntax, i: int) -> bool:
    thing = thing_token(syntax, i)
    return thing is not None and bool(marked(syntax, thing, "of", "against", "over", "about"))


def object_token(syntax: Syntax, i: int, row: Row) -> int | None:
    """The token that is the object a row asks for: "launched a *strike*", "threatened to *cut* ties"."""
    wanted = set(row["object"].split(";"))
    for thing in _objects(syntax, i, row):
        for k in syntax.conjuncts(thing):
            if is_any(syntax, k, wanted) or ("designation" in wanted and designated(syntax, k)):
                return k
            for part in syntax.obliques(k, "of"):  # "a barrage of missiles", "dozens of soldiers"
                if is_any(syntax, part, wanted):
                    return part
    return None


def _told_to(syntax: Syntax, i: int) -> list[int]:
    """ "Ordered its envoy *to return*": the parse may take what somebody is told to do for a purpose."""
    if syntax.lemma[i] not in _SPEECH_ACTS:
        return []
    below = syntax.children(i, "advcl")
    return [k for k in below if any(syntax.dep[c] == "mark" and syntax.lower[c] == "to" for c in syntax.kids[k])]


def _objects(syntax: Syntax, i: int, row: Row) -> list[int]:
    """What may be the object: of a verb that has none, the noun after a preposition ("sailed *through the strait*")."""
    if row.get("pos") == "noun":
        return [*syntax.obliques(i, "of"), *syntax.children(i, "compound"), *syntax.children(i, "amod")]
    own = [thing_token(syntax, i), *syntax.children(i, "obj"), *syntax.children(i, "xcomp", "ccomp")]
    own += syntax.children(i, "obl:unmarked")  # "gave them *72 hours*"
    own += _told_to(syntax, i)
    bare = [k for k in own if k is not None and not syntax.preposition(k)]
    slots = {*row.get("recipient", "").split(";"), *row.get("against", "").split(";")}
    marks = tuple(set(row["particle"].split(";")) - slots) if bare else _OBJECT_MARKS
    return bare + syntax.obliques(i, *marks)
