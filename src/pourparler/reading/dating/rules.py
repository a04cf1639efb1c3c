"""All rules, in the order in which they are tried at one place."""

from pourparler.reading.dating.rules_days import CLOCKS, DAYS, PARTS_OF_DAY
from pourparler.reading.dating.rules_periods import PERIODS

RULES = (*CLOCKS, *DAYS, *PERIODS, *PARTS_OF_DAY)
