"""Which date phrase dates which deed: the grammar finds the phrases, the parse says what they hang on.

``hanging``  the word a phrase hangs on       "the ministry on Monday *summoned*"
``outlook``  whether it looks ahead or back   "was due on Monday", "will meet on Monday"
``sharing``  whose date a deed may share      "On Monday it *stopped* and *searched* the boat"
``dates``    all of it, asked deed by deed
"""

from pourparler.reading.timing.annotator import DateAnnotator
from pourparler.reading.timing.dates import Dates

__all__ = ["DateAnnotator", "Dates"]
