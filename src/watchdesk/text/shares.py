"""A part of a whole, read into one number: one in five, 3 out of 4, 1/16 of.

Words of a text and the place of a number come in, its value goes out, or none where the two numbers
are something else (a date, a place in a list, "two in five days").
"""

from collections.abc import Sequence

from watchdesk.text.languages.language import Language
from watchdesk.text.numerals import Numeral, numeral
from watchdesk.text.spans import Word
from watchdesk.text.units import unit_behind

_SMALL = 10
_ROUND = (12, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000)


def share_at(words: Sequence[Word], at: int, language: Language) -> Numeral | None:
    """The share whose first number stands at `at`."""
    if at + 2 >= len(words):
        return None
    if words[at + 1].text in "/⁄":
        return _slashed(words, at, language)
    link, size = words[at + 1].low, 1
    if f"{link} {words[at + 2].low}" in language.numbers.ratios:
        size = 2
    elif link not in language.numbers.ratios:
        return None
    place = at + 1 + size
    part = numeral(words[at : at + 1], 0, language.numbers)
    whole = numeral(words, place, language.numbers) if place < len(words) else None
    if part is None or whole is None or not _proper(part.value, whole.value):
        return None
    if size == 1 and unit_behind(words, whole, language):
        return None
    return Numeral(part.value / whole.value, whole.behind, False)


def _proper(part: float, whole: float) -> bool:
    """Whether people speak of such a share, so that it is no count of a list or a vote."""
    if not 0 < part < whole or part > _SMALL or part != int(part):
        return False
    return whole <= _SMALL or (whole in _ROUND and part < _SMALL)


def _slashed(words: Sequence[Word], at: int, language: Language) -> Numeral | None:
    """1/16 of, 3/4 inch; two numbers with a slash and no such word may be a date."""
    upper, lower = words[at].text, words[at + 2].text
    if not (upper.isdecimal() and lower.isdecimal() and len(lower) < 4):
        return None
    if words[at + 1].end != words[at + 2].start or not 0 < int(upper) < int(lower):
        return None
    value = Numeral(int(upper) / int(lower), at + 3, False)
    of = at + 3 < len(words) and words[at + 3].low in language.numbers.of
    return value if of or unit_behind(words, value, language) else None
