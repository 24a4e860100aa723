"""The open articles by their meaning, for those in other languages.

In: meanings with the language of their article. Out: the few nearest in other languages, by the
cosine. All are compared: the open window holds a few thousand, and one product of a table and a row
is quicker than any index, and misses none (measured against such). Imported where there is a model.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from watchdesk.stories.meaning import Meaning

NEAREST = 8
"""So many are given."""
_FIRST_ROWS = 256
_NOBODY = -1


class _Table:
    """The rows of one model."""

    def __init__(self, width: int) -> None:
        self.rows = np.zeros((0, width), dtype=np.float32)
        self.spoken = np.zeros(0, dtype=np.int64)
        self.numbers = np.zeros(0, dtype=np.int64)
        self.free: list[int] = []

    def put(self, number: int, language: int, row: NDArray[np.float32]) -> int:
        """Enter a row, and give its place."""
        if not self.free:
            self._grow()
        place = self.free.pop()
        self.rows[place], self.spoken[place], self.numbers[place] = row, language, number
        return place

    def _grow(self) -> None:
        had = len(self.rows)
        more = max(_FIRST_ROWS, had)
        self.rows = np.vstack((self.rows, np.zeros((more, self.rows.shape[1]), dtype=np.float32)))
        self.spoken = np.append(self.spoken, np.full(more, _NOBODY))
        self.numbers = np.append(self.numbers, np.zeros(more, dtype=np.int64))
        self.free.extend(range(had, had + more))


@dataclass(slots=True)
class Nearby:
    """Open articles, a table for each model."""

    _tables: dict[tuple[str, int], _Table] = field(default_factory=dict)
    _places: dict[int, tuple[_Table, int]] = field(default_factory=dict)
    _languages: dict[str, int] = field(default_factory=dict)

    def add(self, number: int, language: str, meant: Meaning) -> None:
        """Open an article to comparison; one whose language is not known is left out."""
        if language:
            table = self._table(meant)
            code = self._languages.setdefault(language, len(self._languages))
            self._places[number] = (table, table.put(number, code, _unit(meant)))

    def find(self, language: str, meant: Meaning) -> Iterator[tuple[int, float]]:
        """The nearest in other languages by the same model, with the cosine."""
        if not language or not self._places:
            return
        table = self._table(meant)
        own = self._languages.get(language, _NOBODY)
        others = np.flatnonzero((table.spoken != own) & (table.spoken != _NOBODY))
        cosines = table.rows[others] @ _unit(meant)
        for place in np.argsort(-cosines, kind="stable")[:NEAREST]:
            yield int(table.numbers[others[place]]), float(cosines[place])

    def forget(self, number: int) -> None:
        """Close an article."""
        if number in self._places:
            table, place = self._places.pop(number)
            table.spoken[place] = _NOBODY
            table.free.append(place)

    def _table(self, meant: Meaning) -> _Table:
        width = len(meant.row)
        key = (meant.model, width)
        if key not in self._tables:
            self._tables[key] = _Table(width)
        return self._tables[key]


def _unit(meant: Meaning) -> NDArray[np.float32]:
    row = np.frombuffer(meant.row, dtype=np.int8).astype(np.float32)
    unit: NDArray[np.float32] = row / np.linalg.norm(row)
    return unit
