"""Dates as feeds write them: RFC 822 and its zones, ISO 8601, months in words, seconds since 1970.

In: a text or a number. Out: an aware moment in UTC, or None: a wrong date is worse than none. A
date without a zone is read as UTC; one with a zone nobody can be sure of is not read at all, nor
is one in digits whose day and month could be each other.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import cache

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""No feed is older; an earlier date is an empty field written as a number."""

AHEAD = timedelta(hours=14)
"""The farthest time zone, for those who write its hour and call it UTC. What is further ahead has
not happened."""

_SECONDS = re.compile(r"\d{10}(?:\d{3})?")
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ]+(.*))?")
_DAY_FIRST = re.compile(
    r"(?:[^\W\d_]+\.?,? )?(\d{1,2})(?:st|nd|rd|th|er|\.)?[ -](?:de )?([^\W\d_]+)\.?,?(.*)"
)
_MONTH_FIRST = re.compile(r"(?:[^\W\d_]+\.?,? )?([^\W\d_]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (.*)")
_YEAR = re.compile(r"[ -]?(?:de |)(\d{4}|\d\d)(?: ?г\.?| թ\.?)?,?(?: (.*))?")
_TIME = re.compile(
    r"(?:at |в |à )?(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)? ?([ap]\.?m\.?)?(.*)", re.IGNORECASE
)
_OFFSET = re.compile(r"(?:GMT|UTC)?([+-])(\d\d):?(\d\d|0)?(?: ?\(.*\))?")

# Hours; only those that are one zone wherever they are written: IST, AMT and GST are several.
_ZONES: dict[str, float] = {"": 0, "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1}
_ZONES |= {"CET": 1, "CEST": 2, "MET": 1, "MEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "TRT": 3}
_ZONES |= {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
_ZONES |= {"JST": 9, "KST": 9, "NZST": 12, "NZDT": 13, "AEST": 10, "AEDT": 11, "AZT": 4, "GET": 4}

_ENGLISH = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
"""Nearly all feeds write these, so the other languages are fetched only for what is not English."""


def moment(value: object, *, seen: datetime) -> datetime | None:
    """The moment that `value` names, if it can be true of something seen at `seen`."""
    found = read(value)
    if found is None or not EARLIEST <= found <= seen + AHEAD:
        return None
    return found


def read(value: object) -> datetime | None:
    """The moment that `value` names, in UTC, whenever that may be."""
    try:
        found = _from_number(value) or (_from_text(value) if isinstance(value, str) else None)
        return found.astimezone(UTC) if found else None
    except (ValueError, OverflowError):
        return None


def _from_number(value: object) -> datetime | None:
    if isinstance(value, str) and _SECONDS.fullmatch(value.strip()[:20]):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC)


def _from_text(value: str) -> datetime | None:
    text = " ".join(value[:100].split())
    if len(text) == 25 and text.endswith("+00:00"):
        return datetime.fromisoformat(text)  # how the fast parser writes them: the usual case
    if found := _ISO.fullmatch(text):
        year, month, day, time = found.groups()
        return _joined(int(year), int(month), int(day), time)
    if (found := _DAY_FIRST.fullmatch(text)) and (number := _month(found[2])):
        return _with_year(found[3], number, int(found[1]))
    if (found := _MONTH_FIRST.fullmatch(text)) and (number := _month(found[1])):
        return _with_year(found[3], number, int(found[2]))
    return None


def _with_year(rest: str, month: int, day: int) -> datetime | None:
    found = _YEAR.fullmatch(rest)
    if not found:
        return None
    year = int(found[1])
    if len(found[1]) == 2:
        year += 2000 if year < 69 else 1900  # RFC 2822, 4.3, and what POSIX made of it
    return _joined(year, month, day, found[2])


def _joined(year: int, month: int, day: int, time: str | None) -> datetime | None:
    if not time:
        return datetime(year, month, day, tzinfo=UTC)
    found = _TIME.fullmatch(time)
    zone = _zone(found[5].strip()) if found else None
    if not found or zone is None:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4]:
        hour = hour % 12 + (12 if found[4].lower().startswith("p") else 0)
    late = timedelta(days=1) if (hour, minute, second) == (24, 0, 0) else timedelta()
    hour = 0 if late else hour
    # A leap second is its minute's last one here; no clock of ours knows it.
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone) + late


def _zone(words: str) -> timezone | None:
    if found := _OFFSET.fullmatch(words):
        sign = -1 if found[1] == "-" else 1
        return timezone(sign * timedelta(hours=int(found[2]), minutes=int(found[3] or 0)))
    hours = _ZONES.get(words.upper())
    return None if hours is None else timezone(timedelta(hours=hours))


def _month(word: str) -> int | None:
    """The month that a word or its beginning names, in any language that we read."""
    word = word.casefold()
    for number, name in enumerate(_ENGLISH, 1):
        if len(word) >= 3 and name.startswith(word):
            return number
    exact = {number for name, number in _months() if name == word}
    begun = {number for name, number in _months() if len(word) >= 3 and name.startswith(word)}
    named = exact or begun
    return named.pop() if len(named) == 1 else None


@cache
def _months() -> tuple[tuple[str, int], ...]:
    from watchdesk.text.languages import LANGUAGES  # noqa: PLC0415 - few feeds spell out a month

    return tuple({pair for one in LANGUAGES.values() for pair in one.months.items()})
