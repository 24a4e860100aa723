"""Dates as feeds write them: RFC 822 and its zones, ISO 8601, Russian months, seconds.

In: a text or a number. Out: an aware moment in UTC, or None: a wrong date is worse than none.
"""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""No feed is older; an earlier date is an empty field written as a number."""

AHEAD = timedelta(days=1)
"""Time zones and wrong clocks; what is further ahead has not happened."""

_ISO = re.compile(r"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?)?$")
_RUSSIAN = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_RUSSIAN_DATE = re.compile(
    rf"(\d{{1,2}})\s+({'|'.join(_RUSSIAN)})[а-яё.]*\s+(\d{{4}})(.*)", re.IGNORECASE
)


def moment(value: object, *, seen: datetime) -> datetime | None:
    """The moment that `value` names, if it can be true of something seen at `seen`."""
    try:
        found = _read(value)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    if found is None or not EARLIEST <= found <= seen + AHEAD:
        return None
    return found.astimezone(UTC)


def _read(value: object) -> datetime | None:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC)
    text = " ".join(str(value)[:100].split())
    if text.isascii() and text.isdigit() and len(text) in {10, 13}:
        return _read(int(text))
    if _ISO.match(text):
        return _aware(datetime.fromisoformat(text.replace("UTC", "Z").replace(" Z", "Z")))
    return _aware(parsedate_to_datetime(_in_english(text)))


def _in_english(text: str) -> str:
    found = _RUSSIAN_DATE.search(text.casefold())
    if not found:
        return text
    day, month, year, rest = found.groups()
    return f"{day} {_ENGLISH[_RUSSIAN.index(month)]} {year} {rest.replace('г.', '').strip(' ,')}"


def _aware(found: datetime) -> datetime:
    return found if found.tzinfo else found.replace(tzinfo=UTC)
