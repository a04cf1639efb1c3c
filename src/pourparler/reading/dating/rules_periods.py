"""Rules for weeks, months, years and stretches of them."""

from __future__ import annotations

from pourparler.reading.dating import readers as read
from pourparler.reading.dating.rule import Rule
from pourparler.reading.dating.words import DASH, FULL_MONTH, MONTH, SEASON, SMALL, UNIT, YEAR

IN_TIME = frozenset(["in", "since", "until", "till", "during", "throughout"])
BEFORE_YEAR = IN_TIME | frozenset(["by", "before", "after", "from", "of", "between", "through", "to"])
#: Months that are given names or verbs too are dates only after words that never govern a person.
NAME_MONTH = r"(?:April|May|June|August)\b"
_MAYBE_PART = r"(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id)(?: in |[- ]?))"
_SHARE = (
    r"(?:[Tt]he )?(?P<share>end|beginning|start|middle|close|(?:first|second|last) half"
    r"|(?:first|second|third|fourth|last) quarter) of "
)
_PARTED = rf"(?:{_MAYBE_PART}|{_SHARE})"
_WHICH = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?)"
_PERIOD = r"(?P<unit>week(?:end)?|month|quarter|year|decade|century)\b"

PERIODS = (
    Rule(
        "month-year",
        "Seen [in early March 2023]. = 2023-03-01/2023-03-11 part of month",
        rf"{_PARTED}?(?P<month>{MONTH})(?: of)?,? (?P<year>{YEAR})",
        read.read_month,
    ),
    Rule(
        "part-month",
        "Seen [in mid-June]. = 2023-06-11/2023-06-20 part of month",
        rf"{_PARTED}(?P<month>{FULL_MONTH})",
        read.read_month,
    ),
    Rule(
        "which-month",
        "It stopped [last August]. = 2022-08-01/2022-08-31 month",
        rf"{_WHICH} (?P<month>{FULL_MONTH})",
        read.read_month,
        bare=True,
    ),
    Rule(
        "planned-month",
        "The visit planned [for March] failed. = 2023-03-01/2023-03-31 month",
        rf"(?:(?<=planned for )|(?<=scheduled for )|(?<=slated for )|(?<=due in )|(?<=set for )|(?<=postponed to )"
        rf"|(?<=delayed until )|(?<=expected in )|(?<=back to )|(?<=moved to )|(?<=rescheduled for )|(?<=off to )"
        rf"|(?<=forward to )|(?<=deferred to ))(?P<month>{FULL_MONTH})(?!['’]s)",
        read.read_month,
    ),
    Rule(
        "month",
        "It stopped [in March]. = 2023-03-01/2023-03-31 month",
        rf"(?P<month>{FULL_MONTH})(?<!April)(?<!May)(?<!June)(?<!August)",
        read.read_month,
        needs=BEFORE_YEAR - {"of", "to"},
    ),
    Rule(
        "name-month",
        "It stopped [in May]. = 2023-05-01/2023-05-31 month",
        rf"(?P<month>{NAME_MONTH})(?!['’]s)",
        read.read_month,
        needs=IN_TIME,
    ),
    Rule(
        "quarter",
        "Due [in Q3 2024]. = 2024-07-01/2024-09-30 part of year",
        rf"Q(?P<quarter>[1-4]),? (?P<year>{YEAR})",
        read.read_year,
    ),
    Rule(
        "season",
        "Seen [in the winter of 2019-20]. = 2019-12-01/2020-03-20 season",
        rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he) )?(?P<season>{SEASON})"
        rf"(?: of)? (?P<year>{YEAR})(?:{DASH}(?P<last>\d\d|{YEAR}))?",
        read.read_season,
    ),
    Rule(
        "which-season",
        "Seen [last summer]. = 2022-06-01/2022-09-23 season",
        rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?) (?P<season>{SEASON})(?! (?:in|of))",
        read.read_season,
        bare=True,
    ),
    Rule(
        "the-season",
        "Seen [in the summer]. = 2022-06-01/2022-09-23 season",
        r"(?P<which>the) (?P<season>(?:summer|winter|autumn)\b)(?! (?:of|[a-z]+s)\b)",
        read.read_season,
        needs=IN_TIME,
    ),
    Rule(
        "decade",
        "Built [in the late 1990s]. = 1996-01-01/1999-12-31 range",
        rf"(?:[Tt]he )?{_PARTED}?(?P<year>(?:1[5-9]|20)\d0)s\b",
        read.read_decade,
    ),
    Rule(
        "years",
        "Seen [in 2019-20]. = 2019-01-01/2020-12-31 range",
        rf"(?P<year>{YEAR})[-–/](?P<last>\d\d(?:\d\d)?)(?![-\d])",
        read.read_years,
        needs=BEFORE_YEAR,
    ),
    Rule(
        "part-year",
        "Seen [in the first half of 2024]. = 2024-01-01/2024-06-30 part of year",
        rf"{_PARTED}(?P<year>{YEAR})",
        read.read_year,
    ),
    Rule(
        "year",
        "Closed [since 2014]. = 2014-01-01/2023-05-26 range",
        rf"(?P<year>{YEAR})(?![-/:]\w)",
        read.read_year,
        needs=BEFORE_YEAR,
    ),
    Rule(
        "weekend",
        "Seen [over the weekend]. = 2023-05-20/2023-05-21 weekend",
        r"(?P<which>the) (?P<unit>weekend)\b",
        read.read_unit,
        needs=frozenset(["over", "at", "on", "during", "before", "after", "since", "by", "until"]),
    ),
    Rule(
        "next-units",
        "Closed [in the past two years]. = 2021-05-26/2023-05-26 range",
        rf"(?:[Tt]he )?(?P<which>past|last|next|coming|previous|preceding) (?:(?P<number>(?i:{SMALL})) )"
        rf"(?P<unit>{UNIT})",
        read.read_window,
    ),
    Rule(
        "recent-units",
        "Refused [in recent weeks]. = 2023-02-24/2023-05-26 range",
        r"(?P<which>[Rr]ecent|(?:the )?(?:coming|past)) (?P<unit>(?:hour|day|week|month|year|decade)s)\b",
        read.read_window,
    ),
    Rule(
        "following-units",
        "On May 3 they sailed. They sank [in the following days]. = 2023-05-03/2023-05-26 range",
        r"[Tt]he (?P<which>following|ensuing|subsequent) (?P<unit>(?:hour|day|week|month|year)s)\b",
        read.read_following,
        needs=frozenset(["in", "over", "during", "throughout"]),
    ),
    Rule(
        "past-unit",
        "Closed [over the past year]. = 2022-05-26/2023-05-26 range",
        r"[Tt]he (?P<which>past|last) (?P<unit>day|week|month|year|decade)\b",
        read.read_window,
        needs=frozenset(["in", "over", "during", "for", "within", "throughout"]),
    ),
    Rule(
        "unit-share",
        "Due [by the end of the year]. = /2023-12-31 before",
        rf"{_SHARE.replace('share', 'part')}(?P<which>the|this|last|next) {_PERIOD}",
        read.read_unit_part,
    ),
    Rule(
        "unit",
        "Told [earlier this month]. = 2023-05-01/2023-05-25 part of month",
        rf"(?:(?P<part>[Ee]arl(?:y|ier)|[Ll]ater?|[Mm]id)(?: in |[- ]))?"
        rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he coming) {_PERIOD}(?! (?:before|after) (?:last|next))",
        read.read_unit,
        bare=True,
    ),
    Rule(
        "unit-of-the",
        "Told [earlier in the week]. = 2023-05-22/2023-05-25 range",
        r"(?P<part>[Ee]arl(?:y|ier)|[Ll]ater?) in (?P<which>the) (?P<unit>week|month|year)\b",
        read.read_unit,
        bare=True,
    ),
    Rule(
        "week-beside",
        "They met [the week before last]. = 2023-05-08/2023-05-14 week",
        r"[Tt]he (?P<unit>week|month|year) (?:before last|after next)\b",
        read.read_week_beside,
        bare=True,
    ),
    Rule(
        "within",
        "Leave [within 48 hours]. = 2023-05-26/2023-05-28 range",
        rf"[Ww]ithin (?:the )?(?:(?P<number>(?i:{SMALL})) )?(?P<unit>{UNIT})(?! of\b)",
        read.read_within,
        bare=True,
    ),
)
