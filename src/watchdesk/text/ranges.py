"""Two numbers that are the ends of one: 5–10, between 5 and 10, from 40 down to 30.

Words of a text and its first number come in, the ends go out in their order of size. A score
("3-1") is no range, nor are a difference and what it led to ("rose by $2 to $9").
"""

from collections.abc import Sequence
from typing import NamedTuple

from watchdesk.text.languages.language import Language
from watchdesk.text.no_figures import is_rank
from watchdesk.text.numerals import Numeral, numeral
from watchdesk.text.spans import Word
from watchdesk.text.symbols import CODES, CURRENCIES, DOLLARS
from watchdesk.text.units import Unit, unit_before, unit_behind

_DASHES = "-–—−‑"
_LEAD = 4


class Range(NamedTuple):
    """The ends, the second number as printed, and whether "from" stood before the first."""

    low: float
    high: float
    last: Numeral
    started: bool


def range_at(words: Sequence[Word], at: int, here: Numeral, language: Language) -> Range | None:
    """The range that begins with the number at `at`, or None."""
    unit = unit_behind(words, here, language)
    second = _second(words, here.behind if unit is None else unit.behind, at, language)
    if second is None and unit is not None:
        second = _second(words, here.behind, at, language)
    started = _led(words, at, language.numbers.starts)
    if second is None and started:  # from 10 houses to 5
        second = _second(words, here.behind + 1, at, language)
    if second is None:
        return None
    place, last = second
    money = unit_before(words, at, language), unit_before(words, place, language)
    if not _one_unit(money, (unit, unit_behind(words, last, language))):
        return None
    if all(money) and _led(words, at, language.numbers.steps):
        return None
    low = here.value if here.scaled else _scaled_low(words, place, here, last, language)
    if low < last.value:
        return Range(low, last.value, last, started)
    return Range(last.value, low, last, True) if started and low > last.value else None


def score_behind(words: Sequence[Word], here: Numeral) -> int:
    """The place behind a score whose first number is `here`, else 0."""
    at = here.behind
    glued = at + 1 < len(words) and words[at].text in _DASHES and here.digits
    if glued and words[at].start == words[at - 1].end and words[at + 1].text[0].isdecimal():
        return at + 2
    return 0


def _second(
    words: Sequence[Word], behind: int, at: int, language: Language
) -> tuple[int, Numeral] | None:
    """The second number, with its place; `behind` is where its joiner must stand."""
    numbers = language.numbers
    place = _joined(words, behind, at, language)
    while place and place < len(words) and _money(words, place):
        place += 1
    if not place or place >= len(words):
        return None
    second = numeral(words, place, numbers)
    if second is None or second.vague or is_rank(words, second.behind, language):
        return None
    return place, second


def _joined(words: Sequence[Word], behind: int, at: int, language: Language) -> int:
    """The place behind the joiner of two ends, else 0."""
    numbers = language.numbers
    if behind + 1 >= len(words):
        return 0
    joiner = words[behind]
    if joiner.text in _DASHES:
        return behind + 1
    if joiner.low in numbers.leaps and words[behind + 1].low in numbers.between:
        return behind + 2  # from 5 up to 10
    if joiner.low not in numbers.between:
        return 0
    opened = joiner.low not in numbers.joiners or _led(words, at, numbers.openers)
    return behind + 1 if opened else 0


def _led(words: Sequence[Word], at: int, openers: frozenset[str]) -> bool:
    """Whether one of `openers` stands a few words before the number at `at`."""
    return any(word.low in openers for word in words[max(0, at - _LEAD) : at])


def _money(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    if word.text in CURRENCIES or word.text in CODES:
        return True
    return word.low in DOLLARS and place + 1 < len(words) and words[place + 1].text == "$"


def _one_unit(
    money: tuple[Unit | None, Unit | None], units: tuple[Unit | None, Unit | None]
) -> bool:
    """Whether both ends can have one unit: what one lacks, the other gives."""
    names = [one.name.partition(" per ")[0] for one in (*money, *units) if one]
    return len(set(names)) < 2


def _scaled_low(
    words: Sequence[Word], place: int, here: Numeral, last: Numeral, language: Language
) -> float:
    """The first end with the multiplier of the second: $2 to $3 million, not $200 to $4 million."""
    alone = numeral(words[place : place + 1], 0, language.numbers)
    printed = (alone.value if alone else 0.0) or 1.0
    scaled = here.value * (last.value / printed)
    return scaled if scaled < last.value or here.value >= last.value else here.value
