"""Whether two spellings can name one person, across scripts, orders and habits.

In: two names. Out: a number from 0 to 1; from .9 on they may be proposed as one, from .7 on asked
about. The worst pair of words decides, so that a shared surname never carries a match; another
ending of the surname (-yan, -ov, -li) makes another person. It proposes; it never merges.
"""

from functools import lru_cache
from itertools import permutations

from watchdesk.text.given_names import apart, translated
from watchdesk.text.letters import romanised, vowelless
from watchdesk.text.name_endings import ending, ends_apart, written
from watchdesk.text.name_parts import NamePart, name_parts
from watchdesk.text.sounds import alike, readings, voiceless

_INITIAL_SCORE = 0.9
_OTHER_NAME = 0.55
_MIDDLE, _OUTER, _ORDER = 0.04, 0.28, 0.04
_VOICE = 0.04
_SWAPPED = 0.4


def similarity(a: str, b: str) -> float:
    """How well two spellings fit one person, 0 to 1; the same for (a, b) and (b, a)."""
    first, second = sorted((name_parts(a), name_parts(b)), key=len)
    if not first:
        return 0.0
    score = max(_aligned(first, second), _joined(first, second))
    return round(max(0.0, min(1.0, score)), 4)


def _joined(first: tuple[NamePart, ...], second: tuple[NamePart, ...]) -> float:
    """The score of names that only part their words differently (Ter Petrosyan, Terpetrosyan)."""
    if len(first) == len(second):
        return 0.0
    one = "".join(romanised(word.text) for word in first)
    other = "".join(romanised(word.text) for word in second)
    score = alike(one, other)
    return score - 0.02 if score >= 0.95 else 0.0


def _aligned(first: tuple[NamePart, ...], second: tuple[NamePart, ...]) -> float:
    """The score of the best alignment of words: its worst pair, less what is left over."""
    return max(
        _score(first, second, chosen) for chosen in permutations(range(len(second)), len(first))
    )


def _score(
    first: tuple[NamePart, ...], second: tuple[NamePart, ...], chosen: tuple[int, ...]
) -> float:
    last = len(second) - 1
    scores = [_pair(one.text, second[place].text) for one, place in zip(first, chosen, strict=True)]
    score = 0.8 * min(scores) + 0.2 * sum(scores) / len(scores)
    left = [place for place in range(len(second)) if place not in chosen]
    score -= sum(_missing(second, place, last) for place in left)
    if list(chosen) != sorted(chosen):
        score -= _ORDER
    initials = [
        place for one, place in zip(first, chosen, strict=True)
        if len(one.text) == len(second[place].text) == 1
    ]  # fmt: skip
    return score - (_SWAPPED if initials != sorted(initials) else 0.0)


def _missing(words: tuple[NamePart, ...], place: int, last: int) -> float:
    """What it costs that a word of the longer name is missing in the shorter."""
    if words[place].extra or 0 < place < last:
        return _MIDDLE
    return _OUTER


@lru_cache(maxsize=16384)
def _pair(one: str, other: str) -> float:
    """How well two words of names fit each other."""
    if len(one) == 1 or len(other) == 1:
        return _initial(one, other)
    if translated(one) & translated(other):
        return 0.97
    whole = alike(one, other)
    if whole > _OTHER_NAME and (apart(one, other) or ends_apart(one, other)):
        return _OTHER_NAME
    return _by_ending(one, other, whole)


def _initial(one: str, other: str) -> float:
    mine, yours = readings(one)[0].row[:1], readings(other)[0].row[:1]
    return _INITIAL_SCORE if mine and mine == yours else 0.0


def _by_ending(one: str, other: str, whole: float) -> float:
    """Surnames: the endings first, then the stems before them."""
    mine, yours = ending(written(one)), ending(written(other))
    if vowelless(one) or vowelless(other) or not (mine[1] and yours[1]):
        return whole
    if mine[1] != yours[1]:
        return min(whole, _OTHER_NAME)
    if translated(mine[0]) & translated(yours[0]):
        return 0.97
    if apart(mine[0], yours[0]):
        return min(whole, _OTHER_NAME)
    if mine[1] in ("dze", "shvili") and mine[0][-1] != yours[0][-1]:
        return min(whole, _OTHER_NAME)
    stems = alike(mine[0], yours[0])
    if mine[1] == "yan":
        return max(min(whole, stems), voiceless(mine[0], yours[0]) - _VOICE)
    return min(whole, stems)
