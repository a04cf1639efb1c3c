"""CONTRADICTS without a denial: two sides call one incident opposite things, or one tells it another way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pourparler.ledger.linking.deeds import side
from pourparler.ledger.linking.denials import elsewhere, other_voices, position
from pourparler.ledger.linking.incidents import Encounter, Traits
from pourparler.ledger.linking.sameness import Sameness
from pourparler.ledger.linking.tables import rows
from pourparler.records import Characterisation, Judgement, Relation, Stance
from pourparler.records.judgements import link

_TONES = {row["tone"]: frozenset(row["words"].split(";")) for row in rows("tones")}
_NOT = frozenset({"not", "no", "nor", "neither", "never", "hardly", "nothing", "anything", "without"})
#: What drives somebody off, who cannot then have gone on.
_TURNED = frozenset({"expel", "drive away", "turn back", "force down", "escort away"})
_WENT_ON = re.compile(
    r"\b(?:continu\w+|proceed\w+|complet\w+|stay(?:ed|s)|remain\w+|(?:sail|went|carri|flew|press|push)\w* on|unimpeded"
    r"|uninterrupted|as planned)\b",
    re.IGNORECASE,
)


def find_versions(among: Sameness[Traits]) -> Iterator[Judgement]:
    """Of incidents that are one, a link where two articles let two sides call it a routine move and a provocation, or
    where one tells it as driving off and the other as going on."""
    for edge in among.edges:
        one, other = among.deeds[edge.one], among.deeds[edge.other]
        if not elsewhere(one, other):
            continue
        yield from _called_otherwise(one, other, edge.score)
        yield from _went_on(one, other, edge.score)
        yield from _went_on(other, one, edge.score)


def tone(text: str) -> str | None:
    """Whether words call a deed calm or hostile; None where they do neither or both.

    >>> tone("a routine transit"), tone("provocative and unprofessional"), tone("not a provocation"), tone("the visit")
    ('calm', 'hostile', 'calm', None)
    """
    told = re.findall(r"[\w-]+", text.lower())
    found = {name for name, known in _TONES.items() if known & set(told)}
    if len(found) != 1:
        return None
    (name,) = found
    first = next(k for k, word in enumerate(told) if word in _TONES[name])
    return {"calm": "hostile", "hostile": "calm"}[name] if _NOT & set(told[:first]) else name


def _called_otherwise(one: Encounter, other: Encounter, score: float) -> Iterator[Judgement]:
    """The first pair of words for it, one of each side and each article, that are opposite."""
    if _both_tones(one) or _both_tones(other):
        return
    for mine in one.record.characterisations:
        for theirs in other.record.characterisations:
            sides = {side(mine.by), side(theirs.by)}
            if None not in sides and len(sides) == 2 and {tone(mine.text), tone(theirs.text)} == {"calm", "hostile"}:
                yield _dispute(one, other, score, mine, theirs)
                return


def _both_tones(encounter: Encounter) -> bool:
    """Whether the article itself lets two sides disagree."""
    return {"calm", "hostile"} <= {tone(c.text) for c in encounter.record.characterisations}


def _dispute(
    one: Encounter, other: Encounter, score: float, mine: Characterisation, theirs: Characterisation
) -> Judgement:
    called = [
        {"by": [side(word.by)], "stance": str(Stance.CONSIDERS), "record": deed.id, "text": word.text}
        for deed, word in ((one, mine), (other, theirs))
    ]
    return link(
        Relation.CONTRADICTS, one.id, other.id, score=score, value={"about": "characterisation", "positions": called},
        reasons=tuple(f'{side(word.by)} calls it "{word.text}"' for word in (mine, theirs)),
    )  # fmt: skip


def _went_on(turned: Encounter, passed: Encounter, score: float) -> Iterator[Judgement]:
    if turned.traits.action not in _TURNED or "passage" not in passed.traits.families:
        return
    how = _WENT_ON.search(" ".join(_texts(passed)))
    if how and passed.voices == passed.traits.by and other_voices(turned, passed):
        yield link(
            Relation.CONTRADICTS, turned.id, passed.id, score=round(0.8 * score, 3),
            reasons=(f"one tells of being told to leave ({turned.traits.action}), the other that it {how[0].lower()}",),
            value={
                "about": "fact",
                "positions": [position(turned, Stance.ASSERTS), position(passed, Stance.ASSERTS, how[0])],
            },
        )  # fmt: skip


def _texts(encounter: Encounter) -> list[str]:
    said = [span.text for told in encounter.entry.told_by.values() for span in told.content]
    return [*(span.text for span in encounter.record.evidence), *said]
