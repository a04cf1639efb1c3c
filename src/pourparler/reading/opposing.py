"""Which statement contradicts which: a denial of a claim, a negated account of it, an account turned round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparler.reading.actors import official
from pourparler.reading.attribution import words_of
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Incident, Span, Stance, Statement

_ASSERTING = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
_ACCUSING = frozenset({"cue:accuse", "cue:blame", "cue:charge"})
#: Cues that set one account against the one before.
_COUNTERING = frozenset({"cue:counter", "cue:retort", "cue:rejoin"})
_NEGATIVES = frozenset({"no", "not", "never", "n't", "n’t", "nobody", "none", "neither", "nothing", "without"})
#: How many sentences before an answer the claim may stand.
_REACH = 4
#: Letters in which "violate" and "violation" agree.
_STEM = 5
#: What is denied where nothing of the claim is named: "denied any involvement".
_GENERAL = frozenset(word[:_STEM] for word in words_of("general denial"))
_LIGHT = frozenset({"have", "make", "take", "give", "come", "time", "year", "country", "side", "that"})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two statements on one point; ``denies`` where the answer says that it is not so."""

    claim: Statement
    answer: Statement
    denies: bool = True


def find_contradictions(
    syntax: Syntax, statements: Sequence[Statement], incidents: Sequence[Incident]
) -> Iterator[Contradiction]:
    """Each answer with the claim it answers, in the order of the answers."""
    for k, answer in enumerate(statements):
        mutual = _mutual(syntax, statements[:k], answer)
        if mutual is not None:
            yield Contradiction(mutual, answer, denies=False)
            continue
        claims = [s for s in statements if s is not answer and s.stance in _ASSERTING and s.content]
        claims = [s for s in claims if not same_voice(s.source, answer.source)]
        if answer.stance is Stance.DENIES and answer.content:
            claim = _denied(syntax, claims, answer)
        elif answer.stance in _ASSERTING and answer.content:
            near = [s for s in claims if s.anchor.start < answer.anchor.start and _other_state(s, answer)]
            claim = _countered(syntax, near, answer, incidents)
        else:
            continue
        if claim is not None and (official(claim.source) or official(answer.source)):
            yield Contradiction(claim, answer)  # a quarrel of firms or clubs is none of sides


def same_voice(a: Actor | None, b: Actor | None) -> bool:
    """Whether two sources are one, as far as the text tells; nobody contradicts himself."""
    if a is None or b is None:
        return a is b
    if a.country and b.country and a.country == b.country and not (a.organisation and b.organisation):
        return True
    return (a.person, a.organisation, a.country, a.text if not a.code else "") == (
        b.person,
        b.organisation,
        b.country,
        b.text if not b.code else "",
    )


def _other_state(a: Statement, b: Statement) -> bool:
    """Whether the two speak for two known states or bodies."""
    sides = [(s.source.country or s.source.organisation) if s.source is not None else None for s in (a, b)]
    return None not in sides and sides[0] != sides[1]


def _mutual(syntax: Syntax, before: Sequence[Statement], answer: Statement) -> Statement | None:
    """ "Each accused the other of firing": two rows on one cue; "each accuses" is a habit and no dispute on a point."""
    if syntax.tag[syntax.at(answer.anchor.start)] in ("VBZ", "VBP"):
        return None
    twin = next((s for s in before if s.cue is not None and s.cue == answer.cue and s.reader in _ACCUSING), None)
    return twin if twin is not None and _other_state(twin, answer) else None


def _denied(syntax: Syntax, claims: list[Statement], denial: Statement) -> Statement | None:
    """The claim that a denial is of: the same words, else the nearest before it that shares its point."""
    same = next((s for s in claims if _overlap(s.content, denial.content)), None)
    if same is not None:
        return same
    near = [s for s in claims if s.anchor.start < denial.anchor.start and _close(syntax, s, denial)]
    point = _lemmas(syntax, denial.content)
    for claim in reversed(near):
        if not _other_state(claim, denial):
            continue
        if point & _lemmas(syntax, claim.content) or (point & _GENERAL and claim.reader in _ACCUSING):
            return claim
    return None


def _countered(
    syntax: Syntax, near: list[Statement], answer: Statement, incidents: Sequence[Incident]
) -> Statement | None:
    """The claim that an account answers: told to counter it, negated on its point, or with the roles turned."""
    for claim in reversed(near):
        if not _close(syntax, claim, answer):
            continue
        if answer.reader in _COUNTERING and _close(syntax, claim, answer, 1):
            return claim
        shared = _lemmas(syntax, claim.content) & _lemmas(syntax, answer.content)
        if len(shared) >= 2 and _negated(syntax, answer) and not _negated(syntax, claim):
            return claim
        if _turned(claim, answer, incidents):
            return claim
    return None


def _turned(claim: Statement, answer: Statement, incidents: Sequence[Incident]) -> bool:
    """Whether each tells of a hostile act by the other's forces."""
    return _by_other(claim, answer, incidents) and _by_other(answer, claim, incidents)


def _by_other(told: Statement, other: Statement, incidents: Sequence[Incident]) -> bool:
    country = other.source.country if other.source is not None else None
    return country is not None and any(
        a.country == country for i in incidents if told.id in i.according_to for a in i.by
    )


def _negated(syntax: Syntax, statement: Statement) -> bool:
    """Whether a negative stands among the first words of an account, or with its verb."""
    first = syntax.at(statement.content[0].start)
    last = syntax.at(statement.content[0].end - 1)
    return any(syntax.lower[k] in _NEGATIVES for k in range(first, min(first + 6, last + 1)))


def _close(syntax: Syntax, claim: Statement, answer: Statement, reach: int = _REACH) -> bool:
    told, said = (syntax.sentence_of[syntax.at(s.anchor.start)] for s in (claim, answer))
    return 0 <= said - told <= reach


def _lemmas(syntax: Syntax, content: tuple[Span, ...]) -> set[str]:
    """The stems of nouns and verbs that tell the point."""
    return {
        syntax.lemma[k][:_STEM]
        for c in content
        for k in range(syntax.at(c.start), syntax.at(c.end - 1) + 1)
        if syntax.pos[k] in ("NOUN", "VERB") and len(syntax.lemma[k]) > 3 and syntax.lemma[k] not in _LIGHT
    }


def _overlap(a: tuple[Span, ...], b: tuple[Span, ...]) -> bool:
    """Whether what is denied is what was claimed: the same words, or one within the other."""
    return any((x.start <= y.start and y.end <= x.end) or (y.start <= x.start and x.end <= y.end) for x in a for y in b)
