"""What parsers get wrong in constructions that news is full of, put right before anything is read from the parse.

Order: '"Riga agreed," Lund said after talks': she said so then. Voice: "Oslo called in Ambassador Berg" is active.
Callees: "called Norway's king on Sunday" tells whom, and not what somebody was called. Names: "the destroyer Orzel
passed" has one subject, and not two. Lists: "Greek, Turkish ministers" are both. Means: "spoke by telephone with Berg"
tells with whom. Appointments: "named Kari Lund minister" names her, to be minister. Times: "ahead of talks with Berg"
and "said following talks" are prepositions. Titles: "led by Minister Ole Berg" has its "by" from the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from pourparler.reading.mending_nouns import (
    mend_between,
    mend_borders,
    mend_dyads,
    mend_headlines,
    mend_settings,
    mend_strays,
    mend_verbale,
    mend_visiting,
)
from pourparler.reading.mending_subjects import mend_clauses
from pourparler.reading.tables import rows

#: Verbs whose object may be parsed as a predicate.
RINGING = frozenset({"call", "ring", "dial"})
#: What one speaks by, on or over.
MEANS = frozenset({"phone", "telephone", "hotline", "video", "videolink", "videoconference", "radio", "skype", "zoom"})
#: What the other side hangs on by, and nouns of contact that themselves may be "by phone".
_OTHERS = frozenset({"with", "to", "between"})
_OVER = frozenset({"by", "on", "over", "via", "through"})
_WIRES = frozenset({"phone", "telephone", "hotline"})
_DEALING = frozenset(
    {"discuss", "talk", "speak", "review", "raise", "exchange", "inform", "brief", "warn", "notify", "tell"}
)
_TALKS = frozenset({"call", "talk", "talks", "conversation", "contact", "discussion", "conference", "exchange", "line"})
#: Verbs that make somebody something.
APPOINTING = frozenset({"appoint", "name", "elect", "reappoint", "designate", "make", "declare"})
#: What something may be "ahead of" in time: a ship is ahead of another in space.
_CONTACTS = frozenset(row["lemma"] for row in rows("contacts") if row["pos"] == "noun")
_OFFERS = frozenset({"invitation", "offer", "request", "proposal", "call", "appeal", "bid", "plea", "demand"})
_DASHES = frozenset({"-", "–", "—", "--"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NN", "NNP"})
_SUBJECTS = frozenset({"nsubj", "csubj"})


def mend_parse(
    lemmas: Sequence[str], tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]
) -> None:
    """Every mending in turn, in place."""
    mend_hyphened(tags, words, heads, deps)
    mend_dyads(tags, words, heads, deps)
    mend_following(lemmas, words, heads, deps)
    mend_crossed(heads, deps)
    mend_listed(tags, words, heads, deps)
    mend_active(tags, words, heads, deps)
    mend_callees(lemmas, tags, words, heads, deps)
    mend_titled(tags, words, heads, deps)
    mend_joined(tags, heads, deps)
    mend_generals(lemmas, heads, deps)
    mend_named(tags, heads, deps)
    mend_means(lemmas, words, heads, deps)
    mend_appointed(lemmas, tags, heads, deps)
    mend_settings(lemmas, words, heads, deps)
    mend_visiting(tags, words, heads, deps)
    mend_ahead(lemmas, words, heads, deps)
    mend_strays(tags, heads, deps)
    mend_titles(heads, deps)
    mend_datelines(words, heads, deps)
    mend_between(words, heads, deps)
    mend_borders(words, heads, deps)
    mend_verbale(words, heads, deps)
    mend_headlines(tags, words, heads, deps)
    mend_listeners(lemmas, tags, heads, deps)
    mend_last(tags, words, heads, deps)
    mend_offers(lemmas, words, heads, deps)
    mend_clauses(lemmas, tags, words, heads, deps)


def mend_run_ons(
    tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str], starts: list[int]
) -> None:
    """Parts two sentences, in place, where the first ends inside a quotation that ends with it.

    'said "he declined the note." Recounting it, Lund said' -> two sentences, each with a root.
    """
    for k in range(2, len(words) - 2):
        ends = tags[k] == "''" and words[k - 1] == "." and starts[k + 1] != 1
        if not ends or not words[k + 1][:1].isupper():
            continue
        first = next(n for n in range(k, -1, -1) if starts[n] == 1 or n == 0)
        end = next((n for n in range(k + 1, len(words)) if starts[n] == 1), len(words))
        parts = (range(first, k + 1), range(k + 1, end))
        if all(any(tags[n] in _FINITE for n in part) for part in parts):
            starts[k + 1] = 1
            for part in parts:
                _root(part, tags, heads, deps)


def _root(part: range, tags: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Gives a run of words one root: its own, or the first verb that hung on a word outside it."""
    loose = [n for n in part if heads[n] == n or heads[n] not in part]
    own = [n for n in loose if heads[n] == n]
    verbs = [n for n in loose if tags[n].startswith("VB")]
    root = (own or verbs or loose)[0]
    for n in loose:
        heads[n] = root
    deps[root] = "ROOT"


def mend_hyphened(tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs the end of a hyphened name on the name, in place, where it is told as a preposition.

    "Park Jae-|in met Kari Lund" -> Park Jae-in met.
    """
    for k in range(2, len(words) - 1):
        inside = words[k] == "-" and tags[k - 1] == "NNP" and deps[k - 1] == "flat"
        if inside and words[k + 1] in ("in", "on", "up", "so", "an") and deps[k + 1] in ("case", "advmod", "mark"):
            heads[k + 1], deps[k + 1] = heads[k - 1], "flat"


def mend_following(lemmas: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes "following" behind a verb a preposition, in place, where it is told as describing the verb's object.

    '"Riga agreed," Lund said | following talks with Berg' -> said after talks.
    """
    for k in range(1, len(words)):
        noun = heads[k]
        behind = range(k + 1, min(k + 8, len(words)))
        if words[k] == "following" and deps[k] == "acl" and noun < k:  # "freed the crew | following talks"
            near = (n for n in behind if deps[n] == "obj" and heads[n] in (k, heads[noun]) and lemmas[n] in _CONTACTS)
            if (thing := next(near, None)) is not None and deps[noun] in ("obj", "nsubj:pass"):
                heads[thing], deps[thing], heads[k], deps[k] = heads[noun], "obl", thing, "case"
        if words[k] == "following" and deps[k] == "amod" and deps[noun] == "obj" and heads[noun] == k - 1 < k < noun:
            deps[k], deps[noun] = "case", "obl"


def mend_listed(tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Joins two names before a plural, in place, where a headline has a comma for "and".

    "Greek, Turkish ministers meet" -> Greek and Turkish ministers.
    """
    for k in range(2, len(words) - 1):
        first = k - 2
        named = words[k - 1] == "," and words[k][:1].isupper() and words[first][:1].isupper()
        beside = heads[k] == heads[first] > k and {deps[k], deps[first]} <= {"amod", "compound"}
        if named and beside and tags[heads[k]] in ("NNS", "NNPS"):
            heads[k], deps[k] = first, "conj"


def mend_crossed(heads: list[int], deps: list[str]) -> None:
    """Hangs what follows a verb of saying on that verb, in place, where it is told as part of the words before it.

    '"Riga agreed," Lund said | after talks with Berg' -> said after talks.
    """
    for k, dep in enumerate(deps):
        told = heads[k]
        saying = heads[told]
        if dep in ("obl", "obl:unmarked", "advcl", "advmod") and deps[told] == "ccomp" and told < saying < k:
            heads[k] = saying


def mend_active(tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes a subject that of an active verb, in place, where the verb has no auxiliary and somebody behind it.

    "Oslo, however, | called in Ambassador Berg and protested", "Berg, who is in Riga, | called for calm".
    """
    helped = {heads[n] for n, dep in enumerate(deps) if dep in ("aux", "aux:pass")}
    for k, dep in enumerate(deps):
        verb = heads[k]
        if dep == "nsubj:pass" and k < verb and verb not in helped and deps[verb] not in ("acl", "advcl", "amod"):
            kids = (n for n in range(verb + 1, min(verb + 12, len(deps))) if heads[n] == verb)
            calling = words[verb] == "called" and words[verb + 1 : verb + 2] in (["for"], ["on"], ["upon"])
            if calling or any(deps[n] in ("obj", "xcomp") and tags[n] in _NOUNS for n in kids):
                deps[k] = "nsubj"


def mend_callees(
    lemmas: Sequence[str], tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]
) -> None:
    """Gives verbs of ringing up their objects, in place; a name that its title was cut from gets it back.

    "called Prime Minister | Ole Berg" -> the name is the object, the title describes it.
    """
    for i, lemma in enumerate(lemmas):
        if lemma in RINGING and tags[i] in ("VBD", "VBZ", "VBP", "VBN") and deps[i] != "acl:relcl":
            _mend(i, tags, words, heads, deps)


def mend_named(tags: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs a name that follows its noun on the noun, in place, where both are told as the verb's subjects.

    "The destroyer | Orzel passed" -> the destroyer passed; Orzel is its name.
    """
    for k in range(1, len(deps)):
        twice = deps[k] == deps[k - 1] == "nsubj" and heads[k] == heads[k - 1] > k
        if twice and tags[k] == "NNP" and tags[k - 1] in ("NN", "NNS"):
            heads[k], deps[k] = k - 1, "appos"


def mend_titled(tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Joins a name to the title before it, in place, where the title is told as object and the name beside it.

    "will call Swedish leader | Kari Lund on Monday" -> the object is Kari Lund, Swedish leader describes her.
    """
    marked = {heads[n] for n, dep in enumerate(deps) if dep in ("case", "mark", "det", "cop")}
    for k in range(1, len(deps)):
        title = k - 1
        beside = deps[title] == "obj" and deps[k] in ("obl", "xcomp", "obj") and heads[k] == heads[title] < title
        if beside and tags[k] == "NNP" and tags[title] == "NN" and k not in marked and words[k][:1].isupper():
            owned = any(heads[n] == title and deps[n] in ("amod", "compound", "nmod:poss") for n in range(title))
            if owned and heads[title] != title:
                heads[title], deps[title], deps[k] = k, "nmod:desc", "obj"


def mend_joined(tags: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs a second subject on the first, in place, where it hangs on the name that follows the first's title.

    "Norway's minister | Kari Lund and Sweden's Ole Berg discussed" -> the minister and Ole Berg.
    """
    for k, dep in enumerate(deps):
        name = heads[k]
        first = heads[name]
        if dep == "conj" and deps[name] == "appos" and name - 1 == first and tags[name] == tags[first] == "NNP":
            heads[k] = first


def mend_generals(lemmas: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs what an office is of on its noun, in place, where it hangs on the adjective that follows that noun.

    "the directors general | of operations of Norway and Latvia" -> the directors of operations.
    """
    for k, dep in enumerate(deps):
        over = heads[k]
        if (
            dep == "nmod"
            and k > over
            and lemmas[over] == "general"
            and deps[over] == "amod"
            and heads[over] == over - 1
        ):
            heads[k] = over - 1


def mend_means(lemmas: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs whom somebody dealt with on the verb, in place, where it is told as belonging to the means.

    "spoke by telephone | with Berg" -> spoke with Berg; "contacts by phone | between Berg and Lund" -> contacts
    between them. What is discussed "over the phone" was discussed so, and is no part of it either.
    """
    for i, dep in enumerate(deps):
        if dep == "case" and words[i].lower() in _OVER and lemmas[heads[i]] in _WIRES and i < heads[i]:
            _mend_topic(heads[i], lemmas, heads, deps)
        if dep != "case" or words[i].lower() not in _OTHERS:
            continue
        other = heads[i]
        if other < i:  # the preposition, too, was hung on the means
            other = next((n for n in range(i + 1, len(deps)) if heads[n] == other and deps[n] == "nmod"), other)
        means = heads[other]
        if deps[other] == "nmod" and lemmas[means] in MEANS and deps[means] in ("obl", "nmod") and means < i < other:
            heads[i], heads[other], deps[other] = other, heads[means], deps[means]


def _mend_topic(means: int, lemmas: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """ "discussed the tariffs over the phone", "talked to his counterpart on the hotline": done over it."""
    thing = heads[means]
    told = deps[means] == "nmod" and deps[thing] in ("obj", "obl") and lemmas[thing] not in _TALKS
    if told and heads[thing] < thing < means and lemmas[heads[thing]] in _DEALING:
        heads[means], deps[means] = heads[thing], "obl"


def mend_appointed(lemmas: Sequence[str], tags: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Parts a name from the office that somebody was given, in place, where both are told as one object.

    "appointed Kari Lund defence minister" -> the object is Kari Lund, what she is made is defence minister.
    """
    for k, dep in enumerate(deps):
        verb = heads[k]
        if dep != "obj" or tags[k] != "NN" or lemmas[verb] not in APPOINTING or verb > k:
            continue
        names = [n for n in range(verb + 1, k) if heads[n] == k and deps[n] == "compound" and tags[n] == "NNP"]
        if names:
            heads[names[0]], deps[names[0]], deps[k] = verb, "obj", "xcomp"
            for n in names[1:]:
                heads[n], deps[n] = names[0], "flat"


def mend_ahead(lemmas: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes "ahead of" the preposition of its noun, in place, where the noun is told as hanging on the adverb.

    "Ahead | of talks with Berg, Lund said" -> said ahead of talks.
    """
    for i in range(len(words) - 2):
        if words[i].lower() != "ahead" or words[i + 1].lower() != "of" or heads[i] == i:
            continue
        near = (n for n in range(i + 2, min(i + 8, len(words))) if lemmas[n] in _CONTACTS)
        noun = next((n for n in near if heads[n] in (i, heads[i]) and deps[n] in ("obl", "nmod")), None)
        if deps[i] == "advmod" and noun is not None and heads[i] != noun:
            above = heads[i]
            heads[noun], deps[noun], heads[i], deps[i] = above, "obl", noun, "case"
            if heads[i + 1] != i:
                heads[i + 1], deps[i + 1] = i, "fixed"


def mend_titles(heads: list[int], deps: list[str]) -> None:
    """Hangs a preposition on the name, in place, where it is told as that of the title or the word before the name.

    "led by Foreign Minister | Ole Berg" -> by Ole Berg. "fired at HMS | Argyle" -> at Argyle.
    """
    for i, dep in enumerate(deps):
        title = heads[i]
        if dep == "case" and i < title and deps[title] in ("nmod:desc", "compound") and heads[title] > title:
            heads[i] = heads[title]


def mend_datelines(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Takes the place of a dateline for no subject, in place, where the verb has its own behind the dash.

    "ARABIAN SEA (May 5) - | The two navies sailed" -> the navies sailed.
    """
    for k, dep in enumerate(deps):
        if dep != "nsubj" or not words[k].isupper() or heads[k] <= k:
            continue
        dash = next((n for n in range(k + 1, min(k + 12, heads[k])) if words[n] in _DASHES), None)
        if dash is not None and any(deps[n] == "nsubj" and heads[n] == heads[k] for n in range(dash + 1, heads[k])):
            deps[k] = "dep"


def mend_listeners(lemmas: Sequence[str], tags: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes the name behind a verb of telling its listener, in place, where it is told as a second subject.

    "Lund told | Secretary Ole Berg that" -> Berg was told.
    """
    for k, dep in enumerate(deps):
        verb = heads[k]
        if dep != "nsubj" or k < verb or tags[k] != "NNP" or lemmas[verb] not in ("tell", "inform", "assure", "brief"):
            continue
        own = any(deps[n] == "nsubj" and heads[n] == verb for n in range(verb))
        heard = any(deps[n] in ("obj", "iobj") and heads[n] == verb for n in range(verb + 1, len(deps)))
        if own and not heard:
            deps[k] = "iobj"


def _mend(i: int, tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    near = range(max(0, i - 30), min(len(words), i + 16))
    kids = [k for k in near if heads[k] == i and k != i]
    named = [k for k in kids if deps[k] == "xcomp" and k > i and tags[k] in _NOUNS]
    things = [k for k in kids if deps[k] == "obj"]
    if len(named) != 1 or not any(deps[k] in _SUBJECTS and k < i for k in kids):
        return
    k = named[0]
    if any(words[n] in "\"“”'‘’«»" or words[n].lower() in ("a", "an", "as") for n in range(i + 1, k)):
        return  # "called it *a lie*", 'called "war"'
    if not things and any(heads[n] == k and n < k for n in range(i + 1, k)):
        deps[k] = "obj"
    elif len(things) == 1 and things[0] == k - 1 and tags[k] == "NNP" and _is_title(k - 1, i, heads, deps):
        heads[k - 1], deps[k - 1], deps[k] = k, "nmod:desc", "obj"


def _is_title(thing: int, verb: int, heads: list[int], deps: list[str]) -> bool:
    """ "*Norwegian Prime Minister* Ole Berg", but not "called President Dahl Judas"."""
    own = [deps[n] for n in range(verb + 1, thing) if heads[n] == thing]
    return bool(own) and "nmod:desc" not in own


def mend_last(tags: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Makes the verb behind "last" the verb of its sentence, in place, where the parse takes "last" for it.

    "Oslo and Riga | last held talks in May" -> they held talks.
    """
    for i, word in enumerate(words):
        verb = i + 1
        if word != "last" or heads[i] != i or verb >= len(words) or not tags[verb].startswith("VB"):
            continue
        thing = heads[verb]
        if deps[verb] != "amod" or heads[thing] != i:
            continue
        deps[verb], heads[verb], deps[thing] = deps[i], verb, "obj"
        for k in range(len(heads)):
            if k != verb and heads[k] == i:
                heads[k] = verb
        heads[i], deps[i] = verb, "advmod"


def mend_offers(lemmas: Sequence[str], words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs what is offered or asked for on the offer, in place, where the parse hangs it on the verb.

    "turned down a Latvian invitation | to talks in Tallinn" -> an invitation to talks.
    """
    for k, dep in enumerate(deps):
        mark = next((n for n in range(max(k - 3, 0), k) if heads[n] == k and deps[n] == "case"), None)
        if dep != "obl" or mark is None or words[mark] not in ("to", "for", "of") or mark == 0:
            continue
        noun = mark - 1
        if deps[noun] == "obj" and heads[noun] == heads[k] and lemmas[noun] in _OFFERS and lemmas[k] in _CONTACTS:
            heads[k], deps[k] = noun, "nmod"
