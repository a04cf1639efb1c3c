"""Descriptions: what the words of a title or apposition make of a person, apart from where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from pourparler.knowledge import Category, Entry, Found, Knowledge, Office
from pourparler.reading.names import tells_nationality
from pourparler.records.choices import Level

_COUNTRY_GIVERS = (
    Category.STATE,
    Category.ADJECTIVE,
    Category.CAPITAL,
    Category.METONYM,
    Category.BODY,
    Category.DEMONYM,
    Category.REGION,
)
_PLACES = frozenset({Category.STATE, Category.CAPITAL, Category.REGION, Category.ORGANISATION})
#: Those posted abroad: "to" and "in" tell where, not whose they are.
POSTED = frozenset(
    {
        "ambassador",
        "attache",
        "attaché",
        "commissioner",
        "consul",
        "chargé",
        "consulate",
        "d'affaires",
        "d’affaires",
        "d`affaires",
        "delegate",
        "diplomat",
        "embassy",
        "emissary",
        "envoy",
        "mission",
        "representative",
    }
)
#: Nouns whose complement is somebody else: an ally of Hezbollah is not Hezbollah.
RELATIONAL = frozenset(
    {
        "admirer",
        "ally",
        "allies",
        "backer",
        "captive",
        "critic",
        "critics",
        "enemy",
        "friend",
        "opponent",
        "opponents",
        "partner",
        "supporter",
        "supporters",
        "sympathiser",
        "sympathizer",
        "target",
        "victim",
    }
)
#: "Envoy for Syria", "adviser on Iran": the state after it is what the office deals with.
_DEALT_WITH = re.compile(r"\b(?:for|to|on|with|against|about|towards)(?: the)? $", re.IGNORECASE)
_FORCES = re.compile(r"\b(?:defen[cs]e|military|army|navy|naval|air force)\b", re.IGNORECASE)
#: Whose chief of staff is a civilian.
_CIVIL = re.compile(
    r"president|premier|minister|chancellor|governor|cabinet|government|office|party|house|king|leader|secretary|embassy"
    r"|mayor|speaker|parliament|senat",
    re.IGNORECASE,
)
#: What tells before an office that its holder has left it.
_FORMER = re.compile(
    r"\b(?:(?:[Ff]ormer|[Ff]ormerly|[Oo]ne-?time|[Ee]rstwhile|[Ee]x)(?: |-| - ))"
    r"(?!(?:Soviet|Yugoslav|East|colon|communist|British col|French col|rebel))"
    r"(?:[A-Z]\.?[\w.-]* |[a-z-]+ (?<!and )(?<!of )){0,3}$"
)
_DEPUTY_WORD = re.compile(r"(?:deputy|vice|acting|assistant)\b")
_FORMER_WORD = re.compile(r"\b(?:[Ff]ormer|[Oo]ne-?time|[Ee]rstwhile|[Ee]x)\b")
_SITS_IN = re.compile(r"\bin(?: the)? $")
_ABROAD = re.compile(
    r"\b(?:troops?|soldiers?|(?<!security )forces|peacekeepers?|mission|bases?|aircraft|jets?|officers?|reporters?"
    r"|journalists?|correspondents?|analysts?|experts?|diplomats?|activists?|people)\b.*\bin $",
    re.IGNORECASE,
)
_MINISTRY = re.compile(r"\b(?:Ministry|Department) of (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*(?= [A-Z]?[a-z]+$)")
_SPEAKS_FOR = re.compile(r"\b(?:spokes|press secretary)", re.IGNORECASE)
#: "deputy culture minister": what makes it another office than the minister's.
_DEPUTY = re.compile(r"\b(?:(?:first|principal) )?(?:deputy|vice|assistant|associate|additional)[ -](?:[\w-]+ ){0,2}$")
#: "the *acting* Omani minister": who stands in for the holder.
_ACTING = re.compile(r"\b[Aa]cting (?:[A-Z][\w-]* ){0,2}$")
#: "energy secretary": what a minister is in charge of, where the tables know the word "secretary" alone.
_PORTFOLIO = re.compile(
    r"\b(agriculture|aviation|border|climate|communications|culture|development|digital|education|energy|environment"
    r"|family|fisheries|health|housing|immigration|industry|infrastructure|integration|investment|irrigation|labou?r"
    r"|livestock|maritime|migration|mining|ports?|planning|railways?|religion|research|science|shipping|sports?|steel"
    r"|technology|telecommunications|tourism|transport|transportation|veterans|water|works|youth) $",
    re.IGNORECASE,
)
#: "The deputy to the foreign ministry": who is second in a body, no lawmaker.
_DEPUTY_TO = re.compile(
    r"(?:[Tt]he |[Aa] )?[Dd]eputy (?:to|of|at) (?:the )?(?=\S.*(?:[Mm]inist|[Dd]epartment|[Oo]ffice))"
)
#: A rank is no office: "General Dang" holds none by that word.
RANK = re.compile(
    r"\b(?:(?<!consul[ -])(?<!secretary[ -])(?<!director[ -])(?<!attorney[ -])(?<!governor[ -])general"
    r"|admiral|colonel|captain|commodore|brigadier|marshal|major|lieutenant|commander)$"
)


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


@lru_cache(maxsize=16_384)
def describe(known: Knowledge, phrase: str) -> Description:
    """Office, body and country of a title or apposition; empty where the phrase tells none."""
    if _of_others(phrase):
        return Description()
    if "/" in phrase:
        return _of_both(known, phrase)
    if _DEPUTY_TO.match(phrase):
        phrase = _DEPUTY_TO.sub("deputy head of ", phrase, count=1)
    office, head = office_in(known, phrase), known.head(phrase)
    body, country, sectors = _whose(known.find(phrase), phrase)
    if office is not None and head is not None and head.kind != "person" and head.phrase.endswith(f" {office.title}"):
        office = None  # "business leader": no leader of a state
    if office is not None and _is_former(phrase, office.title):
        today = [part for part in phrase.split(" and ") if not _FORMER_WORD.search(part) and known.office(part)]
        if today:
            return describe(known, today[-1])  # "UN envoy and former Omani minister"
        return Description(f"former {office.title}", None, country or office.country, ("ELI",), None, "title")
    if office is not None:
        office = _of_the_forces(office, phrase, body, country) or office
        sectors = sectors or office.sectors
        longer = len(phrase.split()) > len(office.title.split())
        if sectors == ("IGO",) and office.organisation is None and (country is not None or (longer and body is None)):
            sectors, body = ("GOV",), None  # a state's commissioner, not a union's; its ambassador to one
        if "IGO" in sectors and country is not None and "IGO" not in office.sectors:
            body, sectors = None, office.sectors  # a president who chairs a union is his state's
        if sectors == ("GOV",) and _SPEAKS_FOR.search(office.title) and _FORCES.search(phrase):
            sectors = ("MIL", "GOV")
        country, body = country or office.country, body or office.organisation
        if body is None and country is not None and "IGO" not in sectors:
            body = _ministry_named(known, phrase, country)
        return Description(_told(phrase, office.title), body, country, sectors, office.level.value, "title")
    rank = next((e for f in known.find(phrase) for e in f.entries if e.category is Category.RANK), None)
    if rank is not None and rank.sectors:
        level = rank.level.value if rank.level else None
        return Description(rank.name, body, country, sectors or rank.sectors, level, "rank")
    if head is not None and head.phrase == "captain":
        return Description(
            None, body, country, sectors, None, "title" if country or body else None
        )  # of a team or ship
    if head is not None and head.kind in ("person", "body", "group"):
        organisation = body or (known.organisation(head, country) if country else None)
        return Description(None, organisation, country, sectors or head.sectors, None, "title")
    if body is not None or country is not None:
        return Description(None, body, country, sectors, None, "title")
    return Description()


def _of_both(known: Knowledge, phrase: str) -> Description:
    """ "Oman's Deputy Premier/Foreign Minister", "Minister of Trade/Industry": the first office that is no deputy's."""
    told = [describe(known, part.strip()) for part in phrase.split("/") if part.strip()]
    held = [d for d in told if d.office is not None]
    full = (d for d in held if not _DEPUTY_WORD.match(d.office or ""))
    whole = next(full, held[0] if held else Description())
    for d in told:
        whole = whole.filled_from(d)
    return whole


def _is_former(phrase: str, title: str) -> bool:
    """ "Former Omani president", "ex-minister": no office of today; not "the former Soviet state's president"."""
    at = phrase.lower().rfind(title)
    return at > 0 and _FORMER.search(phrase, 0, at) is not None


def _of_the_forces(office: Office, phrase: str, body: str | None, country: str | None) -> Office | None:
    """ "Oman's chief of staff" is a general, "the Omani president's chief of staff" is none."""
    if office.title != "chief of staff" or country is None or body is not None or _CIVIL.search(phrase):
        return None
    return replace(office, sectors=("MIL",), level=Level.CHIEF_OF_DEFENCE)


#: "its representative", "Representatives of Norway"; "Representative Ann Lie" sits in a House.
_REPRESENTING = re.compile(r"representative|\bRepresentatives\b|\bRepresentative (?:of|from|to|for)\b")


def office_in(known: Knowledge, phrase: str) -> Office | None:
    """The office of a title, also where a body's name stands before it: "Ministry of Foreign Affairs Spokesman"."""
    office, words = known.office(phrase), phrase.split(" ")
    if office is not None and office.title == "representative" and _REPRESENTING.search(phrase):
        return None  # whoever represents a body is no Representative of a House
    if office is None and " of " in phrase:
        tails = (" ".join(words[k:]) for k in range(1, len(words)) if words[k - 1] not in ("of", "for"))
        office = next((found for tail in tails if " of " not in tail and (found := known.office(tail))), None)
    return office


def _whose(names: list[Found], phrase: str) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Body, state and sectors that the names in a phrase tell; not where a body sits or what an office deals with."""
    body = country = None
    sectors: tuple[str, ...] = ()
    for found in names:
        if not tells_nationality(phrase, found.start, found.end) or _dealt_with(phrase, found):
            continue
        entries = [e for e in found.entries if e.category is not Category.REGION] or list(found.entries)
        for entry in _agreed(entries):
            named = entry.category in (Category.BODY, Category.ORGANISATION)
            if named and country is not None and entry.country not in (None, country):
                continue  # "South Sudan People's Defence Forces": not the body of that name elsewhere
            if entry.category in (Category.BODY, Category.METONYM, Category.ORGANISATION) and body is None:
                body, sectors = entry.organisation or entry.name, entry.sectors
            national = entry.category in _COUNTRY_GIVERS or (named and "IGO" not in entry.sectors)
            if national and country is None and not ("IGO" in sectors and _SITS_IN.search(phrase, 0, found.start)):
                country = entry.country
    return body, country, sectors


def _ministry_named(known: Knowledge, phrase: str, country: str) -> str | None:
    """ "Omani Ministry of Foreign Affairs spokesman": the ministry, told in full before the office."""
    named = _MINISTRY.search(phrase)
    head = known.head(named[0]) if named else None
    return known.organisation(head, country) if head is not None and head.kind == "body" else None


def _agreed(entries: list[Entry]) -> list[Entry]:
    return entries if len({e.country for e in entries}) == 1 else []


def _dealt_with(phrase: str, found: Found) -> bool:
    """Whether a state stands after "for" or "on", alone: "envoy for Syria", not "officer for Syria's army"."""
    after = phrase[found.end : found.end + 2]
    return (
        any(e.category in _PLACES for e in found.entries)
        and not after.strip().isalpha()
        and after not in ("'s", "’s")
        and (_DEALT_WITH.search(phrase, 0, found.start) or _ABROAD.search(phrase, 0, found.start)) is not None
        and _SPEAKS_FOR.search(phrase) is None
    )


def _told(phrase: str, title: str) -> str:
    """The title with the words that make it a deputy's, where the tables know the title alone."""
    at = phrase.lower().find(title)
    if at > 0 and _ACTING.search(phrase, 0, at):
        return f"acting {title}"
    deputy = _DEPUTY.search(phrase.lower()[:at]) if at > 0 else None
    if deputy is None and title in ("minister", "secretary"):
        portfolio = _PORTFOLIO.search(phrase, 0, max(at, 0))
        return f"{portfolio[1].lower()} {title}" if portfolio else title
    return f"{deputy[0]}{title}" if deputy else title


def _of_others(phrase: str) -> bool:
    """ "a loyal supporter of Russia", but not "our Turkish allies"."""
    words = phrase.lower().split()
    head = next((words[k - 1] for k, word in enumerate(words) if k and word in ("of", "to", "in")), words[-1])
    return head in RELATIONAL and words[0] not in ("our", "its", "their", "his", "her")
