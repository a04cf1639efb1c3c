"""From a core up the parse: the steps, light verbs and transparent nouns that govern it."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.reading.contacts.definite import assent
from pourparler.reading.contacts.drafts import ANSWERS, CORE_LEMMAS, LINE_STATUS, WANTING, Draft
from pourparler.reading.contacts.steps import is_step, step_of
from pourparler.reading.contacts.words import CALL_KINDS, GROUNDS, JOINING, LIGHT, PASSING_ON, SPANS, TRANSPARENT
from pourparler.reading.factuality import told_as_done
from pourparler.reading.syntax import QUOTE_MARKS, Syntax
from pourparler.records import Channel, Factuality, Status

_DUE = frozenset({"set", "due", "poised"})
_CHANCES = frozenset({"possibility", "prospect", "chance", "likelihood", "probability"})
#: What a participle can say has become of a contact.
#: Verbs whose subject is that of the infinitive behind them.
_RAISING = frozenset(
    {"fail", "have", "need", "seem", "appear", "look", "remain", "likely", "unlikely", "certain", "bound"}
)
_FATES = frozenset({Status.CANCELLED, Status.POSTPONED, Status.SCHEDULED, Status.SUSPENDED})
_QUESTIONING = frozenset({"ask", "question", "press", "quiz", "query"})
_ABOUT = frozenset({"about", "regarding", "concerning", "on", "over"})
_BIDDING = frozenset({"ask", "request", "press", "push", "beg", "pressure", "lobby"})
_DEMANDING = frozenset({"demand", "insist", "recommend", "urge"})
_TURNING = frozenset({"approach", "engage", "contact", "petition", "sound"})
_WHETHER = frozenset({"if", "whether", "when", "why", "how", "where"})
_REPLIES = frozenset({"answer", "reply", "response"})
_REPLYING = frozenset({"reply", "respond", "answer"})
CLIMBED = frozenset(
    {
        "obj",
        "nsubj:pass",
        "nsubj",
        "nsubj:outer",
        "xcomp",
        "ccomp",
        "nmod",
        "obl",
        "acl",
        "compound",
        "advcl",
        "csubj",
        "iobj",
        "acl:relcl",
    }
)


def climb(syntax: Syntax, draft: Draft) -> None:
    """Follows the governors of the core as long as they are steps, light verbs or transparent nouns."""
    i = draft.core
    if _quoted_step(syntax, draft):
        return
    _told_of(syntax, draft, i)
    for _ in range(8):
        above = _governor(syntax, i)
        if above == i or (syntax.dep[i] not in CLIMBED and syntax.dep[i] != "conj"):
            return
        if syntax.dep[i] == "conj":
            if not _shared(syntax, i, above):
                return
        elif not _climbed(syntax, draft, i, above):
            return
        i = above


def _shared(syntax: Syntax, i: int, above: int) -> bool:
    """Whether what governs the first conjunct governs ``i``: "agreed to start a dialogue and to enter into talks"."""
    if _infinitive(syntax, i) and _infinitive(syntax, above):
        return True
    alike = syntax.pos[above] == syntax.pos[i]
    return alike and not step_of(syntax, above, i) and syntax.lemma[above] not in LIGHT


def _climbed(syntax: Syntax, draft: Draft, i: int, above: int) -> bool:
    """Takes the governor in as a step or link; False where it says nothing about the contact."""
    if syntax.relation[i] in ("obl", "nmod") and syntax.pos[above] == "VERB" and _aside(syntax, i, above):
        return False
    if syntax.dep[i] == "nsubj" and syntax.dep[above] == "ccomp" and syntax.lemma[above] == "agree":
        return False  # contacts agree to nothing
    if syntax.relation[i] == "obl" and (_told_by_object(syntax, i, above) or _done_during(syntax, i, above)):
        return False
    replied = syntax.child(above, "obj") if syntax.relation[i] == "obl" and syntax.preposition(i) == "to" else None
    replied = i if syntax.lemma[above] in ("have", "get", "receive") and syntax.pos[i] == "NOUN" else replied
    if replied is not None and syntax.lemma[replied] in _REPLIES:
        return False  # "has had no answer to its letter"
    if _denied_itself(syntax, draft, i, above) or _questioned(syntax, i, above):
        return False
    if draft.channel is Channel.EXERCISE and syntax.lemma[above] == "response":
        return False  # "a response to planned drills" answers none
    loosely = syntax.relation[i] not in ("obj", "nsubj") or syntax.lemma[i] in _CHANCES
    if syntax.lemma[above] == "announce" and (draft.steps or loosely or syntax.negation(above) is not None):
        return False  # "announced the end of the talks", "the possibility of talks", "was not announced"
    if syntax.lemma[above] == "make" and _made_to(syntax, i, above):
        return False  # "doing our best to make the dialogue continue"
    if (bidden := _bidden(syntax, draft, i, above)) is not None:
        draft.told, draft.doer = (Status.HELD, Factuality.REQUESTED), bidden
        return False
    status = Status.ACCEPTED if _assented(syntax, i, above) else step_of(syntax, above, i)
    if _turned_to(syntax, i, above):
        status = Status.REQUESTED
    if syntax.lemma[above] == "call" and syntax.pos[above] == "NOUN" and _phoned(syntax, above):
        return False  # "agreed in a phone call that contacts will go on"
    if syntax.pos[above] == "ADJ" and syntax.dep[above] == "amod":
        return False  # "powers involved in the talks"
    if status is Status.ACCEPTED and syntax.dep[i] == "ccomp" and syntax.lemma[above] in _REPLYING:
        return False  # "replied that the talks should be called off"
    if syntax.dep[i] == "ccomp" and syntax.lemma[above] == "suggest" and told_as_done(syntax, i):
        return False  # "suggested that he was to be received"
    if status is Status.HELD and syntax.dep[i] == "ccomp":
        return False  # "made it clear that they would talk"
    if status is Status.HELD and syntax.dep[i] == "xcomp" and syntax.lemma[above] == "have":
        return False  # "have yet to meet"
    if status is Status.HELD and any(syntax.pos[k] == "VERB" for k, _ in draft.steps):
        status = None  # "began ignoring the calls"
    if status == "continued" and any(syntax.pos[k] == "VERB" for k, _ in draft.steps):
        status = None  # "continues to refuse talks"
    if status is Status.HELD and _wanting(draft, i):
        status = None  # "made a request for talks"
        draft.doer = syntax.subject(above) if syntax.lemma[above] == "make" else draft.doer
    if status is Status.RESUMED and syntax.lemma[above] in PASSING_ON and _wanting(draft, i):
        status = None  # "renewed the request"
    clause = syntax.dep[i] in ("acl", "advcl", "acl:relcl") and syntax.pos[above] in ("VERB", "AUX")
    wished = (status in WANTING or _assented(syntax, i, above)) and _infinitive(
        syntax, i
    )  # "tried on Sunday to reach" is climbed
    if (clause and not wished) or syntax.dep[i] == "acl:relcl":
        return False
    if status is not None:
        draft.steps.append((above, status))
    elif syntax.lemma[above] not in TRANSPARENT and syntax.lemma[above] not in LIGHT:
        return syntax.lemma[above] in SPANS and syntax.preposition(i) == "of"  # "held two days of talks"
    draft.links += [above, *([noun] if (noun := assent(syntax, above)) is not None else [])]
    if status is None and (fate := _left(syntax, above)) is not None:
        draft.steps.append((fate, Status.UNANSWERED))
        draft.doer = syntax.subject(above) if syntax.lemma[above] == "leave" else draft.doer
    if syntax.pos[above] == "NOUN":
        _told_of(syntax, draft, above)
    return True


def _made_to(syntax: Syntax, i: int, make: int) -> bool:
    """ "*make the talks continue*": the bare verb behind the object is what it is made to do."""
    if any(
        k > i > make and syntax.pos[k] == "ADJ" and syntax.children(k, "advmod") for k in syntax.children(make, "xcomp")
    ):
        return True  # "make the hotline more effective"
    return any(
        k > i > make and syntax.tag[k] == "VB"
        for k in (*syntax.children(make, "xcomp", "ccomp"), *syntax.children(i, "acl"))
    )


def _bidden(syntax: Syntax, draft: Draft, i: int, verb: int) -> int | None:
    """ "asked Oslo *and Riga* to hold talks", "asked Oslo to hold talks *with Riga*": a third party's bidding.

    "Asked Oslo to hold talks with it" is its own wish, as is one for a message that Oslo is to carry.
    """
    demanded = syntax.lemma[verb] in _DEMANDING and syntax.dep[i] == "ccomp"
    bidden = syntax.lemma[verb] in _BIDDING and syntax.dep[i] in ("xcomp", "advcl", "ccomp")
    if not (bidden or demanded) or syntax.passive(verb):
        return None
    asked = next((k for k in syntax.children(verb, "iobj", "obj") if verb < k < i), None)
    asked = syntax.child(i, "nsubj") if demanded else asked  # "demanded that *Riga* hold talks with Oslo"
    if asked is None or draft.channel in (Channel.MESSAGE, Channel.VISIT) or syntax.negation(verb) is not None:
        return None
    chain = (draft.core, *draft.links, i)
    partners = [k for c in chain for k in syntax.obliques(c, "with")]
    partners += [k for k in syntax.children(i, "obj") if syntax.lemma[i] == "meet"]
    others = [k for k in partners if syntax.pos[k] != "PRON" and syntax.possessor(k) is None]
    return asked if others or len(syntax.conjuncts(asked)) > 1 else None


def _turned_to(syntax: Syntax, i: int, verb: int) -> bool:
    """ "*approached Oslo* to hold talks": what it was approached for, it was asked for."""
    whom = syntax.child(verb, "obj")
    asked = whom is not None and verb < whom < i and syntax.lemma[verb] in _TURNING
    return asked and syntax.dep[i] in ("advcl", "xcomp") and _infinitive(syntax, i)


def _assented(syntax: Syntax, i: int, verb: int) -> bool:
    """ "An *agreement was reached* to hold talks": to agree, told by noun and passive verb."""
    return _infinitive(syntax, i) and assent(syntax, verb) is not None


def _wanting(draft: Draft, noun: int) -> bool:
    """Whether the last step is a wish in a noun: "made *attempts* to call", "made an *offer* of talks"."""
    return bool(draft.steps) and draft.steps[-1][0] == noun and draft.steps[-1][1] in WANTING


def _told_by_object(syntax: Syntax, i: int, verb: int) -> bool:
    """ "exchanged messages over the channel": what is exchanged tells the contact, the channel only how.

    "Ended his visit with a meeting": the visit was ended, and the meeting held.
    """
    thing = syntax.child(verb, "obj")
    by = syntax.preposition(i) in ("over", "through", "via", "by", "on", "in", "with")
    return by and thing is not None and syntax.lemma[thing] in CORE_LEMMAS


def _done_during(syntax: Syntax, i: int, verb: int) -> bool:
    """ "Two jets entered the zone *during a drill*": what was done meanwhile, by whomever, is no step of it."""
    thing = syntax.child(verb, "obj")
    return syntax.preposition(i) == "during" and thing is not None and syntax.lemma[thing] not in CORE_LEMMAS


def _phoned(syntax: Syntax, call: int) -> bool:
    return any(syntax.lower[k] in CALL_KINDS for k in syntax.kids[call])


def _left(syntax: Syntax, verb: int) -> int | None:
    """The adjective of "went unanswered", "left the request unanswered"."""
    words = syntax.children(verb, "xcomp") if syntax.lemma[verb] in ("go", "leave", "remain") else []
    return next((k for k in words if is_step(syntax.lower[k], "adj") and syntax.lower[k].startswith("un")), None)


def _denied_itself(syntax: Syntax, draft: Draft, i: int, above: int) -> bool:
    """ "denied talks with Oslo", "denied that they met" deny that it was; "denied the request" refuses.

    The contact of a denial is told as one that was not held, and the denial is no step of its own.
    """
    if syntax.lemma[above] != "deny" or syntax.child(above, "iobj") is not None:
        return False
    if len(syntax.children(above, "obj")) > 1 or (syntax.passive(above) and syntax.dep[i] == "obj"):
        return False  # "denied Oslo a meeting", "Oslo was denied a meeting"
    if any(status in WANTING for _, status in draft.steps):
        asked = syntax.pos[i] == "VERB"  # "denied having asked for talks": it had not
        draft.doer = syntax.subject(above) if asked and syntax.subject(i) is None else draft.doer
        return asked
    if not draft.steps and syntax.pos[i] == "NOUN" and syntax.patient(above) == i and not draft.line:
        draft.told = Status.HELD, Factuality.NEGATED
        draft.links.append(above)
    return True


def _questioned(syntax: Syntax, i: int, verb: int) -> bool:
    """ "was asked about the talks", "asked whether they had met": a question, and no request."""
    if syntax.lemma[verb] not in _QUESTIONING or syntax.pos[verb] != "VERB":
        return False
    if syntax.relation[i] == "obl":
        return syntax.preposition(i) in _ABOUT
    return any(syntax.dep[k] in ("mark", "advmod") and syntax.lower[k] in _WHETHER for k in syntax.kids[i])


#: Prepositions by which a contact is the time or place of something else: "agreed at the meeting".
_ASIDE = frozenset(
    {"at", "during", "after", "before", "following", "despite", "since", "amid", "on", "in", "within"}
) | {
    "under",
    "through",
    "throughout",
    "until",
    "ahead",
    "ahead of",
    "prior to",
}


_CONSENTS = frozenset({"agreement", "consent", "assent", "blessing", "go-ahead"})
_OPENING = frozenset({"begin", "start", "open", "end", "close", "conclude"})


def _aside(syntax: Syntax, i: int, above: int) -> bool:
    thing = syntax.child(above, "obj")
    if (thing is not None and syntax.lemma[thing] == "door") or syntax.lemma[above] == "insist":
        return False  # "closed the door on talks", "insisted on talks"
    if syntax.preposition(i) == "with" and syntax.lemma[above] in _OPENING and syntax.child(above, "nsubj") is not None:
        return True  # "the row began with a visit"
    if syntax.preposition(i) == "from" and syntax.lemma[above] == "return":
        return True  # "was shot while returning from the meeting"
    return syntax.preposition(i) in _ASIDE and syntax.lemma[above] not in JOINING


def _infinitive(syntax: Syntax, i: int) -> bool:
    return syntax.tag[i] == "VB" and any(syntax.lower[k] == "to" and syntax.dep[k] == "mark" for k in syntax.kids[i])


def _raised(syntax: Syntax, verb: int) -> int:
    """What the subject of such a verb is told to do or be: "look *set* to go ahead", "remain likely to *resume*"."""
    for k in syntax.children(verb, "xcomp"):
        if syntax.lemma[k] in _RAISING:
            return _raised(syntax, k)
        if syntax.tag[k] in ("VB", "VBN") or syntax.lower[k] in _DUE:
            return k
    return verb


def _governor(syntax: Syntax, i: int) -> int:
    """The head; in "rejected an offer for talks" the offer, though the parse may hang *talks* on the verb."""
    above = syntax.head[i]
    if syntax.dep[i] == "nsubj" and syntax.lemma[above] in _RAISING:  # "The talks *failed to take* place"
        return _raised(syntax, above)
    if syntax.relation[i] == "nmod" and syntax.preposition(i) == "to" and syntax.lemma[syntax.head[above]] == "send":
        return syntax.head[above] if syntax.relation[above] == "obj" else above  # "sent a team to the talks"
    given = syntax.lemma[syntax.head[above]] == "give" and syntax.lemma[above] in _CONSENTS
    if given and syntax.relation[i] == "nmod" and any(syntax.lower[k] == "to" for k in syntax.kids[i] if k < i):
        return syntax.head[above]  # "gave its consent to talks"
    purpose = syntax.dep[i] in ("advcl", "xcomp") and _infinitive(syntax, i)
    if not purpose and not (syntax.relation[i] == "obl" and syntax.preposition(i) in ("for", "of")):
        return above
    thing = syntax.patient(above) if syntax.passive(above) else syntax.child(above, "obj")
    if thing is not None and thing < i and syntax.lemma[thing] in GROUNDS and syntax.negation(thing) is not None:
        return thing  # "saw no need for talks"
    if thing is None or thing > i or step_of(syntax, thing, i) not in WANTING:
        return above
    return thing if syntax.lemma[above] in PASSING_ON or step_of(syntax, above, thing) in ANSWERS else above


def _quoted_step(syntax: Syntax, draft: Draft) -> bool:
    """ "has "temporarily suspended" talks": a participle that the parse makes a modifier of the noun is the step."""
    core = draft.core
    for k in syntax.kids[core]:
        if k > core or syntax.tag[k] != "VBN" or syntax.dep[k] not in ("amod", "advcl", "acl"):
            continue
        have = k - 1
        while have > 0 and (syntax.word[have] in QUOTE_MARKS or syntax.pos[have] in ("ADV", "PART")):
            have -= 1
        status = step_of(syntax, k, core)
        if syntax.lemma[have] != "have" or status is None or have not in (syntax.head[core], *syntax.kids[core]):
            continue
        negated = any(syntax.lower[j] in ("not", "n't", "n’t", "never") for j in range(have, k))
        draft.steps.append((k, "untold" if negated else status))
        draft.doer = syntax.grammatical_subject(core if syntax.head[have] == core else have)
        return True
    return False


def told_beside(syntax: Syntax, draft: Draft) -> Iterator[tuple[int, Status]]:
    """Steps that clauses on the core tell beside the main one: "the talks, which Oslo put off in May, will be held"."""
    taken = {k for k, _ in draft.steps}
    for k in syntax.kids[draft.core]:
        if syntax.dep[k] not in ("acl", "acl:relcl") or syntax.tag[k] not in ("VBN", "VBD", "VBZ", "VBP", "JJ"):
            continue
        for c in syntax.conjuncts(k):
            status = step_of(syntax, c, draft.core)
            about = syntax.patient(c) == draft.core or _of_the_same(syntax, c)
            about = about and not (status in ANSWERS and _of_whom(syntax, k))
            told = _FATES | ANSWERS | WANTING | (LINE_STATUS if draft.line else frozenset())
            told -= {Status.SCHEDULED} if draft.line else frozenset()  # "back channels that Qatar arranged"
            if c not in taken and isinstance(status, Status) and status in told and about:
                yield c, status


def _of_whom(syntax: Syntax, verb: int) -> bool:
    """ "talks with Oslo, *which has refused*": of those before it, as contacts refuse nothing."""
    doer = syntax.child(verb, "nsubj")
    return doer is not None and syntax.lower[doer] in ("which", "who") and syntax.child(verb, "obj") is None


def _of_the_same(syntax: Syntax, c: int) -> bool:
    """A participle or adjective without a subject of its own: not "a summit at which an accord is expected"."""
    if syntax.child(c, "nsubj", "nsubj:pass") is not None:
        return False
    return syntax.passive(c) or syntax.pos[c] == "ADJ" or (syntax.tag[c] in ("VBN", "VBD") and syntax.dep[c] == "conj")


def _told_of(syntax: Syntax, draft: Draft, noun: int) -> None:
    """What a participle says of the contact: "talks scheduled for May", "a forum due in May but called off"."""
    for k in syntax.kids[noun]:
        if syntax.dep[k] == "acl:relcl" and not syntax.passive(k):
            status = step_of(syntax, k, noun) if syntax.patient(k) == noun else None
            done = status is Status.HELD and syntax.tag[k] in ("VBD", "VBN") and syntax.pos[noun] == "NOUN"
            told = done or (status in LINE_STATUS and draft.line)
            if told and status is not None and not draft.steps:  # "the call they had"
                draft.steps.append((k, status))
        elif syntax.dep[k] in ("acl", "acl:relcl") and syntax.tag[k] in ("VBN", "VBD", "JJ"):
            for c in syntax.conjuncts(k)[::-1]:
                about = syntax.patient(c) == noun or _of_the_same(syntax, c)
                if about and step_of(syntax, c, noun) is not None:
                    draft.links.append(c)
