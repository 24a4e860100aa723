"""Ids a bounded number at a time: SQLite takes a bounded number of variables in one statement."""

from collections.abc import Iterable, Iterator

AT_ONCE = 500


def portions(ids: Iterable[str]) -> Iterator[list[str]]:
    """The ids, each once and in their order, at most `AT_ONCE` at a time."""
    ordered = sorted(set(ids))
    return (ordered[first : first + AT_ONCE] for first in range(0, len(ordered), AT_ONCE))
