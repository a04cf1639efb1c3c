"""What parsers get wrong in noun phrases of dealings and in headlines, put right beside ``mending``.

Pairs: "talks between Oslo and M23 rebels" are between the two. Headlines: "Oslo, Riga to hold talks" tells who is to
hold them. Borders: "near the border with Riga" does nothing with Riga. Notes: "a note verbale" is a note.
"""

from __future__ import annotations

from collections.abc import Sequence

from pourparler.reading.tables import rows

#: Who is to do something in a headline: "Norwegian minister to visit Riga".
_OFFICERS = frozenset(row["word"] for row in rows("contact_words") if row["class"] == "party")


def mend_between(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Joins the second of two behind "between" to the first, in place, where it is told as standing beside it.

    "talks between Oslo and | M23 rebels" -> between the two.
    """
    for i, word in enumerate(words):
        if word.lower() != "between" or deps[i] != "case":
            continue
        joint = next((n for n in range(i + 2, min(i + 20, len(words))) if deps[n] == "cc" and heads[n] > n), None)
        if joint is None or deps[heads[joint]] == "conj" or words[joint].lower() != "and":
            continue
        second = heads[joint]
        beside = (n for n in range(i + 1, joint) if heads[n] == heads[second] and deps[n] in ("nmod", "obl"))
        first = heads[i] if i < heads[i] < joint else next(beside, None)
        if first is not None and deps[second] in ("nmod", "appos", "obl") and heads[first] not in range(i, joint):
            if heads[i] == second:
                heads[i] = first
            heads[second], deps[second] = first, "conj"


def mend_strays(tags: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs a title on the name right behind it, in place, where it is told as that of a name far before.

    "Norway's Lund suspended talks with rebel group | ELN" -> the rebel group is ELN.
    """
    for k in range(1, len(deps) - 1):
        stray = deps[k] == "nmod:desc" and heads[k] < k and tags[k] in ("NN", "NNP") and tags[k + 1] == "NNP"
        if stray and heads[k + 1] < k and deps[k + 1] in ("nmod", "obj", "obl", "appos") and heads[k] != k - 1:
            heads[k] = k + 1


def mend_borders(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs the neighbour on the border, in place, where it is told as somebody one does something with.

    "held a drill near the border | with Riga" -> the border with Riga.
    """
    for k in range(1, len(words) - 1):
        beside, thing = k - 1, heads[k]
        near = words[k].lower() == "with" and deps[k] == "case" and words[beside].lower() in ("border", "frontier")
        if near and thing > k and heads[thing] < beside and deps[thing] in ("obl", "nmod"):
            heads[thing], deps[thing] = beside, "nmod"


def mend_verbale(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes the note the noun of "a note verbale", in place, where the adjective behind it is told as one.

    "was issued a note | verbale" -> was issued a note.
    """
    for k in range(1, len(words)):
        note = k - 1
        if words[k].lower() != "verbale" or (heads[note] != k and heads[k] != note):
            continue
        over = note
        if heads[note] == k:
            heads[note], deps[note] = (note if heads[k] == k else heads[k]), deps[k]
        elif heads[note] != note:
            over = heads[note]  # what hung on the adjective is the verb's: "issued a note verbale | to Riga"
        for n in range(len(words)):
            if heads[n] == k and n not in (k, note):
                heads[n] = over
        heads[k], deps[k] = note, "amod"


def mend_headlines(tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes who is to do something its subject, in place, where a headline's infinitive is told as describing him.

    "Oslo, Riga | to hold talks on Friday" -> both are to hold them.
    """
    for k in range(2, len(words)):
        name = heads[k]
        if deps[k] != "acl" or tags[k] != "VB" or heads[name] != name:
            continue
        marked = words[k - 1] == "to" and heads[k - 1] == k and k - 1 > name
        between = range(name + 1, k - 1)
        told = any(heads[n] == name and deps[n] in ("cop", "nsubj", "det", "case") for n in range(name))
        plain = not told and all(tags[n].startswith("NN") or words[n] in (",", "and", "&") for n in between)
        named = tags[name].startswith("NNP") or (
            words[name].lower().rstrip("s") in _OFFICERS
            and any(words[n][:1].isupper() and heads[n] == name for n in range(name))
        )
        if not marked or not plain or not named:
            continue
        other = next((n for n in between if heads[n] == name and deps[n] in ("nmod:unmarked", "appos", "conj")), None)
        if other is not None and words[name + 1] in (",", "and"):
            deps[other] = "conj"
        heads[k], deps[k], heads[name], deps[name] = k, "ROOT", k, "nsubj"


def mend_dyads(tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs the first of two joined states on the noun of the second, in place, where it is told apart.

    "U.S.-|Latvian talks were held" -> talks of both.
    """
    for k in range(1, len(words) - 1):
        one, other = k - 1, k + 1
        joined = words[k] in ("-", "–", "/") and words[one][:1].isupper() and words[other][:1].isupper()
        states = joined and tags[one] in _OF_STATES and tags[other] in _OF_STATES
        noun = heads[other]
        apart = deps[one] in _APART and heads[one] not in (one, noun) and noun > other
        if states and apart and deps[other] in ("amod", "compound") and not any(h == one for h in heads[:one]):
            heads[one], deps[one] = noun, "compound"


def mend_manner(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs on the verb what the parse hangs on how it is done, in place: "meet in person | with Berg"."""
    for k, dep in enumerate(deps):
        manner = heads[k]
        told = words[manner] in _MANNERS and manner > 0 and words[manner - 1].lower() == "in"
        if dep == "nmod" and told and manner < k and deps[manner] == "obl":
            heads[k], deps[k] = heads[manner], "obl"


_MANNERS = frozenset({"person", "private", "secret", "public", "parallel"})
_OF_STATES = frozenset({"NNP", "JJ", "NNPS"})
_APART = frozenset(
    {"obl:unmarked", "nsubj", "nsubj:pass", "parataxis", "dep", "nmod:unmarked", "vocative", "dislocated"}
)


_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})
_CONTACTS = frozenset(row["lemma"] for row in rows("contacts") if (row["pos"], row["kind"]) == ("noun", "contact"))


def mend_settings(lemmas: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs those with whom one met on the meeting, in place, where the verb has both.

    "Oslo condemned the raid in a call | with Berg" -> a call with Berg.
    """
    for k, dep in enumerate(deps):
        if dep != "case" or words[k].lower() != "with" or deps[heads[k]] != "obl" or heads[k] < k:
            continue
        other, at = heads[k], k - 1
        while at > 0 and (words[at].lower() in _DAYS or words[at].lower() == "on"):
            at -= 1
        told = lemmas[at] in _CONTACTS and deps[at] == "obl" and heads[at] == heads[other] < at
        if told:
            heads[other], deps[other] = at, "nmod"


#: What stands before a guest who is "visiting", and not before what somebody does.
_MET = frozenset({"with", "by", "to", "from", "and", "for", "between", "told", "alongside"})


_SESSIONS = frozenset({"meeting", "meetings", "talks", "call", "conversation", "discussion", "discussions", "lunch"})


def mend_visiting(tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes a guest's "visiting" describe him, in place, where it is told as what somebody else does.

    "spoke with | visiting Japanese Minister Ana Lie" -> spoke with Ana Lie, who is visiting.
    """
    for k in range(1, len(words) - 1):
        if words[k].lower() != "visiting" or tags[k] != "VBG" or deps[k] not in ("advcl", "acl", "xcomp", "conj"):
            continue
        guest = next((n for n in range(k + 1, min(k + 10, len(words))) if heads[n] == k and deps[n] == "obj"), None)
        over, before = heads[k], k - 1
        met = words[before].lower() in _MET or (before == over and tags[before].startswith("VB"))
        named = guest is not None and any(heads[n] == guest and deps[n] == "nmod:desc" for n in range(k + 1, guest))
        if guest is None or not met or not named:
            continue
        near = range(max(0, before - 5), before) if words[before].lower() == "with" else ()
        dealt = next((n for n in reversed(near) if deps[n] != "compound" and words[n].lower() in _SESSIONS), None)
        heads[guest], deps[guest] = over, "obj" if before == over else "obl"
        if dealt is not None:  # "his meeting in Manila with visiting"
            heads[guest], deps[guest] = dealt, "nmod"
        heads[k], deps[k] = guest, "amod"
        if before != over and heads[before] == k:
            heads[before], deps[before] = guest, "cc" if words[before].lower() == "and" else "case"
