"""Who has which item open, now: held in memory, renewed while a page is open.

In: names and items. Out: who has what, and a number that grows when that changes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

LASTS_SECONDS = 45.0


@dataclass(slots=True)
class Presence:
    """Each item with the people who have it open, and until when that is believed."""

    clock: Callable[[], float]
    number: int = 0
    _until: dict[str, dict[str, float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def has(self, name: str, item_id: str) -> None:
        """Somebody has this item open, or still has."""
        with self._lock:
            people = self._until.setdefault(item_id, {})
            self.number += name not in people
            people[name] = self.clock() + LASTS_SECONDS

    def leaves(self, name: str, item_id: str) -> None:
        """Somebody closed this item."""
        with self._lock:
            if self._until.get(item_id, {}).pop(name, None) is not None:
                self.number += 1

    def of(self, item_id: str) -> tuple[str, ...]:
        """Who has this item open."""
        return self.all().get(item_id, ())

    def all(self) -> dict[str, tuple[str, ...]]:
        """Every open item with those who have it."""
        now = self.clock()
        with self._lock:
            for item_id, people in list(self._until.items()):
                for name in [name for name, until in people.items() if until < now]:
                    del people[name]
                    self.number += 1
                if not people:
                    del self._until[item_id]
            return {item_id: tuple(sorted(people)) for item_id, people in self._until.items()}
