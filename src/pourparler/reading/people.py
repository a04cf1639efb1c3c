"""People of one article: each named mention, who it is, and what title or apposition says of the person."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from spacy.tokens import Doc

from pourparler.knowledge import Category, Knowledge, Term
from pourparler.reading.belonging import Belonging
from pourparler.reading.descriptions import POSTED, Description
from pourparler.reading.names import Names
from pourparler.reading.syntax import Syntax
from pourparler.reading.titles import POSSESSIVES, Titles
from pourparler.records import Level

#: Names that outdo the recogniser's guess at a person.
_UNMANNED = frozenset(
    {Category.OUTLET, Category.STATE, Category.CAPITAL, Category.METONYM, Category.BODY, Category.ORGANISATION}
)
#: Names that are words of a title and no party by themselves.
_OF_TITLES = frozenset({Category.OFFICE, Category.RANK, Category.HONORIFIC})
_VAGUE = frozenset({"leader", "head", "chief", "strongman", "ruler", "top diplomat", "adviser", "official", "senator"})
_MAJESTIES = frozenset({"majesty", "highness", "excellency", "royal", "honour", "honor"})
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
#: Offices whose holders, where they have a rank, are of the forces.
_OF_THEIR_RANK = _SPOKESMEN | {"chief of staff", "deputy chief of staff"}
_PEERS = frozenset({"counterpart", "colleague"})
_AIDES = frozenset({"adviser", "advisor", "aide", "assistant"})
_DESCENT = frozenset({"al", "el", "bin", "ibn", "bint"})
_FEMALE = frozenset({"ms", "ms.", "mrs", "mrs.", "miss", "madam", "madame", "mme", "dame", "lady", "baroness"})
_MALE = frozenset({"mr", "mr.", "sir", "lord", "monsieur", "shri", "sheikh", "baron", "king", "prince"})
_WOMEN = frozenset({"spokeswoman", "congresswoman", "chairwoman", "queen", "princess", "servicewoman"})
_MEN = frozenset({"spokesman", "congressman", "chairman", "king", "prince", "serviceman"})


@dataclass(slots=True)
class Person:
    """One person of the article, as all mentions together describe them.

    ``held`` are the offices that the tables know of.
    ``owners`` are the tokens that tell whose spokesman or minister the person is where no table knows it: "*its*
    spokesman". ``loose``: the tables know a shorter name. ``gender`` is "f" or "m" where a word at the name tells it.
    """

    name: str
    description: Description
    background: Description
    rank: Description = field(default_factory=Description)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    title_words: set[str] = field(default_factory=set)
    held: tuple[str, ...] = ()
    owners: list[int] = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    loose: bool = False

    @property
    def known(self) -> Description:
        """What the article says of the person, completed from the table of office-holders."""
        told, background = self.description, self.background
        if told.office is not None and self.held and not any(_alike(told.office, office) for office in self.held):
            background = Description()  # a namesake, or somebody who has left that office for another state's service
        if told.sectors == ("ELI",) and background.office is not None:
            told = Description(resolved_by=told.resolved_by)  # "the former minister", who is president today
        if self.loose and told.office not in self.held:
            background = Description()  # found by a part of the name: without that title, perhaps a namesake
        if "IGO" in told.sectors:
            return told  # whoever speaks for the United Nations does not for the state of which he was minister
        if told.country not in (None, background.country) and background.office is not None and not self.loose:
            same = told.office is not None and _alike(told.office, background.office)
            told = replace(told, country=background.country) if same else told  # who holds that office that day
        if self.rank.sectors and told.organisation is None and told.office in _OF_THEIR_RANK:
            told = replace(told, sectors=self.rank.sectors)  # a colonel who speaks, speaks for the forces
        return told.filled_from(self.rank).filled_from(background)

    @property
    def words(self) -> list[str]:
        return [w for w in self.name.replace("-", " ").split() if len(w) > 1]


def _alike(office: str, other: str) -> bool:
    """Whether two offices may be one: they share a word, or the first is as vague as "leader"."""
    return office in _VAGUE or bool(set(office.split()) & set(other.split()) - {"of", "the", "and", "for"})


def _within(words: list[str], name: list[str]) -> bool:
    """Whether these words begin or end the longer name: "De Croo", "Nicolás Maduro" of "Nicolás Maduro Moros"."""
    size = len(words)
    return 1 < size < len(name) and words in (name[-size:], name[:size])


class People:
    """All persons of a Doc, in reading order. ``titled`` tells of a title's tokens whose title it is."""

    def __init__(
        self, doc: Doc, syntax: Syntax, known: Knowledge, names: Names, on: date | None, home: str | None = None
    ) -> None:
        self._known, self._syntax, self._on, self._in_tables = known, syntax, on, names
        self._home = home
        self._titles = Titles(syntax, known, names)
        self.describe = self._titles.describe
        self.persons: list[Person] = []
        self.at: dict[int, Person] = {}
        self.titled: dict[int, Person] = {}
        self.title_starts: dict[int, int] = {}
        spans = sorted(self._spans(doc))
        self._full_names = self._by_surname(spans)
        for first, end in spans:
            self._add(first, end)
        filed = doc._.article.dateline is not None
        self._belonging = Belonging(syntax, names, self, home, filed)
        for person in self.persons:
            if not person.owners:
                self.of_the_dateline(person)

    def of_the_dateline(self, person: Person) -> None:
        """A minister's title without a state, in a report filed from a capital, is of that state."""
        self._belonging.settle(person)

    def _spans(self, doc: Doc) -> list[tuple[int, int]]:
        """What the recogniser took for persons, without the outlets and states of the tables among them.

        A surname that it took for something else is still a person once the full name was read.
        """
        word = self._syntax.word
        bodies = {e.text for e in doc.ents if e.label_ == "ORG" and e.text.isupper()}  # "Director General BSF"
        named = (e for e in doc.ents if e.label_ == "PER" and e.text not in bodies)
        titles = (self._known.rank, self._known.honorific)
        found = [(e.start, self._name_end(e.end)) for e in named if not any(title(e.text) for title in titles)]
        found = self._joined(found)
        listed = [span for span in found if self._listed(*span)]
        full = {w for a, b in found if b - a > 1 and (a, b) not in listed for w in word[a:b]}
        spans = [(a, b) for a, b in found if (a, b) not in listed or (b - a == 1 and word[a] in full)]
        others = [(e.start, e.end) for e in doc.ents if e.label_ in ("ORG", "LOC") and e.end - e.start == 1]
        others += [(k, k + 1) for k in self._addressed(doc) if word[k] in full]
        others = [(a, b) for a, b in others if not self._known.country_of(word[a])]
        return spans + [(a, b) for a, b in others if word[a] in full or self._is_leader(a)]

    def _joined(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Names that the recogniser cut in two before a word of descent: "Sabah | al-Ahmad", "Salman | bin Faisal"."""
        out: list[tuple[int, int]] = []
        for first, end in spans:
            descends = self._syntax.word[first] in _DESCENT and first > 0
            given = out and out[-1][0] == first - 1 and not self._known.country_of(self._syntax.word[first - 1])
            if out and out[-1][1] == first and (descends or given):  # "Shah | Mahmood Qureshi"
                out[-1] = (out[-1][0], end)
                continue
            before = self._syntax.word[first - 1]
            named = descends and self._syntax.pos[first - 1] == "PROPN" and not self._known.honorific(before)
            out.append((first - 1 if named else first, end))
        return out

    def _is_leader(self, k: int) -> bool:
        """Whether the word is no name of the tables but the surname of somebody who leads a state on the day."""
        listed = k in self._in_tables.at
        return not listed and any(map(self._leads, self._leaders(self._syntax.word[k], k)))

    def _addressed(self, doc: Doc) -> list[int]:
        """Words the recogniser took for nothing behind a form of address: "Sheikh *Sabah* later called"."""
        word = self._syntax.word
        free = (k for k in range(1, len(word)) if not doc[k].ent_type_ and self._syntax.pos[k] == "PROPN")
        return [k for k in free if self._known.honorific(word[k - 1]) is not None and not doc[k - 1].ent_type_]

    def _name_end(self, end: int) -> int:
        """Where a name ends whose second part the recogniser took for a word: "Park Jae-|in"."""
        syntax = self._syntax
        dash = end - 1 if syntax.word[end - 1] == "-" else end
        joined = dash + 1 < syntax.size and syntax.word[dash] == "-" and syntax.lower[dash + 1] == syntax.word[dash + 1]
        closed = joined and syntax.end[dash - 1] == syntax.start[dash] and syntax.end[dash] == syntax.start[dash + 1]
        return dash + 2 if closed else end

    def _by_surname(self, spans: list[tuple[int, int]]) -> dict[str, str]:
        """The full name of everybody who alone bears a surname: headlines name them by it before the text does."""
        out: dict[str, set[str]] = {}
        for first, end in spans:
            first = self._name_start(first, end)
            if end - first > 1:
                name = self._syntax.text[self._syntax.start[first] : self._syntax.end[end - 1]]
                out.setdefault(self._syntax.word[end - 1], set()).add(name)
        return {surname: names.pop() for surname, names in out.items() if len(names) == 1}

    def _listed(self, first: int, end: int) -> bool:
        """Whether the tokens are an outlet's or a state's name, with no title before it."""
        (a, b), entries = self._in_tables.at.get(first, ((0, 0), ()))
        if a > first or b < end - 1 or not any(e.category in _UNMANNED for e in entries):
            return False
        before = self._syntax.word[max(first - 1, 0)]
        return not (self._known.honorific(before) or self._known.rank(before) or self._known.office(before))

    def _add(self, first: int, end: int) -> None:
        syntax = self._syntax
        first = self._name_start(first, end)
        if syntax.lower[first - 1 : first] == ["number"]:
            return
        name = syntax.text[syntax.start[first] : syntax.end[end - 1]].removesuffix("'s").removesuffix("’s")
        top = self._titles.address(first)
        runs = self._titles.about(first, end, self.at)
        person = self._known_as(name) or self._new(self._full_names.get(name, name), first)
        person.mentions.append((first, end))
        person.rank = person.rank.filled_from(self._titles.rank(top, first))
        for a, b in runs:
            self._describe(person, a, b)
        if person.description.office is None:
            self._share_title(person, first)
        person.gender = person.gender or self._gender(top, first, person)
        for k in range(first, end):
            self.at[k] = person

    def _name_start(self, first: int, end: int) -> int:
        """The first token of the name proper, after ranks and forms of address that the recogniser took in.

        "Defence Minister Gen Nakatani": after an office, a bare "Gen" is a given name.
        """
        word = self._syntax.word
        titled = first > 0 and self._known.office(word[first - 1]) is not None
        while first < end - 1 and (
            (self._known.honorific(word[first]) is not None and end - first > 2)
            or (
                self._known.rank(word[first]) is not None
                and (not titled or word[first].endswith(".") or end - first > 2)
            )
        ):
            first += 1
        return first

    def _describe(self, person: Person, first: int, last: int) -> None:
        """Adds what a title or apposition says of the person."""
        d = self._described(first, last, person)
        person.description = person.description.filled_from(d)
        self._recognise(person)
        self._of_home(person, first, last)
        person.title_words |= {w for k in range(first, last + 1) for w in self._syntax.lower[k].split()}
        if first > 1 and self._syntax.word[first - 1] == "-":
            person.title_words.add(self._syntax.lower[first - 2])  # "then-Foreign Minister"
        peer = bool(_PEERS.intersection(self._syntax.lower[first : last + 1]))
        owner = self._owner(first, last) if person.description.country is None and not peer else None
        if owner is not None:
            person.owners.append(owner)
        head = self._titles.head(first, last)
        for k in (head, *self._titles.outside(first, last)):
            if all(e.category in _OF_TITLES for e in self._in_tables.entries(k, *Category)):
                self.titled[k] = person
                self.title_starts[k] = first
        person.plural = person.plural or self._syntax.tag[head] in ("NNS", "NNPS")

    def _recognise(self, person: Person) -> None:
        """The title that a state has for an office: its foreign minister is Secretary of State in Washington."""
        told = person.description.office
        if told is None or person.background.country is None or told in person.held:
            return
        office = self._known.office(told, person.background.country)
        if office is not None and office.office in person.held:
            person.held = (*person.held, told)

    def _of_home(self, person: Person, first: int, last: int) -> None:
        """A title that means different offices in different states, "Foreign Secretary", is read as at home."""
        d = person.description
        if self._home is None or d.office is not None or d.country not in (None, self._home):
            return
        office = self._known.office(self._syntax.text[self._syntax.start[first] : self._syntax.end[last]], self._home)
        if office is not None and office.country == self._home:
            person.description = replace(
                d, office=office.title, country=self._home, level=office.level.value, resolved_by="title; dateline"
            )

    def _share_title(self, person: Person, first: int) -> None:
        """ "Foreign ministers Ole Berg and Ana Vik": a title in the plural is also the second's."""
        before = self._listed_before(first)
        if before is not None and before.plural and before is not person:
            person.plural = True
            d = before.description
            shared = Description(office=d.office, sectors=d.sectors, level=d.level, resolved_by="title")
            person.description = person.description.filled_from(shared)

    def _listed_before(self, first: int) -> Person | None:
        """Who is named before in one list: "Ole Berg *of Norway* and Ana Vik", "Ole Berg, Ana Vik and Kari Lund"."""
        lower, k = self._syntax.lower, first - 1
        if k in self._in_tables.at and self._in_tables.state(k) is not None:  # "and *Latvia* Ana Vik"
            first = self._in_tables.at[k][0][0]
            k = first - 1
        if k < 1 or lower[k] not in ("and", ","):
            return None
        k -= 2 if lower[k - 1 : k + 1] == [",", "and"] else 1
        if (state := self._in_tables.at.get(k)) is not None and lower[state[0][0] - 1] == "of":
            return self.at.get(state[0][0] - 2)
        return self.at.get(k) if lower[first - 1] == "and" else None

    def _owner(self, first: int, last: int) -> int | None:
        """ "its spokesman", "the ministry's spokesman", "a Rangers commander": the token that tells whose."""
        syntax = self._syntax
        for k in range(first, last + 1):
            owning = syntax.lower[k] in POSSESSIVES or syntax.dep[k] == "nmod:poss"
            if owning and syntax.lower[k + 1] not in _MAJESTIES:
                return k
            if syntax.word[k][:1].isupper() and k in self._in_tables.entity_at:
                entity = self._in_tables.entity_at[k]
                if entity.label_ == "ORG" and k not in self._in_tables.at and entity.end <= last:
                    return k
        owned = (k for k in range(first, last + 1) if syntax.dep[k] == "nmod")
        marks = ("of", "for", "to") if _AIDES.intersection(syntax.lower[first : last + 1]) else ("of", "for")
        return next((k for k in owned if syntax.preposition(k) in marks), None)

    def _gender(self, top: int, first: int, person: Person) -> str | None:
        address = set(self._syntax.lower[top:first])
        if address & _FEMALE or person.title_words & _WOMEN:
            return "f"
        return "m" if address & _MALE or person.title_words & _MEN else None

    def _known_as(self, name: str) -> Person | None:
        """The one person read so far that the name fits: the same name, or one of its words."""
        words = name.replace("-", " ").split()
        same = [p for p in self.persons if p.name == name]
        if same:
            return same[-1]
        if len(words) == 1:
            fitting = [p for p in self.persons if words[0] in p.words]
            return fitting[-1] if len({p.name for p in fitting}) == 1 else None
        fitting = [p for p in self.persons if p.words and p.words[-1] == words[-1] and p.words[0][0] == words[0][0]]
        fitting = fitting or [p for p in self.persons if _within(words, p.words)]
        return fitting[-1] if len(fitting) == 1 else None

    def _new(self, name: str, first: int) -> Person:
        background = Description()
        whole = name.title() if name.isupper() else name
        terms = self._known.terms_of(whole) if " " in name else self._leaders(name, first)
        loose = not terms and name.count(" ") > 1
        if loose:  # "Christopher Gwabin Musa": the tables may know only the first name and the last
            terms = self._known.terms_of(f"{name.split()[0]} {name.split()[-1]}")
        countries = {t.country for t in terms}
        if len(countries) == 1:
            background = Description(country=terms[0].country, sectors=("GOV",), resolved_by="office-holder")
            held = [t for t in terms if self._on is not None and t.covers(self._on)]
            offices = {t.office for t in held}
            if len(offices) == 1:
                office = self._known.office(held[0].office, held[0].country)
                sectors = office.sectors if office is not None and office.sectors else ("GOV",)
                background = replace(background, office=held[0].office, sectors=sectors)
        person = Person(name, Description(), background, held=tuple({t.office for t in terms}), loose=loose)
        self.persons.append(person)
        return person

    def _leaders(self, surname: str, at: int) -> tuple[Term, ...]:
        """Who of that surname, never named in full, holds an office on the day in one of the states named; else who of
        all leads a state: papers call nobody else by the bare name, "Macron spoke to Putin".
        """
        states = {e.country for _, entries in self._in_tables.at.values() for e in entries}
        terms = self._known.terms_of_surname(surname)
        on_the_day = [t for t in terms if self._on is not None and t.covers(self._on)]
        held = [t for t in on_the_day if t.country in states]
        held = held or [t for t in on_the_day if self._leads(t) and self._stands_alone(at)]
        return tuple(held) if len({t.person for t in held}) == 1 else ()

    def state_led_by(self, k: int) -> str | None:
        """The state of "the Dahl administration", "the *Assad* regime": of whoever is meant by the token."""
        if k in self.at:
            return self.at[k].known.country
        countries = {term.country for term in self._leaders(self._syntax.word[k], k)}
        return countries.pop() if len(countries) == 1 else None

    def _stands_alone(self, at: int) -> bool:
        """Whether no other name stands before the name: "President Dahl", "The Dahl plan", not "Said Dahl"."""
        syntax, before = self._syntax, max(at - 1, 0)
        word = syntax.word[before]
        titled = self._known.office(word) or self._known.honorific(word) or self._known.rank(word)
        return before == at or bool(titled) or not word[:1].isupper() or syntax.pos[before] in ("DET", "ADP")

    def _leads(self, term: Term) -> bool:
        office = self._known.office(term.office, term.country)
        return office is not None and office.level in (Level.HEAD_OF_STATE, Level.HEAD_OF_GOVERNMENT)

    def _peer(self, person: Person, first: int) -> Description | None:
        """Whose counterpart is told of at ``first``: the nearest before in the sentence, else whoever came last."""
        floor = self._syntax.sentences[self._syntax.sentence_of[first]][0]
        near = (self.at[k] for k in range(first - 1, floor - 1, -1) if k in self.at)
        found = (p.known for p in (*near, *reversed(self.persons)) if p is not person and p.known.sectors)
        return next(found, None)

    def _described(self, first: int, last: int, person: Person) -> Description:
        posted = next((k for k in range(first, last + 1) if self._syntax.lower[k] in POSTED), None)
        while posted is not None and posted < last and self._syntax.lower[posted + 1] in ("general", "-"):
            posted += 1  # "consul general"
        if posted is not None and self._syntax.lower[posted + 1 : posted + 2] == [
            "of"
        ]:  # "Ambassador of Japan to Oman"
            behind = (k for k in range(posted + 2, last + 1) if self._syntax.lower[k] in ("to", "in"))
            posted = next(behind, last + 1) - 1
        described = self.describe(first, last if posted is None else posted)
        if _PEERS.intersection(self._syntax.lower[first : last + 1]) and self.persons:
            earlier = self._peer(person, first)
            if earlier is not None and described.country != earlier.country:
                described = replace(
                    described,
                    office=described.office or earlier.office,
                    sectors=earlier.sectors,
                    level=earlier.level,
                    resolved_by="counterpart",
                )
        return described
