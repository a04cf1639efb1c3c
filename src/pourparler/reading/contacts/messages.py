"""Messages that one side sends another: "lodged a protest with", "informed Oslo by note", "radioed the ship"."""

from __future__ import annotations

from dataclasses import replace

from pourparler.reading.actors import Actors, official
from pourparler.reading.contacts.climbing import climb
from pourparler.reading.contacts.drafts import CORES, WANTING, Draft
from pourparler.reading.contacts.hosts import host, warship
from pourparler.reading.contacts.phrases import MISSIVES, Idiom, two_sides
from pourparler.reading.contacts.plausibility import envoys_called_in
from pourparler.reading.descriptions import POSTED
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel, Factuality, Status, side_of

#: Bodies that a text may name without their state.
BODIES = frozenset({"ministry", "government", "department", "office", "authority"})
_FORMAL = frozenset({"diplomatic", "formal", "official"})
_LODGING = frozenset({"lodge", "file", "register", "make", "raise"})
_BY_LETTER = ("through", "in", "by", "with", "via")
_PROTESTS = frozenset({"protest", "demarche", "démarche", "verbale"})


def carrying(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "conveyed a protest to Oslo", "handed him a note": what is carried is a message between states."""
    thing, handed_to = _carried(syntax, i)
    if thing is None or (syntax.lemma[i] == "give" and not _formal(syntax, thing)):  # "gave its word to"
        return None
    if syntax.dep[i] in ("advcl", "xcomp") and syntax.lemma[syntax.head[i]] == "summon":
        return None  # "summoned the envoy to hand him a note": that is what the summons is
    formal = any(syntax.lower[k] in _FORMAL for k in syntax.children(thing, "amod"))
    to = ("to", "with", *idiom.words, *(("against",) if formal or syntax.lemma[thing] in _PROTESTS else ()))
    written = [c for c in syntax.children(thing, "acl") if syntax.lemma[c] in ("address", "direct")]
    near = [k for c in (i, thing, *syntax.children(thing, "nmod"), *written) for k in syntax.obliques(c, *to)]
    named = [k for k in near if official(actors.one(k)) or host(syntax, actors, k) is not None]
    receiver = next(iter([*syntax.children(i, "iobj"), *handed_to, *named, *near]), None)
    him = receiver is not None and syntax.lower[receiver] in ("him", "her")
    if (receiver is None or him) and _formal(syntax, thing):
        receiver = _summoned_before(syntax, i) or receiver or _where_posted(syntax, i)
    draft = _one_way(syntax, actors, i, receiver, idiom)
    if draft is None and receiver is None and formal_note(syntax, i, thing) and official(actors.one(syntax.subject(i))):
        draft = Draft(i, idiom.channel, False, steps=[(i, idiom.status)], made=True)  # to whom, others words tell
    if draft is None and syntax.passive(i) and _formal(syntax, thing) and _sender(syntax, actors, i) is None:
        draft = _from_untold(syntax, actors, i, receiver, idiom)
    if draft is not None:
        draft.links.append(thing)
        draft.beside = thing if draft.beside is None else draft.beside  # told by the verb, and not by itself too
    return draft


def _from_untold(syntax: Syntax, actors: Actors, i: int, receiver: int | None, idiom: Idiom) -> Draft | None:
    """ "A protest note was handed to the envoy": by whom, other words tell."""
    one = actors.one(receiver)
    posts = [*syntax.obliques(receiver, "in"), *syntax.obliques(i, "in")] if receiver is not None else []
    post = next((k for k in posts if two_sides(syntax, actors, k, receiver) is not None), None)
    if post is not None and receiver is not None and syntax.lemma[receiver] in POSTED | {"embassy"}:
        return _one_way(syntax, actors, i, receiver, idiom, post)  # where he is posted, by those who host him
    if not official(one) or factuality(syntax, i) is not Factuality.ACTUAL:
        return None
    return Draft(i, idiom.channel, False, steps=[(i, idiom.status)], facing=one, made=True)


def _carried(syntax: Syntax, i: int) -> tuple[int | None, list[int]]:
    """The message of "handed the envoy a note", and the envoy where the parse takes him for the object."""
    thing = syntax.patient(i)
    if thing is None and syntax.dep[i] in ("acl", "acl:relcl") and syntax.grammatical_subject(i) is not None:
        thing = syntax.head[i]  # "the note that Oslo sent to Riga"
    if thing is None or syntax.lemma[thing] in MISSIVES:
        return thing, []
    bare = (k for k in syntax.children(i, "obl", "xcomp", "obj") if k > thing and not syntax.preposition(k))
    message = next((k for k in bare if syntax.lemma[k] in MISSIVES), None)
    return message, [thing]


def _formal(syntax: Syntax, thing: int) -> bool:
    """ "a protest", "a diplomatic note", "a protest note", "a note of protest": only between states."""
    beside = {syntax.lower[k] for k in (*syntax.children(thing, "amod", "compound"), *syntax.obliques(thing, "of"))}
    return syntax.lemma[thing] in _PROTESTS or bool(beside & (_FORMAL | _PROTESTS))


def _summoned_before(syntax: Syntax, verb: int) -> int | None:
    """ "summoned the envoy and handed over a note": to the envoy. A protest *lodged* there is the summons itself."""
    if syntax.lemma[verb] in _LODGING:
        return None
    first = syntax.head[verb] if syntax.dep[verb] == "conj" else verb
    if syntax.lemma[first] not in ("summon", "call") or first == verb:
        return None
    return next(iter([*envoys_called_in(syntax, first), *syntax.obliques(first, "in")]), syntax.patient(first))


def _where_posted(syntax: Syntax, verb: int) -> int | None:
    """ "A protest was lodged by the embassy in Riga": with those where it stands."""
    sender = syntax.subject(verb)
    posted = sender is not None and syntax.lemma[sender] in ("embassy", "commission", "consulate")
    return next(iter(syntax.obliques(sender, "in", "to")), None) if posted and sender is not None else None


def arriving(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "A letter from Oslo reached Riga", "no message from Oslo has arrived in Riga"."""
    letter = syntax.child(i, "nsubj")
    if letter is None or syntax.lemma[letter] not in MISSIVES:
        return None
    near = [*syntax.children(i, "obj"), *syntax.obliques(i, "in", "at", "to")]
    senders = [*syntax.obliques(letter, "from"), *([k] if (k := syntax.possessor(letter)) is not None else [])]
    senders += syntax.named_modifiers(letter)
    sender, place = next(iter(senders), None), next(iter(near), None)
    one, other = actors.one(sender), host(syntax, actors, place) if place is not None else None
    if one is None or other is None or not official(one) or side_of(one) == side_of(other):
        return None
    draft = Draft(i, idiom.channel, False, doer=sender, facing=other, made=True, beside=letter)
    fact = factuality(syntax, i)
    draft.steps.append((i, Status.SCHEDULED if fact is Factuality.PLANNED else idiom.status))
    return draft


def formal_note(syntax: Syntax, verb: int, thing: int) -> bool:
    """ "lodged a protest": done with another state, whether or not it is named."""
    return syntax.lemma[verb] in _LODGING - {"make", "raise"} and syntax.lemma[thing] == "protest"


def informing(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "informed Oslo by diplomatic note"."""
    means = syntax.obliques(i, "by", "in", "with", "through", "via")
    by = any(syntax.lemma[k] in MISSIVES | idiom.words for k in means)
    if any(syntax.lemma[k] == "radio" for k in means):
        idiom = replace(idiom, channel=Channel.UNSPECIFIED)
    told = syntax.patient(i) if syntax.passive(i) else syntax.child(i, "obj", "iobj")
    return _one_way(syntax, actors, i, told, idiom) if by else None


def hailing(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "radioed the Russian ship"; without a ship on either side "hailed" is praise."""
    called = syntax.patient(i)
    ships = [warship(syntax, actors, k) for k in (syntax.subject(i), called)]
    return _one_way(syntax, actors, i, called, idiom) if any(ships) else None


def protesting(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "protested to Riga"; what is protested by letter is no receiver: "protested the raid in a letter to Riga"."""
    letters = [k for k in syntax.obliques(i, *_BY_LETTER) if syntax.lemma[k] in MISSIVES]
    if letters:
        return _by_letter(syntax, actors, i, letters[0], idiom)
    receiver = next(iter(syntax.obliques(i, *idiom.words)), None)
    return _one_way(syntax, actors, i, receiver, idiom) if syntax.child(i, "obj") is None else None


def replying(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "responded with a note to the embassy": by letter alone it is a message."""
    letters = [k for k in syntax.obliques(i, *_BY_LETTER) if syntax.lemma[k] in MISSIVES]
    receivers = [k for c in (letters[:1] and (letters[0], i)) for k in syntax.obliques(c, "to")]
    return _by_letter(syntax, actors, i, letters[0], replace(idiom, words=frozenset({"to"}))) if receivers else None


def _by_letter(syntax: Syntax, actors: Actors, i: int, letter: int, idiom: Idiom) -> Draft | None:
    near = [k for c in (letter, i) for k in syntax.obliques(c, *idiom.words)]
    draft = _one_way(syntax, actors, i, next(iter(near), None), idiom)
    if draft is None and not near and _formal(syntax, letter) and official(actors.one(syntax.subject(i))):
        actual = factuality(syntax, i) is Factuality.ACTUAL  # to whom, other words tell
        draft = Draft(i, idiom.channel, False, steps=[(i, idiom.status)], made=True) if actual else None
    if draft is not None:
        draft.links.append(letter)
    return draft


def _sender(syntax: Syntax, actors: Actors, i: int) -> int | None:
    """Who sent it; of a passive, whose message it is, else who is named with *by*: "Riga's note was delivered by"."""
    if not syntax.passive(i):
        return syntax.subject(i)
    thing = _carried(syntax, i)[0]
    senders = [] if thing is None else [*syntax.obliques(thing, "from"), syntax.possessor(thing)]
    if whose := [k for k in senders if k is not None and official(actors.one(k))]:
        return whose[0]
    _, end = syntax.sentences[syntax.sentence_of[i]]
    by = (k for k in range(i + 1, end) if syntax.preposition(k) == "by" and official(actors.one(k)))
    return next(by, syntax.possessor(thing) if thing is not None else None)


def _one_way(
    syntax: Syntax, actors: Actors, i: int, receiver: int | None, idiom: Idiom, sender: int | None = None
) -> Draft | None:
    sender = _sender(syntax, actors, i) if sender is None else sender
    found = two_sides(syntax, actors, sender, receiver)
    if found is None and sender is not None and receiver is not None:
        sender = _receiving_state(syntax, actors, i, sender, receiver)
        found = two_sides(syntax, actors, sender, receiver)
    if found is None:
        return None
    draft = Draft(i, idiom.channel, False, doer=sender, facing=found[1], made=True)
    climb(syntax, draft)
    if (asker := _asker(syntax, draft, sender)) is not None:
        draft.doer = asker
    if not draft.steps and _done_by(syntax, i):
        draft.told = idiom.status, Factuality.ACTUAL
    if not draft.steps and draft.told is None and factuality(syntax, i) is Factuality.PLANNED:
        draft.steps.append((i, Status.SCHEDULED))
    if not draft.steps:
        draft.steps.append((i, idiom.status))
    return draft


def _asker(syntax: Syntax, draft: Draft, sender: int | None) -> int | None:
    """ "*Oslo* asked Oman to pass a message to Riga": whose message it is, where a third is asked to carry it."""
    asked = syntax.children(draft.top, "obj", "iobj") if draft.steps and draft.steps[-1][1] in WANTING else []
    return syntax.subject(draft.top) if sender in asked else None


def _done_by(syntax: Syntax, i: int) -> bool:
    """ "*used* the channel to send a message": what was used to do it tells that it was done."""
    over = syntax.head[i]
    used = syntax.lemma[over] in ("use", "manage") and syntax.tag[over] in ("VBD", "VBN")
    return used and syntax.tag[i] == "VB" and factuality(syntax, over) is Factuality.ACTUAL


def _receiving_state(syntax: Syntax, actors: Actors, verb: int, sender: int, receiver: int) -> int | None:
    """Where an envoy is posted: "the ministry", of no named state, deals with those accredited to its own."""
    if syntax.lemma[sender] not in BODIES or official(actors.one(sender)) or syntax.lemma[receiver] not in POSTED:
        return None
    return next(iter(syntax.obliques(receiver, "to", "in") or syntax.obliques(verb, "to")), None)


def refusing(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "declined to accept the note", "returned the letter unopened": whoever will not have it refuses the contact."""
    thing = syntax.patient(i)
    if thing is None or not (syntax.lemma[thing] in MISSIVES or syntax.lower[thing] in ("it", "them")):
        return None
    over = syntax.head[i] if syntax.dep[i] == "xcomp" else i
    if idiom.words:  # "sent it back", "returned it unopened"
        beside = {syntax.lower[k] for k in syntax.children(i, "advmod", "compound:prt", "xcomp", "advcl", "amod")}
        refused = bool(beside & idiom.words) and factuality(syntax, i) is Factuality.ACTUAL
        over = i
    else:
        refused = syntax.lemma[over] in _REFUSING or (over == i and factuality(syntax, i) is Factuality.NEGATED)
    if not refused or factuality(syntax, over) not in (Factuality.ACTUAL, Factuality.NEGATED):
        return None
    doer = syntax.subject(over) if not syntax.passive(over) else syntax.agent(over)
    near = [*syntax.obliques(thing, "from"), *([k] if (k := syntax.possessor(thing)) is not None else [])]
    sender = next(iter([*near, *syntax.named_modifiers(thing)]), None)
    found = two_sides(syntax, actors, doer, sender)
    told = idiom.status, Factuality.ACTUAL
    if found is not None:
        return Draft(
            thing,
            idiom.channel,
            False,
            steps=[(over, idiom.status)],
            doer=doer,
            facing=found[1],
            initiator=found[1],
            told=told,
        )
    steps: list[tuple[int, Status | str]] = [(over, idiom.status)]
    core = thing if syntax.lemma[thing] in MISSIVES else i
    return Draft(core, idiom.channel, False, steps=steps, about_earlier=True, doer=doer, told=told)


_REFUSING = frozenset({"decline", "refuse"})


def without_reply(syntax: Syntax, actors: Actors, i: int, idiom: Idiom) -> Draft | None:
    """ "Three letters to the ministry remained without a reply"."""
    verb = syntax.head[i]
    thing = syntax.grammatical_subject(i if syntax.child(i, "cop") is not None else verb)
    if syntax.preposition(i) != "without" or thing is None or (syntax.lemma[thing], "noun") not in CORES:
        return None
    if syntax.lemma[verb] not in _REMAINING and syntax.child(i, "cop") is None:
        return None
    channel = Channel(CORES[syntax.lemma[thing], "noun"]["channel"])
    return Draft(thing, channel, False, steps=[(i, idiom.status)], told=(idiom.status, Factuality.ACTUAL))


_REMAINING = frozenset({"remain", "go", "stay", "be", "leave"})
