"""What there is of a contact only as a prospect: "no reason to meet", "little chance of the two meeting"."""

from __future__ import annotations

from pourparler.reading.contacts.drafts import Draft
from pourparler.reading.contacts.words import GROUNDS
from pourparler.reading.syntax import Syntax

_CHANCES = frozenset({"chance", "prospect", "likelihood", "possibility"})


def ruled_out(syntax: Syntax, draft: Draft) -> int | None:
    """The noun of "sees no reason to keep talking", "has no intention of meeting": a refusal."""
    return next(
        (
            k
            for k in draft.links
            if syntax.lemma[k] in GROUNDS
            and any(syntax.lower[c] == "no" and syntax.dep[c] == "det" for c in syntax.kids[k])
        ),
        None,
    )


def chance_of(syntax: Syntax, draft: Draft) -> int | None:
    """The noun of "little chance of the two meeting"; the parse attaches what follows it in many ways."""
    over = syntax.head[draft.core]
    if syntax.dep[draft.core] in ("acl", "ccomp", "acl:relcl") and syntax.lemma[over] in _CHANCES:
        return over  # "little chance that they will meet"
    first = syntax.sentences[syntax.sentence_of[draft.core]][0]
    for k in range(draft.core - 1, max(first, draft.core - 14) - 1, -1):
        if syntax.pos[k] in ("VERB", "AUX"):
            return None
        if syntax.lemma[k] in _CHANCES:
            following = [w for w in syntax.lower[k + 1 : k + 3] if w.isalpha()]
            return k if following[:1] in (["of"], ["for"]) else None
    return None
