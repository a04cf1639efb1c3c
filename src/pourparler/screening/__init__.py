"""Screening: is an article of our field at all? A word count well under a millisecond, before any model runs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pourparler.records import Article

#: Words that hardly occur outside the dealings of states and armed forces. "Talks", "attack", "sanctions", "summit",
#: "defence" and "general" are not among them: sport, markets and film are full of those.
FIELD = (
    r"ambassadors?|embass(?:y|ies)|consulates?|diplomats?|diplomatic|diplomacy|envoys?|foreign min(?:istry|ister|isters)"
    r"|minist(?:ry|er) of (?:foreign|external|defen[cs]e)|(?:external|foreign) affairs|def(?:ence|ense) (?:ministry|minister|ministers|secretary|department|chief|chiefs)"
    r"|secretary of (?:state|defen[cs]e)|state department|foreign secretary|pentagon|kremlin|white house|downing street"
    r"|militar(?:y|ies)|armed forces|nav(?:y|ies|al)|air ?force|arm(?:y|ies)|troops|soldiers?|warships?|warplanes?|destroyers?|frigates?"
    r"|submarines?|fighter jets?|airspace|coast ?guards?|ceasefires?|cease-fires?|truce|hotlines?|missiles?|nuclear"
    r"|sovereignty|bilateral|nato|united nations|security council|territorial|peacekeep\w+|insurgents?|rebels?|militants?"
    r"|de-?escalat\w+|drones?|strait|border guards?|occupied|annex\w*|geneva convention|prisoners of war|junta|theatre command"
    r"|heads? of (?:state|government)|prime minister|president"
)
_FIELD = re.compile(rf"\b(?:{FIELD})\b", re.IGNORECASE)
#: So many different words of the field make an article worth reading for more than its statements.
ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether deeds are looked for, and why."""

    read: bool
    reason: str


def screen(article: Article) -> Verdict:
    """Counts the different words of the field in title and text.

    An article under the threshold is still read for its statements by ``pourparler read``; a run over many articles may
    skip it, with this reason.
    """
    words = {m[0].lower().rstrip("s") for m in _FIELD.finditer(article.text)}
    if len(words) >= ENOUGH:
        return Verdict(True, f"{len(words)} words of the field")
    told = ", ".join(sorted(words)) or "none"
    return Verdict(False, f"fewer than {ENOUGH} words of the field: {told}")
