"""Antecedents: whom "the ministry", "the official" or "the two sides" stand for, among what was named before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from pourparler.knowledge import Category, Head, Knowledge
from pourparler.reading.descriptions import Description
from pourparler.reading.names import OF_STATES, Names
from pourparler.reading.people import People, Person
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, same_side

#: What makes an office another one: "the minister" is not the deputy minister.
_LESSER = frozenset({"deputy", "vice", "assistant", "former", "acting", "under"})
#: What two states have with each other, and words by which it is theirs.
_TIES = frozenset({"relation", "relationship", "tie", "cooperation", "friendship", "partnership"})
_OWN = frozenset({"their", "mutual", "bilateral", "strengthen", "deepen", "boost", "expand", "improve", "develop"})
_AT_ODDS = frozenset(
    {"belligerent", "conflicting", "contending", "disputing", "feuding", "opposing", "quarrelling", "quarreling"}
    | {"rival", "squabbling", "warring"}
)
_VAGUE = frozenset({"official", "diplomat", "politician", "leader"})
_ARTICLES = frozenset({"the", "this", "that"})
_TOP = frozenset({"head_of_state", "head_of_government", "minister"})
#: Two states are the sides of an article where the third is named at most so often for each time of the second.
_ASIDE = 0.5
#: How many tokens the head of a paragraph has at most, and what stands between its names.
_HEADING = 6
_DASHES = frozenset({"-", "–", "—", "/"})


class Antecedents:
    """Looks back from a noun. ``resolve`` answers for the tokens before it."""

    def __init__(
        self,
        syntax: Syntax,
        people: People,
        known: Knowledge,
        names: Names,
        resolve: Callable[[int], Actor | None],
        quotes: Sequence[Quote] = (),
    ) -> None:
        self._syntax, self._people, self._known = syntax, people, known
        self._names, self._resolve, self._quotes = names, resolve, quotes

    def _quoted_apart(self, k: int, i: int) -> bool:
        """ "'We wrote to *the Foreign Ministry of Riga*,' Lund said. *The Foreign Ministry* added": not Riga's."""
        at, here = self._syntax.start[k], self._syntax.start[i]
        return any(q.start <= at < q.end and not q.start <= here < q.end for q in self._quotes)

    # --- bodies -----------------------------------------------------------------------------------

    def body_named(self, i: int, head: Head) -> Actor | None:
        """ "the ministry": the body of that noun named last; None where two are named side by side."""
        found: list[Actor] = []
        sentence = None
        for k in range(i - 1, -1, -1):
            if sentence is not None and self._syntax.sentence_of[k] != sentence:
                break
            named = k in self._names.at or self._syntax.lemma[k] == self._syntax.lemma[i]
            if named and self._quoted_apart(k, i):
                continue
            actor = self._body_at(k, i, head)
            if actor is None and self._is_unknown(k, i):
                return None
            if actor is not None and not any(same_side(actor, other) for other in found):
                found.append(actor)
                sentence = self._syntax.sentence_of[k]
        return found[0] if len(found) == 1 else None

    def _is_unknown(self, k: int, i: int) -> bool:
        """Whether the same noun at ``k`` means a body whose state is open; that one may be meant again."""
        if self._syntax.lemma[k] != self._syntax.lemma[i] or self._syntax.relation[k] == "compound":
            return False
        actor = self._resolve(k)
        return actor is None or actor.country is None

    def _body_at(self, k: int, i: int, head: Head) -> Actor | None:
        word = self._syntax.lemma[i]
        if self._syntax.lemma[k] != word and not (k in self._names.at and self._is_body(k, word, head)):
            return None
        actor = self._resolve(k)
        fits = actor is not None and actor.organisation and actor.country and self._may_be(actor, head)
        return actor if fits else None

    def _is_body(self, k: int, word: str, head: Head) -> bool:
        """Whether a body of the tables, named at ``k``, may be called by that word."""
        entry = self._names.only(k) if self._names.entries(k, Category.BODY) else None
        if entry is None:
            return False
        return word in entry.name.lower() and set(head.sectors) <= set(entry.sectors)

    def _may_be(self, actor: Actor, head: Head) -> bool:
        own = self._known.organisation(head, actor.country) if actor.country else None
        return own is None or own == actor.organisation

    def ministry_state(self, i: int) -> str | None:
        """ "the minister": the state of the ministries named shortly before, if they are of one."""
        here = self._syntax.sentence_of[i]
        near = range(self._syntax.sentences[max(here - 4, 0)][0], i)
        near_ministries = (k for k in near if self._syntax.lemma[k] == "ministry" and not self._quoted_apart(k, i))
        ministries = (self._resolve(k) for k in near_ministries)
        states = {actor.country for actor in ministries if actor is not None and actor.country}
        return states.pop() if len(states) == 1 else None

    def same_noun(self, i: int, lemmas: frozenset[str]) -> int | None:
        """The nearest of these nouns before ``i`` in its number, within four sentences."""
        here = self._syntax.sentence_of[i]
        near = range(i - 1, self._syntax.sentences[max(here - 4, 0)][0] - 1, -1)
        number = self._syntax.tag[i]
        return next((k for k in near if self._syntax.lemma[k] in lemmas and self._syntax.tag[k] == number), None)

    def ship_named(self, i: int) -> Actor | None:
        """ "the vessels": the ships told of before, where all of them are of one state."""
        here, syntax = self._syntax.sentence_of[i], self._syntax
        near = range(i - 1, syntax.sentences[max(here - 6, 0)][0] - 1, -1)
        heads = ((k, self._known.head(syntax.lower[k])) for k in near if syntax.pos[k] == "NOUN")
        told = [self._resolve(k) for k, head in heads if head is not None and head.kind == "platform"]
        ships = [actor for actor in told if actor is not None]
        states = {actor.country for actor in ships}
        return ships[0] if len(states) == 1 and None not in states else None

    # --- people -----------------------------------------------------------------------------------

    def described_person(self, i: int, phrase: str, d: Description) -> Person | None:
        """ "the spokesperson", "the Chinese official": the person before whom the words fit; None where two stand
        within two sentences."""
        fitting = [p for p in self.recent(i, sentences=30) if self._fits(p, phrase, d)]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        here = self._syntax.sentence_of[i]
        second = max(self._syntax.sentence_of[a] for a, _ in fitting[1].mentions if a < i)
        return fitting[0] if here - second > 2 else None

    def _fits(self, person: Person, phrase: str, d: Description) -> bool:
        p, words = person.known, frozenset(phrase.lower().split())
        if d.country is not None and p.country != d.country:
            return False
        if d.office == "chief of staff" and not set(d.sectors) & set(p.sectors):
            return False  # a president's chief of staff is not the army's
        office = self._known.office(phrase)
        if person.rank.office is not None and words - _ARTICLES == set(person.rank.office.split()[-1:]):
            return True  # "the colonel", after Lieutenant Colonel Ole Berg
        if office is None or words & {"official"}:
            return bool(set(p.sectors) & {"GOV", "MIL", "LEG"} and words & _VAGUE) and p.level not in _TOP
        if p.office is None or _LESSER & set(p.office.split()) != _LESSER & words:
            return False
        told = self._known.office(p.office)  # "the FM", after "Minister of Foreign Affairs Ole Berg"
        same = f" {office.title} " in f" {p.office} " or (told is not None and told.office == office.office)
        return same or office.title in person.title_words

    def same_person(self, i: int) -> Actor | None:
        """ "a senior officer ... the officer": somebody without a name, told of before by the same noun."""
        here, syntax = self._syntax.sentence_of[i], self._syntax
        near = range(i - 1, syntax.sentences[max(here - 4, 0)][0] - 1, -1)
        k = next((k for k in near if syntax.lemma[k] == syntax.lemma[i] and syntax.tag[k] == syntax.tag[i]), None)
        if k is None:
            return None
        return self._resolve(k) if self._is_new(k) else self._same_office(i, near)

    def _same_office(self, i: int, near: range) -> Actor | None:
        """ "*The president of Chile* met the envoy. *The president* later flew": whose, where all told are of one."""
        if self._syntax.tag[i] not in ("NN", "NNP") or self._syntax.lemma[i] in _VAGUE:
            return None
        word = self._syntax.lower[i]
        told = [a for k in near if self._syntax.lower[k] == word and (a := self._resolve(k)) is not None]
        states = {a.country for a in told}
        return told[0] if len(states) == 1 and None not in states and told[0].office else None

    def _is_new(self, k: int) -> bool:
        """Whether the noun tells of somebody new: "a source in Oslo", "diplomatic sources"."""
        words = {self._syntax.lower[c] for c in self._syntax.kids[k] if self._syntax.pos[c] in ("DET", "PRON")}
        return bool(words & {"a", "an"}) or (self._syntax.tag[k] in ("NNS", "NNPS") and not words)

    def recent(self, i: int, sentences: int) -> list[Person]:
        """People mentioned before ``i`` within so many sentences, the nearest first."""
        here = self._syntax.sentence_of[i]
        near = [(k, p) for k, p in self._people.at.items() if k < i and here - self._syntax.sentence_of[k] <= sentences]
        return list({id(p): p for _, p in sorted(near, key=lambda pair: -pair[0])}.values())

    def last_two_people(self, i: int) -> list[Person]:
        """The last two people before ``i`` in reading order; [] where a third is named beside them."""
        near = self.recent(i, sentences=2)
        if len(near) < 2:
            return []
        sentence = {id(p): max(self._syntax.sentence_of[a] for a, _ in p.mentions if a < i) for p in near[:3]}
        crowded = len(near) > 2 and sentence[id(near[2])] == sentence[id(near[1])]
        return [] if crowded else [near[1], near[0]]

    # --- states -----------------------------------------------------------------------------------

    def last_two_states(self, i: int) -> list[str]:
        """The two states named before ``i``, in the order told; of more, the pair that "and" joined last, else the two
        told of most.
        """
        own = self._of_their_ties(i)
        if own:
            return own
        outside = self._outsider(i)
        near = [c for c in self._states_before(i) if c != outside]
        if self._armed_parties(i):
            return []  # one of the two sides may be no state
        if any(self._syntax.lower[k] in _AT_ODDS for k in self._syntax.children(i, "amod")):
            return self._told_of_most()  # whoever mediates is named nearer
        pair: Sequence[str] = near[::-1] if len(near) == 2 else ()
        if len(near) > 2:
            here = self._syntax.sentence_of[i]
            spans = (self._syntax.sentences[here - back] for back in range(min(here, 2) + 1))
            runs = (self._names.joined(first, min(end, i) - 1) for first, end in spans)
            pair = next((run[-1] for run in runs if run), ())
            if len(pair) > 2:
                return []
        return list(pair) if len(pair) == 2 and self._leads(pair) else self._told_of_most()

    def against(self, i: int) -> str | None:
        """The state that fights the armed group of both sides at ``i``: the one told of most, if no other comes near.

        Who acts on both ("Oslo urged both sides") is none of them.
        """
        outside = self._outsider(i)
        counts = [(c, n) for c, n in self._counts.most_common(3) if c != outside][:2]
        (country, most), *others = counts or [("", 0)]
        return country if country and all(2 * n <= most for _, n in others) else None

    def two_told(self, i: int) -> list[str]:
        """The two states at the head of the paragraph, else those named before ``i``, if there are exactly two."""
        return self._of_heading(i) or self.last_two_states(i)

    def _of_heading(self, i: int) -> list[str]:
        """ "*NORWAY-LATVIA.* The two ministers met": the two states at the head of a paragraph of a brief."""
        syntax = self._syntax
        first = syntax.sentences[syntax.sentence_of[i]][0]
        opening = syntax.text.rfind("\n", 0, syntax.start[i]) + 1
        while first > 0 and syntax.start[first - 1] >= opening:
            first -= 1
        words = range(first, min(first + _HEADING, i))
        end = next((k for k in words if syntax.word[k] in (".", ":")), None)
        if end is None:
            return []
        named = [k for k in range(first, end) if syntax.word[k] not in _DASHES and syntax.pos[k] != "SPACE"]
        states = [self._named_at(k) for k in named]
        return [s[0] for s in states] if len(states) == 2 and all(len(s) == 1 for s in states) else []

    def _of_their_ties(self, i: int) -> list[str]:
        """ "Both sides reaffirmed their commitment to *Norway-Latvia relations*": the two whose ties these are."""
        syntax = self._syntax
        _, end = syntax.sentences[syntax.sentence_of[i]]
        tied = next((k for k in range(i + 2, end) if syntax.lemma[k] in _TIES), end)
        if tied == end or not _OWN & {*syntax.lower[i + 1 : tied], *syntax.lemma[i + 1 : tied]}:
            return []
        for k in range(i + 2, min(tied + 6, end - 1)):
            dashed = syntax.word[k] in ("-", "–") and k < tied
            between = syntax.lower[k] == "and" and tied < k and "between" in syntax.lower[tied:k]
            sides = [*self._named_at(k - 1), *self._named_at(k + 1)]
            if (dashed or between) and len(set(sides)) == 2:
                return sides
        return []

    def _named_at(self, k: int) -> list[str]:
        """The state named at a token."""
        found = self._names.entries(k, *OF_STATES) if k in self._names.at else ()
        return list(dict.fromkeys(e.country for e in found if e.country))

    def _leads(self, pair: Sequence[str]) -> bool:
        """Whether no other state is told of more than both of the pair: mediators and hosts are named beside it."""
        counts = self._counts
        others = [n for c, n in counts.items() if c not in pair]
        return set(pair) in self._pairs or min(counts[c] for c in pair) >= max(others, default=0)

    def other_state(self, i: int, country: str) -> str | None:
        """ "its neighbour": the one state beside ``country`` that was named before ``i``."""
        others = [c for c in self._states_before(i) if c != country]
        return others[0] if len(others) == 1 else None

    def _states_before(self, i: int) -> list[str]:
        here = self._syntax.sentence_of[i]
        out: list[str] = []
        for k in range(i - 1, -1, -1):
            if here - self._syntax.sentence_of[k] > 2 and len(out) >= 2:
                break
            out += [c for c in self._parties_at(k) if c not in out]
            if here - self._syntax.sentence_of[k] > 5:
                break
        return out

    def _parties_at(self, k: int) -> list[str]:
        """States that the name at ``k`` stands for, unless it is where something happens."""
        if k not in self._names.at or self._names.is_setting(k):
            return []
        return list(dict.fromkeys(e.country for e in self._names.entries(k, *OF_STATES) if e.country))

    def _outsider(self, i: int) -> str | None:
        """ "Oslo urged both sides to wait": who acts on the two is none of them."""
        syntax, verb = self._syntax, self._syntax.head[i]
        if syntax.relation[i] not in ("obj", "iobj", "obl"):
            return None
        subject = syntax.subject(verb)
        actor = self._resolve(subject) if subject is not None and subject < i else None
        return actor.country if actor is not None else None

    def _armed_parties(self, i: int) -> bool:
        """Whether an armed group was named more than once before ``i``."""
        groups = (
            e.name
            for k, (span, entries) in self._names.at.items()
            if k == span[0] and k < i
            for e in entries
            if e.category is Category.ORGANISATION and "REB" in e.sectors
        )
        return any(count > 1 for count in Counter(groups).values())

    def _told_of_most(self) -> list[str]:
        """The two states named most often, where no third comes near them."""
        counts = self._counts.most_common(3)
        if len(counts) < 2:
            return []
        third = counts[2][1] if len(counts) > 2 else 0
        second = counts[1][1]
        return [c for c, _ in counts[:2]] if second > 1 and third <= _ASIDE * second else []

    @cached_property
    def _counts(self) -> Counter[str]:
        """How often each state is named, but for settings."""
        starts = (k for k, (span, _) in self._names.at.items() if k == span[0])
        return Counter(c for k in starts for c in self._parties_at(k))

    @cached_property
    def _pairs(self) -> list[set[str]]:
        """The pairs that "and" joins, each told more than once of or in a text of few names."""
        runs = (run for first, end in self._syntax.sentences for run in self._names.joined(first, end - 1))
        counts = self._counts
        return [set(run) for run in runs if len(run) == 2 and min(counts[c] for c in run) > 1]
