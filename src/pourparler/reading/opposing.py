"""Which statement contradicts which: a denial, a claim left unconfirmed, a negated account, an account turned round."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pourparler.reading.actors import Actors, official
from pourparler.reading.attribution import words_of
from pourparler.reading.covering import Covering
from pourparler.reading.names import OF_STATES
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Incident, Span, Stance, Statement

_ASSERTING = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
_ACCUSING = frozenset({"cue:accuse", "cue:blame", "cue:charge"})
#: Cues that set one account against the one before.
_COUNTERING = frozenset({"cue:counter", "cue:retort", "cue:rejoin"})
#: Cues and phrases that present an account as one side's.
_SIDED = frozenset({"cue:claim", "cue:insist", "cue:maintain", "cue:contend", "cue:allege", "cue:assert", "cue:argue"})
#: Words that set one account against another.
_CONTRASTING = frozenset({"but", "while", "whereas", "however", "instead", "meanwhile", "contrast", "yet", "though"})
_NEGATIVES = frozenset({"no", "not", "never", "n't", "n’t", "nobody", "none", "neither", "nothing", "without"})
#: Words by which a denial points back: "denied *any* such flight", "denied having lost *one*".
_POINTING_BACK = frozenset({"any", "such", "one", "it", "this", "that", "so"})
#: How many sentences before an answer the claim may stand.
_REACH = 4
#: Words a bare denial may have at most: "no such attack ever took place".
_SHORT = 8
_HAPPENING = frozenset({"happen", "occur", "take", "exist", "true", "case", "correct"})
#: Letters in which "violate" and "violation" agree.
_STEM = 5
#: What is denied where nothing of the claim is named: "denied any involvement".
_GENERAL = frozenset(word[:_STEM] for word in words_of("general denial"))
_LIGHT = frozenset({"have", "make", "take", "give", "come", "time", "year", "country", "side", "that"})


_HABITUAL = frozenset({"often", "regularly", "routinely", "frequently", "usually", "always", "repeatedly"})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two statements on one point; ``denies`` where the answer says that it is not so."""

    claim: Statement
    answer: Statement
    denies: bool = True


@dataclass(frozen=True)
class Accounts:
    """The statements of an article with what tells whether two of them are on one point.

    Whichever two are compared stand close together, or tell the same words: a long article has too many for all.
    """

    syntax: Syntax
    actors: Actors
    statements: Sequence[Statement]
    incidents: Sequence[Incident]

    def contradictions(self) -> Iterator[Contradiction]:
        """Each answer with the claim it answers, in the order of the answers."""
        answers: set[str] = set()
        for k, answer in enumerate(self.statements):
            mutual = self._mutual(k, answer)
            if mutual is not None:
                answers.add(answer.id)
                yield Contradiction(mutual, answer, denies=False)
                continue
            claim = self._answered(answer) if answer.content else None
            settled = answer.stance in _ASSERTING or answer.stance is Stance.DOES_NOT_CONFIRM
            if claim is not None and claim.id in answers and settled:
                continue  # a third account in a row is of another deed, or says again what the first did
            if claim is not None and (official(claim.source) or official(answer.source)):
                # a quarrel of firms or clubs is none of sides
                answers.add(answer.id)
                yield Contradiction(claim, answer, denies=answer.stance is not Stance.DOES_NOT_CONFIRM)

    def _answered(self, answer: Statement) -> Statement | None:
        claims = [s for s in self._around(answer) if s is not answer and s.stance in _ASSERTING and s.content]
        claims = [s for s in claims if not same_voice(s.source, answer.source) and not _tells(s, answer)]
        claims = [s for s in claims if not _tells(answer, s)]
        if answer.stance is Stance.DENIES:
            return self._denied(claims, answer)
        before = [s for s in claims if s.anchor.start < answer.anchor.start]
        if answer.stance is Stance.DOES_NOT_CONFIRM:
            return self._left_open(before, answer)
        if answer.stance in _ASSERTING:
            return self._countered([s for s in before if _other_state(s, answer)], answer)
        return None

    def _around(self, answer: Statement) -> Iterator[Statement]:
        """The statements close before an answer, and those that share words with it, in their order."""
        said = self._sentence(answer)
        close = (k for sentence in range(said - _REACH, said + 1) for k in self._by_sentence.get(sentence, ()))
        alike = (k for c in answer.content for k in self._by_content.over(c.start, c.end))
        return (self.statements[k] for k in sorted({*close, *alike}))

    @cached_property
    def _by_sentence(self) -> dict[int, list[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for k, statement in enumerate(self.statements):
            found[self._sentence(statement)].append(k)
        return found

    @cached_property
    def _by_content(self) -> Covering[int]:
        return Covering(range(len(self.statements)), lambda k: [(c.start, c.end) for c in self.statements[k].content])

    @cached_property
    def _by_cue(self) -> dict[Span | None, list[int]]:
        found: defaultdict[Span | None, list[int]] = defaultdict(list)
        for k, statement in enumerate(self.statements):
            found[statement.cue].append(k)
        return found

    @cached_property
    def _told_of(self) -> dict[str, list[Incident]]:
        """The incidents by the statements that they rest on."""
        found: defaultdict[str, list[Incident]] = defaultdict(list)
        for incident in self.incidents:
            for statement in incident.according_to:
                found[statement].append(incident)
        return found

    @cached_property
    def _deeds(self) -> list[int]:
        """Where incidents are told, in the order of the text."""
        return sorted(incident.anchor.start for incident in self.incidents)

    def _sentence(self, statement: Statement) -> int:
        return self.syntax.sentence_of[self.syntax.at(statement.anchor.start)]

    def _mutual(self, k: int, answer: Statement) -> Statement | None:
        """ "Each accused the other of firing": two rows on one cue; "each accuses" is a habit and no dispute."""
        cue = self.syntax.at(answer.anchor.start)
        if self.syntax.tag[cue] in ("VBZ", "VBP") or any(
            self.syntax.lower[k] in _HABITUAL for k in self.syntax.kids[cue]
        ):
            return None
        if not {"other", "another"} & {self.syntax.lower[k] for k in self.syntax.subtree(cue)}:
            return None  # "both Ethiopia and Sudan accused Eritrea": one charge by two
        if answer.cue is None:
            return None
        before = (self.statements[j] for j in self._by_cue[answer.cue] if j < k)
        twin = next((s for s in before if s.reader in _ACCUSING), None)
        return twin if twin is not None and _other_state(twin, answer) else None

    def _denied(self, claims: list[Statement], denial: Statement) -> Statement | None:
        """The claim that a denial is of: the same words, else the nearest before it that shares its point."""
        same = next((s for s in claims if _overlap(s.content, denial.content)), None)
        if same is not None:
            return same
        near = [s for s in claims if s.anchor.start < denial.anchor.start and self._close(s, denial)]
        point = self._stems(denial.content)
        for claim in reversed(near):
            if not _apart(claim, denial) or claim.source is None:
                continue
            if point & self._stems(claim.content) or (point & _GENERAL and claim.reader in _ACCUSING):
                return claim
            if self._close(claim, denial, 1) and (self._points_back(denial) or self._charges(claim, denial)):
                return claim
        return None

    def _left_open(self, before: list[Statement], answer: Statement) -> Statement | None:
        """The claim that somebody neither confirms nor denies: the same words, or the same point close by."""
        if answer.source is None or "JRN" in answer.source.sectors:
            return None  # "the claim could not be verified": the outlet's own caution
        same = next((s for s in reversed(before) if _overlap(s.content, answer.content)), None)
        point = self._stems(answer.content)
        near = (s for s in reversed(before) if self._close(s, answer, 3) and _apart(s, answer))
        told = (
            s for s in near if point & self._stems(s.content) or self._close(s, answer, 1) & self._points_back(answer)
        )
        return same or next(told, None)

    def _countered(self, near: list[Statement], answer: Statement) -> Statement | None:
        """The claim that an account answers: told to counter it, negated on its point, or another version of it."""
        for claim in reversed(near):
            if not self._close(claim, answer):
                continue
            if answer.reader in _COUNTERING and self._close(claim, answer, 1):
                return claim
            if self._negates(claim, answer) or self._turned(claim, answer) or self._rival(claim, answer):
                return claim
            if self._close(claim, answer, 1) and self._denies_all(answer):
                return claim
        return None

    def _denies_all(self, answer: Statement) -> bool:
        """ "it had never happened", "no such attack took place": a denial in other words, of whatever was claimed."""
        syntax, tokens = self.syntax, list(self._tokens(answer.content))
        words = {syntax.lower[k] for k in tokens}
        whole = words & {"it", "this", "that", "such"} and {syntax.lemma[k] for k in tokens} & _HAPPENING
        return bool(whole) and bool(words & _NEGATIVES) and len(tokens) <= _SHORT

    def _turned(self, claim: Statement, answer: Statement) -> bool:
        """Whether each tells of a hostile act by the other's forces."""
        return self._by_other(claim, answer) and self._by_other(answer, claim)

    def _by_other(self, told: Statement, other: Statement) -> bool:
        country = other.source.country if other.source is not None else None
        return country is not None and any(a.country == country for i in self._told_of.get(told.id, ()) for a in i.by)

    def _rival(self, claim: Statement, answer: Statement) -> bool:
        """Two versions of one encounter side by side: "Oslo says it expelled the ship; Moscow claims it sailed free".

        One tells a hostile deed, the other is set against it by a word or its cue, and both are on the same things.
        """
        if not self._close(claim, answer, 1) or not self._contrasted(claim, answer):
            return False
        if self._stems(claim.content) & self._stems(answer.content):
            return self._tells_a_deed(claim) or self._charges(claim, answer)
        return self._tells_a_deed(claim) and self._tells_a_deed(answer) and self._charges(answer, claim)

    def _tells_a_deed(self, told: Statement) -> bool:
        return any(bisect_left(self._deeds, c.start) < bisect_left(self._deeds, c.end) for c in told.content)

    def _contrasted(self, claim: Statement, answer: Statement) -> bool:
        """Whether the answer's cue or a word before it sets it against the claim."""
        if answer.reader in _SIDED or answer.reader.startswith("phrase:"):
            return True
        syntax = self.syntax
        cue = syntax.at(answer.anchor.start)
        first = max(syntax.sentences[syntax.sentence_of[cue]][0], syntax.at(claim.anchor.start))
        words = {syntax.lower[k] for k in range(first, cue)}
        return bool(words & _CONTRASTING) or ";" in words

    def _negates(self, claim: Statement, answer: Statement) -> bool:
        """Whether a word of the claim is negated in the answer: "no *signal* was sent", "had not *fired*"."""
        syntax, told = self.syntax, self._stems(claim.content)
        for k in self._tokens(answer.content):
            if syntax.lower[k] not in _NEGATIVES:
                continue
            above = syntax.head[k]
            negated = {syntax.lemma[above][:_STEM]}
            if syntax.dep[k] == "det" and syntax.pos[syntax.head[above]] == "VERB":
                negated.add(syntax.lemma[syntax.head[above]][:_STEM])
            if negated & told and not self._negated(claim, negated):
                return True
        return False

    def _negated(self, told: Statement, stems: set[str]) -> bool:
        """Whether the claim has the word in the negative itself, so that both say the same."""
        syntax = self.syntax
        words = [k for k in self._tokens(told.content) if syntax.lower[k] in _NEGATIVES]
        return any(syntax.lemma[syntax.head[k]][:_STEM] in stems for k in words)

    def _points_back(self, denial: Statement) -> bool:
        return any(self.syntax.lower[k] in _POINTING_BACK for k in self._tokens(denial.content))

    def _charges(self, claim: Statement, denial: Statement) -> bool:
        """Whether what is claimed names the state that answers: "*Azeri* troops seized heights"."""
        country = denial.source.country if denial.source is not None else None
        if country is None:
            return False
        if claim.reader in _ACCUSING:
            return True
        names = (k for k in self._tokens(claim.content) if self.syntax.word[k][:1].isupper())
        return any(e.country == country for k in names for e in self.actors.entries(k, *OF_STATES))

    def _tokens(self, content: tuple[Span, ...]) -> Iterator[int]:
        for c in content:
            yield from range(self.syntax.at(c.start), self.syntax.at(c.end - 1) + 1)

    def _close(self, claim: Statement, answer: Statement, reach: int = _REACH) -> bool:
        return 0 <= self._sentence(answer) - self._sentence(claim) <= reach

    def _stems(self, content: tuple[Span, ...]) -> set[str]:
        """The stems of nouns and verbs that tell the point."""
        syntax = self.syntax
        return {
            syntax.lemma[k][:_STEM]
            for k in self._tokens(content)
            if syntax.pos[k] in ("NOUN", "VERB") and len(syntax.lemma[k]) > 3 and syntax.lemma[k] not in _LIGHT
        }


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


def _tells(claim: Statement, answer: Statement) -> bool:
    """Whether the answer is told by the claim itself: "'The navy denies it,' the spokesman said"."""
    return any(c.start <= answer.anchor.start < c.end for c in claim.content)


def _other_state(a: Statement, b: Statement) -> bool:
    """Whether the two speak for two known states or bodies."""
    sides = [(s.source.country or s.source.organisation) if s.source is not None else None for s in (a, b)]
    return None not in sides and sides[0] != sides[1]


def _apart(a: Statement, b: Statement) -> bool:
    """Whether the two do not speak for one state; one of them may be nobody's, as a skipper's lawyer is."""
    sides = [(s.source.country or s.source.organisation) if s.source is not None else None for s in (a, b)]
    return sides[0] != sides[1]


def _overlap(a: tuple[Span, ...], b: tuple[Span, ...]) -> bool:
    """Whether what is denied is what was claimed: the same words, or one within the other."""
    return any((x.start <= y.start and y.end <= x.end) or (y.start <= x.start and x.end <= y.end) for x in a for y in b)
