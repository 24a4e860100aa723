"""When the issue goes out: a weekday and a time on the desk's own clock.

In: words like "Friday 09:00", and a moment. Out: the next such moment. A desk that says no day goes
out when it is ready.
"""

import re
from datetime import datetime, timedelta, tzinfo

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WRITTEN = re.compile(r"([a-z]+) ([01]?[0-9]|2[0-3]):([0-5][0-9])")


def is_rhythm(words: str) -> bool:
    """Whether these words name a weekday and a time."""
    found = _WRITTEN.fullmatch(words.strip().lower())
    return found is not None and found[1] in DAYS


def next_time(words: str, now: datetime, zone: tzinfo) -> datetime | None:
    """The next moment at which the issue goes out; None where the words name none."""
    found = _WRITTEN.fullmatch(words.strip().lower())
    if found is None or found[1] not in DAYS:
        return None
    here = now.astimezone(zone)
    day = here + timedelta(days=(DAYS.index(found[1]) - here.weekday()) % 7)
    at = day.replace(hour=int(found[2]), minute=int(found[3]), second=0, microsecond=0)
    return at if at >= here else at + timedelta(days=7)
