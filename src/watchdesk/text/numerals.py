"""Numbers as printed, in digits or words, read into values.

Words of a text come in, a value and the place behind it go out. What the number counts, and
whether it is a date, is not asked here.
"""

from collections.abc import Sequence
from typing import NamedTuple

from watchdesk.text.languages.language import Numbers
from watchdesk.text.spans import Word
from watchdesk.text.symbols import CODES, CURRENCIES

VULGAR = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅛": 0.125}
_BLANKS = " \u00a0\u202f\u2009'’٬"
_HUNDRED = 100


class Numeral(NamedTuple):
    """A value, the index of the first word behind it, and whether it was printed in digits.

    `scaled` says that a multiplier (million) stood with it, `vague` that only its size is known
    (hundreds: 100 up to 1,000).
    """

    value: float
    behind: int
    digits: bool
    scaled: bool = False
    vague: bool = False


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
        value = _printed(words, at, numbers)
        return None if value is None else _scaled(words, Numeral(value, at + 1, True), numbers)
    if word.text in VULGAR:
        return _scaled(words, Numeral(VULGAR[word.text], at + 1, True), numbers)
    if word.low in numbers.fractions:
        return _fraction(words, at, numbers)
    if word.low in numbers.vague or (at and words[at - 1].low in numbers.several):
        return _vague(words, at, numbers)
    return _spelled(words, at, numbers)


def _printed(words: Sequence[Word], at: int, numbers: Numbers) -> float | None:
    """The value of digits, with what may lack before its point: .001."""
    value = digits_value(words[at].text, numbers.decimal)
    point = words[at - 1] if at else None
    if value is None or point is None or point.text != "." or point.end != words[at].start:
        return value
    led = at > 1 and words[at - 2].end == point.start
    return value if led else value / 10 ** len(words[at].text)


def minus_before(words: Sequence[Word], at: int, numbers: Numbers) -> int:
    """How many words before the number at `at` make it negative: -5, minus 5, minus-5; else 0."""
    if at and words[at - 1].low in numbers.minus:
        return 1
    if not at or words[at - 1].text not in "-−" or words[at - 1].end != words[at].start:
        return 0
    before = words[at - 2] if at > 1 else None
    if before is None:
        return 0
    if before.low in numbers.minus:
        return 2
    apart = before.end < words[at - 1].start and (
        before.text[0].isalpha() and before.text.islower()
    )
    return 1 if apart or before.text in CURRENCIES or before.text == "(" else 0


def hyphens_parted(
    words: Sequence[Word], places: Sequence[int], numbers: Numbers
) -> Sequence[Word]:
    """The words, with numbers at `places` cut off from what is joined to them: five-year."""
    parted: list[Word] = []
    done = 0
    for at in places:
        if "-" in words[at].low:
            parted += words[done:at]
            parted += _pieces(words[at], numbers)
            done = at + 1
    return [*parted, *words[done:]]


def _pieces(word: Word, numbers: Numbers) -> Sequence[Word]:
    """A number word, a hyphen and the rest; or the word as it came."""
    parts, low = word.low.split("-"), word.low
    if low in numbers.words or low in numbers.fractions or len(low) != len(word.text):
        return (word,)
    count = 0
    while count < len(parts) and (
        parts[count] in numbers.words or parts[count] in numbers.multipliers
    ):
        count += 1
    cut = len("-".join(parts[:count]))
    if not cut or count == len(parts) or not parts[count]:
        return (word,)
    start = word.start
    return (
        Word(word.text[:cut], low[:cut], start, start + cut),
        Word("-", "-", start + cut, start + cut + 1),
        Word(word.text[cut + 1 :], low[cut + 1 :], start + cut + 1, word.end),
    )


def _scaled(words: Sequence[Word], found: Numeral, numbers: Numbers) -> Numeral:
    """The number with the multipliers that follow it: 2.5 million, 3 hundred thousand, 2½."""
    value, at, scaled = found.value, found.behind, found.scaled
    if at < len(words) and words[at].text in VULGAR and value == int(value):
        value, at = value + VULGAR[words[at].text], at + 1
    while at < len(words):
        hyphen = (
            at + 1 < len(words) and words[at].text == "-" and words[at].end == words[at + 1].start
        )
        low = words[at + hyphen].low
        by = numbers.multipliers.get(low)
        if by is None or (low in numbers.short and not _shortened(words, at, found, numbers)):
            break
        value, at, scaled = value * by, at + 1 + hyphen, True
        if at < len(words) and words[at].text == "." and _abbreviated(words, at, numbers):
            at += 1
    return Numeral(value, at, found.digits, scaled)


def _shortened(words: Sequence[Word], at: int, found: Numeral, numbers: Numbers) -> bool:
    """Whether a letter right behind a number is short for million, not for metres."""
    if words[at].start != words[at - 1].end or words[at].text == "-":
        return at + 1 < len(words) and words[at + 1].text in CURRENCIES  # 5 M€
    before = words[found.behind - 2].text if found.behind > 1 else ""
    if words[at].text != "m" or before in CURRENCIES or before in CODES:
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or not (after.text in "-(" or after.low in numbers.lengths)


def _abbreviated(words: Sequence[Word], at: int, numbers: Numbers) -> bool:
    """Whether a full stop follows its word at once and more of the sentence follows it."""
    before = words[at - 1]
    if words[at].start != before.end or len(before.text) > 4 or at + 1 >= len(words):
        return False
    return before.low in numbers.clipped or not (
        words[at + 1].text[0].isupper() or before.text.isascii()
    )


def _fraction(words: Sequence[Word], at: int, numbers: Numbers) -> Numeral | None:
    """Half of, two-thirds, half a million; a bare "third" or "quarter" is no number."""
    value, behind = numbers.fractions[words[at].low], at + 1
    low = words[behind].low if behind < len(words) else ""
    if low in numbers.articles and behind + 1 < len(words):
        by = numbers.multipliers.get(words[behind + 1].low)
        if by:
            return Numeral(value * by, behind + 2, False, True)
    before = words[at - 1].low if at else ""
    led = before in numbers.articles
    halved = words[at].low in numbers.halves and before not in numbers.not_before
    parted = low in numbers.of or (halved and not numbers.of)
    if "-" in words[at].low or ((led or halved) and parted):
        return Numeral(value, behind, False)
    return None


def _vague(words: Sequence[Word], at: int, numbers: Numbers) -> Numeral | None:
    """A size that stands for a number: hundreds, tens of thousands, several hundred."""
    low = words[at].low
    several = at > 0 and words[at - 1].low in numbers.several and low not in numbers.short
    value = numbers.vague.get(low) or (several and numbers.multipliers.get(low))
    if not value:
        return _spelled(words, at, numbers)
    place = at + 1
    while place < len(words):
        skip = place + 1 < len(words) and words[place].low in numbers.of
        size = words[place + skip].low
        by = numbers.vague.get(size) or numbers.multipliers.get(size)
        if by is None or size in numbers.short:
            break
        value, place = value * by, place + 1 + skip
    return Numeral(value, place, False, True, True)


def _spelled(words: Sequence[Word], at: int, numbers: Numbers) -> Numeral | None:
    """A number in words: "two hundred and fifty thousand"."""
    total, current, last, place, scaled = 0.0, 0.0, 0.0, at, False
    while place < len(words):
        value = _addend(words[place].low, current, last, numbers)
        by = numbers.multipliers.get(words[place].low)
        if value is not None:
            current, last = current + value, value
        elif by and (current or place > at or _alone(words, at, numbers)):
            total, current = _raised(total, current, by, last)
            last, scaled = by, True
        elif not (
            words[place].low in numbers.joiners and last >= 20 and _goes_on(words, place, numbers)
        ):
            break
        place += 1
    if place == at:
        return None
    return _divided(words, Numeral(total + current, place, False, scaled), numbers)


def _addend(low: str, current: float, last: float, numbers: Numbers) -> float | None:
    """What a word adds to the number before it, or None where it adds nothing."""
    tens = numbers.tens_last.get(low)
    if tens:
        return tens if 0 < last < 10 else None
    value = _parts(low, numbers)
    return value if value is not None and _fits(current, value) else None


def _raised(total: float, current: float, by: float, last: float) -> tuple[float, float]:
    """The thousands so far and what stands behind them, after a multiplier."""
    if by < 1000:
        return total, (current or 1) * by
    if total and not current and by > last:
        return total * by, 0.0  # five thousand million
    return total + (current or 1) * by, 0.0


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
