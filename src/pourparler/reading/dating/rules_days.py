"""Rules for days and for times of day."""

from __future__ import annotations

from pourparler.reading.dating import readers as read
from pourparler.reading.dating.rule import Rule
from pourparler.reading.dating.words import DASH, DAY, MONTH, SHORT_WEEKDAY, SMALL, UNIT, WEEKDAY, YEAR

NEVER = frozenset({"\0"})
_OF_DAY = r"(?P<of_day>morning|afternoon|evening|night)\b"
_HALF = r"[AaPp](?:\.[Mm]\.|[Mm]\b)"
_ZONE = (
    r"(?:(?:local|Greenwich Mean|[A-Z][a-z]+(?: [A-Z][a-z]+)?|ET|PT) [Tt]ime|GMT|UTC|CES?T|EES?T|MSK|WIB"
    r"|[A-Z]{2,3}T|ET|PT)\b"
)
_GREENWICH = rf" ?\((?P<gmt_hour>[012]?\d):?(?P<gmt_minute>[0-5]\d)?(?:\s?(?P<gmt_half>{_HALF}))? (?:GMT|UTC)\)"
_HOURS = r"(?: ?(?:hours|hrs|h)\b)"
_CLOCK_TAIL = rf"(?: (?P<zone>{_ZONE}))?(?:{_GREENWICH})?"
_TITLES = r"(?! (?:Times|Telegraph|Mail|Express|Post|Mirror|Herald|World|Night|prayers?|sermon))"

CLOCKS = (
    Rule(
        "clock",
        "Seen [on Tuesday at 3 p.m. local time (2000 GMT)]. = 2023-05-23T15:00-05:00 minute",
        rf"(?P<hour>[012]?\d)[:.]?(?P<minute>[0-5]\d)?\s?(?P<half>{_HALF}){_CLOCK_TAIL}",
        read.read_clock,
    ),
    Rule(
        "clock-zone",
        "Seen [on Tuesday at 0630 GMT]. = 2023-05-23T06:30+00:00 minute",
        rf"(?P<hour>[012]\d):?(?P<minute>[0-5]\d)(?= {_ZONE}){_CLOCK_TAIL}",
        read.read_clock,
    ),
    Rule(
        "clock-hours",
        "Seen [at 0430 hours on Tuesday]. = 2023-05-23T04:30 minute",
        rf"(?P<hour>[012]\d):?(?P<minute>[0-5]\d){_HOURS}{_CLOCK_TAIL}",
        read.read_clock,
    ),
    Rule(
        "around-part",
        "Shots fell [shortly after midnight on Tuesday]. = 2023-05-23T00:00/2023-05-23T06:00 part of day",
        r"(?:[Ss]hortly|[Jj]ust|[Ss]oon) (?P<side>after|before) (?P<of_day>midnight|noon|midday|dawn|dusk)\b",
        read.read_around,
    ),
    Rule(
        "clock-24",
        "Seen [at 14:30 Beijing time on Tuesday]. = 2023-05-23T14:30+08:00 minute",
        rf"(?P<hour>[012]?\d):(?P<minute>[0-5]\d)(?![:\d]){_CLOCK_TAIL}",
        read.read_clock,
        needs=frozenset(["at", "by", "around", "about", "from", "until", "before", "after", "since"]),
    ),
)

DAYS = (
    Rule(
        "today",
        "They met [the day before yesterday]. = 2023-05-24 day",
        r"(?:[Tt]he day (?:before yesterday|after tomorrow)|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight"
        r"|[Ll]ast night|[Oo]vernight)\b",
        read.read_today,
        bare=True,
    ),
    Rule(
        "part-today",
        "On May 3 they sailed. [That morning] it rained. = 2023-05-03T05:00/2023-05-03T12:00 part of day",
        rf"(?P<which>[Tt]hat|[Tt]his|[Tt]he (?:same|next|following|previous)) {_OF_DAY}",
        read.read_part_today,
        bare=True,
    ),
    Rule(
        "iso",
        "Signed [2023-04-30]. = 2023-04-30 day",
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        read.read_iso,
    ),
    Rule(
        "numeric",
        "Signed [30/04/2023]. = 2023-04-30 day",
        r"(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<year>\d{4})(?!\d)",
        read.read_numeric,
    ),
    Rule(
        "day-month",
        "It sails [from 3 to 5 June]. = 2023-06-03/2023-06-05 range",
        rf"(?:[Tt]he )?(?P<day>{DAY})(?:(?:{DASH}|,? (?:and|to) )(?P<last>{DAY}))? (?:of )?"
        rf"(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?",
        read.read_month_day,
        title=True,
    ),
    Rule(
        "month-day",
        "Talks [on March 4-6, 2024] failed. = 2024-03-04/2024-03-06 range",
        rf"(?P<month>{MONTH}) (?:the )?(?P<day>{DAY})(?!,\d{{3}}\b|\.\d|%|-[a-z]| per ?cent)"
        rf"(?:(?:{DASH}| and | to )(?P<last>{DAY})(?! [A-Z]))?(?:,? (?P<year>{YEAR}))?",
        read.read_month_day,
        title=True,
    ),
    Rule(
        "month-day-alone",
        "They met [on the 17th]. = 2023-05-17 day",
        r"[Tt]he (?P<day>[1-3]?\d(?:st|nd|rd|th))(?: of (?P<which>this|last|next|the) month\b"
        r"|(?=[.,;:)]| (?:and|but|to|at|in|with|for|when|after|before)\b))",
        read.read_month_day_alone,
        needs=frozenset({"on", "for", "by", "until", "till", "since", "from", "before"}),
    ),
    Rule(
        "feast",
        "They met [on Christmas Eve]. = 2022-12-24 day",
        rf"(?P<feast>New Year(?:['’]s (?:Day|Eve))?|Christmas(?: Day| Eve)?|Boxing Day)\b(?! [a-z]+ (?:was|is|were))"
        rf"(?:,? (?P<year>{YEAR}))?(?!['’]s?\b| (?:Island|Truce|Carol|Tree|Party|Honours|Market|Message)s?\b)",
        read.read_feast,
        needs=frozenset({"on", "at", "since", "before", "by", "until", "after", "around"}),
    ),
    Rule(
        "week-of",
        "They meet [in the first week of June]. = 2023-06-01/2023-06-10 week",
        rf"[Tt]he (?:(?P<nth>first|second|third|fourth|last) )?week of "
        rf"(?:(?P<day>{DAY}) (?P<month>{MONTH})|(?P<month_after>{MONTH})(?: (?P<day_after>{DAY}))?)"
        rf"(?:,? (?P<year>{YEAR}))?",
        read.read_week_of,
    ),
    Rule(
        "beside",
        "On May 3 they sailed. It sank [the day before]. = 2023-05-02 day",
        rf"(?:(?P<number>[Tt]he|(?i:{SMALL})) )(?P<unit>night|{UNIT}) (?P<side>before|after)(?=[.,;:)]|$|\n| and )",
        read.read_beside,
        bare=True,
    ),
    Rule(
        "which-weekday",
        "They met [last Monday]. = 2023-05-15/2023-05-22 range",
        rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he (?:following|previous|coming))"
        rf" (?P<weekday>{WEEKDAY})(?! (?:of|in) ){_TITLES}",
        read.read_weekday,
        bare=True,
    ),
    Rule(
        "weekday",
        "They met [on Tuesday]. = 2023-05-23 day",
        rf"(?P<weekday>{WEEKDAY})(?:(?: of)? (?P<week>last|next|this) week\b)?{_TITLES}",
        read.read_weekday,
        title=True,
    ),
    Rule(
        "short-weekday",
        "They met [on Tues.] = 2023-05-23 day",
        rf"(?P<weekday>{SHORT_WEEKDAY})",
        read.read_weekday,
        needs=frozenset({"on"}),
    ),
    Rule(
        "unit-then",
        "On May 3 they sailed. [The following month] it ended. = 2023-06-01/2023-06-30 month",
        r"(?:(?P<part>[Ee]arl(?:y|ier)|[Ll]ater?)(?: on)? (?:in )?)?"
        r"(?P<which>[Tt]hat(?: same)?|[Tt]he (?:same|next|following|ensuing|previous|preceding)) "
        r"(?P<unit>day|week(?:end)?|month|year)\b",
        read.read_unit_then,
        bare=True,
    ),
    Rule(
        "later-in-day",
        "On May 3 they sailed. [Later in the day] it rained. = 2023-05-03 day",
        r"(?P<part>[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) (?:on )?in (?P<which>the) (?P<unit>day)\b",
        read.read_unit_then,
        bare=True,
    ),
    Rule(
        "shift",
        "They met [two days ago]. = 2023-05-24 day",
        rf"(?:(?P<number>(?i:{SMALL})) )?(?P<unit>{UNIT})"
        r"(?: (?P<side>ago|back|earlier|later|from now|beforehand|afterwards?|previously|hence)\b)(?! than)",
        read.read_shift,
        bare=True,
    ),
    Rule(
        "in-time",
        "They meet [in three days' time]. = 2023-05-29 day",
        rf"(?P<number>(?i:{SMALL})) (?P<unit>{UNIT})(?P<side>['’]s? time)\b",
        read.read_shift,
        needs=frozenset({"in"}),
    ),
    Rule(
        "eve",
        "On May 3 they sailed. [On the eve], it rained. = 2023-05-02 day",
        r"[Tt]he eve\b(?! of)",
        read.read_eve,
        needs=frozenset({"on"}),
    ),
)

PARTS_OF_DAY = (
    Rule(
        "part-of-day",
        "Seen [in the early hours of Monday]. = 2023-05-22T00:00/2023-05-22T06:00 part of day",
        r"(?:[Tt]he )?(?P<of_day>[Ee]arly hours|small hours|[Ee]arly|[Ll]ate|[Mm]idday|[Nn]oon|[Mm]idnight"
        r"|[Dd]awn|daybreak|[Dd]usk|nightfall|[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight)\b",
        read.read_part,
        needs=NEVER,
    ),
)
