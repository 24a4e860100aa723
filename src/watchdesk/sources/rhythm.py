"""How often a source has something new, and when its silence is worth a look.

In: dates of entries and what was known of the rhythm. Out: the rhythm as it now is, and whether the
source has gone quiet. A source is measured by its own habit, never by another's.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from statistics import median

REMEMBERED = 30
"""So many distances make a median steady, and let a changed habit show within some weeks."""

FEWEST = 3
"""Below three distances there is no habit to speak of."""

PATIENCE = 4.0
"""Times the usual distance: a weekly is missed after a month, a daily after four days."""

LEAST_PATIENCE_DAYS = 4.0
"""Weekends and holidays are no silence."""

PATIENCE_WITHOUT_HABIT_DAYS = 45.0


def next_rhythm(
    newest: datetime | None, distances: Sequence[float], dates: Iterable[datetime]
) -> tuple[datetime | None, tuple[float, ...]]:
    """The newest date and the last distances in days, after entries of these dates came."""
    kept = list(distances)
    for date in sorted(dates):
        if newest is not None and date > newest:
            kept.append((date - newest) / timedelta(days=1))
        newest = date if newest is None else max(newest, date)
    return newest, tuple(kept[-REMEMBERED:])


def usual_days(distances: Sequence[float]) -> float | None:
    """The usual distance of two new entries in days, None without a habit.

    The median of the gaps between days on which something came: many entries in one hour are one
    sign of life, not a habit of minutes.
    """
    gaps = [gap for gap in distances if gap >= 1 / 24]
    return median(gaps) if len(gaps) >= FEWEST else None


def is_quiet(newest: datetime | None, distances: Sequence[float], *, now: datetime) -> bool:
    """Whether a source has been silent for longer than its habit explains."""
    if newest is None:
        return False
    usual = usual_days(distances)
    if usual is None:
        patience = PATIENCE_WITHOUT_HABIT_DAYS
    else:
        patience = max(LEAST_PATIENCE_DAYS, PATIENCE * usual)
    return now - newest > timedelta(days=patience)
