"""Whether a text is English, and if surely not, what it is."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pourparler.errors import UnknownLanguage

_WINDOW = 3000
_GLANCE = 800
_LEAST_LETTERS = 60
_SURE = 0.95
_FUNCTION_WORDS = """
the of to and in a that is was on for with as by at from it he his said has have an be are were which this not
but they their or its who will would had been after about
"""
_ENGLISH = frozenset(_FUNCTION_WORDS.split())
_MARKS = frozenset(("the", "of", "and", "to"))
_CODES = """
af Afrikaans, am Amharic, an Aragonese, ar Arabic, as Assamese, az Azerbaijani, be Belarusian, bg Bulgarian, bn
Bengali, br Breton, bs Bosnian, ca Catalan, cs Czech, cy Welsh, da Danish, de German, dz Dzongkha, el Greek, en
English, eo Esperanto, es Spanish, et Estonian, eu Basque, fa Persian, fi Finnish, fo Faroese, fr French, ga
Irish, gl Galician, gu Gujarati, he Hebrew, hi Hindi, hr Croatian, ht Haitian Creole, hu Hungarian, hy Armenian,
id Indonesian, is Icelandic, it Italian, ja Japanese, jv Javanese, ka Georgian, kk Kazakh, km Khmer, kn Kannada,
ko Korean, ku Kurdish, ky Kyrgyz, la Latin, lb Luxembourgish, lo Lao, lt Lithuanian, lv Latvian, mg Malagasy, mk
Macedonian, ml Malayalam, mn Mongolian, mr Marathi, ms Malay, mt Maltese, nb Norwegian, ne Nepali, nl Dutch, nn
Norwegian, no Norwegian, oc Occitan, or Odia, pa Punjabi, pl Polish, ps Pashto, pt Portuguese, qu Quechua, ro
Romanian, ru Russian, rw Kinyarwanda, se Northern Sami, si Sinhala, sk Slovak, sl Slovenian, sq Albanian, sr
Serbian, sv Swedish, sw Swahili, ta Tamil, te Telugu, th Thai, tl Tagalog, tr Turkish, ug Uyghur, uk Ukrainian,
ur Urdu, vi Vietnamese, vo Volapük, wa Walloon, xh Xhosa, zh Chinese, zu Zulu
"""
_NAMES = dict(entry.split(maxsplit=1) for entry in " ".join(_CODES.split()).split(","))


def check_language(text: str) -> None:
    """Raise UnknownLanguage where the text is surely not English; short and doubtful texts pass."""
    sample = text[:_WINDOW]
    if _is_plainly_english(text[:_GLANCE]) or sum(map(str.isalpha, sample)) < _LEAST_LETTERS * (
        0.3 if not sample.isascii() else 1
    ):
        return
    code, sureness = _identifier().classify(sample)
    if code != "en" and sureness >= _SURE:
        raise UnknownLanguage(f"the text is in {_NAMES.get(code, code)}; Pourparler reads English")


def _is_plainly_english(sample: str) -> bool:
    """English news has a function word in every three; no other language has one of these in four."""
    words = re.findall(r"[^\W\d_]+", sample.lower())
    return (
        len(words) >= 8 and sum(word in _ENGLISH for word in words) > 0.25 * len(words) and not _MARKS.isdisjoint(words)
    )


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a third of a second, needed for odd texts only

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
