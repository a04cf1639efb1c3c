"""Which date phrase dates which deed: the grammar finds the phrases, the parse says what they hang on.

``hanging``  the word a phrase hangs on       "the ministry on Monday *summoned*"
``outlook``  whether it looks ahead or back   "was due on Monday", "will meet on Monday"
``sharing``  whose date a deed may share      "On Monday it *stopped* and *searched* the boat"
``planning`` the day a deed was planned for   "The talks *set for Monday* were called off"
``after``    how far deeds lie apart          "closed the line on Monday, *a week after* the raid"
``dates``    all of it, asked deed by deed
"""

from pourparler.reading.timing.annotator import DateAnnotator
from pourparler.reading.timing.dates import Dates, later_of

__all__ = ["DateAnnotator", "Dates", "later_of"]
