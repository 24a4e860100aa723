"""How alike two words sound, whatever their spelling.

In: two words. Out: a number from 0 to 1. A word becomes a row of sounds, one character each; two
rows are compared by weighted edit distance: what differs only by habits of transliteration (kh and
x, gh and g, a silent h, a y between vowels) costs little, another consonant costs all. The weights
were set by hand from the habits of the languages; nothing is learnt from names of persons.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from watchdesk.text.languages.lists import listed
from watchdesk.text.letters import romanised, vowelless

# Sounds that take two letters get a capital; `c`, `q`, `x` stand for a letter read in several ways.
_GROUPS = dict(
    pair.split(":")
    for pair in listed(
        """schtsch:S shch:S tsch:C sch:S tch:C dzh:j dsch:j dj:j kh:K gh:G sh:S ch:C
        zh:Z ts:T tz:T cz:C dz:D ph:f th:t dh:d ck:k ks:x ou:u oo:u ee:i iy:i yi:i yy:i w:v"""
    )
)
_GROUP = re.compile("|".join(sorted(_GROUPS, key=len, reverse=True)))
_TWICE = re.compile(r"(.)\1+")
_VOWEL_Y = re.compile(r"y(?![aeou])")
_GREEK_SOFT = re.compile("γ(?=[ειυηέίύή])")
_HUSHED = re.compile(r"(?<=[aeiou])h(?=[aeiou])")
VOWELS = frozenset("aeiouy")

_PAIRS = {
    **dict.fromkeys(("iy", "Gg", "qk", "qg", "ck", "xK", "uv"), 0.1),
    **dict.fromkeys(("cs", "cj", "cC", "cT", "jZ", "Kh", "qK", "qG", "xh"), 0.2),
    **dict.fromkeys(("kg", "td", "ou", "ae", "ei", "Kk", "fp"), 0.25),
    **dict.fromkeys(("pb", "ao", "jC", "jy", "jg", "gh", "Gh", "KG", "CS", "vf", "vb", "eo"), 0.35),
    **dict.fromkeys(("Ss", "Zz", "ZS", "CT", "Ts", "Tz", "TD", "Dz", "zs", "xs", "jD", "gy"), 0.4),
    **dict.fromkeys(("ai", "au", "eu", "iu", "oi", "ay", "ey", "oy", "uy"), 0.5),
}
_COST = _PAIRS | {pair[::-1]: cost for pair, cost in _PAIRS.items()}
_VOICELESS = str.maketrans("bdgjD", "ptkCT")
_STEEP = 1.5  # one habit of spelling among five sounds leaves .9
_SOUND = 1.2  # another consonant among five leaves .64: it is another name


class Sounds(NamedTuple):
    """A row of sounds; `bare` marks one from a script without short vowels."""

    row: str
    bare: bool


@lru_cache(maxsize=8192)
def readings(word: str) -> tuple[Sounds, ...]:
    """The ways to read a word: its marks sounded or ignored, an h between vowels too or not."""
    bare = vowelless(word)
    rows = dict.fromkeys(_row(romanised(word, sounded=sounded)) for sounded in (True, False))
    for row in tuple(rows):
        rows[_TWICE.sub(r"\1", _HUSHED.sub("", row))] = None
    for spelt in other_habits(word.lower()):
        rows[_row(romanised(spelt))] = None
    return tuple(Sounds(row, bare) for row in rows)


# Western Armenian gives these letters each other's sounds.
_WESTERN = str.maketrans("բպգկդտձծջճ", "պբկգտդծձճջ")
# Persian, Turkish and Urdu read these letters as s and z.
_EASTERN = str.maketrans("ضظذث", "زززس")
_DIN = re.compile(r"(?<=..)[aeiou]d{1,2}[iey]{1,2}ne?$")
_GERMAN = {ord("ü"): "ue", ord("ö"): "oe", ord("ä"): "ae"}
_HABITS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile("[üöä]"), lambda low: low.translate(_GERMAN)),
    (re.compile("ch"), lambda low: low.replace("ch", "kh")),  # Christos, Achmed
    (re.compile("j"), lambda low: low.replace("j", "y")),  # Jelena, Aleksej, Grigorij
    (re.compile("[ёў]"), lambda low: low.replace("ё", "е").replace("ў", "в")),
    (re.compile("[բպգկդտձծջճ]"), lambda low: low.translate(_WESTERN)),
    (re.compile("[ضظذث]"), lambda low: low.translate(_EASTERN)),
    (_GREEK_SOFT, lambda low: _GREEK_SOFT.sub("g", low)),  # Γιώργος is Yiorgos and Giorgos
    (_DIN, lambda low: _DIN.sub("din", low)),  # Noureddine, Nuruddin
)


def other_habits(low: str) -> Iterator[str]:
    """Other ways to write a word, each by a habit of a language or of its transliteration."""
    for asked, habit in _HABITS:
        if asked.search(low):
            yield habit(low)


def _row(latin: str) -> str:
    spelt = _VOWEL_Y.sub("i", _GROUP.sub(lambda group: _GROUPS[group.group()], latin))
    return _TWICE.sub(r"\1", spelt)


@lru_cache(maxsize=8192)
def alike(first: str, second: str) -> float:
    """How alike two words sound by their closest readings, from 0 to 1."""
    mine, yours = readings(first), readings(second)
    if not {one.row for one in mine}.isdisjoint(other.row for other in yours):
        return 1.0
    return max(_alike(one, other) for one in mine for other in yours)


def _alike(one: Sounds, other: Sounds) -> float:
    if one.row == other.row:
        return 1.0
    longest = max(len(one.row), len(other.row), 1)
    if abs(len(one.row) - len(other.row)) > longest / 2 and not (one.bare or other.bare):
        return 0.0
    silent = one.bare or other.bare
    cost = distance(one.row, other.row, silent=silent)
    return max(0.0, 1.0 - _STEEP * cost / (_weight(one, other) if silent else longest))


def _weight(one: Sounds, other: Sounds) -> float:
    """The length of the longer row, in which vowels that may be missing count for little."""
    return max(
        1.0,
        *(sum(0.5 if sound in VOWELS else 1.0 for sound in row) for row in (one.row, other.row)),
    )


@lru_cache(maxsize=8192)
def voiceless(first: str, second: str) -> float:
    """The same as `alike` where voiced and voiceless sounds are one, as between Armenians."""
    rows = [[one.row.translate(_VOICELESS) for one in readings(word)] for word in (first, second)]
    return max(
        _alike(Sounds(one, bare=False), Sounds(other, bare=False))
        for one in rows[0]
        for other in rows[1]
    )


def distance(one: str, other: str, *, silent: bool = False) -> float:
    """The weighted edit distance of two rows; `silent` lets short vowels come and go."""
    above = [0.0]
    for sound in other:
        above.append(above[-1] + _lost(sound, silent=silent))
    for left in one:
        row = [above[0] + _lost(left, silent=silent)]
        for place, right in enumerate(other):
            swap = 0.0 if left == right else _COST.get(left + right, _SOUND)
            row.append(
                min(
                    above[place] + swap,
                    above[place + 1] + _lost(left, silent=silent),
                    row[place] + _lost(right, silent=silent),
                )
            )
        above = row
    return above[-1]


def _lost(sound: str, *, silent: bool) -> float:
    if sound in "hy":
        return 0.15
    if sound in VOWELS:
        return 0.12 if silent else 0.5
    return _SOUND
