"""How alike an article and the open ones are.

In: the weighed terms of an article. Out: the open articles most alike, with cosine. An inverted
index of each article's best terms leads to candidates, its lists cut to the latest entries, so
that a look-up costs the same with a thousand open articles and with a hundred thousand.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

# Terms that lead to candidates: the heaviest ones; the cosine is then taken over all.
LEADS = 12
# Entries kept in a term's list, the latest: an event's articles come close together.
ENTRIES = 48
# Candidates that are compared in full.
COMPARED = 24


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two vectors of length 1."""
    get = other.get
    return sum([weight * get(term, 0.0) for term, weight in one.items()])


@dataclass(slots=True)
class Index:
    """The open articles by their best terms."""

    _vectors: dict[int, dict[str, float]] = field(default_factory=dict)
    _lists: dict[str, deque[int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._vectors)

    def add(self, number: int, vector: dict[str, float]) -> None:
        """Open an article to comparison."""
        self._vectors[number] = vector
        for term in vector:
            entries = self._lists.get(term)
            if entries is None:
                self._lists[term] = deque((number,), ENTRIES)
            else:
                entries.append(number)

    def alike(self, vector: Mapping[str, float]) -> list[tuple[int, float]]:
        """Candidates with their cosines, in no order."""
        seen: dict[int, float] = {}
        vectors = self._vectors
        for led, (term, weight) in enumerate(vector.items()):
            if led == LEADS:
                break
            for number in self._lists.get(term, ()):
                seen[number] = seen.get(number, 0.0) + weight * weight
        found = sorted(seen, key=seen.__getitem__, reverse=True)[:COMPARED]
        return [(number, cosine(vector, vectors[number])) for number in found if number in vectors]

    def forget(self, number: int) -> None:
        """Close an article; its entries leave the lists with the next sweep of its terms."""
        for term in self._vectors.pop(number, ()):
            entries = self._lists[term]
            if number in entries:
                entries.remove(number)
            if not entries:
                del self._lists[term]
