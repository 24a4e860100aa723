"""Copies: which article carries another's text.

In: the words of an article. Out: the number of the earlier article whose text it carries, if any.
The method is that of sampled word shingles in an inverted index (Broder 1997) with directed
containment: how much of the shorter text stands in the longer, so that a paper that cut three
quarters of an agency's report is still found. It never reads meaning.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
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
# Only the first and the latest carriers of a shingle are kept: later copies still find one of them.
CARRIERS = 8


def shingles(text: Sequence[str]) -> tuple[int, ...]:
    """The sampled shingles of a text, each once, as 32-bit hashes that last between runs."""
    line = " ".join(text).encode()
    parts = text if line.isascii() else [word.encode() for word in text]
    starts = [0, *accumulate([len(part) + 1 for part in parts])]
    runs = zip(starts, starts[SHINGLE:], strict=False)
    found = {crc32(line[start : after - 1]) for start, after in runs}
    return tuple(sorted([value for value in found if not value % SAMPLE]))


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


def _few(carriers: tuple[int, ...]) -> tuple[int, ...]:
    """One less than `CARRIERS` of them at most, as the latest is kept beside them."""
    return carriers if len(carriers) < CARRIERS else (carriers[0], *carriers[2:])


@dataclass(slots=True)
class Copies:
    """The open articles' shingles; looking up costs the shingles of one article."""

    # Nearly all shingles have one carrier. A million plain numbers are nothing to the garbage
    # collector; a million small collections cost more than all the rest of grouping.
    _last: dict[int, int] = field(default_factory=dict)
    _others: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _origins: dict[int, str] = field(default_factory=dict)
    _sizes: dict[int, int] = field(default_factory=dict)
    # The first open article of each origin.
    _firsts: dict[str, int] = field(default_factory=dict)

    def add(self, number: int, origin: str, sample: Sequence[int]) -> None:
        """Keep an article's shingles under its number and origin."""
        self._origins[number] = origin
        self._firsts.setdefault(origin, number)
        self._sizes[number] = len(sample)
        last = self._last
        for value in sample:
            before = last.get(value)
            if before is not None:
                self._others[value] = _few((*self._others.get(value, ()), before))
            last[value] = number

    def find(self, sample: Sequence[int]) -> tuple[int, float] | None:
        """The article that shares most, with the share of the shorter text; None if too little."""
        shared: dict[int, int] = {}
        own = len(sample)
        for value in sample:
            carriers = self._carriers(value)
            if len(carriers) >= FURNITURE and self._is_furniture(carriers):
                own -= 1
                continue
            for number in carriers:
                shared[number] = shared.get(number, 0) + 1
        return self._best(shared, own)

    def forget(self, number: int, sample: Sequence[int]) -> None:
        """Drop an article that is no longer open."""
        origin = self._origins.pop(number, None)
        if origin is not None and self._firsts.get(origin) == number:
            del self._firsts[origin]
        self._sizes.pop(number, None)
        for value in sample:
            left = tuple(one for one in self._carriers(value) if one != number)
            if left:
                self._last[value] = left[-1]
            else:
                self._last.pop(value, None)
            if len(left) > 1:
                self._others[value] = left[:-1]
            else:
                self._others.pop(value, None)

    def _carriers(self, value: int) -> tuple[int, ...]:
        """The numbers of those that carry a shingle, the latest last."""
        last = self._last.get(value)
        return () if last is None else (*self._others.get(value, ()), last)

    def _is_furniture(self, numbers: Sequence[int]) -> bool:
        return len({self._origins[number] for number in numbers}) >= FURNITURE

    def _best(self, shared: dict[int, int], own: int) -> tuple[int, float] | None:
        best: tuple[int, float] | None = None
        for number in shared:
            share = self._share(number, shared, own)
            if share >= CONTAINED and (best is None or share > best[1]):
                first = self._firsts.get(self._origins[number], number)
                # A text made of two others is a copy of one of them; the other is none of that one.
                if first == number or self._share(first, shared, own) >= CONTAINED:
                    best = (number, share)
        return best

    def _share(self, number: int, shared: dict[int, int], own: int) -> float:
        """How much of the shorter text, of this article's and one of `own` shingles, is shared."""
        count = shared.get(number, 0)
        return min(1.0, count / max(1, min(own, self._sizes[number]))) if count >= FEWEST else 0.0
