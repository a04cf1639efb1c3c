"""When two spellings are one person: transliteration, order of names, initials, marks above letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from pourparler.ledger.linking.tables import rows

#: What transliterations trade for each other, longest first.
_SOUND = {row["written"]: row["heard"] for row in rows("sounds")}
_GROUPS = re.compile("|".join(sorted(_SOUND, key=lambda written: (-len(written), written))))
_LATIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
#: The forms of a given name in different tongues, each with the first of its row.
_TONGUES = {form: row["forms"].split(";")[0] for row in rows("given_names") for form in row["forms"].split(";")}
_PARTICLES = frozenset({"al", "el", "ul", "bin", "ibn", "ben", "von", "van", "de", "da", "di", "der", "dos", "bint"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@lru_cache(maxsize=65536)
def parts_of(name: str) -> tuple[str, ...]:
    """The parts of a name, in plain small letters, particles and "Jr" left out.

    >>> parts_of("José al-Qassim Jr."), parts_of("Kim Jong-un")
    (('jose', 'qassim'), ('kim', 'jong', 'un'))
    """
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LATIN))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.sub(r"[’'ʻʼ`]", "", letters)
    found = [word for word in re.findall(r"\w+", words) if word not in _SUFFIXES]
    return tuple(word for word in found if word not in _PARTICLES or word is found[-1])


@lru_cache(maxsize=65536)
def sound(part: str) -> str:
    """How a part of a name is heard: what transliterations trade is one letter, double letters are single.

    >>> sound("zelenskyy") == sound("zelensky") == sound("zelenskiy"), sound("chang") == sound("zhang")
    (True, False)
    """
    return re.sub(r"(.)\1+", r"\1", _GROUPS.sub(lambda found: _SOUND[found[0]], part))


@lru_cache(maxsize=65536)
def one_person(one: str, other: str) -> str | None:
    """Why two full names may be one person's, None where they may not; a surname alone is nobody's.

    >>> one_person("Li Shangfu", "Shangfu Li")
    'the same names in another order'
    >>> one_person("Kim Jong Un", "Kim Yo Jong") is None
    True
    """
    first, second = parts_of(one), parts_of(other)
    if min(len(first), len(second)) < 2:
        return None
    if first == second or "".join(first) == "".join(second):
        return "the same letters"
    if sorted(first) == sorted(second):
        return "the same names in another order"
    for way, names in (("", second), (" in another order", (*second[1:], second[0]))):
        if why := _pairwise(first, names) or _pairwise(names, first):
            return why + way
    return None


def _pairwise(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """Given name against given name and surname against surname; what stands between may be left out."""
    family = _alike(one[-1], other[-1], strict=True)
    given = _alike(one[0], other[0], strict=False)
    if not family or not given or not _middle_fits(one[1:-1], other[1:-1]):
        return None
    return max(family, given, key=lambda why: _SURE.index(why))


#: From the surest to the least.
_SURE = ("the same letters", "transliterated otherwise", "in another tongue", "an initial", "a letter apart")


def _alike(one: str, other: str, *, strict: bool) -> str | None:
    if one == other:
        return _SURE[0]
    if not strict and min(len(one), len(other)) == 1 and one[0] == other[0]:
        return _SURE[3]
    if not strict and one in _TONGUES and _TONGUES[one] == _TONGUES.get(other):
        return _SURE[2]
    if sound(one) == sound(other) and min(len(one), len(other)) > 2:
        return _SURE[1]
    long = min(len(one), len(other)) >= (7 if strict else 5)
    if long and one[0] == other[0] and DamerauLevenshtein.distance(sound(one), sound(other), score_cutoff=1) == 1:
        return _SURE[4]
    return None


def _middle_fits(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Middle names agree, or one name has none; "Jong" against "Yo" is another person."""
    if not one or not other:
        return not (one or other) or len(one + other) == 1
    return any(_alike(a, b, strict=False) for a in one for b in other)


@lru_cache(maxsize=65536)
def share_a_surname(one: str, other: str) -> bool:
    """Whether two names begin or end alike, so that they need not be two people's: "Yorgos Lemonis", "G. Lemonis".

    >>> share_a_surname("Li Shangfu", "Li Qiang"), share_a_surname("Li Shangfu", "Wei Fenghe")
    (True, False)
    """
    first, second = parts_of(one), parts_of(other)
    return bool(first and second) and (sound(first[0]) == sound(second[0]) or sound(first[-1]) == sound(second[-1]))


def may_be_one(one: str, other: str) -> bool:
    """Whether two names leave it open that one person bears them: a surname alone fits whoever has it."""
    if one == other or one_person(one, other):
        return True
    short, long = sorted((parts_of(one), parts_of(other)), key=len)
    return len(short) == 1 and any(sound(short[0]) == sound(part) for part in (long[:1] + long[-1:]))


@lru_cache(maxsize=65536)
def sound_of(name: str) -> frozenset[str]:
    """Keys of which two spellings of one name share at least one: how each part begins to sound, and its initial."""
    return frozenset(sound(part)[:2] for part in parts_of(name) if len(part) > 1)
