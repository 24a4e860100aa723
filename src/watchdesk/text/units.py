"""What stands beside a number: money, measures, and the thing that is counted.

Words of a text and the place of a number come in, names of units and the counted word go out.
"""

from collections.abc import Sequence
from typing import NamedTuple

from watchdesk.text.languages.language import Language, bag
from watchdesk.text.numerals import Numeral
from watchdesk.text.spans import Word

CURRENCIES = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₺": "TRY",
    "֏": "AMD",
    "₼": "AZN",
    "₾": "GEL",
    "₴": "UAH",
    "₹": "INR",
    "₪": "ILS",
    "₩": "KRW",
    "₸": "KZT",
}
_DOLLARS = {"us": "USD", "a": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD"}
_CODES = bag(
    """usd eur gbp chf jpy cny rub try amd azn gel uah cad aud sek nok dkk pln czk huf ron inr ils
    irr iqd syp lbp egp sar aed qar kwd kzt myr sgd hkd nzd krw brl mxn zar"""
)
_SIGNS = {
    "%": "percent",
    "٪": "percent",
    "‰": "per mille",
    "°": "degree",
    "℃": "celsius",
    "″": "inch",
    "¢": "cent",
    **CURRENCIES,
}
_WINDOW = 4


class Unit(NamedTuple):
    """A unit's name, the word where it begins and the one behind it."""

    name: str
    at: int
    behind: int


def currency_before(words: Sequence[Word], at: int) -> Unit | None:
    """Money printed before its number: $5, US$ 5, EUR 5."""
    if not at:
        return None
    sign, before = words[at - 1], words[at - 2] if at > 1 else None
    if sign.text in CURRENCIES:
        prefix = before.low if before and before.end == sign.start else ""
        if prefix in _DOLLARS and sign.text == "$":
            return Unit(_DOLLARS[prefix], at - 2, at)
        first = at - 2 if before and before.low == "us" else at - 1
        return Unit(CURRENCIES[sign.text], first, at)
    if sign.low in _CODES and sign.text.isupper():
        return Unit(sign.text, at - 1, at)
    return None


def unit_behind(words: Sequence[Word], number: Numeral, language: Language) -> Unit | None:
    """The unit behind a number: 5 %, 5 km, 5 US dollars, 34-year-old."""
    at = number.behind
    while at < len(words) and words[at].low in language.numbers.of and at < number.behind + 1:
        at += 1
    if at >= len(words):
        return None
    age = at + 1 < len(words) and words[at].text in "-‑"
    if age or words[at].text in "-‑":
        at += 1
    if at >= len(words):
        return None
    return _named(words, at, language) or _foreign_money(words, at, language)


def _named(words: Sequence[Word], at: int, language: Language) -> Unit | None:
    """The unit whose words begin at `at`, the longest first."""
    word = words[at]
    if word.text in _SIGNS:
        return _degrees(words, at)
    for size in (3, 2, 1):
        phrase = " ".join(one.low for one in words[at : at + size])
        name = language.units.get(phrase)
        if name:
            old = words[at + size].low if at + size < len(words) else ""
            name = "year of age" if name == "year" and old in ("old", "-old") else name
            return Unit(name, at, min(at + size, len(words)))
    if word.low in _CODES and word.text.isupper():
        return Unit(word.text, at, at + 1)
    return _inflected(words, at, language) or _aged(words, at, language)


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
    if words[at].text == "°" and scale in ("C", "F"):
        return Unit("celsius" if scale == "C" else "fahrenheit", at, at + 2)
    return Unit(_SIGNS[words[at].text], at, at + 1)


def _aged(words: Sequence[Word], at: int, language: Language) -> Unit | None:
    """A compound such as "year-old" or "week-long": the unit is its first part."""
    first, hyphen, rest = words[at].low.partition("-")
    name = language.units.get(first) if hyphen else None
    if name is None:
        return None
    return Unit("year of age" if name == "year" and rest.startswith("old") else name, at, at + 1)


def _foreign_money(words: Sequence[Word], at: int, language: Language) -> Unit | None:
    """A currency with its country before it: 5 US dollars."""
    if at + 1 >= len(words) or not words[at].text[0].isupper():
        return None
    name = language.units.get(words[at + 1].low, "")
    return Unit(name, at, at + 2) if len(name) == 3 and name.isupper() else None


def counted(
    words: Sequence[Word], at: int, language: Language, *, one: bool = False
) -> Word | None:
    """The word for what is counted, behind a number that ends before `at`.

    With `one` the thing stands in the singular: the last word that may be it is taken.
    """
    last: Word | None = None
    for place in range(at, min(at + _WINDOW, len(words))):
        word = words[place]
        if word.low in language.numbers.of and not last:
            continue
        if not _may_count(word, language):
            break
        if _is_thing(words, place, language) and not one:
            return word
        last = word
    return last if one else None


def _is_thing(words: Sequence[Word], at: int, language: Language) -> bool:
    """Whether the word at `at` is the head of what is counted, by the habit of the language."""
    word = words[at]
    match language.counted:
        case "plural":
            return _plural(word.low, language)
        case "capital":
            return word.text[0].isupper()
        case "next":
            return _closes(words, at) or not word.low.endswith(language.modifier_endings)


def _closes(words: Sequence[Word], at: int) -> bool:
    """Whether nothing that could be counted follows."""
    return at + 1 >= len(words) or not words[at + 1].text[0].isalpha()


def _may_count(word: Word, language: Language) -> bool:
    if not word.text[0].isalpha() or word.low in language.frames.stops:
        return False
    if word.low in language.frames.auxiliaries or word.low in language.not_counted:
        return False
    return word.low not in language.months and word.low not in language.cues


def _plural(low: str, language: Language) -> bool:
    if low in language.plurals:
        return True
    return low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and len(low) > 3
