"""Days, months and periods by arithmetic.

In: numbers and a reference day. Out: days, or None where the calendar has none. No text is read.
"""

from datetime import date, timedelta


def day_of(year: int, month: int, day: int) -> date | None:
    """The day with these numbers; None for 30 February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> tuple[date, date]:
    """The first and last day of a month."""
    later = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), later - timedelta(days=1)


def nearest(reference: date, month: int, day: int) -> date | None:
    """The day of a month in the year that brings it nearest to the reference."""
    days = [day_of(reference.year + shift, month, day) for shift in (-1, 0, 1)]
    known = [one for one in days if one]
    return min(known, key=lambda one: abs((one - reference).days)) if known else None


def period_of(reference: date, period: str, shift: int) -> tuple[date, date]:
    """The first and last day of the "week", "month" or "year" so many before or after this one."""
    if period == "week":
        monday = reference - timedelta(days=reference.weekday() - 7 * shift)
        return monday, monday + timedelta(days=6)
    if period == "year":
        return date(reference.year + shift, 1, 1), date(reference.year + shift, 12, 31)
    months = reference.year * 12 + reference.month - 1 + shift
    return month_of(months // 12, months % 12 + 1)


def period_before(reference: date, unit: str, count: int) -> tuple[date, date]:
    """The day, week, month or year that lies so many of them before the reference."""
    if unit == "day":
        day = reference - timedelta(days=count)
        return day, day
    return period_of(reference, unit, -count)
