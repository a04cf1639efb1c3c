"""Attribution: who says what, through whom.

The unit is a *cue* (said, denied, according to) with its source and its content, as in PARC (Pareti 2016); the parse
finds source and content, quotation marks correct the content's ends.
"""

from pourparler.reading.attribution.annotator import AttributionAnnotator
from pourparler.reading.attribution.drafts import NAMING, names_a_source, words_of

__all__ = ["NAMING", "AttributionAnnotator", "names_a_source", "words_of"]
