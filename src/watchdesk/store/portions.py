"""Ids a bounded number at a time: SQLite takes a bounded number of variables in one statement."""

from collections.abc import Iterable, Iterator

AT_ONCE = 500


def portions(ids: Iterable[str]) -> Iterator[list[str]]:
    """The ids, each once and sorted, at most `AT_ONCE` at a time."""
    return as_given(sorted(set(ids)))


def as_given(ids: Iterable[str]) -> Iterator[list[str]]:
    """The ids, each once and in the order in which they come, at most `AT_ONCE` at a time."""
    given = list(dict.fromkeys(ids))
    return (given[first : first + AT_ONCE] for first in range(0, len(given), AT_ONCE))
