"""A second look at stories: articles are grouped anew by all they share, not in order of arrival.

In: the articles of a window with the story each is in, and pairs that may tell one event. Out: the
story of each article that belongs elsewhere. The method is that of average link (Sokal and Michener
1958) by chains of nearest neighbours (Murtagh 1983), within groups that pairs connect at all. What
a person decided is a cluster from the start, and two such clusters are never joined.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watchdesk.model import identity
from watchdesk.stories.calendar import DAY
from watchdesk.stories.fading import Fading
from watchdesk.stories.similarity import UNIT, Vector

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

JOINS = 0.115
"""Mean likeness, lessened by time, that makes one story."""
LARGEST = 1200
"""A connected group that is larger stays as it was: the cost grows with the square."""
_BLOCK = 4096


@dataclass(frozen=True, slots=True)
class Standing:
    """An article in its story; `at` in seconds, `decided` where a person put it there."""

    id: str
    story: str
    terms: Vector
    at: float
    dated: bool = True
    language: str = ""
    decided: bool = False


def repaired(
    articles: Sequence[Standing],
    pairs: Iterable[tuple[int, int]],
    fading: Fading,
    *,
    joins: float = JOINS,
) -> dict[str, str]:
    """The story of each article that belongs into another; `pairs` are places in `articles`."""
    moved: dict[str, str] = {}
    for group in _connected(articles, pairs):
        if len(group) <= LARGEST and _unsettled(articles, group):
            members = [articles[place] for place in group]
            moved.update(_named(members, _average_link(members, fading, joins)))
    return moved


def _unsettled(articles: Sequence[Standing], group: Sequence[int]) -> bool:
    """Whether there is anything to part or to join."""
    return len(group) > 2 or len({articles[place].story for place in group}) > 1


def _connected(
    articles: Sequence[Standing], pairs: Iterable[tuple[int, int]]
) -> Iterator[list[int]]:
    """Places that pairs connect, with the members of one story."""
    root = list(range(len(articles)))

    def find(one: int) -> int:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    first: dict[str, int] = {}
    for place, article in enumerate(articles):
        root[find(place)] = find(first.setdefault(article.story, place))
    for one, other in pairs:
        root[find(one)] = find(other)
    groups: dict[int, list[int]] = {}
    for place in range(len(articles)):
        groups.setdefault(find(place), []).append(place)
    yield from groups.values()


def _average_link(members: Sequence[Standing], fading: Fading, joins: float) -> list[list[int]]:
    """Clusters of places whose mean likeness is at least `joins`."""
    import numpy as np  # noqa: PLC0415 - a tenth of a second that most runs do without

    table = _likeness(members, fading, joins)
    clusters: dict[int, list[int]] = {place: [place] for place in range(len(members))}
    closed = np.zeros(len(members), dtype=bool)
    chain: list[int] = []
    while not closed.all():
        if not chain:
            chain.append(int(np.argmin(closed)))
        last, row = chain[-1], table[chain[-1]]
        near = int(np.argmax(np.where(closed, -np.inf, row)))
        if len(chain) > 1 and row[chain[-2]] >= row[near]:
            near = chain[-2]
        if row[near] < joins:
            # By average link nobody will come nearer.
            closed[chain.pop()] = True
        elif len(chain) > 1 and near == chain[-2]:
            del chain[-2:]
            _join(table, clusters, near, last)
            closed[last] = True
        else:
            chain.append(near)
    return list(clusters.values())


def _join(table: "Matrix", clusters: dict[int, list[int]], one: int, other: int) -> None:
    """Put two clusters together under the first's number; its likeness is the weighed mean."""
    size, more = len(clusters[one]), len(clusters[other])
    table[one] = (size * table[one] + more * table[other]) / (size + more)
    table[:, one] = table[one]
    table[one, one] = -float("inf")
    clusters[one] += clusters.pop(other)


def _likeness(members: Sequence[Standing], fading: Fading, joins: float) -> "Matrix":
    """The likeness of each two, lessened by time; -inf keeps two decisions of a person apart."""
    import numpy as np  # noqa: PLC0415 - as above

    count = len(members)
    table = np.zeros((count, count), dtype=np.float32)
    for block in _blocks(members):
        table += block @ block.T
    at = np.array([member.at for member in members])
    days = np.abs(at[:, None] - at[None, :]) / DAY
    dated = np.array([member.dated for member in members])
    both = dated[:, None] & dated[None, :]
    left = np.where(both, 0.5 ** (days / fading.half_life), fading.undated)
    table *= np.where(days > fading.window_days, 0.0, left)
    _settle(members, table, joins)
    np.fill_diagonal(table, -np.inf)
    return table


def _blocks(members: Sequence[Standing]) -> Iterator["Matrix"]:
    """The members' terms as rows, a bounded number of terms at a time."""
    import numpy as np  # noqa: PLC0415 - as above

    columns: dict[str, int] = {}
    places: list[int] = []
    weights: list[int] = []
    held: list[int] = []
    for member in members:
        for part in (member.terms.named, member.terms.plain):
            places += [columns.setdefault(term, len(columns)) for term in part]
            weights += part.values()
        held.append(len(places))
    rows = np.repeat(np.arange(len(members)), np.diff(held, prepend=0))
    at, values = np.array(places, dtype=np.intp), np.array(weights) / UNIT
    for first in range(0, len(columns), _BLOCK):
        block = np.zeros((len(members), min(_BLOCK, len(columns) - first)), dtype=np.float32)
        inside = (at >= first) & (at < first + _BLOCK)
        block[rows[inside], at[inside] - first] = values[inside]
        yield block


def _settle(members: Sequence[Standing], table: "Matrix", joins: float) -> None:
    """What stays together: a person's choices, and articles that names alone joined."""
    import numpy as np  # noqa: PLC0415 - as above

    same = _equal([member.story for member in members])
    foreign = ~_equal([member.language for member in members])
    # Across languages words say nothing: grouping compared names and numbers.
    table[foreign] = np.where(same, joins, 0.0)[foreign]
    decided = np.array([member.decided for member in members])
    both = decided[:, None] & decided[None, :]
    table[both] = np.where(same, 1.0, -np.inf)[both]


def _equal(values: Sequence[str]) -> "NDArray[np.bool_]":
    """Of each two values, whether they are one."""
    import numpy as np  # noqa: PLC0415 - as above

    numbers = np.unique(values, return_inverse=True)[1]
    same: NDArray[np.bool_] = numbers[:, None] == numbers[None, :]
    return same


def _named(members: Sequence[Standing], clusters: Iterable[list[int]]) -> dict[str, str]:
    """Each cluster takes the story that most of its members are in, each story one cluster."""
    listed = [sorted(cluster) for cluster in clusters]
    wanted: list[tuple[bool, int, int, str]] = []
    for number, cluster in enumerate(listed):
        told = [members[place].story for place in cluster]
        decided = {members[place].story for place in cluster if members[place].decided}
        wanted += [(s not in decided, -told.count(s), number, s) for s in dict.fromkeys(told)]
    names: dict[int, str] = {}
    for _, _, number, story in sorted(wanted):
        if number not in names and story not in names.values():
            names[number] = story
    return {
        members[place].id: story
        for number, cluster in enumerate(listed)
        for place in cluster
        if (story := names.get(number) or _fresh(members, cluster)) != members[place].story
    }


def _fresh(members: Sequence[Standing], cluster: Sequence[int]) -> str:
    """The id of a story that was parted from another."""
    return identity("story", "parted", members[cluster[0]].id)
