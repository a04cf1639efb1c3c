"""People of one article: each named mention, who it is, and what title or apposition says of the person."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from spacy.tokens import Doc

from pourparler.knowledge import Category, Knowledge
from pourparler.reading.names import Names, tells_nationality
from pourparler.reading.syntax import Syntax

_COUNTRY_GIVERS = (
    Category.STATE,
    Category.ADJECTIVE,
    Category.CAPITAL,
    Category.METONYM,
    Category.BODY,
    Category.DEMONYM,
    Category.REGION,
)
#: Those posted abroad: "to" and "in" tell where, not whose they are.
POSTED = frozenset(
    {
        "ambassador",
        "attache",
        "attaché",
        "commissioner",
        "consul",
        "consulate",
        "d'affaires",
        "d’affaires",
        "delegate",
        "diplomat",
        "embassy",
        "emissary",
        "envoy",
        "mission",
        "representative",
    }
)
#: Names that outdo the recogniser's guess at a person.
_UNMANNED = frozenset({Category.OUTLET, Category.STATE})
#: Levels whose holder, named without a state, is that of the dateline's state; spokesmen and generals may be anybody's.
_OF_THE_STATE = frozenset({"head_of_state", "head_of_government", "minister", "chief_of_defence"})
_POSSESSIVES = frozenset({"his", "her", "their", "its"})


@dataclass(frozen=True, slots=True)
class Description:
    """What a title ("Chinese Foreign Ministry spokesperson") makes of a person."""

    office: str | None = None
    organisation: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    level: str | None = None
    resolved_by: str | None = None

    def filled_from(self, other: Description) -> Description:
        """Own values first, the other's where there is none."""
        return Description(
            self.office or other.office,
            self.organisation or other.organisation,
            self.country or other.country,
            self.sectors or other.sectors,
            self.level or other.level,
            self.resolved_by or other.resolved_by,
        )


@dataclass(slots=True)
class Person:
    """One person of the article, as all mentions together describe them."""

    name: str
    description: Description
    background: Description
    mentions: list[tuple[int, int]] = field(default_factory=list)
    title_words: set[str] = field(default_factory=set)

    @property
    def known(self) -> Description:
        """What the article says of the person, completed from the table of office-holders."""
        return self.description.filled_from(self.background)

    @property
    def words(self) -> list[str]:
        return [w for w in self.name.replace("-", " ").split() if len(w) > 1]


@lru_cache(maxsize=16_384)
def describe(known: Knowledge, phrase: str) -> Description:
    """Office, body and country of a title or apposition; empty where the phrase tells none."""
    office, head = known.office(phrase), known.head(phrase)
    body = country = None
    sectors: tuple[str, ...] = ()
    for found in known.find(phrase):
        if not tells_nationality(phrase, found.start, found.end):
            continue  # where a body sits, or who backs it, is not whose it is
        entries = [e for e in found.entries if e.category is not Category.REGION] or found.entries
        for entry in entries:
            if len(entries) > 1 and len({e.country for e in entries}) > 1:
                break
            if entry.category in (Category.BODY, Category.METONYM, Category.ORGANISATION) and body is None:
                body, sectors = entry.organisation or entry.name, entry.sectors
            if entry.category in _COUNTRY_GIVERS and country is None:
                country = entry.country
    if office is not None:
        country = country or office.country
        body = body or office.organisation
        sectors = sectors or office.sectors
        return Description(office.title, body, country, sectors, office.level.value, "title")
    rank = next((e for f in known.find(phrase) for e in f.entries if e.category is Category.RANK), None)
    if rank is not None and rank.sectors:
        return Description(
            rank.name, body, country, sectors or rank.sectors, rank.level.value if rank.level else None, "rank"
        )
    if head is not None and head.kind in ("person", "body", "group"):
        organisation = body or (known.organisation(head, country) if country else None)
        return Description(None, organisation, country, sectors or head.sectors, None, "title")
    if body is not None or country is not None:
        return Description(None, body, country, sectors, None, "title")
    return Description()


class People:
    """All persons of a Doc, in reading order."""

    def __init__(
        self, doc: Doc, syntax: Syntax, known: Knowledge, names: Names, on: date | None, home: str | None = None
    ) -> None:
        self._known, self._syntax, self._on, self._in_tables = known, syntax, on, names
        self.persons: list[Person] = []
        self.at: dict[int, Person] = {}
        spans = self._spans(doc)
        full = {w for a, b in spans if b - a > 1 for w in syntax.word[a:b]}
        # A surname the recogniser took for something else is still a person once the full name was read.
        spans += [
            (e.start, e.end)
            for e in doc.ents
            if e.label_ in ("ORG", "LOC") and e.end - e.start == 1 and e.text in full and not known.country_of(e.text)
        ]
        for first, end in sorted(spans):
            self._add(first, end)
        for person in self.persons:
            # A title without a state, in a report filed from a capital, is of that state.
            told = person.description.level in _OF_THE_STATE and bool(person.description.sectors)
            if home is not None and told and person.known.country is None:
                person.description = replace(person.description, country=home, resolved_by="title; dateline")

    def describe(self, first: int, last: int) -> Description:
        """What these tokens make of a party, by the states that their names mean in this article."""
        syntax, names = self._syntax, self._in_tables
        d = describe(self._known, syntax.text[syntax.start[first] : syntax.end[last]])
        settled = names.settled.intersection(range(first, last + 1)) if names.settled else ()
        if settled:
            meant = {(e.country, e.organisation) for k in settled for e in names.at[k][1]}
            country, organisation = meant.pop() if len(meant) == 1 else (None, None)
            return replace(d, country=country, organisation=organisation)
        if d.country is not None and (names.joined(first, last) or names.doubtful(first, last)):
            return replace(d, country=None, organisation=None)
        return d

    def _spans(self, doc: Doc) -> list[tuple[int, int]]:
        """What the recogniser took for persons, without the outlets and states of the tables among them."""
        found = [(e.start, e.end) for e in doc.ents if e.label_ == "PER"]
        listed = [span for span in found if self._listed(*span)]
        full = {w for a, b in found if b - a > 1 and (a, b) not in listed for w in self._syntax.word[a:b]}
        return [(a, b) for a, b in found if (a, b) not in listed or (b - a == 1 and self._syntax.word[a] in full)]

    def _listed(self, first: int, end: int) -> bool:
        """Whether the tokens are an outlet's or a state's name, with no title before it."""
        (a, b), entries = self._in_tables.at.get(first, ((0, 0), ()))
        if a > first or b < end - 1 or not any(e.category in _UNMANNED for e in entries):
            return False
        before = self._syntax.word[max(first - 1, 0)]
        return not (self._known.honorific(before) or self._known.rank(before) or self._known.office(before))

    def _add(self, first: int, end: int) -> None:
        syntax = self._syntax
        # "Defence Minister Gen Nakatani": after an office, a bare "Gen" is a given name.
        titled = first > 0 and self._known.office(syntax.word[first - 1]) is not None
        while (
            first < end - 1
            and self._known.rank(syntax.word[first]) is not None
            and (not titled or syntax.word[first].endswith(".") or end - first > 2)
        ):
            first += 1
        name = syntax.text[syntax.start[first] : syntax.end[end - 1]].removesuffix("'s").removesuffix("’s")
        phrases = self._phrases_about(first, end)
        person = self._known_as(name) or self._new(name)
        person.mentions.append((first, end))
        for a, b in phrases:
            person.description = person.description.filled_from(self._described(a, b))
            person.title_words |= {w for k in range(a, b + 1) for w in syntax.lower[k].split()}
        for k in range(first, end):
            self.at[k] = person

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
        return fitting[-1] if len(fitting) == 1 else None

    def _new(self, name: str) -> Person:
        background = Description()
        terms = self._known.terms_of(name) if " " in name else ()
        countries = {t.country for t in terms}
        if len(countries) == 1:
            background = Description(country=terms[0].country, sectors=("GOV",), resolved_by="office-holder")
            held = [t for t in terms if self._on is not None and t.covers(self._on)]
            offices = {t.office for t in held}
            if len(offices) == 1:
                background = replace(background, office=held[0].office)
        person = Person(name, Description(), background)
        self.persons.append(person)
        return person

    def _phrases_about(self, first: int, end: int) -> list[tuple[int, int]]:
        """The title before a name and the apposition after it, as first and last tokens."""
        before = self._title_start(first)
        title = (before, first - 1) if before < first else self._title_apart(first, end)
        return [span for span in (title, self._apposition(end)) if span is not None]

    def _title_apart(self, first: int, end: int) -> tuple[int, int] | None:
        """ "Norway's foreign minister, Ole Berg, said": a title that the name explains after a comma."""
        syntax = self._syntax
        if first < 2 or syntax.word[first - 1] != ",":
            return None
        top = next((k for k in range(first, end) if syntax.dep[k] == "appos" and syntax.head[k] < first - 1), None)
        if top is None:
            return None
        span = syntax.phrase(syntax.head[top])
        phrase = syntax.text[syntax.start[span[0]] : syntax.end[span[1]]]
        head = self._known.head(phrase)
        titled = self._known.office(phrase) is not None or (head is not None and head.kind == "person")
        return span if titled and span[1] == first - 2 and syntax.head[top] not in self.at else None

    def _title_start(self, first: int) -> int:
        """Where the words that run up to a name as its title begin."""
        syntax = self._syntax
        sentence = syntax.sentences[syntax.sentence_of[first]][0]
        at = first
        while at > sentence and first - at < 16:
            k = at - 1
            word = syntax.lower[k]
            if self._other_name(k) or (word == "and" and self._in_tables.state(k - 1) and syntax.pos[k - 1] == "PROPN"):
                break
            if (
                syntax.pos[k] in ("NOUN", "PROPN", "ADJ", "X")
                or word in ("of", "for", "'s", "’s", "-", "and", "the", "to")
                or word in _POSSESSIVES
            ):
                at = k
            else:
                break
        while at < first and (syntax.lower[at] in ("of", "for", "'s", "’s", "-", "and", "to", ",", "the")):
            at += 1
        nouns = [k for k in range(at, first) if syntax.pos[k] in ("NOUN", "PROPN")]
        if not nouns or syntax.lower[first - 1] in ("of", "for", "and", "to", "'s", "’s", ","):
            return first
        return at

    def _other_name(self, k: int) -> bool:
        return k in self.at

    def _apposition(self, end: int) -> tuple[int, int] | None:
        """The noun phrase between the comma after a name and the next comma, bracket or verb."""
        syntax = self._syntax
        last = syntax.sentences[syntax.sentence_of[end - 1]][1]
        if end + 1 >= last or syntax.word[end] not in (",", "(", "—", "–"):
            return None
        at = end + 1
        while (at < last and syntax.pos[at] in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "PART", "NUM", "CCONJ", "X")) or (
            at < last and syntax.word[at] == "-"
        ):
            at += 1
        if (
            at == end + 1
            or at >= last
            or (syntax.word[at] not in (",", ")", ".", "—", "–", ";") and syntax.pos[at] not in ("VERB", "AUX", "PRON"))
        ):
            return None
        phrase = syntax.text[syntax.start[end + 1] : syntax.end[at - 1]]
        if syntax.lower[end + 1] in ("and", "or", "but", "in", "on", "at", "by", "with") or any(
            k in self.at for k in range(end + 1, at)
        ):
            return None
        return (end + 1, at - 1) if self._known.office(phrase) or self._known.head(phrase) else None

    def _described(self, first: int, last: int) -> Description:
        posted = next((k for k in range(first, last + 1) if self._syntax.lower[k] in POSTED), None)
        described = self.describe(first, last if posted is None else posted)
        if "counterpart" in self._syntax.lower[first : last + 1] and self.persons:
            earlier = next((p.known for p in reversed(self.persons) if p.known.sectors), None)
            if earlier is not None and described.country != earlier.country:
                described = replace(
                    described,
                    office=described.office or earlier.office,
                    sectors=earlier.sectors,
                    level=earlier.level,
                    resolved_by="counterpart",
                )
        return described
