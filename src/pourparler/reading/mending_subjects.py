"""What parsers get wrong about who does it: subjects that the clause before takes, and predicates without their own."""

from __future__ import annotations

from collections.abc import Sequence

from pourparler.reading.mending_nouns import mend_manner

_QUOTES = frozenset({'"', "”", "''", "’’"})
_NAMES = frozenset({"NN", "NNS", "NNP", "NNPS"})
#: Adjectives of will, whose "it" is somebody.
_WILLING = frozenset({"willing", "unwilling", "ready", "prepared", "eager", "keen", "reluctant", "determined", "open"})


def mend_clauses(
    lemmas: Sequence[str], tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]
) -> None:
    """Every mending of this module in turn, in place."""
    mend_subjects(tags, heads, deps)
    mend_described(words, heads, deps)
    mend_yet(lemmas, words, heads, deps)
    mend_prepared(words, heads, deps)
    mend_speakers(tags, words, heads, deps)
    mend_expletives(words, heads, deps)
    mend_with(tags, words, heads, deps)
    mend_due(tags, words, heads, deps)
    mend_manner(words, heads, deps)
    mend_invited(lemmas, words, heads, deps)
    mend_bidden(lemmas, tags, words, heads, deps)


def mend_subjects(tags: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Gives a verb the subject right before it, in place, where the clause before has it as a second one.

    "A meeting is not possible, | Minister Kari Lund said" -> Lund said.
    """
    subjects: dict[int, list[int]] = {}
    for k, dep in enumerate(deps):
        if dep in ("nsubj", "nsubj:pass"):
            subjects.setdefault(heads[k], []).append(k)
    for clause, (*before, last) in list(subjects.items()):
        verb = heads[clause]
        crossed = deps[clause] in ("ccomp", "advcl") and bool(before) and before[0] < clause < last < verb
        if crossed and verb not in subjects and tags[verb].startswith("VB"):
            between = (n for n in range(last + 1, verb) if heads[n] not in range(last, verb + 1))
            if not any(between):
                passive = any(head == verb and dep == "aux:pass" for head, dep in zip(heads, deps, strict=True))
                heads[last], deps[last] = verb, "nsubj:pass" if passive else "nsubj"


def mend_described(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Gives a name the title before it, in place, where the clause before has that as a second subject.

    "The visit is off, the | spokesman of the ministry, Kari Lund, said" -> the spokesman Lund.
    """
    subjects: dict[int, list[int]] = {}
    for k, dep in enumerate(deps):
        if dep in ("nsubj", "nsubj:pass"):
            subjects.setdefault(heads[k], []).append(k)
    for clause, (*before, last) in list(subjects.items()):
        name = next((k for k in subjects.get(heads[clause], []) if k > last), None)
        if name is None or deps[clause] != "ccomp" or not before or not before[0] < clause < last:
            continue
        inside = all(heads[n] in range(last, name) or words[n] == "," for n in range(last + 1, name))
        if inside and words[name - 1] == "," and words[name][:1].isupper():
            heads[last], deps[last] = name, "nmod:desc"


def mend_yet(lemmas: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs what is still to be done on "have", in place, where it is told as describing "yet".

    "The two have yet | to meet" -> have to meet.
    """
    for k, dep in enumerate(deps):
        yet = heads[k]
        if dep == "acl" and words[yet].lower() == "yet" and lemmas[heads[yet]] in ("have", "be"):
            heads[k], deps[k] = heads[yet], "xcomp"


def mend_prepared(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes "prepared" an adjective, in place, where it is told as a passive with something to do.

    "Oslo is | prepared to meet him" -> is ready to.
    """
    for k, dep in enumerate(deps):
        over = heads[k]
        if dep == "xcomp" and k > over and words[over].lower() == "prepared":
            for n in range(max(0, over - 20), over):
                if heads[n] == over and deps[n] in ("nsubj:pass", "aux:pass"):
                    deps[n] = "nsubj" if deps[n] == "nsubj:pass" else "cop"


def mend_speakers(tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Gives a verb behind a quotation the subject before it, in place, where the quotation has it.

    '"There will be no talks with Riga," | Minister Ole Berg told parliament' -> Berg told.
    """
    owned = {heads[k] for k, dep in enumerate(deps) if dep in ("nsubj", "nsubj:pass", "csubj")}
    for verb, tag in enumerate(tags):
        if tag not in ("VBD", "VBZ") or verb in owned or heads[verb] == verb - 1:
            continue
        quote = next((n for n in range(verb - 1, max(-1, verb - 16), -1) if words[n] in _QUOTES), None)
        if quote is None or not any(heads[n] == verb and deps[n] == "ccomp" for n in range(quote)):
            continue
        loose = [n for n in range(quote + 1, verb) if not quote < heads[n] < verb and deps[n] != "punct"]
        if len(loose) == 1 and tags[loose[0]] in _NAMES and heads[loose[0]] < quote:
            heads[loose[0]], deps[loose[0]] = verb, "nsubj"


def mend_expletives(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes "it" a subject, in place, where it is told as nobody and can only be somebody.

    "Oslo has said | it is willing to resume talks" -> Oslo is willing.
    """
    for k, dep in enumerate(deps):
        if dep == "expl" and words[k].lower() == "it" and words[heads[k]].lower() in _WILLING:
            deps[k] = "nsubj"


def mend_with(tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Gives what goes on meanwhile its own subject, in place, where the main verb has that as a second one.

    "With raids | continuing along the border, Oslo called Riga" -> raids continue, Oslo calls.
    """
    for k, dep in enumerate(deps):
        going = heads[k]
        if dep not in ("mark", "case") or words[k].lower() != "with" or tags[going] not in ("VBG", "VBN"):
            continue
        meanwhile, main = heads[going], heads[heads[going]]
        crossed = k < meanwhile < going < main and deps[meanwhile] in ("nsubj", "nsubj:pass")
        if crossed and any(heads[n] == main and deps[n].startswith("nsubj") for n in range(going + 1, main)):
            heads[going], deps[going] = main, "advcl"
            heads[meanwhile], deps[meanwhile] = going, "nsubj"


def mend_due(tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes "due" a predicate with something to do, in place, where its "to" is told as one word with it.

    "Oslo and Riga are | due to resume talks" -> Oslo and Riga are due.
    """
    for k, dep in enumerate(deps):
        due = heads[k]
        if dep != "fixed" or words[due].lower() != "due" or words[k].lower() != "to" or deps[due] == "case":
            continue
        done = next((n for n in range(k + 1, min(k + 4, len(deps))) if heads[n] == due and tags[n] == "VB"), None)
        if done is None or deps[done] != "advcl":
            continue
        heads[k], deps[k], deps[done] = done, "mark", "xcomp"
        for n in range(due):
            if heads[n] == done and deps[n] in ("nsubj", "cop"):
                heads[n] = due


#: Verbs by which somebody is got to do something.
_BIDDING = frozenset(
    {"invite", "ask", "urge", "order", "persuade", "encourage", "press", "instruct", "request", "tell"}
)


def mend_invited(lemmas: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs on *invite* what somebody is invited for, in place, where the parse hangs it on the occasion.

    "invited Berg during a call | for a meeting in Oslo" -> invited for a meeting.
    """
    for k, dep in enumerate(deps):
        occasion, verb = heads[k], heads[heads[k]]
        if dep != "nmod" or deps[occasion] != "obl" or lemmas[verb] != "invite" or not verb < occasion < k:
            continue
        marks = [
            {words[n].lower() for n in range(verb, k) if heads[n] == c and deps[n] == "case"} for c in (occasion, k)
        ]
        if marks[0] & {"during", "in", "on", "at"} and "for" in marks[1]:
            heads[k], deps[k] = verb, "obl"


def mend_bidden(
    lemmas: Sequence[str], tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]
) -> None:
    """Makes what somebody is bidden to do the deed of whom it is bidden, in place, where a day stands between.

    "Oslo invited Berg on Friday | to travel to Norway" -> Berg is to travel.
    """
    for k, dep in enumerate(deps):
        verb = heads[k]
        if dep != "advcl" or tags[k] != "VB" or lemmas[verb] not in _BIDDING or not verb < k:
            continue
        to = any(heads[n] == k and deps[n] == "mark" and words[n].lower() == "to" for n in range(verb, k))
        kids = [n for n in range(verb + 1, k) if heads[n] == verb]
        bidden = any(deps[n] in ("obj", "iobj") for n in kids) and not any(deps[n] == "xcomp" for n in kids)
        timed = [n for n in kids if deps[n] in ("obl", "obl:unmarked", "obl:tmod", "advmod")]
        days = all(
            deps[n] != "obl" or any(heads[c] == n and words[c].lower() == "on" for c in range(verb, k)) for n in timed
        )
        if to and bidden and timed and days:
            deps[k] = "xcomp"
