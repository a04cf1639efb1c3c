"""Whether a word of many senses is a contact, and through what channel."""

from __future__ import annotations

from pourparler.reading.contacts.drafts import CORES, STEPS
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel

#: What is done with a call that somebody makes, and not with a call for something.
_CALLING = frozenset(
    {"hold", "have", "make", "take", "answer", "return", "refuse", "ignore", "decline", "cancel", "request"}
)
_LINES = frozenset(
    {
        "hot",
        "military",
        "diplomatic",
        "communication",
        "communications",
        "direct",
        "emergency",
        "back",
        "secure",
    }
)


def plausible(syntax: Syntax, i: int, row: dict[str, str]) -> bool:
    """Whether a word of many senses is the contact: "a call with", not "calls for restraint"."""
    return (
        _plausible_noun(syntax, i, row["lemma"]) if row["pos"] == "noun" else _plausible_verb(syntax, i, row["lemma"])
    )


def _plausible_noun(syntax: Syntax, i: int, lemma: str) -> bool:
    kids = {syntax.lower[k] for k in syntax.kids[i]}
    if lemma == "call":
        if kids & {"phone", "telephone", "video", "conference"} or syntax.obliques(i, "with", "between", "from"):
            return True
        demand = bool(syntax.obliques(i, "for", "on")) or syntax.child(i, "acl") is not None
        return not demand and syntax.lemma[syntax.head[i]] in _CALLING
    if lemma in ("line", "channel"):
        of = syntax.obliques(i, "of", "for")
        return bool(kids & _LINES) or any(syntax.lemma[k] in ("communication", "contact", "dialogue") for k in of)
    if lemma in ("exchange", "exercise", "drill"):
        shared = bool(kids & {"joint", "military", "bilateral", "diplomatic", "naval"})
        return shared or bool(syntax.obliques(i, "with", "between"))
    # "lines of communication": the line is the core
    return not (lemma == "communication" and syntax.dep[i] == "nmod")


def _plausible_verb(syntax: Syntax, i: int, lemma: str) -> bool:
    if lemma in ("receive", "host"):  # "received no request", "hosted talks": the object is the core
        thing = syntax.patient(i)
        return thing is None or not {(syntax.lemma[thing], "noun")} & (CORES.keys() | STEPS.keys())
    if lemma == "summon":  # "summoned home" is a recall of one's own
        return not any(syntax.lower[k] in ("home", "back") for k in syntax.kids[i])
    if lemma == "reach":
        return any(syntax.lower[k] == "out" for k in syntax.kids[i]) or _person_object(syntax, i)
    if lemma == "contact":
        return syntax.patient(i) is not None
    if lemma in ("speak", "talk"):
        kept = syntax.head[i] != i and syntax.lemma[syntax.head[i]] == "keep"
        return kept or bool(syntax.obliques(i, "to", "with"))
    if lemma == "meet":
        return syntax.patient(i) is not None or bool(syntax.obliques(i, "with")) or syntax.child(i, "obl") is not None
    return True


def _person_object(syntax: Syntax, i: int) -> bool:
    thing = syntax.patient(i)
    return thing is not None and syntax.pos[thing] in ("PROPN", "PRON") and syntax.child(i, "compound:prt") is None


def channel_of(syntax: Syntax, i: int, row: dict[str, str]) -> Channel:
    """The table's channel, made exact by a word beside the core ("telephone discussions", "video call")."""
    beside = {syntax.lower[k] for k in syntax.kids[i]} | {
        syntax.lower[k] for k in syntax.obliques(i, "by", "via", "over", "through")
    }
    for words, channel in (
        ({"phone", "telephone", "telephonic"}, Channel.PHONE),
        ({"video", "virtual", "videoconference", "video-link"}, Channel.VIDEO),
        ({"hotline", "hotlines"}, Channel.HOTLINE),
        ({"port"}, Channel.PORT_CALL),
    ):
        if beside & words and (channel is not Channel.PORT_CALL or row["lemma"] == "call"):
            return channel
    return Channel(row["channel"])
