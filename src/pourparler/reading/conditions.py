"""What a side asks for before contact."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pourparler.reading.syntax import SUBJECTS, Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor, Condition, Statement

_WORDS = {(row["words"], row["form"]) for row in rows("conditions")}
_OPENING = frozenset(words for words, form in _WORDS if form == "clause")
_NOUNS = frozenset(words for words, form in _WORDS if form == "noun")
_OBJECTS = frozenset(words for words, form in _WORDS if form == "object")
_BEFORE = frozenset(words for words, form in _WORDS if form == "before")
_MUST = frozenset({"must", "should"})
#: Told, asked and known things have an "if" of their own: "asked if", "as if".
_NO_IF = frozenset({"even", "as", "what"})
Found = tuple[int, int, int | None]


def conditions_of(doc: Doc, tokens: list[int], by: Actor | None) -> tuple[Condition, ...]:
    """What must be met before contact, by who sets it: "unless", "on condition that", "demands X before talks".

    "Oslo will not talk until the troops leave" -> "the troops leave". ``by`` is who took the step; where the words
    name nobody who sets the condition, it is whoever says so, or else that side.
    """
    syntax: Syntax = doc._.syntax
    found: dict[tuple[int, int], Condition] = {}
    for i in dict.fromkeys(tokens):
        for first, last, setter in (*_clauses(syntax, i), *_frames(syntax, i)):
            start, end = syntax.chars(*syntax.quote_free(first, last))
            whose = doc._.actors.one(setter) or by or _speaker(doc, start, end)
            found.setdefault((start, end), Condition(by=whose, text=syntax.text[start:end], start=start, end=end))
    return tuple(found[s] for s in sorted(found))


def _speaker(doc: Doc, start: int, end: int) -> Actor | None:
    statements: list[Statement] = doc._.statements
    around = [(c.end - c.start, s.source) for s in statements for c in s.content if c.start <= start and end <= c.end]
    return min(around, key=lambda held: held[0])[1] if around else None


# --- clauses ----------------------------------------------------------------------------------------


def _clauses(syntax: Syntax, i: int) -> Iterator[Found]:
    """ "unless the firing stops", "as long as they stage drills", "on condition that Nicaragua sit in"."""
    for k in _held(syntax, i):
        opening = _opening(syntax, k)
        if opening is None:
            continue
        first, last = opening[1] + 1, syntax.edges(k)[1]
        if first <= k <= last and _sets(syntax, i, k, opening[0]):
            yield first, last, None


def _held(syntax: Syntax, i: int) -> list[int]:
    """The clauses on ``i``, also those that "long" or "condition" or "provided" stand between."""
    held = []
    for k in syntax.kids[i]:
        if syntax.dep[k] == "advcl":
            held.append(syntax.child(k, "ccomp") or k if syntax.lower[k] in ("provided", "providing") else k)
        elif syntax.lower[k] == "long":
            held += syntax.children(k, "advcl")
        elif syntax.lower[k] == "condition" and syntax.preposition(k) in ("on", "under"):
            held += syntax.children(k, "acl", "ccomp")
    return held


def _opening(syntax: Syntax, k: int) -> tuple[str, int] | None:
    """The word or words that open the clause, and the last of their tokens."""
    first = syntax.edges(k)[0]
    if first and syntax.lower[first] == "that" and syntax.lower[first - 1] in ("provided", "providing"):
        return syntax.lower[first - 1], first  # which the parse may set beside the clause
    marks = [c for c in syntax.kids[k] if syntax.dep[c] in ("mark", "case", "advmod", "cc") and c <= first + 3]
    for c in marks:
        if syntax.lower[c] in _OPENING:
            return syntax.lower[c], c + (syntax.lower[c + 1] == "that")
    mark = marks[0] if marks else first
    before = " ".join(syntax.lower[max(mark - 2, 0) : mark + 1])
    long = {"as long as": "as long as", "so long as": "so long as"}.get(before)
    if long or syntax.lower[mark : mark + 3] in (["as", "long", "as"], ["so", "long", "as"]):
        return "as long as", mark if long else mark + 2
    over = syntax.head[k]
    if syntax.lower[over] in ("provided", "providing", "condition"):
        return "provided", mark if marks and syntax.lower[mark] == "that" else over
    return None


def _sets(syntax: Syntax, i: int, k: int, word: str) -> bool:
    """Whether the clause asks for something to come: "until they met" only says how long, "even if" nothing."""
    first = syntax.edges(k)[0]
    if not any(syntax.dep[c] in SUBJECTS for c in syntax.kids[k]):
        return False
    if word == "if":
        return syntax.lower[first - 1] not in _NO_IF and syntax.lower[first] not in _NO_IF and _to_come(syntax, i)
    if word == "before":  # "will not talk before they leave"; without the "not" it only says when
        return _negated(syntax, i) and _to_come(syntax, i)
    return word not in ("until", "once") or _present(syntax, k) or _to_come(syntax, i)


def _negated(syntax: Syntax, i: int) -> bool:
    return syntax.negation(i) is not None or any(syntax.negation(k) is not None for k in syntax.children(i, "obj"))


def _present(syntax: Syntax, k: int) -> bool:
    return syntax.tag[k] in ("VBZ", "VBP") or any(
        syntax.tag[c] in ("VBZ", "VBP") and syntax.relation[c] in ("aux", "cop") for c in syntax.kids[k]
    )


def _to_come(syntax: Syntax, i: int) -> bool:
    """Whether ``i`` or what governs it stands under a modal, in the present, or is an infinitive."""
    over = [
        i,
        *(a for a in (syntax.head[i],) if syntax.dep[i] in ("xcomp", "obj", "acl", "nsubj", "ccomp", "nsubj:pass")),
    ]
    return any(
        syntax.tag[k] in ("VBZ", "VBP", "VB") or any(syntax.tag[c] in ("MD", "VBZ", "VBP") for c in syntax.kids[k])
        for k in over
    )


# --- frames -----------------------------------------------------------------------------------------


def _frames(syntax: Syntax, i: int) -> Iterator[Found]:
    """ "a precondition for talks", "conditional on the withdrawal", "demands the withdrawal before talks"."""
    for found in (_of_noun(syntax, i), _of_object(syntax, i), _before(syntax, i), _must(syntax, i)):
        if found is not None:
            yield found


def _of_noun(syntax: Syntax, i: int) -> Found | None:
    """The lifting of sanctions is a precondition for talks; made the lifting a condition for talks."""
    noun = syntax.head[i]
    if syntax.lemma[noun] not in _NOUNS or syntax.preposition(i) not in ("for", "of", "to"):
        return None
    if syntax.child(noun, "cop") is not None:
        subject = syntax.grammatical_subject(noun)
        return None if subject is None else (*syntax.phrase(subject), None)
    verb = syntax.head[noun]
    thing = syntax.child(verb, "obj")
    if syntax.lemma[verb] in ("create", "ensure", "provide") and thing is not None:
        return (*syntax.edges(thing), syntax.subject(verb))
    if thing is None or thing == noun or syntax.lemma[verb] not in ("make", "set", "demand", "name", "declare", "call"):
        return None
    return (*syntax.phrase(thing), syntax.subject(verb))


def _of_object(syntax: Syntax, i: int) -> Found | None:
    """Made its attendance conditional on France staying away; talks are contingent on the withdrawal."""
    over = syntax.head[i]
    made = syntax.children(over, "xcomp", "obj", "amod") if syntax.relation[i] == "obj" else []
    near = [k for k in (*([over] if syntax.dep[i] in SUBJECTS else []), *made) if syntax.lemma[k] in _OBJECTS]
    for k in near:
        matter = next((c for c in syntax.kids[k] if syntax.preposition(c) in ("on", "upon")), None)
        clause = next((c for c in syntax.children(k, "advcl", "ccomp") if c > k), None)
        if matter is not None:
            return (*_after_case(syntax, matter), syntax.subject(syntax.head[i]))
        if clause is not None:
            first, last = syntax.edges(clause)
            return first + (syntax.lower[first] in ("on", "upon")), last, syntax.subject(syntax.head[i])
    return None


def _before(syntax: Syntax, i: int) -> Found | None:
    """Demands the withdrawal before talks; insists that sanctions be lifted before talks."""
    if syntax.preposition(i) != "before":
        return None
    over = syntax.head[i]
    if syntax.pos[over] == "NOUN" and syntax.relation[over] == "obj" and syntax.lemma[syntax.head[over]] in _BEFORE:
        first, last = syntax.phrase(over)
        return first, min(last, syntax.edges(i)[0] - 1), syntax.subject(syntax.head[over])
    if syntax.lemma[over] in _BEFORE and (thing := syntax.child(over, "obj")) is not None and thing < i:
        return (*syntax.phrase(thing), syntax.subject(over))
    return _required(syntax, over, syntax.edges(i)[0])


def _must(syntax: Syntax, i: int) -> Found | None:
    """Sanctions must be lifted before talks can resume."""
    if syntax.dep[i] not in ("nsubj", "nsubj:pass", "obj", "advcl"):
        return None
    verb = i if syntax.dep[i] == "advcl" else syntax.head[i]
    before = any(syntax.dep[c] == "mark" and syntax.lower[c] == "before" for c in syntax.kids[verb])
    return _required(syntax, syntax.head[verb], syntax.edges(verb)[0]) if before and verb != syntax.head[verb] else None


def _required(syntax: Syntax, verb: int, end: int) -> Found | None:
    """The clause of a verb that says what must be done, up to the token ``end``."""
    kids = syntax.kids[verb]
    must = any(syntax.lower[c] in _MUST for c in kids) or (
        syntax.dep[verb] == "xcomp" and syntax.lemma[syntax.head[verb]] in ("have", "need")
    )
    over = syntax.head[verb]
    insists = syntax.dep[verb] == "ccomp" and syntax.lemma[over] in ("insist", "demand", "want", "require")
    subject = syntax.grammatical_subject(verb)
    if subject is None or verb >= end or not (must or insists):
        return None
    return syntax.edges(subject)[0], end - 1, syntax.subject(over) if syntax.dep[verb] == "ccomp" else None


def _after_case(syntax: Syntax, k: int) -> tuple[int, int]:
    cases = [c for c in syntax.kids[k] if syntax.dep[c] == "case" and c < k]
    first, last = syntax.edges(k)
    return max(first, max(cases, default=-1) + 1), last
