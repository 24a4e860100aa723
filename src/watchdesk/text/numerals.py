"""Numbers as printed, in digits or words, read into values.

Words of a text come in, a value and the place behind it go out. What the number counts, and
whether it is a date, is not asked here.
"""

from collections.abc import Sequence
from typing import NamedTuple

from watchdesk.text.languages.language import Numbers
from watchdesk.text.spans import Word

_BLANKS = " \u00a0\u202f\u2009'’٬"
_HUNDRED = 100


class Numeral(NamedTuple):
    """A value, the index of the first word behind it, and whether it was printed in digits.

    `scaled` says that a multiplier (million) stood with it.
    """

    value: float
    behind: int
    digits: bool
    scaled: bool = False


def digits_value(printed: str, decimal: str) -> float | None:
    """The value of digits with separators; None where they make no number ("10.30.2024")."""
    plain = "".join(char for char in printed if char not in _BLANKS).replace("٫", ".")
    other = "," if decimal == "." else "."
    if plain.count(other) == 1 and not _grouped(plain, other):
        plain = plain.replace(other, ".") if decimal not in plain else ""
    elif other in plain:
        plain = plain.replace(other, "") if _grouped(plain, other) else ""
        plain = plain.replace(decimal, ".")
    elif plain.count(decimal) > 1:
        plain = plain.replace(decimal, "") if _grouped(plain, decimal) else ""
    else:
        plain = plain.replace(decimal, ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _grouped(plain: str, mark: str) -> bool:
    """Whether `mark` parts groups of three digits, the first of one to three."""
    whole = plain.partition("." if mark == "," else ",")[0]
    first, *rest = whole.split(mark)
    return 1 <= len(first) <= 3 and bool(rest) and all(len(one) == 3 for one in rest)


def numeral(words: Sequence[Word], at: int, numbers: Numbers) -> Numeral | None:
    """The number that begins at word `at`, or None."""
    word = words[at]
    if word.text[0].isdecimal():
        value = digits_value(word.text, numbers.decimal)
        return None if value is None else _scaled(words, Numeral(value, at + 1, True), numbers)
    if word.low in numbers.fractions:
        return _fraction(words, at, numbers)
    return _spelled(words, at, numbers)


def _scaled(words: Sequence[Word], found: Numeral, numbers: Numbers) -> Numeral:
    """The number with the multipliers that follow it: 2.5 million, 3 hundred thousand."""
    value, at, scaled = found.value, found.behind, found.scaled
    while at < len(words):
        low = words[at].low
        by = numbers.multipliers.get(low)
        if by is None or (low in numbers.short and words[at].start != words[at - 1].end):
            break
        value, at, scaled = value * by, at + 1, True
        if at < len(words) and words[at].text == "." and len(low) <= 4 and _abbreviated(words, at):
            at += 1
    return Numeral(value, at, found.digits, scaled)


def _abbreviated(words: Sequence[Word], at: int) -> bool:
    """Whether a full stop follows its word at once and more of the sentence follows it."""
    return (
        words[at].start == words[at - 1].end
        and at + 1 < len(words)
        and not words[at + 1].text[0].isupper()
        and not words[at - 1].text.isascii()
    )


def _fraction(words: Sequence[Word], at: int, numbers: Numbers) -> Numeral | None:
    """A half, two-thirds, half a million; a bare "third" or "quarter" is no number."""
    value, behind = numbers.fractions[words[at].low], at + 1
    low = words[behind].low if behind < len(words) else ""
    if low in numbers.articles and behind + 1 < len(words):
        by = numbers.multipliers.get(words[behind + 1].low)
        if by:
            return Numeral(value * by, behind + 2, False, True)
    led = at > 0 and words[at - 1].low in numbers.articles
    if "-" in words[at].low or (led and low in numbers.of):
        return Numeral(value, behind, False)
    return None


def _spelled(words: Sequence[Word], at: int, numbers: Numbers) -> Numeral | None:
    """A number in words: "two hundred and fifty thousand"."""
    total, current, last, place, scaled = 0.0, 0.0, 0.0, at, False
    while place < len(words):
        value = _parts(words[place].low, numbers)
        by = numbers.multipliers.get(words[place].low)
        if value is not None and _fits(current, value):
            current, last = current + value, value
        elif by and (current or place > at or _alone(words, at, numbers)):
            if by >= 1000:
                total, current = total + (current or 1) * by, 0.0
            else:
                current = (current or 1) * by
            last, scaled = by, True
        elif not (
            words[place].low in numbers.joiners and last >= 20 and _goes_on(words, place, numbers)
        ):
            break
        place += 1
    if place == at:
        return None
    return _divided(words, Numeral(total + current, place, False, scaled), numbers)


def _divided(words: Sequence[Word], found: Numeral, numbers: Numbers) -> Numeral:
    """Two thirds: a small number before the plural of a fraction."""
    part = numbers.fractions.get(words[found.behind].low) if found.behind < len(words) else None
    if part and found.value < 10:
        return Numeral(found.value * part, found.behind + 1, False)
    return found


def _parts(low: str, numbers: Numbers) -> float | None:
    """The value of one word, or of words joined by hyphens ("twenty-five")."""
    value = numbers.words.get(low)
    if value is not None or "-" not in low:
        return value
    parts = [numbers.words.get(part) for part in low.split("-")]
    if len(parts) == 2 and parts[0] and parts[1] and _fits(parts[0], parts[1]):
        return parts[0] + parts[1]
    return None


def _fits(current: float, value: float) -> bool:
    """Whether `value` may be added: twenty five, never two three."""
    if not current:
        return True
    size = 10 if value < 10 else _HUNDRED if value < _HUNDRED else 1000
    return current >= 20 and current % size == 0 and value > 0


def _alone(words: Sequence[Word], at: int, numbers: Numbers) -> bool:
    """Whether a multiplier at `at` is a number by itself: "mille", "a million"."""
    if words[at].low in numbers.alone:
        return True
    return at > 0 and words[at - 1].low in numbers.articles


def _goes_on(words: Sequence[Word], place: int, numbers: Numbers) -> bool:
    """Whether a small number follows the joiner at `place`: a hundred and five."""
    if place + 1 >= len(words):
        return False
    value = _parts(words[place + 1].low, numbers)
    return value is not None and value < _HUNDRED
