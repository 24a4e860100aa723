"""How alike an article and the open ones are.

In: the weighed terms of an article. Out: the open articles most alike, with a likeness from 0 to 1.
An inverted index of each article's best terms leads to candidates, its lists cut to the latest
entries, so that a look-up costs the same with a thousand open articles and with a hundred thousand.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from sys import intern

# Terms kept of an article; more are noise in the cosine of news.
TERMS = 40
# Names and numbers tell events apart, other words tell kinds of event.
NAMED = 1.3
# Two articles whose names and numbers are this unlike (a cosine) lose this share of their likeness:
# two quakes share every word but where, when and how strong.
STRANGERS = 0.08
ESTRANGED = 0.3
# Terms that lead to candidates: the heaviest ones; likeness is then taken over all.
LEADS = 12
# Entries kept in a term's list, the latest: an event's articles come close together.
ENTRIES = 24
# Candidates that are compared in full.
COMPARED = 8


# Weights are whole numbers in this unit: what is remembered of an article is short and exact.
UNIT = 10_000


@dataclass(frozen=True, slots=True)
class Vector:
    """An article's best terms, of length `UNIT` (Euclid) together, heaviest first in each part.

    `named` are names and numbers, `plain` all others; `length` is that of the named part.
    """

    named: dict[str, int]
    plain: dict[str, int]
    length: float

    def heaviest(self, most: int) -> list[tuple[str, int]]:
        """The heaviest terms of both parts."""
        both = [(-weight, term) for term, weight in self.named.items()]
        both += [(-weight, term) for term, weight in self.plain.items()]
        both.sort()
        return [(term, -weight) for weight, term in both[:most]]


def vector(weighed: Iterable[tuple[float, str]], named: Collection[str]) -> Vector:
    """The best of weighed terms; those in `named`, and numbers, count `NAMED` times.

    Terms are interned: thousands of open articles hold the same words.
    """
    best = [
        (weight * NAMED, term, True)
        if term in named or term[0].isdigit()
        else (weight, term, False)
        for weight, term in weighed
        if weight > 0.0
    ]
    best.sort(reverse=True)
    del best[TERMS:]
    scale = UNIT / (sum([weight * weight for weight, _, _ in best]) ** 0.5 or 1.0)
    return joined(
        {intern(term): round(weight * scale) for weight, term, named_ in best if named_},
        {intern(term): round(weight * scale) for weight, term, named_ in best if not named_},
    )


EMPTY = Vector({}, {}, 0.0)
"""What is left of an article that is compared no more."""


def joined(named: dict[str, int], plain: dict[str, int]) -> Vector:
    """A vector of its two parts."""
    return Vector(named, plain, sum([weight * weight for weight in named.values()]) ** 0.5)


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two articles, lessened where they share no names and numbers."""
    mine, its = one.named, other.named
    names = sum([mine[term] * its[term] for term in mine.keys() & its.keys()])
    mine, its = one.plain, other.plain
    whole = names + sum([mine[term] * its[term] for term in mine.keys() & its.keys()])
    if names < STRANGERS * one.length * other.length:
        return whole * (1.0 - ESTRANGED) / (UNIT * UNIT)
    return whole / (UNIT * UNIT)


def shared_terms(one: Vector, other: Vector) -> list[str]:
    """The terms of both, heaviest in `one` first."""
    return [term for term, _ in one.heaviest(TERMS) if term in other.named or term in other.plain]


@dataclass(slots=True)
class Index:
    """The open articles by their best terms."""

    _vectors: dict[int, Vector] = field(default_factory=dict)
    # Tuples of numbers: small, and nothing for the garbage collector to walk through. They are
    # kept in two generations, and the older is dropped whole: no list is ever searched.
    _young: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _old: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def __contains__(self, number: int) -> bool:
        return number in self._vectors

    def add(self, number: int, terms: Vector) -> None:
        """Open an article to comparison."""
        self._vectors[number] = terms
        lists = self._young
        for part in (terms.named, terms.plain):
            for term in part:
                lists[term] = (*lists.get(term, ())[1 - ENTRIES :], number)

    def alike(self, terms: Vector) -> list[tuple[int, float]]:
        """The articles that share the heaviest terms, with their likeness, in no order."""
        seen: defaultdict[int, int] = defaultdict(int)
        vectors = self._vectors
        for term, weight in terms.heaviest(LEADS):
            square = weight * weight
            for number in self._latest(term):
                seen[number] += square
        open_ = [number for number in seen if number in vectors]
        open_.sort(key=seen.__getitem__, reverse=True)
        return [(number, likeness(terms, vectors[number])) for number in open_[:COMPARED]]

    def forget(self, number: int) -> None:
        """Close an article."""
        del self._vectors[number]

    def turn(self) -> None:
        """Begin a generation of lists; what was added two turns ago leads to nothing any more."""
        self._old, self._young = self._young, {}

    def _latest(self, term: str) -> tuple[int, ...]:
        """The latest articles that hold a term."""
        young = self._young.get(term, ())
        older = ENTRIES - len(young)
        return (*self._old.get(term, ())[-older:], *young) if older else young
