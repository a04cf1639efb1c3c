"""Actors: who a noun phrase refers to, resolved only when one candidate is left.

Names come from the tables, people from titles and appositions of the article itself, pronouns and "the ministry" from
what was read before them. Everything is resolved on demand: most nouns of an article are nobody.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Span

from pourparler.knowledge import Category, Entry, Knowledge
from pourparler.reading.abbreviations import Abbreviations
from pourparler.reading.annotations import note
from pourparler.reading.antecedents import Antecedents
from pourparler.reading.descriptions import POSTED
from pourparler.reading.extents import Extents
from pourparler.reading.groups import Groups
from pourparler.reading.homes import dateline_of, home_of, summoner
from pourparler.reading.identities import Identities
from pourparler.reading.names import OF_STATES, Names
from pourparler.reading.nominals import Nominals
from pourparler.reading.people import People, Person
from pourparler.reading.pronouns import NEUTRAL, PERSONAL, SPEAKING, Pronouns
from pourparler.reading.syntax import Syntax
from pourparler.records import Actor, Article

#: What divides the place of a dateline from the text.
_AFTER_PLACE = frozenset({":", "-", "–", "—", "--", "("})
#: "Riga, Oct 29 (Agency) - ": a dateline that is not in capitals.
_DATED_PLACE = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*, (?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r"(?: \d{1,2})?(?:, \d{4})?(?: ?\([^)\n]{2,30}\))? ?[-–—:]"
)
#: Nouns that tell how many of those behind "of".
_PARTS = frozenset({"number", "group", "handful", "dozen", "couple", "member", "score", "majority", "series"})
#: Words by which outlets are called.
_PRESS = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Gazette|Radio|TV|Television|Daily|Journal|Observer|Chronicle|Newswire|Press"
    r"|newspaper|daily|broadcaster|newswire|television|tabloid|weekly|magazine|website)\b"
)
#: What tells that some of a people are meant.
_SOME = frozenset({"some", "several", "many", "few", "most", "other", "young", "ordinary", "local", "ethnic", "fellow"})
_NATIONALS = frozenset({Category.DEMONYM, Category.ADJECTIVE, Category.STATE})
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "IGO", "REB", "SPY", "COP", "PRM", "PRE", "JUD", "OPP", "IMG", "UAF"})


def official(actor: Actor | None) -> bool:
    """Whether the actor is a state, a body of one, an intergovernmental body, an armed group or an elder statesman."""
    if actor is None or actor.code is None:
        return False
    return bool(OFFICIAL & set(actor.sectors)) or (actor.person is not None and actor.sectors == ("ELI",))


class Actors:
    """Resolves the actors of one Doc; answers are remembered by head token."""

    def __init__(self, doc: Doc, syntax: Syntax, known: Knowledge) -> None:
        article: Article = doc._.article
        known = known.on(_day(article))
        self._syntax, self.known = syntax, known
        self._names = Names(doc, syntax, known)
        home = home_of(article, known, self._names) or summoner(syntax, self._names)
        self.entity_at, self.names, self.forums = self._names.entity_at, self._names.at, self._names.forums
        #: The state that "here" is in: that of the dateline.
        self.here = home if article.dateline else None
        self.people = People(doc, syntax, known, self._names, _day(article), home)
        self._short = Abbreviations(doc, syntax, self._names)
        self._identities = Identities(syntax, known)
        self._extents = Extents(syntax, known, self._names)
        self._pronouns = Pronouns(syntax, self.people, doc._.quotes, known, self._names, self._standing)
        self.before = Antecedents(syntax, self.people, known, self._names, self._standing, doc._.quotes)
        shared = (syntax, known, self._names, self.people, self.before, self._identities)
        self._nominals = Nominals(*shared, self._standing, self.all, home)
        self._groups = Groups(*shared, self._pronouns, self.all)
        self._dateline = dateline_of(article)
        self._known: dict[int, Actor | None] = {}
        self._asked: set[int] = set()

    # --- questions --------------------------------------------------------------------------------

    def one(self, i: int | None) -> Actor | None:
        """The actor that the noun phrase headed by ``i`` names; unresolved parts are None, pronouns of nobody too.

        A state or capital that tells where something happens is no actor: "talks in Geneva".
        """
        if i is None:
            return None
        if self.entries(i, *OF_STATES) and self._names.is_setting(i) and not self._is_post(i):
            return self._identities.unresolved(i, i)
        return self._standing(i)

    def all(self, i: int | None) -> tuple[Actor, ...]:
        """The actor and its conjuncts; "Thai and Lao officials" and "the two sides" are two actors on one span."""
        if i is None or i in self._asked:
            return ()
        self._asked.add(i)  # a chain of pronouns may come back here
        out: list[Actor] = []
        for k in self._coordinated(i):
            members = self._groups.members(k) or self._nominals.authors(k)
            out += [self._extents.cut(m, k) for m in members] or [a for a in (self.one(k),) if a is not None]
        self._asked.discard(i)
        return tuple(out)

    def _coordinated(self, i: int) -> list[int]:
        """The token and its conjuncts, but for those inside one name; also the second of two people that parsers lose.

        "Foreign Minister Ole Berg *and his counterpart Ana Vik*": the title may hang on the first name.
        """
        syntax, entity = self._syntax, self.entity_at.get(i)
        one_name = entity is not None and entity.label_ == "ORG"
        found = [k for k in syntax.conjuncts(i) if k == i or not one_name or self.entity_at.get(k) is not entity]
        if len(found) > 1 or i not in self.people.at:
            return found
        lost = (k for k in syntax.kids[i] if k > i and syntax.dep[k] == "nmod:desc" and syntax.children(k, "cc"))
        return [*found, *(k for k in lost if self._person(k) not in (None, self.people.at[i]))]

    def told_people(self) -> tuple[Person, ...]:
        """All people named, each with the state and body that "*its* spokesman" tells."""
        for person in self.people.persons:
            self._complete(person)
        return tuple(self.people.persons)

    def posting(self, i: int | None) -> Actor | None:
        """Where the envoy or embassy ``i`` is posted: *Sweden* of "Norway's ambassador to Sweden"."""
        return self._nominals.posting(i) if i is not None else None

    def entries(self, i: int, *categories: Category) -> tuple[Entry, ...]:
        """Table entries of the name that token ``i`` belongs to."""
        return self._names.entries(i, *categories)

    # --- resolution -------------------------------------------------------------------------------

    def _standing(self, i: int) -> Actor | None:
        """The actor that ``i`` names, wherever it stands; remembered."""
        if i not in self._known:
            self._known[i] = None  # a chain of pronouns may come back here
            self._known[i] = self._extents.cut(self._resolve(i), i)
        return self._known[i]

    def _is_post(self, i: int) -> bool:
        """ "The Omani ambassador in Doha": the state that the envoy is sent to is a party to his dealings."""
        return self._syntax.lemma[self._syntax.head[i]] in POSTED

    def _resolve(self, i: int) -> Actor:
        syntax = self._syntax
        word = syntax.lower[i]
        if word in PERSONAL:
            return self._pronoun(i, self._pronouns.person(i))
        if word in NEUTRAL:
            return self._pronoun(i, self._pronouns.body(i))
        if word == "whose":
            return self._pronoun(i, self._pronouns.described(i))
        if word in SPEAKING and syntax.word[i] != "US":
            return self._own_side(i)
        if syntax.pos[i] in ("PRON", "DET", "NUM") and i not in self.entity_at:
            return self._identities.unresolved(i, i)
        if self._is_dateline(i):
            return self._identities.unresolved(i, i)
        person = self._person(i)
        first, last = self._names.phrase(i)
        if person is not None:
            first = min(first, self.people.title_starts.get(i, first))
            return self._identities.of_person(self._complete(person), first, last, i)
        return (
            self._part_of(i, first, last)
            or self._beside(i, first, last)
            or self._named(i, first, last)
            or self._shortened(i, first, last)
            or self._nominals.actor(i, first, last)
            or self._unlisted(i, first, last)
            or self._identities.unresolved(first, last)
        )

    def _is_dateline(self, i: int) -> bool:
        """ "OSLO: The ministry said", "OSLO - ": the place at the head of a paragraph, in capitals, acts nowhere."""
        if self._syntax.start[i] in self._dateline:
            return True
        syntax, k = self._syntax, i + 1
        opens = i == 0 or syntax.pos[i - 1] == "SPACE"
        if opens and _DATED_PLACE.match(syntax.text, syntax.start[i]):
            return True
        if not syntax.word[i].isupper() or k >= syntax.size or syntax.word[k] not in _AFTER_PLACE:
            return False
        return len(syntax.word[i].replace(".", "")) > 3 and opens  # but "U.S.-Latvian talks"

    def _complete(self, person: Person) -> Person:
        """Fills in whose spokesman or minister a person is, where a word of the title stands for the owner."""
        owners, person.owners = person.owners, []
        if person.description.level == "ambassador" and person.known.country is None and not owners:
            self._accredit(person)
        if not owners or person.known.country is not None:
            return person
        found = (self._standing(owner) for owner in owners)
        actor = next((a for a in found if a is not None and (a.country or a.code) and a.person != person.name), None)
        if actor is None:
            self.people.of_the_dateline(person)
            return person
        d = person.description
        followed = actor.office if "successor" in person.title_words else None
        person.description = replace(
            d,
            office=followed or d.office,
            country=actor.country,
            organisation=d.organisation or (None if actor.person else actor.organisation),
            sectors=actor.sectors if actor.organisation and actor.sectors and not actor.person else d.sectors,
            resolved_by=f"{d.resolved_by or 'title'}; owner",
        )
        return person

    def _accredit(self, person: Person) -> None:
        """ "Ambassador Ole Berg", soon after "Norway's ambassador": the one envoy of whose state the article told."""
        syntax, first = self._syntax, person.mentions[0][0]
        near = syntax.sentences[max(syntax.sentence_of[first] - 4, 0)][0]
        office = (person.description.office or "").split()[-1:]
        same = (k for k in range(near, first) if [syntax.lemma[k]] == office and k not in self.people.titled)
        envoys = (envoy for k in same if (envoy := self._standing(k)) is not None)
        states = {envoy.country for envoy in envoys if envoy.person is None and envoy.country}
        rivals = (p for p in self.people.persons if p is not person and near <= p.mentions[0][0] < first)
        taken = any((p.description.office or "").split()[-1:] == office for p in rivals)  # "Ambassador Ana Vik" is she
        if len(states) == 1 and not taken:
            person.description = replace(person.description, country=states.pop(), resolved_by="title; earlier mention")

    def _shortened(self, i: int, first: int, last: int) -> Actor | None:
        """ "the SSPDF": a body that the article named in full before."""
        full = self._short.full(i)
        actor = self._standing(full) if full is not None else None
        if actor is None or actor.person is not None or not actor.sectors:
            return None
        d = self.people.describe(first, i) if actor.country is None and first < i else None
        if d is None or d.country is None:
            return self._identities.like(actor, first, last, "short name")
        return self._identities.named(  # "Oman's CDS", after "the Chief of Defence Staff (CDS)"
            first,
            last,
            name=actor.name,
            office=actor.office,
            country=d.country,
            sectors=actor.sectors,
            resolved_by="short name",
        )

    def _own_side(self, i: int) -> Actor:
        """ "we" and "I" in a quotation: the side of the one who is quoted, or that one."""
        speaker = self._pronouns.speaker(i)
        if speaker is None or not (official(speaker) or speaker.person):
            return self._identities.unresolved(i, i)
        if self._syntax.lower[i] in ("i", "me", "my"):
            return self._identities.like(speaker, i, i, "speaker")
        return self._identities.speaking_for(speaker, i, i) if official(speaker) else self._identities.unresolved(i, i)

    def _beside(self, i: int, first: int, last: int) -> Actor | None:
        """The body or outlet whose name stands beside the noun ``i`` that says what it is."""
        k = self._name_beside(i)
        if k is None:
            return self._press_beside(i, first)
        return self._named(k, min(first, k), max(last, self.names[k][0][1]))

    def _name_beside(self, i: int) -> int | None:
        """ "the newspaper Le Monde", "the Interfax news agency": the name beside a noun that says what it is."""
        syntax, k = self._syntax, i + 1
        if syntax.pos[i] != "NOUN" or i in self.names:
            return None
        if k in self.names and syntax.sentence_of[i] == syntax.sentence_of[k]:
            named = self.entries(k, Category.OUTLET, Category.BODY, Category.ORGANISATION)
            return k if self.names[k][0][0] == k and named else None
        before = next((c for c in syntax.children(i, "compound") if self.entries(c, Category.OUTLET)), None)
        if before is None:
            return None
        head = self.known.head(syntax.text[syntax.end[self.names[before][0][1]] : syntax.end[i]])
        return before if head is not None and head.kind == "body" and "JRN" in head.sectors else None

    def _press_beside(self, i: int, first: int) -> Actor | None:
        """ "the Latvian agency Riga News": an outlet no table knows, of the state that the noun before it tells."""
        k, entity = i + 1, self.entity_at.get(i + 1)
        if entity is None or entity.start != k or entity.label_ != "ORG" or self._is_listed(entity):
            return None
        if self._syntax.pos[i] != "NOUN" or not _PRESS.search(f"{self._syntax.word[i]} {entity.text}"):
            return None
        d = self.people.describe(first, i)
        return self._identities.named(
            first,
            entity.end - 1,
            name=entity.text,
            organisation=entity.text,
            country=d.country,
            sectors=("JRN",),
            resolved_by="noun",
        )

    def _is_listed(self, entity: Span) -> bool:
        """Whether the tables know the whole name."""
        (first, last), _ = self.names.get(entity.start, ((0, 0), ()))
        return first == entity.start and last == entity.end - 1

    def _part_of(self, i: int, first: int, last: int) -> Actor | None:
        """ "a number of Omani officers", "members of the council": some of a party act for it."""
        syntax = self._syntax
        if syntax.lemma[i] not in _PARTS or i in self.names:
            return None
        whole = next(iter(syntax.obliques(i, "of")), None)
        actor = self._standing(whole) if whole is not None else None
        if actor is None or not actor.code or actor.person is not None:
            return None
        return self._identities.like(actor, first, last, actor.resolved_by or "noun")

    def _person(self, i: int) -> Person | None:
        """The person that the phrase headed by ``i`` names: its own name, or the one in apposition to a title."""
        syntax = self._syntax
        if i in self.people.at:
            return self.people.at[i]
        if syntax.pos[i] not in ("NOUN", "PROPN"):
            return None
        if i + 1 in self.people.at and syntax.sentence_of[i] == syntax.sentence_of[i + 1]:
            return self.people.at[i + 1]
        if i in self.people.titled:
            return self.people.titled[i]
        named = (k for k in syntax.kids[i] if syntax.dep[k] in ("appos", "flat", "nmod:desc") and k in self.people.at)
        for k in named:
            if i < k <= i + 3:
                return self.people.at[k]
        return None

    def _named(self, i: int, first: int, last: int) -> Actor | None:
        """A name of the tables at the head of the phrase: a state, capital, body, outlet."""
        entry = self._names.only(i)
        if entry is None:
            return None
        if entry.category is Category.ADJECTIVE and self._syntax.pos[i] not in ("NOUN", "PROPN", "ADJ"):
            return None
        actor = self._identities.of_entry(entry, first, last)
        if entry.category in _NATIONALS and actor.country and self._are_some(i):
            code = self.known.code(actor.country, None, ("CVL",))
            return replace(actor, name=None, sectors=("CVL",), code=code)
        return actor

    def _are_some(self, i: int) -> bool:
        """ "Several Colombians", "300 Thais": people, not their state."""
        syntax = self._syntax
        some = {syntax.lower[k] for k in syntax.kids[i] if syntax.dep[k] in ("det", "amod", "nummod")}
        if syntax.dep[i] == "nsubj":
            return False  # "some thirty Laotians surrounded the post": perhaps its soldiers
        counted = any(syntax.dep[k] == "nummod" for k in syntax.kids[i])
        return syntax.tag[i] in ("NNS", "NNPS") and (counted or bool(some & _SOME))

    def _unlisted(self, i: int, first: int, last: int) -> Actor | None:
        """A name no table knows: an organisation by its label, with the state its own words tell."""
        entity = self.entity_at.get(i)
        if entity is None or entity.label_ not in ("ORG", "PER", "VESSEL"):
            return None
        text = entity.text.removesuffix("'s").removesuffix("’s")
        if entity.label_ == "VESSEL":  # one name, whichever of its words the parse makes a number
            first, last = min(first, entity.start), max(last, entity.end - 1)
            prefix = self.known.vessel_prefix(self._syntax.word[entity.start])
            if prefix is None:
                return self._identities.named(first, last, name=text)
            own = prefix.country or self._names.one_of(prefix.states)
            by = "vessel prefix"
            return self._identities.named(first, last, name=text, country=own, sectors=prefix.sectors, resolved_by=by)
        if entity.label_ == "ORG" and len(entity) > 1:
            first, last = min(first, entity.start), max(last, entity.end - 1)  # a name with "and" in it
        d = self.people.describe(first, last)
        sectors = d.sectors or (("JRN",) if entity.label_ == "ORG" and _PRESS.search(text) else ())
        return self._identities.named(
            first, last, name=text, organisation=text, country=d.country, sectors=sectors, resolved_by="name"
        )

    def _pronoun(self, i: int, referent: Person | Actor | None) -> Actor:
        if referent is None:
            return self._identities.unresolved(i, i)
        if isinstance(referent, Person):
            return self._identities.of_person(referent, i, i, i)
        office = referent.office if self._syntax.lower[i] in PERSONAL else None
        return replace(self._identities.like(referent, i, i, "pronoun"), office=office, anonymous=False)


def _day(article: Article) -> date | None:
    """The day by which what the article tells was known."""
    latest = article.published.latest if article.published else None
    return date.fromisoformat(latest[:10]) if latest else None


class ActorAnnotator:
    """Doc -> ``doc._.actors``.

    "A Chinese coast guard cutter" -> name *China Coast Guard*, code "CHN COP".
    """

    requires = ("article", "syntax", "quotes")
    assigns = ("actors",)

    def __init__(self, known: Knowledge) -> None:
        self._known = known

    def __call__(self, doc: Doc) -> Doc:
        return note(doc, actors=Actors(doc, doc._.syntax, self._known))
