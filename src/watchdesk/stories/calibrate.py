"""How alike two articles must be to tell one event, fitted to what an editor says of pairs.

In: the articles of the open window; later, pairs with their likeness and the editor's word. Out:
the pairs most in doubt; later, the likeness that joins. The fit maximises the harmonic mean of
precision and recall over the judged pairs, less what a prior at the shipped value takes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from watchdesk.stories.calendar import DAY
from watchdesk.stories.fading import FADING
from watchdesk.stories.group import BASE, QUIET, SLOPE
from watchdesk.stories.repair import Standing
from watchdesk.stories.similarity import Index

FEWEST = 10
"""With fewer judged pairs the shipped value stands."""
LEAST, MOST = 0.6 * BASE, 2.0 * BASE
"""The value is never moved further than this."""
PRIOR = 10.0
"""The prior weighs as much as so many pairs."""
_UNLIKE = 0.001


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two places in the articles given, and their likeness, to be compared with what joins."""

    one: int
    other: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Fit:
    """What joins, and the F1 over the judged pairs with the value before and with this one."""

    joins: float
    before: float
    after: float


def in_doubt(articles: Sequence[Standing]) -> list[Doubt]:
    """Pairs of one language whose likeness is nearest to what joins, the most doubtful first.

    `articles` come in order of time; each is compared with the few before it that are most alike.
    """
    index = Index()
    by_day = Counter(int(article.at // DAY) for article in articles)
    found: list[Doubt] = []
    for place, article in enumerate(articles):
        for other, alike in index.alike(article.terms):
            left = _left(article, articles[other])
            if left and article.language == articles[other].language:
                busy = FADING.busy(article.at, lambda at: by_day[int(at // DAY)])
                likeness = alike * left - SLOPE * log(1.0 + busy / QUIET)
                found.append(Doubt(other, place, max(_UNLIKE, likeness)))
        index.add(place, article.terms)
    return sorted(found, key=lambda pair: abs(log(pair.likeness / BASE)))


def _left(one: Standing, other: Standing) -> float:
    return FADING.left(abs(one.at - other.at) / DAY, dated=one.dated and other.dated)


def refitted(judged: Sequence[tuple[float, bool]]) -> Fit:
    """What joins by these pairs of likeness and whether they tell one event."""
    before = _f1(judged, BASE)
    if len(judged) < FEWEST:
        return Fit(BASE, before, before)

    def worth(joins: float) -> float:
        return _f1(judged, joins) - PRIOR / len(judged) * log(joins / BASE) ** 2

    best = max((BASE, *_between(likeness for likeness, _ in judged)), key=worth)
    return Fit(best, before, _f1(judged, best))


def _between(likenesses: Iterable[float]) -> Iterator[float]:
    """The values that part the pairs differently, within the bounds."""
    steps = sorted({LEAST, MOST, *(one for one in likenesses if LEAST < one < MOST)})
    return ((low + high) / 2 for low, high in pairwise(steps))


def _f1(judged: Sequence[tuple[float, bool]], joins: float) -> float:
    hit = sum(same and likeness >= joins for likeness, same in judged)
    joined = sum(likeness >= joins for likeness, _ in judged)
    same = sum(same for _, same in judged)
    return 2.0 * hit / (joined + same) if joined + same else 1.0
