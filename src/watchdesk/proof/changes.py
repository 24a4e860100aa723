"""Which words differ between a draft sentence and the passage nearest to it.

In: a case. Out: the changed stretches in order. A stretch that only moved is not told from one that
was taken out and put in; rules therefore look at short stretches and at counts.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from watchdesk.proof.passage import Case
from watchdesk.proof.reading import Token

SHORT = 4  # tokens; a longer stretch is a clause that was moved, added or left out


class Change(NamedTuple):
    """A stretch that differs: the draft's tokens, the source's, and what stands around."""

    mine: tuple[Token, ...]
    theirs: tuple[Token, ...]
    place: tuple[int, int]

    @property
    def short(self) -> bool:
        """Whether few words changed here."""
        return len(self.mine) <= SHORT and len(self.theirs) <= SHORT


def changes(case: Case) -> list[Change]:
    """The stretches in which draft and nearest passage differ."""
    if case.nearest is None:
        return []
    mine, theirs = case.draft.tokens, case.nearest.reading.tokens
    return [
        Change(mine[a:b], theirs[c:d], _place(mine, a, b))
        for a, b, c, d in _differing([one.low for one in mine], [one.low for one in theirs])
    ]


def _differing(mine: list[str], theirs: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches that differ; what is equal at both ends is left to no matcher."""
    shorter = min(len(mine), len(theirs))
    head = 0
    while head < shorter and mine[head] == theirs[head]:
        head += 1
    tail = 0
    while tail < shorter - head and mine[-1 - tail] == theirs[-1 - tail]:
        tail += 1
    left, right = mine[head : len(mine) - tail], theirs[head : len(theirs) - tail]
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            yield head + a, head + b, head + c, head + d


def _place(mine: tuple[Token, ...], start: int, end: int) -> tuple[int, int]:
    """The place of a stretch in the draft; for one that is gone, the words around the gap."""
    if start < end:
        return mine[start].start, mine[end - 1].end
    if not mine:
        return 0, 0
    before, after = max(0, start - 1), min(len(mine) - 1, start)
    return mine[before].start, mine[after].end
