"""Pronouns: whom "he", "it", "they" and "we" stand for; nobody where two could be meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pourparler.knowledge import Knowledge
from pourparler.reading.names import Names
from pourparler.reading.people import People, Person
from pourparler.reading.quoted_speakers import QuotedSpeakers, beside_several, told_by
from pourparler.reading.quotes import Quote
from pourparler.reading.syntax import Syntax
from pourparler.reading.tables import rows
from pourparler.records import Actor, same_side

PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})
NEUTRAL = frozenset({"it", "its"})
PLURAL = frozenset({"they", "them", "their"})
SPEAKING = frozenset({"we", "us", "our", "ours", "i", "me", "my"})
_WOMAN = frozenset({"she", "her", "hers"})
_PROMINENT = frozenset({"nsubj", "nsubj:pass", "nmod:poss"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl"})
_OBJECTS = frozenset({"obj", "iobj", "obl"})
_MIDDLE = frozenset({"obl", "nmod"})
#: Verbs whose object belongs to the other side: "Beijing declined its request".
_OTHERS = {row["lemma"]: row["with"] for row in rows("others")}
#: What only a party does, never a ship or a balloon.
_MINDED = frozenset(row["lemma"] for row in (*rows("cues"), *rows("measure_steps"))) - {"enter", "hit", "break"}
_SPEECH = frozenset(row["lemma"] for row in rows("cues"))
#: Their object "it" is a deed or claim told before: "Oslo denied it".
_OF_DEEDS = frozenset(
    {"deny", "confirm", "reject", "dismiss", "condemn", "welcome", "criticise", "criticize", "regret", "repeat"}
    | {"describe", "do", "announce"}
)
#: Who calls goes on speaking: "Dahl phoned Berg. He told him ...".
_CALLING = frozenset({"call", "phone", "telephone", "ring", "write"})
#: What only events do: "It came after ...", "it happened".
_HAPPENING = frozenset({"come", "follow", "happen", "occur", "mark", "emerge"})

Referent = Person | Actor | None


class Pronouns:
    """Looks back from a pronoun. ``resolve`` answers for the tokens before it."""

    def __init__(
        self,
        syntax: Syntax,
        people: People,
        quotes: list[Quote],
        known: Knowledge,
        names: Names,
        resolve: Callable[[int], Actor | None],
    ) -> None:
        self._syntax, self._people, self._known = syntax, people, known
        self._names, self._resolve = names, resolve
        self._speakers = QuotedSpeakers(syntax, quotes, resolve)

    def speaker(self, i: int) -> Actor | None:
        """ "we", "our", "I" in a quotation: who is quoted there; None where no cue stands beside it."""
        return self._speakers.of(i)

    def _quote_at(self, i: int) -> Quote | None:
        return self._speakers.quote_at(i)

    # --- he, she ----------------------------------------------------------------------------------

    def person(self, i: int) -> Referent:
        """ "he", "she": the subject of the clauses above, else the one person before; nobody inside a quotation."""
        if self._quote_at(i) is not None:
            return None
        above = self._subject_above(i)
        if above is not None:
            return self._referent(above)
        own, told = self._own_subject_token(i), told_by(self._syntax, i)
        for back, (first, end) in enumerate(self._told_before(i)):
            found = [k for k in self._people_in(range(first, min(end, i)), i) if k not in told]
            found = [k for k in found if own is None or self._identity(k) != self._identity(own)]
            if found:
                return self._one_of(found, i, back)
        return None

    def _told_before(self, i: int) -> Iterator[tuple[int, int]]:
        """The pronoun's sentence and three before it; sentences that are all quotation are another's and do not count.

        "'We made an offer. Lund took it,' he added.": the speaker is none of those he tells of.
        """
        syntax = self._syntax
        here, left = syntax.sentence_of[i], 4
        for k in range(here, max(here - 9, -1), -1):
            first, end = syntax.sentences[k]
            whole = self._quote_at(first) or self._quote_at(min(first + 1, end - 1))
            if k == here or whole is None or whole.end < syntax.start[end - 1] - 1:
                yield first, end
                left -= 1
            if not left:
                return

    def _subject_above(self, i: int) -> int | None:
        """ "Ole Berg said he would go": the person who is subject of a clause that the pronoun's clause hangs on."""
        syntax, own = self._syntax, self._own_subject_token(i)
        for verb in syntax.ancestors(i):
            subject = syntax.grammatical_subject(verb)
            if subject is None or subject >= i or subject == own:
                continue
            subject = self._principal(syntax.antecedent(subject))
            if self._is_person(subject) and self._fits(subject, i):
                return subject
        return None

    def _principal(self, k: int) -> int:
        """ "A spokesperson for *Ole Berg* said Riga had phoned him": who is spoken for, not who speaks."""
        serves = self._syntax.lemma[k].startswith("spokes") and self._syntax.lower[k + 1 : k + 2] == ["for"]
        served = self._syntax.children(k, "nmod") if serves else []
        return next((c for c in served if c in self._people.at), k)

    def _one_of(self, found: list[int], i: int, back: int) -> Referent:
        """The one person told; of several the subject of the sentence, where no other plays a part beside it."""
        syntax = self._syntax
        people = {self._identity(k): k for k in found}
        if len(people) == 1:
            return self._referent(next(iter(people.values())))
        beside = [k for k in found if syntax.dep[k] in _SUBJECTS and self._beside(syntax.head[k], i)]
        if back == 0 and len({self._identity(k) for k in beside}) == 1:
            return self._referent(beside[0])
        roots = [k for k in found if syntax.dep[k] in _SUBJECTS and syntax.head[syntax.head[k]] == syntax.head[k]]
        if len({self._identity(k) for k in roots}) != 1:
            return None
        root = syntax.head[roots[0]]
        rivals = [k for k in found if syntax.dep[k] in _CORE and syntax.head[k] == root and k not in roots]
        addressed = syntax.lemma[root] in _SPEECH or syntax.lemma[root] in _CALLING
        goes_on = back > 0 and addressed and syntax.lemma[syntax.head[i]] in _SPEECH
        return self._referent(roots[0]) if goes_on or not rivals else None

    def _beside(self, verb: int, i: int) -> bool:
        """ "When Dahl met Berg, he ...": whether the verb heads a clause before that of which "he" is the subject."""
        syntax = self._syntax
        return syntax.dep[verb] == "advcl" and syntax.head[verb] == syntax.head[i] and syntax.dep[i] in _SUBJECTS

    def _people_in(self, span: range, i: int) -> list[int]:
        """Tokens that name or describe one person, or "he" and "she" for one, in reading order."""
        return [k for k in span if self._is_person(k) and self._fits(k, i) and self._quote_at(k) is None]

    def _is_person(self, k: int) -> bool:
        syntax = self._syntax
        if k in self._people.at:
            return syntax.head[k] not in range(*self._mention(k)) or syntax.head[k] == k
        if syntax.lower[k] in ("he", "she"):
            return self._quote_at(k) is None
        if syntax.tag[k] not in ("NN", "NNP") or syntax.relation[k] not in _CORE:
            return False
        if syntax.tag[k] == "NNP":  # "*the PM* flew to Riga, where he"
            return self._known.office(syntax.lemma[k]) is not None and syntax.lower[syntax.phrase(k)[0]] == "the"
        head = self._known.head(syntax.lemma[k])
        return head is not None and head.kind == "person"

    def _mention(self, k: int) -> tuple[int, int]:
        return next(((a, b) for a, b in self._people.at[k].mentions if a <= k < b), (k, k + 1))

    def _fits(self, k: int, i: int) -> bool:
        """Whether the gender that words at the name tell, if any, is the pronoun's."""
        wanted = "f" if self._syntax.lower[i] in _WOMAN else "m"
        person = self._people.at.get(k)
        if person is not None:
            return person.gender in (None, wanted)
        if self._syntax.lower[k] in ("he", "she"):
            return (self._syntax.lower[k] == "she") == (wanted == "f")
        return not self._syntax.lemma[k].endswith("man" if wanted == "f" else "woman") or wanted == "m"

    def _identity(self, k: int) -> object:
        person = self._people.at.get(k)
        if person is not None:
            return id(person)
        actor = self._resolve(k)
        named = next((p for p in self._people.persons if actor and p.name == actor.person), None)
        return id(named) if named is not None else k

    def _referent(self, k: int) -> Referent:
        return self._people.at.get(k) or self._resolve(k)

    # --- it ---------------------------------------------------------------------------------------

    def body(self, i: int) -> Actor | None:
        """ "it": the state or body that is subject before it in the sentence, else in the sentence before.

        An object is not its own subject, but may be what the clause before is about: "blamed Riga and accused it".
        """
        syntax = self._syntax
        if self._stands_for_nobody(i):
            return None
        here = syntax.sentence_of[i]
        subject = self._own_subject(i)
        first, last = syntax.sentences[here][0], i
        if subject is not None:
            for relations in (_PROMINENT | {"obj", "iobj"}, _MIDDLE):
                others = [a for a in self._bodies(range(first, i), relations) if not same_side(a, subject)]
                if others:
                    return others[0] if all(same_side(a, others[0]) for a in others) else None
        elif here and self._opens(i) and (syntax.dep[i] in _SUBJECTS or not self._any_body(range(first, i))):
            topic = self._topic(here - 1)
            if topic is not None or self._unknown_speaker(i, here - 1):
                return topic
        above = self._body_above(i) if subject is None else None
        if above is not None or (subject is None and self._unknown_above(i)):
            return above
        earlier = range(*syntax.sentences[self._unquoted_before(here)]) if here else range(0)
        topic = self._topic(self._unquoted_before(here)) if here else None
        if topic is not None and subject is None and not self._any_body(range(first, last)):
            return topic
        for span in (range(first, last),) if beside_several(self._syntax, i) else (range(first, last), earlier):
            near = self._bodies(span, _PROMINENT)
            found = next((a for a in near if subject is None or not same_side(a, subject)), None)
            if found is not None:
                return found
        return None

    def _any_body(self, span: range) -> bool:
        return next(self._bodies(span, _PROMINENT), None) is not None

    def _unknown_above(self, i: int) -> bool:
        """ "The Mission regrets that its commander ...": whether a body that nobody knows is the subject above."""
        for verb in self._syntax.ancestors(i):
            subject = self._syntax.grammatical_subject(verb)
            if subject is None or subject >= i or self._syntax.pos[subject] not in ("NOUN", "PROPN"):
                continue
            head = self._known.head(self._syntax.lemma[subject])
            return head is not None and head.kind == "body" and subject not in self._names.at
        return False

    def _unknown_speaker(self, i: int, sentence: int) -> bool:
        """ "The *firm* said the sea was calm. *It* added ...": whether a body that nobody knows speaks on."""
        syntax = self._syntax
        if syntax.lemma[syntax.head[i]] not in _SPEECH:
            return False
        first, end = syntax.sentences[sentence]
        root = next((k for k in range(first, end) if syntax.head[k] == k), first)
        subject = syntax.grammatical_subject(root) if syntax.lemma[root] in _SPEECH else None
        if subject is None or syntax.pos[subject] not in ("NOUN", "PROPN") or syntax.tag[subject] == "NNS":
            return False
        actor = self._resolve(subject)
        return (actor is None or actor.code is None) and not self._describes_person(subject)

    def _unquoted_before(self, sentence: int) -> int:
        """The nearest sentence before that does not end in a quotation; the one before, where all do."""
        for back in range(1, min(sentence, 4) + 1):
            last = self._syntax.sentences[sentence - back][1] - 1
            while last > 0 and self._syntax.pos[last] in ("SPACE", "PUNCT"):
                last -= 1
            if self._quote_at(last) is None:
                return sentence - back
        return sentence - 1

    def _body_above(self, i: int) -> Actor | None:
        """ "Oslo summoned the envoy over what it called spying": the subject of the clause that its clause hangs on."""
        syntax = self._syntax
        for verb in syntax.ancestors(i):
            led = syntax.dep[verb] == "xcomp"  # "led *Riga* to recall its envoy"
            subject = syntax.subject(verb) if led else syntax.grammatical_subject(verb)
            if subject is None or subject >= i or self._is_plural(subject, named=False):
                continue  # "it" is one: not "its forces", not "Oslo and Riga"
            actor = self._resolve(syntax.antecedent(subject))
            if actor is not None and actor.code is not None and not self._describes_person(subject):
                return actor if actor.person is None else None
            if actor is not None and actor.country and actor.organisation and self._describes_person(subject):
                return replace(actor, person=None, office=None, name=actor.organisation, anonymous=False)
        return None

    def _stands_for_nobody(self, i: int) -> bool:
        """ "It was a balloon", "it is raining", or a thing named before that could fly, sink or enter as well."""
        syntax, verb = self._syntax, self._syntax.head[i]
        if syntax.dep[i] == "expl" or (syntax.dep[i] == "obj" and syntax.lemma[verb] in _OF_DEEDS):
            return True
        if syntax.dep[i] == "obj":
            return syntax.lemma[verb] not in _MINDED and self._thing_before(i)
        if syntax.dep[i] not in _SUBJECTS:
            return False
        if syntax.lemma[verb] in _HAPPENING:
            return True
        if syntax.children(verb, "cop"):
            return syntax.pos[verb] == "NOUN"
        return syntax.lemma[verb] not in _MINDED and self._thing_before(i)

    def _thing_before(self, i: int) -> bool:
        """Whether a singular thing, no party, is the nearest subject or object before ``i`` in its sentence."""
        syntax = self._syntax
        for k in range(i - 1, syntax.sentences[syntax.sentence_of[i]][0] - 1, -1):
            if syntax.dep[k] not in ("nsubj", "nsubj:pass", "obj") or syntax.pos[k] not in ("NOUN", "PROPN"):
                continue
            actor = self._resolve(k)
            if actor is None or actor.code is None or actor.person is not None:
                return k not in self._people.at and syntax.tag[k] == "NN"
            return False
        return False

    def _opens(self, i: int) -> bool:
        """Whether "it" is the subject of its sentence: "It also demanded an inquiry"."""
        syntax = self._syntax
        i = syntax.head[i] if syntax.dep[i] == "nmod:poss" else i
        return syntax.dep[i] in _SUBJECTS and syntax.head[syntax.head[i]] == syntax.head[i]

    def _topic(self, sentence: int) -> Actor | None:
        """The body that the sentence is about: the subject of its main verb."""
        syntax = self._syntax
        first, end = syntax.sentences[sentence]
        root = next((k for k in range(first, end) if syntax.head[k] == k), first)
        subject = syntax.grammatical_subject(root)
        if subject is None or self._quote_at(subject) is not None:
            return None
        actor = self._resolve(subject)
        is_body = actor is not None and actor.code is not None and actor.person is None and actor.office is None
        return actor if is_body and not self._describes_person(subject) else None

    def _bodies(self, span: range, relations: frozenset[str]) -> Iterator[Actor]:
        """States and bodies named in these relations, the nearest first; "it" is no person: not the object "envoy"."""
        syntax = self._syntax
        for k in reversed(span):
            if syntax.dep[k] not in relations or k in self._people.at or syntax.pos[k] not in ("PROPN", "NOUN"):
                continue
            if syntax.tag[k] == "NNS" or (syntax.dep[k] in _SUBJECTS and self._is_plural(k, named=False)):
                continue  # "Oslo and Riga" are not "it"
            actor = self._resolve(k)
            if actor is None or actor.code is None or actor.person is not None or self._owns_subject(k):
                continue
            if "JRN" in actor.sectors and syntax.dep[k] == "nmod:poss":
                continue
            if syntax.dep[k] in _PROMINENT or not self._describes_person(k):
                yield actor

    def _owns_subject(self, k: int) -> bool:
        """ "*Pakistan's* military": the body is the subject, not the state it is of."""
        head = self._syntax.head[k]
        if self._syntax.dep[k] != "nmod:poss" or self._syntax.dep[head] not in _SUBJECTS:
            return False
        actor = self._resolve(head)
        return actor is not None and actor.code is not None

    def _describes_person(self, k: int) -> bool:
        """Whether a noun means a person; the last word of a body's name does not: "China's coast *guard*"."""
        head = self._known.head(self._syntax.lemma[k])
        if head is None or head.kind != "person":
            return False
        actor = self._resolve(k)
        return actor is None or actor.organisation is None or actor.name != actor.organisation

    def _own_subject(self, i: int) -> Actor | None:
        subject = self._own_subject_token(i)
        return self._resolve(subject) if subject is not None else None

    def _own_subject_token(self, i: int) -> int | None:
        """Who acts on the pronoun ``i``, if it is an object, or on what it owns: "declined its request"."""
        syntax = self._syntax
        thing = syntax.head[i] if syntax.dep[i] == "nmod:poss" else i
        if syntax.relation[thing] not in _OBJECTS:
            return None
        if thing != i and not self._is_others(thing):
            return None
        subject = syntax.subject(syntax.head[thing])
        return subject if subject != i else None

    def _is_others(self, thing: int) -> bool:
        """Whether the verb that has ``thing`` as object is done to what another side has."""
        syntax, verb = self._syntax, self._syntax.head[thing]
        row = _OTHERS.get(syntax.lemma[verb])
        if row is None or syntax.lemma[thing] in ("counterpart", "number"):
            return False
        if syntax.relation[thing] == "obl" and syntax.preposition(thing) not in ("on", "to", "at", "into", ""):
            return False
        return not row or any(row in (syntax.lower[k], syntax.lemma[k]) for k in syntax.kids[verb])

    def described(self, i: int) -> Referent:
        """ "Oslo, *whose* ministry protested": the noun that the relative clause describes."""
        syntax = self._syntax
        clause = next((k for k in syntax.ancestors(i) if syntax.dep[k] in ("acl:relcl", "acl")), None)
        return None if clause is None or syntax.head[clause] > i else self._referent(syntax.head[clause])

    # --- they -------------------------------------------------------------------------------------

    def several(self, i: int) -> int | None:
        """ "they": the plural subject before it in the sentence, else the main one of the sentence before."""
        syntax = self._syntax
        here, own = syntax.sentence_of[i], self._own_subject_token(i)
        for sentence in () if self._quote_at(i) else (here, here - 1) if here and self._opens(i) else (here,):
            first, end = syntax.sentences[sentence]
            subjects = [k for k in range(first, min(end, i)) if syntax.dep[k] in _SUBJECTS and k != own]
            plural = [k for k in subjects if self._is_plural(k)]
            main = [k for k in plural if syntax.dep[syntax.head[k]] == "ROOT"] if len(plural) > 1 else plural
            if plural:
                return main[-1] if len(main) == 1 and (sentence != here or main == plural) else None
        return None

    def _is_plural(self, k: int, *, named: bool = True) -> bool:
        """Whether a noun is several; ``named``: names in the plural too, which "the United States" is by its form."""
        coordinated = any(self._syntax.dep[c] == "conj" for c in self._syntax.kids[k])
        forms = ("NNS", "NNPS") if named else ("NNS",)
        return coordinated or self._syntax.tag[k] in forms or self._syntax.lower[k] == "they"
