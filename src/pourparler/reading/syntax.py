"""The parse as plain lists, and the questions that rules ask of it.

Tokens are plain indices. spaCy's ``Token`` objects cost microseconds to make; a rule engine that walks every token
of an article many times cannot pay that. Everything here follows Universal Dependencies.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from operator import add

from spacy.attrs import DEP, HEAD, LEMMA, LOWER, POS, SENT_START, TAG
from spacy.tokens import Doc

from pourparler.language.strings import starts_of, strings_of, words_of
from pourparler.reading.mending import RINGING, mend_parse, mend_run_ons

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
#: Relations under which a verb's unspoken subject is looked for at the governor.
CONTROLLED = frozenset({"xcomp", "advcl", "acl", "conj", "parataxis"})
#: What hangs on a noun without belonging to its noun phrase.
LOOSE = frozenset(
    {
        "appos",
        "acl:relcl",
        "acl",
        "conj",
        "cc",
        "parataxis",
        "punct",
        "advcl",
        "advcl:relcl",
        "ccomp",
        "discourse",
        "dep",
        "list",
        "cop",
        "nsubj",
        "aux",
        "mark",
        "orphan",
        "csubj",
        "nsubj:outer",
        "obl:tmod",
        "obl:unmarked",
    }
)
QUOTE_MARKS = frozenset('"“”„«»')


class _Derived(dict[str, str]):
    """A function of strings, remembered."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> str:
        self[key] = value = self._make(key)
        return value


_BASE = _Derived(lambda dep: dep.split(":")[0])
_LOW = _Derived(str.lower)


class Syntax:
    """One parsed text. Public attributes are lists indexed by token."""

    def __init__(self, doc: Doc, text: str, body: int = 0) -> None:
        strings = strings_of(doc.vocab)
        columns = doc.to_array([HEAD, DEP, POS, TAG, LEMMA, LOWER, SENT_START]).T.tolist()
        heads, deps, pos, tags, lemmas, lowers, starts = columns
        self.text = text  # the Doc's own, which spaCy would put together anew at every call
        self.word = words_of(doc)
        self.size = len(self.word)
        self.head: list[int] = [i + (h if h < 1 << 31 else h - (1 << 64)) for i, h in enumerate(heads)]
        self.dep = [strings[key] for key in deps]
        self.pos = [strings[key] for key in pos]
        self.tag = [strings[key] for key in tags]
        self.lemma = [_LOW[strings[key]] for key in lemmas]
        mend_run_ons(self.tag, self.word, self.head, self.dep, starts)
        mend_parse(self.lemma, self.tag, self.word, self.head, self.dep)
        #: The relation without its subtype: "obl" for "obl:agent".
        self.relation = [_BASE[dep] for dep in self.dep]
        self.lower = [strings[key] for key in lowers]
        self.start = starts_of(doc, self.word)
        self.end = list(map(add, self.start, map(len, self.word)))
        self.kids: list[list[int]] = [[] for _ in self.word]
        for i, head in enumerate(self.head):
            if head != i:
                self.kids[head].append(i)
        opening = [i for i, flag in enumerate(starts) if flag == 1 or i == 0]
        self.sentences = list(zip(opening, [*opening[1:], self.size], strict=True)) if self.word else []
        self.sentence_of = [k for k, (a, b) in enumerate(self.sentences) for _ in range(a, b)]
        self.vocabulary = frozenset(self.lower)
        self._edges: dict[int, tuple[int, int]] = {}
        self._subtrees: dict[int, list[int]] = {}
        self._passive: dict[int, bool] = {}
        # A headline repeats the story in telegraph style; records are read from the body.
        self.body = range(bisect_left(self.start, body), self.size)

    def at(self, offset: int) -> int:
        """The token that holds a character, or the next one after it."""
        return min(bisect_right(self.end, offset), max(self.size - 1, 0))

    def joined_lemma(self, i: int) -> str:
        """The lemma of a hyphenated word whose last part is ``i``: "cease-fire" is three tokens."""
        close = i > 1 and self.end[i - 2] == self.start[i - 1] and self.end[i - 1] == self.start[i]
        return f"{self.lower[i - 2]}-{self.lemma[i]}" if close and self.word[i - 1] == "-" else self.lemma[i]

    # --- the tree ---------------------------------------------------------------------------------

    def children(self, i: int, *relations: str) -> list[int]:
        """Children by relation; a bare relation matches its subtypes ("obl" finds "obl:agent")."""
        return [k for k in self.kids[i] if self.dep[k] in relations or self.relation[k] in relations]

    def child(self, i: int, *relations: str) -> int | None:
        for k in self.kids[i]:
            if self.dep[k] in relations or self.relation[k] in relations:
                return k
        return None

    def ancestors(self, i: int) -> Iterator[int]:
        """Governors from the nearest up; stops at the root."""
        for _ in range(60):
            if self.head[i] == i:
                return
            i = self.head[i]
            yield i

    def subtree(self, i: int, without: Iterable[int] = ()) -> list[int]:
        """All tokens under ``i``, itself included, in order; branches in ``without`` are left out."""
        skip = set(without)
        if not skip and i in self._subtrees:
            return self._subtrees[i]
        out, todo = [], [i]
        while todo:
            k = todo.pop()
            if k not in skip:
                out.append(k)
                todo += self.kids[k]
        out.sort()
        if not skip:
            self._subtrees[i] = out
        return out

    def edges(self, i: int) -> tuple[int, int]:
        """First and last token of the subtree."""
        if i not in self._edges:
            tokens = self.subtree(i)
            self._edges[i] = (tokens[0], tokens[-1])
        return self._edges[i]

    def under(self, i: int, top: int) -> bool:
        """Whether ``i`` is ``top`` or stands below it."""
        return i == top or top in self.ancestors(i)

    # --- nouns ------------------------------------------------------------------------------------

    def phrase(self, i: int) -> tuple[int, int]:
        """First and last token of the noun phrase headed by ``i``: no preposition, apposition, clause or conjunct."""
        tokens = [i]
        for k in self.kids[i]:
            if self.dep[k] in LOOSE or self.dep[k].startswith("acl") or self.dep[k] == "case":
                continue
            if k > i and self.relation[k] in ("nmod", "obl"):
                if self.dep[k] in ("nmod:tmod", "nmod:unmarked", "nmod:npmod"):
                    continue
                tokens += self._inner(k)
            else:
                tokens += self._inner(k)
        first, last = min(tokens), max(tokens)
        if last == i and i + 1 < self.size and self.lower[i + 1] in ("d'affaires", "d’affaires"):
            last += 1
        while last > i and self.pos[last] == "PUNCT":
            last -= 1
        while first < i and (self.pos[first] == "PUNCT" or self.dep[first] == "case"):
            first += 1
        return first, last

    def _inner(self, k: int) -> list[int]:
        loose = [j for j in self.kids[k] if self.dep[j] in ("acl:relcl", "acl", "appos", "parataxis", "advcl")]
        return self.subtree(k, loose)

    def conjuncts(self, i: int) -> list[int]:
        """The token and its conjuncts, but for "*not* Ole"; "envoy Ole Berg and minister Ana Vik": of its name, too."""
        title = self.pos[i] == "NOUN"
        own = (k for k in self.kids[i] if k > i and self.word[k - 1] != ",")
        named = [k for k in own if self.dep[k] == "flat" or (title and self.dep[k] == "appos")]
        joined = (c for k in (i, *named) for c in self.kids[k] if self.dep[c] == "conj")
        return [i, *(c for c in joined if not self._left_out(c))]

    def _left_out(self, i: int) -> bool:
        """ "With Oslo, *though not* with Riga"."""
        return any(self.lower[n] == "not" for n in self.kids[i] if n < i)

    def preposition(self, i: int) -> str:
        """The preposition that marks a noun, lower-cased, with its fixed parts: "because of"; "" where none does."""
        marks = [
            k for k in self.kids[i] if self.dep[k] == "case" and k < i and self.word[k] not in ("'s", "’s", "'", "’")
        ]
        if not marks:  # "with his counterpart Jalil": the parse may mark the name in apposition
            named = (c for k in self.kids[i] if self.dep[k] == "appos" for c in self.kids[k] if self.dep[c] == "case")
            marks = [c for c in named if c < min([i, *self.kids[i]])]
        if not marks:
            return ""
        first = marks[0]
        parts = [first, *(k for k in self.kids[first] if self.dep[k] == "fixed")]
        return " ".join(self.lower[k] for k in sorted(parts))

    def possessor(self, i: int) -> int | None:
        """Whose it is: "Austin's request", "their call"."""
        return next((k for k in self.kids[i] if self.dep[k] == "nmod:poss"), None)

    def named_modifiers(self, i: int) -> list[int]:
        """Capitalised adjectives and nouns before a noun, which may name whose it is: "the *Thai* rejection"."""
        return [k for k in self.kids[i] if self.dep[k] in ("amod", "compound") and self.word[k][:1].isupper()]

    # --- verbs ------------------------------------------------------------------------------------

    def passive(self, i: int) -> bool:
        """Whether a verb is in the passive, a bare participle after its noun included."""
        if i not in self._passive:
            engaged = self.lower[i] == "engaged" and self.agent(i) is None  # "are engaged in talks": are at it
            self._passive[i] = not engaged and self._is_passive(i)
        return self._passive[i]

    def _is_passive(self, i: int) -> bool:
        told = {self.dep[k] for k in self.kids[i]}
        if told & {"nsubj:pass", "aux:pass", "csubj:pass"}:  # two subjects and no auxiliary: the second is the object
            return "nsubj" not in told or "aux:pass" in told or self.tag[i] != "VBD"
        if self.tag[i] != "VBN" or any(self.dep[k] in ("aux", "nsubj", "cop") for k in self.kids[i]):
            return False
        return self.dep[i] in ("acl", "amod", "acl:relcl", "advcl")

    def agent(self, i: int) -> int | None:
        """The noun after "by" of a passive."""
        for k in self.kids[i]:
            if self.dep[k] in ("obl:agent", "obl") and self.preposition(k) == "by":
                return k
        return None

    def grammatical_subject(self, i: int) -> int | None:
        own = [k for k in self.kids[i] if self.dep[k] in SUBJECTS]
        if own:  # "Without the presidents, delegations met": a noun after a preposition is none if there is another
            return next((k for k in own if not self.preposition(k)), own[0])
        # A noun before its finite verb, with no preposition of its own, is a subject taken for an oblique: after a long
        # apposition parsers lose it. Bare times are "obl:unmarked" and never meant.
        for k in self.kids[i]:
            bare = self.dep[k] == "obl" and k < i and not any(self.dep[c] == "case" for c in self.kids[k])
            if bare and self.tag[i] in ("VBD", "VBZ", "VBP") and self.pos[k] in ("NOUN", "PROPN"):
                return k
        return None

    def subject(self, i: int, depth: int = 0) -> int | None:
        """Who does it: the subject, a passive's agent, or the controller of a clause without a subject of its own.

        "tried to reach": the subject of *tried*; "who was appointed": the noun the clause describes; "saying": the
        subject of the clause it hangs on. None where the text leaves it open.
        """
        if self.passive(i):
            return self.agent(i)
        own = self.grammatical_subject(i)
        if own is not None:
            return self.antecedent(own)
        if self.pos[i] not in ("VERB", "AUX") and not self.children(i, "cop"):
            return self.possessor(i)
        return self._controller(i, depth)

    def _controller(self, i: int, depth: int) -> int | None:
        head, dep = self.head[i], self.dep[i]
        if head == i or depth > 6:
            return None
        gerund = dep == "acl" and self.tag[i] == "VBG" and any(self.dep[k] in ("mark", "case") for k in self.kids[i])
        if dep == "acl:relcl" or (dep == "acl" and self.tag[i] == "VBG" and not gerund):
            return head
        if dep == "acl":  # "its request to speak", "plans to hold talks"
            owner = self.possessor(head)
            return owner if owner is not None else self._owner(head, depth + 1)
        if dep == "xcomp":  # the object controls under "ask/urge/allow X to", the subject elsewhere
            thing = self.child(head, "obj", "iobj")
            if thing is not None and thing < i and self.lemma[head] not in SUBJECT_CONTROL:
                return thing
            if self.passive(head):  # "will go to Riga and is expected to meet her"
                return self.patient(head)
            return self.subject(head, depth + 1)
        if dep in CONTROLLED:
            if self.pos[head] in ("VERB", "AUX") or self.children(head, "cop"):
                if self.passive(head):  # "was detained by Riga and taken"; "was received by Riga and *accused* it"
                    acts = self.tag[i] not in ("VBD", "VBN") or (self.tag[i] == "VBD" and self.child(i, "obj"))
                    return self.grammatical_subject(head) if acts or dep != "conj" else self.agent(head)
                return self.subject(head, depth + 1)
            return None
        return None

    def _owner(self, noun: int, depth: int) -> int | None:
        """Who has the plan or makes the attempt: the subject of the verb the noun is the object of."""
        head = self.head[noun]
        if self.dep[noun] in ("obj", "obl", "xcomp") and head != noun and self.pos[head] == "VERB" and depth < 6:
            return self.subject(head, depth + 1)
        return None

    def antecedent(self, i: int) -> int:
        """A relative pronoun's noun ("the minister, who ...", "whose"); other tokens are their own."""
        if self.lower[i] in ("who", "which", "that", "whose") and self.tag[i] in ("WP", "WDT", "WP$"):
            for k in self.ancestors(i):
                if self.dep[k] in ("acl:relcl", "acl", "advcl:relcl"):
                    return self.head[k]
        return i

    def patient(self, i: int) -> int | None:
        """What it is done to: the object, or a passive's subject."""
        if self.passive(i):
            own = self.child(i, "nsubj")
            if own is None and self.dep[i] == "conj" and self.child(i, "aux") is not None:
                own = self.grammatical_subject(self.head[i])  # "came and was received by"
            described = self.head[i] if self.dep[i] in ("acl", "acl:relcl", "amod") else None
            return described if own is None else self.antecedent(own)
        thing = self.child(i, "obj")
        if thing is None and self.lemma[i] in RINGING:  # "called President Lund", parsed as what she was called
            thing = next((k for k in self.children(i, "xcomp") if k > i and self.tag[k] == "NNP"), None)
        if thing is None:  # a noun after its verb, with no preposition of its own, is an object taken for an oblique
            bare = (k for k in self.children(i, "obl") if k > i and self.pos[k] in ("NOUN", "PROPN"))
            thing = next((k for k in bare if self.dep[k] == "obl" and not self.preposition(k)), None)
        if thing is None:  # "summoned on Monday, 4 March, the envoy": after a date parsers take it for a second subject
            subjects = [k for k in self.kids[i] if self.dep[k] in SUBJECTS]
            after = len(subjects) > 1 and subjects[0] < i < subjects[-1]
            thing = subjects[-1] if after and self.child(i, "cop", "ccomp") is None else None
        if thing is None and self.dep[i] == "acl:relcl" and self.grammatical_subject(i) is not None:
            inside = any(self.tag[k] in ("WDT", "WP") and self.relation[k] == "obl" for k in self.kids[i])  # "in which"
            return None if inside else self.head[i]  # "a claim the US denied"
        return None if thing is None else self.antecedent(thing)

    def obliques(self, i: int, *prepositions: str) -> list[int]:
        """Nouns that hang on ``i`` by one of the prepositions, with their conjuncts."""
        return [
            c
            for k in self.kids[i]
            if self.relation[k] in ("obl", "nmod")
            if self.preposition(k) in prepositions and not self._left_out(k)
            for c in self.conjuncts(k)
        ]

    def negation(self, i: int) -> int | None:
        """A "not", "never" or "no" that negates the word itself."""
        for k in self.kids[i]:
            if self.lower[k] in ("not", "n't", "n’t", "never") and self.dep[k] in ("advmod", "neg"):
                return k
            if self.lower[k] in ("no", "neither") and self.dep[k] in ("det", "neg"):
                return k
            if self.lower[k] == "neither" and k < i and self.relation[k] in ("cc", "advmod"):  # "will neither go nor"
                return k
            never = self.relation[k] == "obl" and self.lower[k] in ("time", "point", "stage", "account")
            if never and any(self.lower[c] == "no" for c in self.kids[k]):
                return k  # "at no time has it broken off"
            if self.lower[k] == "longer" and k and self.lower[k - 1] == "no":
                return k
        return None

    def finite(self, i: int) -> bool:
        """Whether a verb heads a clause with tense: "said", "has said", not "saying" or "to say"."""
        if self.tag[i] in ("VBD", "VBZ", "VBP", "MD"):
            return True
        return any(
            self.tag[k] in ("VBD", "VBZ", "VBP", "MD") and self.dep[k].startswith(("aux", "cop")) for k in self.kids[i]
        )

    def auxiliaries(self, i: int) -> list[str]:
        return [self.lower[k] for k in self.kids[i] if self.dep[k].startswith("aux") or self.dep[k] == "cop"]

    # --- characters -------------------------------------------------------------------------------

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """Character offsets of a run of tokens."""
        return self.start[first], self.end[last]

    def quote_free(self, first: int, last: int) -> tuple[int, int]:
        """The run without quotation marks and stray punctuation at its ends; never empty."""
        while first < last and (
            self.pos[first] == "SPACE"
            or self.word[first] in QUOTE_MARKS
            or self.word[first] in {",", "‘", "'", ":", "-", "–", "—"}
        ):
            first += 1
        while last > first and (
            self.pos[last] == "SPACE"
            or self.word[last] in QUOTE_MARKS
            or self.word[last] in {",", ".", "’", "'", ";", ":", "-", "–", "—"}
        ):
            last -= 1
        return first, last


#: Verbs whose infinitive is done by their subject even where they take an object ("promised him to call").
SUBJECT_CONTROL = frozenset(
    {"promise", "vow", "use", "threaten", "need", "take", "cost", "make", "give", "find", "hold"}
)
