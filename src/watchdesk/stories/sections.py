"""Which section an article belongs to, learnt from examples.

In: articles with the section an editor gave them. Out: for another article its section with the
words that speak for it, or none where two sections are too close to call. The method is a linear
model, regularised least squares one against the rest (Rifkin and Klautau 2004), over words, pairs
of words and runs of three to five letters, so that it needs neither a language's grammar nor many
examples. How rare a word is, articles tell that nobody has placed as well. It is made again from
its examples; nothing of it is kept.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from watchdesk.stories.terms import WORD, common, stem

# How strongly the model is held back: with few examples each feature may say little.
RIDGE = 0.25
# A title's words count so many times beside those of the text.
TITLE_TIMES = 4
# The winner leads by so much (the scale runs about from -1 to 1), or the article is left open. With
# few and disputed examples about nine of ten places that are this SURE are right.
MARGIN = 0.001
SURE = 0.2
# Only the beginning of an article is read; the rest is background, in every section's words.
READ = 3000
_SHORTEST_RUN, _LONGEST_RUN = 3, 5
_TOLD = 3
_LETTERS = "\x00"


@dataclass(frozen=True, slots=True)
class Example:
    """An article's words and the section it was put in; what a person chose may weigh more."""

    title: str
    text: str
    section: str
    weight: float = 1.0


class SectionModel:
    """Places articles by what it learnt; made by `fit`."""

    def __init__(
        self,
        sections: tuple[str, ...],
        rarity: Mapping[str, float],
        weights: Mapping[str, NDArray[np.float64]],
        start: NDArray[np.float64],
    ) -> None:
        self._sections = sections
        self._rarity = rarity
        self._weights = weights
        self._start = start

    @classmethod
    def fit(
        cls, examples: Iterable[Example], unplaced: Iterable[tuple[str, str]] = ()
    ) -> "SectionModel":
        """Learn from examples; with fewer than two sections the model places nothing.

        `unplaced` are titles and texts of other articles, best those that are to be placed: they
        say which words are rare. Time grows with the square of the number of examples, and is
        about a second for 2,000.
        """
        told = tuple(examples)
        rows = [(_features(one.title, one.text), one.section) for one in told]
        sections = tuple(sorted({section for _, section in rows}))
        if len(sections) < 2:
            return cls(sections, {}, {}, np.zeros(len(sections)))
        rarity = _rarity([features for features, _ in rows], (_features(*one) for one in unplaced))
        columns = {feature: column for column, feature in enumerate(rarity)}
        matrix = _matrix([_vector(features, rarity) for features, _ in rows], columns)
        target = np.array(
            [[1.0 if s == section else -1.0 for s in sections] for _, section in rows]
        )
        weights, start = _solve(matrix, target, np.array([one.weight for one in told]))
        return cls(sections, rarity, dict(zip(columns, weights, strict=True)), start)

    def place(
        self, title: str, text: str, *, margin: float = MARGIN
    ) -> tuple[str | None, tuple[str, ...]]:
        """The section of an article and up to three words that speak for it, weightiest first.

        None, with no words, where nothing of it is known or the best section does not lead the
        next by `margin`.
        """
        vector = _vector(_features(title, text), self._rarity)
        if not vector or len(self._sections) < 2:
            return None, ()
        scores = self._start + sum(
            weight * self._weights[feature] for feature, weight in vector.items()
        )
        second, best = (int(place) for place in np.argsort(scores, kind="stable")[-2:])
        if scores[best] - scores[second] < margin:
            return None, ()
        return self._sections[best], self._why(vector, best)

    def _why(self, vector: Mapping[str, float], best: int) -> tuple[str, ...]:
        spoken = {
            feature: float(weight * self._weights[feature][best])
            for feature, weight in vector.items()
            if not (feature.startswith(_LETTERS) or " " in feature or common(stem(feature)))
        }
        ranked = sorted(spoken, key=lambda word: (-spoken[word], word))
        return tuple(word for word in ranked[:_TOLD] if spoken[word] > 0.0)


def _features(title: str, text: str) -> Counter[str]:
    """Counts of words, pairs of words and runs of letters; the runs carry a mark in front."""
    titled = WORD.findall(title.lower())
    told = WORD.findall(text[:READ].lower())
    found: Counter[str] = Counter()
    for words, times in ((titled, TITLE_TIMES), (told, 1)):
        for feature in chain(words, map(" ".join, pairwise(words)), _runs(words)):
            found[feature] += times
    return found


def _runs(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        edged = f" {word} "
        for length in range(_SHORTEST_RUN, min(_LONGEST_RUN, len(edged)) + 1):
            for start in range(len(edged) - length + 1):
                yield _LETTERS + edged[start : start + length]


def _rarity(examples: list[Counter[str]], unplaced: Iterable[Counter[str]]) -> dict[str, float]:
    """How rare each feature is among all articles; one that stands in one alone joins nothing."""
    held: Counter[str] = Counter()
    count = 0
    for features in chain(examples, unplaced):
        held.update(features.keys())
        count += 1
    return {
        feature: log((1 + count) / (1 + times)) + 1.0
        for feature, times in held.items()
        if times > 1
    }


def _vector(features: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """Known features by weight; words and letters each make a part of length 1."""
    weighed = {
        feature: (1.0 + log(times)) * rarity[feature]
        for feature, times in features.items()
        if feature in rarity
    }
    lengths = [0.0, 0.0]
    for feature, weight in weighed.items():
        lengths[feature.startswith(_LETTERS)] += weight * weight
    return {
        feature: weight / lengths[feature.startswith(_LETTERS)] ** 0.5
        for feature, weight in weighed.items()
    }


def _matrix(rows: list[dict[str, float]], columns: Mapping[str, int]) -> csr_matrix:
    values = [weight for row in rows for weight in row.values()]
    places = [columns[feature] for row in rows for feature in row]
    ends = np.cumsum([0, *map(len, rows)])
    return csr_matrix((values, places, ends), shape=(len(rows), len(columns)))


def _solve(
    matrix: csr_matrix, target: NDArray[np.float64], trust: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights by feature and section, and each section's start, solved over the examples.

    The examples' inner products are centred, so that a section with many examples does not win by
    its number alone; an example of more `trust` is held back less.
    """
    products = (matrix @ matrix.T).toarray()
    centre = products.mean(axis=0)
    products = products - centre - centre[:, None] + centre.mean()
    usual = target.mean(axis=0)
    shares = np.linalg.solve(products + np.diag(RIDGE / trust), target - usual)
    shares -= shares.mean(axis=0)
    weights = matrix.T @ shares
    start = usual - np.asarray(matrix.mean(axis=0)).ravel() @ weights
    return weights, start
