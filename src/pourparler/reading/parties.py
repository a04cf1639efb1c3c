"""Who does a deed and to whom: the tokens that stand in a trigger's slots, and the parties behind them."""

from __future__ import annotations

from pourparler.reading.actors import Actors
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, side_of

#: Marks under which a gerund is the deed of its governor's object: "accused Riga of shelling", "barred it from flying".
_OF_OBJECT = frozenset({"of", "for", "from", "against", "over"})
#: Conjunctions of time that are prepositions, too.
_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "as"})
#: Sectors whose fights with their own state are no matter of that state alone.
_APART = frozenset({"REB", "PRM", "UAF", "OPP"})
#: What a state has with another: "massed troops on its border *with Latvia*".
_LINES = frozenset({"border", "frontier", "boundary", "line"})
#: Nouns that only tell how much or how many of what follows "of".
AMOUNTS = frozenset(
    {
        "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "ten", "tens", "score", "scores", "number",
        "group", "pair", "part", "half", "majority", "couple", "crowd", "crowds", "handful", "million", "millions",
        "rest", "most", "some", "several", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    }
)  # fmt: skip
_TELLING = frozenset({"warn", "tell", "inform", "notify", "advise"})
#: Verbs that only say that the noun after them was done: "conducted a prisoner exchange".
_LIGHT = frozenset(
    {
        "begin", "complete", "conduct", "continue", "convey", "express", "extend", "intensify", "issue", "launch",
        "make", "mount", "order", "reiterate", "renew", "repeat", "resume", "stage", "start", "undertake", "voice",
        "wage",
    }
)  # fmt: skip
_DRAWN = frozenset({"involve", "engage", "embroil", "lock", "clash"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "midnight", "noon"})
_CLAUSES = ("ccomp", "xcomp")
_HURTING = frozenset({"kill", "wound", "injure", "hurt", "die"})


def doer_token(syntax: Syntax, i: int) -> int | None:
    """Who does it: a verb's subject; a noun's possessor, "by X", or a state adjective before it."""
    if syntax.pos[i] == "ADJ":  # "Riga is *ready* to help"
        return syntax.subject(i)
    if syntax.pos[i] == "VERB":
        other = _nominal(syntax, i)
        other = other if other is not None else _blamed(syntax, i)
        other = other if other is not None else _after_conjunction(syntax, i)
        other = other if other is not None else _after_dateline(syntax, i)
        other = other if other is not None else _planner(syntax, i)
        own = other if other is not None else syntax.subject(i)
        return _warned(syntax, i) if own is not None and syntax.lower[own] in ("it", "they") else own
    owners = [syntax.possessor(i), *syntax.obliques(i, "by")]
    owners += [k for thing in syntax.obliques(i, "of") for k in syntax.obliques(thing, "by")]
    found = next((k for k in (*owners, *syntax.named_modifiers(i)) if k is not None), None)
    light = syntax.dep[i] == "obj" and syntax.lemma[syntax.head[i]] in _LIGHT
    found = found if found is not None or not light else syntax.subject(syntax.head[i])
    return found if found is not None else _drawn_in(syntax, i)


def _drawn_in(syntax: Syntax, i: int) -> int | None:
    """ "*Troops of both* were involved in a scuffle", "*the two armies* engaged in a firefight"."""
    above = syntax.head[i]
    if syntax.dep[i] != "obl" or syntax.preposition(i) != "in" or syntax.lemma[above] not in _DRAWN:
        return None
    return syntax.patient(above) if syntax.passive(above) else next(iter(syntax.children(above, "nsubj")), None)


def _blamed(syntax: Syntax, i: int) -> int | None:
    """ "denounced the army for firing": the army fired; "accused each other": the subjects did."""
    above = syntax.head[i]
    if syntax.tag[i] != "VBG" and syntax.dep[i] == "xcomp" and syntax.tag[above] == "VBG":
        return _blamed(syntax, above)  # "accused Riga of failing to warn": Riga failed, and was to warn
    if syntax.tag[i] != "VBG" or above == i or syntax.pos[above] != "VERB":
        return None
    if not any(syntax.dep[k] in ("mark", "case") and syntax.lower[k] in _OF_OBJECT for k in syntax.kids[i] if k < i):
        return None
    thing = thing_token(syntax, above)
    if thing is None and any(syntax.lower[k] == "for" for k in syntax.kids[i] if k < i):
        thing = next(iter(syntax.obliques(above, "at", "on")), None)  # "lashed out *at Riga* for sending"
    if thing is None or thing > i or syntax.lower[thing] in ("each", "other"):
        return None
    return thing


def _nominal(syntax: Syntax, i: int) -> int | None:
    """ "Killed in shelling *by the army*": a noun of a deed that the parse takes for a gerund."""
    if syntax.tag[i] != "VBG" or syntax.patient(i) is not None or syntax.grammatical_subject(i) is not None:
        return None
    inside = any(syntax.lower[k] in ("in", "during", "by", "of") for k in syntax.kids[i] if k < i)
    return syntax.agent(i) if inside else None


def _warned(syntax: Syntax, i: int) -> int | None:
    """ "The boat was warned that *it* was trespassing": the boat; nobody where it is left out who was warned."""
    above = syntax.head[i]
    told = syntax.dep[i] == "ccomp" and syntax.lemma[above] in _TELLING and syntax.passive(above)
    return syntax.patient(above) if told else syntax.subject(i)


def _after_conjunction(syntax: Syntax, i: int) -> int | None:
    """ "After a destroyer, USS Nimitz, sailed": parsers take the clause's subject for the noun of a preposition."""
    if syntax.dep[i] not in ("advcl", "acl") or syntax.tag[i] not in ("VBD", "VBZ", "VBP"):
        return None
    if syntax.grammatical_subject(i) is not None or syntax.passive(i):
        return None
    if syntax.dep[i] == "acl":  # the noun with the clause hung on it: "after two *planes* crossed the line"
        noun = syntax.head[i]
        return noun if noun < i and syntax.preposition(noun) in _CONJUNCTIONS else None
    return next((k for k in syntax.children(i, "obl") if k < i and syntax.preposition(k) in _CONJUNCTIONS), None)


def _after_dateline(syntax: Syntax, i: int) -> int | None:
    """ "VIENNA - The league imposed", "as regards the lines, Riga closed them": the subject is the nearer of two."""
    subjects = [k for k in syntax.children(i, "nsubj") if k < i]
    return subjects[-1] if len(subjects) > 1 else None


def _planner(syntax: Syntax, i: int) -> int | None:
    """ "Warned of *Russian* plans to invade": whose plan it is, and not who warns."""
    noun = syntax.head[i]
    if syntax.dep[i] != "acl" or syntax.tag[i] != "VB" or syntax.pos[noun] != "NOUN":
        return None
    owner = syntax.possessor(noun)
    return owner if owner is not None else next(iter(syntax.named_modifiers(noun)), None)


def sender_token(syntax: Syntax, i: int) -> int | None:
    """ "Sent a note to the Thai authorities *demanding* answers": who sent it demands, not who gets it."""
    above = syntax.head[i]
    if syntax.dep[i] != "acl" or syntax.tag[i] != "VBG" or syntax.preposition(above) not in ("to", "with"):
        return None
    verb = next((k for k in syntax.ancestors(above) if syntax.pos[k] == "VERB"), None)
    return syntax.subject(verb) if verb is not None else None


def thing_token(syntax: Syntax, i: int) -> int | None:
    """What or whom it is done to: the object or a passive's subject, else whom the verb addresses ("urged Riga to")."""
    own = syntax.patient(i)
    if (
        syntax.dep[i] == "advcl"
        and syntax.tag[i] == "VBN"
        and syntax.pos[syntax.head[i]] == "VERB"
        and own in (None, i)
    ):
        own = syntax.grammatical_subject(syntax.head[i])  # "sank while being chased"
    return own if own is not None else syntax.child(i, "iobj")


def killed_in(syntax: Syntax, i: int) -> list[int]:
    """Whom it met, of a deed in which somebody dies: "a *soldier* was killed in Georgian shelling"."""
    above = syntax.head[i]
    if syntax.pos[i] != "NOUN" or syntax.preposition(i) not in ("in", "by") or syntax.lemma[above] not in _HURTING:
        return []
    hit = syntax.patient(above) if syntax.passive(above) else syntax.grammatical_subject(above)
    return [] if hit is None or (syntax.lemma[above] != "die" and not syntax.passive(above)) else syntax.conjuncts(hit)


def slot_tokens(syntax: Syntax, i: int, slots: str) -> list[int]:
    """Tokens that stand in the row's slots, the preferred slot first.

    A slot is "subject", "obj", "iobj", "clause" (the subject of the clause below: "demanded that *Riga* pay") or a
    preposition, on the trigger, on its object, or on the infinitive below it ("threatened to cut ties *with* Riga").
    """
    bases = _bases(syntax, i)
    out: list[int] = []
    for slot in slots.split(";"):
        if slot == "subject":
            own = syntax.grammatical_subject(i)
            out += syntax.conjuncts(syntax.antecedent(own)) if own is not None else []
        elif slot == "obj":
            out += [c for k in _things(syntax, i) for c in syntax.conjuncts(k)]
        elif slot == "iobj":
            out += syntax.children(i, "iobj")
        elif slot == "clause":
            out += _clause_subjects(syntax, i)
        elif slot and slot != "sides":
            deeper = syntax.children(i, "obl") if slot == "of" else []  # "came within a mile *of* the ship"
            out += [k for base in (*bases, *deeper) for k in marked(syntax, base, slot)]
            out += _ahead(syntax, bases) if slot == "near" else []
            out += _beside(syntax, i, slot)
    return list(dict.fromkeys(out))


def _beside(syntax: Syntax, i: int, slot: str) -> list[int]:
    """ "Condemned the strike *on a Syrian base*": the parse may hang on the verb what stands right after its object."""
    if syntax.pos[i] != "NOUN" or syntax.dep[i] != "obj" or i + 1 >= syntax.size or syntax.lower[i + 1] != slot:
        return []
    late = [k for k in syntax.children(syntax.head[i], "obl") if k > i and i + 1 in syntax.kids[k]]
    return [c for k in late for c in syntax.conjuncts(k)]


def _ahead(syntax: Syntax, bases: list[int]) -> list[int]:
    """ "Flares *ahead of* the ship": the parse hangs the noun on the adverb."""
    adverbs = [k for base in bases for k in syntax.kids[base] if syntax.lower[k] in ("ahead", "close", "alongside")]
    return [c for k in adverbs for c in marked(syntax, k, "of", "to")]


def marked(syntax: Syntax, i: int, *prepositions: str) -> list[int]:
    """Nouns that hang on ``i`` by one of the prepositions, also where the parse calls them objects."""
    late = [k for k in syntax.children(i, "obj") if syntax.preposition(k) in prepositions and not _counted(syntax, k)]
    found = [*syntax.obliques(i, *prepositions), *(c for k in late for c in syntax.conjuncts(k))]
    return [k for k in found if syntax.lower[k] not in _DAYS]  # "launched *on Sunday*" is at nobody


def _counted(syntax: Syntax, k: int) -> bool:
    """ "Launched *at least* one missile": the parse may take "at" for a preposition of the missile."""
    return syntax.preposition(k) == "at" and any(
        syntax.lower[c] == "at" and syntax.lower[c + 1] in ("least", "most") for c in syntax.kids[k] if c < k
    )


def _things(syntax: Syntax, i: int) -> list[int]:
    below = syntax.child(i, "xcomp") if syntax.pos[i] in ("VERB", "ADJ") else None
    things = [thing_token(syntax, i), thing_token(syntax, below) if below is not None else None]
    return [k for k in things if k is not None]


def _bases(syntax: Syntax, i: int) -> list[int]:
    """The trigger, its object, and the infinitive below it with its object: a preposition may hang on any of them."""
    below = syntax.child(i, "xcomp") if syntax.pos[i] in ("VERB", "ADJ") else None
    own = syntax.patient(i) if syntax.pos[i] != "ADJ" else None
    near = [i, own, below, syntax.child(below, "obj") if below is not None else None]
    near += syntax.obliques(own, "of") if own is not None else []
    return list(dict.fromkeys(k for k in near if k is not None))


def _clause_subjects(syntax: Syntax, i: int) -> list[int]:
    """Who is to do what a clause below asks: "demanded that Riga pay", "demanding the troops be withdrawn"."""
    found = [syntax.grammatical_subject(c) for c in syntax.children(i, *_CLAUSES)]
    return [c for k in found if k is not None for c in syntax.conjuncts(k)]


def actors_in(actors: Actors, tokens: list[int]) -> tuple[Actor, ...]:
    """The actors of the tokens, each once."""
    found: dict[tuple[int, int, str | None], Actor] = {}
    for k in tokens:
        for actor in actors.all(k):
            found.setdefault((actor.start, actor.end, actor.country), actor)
    return tuple(found.values())


def parties_in(syntax: Syntax, actors: Actors, tokens: list[int], *, of: bool = False) -> tuple[Actor, ...]:
    """The parties of the tokens; a thing stands for whose it is: "a *Russian* bridge", "*Turkey's* new dam".

    ``of``: the thing also stands for what it is of ("imports of *Russian* coal"). A deed does not: in "condemned the
    killing of two Turks" nobody condemns the Turks.
    """
    found: dict[tuple[int, int, str | None], Actor] = {}
    for k in tokens:
        named = [a for a in actors.all(k) if a.code is not None]
        for actor in named or _owners(syntax, actors, k, of=of):
            found.setdefault((actor.start, actor.end, side_of(actor)), actor)
    return tuple(found.values())


def _owners(syntax: Syntax, actors: Actors, k: int, *, of: bool) -> list[Actor]:
    if syntax.pos[k] not in ("NOUN", "PROPN", "NUM"):
        return []
    owner = syntax.possessor(k)
    owners = [owner] if owner is not None else [*syntax.named_modifiers(k), *syntax.obliques(k, "by")]
    owners += syntax.children(k, "appos")  # "a destroyer, *USS Nimitz*, sailed"
    if syntax.lemma[k] in _LINES:
        owners += syntax.obliques(k, "with")
    if owner is None and (of or syntax.lemma[k] in AMOUNTS):
        parts = syntax.obliques(k, "of")
        owners += [*parts, *(m for p in parts for m in syntax.named_modifiers(p))]
    owners = [o for o in owners if not _against(syntax, o)]
    return [a for o in owners for a in actors.all(o) if a.code is not None and (a.country or a.organisation)]


def _against(syntax: Syntax, k: int) -> bool:
    """ "*Anti-Russian* groups", "*pro-Russian* rebels": whom they are against or for does not own them."""
    before = k - 2 if k > 1 and syntax.word[k - 1] == "-" else k - 1
    return k > 0 and syntax.lower[before] in ("anti", "pro", "non")


def opposed(one: Actor, other: Actor) -> bool:
    """Whether two actors are different parties: two states, two organisations, or a state and an armed group in it."""
    if side_of(one) != side_of(other):
        return True
    return one.code != other.code and bool({*one.sectors[:1], *other.sectors[:1]} & _APART)
