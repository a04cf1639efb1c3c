"""Answers that name no contact of their own: "turned it down", "the invitation was refused", "nobody picked up"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pourparler.reading.contacts.drafts import ANSWERS, CORES, WANTING, Draft
from pourparler.reading.contacts.steps import is_step, step_of, words_of
from pourparler.reading.contacts.words import FORCES, SITTINGS
from pourparler.reading.factuality import factuality, to_come
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel, Factuality, Status

_VAGUE = frozenset({"it", "them", "this", "that", "no", "yes", "none", "neither"})
#: What may be called off or put off under a pronoun.
_ENDED = frozenset({Status.CANCELLED, Status.POSTPONED})
#: Steps that need no object: "Moscow refused", "nobody picked up".
_BARE = frozenset({"refuse", "decline", "respond", "reply", "pick", "answer", "accept", "agree", "pull"})
#: What a noun alone may say became of a contact: "the postponement".
_FATES = _ENDED | {Status.SUSPENDED, Status.RESUMED}
#: Verbs whose object has come about: "announced the suspension".
_TELLING = frozenset({"announce", "report", "confirm", "cause", "explain", "hail", "welcome", "regret", "follow"})
#: What tells that a sitting is not the first.
_FURTHER = frozenset({"another", "next", "new", "further", "second", "third", "fourth", "fifth", "sixth", "final"})
#: What is confirmed by those who were invited.
_ATTENDANCE = frozenset({"attendance", "participation"})
_IDEAS = frozenset({"idea", "suggestion"})
_REPLIES = frozenset({"answer", "reply", "response"})
#: By what an answer is timed, and not what it is about.
_LOOSELY = frozenset({"at", "by", "for", "within", "after", "until", "till"})
#: What those asked do with a reply, and those who asked.
_GIVING = frozenset({"give", "make", "offer", "send", "provide"})
_GETTING = frozenset({"get", "receive", "have", "obtain", "hear"})
#: What those do who have no reply as yet.
_AWAITING = frozenset({"await", "wait"})
#: What a plan did that was not kept: "It did not happen".
_HAPPENING = frozenset({"happen", "materialise", "materialize", "occur"})
_ENGAGING = frozenset({"engage", "participate", "attend", "join", "come", "cooperate"})
_LEFT = frozenset({"it", "this", "they", "these", "both", "all", "each"})
_PLANS = frozenset({"it", "this", "that", "they", "neither", "none"})


def find_answers(syntax: Syntax, told: Collection[int]) -> Iterator[Draft]:
    """Step words that are no part of another draft (``told``), with what they are about left to earlier mentions."""
    for i in syntax.body:
        if i not in told and syntax.lemma[i] == "follow":
            yield from _sitting(syntax, i)
        if i not in told and syntax.pos[i] == "VERB" and _came_to_nothing(syntax, i):
            draft = _draft(i, i, Status.HELD, vague=True)
            draft.told = Status.HELD, Factuality.NEGATED
            yield draft
            continue
        if i not in told and is_step(syntax.lower[i], "adj"):
            yield from _left_alone(syntax, i)
        if i in told or not (words := words_of(syntax, i)):
            continue
        statuses = {word.status for word in words}
        if syntax.pos[i] == "NOUN":
            if syntax.lemma[i] in _REPLIES:
                yield from _no_reply(syntax, i)
            elif _bare(syntax, i) and isinstance(words[0].status, Status) and words[0].status in _FATES:
                yield _draft(i, i, words[0].status, vague=False)
            elif isinstance(words[0].status, Status) and words[0].status in ANSWERS:
                yield from _refusal(syntax, i, words[0].status)
        elif statuses & (ANSWERS | _ENDED) or (Status.RESUMED in statuses and _them(syntax, i)):
            yield from _of_verb(syntax, i)
        elif Status.SCHEDULED in statuses:
            yield from _next_one(syntax, i)
        elif Status.HELD in statuses:
            yield from _sitting(syntax, i)


def _came_to_nothing(syntax: Syntax, i: int) -> bool:
    """ "It did not happen", "They never took place": of what was planned before."""
    subject = syntax.grammatical_subject(i)
    if subject is None or syntax.lower[subject] not in _PLANS or factuality(syntax, i) is not Factuality.NEGATED:
        return False
    thing = syntax.child(i, "obj")
    took_place = syntax.lemma[i] == "take" and thing is not None and syntax.lemma[thing] == "place"
    return took_place or syntax.lemma[i] in _HAPPENING


def _left_alone(syntax: Syntax, i: int) -> Iterator[Draft]:
    """ "They went unanswered", "All have gone unacknowledged": of the calls and letters told before."""
    over = syntax.head[i]
    left = syntax.lemma[over] in ("go", "remain", "stay") and syntax.lower[i].startswith("un")
    subject = syntax.grammatical_subject(over) if left else None
    if subject is not None and syntax.lower[subject] in _LEFT:
        draft = _draft(i, i, Status.UNANSWERED, vague=True)
        draft.told = Status.UNANSWERED, Factuality.ACTUAL
        yield draft


def _no_reply(syntax: Syntax, noun: int) -> Iterator[Draft]:
    """ "received no response from the minister", "did not give any answer": silence, whoever it is told of."""
    verb = syntax.head[noun]
    object_of = verb if syntax.patient(verb) == noun and syntax.pos[verb] == "VERB" else None
    given = object_of is not None and syntax.lemma[verb] in _GIVING
    had = object_of is not None and syntax.lemma[verb] in _GETTING
    withheld = (given or had) and (syntax.negation(verb) is not None or _yet_to(syntax, verb))
    if _awaiting(syntax, verb) and (syntax.patient(verb) == noun or syntax.preposition(noun) == "for"):
        yield _awaited(syntax, noun, verb)
        return
    if syntax.negation(noun) is None and not withheld:
        return
    sources = [k for c in (noun, *([verb] if had else [])) for k in syntax.obliques(c, "from", "by")]
    draft = _draft(noun, noun, Status.ACCEPTED, vague=not sources)
    draft.doer = syntax.subject(verb) if given else next(iter(sources), None)
    if syntax.negation(noun) is None:
        draft.told = Status.UNANSWERED, Factuality.ACTUAL
    yield draft


def _awaiting(syntax: Syntax, verb: int) -> bool:
    """ "Is still waiting", "awaits", "has been waiting"; who "waited for the answer" may well have got it."""
    if syntax.lemma[verb] not in _AWAITING:
        return False
    lasting = syntax.lower[verb].endswith("ing") or any(syntax.lower[k] == "still" for k in syntax.kids[verb])
    return lasting or (syntax.lower[verb].endswith("s") and not syntax.auxiliaries(verb))


def _awaited(syntax: Syntax, noun: int, verb: int) -> Draft:
    """ "Oslo is still waiting for an answer": from whom, the request tells."""
    sources = [k for c in (noun, verb) for k in syntax.obliques(c, "from", "by")]
    draft = _draft(noun, noun, Status.UNANSWERED, vague=not sources)
    draft.told = Status.UNANSWERED, Factuality.ACTUAL
    draft.doer = next(iter(sources), None)
    return draft


def asking(syntax: Syntax, draft: Draft) -> int | None:
    """Who waits for the reply that a draft denies: *Oslo* of "Oslo has had no answer from Moscow to three letters"."""
    noun = draft.core
    verb = syntax.head[noun]
    had = syntax.patient(verb) == noun and syntax.pos[verb] == "VERB" and syntax.lemma[verb] in _GETTING
    return syntax.subject(verb) if had and not draft.vague and syntax.lemma[noun] in _REPLIES else None


def asked_by_means(syntax: Syntax, draft: Draft) -> Channel | None:
    """What the reply was to: "no answer *to three letters*"; None where the words do not tell."""
    verb = syntax.head[draft.core]
    near = [k for c in (draft.core, verb) for k in syntax.obliques(c, "to")]
    rows = (CORES.get((syntax.lemma[k], "noun")) for k in near)
    return next((Channel(row["channel"]) for row in rows if row is not None), None)


def _yet_to(syntax: Syntax, verb: int) -> bool:
    """ "has yet to give an answer": so far it has not."""
    over = syntax.head[verb]
    have = syntax.dep[verb] in ("xcomp", "ccomp", "advcl") and syntax.lemma[over] in ("have", "be")
    near = (*syntax.kids[over], *syntax.kids[verb]) if have else ()
    return any(syntax.lower[k] == "yet" for k in near)


def _of_verb(syntax: Syntax, i: int) -> Iterator[Draft]:
    doer = who(syntax, i)
    thing = syntax.patient(i) if doer is None else syntax.child(i, "obj")
    if thing is None:
        no = [k for k in syntax.kids[i] if syntax.lower[k] in ("no", "yes")]  # "said no"
        thing = next(iter([*no, *syntax.obliques(i, "to")]), None)
    if thing is None:
        bare = syntax.lemma[i] in _BARE and not _of_something(syntax, i)
        bare = bare and all(_alone(syntax, k) for k in syntax.children(i, "xcomp", "ccomp"))
        if bare and isinstance(status := step_of(syntax, i, i), Status):
            draft = _draft(i, i, status, vague=True)
            if status in _ENDED and doer is None and not _party(syntax, i):
                return
            draft.doer = next((k for k in syntax.kids[i] if syntax.lower[k] in ("neither", "none")), doer)
            yield draft
        return
    status = step_of(syntax, i, thing)
    if not isinstance(status, Status):
        return
    if status in ANSWERS and syntax.lemma[thing] == "invitation" and _owned(syntax, thing):
        yield Draft(thing, Channel.VISIT, False, steps=[(thing, Status.OFFERED), (i, status)])
    elif status is Status.ACCEPTED and syntax.lemma[thing] in _ATTENDANCE:
        yield _draft(i, i, status, vague=False)
    elif syntax.lower[thing] in _VAGUE:
        yield _draft(thing, i, status, vague=True)
    elif status in ANSWERS and _wish(syntax, thing):
        yield _draft(thing, i, status, vague=False)


def _alone(syntax: Syntax, k: int) -> bool:
    """ "declined *to engage*", "refused to participate", with whom and in what was told before."""
    return syntax.lemma[k] in _ENGAGING and syntax.child(k, "obj", "obl") is None


def _them(syntax: Syntax, i: int) -> bool:
    """ "suspended the talks but resumed *them* in May"."""
    thing = syntax.child(i, "obj")
    return thing is not None and syntax.lower[thing] in ("it", "them")


def _party(syntax: Syntax, i: int) -> bool:
    """ "*Baku* pulled out", and not its troops."""
    subject = syntax.subject(i)
    return subject is not None and syntax.lemma[subject] not in FORCES


def who(syntax: Syntax, verb: int) -> int | None:
    """Whom a relative clause is about by the words before it: "a hotline with *Beijing*, which has refused"."""
    doer = syntax.child(verb, "nsubj")
    if syntax.dep[verb] != "acl:relcl" or doer is None or syntax.lower[doer] not in ("which", "who"):
        return None
    before = doer - 1
    while before > 0 and syntax.pos[before] == "PUNCT":
        before -= 1
    while syntax.dep[before] in ("flat", "compound", "appos") and syntax.head[before] < before:
        before = syntax.head[before]
    return before if syntax.pos[before] in ("NOUN", "PROPN") else None


def _refusal(syntax: Syntax, noun: int, status: Status) -> Iterator[Draft]:
    """ "Moscow's rejection of the request", "the refusal came on Monday": an answer to a wish told before."""
    over = syntax.head[noun]
    told = syntax.relation[noun] == "nsubj" or (syntax.relation[noun] == "obj" and syntax.lemma[over] in _TELLING)
    of = syntax.obliques(noun, "of")
    wished = [
        k
        for k in of
        if _wish(syntax, k) and any(syntax.lower[c] in ("the", "that", "this", "its") for c in syntax.kids[k])
    ]
    the = any(syntax.lower[k] in ("the", "this") for k in syntax.kids[noun]) or syntax.possessor(noun) is not None
    alone = told and the and syntax.child(noun, "acl", "acl:relcl", "nmod", "compound") is None
    if wished or alone:
        draft = _draft(noun, noun, status, vague=not wished)
        draft.doer = syntax.possessor(noun)
        yield draft


def _next_one(syntax: Syntax, i: int) -> Iterator[Draft]:
    """ "with a third session scheduled for May": one more of the talks told before."""
    thing = syntax.patient(i)
    if thing is None or syntax.lemma[thing] not in SITTINGS or syntax.child(thing, "nmod", "compound", "nmod:poss"):
        return
    if any(syntax.lower[k] in _FURTHER for k in syntax.kids[thing]) and syntax.passive(i):
        yield _draft(thing, i, Status.SCHEDULED, vague=False)


def _sitting(syntax: Syntax, i: int) -> Iterator[Draft]:
    """ "The first session begins tomorrow", "would be followed by another session": of the talks told before."""
    followed = syntax.lemma[i] == "follow" and syntax.passive(i)
    thing = syntax.agent(i) if followed else syntax.child(i, "nsubj", "nsubj:pass")
    if thing is None or syntax.lemma[thing] not in SITTINGS or syntax.obliques(thing, "of"):
        return
    if not any(syntax.lower[k] in _FURTHER | {"first"} for k in syntax.kids[thing]):
        return
    fact = factuality(syntax, i)
    ahead = fact is Factuality.PLANNED or "would" in syntax.auxiliaries(i) or to_come(syntax, i)
    if ahead or (fact is Factuality.ACTUAL and syntax.tag[i] in ("VBD", "VBN")):
        status = Status.SCHEDULED if ahead else Status.HELD
        draft = _draft(thing, i, status, vague=False)
        draft.told = status, Factuality.PLANNED if ahead else fact
        yield draft


def _of_something(syntax: Syntax, i: int) -> bool:
    """ "agreed on a price", "responded with force": an answer to something else."""
    return any(
        syntax.preposition(k) not in _LOOSELY and syntax.dep[k] != "obl:unmarked"
        for k in syntax.children(i, "obl")
        if syntax.lemma[k] != "condition"
    )


def _bare(syntax: Syntax, noun: int) -> bool:
    """ "the planned resumption", of what was told before."""
    the = any(syntax.lower[k] in ("the", "this") for k in syntax.kids[noun])
    told = syntax.dep[noun] == "nsubj" or syntax.preposition(noun) in ("after", "since", "following", "despite")
    told = told or (syntax.dep[noun] == "obj" and syntax.lemma[syntax.head[noun]] in _TELLING)
    return the and told and syntax.child(noun, "nmod", "compound", "acl", "acl:relcl", "nmod:poss") is None


def _owned(syntax: Syntax, noun: int) -> bool:
    """ "a Swedish invitation", "Stockholm's invitation"."""
    return syntax.possessor(noun) is not None or bool(syntax.named_modifiers(noun) or syntax.obliques(noun, "from"))


def _wish(syntax: Syntax, noun: int) -> bool:
    """ "the request", "Oslo's offer", "the idea", without words that say what is asked for."""
    idea = syntax.lemma[noun] in _IDEAS and any(syntax.lower[k] in ("the", "that", "this") for k in syntax.kids[noun])
    wanted = idea or any(word.status in WANTING for word in words_of(syntax, noun))
    return wanted and syntax.child(noun, "acl", "acl:relcl") is None and not syntax.obliques(noun, "for", "of", "to")


def _draft(core: int, top: int, status: Status, *, vague: bool) -> Draft:
    return Draft(core, Channel.UNSPECIFIED, False, steps=[(top, status)], about_earlier=True, vague=vague)
