"""Titles: where an article tells what a person is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pourparler.knowledge import Category, Knowledge
from pourparler.knowledge.phrases import PREPOSITIONS
from pourparler.reading.descriptions import POSTED, RELATIONAL, Description, describe
from pourparler.reading.names import Names
from pourparler.reading.syntax import Syntax

POSSESSIVES = frozenset({"his", "her", "their", "its"})
_LINKS = frozenset({"of", "for", "'s", "’s", "-", "/", "and", "the", "to"})
#: A day before a title is none of its words: "summoned on Saturday Pakistan's ambassador".
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"})
_BROUGHT = frozenset({"head", "lead", "command", "run", "chair", "direct"})
Run = tuple[int, int]
#: How an office is held, which the parse takes for a verb or adverb: "the *acting* ambassador", "the de *facto* one".
_HOLDING = frozenset({"acting", "facto", "outgoing", "incoming", "serving", "visiting"})


class Titles:
    """Finds the words that say what the person named by a run of tokens is."""

    def __init__(self, syntax: Syntax, known: Knowledge, names: Names) -> None:
        self._syntax, self._known, self._names = syntax, known, names

    def describe(self, first: int, last: int) -> Description:
        """What these tokens make of a party, by the states that their names mean in this article."""
        syntax, names = self._syntax, self._names
        d = describe(self._known, syntax.text[syntax.start[first] : syntax.end[last]])
        settled = names.settled.intersection(range(first, last + 1)) if names.settled else ()
        if settled:
            meant = {(e.country, e.organisation, e.sectors) for k in settled for e in names.at[k][1]}
            country, organisation, sectors = meant.pop() if len(meant) == 1 else (None, None, ())
            return replace(
                d, country=country, organisation=organisation, sectors=(organisation and sectors) or d.sectors
            )
        if d.country is not None and d.country not in names.countries:
            return replace(d, country=None, organisation=None)  # a title of one state, in an article about others
        if d.country is not None and (names.joined(first, last) or names.doubtful(first, last)):
            return replace(d, country=None, organisation=None)
        return d

    def address(self, first: int) -> int:
        """Where the ranks and forms of address right before a name begin: "Ms", "Lt Gen (retd)"."""
        syntax, floor = self._syntax, self._syntax.sentences[self._syntax.sentence_of[first]][0]
        while first > floor:
            if syntax.word[first - 1] == ")" and first - 3 >= floor and syntax.lower[first - 2].startswith("ret"):
                first -= 3
                continue
            if syntax.word[first - 1] == "Ambassador" and first - 2 >= floor and self._is_office(floor, first - 2):
                first -= 1  # "Deputy Foreign Minister Ambassador Dahl": the rank of a diplomat, beside the office
                continue
            size = next((n for n in (3, 2, 1) if first - n >= floor and self._addresses(first - n, first)), 0)
            if not size:
                break
            first -= size
        return first

    def _addresses(self, first: int, end: int) -> bool:
        words = self._text(first, end - 1)
        whole = self._known.office(self._text(first - 1, end - 1)) if first else None
        if whole is not None and whole.title.endswith(words.lower()):
            return False  # the General of a Secretary General
        return self._known.honorific(words) is not None or self._known.rank(words) is not None

    def head(self, first: int, last: int) -> int:
        """The noun that the title turns on: *spokesman* of "Ministry of Defence spokesman", else that before "of"."""
        if self._is_office(last, last):
            return last
        return next((k - 1 for k in range(first + 1, last + 1) if self._syntax.lower[k] in PREPOSITIONS), last)

    def outside(self, first: int, last: int) -> list[int]:
        """Nouns of the title that the parse hangs elsewhere: *Ministry* of "Ministry of Defence Spokesman Ole Berg"."""
        heads = ((k, self._syntax.head[k]) for k in range(first, last) if self._syntax.pos[k] in ("NOUN", "PROPN"))
        return [k for k, head in heads if head > last + 1 and self._syntax.pos[head] in ("VERB", "AUX")]

    def rank(self, first: int, end: int) -> Description:
        """What a rank among these tokens tells."""
        if first >= end:
            return Description()
        words = self._syntax.text[self._syntax.start[first] : self._syntax.end[end - 1]]
        found = describe(self._known, words)
        return found if found.resolved_by == "rank" else Description()

    def about(self, first: int, end: int, taken: Mapping[int, object]) -> list[Run]:
        """The title before a name and what is set beside it after it, as first and last tokens."""
        top = self.address(first)
        before = self._title_start(top, taken)
        title = (before, top - 1) if before < top else self._title_apart(top, end, taken)
        if title is not None and title[1] == top - 1 and self._is_other_noun(title[1], end):
            title = None
        if title is None and top < first and before == top and self._is_office(top, first - 1):
            title = (top, first - 1)
        runs = (title, self._apposition(end, taken), self._clause(first, end), self._service(end))
        return [run for run in runs if run is not None]

    def _is_office(self, first: int, last: int) -> bool:
        return self._known.office(self._text(first, last)) is not None

    def _title_apart(self, first: int, end: int, taken: Mapping[int, object]) -> Run | None:
        """ "Norway's foreign minister, Ole Berg, said", "the envoy (Ole Berg)": a title that the name explains."""
        syntax = self._syntax
        bracketed = self._before_bracket(first)
        if bracketed is not None:
            return bracketed if bracketed[1] not in taken else None
        if first < 2 or syntax.word[first - 1] not in (",", "("):
            return None
        top = next((k for k in range(first, end) if syntax.dep[k] == "appos" and syntax.head[k] < first - 1), None)
        if top is None:
            return self._title_of_state(first, end, taken)
        k = syntax.head[top]
        for _ in range(3):  # "the minister of Norway, Ole Berg": the parse may hang the name on Norway
            span = self._names.phrase(k)
            if self._is_title(*span) and span[1] == first - 2:
                return span if k not in taken else None
            k = syntax.head[k]
        return self._title_of_state(first, end, taken)

    def _before_bracket(self, first: int) -> Run | None:
        """ "The Chief of Defence Staff (CDS), General Dahl": the title whose short form goes between."""
        syntax, k = self._syntax, first - 1
        k = k - 1 if k > 0 and syntax.word[k] == "," else k
        if k < 4 or syntax.word[k] != ")" or syntax.word[k - 2] != "(" or not syntax.word[k - 1].isupper():
            return None
        last, at = k - 3, k - 3
        floor = syntax.sentences[syntax.sentence_of[first]][0]
        while at > floor and (syntax.pos[at - 1] in ("NOUN", "PROPN", "ADJ") or syntax.lower[at - 1] in _LINKS):
            at -= 1
        while at < last and syntax.lower[at] in _LINKS:
            at += 1
        return (at, last) if self._is_office(at, last) else None

    def _title_of_state(self, first: int, end: int, taken: Mapping[int, object]) -> Run | None:
        """ "the Prime Minister of Qatar, Sheikh Hamad Dahl": read by the words, where the parse lost the name."""
        syntax, k = self._syntax, first - 2
        floor = max(syntax.sentences[syntax.sentence_of[first]][0], first - 16)
        if syntax.lower[end : end + 1] == ["and"] or k not in self._names.at:
            return None
        while k >= floor and (syntax.pos[k] in ("NOUN", "PROPN", "ADJ") or syntax.lower[k] in (*_LINKS, "for")):
            if k in taken:
                return None
            opens = syntax.lower[k] == "the" or (k > floor and syntax.lower[k - 1] == "and")
            if opens and self._is_office(k, first - 2):
                return (k, first - 2)
            k -= 1
        return None

    def _is_title(self, first: int, last: int) -> bool:
        phrase = self._text(first, last)
        head = self._known.head(phrase)
        return self._known.office(phrase) is not None or (head is not None and head.kind == "person")

    def _title_start(self, first: int, taken: Mapping[int, object]) -> int:
        """Where the words that run up to a name as its title begin."""
        syntax = self._syntax
        sentence = syntax.sentences[syntax.sentence_of[first]][0]
        at = first
        while at > sentence and first - at < 16:
            k = at - 1
            word = syntax.lower[k]
            if (
                word in _DAYS
                or k in taken
                or (word == "and" and self._names.state(k - 1) and syntax.pos[k - 1] == "PROPN")
            ):
                break
            titled = syntax.pos[k] in ("NOUN", "PROPN", "ADJ", "X", "NUM") or word in _LINKS or word in POSSESSIVES
            if titled or (word == "acting" and self._owned(k)):
                at = k
            else:
                break
        dealing = self._office_dealing_with(at, first, sentence)
        if dealing is not None:
            return dealing
        at = self._after_other_noun(at, first)
        while at < first and (syntax.lower[at] in (*_LINKS, ",") or syntax.pos[at] == "NUM"):
            at += 1
        if at == first - 1 and self._names.entries(at, Category.ADJECTIVE) and self._names.state(at) is not None:
            return at  # "Norwegian Ole Berg and Latvian Ana Vik"
        nouns = [k for k in range(at, first) if syntax.pos[k] in ("NOUN", "PROPN")]
        if not nouns or syntax.lower[first - 1] in ("of", "for", "and", "to", "'s", "’s", ","):
            return first
        return at

    def _owned(self, k: int) -> bool:
        """ "Norway's *acting* foreign minister", which taggers take for a verb."""
        return bool(self._names.state(k - 1)) or self._syntax.word[k - 1] in ("'s", "’s")

    def _office_dealing_with(self, at: int, first: int, floor: int) -> int | None:
        """ "Oman's envoy for relations *with Latvia* Ole Berg": the office before what it deals with."""
        syntax = self._syntax
        posted = at - 2 > floor and syntax.lower[at - 1] == "in" and syntax.lower[at - 2] in POSTED
        dealt = syntax.lower[at - 1] in ("with", "on", "against", "towards") or posted  # "Ambassador in Riga Ole Berg"
        if at >= first or at - 2 < floor or not dealt:
            return None
        if self._names.state(at) is None or self._names.at[at][0][1] != first - 1:
            return None
        top = at - 1
        while (
            top > floor
            and at - top < 16
            and (syntax.pos[top - 1] in ("NOUN", "PROPN", "ADJ", "DET") or syntax.lower[top - 1] in _LINKS)
        ):
            top -= 1
        return top if self._is_office(top, at - 2) else None

    def _after_other_noun(self, at: int, first: int) -> int:
        """ "an invitation for State Secretary Dahl": the title begins after a noun that makes no party."""
        for k in range(at + 1, first):
            if self._syntax.lower[k] in ("of", "for", "to", "on"):
                words = self._text(at, k - 1).rsplit("/", 1)[-1]  # "Deputy Premier/Minister of Trade"
                if self._is_served(k, first, words):
                    return self._after_other_noun(k + 1, first)
                if self._syntax.lower[k - 1] in RELATIONAL:
                    return self._after_other_noun(k + 1, first)
                if self._known.office(words) is not None or self._known.head(words) is not None:
                    continue
                return k + 1 if self._known.find(words) else self._after_other_noun(k + 1, first)
        return at

    def _is_other_noun(self, k: int, end: int) -> bool:
        """ "Gunmen Berg called rebels": a plural before one name is no title of it."""
        several = end < self._syntax.size and self._syntax.lower[end] in ("and", ",", "&")
        return self._syntax.tag[k] == "NNS" and not several and self._syntax.word[k][:1].islower()

    def _is_served(self, k: int, first: int, words: str) -> bool:
        """ "A spokesperson for *Trade Minister* Ana Vik": the name is the minister's, not the spokesperson's."""
        if self._syntax.lower[k] == "on" or not self._syntax.word[k + 1][:1].isupper():
            return False
        served, whole = (
            self._known.office(self._text(k + 1, first - 1)),
            self._known.office(self._text(k - 1, first - 1)),
        )
        apart = whole is None or served is None or served.title not in whole.title
        return served is not None and apart and self._known.office(words) is not None

    def _apposition(self, end: int, taken: Mapping[int, object]) -> Run | None:
        """The noun phrase between the comma after a name and the next comma, bracket or verb."""
        syntax = self._syntax
        last = syntax.sentences[syntax.sentence_of[end - 1]][1]
        if end + 1 >= last or syntax.word[end] not in (",", "(", "—", "–"):
            return None
        at = end + 1
        while (at < last and syntax.pos[at] in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "PART", "NUM", "CCONJ", "X")) or (
            at < last
            and (
                syntax.word[at] == "-"
                or syntax.lower[at] in POSSESSIVES
                or syntax.lower[at] in _HOLDING
                or at in self._names.at  # "the *United* States"
            )
        ):
            at += 1
        ends = at < last and (
            syntax.word[at] in (",", ")", ".", "—", "–", ";") or syntax.pos[at] in ("VERB", "AUX", "PRON")
        )
        if at == end + 1 or not ends:
            return None
        started = syntax.lower[end + 1] in ("and", "or", "but", "in", "on", "at", "by", "with")
        if started or any(k in taken for k in range(end + 1, at)):
            return None
        return (end + 1, at - 1) if self._is_title(end + 1, at - 1) else None

    def _clause(self, first: int, end: int) -> Run | None:
        """ "Ana Vik, who heads the Norwegian navy": the body that a person leads."""
        syntax = self._syntax
        if end + 2 >= syntax.size or syntax.lower[end + 1] != "who" or syntax.word[end] != ",":
            return None
        verb = next((k for n in range(first, end) for k in syntax.children(n, "acl:relcl")), None)
        thing = syntax.child(verb, "obj") if verb is not None and syntax.lemma[verb] in _BROUGHT else None
        if thing is None or syntax.tag[verb or 0] not in ("VBZ", "VBP"):
            return None
        head = self._known.head(self._text(*syntax.phrase(thing)))
        return syntax.phrase(thing) if head is not None and head.kind == "body" else None

    def _service(self, end: int) -> Run | None:
        """ "Group Captain Rao of the Indian Air Force": the body that the name is followed by."""
        syntax, k = self._syntax, end + 1
        if end >= syntax.size or syntax.lower[end] != "of":
            return None
        while k < min(end + 9, syntax.size) and (
            syntax.pos[k] in ("DET", "ADJ", "NOUN", "PROPN") or syntax.word[k] in ("'s", "’s")
        ):
            k += 1
        if self._names.state(end + 1) is not None and k == self._names.at[end + 1][0][1] + 1:
            return (end + 1, k - 1)  # "Minister Ana Vik of Norway"
        head = self._known.head(self._text(end + 1, k - 1)) if k > end + 1 else None
        return (end + 1, k - 1) if head is not None and head.kind == "body" else None

    def _text(self, first: int, last: int) -> str:
        return self._syntax.text[self._syntax.start[first] : self._syntax.end[last]]
