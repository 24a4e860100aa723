"""Numbers in a text, read into values with unit, bound and what they count.

A text comes in, figures go out in their order, each with its span. Dates, times of day, ranks,
numbers of sections, models and telephones are left out; so are vague words ("dozens"). Nothing is
converted, rounded or averaged.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from watchdesk.model import Bound, Span
from watchdesk.text.languages import Language, guess
from watchdesk.text.languages import language as language_of
from watchdesk.text.no_figures import bound_before, is_rank, left_out
from watchdesk.text.numerals import Numeral, numeral
from watchdesk.text.spans import Word
from watchdesk.text.spans import words as words_of
from watchdesk.text.units import CURRENCIES, Unit, counted, currency_before, unit_behind

_DASHES = "-–—−‑"
_YEARS = range(1000, 2101)
_PHRASE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure:
    """A number as printed; fields as in `watchdesk.model.Figure`."""

    span: Span
    value: float
    low: float | None = None
    high: float | None = None
    bound: Bound | None = None
    unit: str | None = None
    counts: str | None = None
    counts_span: Span | None = None


def find_figures(text: str, language: str | None = None) -> tuple[FoundFigure, ...]:
    """The figures of `text`; with no language given, its script and common words tell it."""
    known = language_of(language) if language else guess(text)
    return tuple(figures_in(words_of(text), known))


def figures_in(words: Sequence[Word], language: Language) -> list[FoundFigure]:
    """The same, for words that are already parted."""
    found: list[FoundFigure] = []
    behind, numbers, known = 0, language.numbers, _number_words(language)
    for at, word in enumerate(words):
        low = word.low
        if at < behind or not (
            low in known
            or low[0].isdecimal()
            or ("-" in low and low.partition("-")[0] in numbers.words)
        ):
            continue
        here = numeral(words, at, numbers)
        skipped = at + 1 if here is None else left_out(words, at, here, language)
        if here is None or skipped:
            behind = skipped
            continue
        figure, behind = _figure(words, at, here, language)
        if figure:
            found.append(figure)
    return found


@cache
def _number_words(language: Language) -> frozenset[str]:
    numbers = language.numbers
    return frozenset([*numbers.words, *numbers.multipliers, *numbers.fractions])


def _figure(
    words: Sequence[Word], at: int, here: Numeral, language: Language
) -> tuple[FoundFigure | None, int]:
    """The figure at `at` and the place behind it; none where it is a score such as 3-1."""
    money = currency_before(words, at)
    unit = unit_behind(words, here, language)
    other = _other_end(words, here.behind if unit is None else unit.behind, language)
    if other is None and unit is not None:
        other = _other_end(words, here.behind, language)
    low, high, last = here.value, None, here
    if other is not None:
        place, second = other
        unit = unit_behind(words, second, language) or unit
        scale = second.value / _printed(words, place, language) if not here.scaled else 1.0
        low, high, last = here.value * scale, second.value, second
        if low >= high:
            return _single(words, at, here, language)
    return _made(words, (at, last), (low, high), (money, unit), language)


def _single(
    words: Sequence[Word], at: int, here: Numeral, language: Language
) -> tuple[FoundFigure | None, int]:
    """A number that only looked like the start of a range."""
    behind = here.behind
    glued = behind < len(words) and words[behind].text in _DASHES
    if glued and words[behind].start == words[behind - 1].end:
        return None, behind + 2
    money, unit = currency_before(words, at), unit_behind(words, here, language)
    return _made(words, (at, here), (here.value, None), (money, unit), language)


def _printed(words: Sequence[Word], place: int, language: Language) -> float:
    """The value of the number at `place` without its multipliers, never nought."""
    alone = numeral(words[place : place + 1], 0, language.numbers)
    return (alone.value if alone else 0.0) or 1.0


def _other_end(
    words: Sequence[Word], behind: int, language: Language
) -> tuple[int, Numeral] | None:
    """The second number of a range, with its place: 5–10, 5 to 10, $5 to $10."""
    numbers = language.numbers
    if behind + 1 >= len(words):
        return None
    joiner = words[behind]
    if joiner.text not in _DASHES and joiner.low not in numbers.between:
        return None
    place = behind + 1
    while place < len(words) and (words[place].text in CURRENCIES or words[place].low == "us"):
        place += 1
    if place >= len(words) or (
        joiner.low in numbers.joiners and not _opened(words, behind, language)
    ):
        return None
    second = numeral(words, place, numbers)
    if second is None or is_rank(words, second.behind, language):
        return None
    return place, second


def _opened(words: Sequence[Word], behind: int, language: Language) -> bool:
    """Whether "between" stands before a range whose joiner is also a plain "and"."""
    first = max(0, behind - 5)
    return any(word.low in language.numbers.openers for word in words[first:behind])


def _made(
    words: Sequence[Word],
    place: tuple[int, Numeral],
    values: tuple[float, float | None],
    unit: tuple[Unit | None, Unit | None],
    language: Language,
) -> tuple[FoundFigure, int]:
    """The figure of a number whose ends, money sign and unit are known."""
    at, last = place
    money, behind_unit = unit
    first = money.at if money else at
    behind = behind_unit.behind if behind_unit else last.behind
    low, high = values
    bound = bound_before(words, first, language) or _bound_behind(words, behind, language)
    name = (money and money.name) or (behind_unit and behind_unit.name) or None
    thing = None if name else counted(words, last.behind, language, one=low == 1)
    name = name or _age(words, at, last, language)
    if high is None and bound:
        span_low = low if bound is Bound.OVER else None
        span_high = low if bound is Bound.UNDER else None
    else:
        span_low, span_high = (low, high) if high is not None else (None, None)
    figure = FoundFigure(
        span=Span(words[first].start, words[behind - 1].end),
        value=low,
        low=span_low,
        high=span_high,
        bound=bound,
        unit=name,
        counts=thing.text if thing else None,
        counts_span=Span(thing.start, thing.end) if thing else None,
    )
    return figure, behind


def _age(words: Sequence[Word], at: int, last: Numeral, language: Language) -> str | None:
    """An age without its word: "Mara Ilves, 34," or "aged 34"."""
    before = words[at - 1] if at else None
    if before is None or not last.digits or not words[at].text.isdecimal():
        return None
    if before.low in language.numbers.aged:
        return "year of age"
    closed = last.behind < len(words) and words[last.behind].text in ",)"
    named = at > 2 and words[at - 2].text[0].isupper() and words[at - 3].text[0].isupper()
    return "year of age" if before.text in ",(" and closed and named else None


def _bound_behind(words: Sequence[Word], behind: int, language: Language) -> Bound | None:
    for size in range(_PHRASE, 0, -1):
        phrase = " ".join(word.low for word in words[behind : behind + size])
        if phrase in language.bounds_after:
            return language.bounds_after[phrase]
    return Bound.OVER if behind < len(words) and words[behind].text == "+" else None
