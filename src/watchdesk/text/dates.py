"""Days, months and years that a text names.

In: a text, its language and the moment that relative words count from (the article's own date).
Out: dates with their places, each as its first and last day. A weekday is the last such day up to
the reference; a day without a year falls nearest to it. Without a reference, what cannot be placed
is left out. Times of day and spans of time ("for three days") are not dates and are not read.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from watchdesk.model import Precision, Span
from watchdesk.text.calendars import (
    Calendar,
    FoundDate,
    after,
    between,
    calendar_of,
    dated,
    number,
    paired,
)
from watchdesk.text.days import day_of, month_of, nearest
from watchdesk.text.daywords import (
    BEFORE_MONTH,
    DAYS,
    DECADE_ENDINGS,
    DECADES,
    OF,
    ORDINALS,
    TO,
    WORDY_MONTHS,
    YEAR_LINKS,
)
from watchdesk.text.languages import language as language_of
from watchdesk.text.relative_dates import relative_at
from watchdesk.text.spans import Word
from watchdesk.text.spans import words as words_of

__all__ = ["FoundDate", "dates_in", "find_dates"]

_NUMERIC = re.compile(
    r"(?<![\w.,/-])(?:(?P<iso>(?P<y>(?:1[5-9]|20)\d\d)[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2}))"
    r"|(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:1[5-9]|20)\d\d))(?![\w/-]|[.,]\d)"
)
_YEARS = range(1800, 2100)
_FAR = 6
_LINKS = "-–—'’"


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
    calendar = calendar_of(language_of(language).code, reference.date() if reference else None)
    words = paired([_without_ending(word) for word in words], calendar)
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
            yield dated(Span(*found.span()), day, day)


def _worded(words: Sequence[Word], calendar: Calendar) -> Iterator[FoundDate]:
    behind = 0
    for at, word in enumerate(words):
        if at < behind or not (word.low in calendar.begins or word.low.isdecimal()):
            continue
        behind, found = _at(words, at, calendar)
        if found:
            yield found


def _at(words: Sequence[Word], at: int, calendar: Calendar) -> tuple[int, FoundDate | None]:
    """The date that begins with word `at`, if one does, and where to go on."""
    low = words[at].low
    if low in calendar.months:
        return _from_month(words, at, calendar)
    if low.isdecimal():
        behind, found = _from_number(words, at, calendar)
        if found:
            return behind, found
    if calendar.reference is None:
        return at + 1, None
    return relative_at(words, at, calendar, calendar.reference)


def _year_at(words: Sequence[Word], at: int) -> tuple[int, int | None]:
    """A year at `at` or behind a comma or "of": where it ends, and which."""
    place = after(words, at, OF)
    year = _year(words, place)
    return (at, None) if year is None else (place + 1, year)


def _year(words: Sequence[Word], at: int) -> int | None:
    year = number(words, at, _YEARS.start, _YEARS.stop - 1)
    return year if year is not None and len(words[at].low) == 4 else None


def _later_year(words: Sequence[Word], at: int, calendar: Calendar) -> int | None:
    """The year that the end of a range gives to its start: 5 March to 7 April 2026."""
    if at >= len(words) or words[at].low not in TO:
        return None
    for place in range(at + 1, min(at + _FAR, len(words))):
        year = _year(words, place)
        low = words[place].low
        if year is not None or not (
            low.isdecimal() or low in calendar.months or low in OF or low in ORDINALS
        ):
            return year
    return None


def _from_number(
    words: Sequence[Word], at: int, calendar: Calendar
) -> tuple[int, FoundDate | None]:
    """12 March 2026, 12. März, 12 de marzo, 5-7 mai; or a year."""
    day = number(words, at, 1, 31)
    if day is None:
        return _from_year(words, at, calendar)
    place, last = _range_end(words, at + 1, day)
    place = after(words, after(words, place, ORDINALS | {"-"}), OF)
    if place >= len(words) or words[place].low not in calendar.months:
        return at + 1, None
    month = calendar.months[words[place].low]
    behind, year = _year_at(words, place + 1)
    if year is None:
        year = _later_year(words, behind, calendar)
    return behind, _placed(between(words, at, behind), (year, month, day, last), calendar)


def _range_end(words: Sequence[Word], at: int, day: int) -> tuple[int, int]:
    """The last day of "5-7", "5 to 7" or "5. bis 7.", or the day itself."""
    place = after(words, at, ORDINALS | {"."})
    if place + 1 < len(words) and words[place].low in TO:
        last = number(words, place + 1, day, 31)
        if last is not None:
            return place + 2, last
    return at, day


def _from_year(words: Sequence[Word], at: int, calendar: Calendar) -> tuple[int, FoundDate | None]:
    """A year: alone, as 2015-16, as the 1990s, or before its month (2024 թվականի մարտի 1)."""
    year = _year(words, at)
    if year is None:
        return at + 1, None
    place = after(words, at + 1, YEAR_LINKS)
    place = after(words, place, YEAR_LINKS) if place > at + 1 else place
    if place > at + 1 and place < len(words) and words[place].low in calendar.months:
        return _month_of_year(words, (at, place), year, calendar)
    behind, last = _last_year(words, at, year)
    span = between(words, at, behind)
    return behind, dated(span, date(year, 1, 1), date(last, 12, 31), Precision.YEAR)


def _month_of_year(
    words: Sequence[Word], place: tuple[int, int], year: int, calendar: Calendar
) -> tuple[int, FoundDate | None]:
    """A month, with its day or without, behind the year and its link."""
    first, at = place
    month = calendar.months[words[at].low]
    day = number(words, at + 1, 1, 31)
    if day is None:
        span = between(words, first, at + 1)
        return at + 1, dated(span, *month_of(year, month), Precision.MONTH)
    behind, last = _range_end(words, at + 2, day)
    if last == day:
        behind = after(words, behind, ORDINALS | {"-"})
    return behind, _placed(between(words, first, behind), (year, month, day, last), calendar)


def _last_year(words: Sequence[Word], at: int, year: int) -> tuple[int, int]:
    """The last year of 2015-16 or of a decade, and the place behind it."""
    place = at + 1
    if year % 10 == 0 and at and words[at - 1].low in DECADES:
        return place, year + 9
    if place >= len(words) or words[place].start != words[at].end:
        return place, year
    if year % 10 == 0 and words[place].low in DECADE_ENDINGS:
        return place + 1, year + 9
    if words[place].text not in _LINKS or place + 1 >= len(words):
        return place, year
    if year % 10 == 0 and words[place + 1].low in DECADE_ENDINGS:
        return place + 2, year + 9
    last = _year(words, place + 1)
    short = number(words, place + 1, year % 100 + 1, 99)
    if last is None and short is not None and len(words[place + 1].low) == 2:
        last = year - year % 100 + short
    return (place + 2, last) if last is not None and last > year else (place, year)


def _from_month(words: Sequence[Word], at: int, calendar: Calendar) -> tuple[int, FoundDate | None]:
    """March 12, 2026; March 2026; March."""
    month = calendar.months[words[at].low]
    place = after(words, at + 1, frozenset("."))
    day = number(words, place, 1, 31)
    if day is not None:
        place, last = _range_end(words, place + 1, day)
        place = after(words, place, ORDINALS | {"-"}) if last == day else place
        behind, year = _year_at(words, place)
        if year is None:
            year = _later_year(words, behind, calendar)
        return behind, _placed(between(words, at, behind), (year, month, day, last), calendar)
    behind, year = _year_at(words, place)
    if year is not None:
        first, last_day = month_of(year, month)
        return behind, dated(between(words, at, behind), first, last_day, Precision.MONTH)
    return at + 1, _lone_month(words, at, month, calendar)


def _lone_month(words: Sequence[Word], at: int, month: int, calendar: Calendar) -> FoundDate | None:
    """A month without day or year: the one nearest to the reference."""
    word, reference = words[at], calendar.reference
    before = words[at - 1].low if at else ""
    if reference is None or len(word.low) < 3 or (len(word.low) == 3 and word.low != "may"):
        return None
    if word.low in WORDY_MONTHS and before not in BEFORE_MONTH:
        return None
    middle = nearest(reference, month, 15) or reference
    first, last = month_of(middle.year, month)
    return dated(between(words, at, at + 1), first, last, Precision.MONTH, relative=True)


def _placed(
    span: Span, numbers: tuple[int | None, int, int, int], calendar: Calendar
) -> FoundDate | None:
    """The days first..last of a month, in the year printed or the nearest one."""
    year, month, first, last = numbers
    if year is not None:
        start = day_of(year, month, first)
    else:
        start = nearest(calendar.reference, month, first) if calendar.reference else None
    end = day_of(start.year, month, last) if start else None
    return dated(span, start, end, relative=year is None) if start and end else None
