"""Which articles are of which day, so that closing old ones never looks at the others.

In: moments in seconds since 1970 with numbers of articles. Out: how many are of a day, and those of
the days before a moment, which then leave. Days are those of UTC.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

DAY = 86400.0


@dataclass(slots=True)
class Calendar:
    """Numbers of articles by day."""

    _days: dict[int, list[int]] = field(default_factory=dict)

    def add(self, at: float, number: int) -> None:
        """Enter an article."""
        self._days.setdefault(int(at // DAY), []).append(number)

    def count(self, at: float) -> int:
        """How many articles are of the day of a moment."""
        return len(self._days.get(int(at // DAY), ()))

    def before(self, end: float) -> Iterator[int]:
        """The articles of the days that were over by `end`, oldest day first; they leave."""
        last = int(end // DAY)
        for day in sorted(day for day in self._days if day < last):
            yield from self._days.pop(day)
