"""Names of the tables in one Doc: which tokens bear them, and what they stand for in this article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from spacy.tokens import Doc

from pourparler.knowledge import Category, Entry, Found, Knowledge
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows

#: Categories that can act, in the order in which an ambiguous name is read.
ACTING = (
    Category.BODY,
    Category.ORGANISATION,
    Category.METONYM,
    Category.OUTLET,
    Category.STATE,
    Category.CAPITAL,
    Category.DEMONYM,
    Category.ADJECTIVE,
)
OF_STATES = frozenset({Category.STATE, Category.ADJECTIVE, Category.DEMONYM, Category.CAPITAL})
#: What tells of a name that a region and a state share that the region is meant: "the senator from Georgia".
_REGIONAL = frozenset(
    {
        "senator",
        "governor",
        "congressman",
        "congresswoman",
        "sheriff",
        "legislature",
        "republican",
        "republicans",
        "democrat",
        "democrats",
    }
)
_FEDERAL = frozenset({"us", "u.s.", "american", "southern"})
_COMPOUND = re.compile(r"[-‑–](?!(?:led|flagged|registered|owned|operated|crewed|commanded)\b)[a-z]+")
_SIDED = re.compile(r"\b(?:pro|anti|non)[-‑–]$", re.IGNORECASE)

#: Before "American" they make it a continent's word; "pan-American" too.
_CONTINENTAL = frozenset({"south", "north", "central", "latin", "meso", "inter", "pan", "all"})
#: Before a capital they tell where, not who: "talks in Geneva".
_WHERE = frozenset({"in", "at", "near", "inside", "outside", "around", "across", "throughout", "via"})
_JOINING = frozenset({"and", ",", "'s", "’s", "'", "’", "the"})

Span = tuple[int, int]


def tells_nationality(text: str, start: int, end: int) -> bool:
    """Whether a name before a noun says whose it is: "Russian rebels", but not "Russian-backed", "pro-Russian".

    >>> [tells_nationality(text, 0, 2) for text in ("US rebels", "US-led forces", "US-China talks", "US-made jets")]
    [True, True, True, False]
    """
    return _COMPOUND.match(text, end) is None and _SIDED.search(text, max(start - 5, 0), start) is None


def party(entry: Entry) -> str | None:
    """What two readings of one name differ in: the state, else the organisation."""
    return entry.country or entry.organisation


class Names:
    """The names of one Doc by token, each settled by what else the article names."""

    def __init__(self, doc: Doc, syntax: Syntax, known: Knowledge) -> None:
        self._syntax = syntax
        self.entity_at = {k: e for e in doc.ents for k in range(e.start, e.end)}
        self.at: dict[int, tuple[Span, tuple[Entry, ...]]] = {}
        self.forums: set[int] = set()
        #: Tokens of names that several bear, where the article tells which is meant.
        self.settled: set[int] = set()
        self._last: Found | None = None
        starts = {s: i for i, s in enumerate(syntax.start)}
        for found in known.find(syntax.text):
            first = starts.get(found.start)
            if first is None:
                continue
            if self._of_another(found) or self._of_continent(found, first) or self._likened(found, first):
                continue
            if self._of_emigrants(found, first):
                self.at.pop(first - 2, None)
                continue
            last = first
            while last + 1 < syntax.size and syntax.start[last + 1] < found.end:
                last += 1
            for k in range(first, last + 1):
                self.at[k] = ((first, last), found.entries)
            if any(e.category is Category.FORUM for e in found.entries):
                self.forums.update(range(first, last + 1))
        self._settle()

    def _of_another(self, found: Found) -> bool:
        """ "South Sudan *People's Defence Forces*": a body's name whose first words name another state."""
        entry, before = found.entries[0], self._last
        self._last = found
        if entry.category not in (Category.ORGANISATION, Category.BODY) or not entry.country:
            return False
        if before is None or before.end < found.start - 1:
            return self._goes_on(found)
        state = next((e for e in before.entries if e.category in OF_STATES), None)
        apart = self._syntax.text[before.end : found.start] != " "
        return state is not None and not apart and all(e.country != state.country for e in found.entries)

    def _of_emigrants(self, found: Found, first: int) -> bool:
        """ "some *Turkish-Americans*": people by descent, of neither state's government."""
        syntax = self._syntax
        before = first >= 2 and syntax.word[first - 1] in ("-", "–") and self.state(first - 2) is not None
        return before and syntax.tag[first] in ("NNS", "NNPS")

    def _of_continent(self, found: Found, first: int) -> bool:
        """ "the *South American* country", "Latin American states": a continent's word, no state's."""
        if first == 0 or found.entries[0].category not in (Category.ADJECTIVE, Category.DEMONYM):
            return False
        if self._syntax.text[max(found.start - 3, 0) : found.start].lower() == "ex-":
            return True  # "the *ex-Soviet* neighbour"
        joined = self._syntax.text[self._syntax.end[first - 1] : found.start] in (" ", "-")
        return joined and self._syntax.lower[first - 1] in _CONTINENTAL and found.entries[0].country == "USA"

    def _likened(self, found: Found, first: int) -> bool:
        """ "a second *Vietnam*", "another *Norway*": a state's fate, and not the state."""
        likened = first > 0 and self._syntax.lower[first - 1] in ("second", "third", "another")
        return likened and found.entries[0].category is Category.STATE

    def phrase(self, i: int) -> Span:
        """The noun phrase headed by ``i``, with whole names, and not beyond the verb that it hangs on.

        Parsers may split a name ("South | Sudan's") and give its first word to a noun before the verb.
        """
        first, last = self._syntax.phrase(i)
        governor = self._syntax.head[i]
        if i < governor <= last:
            last = governor - 1
        elif first <= governor < i:
            first = governor + 1
        if first in self.at:
            start, end = self.at[first][0]
            first = start if start != first and end <= last else first
        return first, last

    def _goes_on(self, found: Found) -> bool:
        """ "Garo *National Liberation Army*": the entity begins with a word before that no table knows."""
        k = self._syntax.at(found.start)
        entity = self.entity_at.get(k)
        return (
            entity is not None
            and entity.label_ == "ORG"
            and entity.start < k
            and self._syntax.word[k - 1][:1].isupper()
            and self._syntax.pos[k - 1] == "PROPN"
        )

    def is_setting(self, i: int) -> bool:
        """ "talks in Geneva", "between soldiers in Lebanon": the name tells where something is."""
        if i not in self.at:
            return False
        first, last = self.at[i][0]
        head = next((k for k in range(first, last + 1) if not first <= self._syntax.head[k] <= last), last)
        top = head
        while self._syntax.dep[top] in ("conj", "appos"):
            top = self._syntax.head[top]
        return self._syntax.relation[top] in ("obl", "nmod") and self._syntax.preposition(top) in _WHERE

    def entries(self, i: int, *categories: Category) -> tuple[Entry, ...]:
        """Table entries of the name that token ``i`` belongs to."""
        found = self.at.get(i)
        return tuple([e for e in found[1] if e.category in categories]) if found else ()

    def only(self, i: int) -> Entry | None:
        """The one party that can act under the name at ``i``; None where two could."""
        found = self.at.get(i)
        acting = [e for e in found[1] if e.category in ACTING] if found else []
        if not acting:
            return None
        best = min(acting, key=lambda e: ACTING.index(e.category))
        rivals = OF_STATES | {best.category} if best.category is Category.METONYM else {best.category}
        return best if len({party(e) for e in acting if e.category in rivals}) == 1 else None

    def state(self, i: int) -> str | None:
        """The one state that a name, adjective, demonym or capital at ``i`` stands for."""
        return _single(e.country for e in self.entries(i, *OF_STATES))

    def joined(self, first: int, last: int) -> list[tuple[str, ...]]:
        """States that "and" joins among these tokens: "Thai and Lao", "Norway, Sweden and Finland".

        In a headline a comma may stand for it: "Thai, Lao ministers".
        """
        out, run, reached = list[tuple[str, ...]](), list[str](), first
        link = "and" if "and" in self._syntax.lower[first:last] else ","
        if link not in self._syntax.lower[first:last]:
            return out
        for k in range(first, last + 1):
            if k not in self.at or k != self.at[k][0][0]:
                continue
            between, state, end = set(self._syntax.lower[reached:k]), self._state_of(k), self.at[k][0][1]
            linked = bool(between & {"and", ","}) and between <= _JOINING
            run = run if linked else []
            if state is None or not tells_nationality(self._syntax.text, self._syntax.start[k], self._syntax.end[end]):
                run = []
            elif state not in run:
                run.append(state)
                if len(run) > 1 and link in between and (link == "and" or self._listed(k, last)):
                    out.append(tuple(run))
                    run = []
            reached = end + 1
        return out

    def _listed(self, k: int, last: int) -> bool:
        """Whether the name ``k`` and the one before its comma both describe the plural ``last``."""
        listed = self._syntax.dep[k] == "conj" and self._syntax.head[k] == k - 2
        return listed and self._syntax.tag[last] in ("NNS", "NNPS")

    def _state_of(self, k: int) -> str | None:
        """The state of a name, also of a body's that begins with it: "Lao and *US military* officials"."""
        return self.state(k) or _single(e.country for e in self.entries(k, Category.BODY))

    def doubtful(self, first: int, last: int) -> bool:
        """Whether a name among these tokens could mean two states: "Congolese", "US-Japanese"."""
        for k in range(first, last - 1):
            if self._syntax.word[k + 1] in ("-", "–") and self.state(k) and self.state(k + 2):
                return self.state(k) != self.state(k + 2)
        return any(len({e.country for e in self.entries(k, *OF_STATES)}) > 1 for k in range(first, last + 1))

    @cached_property
    def most_told(self) -> tuple[str, ...]:
        """The two states that the article names most often."""
        return self.told_of(2)

    @cached_property
    def _told(self) -> Counter[str]:
        return Counter(state for k, (span, _) in self.at.items() if k == span[0] and (state := self.state(k)))

    def told_of(self, number: int) -> tuple[str, ...]:
        """So many states, those named most often first."""
        return tuple(state for state, _ in self._told.most_common(number))

    def beset(self, home: str | None) -> str | None:
        """The one state whose rebels the article tells of, where it tells of that state as often as of ``home``."""
        state = _single(e.country for _, entries in self.at.values() for e in entries if "REB" in e.sectors[:1])
        return state if state is not None and self._told[state] >= max(self._told[home or ""], 1) else None

    @cached_property
    def countries(self) -> frozenset[str | None]:
        """All states that names of the article may tell."""
        return frozenset(e.country for _, entries in self.at.values() for e in entries if e.category in ACTING)

    def one_of(self, states: tuple[str, ...]) -> str | None:
        """The only one of the states that the article names: whose "INS" a ship is."""
        return _single(state for state in states if state in self.countries)

    # --- names that several bear ------------------------------------------------------------------

    @cached_property
    def _plain(self) -> frozenset[str]:
        """Parties that the article names by a name nobody shares, its office-holders' states among them."""
        named = (
            {party(e) for e in entries if e.category in ACTING or e.category in _TELLING}
            for _, entries in self.at.values()
        )
        plain = {p for parties in named if len(parties) == 1 for p in parties if p is not None}
        return frozenset(plain | self._usual(plain))

    def _usual(self, plain: set[str]) -> set[str]:
        """Whom agencies mean by a bare name of two, where neither is named otherwise: "Congo" has Kinshasa."""
        text, start, end = self._syntax.text, self._syntax.start, self._syntax.end
        shared = ((entries, text[start[a] : end[b]]) for (a, b), entries in self.at.values())
        usual = [(entries, USUAL[name]) for entries, name in shared if name in USUAL]
        return {state for entries, state in usual if not plain & {p for e in entries if (p := party(e)) is not None}}

    def _settle(self) -> None:
        """Leaves a shared name those bearers that are named otherwise, too: with Kinshasa, "Congolese" is of COD."""
        for k, (span, entries) in list(self.at.items()):
            if k != span[0] or len(entries) < 2:
                continue
            entries = self._without_homonyms(span, entries)
            outlets = all(e.category is Category.OUTLET for e in entries)
            rivals = {party(e) for e in entries if outlets or e.category in OF_STATES or e.category in _SHARED}
            if len(rivals) < 2:
                continue
            kept = self._meant(span, entries, rivals & self._plain)
            if kept != entries:
                self.at |= dict.fromkeys(range(span[0], span[1] + 1), (span, kept))
                self.settled.update(range(span[0], span[1] + 1))

    def _without_homonyms(self, span: Span, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """ "AFP" is the agency, unless the article names the body of that acronym in full."""
        outlets = tuple([e for e in entries if e.category is Category.OUTLET])
        bodies = [e for e in entries if e.category is Category.BODY]
        if not outlets or not bodies:
            return entries
        length = span[1] - span[0]
        in_full = (e for (a, b), found in self.at.values() if b - a > length for e in found)
        kept = tuple([e for e in entries if e not in outlets]) if any(e in bodies for e in in_full) else outlets
        self.at |= dict.fromkeys(range(span[0], span[1] + 1), (span, kept))
        self.settled.update(range(span[0], span[1] + 1))
        return kept

    def _meant(self, span: Span, entries: tuple[Entry, ...], named: set[str | None]) -> tuple[Entry, ...]:
        if any(e.category is Category.REGION for e in entries):
            states = tuple([e for e in entries if e.category is not Category.REGION])
            region = next(e for e in entries if e.category is Category.REGION)
            return (region,) if self._regional(span, region, any(e.country in named for e in states)) else states
        kept = tuple([e for e in entries if party(e) in named])
        return kept if len({party(e) for e in kept}) == 1 else entries

    def _regional(self, span: Span, region: Entry, named: bool) -> bool:
        """Whether a name shared by a state and another's region means the region; ``named``: the state is told."""
        if named or self._marked(span):
            return self._marked(span)
        words = self._syntax.word
        return region.place in words or any(self._marked((k, k)) for k, w in enumerate(words) if w == region.name)

    def _marked(self, span: Span) -> bool:
        """ "the US state of Georgia", "the senator from Georgia", "Georgia's governor"."""
        lower, (first, last) = self._syntax.lower, span
        if first > 1 and lower[first - 1] in ("of", "from"):
            federal = first > 2 and lower[first - 3] in _FEDERAL
            return lower[first - 2] in _REGIONAL or (lower[first - 2] == "state" and federal)
        after = [word for word in lower[last + 1 : last + 3] if word not in ("'s", "’s")]
        return bool(after) and after[0] in _REGIONAL


#: Which of two states a bare name means, as the agencies write.
USUAL = {row["name"]: row["country"] for row in rows("usual_states")}
#: Categories that tell of a party without acting for it.
_TELLING = frozenset({Category.HOLDER, Category.REGION})
#: Categories besides names of states in which one name may have two bearers.
_SHARED = frozenset({Category.METONYM, Category.REGION})


def _single(countries: Iterable[str | None]) -> str | None:
    found = {c for c in countries if c}
    return found.pop() if len(found) == 1 else None
