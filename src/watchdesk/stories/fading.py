"""What time leaves of the likeness of two articles.

In: the days between them, and whether both are dated. Out: the share of their likeness that counts.
News of one event comes close together, and look-alikes come at any time (Allan 2002).
"""

from collections.abc import Callable
from dataclasses import dataclass

from watchdesk.stories.calendar import DAY


@dataclass(frozen=True, slots=True)
class Fading:
    """Halved every so many days, none beyond the window, a fixed share without dates."""

    half_life: float
    undated: float
    window_days: int

    def halved(self, days: float) -> float:
        """What is left between two dated articles so many days apart."""
        return float(0.5 ** (days / self.half_life))

    def left(self, days: float, *, dated: bool) -> float:
        """What is left between two articles; 0 beyond the window."""
        if days > self.window_days:
            return 0.0
        return self.halved(days) if dated else self.undated

    def busy(self, at: float, count: Callable[[float], int]) -> float:
        """How many articles are open around a moment, each halved with its distance.

        `count` gives how many are of the day of a moment, in seconds.
        """
        days = range(1, self.window_days + 1)
        beside = [
            (count(at - far * DAY) + count(at + far * DAY)) * self.halved(far) for far in days
        ]
        return count(at) + sum(beside)


# The half-life and what counts without dates: about the mean over the days it could be.
FADING = Fading(half_life=2.0, undated=0.7, window_days=7)
