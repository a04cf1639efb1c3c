"""Date phrases in a text: atoms are found by the rules, then joined with their neighbours and prepositions.

"at 3 p.m. on Tuesday"    clock + day        -> one phrase
"Tuesday (March 5)"       day + day          -> one phrase, the fuller day counts
"from 3 March to 5 June"  day + "to" + day   -> one stretch
"since last August"       "since" + month    -> an open stretch
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from pourparler.reading.dating.days import Hours
from pourparler.reading.dating.meanings import (
    After,
    Anchor,
    AtHours,
    Before,
    Between,
    Coming,
    Eve,
    Meaning,
    Shift,
    Since,
    Unit,
    Weekday,
    Yearless,
)
from pourparler.reading.dating.readers import Parts
from pourparler.reading.dating.rule import Rule
from pourparler.reading.dating.rules import RULES
from pourparler.reading.dating.words import PARTS
from pourparler.records import Precision

_BY_NAME = {rule.name: rule for rule in RULES}
#: Where a rule may begin: trying them all at every word would cost ten times as much.
_START = re.compile(
    r"\b(?:"
    r"[Tt]he (?=day (?:before|after)\b|same|next|following|ensuing|subsequent|previous|preceding|coming|past|last)"
    r"|[Tt]he (?=\d|week|month )"
    r"|[Tt]he (?=end |begin|start|middle|close|first|second|third|fourth|early|late|mid|summer|winter|autumn|spring)"
    r"|[Tt]he (?=year |fall|eve|small |noon|night|morning|afternoon|dawn|week )"
    r"|[Tt]h(?:is|at) (?=same|[wmqydcpasefnJFMASONDTW])"
    r"|[A-Za-z](?:wo|hree|en|our|ive|ix|ight|ine|ne|even|leven|welve|ifteen|ourteen|ighteen|wenty|hirty|orty|ifty|ixty"
    r"|ew|everal) (?=[mhdwy])|[Aa]n? (?=few|couple|[mhdwyf])|[Cc]o(?:uple|ming)"
    r"|\d|[Tt]o(?:day|night|morrow)|[Yy]est|[Ll]a(?:st|te)|[Nn](?:ext|oon|ight)\b|[Oo]vern|[Ee](?:arl|vening)"
    r"|[Mm](?:id|orning|onth|inute)|[Aa]fternoon|[Dd](?:ay|awn|usk|ecade)|[Hh]ours|[Yy]ears|[Ww](?:ithin|eek|inter)"
    r"|[Rr]ecent |[Pp]ast |[Ff]irst |[Ff]all|[Aa]utumn|[Ss](?:mall h|pring|ummer|tart of|econd [hq])|[Ee]nd of"
    r"|[Bb]eginning of|[Cc]lose of|[Tt]hird q|[Ff]ourth q|[Mm]iddle of|[Ff]ortn"
    r"|(?:[Ss]hortly|[Jj]ust|[Ss]oon) (?:after|before) [mnd]"
    r"|New Year|Christmas|Boxing Day"
    r"|Q[1-4]|Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
)
#: Words that make a weekday or a number the name of something, or of a schedule, when they stand before it.
_NOT_AFTER = re.compile(
    r"(?:\b(?:[Oo]n a|[Ee]very|[Ee]ach|[Mm]ost|[Aa]lternate|Black|Bloody|Good|Palm|Easter|Ash|Super|Cyber|Shrove|Maundy"
    r"|Holy|Ruby|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|Mail on|USA|Man) (?:on )?"
    r"|(?<=\d)[.,:/]|[$€£#]|(?<=\d)[-–])$"
)
_CAPITAL_NEXT = re.compile(r"(?: |-)(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|GMT|UTC)[A-Z][a-z]+")
_PREPOSITION = re.compile(
    r"\b(on the eve of|no later than|as early as|as late as|from|on|in|at|over|during|throughout|through|for|around"
    r"|about|since|after|until|till|by|before|up to|between|of|to|within|late|early)(?: late| early)? $",
    re.IGNORECASE,
)
_BOUNDS = {
    "more than": "more",
    "over": "more",
    "at least": "more",
    "less than": "less",
    "under": "less",
    "about": "about",
    "around": "about",
    "nearly": "about",
    "almost": "about",
    "roughly": "about",
    "some": "about",
}
_BOUND = re.compile(rf"\b({'|'.join(_BOUNDS)}) $", re.IGNORECASE)
#: What stands before the first word of a name: nothing, an article or another capital.
_NAME_BEFORE = re.compile(r"(?:(?:^|[.!?:\"”“\n])\s*|\b[Tt]he |\b[Aa]n? |\b[A-Z][\w'’.-]* )$")
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?= )")
_PART_GLUE = re.compile(r",? (?:on |of |in |at |around |about )?(?:the )?|, ")
_DAY_GLUE = re.compile(r",? | \(")
_RANGE_GLUE = re.compile(r" (?:to|and|until|till|through) (?:on )?| ?[-–—] ?")
#: A year named by where it stands from this one, after a day or month of its own: "in March last year".
_YEAR_GLUE = re.compile(r",? (?:of )?")
_PAIR_GLUE = re.compile(r" (?:and|or) ")
#: Words whose "until" tells the new day of what was to be: "postponed until Friday".
_MOVED = re.compile(
    r"\b(?:postponed?|postpones|postponing|put(?:ting|s)? (?:\w+ ){0,3}(?:off|back)|defer(?:red|ring)?"
    r"|delay(?:ed|ing|s)?|adjourn(?:ed|s|ing)?|rescheduled?|moved|pushed back) $"
)
_INSIDE = frozenset(("on", "in", "at", "over", "during", "throughout", "for", "around", "about"))
_OUTSIDE = frozenset(("of", "to", "between", "late", "early", "within", "as early as", "as late as", "through"))


@dataclass(frozen=True, slots=True)
class Atom:
    """A found piece: a day or period (``meaning``) or a time of day that wants one (``hours``)."""

    start: int
    end: int
    rule: Rule
    meaning: Meaning | None
    hours: Hours | None = None

    @property
    def is_day(self) -> bool:
        return isinstance(self.meaning, Weekday | Yearless) or self.rule.name in _DAY_RULES


_DAY_RULES = frozenset(
    ("today", "iso", "numeric", "day-month", "month-day", "unit-then", "shift", "weekday", "which-weekday")
)


_GROUP = re.compile(r"\(\?P<\w+>")


@cache
def any_rule() -> re.Pattern[str]:
    """All rules as one pattern, with an empty group for each that tells which of them met."""
    each = (f"{_GROUP.sub('(?:', rule.pattern)}(?P<{rule.name.replace('-', '_')}>)" for rule in RULES)
    return re.compile("|".join(each))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A rule's own pattern; most rules meet no phrase in most articles."""
    return re.compile(_BY_NAME[name].pattern)


def find_atoms(text: str) -> Iterator[Atom]:
    """Everything a rule reads, in the order of the text."""
    end = 0
    for start in (hit.start() for hit in _START.finditer(text)):
        found = any_rule().match(text, start) if start >= end else None
        if found is None or found.lastgroup is None or _NOT_AFTER.search(text, max(0, start - 16), start):
            continue
        rule = _BY_NAME[found.lastgroup.replace("_", "-")]
        pattern = _pattern(rule.name)
        match = pattern.match(text, start)
        assert match is not None
        end = match.end()
        read = rule.read(Parts.of(match))
        if isinstance(read, Hours):
            yield Atom(match.start(), match.end(), rule, None, read)
        elif read is not None:
            yield Atom(match.start(), match.end(), rule, read)


def join_atoms(text: str, atoms: Iterator[Atom]) -> Iterator[Atom]:
    """Neighbours that tell one time become one atom."""
    left: Atom | None = None
    for right in atoms:
        joined = left and _joined(text, left, right)
        if joined is None and left is not None:
            yield left
        left = joined or right
    if left is not None:
        yield left


def _joined(text: str, left: Atom, right: Atom) -> Atom | None:
    if right.start - left.end > 12:
        return None
    gap = text[left.end : right.start]
    end = right.end + text.startswith(")", right.end) if "(" in gap else right.end
    whole = replace(left, end=end)
    if left.hours and right.hours:
        if _RANGE_GLUE.fullmatch(gap):
            return _hours_between(text, whole, left.hours, right.hours)
        return _finer(whole, left, right) if _PART_GLUE.fullmatch(gap) else None
    if isinstance(right.meaning, Weekday) and (night := _night(whole, left, right.meaning, gap)):
        return night
    if left.hours and right.meaning and right.is_day and _PART_GLUE.fullmatch(gap):
        return replace(whole, rule=right.rule, hours=None, meaning=_at(right.meaning, left.hours))
    if left.meaning and left.is_day and right.hours and _PART_GLUE.fullmatch(gap):
        return replace(whole, meaning=_at(left.meaning, right.hours))
    if left.meaning is None or right.meaning is None:
        return None
    if isinstance(left.meaning, Yearless) and isinstance(right.meaning, Unit):
        return _of_year(whole, left.meaning, right.meaning) if _YEAR_GLUE.fullmatch(gap) else None
    if _PAIR_GLUE.fullmatch(gap) and isinstance(left.meaning, Weekday) and isinstance(right.meaning, Weekday):
        return None if _POSSESSIVE.match(text, right.end) else _pair(text, whole, left, right)
    if isinstance(left.meaning, Weekday) and right.is_day and _DAY_GLUE.fullmatch(gap):
        if right.rule.name == "unit-then":
            return None  # "on Saturday, the same day": counted from that Saturday
        return replace(whole, rule=right.rule, meaning=right.meaning)
    if left.rule.name == "stretch" or not _RANGE_GLUE.fullmatch(gap):
        return None
    return _stretch(text, whole, left, right)


def _hours_between(text: str, whole: Atom, first: Hours, last: Hours) -> Atom | None:
    """ "From 6 a.m. to 8 a.m.", "between 6 and 8 p.m.": the hours from one to the other."""
    word = _preposition(text, whole.start)
    if word is None or word[0] not in ("from", "between") or first.first > last.last:
        return None
    hours = replace(last, first=first.first, precision=Precision.PART_OF_DAY)
    return replace(whole, start=word[1], hours=hours)


def _night(whole: Atom, left: Atom, day: Weekday, gap: str) -> Atom | None:
    """ "Overnight Thursday", and the "into Friday" that follows it."""
    if gap == " into ":
        return whole if isinstance(left.meaning, AtHours) else None
    if gap not in (" ", " on ", " from ") or left.rule.name != "today" or not isinstance(left.meaning, Shift):
        return None
    night = AtHours(base=day, hours=PARTS["night"], anchor=day.anchor, how=day.how)
    return replace(whole, rule=replace(left.rule, name="weekday"), meaning=night)


def _of_year(whole: Atom, left: Yearless, right: Unit) -> Atom | None:
    """ "In March last year": the year is the one named."""
    if right.unit != "year" or right.part or right.anchor is not Anchor.PUBLICATION or left.which:
        return None
    return replace(whole, meaning=replace(left, year=right.offset))


def _pair(text: str, whole: Atom, left: Atom, right: Atom) -> Atom | None:
    """ "On Monday and Tuesday": both days, and what lies between them."""
    word = _preposition(text, left.start)
    if word is not None and word[0] == "between":
        return _stretch(text, whole, left, right)
    assert left.meaning is not None
    assert right.meaning is not None
    return replace(whole, meaning=Between(begin=left.meaning, end=right.meaning))


def _finer(whole: Atom, left: Atom, right: Atom) -> Atom:
    """Of two times of one day the clock time; of two words the later ("the early hours of the morning")."""
    finer = left if left.rule.name.startswith("clock") else right
    return replace(whole, rule=finer.rule, hours=finer.hours)


def _at(base: Meaning, hours: Hours) -> Meaning:
    if isinstance(base, AtHours):
        return base
    return AtHours(base=base, hours=hours, anchor=base.anchor, how=base.how)


def _stretch(text: str, whole: Atom, left: Atom, right: Atom) -> Atom | None:
    """From one day or period to another; "and" joins them only after "between"."""
    word = _preposition(text, left.start)
    gap = text[left.end : right.start].strip()
    wanted = {"and": ("between",), "to": ("from",), "until": ("from",), "till": ("from",)}.get(gap.split(" ")[0])
    if wanted and (word is None or word[0] not in wanted):
        return None
    assert left.meaning is not None
    assert right.meaning is not None
    start = word[1] if word and wanted else left.start
    anchor = right.meaning.anchor
    between = Between(begin=left.meaning, end=right.meaning, anchor=anchor, how=right.meaning.how)
    return replace(whole, start=start, rule=replace(left.rule, name="stretch", needs=frozenset()), meaning=between)


def _preposition(text: str, start: int) -> tuple[str, int] | None:
    """The preposition before a place, lower-case, and where it stands."""
    before = _PREPOSITION.search(text, max(0, start - 24), start)
    return (before[1].lower(), before.start()) if before else None


def read_phrase(text: str, atom: Atom) -> tuple[int, int, Meaning] | None:
    """An atom with the preposition before it; None where it cannot be a date where it stands."""
    word, where = _preposition(text, atom.start) or ("", atom.start)
    if atom.rule.needs and word not in atom.rule.needs:
        return None
    if atom.rule.title and not word and _is_name(text, atom):
        return None
    meaning = atom.meaning
    if isinstance(meaning, Shift) and (bound := _BOUND.search(text, max(0, atom.start - 16), atom.start)):
        return bound.start(), atom.end, replace(meaning, bound=_BOUNDS[bound[1].lower()])
    if meaning is None:
        assert atom.hours is not None
        day = Unit(unit="day", anchor=Anchor.DISCOURSE)
        meaning = AtHours(base=day, hours=atom.hours, anchor=day.anchor, how=day.how, dayless=True)
    if atom.rule.name == "stretch" or not word or word in _OUTSIDE:
        return atom.start, atom.end, meaning
    if _POSSESSIVE.match(text, atom.end) and isinstance(meaning, Weekday | Yearless):
        return atom.start, atom.end, meaning  # "in Tuesday's statement": the preposition is the statement's
    if word in _INSIDE or (word == "from" and meaning.is_stretch):
        return (atom.start if atom.rule.bare else where), atom.end, meaning
    if word in ("until", "till") and _MOVED.search(text, max(0, where - 40), where):
        return where, atom.end, Coming(base=meaning, anchor=meaning.anchor, how=meaning.how)
    if _POSSESSIVE.match(text, atom.end) or (isinstance(meaning, AtHours) and isinstance(meaning.base, Shift)):
        return atom.start, atom.end, meaning
    if isinstance(meaning, AtHours) and word in ("after", "before"):
        return where, atom.end, meaning.base  # "shortly after 2 a.m. on Monday": some time of that day
    return where, atom.end, _opened(word, meaning)


def _opened(word: str, base: Meaning) -> Meaning:
    """What the preposition makes of a day or period."""
    if word == "on the eve of":
        return Eve(base=base, anchor=base.anchor, how=base.how)
    if word == "since":
        return Since(base=base, anchor=base.anchor, how=base.how)
    if word in ("after", "from"):
        return After(base=base, anchor=base.anchor, how=base.how)
    ahead = word in ("by", "no later than")
    return Before(base=base, ahead=ahead, strictly=word == "before", anchor=base.anchor, how=base.how)


def _is_name(text: str, atom: Atom) -> bool:
    """The words begin a name: "the Sunday Times", "the March 8 Alliance"; a year ends a date for good."""
    if text[atom.end - 4 : atom.end].isdigit() or not _CAPITAL_NEXT.match(text, atom.end):
        return False
    return _NAME_BEFORE.search(text, max(0, atom.start - 20), atom.start) is not None
