"""The level at which a person deals: read from the office."""

from __future__ import annotations

from pourparler.records import Actor, Level

#: Office words, the most telling first; the first that stands in the office decides.
_LEVELS: tuple[tuple[tuple[str, ...], Level], ...] = (
    (("spokes", "assistant", "deputy", "vice minister", "under", "envoy", "adviser", "advisor"), Level.OFFICIAL),
    (("ambassador", "charge", "chargé"), Level.AMBASSADOR),
    (("vice president", "vice-president"), Level.OFFICIAL),
    (
        (
            "chief of defence",
            "chief of staff",
            "general staff",
            "chairman of the joint",
            "chief of the defence",
            "military commission",
        ),
        Level.CHIEF_OF_DEFENCE,
    ),
    (("prime minister", "premier", "chancellor", "head of government"), Level.HEAD_OF_GOVERNMENT),
    (
        ("president", "king", "queen", "emperor", "emir", "sultan", "supreme leader", "head of state"),
        Level.HEAD_OF_STATE,
    ),
    (("minister", "secretary of", "secretary"), Level.MINISTER),
    (("command", "general", "admiral", "fleet"), Level.COMMANDER),
    (("speaker", "senator", "lawmaker", "member of parliament", "congress"), Level.LEGISLATOR),
)


def level_of(actor: Actor) -> Level:
    """The level of an actor; unspecified for states, bodies and people without a told office."""
    if actor.office is None:
        return Level.OFFICIAL if actor.person and "GOV" in actor.sectors and actor.office else Level.UNSPECIFIED
    office = actor.office.lower()
    for words, level in _LEVELS:
        if any(word in office for word in words):
            return level
    return Level.UNSPECIFIED
