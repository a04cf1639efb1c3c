"""The channel of a contact that its own word leaves open: told by a noun beside it, or where it was told before."""

from __future__ import annotations

from functools import partial

from pourparler.reading.contacts.drafts import CORES, Draft
from pourparler.reading.syntax import Syntax
from pourparler.records import Channel

#: What one may have been in while dealing with each other: "discussed fishing *at a meeting*".
_WITHIN = ("at", "in", "during", "over", "by", "via", "on")
_FACE_TO_FACE = frozenset({"fall", "strike"})
_PARTIES = frozenset({"side", "party", "foe", "rival", "neighbour", "neighbor", "belligerent", "adversary"})
_OVER = ("through", "via", "over", "on", "by")
#: What makes a line or channel one that stands for such contacts.
_STANDING = frozenset({"liaison", "hot", "direct", "crisis", "emergency", "deconfliction", "deconflicting"})
#: Contacts in words, which may be by phone though the noun does not say so; negotiations are no call.
_ORAL = frozenset({"conversation", "talk", "talks", "discussion", "exchange", "dialogue", "dialog"})
_BY_WIRE = frozenset({Channel.PHONE, Channel.VIDEO})
_LINKS = frozenset({"link", "call", "conference", "conferencing", "connection"})
_WIRES = {
    "phone": Channel.PHONE,
    "telephone": Channel.PHONE,
    "video": Channel.VIDEO,
    "videolink": Channel.VIDEO,
    "videoconference": Channel.VIDEO,
    "videoconferencing": Channel.VIDEO,
}


def channel_beside(syntax: Syntax, draft: Draft) -> Channel:
    """ "Discussed fishing at a meeting" -> meeting; the draft's own channel where its word tells one."""
    if draft.channel in (Channel.UNSPECIFIED, Channel.PHONE) and _over_a_line(syntax, draft):
        return Channel.HOTLINE
    if draft.channel is Channel.MEETING and Channel.VIDEO in map(partial(_wire, syntax), _near(syntax, draft, *_OVER)):
        return Channel.VIDEO  # "the meeting was held via video link"
    if draft.channel in (Channel.UNSPECIFIED, Channel.TALKS) and not draft.line:
        wired = next((wire for k in _near(syntax, draft, *_OVER) if (wire := _wire(syntax, k)) is not None), None)
        if wired is not None:  # "held talks over the phone"
            return wired
    if draft.channel is Channel.TALKS and any(syntax.lemma[k] in _FACE_TO_FACE for k, _ in draft.steps):
        return Channel.MEETING  # "fell into conversation with"
    if draft.channel is Channel.MEETING and _hosts_parties(syntax, draft.core):
        return Channel.TALKS
    if draft.channel is not Channel.UNSPECIFIED or draft.line:
        return draft.channel
    told = (CORES.get((syntax.lemma[k], "noun")) for k in syntax.obliques(draft.core, *_WITHIN))
    found = (Channel(row["channel"]) for row in told if row is not None and row["kind"] == "contact")
    return next((channel for channel in found if channel is not Channel.UNSPECIFIED), draft.channel)


def written_beside(syntax: Syntax, reply: int) -> Channel | None:
    """ "Three *letters*, no reply": what is answered or not, where the words before tell that it was in writing."""
    first, _ = syntax.sentences[syntax.sentence_of[reply]]
    told = (CORES.get((syntax.lemma[k], "noun")) for k in range(reply - 1, first - 1, -1))
    nearest = next((row for row in told if row is not None and row["kind"] == "contact"), None)
    return Channel.MESSAGE if nearest is not None and nearest["channel"] == Channel.MESSAGE else None


def line_before(syntax: Syntax, silent: int) -> Channel:
    """ "*The hotline* was set up in May; nobody answered when Oslo tried it": by what there was no answer."""
    here = syntax.sentence_of[silent]
    first, _ = syntax.sentences[max(here - 1, 0)]
    told = any(syntax.lemma[k] == "hotline" for k in range(first, silent))
    return Channel.HOTLINE if told else Channel.UNSPECIFIED


def _hosts_parties(syntax: Syntax, i: int) -> bool:
    """ "Offered to host the two sides": that they may negotiate; who "hosts both leaders" has them meet."""
    guests = syntax.patient(i) if syntax.lemma[i] == "host" and syntax.pos[i] == "VERB" else None
    return guests is not None and syntax.lemma[guests] in _PARTIES


def _wire(syntax: Syntax, k: int) -> Channel | None:
    """ "by phone", "via video link"."""
    words = (syntax.lemma[k], *(syntax.lower[c] for c in syntax.kids[k] if syntax.lemma[k] in _LINKS))
    return next((_WIRES[word] for word in words if word in _WIRES), None)


def _over_a_line(syntax: Syntax, draft: Draft) -> bool:
    """ "Asked for contact through the liaison channel", "rang him on the crisis line"."""
    return any(
        syntax.lemma[k] == "hotline"
        or (syntax.lemma[k] in ("line", "channel") and any(syntax.lower[c] in _STANDING for c in syntax.kids[k]))
        for k in _near(syntax, draft, *_OVER)
    )


def _near(syntax: Syntax, draft: Draft, *prepositions: str) -> list[int]:
    """What hangs by a preposition on any word of the contact or on a verb that tells its steps."""
    verbs = (k for k, _ in draft.steps if syntax.pos[k] == "VERB")
    chain = dict.fromkeys((draft.core, *draft.links, *verbs))
    return [k for i in chain for k in syntax.obliques(i, *prepositions)]


def may_be_by_wire(syntax: Syntax, draft: Draft) -> bool:
    """Whether the word may take up a call: "the conversation" does, "the negotiations" do not."""
    return draft.channel is not Channel.TALKS or syntax.pos[draft.core] == "VERB" or syntax.lemma[draft.core] in _ORAL


def taken_up(syntax: Syntax, draft: Draft, earlier: Channel) -> Channel:
    """The channel of an earlier contact for a noun that leaves it open: "The conversation", after a phone call."""
    own = draft.channel is Channel.TALKS and syntax.lemma[draft.core] in _ORAL and syntax.pos[draft.core] == "NOUN"
    own = own or (draft.line and syntax.lemma[draft.core] == "line")  # "kept the line open", after "the video line"
    if earlier is Channel.HOTLINE and draft.channel is Channel.PHONE and syntax.lemma[draft.core] == "call":
        return earlier  # "asked to use the hotline; the call was not answered"
    return earlier if own and earlier in _BY_WIRE else draft.channel
