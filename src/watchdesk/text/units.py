"""What is measured by a number: money, lengths, times, and rates such as km/h.

Words of a text and the place of a number come in, names of units go out: ISO 4217 codes, English
names in the singular ("square metre"), rates as "USD per barrel". Nothing is converted.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from watchdesk.text.languages.language import Language
from watchdesk.text.numerals import Numeral
from watchdesk.text.spans import Word
from watchdesk.text.symbols import CODES, CURRENCIES, DOLLARS, PER, SIGNS, SYMBOLS

_SPANS_OF_LIFE = ("year", "month", "week", "day")
_SPACED = ("us", "hk", "nz", "ca")  # may stand apart from their dollar sign: US $5
# Names that several countries give to their money; alone they mean the best known one.
_SHARED = ("USD", "GBP", "CHF", "INR", "TRY", "pound")


class Unit(NamedTuple):
    """A unit's name, the word where it begins and the one behind it."""

    name: str
    at: int
    behind: int


def unit_before(words: Sequence[Word], at: int, language: Language) -> Unit | None:
    """Money or a share printed before its number: $5, EUR 5, %5, "yüzde 5"."""
    if not at:
        return None
    before = words[at - 1]
    if before.low in language.units_before:
        return Unit(language.units_before[before.low], at - 1, at)
    if before.text == "%" and before.end == words[at].start:
        apart = at < 2 or words[at - 2].end < before.start
        return Unit("percent", at - 1, at) if apart else None
    return currency_before(words, at)


def currency_before(words: Sequence[Word], at: int) -> Unit | None:
    """Money printed before its number: $5, US$ 5, $US5, EUR 5."""
    if not at:
        return None
    sign, before = words[at - 1], words[at - 2] if at > 1 else None
    if sign.text in "-−" and before and before.text in CURRENCIES:
        return currency_before(words, at - 1)
    if sign.text in CURRENCIES:
        return _signed(sign, before, at)
    if before and before.text == "$" and sign.low in DOLLARS and before.end == sign.start:
        return Unit(DOLLARS[sign.low], at - 2, at)
    if sign.text == "." and before and before.text == "Rs":
        return Unit("INR", at - 2, at)
    if sign.text in CODES:
        return Unit(CODES[sign.text], at - 1, at)
    return None


def _signed(sign: Word, before: Word | None, at: int) -> Unit:
    """A sign of money, with the letters before it that say whose dollar it is."""
    prefix = before.low if before and sign.text == "$" else ""
    if before and prefix in DOLLARS and (before.end == sign.start or prefix in _SPACED):
        return Unit(DOLLARS[prefix], at - 2, at)
    return Unit(CURRENCIES[sign.text], at - 1, at)


def unit_behind(words: Sequence[Word], number: Numeral, language: Language) -> Unit | None:
    """The unit behind a number: 5 %, 5 km/h, 5 US dollars, 34-year-old."""
    at = number.behind
    if at < len(words) and words[at].low in language.numbers.of:
        at += 1
    if at + 1 < len(words) and words[at].text in "-‑":
        at += 1
    if at >= len(words):
        return None
    found = _named(words, at, language) or _foreign_money(words, at, language)
    return rate(words, found, language) if found else None


def rate(words: Sequence[Word], base: Unit, language: Language) -> Unit:
    """The unit with what it goes by: $ a barrel, km/h, tonnes per hectare; else as it came."""
    at = base.behind
    if at + 1 >= len(words):
        return base
    link, after = words[at], words[at + 1]
    if link.text == "/" and link.end == after.start:
        by = PER.get(after.text) or (_plain(words, at + 1, language) or base).name
        return base if by == base.name else Unit(f"{base.name} per {by}", base.at, at + 2)
    if link.low not in language.numbers.per:
        return base
    other = _plain(words, at + 1, language)
    if other:
        moment = other.behind < len(words) and words[other.behind].low in language.numbers.moments
        return base if moment else Unit(f"{base.name} per {other.name}", base.at, other.behind)
    if link.low in language.numbers.per_any and after.text.isalpha():
        return Unit(f"{base.name} per {after.low}", base.at, at + 2)
    return base


@cache
def _first_words(language: Language) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in language.units)


def _plain(words: Sequence[Word], at: int, language: Language) -> Unit | None:
    """The longest unit of the pack, else the symbol, that begins at `at`."""
    for size in (3, 2, 1) if words[at].low in _first_words(language) else ():
        phrase = " ".join([one.low for one in words[at : at + size]])
        name = language.units.get(phrase)
        if name:
            return Unit(name, at, min(at + size, len(words)))
    name = SYMBOLS.get(words[at].text)
    return Unit(name, at, at + 1) if name else None


def _named(words: Sequence[Word], at: int, language: Language) -> Unit | None:
    """The unit whose words begin at `at`."""
    word = words[at]
    if word.text in SIGNS:
        return _degrees(words, at)
    found = _plain(words, at, language)
    if found:
        return _of_life(words, found, language)
    if word.text in CODES:
        return Unit(CODES[word.text], at, at + 1)
    return _inflected(words, at, language) or _joined(words, at, language)


def _of_life(words: Sequence[Word], found: Unit, language: Language) -> Unit:
    """An age where "old" follows the years."""
    behind = found.behind
    if found.name not in _SPANS_OF_LIFE or behind >= len(words):
        return found
    if words[behind].text == "-" and behind + 1 < len(words):
        behind += 1
    if words[behind].low in language.numbers.old:
        return Unit(f"{found.name} of age", found.at, behind + 1)
    return found


def _inflected(words: Sequence[Word], at: int, language: Language) -> Unit | None:
    """A unit in another case: սանտիմետրով."""
    low = words[at].low
    for ending in language.unit_endings:
        name = language.units.get(low[: -len(ending)]) if low.endswith(ending) else None
        if name:
            return Unit(name, at, at + 1)
    return None


def _degrees(words: Sequence[Word], at: int) -> Unit:
    scale = words[at + 1].text if at + 1 < len(words) else ""
    if words[at].text == "°" and scale in ("C", "F", "С"):
        return Unit("fahrenheit" if scale == "F" else "celsius", at, at + 2)
    return Unit(SIGNS[words[at].text], at, at + 1)


def _joined(words: Sequence[Word], at: int, language: Language) -> Unit | None:
    """A compound such as "year-old", "week-long" or "barrel-a-day": the unit is its first part."""
    first, hyphen, rest = words[at].low.partition("-")
    name = language.units.get(first) if hyphen else None
    if name is None or rest in language.units or rest in SYMBOLS:
        return None
    link, _, by = rest.partition("-")
    if name in _SPANS_OF_LIFE and link in language.numbers.old:
        name = f"{name} of age"
    elif link in language.numbers.per and by in language.units:
        name = f"{name} per {language.units[by]}"
    return Unit(name, at, at + 1)


def _foreign_money(words: Sequence[Word], at: int, language: Language) -> Unit | None:
    """A currency with its country before it: 5 Armenian drams; not one that many countries have."""
    if at + 1 >= len(words) or not words[at].text[0].isupper():
        return None
    name = language.units.get(words[at + 1].low, "")
    money = len(name) == 3 and name.isupper() and name not in _SHARED
    return Unit(name, at, at + 2) if money else None
