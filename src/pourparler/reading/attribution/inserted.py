"""Cues that stand in the middle or at the end of what is said, between commas: "The line, he said, was open."

There the parse has to choose one clause and often chooses a part; typography tells the whole.
"""

from __future__ import annotations

from pourparler.reading.attribution.drafts import CUES, DAYS, LINKING, OCCASIONS, is_speech, trimmed
from pourparler.reading.syntax import QUOTE_MARKS, Syntax

_COMMAS = frozenset({",", "-", "–", "—", "--"})
_AFTER_PLACE = frozenset({":", "-", "–", "—", "--"})
_ENDS = frozenset({".", ";", "!", "?", "…"})
_LINKS = frozenset({"but", "and", "yet", "so"})
#: What may begin the rest of a sentence without going on with the clause before the cue.
_NEW_CLAUSE = frozenset({"and", "but", "or", "which", "who", "while", "although", "though", "because", "as", "after"})
#: Prepositions that may be conjunctions.
_MARKS = frozenset({"as", "after", "before", "since", "while"})
#: Prepositions of where and when something was said.
_PLACING = frozenset({"at", "in", "on", "during", "after", "before", "from"})
_RELAYED = frozenset({"reported", "reports", "report", "said", "says", "quoted", "cited", "wrote", "writes"})
#: What one who hands on a story does: "As the radio reported, ..."
_TELLING = frozenset({"report", "say", "note", "state", "write", "tell", "observe", "explain", "reveal", "recount"})
#: Marks that may open a quotation, single ones included.
_OPENING = QUOTE_MARKS | {"‘", "'"}
_Spans = list[tuple[int, int]]


def spans_around(syntax: Syntax, i: int, source: int | None) -> _Spans:
    """What stands before a cue that commas set off and, where the sentence goes on with it, what stands after."""
    own = tag_of(syntax, i, source)
    if own is None:
        return _led_by_as(syntax, i)
    first, last = own
    begin, end = segment(syntax, i)
    spans = []
    start = _host_start(syntax, first, last, begin)
    if start < first - 1 or (start < first and syntax.pos[start] != "PUNCT"):
        spans.append(trimmed(syntax, start, first - 1))
    if spans and not _a_clause(syntax, start, first):
        spans = []
    rest = last + 1
    cut_verb = first > 1 and syntax.pos[first - 2] == "AUX"  # "They had, the envoy said, taken note"
    goes_on = rest < end and _comma(syntax, rest) and _goes_on(syntax, rest + 1, end, cut_verb=cut_verb)
    speaker = _speaker(syntax, i, source)
    if goes_on and spans and speaker is not None and speaker > i and syntax.lower[rest + 1] in _PLACING:
        goes_on = any(syntax.finite(k) for k in range(rest + 1, end) if syntax.pos[k] in ("VERB", "AUX"))
    if goes_on and syntax.lower[rest + 1] == "without" and syntax.tag[rest + 2] == "VBG":
        goes_on = False  # "..., the radio said, without elaborating"
    if goes_on:  # else '"It is false," said Lund, the spokesman, *at a briefing here*'
        if not spans and start < first - 1:
            spans.append(trimmed(syntax, start, first - 1))
        spans.append(trimmed(syntax, _past_links(syntax, rest + 1, end), end - 1))
    return spans


def _led_by_as(syntax: Syntax, i: int) -> _Spans:
    """ "*As the radio reported*, the envoys met": the rest of the sentence, where *as* leads it."""
    begin, end = segment(syntax, i)
    subject = syntax.grammatical_subject(i)
    told = syntax.children(i, "ccomp", "obj", "iobj", "xcomp")
    if syntax.lower[begin] != "as" or syntax.head[begin] != i or subject is None or not begin < subject < i or told:
        return []
    if syntax.lemma[i] not in _TELLING or "had" in syntax.auxiliaries(i):
        return []  # "As Oslo had warned, ...", "As analysts expected, ...": it came true, says the outlet
    after = [k for k in syntax.children(i, "obl") if k > i and syntax.lemma[k] not in DAYS | OCCASIONS]
    comma = syntax.edges(i)[1] + (syntax.word[syntax.edges(i)[1]] != ",")
    main = syntax.head[i]
    if any(syntax.preposition(k) not in ("on", "in") for k in after) or not comma < main < end:
        return []
    if syntax.word[comma] != "," or not syntax.finite(main) or is_speech(syntax, main):
        return []
    return [trimmed(syntax, comma + 1, end - 1)]


def _a_clause(syntax: Syntax, start: int, end: int) -> bool:
    """Whether a verb, a predicate or a quotation stands there: "In May, the agency reported the plan" has none."""
    return any(syntax.pos[k] in ("VERB", "AUX") or syntax.word[k] in QUOTE_MARKS for k in range(start, end))


def tag_of(syntax: Syntax, i: int, source: int | None) -> tuple[int, int] | None:
    """First and last token of "he said on Monday" where commas set it off; None where it leads or has a clause."""
    subject = _speaker(syntax, i, source)
    if any(k > i and syntax.finite(k) is False for k in syntax.children(i, "xcomp") if syntax.lemma[i] == "claim"):
        return None  # "claimed to have sunk the boat"
    if subject is None or syntax.tag[subject] in ("WP", "WDT"):
        return None
    first = min(i, syntax.phrase(subject)[0]) if subject < i else i
    while first > 0 and (
        (syntax.head[first - 1] == i and syntax.dep[first - 1] in ("advmod", "aux", "aux:pass"))
        or (syntax.lower[first - 1] in ("so", "or", "as") and syntax.pos[first - 1] != "VERB")
    ):
        first -= 1
    begin, end = segment(syntax, i)
    if first <= begin or not _set_off(syntax, first - 1, begin) or _past_dateline(syntax, begin, first) == first:
        return None
    last = _last(syntax, i, subject)
    if any(syntax.lower[k] == "that" and syntax.dep[k] == "mark" for k in range(i + 1, last + 1)):
        return None  # "said in a statement that ...": the clause may hang on the statement
    after = syntax.word[last + 1] if last + 1 < end else "."
    comma = last + 1 < end and _comma(syntax, last + 1)
    if not comma and after not in _ENDS and after not in QUOTE_MARKS:
        return None
    quoted = (comma or after in QUOTE_MARKS) and _quotes_only(syntax, first, last, begin, end)
    if quoted or (comma and _clause_after(syntax, i, last)):
        return None
    return first, last


def segment(syntax: Syntax, i: int) -> tuple[int, int]:
    """The sentence around a token, or the part of it that semicolons set off; quotation marks are no ends."""
    begin, end = syntax.sentences[syntax.sentence_of[i]]
    begin = max(begin, syntax.body.start)
    for k in range(i, begin, -1):
        if syntax.word[k] == ";":
            begin = k + 1
            break
    return begin, next((k for k in range(i, end) if syntax.word[k] == ";"), end)


def _speaker(syntax: Syntax, i: int, source: int | None) -> int | None:
    """The subject where it stands: before the cue, or after it ("said the minister")."""
    own = subject_of(syntax, i)
    if own is not None:
        return own
    return source if source is not None and syntax.head[source] == i else None


def subject_of(syntax: Syntax, i: int) -> int | None:
    """The subject of a cue; where the parse gave it to what is said, the noun phrase right before the cue."""
    own = syntax.grammatical_subject(i)
    begin, _ = segment(syntax, i)
    own = _past_body(syntax, i, own)
    opened = _past_dateline(syntax, begin, i)
    if opened > begin and (own is None or own < opened):
        return _after_dateline(syntax, opened, i)
    apart = own is not None and own + 1 < i and syntax.word[own + 1] in (":", ",")
    if apart:  # "OSLO: The line is open, an official said": a dateline taken for the subject
        own = next((k for k in reversed(syntax.children(i, "nsubj", "nsubj:pass")) if k != own and k < i), own)
    if own is None:
        return _noun_before(syntax, i) if syntax.finite(i) and syntax.dep[i] != "conj" else None
    first = min((k for k in syntax.kids[i] if syntax.dep[k].startswith("aux")), default=i)
    for k in syntax.children(own, "appos"):  # "BSF men, *the official* was quoted as saying, had fired"
        if own < k < i and syntax.edges(k)[1] == first - 1 and syntax.pos[k] in ("NOUN", "PROPN"):
            return k if syntax.word[first - 1] != "," else own
    return own


def _past_body(syntax: Syntax, i: int, own: int | None) -> int | None:
    """ "PLA Senior Colonel *Yang* told": the parse takes the letters of a body in his title for a subject too."""
    if own is None or not syntax.word[own].isupper() or len(syntax.word[own]) < 2:
        return own
    twin = next((k for k in syntax.children(i, "nsubj") if own < k < i and syntax.pos[k] == "PROPN"), None)
    return twin if twin is not None and syntax.phrase(twin)[0] == own + 1 else own


def _after_dateline(syntax: Syntax, opened: int, i: int) -> int | None:
    """ "OSLO, Norway — *Officials* on Sunday said": the parse may hang the speaker on the place."""
    outside = (k for k in range(opened, i) if not opened <= syntax.head[k] < i)
    return next((k for k in outside if syntax.pos[k] in ("NOUN", "PROPN") and not syntax.preposition(k)), None)


def _noun_before(syntax: Syntax, i: int) -> int | None:
    """The head of the noun phrase that ends right before a verb; a time between them is passed over."""
    k = i - 1
    begin, _ = segment(syntax, i)
    if syntax.word[k] in QUOTE_MARKS:
        return None  # "'...,' snapped an aide": the words before are the quotation's
    if k > begin and syntax.dep[k].startswith("obl") and syntax.tag[k] == "NNP" and syntax.preposition(k) == "on":
        k = syntax.edges(k)[0] - 1
    closed = k > begin and syntax.word[k] == ","
    while k > begin and syntax.pos[k] == "PUNCT":
        k = k - 1 if syntax.word[k] == "," else syntax.head[k]
    fence = max((c for c in range(begin, k) if syntax.word[c] == ","), default=begin - 1)
    while syntax.pos[syntax.head[k]] != "VERB" or syntax.dep[syntax.head[k]] in ("acl:relcl", "acl"):
        above = syntax.head[k]
        if above == k or above >= i or above < begin or (above < fence and not closed):
            break
        if syntax.dep[k] == "appos" and syntax.pos[k] == "PROPN" and syntax.preposition(above):
            break  # "Asked about the talks, *Ole Berg*, the minister, said": no name of the talks
        k = above
    named = syntax.pos[k] in ("NOUN", "PROPN", "PRON") and k > begin
    mark = syntax.preposition(k)
    clause = mark in _MARKS and syntax.dep[i] == "advcl"  # "as *a spokesman* in Paris claimed", parsed as an oblique
    return k if named and (not mark or clause) and syntax.edges(k)[1] >= i - 6 else None


def _set_off(syntax: Syntax, before: int, begin: int) -> bool:
    """Whether a comma stands before, or a quotation mark that closes a sentence or follows a comma."""
    if _comma(syntax, before):
        return True
    return syntax.word[before] in QUOTE_MARKS and before > begin and syntax.word[before - 1] in {",", "?", "!"}


def _last(syntax: Syntax, i: int, subject: int) -> int:
    """Last token of cue, subject, addressee, time and place, as far as they stand in one run."""
    last = max(i, syntax.edges(subject)[1] if subject > i else i)
    for k in syntax.kids[i]:
        told = syntax.relation[k] in ("obj", "iobj") and syntax.lemma[i] in ("tell", "inform", "remind", "assure")
        if k > last and (told or syntax.relation[k] in ("obl", "advmod", "iobj", "compound", "xcomp")):
            a, b = syntax.edges(k)
            if a == last + 1 and not (syntax.relation[k] == "xcomp" and syntax.pos[k] != "ADJ"):
                last = b
    if syntax.lemma[i] in ("quote", "cite", "report"):  # "was quoted by the agency as saying"
        last = next((k for k in range(last, min(last + 9, syntax.size)) if syntax.lower[k] == "saying"), last)
        last = max([last, *(syntax.edges(k)[1] for k in syntax.obliques(last, "by"))])
    comma = next((k for k in range(max(i, subject) + 1, last + 1) if _comma(syntax, k)), None)
    if comma is not None and comma < last and not syntax.under(comma + 1, subject):
        last = comma - 1
    while last > i and syntax.pos[last] == "PUNCT":
        last -= 1
    return last


def _comma(syntax: Syntax, k: int) -> bool:
    """Whether a comma, or a dash with a space before it, stands there; the hyphen of "e-mail" is neither."""
    return syntax.word[k] in _COMMAS and (syntax.word[k] == "," or syntax.end[k - 1] < syntax.start[k])


def _quotes_only(syntax: Syntax, first: int, last: int, begin: int, end: int) -> bool:
    """Whether only what follows is quoted: "Asked about it, he said, 'Never.'"."""
    follows = any(syntax.word[k] in _OPENING for k in range(last + 1, min(last + 3, end)))
    if not follows or any(syntax.word[k] in _OPENING for k in range(begin, first)):
        return False
    if syntax.lower[begin] in ("if", "unless"):
        return False  # "If it falls, she said, 'there will be chaos'"
    cut_off = any(syntax.dep[k].startswith("nsubj") for k in range(begin, first))  # "The ship, he said, 'was ours'"
    return not cut_off or _a_clause(syntax, begin, first)


def _clause_after(syntax: Syntax, i: int, last: int) -> bool:
    """Whether the cue has its clause after it all the same: "Oslo said, citing a survivor, that the boat sank"."""
    return any(
        syntax.dep[k] == "ccomp" and k > last and any(syntax.lower[c] == "that" and c > last for c in syntax.kids[k])
        and not any(syntax.lower[c] == "and" for c in range(last + 1, min(last + 3, syntax.size)))
        for k in syntax.kids[i]
    )  # fmt: skip


def _goes_on(syntax: Syntax, start: int, end: int, *, cut_verb: bool) -> bool:
    """Whether the rest of the sentence is still what is said: not a report of its own, nor "adding that ..."."""
    if start >= end - 1:
        return False
    word = syntax.lower[start]
    if word in ("according", "citing", "quoting", "although", "though", "while", "when", "as", "who", "whereas"):
        return False
    if syntax.tag[start] in ("VBG", "VBN") and not cut_verb:
        return False
    if _is_relay(syntax, start, end):
        return False
    return not any(
        syntax.pos[k] == "VERB"
        and syntax.lemma[k] in CUES
        and (is_speech(syntax, k) or syntax.lemma[k] == "reject")
        and syntax.finite(k)
        and syntax.dep[k] in ("ROOT", "conj", "parataxis", "advcl", "acl:relcl")
        for k in range(start, end)
    )


def _is_relay(syntax: Syntax, start: int, end: int) -> bool:
    """ "..., Dahl said, *Interfax reported*.": who relays it, however the parse hangs him on."""
    rest = [k for k in range(start, end) if syntax.pos[k] not in ("PUNCT", "SPACE")]
    told = [k for k in rest if syntax.lower[k] in _RELAYED]
    return (
        len(rest) <= 8 and bool(told) and syntax.pos[rest[0]] in ("PROPN", "NOUN", "DET", "ADJ") and told[0] > rest[0]
    )


def _past_links(syntax: Syntax, start: int, end: int) -> int:
    """Past "and that": the joint of two things said."""
    if syntax.lower[start] in _LINKS and start + 2 < end and syntax.lower[start + 1] == "that":
        return start + 2
    return start


def _host_start(syntax: Syntax, first: int, last: int, begin: int) -> int:
    """Where what is said begins: the sentence, or the inner clause that the cue cuts in two.

    "was expelled because he belonged, it alleged, to the service": only *he belonged to the service* is alleged.
    """
    before, after = first - 2, last + 2
    if last + 1 < syntax.size and _comma(syntax, last + 1) and after < syntax.size and before > begin:
        inner = _clause_of(syntax, before)
        fresh = syntax.lower[after] in _NEW_CLAUSE or syntax.tag[after] in ("VBG", "VBN")
        if inner is not None and not fresh and not _finite_near(syntax, after):
            mark = min((k for k in syntax.kids[inner] if syntax.dep[k] == "mark"), default=None)
            if mark is not None and mark > begin:
                return mark + 1
    return past_opening(syntax, begin, first - 1)


def past_opening(syntax: Syntax, begin: int, end: int) -> int:
    """The first token of what is said: past a dateline, "and", "however" and stray marks, which are the outlet's."""
    begin = _past_dateline(syntax, begin, end)
    while begin < end:
        linking = syntax.lower[begin] in LINKING and syntax.word[begin + 1] == ","
        if not linking and syntax.lower[begin] not in _LINKS and syntax.pos[begin] not in ("PUNCT", "SPACE"):
            break
        begin += 1 + linking
    return begin


def _past_dateline(syntax: Syntax, begin: int, end: int) -> int:
    """Past "OSLO: ", "OSLO - ", "OSLO, Norway — " at the head of a paragraph."""
    if not (syntax.word[begin].isupper() and len(syntax.word[begin]) > 3):
        return begin
    for k in range(begin + 1, min(begin + 8, end)):
        if syntax.word[k] in _AFTER_PLACE and (syntax.word[k] == ":" or _comma(syntax, k)):
            return k + 1
        if not syntax.word[k][:1].isupper() and syntax.word[k] != "," and not syntax.word[k].isdigit():
            break
    return begin


def _clause_of(syntax: Syntax, i: int) -> int | None:
    """The nearest finite clause around a token, where it is a subordinate one."""
    for k in (i, *syntax.ancestors(i)):
        if syntax.pos[k] in ("VERB", "AUX") and syntax.finite(k):
            return k if syntax.dep[k] in ("advcl", "acl", "ccomp", "conj") else None
    return None


def _finite_near(syntax: Syntax, k: int) -> bool:
    """Whether a finite verb stands in the next few words: a new clause, or the one that the cue interrupted."""
    return any(syntax.tag[j] in ("VBD", "VBZ", "VBP", "MD") for j in range(k, min(k + 3, syntax.size)))
