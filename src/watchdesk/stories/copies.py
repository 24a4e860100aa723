"""Copies: which article carries another's text.

In: the words of an article. Out: the number of the earlier article whose text it carries, if any.
The method is that of sampled word shingles in an inverted index (Broder 1997) with directed
containment: how much of the shorter text stands in the longer, so that a paper that cut three
quarters of an agency's report is still found. It never reads meaning.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from zlib import crc32

# Words in a shingle: four in a row are seldom shared by chance.
SHINGLE = 4
# One shingle in so many is kept, chosen by its own hash, the same in every text.
SAMPLE = 4
# Share of the shorter piece's shingles that must stand in the longer.
CONTAINED = 0.4
# Fewer shared shingles than this prove nothing: one quotation makes as many.
FEWEST = 4
# A shingle in so many independent texts is furniture (a footer, a slogan) or a quotation.
FURNITURE = 3
# Only the latest carriers of a shingle are kept: later copies still find one of them.
_CARRIERS = 8


def shingles(text: Sequence[str]) -> tuple[int, ...]:
    """The sampled shingles of a text, each once, as 32-bit hashes that last between runs."""
    runs = zip(*(text[start:] for start in range(SHINGLE)), strict=False)
    found = {crc32(" ".join(run).encode()) for run in runs}
    return tuple(sorted(value for value in found if not value % SAMPLE))


def carried(texts: Sequence[Sequence[str]]) -> list[bool]:
    """For each text of a few, whether an earlier one holds most of it (or it most of that)."""
    samples = [frozenset(shingles(text)) for text in texts]
    return [
        any(_contained(sample, earlier) >= CONTAINED for earlier in samples[:place])
        for place, sample in enumerate(samples)
    ]


def _contained(one: frozenset[int], other: frozenset[int]) -> float:
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared >= FEWEST else 0.0


@dataclass(frozen=True, slots=True)
class _Carrier:
    number: int
    origin: str
    size: int


@dataclass(slots=True)
class Copies:
    """The open articles' shingles; looking up costs the shingles of one article."""

    _carriers: dict[int, deque[_Carrier]] = field(default_factory=dict)

    def add(self, number: int, origin: str, sample: Sequence[int]) -> None:
        """Keep an article's shingles under its number and origin."""
        carrier = _Carrier(number, origin, len(sample))
        for value in sample:
            at = self._carriers.get(value)
            if at is None:
                self._carriers[value] = deque((carrier,), _CARRIERS)
            else:
                at.append(carrier)

    def find(self, sample: Sequence[int]) -> tuple[int, float] | None:
        """The article that shares most, with the share of the shorter text; None if too little."""
        shared: dict[int, int] = {}
        sizes: dict[int, int] = {}
        own = len(sample)
        for value in sample:
            at = self._carriers.get(value)
            if at is None:
                continue
            if len(at) >= FURNITURE and len({carrier.origin for carrier in at}) >= FURNITURE:
                own -= 1
                continue
            for carrier in at:
                shared[carrier.number] = shared.get(carrier.number, 0) + 1
                sizes[carrier.number] = carrier.size
        return _best(shared, sizes, own)

    def forget(self, number: int, sample: Sequence[int]) -> None:
        """Drop an article that is no longer open."""
        for value in sample:
            at = self._carriers.get(value)
            if at is None:
                continue
            left = [carrier for carrier in at if carrier.number != number]
            if left:
                self._carriers[value] = deque(left, _CARRIERS)
            else:
                del self._carriers[value]


def _best(shared: dict[int, int], sizes: dict[int, int], own: int) -> tuple[int, float] | None:
    best: tuple[int, float] | None = None
    for number, count in shared.items():
        if count < FEWEST:
            continue
        contained = count / max(1, min(own, sizes[number]))
        if contained >= CONTAINED and (best is None or contained > best[1]):
            best = (number, min(1.0, contained))
    return best
