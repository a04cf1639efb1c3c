"""Cues that govern their content in a way of their own: accuse of, call on, describe as, condemn for, dismiss."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.reading.attribution.clauses import clause_span
from pourparler.reading.attribution.drafts import CLAIMS, DAYS, OCCASIONS, Draft, marked, trimmed, words_of
from pourparler.reading.syntax import Syntax

_Spans = Iterator[tuple[int, int]]
_UNTRUE = words_of("untrue")
_POINTING = frozenset({"it", "this", "that", "which", "them", "these", "those", "all"})
#: Particles that make a call no name.
_CALLING = frozenset({"in", "off", "up", "out", "back", "by", "over"})
#: What makes a claim a title to land or sea.
_RIVAL = frozenset({"rival", "territorial", "competing", "overlapping", "maritime", "sovereignty", "historic", "legal"})
#: What is accused and cannot be the whole of an accusation: "blames *the other*".
_OTHER = frozenset({"other", "another", "him", "her", "it", "them"})


def infinitive(syntax: Syntax, i: int, addressed: int | None) -> int | None:
    """The infinitive that tells what somebody is to do; the parse may hang it on who is to do it."""
    places = [i, *([addressed] if addressed is not None else [])]
    for k in (k for p in places for k in syntax.kids[p]):
        if syntax.dep[k] in ("xcomp", "advcl", "ccomp", "acl") and k > i and marked(syntax, k, "to"):
            return k
    return None


def accused_of(syntax: Syntax, i: int) -> _Spans:
    """ "accused Yerevan *of* shelling", "charged Rwanda *with* supporting rebels"; parsed under either noun."""
    words = ("with",) if syntax.lemma[i] == "charge" else ("of",)
    thing = syntax.child(i, "obj", "iobj")
    if thing is None and not syntax.passive(i):
        return
    below = [*syntax.kids[i], *(syntax.kids[thing] if thing is not None else ())]
    found = [k for k in below if k > i and marked(syntax, k, *words)]
    deeds = [k for k in found if syntax.tag[k] == "VBG"] or found
    if deeds:
        first = next(k for k in sorted(syntax.subtree(deeds[0])) if syntax.lower[k] in words)
        start, end = clause_span(syntax, deeds[0], i, drop=words)
        yield max(start, syntax.start[first + 1]), end
    elif syntax.lemma[i] == "charge":
        clause = syntax.child(i, "ccomp")
        if clause is not None:
            yield clause_span(syntax, clause, i)


def blamed_for(syntax: Syntax, i: int) -> _Spans:
    """ "condemned the envoy *for* leaving", "denounced it *as* a crime", "blamed the weather"."""
    as_what = list(named_as(syntax, i))
    thing = syntax.patient(i)
    if thing is None:  # "condemned in the strongest terms the attack": a late object, parsed beside the oblique
        thing = next((a for k in syntax.children(i, "obl") if k > i for a in syntax.children(k, "appos", "dep")), None)
    if as_what or thing is None:
        yield from as_what
        return
    if syntax.lemma[i] in ("condemn", "decry") and syntax.pos[thing] == "NOUN":
        yield with_adverbials(syntax, i, thing)
        return
    if syntax.lower[thing] == "what":
        yield from _what_it_called(syntax, i, thing)
        return
    for k in (*syntax.kids[i], *syntax.kids[thing]):
        if k > thing and marked(syntax, k, "for") and syntax.relation[k] in ("obl", "nmod", "advcl", "acl"):
            start, end = clause_span(syntax, k, i, drop=("for",))
            yield start + 4 * syntax.text.startswith("for ", start), end  # "..., for launching attacks"
            return
    blame = [k for k in syntax.obliques(i, "on") if k > thing] if syntax.lemma[i] == "blame" else []
    if blame and thing > i:  # "blamed the war *on years of meddling*"
        yield trimmed(syntax, syntax.edges(thing)[0], max(syntax.edges(k)[1] for k in blame))
    elif syntax.lower[thing] not in _OTHER | _POINTING:
        yield trimmed(syntax, *syntax.edges(thing)) if thing > i else trimmed(syntax, *syntax.phrase(thing))


def _what_it_called(syntax: Syntax, i: int, what: int) -> _Spans:
    """ "denounced *what it said was* an incursion near Alta": the thing named, to the end of the clause."""
    inner = next((k for k in range(what + 1, min(what + 6, syntax.size)) if syntax.pos[k] == "VERB"), None)
    if inner is None:
        return
    first, last = inner + 1, syntax.edges(i)[1]
    while first < last and (syntax.pos[first] == "AUX" or syntax.lower[first] == "as"):
        first += 1
    comma = next((k for k in range(first, last) if syntax.word[k] == ","), last + 1)
    yield trimmed(syntax, first, comma - 1)


#: Nouns of links between clauses: "as a result of", "as part of".
_LINKS = frozenset({"result", "consequence", "part", "matter", "rule", "precaution"})


def named_as(syntax: Syntax, i: int) -> _Spans:
    """ "described the flight *as* reckless"."""
    for k in syntax.kids[i]:
        if syntax.lemma[k] in _LINKS and syntax.relation[k] == "obl":
            continue  # "condemned the raid, *as a result of which* two died"
        if k > i and marked(syntax, k, "as") and syntax.relation[k] in ("obl", "advcl", "xcomp", "ccomp"):
            first = next(t for t in syntax.subtree(k) if syntax.lower[t] == "as") + 1
            yield trimmed(syntax, min(first, k), syntax.edges(k)[1])
            return
    thing = syntax.child(i, "obj")
    for k in syntax.kids[thing] if thing is not None else ():
        if k > i and marked(syntax, k, "as") and syntax.relation[k] == "nmod":
            first = next(t for t in syntax.subtree(k) if syntax.lower[t] == "as") + 1
            yield trimmed(syntax, min(first, k), syntax.edges(k)[1])
            return


def called_for(syntax: Syntax, i: int) -> _Spans:
    """ "called on both sides to withdraw", "called for calm", "called on China for restraint"."""
    if syntax.child(i, "obj") is not None:
        return  # "called its envoy back for talks"
    asked = [k for k in syntax.obliques(i, "on", "upon", "to", "for") if k > i]  # not "on Tuesday called on Riga"
    for k in asked:
        task = infinitive(syntax, i, k)
        if task is not None and k < task:
            case = syntax.preposition(k) == "for"
            first = task if case and syntax.edges(k)[1] < task else k
            yield trimmed(syntax, _noun_start(syntax, first if not case else k), syntax.edges(task)[1])
            return
    for k in syntax.obliques(i, "for"):
        first, last = syntax.edges(k)
        yield trimmed(syntax, first + (syntax.lower[first] == "for"), last)
        return


def _noun_start(syntax: Syntax, k: int) -> int:
    return syntax.phrase(k)[0]


def named(syntax: Syntax, i: int) -> _Spans:
    """ "called the flight *a provocation*", "what it calls *incursions*"; the object of a thing called untrue."""
    if syntax.lemma[i] == "call" and syntax.lower[i + 1] in _CALLING:
        return  # "called in the envoy", "called off the trip"
    names = [k for k in syntax.children(i, "xcomp", "ccomp") if k > i]
    thing = syntax.child(i, "obj")
    if names and syntax.dep[i] == "acl" and all(syntax.pos[k] == "PROPN" for k in names):
        return  # "the South China Sea, called the East Sea by Vietnam": a name and no view
    if names and thing is not None and syntax.pos[thing] == "PRON" and syntax.tag[names[-1]] != "VB":
        yield trimmed(syntax, min(syntax.edges(k)[0] for k in names), max(syntax.edges(k)[1] for k in names))
        return
    if names and thing is not None and is_untrue(syntax, i) and thing < names[0]:
        inner = syntax.child(thing, "acl", "nmod", "ccomp") if syntax.lemma[thing] in CLAIMS else None
        yield trimmed(syntax, *syntax.edges(thing)) if inner is None else clause_span(syntax, inner, i, ("that", "of"))
    elif names:
        start = min(syntax.edges(k)[0] for k in names)
        if syntax.tag[names[-1]] == "VB":
            return  # "called him to say"
        yield trimmed(syntax, start, max(syntax.edges(k)[1] for k in names))
    elif syntax.dep[i] == "acl:relcl" and thing is not None and thing > i and _what(syntax, i):
        yield trimmed(syntax, *syntax.edges(thing))


def _what(syntax: Syntax, i: int) -> bool:
    return syntax.lower[syntax.head[i]] == "what" or any(syntax.lower[k] == "what" for k in syntax.kids[i])


def is_untrue(syntax: Syntax, i: int) -> bool:
    """Whether the name a thing is given says that it is not so."""
    return any(syntax.lemma[k] in _UNTRUE for k in syntax.children(i, "xcomp", "ccomp", "obl", "advcl") if k > i)


def object_clause(syntax: Syntax, i: int) -> _Spans:
    """ "considers the seizure an act of piracy"."""
    thing, rest = syntax.child(i, "obj"), syntax.child(i, "xcomp")
    if thing is not None and rest is not None:
        ends = [*syntax.edges(thing), *syntax.edges(rest)]
        yield trimmed(syntax, min(ends), max(ends))
        return
    clause = syntax.child(i, "ccomp")
    if clause is not None and clause > i:
        yield clause_span(syntax, clause, i)


def noun_clause(syntax: Syntax, i: int) -> _Spans:
    """ "voiced hope *that talks would resume*", "gave a warning of *new raids*"."""
    thing = syntax.patient(i)
    for holder in [k for k in (thing, i) if k is not None]:
        for k in syntax.children(holder, "acl", "ccomp"):
            if syntax.dep[k] != "acl:relcl" and k > i:
                yield clause_span(syntax, k, i)
                return
    if thing is not None and thing > i and syntax.children(thing, "nmod"):
        yield trimmed(syntax, *syntax.edges(thing))


def predicate(syntax: Syntax, i: int) -> _Spans:
    """ "is adamant *that the strait is open*", "was blunt: *the visit is off*"."""
    if not syntax.children(i, "cop") and syntax.dep[i] != "conj":
        return
    for k in syntax.children(i, "ccomp", "parataxis", "advcl"):
        colon = syntax.dep[k] == "parataxis" and syntax.word[syntax.edges(k)[0] - 1] == ":"
        opened = any(syntax.word[c] == ":" for c in syntax.kids[k] if c < k)
        if k > i and (colon or opened or (syntax.dep[k] == "ccomp" and syntax.finite(k))):
            yield clause_span(syntax, k, i)
            return


def planned(syntax: Syntax, i: int) -> _Spans:
    """ "threatened *to walk out*", "threatened *retaliation*"."""
    deed = syntax.child(i, "xcomp")
    if deed is not None and deed > i and marked(syntax, deed, "to"):
        yield clause_span(syntax, deed, i, drop=("to",))
        return
    thing = syntax.child(i, "obj")
    if thing is not None and thing > i and syntax.pos[thing] == "NOUN" and not syntax.obliques(i, "with"):
        yield trimmed(syntax, *syntax.edges(thing))


def let_known(syntax: Syntax, i: int) -> _Spans:
    """ "let it be known *that no talks were planned*"."""
    known = syntax.child(i, "xcomp")
    clause = syntax.child(known, "ccomp") if known is not None and syntax.lower[known] == "known" else None
    if clause is not None and clause > i:
        yield clause_span(syntax, clause, i)


def insisted_on(syntax: Syntax, i: int) -> _Spans:
    """ "insisted *on the release of the crew*", "warned *against new raids*"."""
    words = ("on", "upon") if syntax.lemma[i] == "insist" else ("against",)
    for k in syntax.kids[i]:
        if k > i and marked(syntax, k, *words) and syntax.relation[k] in ("obl", "advcl"):
            yield clause_span(syntax, k, i, drop=words)
            return


def document(syntax: Syntax, i: int) -> _Spans:
    """ "the data showed *that the boat had strayed*"; nothing without a clause."""
    clause = syntax.child(i, "ccomp")
    if clause is not None and clause > i and (syntax.tag[clause] != "VBG" or syntax.finite(clause)):
        yield clause_span(syntax, clause, i)


def thing_said(syntax: Syntax, i: int, before: list[Draft]) -> _Spans:
    """The object of a cue: "confirmed *the call*"; of a claim, what was claimed."""
    thing = syntax.patient(i)
    if thing is None:
        return
    if _stands_for_claim(syntax, i, thing):
        yield from claimed(syntax, i, before)
    elif syntax.lemma[i] in ("demand", "expect") and (task := infinitive(syntax, i, thing)) is not None and thing > i:
        yield trimmed(syntax, syntax.edges(thing)[0], max(syntax.edges(thing)[1], syntax.edges(task)[1]))
    elif syntax.pos[thing] != "PRON" and thing > i:
        yield with_adverbials(syntax, i, thing)


def with_adverbials(syntax: Syntax, i: int, thing: int) -> tuple[int, int]:
    """A thing said with what tells more about it: "raised the overflight *by two jets on 13 September near Alta*".

    The parse hangs such phrases on the verb. A day at the very end is the day of saying, and so is the occasion.
    """
    first, last = syntax.edges(thing)
    if (place := _where_it_was_said(syntax, thing)) is not None:
        return trimmed(syntax, first, syntax.edges(place)[0] - 1)
    if (aside := _aside(syntax, i, first, last)) is not None:
        last = aside
    day = next((k for k in range(thing + 1, last + 1) if _bare_day(syntax, k)), None)
    if day is not None:  # "demanded an answer *Friday* from Riga", parsed under the answer
        return trimmed(syntax, first, day - 1)
    for k in syntax.kids[i]:
        a, b = syntax.edges(k)
        if k == a == last + 1 and _bare_day(syntax, k):
            break
        if k > thing and a == last + 1 and syntax.relation[k] in ("obl", "nmod"):
            occasion = syntax.lemma[k] in OCCASIONS and syntax.preposition(k) != "for"
            occasion = occasion or syntax.preposition(k) in ("with", "to", "during")
            closes = b + 1 >= syntax.size or syntax.word[b + 1] in {".", ",", ";"} or syntax.lower[b + 1] == "and"
            if occasion or (closes and _is_day(syntax, k)):
                break
            last = b
    return trimmed(syntax, first, last)


def _aside(syntax: Syntax, i: int, first: int, last: int) -> int | None:
    """The last word before "*, to which Riga agreed*", which the outlet adds to what is announced."""
    if syntax.lemma[i] != "announce":
        return None
    commas = (k for k in range(first + 1, last - 1) if syntax.word[k] == ",")
    return next((k - 1 for k in commas if "which" in syntax.lower[k + 1 : k + 3]), None)


def _where_it_was_said(syntax: Syntax, thing: int) -> int | None:
    """ "announced the news *from Riga, where he is on a visit*", parsed under the news."""
    places = (k for k in syntax.obliques(thing, "in", "from", "at") if k > thing + 1)
    return next((k for k in places if any(_is_where(syntax, c) for c in syntax.children(k, "acl:relcl"))), None)


def _is_where(syntax: Syntax, clause: int) -> bool:
    return any(syntax.lower[c] == "where" for c in syntax.kids[clause])


def _bare_day(syntax: Syntax, k: int) -> bool:
    """ "demanded an explanation *Thursday*": a weekday without a preposition is the day of saying."""
    bare = syntax.lower[k] in DAYS and not syntax.kids[k] and syntax.relation[k] in ("obl", "nmod")
    return bare and syntax.lower[k].endswith("day") and syntax.lower[k - 1] not in ("of", "last", "next", "this")


def _is_day(syntax: Syntax, k: int) -> bool:
    words = {syntax.lower[t] for t in syntax.subtree(k)}
    return bool(words & DAYS) or any(syntax.pos[t] == "NUM" for t in syntax.subtree(k))


def _stands_for_claim(syntax: Syntax, i: int, thing: int) -> bool:
    whole = syntax.child(i, "obj")  # "..., which Moscow denied": the claim before, not its last noun
    return syntax.lemma[thing] in CLAIMS or (whole is not None and syntax.lower[whole] == "which")


def claimed(syntax: Syntax, i: int, before: list[Draft]) -> _Spans:
    """What was claimed: the claim's own clause ("denied the report that ..."), else the claim told before."""
    thing = next((k for k in (syntax.patient(i), *_claims_beside(syntax, i)) if k is not None), None)
    if thing is None or not _stands_for_claim(syntax, i, thing):
        return
    if thing > i and _of_their_own(syntax, i, thing):
        yield with_adverbials(syntax, i, thing)
        return
    own = next((k for k in syntax.children(thing, "acl", "ccomp") if syntax.dep[k] != "acl:relcl"), None)
    if own is not None and syntax.tag[own] in ("VBG", "VBN") and not syntax.finite(own):
        yield from _beyond_participle(syntax, i, thing, own)
        return
    if own is not None and syntax.lower[thing] not in _POINTING:
        yield clause_span(syntax, own, i, drop=("that", "of"))
        return
    claim = claim_before(syntax, i, before)
    if claim is not None:
        yield from claim.content
    elif syntax.pos[thing] == "NOUN" and syntax.head[i] != thing:
        yield trimmed(syntax, *syntax.edges(thing))


def _of_their_own(syntax: Syntax, i: int, thing: int) -> bool:
    """ "brushed off *rival claims from other states*", "*claims to the islet*": a title to something, no report."""
    plural = syntax.tag[thing] == "NNS"
    modified = any(syntax.dep[k] == "amod" and syntax.lemma[k] in _RIVAL for k in syntax.kids[thing])
    over = any(syntax.preposition(k) in ("to", "over") for k in syntax.children(thing, "nmod"))
    return syntax.lemma[thing] == "claim" and (modified or (over and plural))


def _beyond_participle(syntax: Syntax, i: int, thing: int, own: int) -> _Spans:
    """ "refuted reports *appearing in the press* that the two had met": that clause, else the whole thing."""
    below = (k for k in syntax.subtree(own) if any(syntax.lower[c] == "that" for c in syntax.kids[k]))
    clause = next((k for k in below if syntax.pos[k] in ("VERB", "AUX") and syntax.finite(k)), None)
    if clause is None:
        yield trimmed(syntax, *syntax.edges(thing))
    else:
        yield clause_span(syntax, clause, i)


def _claims_beside(syntax: Syntax, i: int) -> list[int]:
    """ "dismissed as a lie the assertion that ...": a late object, parsed as an oblique."""
    return [k for k in syntax.children(i, "obl", "dep", "conj") if syntax.lemma[k] in CLAIMS and k > i]


def _tells(syntax: Syntax, outer: Draft, inner: Draft) -> bool:
    """Whether a statement is told inside a quotation of another: "'They said they back them,' he said"."""
    at = syntax.start[inner.cue[0]]
    return any(q.start <= at < q.end for q in outer.quoted) and any(a <= at < b for a, b in outer.content)


def claim_before(syntax: Syntax, i: int, before: list[Draft]) -> Draft | None:
    """The statement that "the claim" or "it" stands for: the nearest of another source, an accusation before others."""
    denier = syntax.subject(i)
    thing = syntax.patient(i)
    before = [d for d in before if not any(o is not d and _tells(syntax, o, d) for o in before)] or before
    reach = 3 if thing is not None and syntax.pos[thing] == "NOUN" and syntax.lemma[thing] in CLAIMS else 1
    own = syntax.lower[denier] if denier is not None else ""
    near = [
        d
        for d in before
        if d.content and d.cue[0] < i and syntax.sentence_of[i] - syntax.sentence_of[d.cue[0]] <= reach
        if d.source is None or syntax.lower[d.source] != own
        if not any(a <= syntax.start[i] < b for a, b in d.content)  # "said it denies the claims": not its own words
        if d.stance.value in ("asserts", "confirms", "expects", "considers")
    ]
    if thing is not None and syntax.lemma[thing] in ("accusation", "charge") and syntax.tag[thing] == "NN":
        charged = [d for d in before if d.rule in ("cue:accuse", "cue:charge") and d.content and d.cue[0] < i]
        if charged and not any(d in near for d in charged):
            return charged[-1]  # "denied the accusation", however far back it was made
    if syntax.dep[i] in ("acl:relcl", "advcl:relcl"):  # "..., which Moscow denied", "a claim Moscow denied"
        beside = [d for d in near if syntax.sentence_of[d.cue[0]] == syntax.sentence_of[i]]
        named = thing is not None and syntax.lemma[thing] in CLAIMS
        near = beside if beside or not named else near
    charged = [d for d in near if d.rule == "cue:accuse" and syntax.sentence_of[d.cue[0]] == syntax.sentence_of[i]]
    if thing is not None and syntax.lower[thing] in _POINTING:  # not "what it called an outrage", beside the claim
        near = [d for d in near if d.stance.value in ("asserts", "confirms")] or near
    if thing is not None and syntax.lemma[thing] == "report" and not charged:
        near = [d for d in near if d.rule == "cue:report"] or near
    accusing = [d for d in near if d.rule.removeprefix("cue:") in ("accuse", "allege", "claim", "blame", "charge")]
    named = thing is not None and syntax.tag[thing] == "NNS" and bool(syntax.named_modifiers(thing))
    if thing is not None and syntax.lemma[thing] == "report" and syntax.obliques(thing, "by", "from"):
        named = not any(d.rule == "cue:report" for d in near)  # "denied the report *by the Armenian side*"
    if named and len({d.cue for d in near}) > 1:
        close = [d for d in accusing or near if syntax.sentence_of[i] - syntax.sentence_of[d.cue[0]] <= 1]
        return close[-1] if accusing and close else None  # "denied the UN allegations", of which several were told
    return next(reversed(accusing or near), None)
