"""Counts that leave: no cell of fewer than five, neither in a table nor between two of them.

In: a table's counts and the tables that left before. Out: the counts with small cells withheld, or
the sentence why the table would tell one together with an earlier one. Totals are never printed
beside cells, since the one that is withheld could be reckoned from them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from watchdesk.model import Refused
from watchdesk.model.cleared import SEAL, ClearedTable

K = 5
"""A cell of fewer is not told."""


@dataclass(frozen=True, slots=True)
class Told:
    """A table that left: what it counted by, and what was shown, None where it was withheld."""

    by: tuple[str, ...]
    cells: Mapping[tuple[str, ...], int | None]


def may_publish_table(
    name: str,
    by: Sequence[str],
    counts: Mapping[tuple[str, ...], int],
    before: Sequence[Told] = (),
) -> ClearedTable | Refused:
    """The table without its small cells; `before` are the tables of the same name, oldest first."""
    shown = {cell: _shown(cell, count, tuple(by), before) for cell, count in counts.items()}
    told = Told(tuple(by), shown)
    if any(_reckoned(told, other) for other in before):
        reason = f"Together with an earlier table of {name} it would tell a count below {K}."
        return Refused(name, (reason,))
    return ClearedTable(name=name, by=told.by, cells=shown, seal=SEAL)


def _shown(
    cell: tuple[str, ...], count: int, by: tuple[str, ...], before: Sequence[Told]
) -> int | None:
    """A count that is large enough, and so is its distance to the last that was shown."""
    if count < K:
        return None
    shown = [t.cells[cell] for t in before if t.by == by and t.cells.get(cell) is not None]
    last = shown[-1] if shown else None
    return count if last is None or last == count or abs(count - last) >= K else None


def _reckoned(one: Told, other: Told) -> bool:
    """Whether a finer table and a coarser one give away a cell that is withheld."""
    fine, coarse = (one, other) if len(one.by) > len(other.by) else (other, one)
    if not set(coarse.by) < set(fine.by):
        return False
    at = [fine.by.index(name) for name in coarse.by]
    return any(
        total is not None and _rest_tells(fine, cell, at, total)
        for cell, total in coarse.cells.items()
    )


def _rest_tells(fine: Told, cell: tuple[str, ...], at: Sequence[int], total: int) -> bool:
    under = [n for key, n in fine.cells.items() if tuple(key[i] for i in at) == cell]
    rest = total - sum(n for n in under if n is not None)
    hidden = sum(1 for n in under if n is None)
    return hidden == 1 or 0 < abs(rest) < K
