"""How alike two words sound, whatever their spelling.

In: two words. Out: a number from 0 to 1. A word becomes a row of sounds, one character each; two
rows are compared by weighted edit distance: what differs only by habits of transliteration (kh and
x, gh and g, a silent h, a y between vowels) costs little, another consonant costs all. The weights
were set by hand from the habits of the languages; nothing is learnt from names of persons.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from watchdesk.text.languages.language import listed
from watchdesk.text.letters import romanised, vowelless

# Sounds that take two letters get a capital; `c`, `q`, `x` stand for a letter read in several ways.
_GROUPS = dict(
    pair.split(":")
    for pair in listed(
        """shch:S tsch:C sch:S tch:C dzh:j dsch:j dj:j kh:K gh:G sh:S ch:C zh:Z ts:T tz:T cz:C dz:D
        ph:f th:t dh:d ck:k ks:x ou:u oo:u ee:i iy:i yi:i yy:i w:v"""
    )
)
_GROUP = re.compile("|".join(sorted(_GROUPS, key=len, reverse=True)))
_TWICE = re.compile(r"(.)\1+")
_VOWEL_Y = re.compile(r"y(?![aeou])")
_HUSHED = re.compile(r"(?<=[aeiou])h(?=[aeiou])")
VOWELS = frozenset("aeiouy")

_PAIRS = {
    **dict.fromkeys(("iy", "Gg", "qk", "qg", "ck", "xK", "uv"), 0.1),
    **dict.fromkeys(("cs", "cj", "cC", "cT", "jZ", "Kh", "qK", "qG", "xh"), 0.2),
    **dict.fromkeys(("kg", "td", "ou", "ae", "ei", "Kk", "fp"), 0.25),
    **dict.fromkeys(("pb", "ao", "jC", "jy", "gh", "Gh", "KG", "CS", "vf", "vb", "eo"), 0.35),
    **dict.fromkeys(("Ss", "Zz", "ZS", "CT", "Ts", "Tz", "TD", "Dz", "zs", "xs", "jD", "gy"), 0.4),
    **dict.fromkeys(("ai", "au", "eu", "iu", "oi", "ay", "ey", "oy", "uy"), 0.5),
}
_COST = _PAIRS | {pair[::-1]: cost for pair, cost in _PAIRS.items()}
_STEEP = 1.5  # a whole sound lost among five leaves .7, one habit of spelling leaves .9


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
    low = word.lower()
    if "ü" in low or "ö" in low or "ä" in low:
        spelt = low.replace("ü", "ue").replace("ö", "oe").replace("ä", "ae")
        rows[_row(romanised(spelt))] = None
    if any(letter in low for letter in "əğışç"):
        turkic = low.replace("x", "kh").replace("q", "g").replace("c", "j")
        rows[_row(romanised(turkic))] = None
    return tuple(Sounds(row, bare) for row in rows)


def _row(latin: str) -> str:
    spelt = _VOWEL_Y.sub("i", _GROUP.sub(lambda group: _GROUPS[group.group()], latin))
    return _TWICE.sub(r"\1", spelt)


@lru_cache(maxsize=8192)
def alike(first: str, second: str) -> float:
    """How alike two words sound by their closest readings, from 0 to 1."""
    return max(_alike(one, other) for one in readings(first) for other in readings(second))


def _alike(one: Sounds, other: Sounds) -> float:
    if one.row == other.row:
        return 1.0
    longest = max(len(one.row), len(other.row), 1)
    if abs(len(one.row) - len(other.row)) > longest / 2 and not (one.bare or other.bare):
        return 0.0
    cost = distance(one.row, other.row, silent=one.bare or other.bare)
    return max(0.0, 1.0 - _STEEP * cost / longest)


def distance(one: str, other: str, *, silent: bool = False) -> float:
    """The weighted edit distance of two rows; `silent` lets short vowels come and go."""
    above = [0.0]
    for sound in other:
        above.append(above[-1] + _lost(sound, silent=silent))
    for left in one:
        row = [above[0] + _lost(left, silent=silent)]
        for place, right in enumerate(other):
            swap = 0.0 if left == right else _COST.get(left + right, 1.0)
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
    return 1.0
