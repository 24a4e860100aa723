"""Numbers in a text, read into values with unit, bound and what they count.

A text comes in, figures go out in their order, each with its span. Dates, times of day, ranks,
numbers of sections, models and telephones are left out; so are vague words ("dozens"). Nothing is
converted, rounded or averaged.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from watchdesk.model import Bound, Span
from watchdesk.text.languages import Language, Numbers, guess
from watchdesk.text.languages import language as language_of
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
        skipped = at + 1 if here is None else _left_out(words, at, here, language)
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


def _left_out(words: Sequence[Word], at: int, here: Numeral, language: Language) -> int:
    """Where to go on if this number is no figure (a date, a rank, a label), else 0."""
    if here.digits:
        chain = _chain(words, at)
        if chain:
            return chain
        if _rank(words, here.behind, language) or _date(words, at, here, language):
            return here.behind
        if _label(words, at, here, language):
            return here.behind
    elif words[at].low in language.numbers.shy and _is_shy(words, at, here, language):
        return here.behind
    return 0


def _chain(words: Sequence[Word], at: int) -> int:
    """The place behind digits joined by marks, as in 14/03/2024, 10:30 or 010-20-30; else 0."""
    behind, marks = at + 1, ""
    while (
        behind + 1 < len(words)
        and words[behind].text in "/:-–.‑"
        and words[behind + 1].text[0].isdecimal()
        and words[behind].start == words[behind - 1].end
        and words[behind + 1].start == words[behind].end
    ):
        marks += words[behind].text
        behind += 2
    if "/" in marks or ":" in marks or len(marks) > 1:
        return behind
    years = marks and marks in _DASHES and _is_year(words[at])
    return behind if years else 0


def _is_year(word: Word) -> bool:
    return len(word.text) == 4 and word.text.isdecimal() and int(word.text) in _YEARS


def _rank(words: Sequence[Word], behind: int, language: Language) -> bool:
    """Whether a rank's ending follows at once: 5th, 41-й, 41-րդ, 17h30."""
    if behind >= len(words) or words[behind].start != words[behind - 1].end:
        return False
    ending = words[behind]
    if ending.text in _DASHES and behind + 1 < len(words):
        ending = words[behind + 1]
        if ending.start != words[behind].end:
            return False
    return ending.low.rstrip("0123456789") in language.numbers.ordinals


def _date(words: Sequence[Word], at: int, here: Numeral, language: Language) -> bool:
    """Whether the number is a day, a year or an hour."""
    numbers, behind = language.numbers, here.behind
    before = words[at - 1].low if at else ""
    after = [word.low for word in words[behind : behind + 3]]
    while after and (after[0] in numbers.of or after[0] == "."):
        after.pop(0)
    if after and (after[0] in language.months or _clock(after, numbers)):
        return not here.scaled
    if before in numbers.hours and here.value <= 24:
        return True
    if at > 1 and before == ".":
        before = words[at - 2].low
    if before in language.months:
        return not here.scaled
    if not _is_year(words[at]) or here.scaled or here.behind > at + 1:
        return False
    behind_unit = unit_behind(words, here, language)
    if before in numbers.dating or (behind_unit and behind_unit.name == "year"):
        return True
    return not _meant(words, at, here, language)


def _clock(after: list[str], numbers: Numbers) -> bool:
    return after[0] in numbers.clock or "".join(after[:3]) in numbers.clock


def _label(words: Sequence[Word], at: int, here: Numeral, language: Language) -> bool:
    """Whether the number names something: Article 5, Boeing 747, № 41, #7."""
    if not at:
        return _numbered_line(words, at, here)
    before = words[at - 1]
    if before.low in language.labels or before.text in "№#§":
        return True
    if before.text == "." and at > 1 and words[at - 2].low in language.labels:
        return True
    if before.text in "-–_@&" and before.end == words[at].start and before.text != "–":
        return at > 1 and words[at - 2].end == before.start and words[at - 2].text[0].isalpha()
    if not before.text[0].isupper() or here.scaled or before.low in language.bounds:
        return False
    return not _meant(words, at, here, language)


def _numbered_line(words: Sequence[Word], at: int, here: Numeral) -> bool:
    return here.behind < len(words) and words[here.behind].text in ".)" and at == 0


def _meant(words: Sequence[Word], at: int, here: Numeral, language: Language) -> bool:
    """Whether a unit, a sign of money or a counted thing stands with the number."""
    if currency_before(words, at) or unit_behind(words, here, language):
        return True
    return counted(words, here.behind, language) is not None


def _is_shy(words: Sequence[Word], at: int, here: Numeral, language: Language) -> bool:
    """Whether "one" is no number here: no one, one of them, or the article of a language."""
    if here.behind > at + 1:
        return False
    if at and words[at - 1].low in language.numbers.not_before:
        return True
    if words[at].low in language.numbers.articles and not _bound_before(words, at, language):
        return True
    after = words[here.behind] if here.behind < len(words) else None
    if after is None or not after.text[0].isalpha():
        return True
    numbers = language.numbers
    return any(after.low in bag for bag in (language.frames.stops, numbers.of, numbers.not_before))


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
    if second is None or _rank(words, second.behind, language):
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
    bound = _bound_before(words, first, language) or _bound_behind(words, behind, language)
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


def _bound_before(words: Sequence[Word], at: int, language: Language) -> Bound | None:
    for size in range(min(_PHRASE, at), 0, -1):
        bound = language.bounds.get(" ".join(word.low for word in words[at - size : at]))
        if bound:
            return bound
    return (
        {">": Bound.OVER, "<": Bound.UNDER, "~": Bound.ABOUT}.get(words[at - 1].text)
        if (at)
        else None
    )


def _bound_behind(words: Sequence[Word], behind: int, language: Language) -> Bound | None:
    for size in range(_PHRASE, 0, -1):
        phrase = " ".join(word.low for word in words[behind : behind + size])
        if phrase in language.bounds_after:
            return language.bounds_after[phrase]
    return Bound.OVER if behind < len(words) and words[behind].text == "+" else None
