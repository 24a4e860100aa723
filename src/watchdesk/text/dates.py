"""Days, months and years that a text names.

In: a text, its language and the moment that relative words count from (the article's own date).
Out: dates with their places, each as its first and last day. A weekday is the last such day up to
the reference; a day without a year falls nearest to it. Without a reference, what cannot be placed
is left out. Times of day and spans of time ("for three days") are not dates and are not read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import chain

from watchdesk.model import Precision, Span
from watchdesk.text.days import day_of, month_of, nearest, period_of
from watchdesk.text.daywords import (
    BEFORE_MONTH,
    DAYS,
    NOT_DAYS,
    OF,
    ORDINALS,
    PERIODS,
    WHEN,
    WORDY_MONTHS,
)
from watchdesk.text.languages import LANGUAGES
from watchdesk.text.languages import language as language_of
from watchdesk.text.spans import Word
from watchdesk.text.spans import words as words_of

_NUMERIC = re.compile(
    r"(?<![\w.,/-])(?:(?P<iso>(?P<y>(?:1[5-9]|20)\d\d)[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2}))"
    r"|(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:1[5-9]|20)\d\d))(?![\w/-]|[.,]\d)"
)
_YEARS = range(1800, 2100)
_SHORTEST_WEEKDAY = 4


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as printed; `start` and `end` are its first and last day, both included.

    `relative` says that it was counted from the reference (a weekday, "yesterday", a day without
    its year).
    """

    span: Span
    start: date
    end: date
    precision: Precision
    relative: bool


@dataclass(frozen=True, slots=True)
class _Calendar:
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    reference: date | None


def find_dates(
    text: str, *, language: str | None = None, reference: datetime | None = None
) -> tuple[FoundDate, ...]:
    """The dates of `text` in their order; see the module for how relative ones are placed."""
    return dates_in(text, words_of(text), language=language, reference=reference)


def dates_in(
    text: str,
    words: Sequence[Word],
    *,
    language: str | None = None,
    reference: datetime | None = None,
) -> tuple[FoundDate, ...]:
    """The same, for a text whose words are already parted."""
    found = list(_numeric(text, american=(language or "").lower() == "en-us"))
    taken = [one.span for one in found]
    words = [_without_ending(word) for word in words]
    calendar = _calendar(language_of(language).code, reference.date() if reference else None)
    found += [
        one
        for one in _worded(words, calendar)
        if not any(span.start < one.span.end and one.span.start < span.end for span in taken)
    ]
    return tuple(sorted(found, key=lambda one: one.span.start))


def _without_ending(word: Word) -> Word:
    """Friday's → Friday, 15 Mayıs'ta → 15 Mayıs; a word that is known whole stays whole."""
    stem, mark, _ = word.low.partition("'")
    if not mark or not stem or word.low in DAYS:
        return word
    return word._replace(low=stem, text=word.text[: len(stem)], end=word.start + len(stem))


@lru_cache(maxsize=512)
def _calendar(code: str, reference: date | None) -> _Calendar:
    """The months and weekdays of one language, or of all where it is not known."""
    packs = [LANGUAGES[code]] if code in LANGUAGES else list(LANGUAGES.values())
    months = chain.from_iterable(pack.months.items() for pack in packs)
    weekdays = chain.from_iterable(pack.weekdays.items() for pack in packs)
    return _Calendar(dict(months), dict(weekdays), reference)


def _numeric(text: str, *, american: bool) -> Iterator[FoundDate]:
    """2026-11-20, 20.11.2026, 20/11/2026; month first where only that can be, or in en-US."""
    for found in _NUMERIC.finditer(text):
        if found["iso"]:
            day = day_of(int(found["y"]), int(found["m"]), int(found["d"]))
        else:
            first, second, year = int(found["a"]), int(found["b"]), int(found["year"])
            turned = second > 12 or (american and found["sep"] == "/" and first <= 12)
            day = day_of(year, *((first, second) if turned else (second, first)))
        if day:
            yield _dated(Span(*found.span()), day, day)


def _dated(
    span: Span,
    start: date,
    end: date,
    precision: Precision = Precision.DAY,
    *,
    relative: bool = False,
) -> FoundDate:
    return FoundDate(span, start, end, precision, relative)


def _worded(words: Sequence[Word], calendar: _Calendar) -> Iterator[FoundDate]:
    at = 0
    while at < len(words):
        behind, found = _at(words, at, calendar)
        if found:
            yield found
        at = max(behind, at + 1)


def _at(words: Sequence[Word], at: int, calendar: _Calendar) -> tuple[int, FoundDate | None]:
    """The date that begins with word `at`, if one does, and where to go on."""
    low = words[at].low
    if low in calendar.months:
        return _from_month(words, at, calendar)
    if low.isdecimal():
        return _from_number(words, at, calendar)
    if calendar.reference is None:
        return at + 1, None
    if low in calendar.weekdays or low in DAYS:
        return _from_day(words, at, calendar.reference, calendar)
    if low in WHEN or low in PERIODS:
        return _from_period(words, at, calendar.reference)
    return at + 1, None


def _number(words: Sequence[Word], at: int, low: int, high: int) -> int | None:
    if at < len(words) and words[at].low.isdecimal() and low <= int(words[at].low) <= high:
        return int(words[at].low)
    return None


def _after(words: Sequence[Word], at: int, skipped: frozenset[str]) -> int:
    """The place behind up to two words of `skipped`."""
    for _ in range(2):
        if at < len(words) and words[at].low in skipped:
            at += 1
    return at


def _year_at(words: Sequence[Word], at: int) -> tuple[int, int | None]:
    """A year at `at` or behind a comma or "of": where it ends, and which."""
    place = _after(words, at, OF)
    year = _number(words, place, _YEARS.start, _YEARS.stop - 1)
    if year is not None and len(words[place].low) == 4:
        return place + 1, year
    return at, None


def _from_number(
    words: Sequence[Word], at: int, calendar: _Calendar
) -> tuple[int, FoundDate | None]:
    """12 March 2026, 12. März, 12 de marzo, 5-7 mai; or a year that stands alone."""
    day = _number(words, at, 1, 31)
    if day is None:
        return _lone_year(words, at)
    place, last = _range_end(words, at + 1, day)
    place = _after(words, _after(words, place, ORDINALS | {"-"}), OF)
    if place >= len(words) or words[place].low not in calendar.months:
        return at + 1, None
    month = calendar.months[words[place].low]
    behind, year = _year_at(words, place + 1)
    return behind, _placed(_between(words, at, behind), (year, month, day, last), calendar)


def _range_end(words: Sequence[Word], at: int, day: int) -> tuple[int, int]:
    """The last day of "5-7", or the day itself."""
    if at + 1 < len(words) and words[at].text in "-–—":
        last = _number(words, at + 1, day, 31)
        if last is not None:
            return at + 2, last
    return at, day


def _lone_year(words: Sequence[Word], at: int) -> tuple[int, FoundDate | None]:
    year = _number(words, at, _YEARS.start, _YEARS.stop - 1)
    if year is None or len(words[at].low) != 4:
        return at + 1, None
    return at + 1, _dated(
        _between(words, at, at + 1), date(year, 1, 1), date(year, 12, 31), Precision.YEAR
    )


def _between(words: Sequence[Word], at: int, behind: int) -> Span:
    return Span(words[at].start, words[behind - 1].end)


def _from_month(
    words: Sequence[Word], at: int, calendar: _Calendar
) -> tuple[int, FoundDate | None]:
    """March 12, 2026; March 2026; March."""
    month = calendar.months[words[at].low]
    place = _after(words, at + 1, frozenset("."))
    day = _number(words, place, 1, 31)
    if day is not None:
        place, last = _range_end(words, place + 1, day)
        place = _after(words, place, ORDINALS | {"-"}) if last == day else place
        behind, year = _year_at(words, place)
        return behind, _placed(_between(words, at, behind), (year, month, day, last), calendar)
    behind, year = _year_at(words, place)
    if year is not None:
        first, last_day = month_of(year, month)
        return behind, _dated(_between(words, at, behind), first, last_day, Precision.MONTH)
    return at + 1, _lone_month(words, at, month, calendar)


def _lone_month(
    words: Sequence[Word], at: int, month: int, calendar: _Calendar
) -> FoundDate | None:
    """A month without day or year: the one nearest to the reference."""
    word, reference = words[at], calendar.reference
    before = words[at - 1].low if at else ""
    if reference is None or len(word.low) < 3 or (len(word.low) == 3 and word.low != "may"):
        return None
    if word.low in WORDY_MONTHS and before not in BEFORE_MONTH:
        return None
    middle = nearest(reference, month, 15) or reference
    first, last = month_of(middle.year, month)
    return _dated(_between(words, at, at + 1), first, last, Precision.MONTH, relative=True)


def _placed(
    span: Span, numbers: tuple[int | None, int, int, int], calendar: _Calendar
) -> FoundDate | None:
    """The days first..last of a month, in the year printed or the nearest one."""
    year, month, first, last = numbers
    if year is not None:
        start = day_of(year, month, first)
    else:
        start = nearest(calendar.reference, month, first) if calendar.reference else None
    end = day_of(start.year, month, last) if start else None
    return _dated(span, start, end, relative=year is None) if start and end else None


def _from_day(
    words: Sequence[Word], at: int, reference: date, calendar: _Calendar
) -> tuple[int, FoundDate | None]:
    """A weekday (the last one up to the reference), or yesterday, today, tomorrow."""
    low = words[at].low
    span = _between(words, at, at + 1)
    if low in calendar.weekdays:
        if len(low) < _SHORTEST_WEEKDAY:
            return at + 1, None
        before = WHEN.get(words[at - 1].low, 0) if at else 0
        back = (reference.weekday() - calendar.weekdays[low]) % 7
        day = reference - timedelta(days=back - (7 if before > 0 else 0))
        return at + 1, _dated(span, day, day, relative=True)
    if at and words[at - 1].low in NOT_DAYS:
        return at + 1, None
    day = reference + timedelta(days=DAYS[low])
    return at + 1, _dated(span, day, day, relative=True)


def _from_period(words: Sequence[Word], at: int, reference: date) -> tuple[int, FoundDate | None]:
    """Last week, next month, this year, in either order of the two words."""
    if at + 1 >= len(words):
        return at + 1, None
    first, second = words[at].low, words[at + 1].low
    when, period = (first, second) if first in WHEN else (second, first)
    if when not in WHEN or period not in PERIODS:
        return at + 1, None  # a weekday behind it looks back for its own "last" or "next"
    start, end = period_of(reference, PERIODS[period], WHEN[when])
    precision = {"month": Precision.MONTH, "year": Precision.YEAR}
    return at + 2, _dated(
        _between(words, at, at + 2),
        start,
        end,
        precision.get(PERIODS[period], Precision.DAY),
        relative=True,
    )
