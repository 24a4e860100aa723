"""The one rule about time: a moment without a zone is refused."""

from datetime import datetime


def aware(moment: datetime, what: str = "time") -> datetime:
    """Give `moment` back, or refuse it: a naive time means another hour on another machine."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError(f"{what} needs a time zone: {moment!r}")
    return moment
