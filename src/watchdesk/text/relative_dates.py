"""Dates that count from the day of the article: yesterday, last Monday, two days ago, next month.

In: words of a text, a place among them, a calendar with its reference. Out: the date that begins
there, if one does, and where to go on reading.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from watchdesk.model import Precision
from watchdesk.text.calendars import Calendar, FoundDate, between, dated, number
from watchdesk.text.days import period_before, period_of
from watchdesk.text.daywords import (
    AGO,
    AGO_BEFORE,
    AGO_PHRASE,
    BEHIND,
    COMING,
    DAY_PHRASES,
    DAYS,
    DUALS,
    NAMED_PERIODS,
    NOT_DAYS,
    PERIODS,
    WHEN,
)
from watchdesk.text.spans import Word

_SHORTEST_WEEKDAY = 4
_MOST = 99
_PRECISION = {"month": Precision.MONTH, "year": Precision.YEAR}
Read = tuple[int, FoundDate | None]


def relative_at(words: Sequence[Word], at: int, calendar: Calendar, reference: date) -> Read:
    """The relative date that begins with word `at`, if one does, and where to go on."""
    low = words[at].low
    ago = _ago(words, at, calendar, reference)
    if ago:
        return ago
    phrase = _phrase(words, at)
    if phrase:
        size, shift = phrase
        day = reference + timedelta(days=shift)
        return at + size, dated(between(words, at, at + size), day, day, relative=True)
    if low in calendar.weekdays:
        return _weekday(words, at, reference, calendar.weekdays[low])
    if low in DAYS:
        return _day(words, at, reference)
    if low in NAMED_PERIODS:
        name, shift = NAMED_PERIODS[low]
        return at + 1, _period(words, (at, at + 1), (name, shift), reference)
    if low in WHEN or low in PERIODS:
        return _from_period(words, at, reference)
    return at + 1, None


def _phrase(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """How many words name a day ("day before yesterday", "last night"), and its shift."""
    for size in (3, 2):
        phrase = " ".join([word.low for word in words[at : at + size]])
        if phrase in DAY_PHRASES:
            return phrase.count(" ") + 1, DAY_PHRASES[phrase]
    return None


def _ago(words: Sequence[Word], at: int, calendar: Calendar, reference: date) -> Read | None:
    """Two days ago, il y a deux jours, vor zwei Tagen; "a month ago" is all of that month."""
    low, first = words[at].low, at
    if low in AGO_BEFORE:
        first = at + 1
    elif low == AGO_PHRASE[0] and tuple(w.low for w in words[at : at + 3]) == AGO_PHRASE:
        first = at + 3
    counted = _counted(words, first, calendar)
    if counted is None:
        return None
    behind, count, unit = counted
    if first == at:
        if behind >= len(words) or words[behind].low not in AGO:
            return None
        behind += 1
    start, end = period_before(reference, unit, count)
    found = dated(
        between(words, at, behind), start, end, _PRECISION.get(unit, Precision.DAY), relative=True
    )
    return behind, found


def _counted(words: Sequence[Word], at: int, calendar: Calendar) -> tuple[int, int, str] | None:
    """The place behind "two days", with the number and the unit; one unit where none is said."""
    if at >= len(words):
        return None
    low = words[at].low
    if low in DUALS:
        return at + 1, 2, DUALS[low]
    if low in calendar.units:
        return at + 1, 1, calendar.units[low]
    count = calendar.counts.get(low) or number(words, at, 1, _MOST)
    unit = calendar.units.get(words[at + 1].low) if count and at + 1 < len(words) else None
    return (at + 2, count, unit) if count and unit else None


def _weekday(words: Sequence[Word], at: int, reference: date, weekday: int) -> Read:
    """The last such day up to the reference, or the one that last, next or a week says."""
    if len(words[at].low) < _SHORTEST_WEEKDAY:
        return at + 1, None
    span = between(words, at, at + 1)
    behind = words[at + 1].low if at + 1 < len(words) else ""
    when = WHEN.get(words[at - 1].low, 0) if at else 0
    when = WHEN[behind] if behind in BEHIND else when
    if at + 2 < len(words) and words[at + 1].low in WHEN and words[at + 2].low in PERIODS:
        if PERIODS[words[at + 2].low] == "week":  # Monday last week
            monday, _ = period_of(reference, "week", WHEN[words[at + 1].low])
            day = monday + timedelta(days=weekday)
            return at + 3, dated(between(words, at, at + 3), day, day, relative=True)
        when = 0
    back = (reference.weekday() - weekday) % 7
    if when > 0:
        back -= 7
    elif when < 0 and not back:
        back = 7
    day = reference - timedelta(days=back)
    return at + 1, dated(span, day, day, relative=True)


def _day(words: Sequence[Word], at: int, reference: date) -> Read:
    """Yesterday, today, tomorrow."""
    if at and words[at - 1].low in NOT_DAYS:
        return at + 1, None
    day = reference + timedelta(days=DAYS[words[at].low])
    return at + 1, dated(between(words, at, at + 1), day, day, relative=True)


def _from_period(words: Sequence[Word], at: int, reference: date) -> Read:
    """Last week, next month, this year, in either order of the two words."""
    if at + 1 >= len(words):
        return at + 1, None
    first, second = words[at].low, words[at + 1].low
    if first in PERIODS and tuple(w.low for w in words[at + 1 : at + 3]) == COMING:
        return at + 3, _period(words, (at, at + 3), (PERIODS[first], 1), reference)
    when, period = (first, second) if first in WHEN else (second, first)
    if when not in WHEN or period not in PERIODS:
        return at + 1, None  # a weekday behind it looks back for its own "last" or "next"
    return at + 2, _period(words, (at, at + 2), (PERIODS[period], WHEN[when]), reference)


def _period(
    words: Sequence[Word], place: tuple[int, int], what: tuple[str, int], reference: date
) -> FoundDate:
    start, end = period_of(reference, *what)
    precision = _PRECISION.get(what[0], Precision.DAY)
    return dated(between(words, *place), start, end, precision, relative=True)
