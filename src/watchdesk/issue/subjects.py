"""What a story is about, by the desk's list of subjects.

In: the articles of a story. Out: up to two subjects with the words that decided, or none where
nothing speaks for one. By default the list is that of the seventeen top Media Topics of the IPTC.
Nothing is learnt here; a section's rule may name a subject by its code or title.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from watchdesk.model import Article
from watchdesk.text.fold import fold

MOST = 2
LEAST = 2.0
"""The weight from which on a story has a subject."""
BESIDE = 0.6
"""A second subject reaches this share of the first one's weight."""
READ = 700
"""Characters of a text that say what it is about."""
TITLE_COUNTS = 2.0
FILED_COUNTS = 2.0

_WORD = re.compile(r"\w+(?:-\w+)*")
_SHORTEST = 3
"""Letters before a * at least: fewer fit too many words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectRule:
    """A subject: its code, its title, what outlets file it under, and words that speak for it."""

    code: str
    title: str
    filed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What a story is about, and the words that decided."""

    code: str
    title: str
    why: tuple[str, ...]


class Subjects:
    """The desk's list, ready to be asked; an article costs its words, however long the list."""

    def __init__(self, rules: Sequence[SubjectRule]) -> None:
        self._rules = rules
        self._words: dict[str, list[tuple[int, str]]] = {}
        self._beginnings: dict[str, list[tuple[int, str]]] = {}
        self._filed: dict[str, list[int]] = {}
        for number, rule in enumerate(rules):
            for word in rule.words:
                places = self._beginnings if word.endswith("*") else self._words
                places.setdefault(_levelled(word.rstrip("*")), []).append((number, word))
            for name in (rule.code, rule.title, *rule.filed):
                self._filed.setdefault(_levelled(name), []).append(number)
        self._lengths = sorted({len(one) for one in self._beginnings if len(one) >= _SHORTEST})

    def of(self, articles: Iterable[Article]) -> tuple[Subject, ...]:
        """The subjects of a story, the weightiest first: the mean of its articles decides."""
        weights: dict[int, float] = {}
        why: dict[int, dict[str, None]] = {}
        count = 0
        for article in articles:
            count += 1
            for (number, word), weight in self._found(article).items():
                weights[number] = weights.get(number, 0.0) + weight
                why.setdefault(number, {})[word] = None
        ranked = sorted(weights, key=lambda number: (-weights[number], number))[:MOST]
        least = max(LEAST * count, BESIDE * weights[ranked[0]]) if ranked else 0.0
        return tuple(
            Subject(self._rules[n].code, self._rules[n].title, tuple(why[n]))
            for n in ranked
            if weights[n] >= least
        )

    def _found(self, article: Article) -> dict[tuple[int, str], float]:
        """What speaks for which subject in one article, each word of a rule once."""
        found: dict[tuple[int, str], float] = {}
        for text, weight in ((article.text[:READ], 1.0), (article.title, TITLE_COUNTS)):
            for word in set(_WORD.findall(_levelled(text))):
                found.update(dict.fromkeys(self._speaking(word), weight))
        for category in article.categories:
            for number in self._filed.get(_levelled(category), ()):
                found[number, category] = FILED_COUNTS
        return found

    def _speaking(self, word: str) -> Iterator[tuple[int, str]]:
        yield from self._words.get(word, ())
        for length in self._lengths:
            if length > len(word):
                return
            yield from self._beginnings.get(word[:length], ())


def _levelled(text: str) -> str:
    return fold(text).text.casefold()
